"""Critical points, extrema, intervals of increase, inflection points."""

from __future__ import annotations

import re

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems.asked import FIND, SUBJECT, Asked, subject
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.wave_shape import wave_of
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Interval, RelOp, Symbol

_EXTREME = (
    r"(?:extrema|extremum|extreme (?:values?|points?)|"
    r"(?:maxima|maximum|maximums|max)(?: points?| values?)?(?: and|,|or)(?: the)?"
    r"(?: local| relative| absolute| global)? (?:minima|minimum|minimums|min)"
    r"(?: points?| values?)?)"
)
_OF = r"(?: of| for)?"
_LOCAL = LazyPattern(
    rf"{FIND}(?:and classify )?(?:all )?(?:the )?(?:local|relative) {_EXTREME}(?:{_OF} {SUBJECT})?"
    rf"|{FIND}(?:all )?(?:the )?(?:(?P<turning>turning points)|{_EXTREME}){_OF} "
    rf"{SUBJECT.replace('<f>', '<g>').replace('<it>', '<that>')}"
)
_ON = (
    r"(?: ,)?(?: on| over| in| for| within)?(?: the)?(?: closed)?(?: interval)?"
    r"(?: (?P<interval>#)| from (?P<low>#) to (?P<high>#)| between (?P<a>#) and (?P<b>#))"
)
_ABSOLUTE = LazyPattern(
    rf"{FIND}(?:all )?(?:the )?(?:absolute |global )?{_EXTREME}(?:{_OF} {SUBJECT})?{_ON}"
)
_ONE = LazyPattern(
    rf"{FIND}(?:the )?(?:absolute |global )?(?P<which>maximum|minimum|max|min|greatest|least|"
    rf"largest|smallest|highest|lowest)(?: possible)?(?: value)?{_OF}(?: of)? {SUBJECT}(?:{_ON})?"
)
_CRITICAL = LazyPattern(
    rf"{FIND}(?:all )?(?:the )?(?:critical(?: points?| values?| numbers?)|stationary values?)"
    rf"(?:{_OF} {SUBJECT})?"
)
_STATIONARY = LazyPattern(rf"{FIND}(?:all )?(?:the )?stationary points?(?:{_OF} {SUBJECT})?")
_INFLECTION = LazyPattern(
    rf"{FIND}(?:all )?(?:the )?(?:points? of inflection|inflection points?)(?:{_OF} {SUBJECT})?"
)
_WAY = r"(?P<way>increasing|decreasing|concave up|concave down|concave upward|concave downward)"
_SHOW = r"(?:find|determine|state|give|identify|calculate|tell me) (?:all )?(?:the )?"
_PLACES = r"(?:open )?(?:intervals?|values?|set|region)(?: of (?P<x>#))?"
_MONOTONE = tuple(
    LazyPattern(pattern)
    for pattern in (
        rf"(?:on|for|over|in) (?:what|which) {_PLACES} (?:is|does) {SUBJECT}(?: strictly)? {_WAY}",
        rf"(?:where|when) is {SUBJECT}(?: strictly)? {_WAY}",
        rf"(?:{_SHOW})?{_PLACES} (?:(?:on|in|over|for|at) which|where|when|that) "
        rf"{SUBJECT}(?: is)?(?: strictly)? {_WAY}",
        rf"(?:find|determine|state) (?:where|when) {SUBJECT}(?: is)?(?: strictly)? {_WAY}",
        rf"{FIND}(?:all )?(?:the )?intervals? of (?P<noun>increase|decrease)(?: of| for) {SUBJECT}",
    )
)
_TASKS = {
    "concave upward": "concave up",
    "concave downward": "concave down",
    "increase": "increasing",
    "decrease": "decreasing",
}
_GREATEST = ("maximum", "max", "greatest", "largest", "highest")


def read(asked: Asked) -> Problem | None:
    """One question about the shape of a curve."""
    return (
        _absolute(asked)
        or _local(asked)
        or _one(asked)
        or _points(asked, _CRITICAL, "critical")
        or _points(asked, _STATIONARY, "stationary")
        or _points(asked, _INFLECTION, "inflection")
        or _monotone(asked)
    )


