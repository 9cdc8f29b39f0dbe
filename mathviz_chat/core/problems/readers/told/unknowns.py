"""A story as equations in named letters: what is shown of it reads back as the same problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems import only_root, recount
from mathviz_chat.core.problems.planner import Planner, in_order
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Formal
from mathviz_chat.core.reading import ReadError

_NAMES: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.AGES: "ages in years",
        Kind.PUZZLE: "numbers",
        Kind.MONEY: "money",
        Kind.STORY: "things",
        Kind.GEOMETRY: "lengths",
        Kind.MIXTURE: "a mixture",
        Kind.MOTION: "motion",
    }
)
_KINDS: Final = {name: kind for kind, name in _NAMES.items()}


_SHORT: Final = re.compile(
    r"(?:his |her |my |their |our )?([A-Za-z-]+)'s age|"
    r"the (?:price of one|number of) (.+)|the amount of (\S+%) solution"
)


@dataclass(frozen=True, slots=True)
class Unknowns:
    """meanings: of each letter (``Ann's age``). relations: equations, and inequalities that
    leave one of two roots (``n > 0``). asked: formulas in the letters.

    unit: of the answer; unit_named: the question says ``how many litres``.
    """

    kind: Kind
    meanings: tuple[tuple[str, str], ...]
    relations: tuple[str, ...]
    asked: tuple[str, ...]
    unit: str | None = None
    unit_named: bool = False
    any_order: bool = False

    def read_as(self) -> str:
        """The whole problem in one sentence."""
        unit = ""
        if self.unit and self.kind is not Kind.AGES:
            unit = f" as a number of {self.unit}" if self.unit_named else f" in {self.unit}"
        order = " in any order" if self.any_order else ""
        letters = ", ".join(f"{letter} for {meaning}" for letter, meaning in self.meanings)
        return (
            f"Find {' and '.join(self.asked)}{order} ({_NAMES[self.kind]}{unit}), "
            f"with {letters}, where {' and '.join(self.relations)}."
        )

    def values(self) -> dict[str, Fraction] | None:
        """The only solution; None where there is none or another one."""
        plan = Planner({}, unknowns=[letter for letter, _ in self.meanings])
        for relation in self.relations:
            plan.condition(relation)
        return only_root.solve(tuple(plan.equations))

    def problem(
        self, holds: Callable[[Fraction], bool] = lambda value: value >= 0
    ) -> Problem | None:
        """The problem; None where its relations do not fix the letters.

        holds: what the value of each letter must be.
        """
        plan = Planner({}, unknowns=[letter for letter, _ in self.meanings])
        for letter, meaning in self.meanings:
            plan.setup("Choose the unknown", f"Let {letter} be {meaning}")
        chain = None if len(self.asked) > 1 else in_order(self.relations)
        for relation in self.relations:
            if chain or not re.fullmatch("[^<>]+", relation):
                plan.condition(relation)
            else:
                plan.equation(relation)
        values = only_root.solve(tuple(plan.equations))
        if values is None or set(values) != {letter for letter, _ in self.meanings}:
            return None
        if not all(map(holds, values.values())):
            return None
        several = self.asked if len(self.asked) > 1 else ()
        if not several:
            self._find(plan, chain)
        return plan.problem(
            self.kind,
            self.read_as(),
            unit=self.unit,
            unit_named=self.unit_named,
            several=several,
            any_order=self.any_order,
            labels=self._labels() if several else (),
            decimals=self.kind is not Kind.PUZZLE,
        )

    def _labels(self) -> tuple[str, ...]:
        """Short names of what is asked: ``Anna`` for ``Anna's age``; () where one has none."""
        meanings = dict(self.meanings)
        named = [_SHORT.fullmatch(meanings.get(one, "")) for one in self.asked]
        found = tuple(match[1] or match[2] or match[3] for match in named if match is not None)
        return found if len(found) == len(named) else ()

    def _find(self, plan: Planner, chain: list[tuple[str, str]] | None) -> None:
        """The letters one after another where that goes, then what is asked."""
        final = self.asked[0]
        for letter, formula in chain or ():
            put_in = re.sub(r"[a-z]", lambda m: f"{m[0]}_v", formula)
            plan.find(f"{letter}_v", f"Find {dict(self.meanings)[letter]}", put_in)
        if chain:
            final = re.sub(r"[a-z]", lambda m: f"{m[0]}_v", final)
        if not plan.works or final != plan.works[-1].name:
            plan.find("w_a", "Work out what is asked", final)

    def at(self, formula: str) -> Fraction | None:
        """The value of a formula in the letters; None where the relations do not fix it."""
        values = self.values()
        if values is None:
            return None
        plan = Planner({}, unknowns=[letter for letter, _ in self.meanings])
        found = recount.value(plan.formula(formula), values)
        return found if isinstance(found, Fraction) else None


_FORMULA: Final = r"[-+*/(). a-z0-9]{1,60}?"
_RELATION: Final = r"[-+*/().<>=^ a-z0-9]{3,80}?"
_FORMAL: Final = re.compile(
    rf"Find (?P<asked>{_FORMULA}(?: and {_FORMULA}){{0,19}}?)(?P<order> in any order)? "
    rf"\((?P<kind>{'|'.join(_KINDS)})(?:(?P<by> as a number of| in) (?P<unit>[^(),]+))?\), "
    r"with (?P<letters>[a-z] for [^,]+(?:, [a-z] for [^,]+)*), where "
    rf"(?P<told>{_RELATION}(?: and {_RELATION}){{0,9}})"
)
"""The wording of :meth:`Unknowns.read_as`."""


def _formal(match: re.Match[str]) -> Problem | None:
    pairs = [part.partition(" for ") for part in match["letters"].split(", ")]
    by, kind = match["by"] or "", _KINDS[match["kind"]]
    ages = kind is Kind.AGES
    told = Unknowns(
        kind,
        tuple((letter, meaning) for letter, _, meaning in pairs),
        tuple(match["told"].split(" and ")),
        tuple(match["asked"].split(" and ")),
        "year" if ages else match["unit"],
        ages or by == " as a number of",
        bool(match["order"]),
    )
    try:
        return told.problem(lambda value: True)
    except (ValueError, AssertionError, ReadError):
        return None


READERS: Final = (Formal(_FORMAL, _formal),)
