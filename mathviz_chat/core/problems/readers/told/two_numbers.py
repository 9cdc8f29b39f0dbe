"""Puzzles about two numbers: sums, differences, products, squares, ratios, in any order."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.unknowns import Unknowns
from mathviz_chat.core.problems.wording import Hit, number
from mathviz_chat.core.reading import to_plain

_KEYS: Final = re.compile(
    r"\b(?:2|two)\b.*\b(?:numbers|integers)\b|\bone (?:number|integer)\b", re.I
)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bconsecutive\b|\bdigits?\b|\bexcept\b|\bleft\b|\bthree numbers\b|[$€£₹]"
    r"|\bpercent|\baverage\b|\bmean\b|\bgcd\b|\blcm\b|\bcommon\b",
    re.I,
)

_GRAMMAR: Final = grammar("""
KIND = [positive|natural|whole|negative|real|different|distinct|unknown|counting]
NUMBERS = [KIND* [numbers|integers]]
TWO = [[2|these 2|both]? NUMBERS]
ONE = [1|1 number|1 integer|larger|larger 1|larger number|bigger|bigger 1|bigger number|greater
    number|greater 1|1 of them|1 of numbers|1 of 2 numbers|greater|first|first number|first 1]
OTHER = [other|other number|other 1|another|another number|smaller|smaller number|smaller 1|second|
    second number|lesser|lesser number]
IS = [is|=|equals|is equal to|of|was|being]
HAVE = [that|which|whose|with|have|has|having|and|their|its|they|where|of]*
sum:
    HAVE sum [of|for]? [TWO|them]? IS? {s:signed}
    HAVE TWO? [add up to|adding up to|adding to|sum to|add to|total|together make|totalling|that
        make]
        {s:signed}
    {s:signed} is sum of TWO
difference:
    HAVE difference [of|between]? [TWO|them]? IS? {d}
    HAVE TWO? [differ by|differing by] {d}
    {d} is difference [of|between] TWO
product:
    HAVE product [of|for]? [TWO|them]? IS? {p:signed}
    HAVE TWO? [multiply to|multiply to give|multiplied together give|multiply together to make|
        multiplying to] {p:signed}
    {p:signed} is product of TWO
squares:
    HAVE sum of squares of [TWO|them] IS? {q}
    HAVE sum of [their]? squares IS? {q}
    HAVE squares [of TWO]? [add up to|sum to|add to|total] {q}
more:
    ONE is {k} [more|greater|larger|bigger] than OTHER
less:
    [1|1 number|1 of them|smaller|smaller number|smaller 1|first|first number] is {k} [less|
        smaller]
        than [OTHER|larger|larger number|larger 1|bigger 1|bigger number]
times:
    ONE is [{m} times|{w:multiple}] [as large as|as big as|as great as]? OTHER
    1 is [{m} times|{w:multiple}] [as large|as big|size of] [as]? OTHER
start:
    there are TWO
    [think of|take|consider|let] TWO
    [FIND|what|which|what are] TWO [have|with|has|such|are there]?
    [TWO]
    [1|1 number] and [another|another number]
order:
    [give|write|list|state|starting with]? [larger|bigger|greater|largest] [1|number]? first
    [give|write|list|state|starting with]? [smaller|smallest] [1|number]? first
asked both:
    [what are they|what are those]
    [find|determine|give|name|which are] [them|both]
    [FIND|find|what are|which] [TWO|both numbers|both|2 numbers|these numbers|them|each number|
        each]
    what [numbers|2 numbers] are [they|these|meant]
asked larger:
    [FIND|which is|what is|what] [larger|bigger|greater|largest|biggest] [number|1|of them|of
        numbers|
        of 2|integer|of 2 numbers]?
asked smaller:
    [FIND|which is|what is|what] [smaller|lesser|smallest] [number|1|of them|of numbers|of 2|
        integer|
        of 2 numbers]?
