"""Trees to SymPy and back, where SymPy may search and propose; it never decides "proved".

SymPy is imported inside the functions: it takes a third of a second. Symbols are real. A tree is
built node by node, no text is ever handed to SymPy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, Final

from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    BigOperator,
    Call,
    Chain,
    Const,
    Constant,
    Degrees,
    Div,
    Expr,
    Log,
    Mixed,
    Mul,
    Neg,
    Number,
    Numeral,
    Percent,
    Pow,
    RepeatingDecimal,
    Root,
    Statement,
    Sub,
    Symbol,
)

_TO_SYMPY: Final = {
    **{name: name for name in ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh")},
    **{name: name.replace("arc", "a") for name in ("arcsin", "arccos", "arctan", "arcsinh")},
    "exp": "exp",
}
_FROM_SYMPY: Final = {sympy_name: name for name, sympy_name in _TO_SYMPY.items()}


class NotSymbolic(Exception):
    """The tree or the SymPy expression has a part that the other side does not have."""


def to_sympy(expr: Expr) -> Any:
    """The SymPy expression of a tree. Raises NotSymbolic for a node that has none."""
    import sympy

    match expr:
        case Number() | RepeatingDecimal() | Numeral():
            return sympy.Rational(expr.value.numerator, expr.value.denominator)
        case Mixed():
            return expr.whole + sympy.Rational(expr.numerator, expr.denominator)
        case Symbol():
            return sympy.Symbol(expr.name, real=True)
        case Constant():
            return _constant(expr)
        case Neg():
            return -to_sympy(expr.arg)
        case Abs():
            return sympy.Abs(to_sympy(expr.arg))
        case Percent() | Degrees():
            return to_sympy(expr.arg) * _part(expr)
        case Root():
            return sympy.real_root(to_sympy(expr.radicand), to_sympy(expr.index))
        case Log():
            return sympy.log(to_sympy(expr.arg), to_sympy(expr.base))
        case Call() if expr.function in _TO_SYMPY and len(expr.args) == 1 and not expr.primes:
            return getattr(sympy, _TO_SYMPY[expr.function])(to_sympy(expr.args[0]))
        case Add() | Sub() | Mul() | Div() | Pow():
            return _binary(expr)
        case _:
            raise NotSymbolic(type(expr).__name__)


def _part(expr: Percent | Degrees) -> Any:
    """What 1% or 1 degree is."""
    import sympy

    return sympy.Rational(1, 100) if isinstance(expr, Percent) else sympy.pi / 180


def _constant(expr: Constant) -> Any:
    import sympy

    found = {Const.PI: sympy.pi, Const.E: sympy.E, Const.INFINITY: sympy.oo}.get(expr.const)
    if found is None:
        raise NotSymbolic(str(expr.const))
    return found


def _binary(expr: Add | Sub | Mul | Div | Pow) -> Any:
    if isinstance(expr, Pow):
        return to_sympy(expr.base) ** to_sympy(expr.exponent)
    left, right = to_sympy(expr.left), to_sympy(expr.right)
    match expr:
        case Add():
            return left + right
        case Sub():
            return left - right
        case Mul():
            return left * right
        case Div():
            return left / right


def antiderivative(body: Expr, name: str) -> Expr | None:
    """What SymPy proposes as an antiderivative, without its constant; None where it has none."""
    import sympy

    try:
        found = sympy.integrate(to_sympy(body), sympy.Symbol(name, real=True))
        return None if found.has(sympy.Integral) else from_sympy(found)
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None


def simplest_form(expr: Expr) -> Expr | None:
    """The one simpler form that SymPy proposes by itself; None where it has none."""
    return _transformed(expr, lambda e: e.simplify())


def simplest_constant(expr: Expr) -> Expr | None:
    """A constant in the simplest form that SymPy proposes: nested roots and roots below removed."""
    import sympy

    return _transformed(expr, lambda e: sympy.radsimp(sympy.sqrtdenest(sympy.simplify(e))))


def cancelled(expr: Expr) -> Expr | None:
    """A quotient in lowest terms, its numerator factored, as SymPy proposes it."""
    import sympy

    return _transformed(expr, lambda e: sympy.factor(sympy.cancel(e)))


def factored(expr: Expr) -> Expr | None:
    """The factors that SymPy proposes."""
    return _transformed(expr, lambda e: e.factor())


def expanded(expr: Expr) -> Expr | None:
    """Brackets multiplied out, as SymPy proposes it."""
    return _transformed(expr, lambda e: e.expand())


def together(expr: Expr) -> Expr | None:
    """Everything over one denominator, as SymPy proposes it."""
    return _transformed(expr, lambda e: e.together())


def closed_form(total: BigOperator) -> Expr | None:
    """A sum with a letter as its upper limit, as SymPy proposes it; None where it has none."""
    import sympy

    index = sympy.Symbol(total.index, integer=True)
    try:
        body = to_sympy(total.body).xreplace({sympy.Symbol(total.index, real=True): index})
        found = sympy.summation(body, (index, to_sympy(total.lower), to_sympy(total.upper)))
        return None if found.has(sympy.Sum) else from_sympy(sympy.factor(found))
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None


def value_at_infinity(expr: Expr, name: str) -> Expr | None:
    """The limit as a letter grows, as SymPy proposes it."""
    import sympy

    try:
        found = sympy.limit(to_sympy(expr), sympy.Symbol(name, real=True), sympy.oo)
        return from_sympy(found) if found.is_finite else None
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None


def solved_for(whole: Expr, name: str) -> Expr | None:
    """The one value of a letter that makes an expression 0, as SymPy finds it."""
    import sympy

    try:
        found = sympy.solve(to_sympy(whole), sympy.Symbol(name, real=True))
        return from_sympy(sympy.factor(found[0])) if len(found) == 1 else None
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None


def separated(rate: Expr, dependent: str, variable: str) -> tuple[Expr, Expr] | None:
    """``rate = g(variable)*h(dependent)``: g and h, as SymPy finds them."""
    import sympy

    x, y = (sympy.Symbol(name, real=True) for name in (variable, dependent))
    try:
        found = sympy.separatevars(to_sympy(rate), symbols=[x, y], dict=True)
        if not found:
            return None
        return from_sympy(found["coeff"] * found[x]), from_sympy(found[y])
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None


def first_order_solution(rate: Expr, dependent: str, variable: str) -> Expr | None:
    """The one explicit solution of ``y' = rate`` that SymPy finds, its constant named C."""
    import sympy

    x, y = (sympy.Symbol(name, real=True) for name in (variable, dependent))
    function = sympy.Function("y")(x)
    try:
        slope = to_sympy(rate).subs(y, function)
        found = sympy.dsolve(sympy.Eq(function.diff(x), slope), function)
        found = found if isinstance(found, list) else [found]
        plain = [one.rhs for one in found if one.lhs == function]
        named = plain[-1].xreplace({sympy.Symbol("C1"): sympy.Symbol("C")})
        return from_sympy(named) if len(plain) == len(found) else None
    except (NotSymbolic, NotImplementedError, ValueError, TypeError, IndexError):
        return None


