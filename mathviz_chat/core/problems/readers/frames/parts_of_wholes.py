"""Percentages of a whole: the part, the whole, or the percentage that it is."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import content, stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_Q = r"(?:#n|#m|#w|#v|#l)"
_HOW_MANY = rf"(?:how many|how much|{FIND} number of|number of|what)"
_PERCENT = r"(?:percentage|percent|%)"
_TOTAL: Final = re.compile(r"\b(?:altogether|total|in all|are there in|is there in)\b")
_COUNTED = (
    "of his her their its all per if had has have total altogether there were out in "
    "survey group them these those said took take got gets who which by cost costs "
    "found give gives use used uses get pay paid spent spends spend buy bought eat "
    "ate sold sell like"
)


def _of_percent(found: Found) -> str:
    """What is said after the percentage, in its sentence."""
    return found.text.split("#p", 1)[-1].split(" .")[0].partition(" ")[2]


def _deed(found: Found) -> str:
    """The first word that is said of the percentage and is not what it is of."""
    told = re.findall(r"[a-z][\w'-]*", re.sub(r"#[a-z]\d+", " ", _of_percent(found)))
    named = [word for word in told if content(word)]
    if told[:1] == ["of"] and not set(told[1:3]) & {"them", "these", "those", "which", "whom"}:
        named = named[1:]
    return stem(named[0]) if named else ""


def _of_another(found: Found) -> bool:
    """Whether the percentage is of things that are not those of the whole: ``of the boys``."""
    named = re.search(r"#p\d+ of (?:all )?([a-z]\w+)", found.text)
    whole = re.search(r"#[nmwvl]\d+((?: [a-z][\w'-]*){0,3})", found.text)
    if named is None or whole is None or named[1] in ("them", "these", "those", "which", "whom"):
        return False
    return stem(named[1]) not in content(whole[1])


def _part(found: Found) -> str | None:
    """The part, where the question repeats what is said of the percentage and no more."""
    ((rate,), (whole,)) = found.texts("rate"), found.texts("whole")
    question = _question(found)
    asked, deed = content(question), _deed(found)
    sentences = found.text.replace(question, " . ").split(" .")
    told_of_whole = content(" ".join(one for one in sentences if "#p" not in one))
    if _of_another(found):
        return None
    if deed not in asked or deed in told_of_whole or _TOTAL.search(question):
        return None
    if whole.isdigit() and (value(rate) * value(whole) / 100).denominator != 1:
        return None
    if asked - content(_of_percent(found)) - content(found.word("noun")):
        return None
    return f"What is {rate} of {whole}?"


def _question(found: Found) -> str:
    text = found.text
    starts = [text.rfind(cue) for cue in ("how many", "how much", "what", "find", "calculate")]
    return text[max(starts) :] if max(starts) >= 0 else ""


def _whole(found: Found) -> str | None:
    """The whole, where the part is told with the words that are said of the percentage."""
    ((rate,), (part,)) = found.texts("rate"), found.texts("part")
    told = _of_percent(found)
    noun = {stem(found.word("noun"))}
    asked = content(_question(found))
    by_part = content(found.word("deed")) - noun
    deeds = content(told) - noun
    if not noun <= asked or asked & by_part or not (deeds & by_part):
        return None
    return f"{part} is {rate} of what number?"


def _whole_named(found: Found) -> str | None:
    ((rate,), (part,)) = found.texts("rate"), found.texts("part")
    if stem(found.word("noun")) not in content(_question(found)):
        return None
    return f"{part} is {rate} of what number?"


def _percentage(found: Found) -> str | None:
    part, whole = found.roles.get("both") or reversed(found.roles["contained"])
    if not 0 < value(part.text) <= value(whole.text) or part.sort != whole.sort:
        return None
    if part.unit != whole.unit:
        return None
    asked, told = content(_question(found)), content(found.text.split(" what ")[0])
    if asked - told:
        return None
    return f"What percent of {value(whole.text)} is {value(part.text)}?"


_PART: Final = Pieces(
    words="many|much|number",
    parts={
        "rate": r"#p(?: of (?:them|these|those|the|which|whom|her|his|their|\w+))?",
        "whole": rf"{_Q}(?: (?P<noun>[a-z]\w+)(?! and\b| or\b))?",
    },
    asks={"part": _HOW_MANY},
    says={"part: rate whole": _part},
    allowed=_COUNTED,
)

_FULL: Final = Pieces(
    words="full",
    parts={"rate": r"(?:is |which is |when )*#p full(?: of \w+)?", "whole": r"#v"},
    asks={"part": r"(?:how many (?:litres|liters|gallons|ml)|how much)(?: of)?"},
    says={"part: rate whole": "What is {rate} of {whole}?"},
    allowed=("there"),
)

_WHOLE: Final = Pieces(
    words="many|much|total|number",
    parts={
        "rate": r"#p of (?:all |those )?(?P<noun>[a-z]\w+)",
        "part": r"(?:#n|#m)(?P<deed>(?: [a-z][\w'-]*){1,5})(?= ~| \.)",
    },
    asks={"whole": rf"{_HOW_MANY}… (?:altogether|in total|in all|are there|total|does .* have)"},
    says={"whole: rate part": _whole},
    allowed=_COUNTED,
)

_APPOSED: Final = Pieces(
    words="many|much|total|number",
    parts={
        "rate": r"#p of (?:all |the )?(?P<noun>[a-z]\w+)(?= .*?(?:is|are|was|were|equals) #)"
        r"|which (?:is|was|are) #p of (?P<noun>[a-z]\w+)",
        "part": r"(?:is |are |was |were |equals )?(?:#n|#m)",
    },
    asks={"whole": rf"{_HOW_MANY}… (?:are|is|were|was)(?: there)?"},
    says={"whole: rate part": _whole_named},
    allowed=_COUNTED,
)


def _whole_amount(found: Found) -> str | None:
    """The whole of which an amount with a unit is so many percent, in the unit that is asked."""
    (part,), (rate,) = found.roles["part"], found.texts("rate")
    unit, noun = found.word("unit"), stem(found.word("noun"))
    if part.unit is None or not (unit or found.word("asked")):
        return None
    if unit and units.find(unit) != part.unit:
        return None
    if found.word("asked") and stem(found.word("asked")) != noun:
        return None
    named = {stem(word) for word in found.every("named")}
    if named and named != {noun}:
        return None
    return f"{value(part.text)} is {rate} of what number?" if unit else None


_AMOUNT: Final = Pieces(
    words="which|this|that",
    parts={
        "_when": r"by (?:#o|noon|midday|lunchtime|evening)|in (?:morning|evening)|that "
        r"(?:morning|day)",
        "rate": (
            r"(?:which|this|that) (?:is|was|are|were|made up|makes up) #p of (?:all )?"
            r"(?P<noun>[a-z]\w+)(?: (?:that )?(?:he|she|they|it|we|i) (?:had|has|have))?"
        ),
        "part": r"(?:#w|#v|#l)(?: of (?P<named>[a-z]\w+))?",
    },
    asks={
        "whole": (
            r"how many (?P<unit>[a-z]+)(?: of (?P<asked>[a-z]\w+))? (?:did|do|does) "
            r"(?:he|she|they|it|we|i) have(?: (?:at first|at start|to start with|to begin with))?"
            r"|how many (?P<unit>[a-z]+)(?: of (?P<asked>[a-z]\w+))? (?:were|are) there"
            r"(?: (?:at first|at start|altogether|in total|in all))?"
        )
    },
    says={"whole: rate part": _whole_amount},
    allowed="sold used sell uses had eaten ate drunk",
)

_OUT_OF: Final = Pieces(
    words="percentage|percent",
    parts={
        "both": (
            rf"{_Q} (?:\w+ )?(?:out )?of"
            rf" (?:its |his |her |their |these |those |all |total of )*{_Q}"
        ),
        "contained": rf"{_Q}(?: \w+){{1,5}} (?:contains|has|holds) {_Q}",
    },
    asks={"percentage": rf"(?:(?:what|{FIND}|as) )?{_PERCENT}(?: of)?(?: is that)?"},
    says={
        "percentage: both both": _percentage,
        "percentage: contained contained": _percentage,
    },
    allowed=_COUNTED,
)

FRAMES: Final = (_PART, _FULL, _WHOLE, _APPOSED, _AMOUNT, _OUT_OF)
