"""Hypothesis strategies for the trees that reading can produce."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    And,
    BigOperator,
    Call,
    Chain,
    Const,
    Constant,
    Degrees,
    Derivative,
    Div,
    Expr,
    Factorial,
    Implication,
    Integral,
    Interval,
    Limit,
    Log,
    Matrix,
    Mixed,
    Mul,
    Neg,
    Node,
    Not,
    Number,
    Or,
    Percent,
    Piecewise,
    PlusMinus,
    Pow,
    Quantity,
    RelOp,
    RepeatingDecimal,
    Root,
    SetOf,
    Statement,
    Sub,
    Symbol,
    Truth,
    TupleOf,
    UnionOf,
)
from mathviz_chat.core.reading.units import CANONICAL_UNITS

NAMES = [*"abcdfgkmnpqrstuvwxyzABCEFGIPVX", "x_1", "t_0", "theta", "Delta", "speed", "a_n", "vec_a"]

integers = st.integers(0, 10**6).map(lambda n: Number(Fraction(n)))


def _decimal(digits: int, places: int) -> Number:
    return Number(Fraction(digits, 10**places), places)


decimals = st.builds(_decimal, st.integers(0, 10**6), st.integers(1, 6))


def _repeating(whole: int, decimals_: str, period: str) -> RepeatingDecimal:
    value = Fraction(int(f"{whole}{decimals_}"), 10 ** len(decimals_))
    value += Fraction(int(period), (10 ** len(period) - 1) * 10 ** len(decimals_))
    return RepeatingDecimal(value, len(decimals_), period)


repeating = st.builds(
    _repeating,
    st.integers(0, 99),
    st.text("0123456789", max_size=3),
    st.text("0123456789", min_size=1, max_size=3),
)
mixed = st.tuples(st.integers(1, 99), st.integers(1, 19), st.integers(1, 20)).map(
    lambda t: Mixed(t[0], t[1], t[1] + t[2])
)
names = st.sampled_from(NAMES).map(Symbol)
constants = st.sampled_from(list(Const)).map(Constant)
quantities = st.builds(Quantity, integers | decimals, st.sampled_from(sorted(CANONICAL_UNITS)))
_LABELS = ["plate", "check/month", "USD/plate", "lb/book", "box", "berry", "m/trip", "people/day"]
rates = st.builds(
    Quantity, integers, st.sampled_from(["m/s", "km/h", "USD/h", "m^2", "g/cm^3", *_LABELS])
)

leaves = st.one_of(integers, names, integers, names, decimals, repeating, mixed, constants)
VARIABLES = st.sampled_from(["x", "y", "t", "theta"])
FUNCTIONS = [
    "sin",
    "cos",
    "tan",
    "arcsin",
    "arctan",
    "sinh",
    "exp",
    "log",
    "floor",
    "ceil",
    "sgn",
    "grad",
]


def _piecewise(first: Expr, second: Expr, bound: Expr, how: str) -> Piecewise:
    below, above = (Chain((Symbol("x"), bound), (op,)) for op in (RelOp.LT, RelOp.GE))
    conditions: dict[str, Statement] = {
        "": above,
        "and": And((above, below)),
        "or": Or((above, below)),
        "otherwise": Truth(True),
    }
    return Piecewise(((first, below), (second, conditions[how])))


def _grown(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    small = st.integers(2, 9).map(lambda n: Number(Fraction(n)))
    pair = st.tuples(inner, inner)
    return st.one_of(
        st.builds(Add, inner, inner),
        st.builds(Sub, inner, inner),
        st.builds(Mul, inner, inner),
        st.builds(Mul, inner, inner),
        st.builds(Div, inner, inner),
        st.builds(Pow, inner, small | names | names.map(Neg) | small.map(Neg)),
        st.builds(Pow, names, st.builds(Add, names, inner)),
        st.builds(Neg, inner),
        st.builds(PlusMinus, st.none() | inner, inner, st.booleans()),
        st.builds(Root, inner, small),
        st.builds(Abs, inner),
        st.builds(Factorial, names),
        st.builds(Percent, inner),
        st.builds(Degrees, inner),
        st.builds(Quantity, inner, st.sampled_from(sorted(CANONICAL_UNITS))),
        st.builds(Call, st.sampled_from(FUNCTIONS), inner.map(lambda x: (x,))),
        st.builds(
            Call, st.sampled_from(["gcd", "lcm", "max", "min", "binomial", "mod", "cross"]), pair
        ),
        st.builds(Call, st.sampled_from("fgh"), inner.map(lambda x: (x,)), st.integers(0, 3)),
        st.builds(Call, st.sampled_from("yfx"), st.just(()), st.integers(1, 3)),
        st.builds(Call, st.sampled_from(["f^-1", "g^-1"]), inner.map(lambda x: (x,))),
        st.builds(Log, inner, small | st.just(Constant(Const.E)) | names),
        st.builds(Derivative, inner, VARIABLES, st.integers(1, 3), st.booleans()),
        st.builds(Integral, inner, VARIABLES),
        st.builds(Integral, inner, VARIABLES, inner, inner),
        st.builds(Limit, inner, VARIABLES, inner, st.sampled_from(["", "+", "-"])),
        st.builds(_piecewise, inner, inner, inner, st.sampled_from(["", "and", "or", "otherwise"])),
        st.builds(
            BigOperator,
            st.sampled_from(["sum", "prod"]),
            inner,
            st.sampled_from("knm"),
            inner,
            inner,
        ),
    )


def _is_finite(items: tuple[Expr, ...]) -> bool:
    infinite = Constant(Const.INFINITY)
    return not any(item in (infinite, Neg(infinite)) for item in items)


expressions: st.SearchStrategy[Expr] = st.recursive(
    leaves | quantities | rates, _grown, max_leaves=8
)
pairs = st.tuples(expressions, expressions)
intervals = st.builds(Interval, expressions, expressions, st.booleans(), st.booleans())
sets = st.one_of(
    intervals,
    st.builds(SetOf, st.lists(expressions, max_size=3).map(tuple)),
    st.lists(intervals, min_size=2, max_size=3).map(lambda items: UnionOf(tuple(items))),
)
_SIGNS = [op for op in RelOp if op is not RelOp.IN]


_LETTERS = (Constant(Const.E), Constant(Const.I))
"""Alone on one side of a relation these are variables, in the whole text."""


def _chain(items: list[Expr], ops: list[RelOp]) -> Chain:
    items = [Neg(item) if item in _LETTERS else item for item in items]
    return Chain(tuple(items), tuple(ops[: len(items) - 1]))


chains = st.one_of(
    st.builds(
        _chain,
        st.lists(expressions, min_size=2, max_size=4),
        st.lists(st.sampled_from(_SIGNS), min_size=3, max_size=3),
    ),
    st.builds(lambda x, s: Chain((x, s), (RelOp.IN,)), names, sets),
)


def _joined(inner: st.SearchStrategy[Statement]) -> st.SearchStrategy[Statement]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        several.filter(lambda items: not any(isinstance(i, Or) for i in items)).map(Or),
        several.map(And),
        st.builds(Not, inner),
        st.builds(Implication, inner, inner, st.booleans()),
    )


statements: st.SearchStrategy[Statement] = st.recursive(chains, _joined, max_leaves=4) | st.builds(
    Truth, st.booleans()
)
nodes: st.SearchStrategy[Node] = st.one_of(
    expressions,
    statements,
    sets,
    st.builds(TupleOf, pairs.filter(_is_finite)),
    st.builds(Matrix, st.tuples(pairs, pairs)),
    st.lists(expressions, min_size=2, max_size=4).map(lambda xs: TupleOf(tuple(xs), False)),
)
