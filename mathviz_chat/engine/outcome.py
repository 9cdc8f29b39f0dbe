"""From what the model and the solver came to, to how the ask ends. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mathviz_chat.backends.base import Statistics
from mathviz_chat.core.checking.blocks import Block, FinalJudgement
from mathviz_chat.core.verdict import AnswerVerdict, Step, Verdict
from mathviz_chat.errors import BackendError, BackendUnavailable, MathvizError, ModelNotFound
from mathviz_chat.events import Attempt, Done, Failed, Outcome, Source
from mathviz_chat.worker.protocol import ProposedAnswer, QuestionReading, SolverAnswer

AGREED: Final = (
    "Solved as the model itself reads the question it comes to the same answer; "
    "nobody has checked that reading."
)


def attempt_of_model(
    text: str, steps: tuple[Step, ...], judgement: FinalJudgement, *, formal: bool
) -> Attempt:
    """A turn that asks nothing formal has no answer to judge."""
    if not formal:
        reason = "The turn asks nothing that can be checked."
        return Attempt(Source.MODEL, None, AnswerVerdict.UNCHECKED, reason, steps, text)
    return Attempt(Source.MODEL, judgement.answer, judgement.verdict, judgement.reason, steps, text)


def attempt_of_solver(solved: SolverAnswer) -> Attempt:
    text = "\n".join(step.claim.text for step in solved.steps)
    return Attempt(Source.SYMPY, solved.answer, solved.verdict, solved.reason, solved.steps, text)


def gives_way(model: Attempt) -> bool:
    """Whether a model's answer counts less than one that rests on its reading of the question: it
    has none, or something in it is refuted."""
    wrong = any(step.claim.verdict is Verdict.REFUTED for step in model.steps)
    return model.answer is None or wrong or model.verdict is AnswerVerdict.REFUTED


def with_model_reading(outcome: Outcome, proposed: ProposedAnswer) -> Outcome:
    """The outcome of a question that only the model reads, once the solver has solved it so.

    Where both come to the same answer it is *checked*; it can never be more. Where the model gave
    none, or a wrong step, the solver's counts; else the model's, which is left as it was.
    """
    outcome = replace(outcome, model_reading=proposed.told)
    model, solver = outcome.final, attempt_of_solver(proposed.solved)
    if gives_way(model):
        return replace(outcome, final=solver, attempts=(model,))
    if proposed.agrees and model.verdict is AnswerVerdict.UNCHECKED:
        final = replace(model, verdict=AnswerVerdict.CHECKED, reason=AGREED)
        return replace(outcome, final=final)
    return outcome if proposed.agrees else replace(outcome, attempts=(solver,))


def broken_off(attempt: Attempt, error: BackendError) -> Attempt:
    """An answer whose backend failed in the middle proves nothing as a whole."""
    reason = f"The answer broke off: {error}"
    return replace(attempt, verdict=AnswerVerdict.UNCHECKED, reason=reason)


def blocks_of_steps(steps: tuple[Step, ...]) -> Iterator[tuple[Block, Step]]:
    """The solver's steps as the lines of a text."""
    start = 0
    for index, step in enumerate(steps):
        text = step.claim.text
        yield Block(index, text, index + 1, start, start + len(text)), step
        start += len(text) + 1


def solver_may_stand_in(error: BackendError, *, named: bool, begun: bool) -> bool:
    """Whether the solver may answer after a backend failed: not for one that was asked for by
    name and is not there, or lacks the model."""
    absent = isinstance(error, BackendUnavailable | ModelNotFound)
    return begun or not (named and absent)


def ending(
    question: str,
    reading: QuestionReading,
    model: Attempt | None,
    solver: Attempt | None,
    error: MathvizError | None,
    statistics: Statistics | None,
    *,
    named: bool,
) -> Done | Failed:
    """Which answer counts.

    model: None where it said nothing and failed, or was not asked. error: why the model's answer
    does not count, or why there is none at all. named: the backend was asked for by name.
    """

    def outcome(final: Attempt, earlier: Attempt | None) -> Outcome:
        attempts = () if earlier is None else (earlier,)
        return Outcome(question, reading.read_as, reading.formal, final, attempts, statistics)

    if solver is not None and (
        model is None or error is not None or solver.verdict is AnswerVerdict.VERIFIED
    ):
        return Done(outcome(solver, model))
    so_far = None if model is None else outcome(model, solver)
    if error is not None:
        own = isinstance(error, BackendError) and not named
        return Failed(error.code, str(error), 1 if own else error.exit_code, so_far)
    assert so_far is not None, "without an error somebody has answered"
    return Done(so_far)
