"""What a story tells about quantities, as sums and products, and the order in which they get known.

The facts form a system of linear equations with one solution: the kernel proves it, elimination
finds it again. The steps go another way: a fact with a single quantity that is not known yet gives
that one, until the quantity that is asked for is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TypeAlias

from mathviz_chat.core.problems import linear_system, recount
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.wording import number
from mathviz_chat.core.reading.tree import Expr, Symbol


@dataclass(frozen=True, slots=True)
class Product:
    """``result`` is the product of ``factors``; why: the same in words."""

    result: str
    factors: tuple[str, ...]
    why: str

    def names(self) -> tuple[str, ...]:
        """All quantities of the fact."""
        return (self.result, *self.factors)

    def formula(self, name: str, letters: Mapping[str, str]) -> str:
        """What gives one of them from the others."""
        if name == self.result:
            return "*".join(letters[one] for one in self.factors)
        others = (one for one in self.factors if one != name)
        return "/".join(letters[one] for one in (self.result, *others))


@dataclass(frozen=True, slots=True)
class Sum:
    """``whole`` is the sum of ``parts``; why: the same in words."""

    whole: str
    parts: tuple[str, ...]
    why: str

    def names(self) -> tuple[str, ...]:
        """All quantities of the fact."""
        return (self.whole, *self.parts)

    def formula(self, name: str, letters: Mapping[str, str]) -> str:
        """What gives one of them from the others."""
        if name == self.whole:
            return " + ".join(letters[one] for one in self.parts)
        others = (one for one in self.parts if one != name)
        return " - ".join(letters[one] for one in (self.whole, *others))


Fact: TypeAlias = Product | Sum


@dataclass(slots=True)
class Ledger:
    """Collects the quantities of one story by their names, and the facts that join them.

    counted: those that count things, of which there is no half.
    """

    given: dict[str, Expr] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    constants: set[str] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)

    def give(self, name: str, value: str | Fraction) -> str:
        """A quantity whose number the story tells; ValueError where it is told twice."""
        if name in self.given:
            raise ValueError(f"{name} is told twice")
        self.given[name] = number(str(value))
        return name

    def constant(self, name: str, value: str | Fraction) -> str:
        """A number that everybody knows, such as the 100 of a percentage; it may stay unused."""
        if name not in self.given:
            self.constants.add(name)
            self.give(name, value)
        return name

    def want(self, name: str, meaning: str) -> str:
        """A quantity that is not told; meaning: ``the cost of the pens``."""
        self.meanings[name] = meaning
        return name

    def product(self, result: str, *factors: str, why: str) -> None:
        """One quantity is the product of others."""
        self.facts.append(Product(result, factors, why))

    def sum(self, whole: str, *parts: str, why: str) -> None:
        """One quantity is the sum of others."""
        self.facts.append(Sum(whole, parts, why))

    def problem(
        self,
        kind: Kind,
        read_as: str,
        *asked: str,
        unit: str | None = None,
        unit_named: bool = False,
        decimals: bool = True,
        holds: Callable[[Fraction], bool] = lambda value: value >= 0,
        labels: tuple[str, ...] = (),
    ) -> Problem | None:
        """The problem of finding ``asked``; None where the facts do not fix it.

        Every number that is told must count. holds: what each value that is found must be.
        labels: what the question calls the values, where several are asked for.
        """
        chain = self._chain(asked)
        if chain is None:
            return None
        every = dict.fromkeys(name for fact in self.facts for name in fact.names())
        letters = {name: f"q_{k}" for k, name in enumerate(every)}
        plan = self._plan(chain, letters)
        values = linear_system.solve(tuple(plan.equations))
        if values is None or not all(map(holds, values.values())):
            return None
        if any(values[letters[name]].denominator != 1 for _, name in chain if name in self.counted):
            return None
        wanted = tuple(letters[name] for name in asked)
        if recount.value(plan.value()) != values[letters[chain[-1][1]]]:
            return None
        if len(wanted) > 1:
            return plan.problem(
                kind, read_as, unit=unit, decimals=decimals, several=wanted, labels=labels
            )
        one = plan.problem(kind, read_as, unit=unit, unit_named=unit_named, decimals=decimals)
        return replace(one, expression=Symbol(wanted[0]))

    def _plan(self, chain: list[tuple[Fact, str]], letters: dict[str, str]) -> Planner:
        """The relations as equations, and what each of the chain gives."""
        plan = Planner({letters[name]: value for name, value in self.given.items()})
        for why in dict.fromkeys(fact.why for fact, _ in chain):
            plan.setup("Choose the relation", why)
        expanded = self._expanded(chain, letters)
        for fact in self._settled(chain):
            shown = {**letters, **self._put_in(fact, chain, expanded)}
            first = fact.names()[0]
            unknown = (n for n in fact.names() if n not in self.given and shown[n] == letters[n])
            text = f"{shown[first]} = {fact.formula(first, shown)}"
            plan.condition(text, *(letters[name] for name in unknown))
        for fact, name in chain:
            formula = fact.formula(name, letters)
            plan.find(letters[name], f"Find {self.meanings[name]}", formula)
        return plan

    def _chain(self, asked: tuple[str, ...]) -> list[tuple[Fact, str]] | None:
        """The facts in the order in which they give what is asked, each with what it gives."""
        known = set(self.given)
        if known & set(asked):
            return None
        found: dict[str, Fact] = {}
        while not known >= set(asked):
            step = next(self._steps(known), None)
            if step is None:
                return None
            fact, name = step
            known.add(name)
            found[name] = fact
        needed = _needed(asked, found)
        used = {name for one in needed for name in found[one].names()}
        if set(self.given) - self.constants - used:
            return None  # a number of the story is left over
        return [(fact, name) for name, fact in found.items() if name in needed]

    def _expanded(
        self, chain: list[tuple[Fact, str]], letters: Mapping[str, str]
    ) -> dict[str, str]:
        """Each quantity as a formula in the numbers of the story."""
        found = {name: letters[name] for name in self.given}
        for fact, name in chain:
            found[name] = f"({fact.formula(name, found)})"
        return found

    def _put_in(
        self, fact: Fact, chain: list[tuple[Fact, str]], expanded: Mapping[str, str]
    ) -> dict[str, str]:
        """The factors that must be put in as formulas, so that a product stays linear."""
        if isinstance(fact, Sum):
            return {}
        unknown = [name for name in fact.factors if name not in self.given]
        kept = next((name for one, name in chain if one is fact and name in unknown), None)
        kept = kept or (unknown[-1] if unknown else None)
        return {name: expanded[name] for name in unknown if name != kept}

    def _steps(self, known: set[str]) -> Iterator[tuple[Fact, str]]:
        for fact in self.facts:
            left = [name for name in fact.names() if name not in known]
            if len(left) == 1:
                yield fact, left[0]

    def _settled(self, chain: list[tuple[Fact, str]]) -> list[Fact]:
        """The facts that are used, and all others about the same quantities."""
        known = {*self.given, *(name for _, name in chain)}
        settled = (fact for fact in self.facts if known >= set(fact.names()))
        return [fact for fact in settled if not set(self.given) >= set(fact.names())]


def _needed(asked: tuple[str, ...], found: Mapping[str, Fact]) -> set[str]:
    needed, queue = set[str](), list(asked)
    while queue:
        name = queue.pop()
        if name in found and name not in needed:
            needed.add(name)
            queue += [one for one in found[name].names() if one != name]
    return needed
