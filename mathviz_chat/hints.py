"""Hints: the solver's own solution of a question, kept back and told piece by piece.

Each line is told twice, first what to do and only then what it gives, so that the student can try
in between: hints before answers leave pupils able to work alone, answers do not (Bastani et al.,
PNAS 2025).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mathviz_chat.core.verdict import Step
from mathviz_chat.worker.protocol import SolverAnswer


@dataclass(frozen=True, slots=True)
class Hint:
    """One line of a solution, or only what is to be done in it.

    number, total: of the line, from 1. step: the whole line. revealed: whether what it gives may
    be shown. reading: how the question was read, with the first hint only.
    """

    number: int
    total: int
    step: Step
    revealed: bool
    reading: str | None = None


class HintLadder:
    """The hints of one question, in order; an iterator that ends with the answer."""

    def __init__(self, question: str, solved: SolverAnswer) -> None:
        self.question = question
        self._hints = _ladder(solved)

    def __iter__(self) -> Iterator[Hint]:
        return self

    def __next__(self) -> Hint:
        return next(self._hints)


def _ladder(solved: SolverAnswer) -> Iterator[Hint]:
    reading: str | None = solved.read_as
    for number, step in enumerate(solved.steps, 1):
        for revealed in (False, True) if step.rule else (True,):
            yield Hint(number, len(solved.steps), step, revealed, reading)
            reading = None