def _function(asked: Asked, match: re.Match[str]) -> tuple[str, Expr] | None:
    if "g" in match.re.groupindex and (match["g"] or match["that"]):
        return asked.function(None if match["that"] else asked.tree(match, "g"))
    return subject(asked, match)


def _local(asked: Asked) -> Problem | None:
    match = _LOCAL.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    found = _function(asked, match)
    if found is None:
        return None
    if match["turning"]:
        return _points_of(*found, "turning")
    read_as = f"Find the local extrema of {to_plain(found[1])}."
    return Problem(
        Kind.EXTREMA, Form.POINTS, read_as, target=found[1], variable=found[0], task="local"
    )


def _absolute(asked: Asked) -> Problem | None:
    match = _ABSOLUTE.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    found = subject(asked, match)
    ends = None if found is None else _interval(asked, match, found[0])
    if found is None or ends is None:
        return None
    on = f"[{to_plain(ends[0])}, {to_plain(ends[1])}]"
    read_as = f"Find the absolute maximum and minimum of {to_plain(found[1])} on {on}."
    return Problem(
        Kind.EXTREMA,
        Form.POINTS,
        read_as,
        target=found[1],
        variable=found[0],
        items=ends,
        task="absolute",
    )


def _interval(asked: Asked, match: re.Match[str], variable: str) -> tuple[Expr, Expr] | None:
    """The two ends of a closed interval: ``[0, 3]``, ``0 <= x <= 3``, ``from 0 to 3``."""
    for low, high in (("low", "high"), ("a", "b")):
        if match[low]:
            ends = (*asked.expressions(match, low), *asked.expressions(match, high))
            return ends if len(ends) == 2 and not any(map(variables, ends)) else None
    node = asked.tree(match, "interval") if match["interval"] else None
    if isinstance(node, Chain) and node.ops == (RelOp.IN,) and node.items[0] == Symbol(variable):
        node = node.items[1]
    if isinstance(node, Interval) and node.lower_closed and node.upper_closed:
        return node.lower, node.upper
    if isinstance(node, Chain) and node.ops == (RelOp.LE, RelOp.LE):
        low_end, name, high_end = node.items
        return (low_end, high_end) if name == Symbol(variable) else None
    return None


def _one(asked: Asked) -> Problem | None:
    match = _ONE.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    found = subject(asked, match)
    if found is None or wave_of(found[1], found[0]) is not None:
        return None
    bounded = any(match[g] for g in ("interval", "low", "a"))
    ends = _interval(asked, match, found[0]) if bounded else ()
    if ends is None:
        return None
    task = "maximum" if match["which"] in _GREATEST else "minimum"
    on = f" on [{to_plain(ends[0])}, {to_plain(ends[1])}]" if ends else ""
    read_as = f"Find the {task} value of {to_plain(found[1])}{on}."
    return Problem(
        Kind.EXTREMA,
        Form.NUMBER,
        read_as,
        target=found[1],
        variable=found[0],
        items=ends,
        task=task,
    )


_PHRASES = {
    "critical": "critical points",
    "stationary": "coordinates of the stationary points",
    "turning": "coordinates of the turning points",
    "inflection": "inflection points",
}


def _points(asked: Asked, pattern: LazyPattern, task: str) -> Problem | None:
    match = pattern.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    found = subject(asked, match)
    return None if found is None else _points_of(*found, task)


def _points_of(variable: str, body: Expr, task: str) -> Problem:
    read_as = f"Find the {_PHRASES[task]} of {to_plain(body)}."
    return Problem(
        Kind.CRITICAL_POINTS, Form.POINTS, read_as, target=body, variable=variable, task=task
    )


def _monotone(asked: Asked) -> Problem | None:
    match = next((m for p in _MONOTONE if (m := p.fullmatch(asked.text))), None)
    if match is None:
        return None
    asked.used.clear()
    found = subject(asked, match)
    if found is None:
        return None
    groups = match.groupdict()
    if groups.get("x") and asked.tree(match, "x") != Symbol(found[0]):
        return None
    said = groups.get("way") or groups["noun"]
    task = _TASKS.get(said, said)
    read_as = f"Find the intervals where {to_plain(found[1])} is {task}."
    return Problem(
        Kind.MONOTONICITY,
        Form.INTERVALS,
        read_as,
        target=found[1],
        variable=found[0],
        task=task,
    )