def constants(equations: Sequence[Chain], names: Sequence[str]) -> dict[str, Expr] | None:
    """The only values of constants that satisfy equations, as SymPy finds them."""
    import sympy

    symbols = [sympy.Symbol(name, real=True) for name in names]
    try:
        whole = [to_sympy(one.items[0]) - to_sympy(one.items[1]) for one in equations]
        found = sympy.solve(whole, symbols, dict=True)
        if len(found) != 1 or set(found[0]) != set(symbols):
            return None
        return {name: from_sympy(found[0][s]) for name, s in zip(names, symbols, strict=True)}
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None


def _transformed(expr: Expr, change: Callable[[Any], Any]) -> Expr | None:
    try:
        return from_sympy(change(to_sympy(expr)))
    except (NotSymbolic, NotImplementedError, ValueError, TypeError, AttributeError):
        return None


def real_solutions(left: Expr, right: Expr, name: str) -> tuple[Any, ...] | None:
    """The solutions of ``left = right`` that SymPy finds, to 50 digits; None if not finite.

    Among them may be values at which a side is not real: SymPy's logarithms are complex.
    """
    import sympy

    symbol = sympy.Symbol(name, real=True)
    try:
        difference = sympy.together(to_sympy(left) - to_sympy(right))
        found = sympy.solveset(difference, symbol, sympy.S.Reals)
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None
    if not isinstance(found, sympy.FiniteSet | sympy.sets.sets.EmptySet):
        return None
    return tuple(sympy.N(value, 50)._to_mpmath(200) for value in found)


