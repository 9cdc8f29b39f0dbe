"""Plans written as formulas: each is read once, and the story's numbers are put in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.plan import Enumeration, Plan, Work
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.units import CURRENCIES
from mathviz_chat.core.reading import read, to_plain
from mathviz_chat.core.reading.tree import Chain, Expr

ANSWER = "answer"
"""The claimed answer in the checks of a plan."""


def _cents(expression: Expr) -> int | None:
    """Two places for an amount of money that is no whole number of cents."""
    if variables(expression):
        return None
    value = recount.value(expression)
    whole = isinstance(value, Fraction) and (100 * value).denominator == 1
    return None if whole else 2


@lru_cache(maxsize=2048)
def _read(text: str, names: frozenset[str]) -> Expr | Chain:
    node = read(text, variables=names)
    assert isinstance(node, Expr | Chain), text
    return node


@dataclass(slots=True)
class Planner:
    """Collects the lines of one plan; ``given`` are the numbers of the story by their names.

    The formulas are ours and never a user's text.
    """

    given: Mapping[str, Expr]
    setups: list[tuple[str, str]] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    checks: list[Chain] = field(default_factory=list)
    enumerations: list[Enumeration] = field(default_factory=list)
    unknowns: list[str] = field(default_factory=list)
    equations: list[Chain] = field(default_factory=list)

    def formula(self, text: str) -> Expr:
        """A formula in the given names and those that were found before, numbers put in."""
        node = self._tree(text)
        assert isinstance(node, Expr)
        return node

    def _tree(self, text: str) -> Expr | Chain:
        names = frozenset(
            {*self.given, *(work.name for work in self.works), *self.unknowns, ANSWER}
        )
        tree: Expr | Chain = substitute(_read(text, names), dict(self.given))
        return tree

    def setup(self, rule: str, claim: str) -> Planner:
        """A formula in words, or the choice of an unknown."""
        self.setups.append((rule, claim))
        return self

    def unknown(self, name: str, meaning: str) -> Planner:
        """The choice of an unknown."""
        self.unknowns.append(name)
        return self.setup("Choose the unknown", f"Let {name} be {meaning}")

    def equation(self, text: str) -> Planner:
        """A linear equation in the unknowns, to be solved; as many of them as unknowns."""
        return self.condition(text).setup("Write the equation", to_plain(self.equations[-1]))

    def condition(self, text: str, *names: str) -> Planner:
        """An equation that the unknowns satisfy, by which an answer is recounted only."""
        self.unknowns += [name for name in names if name not in self.unknowns]
        node = self._tree(text)
        assert isinstance(node, Chain)
        self.equations.append(node)
        return self

    def find(self, name: str, rule: str, formula: str, why: str | None = None) -> Planner:
        """One quantity by its formula."""
        self.works.append(Work(name, rule, self.formula(formula), why))
        return self

    def check(self, *equations: str) -> Planner:
        """Equations that ``answer`` satisfies, by other formulas."""
        for equation in equations:
            node = self._tree(equation)
            assert isinstance(node, Chain)
            self.checks.append(node)
        return self

    def count(self, method: str, *numbers: int | Fraction) -> Planner:
        """A second way that counts."""
        self.enumerations.append(Enumeration(method, tuple(map(Fraction, numbers))))
        return self

    def state(self, rule: str, claim: str) -> Planner:
        """A statement about the numbers, which has no value."""
        node = self._tree(claim)
        assert isinstance(node, Chain)
        self.works.append(Work("", rule, node))
        return self

    def value(self, text: str | None = None) -> Expr:
        """The last quantity, or a formula, with everything that was found before put in."""
        found: dict[str, Expr] = {}
        name = ""
        for work in self.works:
            if isinstance(work.expression, Expr):
                name = work.name
                found[name] = substitute(work.expression, found)
        return substitute(self.formula(text), found) if text else found[name]

    def problem(
        self,
        kind: Kind,
        read_as: str,
        *,
        unit: str | None = None,
        unit_named: bool = False,
        places: int | None = None,
        freely_rounded: bool = False,
        decimals: bool = True,
        several: tuple[str, ...] = (),
        any_order: bool = False,
        labels: tuple[str, ...] = (),
    ) -> Problem:
        """The problem. several: formulas in the unknowns, where several are asked for, with the
        names that the question has for them, if any."""
        expression = self.value() if self.works else None
        if unit in CURRENCIES and places is None and expression is not None and not several:
            places = _cents(expression)
        plan = Plan(
            tuple(self.setups),
            tuple(self.works),
            tuple(self.checks),
            tuple(self.enumerations),
            decimals,
        )
        return Problem(
            kind,
            Form.QUANTITY if unit else Form.NUMBER,
            read_as,
            conditions=tuple(self.equations),
            expression=expression,
            unit=unit,
            unit_named=unit_named,
            places=places,
            freely_rounded=freely_rounded,
            any_order=any_order,
            items=tuple(map(self.formula, several)),
            labels=labels,
            plan=plan,
        )


def in_order(relations: Sequence[str]) -> list[tuple[str, str]] | None:
    """The relations as ``letter = formula``, each letter known before it is used."""
    left = [tuple(one.split(" = ")) for one in relations]
    known: list[tuple[str, str]] = []
    while left:
        done = {letter for letter, _ in known}
        ready = next(
            (
                pair
                for pair in left
                if len(pair) == 2
                and re.fullmatch("[a-z]", pair[0])
                and pair[0] not in done
                and set(re.findall("[a-z]", pair[1])) <= done
            ),
            None,
        )
        if ready is None:
            return None
        known.append((ready[0], ready[1]))
        left.remove(ready)
    return known
