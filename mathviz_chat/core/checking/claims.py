"""Computations and claims for all values, with what the text has defined put in."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Final

from mathviz_chat.core.checking.antiderivatives import (
    has_antiderivative,
    in_one_variable,
    judge_antiderivative,
)
from mathviz_chat.core.checking.binomials import judge_choices, judge_principal
from mathviz_chat.core.checking.calculus import Functions, depends_unsaid, expand_functions
from mathviz_chat.core.checking.denial import denied, seems_denied
from mathviz_chat.core.checking.doubts import LETTER, WORDS, is_one_number, reason_to_doubt
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.implicit import judge_implicit
from mathviz_chat.core.checking.inverses import inverted, judge_inverse
from mathviz_chat.core.checking.judgement import (
    NOT_COMPARED,
    Judgement,
    clip,
    unchecked,
    weakest_claim,
)
from mathviz_chat.core.checking.labels import counted
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.logarithms import judge_in_each_base
from mathviz_chat.core.checking.matrices import with_known
from mathviz_chat.core.checking.parts_of_whole import judge_part_of_whole
from mathviz_chat.core.checking.piecewise import chosen, judge_pieces
from mathviz_chat.core.checking.points import ANOTHER
from mathviz_chat.core.checking.roles import Link, is_word
from mathviz_chat.core.checking.several import put_in
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import has, lone_symbol, needs_calculus
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    And,
    Call,
    Chain,
    Derivative,
    Expr,
    Integral,
    Number,
    Piecewise,
    Quantity,
    RelOp,
    Statement,
    Symbol,
    TupleOf,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Role, Verdict

_UNIT = re.compile(r"\d\s?(?=[a-zµμ]{0,2}[A-ZΩ])[A-Za-zµμΩ]{1,4}\s*(?:$|[=+*/.,;-])")
_COMPLEX = re.compile(r"\b(?:complex|imaginary)\b", re.IGNORECASE)


def judge_computation(task: Task, facts: Facts, link: Link, found: Found) -> Judgement:
    """A relation between numbers, with the values and functions of the text put in."""
    try:
        left, right = (_with_values(side, facts) for side in (link.left, link.right))
    except ValueError as error:
        return unchecked(f"{error}", Role.COMPUTATION)
    judged = judge_principal(
        lambda one, two: judge_in_each_base(lambda a, b: judge_values(a, link.op, b), one, two),
        left,
        right,
    )
    if seems_denied(link.tail):
        return denied(judged, link.tail)
    if judged.verdict is Verdict.REFUTED and _uses_unnamed(link, facts):
        return unchecked(ANOTHER, Role.COMPUTATION)
    if judged.verdict is Verdict.REFUTED:
        judged = judge_part_of_whole(task, left, link.op, right) or judged
    doubt = reason_to_doubt(found, link) if judged.verdict is Verdict.REFUTED else None
    if doubt == LETTER and _COMPLEX.search(task.question or ""):
        doubt = None
    if doubt is None and _lacks_unit(link, found):
        doubt = WORDS
    if doubt is not None:
        return unchecked(doubt, Role.COMPUTATION)
    if judged.verdict is Verdict.REFUTED and any(map(is_word, link.names)):
        reason = "A name in words may stand for something else than before."
        return unchecked(reason, Role.COMPUTATION)
    return _without_nouns(judged, link, found)


def _uses_unnamed(link: Link, facts: Facts) -> bool:
    """``f(3)``, where the question has a function without a name, and the text names none."""
    sides = (*walk(link.left), *walk(link.right))
    called = {part.function for part in sides if isinstance(part, Call)}
    return bool(called & (facts.asked.keys() - facts.functions.keys()))


def _lacks_unit(link: Link, found: Found) -> bool:
    """``1 kWh = 3.6 MJ``, where one of the units is not known."""
    named = _UNIT.match(f"1{link.tail}") or (found.labels and _UNIT.search(found.text))
    return bool(named) and has(link.left, Quantity) != has(link.right, Quantity)


def _without_nouns(judged: Judgement, link: Link, found: Found) -> Judgement:
    """``3 apples + 2 pears = 5 fruits`` is proved of the numbers; ``3 apples = 3 pears`` is not."""
    if judged.verdict is not Verdict.PROVED or not found.labels:
        return judged
    if is_one_number(link.left) and is_one_number(link.right):
        return unchecked(WORDS, Role.COMPUTATION)
    if len(counted(found.text + found.tail)) < 2:
        return judged
    return replace(judged, conditions=(*judged.conditions, NOT_COMPARED))


def _with_values(side: Expr, facts: Facts) -> Expr:
    expanded = expand_functions(put_in(side, facts.several), facts.known_functions)
    names = {name: facts.values[name] for name in variables(expanded) if name in facts.values}
    return chosen(substitute(expanded, names))


def judge_claim_for_all(facts: Facts, link: Link) -> Judgement:
    """An equation that is claimed for all values, with the functions of the text put in."""
    if has_antiderivative(link.left):
        return judge_integral(link.left, link.right, facts.functions)
    implicit = judge_implicit(facts, link) if link.op is RelOp.EQ else None
    if implicit is not None:
        return implicit
    functions = facts.known_functions
    inverse_of = inverted(link.left)
    if inverse_of is not None and inverse_of in facts.functions:
        return judge_inverse(link.left, link.right, functions[inverse_of])
    try:
        sides = (put_in(side, facts.several, facts.surfaces) for side in (link.left, link.right))
        expanded = (expand_functions(side, functions) for side in sides)
        left, right = (with_known(side, facts.values) for side in expanded)
    except ValueError as error:
        return unchecked(str(error), Role.IDENTITY)
    if link.op not in (RelOp.EQ, RelOp.IDENTICAL):
        return unchecked("Only equations are checked for all values.", Role.IDENTITY)
    try:
        left, right = (_with_bodies(side, link, facts) for side in (left, right))
    except ValueError as error:
        return unchecked(str(error), Role.IDENTITY)
    slopes = (side for side in (left, right) if has(side, Derivative))
    if any(depends_unsaid(node) for side in slopes for node in walk(side)):
        return unchecked("It is not said how this depends on the variable.", Role.IDENTITY)
    judged = _judge_for_all(left, right, clip(to_plain(link.left)), assumed_signs(facts))
    if judged.verdict is Verdict.REFUTED and {"e", "i"} & set(link.names):
        return unchecked(LETTER, Role.IDENTITY)
    if judged.verdict is Verdict.REFUTED and not needs_calculus(link.left):
        return unchecked(ANOTHER, Role.IDENTITY) if _uses_unnamed(link, facts) else judged
    return judged


def judge_integral(left: Expr, right: Expr, functions: Functions) -> Judgement:
    """An indefinite integral and what it is said to be, in the letters of a substitution too."""
    try:
        left, right = in_one_variable(left, right, functions)
    except ValueError as error:
        return unchecked(str(error), Role.IDENTITY)
    return judge_antiderivative(left, right)


def assumed_signs(facts: Facts) -> tuple[Statement, ...]:
    """``x > 0`` and the like, which the question assumes of a letter."""
    return tuple(
        one
        for given in facts.given
        for one in (given.items if isinstance(given, And) else (given,))
        if isinstance(one, Chain)
        and set(one.ops) <= _SIGNS
        and isinstance(one.items[0], Symbol)
        and one.items[1:] == (Number(Fraction(0)),)
    )


_SIGNS: Final = {RelOp.LT, RelOp.GT, RelOp.LE, RelOp.GE}


def _judge_for_all(left: Expr, right: Expr, what: str, signs: tuple[Statement, ...]) -> Judgement:
    """Two lists are compared item by item, functions given by cases piece by piece."""
    if has(left, Piecewise) or has(right, Piecewise):
        return judge_pieces(left, right, what)
    if not isinstance(left, TupleOf) or not isinstance(right, TupleOf):
        judge = partial(judge_in_each_base, partial(judge_identity, what=what, facts=signs))
        return judge_choices(judge, left, right)
    if len(left.items) != len(right.items):
        return unchecked("The two lists differ in length.", Role.IDENTITY)
    pairs = zip(left.items, right.items, strict=True)
    return weakest_claim([judge_identity(*pair, what=clip(to_plain(pair[0]))) for pair in pairs])


def _with_bodies(side: Expr, link: Link, facts: Facts) -> Expr:
    """``u`` by what it was set to, ``u = x^2``; not where the line itself is about u alone, as
    ``dy/du = 5u^4`` is, and ``dy/dx = dy/du * du/dx = 5u^4 * 6x`` is not.

    Raises ValueError where the body is about a variable that the line binds.
    """
    if not facts.functions:
        return side
    own = {
        node.variable
        for part in (link.left, link.right)
        for node in walk(part)
        if isinstance(node, Derivative | Integral)
    }
    known = {
        name: body
        for name, (variable, body) in facts.functions.items()
        if (name not in own or variable in own)
        and len(name) == 1
        and variable != name
        and name in variables(side)
    }
    return substitute(side, known) if known else side


def identity_if_proved(facts: Facts, link: Link) -> Judgement | None:
    """The verdict where an equation holds for all values; None where it may be a condition."""
    if link.op is not RelOp.EQ or lone_symbol(link.left) is not None:
        return None
    if needs_calculus(link.left) or needs_calculus(link.right):
        return None
    try:
        left, right = (expand_functions(side, facts.functions) for side in (link.left, link.right))
    except ValueError:
        return None
    judged = judge_choices(partial(judge_in_each_base, judge_identity), left, right)
    return judged if judged.verdict is Verdict.PROVED else None
