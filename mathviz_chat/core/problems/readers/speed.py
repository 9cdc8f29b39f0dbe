"""``A train travels 120 miles in 2 hours. What is its speed?``, and distance or time asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems import language, spoken, units
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.slots import Slots
from mathviz_chat.core.problems.units import Unit
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Div, Expr, Mul, Quantity

_SUBJECT: Final = (
    r"(?:(?:a|an|the|my|his|her|our|one)\s+(?:[a-z]+\s+){0,2}?[a-z]+|(?-i:[A-Z])[a-z]+|it|he|she|they|i|"
    r"you|we)"
)
_GOES: Final = (
    r"(?:(?:can|has|have|had|is|was|will|to)\s+)?(?:"
    r"(?:travel|go|drive|cover|run|walk|cycle|fly|move|ride|race|swim|sail|jog|hike|crawl|row|bike)"
    r"(?:es|s|led|ed|d)?|(?:travell|travel|go|driv|cover|runn|walk|cycl|fly|mov|rid|rac|swimm|sail|"
    r"jogg|hik|crawl|row|bik)ing|flies|goes|went|drove|ran|flew|rode|swam|gone|driven|flown|swum)"
)
_VALUE: Final = r"(?:\d[\d,]*(?:\.\d+)?(?:\s+\d+/\d+|/\d+)?|an?(?=\s)|" + spoken.NUMBER + r")"
_UNIT = rf"(?:[a-zA-Z]+\s*(?:/|\s+per\s+|\s+an?\s+)\s*[a-z]+|{units.SPELLING})(?![a-zA-Z])"
_QUANTITY: Final = LazyPattern(rf"(?P<value>{_VALUE})\s*-?\s*(?P<unit>{_UNIT})")
_STEADY = r"(?:(?:constant|steady|average|uniform|fixed|mean)\s+)?"
_PART = (
    (
        r"(?:,?\s+(?:(?:for|in|over|at|takes|took|during)\s+)?(?:(?:a|an|the)\s+)?"
        rf"{_STEADY}(?:(?:speed|distance|time|rate|total)\s+of\s+)?(?:{_QUANTITY.pattern}))"
    )
    .replace("?P<value>", "?:")
    .replace("?P<unit>", "?:")
)
_STILL_AIR = r"(?:\s+(?:against|with)\s+no\s+wind|\s+in\s+still\s+air)?"
_AT_STEADY = rf"(?:\s+at\s+an?\s+{_STEADY}(?:speed|rate))?"
_UNIT_ASKED = r"(?:,?\s*\(?in\s+(?P<asked>[a-z]+(?:\s*/\s*[a-z]+|\s+per\s+[a-z]+)?)\)?)?"
_FIND = r"(?:what(?:'s|\s+is|\s+was|s)|find|calculate|work\s+out|determine|compute|give)"
_AUX = r"(?:does|did|will|is|was|has|can|do|would|must)"
_MOVES = rf"(?:{_GOES}|be\s+(?:going|travell?ing))"
_WHO = rf"(?P<who>{_SUBJECT})"
_TRIP = r"(?:the|this|its|his|her)\s+(?:trip|journey|ride|drive|run|walk|flight)"

_ASKS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "speed": (
            rf"{_FIND}\s+(?:its|his|her|their|the)\s+{_STEADY}(?:speed|rate)(?:\s+of\s+{_WHO})?",
            rf"(?:(?:its|his|her|their|the)\s+)?{_STEADY}speed",
            rf"{_FIND}\s+(?P<who>{_SUBJECT})'s?\s+{_STEADY}(?:speed|rate)",
            rf"how\s+fast\s+{_AUX}\s+{_WHO}\s+{_MOVES}",
            rf"how\s+fast\s+(?:is|was)\s+{_WHO}",
            rf"at\s+what\s+{_STEADY}speed\s+{_AUX}\s+{_WHO}\s+{_MOVES}",
        ),
        "distance": (
            rf"how\s+far\s+{_AUX}\s+{_WHO}\s+{_MOVES}",
            rf"(?:what|which)\s+distance\s+{_AUX}\s+{_WHO}\s+{_MOVES}",
            rf"how\s+many\s+(?P<many>[a-z]+)\s+{_AUX}\s+{_WHO}\s+{_MOVES}",
            rf"{_FIND}\s+the\s+distance(?:\s+(?:that\s+)?{_WHO}\s+{_MOVES}|\s+(?:travell?ed|covered))?",
        ),
        "time": (
            rf"how\s+long\s+(?:does|did|will|would)\s+(?:it|{_TRIP})\s+take(?:\s+(?:for\s+)?{_WHO})?",
            rf"how\s+long\s+(?:does|did|will|would)\s+{_WHO}\s+take",
            rf"how\s+long\s+{_AUX}\s+{_WHO}\s+{_MOVES}",
            rf"how\s+many\s+(?P<many>[a-z]+)\s+(?:does|did|will|would)\s+(?:it|{_TRIP})\s+take"
            rf"(?:\s+(?:for\s+)?{_WHO})?",
        ),
    }
)
_FACT: Final = (
    rf"(?:(?:if|when|given\s+that|suppose(?:\s+that)?)\s+)?(?P<subject>{_SUBJECT})\s+"
    rf"(?:(?:that|which|who)\s+)?{_GOES}(?P<facts>{_PART}{{1,2}}){_AT_STEADY}{_STILL_AIR}"
)
_EMBEDDED = (
    rf"(?:\s+(?:(?:if|when|that|which|who|to|for)\s+)?(?:(?P<other>{_SUBJECT})\s+)?{_GOES})?"
    rf"(?P<more>{_PART}{{0,2}}){_AT_STEADY}{_UNIT_ASKED}"
)
_NAMED = rf"\s+the\s+(?:speed|distance|time){_PART}"
_GIVEN = rf"(?P<facts>{_NAMED}\s+and{_NAMED})(?P<more>)"
_FORMAL: Final = tuple(
    (what, LazyPattern(rf"find\s+the\s+{what}{_UNIT_ASKED},\s+given(?P<subject>){_GIVEN}", re.I))
    for what in _ASKS
)
"""The wording of ``Problem.read_as``."""

_PATTERNS: Final = tuple(
    (what, LazyPattern(rf"(?:{_FACT}\s*[.,;]\s*(?:then\s+)?)?{ask}{_EMBEDDED}", re.IGNORECASE))
    for what, asks in _ASKS.items()
    for ask in asks
)
_PRONOUNS: Final = frozenset({"it", "he", "she", "they", "i", "you", "we"})
_DIMENSIONS: Final = {"speed": "length/time", "distance": "length", "time": "time"}


def read(clauses: Clauses) -> Problem | None:
    """One motion at one speed: two of speed, distance and time are given, the third is asked."""
    if clauses.given:
        return None
    text = ". ".join(filter(None, (*clauses.facts, clauses.asked)))
    for what, pattern in (*_PATTERNS, *_FORMAL):
        match = pattern.fullmatch(text)
        if match is None or not _one_subject(match):
            continue
        given = _quantities((match["facts"] or "") + (match["more"] or ""))
        target = _unit_asked(match)
        if given is not None and (target is None or target.dimension == _DIMENSIONS[what]):
            return _problem(what, given, target)
    return None


def _one_subject(match: re.Match[str]) -> bool:
    subject, who = match["subject"], match.groupdict().get("who")
    words = f"{subject or ''} {who or ''} {match.groupdict().get('other') or ''}".lower().split()
    if language.RELATION_WORDS & set(words) or any(word in spoken.NUMBER_WORDS for word in words):
        return False
    if not subject or not who or who.lower() in _PRONOUNS:
        return True
    return subject.lower().split()[-1] == who.lower().split()[-1]


def _unit_asked(match: re.Match[str]) -> Unit | None:
    spelling = match["asked"] or match.groupdict().get("many")
    return units.find(spelling) if spelling else None


def _quantities(text: str) -> dict[str, tuple[Expr, Unit]] | None:
    """The two quantities by dimension; None unless they are two of the three."""
    found: dict[str, tuple[Expr, Unit]] = {}
    count = 0
    for match in _QUANTITY.finditer(text):
        unit = units.find(match["unit"])
        spelled = "1" if match["value"].lower() in ("a", "an") else match["value"]
        value = Slots().expression(spelled)
        if unit is None or value is None:
            return None
        found[unit.dimension] = (value, unit)
        count += 1
    known = set(found) <= set(_DIMENSIONS.values())
    return found if count == len(found) == 2 and known else None


def _problem(what: str, given: dict[str, tuple[Expr, Unit]], target: Unit | None) -> Problem | None:
    if _DIMENSIONS[what] in given:
        return None
    parts = {name: given[dim] for name, dim in _DIMENSIONS.items() if dim in given}
    tree = {name: Quantity(value, unit.symbol) for name, (value, unit) in parts.items()}
    expression: Expr
    if what == "distance":
        expression = Mul(tree["speed"], tree["time"])
    else:
        expression = Div(tree["distance"], tree["time" if what == "speed" else "speed"])
    unit = target or natural_unit(what, {name: unit for name, (_, unit) in parts.items()})
    asked = f" in {unit.symbol}" if target else ""
    stated = " and ".join(f"the {name} {to_plain(tree[name])}" for name in tree)
    return Problem(
        Kind.SPEED,
        Form.QUANTITY,
        f"Find the {what}{asked}, given {stated}.",
        unknowns=(what,),
        expression=expression,
        unit=unit.symbol,
        unit_named=target is not None,
    )


def natural_unit(what: str, given: Mapping[str, Unit]) -> Unit:
    """The unit that a teacher would answer in: that of the data, hours for miles and kilometres."""
    if what == "distance":
        length = given["speed"].symbol.partition("/")[0]
        return units.UNITS["mi" if length == "mph" else length]
    if what == "time":
        below = given["speed"].symbol.partition("/")[2] or "h"
        return units.UNITS[below]
    distance, time = given["distance"], given["time"]
    if distance.symbol in ("km", "mi") and time.symbol in ("min", "s"):
        time = units.UNITS["h"]
    return units.quotient(distance, time)
