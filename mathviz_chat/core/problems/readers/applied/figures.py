"""The tables of formulas of plane figures and solids, read.

``circle, area`` names a figure and what is asked of it; a line below it the letters that are given
and what a teacher says, the lines below that the steps ``name = formula | rule`` and a check.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.readers.applied import plane_figures, solid_figures


@dataclass(frozen=True, slots=True)
class Formula:
    """given: letters in the order of the table. steps: (name, formula, rule), in order.

    check: an equation in ``answer``, by another formula.
    """

    given: frozenset[str]
    setup: str
    steps: tuple[tuple[str, str, str], ...]
    check: str


@dataclass(slots=True)
class _Draft:
    given: str
    setup: str
    steps: list[tuple[str, str, str]] = field(default_factory=list)
    check: str = ""


def _formulas() -> Mapping[tuple[str, str], tuple[Formula, ...]]:
    drafts: dict[tuple[str, str], list[_Draft]] = {}
    key = ("", "")
    for line in (plane_figures.TABLE + solid_figures.TABLE).splitlines():
        if not line:
            continue
        text = line.strip()
        if not line.startswith(" "):
            figure, _, asked = text.partition(", ")
            key = (figure, asked)
            drafts[key] = []
        elif not line.startswith("        "):
            given, _, setup = text.partition(": ")
            drafts[key].append(_Draft(given, setup))
        elif text.startswith("check "):
            drafts[key][-1].check = text.removeprefix("check ")
        else:
            work, _, rule = text.partition(" | ")
            name, _, formula = work.partition(" = ")
            drafts[key][-1].steps.append((name, formula, rule))
    return MappingProxyType(
        {
            key: tuple(
                Formula(frozenset(one.given.split()), one.setup, tuple(one.steps), one.check)
                for one in found
            )
            for key, found in drafts.items()
        }
    )


FORMULAS: Final = _formulas()
"""By figure and what is asked of it."""
