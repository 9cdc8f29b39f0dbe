"""Vectors: sums, dot and cross products, magnitudes, unit vectors, angles."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.asked import FIND, Asked
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Chain,
    Div,
    Expr,
    Matrix,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Sub,
    Symbol,
    TupleOf,
)
from mathviz_chat.core.reading.walking import walk

Entries: TypeAlias = tuple[Expr, ...]

MAX_LENGTH: Final = 6
TWO: Final = Number(Fraction(2))
_UNITS: Final = ("i", "j", "k")

_V = r"(?:(?:the |a |this |following |given |vector |vectors |of |: )*)"
_A = rf"{_V}(?P<a>#)"
_A_B = rf"{_V}(?P<a>#) (?:and|with|,|, and|by|to) {_V}(?P<b>#)"
_TEXTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "dot": (
            rf"{FIND}(?:dot|scalar|inner) product (?:of|between) {_A_B}",
            rf"{FIND}{_V}(?P<a>#) (?:dot|dotted with) {_V}(?P<b>#)",
        ),
        "cross": (
            rf"{FIND}(?:cross|vector) product (?:of|between) {_A_B}",
            rf"{FIND}{_V}(?P<a>#) cross {_V}(?P<b>#)",
        ),
        "magnitude": (
            rf"{FIND}(?:magnitude|length|norm|modulus|size) of {_A}",
            rf"how long is {_A}",
        ),
        "unit": (
            rf"{FIND}(?:a )?unit vector (?:in the (?:same )?direction (?:of|as)|along|parallel to|"
            rf"in direction of|in direction) {_A}",
            rf"(?:normali[sz]e|normal) {_A}",
            rf"{FIND}(?:a )?unit vector (?:of|for) {_A}",
        ),
        "angle": (rf"{FIND}angle (?:between|formed by|made by|of) {_A_B}",),
        "sum": (rf"(?:add|{FIND}sum of) {_A_B}",),
        "difference": (rf"{FIND}difference (?:of|between) {_A_B}",),
        "value": (rf"{FIND}(?P<a>#)", r"(?:simplify|add|subtract)(?: :)? (?P<a>#)"),
    }
)
_PATTERNS: Final = tuple(
    (task, LazyPattern(pattern)) for task, patterns in _TEXTS.items() for pattern in patterns
)
_CROSS = LazyPattern(r"(?<![A-Za-z\d])([a-zA-Z])\s*(?:×|\\times)\s*([a-zA-Z])(?![A-Za-z\d])")
_DOT = LazyPattern(r"(?<![A-Za-z\d])([a-zA-Z])\s*(?:·|⋅|\\cdot|\*|•)\s*([a-zA-Z])(?![A-Za-z\d])")


def read(asked: Asked) -> Problem | None:
    """One task on vectors that are written or defined."""
    for task, pattern in _PATTERNS:
        match = pattern.fullmatch(asked.text)
        if match is None:
            continue
        asked.used.clear()
        if task == "value":
            return _written(asked, match)
        groups = ("a", "b") if "b" in match.re.groupindex else ("a",)
        found = [_vector(asked, asked.tree(match, group)) for group in groups]
        vectors = tuple(v for v in found if v is not None)
        if len(vectors) == len(found) and len({len(v) for v in vectors}) == 1:
            return problem(task, vectors)
    return None


def _written(asked: Asked, match: re.Match[str]) -> Problem | None:
    """``a · b``, ``a × b``, ``|a|``, ``2a - 3b`` for defined vectors, ``(1, 2) + (3, 4)``."""
    place = asked.places[0] if asked.places else ""
    for task, pattern in (("cross", _CROSS), ("dot", _DOT)):
        named = pattern.fullmatch(place.strip())
        if named is not None:
            found = [_vector(asked, Symbol(name)) for name in named.groups()]
            asked.used.add(-1)
            vectors = tuple(v for v in found if v is not None)
            return problem(task, vectors) if len(vectors) == 2 else None
    node = asked.tree(match, "a")
    if isinstance(node, Abs):
        vector = _vector(asked, node.arg)
        return None if vector is None else problem("magnitude", (vector,))
    if not isinstance(node, Expr) or isinstance(node, TupleOf | Symbol):
        return None
    return _combination(asked, node)


def _combination(asked: Asked, expr: Expr) -> Problem | None:
    """Sums and multiples, carried out coordinate by coordinate."""
    values: dict[str, Expr] = {}
    for name in variables(expr):
        vector = _vector(asked, Symbol(name))
        if vector is None:
            return None
        values[name] = TupleOf(vector)
    whole: Expr = substitute(expr, values) if values else expr
    coordinates = combined(whole)
    if not isinstance(coordinates, tuple):
        return None
    target = TupleOf(coordinates)
    return _sum_of_vectors(whole, target)


def _sum_of_vectors(whole: Expr, target: TupleOf) -> Problem:
    shown = re.sub(r"(?<=[\d)a-z])\(", "*(", to_plain(whole))
    read_as = f"Calculate {shown}."
    return Problem(Kind.VECTOR, Form.MATRIX, read_as, expression=whole, target=target, task="value")


def combined(expr: Expr) -> Entries | Expr | None:
    """The coordinates of a sum of multiples of vectors, not carried out; None for anything else."""
    match expr:
        case TupleOf(items):
            return items
        case Neg(arg):
            inner = combined(arg)
            return tuple(Neg(x) for x in inner) if isinstance(inner, tuple) else expr
        case Add(left, right) | Sub(left, right):
            first, second = combined(left), combined(right)
            if not isinstance(first, tuple) or not isinstance(second, tuple):
                return None if isinstance(first, tuple) or isinstance(second, tuple) else expr
            if len(first) != len(second):
                return None
            rule = type(expr)
            return tuple(rule(a, b) for a, b in zip(first, second, strict=True))
        case Mul(left, right):
            first, second = combined(left), combined(right)
            if isinstance(first, tuple) and isinstance(second, tuple):
                return None
            if isinstance(second, tuple) and first is not None:
                return tuple(Mul(left, x) for x in second)
            if isinstance(first, tuple):
                return tuple(Mul(right, x) for x in first)
            return expr
        case Div(left, right):
            if any(isinstance(node, TupleOf) for node in walk(right)):
                return None  # nothing is divided by a vector
            first = combined(left)
            return tuple(Div(x, right) for x in first) if isinstance(first, tuple) else expr
    return None if any(isinstance(node, TupleOf) for node in walk(expr)) else expr


def _vector(asked: Asked, node: object) -> Entries | None:
    """The entries of a vector in any notation, or of the one that is defined by this name."""
    if isinstance(node, Chain) and len(node.items) == 2 and isinstance(node.items[0], Symbol):
        return entries(node.items[1])
    if isinstance(node, Symbol) and node.name not in _UNITS:
        for place, definition in enumerate(asked.definitions):
            if definition.items[0] == node:
                asked.used.add(place)
                return entries(definition.items[-1])
        return None
    return entries(node) if isinstance(node, Expr) else None


def entries(expr: Expr) -> Entries | None:
    """``(1, 2)``, a row or a column, ``3i - 2j + k``; None for anything else."""
    found: Entries | None = None
    if isinstance(expr, TupleOf):
        found = expr.items
    elif isinstance(expr, Matrix):
        column = all(len(row) == 1 for row in expr.rows)
        found = tuple(row[0] for row in expr.rows) if column else expr.rows[0]
        found = found if column or len(expr.rows) == 1 else None
    elif variables(expr) and set(variables(expr)) <= set(_UNITS):
        found = _by_units(expr)
    if found is None or not 2 <= len(found) <= MAX_LENGTH:
        return None
    return found if all(_is_rational(entry) for entry in found) else None


def _is_rational(entry: Expr) -> bool:
    try:
        return not variables(entry) and isinstance(recount.value(entry), Fraction)
    except recount.NotEvaluated:
        return False


def _by_units(expr: Expr) -> Entries | None:
    """The coefficients of i, j and k, read off at 0 and 1; two points confirm them."""
    names = _UNITS[:2] if "k" not in variables(expr) else _UNITS

    def at(point: dict[str, Fraction]) -> recount.Scalar:
        return recount.value(expr, point)

    zero = {name: Fraction(0) for name in names}
    try:
        found = [at({**zero, name: Fraction(1)}) for name in names]
        tests = ({n: Fraction(k + 2 + 3 * i) for i, n in enumerate(names)} for k in range(2))
        linear = at(zero) == 0 and all(
            at(test) == sum(c * test[n] for c, n in zip(found, names, strict=True))
            for test in tests
        )
    except recount.NotEvaluated:
        return None
    if not linear or not all(isinstance(value, Fraction) for value in found):
        return None
    return tuple(number(value) for value in found)


# ---------------------------------------------------------------------------- problems


def problem(task: str, vectors: tuple[Entries, ...]) -> Problem | None:
    """The formal problem of a task; None where the vectors do not fit it."""
    shown = " and ".join(to_plain(TupleOf(vector)) for vector in vectors)
    items = tuple(TupleOf(vector) for vector in vectors)
    if task in ("sum", "difference"):
        whole = (Add if task == "sum" else Sub)(*items)
        coordinates = combined(whole)
        assert isinstance(coordinates, tuple)
        return _sum_of_vectors(whole, TupleOf(coordinates))
    if task == "cross":
        if len(vectors[0]) != 3:
            return None
        target = TupleOf(cross(*vectors))
        read_as = f"Find the cross product of {shown}."
        return Problem(Kind.VECTOR, Form.MATRIX, read_as, items=items, target=target, task=task)
    if task == "unit":
        size = magnitude(vectors[0])
        target = TupleOf(tuple(Div(entry, size) for entry in vectors[0]))
        read_as = f"Find the unit vector in the direction of {shown}."
        return Problem(Kind.VECTOR, Form.MATRIX, read_as, items=items, target=target, task=task)
    value, phrase = _NUMBERS[task]
    read_as = f"Find the {phrase} {shown}."
    return Problem(
        Kind.VECTOR, Form.NUMBER, read_as, items=items, expression=value(*vectors), task=task
    )


def dot(a: Entries, b: Entries) -> Expr:
    """``a_1*b_1 + a_2*b_2 + ...``."""
    products = [Mul(x, y) for x, y in zip(a, b, strict=True)]
    total: Expr = products[0]
    for product in products[1:]:
        total = Add(total, product)
    return total


def cross(a: Entries, b: Entries) -> Entries:
    """``(a_2*b_3 - a_3*b_2, ...)``."""
    return tuple(
        Sub(Mul(a[(k + 1) % 3], b[(k + 2) % 3]), Mul(a[(k + 2) % 3], b[(k + 1) % 3]))
        for k in range(3)
    )


def magnitude(a: Entries) -> Expr:
    """The square root of the sum of the squares."""
    squares: list[Expr] = [Pow(x, TWO) for x in a]
    total = squares[0]
    for square in squares[1:]:
        total = Add(total, square)
    return Root(total, TWO)


def angle(a: Entries, b: Entries) -> Expr:
    """``arccos(a·b/(|a||b|))``."""
    return Call("arccos", (Div(dot(a, b), Mul(magnitude(a), magnitude(b))),))


_NUMBERS: Final[Mapping[str, tuple[Callable[..., Expr], str]]] = MappingProxyType(
    {
        "dot": (dot, "dot product of"),
        "magnitude": (magnitude, "magnitude of"),
        "angle": (angle, "angle between"),
    }
)
