"""Counts of what became of the questions, over all and by module."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.evaluation.evaluate import Evaluated, Result


@dataclass(slots=True)
class Counts:
    """Of one module, or of all. times: of each question, in seconds."""

    results: dict[Result, int] = field(default_factory=lambda: dict.fromkeys(Result, 0))
    verdicts: dict[AnswerVerdict, dict[Result, int]] = field(
        default_factory=lambda: {v: dict.fromkeys(Result, 0) for v in AnswerVerdict}
    )
    times: list[float] = field(default_factory=list)

    def add(self, row: Evaluated) -> None:
        """Count one question."""
        self.results[row.result] += 1
        self.verdicts[row.verdict][row.result] += 1
        self.times.append(row.seconds)

    @property
    def total(self) -> int:
        return len(self.times)

    @property
    def verified(self) -> int:
        """Answers that the program called verified, whatever they are."""
        return sum(self.verdicts[AnswerVerdict.VERIFIED].values())

    @property
    def verified_wrong(self) -> int:
        """Of those the ones that are not the right answer: the worst that can happen."""
        return self.verdicts[AnswerVerdict.VERIFIED][Result.WRONG]

    def to_json(self) -> dict[str, Any]:
        """The fields of ``commands.md``; seconds: the sum over the questions, as median and 99th
        percentile of one question beside it."""
        return {
            "total": self.total,
            **{str(result): count for result, count in self.results.items()},
            "verified": self.verified,
            "verified_wrong": self.verified_wrong,
            "seconds": round(sum(self.times), 3),
            "median_s": _rounded(percentile(self.times, 50)),
            "p99_s": _rounded(percentile(self.times, 99)),
        }


class Report:
    """What ``eval`` prints at its end."""

    def __init__(self, rows: Iterable[Evaluated] = ()) -> None:
        self.all = Counts()
        self.modules: dict[str, Counts] = {}
        for row in rows:
            self.add(row)

    def add(self, row: Evaluated) -> None:
        """Count one question, over all and in its module."""
        self.all.add(row)
        self.modules.setdefault(row.question.module, Counts()).add(row)

    def to_json(self) -> dict[str, Any]:
        """The object of ``eval --json``."""
        modules = {name: self.modules[name].to_json() for name in sorted(self.modules)}
        return {"schema": 1, **self.all.to_json(), "modules": modules}


def percentile(times: Sequence[float], share: int) -> float | None:
    """The nearest-rank percentile: the smallest value that ``share`` percent do not exceed."""
    if not times:
        return None
    return sorted(times)[max(0, math.ceil(share / 100 * len(times)) - 1)]


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 4)