""")


_LINEAR: Final = {
    "sum": ("x", "{} - x"),
    "difference": ("x", "x + {}"),
    "more": ("x", "x + {}"),
    "less": ("x", "x + {}"),
    "times": ("x", "{}*x"),
}
"""The smaller and the larger number where the smaller one is x."""
_QUADRATIC: Final = {"product": "{a}*{b} = {k}", "squares": "{a}^2 + {b}^2 = {k}"}
_EQUATIONS: Final = {
    "sum": "x + y = {}",
    "difference": "y - x = {}",
    "more": "y = x + {}",
    "less": "y = x + {}",
    "times": "y = {}*x",
    "product": "x*y = {}",
    "squares": "x^2 + y^2 = {}",
}
"""For the smaller number x and the larger one y."""


def _value(name: str, hit: Hit) -> str:
    if name == "times" and hit.get("w"):
        return {"twice": "2", "double": "2", "thrice": "3", "triple": "3"}[hit["w"].lower()]
    value = next(hit[slot] for slot in ("s", "d", "p", "q", "k", "m") if hit.get(slot))
    return value.replace(" ", "")


def _read(story: Story) -> Problem | None:
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    told = [(name, hit) for name, hit in story.clauses if name in _EQUATIONS]
    opening = story.get("start")
    if not asked and opening and re.match(r"find|what|which|determine", opening.text, re.I):
        asked = ["both"]
    text = " ".join(hit.text for hit in story.every()).lower()
    if len(told) != 2 or len(asked) != 1 or re.search(r"\bfirst (?:number|one|1)\b", text):
        return None
    try:
        values = {name: _value(name, hit) for name, hit in told}
    except KeyError:
        return None
    if len(values) != 2:
        return None
    return _problem(values, asked[0], text, story.get("order"))


def _problem(values: dict[str, str], what: str, text: str, order: Hit | None) -> Problem | None:
    if what != "both" and order is not None:
        return None
    quadratic = [name for name in values if name in _QUADRATIC]
    linear = [name for name in values if name in _LINEAR]
    if not quadratic:
        return _linear(values, what, text, order)
    if len(quadratic) != 1 or len(linear) != 1:
        return None
    a, b = (part.format(values[linear[0]]) for part in _LINEAR[linear[0]])
    other = f"({b})" if " " in b else b
    form = _QUADRATIC[quadratic[0]]
    equation = form.format(a=a, b=other, k=values[quadratic[0]])
    relations = [equation]
    positive = bool(re.search(r"\b(?:positive|natural|counting)\b", text))
    if linear[0] == "sum":
        relations.append(f"{a} <= {b}")
    elif positive or "negative" in text:
        relations.append("x > 0" if positive else "x < 0")
    elif what == "both" and order is None:
        return _both_pairs(values, linear[0], quadratic[0], text)
    return _asked(_unknown(relations, (a, b), what, order), (a, b), text)


def _unknown(relations: list[str], pair: tuple[str, str], what: str, order: Hit | None) -> Unknowns:
    a, b = pair
    asked = {"both": (a, b), "larger": (b,), "smaller": (a,)}[what]
    if order is not None and not re.search(r"\bsmall", order.text, re.I):
        asked = (b, a)
    meanings = (("x", "the smaller number"),)
    return Unknowns(
        Kind.PUZZLE, meanings, tuple(relations), asked, any_order=what == "both" and order is None
    )


def _asked(unknown: Unknowns, pair: tuple[str, str], text: str) -> Problem | None:
    """The problem, if both numbers are what the puzzle calls them."""
    found = [unknown.at(formula) for formula in pair]
    if None in found or not all(_fits(one, text) for one in found if one is not None):
        return None
    return unknown.problem(lambda value: True)


def _fits(value: Fraction, text: str) -> bool:
    if re.search(r"\b(?:integers?|whole|natural|counting)\b", text) and value.denominator != 1:
        return False
    if re.search(r"\b(?:positive|natural|counting)\b", text):
        return value > 0
    return value >= 0 or not re.search(r"\bwhole\b", text)


def _linear(values: dict[str, str], what: str, text: str, order: Hit | None) -> Problem | None:
    relations = tuple(_EQUATIONS[name].format(value) for name, value in values.items())
    asked = {"both": ("x", "y"), "larger": ("y",), "smaller": ("x",)}[what]
    if order is not None and not re.search(r"\bsmall", order.text, re.I):
        asked = ("y", "x")
    meanings = (("x", "the smaller number"), ("y", "the larger number"))
    unknown = Unknowns(
        Kind.PUZZLE, meanings, relations, asked, any_order=what == "both" and order is None
    )
    found = unknown.values()
    if found is None or found["x"] > found["y"]:
        return None
    return _asked(unknown, ("x", "y"), text)


def _both_pairs(values: dict[str, str], linear: str, quadratic: str, text: str) -> Problem | None:
    """Two solutions, of which the puzzle leaves out none: a system of two equations."""
    if re.search(r"\b(?:integers?|whole)\b", text):
        return None
    given = Planner({"k": number("1")}, unknowns=["x", "y"])
    for name in (linear, quadratic):
        given.condition(_EQUATIONS[name].format(values[name]))
    conditions = tuple(given.equations)
    if not _has_rational_roots(values, linear, quadratic):
        return None
    told = " and ".join(map(to_plain, conditions))
    read_as = f"Solve {told} for x and y."
    return Problem(Kind.SYSTEM, Form.ASSIGNMENT, read_as, ("x", "y"), conditions)


def _has_rational_roots(values: dict[str, str], linear: str, quadratic: str) -> bool:
    """Whether the puzzle has whole fractions for its solutions, as puzzles have."""
    a, b = (f"({part.format(values[linear])})" for part in _LINEAR[linear])
    equation = _QUADRATIC[quadratic].format(a=a, b=b, k=values[quadratic])
    unknown = Unknowns(Kind.PUZZLE, (("x", "x"),), (equation, "x > 0"), ("x",))
    return unknown.values() is not None


READERS: Final = (Family(_KEYS, _GRAMMAR, _read, shut=_SHUT, most=24),)
