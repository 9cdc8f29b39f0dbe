"""Arithmetic and geometric progressions from two facts: terms, sums, the difference or the ratio.

A fact has its value beside it, what is asked has none; so they may come in any order. What is left
of the text may only connect.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem

_NAMED: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                 "ninth", "tenth", "eleventh", "twelfth")  # fmt: skip
_ORDINAL = rf"(?P<n>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_NAMED)})"
_SORT: Final = LazyPattern(
    r"(?:an?\s+|the\s+|this\s+)?(?P<sort>arithmetic|geometric)(?:al)?\s+(?:progression|sequence|series)"
    r"|(?:an?\s+|the\s+|this\s+)?(?<![A-Za-z])(?P<short>AP|A\.P\.?|GP|G\.P\.?)(?![A-Za-z])",
    re.IGNORECASE,
)
_VALUE = r"(?P<v>[-−]?\s?\d+(?:/\d+|\.\d+)?)(?![\d/:%]|\.\d|\s*[-+*^])"
_IS = r"\s*(?:is|are|=|equals|of|being|was|:)\s*"
_VALUE_OF_TERM = _VALUE.replace("<v>", "<w>")
_TERM = rf"{_ORDINAL}(?:\s+term(?:\s+(?:of\s+)?#)?(?:{_IS}|\s+)|{_IS})"
_INDEXED = r"(?:a|t|u|T)_?\{?(?P<i>\d{1,3})\}?"
_SUM = (
    r"sum\s+(?:of|to)\s+(?:its\s+|the\s+)?(?:first\s+)?(?P<k>\d{1,3})\s+terms(?:\s+(?:of\s+)?#)?"
    r"|S_?\{?(?P<s>\d{1,3})\}?"
)
_STEP = r"(?P<step>(?:common\s+)?(?:difference|ratio))|(?<![A-Za-z])(?P<letter>[dr])(?![A-Za-z])"
_FACT: Final = LazyPattern(
    rf"(?<![\w.])(?:{_SUM}|{_STEP}|{_INDEXED})(?:{_IS}|\s+){_VALUE}"
    rf"|(?<![\w.]){_TERM}{_VALUE_OF_TERM}",
    re.IGNORECASE,
)
_ASKED: Final = LazyPattern(
    rf"(?<![\w.])(?:{_SUM}|{_STEP}|{_INDEXED}|{_ORDINAL}\s+term(?:\s+(?:of\s+)?#)?)(?![\w]|\s*=)",
    re.IGNORECASE,
)
_CONNECTING = (
    "if given that and the in of whose with has have find what what's is are then where its for a "
    "an calculate determine work out state hence let suppose also value values which having it "
    "it's when # evaluate compute give"
)
_LEFT: Final = frozenset(_CONNECTING.split())
_FIND: Final = re.compile(
    r"\b(?:find|what|what's|calculate|determine|work\s+out|state|evaluate|compute|give)\b", re.I
)
MAX_RANK: Final = 200
MAX_RANK_GEOMETRIC: Final = 40


@dataclass(frozen=True, slots=True)
class _Thing:
    """A ``term`` or a ``sum`` with its rank, or the ``step`` (rank 0)."""

    sort: str
    rank: int

    def formula(self, geometric: bool) -> str:
        """In the first term a and the difference d, or the ratio r."""
        n = self.rank
        if self.sort == "step":
            return "r" if geometric else "d"
        if self.sort == "term":
            if n == 1:
                return "a"
            if n == 2:
                return "a*r" if geometric else "a + d"
            return f"a*r^{n - 1}" if geometric else f"a + {n - 1}*d"
        return f"a*(r^{n} - 1)/(r - 1)" if geometric else f"{n}*(2*a + {n - 1}*d)/2"

    def named(self, geometric: bool) -> str:
        """As the reading calls it."""
        if self.sort == "step":
            return f"common {'ratio' if geometric else 'difference'}"
        ending = {1: "st", 2: "nd", 3: "rd"}.get(self.rank % 10, "th")
        ending = "th" if self.rank % 100 in (11, 12, 13) else ending
        one = f"{self.rank}{ending} term"
        return one if self.sort == "term" else f"sum of the first {self.rank} terms"


@dataclass(slots=True)
class _Told:
    geometric: bool
    facts: dict[_Thing, str] = field(default_factory=dict)
    asked: list[_Thing] = field(default_factory=list)


_SAID_AGAIN: Final = re.compile(r"In (?:an arithmetic|a geometric) progression ", re.IGNORECASE)


def read(clauses: Clauses) -> Problem | None:
    """The one thing that is asked, in the words of :func:`said_again`."""
    text = " ".join(". ".join(clauses.sentences).split())
    found = _told(text) if _SAID_AGAIN.match(text) else None
    if found is None or len(found.asked) != 1:
        return None
    return (_geometric if found.geometric else _arithmetic)(found, found.asked[0])


def said_again(text: str) -> str | None:
    """What no other rule reads, in one form; several things that are asked each in its part."""
    found = _told(text)
    if found is None or not found.asked:
        return None
    if len(found.asked) == 1:
        return _read_as(found, found.asked[0])
    parts = zip("abcdef", found.asked, strict=False)
    return " ".join(f"({label}) {_read_as(found, one)}" for label, one in parts)


def _told(text: str) -> _Told | None:
    sorts = {(match["sort"] or match["short"]).lower()[0] for match in _SORT.finditer(text)}
    if len(sorts) != 1 or _FIND.search(text) is None:
        return None
    found = _Told(sorts == {"g"})
    rest = _SORT.sub(" # ", text.replace("−", "-").replace("$", " "))
    while (match := _FACT.search(rest)) is not None:
        thing = _thing(match, found.geometric)
        if thing is None or thing in found.facts:
            return None
        found.facts[thing] = (match["v"] or match["w"]).replace(" ", "")
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    while (match := _ASKED.search(rest)) is not None:
        thing = _thing(match, found.geometric)
        if thing is None or thing in found.asked or thing in found.facts:
            return None
        found.asked.append(thing)
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    left = set(re.findall(r"[^\s,.;:?]+", rest.lower()))
    return found if left <= _LEFT and len(found.facts) == 2 and found.asked else None


def _thing(match: re.Match[str], geometric: bool) -> _Thing | None:
    step = match["step"] or match["letter"]
    if step:
        fits = step.lower()[-1] in ("o", "r") if geometric else step.lower()[-1] in ("e", "d")
        return _Thing("step", 0) if fits else None
    if match["k"] or match["s"]:
        return _ranked("sum", int(match["k"] or match["s"]))
    if match["i"]:
        return _ranked("term", int(match["i"]))
    name = match["n"].lower()
    rank = _NAMED.index(name) + 1 if name in _NAMED else int(re.sub(r"\D", "", name))
    return _ranked("term", rank)


def _ranked(sort: str, rank: int) -> _Thing | None:
    return _Thing(sort, rank) if 1 <= rank <= MAX_RANK else None


def _read_as(found: _Told, asked: _Thing) -> str:
    name = f"{'a geometric' if found.geometric else 'an arithmetic'} progression"
    facts = " and the ".join(
        f"{thing.named(found.geometric)} is {value}" for thing, value in found.facts.items()
    )
    return f"In {name} the {facts}. Find the {asked.named(found.geometric)}."


def _arithmetic(found: _Told, asked: _Thing) -> Problem | None:
    """Two linear equations for the first term and the difference."""
    values = (number(Fraction(value)) for value in found.facts.values())
    plan = Planner(dict(zip("pq", values, strict=True)))
    plan.unknown("a", "the first term").unknown("d", "the common difference")
    for letter, thing in zip("pq", found.facts, strict=True):
        plan.equation(f"{thing.formula(geometric=False)} = {letter}")
    if asked.sort == "term" and asked.rank > 1:
        rule = f"Put the values in a + {asked.rank - 1}d"
    else:
        rule = "Put the values in n(2a + (n - 1)d)/2" if asked.sort == "sum" else "Read it off"
    plan.find("x", rule, asked.formula(geometric=False))
    return plan.problem(Kind.PUZZLE, _read_as(found, asked))


def _geometric(found: _Told, asked: _Thing) -> Problem | None:
    """The ratio from two terms an odd number of places apart, or told; then the first term."""
    terms = sorted((one.rank, value) for one, value in found.facts.items() if one.sort == "term")
    step = next((value for one, value in found.facts.items() if one.sort == "step"), None)
    if len(terms) + (step is not None) != 2 or asked.rank > MAX_RANK_GEOMETRIC:
        return None
    (rank, first), (other, last) = terms[0], terms[-1]
    ratio = Fraction(step) if step is not None else _ratio(first, last, other - rank)
    if ratio is None or ratio in (0, 1) or not Fraction(first):
        return None
    start = Fraction(first) / ratio ** (rank - 1)
    plan = Planner({"p": number(Fraction(first)), "q": number(Fraction(last)),
                    "A": number(start), "R": number(ratio)})  # fmt: skip
    if step is None:
        _find_ratio(plan, other - rank, ratio < 0)
    else:
        plan.find("r", "The ratio is told", "R")
    below = "" if rank == 1 else "/r" if rank == 2 else f"/r^{rank - 1}"
    plan.find("a", "Divide for the first term", f"p{below}")
    if asked.formula(geometric=True) not in ("a", "r"):
        what = "a*r^(n - 1)" if asked.sort == "term" else "a(r^n - 1)/(r - 1)"
        plan.find("x", f"Put the values in {what}", asked.formula(geometric=True))
    elif asked.sort == "step":
        plan.find("x", "That is the ratio", "r")
    plan.check(f"A*R^{rank - 1} = p", f"A*R^{other - 1} = q", f"answer = {_added_up(asked)}")
    return plan.problem(Kind.PUZZLE, _read_as(found, asked), decimals=False)


def _find_ratio(plan: Planner, apart: int, negative: bool) -> None:
    """From the quotient of two terms that are so many places apart."""
    if apart == 1:
        plan.find("r", "Divide neighbouring terms for the ratio", "q/p")
        return
    plan.find("k", f"Divide the terms: the quotient is the ratio to the power {apart}", "q/p")
    root = f"-(-k)^(1/{apart})" if negative else f"k^(1/{apart})"
    plan.find("r", f"Take the root of index {apart} for the ratio", root)


def _added_up(asked: _Thing) -> str:
    """In the first term A and the ratio R that were found in fractions, without the formula."""
    if asked.sort == "step":
        return "R"
    powers = [f"A*R^{k}" for k in range(asked.rank)]
    return powers[-1] if asked.sort == "term" else " + ".join(powers)


def _ratio(first: str, last: str, apart: int) -> Fraction | None:
    """The only real one, where it is rational; of an even power there are two."""
    if apart % 2 == 0 or not Fraction(first):
        return None
    quotient = Fraction(last) / Fraction(first)
    above, below = (_whole_root(n, apart) for n in (abs(quotient.numerator), quotient.denominator))
    if above is None or below is None:
        return None
    return Fraction(above if quotient > 0 else -above, below)


def _whole_root(value: int, index: int) -> int | None:
    near = round(value ** (1 / index))
    return next((one for one in (near - 1, near, near + 1) if one**index == value), None)
