"""One answer as plain lines, for a pipe, a file or a terminal without colour.

Standard output gets the answer: each step with its verdict, and the final answer. Standard error
gets everything else: how the question was read, notices, the reason of the final verdict.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, TextIO

from mathviz_chat.core.checking.blocks import Block
from mathviz_chat.core.verdict import AnswerVerdict, Step
from mathviz_chat.events import (
    Attempt,
    Done,
    Event,
    Failed,
    Notice,
    Outcome,
    Reading,
    Reply,
    Source,
    Stats,
    StepFinished,
    StepMarked,
    Text,
)
from mathviz_chat.ui.marks import ANSWER_MARKS, ANSWER_SENTENCES, is_claim, mark_of
from mathviz_chat.ui.mathtext import show_math
from mathviz_chat.ui.safe_text import for_encoding, visible
from mathviz_chat.ui.said_once import said_once
from mathviz_chat.ui.wording import calculated, explanations, handover

REFUTED: Final = 1
NOT_VERIFIED: Final = 3
INTERRUPTED: Final = 130

_MARK_WIDTH: Final = 13  # "? unchecked", "  definition" and a space


def exit_code(end: Done | Failed, *, require_verified: bool) -> int:
    """The exit code of ``commands.md``; where several apply: 130, 69, 3, 1, 0."""
    if _stopped(end.outcome):
        return INTERRUPTED
    if isinstance(end, Failed):
        code = end.exit_code
    else:
        code = REFUTED if end.outcome.final.verdict is AnswerVerdict.REFUTED else 0
    verified = isinstance(end, Done) and end.outcome.final.verdict is AnswerVerdict.VERIFIED
    if require_verified and not verified and code in (0, REFUTED):
        return NOT_VERIFIED
    return code


def _stopped(outcome: Outcome | None) -> bool:
    statistics = outcome.statistics if outcome else None
    return statistics is not None and statistics.stop == "interrupted"


@dataclass(slots=True)
class _Pending:
    """The steps of one author that are not printed yet, in their order."""

    blocks: list[Block] = field(default_factory=list)
    steps: dict[int, Step] = field(default_factory=dict)


class PlainPrinter:
    """Prints the events of one ask; a step is printed once its verdict is known.

    stream: print it at once; otherwise the whole answer is printed when it has ended.
    """

    def __init__(self, out: TextIO, err: TextIO, *, stream: bool = True) -> None:
        self._out = out
        self._err = err
        self._stream = stream
        self._pending = {source: _Pending() for source in Source}
        self._begun: set[Source] = set()
        self._held: list[str] = []  # lines that are not written yet

    def show(self, events: Iterable[Event]) -> Done | Failed | None:
        """Print everything; returns how it ended, None where the stream broke off."""
        end: Done | Failed | None = None
        for event in said_once(events):
            match event:
                case Reading(text=text):
                    self._tell(f"I read this as: {_shown(text)}")
                case Notice(text=text):
                    self._tell(text)
                case Reply(text=text):
                    for line in text.splitlines():
                        self._print(_shown(line))
                case StepFinished(source=source, block=block):
                    self._pending[source].blocks.append(block)
                case StepMarked(source=source, index=index, step=step):
                    self._pending[source].steps[index] = step
                    self._print_marked(source)
                case Done() | Failed():
                    end = event
                case Text() | Stats():
                    pass  # the text comes again, line by line, with its verdicts
        self._print_rest()
        if end is not None:
            self._print_end(end)
        self._flush()
        return end

    def _print_marked(self, source: Source) -> None:
        """The steps up to the first one whose verdict is still missing."""
        pending = self._pending[source]
        while pending.blocks and (
            pending.blocks[0].index in pending.steps or not pending.blocks[0].text.strip()
        ):
            block = pending.blocks.pop(0)
            self._print_step(source, block, pending.steps.pop(block.index, None))

    def _print_rest(self) -> None:
        """What was finished but never marked: the answer was interrupted."""
        for source, pending in self._pending.items():
            for block in pending.blocks:
                self._print_step(source, block, pending.steps.get(block.index))

    def _print_step(self, source: Source, block: Block, step: Step | None) -> None:
        if source is Source.SYMPY and source not in self._begun:
            self._print("Solved with SymPy:")
        self._begun.add(source)
        if not block.text.strip():
            self._print("")
            return
        first, *others = block.text.splitlines()
        mark = "" if step is None else mark_of(step)
        self._print(f"{mark:<{_MARK_WIDTH}}{_shown(first)}")
        for line in (*map(_shown, others), *_notes(step)):
            self._print(" " * _MARK_WIDTH + line)

    def _print_end(self, end: Done | Failed) -> None:
        outcome = end.outcome
        if isinstance(end, Failed):
            self._tell(end.message)
        if outcome is None:
            return
        if (values := calculated(outcome)) is not None:
            self._tell(values)
        if not outcome.formal:
            return
        final = outcome.final
        self._print("")
        self._print(_answer_line(final))
        if (why := handover(outcome)) is not None:
            self._tell(why)
        self._tell(ANSWER_SENTENCES[final.verdict])
        if final.reason and not (isinstance(end, Failed) and end.message in final.reason):
            self._tell(final.reason)  # else it is the failure, which has been told

    def _print(self, line: str) -> None:
        self._held.append(for_encoding(line.rstrip(), self._out.encoding or "utf-8") + "\n")
        if self._stream:
            self._flush()

    def _flush(self) -> None:
        self._out.writelines(self._held)
        self._out.flush()
        self._held.clear()

    def _tell(self, sentence: str) -> None:
        line = for_encoding(visible(sentence), self._err.encoding or "utf-8")
        print(line, file=self._err, flush=True)


def _notes(step: Step | None) -> list[str]:
    """What a reader needs beside the mark: why a solver did it, why it is not proved."""
    if step is None:
        return []
    why = [step.why] if step.why else []
    return [_shown(note) for note in why + (explanations(step.claim) if is_claim(step) else [])]


def _answer_line(final: Attempt) -> str:
    mark = ANSWER_MARKS[final.verdict]
    if final.answer is None:
        return f"No final answer  [{mark}]"
    return f"Answer: {_shown(final.answer.text)}  [{mark}]"


def _shown(line: str) -> str:
    return visible(show_math(line))
