"""Questions with their right answers, from the rows of a data set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

REQUIRED: Final = ("question", "answer")
OPTIONAL: Final = ("module",)

_FINAL = re.compile(r"^####\s*(.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """line: of its row, from 1. gold: the right answer. module: what it belongs to."""

    line: int
    question: str
    gold: str
    module: str


def question_of(line: int, fields: Mapping[str, Any], module: str) -> Question:
    """The question of a row that has ``question`` and ``answer`` as text.

    module: where the row names none. A worked answer in GSM8K's format is cut down to what follows
    its ``####`` (arXiv:2110.14168).
    """
    answer = fields["answer"]
    final = _FINAL.findall(answer)
    return Question(
        line, fields["question"], final[-1] if final else answer, fields.get("module") or module
    )
