"""Quantities: values with the same unit are compared, others are left undecided.

The kernel holds no table of units: 1 m and 100 cm are two different letters to it. A unit is a
product of names with whole exponents, ``km/h``, ``m/s^2``.
"""

from __future__ import annotations

from dataclasses import replace

from mathviz_chat.core.kernel.limits import Unsupported
from mathviz_chat.core.proof.notation import Rationals
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Div,
    Expr,
    Mul,
    Neg,
    Pow,
    Quantity,
    Statement,
    Sub,
)
from mathviz_chat.core.reading.walking import has, map_children

Dimension = dict[str, int]


def without_units(left: Expr, right: Expr) -> tuple[Expr, Expr]:
    """Both expressions without their units; Unsupported where those are not the same."""
    if not (has(left, Quantity) or has(right, Quantity)):
        return left, right
    if _dimension(left) != _dimension(right):
        raise Unsupported("different units on the two sides")
    return _stripped(left), _stripped(right)


def _stripped(expr: Expr) -> Expr:
    return _stripped(expr.value) if isinstance(expr, Quantity) else map_children(expr, _stripped)


def _parse(unit: str) -> Dimension:
    """``km/h`` -> {"km": 1, "h": -1}."""
    result: Dimension = {}
    for place, part in enumerate(unit.split("/")):
        for factor in part.split("*"):
            name, _, exponent = factor.partition("^")
            count = int(exponent) if exponent.lstrip("-").isdigit() else 1
            if name not in {"", "1"}:
                result[name] = result.get(name, 0) + (-count if place else count)
    return {name: count for name, count in result.items() if count}


def _combined(first: Dimension, second: Dimension, times: int) -> Dimension:
    result = dict(first)
    for name, count in second.items():
        result[name] = result.get(name, 0) + times * count
    return {name: count for name, count in result.items() if count}


def _dimension(expr: Expr) -> Dimension:
    match expr:
        case Quantity(value, unit):
            return _combined(_parse(unit), _dimension(value), 1)
        case Neg(arg):
            return _dimension(arg)
        case Add(first, second) | Sub(first, second):
            if _dimension(first) != _dimension(second):
                raise Unsupported("a sum of different units")
            return _dimension(first)
        case Mul(first, second):
            return _combined(_dimension(first), _dimension(second), 1)
        case Div(first, second):
            return _combined(_dimension(first), _dimension(second), -1)
        case Pow(base, exponent) if has(base, Quantity):
            power = Rationals().whole(exponent)
            return {name: count * power for name, count in _dimension(base).items() if power}
        case _:
            if has(expr, Quantity):
                raise Unsupported("a unit inside a function")
            return {}


def statement_without_units(statement: Statement) -> Statement:
    """Each relation without its units; Unsupported where they differ in one relation."""
    if isinstance(statement, Chain):
        items = list(statement.items)
        for k in range(len(items) - 1):
            if _has_unit(items[k]) or _has_unit(items[k + 1]):
                without_units(items[k], items[k + 1])
        return replace(statement, items=tuple(_stripped(item) for item in items))
    return map_children(statement, statement_without_units)


def _has_unit(expr: Expr) -> bool:
    return has(expr, Quantity)
