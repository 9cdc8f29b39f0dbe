"""Rows from questions with worked answers in GSM8K's format (arXiv:2110.14168).

``{"question": …, "answer": …}``: a step a line, calculations noted as ``<<48/2=24>>``, the answer
behind ``####``. The steps are rewritten into the answer format; what the checker refutes, and what
the calculator would write otherwise, is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from mathviz_chat.errors import UsageError
from mathviz_chat.messages import Message
from mathviz_chat.prompts import ANSWER_PREFIX, SYSTEM_PROMPT
from mathviz_finetune.notation import computed
from mathviz_finetune.rows import Dropped, Row, Split, bucket, fault

FIELDS: Final = ("question", "answer")

_NOTE: Final = re.compile(r"<<(.+?)=([^=]+?)>>")
_CALCULATION: Final = re.compile(r"[-+*/x×÷=$€£()\d.,% ]*\Z")  # in front of a note
_RESULT: Final = re.compile(r"[$€£]?[\d.,/]*\d%?")  # behind it
_SIGN: Final = re.compile(r"(?<=[\d)%])\s*([-+*/])\s*")
_FINAL: Final = "####"


def read(name: str) -> Iterator[Mapping[str, Any]]:
    """The rows of a file, or of the training split of a data set of the hub.

    Never a test split: what is measured on must not be learned. Raises UsageError.
    """
    from mathviz_chat.evaluation.hub import is_hub_name, load_rows
    from mathviz_chat.jsonl import read_rows

    if is_hub_name(name) and not Path(name).exists():
        yield from load_rows(name, "train")
        return
    try:
        with Path(name).open("rb") as stream:
            rows = list(read_rows(stream, FIELDS, ()))
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}.") from None
    for row in rows:
        if row.error is not None:
            raise UsageError(f"{name}, line {row.line}: {row.error}.")
        yield row.fields


def make_row(source: str, number: int, fields: Mapping[str, Any]) -> tuple[Split, Row | Dropped]:
    """The row of one question, and the split that may hold it.

    source: names the file or data set, and is the row's topic.
    """
    question = str(fields["question"]).strip()
    split = split_of(source, question)
    try:
        steps, answer = rewritten(str(fields["answer"]))
    except ValueError as error:
        return split, Dropped(source, str(error))
    messages = (Message("system", SYSTEM_PROMPT), Message("user", question))
    completion = "\n".join((*steps, f"{ANSWER_PREFIX} {answer}"))
    row = Row(f"{source}/{number}", source, 1, 0, messages, completion, answer)
    reason = fault(row, judged=False)
    return split, row if reason is None else Dropped(source, _kind(reason))


def split_of(source: str, question: str) -> Split:
    """By the question, as with the exercises; these have no larger numbers to extrapolate to."""
    place = bucket(source, question)
    if place < 10:
        return "test"
    return "validation" if 20 <= place < 24 else "train"


def rewritten(answer: str) -> tuple[list[str], str]:
    """The steps in the answer format, and the answer. Raises ValueError that says why not."""
    work, mark, final = answer.rpartition(_FINAL)
    if not mark or not final.strip():
        raise ValueError(f"it has no answer behind {_FINAL}")
    lines = [step for line in work.splitlines() if line.strip() for step in _steps(line.strip())]
    return lines, final.strip().replace(",", "")


def _steps(line: str) -> Iterator[str]:
    """``Sold 48/2 = <<48/2=24>>24 clips in May.`` is ``Sold clips in May: 48 / 2 = 24``."""
    notes = list(_NOTE.finditer(line))
    if not notes:
        yield line
        return
    start = 0
    for note, after in zip(notes, [*notes[1:], None], strict=True):
        before = _CALCULATION.sub("", line[start : note.start()])
        result = _RESULT.match(line, note.end())
        start = note.end() if result is None else result.end()
        rest = line[start:] if after is None else ""
        yield _step(f"{before.strip()} {rest.strip(' .;,')}", note[1], note[2])


def _step(label: str, expression: str, result: str) -> str:
    words = " ".join(label.replace("=", " ").replace(":", " ").split()).strip(" ,;.")
    head = f"{words[:1].upper()}{words[1:]}: " if words[-1:].isalpha() else ""
    try:
        step = computed(head + _SIGN.sub(r" \1 ", expression.strip()))
        value = Fraction(step.rpartition("= ")[2])
        noted = Fraction(result.strip().replace(",", ""))
    except (ValueError, ZeroDivisionError):
        raise ValueError("a calculation is not one that the calculator does") from None
    if value != noted:
        raise ValueError("a calculation has another value")
    return step


def _kind(reason: str) -> str:
    """A reason without what it quotes, so that the manifest counts kinds."""
    return reason.partition(":")[0] if reason.startswith(("refuted", "the answer")) else reason
