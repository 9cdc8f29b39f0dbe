"""``What is 3 + 4*2?``, ``Add 3 and 4.``, ``What is f(2)?``: a value to be worked out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import multivariate, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.environment import Environment
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers import polynomials
from mathviz_chat.core.problems.readers.school import rounded_values
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.logarithms import TEN, in_base
from mathviz_chat.core.reading.tree import (
    BigOperator,
    Call,
    Const,
    Constant,
    Derivative,
    Expr,
    Integral,
    Limit,
    Matrix,
    Mul,
    Neg,
    Number,
    Percent,
    Pow,
    Quantity,
    Symbol,
    TupleOf,
)
from mathviz_chat.core.reading.walking import walk

VALUE: Final = (
    r"(?:(?:what(?:'s|s|\s+is|\s+are|\s+does)?|find|determine|calculate|compute|evaluate|"
    r"work\s+out|give|get|do|simplify|how\s+much\s+is|figure\s+out|state|solve|"
    r"what\s+(?:do|will)\s+(?:you|we|i)\s+get\s+(?:if|when)(?:\s+(?:you|we|i))?)\s*:?\s+)"
    r"(?:(?:the\s+)?(?:exact\s+)?(?:value|result|answer)\s+(?:of|to|for)\s*:?\s+)?"
    r"(?:the\s+(?:following\s+)?expression\s*:?\s+)?"
)
_CALCULUS: Final = (Integral, Limit, Derivative, BigOperator, Matrix, TupleOf)
_EQUALS: Final = re.compile(r"(?:\s*(?:=|equals?|is(?:\s+equal\s+to)?)\s*(?:what|\?)?)$", re.I)
_DERIVATIVE: Final = re.compile(r"derivative|d/d", re.I)
_ROOT: Final = re.compile(r"sqrt|cbrt|root|[√∛]|log|ln", re.I)
_AT_A_POINT: Final = re.compile(r"[A-Za-z]\s*'+\s*\([^()A-Za-z]*\)")
_ROOT_OF_SUM: Final = re.compile(
    r"root\s+of\s+\S+\s+(?:plus|minus|times|divided|multiplied|over|squared|cubed)\b", re.I
)
_OPERATION: Final = r"(?:times|divided|multiplied|over|squared|cubed|plus|minus)"
_OF_TWO_AND_MORE: Final = re.compile(
    r"\b(?:sum|difference|product|quotient|total)\s+(?:of|between)\b"
    rf"(?:(?!\b{_OPERATION}\b).)*\band\s+\S+\s+{_OPERATION}\b",
    re.I | re.DOTALL,
)
"""``the sum of 8 and 2 multiplied by 3``: the 2, or the sum."""
_SIMPLIFY: Final = re.compile(r"simplify", re.I)
_VALUE: Final = re.compile(VALUE, re.IGNORECASE)


def read(clauses: Clauses) -> Problem | None:
    """A question for the value of one expression, by itself or after definitions."""
    phrase = _EQUALS.sub("", _VALUE.sub("", clauses.asked, count=1) or clauses.asked)
    found = clauses.value(phrase)
    if found is None:
        return None
    value, environment = found
    if _ROOT_OF_SUM.search(phrase) or _OF_TWO_AND_MORE.search(phrase):
        return None
    if len(clauses.given) == 1 and _AT_A_POINT.fullmatch(phrase.strip()):
        return None  # a derivative at a point has a reader of its own
    if _DERIVATIVE.search(phrase) or (_ROOT.search(phrase) and _SIMPLIFY.match(clauses.asked)):
        return None
    if variables(value) == ("e",) and not clauses.given:
        value = _with_euler(value, clauses.asked)
    if variables(value):
        asks_more = "'" in phrase or _SIMPLIFY.match(clauses.asked)
        return None if asks_more else _polynomial(value, environment)
    if _asks_an_unknown(clauses.slots.names(phrase), environment):
        return None
    if any(isinstance(node, _CALCULUS) for node in walk(value)):
        return None
    if _is_literal(value) or (_is_percent_of(value) and not clauses.given):
        return None
    if rounded_values.is_wave(value):
        return None  # it has no exact form, and is rounded
    value = in_base(value, TEN)
    read_as = f"Calculate {slots.spelled(value)}."
    derived = tuple(environment.derived)
    problem = Problem(Kind.ARITHMETIC, Form.NUMBER, read_as, expression=value, derived=derived)
    return _of_quantity(problem, value) or problem


def _of_quantity(problem: Problem, value: Expr) -> Problem | None:
    """``3/4 of £56``: so much of a number, in its unit."""
    if not isinstance(value, Mul) or not isinstance(value.right, Quantity):
        return None
    if any(isinstance(node, Quantity) for node in walk(value.left)):
        return None
    bare = Mul(value.left, value.right.value)
    return replace(problem, expression=bare, unit=value.right.unit)


def _with_euler(value: Expr, asked: str) -> Expr:
    """``e^0 + 3``, ``e^5/e^2``: powers of e and no other letter, where no letter has a value.

    ``e^2`` alone is rounded, and ``simplify e^2*e^3`` may mean any letter.
    """
    letters = sum(node == Symbol("e") for node in walk(value))
    powers = sum(isinstance(node, Pow) and node.base == Symbol("e") for node in walk(value))
    if letters != powers or _SIMPLIFY.match(asked) or rounded_values.said_again(asked):
        return value
    return substitute(value, {"e": Constant(Const.E)})


def _asks_an_unknown(names: tuple[str, ...], environment: Environment) -> bool:
    """``x``, where equations fix x: a question for the solutions of those equations."""
    unknowns = {name for one in environment.derived for name, _ in one.values}
    return bool(unknowns & set(names))


def _polynomial(value: Expr, environment: Environment) -> Problem | None:
    """``2f(x) - 3g(x)``, ``f(g(x))`` for functions that the question defines."""
    names = variables(value)
    if not environment.functions:
        return None
    if multivariate.of_expression(value, names) is None:
        return _composition(value, environment)
    return Problem(
        Kind.EXPAND,
        Form.EXPANDED,
        f"Expand {to_plain(value)}.",
        expression=value,
        variable=names[0],
        derived=tuple(environment.derived),
    )


def _composition(value: Expr, environment: Environment) -> Problem | None:
    """``f(g(x))`` that is no polynomial; two of them side by side are two questions."""
    if isinstance(value, TupleOf) or any(
        isinstance(node, Call) and len(node.function) == 1 for node in walk(value)
    ):
        return None
    return replace(polynomials.composition(value), derived=tuple(environment.derived))


def _is_literal(value: Expr) -> bool:
    if isinstance(value, Call):
        return False
    return isinstance(value, Number) or (isinstance(value, Neg) and _is_literal(value.arg))


def _is_percent_of(value: Expr) -> bool:
    return isinstance(value, Mul) and isinstance(value.left, Percent)
