"""What a question defines on the way: functions, values, and unknowns that its equations fix.

A name counts as defined where its value follows for certain: by substitution, or as the only
solution of its equations, proved by the kernel and found again by elimination.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from mathviz_chat.core.kernel import (
    Outcome,
    compare_conditions,
    differentiate,
    real_solutions,
    substitute,
    variables,
)
from mathviz_chat.core.problems import linear_system, polynomial, recount
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Derived
from mathviz_chat.core.reading.tree import (
    And,
    Call,
    Chain,
    Derivative,
    Expr,
    Neg,
    Number,
    RelOp,
    Statement,
    Symbol,
)
from mathviz_chat.core.reading.walking import map_children
from mathviz_chat.core.verdict import Relation


@dataclass(slots=True)
class Environment:
    """Definitions in the order of the question; ``used`` are those that something rests on."""

    functions: dict[str, tuple[str, Expr]] = field(default_factory=dict)
    values: dict[str, Expr] = field(default_factory=dict)
    derived: list[Derived] = field(default_factory=list)
    pending: list[Chain] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def take(self, statement: Statement) -> bool:
        """Take a given statement in; False where it is neither a definition nor an equation."""
        if not isinstance(statement, Chain) or statement.ops not in ((RelOp.EQ,), (RelOp.DEFINED,)):
            return False
        head, body = statement.items
        if self._is_new_function(head):
            assert isinstance(head, Call) and isinstance(head.args[0], Symbol)
            self.functions[head.function] = (head.args[0].name, self.apply(body))
            return True
        return self._take_equation(Chain((head, body), statement.ops))

    def _is_new_function(self, head: Expr) -> bool:
        if not isinstance(head, Call) or len(head.args) != 1 or head.primes:
            return False
        return isinstance(head.args[0], Symbol) and head.function not in self.functions

    def _take_equation(self, statement: Chain) -> bool:
        left, right = (self.apply(item) for item in statement.items)
        for name, value in ((left, right), (right, left)):
            if isinstance(name, Symbol) and not variables(value) and not self._awaits(name.name):
                self.values[name.name] = worked_out(value)
                return True
        if statement.ops == (RelOp.DEFINED,):
            return False
        self.pending.append(Chain((left, right), (RelOp.EQ,)))
        self._solve_pending()
        return True

    def _awaits(self, name: str) -> bool:
        return any(name in variables(condition) for condition in self.pending)

    def _solve_pending(self) -> None:
        """Solve the last equation with those that share its unknowns, if they have one solution."""
        group = [self.pending[-1]]
        names = set(variables(group[0]))
        for condition in reversed(self.pending[:-1]):
            if names & set(variables(condition)):
                group.append(condition)
                names |= set(variables(condition))
        values = only_solution(tuple(group), tuple(sorted(names)))
        if values is None:
            return
        self.derived.append(Derived(tuple(values.items()), tuple(group)))
        self.values |= values
        self.pending = [condition for condition in self.pending if condition not in group]

    def apply(self, node: Expr) -> Expr:
        """The expression with everything that is defined put in."""
        expanded: Expr = self._expand(node)
        known = {name: self.values[name] for name in variables(expanded) if name in self.values}
        self.used |= set(known)
        result: Expr = substitute(expanded, known) if known else expanded
        return result

    def _expand(self, node: Any) -> Any:
        node = map_children(node, self._expand)
        if isinstance(node, Derivative) and isinstance(node.body, Expr):
            if node.variable not in (names := variables(node.body)) and names:
                return node  # dy/dx is not 0: y depends on x
            return simplified(_differentiated(node.body, node.variable, node.order))
        if isinstance(node, Call) and node.function in self.functions and len(node.args) == 1:
            self.used.add(node.function)
            parameter, body = self.functions[node.function]
            if node.primes:
                body = simplified(_differentiated(body, parameter, node.primes))
            return substitute(body, {parameter: node.args[0]})
        return node

    @property
    def all_used(self) -> bool:
        """Whether everything that was given is used; equations that are not solved are not."""
        return not self.pending and self.definitions_used

    @property
    def definitions_used(self) -> bool:
        """Whether every function and value that was defined is used."""
        solved = {name for one in self.derived for name, _ in one.values}
        plain = set(self.values) - solved
        groups = all(any(n in self.used for n, _ in one.values) for one in self.derived)
        return groups and plain <= self.used and set(self.functions) <= self.used


def worked_out(value: Expr) -> Expr:
    """A rational value in lowest terms, a decimal as it is; any other value as it is."""
    if isinstance(value, Number) or (isinstance(value, Neg) and isinstance(value.arg, Number)):
        return value
    try:
        rational = recount.value(value)
    except recount.NotEvaluated:
        return value
    return number(rational) if isinstance(rational, Fraction) else value


def _differentiated(body: Expr, variable: str, order: int) -> Expr:
    try:
        for _ in range(order):
            body = differentiate(body, variable)
    except ValueError:
        return Derivative(body, variable)
    return body


def simplified(expr: Expr) -> Expr:
    """A polynomial in one unknown with its like terms collected; anything else as it is."""
    names = variables(expr)
    if len(names) != 1:
        return expr
    coefficients = polynomial.of_expression(expr, names[0])
    return expr if coefficients is None else polynomial.to_tree(coefficients, names[0])


def only_solution(conditions: tuple[Chain, ...], names: tuple[str, ...]) -> dict[str, Expr] | None:
    """The values of all unknowns where the kernel proves that they are the only ones."""
    if not names or len(conditions) < len(names):
        return None
    solved = linear_system.solve(conditions, names)
    values: dict[str, Expr]
    if solved is not None:
        values = {name: number(value) for name, value in solved.items()}
    elif len(names) == 1:
        found = real_solutions(And(conditions) if len(conditions) > 1 else conditions[0], names[0])
        if found is None or found.intervals or len(found.points) != 1:
            return None
        exact = found.points[0].exact
        if exact is None or not isinstance(recount.value(exact), Fraction):
            return None
        values = {names[0]: exact}
    else:
        return None
    claim = And(tuple(Chain((Symbol(n), v), (RelOp.EQ,)) for n, v in values.items()))
    after = claim if len(claim.items) > 1 else claim.items[0]
    decision, relation = compare_conditions(conditions, after, unknowns=names)
    proved = decision.outcome is Outcome.PROVED
    return values if proved and relation in (Relation.SAME, Relation.SAME_ROOTS) else None
