"""Words around a relation that deny it: which keep it from being a claim, and which claim it false.

A verdict on "2 + 2 = 5 is false" is one on the denial, so what denies must be read narrowly there:
"2 + 2 = 5, not 4" and "2 + 2 = 5. This is not hard" deny nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.judgement import Judgement, unchecked
from mathviz_chat.core.verdict import Relation, Role, Verdict

_FLAGS: Final = re.IGNORECASE
_SEEMS_DENIED: Final = re.compile(
    r"^[\s,;:.()\-–—→⇒✗✘❌]*(?:(?:but|which|this|that|it|is|are|was|gives?|so|we|and|a|an|here|true|"
    r"would|be|has|to|clearly|obviously|also|definitely|simply|completely|just)\s+)*"
    r"(?:false|not\b(?!\s+(?:only|just|hard|difficult|surprising|[-−$\\(]*(?:\d|$)))|untrue|impossible|"
    r"contradict\w*|absurd|invalid|extraneous|"
    r"reject\w*|never\b|cannot\b|can't\b|no,|does\s+not|doesn't|isn't|isn’t|wrong\b|incorrect\b|"
    r"mistake\w*|an?\s+error|fails?\b|nonsense|discard\w*|excluded|ruled\s+out)",
    _FLAGS,
)
_FALSE: Final = (
    r"(?:false|untrue|wrong|incorrect|impossible|absurd|nonsense|not\s+(?:true|correct|right|possible)"
    r"|(?:a\s+)?contradiction)"
)
_DENIED: Final = re.compile(
    r"^[\s,;:.()\-–—→⇒✗✘❌]*(?:(?:but|and)\s+)?"
    r"(?:(?:(?:which|this|that|it)\s+)?(?:is|are|was|would\s+be)\s+)?"
    rf"(?:(?:clearly|obviously|of\s+course|plainly|simply|just)\s+)*{_FALSE}(?=\s*(?:$|[.,;:!)]))",
    _FLAGS,
)
_TAKEN_BACK: Final = re.compile(
    r"\b(?:not|no(?!\s+(?:solutions?|roots?|values?|such|real)\b)|never|nobody|nothing|but|except|unless"
    r"|however|wrong|false|untrue)\b|n['’]t\b",
    _FLAGS,
)
_DENIED_BEFORE: Final = re.compile(
    r"(?:\b(?:not|never|false|untrue|wrong|incorrect\w*|impossible|mistake\w*|mistaken\w*|cannot|"
    r"neither|nor|unless|except|instead\s+of|rather\s+than|thought|pretend|imagine|contradicts?|"
    r"rejects?|discard|exclude|might\s+think|might\s+be|may\s+be|could\s+be|maybe|perhaps|"
    r"possibly)\b|n['’]t\b|\bno\s+solutions?\b)(?!\s+only\b)"
    r"(?:(?!\b(?:so|then|but|therefore|thus|hence|because|since|and|get|have|left)\b)"
    r"[\w\s'’\"“$*\\(\[:-]){0,40}$",
    _FLAGS,
)


_REJECTS_NEXT: Final = re.compile(
    r"[\s,;:(–—-]*(?:(?:but|and|so|we|i|then|must|can|to|therefore|thus|hence)\s+)*"
    r"(?:reject|discard|exclude|disregard|ignore|omit|drop)(?:ing)?"
    r"(?:\s+(?:the\s+)?(?:other\s+|negative\s+|extraneous\s+)*(?:root|value|solution|candidate)s?)?"
    r"[\s:$(\\]*$",
    _FLAGS,
)
_SAYS_NONE: Final = re.compile(
    r"[\s,:;.()$\-–—→⇒]*(?:(?:which|this|that|it|so|but|and|there|clearly|obviously|has|have|had|is|gives?"
    r"|yields?|leads\s+to|admits?)\s+){0,5}no\s+(?:real\s+)?(?:solutions?|roots?)\b",
    _FLAGS,
)


def rejects_next(between: str) -> bool:
    """The words between two formulas leave aside the second one: ``x = 4 (reject x = -2)``."""
    return _REJECTS_NEXT.fullmatch(between) is not None


def says_none(tail: str) -> bool:
    """The words after an equation say that no number satisfies it: ``has no solution``."""
    return _SAYS_NONE.match(tail) is not None


def seems_denied(tail: str) -> bool:
    """The words after a relation may say that it does not hold, or that it is left aside."""
    return bool(_SEEMS_DENIED.search(tail))


def is_denied(tail: str) -> bool:
    """They say nothing but that: "which is false", "is wrong, so there is no solution"."""
    found = _DENIED.search(tail)
    return found is not None and not _TAKEN_BACK.search(tail[found.end() :])


def is_not_claimed(lead: str) -> bool:
    """The words before a relation keep it from being a claim: "it is not true that", "maybe"."""
    return bool(_DENIED_BEFORE.search(lead)) or rejects_next(lead)


def denied(judged: Judgement, tail: str) -> Judgement:
    """The verdict on the denial of a relation whose ``tail`` seems to deny it."""
    if judged.verdict is Verdict.PROVED:
        return unchecked("The text seems to deny this, although it is true.", Role.UNDECIDED)
    if judged.verdict is not Verdict.REFUTED:
        return judged
    if not is_denied(tail):
        return unchecked("The words after it may deny it.", Role.UNDECIDED)
    return replace(
        judged,
        verdict=Verdict.PROVED,
        relation=Relation.SAME,
        reason=f"It is false, as the text says: {judged.reason}",
        witness=None,
        denied=True,
    )
