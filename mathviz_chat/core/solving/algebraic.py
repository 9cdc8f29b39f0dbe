"""Equations with a root, an absolute value or denominators: made polynomial, candidates checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product

from mathviz_chat.core.kernel import Outcome, holds, substitute, variables
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.reading import read, to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Chain,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    Number,
    Pow,
    RelOp,
    Root,
    Sub,
)
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import build, denominators, monomials, stretches, surds
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Line, Lines

MAX_SIZES = 3
"""So many absolute values make eight cases."""


def solve(equation: Chain, name: str) -> Lines | None:
    """Lines for ``|A| = B``, ``sqrt(A) = B`` or fractions of polynomials; None for others."""
    lines = Lines()
    given, equation = equation, transform(equation, _as_root)
    special = {
        node
        for item in equation.items
        for node in walk(item)
        if isinstance(node, Abs | Root) and name in variables(node)
    }
    sizes = [node for node in special if isinstance(node, Abs)]
    found = (
        stretches.solve(lines, equation, sizes, name) if len(sizes) == len(special) > 0 else None
    )
    if found is not None:
        return found
    if len(special) > 1:
        return _two(lines, equation, name)
    if not special:
        return _fractions(lines, equation, name)
    (atom,) = special
    other = _isolated(equation, atom)
    if other is None:
        return None
    isolated = build.equals(atom, _tidied(other, name))
    if isolated != equation:
        lines.step(f"Isolate {to_plain(atom)}", isolated, before=equation)
    if isinstance(atom, Abs):
        return _cases(lines, equation, atom.arg, isolated.items[1], name)
    return _raised(lines, given, isolated, name)


def _as_root(node: Node) -> Node | None:
    """``x^(1/2)`` as a root."""
    if isinstance(node, Pow) and isinstance(node.exponent, Div) and node.exponent.left == build.ONE:
        return Root(node.base, node.exponent.right)
    return None


def _two(lines: Lines, equation: Chain, name: str) -> Lines | None:
    """``|A| = |B|``, ``sqrt(A) = sqrt(B)``, ``sqrt(A) + sqrt(B) = c``."""
    left, right = equation.items
    if isinstance(left, Abs) and isinstance(right, Abs):
        opposite = _tidied(Neg(right.arg), name)
        cases = tuple(build.equals(left.arg, side) for side in (right.arg, opposite))
        return _by_cases(lines, equation, cases, name)
    if isinstance(left, Root) and isinstance(right, Root) and left.index == right.index:
        plain = build.equals(left.radicand, right.radicand)
        lines.step(_power_of(left.index), plain, before=equation, why=_CHECK)
        return checked(lines, equation, values(plain, name, lines), name)
    nodes = [n for item in equation.items for n in walk(item)]
    sizes = list(dict.fromkeys(n for n in nodes if isinstance(n, Abs) and name in variables(n)))
    if sizes and len(sizes) <= MAX_SIZES:
        return _by_cases(lines, equation, tuple(_signed(equation, sizes)), name)
    roots = [n for n in nodes if isinstance(n, Root) and name in variables(n)]
    root = max(roots, key=lambda n: len(to_plain(n)), default=None)
    other = None if root is None else _isolated(equation, root)
    if root is None or other is None or root.index != build.TWO:
        return None
    isolated = build.equals(root, other)
    if isolated != equation:
        lines.step(f"Isolate {to_plain(root)}", isolated, before=equation)
    return _squared_sum(lines, equation, root, other, name)


def _signed(equation: Chain, sizes: list[Abs]) -> Iterator[Chain]:
    """The equation for each choice of signs: ``x - 1 + x - 3 = 6``, ``x - 1 - (x - 3) = 6``, ..."""
    for signs in product((1, -1), repeat=len(sizes)):
        pairs = zip(sizes, signs, strict=True)
        chosen: dict[Node, Expr] = {
            size: size.arg if sign > 0 else Neg(size.arg) for size, sign in pairs
        }
        yield transform(transform(equation, chosen.get), _without_double_sign)


def _without_double_sign(node: Node) -> Node | None:
    """``a - b`` for ``a + (-b)``, ``a + b`` for ``a - (-b)``."""
    match node:
        case Add(left, Neg(arg)):
            return Sub(left, arg)
        case Sub(left, Neg(arg)):
            return Add(left, arg)
    return None


def _squared_sum(lines: Lines, equation: Chain, root: Root, other: Expr, name: str) -> Lines | None:
    """``sqrt(A) = c + k*sqrt(B)``: A = c^2 + k^2 B + 2ck sqrt(B)."""
    second = {n for n in walk(other) if isinstance(n, Root)}
    if len(second) != 1:
        return None
    (inner,) = second
    parts = [(sign * (_multiple(t, inner) or 0), t) for sign, t in _terms(other, Fraction(1))]
    factor = sum((c for c, _ in parts), Fraction(0))
    rest = polynomial.of_expression(
        build.total((s, t) for s, t in _terms(other, Fraction(1)) if _multiple(t, inner) is None),
        name,
    )
    radicand = polynomial.of_expression(inner.radicand, name)
    if rest is None or radicand is None or inner.index != build.TWO or len(rest) > 1:
        return None
    squared = build.equals(root.radicand, Pow(other, build.TWO))
    lines.step("Square both sides", squared, why=_CHECK)
    constant = rest[0] if rest else Fraction(0)
    whole = polynomial.add(
        (constant * constant,) if constant else (), polynomial.scale(radicand, factor * factor)
    )
    cross = 2 * constant * factor
    right = build.total([(Fraction(1), polynomial.to_tree(whole, name)), (cross, inner)])
    expanded = build.equals(root.radicand, right)
    lines.step("Expand the square", expanded, before=squared)
    return checked(lines, equation, values(expanded, name, lines), name)


_CHECK = "Squaring may add solutions: check each one."


_ALL_FIT = "Each candidate satisfies the equation"


def _power_of(index: Expr) -> str:
    named = {2: "Square both sides", 3: "Cube both sides"}
    size = int(index.value) if isinstance(index, Number) else 0
    return named.get(size, f"Raise both sides to the power {to_plain(index)}")


def _isolated(equation: Chain, atom: Expr) -> Expr | None:
    """What the root or absolute value equals; None where it is not a term by itself."""
    coefficient, rest = Fraction(0), []
    for sign, term in _terms(Sub(*equation.items), Fraction(1)):
        own = _multiple(term, atom)
        if own is None and atom in set(walk(term)):
            return None
        if own is None:
            rest.append((-sign, term))
        else:
            coefficient += sign * own
    if coefficient == 0:
        return None
    return build.total((c / coefficient, term) for c, term in rest)


def _terms(expr: Expr, sign: Fraction) -> Iterator[tuple[Fraction, Expr]]:
    if isinstance(expr, Add | Sub):
        yield from _terms(expr.left, sign)
        yield from _terms(expr.right, sign if isinstance(expr, Add) else -sign)
    elif isinstance(expr, Neg):
        yield from _terms(expr.arg, -sign)
    else:
        yield sign, expr


def _multiple(term: Expr, atom: Expr) -> Fraction | None:
    """The rational c with ``term = c*atom``."""
    if term == atom:
        return Fraction(1)
    if isinstance(term, Mul | Div) and term.left == atom:
        own = polynomial.of_expression(term.right, "")
        if own is not None and len(own) == 1:
            return own[0] if isinstance(term, Mul) else 1 / own[0]
    if isinstance(term, Mul) and term.right == atom:
        own = polynomial.of_expression(term.left, "")
        return own[0] if own is not None and len(own) == 1 else None
    return None


def _tidied(expr: Expr, name: str) -> Expr:
    terms = monomials.expanded(expr, name)
    return expr if terms is None else monomials.tree(monomials.collected(terms), name)


def _cases(lines: Lines, equation: Chain, inside: Expr, other: Expr, name: str) -> Lines | None:
    """``|A| = B``: A = B or A = -B."""
    constant = polynomial.of_expression(other, name)
    if constant is None:
        return None
    if len(constant) <= 1 and (constant or (Fraction(0),))[0] < 0:
        claim = Chain((other, build.ZERO), (RelOp.LT,))
        why = "An absolute value is never negative."
        lines.step("Look at the sign of the right side", claim, level=BRIEF, why=why)
        lines.finish(NEVER)
        return lines
    opposite = _tidied(Neg(other), name)
    cases = tuple(dict.fromkeys(build.equals(inside, side) for side in (other, opposite)))
    return _by_cases(lines, equation, cases, name)


def _by_cases(lines: Lines, equation: Chain, cases: tuple[Chain, ...], name: str) -> Lines | None:
    """Each case solved by itself; one that has no solution is left out."""
    split = build.any_of(cases)
    lines.step("Split into cases", split, before=equation)
    found = [values(case, name) for case in cases]
    if any(some is None for some in found):  # a case that holds for every number, say
        return None
    candidates = list(dict.fromkeys(value for some in found for value in some or ()))
    fits = (holds(equation, {name: value}).outcome is Outcome.PROVED for value in candidates)
    if all(found) and all(fits):  # the marker knows of no cases that lead to strangers
        for place, case in enumerate(cases):
            _case(lines, case, name, place)
    if candidates:
        never = [to_plain(c) for c, some in zip(cases, found, strict=True) if not some]
        why = " ".join(f"{case} has no real solution." for case in never) or None
        each = build.values_of(name, candidates)
        if each != split:
            lines.step("Solve each case", each, level=BRIEF, before=split, why=why)
    return checked(lines, equation, candidates, name)


_WHICH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def _case(lines: Lines, case: Chain, name: str, place: int) -> None:
    """The lines of one case, where there are several of them."""
    own = Lines()
    values(case, name, own)
    if len(own.lines) > 1:
        lines.step(f"Take the {_WHICH[place]} case", case, before=case)
        lines.lines += (replace(line, level=max(line.level, NORMAL)) for line in own.lines)


def _raised(lines: Lines, equation: Chain, isolated: Chain, name: str) -> Lines | None:
    """``sqrt(A) = B``: A = B^2, one way only; an odd root loses and adds nothing."""
    root, other = isolated.items
    if not isinstance(root, Root) or not isinstance(root.index, Number):
        return None
    even = root.index.value % 2 == 0
    constant = polynomial.of_expression(other, name)
    if even and constant is not None and len(constant) == 1 and constant[0] < 0:
        claim = Chain((other, build.ZERO), (RelOp.LT,))
        why = "A square root is never negative."
        lines.step("Look at the sign of the right side", claim, level=BRIEF, why=why)
        lines.finish(NEVER)
        return lines
    power: Expr = Pow(other, root.index)
    if constant is None and name not in variables(other):  # 2*sqrt(3)
        squared = surds.value(power)
        rational = squared is not None and set(squared) <= {1}
        power = build.rational((squared or {}).get(1, Fraction(0))) if rational else power
    if constant is not None and len(constant) <= 1:
        power = build.rational((constant or (Fraction(0),))[0] ** int(root.index.value))
    raised = build.equals(root.radicand, power)
    rule = _power_of(root.index)
    lines.step(rule, raised, before=isolated, why=_CHECK if even else None)
    return checked(lines, equation, values(raised, name, lines), name)


def _fractions(lines: Lines, equation: Chain, name: str) -> Lines | None:
    whole = denominators.cleared(lines, equation, name)
    if whole is None:
        return None
    return checked(lines, equation, values(whole, name, lines), name)


def _tries(line: Line) -> bool:
    """Lines that only put candidates into an equation on the way: the first one judges them."""
    return line.rule == _ALL_FIT or line.rule.startswith("Try ")


def values(equation: Chain, name: str, into: Lines | None = None) -> list[Expr] | None:
    """The real roots of a polynomial equation; its lines go into ``into``."""
    from mathviz_chat.core.solving.equation import solve_equation

    solved = solve_equation(equation, name)
    if solved is None or solved.answer is None:
        return None
    if into is not None:
        into.lines += (line for line in solved.lines if not _tries(line))
    if solved.answer == NEVER:
        return []
    found = claimed_values(read(solved.answer, variables=(name,)), name)
    return None if found is None else list(found)


def _try(lines: Lines, equation: Chain, tried: Iterable[tuple[Expr, Outcome]], name: str) -> None:
    """A line for each candidate that is a fraction: both sides are equal there, or they are not."""
    for value, outcome in tried:
        if (
            outcome not in (Outcome.PROVED, Outcome.REFUTED)
            or polynomial.of_expression(value, name) is None
        ):
            continue
        relation = RelOp.EQ if outcome is Outcome.PROVED else RelOp.NE
        placed = Chain(substitute(equation, {name: value}).items, (relation,))
        lines.step(f"Try {name} = {to_plain(value)} in the equation", placed)


def checked(
    lines: Lines, equation: Chain, candidates: list[Expr] | None, name: str
) -> Lines | None:
    """Only the candidates that satisfy the equation itself are solutions."""
    if candidates is None:
        return None
    candidates = list(dict.fromkeys(candidates))
    outcomes = [holds(equation, {name: value}).outcome for value in candidates]
    judged = list(zip(candidates, outcomes, strict=True))
    kept = [value for value, o in judged if o in (Outcome.PROVED, Outcome.PROBABLE)]
    undefined = [value for value in candidates if _has_no_value(equation, name, value)]
    if any(o is Outcome.UNDECIDED and value not in undefined for value, o in judged):
        return None
    _try(lines, equation, judged, name)
    why = " ".join(
        f"At {name} = {to_plain(value)} the equation has no value." for value in undefined
    )
    if not kept:
        rule = "Check each candidate in the equation"
        lines.step(rule, NEVER, level=BRIEF, why=why or None)
        lines.finish(NEVER)
        return lines
    kept.sort(key=lambda value: float(recount.value(value)))
    answer = build.values_of(name, kept)
    rule = _ALL_FIT
    if len(kept) < len(candidates):
        rule = "Keep the candidates that satisfy the equation"
    lines.step(rule, answer, level=BRIEF, why=why or None)
    lines.finish(answer)
    return lines


def _has_no_value(equation: Chain, name: str, value: Expr) -> bool:
    """Whether a side is undefined at a candidate: a pole, a root or logarithm of a negative."""
    for item in equation.items:
        try:
            recount.value(substitute(item, {name: value}))
        except recount.Undefined:
            return True
        except recount.NotEvaluated:
            continue
    return False
