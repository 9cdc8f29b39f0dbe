"""What a line says of one place: ``At x = 2, dy/dx = 3(2)^2 - 2 = 10``, ``When x = 3, y = 10``.

The value is put in for the variable of a function that is known, and the rest of the line is then a
computation. A derivative that is said to be a number may be meant at the place that the line before
or the question names; what it holds at is then named as a condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.calculus import carried_out, expand_functions
from mathviz_chat.core.checking.conditions import assignment
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.lines import Found, ReadLine
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import conjuncts, has, is_closed, needs_calculus
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems.problem import Kind
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Derivative,
    Expr,
    Limit,
    Node,
    Number,
    RelOp,
    Statement,
    Symbol,
    TupleOf,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Verdict

PLACE: Final = "This says which place the line is about; it claims nothing."
ANOTHER: Final = "The letter may stand for something else here than the function that is known."
_VALUE_OF_Y: Final = re.compile(r"\by'*\(\s*[-−]?[\dπ./]+\s*\)")
_AT: Final = re.compile(
    r"\b(?:at|when|where|for|if|put(?:ting)?|substitut(?:e|ing)|sub|using|with|into|in)\b"
    r"(?:\s+(?:the|a|point|points|stationary|critical|turning|in|value|values))*[\s,:$(]*$",
    re.IGNORECASE,
)
_ONLY_AT: Final = re.compile(r"[\s,$(]*\b(?:at|when|where|for)[\s$(]*", re.IGNORECASE)
_ENDS: Final = re.compile(r"[\s.!$)]*")
_EXTREMUM: Final = re.compile(
    r"[\s,;:$(→⇒>=-]*(?:(?:so|therefore|thus|hence|which\s+means|meaning)\b\W*)?"
    r"(?:(?:(?:it|this|that|there|x)(?:\s+is|['’]s)|is|which\s+is)\s+)?(?:(?P<which>a|an|the)\s+)?"
    r"(?P<range>(?:local|relative|global|absolute)\s+)?(?P<kind>max|min)(?:im(?:um|a))?"
    r"(?:\s+(?:point|value|there|here))?[\s.!$)]*",
    re.IGNORECASE,
)
_ZERO: Final = Number(Fraction(0))
_OF_POINT: Final = frozenset({Kind.TANGENT, Kind.DERIVATIVE_AT})


@dataclass(frozen=True, slots=True)
class Point:
    """``x = 2``: a variable and its value."""

    name: str
    value: Expr

    def __str__(self) -> str:
        return f"{self.name} = {to_plain(self.value)}"


def points_of(task: Task) -> tuple[Point, ...]:
    """The place that the question itself names: ``the tangent to y = x^2 at x = 3``."""
    problem = task.problem
    if problem is None or problem.kind not in _OF_POINT or problem.variable is None:
        return ()
    return tuple(Point(problem.variable, item) for item in problem.items[:1])


def places_in(line: ReadLine, facts: Facts, task: Task) -> tuple[tuple[Point, Found], ...]:
    """The places that a line speaks of, with the formulas that name them: ``When x = 0, u = 0;
    when x = 1, u = 1``."""
    return tuple(
        (point, found)
        for found in line.found
        if (point := _point(found, facts)) is not None
        and (_AT.search(found.lead) or _is_bare_place(found, point, facts, task))
    )


def _is_bare_place(found: Found, point: Point, facts: Facts, task: Task) -> bool:
    """``x = 2``, where the question is about a curve, and x is no unknown: it takes no value."""
    of_point = task.problem is not None and task.problem.kind in _OF_POINT
    alone = isinstance(found.node, Statement) and point.name not in facts.unknowns
    return of_point and alone


def _point(found: Found, facts: Facts) -> Point | None:
    node = found.node
    if node is None:
        return None
    if isinstance(node, TupleOf):
        return _first_of(node, facts)
    if not isinstance(node, Statement):
        return None
    first = conjuncts(node)[0]
    said = assignment(first) if isinstance(first, Chain) and first.ops == (RelOp.EQ,) else None
    if said is None or said[0] not in variables_of(facts) or _is_asked_for(said[0], facts):
        return None
    return Point(*said)


def _first_of(node: TupleOf, facts: Facts) -> Point | None:
    """``At (2, 5)``, where y is a function of x."""
    body = facts.known_functions.get("y")
    if body is None or not node.bracketed or len(node.items) != 2 or not is_closed(node):
        return None
    return None if _is_asked_for(body[0], facts) else Point(body[0], node.items[0])


def variables_of(facts: Facts) -> set[str]:
    """What the known functions are functions of."""
    return {variable for variable, _ in facts.known_functions.values()}


def _is_asked_for(name: str, facts: Facts) -> bool:
    """Where an equation is to be solved for it, a value is a candidate, not a place."""
    return facts.from_question and name in facts.unknowns


def others(node: Node | None) -> Iterable[Statement]:
    """``y = 5`` of ``x = 2, y = 5``."""
    return conjuncts(node)[1:] if isinstance(node, Statement) else ()


def at_point(link: Link, point: Point, facts: Facts) -> Link | None:
    """Both sides with the value put in; None where they do not become numbers."""
    try:
        left, right = (_at(side, point, facts) for side in (link.left, link.right))
    except ValueError:
        return None
    if not is_closed(left) or not is_closed(right) or has(left, Derivative, Limit):
        return None
    return replace(link, left=left, right=right)


def _at(side: Expr, point: Point, facts: Facts) -> Expr:
    functions = facts.known_functions
    expanded = expand_functions(side, functions)
    bodies = {
        name: body
        for name, (variable, body) in functions.items()
        if variable == point.name and name != point.name
    }
    return substitute(substitute(expanded, bodies), {point.name: point.value})


def is_value_there(found: Sequence[Found], place: int, facts: Facts) -> bool:
    """``Maximum value 5 at x = 2``: nothing but the place stands after the value, which is that of
    a known function there."""
    one, after = found[place], found[place + 1 :]
    if len(after) != 1 or not isinstance(one.node, Expr) or not _ONLY_AT.fullmatch(one.tail):
        return False
    point = _point(after[0], facts)
    if point is None or others(after[0].node) or not _ENDS.fullmatch(after[0].tail):
        return False
    return any(
        variable == point.name
        and judge_values(substitute(body, {variable: point.value}), RelOp.EQ, one.node).verdict
        is Verdict.PROVED
        for variable, body in facts.known_functions.values()
    )


def with_extrema(line: ReadLine, facts: Facts) -> ReadLine:
    """``f''(2) = -2 < 0, so maximum`` and ``f(2) = 5 is a maximum`` without the words, where f'(2)
    is 0 and the sign of f''(2) says so."""
    return replace(line, found=tuple(_without_kind(one, facts) for one in line.found))


def extremum_said(words: str) -> str | None:
    """``maximum`` of ``is a local maximum``; None where the words say anything else."""
    said = _EXTREMUM.fullmatch(words)
    return None if said is None else {"max": "maximum", "min": "minimum"}[said["kind"].lower()]


def _without_kind(found: Found, facts: Facts) -> Found:
    said = _EXTREMUM.fullmatch(found.tail)
    node = found.node
    if said is None or not isinstance(node, Chain) or not isinstance(node.items[0], Call):
        return found
    first, sign = node.items[0], RelOp.LT if said["kind"].lower() == "max" else RelOp.GT
    if first.primes == 2:
        says_so = node.items[-1] == _ZERO and node.ops[-1] is sign
    else:
        of_all = (said["which"] or "").lower() == "the" and said["range"] is None
        of_all |= (said["range"] or "").strip().lower() in ("global", "absolute")
        bent = not first.primes and set(node.ops) == {RelOp.EQ}
        says_so = bent and _is_bent(first, sign, facts, everywhere=of_all)
    return replace(found, tail="") if says_so and _is_flat(first, facts) else found


def _is_flat(there: Call, facts: Facts) -> bool:
    """Whether the derivative is 0 at the place of ``f(2)`` or ``f''(2)``."""
    slope = _derivative(there, 1, facts)
    return slope is not None and judge_values(slope, RelOp.EQ, _ZERO).verdict is Verdict.PROVED


def _is_bent(there: Call, sign: RelOp, facts: Facts, *, everywhere: bool) -> bool:
    """Whether the second derivative has this sign at the place of ``f(2)``; everywhere: at each,
    which is seen where it is a number."""
    second = _derivative(there, 2, facts)
    if second is None or judge_values(second, sign, _ZERO).verdict is not Verdict.PROVED:
        return False
    variable = facts.known_functions[there.function][0]
    general = (
        _derivative(replace(there, args=(Symbol(variable),)), 2, facts) if everywhere else None
    )
    return not everywhere or (general is not None and is_closed(general))


def _derivative(there: Call, order: int, facts: Facts) -> Expr | None:
    """The value of a derivative of a known function of one variable; None where it has none."""
    if there.function not in facts.known_functions or len(there.args) != 1:
        return None
    if not is_closed(there.args[0]) and not isinstance(there.args[0], Symbol):
        return None
    derivative = replace(there, primes=order)
    try:
        value = carried_out(expand_functions(derivative, facts.known_functions))
    except ValueError:
        return None
    return None if has(value, Derivative) or _has_known(value, facts) else value


def _has_known(value: Expr, facts: Facts) -> bool:
    return any(
        isinstance(one, Call) and one.function in facts.known_functions for one in walk(value)
    )


def functions_in(text: str, facts: Facts) -> tuple[str, ...]:
    """``y`` in ``y(0) = 3``, where it is a function that is known or asked for."""
    known = facts.differential is not None or "y" in facts.known_functions
    return ("y",) if known and _VALUE_OF_Y.search(text) else ()


def is_of_point(link: Link) -> bool:
    """``dy/dx = 10``: a derivative that is said to be a number."""
    return needs_calculus(link.left) and is_closed(link.right) and not needs_calculus(link.right)


def may_be_another(link: Link, facts: Facts) -> bool:
    """``y`` alone, which may be a curve or its tangent: ``when x = 0, y = 10x - 15 = -15``."""
    if not isinstance(link.left, Symbol):
        return False
    name = link.left.name
    return bool(link.right_names) or name in facts.named or name in facts.unknowns
