"""Texts that compute in another arithmetic: to a base, modulo a number, in degrees.

``In binary, 10 + 10 = 100`` and ``mod 7: 3 * 5 = 1`` are no claims about the usual numbers. What
is written with its base or modulus (``101_2``, ``15 = 1 (mod 7)``) is judged as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.checking.judgement import Judgement, unchecked
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.reading.tree import Call, Degrees, Node, Number, Numeral
from mathviz_chat.core.reading.walking import symbols, walk
from mathviz_chat.core.verdict import NOT_CLAIMS, Role, Verdict

OTHER_BASE: Final = "The text may compute to another base: write it at the numbers, as in 101_2."
OTHER_NUMBERS: Final = (
    "The text may compute modulo a number: write it in each line, as in 15 = 1 (mod 7)."
)
IN_DEGREES: Final = "The text may measure angles in degrees: write sin(30°)."

_WORD = r"two|three|four|five|six|seven|eight|nine|eleven|twelve|sixteen|sixty|n|b"
_BASE = rf"base[\s-]*(?:(?!10\b)\d+|{_WORD})\b"
_NAMED = r"(?:binary|octal|hexadecimal|hex|ternary)\b"
_CONVERTS = re.compile(
    r"\b(?:convert|write|express|change|represent|rewrite|translat|turn)\w*\b", re.IGNORECASE
)
_TO_BASE = re.compile(
    rf"\b(?:in|using|with|working\s+in)\s+{_NAMED}|\b(?:in|working\s+in)\s+{_BASE}"
    rf"|^\W*{_NAMED}[^=\d]{{0,30}}[:,]|^\W*{_BASE}[^=]{{0,30}}?[:,]"
    rf"|\(\s*(?:in\s+)?(?:{_NAMED}|{_BASE})\s*\)"
    rf"|\b{_NAMED}\s+(?:addition|subtraction|multiplication|arithmetic|numbers?|sum|digits?)",
    re.IGNORECASE,
)
_ANY_BASE = re.compile(rf"\b(?:{_NAMED}|{_BASE})", re.IGNORECASE)
_TO_TEN = re.compile(r"\b(?:base[\s-]*(?:10|ten)|decimal|denary)\b", re.IGNORECASE)
_MODULO = re.compile(
    r"(?:^\W*|\b(?:work\w*|comput\w+|calculat\w+|arithmetic|everything|all|reduc\w+|in|take\w*)\s+"
    r"(?:is\s+)?)(?:mod|modulo)\s*\$?(?:\d+|p|n|m)\b"
    r"|\b(?:modular|clock)\s+arithmetic\b|\bfinite\s+field\b|\bboolean\b|\bbitwise\b|\bXOR\b"
    r"|\b(?:in|over|of|field|ring)\s+\$?(?:GF\s*\(|(?:\\mathbb\s*\{?)?[ZF]\}?_|[ℤ𝔽][\d₂-₉_/]|Z/)",
    re.IGNORECASE,
)
_DEGREES = re.compile(
    r"\b(?:in|use|using)\s+degrees?\b|\bdegree\s+mode\b|^\W*degrees?\W|\(\s*(?:in\s+)?degrees?\s*\)",
    re.IGNORECASE,
)
_FOR_ALL = re.compile(
    r"\bfor\s+(?:all|any|every|each)\b(?![^.;]*(?:[<>≤≥≠]|!=|\b(?:positive|non-?zero|negative|"
    r"natural|whole|integers?|where|except|such)\b))|\balways\b|[∀]|\\forall\b",
    re.IGNORECASE,
)
_ANGLES: Final = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})


@dataclass(slots=True)
class NumberSystems:
    """What the question and the lines so far say about the numbers they compute with."""

    to_base: bool = False
    converts: bool = False
    modulo: bool = False
    degrees: bool = False

    def note(self, text: str) -> None:
        """Read a question or a line; what it says holds for the lines after it as well."""
        converts = bool(_CONVERTS.search(text))
        self.converts = self.converts or (converts and bool(_ANY_BASE.search(text)))
        self.to_base = self.to_base or (not converts and bool(_TO_BASE.search(text)))
        self.modulo = self.modulo or bool(_MODULO.search(text))
        self.degrees = self.degrees or bool(_DEGREES.search(text))

    @property
    def are_usual(self) -> bool:
        """Nothing says that numbers are of another base, or remainders."""
        return not (self.to_base or self.converts or self.modulo)

    def allow(self, found: Found, judged: Judgement) -> Judgement:
        """The verdict, where the formula says the same in every arithmetic that may be meant."""
        if judged.role in NOT_CLAIMS or found.node is None:
            return judged
        if judged.verdict not in (Verdict.PROVED, Verdict.REFUTED, Verdict.PROBABLE):
            return judged
        if judged.conditions and judged.role is Role.IDENTITY and _FOR_ALL.search(found.after):
            where = " and ".join(judged.conditions)
            return unchecked(f"It holds where {where}; the text says for all values.", judged.role)
        reason = self._doubt(found, tuple(walk(found.node)), judged)
        return judged if reason is None else unchecked(reason, judged.role)

    def _doubt(self, found: Found, parts: tuple[Node, ...], judged: Judgement) -> str | None:
        if self.modulo and not any(_is_modulus(part) for part in parts):
            return OTHER_NUMBERS
        refuted = judged.verdict is Verdict.REFUTED
        another = self.to_base or (self.converts and refuted)
        if another and not _TO_TEN.search(found.before) and _depends_on_base(parts):
            return OTHER_BASE
        if self.degrees and judged.verdict is Verdict.PROVED and any(map(_is_bare_angle, parts)):
            return IN_DEGREES
        return None


def _is_modulus(node: Node) -> bool:
    return isinstance(node, Call) and node.function == "mod"


def _depends_on_base(parts: Iterable[Node]) -> bool:
    """A numeral of two digits or more, and none that has its base beside it."""
    numbers = [part for part in parts if isinstance(part, Number | Numeral)]
    bare = [part for part in numbers if isinstance(part, Number) and part.places is None]
    return len(bare) == len(numbers) and any(part.value >= 8 for part in bare)


def _is_bare_angle(node: Node) -> bool:
    """``sin(30)``, not ``sin(30°)`` or ``sin(pi/6)``."""
    if not isinstance(node, Call) or node.function not in _ANGLES:
        return False
    parts = [part for arg in node.args for part in walk(arg)]
    return (
        not symbols(node)
        and any(isinstance(part, Number) for part in parts)
        and not any(isinstance(part, Degrees) for part in parts)
    )