def exact_real_solutions(equation: Chain, name: str) -> tuple[Expr, ...] | None:
    """The solutions that SymPy proposes, as they are written; None where it finds no end."""
    import sympy

    symbol = sympy.Symbol(name, real=True)
    try:
        left, right = map(to_sympy, equation.items)
        found = sympy.solveset(sympy.together(left - right), symbol, sympy.S.Reals)
        if not isinstance(found, sympy.FiniteSet | sympy.sets.sets.EmptySet):
            found = sympy.solve(left - right, symbol)
        return tuple(from_sympy(value) for value in found)
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None


def tidied(expr: Expr) -> Expr | None:
    """One fraction with what can be cancelled gone, as SymPy proposes it."""
    import sympy

    try:
        whole = to_sympy(expr)
        return from_sympy(sympy.cancel(whole)) if whole.is_rational_function() else None
    except (NotSymbolic, NotImplementedError, sympy.PolynomialError, ValueError, TypeError):
        return None


def factored_trigonometric(expr: Expr) -> Expr | None:
    """With double angles expanded and common factors taken out, as SymPy proposes it."""
    import sympy

    try:
        factored = sympy.factor(sympy.expand_trig(to_sympy(expr)))
        return from_sympy(factored) if factored.is_Mul else None
    except (NotSymbolic, NotImplementedError, sympy.PolynomialError, ValueError, TypeError):
        return None


def simplified(expr: Expr) -> tuple[Expr, ...]:
    """Shorter forms that SymPy proposes: nothing in them is proved."""
    import sympy

    try:
        whole = to_sympy(expr)
    except NotSymbolic:
        return ()
    found: list[Expr] = []
    rules = [sympy.cancel, lambda e: sympy.factor(sympy.together(e))]
    if whole.has(sympy.Function):
        rules += [sympy.trigsimp, lambda e: sympy.logcombine(e, force=True), sympy.simplify]
    for rule in rules:
        try:
            found.append(from_sympy(rule(whole)))
        except (NotSymbolic, NotImplementedError, sympy.PolynomialError, ValueError, TypeError):
            continue
    return tuple(dict.fromkeys(found))


def count_values(equation: Chain, name: str) -> int | None:
    """How many values of a letter SymPy finds in terms of the other, positive ones."""
    import sympy

    symbol = sympy.Symbol(name, real=True)
    try:
        difference = to_sympy(equation.items[0]) - to_sympy(equation.items[1])
        others = difference.free_symbols - {symbol}
        positive = {one: sympy.Symbol(one.name, positive=True) for one in others}
        return len(sympy.solve(difference.subs(positive), sympy.Symbol(name, real=True)))
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None


def linear_parts(equation: Chain, name: str) -> tuple[Expr, Expr] | None:
    """A, B with the equation the same as ``A*name = B``; None where it is not linear."""
    import sympy

    symbol = sympy.Symbol(name, real=True)
    try:
        difference = to_sympy(equation.items[0]) - to_sympy(equation.items[1])
        above = sympy.numer(sympy.together(difference))
        poly = sympy.Poly(sympy.expand(above), symbol)
        if poly.degree() != 1:
            return None
        slope, constant = poly.coeff_monomial(symbol), -poly.coeff_monomial(1)
        if slope.could_extract_minus_sign():
            slope, constant = -slope, -constant
        return from_sympy(sympy.factor(slope)), from_sympy(sympy.factor(constant))
    except (NotSymbolic, sympy.PolynomialError, NotImplementedError, ValueError, TypeError):
        return None


