"""Formulas within a chain: ``x = -b/(2a) = 6/2 = 3``, ``A = bh/2 = 6*8/2 = 24``.

A sign between a formula and a computation says that the values of its letters were put in. It holds
where some values of the letters make it hold that the computation shows (``b = 6``, ``h = 8``; of
``2l + 2w = 6 + 10`` l = 3), or that are known: what the text says they are, and a, b, c of
``ax^2 + bx + c = 0`` where a quadratic equation is in force. A value that is shown must come from
somewhere, too: of a radius 3, ``V = pi r h = pi*9*5`` shows no right one. Else the line is
*unchecked*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from math import isqrt
from typing import Final, TypeGuard

from mathviz_chat.core.checking.conditions import assignment
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement, clip
from mathviz_chat.core.checking.origins import Origins
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import (
    conjuncts,
    disjuncts,
    equation,
    is_closed,
    links,
    lone_symbol,
    transform,
    without_unit,
)
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import evaluate, substitute, variables
from mathviz_chat.core.problems import Kind, Problem, judge_answer
from mathviz_chat.core.problems.polynomial import Coefficients, of_equation, of_expression
from mathviz_chat.core.reading import find_math, to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
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
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import children, walk
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

NOT_FILLED_IN: Final = "It is not shown which values of the letters make the formula come to this."
_WHOLE: Final = re.compile(r"\d{1,9}(?![\d.])")
OTHER_VALUE: Final = "What it begins with stands for another value than the one it comes to."
_DEVIATIONS: Final = ("s", "S", "sigma", "SD", "sd")
_TWO: Final = Number(Fraction(2))
_OPPOSITE: Final[dict[type[Expr], Callable[[Expr, Expr], Expr]]] = {
    Add: Sub,
    Sub: Add,
    Mul: Div,
    Div: Mul,
}
_COEFFICIENTS: Final = ("c", "b", "a")
_MONIC: Final = ("q", "p")
_IN_A_CHAIN: Final = 3  # items
_OF_SQUARES: Final = (Kind.GEOMETRY, Kind.COORDINATES, Kind.STATISTICS)
_SQUARE: Final = 3  # coefficients of a quadratic polynomial


def is_filled_in_rightly(link: Link, facts: Facts, task: Task, origins: Origins) -> bool:
    """Whether ``-b/(2a) = 6/2`` holds for values that are known, or that its right side shows."""
    if _gives_square(link, facts, task):
        return True
    link = replace(link, left=transform(link.left, _as_name))
    told = _told(task) | facts.values
    known = {name: told[name] for name in link.left_names if name in told}
    named = [known | letters for letters in _letters(facts, task, set(link.left_names))]
    for values in named or [known]:
        shown, free = dict(values), set[str]()
        _collect(link.left, link.right, shown, free)
        if shown.keys() >= set(link.left_names) and _holds(link, shown):
            new = shown.keys() - values.keys()
            return all(
                _comes_from_somewhere(shown[name], link, origins)
                or (name in free and _is_rational(shown[name]))
                for name in new
            )
    return False


def _told(task: Task) -> dict[str, Expr]:
    """The values that the question gives its letters: ``a = 7, b = 10 and C = 60°``."""
    if task.question is None or task.problem is None or task.problem.unknowns:
        return {}
    regions = (region.tree for region in find_math(task.question))
    parts = (part for tree in regions if isinstance(tree, Statement) for part in conjuncts(tree))
    said = (assignment(part) for part in parts)
    return {one[0]: without_unit(one[1]) for one in said if one is not None}


def _gives_square(link: Link, facts: Facts, task: Task) -> bool:
    """``c^2 = 6^2 + 8^2``, at the start of a chain: the square of the length that is asked for;
    ``σ^2 = 32/8`` of the standard deviation."""
    problem = task.problem
    if problem is None or problem.kind not in _OF_SQUARES or problem.unknowns or not link.first:
        return False
    match link.left:
        case Pow(Symbol(name), exponent) if exponent == _TWO and name not in facts.values:
            if problem.kind is Kind.STATISTICS and name not in _DEVIATIONS:
                return False
            square = evaluate(link.right)
            if square is None or square.rational is None:
                return False
            return _is_answer(problem, _root(square.rational))
    return False


def names_other_value(pieces: Sequence[Link], task: Task, origins: Origins) -> bool:
    """``c^3 = a^2 + b^2 = 100`` where c is 10, ``a_22 = 7 + 11*4 = 51`` of the 12th term, or
    ``P(X = 7) = 5/16`` of 3 heads: the chain comes to the answer, or to its square, and what it
    begins with stands for another value."""
    problem, end = task.problem, pieces[-1].right
    if problem is None or problem.unknowns or not is_closed(end) or not pieces[0].first:
        return False
    match pieces[0].left:
        case Pow(Symbol(), Number(exponent)) if problem.kind in _OF_SQUARES and exponent > 2:
            square = evaluate(end)
            if square is None or square.rational is None or square.rational <= 0:
                return False
            return any(_is_answer(problem, one) for one in (end, _root(square.rational)))
        case Symbol(name) if problem.kind is Kind.SEQUENCE and problem.labels == ("term",):
            index = name.partition("_")[2]
            return index.isdigit() and int(index) != problem.rank and _is_answer(problem, end)
        case Symbol(name) if name.startswith("P("):
            numbers = (Number(Fraction(one)) for one in _WHOLE.findall(name))
            return not all(map(origins.tells, numbers)) and _is_answer(problem, end)
    return False


def _is_answer(problem: Problem, value: Expr) -> bool:
    return judge_answer(problem, value).verdict is AnswerVerdict.VERIFIED


def _is_rational(value: Expr) -> bool:
    """No root of a number that was to be squared: ``(x - y)^2`` is no 3 for whole x and y."""
    number = evaluate(value)
    return number is not None and number.rational is not None


def _root(square: Fraction) -> Expr:
    """Worked out where it is rational."""
    above, below = (isqrt(max(part, 0)) for part in (square.numerator, square.denominator))
    exact = Fraction(above, below)
    return Number(exact) if exact * exact == square else Root(Number(square), _TWO)


def _comes_from_somewhere(value: Expr, link: Link, origins: Origins) -> bool:
    """A number that the question or a line names, or is worked out from those at sight; not the
    root of 6, where ``r^2`` is filled in as 6."""
    number = evaluate(value)
    if number is not None and number.rational is not None and origins.explains(number.rational):
        return not _is_high_root(value) or origins.tells(Number(number.rational))
    return any(part == value for part in walk(link.right)) and origins.tells(value)


def _is_high_root(value: Expr) -> bool:
    """The cube root of 64 for ``b^3``, which may be a slip for ``b^2``: 4 must be told itself."""
    return isinstance(value, Root) and value.index != _TWO


def _as_name(node: Node) -> Symbol | None:
    """``P(B)``, ``n(S)``: the name of a value."""
    named = isinstance(node, Call) and len(node.function) == 1
    return Symbol(to_plain(node)) if named else None


def _holds(link: Link, values: dict[str, Expr]) -> bool:
    try:
        filled = substitute(link.left, {name: values[name] for name in link.left_names})
    except ValueError:  # a letter by which it is differentiated
        return False
    return judge_values(filled, link.op, link.right).verdict is Verdict.PROVED


def of_unknown(pieces: Sequence[Link], facts: Facts) -> Chain | None:
    """``x = 6/2`` of ``x = -b/(2a) = 6/2 = 3``, where x is to be found: the formulas say nothing
    of it themselves."""
    name = lone_symbol(pieces[0].left)
    if name is None or len(pieces) < 2 or name not in facts.unknowns:
        return None
    if not set(pieces[0].right_names) - set(facts.unknowns):
        return None
    for piece in pieces:
        if piece.op is not RelOp.EQ:
            return None
        if is_closed(piece.right):
            return equation(Symbol(name), piece.right)
    return None


def broken_within(statement: Statement) -> Judgement | None:
    """The sign of ``x = 6/2 = 7/2 = 3 or x = 2`` that is wrong whatever x is."""
    for case in disjuncts(statement):
        for part in conjuncts(case):
            if not isinstance(part, Chain) or len(part.items) < _IN_A_CHAIN:
                continue
            for left, op, right in links(part):
                if not (is_closed(left) and is_closed(right)):
                    continue
                judged = judge_values(left, op, right)
                if judged.verdict is Verdict.REFUTED:
                    name = f"{clip(to_plain(left))} {op} {clip(to_plain(right))}"
                    return replace(judged, reason=f"In {name}: {judged.reason}")
    return None


def _collect(formula: Node, filled: Node, values: dict[str, Expr], free: set[str]) -> None:
    """The values of letters that ``filled`` shows, where it is built as the formula is, or has a
    number for a part of it; free: the letters that may have others."""
    if isinstance(formula, Symbol):
        if isinstance(filled, Expr) and is_closed(filled):
            values.setdefault(formula.name, filled)
        return
    if isinstance(filled, Number) and isinstance(formula, Expr):
        _invert(formula, filled, values, free)
        return
    parts, found = children(formula), children(filled)
    if type(formula) is type(filled) and len(parts) == len(found):
        for one, other in zip(parts, found, strict=True):
            _collect(one, other, values, free)


def _invert(formula: Expr, value: Expr, values: dict[str, Expr], free: set[str]) -> None:
    """``l = 3`` of ``2l``, which is 6; of several letters all but one may have any value."""
    open_letters = [name for name in variables(formula) if name not in values]
    if not open_letters:
        return
    if len(open_letters) > 1:
        free.update(open_letters)
    values.update(dict.fromkeys(open_letters[1:], Number(Fraction(1))))
    name = open_letters[0]
    while not isinstance(formula, Symbol):
        step = _step_inwards(formula, value, name)
        if step is None:
            return
        formula, value = step
    values[name] = substitute(value, {one: values[one] for one in variables(value)})


def _step_inwards(formula: Expr, value: Expr, name: str) -> tuple[Expr, Expr] | None:
    """The part of the formula that holds the letter, and its value."""
    match formula:
        case Neg(arg):
            return arg, Neg(value)
        case Abs(arg):
            return arg, value
        case Pow(base, Number(exponent) as index) if exponent.denominator == 1 < exponent:
            return base, Root(value, index)
        case Root(arg, index):
            return arg, Pow(value, index)
        case Add(left, right) | Sub(left, right) | Mul(left, right) | Div(left, right):
            in_left, in_right = name in variables(left), name in variables(right)
            if in_left and not in_right:
                return left, _OPPOSITE[type(formula)](value, right)
            if in_right and not in_left:
                swap = isinstance(formula, Sub | Div)
                return right, type(formula)(left, value) if swap else (
                    _OPPOSITE[type(formula)](value, left)
                )
    return None


def _letters(facts: Facts, task: Task, names: set[str]) -> list[dict[str, Expr]]:
    """What a, b and c, or p and q, are of each quadratic equation or function that is in force."""
    if not names & {*_COEFFICIENTS, *_MONIC} - set(facts.unknowns):
        return []
    bodies = [body for _, body in facts.known_functions.values()]
    equations = [*facts.given, *facts.same]
    if task.problem is not None:
        equations += task.problem.conditions
    if task.question is not None:
        asked = [region.tree for region in find_math(task.question)]
        bodies += [one.items[1] for one in asked if _names_a_function(one)]
    found = [_quadratic(one) for one in (*bodies, *equations)]
    known = [one for one in found if one is not None]
    return [
        _named(_COEFFICIENTS, one) | (_named(_MONIC, one[:2]) if one[2] == 1 else {})
        for one in known
    ]


def _names_a_function(node: Node | None) -> TypeGuard[Chain]:
    """``y = x^2 - 6x + 9``."""
    return isinstance(node, Chain) and node.ops == (RelOp.EQ,) and node.items[0] == Symbol("y")


def _quadratic(node: Node) -> Coefficients | None:
    """The coefficients of a quadratic polynomial, or of an equation of one, in one letter."""
    names = variables(node)
    if len(names) != 1:
        return None
    if isinstance(node, Chain):
        found = of_equation(node, names[0]) if node.ops == (RelOp.EQ,) else None
    else:
        found = None if isinstance(node, Statement) else of_expression(node, names[0])
    return found if found is not None and len(found) == _SQUARE else None


def _named(names: Sequence[str], values: Sequence[Fraction]) -> dict[str, Expr]:
    return {name: Number(value) for name, value in zip(names, values, strict=True)}
