"""Puzzles about one unknown number: two phrases that are equal, or steps and what they give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import linear_system, only_root, wording
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied import number_phrases
from mathviz_chat.core.problems.readers.told.unknowns import Unknowns
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, RelOp

_KEYS: Final = re.compile(r"\b(?:number|integer)\b", re.I)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bexcept\b|\bnumbers\b|\bintegers\b|\bdigits?\b|\bconsecutive\b|\bremainder\b"
    r"|\bprime\b|\bleft\b|\bboth\b|\beach\b|\bother\b|\bdivisible\b|[$€£₹]",
    re.I,
)
_THE = (
    r"(?:(?:unknown|original|this|that|my|his|her|such|positive|negative|natural|whole|same|certain)"
    r"\s+)*(?:number|integer)"
)
_ASKED: Final = re.compile(
    rf"(?:(?:find|what\s+is|what's|what\s+was|determine|give|state|calculate|work\s+out|get|name)\s+"
    rf"(?:value\s+of\s+)?(?:{_THE}|it)"
    rf"|(?:what|which)\s+{_THE}(?:\s+(?:is\s+(?:it|this|that|he\s+thinking\s+of|she\s+thinking\s+of)|"
    r"am\s+i\s+thinking\s+of|did\s+(?:i|he|she|we)\s+(?:think\s+of|start\s+with|choose|pick|have)|"
    r"was\s+it|is\s+meant|do\s+i\s+mean))?)",
    re.I,
)
_THOUGHT: Final = re.compile(
    r"^(?:(?:(?:i\s+am|i'm|i|you|he|she|tom|somebody|someone)\s+)?(?:thinks?|thinking|thought|choos"
    rf"es?|chose|picks?|picked|take|takes|start|starts|have|has)\s+(?:of\s+|with\s+)?{_THE})"
    r"(?=\s*,|\s+and\b|\s+such\s+that\b)[\s,]*(?:and\s+|such\s+that\s+|then\s+)*",
    re.I,
)
_WHO = (
    r"(?:(?:my\s+|his\s+|her\s+|your\s+)?(?:result|answer|sum|outcome|total|"
    r"final\s+(?:result|answer)|it|this|that|which)\s+)"
)
_EQUALS = (
    r"(?:(?:is|was)\s+(?:equal\s+to|same\s+as)|equals?|gives?|makes?|becomes?|yields|results\s+in|"
    r"amounts\s+to|comes\s+to|is|was|be)"
)
_IT_IS: Final = re.compile(rf"[\s,]+(?:(?:and|then)\s+)?{_WHO}{_EQUALS}\s+", re.I)
_IS: Final = re.compile(
    rf"[\s,]+(?:(?:and|then)\s+)?(?:{_EQUALS}|"
    r"(?:(?:you|i|we|he|she|one)\s+)?(?:get|gets|got|obtain|obtains|end\s+up\s+with|ends\s+up\s+with|have)|"
    r"to\s+(?:get|give|make)|=)\s+",
    re.I,
)
_AS_FRACTION: Final = re.compile(r"^as\s+(?:simplified\s+)?(?:fraction|decimal)$", re.I)
_EXCEEDS: Final = re.compile(r"[\s,]+exceeds\s+", re.I)
_HINT: Final = re.compile(
    r"[\s,]+hint[\s,]+(?:it|number|answer)\s+(?:is|(?P<not>isn't|is\s+not))\s+(?:whole\s+number|"
    r"integer)(?:[\s,]+(?:so\s+)?(?:give|write)\s+(?:it\s+as\s+)?fraction)?$",
    re.I,
)
_GIVEN: Final = re.compile(r"^(?:if|when|such\s+that|given\s+that|so\s+that|for\s+which)\s+", re.I)


@dataclass(frozen=True, slots=True)
class OneNumber:
    """Reads a puzzle as one equation, where exactly one way to cut it into two sides fits."""

    def read(self, clauses: Clauses) -> Problem | None:
        """The puzzle of a whole question."""
        text = " , ".join(wording.sentences(clauses.sentences)).replace(":", " ,")
        hint = _HINT.search(text)
        text = text if hint is None else text[: hint.start()]
        if not _KEYS.search(text) or _SHUT.search(text) or len(text) > 250:
            return None
        found = {one for told in _told(text) for one in _equations(told)}
        if len(found) != 1 or (hint is not None and not _agrees(hint, next(iter(found)))):
            return None
        return puzzle(found.pop(), text)


def _agrees(hint: re.Match[str], equation: Chain) -> bool:
    """Whether a hint says no more than the equation: whether its one root is a whole number."""
    values = linear_system.solve((equation,))
    whole = values is not None and values["n"].denominator == 1
    return values is not None and whole == (hint["not"] is None)


def _told(text: str) -> Iterator[str]:
    """What is left of the text without what is asked, at its end or at its beginning."""
    for match in _ASKED.finditer(text):
        before, after = text[: match.start()].strip(" ,"), text[match.end() :].strip(" ,")
        after = _AS_FRACTION.sub("", after)
        if not after:
            yield re.sub(r"[\s,]+(?:so|then|and)$", "", before)
        if not before and after:
            yield after
    own = re.fullmatch(r"(?:what|which)\s+(.+)", text, re.I)
    if own is not None:
        yield own[1]


def _equations(told: str) -> Iterator[Chain]:
    """Every way to read the text as two sides that are equal."""
    told = _GIVEN.sub("", told)
    thought = _THOUGHT.match(told)
    rest = told if thought is None else told[thought.end() :]
    for match in (m for sign in (_IS, _IT_IS, _EXCEEDS) for m in sign.finditer(rest)):
        left = number_phrases.made(_GIVEN.sub("", rest[: match.start()]), started=bool(thought))
        if left is None and thought:
            left = number_phrases.made(rest[: match.start()])
        other = _other_side(match, rest[match.end() :])
        right = None if "," in other else number_phrases.phrase(other)
        if left is not None and right is not None and _asks(left, right):
            yield Chain((left, right), (RelOp.EQ,))


def _other_side(match: re.Match[str], text: str) -> str:
    """``exceeds 20 by 5``: what is equal is 5 more than 20."""
    by = re.fullmatch(r"(.+)\s+by\s+(.+)", text) if match.re is _EXCEEDS else None
    if match.re is not _EXCEEDS:
        return text
    return f"{by[2]} more than {by[1]}" if by else ""


def _asks(left: Expr, right: Expr) -> bool:
    """``what number is 5 less than 12`` is left to arithmetic."""
    own = number_phrases.UNKNOWN
    return (left != own or bool(variables(right))) and bool(variables(left) or variables(right))


def puzzle(equation: Chain, text: str) -> Problem | None:
    """The number that satisfies an equation; what its adjectives say leaves one of two roots."""
    sign = re.search(r"\b(positive|natural|negative)\b", text, re.I)
    told = [to_plain(equation)]
    if sign is not None:
        told.append("n < 0" if sign[1].lower() == "negative" else "n > 0")
    values = only_root.solve((equation,)) if linear_system.solve((equation,)) else None
    if values is None and sign is None:
        return _equation(equation, text)
    if values is not None:
        told = told[:1]
    unknown = Unknowns(Kind.PUZZLE, (("n", "the number"),), tuple(told), ("n",))
    found = unknown.values()
    if found is None or not _fits(found["n"], text):
        return None
    return unknown.problem(lambda value: True)


def _fits(value: Fraction, text: str) -> bool:
    """Whether a root is what the puzzle calls it."""
    if re.search(r"\b(?:integer|whole|natural)\b", text, re.I) and value.denominator != 1:
        return False
    if re.search(r"\bnegative\b", text, re.I):
        return value < 0
    return value > 0 or not re.search(r"\b(?:positive|natural)\b", text, re.I)


def _equation(equation: Chain, text: str) -> Problem | None:
    """A quadratic equation, all of whose solutions are asked for."""
    if variables(equation) != ("n",) or re.search(r"\b(?:integer|whole)\b", text, re.I):
        return None
    if linear_system.rows((equation,), ("n",)) is not None:
        return None
    read_as = f"Solve {to_plain(equation)} for n."
    return Problem(Kind.EQUATION, Form.SOLUTIONS, read_as, ("n",), (equation,))


READERS: Final = (OneNumber(),)
