"""The lines of a solution: written by a method, checked by the checker's own code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, TypeAlias

from mathviz_chat.core.checking import Block, Marked, Marker
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import only_root, slots
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading.tree import Chain, Node, RelOp
from mathviz_chat.core.verdict import Claim, Step, StepKind, Verdict

Granularity: TypeAlias = Literal["brief", "normal", "fine"]

BRIEF: Final = 0
NORMAL: Final = 1
FINE: Final = 2
LEVELS: Final[dict[Granularity, int]] = {"brief": BRIEF, "normal": NORMAL, "fine": FINE}

LETTERS: Final = frozenset({"i", "e"})
SETUP_REASON: Final = "Choosing a formula or an unknown is not checked."


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``rule: claim``. level: the coarsest granularity that it stands in."""

    kind: StepKind
    rule: str
    claim: str
    level: int
    why: str | None = None
    before: str | None = None
    after: str | None = None

    @property
    def text(self) -> str:
        return f"{self.rule}: {self.claim}"


@dataclass(slots=True)
class Lines:
    """What a method writes: its lines, then the answer."""

    lines: list[Line] = field(default_factory=list)
    answer: str | None = None

    def step(
        self,
        rule: str,
        claim: Node | str,
        *,
        level: int = NORMAL,
        why: str | None = None,
        before: Node | str | None = None,
        after: Node | None = None,
    ) -> None:
        """A step with its claim; ``after`` is the claim itself where nothing else is said.

        Of a computation, ``3*4 = 12``, the left side is before and the right one after.
        """
        if before is None and isinstance(claim, Chain) and _computes(claim):
            before, after = claim.items
        text = claim if isinstance(claim, str) else _unambiguous(slots.spelled(claim))
        self.lines.append(
            Line(
                StepKind.STEP,
                rule,
                text,
                level,
                why,
                before if before is None or isinstance(before, str) else slots.spelled(before),
                text if after is None else slots.spelled(after),
            )
        )

    def once(self, rule: str, claim: Node | str, *, level: int = NORMAL, **said: Any) -> None:
        """A step that is written where it stands first, for all who are to read it."""
        self.step(rule, claim, level=level, **said)
        new = self.lines[-1]
        first = next(k for k, one in enumerate(self.lines) if one.text == new.text)
        if first < len(self.lines) - 1:
            self.lines.pop()
            self.lines[first] = replace(
                self.lines[first], level=min(level, self.lines[first].level)
            )

    def setup(self, rule: str, claim: str, *, level: int = BRIEF, why: str | None = None) -> None:
        """The choice of an unknown or a formula, which nothing can check."""
        self.lines.append(Line(StepKind.SETUP, rule, claim, level, why))

    def finish(self, answer: Node | str) -> None:
        """The answer, in the form that was asked."""
        self.answer = answer if isinstance(answer, str) else slots.spelled(answer)


def _computes(claim: Chain) -> bool:
    """``3*4 = 12``, ``sqrt(2) ~= 1.41``: no unknown, two sides."""
    return claim.ops in ((RelOp.EQ,), (RelOp.APPROX,)) and not variables(claim)


def _unambiguous(text: str) -> str:
    """An exclamation mark at the end of a line may end a sentence: ``(5!)`` does not."""
    return re.sub(r"(?<![\w!)])(\d+!)$", r"(\1)", text)


def heading(text: str) -> Step:
    """A line that claims nothing: which part of the question comes next."""
    return Step(StepKind.TEXT, Claim(text, None, Verdict.UNCHECKED, None, "It claims nothing."))


def check(problem: Problem, lines: Sequence[Line], answer: str) -> tuple[Step, ...]:
    """The steps with the checker's verdict on each, in order."""
    last = Line(StepKind.ANSWER, "Answer", answer, BRIEF)
    written = [*lines, last]
    counted = problem.kind is Kind.COUNT
    if problem.kind is Kind.SELECTION:  # the lines are about the equation, the last one chooses
        claims = _marked(problem.parts[0], lines)
        claims[len(lines)] = _marked(problem, [last])[0]
    elif not problem.conditions or (problem.plan is None and not counted):
        claims = _marked(problem, written)
    else:  # the lines are judged against the equations that the setup wrote, or that are counted
        told = only_root.equations(problem.conditions)
        equations = " and ".join(map(slots.spelled, told))
        claims = _marked(f"Solve {equations}.", lines)
        claims[len(lines)] = _marked(problem, [last])[0]
    if LETTERS & _names(problem):
        claims = {index: _cautious(claim) for index, claim in claims.items()}
    return tuple(_step(line, claims[index]) for index, line in enumerate(written))


def _marked(question: Problem | str, written: Sequence[Line]) -> dict[int, Claim]:
    """The claim of each line, as the checker judges a text that answers the question."""
    read = (question.read_as, question) if isinstance(question, Problem) else (question, None)
    marker = Marker(*read)
    marked: list[Marked] = []
    offset = 0
    for index, line in enumerate(written):
        end = offset + len(line.text)
        marked += marker.mark(Block(index, line.text, index + 1, offset, end))
        offset = end + 1
    marked += marker.finish()
    return {mark.index: mark.step.claim for mark in marked}


def _names(problem: Problem) -> set[str]:
    nodes = [*problem.conditions, problem.expression, problem.target]
    return {name for node in nodes if node is not None for name in variables(node)}


def _cautious(claim: Claim) -> Claim:
    """A line is read without the question: there ``i`` and ``e`` are constants."""
    if claim.verdict is Verdict.PROVED:
        return claim
    reason = "The letter i or e is a variable in the question and a constant in a line."
    return replace(claim, verdict=Verdict.UNCHECKED, reason=reason, witness=None)


def _step(line: Line, claim: Claim) -> Step:
    if line.kind is StepKind.SETUP:
        claim = replace(claim, verdict=Verdict.UNCHECKED, reason=SETUP_REASON, method=None)
    if line.kind is StepKind.ANSWER:
        return Step(line.kind, claim)
    return Step(line.kind, claim, line.rule, line.why, line.before, line.after)
