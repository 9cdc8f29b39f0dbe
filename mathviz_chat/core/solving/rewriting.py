"""Expressions in another form: expanded, factored, simplified; coefficients and sequences."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt

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
    Sub,
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
    factoring,
    grouping,
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


def _factor_letters(expr: Expr) -> Lines | None:
    """Polynomials in several letters: the common factor first, then what FLINT finds."""
    names = variables(expr)
    poly = multivariate.of_expression(expr, names)
    if not poly:
        return None
    lines = Lines()
    content, parts = multivariate.factors(poly, names)
    single = [(one, k) for one, k in parts if len(one) == 1]
    others = [(one, k) for one, k in parts if len(one) > 1]
    inner: multivariate.Polynomial | None = {(0,) * len(names): Fraction(1)}
    for one, k in others:
        for _ in range(k):
            inner = None if inner is None else multivariate.times(inner, one)
    shown = expr
    if len(poly) == 4 and not single and content == 1:
        grouping.shown(lines, expr, poly, names)
    if inner is not None and others and (single or content != 1):
        taken = _product(content, [*single, (inner, 1)], names)
        lines.step(
            "Take out the common factor", build.equals(expr, taken), before=expr, after=taken
        )
        shown = taken
    result = _product(content, parts, names)
    if result != shown:
        _as_squares(lines, inner or poly, names)
        lines.step(
            "Factor",
            build.equals(shown, result),
            level=BRIEF,
            before=shown,
            after=result,
            why=_pattern(inner or poly),
        )
    lines.finish(result)
    return lines


def _product(
    content: Fraction,
    parts: Sequence[tuple[multivariate.Polynomial, int]],
    names: tuple[str, ...],
) -> Expr:
    """``6ab(2a - 3b)``: the number, the letters in their order, then the brackets."""
    whole = content.denominator == 1 and abs(content) != 1
    result: Expr | None = build.integer(abs(content)) if whole else None
    letters = sorted((part for part in parts if len(part[0]) == 1), key=_letter, reverse=True)
    for one, k in (*letters, *(part for part in parts if len(part[0]) > 1)):
        power = build.power(multivariate.to_tree(one, names), k)
        result = power if result is None else Mul(result, power)
    if result is None:
        return build.rational(content)
    written = result if whole else build.times(abs(content), result)
    return written if content > 0 else Neg(written)


def _letter(part: tuple[multivariate.Polynomial, int]) -> multivariate.Monomial:
    return max(part[0])


def _as_squares(lines: Lines, poly: multivariate.Polynomial, names: tuple[str, ...]) -> None:
    """``9m^2 - 49n^2 = (3m)^2 - (7n)^2``; nothing for what is no difference of squares."""
    if len(poly) != 2 or not _are_powers(poly, 2) or sorted(c > 0 for c in poly.values())[0]:
        return
    whole = multivariate.to_tree(poly, names)
    if not isinstance(whole, Sub):
        return
    roots = []
    for exponents, c in sorted(poly.items(), reverse=True):
        root = Fraction(isqrt(abs(c).numerator), isqrt(abs(c).denominator))
        if root * root != abs(c):
            return
        half = tuple(k // 2 for k in exponents)
        roots.append(multivariate.to_tree({half: root}, names))
    apart = Sub(*(build.power(root, 2) for root in roots))
    if apart != whole:
        lines.step("Write both terms as squares", build.equals(whole, apart), level=FINE)


def _pattern(poly: multivariate.Polynomial) -> str | None:
    """The formula that a class has for a polynomial with so many terms."""
    if len(poly) == 4:
        return "Group the terms in pairs and take out what they have in common."
    if len(poly) == 3:
        return "Look for two factors whose product gives the first and the last term."
    if len(poly) != 2:
        return None
    minus = len({c > 0 for c in poly.values()}) == 2
    if _are_powers(poly, 3):
        name, sign, other = ("difference", "-", "+") if minus else ("sum", "+", "-")
        return f"It is a {name} of cubes: a^3 {sign} b^3 = (a {sign} b)(a^2 {other} ab + b^2)."
    if minus and _are_powers(poly, 2):
        return "It is a difference of squares: a^2 - b^2 = (a - b)(a + b)."
    return None


def _are_powers(poly: multivariate.Polynomial, power: int) -> bool:
    """Two terms are powers up to a common factor: ``2x^2 - 8``, not ``x^2 - x``."""
    if any(one % power for exponents in poly for one in exponents):
        return False
    first, second = map(abs, poly.values())
    ratio = Fraction(first) / Fraction(second)
    return all(round(n ** (1 / power)) ** power == n for n in ratio.as_integer_ratio())


def factor(problem: Problem) -> Lines | None:
    """Like terms collected, the common factor taken out, then factors that cannot be factored."""
    expr, name = problem.expression, problem.variable
    assert expr is not None and name is not None
    if len(variables(expr)) > 1:
        return _factor_letters(expr)
    coefficients = polynomial.of_expression(expr, name)
    if not coefficients:
        return None
    lines = Lines()
    collected = polynomial.to_tree(coefficients, name)
    if collected != expr:
        lines.step(
            "Collect like terms", build.equals(expr, collected), before=expr, after=collected
        )
    content, factors = factoring.factors(coefficients)
    primitive = polynomial.scale(coefficients, 1 / content)
    lowest = next(k for k, c in enumerate(primitive) if c)
    rest = primitive[lowest:]
    letter = (((Fraction(0), Fraction(1)), lowest),) if lowest else ()
    taken = factoring.product(content, (*letter, (rest, 1)), name)
    if (content != 1 or lowest) and taken != collected and len(rest) > 1:
        lines.step(
            "Take out the common factor",
            build.equals(collected, taken),
            before=collected,
            after=taken,
        )
        collected = taken
    result = factoring.product(content, factors, name)
    if len(factors) > 1 or any(k > 1 for _, k in factors):
        factoring.pair(lines, rest, name)
        factoring.squares(lines, rest, name)
    if result != collected:
        lines.step(
            "Factor",
            build.equals(collected, result),
            level=BRIEF,
            before=collected,
            after=result,
            why=_pattern({(k,): c for k, c in enumerate(rest) if c}),
        )
    lines.finish(result)
    return lines


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
