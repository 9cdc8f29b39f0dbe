"""Inverse functions: ``f^{-1}(x) = (x - 3)/2`` and ``f^{-1}(5) = 1``, where f is known.

Domain: functions of one real variable. A claimed inverse is put into the function and the function
into it; both must give the variable back. A value is proved only where the equation has no other
solution, since otherwise there is no inverse function.
"""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.judgement import Judgement, clip, unchecked
from mathviz_chat.core.checking.numeric import judge_numbers
from mathviz_chat.core.checking.terms import equation, is_closed
from mathviz_chat.core.kernel import real_solutions, substitute, variables
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Expr, RelOp, Symbol
from mathviz_chat.core.verdict import Role, Verdict

SUFFIX: Final = "^-1"
_NOT_ONE_TO_ONE: Final = "It is an inverse only where the domain of the function is restricted."


def inverted(expr: Expr) -> str | None:
    """``f`` for ``f^{-1}(x)``."""
    if isinstance(expr, Call) and expr.function.endswith(SUFFIX) and len(expr.args) == 1:
        return expr.function.removesuffix(SUFFIX)
    return None


def judge_inverse(left: Expr, right: Expr, function: tuple[str, Expr]) -> Judgement:
    """Judge ``left = right``, where ``left`` applies the inverse of ``function``."""
    assert isinstance(left, Call)
    (argument,) = left.args
    if is_closed(argument) and is_closed(right):
        return _value(argument, right, *function)
    if isinstance(argument, Symbol) and variables(right) == (argument.name,):
        return _formula(left, argument, right, *function)
    return unchecked("This inverse is not checked.", Role.IDENTITY)


def _formula(left: Call, name: Symbol, right: Expr, variable: str, body: Expr) -> Judgement:
    there = judge_identity(
        substitute(body, {variable: right}),
        name,
        what=f"The function at {clip(to_plain(right))}",
    )
    if there.verdict is not Verdict.PROVED:
        return there
    applied = substitute(right, {name.name: body})
    back = judge_identity(applied, Symbol(variable), what=clip(to_plain(left)))
    if back.verdict is not Verdict.PROVED:
        return unchecked(_NOT_ONE_TO_ONE, Role.IDENTITY)
    return there


def _value(argument: Expr, right: Expr, variable: str, body: Expr) -> Judgement:
    judged = judge_numbers(substitute(body, {variable: right}), RelOp.EQ, argument)
    if judged.verdict is not Verdict.PROVED:
        return judged
    solutions = real_solutions(equation(body, argument), variable)
    if solutions is None or not solutions.is_finite or len(solutions.points) != 1:
        return unchecked(_NOT_ONE_TO_ONE, Role.COMPUTATION)
    return judged
