"""Turns that the program answers itself, with no model: remarks, "why?", "give me another one"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.verdict import AnswerVerdict, Step
from mathviz_chat.engine import reasons, remarks, variation
from mathviz_chat.engine.exercises import Exercises
from mathviz_chat.engine.outcome import blocks_of_steps
from mathviz_chat.errors import CheckStopped
from mathviz_chat.events import (
    Attempt,
    Done,
    Event,
    Outcome,
    Reply,
    Source,
    StepFinished,
    StepMarked,
)
from mathviz_chat.hints import Hint
from mathviz_chat.messages import Turn, Working
from mathviz_chat.worker.client import Worker
from mathviz_chat.worker.protocol import NoSolution, SolverAnswer

NO_CLAIM: Final = "The turn asks nothing that can be checked."
NO_EXERCISE: Final = "There is no exercise yet: type one, such as: Solve for x: 3x + 7 = 22"
NONE_ALIKE: Final = "I cannot make another exercise of this kind: type one of your own."
ANOTHER_ONE: Final = "Here is another one:"
NOT_TOLD: Final = "The hints have not come to that step yet: /hint tells the next one."
TRY_FIRST: Final = 'Try it first: "hint" tells what to do, "show me the answer" solves it.'
HOW_TO_ANSWER: Final = 'Type your answer to have it marked, or "hint".'


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """What the program says to a turn. steps: lines of the solver. exercise: a new one."""

    words: str
    steps: tuple[Step, ...] = ()
    exercise: str | None = None

    def events(self, question: str) -> Iterator[Event]:
        """Words, lines and the end."""
        if not self.steps:
            yield Reply(self.words)
        for block, step in blocks_of_steps(self.steps):
            yield StepFinished(Source.SYMPY, block)
            yield StepMarked(Source.SYMPY, block.index, step)
        if self.steps and self.words:
            yield Reply(self.words)
        text = "\n".join([*(step.claim.text for step in self.steps), self.words]).strip()
        unchecked = AnswerVerdict.UNCHECKED
        final = Attempt(Source.SYMPY, None, unchecked, NO_CLAIM, self.steps, text)
        yield Done(Outcome(question, None, False, final, (), None))


class OwnTurns:
    """Finds what the program says itself about the exercise at hand.

    hint: the one that was shown last, where no answer came since. marked: the turn that marked an
    answer of the student's own, while it is the last one. untried: the last turn gave a new
    exercise.
    """

    def __init__(self, worker: Worker, exercises: Exercises) -> None:
        self.hint: Hint | None = None
        self.marked: Turn | None = None
        self.untried = False
        self._worker = worker
        self._exercises = exercises
        self._varied = 0

    def forget(self) -> None:
        """Something else is shown now."""
        self.hint, self.marked, self.untried = None, None, False

    def remark(self, text: str) -> OwnAnswer | None:
        """A greeting and the like."""
        reply = remarks.reply_to(text)
        return None if reply is None else OwnAnswer(reply)

    def another(self, text: str, working: Working) -> OwnAnswer | None:
        """A new exercise of the kind at hand; None where the turn asks for none."""
        if not variation.asks_another(text):
            return None
        exercise = self._exercises.at_hand()
        if exercise is None:
            return OwnAnswer(NO_EXERCISE)
        self._varied += 1
        other = self._alike(exercise, working)
        if other is None:
            return OwnAnswer(NONE_ALIKE)
        self._exercises.add(other)
        self.untried = True
        return OwnAnswer(f"{ANOTHER_ONE}\n{other}\n{HOW_TO_ANSWER}", exercise=other)

    def _alike(self, exercise: str, working: Working) -> str | None:
        solved = self._solved(exercise, working)
        if solved is None:
            return None
        for proposal in variation.proposals(exercise, str(self._varied)):
            other = self._solved(proposal, working)
            verified = other is not None and other.verdict is AnswerVerdict.VERIFIED
            if other is not None and verified and variation.is_alike(solved, other):
                return proposal
        return None

    def why(self, text: str, working: Working) -> OwnAnswer | None:
        """The reason of what was shown last; None where the turn asks for none, or the solver
        cannot give it."""
        wanted = reasons.asked_reason(text)
        if wanted is None:
            return None
        if self.marked is not None and wanted == reasons.Wanted():
            return OwnAnswer(self.marked.reply)
        exercise = self._exercises.at_hand()
        if exercise is None:
            return OwnAnswer(NO_EXERCISE) if wanted == reasons.Wanted() else None
        shown = self._solved(exercise, working)
        fine = self._solved(exercise, working, steps="fine")
        if shown is None or fine is None:
            return None
        if self.hint is not None:
            return _of_hint(wanted, self.hint, shown.steps, fine.steps)
        steps = tuple(reasons.explaining(wanted, shown.steps, fine.steps))
        if self.untried and steps:
            return OwnAnswer(TRY_FIRST)
        if not steps and wanted.number is not None:
            return OwnAnswer(_no_step(wanted.number, shown.steps))
        whole = steps == fine.steps
        return OwnAnswer(fine.reason if whole else "", steps) if steps else None

    def _solved(
        self, exercise: str, working: Working, steps: str | None = None
    ) -> SolverAnswer | None:
        try:
            solved = self._worker.solve(exercise, steps or working.steps, working.method)
        except CheckStopped:
            return None
        return None if isinstance(solved, NoSolution) else solved


def _no_step(number: int, shown: Sequence[Step]) -> str:
    count = len(reasons.numbered(shown))
    return f"There is no step {number}: the solution has {count} step{'' if count == 1 else 's'}."


def _of_hint(
    wanted: reasons.Wanted, hint: Hint, shown: Sequence[Step], fine: Sequence[Step]
) -> OwnAnswer:
    """What explains a hint, or a line told before it, without telling more than they did."""
    meant = reasons.meant(wanted, shown)
    if meant is None and wanted.number is not None:
        return OwnAnswer(NOT_TOLD)
    step = meant or hint.step
    place = shown.index(step) + 1
    if place > hint.number:
        return OwnAnswer(NOT_TOLD)
    if place < hint.number or hint.revealed:
        return OwnAnswer("", tuple(reasons.up_to(step, shown, fine)))
    same = [line.why for line in fine if line.claim.text == step.claim.text and line.why]
    return OwnAnswer(same[0] if same else f"It is the next thing to do: {step.rule}.")


def exercise_of(turn: Turn) -> str:
    """What a turn of a saved conversation was about."""
    if turn.reply.startswith(ANOTHER_ONE) and variation.asks_another(turn.question):
        lines = turn.reply.split("\n")
        return "\n".join(lines[1:-1])
    return turn.question
