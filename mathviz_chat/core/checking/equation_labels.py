"""Labels of equations: ``5x - y = 13   (2)``, ``(1) + 3 × (2): 17x = 51``, ``\\tag{2}``, ``②``.

A number in brackets after a formula may be a factor of it. It is a label where it counts on from
the labels before, and the formula holds two letters or belongs to a text that has two labels.
"""

from __future__ import annotations

import re
from typing import Final

_NUMBER: Final = r"[1-9]\d?"
_REFERENCE: Final = rf"(?:\(\s*{_NUMBER}\s*\)|\[{_NUMBER}\]|[①-⑳])"
_TIMES: Final = r"(?:[×x*·]|\\times|\\cdot)"
_TERM: Final = rf"(?:\d+\s*{_TIMES}?\s*)?{_REFERENCE}(?:\s*{_TIMES}\s*\d+)?"
_COMBINATION: Final = rf"{_TERM}(?:\s*[-+−–]\s*{_TERM})*"
_AFTER: Final = rf"{_REFERENCE}(?:\s*{_TIMES}\s*\d+)?(?:\s*[-+−–]\s*{_TERM})*"
_END: Final = r"(?=\s*(?:\$\$?|\\\]|\\\))?\s*[.,;]?\s*$)"

_SURE: Final = re.compile(
    rf"(?:\\tag\*?\{{[^{{}}]{{1,20}}\}}"
    rf"|(?:\\q?quad|\s{{3,}}|\s*(?:[-–—]{{2,}}>?|->)|\s*(?:→|⟶|\\to|\\rightarrow)(?![A-Za-z]))"
    rf"\s*(?:\\text\{{\s*)?{_AFTER}\}}?"
    r"|\s+\((?:eq|eqn|equation)\b\.?\s*\(?\w{1,2}\)?\)|\s+\(\*{1,3}\)|\s+\((?:ii|iii|iv)\)|\s*[①-⑳])"
    rf"{_END}",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    rf"(?<=[\w)}}\]$])(?:\s+|(?<=\$))(?:{_AFTER}|\[\s*{_COMBINATION}\s*\]){_END}"
)
_LETTERED: Final = re.compile(rf"\s+\((i|[A-E])\){_END}")
_BEFORE: Final = re.compile(
    rf"^\s*(?:{_COMBINATION}\s*(?::|→|⇒|⟹|=>|->)|(?:[①-⑳]|\[{_NUMBER}\])\s+(?=[\w(\\$−-]))"
    r"(?=[^=]*[A-Za-z][^=]*=|[^=]*=[^=]*[A-Za-z])"
)
_AT_START: Final = re.compile(rf"^\s*\(({_NUMBER})\)[\s:]")
_VALUE: Final = re.compile(
    r"(?:^|[:;,$]|[A-Za-z]{2,})\s*[A-Za-z]\s*=\s*[-−]?[\d.,/]+\s*$"
)  # y = 2 (3)
_WORD: Final = re.compile(r"\\[A-Za-z]+|[A-Za-z]{2,}")
_CIRCLED: Final = ord("①") - 1


def blank_labels(text: str, known: int) -> tuple[str, int]:
    """The line with its labels blanked, and the last label that is known after it.

    known: how many labels the lines before it have introduced.
    """
    if not any(sign in text for sign in "=≈<>≤≥"):
        return text, known
    numbers = [int(found[1]) for found in _AT_START.finditer(text)]
    for found in (_BEFORE.search(text), _SURE.search(text) or _at_end(text, known)):
        if found is not None:
            numbers += _numbers(found[0])
            text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    return text, known + 1 if known + 1 in numbers else known


def _at_end(text: str, known: int) -> re.Match[str] | None:
    """``5x - y = 13 (2)``, where 2 is the next label or one before it; ``(A)``."""
    if (found := _LETTERED.search(text)) is not None:
        letters = _letters(text[: found.start()])
        taken = "i" in letters or (found[1] != "i" and any(map(str.isupper, letters)))
        return None if taken or len(letters) < 2 else found
    found = _NUMBERED.search(text)
    if found is None or max(_numbers(found[0])) > known + 1:
        return None
    formula = text[: found.start()]
    if _VALUE.search(formula):
        return None
    return found if known > 1 or len(_letters(formula)) > 1 else None


def _letters(text: str) -> set[str]:
    """The single letters of a formula."""
    return {letter for letter in _WORD.sub(" ", text) if letter.isalpha()}


def _numbers(label: str) -> list[int]:
    """``(1) + 3 × (2)`` names 1 and 2."""
    written = re.findall(rf"\(\s*({_NUMBER})\s*\)|\[({_NUMBER})\]|([①-⑳])", label)
    return [int(one or two or ord(three) - _CIRCLED) for one, two, three in written]


def followed_by_label(after: str) -> str | None:
    """The numbers in brackets right after a formula, which may be factors of it."""
    found = re.match(rf"\s*{_AFTER}", after)
    return None if found is None else found[0]


def ends_in_label(text: str) -> str | None:
    """The formula without the number in brackets that it ends in; None without one."""
    bare = re.sub(rf"\s*[-–−]?\s*(?:{_AFTER}|\[\s*{_COMBINATION}\s*\]){_END}", "", text)
    return None if bare == text else bare
