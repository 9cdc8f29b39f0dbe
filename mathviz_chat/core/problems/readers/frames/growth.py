"""What doubles, triples or halves in equal times: how long it takes, how many there are then."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import whole_counts
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_FACTORS: Final = {"doubl": "2", "tripl": "3", "trebl": "3", "quadrupl": "4", "halv": "(1/2)"}
_UNIT = r"(?:second|minute|hour|day|week|month|year)s?"
_SPAN: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+?)s?", re.IGNORECASE)
_THINGS = r"(?: (?!(?:and|or|until|when|after|how|in|every)\b)[a-z]+)?"


def _span(text: str) -> tuple[str, str] | None:
    """``3 hours`` as 3 and hour."""
    match = _SPAN.fullmatch(text.strip())
    return None if match is None else (match[1], match[2].lower())


def _told(found: Found) -> tuple[str, str, str, str] | None:
    """The first amount, the factor, the length of a period and its unit."""
    ((start,), how) = found.texts("start"), found.word("how")
    factor = next((value for stem, value in _FACTORS.items() if how.startswith(stem)), None)
    every = found.texts("every")
    span = _span(every[0]) if every else ("1", found.word("each").rstrip("s"))
    return None if factor is None or span is None else (start, factor, *span)


def _how_long(found: Found) -> str | None:
    told, (end,) = _told(found), found.texts("end")
    asked = found.word("unit").rstrip("s")
    if told is None or (asked and asked != told[3]):
        return None
    start, factor, length, _ = told
    return f"Solve {start}*{factor}^(x/{length}) = {end} for x."


def _how_many(found: Found) -> str | None:
    told, (after,) = _told(found), found.texts("after")
    later = _span(after)
    if told is None or later is None or later[1] != told[3]:
        return None
    start, factor, length, _ = told
    return f"{whole_counts.said(start, factor, later[0], length)}."


_EVERY = r"(?: (?:in|its|their|size|number|numbers|mass|population))*"
FRAMES: Final = (
    Pieces(
        words="doubles|doubling|double|triples|tripling|triple|trebles|halves|halving|quadruples",
        parts={
            "every": (
                rf"(?P<how>doubles|doubling|double|triples|tripling|triple|trebles|halves|halving|"
                rf"quadruples){_EVERY} every (?:#t|(?P<each>{_UNIT}))"
            ),
            "end": (
                rf"(?:until|till|before)(?: (?:there|it|they|population|number|colony|are|is|will|"
                rf"be|has|have|reaches|reach|grown|to))* #n{_THINGS}"
                rf"|(?:are|will) there(?: be)? #n{_THINGS}|to (?:reach|become|grow to) #n{_THINGS}"
                rf"|(?:will )?(?:it|they|there|colony|population) (?:reach|be|number) #n{_THINGS}"
            ),
            "after": r"(?:after|in) #t",
            "start": (
                rf"(?:starting|starts|start|started|begins|beginning|began)(?: (?:out|off|with|"
                rf"from|"
                rf"at))* #n{_THINGS}"
                rf"|(?:initially|at (?:first|start|beginning))(?: (?:there|are|were|it|has|had))* "
                rf"#n{_THINGS}|(?:there|it) (?:are|were|has|had) #n{_THINGS}(?: (?:initially|at "
                rf"(?:first|start|beginning)|to (?:begin|start) with))?"
                rf"|(?:colony|culture|population|sample|group) of #n{_THINGS}"
            ),
        },
        asks={
            "time": (
                rf"(?:after )?how (?:long|many (?P<unit>{_UNIT})|much time)"
                r"(?: (?:does|do|will|would|is|it|take|takes))*"
            ),
            "amount": (
                r"how many(?: (?!(?:times|seconds?|minutes?|hours?|days?|weeks?|months?|years?|"
                r"more|"
                r"fewer)\b)[a-z]+)?(?: (?:are|will|would|there|be|have|we|you))*"
            ),
        },
        says={"time: every start end": _how_long, "amount: every start after": _how_many},
        allowed="bacteria cells cell colony culture population sample rabbits present",
    ),
)
