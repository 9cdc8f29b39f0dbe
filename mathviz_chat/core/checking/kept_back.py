"""A report on a student's own lines without the results that refute them: where a line is wrong
and why, and no value that the student has still to find."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.report import CheckReport, MarkedLine
from mathviz_chat.core.kernel import Outcome, holds, substitute
from mathviz_chat.core.problems import Unread, read_question
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Chain, Expr, Statement
from mathviz_chat.core.verdict import AnswerVerdict, Claim, Relation, Role, Verdict

_POINT: Final = re.compile(r"(?P<point>\w+ = [^,:]+(?:, \w+ = [^,:]+)*)(?:: (?P<sides>left .+))?")
_SIDES: Final = re.compile(r"left (?P<left>[-\d./]+), right (?P<right>[-\d./]+)")
_WHERE: Final = re.compile(r"In .+?: (?=The )")
_TOLD: Final = re.compile(
    r"It follows from .+|As the final answer: It follows from .+"
    r"|.+ does not satisfy .+|The values do not satisfy .+|It does not satisfy .+"
    r"|It has other solutions: .+|It is not equal to .+: at .+|It is not the derivative: at .+"
    r"|.+ has another value\.|It is another .+|.+ is another\.|It is not the .+: another .+"
    r"|.+ is not a unit of .+|.+ does not hold\.|Not every value .+|.+ is no (?:factor|prime).+"
)
"""Reasons that name nothing but what stands in the line: all others are kept back."""
_LOST: Final = re.compile(r"(A solution of .+ is lost): .+", re.DOTALL)
_TOO: Final = re.compile(
    r".+ is (?:a solution|missing|asked for) ?(?:too)?\.|A solution is missing: .+"
)
_MISSING: Final = "A solution is missing."
_WRONG_LINE: Final = "It does not hold."
_WRONG_ANSWER: Final = "It is not the right answer."


def without_results(report: CheckReport) -> CheckReport:
    """The report, each refutation without solutions and values that the lines do not have.

    A point that shows why a line is wrong stays where it is proved to be no solution of the
    question: it is the student's own value then, or one chosen at random.
    """
    given = _conditions(report.question)
    lines = tuple(
        MarkedLine(row.line, replace(row.step, claim=_claim(row.step.claim, given)))
        for row in report.lines
    )
    reason = report.answer_reason
    if report.answer_verdict is AnswerVerdict.REFUTED and not _TOLD.fullmatch(reason):
        reason = _MISSING if _TOO.fullmatch(reason) else _WRONG_ANSWER
    return replace(report, lines=lines, answer_reason=reason)


def _conditions(question: str | None) -> tuple[Statement, ...]:
    problem = read_question(question) if question else None
    return () if problem is None or isinstance(problem, Unread) else problem.conditions


def _claim(claim: Claim, given: tuple[Statement, ...]) -> Claim:
    if claim.verdict is not Verdict.REFUTED:
        return claim
    if claim.relation is Relation.ROOTS_LOST:
        lost = _LOST.fullmatch(claim.reason)
        return replace(claim, reason=f"{lost[1]}." if lost else "A solution is lost.", witness=None)
    point = _POINT.fullmatch(claim.witness or "")
    if claim.role is Role.IDENTITY and point is not None:
        return claim
    if claim.role is Role.CONDITION and claim.reason.startswith("It does not follow from"):
        return _not_following(claim, point, given)
    if _TOLD.fullmatch(claim.reason) and claim.reason != claim.witness:
        return claim
    sides = _SIDES.fullmatch(claim.witness or "")
    return replace(claim, reason=_unequal(claim.reason, sides), witness=None)


def _not_following(
    claim: Claim, point: re.Match[str] | None, given: tuple[Statement, ...]
) -> Claim:
    """``It does not follow from 3x + 7 = 22: x = 4: left 19, right 22.``"""
    reason = claim.reason.removesuffix(f": {claim.witness}.").partition(", which has")[0]
    shows = point is not None and not _may_solve(point["point"], given)
    return replace(claim, reason=f"{reason.rstrip('.')}.", witness=claim.witness if shows else None)


def _unequal(reason: str, sides: re.Match[str] | None) -> str:
    """Which side is the larger one is told, and not by how much."""
    where = _WHERE.match(reason)
    lead = where[0] if where else ""
    if sides is None:
        return _WRONG_LINE
    left, right = Fraction(sides["left"]), Fraction(sides["right"])
    larger = "left" if left > right else "right"
    if left == right:
        return f"{lead}The two sides are not equal."
    return f"{lead}The two sides are not equal: the {larger} side is the larger one."


def _may_solve(point: str, given: tuple[Statement, ...]) -> bool:
    """Whether a point could be a solution: anything else than a proof that it is none."""
    if "." in point or not given:  # a decimal may be a solution rounded
        return True
    try:
        pairs = [one.split(" = ") for one in point.split(", ")]
        nodes = {name: read(value) for name, value in pairs}
    except (ReadError, ValueError):
        return True
    values = {name: node for name, node in nodes.items() if isinstance(node, Expr)}
    return len(values) < len(nodes) or not any(_fails(statement, values) for statement in given)


def _fails(statement: Statement, values: dict[str, Expr]) -> bool:
    if not isinstance(statement, Chain):
        return False
    put_in = substitute(statement, values)
    return holds(put_in, {}).outcome is Outcome.REFUTED
