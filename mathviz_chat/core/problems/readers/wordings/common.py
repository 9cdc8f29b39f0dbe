"""What the wordings of all families share: their type, and small parts of plain questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final, TypeAlias

from mathviz_chat.core.problems.wording import Hit

Restating: TypeAlias = Callable[[Hit], str | None]
"""From a match to the plain question; None where its parts do not fit together."""


@dataclass(frozen=True, slots=True)
class Family:
    """Wordings of one family: a grammar, and by the names of its clauses what each one asks.

    raw: its patterns are matched against the sentences as they are written, with their articles
    and brackets; the others against plain words. keys: only a text that has one of these is looked
    at, which spares compiling patterns.
    """

    grammar: str
    rules: Mapping[str, Restating]
    raw: bool = False
    keys: str = ""


def template(text: str) -> Restating:
    """The plain question with what stands in the blanks put in."""
    return lambda hit: text.format(**hit.slots)


_NUMBER: Final = re.compile(r"-?\s?\d+(?:/\d+|\.\d+)?")
MAX_COUNT: Final = 10_000
"""Terms of a sum or places of a sequence."""


def numbers(text: str) -> list[Fraction]:
    """The numbers of a list, in order."""
    return [Fraction(one.replace(" ", "")) for one in _NUMBER.findall(text)]


def summands(text: str) -> list[Fraction]:
    """The terms of ``8 - 4 + 2 - 1``."""
    return numbers(re.sub(r"-\s*", "-", text))


def step_of(terms: list[Fraction]) -> Fraction | None:
    """The common difference, where there is one."""
    steps = {b - a for a, b in pairwise(terms)}
    return steps.pop() if len(steps) == 1 else None


def ratio_of(terms: list[Fraction]) -> Fraction | None:
    """The common ratio, where there is one."""
    if 0 in terms:
        return None
    ratios = {b / a for a, b in pairwise(terms)}
    return ratios.pop() if len(ratios) == 1 else None


def listed(values: list[Fraction], sign: str = ", ") -> str:
    """``1, 3, 5`` or ``1 + 3 + 5``."""
    return sign.join(map(str, values))


def singular(name: str) -> str:
    """``eggs`` as ``egg``, ``boxes`` as ``box``; only for comparing the names of a question."""
    return re.sub(r"(?<=[a-z])s$", "", re.sub(r"(?<=ch|sh|ss)es$|(?<=x)es$", "", name.lower()))
