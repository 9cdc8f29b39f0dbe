"""Expressions in another form: expanded, factored, simplified; coefficients and sequences."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, identity, variables
from mathviz_chat.core.problems import multivariate, polynomial
from mathviz_chat.core.problems.judging.rewriting import is_simpler
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Call,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Statement,
    Symbol,
)
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import (
    algebraic_fractions,
    arithmetic,
    build,
    by_formula,
    cancelling,
    collecting,
    distributing,
    index_laws,
    log_rules,
    monomials,
    surd_steps,
    surds,
    trigonometric_steps,
)
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines
from mathviz_chat.core.solving.tidying import tidy
from mathviz_chat.core.trigonometric_forms import angles_in


def expand(problem: Problem) -> Lines | None:
    """Multiply out, then collect like terms."""
    expr, name = problem.expression, problem.variable
    assert expr is not None and name is not None
    if any(isinstance(node, Log) for node in walk(expr)):
        return log_rules.as_sum(expr)
    if variables(expr) not in ((name,), ()):
        return _expand_letters(expr)
    terms = monomials.expanded(expr, name)
    lines = Lines()
    if terms is None:
        return None
    before = expr
    by_formula.shown(lines, expr)
    distributing.shown(lines, expr)
    multiplied = monomials.tree(terms, name)
    if monomials.has_brackets(expr) and not monomials.is_collected(terms):
        lines.step(
            "Expand the brackets", build.equals(before, multiplied), before=before, after=multiplied
        )
        before = multiplied
    collecting.shown(lines, before)
    result = monomials.tree(monomials.collected(terms), name)
    rule = "Collect like terms" if not monomials.is_collected(terms) else "Expand the brackets"
    if before != result:
        lines.step(rule, build.equals(before, result), level=BRIEF, before=before, after=result)
    lines.finish(result)
    return lines


def _expand_letters(expr: Expr) -> Lines | None:
    """Polynomials in several letters."""
    names = variables(expr)
    poly = multivariate.of_expression(expr, names)
    if poly is None:
        return None
    lines = Lines()
    by_formula.shown(lines, expr)
    distributing.shown(lines, expr)
    result = multivariate.to_tree(poly, names)
    whole = collecting.without_brackets(expr)
    if whole not in (None, expr, result) and not lines.lines:
        assert whole is not None
        lines.step("Expand the brackets", build.equals(expr, whole), level=FINE, before=expr)
    collecting.shown(lines, whole or expr)
    brackets = any(isinstance(n, Mul | Pow) and not _is_monomial(n, names) for n in walk(expr))
    rule = "Expand the brackets and collect like terms" if brackets else "Collect like terms"
    if result != expr:
        lines.step(rule, build.equals(expr, result), level=BRIEF, before=expr, after=result)
    lines.finish(result)
    return lines


def _is_monomial(expr: Expr, names: tuple[str, ...]) -> bool:
    poly = multivariate.of_expression(expr, names)
    return poly is not None and len(poly) == 1


def simplify(problem: Problem) -> Lines | None:
    """Roots with their squares taken out, powers of one letter joined, fractions cancelled."""
    expr = problem.expression
    assert expr is not None
    if problem.form is Form.NUMBER:
        found = surd_steps.simplify(expr) or log_rules.of_numbers(expr)
        return found or arithmetic.solve(problem)
    logarithm = log_rules.as_one(expr)
    if logarithm is not None:
        return logarithm
    if angles_in(expr) and (shorter := _of_angles(expr, problem.conditions)) is not None:
        return shorter
    power = _power(expr)
    result = None if power is None else _with_bars(expr, _power_tree(*power))
    if result is None:
        result = _simplest(expr, problem.conditions) or _cancelled(expr)
    if result is None or result == expr:
        return None
    lines = Lines()
    cancelling.shown(lines, expr)
    rule = "Add the exponents of equal bases" if power else _rule(expr, result)
    if index_laws.shown(lines, expr) and rule == "Collect like terms":
        rule = "Use the laws of exponents"
    if rule == "Write it over a common denominator":
        algebraic_fractions.shown(lines, expr)
    if rule == "Collect like terms":
        _without_brackets(lines, expr, result)
    why = None
    if isinstance(expr, Root) and any(isinstance(node, Abs) for node in walk(result)):
        rule, why = "Take the root of the power", "An even root is never negative: |x|, not x."
    lines.step(rule, build.equals(expr, result), level=BRIEF, before=expr, after=result, why=why)
    lines.finish(_without_bars(lines, result, problem.conditions))
    return lines


def _without_brackets(lines: Lines, expr: Expr, result: Expr) -> None:
    """A sum with its brackets multiplied out, then with like terms side by side."""
    distributing.shown(lines, expr)
    multiplied = collecting.without_brackets(expr)
    if multiplied is not None and multiplied not in (expr, result):
        claim = build.equals(expr, multiplied)
        lines.step("Expand the brackets", claim, before=expr, after=multiplied)
    collecting.shown(lines, multiplied or expr)


def _with_bars(expr: Expr, result: Expr) -> Expr:
    """``|x|`` for ``x`` where the expression, such as ``sqrt(x^2)``, is that of both signs."""
    bars = transform(result, lambda node: Abs(node) if isinstance(node, Symbol) else None)
    if identity(expr, result).outcome is not Outcome.REFUTED:
        return result
    return bars if identity(expr, bars).outcome is Outcome.PROVED else result


def _of_angles(expr: Expr, facts: tuple[Statement, ...]) -> Lines | None:
    """One identity a step, where that comes to what is shorter than SymPy's proposals."""
    lines = Lines()
    several = len(angles_in(expr)) > 1
    result = trigonometric_steps.rewrite(lines, expr, apart=several)
    proposed = _simplest(expr, facts)
    again = Lines()
    double = None if several else trigonometric_steps.with_double_angle(again, expr)
    if double is not None and not any(
        is_simpler(one, expr) and _nodes(one) < _nodes(double) for one in (result, proposed) if one
    ):
        again.finish(double)
        return again
    if not lines.lines or _nodes(result) > _nodes(proposed or expr):
        return None
    lines.finish(result)
    return lines