def count_points(equations: Sequence[Statement], names: Sequence[str]) -> int | None:
    """How many real solutions of polynomial equations SymPy finds; None where it finds no end."""
    import sympy

    symbols = [sympy.Symbol(name, real=True) for name in names]
    try:
        differences = [to_sympy(e.items[0]) - to_sympy(e.items[1]) for e in _chains(equations)]
        found = sympy.solve(differences, symbols, dict=True)
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None
    if any(len(one) < len(symbols) for one in found):
        return None
    values = [[sympy.N(one[s], 30) for s in symbols] for one in found]
    return sum(all(v.is_real for v in one) for one in values)


def eliminant(equations: Sequence[Statement], names: Sequence[str]) -> Expr | None:
    """A polynomial in the last unknown alone that SymPy finds in the ideal of the equations."""
    import sympy

    symbols = [sympy.Symbol(name, real=True) for name in names]
    try:
        differences = [to_sympy(e.items[0]) - to_sympy(e.items[1]) for e in _chains(equations)]
        last = sympy.groebner(differences, *symbols, order="lex").exprs[-1]
        return from_sympy(last) if last.free_symbols <= {symbols[-1]} else None
    except (NotSymbolic, NotImplementedError, sympy.PolynomialError, ValueError, TypeError):
        return None


def _chains(equations: Sequence[Statement]) -> tuple[Chain, ...]:
    found = tuple(e for e in equations if isinstance(e, Chain) and len(e.items) == 2)
    if len(found) < len(equations):
        raise NotSymbolic("a condition that is no equation")
    return found


def from_sympy(expr: Any) -> Expr:
    """The tree of a SymPy expression. Raises NotSymbolic for a part that trees do not have."""
    import sympy

    rules: tuple[tuple[Any, Callable[[Any], Expr]], ...] = (
        (sympy.Rational, lambda e: _rational(Fraction(int(e.p), int(e.q)))),
        (sympy.Symbol, lambda e: Symbol(e.name)),
        (sympy.Add, _sum),
        (sympy.Mul, _product),
        (sympy.Pow, _power),
        (sympy.exp, lambda e: Pow(Constant(Const.E), from_sympy(e.args[0]))),
        (sympy.log, lambda e: Log(from_sympy(e.args[0]), Constant(Const.E))),
        (sympy.Abs, lambda e: Abs(from_sympy(e.args[0]))),
        (sympy.Function, _function),
    )
    named = {sympy.pi: Const.PI, sympy.E: Const.E, sympy.oo: Const.INFINITY}
    if expr in named:
        return Constant(named[expr])
    for kind, rule in rules:
        if isinstance(expr, kind):
            return rule(expr)
    raise NotSymbolic(type(expr).__name__)


def _rational(value: Fraction) -> Expr:
    size: Expr = Number(Fraction(abs(value.numerator)))
    if value.denominator != 1:
        size = Div(size, Number(Fraction(value.denominator)))
    return size if value >= 0 else Neg(size)


def _sum(expr: Any) -> Expr:
    terms = [from_sympy(term) for term in expr.as_ordered_terms()]
    result = terms[0]
    for term in terms[1:]:
        result = Sub(result, term.arg) if isinstance(term, Neg) else Add(result, term)
    return result


def _product(expr: Any) -> Expr:
    import sympy

    if expr.could_extract_minus_sign():
        return Neg(from_sympy(-expr))
    above, below = sympy.fraction(expr)
    if below != 1:
        return Div(from_sympy(above), from_sympy(below))
    factors = [from_sympy(factor) for factor in expr.as_ordered_factors()]
    result = factors[0]
    for factor in factors[1:]:
        result = Mul(result, factor)
    return result


def _power(expr: Any) -> Expr:
    base, exponent = expr.args
    if exponent.is_Rational and exponent.p == 1 and exponent.q > 1:
        return Root(from_sympy(base), Number(Fraction(int(exponent.q))))
    if exponent.is_negative:
        return Div(Number(Fraction(1)), from_sympy(base**-exponent))
    return Pow(from_sympy(base), from_sympy(exponent))


def _function(expr: Any) -> Expr:
    name = _FROM_SYMPY.get(type(expr).__name__)
    if name is None or len(expr.args) != 1:
        raise NotSymbolic(type(expr).__name__)
    return Call(name, (from_sympy(expr.args[0]),))
