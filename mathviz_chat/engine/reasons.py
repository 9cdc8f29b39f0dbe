"""Turns that ask for the reason of what was shown: "why?", "how did you get step 2?".

Pure functions: which turn asks for it, and which lines of a fine solution answer it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.verdict import Step

_LEAD: Final = r"(?:(?:and|but|so|ok|okay|sorry|wait|hm+|um+|please|can you|could you)\b[\s,]*)*"
_END: Final = r"(?:[\s,]+(?:please|again|exactly|though|to me))*[\s?.!]*"
_IT: Final = (
    r"(?:it|that|this|there|to (?:that|it)|the (?:answer|result|solution|steps?)|"
    r"your (?:answer|steps?|working|solution))"
)
_GENERAL: Final = re.compile(
    _LEAD + r"(?:why(?: not| so)?(?: (?:is|does|did|was) (?:that|it|this)"
    r"(?: (?:so|true|right|work|hold))?)?"
    r"|why (?:do|did) (?:you|we) do (?:that|it|this)|how come|how so|how"
    rf"|how (?:did|do|does|would|can) (?:you|we|i|one) (?:get|find|do|know|work out|come to|solve|"
    rf"calculate|arrive at) {_IT}|how is {_IT} (?:done|found)"
    rf"|(?:where (?:does|did|is)) {_IT} (?:come )?from"
    rf"|(?:explain|show)(?: me)?(?: (?:{_IT}|why|how|more|everything))?"
    r"(?: (?:step by step|more slowly|in (?:more |smaller )?(?:detail|steps)|better|how|why))?"
    rf"|i (?:still )?(?:don'?t|do not|didn'?t) (?:understand|get|follow)(?: (?:{_IT}|why|how))?"
    r"|(?:in |with )?(?:more|smaller|finer) (?:detail|details|steps)|step by step|what do you mean)"
    + _END,
    re.IGNORECASE,
)
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_ASKED: Final = (
    r"(?:why|explain|show(?: me)?|what (?:is|was|happened in|about|happens in)|"
    r"how (?:did|do|does) (?:you|we) (?:get(?: to)?|do|find)|"
    r"i (?:don'?t|do not) (?:understand|get|follow))"
)
_STEP: Final = re.compile(
    _LEAD + _ASKED + r" (?:the )?(?:(?:step|line)(?: number)? (?P<number>\d{1,2})|"
    rf"(?P<ordinal>{'|'.join(_ORDINALS)}) (?:step|line))" + _END,
    re.IGNORECASE,
)
_ACTIONS: Final = tuple(
    re.compile(_LEAD + pattern + r"[\s?.!]*", re.IGNORECASE)
    for pattern in (
        r"why (?:(?:do|did|should|must|can) (?:you|we|i) |(?:is|are|does) )?(?P<about>.{1,80}?)",
        r"where (?:does|did) (?:the |this )?(?P<about>\S{1,40}) come from",
        r"how (?:did|do) (?:you|we|i) (?:get|find|come to) (?:the )?(?P<about>.{1,40}?)",
    )
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be explained: a line by its number (-1: the last one), one by what it says or
    does, or everything."""

    number: int | None = None
    about: str | None = None


def asked_reason(text: str) -> Wanted | None:
    """What a turn wants to have explained; None where it asks for something else."""
    text = text.strip().replace("’", "'")
    if _GENERAL.fullmatch(text):
        return Wanted()
    if found := _STEP.fullmatch(text):
        number = found["number"]
        return Wanted(int(number) if number else _ORDINALS[found["ordinal"].lower()])
    for pattern in _ACTIONS:
        if found := pattern.fullmatch(text):
            return Wanted(about=found["about"])
    return None


def explaining(wanted: Wanted, shown: Sequence[Step], fine: Sequence[Step]) -> Sequence[Step]:
    """The lines of a fine solution that explain a shown one; none where no line is meant."""
    if wanted == Wanted():
        return fine
    step = meant(wanted, shown)
    return up_to(step, shown, fine) if step else ()


def numbered(shown: Sequence[Step]) -> list[Step]:
    """The lines that count as steps: those that do something."""
    return [step for step in shown if step.rule]


def meant(wanted: Wanted, shown: Sequence[Step]) -> Step | None:
    """The shown line that a turn means by its number or by what it says; None where none is."""
    steps = numbered(shown)
    if wanted.number is not None:
        place = wanted.number if wanted.number < 0 else wanted.number - 1
        return steps[place] if -len(steps) <= place < len(steps) else None
    about = wanted.about
    return None if about is None else next((one for one in steps if _is_about(one, about)), None)


def up_to(step: Step, shown: Sequence[Step], fine: Sequence[Step]) -> Sequence[Step]:
    """The fine lines that lead to a shown step from the one before it; the last is that step."""
    texts = [line.claim.text for line in fine]
    if step.claim.text not in texts:
        return (step,)
    before = {line.claim.text for line in shown if line is not step}
    end = texts.index(step.claim.text)
    begin = end
    while begin and texts[begin - 1] not in before:
        begin -= 1
    return fine[begin : end + 1]


def _is_about(step: Step, about: str) -> bool:
    """Whether a step says ``3x = 15``, or does what "divide by 3" names."""
    squeezed = re.sub(r"\s+", "", about).lower()
    if re.search(r"\d|=", squeezed) and squeezed in re.sub(r"\s+", "", step.claim.text).lower():
        return True
    words = re.findall(r"\w+", about.lower())
    return set(words) <= set(re.findall(r"\w+", (step.rule or "").lower()))
