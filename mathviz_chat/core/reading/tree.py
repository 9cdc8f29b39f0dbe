"""The tree that all mathematics is read into: immutable, unevaluated, with source spans.

Nothing is simplified while a tree is built: ``x/x`` stays ``Div(x, x)``, so that excluded points
can be found. Spans are offsets into the text that was read; they do not take part in comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of character offsets in the source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Node:
    span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)


# ---------------------------------------------------------------------------- expressions


@dataclass(frozen=True, slots=True)
class Number(_Node):
    """A literal. ``text`` is its canonical spelling; ``places`` the decimals shown, if any.

    ``0.50`` is ``Number(Fraction(1, 2), places=2)``; ``3 1/2`` is a :class:`Mixed`.
    """

    value: Fraction
    places: int | None = None


@dataclass(frozen=True, slots=True)
class RepeatingDecimal(_Node):
    """``0.1(6)``: the exact value, the decimals before the period and the period's digits."""

    value: Fraction
    places: int
    period: str


@dataclass(frozen=True, slots=True)
class Numeral(_Node):
    """Digits in a base that is written with them: ``1011_2`` is eleven."""

    value: Fraction
    digits: str
    base: int


@dataclass(frozen=True, slots=True)
class Mixed(_Node):
    """A mixed number such as ``3 1/2``; the value is whole + numerator/denominator."""

    whole: int
    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True)
class Symbol(_Node):
    """A variable, unknown or function name used as a value; subscripts as in ``x_1``."""

    name: str


class Const(StrEnum):
    """Named constants."""

    PI = "pi"
    E = "e"
    I = "i"  # noqa: E741 - the field's own name
    INFINITY = "oo"


@dataclass(frozen=True, slots=True)
class Constant(_Node):
    """A named constant, decided by the ambiguity table (``e`` and ``i`` are not always that)."""

    const: Const


@dataclass(frozen=True, slots=True)
class Neg(_Node):
    arg: Expr


@dataclass(frozen=True, slots=True)
class PlusMinus(_Node):
    """``± b`` (left is None) or ``a ± b``; ``minus_plus`` marks the lower sign first (``∓``)."""

    left: Expr | None
    right: Expr
    minus_plus: bool = False


@dataclass(frozen=True, slots=True)
class Add(_Node):
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Sub(_Node):
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Mul(_Node):
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Div(_Node):
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Pow(_Node):
    base: Expr
    exponent: Expr


@dataclass(frozen=True, slots=True)
class Root(_Node):
    """The real ``index``-th root; ``index`` 2 is the square root."""

    radicand: Expr
    index: Expr


@dataclass(frozen=True, slots=True)
class Abs(_Node):
    arg: Expr


@dataclass(frozen=True, slots=True)
class Factorial(_Node):
    arg: Expr


@dataclass(frozen=True, slots=True)
class Percent(_Node):
    """``arg`` hundredths: ``15%``."""

    arg: Expr


@dataclass(frozen=True, slots=True)
class Degrees(_Node):
    """An angle written in degrees: ``30°``."""

    arg: Expr


@dataclass(frozen=True, slots=True)
class Call(_Node):
    """A function applied: known ones by their standard name (``sin``, ``ln``, ``gcd``), else ``f``.

    ``primes`` counts Lagrange's primes: ``f''(x)`` is ``Call("f", (x,), primes=2)``.
    """

    function: str
    args: tuple[Expr, ...]
    primes: int = 0


@dataclass(frozen=True, slots=True)
class Log(_Node):
    """A logarithm with its base; ``ln`` is ``Log(x, Constant(E))``."""

    arg: Expr
    base: Expr


@dataclass(frozen=True, slots=True)
class Derivative(_Node):
    """d^order/dvariable^order of ``body``; ``partial`` as it was written."""

    body: Expr
    variable: str
    order: int = 1
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Integral(_Node):
    """Indefinite where both limits are None."""

    body: Expr
    variable: str
    lower: Expr | None = None
    upper: Expr | None = None


@dataclass(frozen=True, slots=True)
class Limit(_Node):
    """``side`` is "+", "-" or "" (two-sided)."""

    body: Expr
    variable: str
    point: Expr
    side: str = ""


@dataclass(frozen=True, slots=True)
class BigOperator(_Node):
    """``sum`` or ``prod`` of ``body`` for ``index`` from ``lower`` to ``upper``."""

    operator: str
    body: Expr
    index: str
    lower: Expr
    upper: Expr


@dataclass(frozen=True, slots=True)
class Quantity(_Node):
    """A value with a unit (canonical spelling such as ``m/s``, ``km``, ``USD``)."""

    value: Expr
    unit: str


@dataclass(frozen=True, slots=True)
class TupleOf(_Node):
    """An ordered list in round brackets, ``(1, 2)``, or without any, ``1, 2``."""

    items: tuple[Expr, ...]
    bracketed: bool = True


@dataclass(frozen=True, slots=True)
class SetOf(_Node):
    """``{1, 2}``; the empty set has no items."""

    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Interval(_Node):
    lower: Expr
    upper: Expr
    lower_closed: bool
    upper_closed: bool


@dataclass(frozen=True, slots=True)
class UnionOf(_Node):
    """A union of sets or intervals."""

    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Matrix(_Node):
    rows: tuple[tuple[Expr, ...], ...]


@dataclass(frozen=True, slots=True)
class Piecewise(_Node):
    """Values with the conditions under which they count: the first that holds decides.

    "Otherwise" is the condition ``Truth(True)``.
    """

    pieces: tuple[tuple[Expr, Statement], ...]


Expr: TypeAlias = (
    Number
    | RepeatingDecimal
    | Numeral
    | Mixed
    | Symbol
    | Constant
    | Neg
    | PlusMinus
    | Add
    | Sub
    | Mul
    | Div
    | Pow
    | Root
    | Abs
    | Factorial
    | Percent
    | Degrees
    | Call
    | Log
    | Derivative
    | Integral
    | Limit
    | BigOperator
    | Quantity
    | TupleOf
    | SetOf
    | Interval
    | UnionOf
    | Matrix
    | Piecewise
)


# ---------------------------------------------------------------------------- statements


class RelOp(StrEnum):
    """Relation signs."""

    EQ = "="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="
    APPROX = "~="  # written with the wavy sign
    IDENTICAL = "=="  # three strokes: claimed for all values
    IN = "in"
    DEFINED = ":="


@dataclass(frozen=True, slots=True)
class Chain(_Node):
    """``a < b <= c``: n expressions, n - 1 relation signs (n >= 2)."""

    items: tuple[Expr, ...]
    ops: tuple[RelOp, ...]


@dataclass(frozen=True, slots=True)
class And(_Node):
    """All hold: a system, ``x = 1 and y = 2``, ``x = 1, y = 2``."""

    items: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Or(_Node):
    """At least one holds: ``x = 2 or x = 3``."""

    items: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Not(_Node):
    """The statement does not hold."""

    item: Statement


@dataclass(frozen=True, slots=True)
class Truth(_Node):
    """``True`` / "all real numbers" (value True), ``False`` / "no real solutions" (value False)."""

    value: bool


@dataclass(frozen=True, slots=True)
class Implication(_Node):
    """``a => b`` (or an arrow, "therefore"); ``both`` for an equivalence arrow."""

    before: Statement
    after: Statement
    both: bool = False


Statement: TypeAlias = Chain | And | Or | Not | Truth | Implication

Node: TypeAlias = Expr | Statement
