"""Properties: what is proved is true at every point, what is refuted has a witness to recompute."""

from __future__ import annotations

from fractions import Fraction

from flint import ctx
from hypothesis import given, settings
from hypothesis import strategies as st

from mathviz_chat.core.kernel import (
    Outcome,
    approximately,
    compare_conditions,
    evaluate,
    holds,
    identity,
    real_solutions,
    substitute,
    variables,
)
from mathviz_chat.core.kernel.algebraic import AlgebraicReal
from mathviz_chat.core.kernel.build import number, relation
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.kernel.solving import solve
from mathviz_chat.core.proof.balls import Balls
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Const,
    Constant,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Or,
    Pow,
    RelOp,
    Root,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.verdict import Relation

E = Constant(Const.E)
X = Symbol("x")

small = st.integers(min_value=-6, max_value=6)
fractions = st.builds(Fraction, small, st.integers(min_value=1, max_value=5))
leaves = st.one_of(
    fractions.map(number), st.sampled_from([X, Symbol("y"), X, Constant(Const.PI), E])
)


def grown(children: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    two = st.tuples(children, children)
    powers = st.integers(min_value=-2, max_value=4)
    return st.one_of(
        two.map(lambda pair: Add(*pair)),
        two.map(lambda pair: Sub(*pair)),
        two.map(lambda pair: Mul(*pair)),
        two.map(lambda pair: Div(*pair)),
        children.map(Neg),
        children.map(Abs),
        st.tuples(children, powers).map(lambda pair: Pow(pair[0], number(pair[1]))),
        st.tuples(children, st.sampled_from([2, 3, 4])).map(lambda p: Root(p[0], number(p[1]))),
        children.map(lambda arg: Log(arg, E)),
        children.map(lambda arg: Pow(E, arg)),
        st.tuples(st.sampled_from(["sin", "cos", "tan", "arctan", "arcsin", "sinh"]), children).map(
            lambda pair: Call(pair[0], (pair[1],))
        ),
    )


expressions = st.recursive(leaves, grown, max_leaves=7)


def rewritten(expr: Expr, how: int) -> Expr:
    """A pair of forms that are often, but by no means always, equal."""
    match expr:
        case Root(Mul(a, b), index):
            return Mul(Root(a, index), Root(b, index))
        case Root(Pow(base, _), _):
            return base
        case Log(Mul(a, b), base):
            return Add(Log(a, base), Log(b, base))
        case Log(Pow(a, n), base):
            return Mul(n, Log(a, base))
        case Abs(arg):
            return arg if how % 2 else Root(Pow(arg, number(2)), number(2))
        case Mul(a, Add(b, c)):
            return Add(Mul(a, b), Mul(a, c))
        case Div(Mul(a, b), c) if b == c:
            return a
        case Pow(base, exponent) if base == E and isinstance(exponent, Add):
            return Mul(Pow(E, exponent.left), Pow(E, exponent.right))
        case Call("sin", (arg,)) if how % 2:
            return Root(Sub(number(1), Pow(Call("cos", (arg,)), number(2))), number(2))
        case Add(a, b) | Mul(a, b):
            return type(expr)(rewritten(b, how // 2), rewritten(a, how // 3))
        case Neg(arg):
            return Neg(rewritten(arg, how // 2))
        case _:
            return Root(Pow(expr, number(2)), number(2)) if how % 3 == 0 else expr


points = st.fixed_dictionaries({"x": fractions, "y": fractions})


@settings(max_examples=200, deadline=None)
@given(expressions, st.integers(min_value=0, max_value=60), st.lists(points, min_size=8))
def test_nothing_is_proved_that_a_ball_excludes(
    left: Expr, how: int, places: list[dict[str, Fraction]]
) -> None:
    right = rewritten(left, how)
    if identity(left, right).outcome is not Outcome.PROVED:
        return
    difference = elaborate(Sub(left, right))
    for place in places:
        point = {name: AlgebraicReal.rational(value) for name, value in place.items()}
        with ctx.workprec(256):
            ball = Balls({}, point).value(difference)
        assert not ball.is_finite() or ball.contains(0), place


@settings(max_examples=200, deadline=None)
@given(expressions, expressions)
def test_a_refutation_can_be_recomputed(left: Expr, right: Expr) -> None:
    decision = identity(left, right)
    if decision.outcome is not Outcome.REFUTED:
        return
    assert decision.witness is not None
    place = dict(decision.witness.point)
    with ctx.workprec(4_096):
        ball = Balls({}).value(substitute(Sub(left, right), place))
    assert ball.is_finite() and not ball.contains(0)


coefficients = st.lists(small, min_size=1, max_size=5)


def polynomial(values: list[int], name: str = "x") -> Expr:
    total: Expr = number(0)
    for k, value in enumerate(values):
        total = Add(total, Mul(number(value), Pow(Symbol(name), number(k)) if k else number(1)))
    return total


def product_of(first: list[int], second: list[int]) -> list[int]:
    result = [0] * (len(first) + len(second) - 1)
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            result[i + j] += a * b
    return result


@given(coefficients, coefficients)
def test_products_of_polynomials_are_proved(first: list[int], second: list[int]) -> None:
    expanded = polynomial(product_of(first, second))
    decision = identity(Mul(polynomial(first), polynomial(second)), expanded)
    assert decision.outcome is Outcome.PROVED


@given(coefficients, coefficients, st.integers(min_value=0, max_value=8), st.sampled_from([1, -2]))
def test_one_changed_coefficient_is_refuted(
    first: list[int], second: list[int], place: int, change: int
) -> None:
    expanded = product_of(first, second)
    expanded[place % len(expanded)] += change
    decision = identity(Mul(polynomial(first), polynomial(second)), polynomial(expanded))
    assert decision.outcome is Outcome.REFUTED
    assert decision.witness is not None and decision.witness.left != decision.witness.right


root_lists = st.lists(fractions, min_size=1, max_size=4)


def equation_with(roots: list[Fraction]) -> Statement:
    total: Expr = number(1)
    for root in roots:
        total = Mul(total, Sub(X, number(root)))
    return relation(total, RelOp.EQ, number(0))


@given(root_lists)
def test_roots_are_those_of_the_factors(roots: list[Fraction]) -> None:
    found = real_solutions(equation_with(roots), "x")
    assert found is not None
    assert [point.exact for point in found.points] == [number(r) for r in sorted(set(roots))]
    assert [point.multiplicity for point in found.points] == [
        roots.count(r) for r in sorted(set(roots))
    ]


@given(root_lists, root_lists)
def test_relations_follow_the_sets_of_roots(first: list[Fraction], second: list[Fraction]) -> None:
    listed = Or(tuple(relation(X, RelOp.EQ, number(root)) for root in second))
    decision, found = compare_conditions((equation_with(first),), listed, unknowns=("x",))
    old, new = set(first), set(second)
    if old == new:
        expected = (Outcome.PROVED, Relation.SAME_ROOTS)
    elif old < new:
        expected = (Outcome.PROVED, Relation.ROOTS_GAINED)
    elif new < old:
        expected = (Outcome.REFUTED, Relation.ROOTS_LOST)
    else:
        expected = (Outcome.REFUTED, Relation.DIFFERENT)
    assert (decision.outcome, found) == expected


def grown_algebraic(children: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    two = st.tuples(children, children)
    return st.one_of(
        two.map(lambda pair: Add(*pair)),
        two.map(lambda pair: Mul(*pair)),
        two.map(lambda pair: Div(*pair)),
        children.map(Abs),
        children.map(lambda arg: Pow(arg, number(2))),
        children.map(lambda arg: Root(arg, number(2))),
        children.map(lambda arg: Root(arg, number(3))),
    )


algebraic = st.recursive(st.one_of(small.map(number), st.just(X)), grown_algebraic, max_leaves=5)
relations = st.sampled_from([RelOp.EQ, RelOp.LT, RelOp.LE, RelOp.GE, RelOp.NE])


@settings(max_examples=200, deadline=None)
@given(algebraic, relations, algebraic, st.lists(fractions, min_size=6))
def test_a_solution_set_holds_the_points_that_satisfy_the_condition(
    left: Expr, op: RelOp, right: Expr, places: list[Fraction]
) -> None:
    condition = relation(left, op, right)
    try:
        found = solve(condition, "x")
    except Declined:
        return
    ends = [end.value for end in found.ends if end.value is not None]
    for place in (*places, *ends):
        decision = holds(condition, {"x": number(place)})
        if decision.outcome is Outcome.PROVED:
            assert found.contains(AlgebraicReal.rational(place))
        elif decision.outcome is Outcome.REFUTED:
            assert not found.contains(AlgebraicReal.rational(place))


@settings(max_examples=200, deadline=None)
@given(expressions)
def test_a_value_lies_in_its_ball(expr: Expr) -> None:
    closed = substitute(expr, {"x": number(2), "y": number(Fraction(1, 3))})
    assert not variables(closed)
    value = evaluate(closed, 20)
    if value is None:
        return
    with ctx.workprec(8_192):
        ball = Balls({}).value(Sub(closed, number(value.decimal)))
        half = AlgebraicReal.rational(Fraction(51, 10**22)).ball()
        assert not ball.is_finite() or abs(ball) < half


@given(fractions, st.integers(min_value=0, max_value=4))
def test_rounding_is_half_a_unit(value: Fraction, places: int) -> None:
    shown = Fraction(round(value * 10**places), 10**places)
    unit = Fraction(1, 10**places)
    assert approximately(number(value), number(shown), places).outcome is Outcome.PROVED
    assert approximately(number(value), number(shown + unit), places).outcome in (
        (Outcome.PROVED,) if 2 * abs(value - shown - unit) <= unit else (Outcome.REFUTED,)
    )


@settings(max_examples=200, deadline=None)
@given(expressions, expressions)
def test_no_question_raises(left: Expr, right: Expr) -> None:
    statement = relation(left, RelOp.EQ, right)
    identity(left, right)
    identity(left, right, complex_domain=True)
    compare_conditions((statement,), relation(right, RelOp.EQ, X), unknowns=("x",))
    real_solutions(statement, "x")
    evaluate(left)
    try:
        elaborate(left)
    except Declined as reason:
        assert str(reason)