def _nodes(expr: Expr) -> int:
    return len(list(walk(expr)))


def _without_bars(lines: Lines, expr: Expr, facts: tuple[Statement, ...]) -> Expr:
    """``x`` for ``|x|``, where the question says that x is positive."""
    if not facts:
        return expr
    plain = transform(expr, lambda node: node.arg if isinstance(node, Abs) else None)
    if plain == expr or identity(expr, plain, facts=facts).outcome is not Outcome.PROVED:
        return expr
    why = "What stands between the bars is not negative."
    claim = build.equals(expr, plain)
    lines.step("Leave the bars out", claim, level=BRIEF, before=expr, after=plain, why=why)
    return plain


def _simplest(expr: Expr, facts: tuple[Statement, ...]) -> Expr | None:
    """The smallest of SymPy's proposals that the kernel proves."""
    proposed = symbolic.simplified(expr)
    for one in sorted(proposed, key=lambda tree: len(list(walk(tree)))):
        if one != expr and identity(expr, one, facts=facts).outcome is Outcome.PROVED:
            return one
    return None


def _rule(expr: Expr, result: Expr) -> str:
    before, after = list(walk(expr)), list(walk(result))
    if any(isinstance(node, Log) for node in before):
        return "Use the laws of logarithms"
    if any(isinstance(n, Call) and n.function in ("sin", "cos", "tan", "sec") for n in before):
        return "Use the trigonometric identities"
    fractions = [sum(isinstance(n, Div) for n in nodes) for nodes in (before, after)]
    if fractions[0] > 1 and fractions[1] <= 1:
        return "Write it over a common denominator"
    return "Cancel common factors" if fractions[0] else "Collect like terms"


def compose(problem: Problem) -> Lines | None:
    """A function of a function with the inner one put in, brought into its shortest form."""
    expr = problem.expression
    assert expr is not None
    lines = Lines()
    lines.setup("Put the inner function in the place of the variable", to_plain(expr))
    shorter = simplify(problem)
    if shorter is None or shorter.answer is None:
        lines.finish(expr)
        return lines
    lines.lines += shorter.lines
    lines.finish(shorter.answer)
    return lines


def _power(expr: Expr) -> tuple[Fraction, str, Fraction] | None:
    """``c*u^k`` as (c, u, k) for a product of powers of one letter."""
    if isinstance(expr, Number):
        return expr.value, "", Fraction(0)
    if isinstance(expr, Symbol):
        return Fraction(1), expr.name, Fraction(1)
    if isinstance(expr, Neg):
        inner = _power(expr.arg)
        return None if inner is None else (-inner[0], inner[1], inner[2])
    if isinstance(expr, Mul | Div):
        return _joined(_power(expr.left), _power(expr.right), 1 if isinstance(expr, Mul) else -1)
    if isinstance(expr, Pow | Root):
        return _raised(expr)
    return None


def _joined(
    left: tuple[Fraction, str, Fraction] | None,
    right: tuple[Fraction, str, Fraction] | None,
    sign: int,
) -> tuple[Fraction, str, Fraction] | None:
    if left is None or right is None or (left[1] and right[1] and left[1] != right[1]):
        return None
    if right[0] == 0:
        return None
    return left[0] * right[0] ** sign, left[1] or right[1], left[2] + sign * right[2]


def _raised(expr: Pow | Root) -> tuple[Fraction, str, Fraction] | None:
    base = _power(expr.base if isinstance(expr, Pow) else expr.radicand)
    written = surds.value(expr.exponent if isinstance(expr, Pow) else Div(build.ONE, expr.index))
    if base is None or written is None or set(written) - {1}:
        return None
    exponent = written.get(1, Fraction(0))
    if exponent.denominator != 1 and base[0] != 1:
        return None
    if abs(exponent) > 500:
        return None
    scale = base[0] ** int(exponent) if exponent.denominator == 1 else Fraction(1)
    return scale, base[1], base[2] * exponent


def _power_tree(scale: Fraction, name: str, exponent: Fraction) -> Expr:
    if not exponent or not name:
        return build.rational(scale)
    symbol = Symbol(name)
    power: Expr = symbol if exponent == 1 else Pow(symbol, build.rational(exponent))
    return build.total([(scale, power)])


def _cancelled(expr: Expr) -> Expr | None:
    """What SymPy proposes for a fraction of polynomials; the checker proves it."""
    try:
        import sympy

        return symbolic.from_sympy(sympy.cancel(symbolic.to_sympy(expr)))
    except (symbolic.NotSymbolic, sympy.PolynomialError):
        tidied = tidy(expr)
        return tidied if tidied != expr else None


def coefficient(problem: Problem) -> Lines | None:
    """Expand, then read the coefficient off."""
    assert problem.target is not None and problem.variable is not None
    coefficients = polynomial.of_expression(problem.target, problem.variable)
    if coefficients is None:
        return None
    lines = Lines()
    whole = polynomial.to_tree(coefficients, problem.variable)
    lines.step(
        "Expand and collect like terms",
        build.equals(problem.target, whole),
        level=BRIEF,
        before=problem.target,
        after=whole,
    )
    degree = problem.order
    lines.finish(
        build.rational(coefficients[degree] if degree < len(coefficients) else Fraction(0))
    )
    return lines
