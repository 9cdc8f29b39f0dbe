"""Puzzles about consecutive numbers: their sum, their product, the sum of their squares."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import real_solutions
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.unknowns import Unknowns
from mathviz_chat.core.problems.wording import Hit
from mathviz_chat.core.reading import read, to_plain
from mathviz_chat.core.reading.tree import Chain

_KEYS: Final = re.compile(r"\bconsecutive\b", re.I)
_SHUT: Final = re.compile(r"%|\bnot\b|n't\b|\bexcept\b|\bprimes?\b|\bfactors?\b|[$€£₹]", re.I)
MOST: Final = 20

_GRAMMAR: Final = grammar("""
KIND = [positive|natural|whole|negative|counting|{even:even}|{odd:odd}]
NUMBERS = [numbers|integers|naturals]
GROUP = [{n:int} KIND* consecutive KIND* NUMBERS|{n:int} consecutive multiples of {step:int}]
THEY = [whose|their|with|that|which|have|having|has|of which|such that|and]*
BE = [is|=|equals|of|was|equal to]
PEOPLE = [siblings|brothers|sisters|children|kids|friends|cousins|boys|girls]
sum:
    sum of GROUP BE {s:signed}
    GROUP [add up to|sum to|total|adding up to|adding to|add to|have sum of|totalling] {s:signed}
    THEY [sum|total] BE? {s:signed}
    THEY [add up to|sum to|adding up to|adding to|add to|totalling|total] {s:signed}
    {s:signed} is sum of GROUP
product:
    product of GROUP BE {p:int}
    GROUP [multiply to|have product of|with product] {p:int}
    THEY product BE? {p:int}
    {p:int} is product of GROUP
squares:
    sum of squares of GROUP BE {q:int}
    squares of GROUP [add up to|sum to|total|add to] {q:int}
    THEY sum of [their]? squares BE? {q:int}
start:
    [FIND|what are|which are]? GROUP
    there are GROUP
    {n:int} PEOPLE have ages [that|which]? [are]? consecutive KIND* NUMBERS
    ages of {n:int} PEOPLE are consecutive KIND* NUMBERS
    {n:int} PEOPLE have consecutive KIND* ages
    {n:int} PEOPLE whose ages are consecutive KIND* NUMBERS
order:
    [give|write|list|state|starting with]? [{first:bigsmall}] [1|number]? first
asked all:
    [FIND|what are|name|determine] [NUMBERS|them|all NUMBERS|these NUMBERS|these 2 numbers|these 3
        numbers|2 NUMBERS|3 NUMBERS|both|both NUMBERS|those NUMBERS|each number]
    what are they
    which NUMBERS [are they|are these]?
    what NUMBERS are [they|these]
    how old are they
asked largest:
    [FIND|what is|which is] [largest|larger|greater|greatest|biggest|bigger|last|highest] [number|
        integer|1|of [them|NUMBERS|these NUMBERS|2|3]]?
    how old is [oldest|eldest] [1|child|sibling|brother|sister|of them]?
asked smallest:
    [FIND|what is|which is] [smallest|smaller|least|first|lowest] [number|integer|1|of [them|
        NUMBERS|
        these NUMBERS|2|3]]?
    how old is youngest [1|child|sibling|brother|sister|of them]?
asked middle:
    [FIND|what is|which is] middle [number|integer|1|of [them|NUMBERS|these NUMBERS|3]]?
    how old is middle [1|child|sibling|brother|sister]
""")


def _read(story: Story) -> Problem | None:
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    groups = [hit for hit in story.every() if hit.get("n")]
    told = [(name, hit) for name, hit in story.clauses if name in ("sum", "product", "squares")]
    if len(groups) != 1 or len(told) != 1 or len(asked) > 1:
        return None
    group = groups[0]
    if not asked and not re.match(r"find|what|which|determine", group.text, re.I):
        return None
    count, step = int(group["n"]), _step(group)
    if not 2 <= count <= MOST or step == 0:
        return None
    text = " ".join(hit.text for hit in story.every()).lower()
    return _problem(group, told[0], (asked or ["all"])[0], text, story.get("order"))


def _step(group: Hit) -> int:
    """From one number to the next."""
    if group.get("step"):
        return int(group["step"])
    return 2 if group.get("even") or group.get("odd") else 1


def _problem(
    group: Hit, told: tuple[str, Hit], what: str, text: str, order: Hit | None
) -> Problem | None:
    count, step = int(group["n"]), _step(group)
    terms = ["n", *(f"(n + {step * k})" for k in range(1, count))]
    name, hit = told
    if name == "product" and count > 2:
        return None
    if name == "sum":
        relations = [f"{' + '.join(terms)} = {hit['s'].replace(' ', '')}"]
    else:
        relations = [
            f"{'*'.join(terms)} = {hit['p']}"
            if name == "product"
            else f"{' + '.join(f'{term}^2' for term in terms)} = {hit['q']}"
        ]
        if re.search(r"\b(?:positive|natural|counting|whole|ages)\b", text):
            relations.append("n > 0")
        elif "negative" in text:
            relations.append("n < 0")
        elif what == "all" and order is None and count == 2:
            return _both_signs(group, relations[0])
        else:
            return None  # two solutions, and no word that leaves one of them
    formulas = [term.strip("()") for term in terms]
    unknown = Unknowns(
        Kind.PUZZLE,
        (("n", "the smallest number"),),
        tuple(relations),
        _asked(formulas, what, order),
        any_order=what == "all" and order is None,
    )
    found = unknown.values()
    if found is None or not _fits(found["n"], group, text) or (what == "middle" and count % 2 == 0):
        return None
    return unknown.problem(lambda value: True)


def _both_signs(group: Hit, relation: str) -> Problem | None:
    """Two numbers x and y = x + 1: both pairs, where each of them is of the kind that is told."""
    step = _step(group)
    told = relation.replace(f"(n + {step})", "y").replace("n", "x")
    statements = [read(f"y = x + {step}"), read(told)]
    equations = tuple(one for one in statements if isinstance(one, Chain))
    placed = read(relation)
    assert isinstance(placed, Chain) and len(equations) == 2
    found = real_solutions(placed, "n")
    if found is None or found.intervals or not found.points:
        return None
    for point in found.points:
        value = None if point.exact is None else recount.value(point.exact)
        if not isinstance(value, Fraction) or not _fits(value, group, ""):
            return None
    read_as = f"Solve {' and '.join(map(to_plain, equations))} for x and y."
    return Problem(Kind.SYSTEM, Form.ASSIGNMENT, read_as, ("x", "y"), equations)


def _asked(formulas: list[str], what: str, order: Hit | None) -> tuple[str, ...]:
    if what == "all":
        large = order is not None and re.match(r"larg|big|great|high", order["first"], re.I)
        return tuple(reversed(formulas)) if large else tuple(formulas)
    return (formulas[{"largest": -1, "smallest": 0, "middle": len(formulas) // 2}[what]],)


def _fits(value: Fraction, group: Hit, text: str) -> bool:
    """A whole number of the right parity, a multiple where that is said."""
    if value.denominator != 1:
        return False
    if re.search(r"\b(?:positive|natural|counting|ages)\b", text) and value <= 0:
        return False
    if "negative" in text and value >= 0:
        return False
    if group.get("step"):
        return value.numerator % int(group["step"]) == 0
    odd = value.numerator % 2 == 1
    return not (group.get("even") and odd) and not (group.get("odd") and not odd)


READERS: Final = (Family(_KEYS, _GRAMMAR, _read, shut=_SHUT, most=24),)
