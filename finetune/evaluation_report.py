"""The report of the stage eval: counts by topic and level, checking, calibration, tokens, time.

A run is the list of its answers (``evaluate.answer``). The first run is the one that is told in
full; another on the same questions is the one with the solver behind the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

Answer: TypeAlias = Mapping[str, Any]

BINS: Final = 10
_NAMES: Final = {"model": "model", "auto": "model and solver", "sympy": "solver"}
_COLUMNS: Final[Mapping[str, Callable[[Sequence[Answer]], object]]] = {
    "questions": len,
    "right": lambda rows: share(rows, "right"),
    "wrong": lambda rows: _count(rows, result="wrong"),
    "no answer": lambda rows: len(rows) - _count(rows, result="right", or_wrong=True),
    "verified": lambda rows: _count(rows, verdict="verified"),
    "verified but wrong": lambda rows: _count(rows, verdict="verified", result="wrong"),
    "wrong and refuted": lambda rows: _count(rows, verdict="refuted", result="wrong"),
    "tokens": lambda rows: sum(row.get("tokens", 0) for row in rows) or "",
    "seconds": lambda rows: f"{sum(row['seconds'] for row in rows):.0f}",
}


@dataclass(frozen=True, slots=True)
class Report:
    """settings: those of the program. runs: the answers by the solver's setting."""

    settings: Mapping[str, str]
    runs: Mapping[str, Sequence[Answer]]

    def to_json(self) -> dict[str, Any]:
        """answers: of the first run, which another call compares with."""
        first = next(iter(self.runs.values()))
        return {
            "settings": dict(self.settings),
            "answers": first,
            "checking": {name: checking(rows) for name, rows in self.runs.items()},
            "calibration": calibration(first),
            "runs": {name: rows for name, rows in self.runs.items() if rows is not first},
        }

    def markdown(self) -> Iterator[str]:
        """The tables."""
        yield from table(next(iter(self.runs.values())))
        yield ""
        yield "| who answers | right | right of those not refuted | verified | verified but wrong |"
        yield "|---|---:|---:|---:|---:|"
        for name, rows in self.runs.items():
            found = checking(rows)
            yield (
                f"| {_NAMES[name]} | {found['right']:.1%} | {found['right of not refuted']:.1%} | "
                f"{found['verified']:.1%} | {found['verified but wrong']} |"
            )
        yield from _calibration_lines(calibration(next(iter(self.runs.values()))))


def table(answers: Sequence[Answer]) -> Iterator[str]:
    """A line a topic and level, then a line a topic, then all together."""
    yield f"| topic | {' | '.join(_COLUMNS)} |"
    yield "|---|" + "---:|" * len(_COLUMNS)
    for topic, level in sorted({(row["topic"], row["level"]) for row in answers}):
        chosen = [row for row in answers if (row["topic"], row["level"]) == (topic, level)]
        yield _line(f"{topic}, level {level}", chosen)
    for topic in sorted({row["topic"] for row in answers}):
        yield _line(f"**{topic}**", [row for row in answers if row["topic"] == topic])
    yield _line("**all**", answers)


def _line(name: str, rows: Sequence[Answer]) -> str:
    return f"| {name} | {' | '.join(str(cell(rows)) for cell in _COLUMNS.values())} |"


def share(rows: Sequence[Answer], result: str) -> str:
    """``9 (45.0%)``."""
    count = _count(rows, result=result)
    return f"{count} ({count / len(rows):.1%})"


def _count(
    rows: Sequence[Answer],
    *,
    result: str | None = None,
    verdict: str | None = None,
    or_wrong: bool = False,
) -> int:
    return sum(
        (result is None or row["result"] == result or (or_wrong and row["result"] == "wrong"))
        and (verdict is None or row["verdict"] == verdict)
        for row in rows
    )


def checking(rows: Sequence[Answer]) -> dict[str, float]:
    """Without checking a user meets ``right`` of all; with it, what is refuted is set aside."""
    kept = [row for row in rows if row["verdict"] != "refuted"]
    return {
        "right": _count(rows, result="right") / len(rows),
        "right of not refuted": _count(kept, result="right") / len(kept) if kept else 0.0,
        "verified": _count(rows, verdict="verified") / len(rows),
        "verified but wrong": _count(rows, verdict="verified", result="wrong"),
    }


def calibration(rows: Sequence[Answer]) -> dict[str, Any]:
    """How far the verdicts, and the model's own confidence, tell right from wrong.

    brier: mean squared difference of confidence and being right (Brier 1950). ece: the expected
    calibration error over ten bins of equal width (Naeini et al. 2015).
    """
    verdicts = sorted({row["verdict"] for row in rows})
    found: dict[str, Any] = {
        "verdicts": {
            name: {
                "answers": _count(rows, verdict=name),
                "right": _count(rows, verdict=name, result="right"),
            }
            for name in verdicts
        }
    }
    pairs = [(row["confidence"], row["result"] == "right") for row in rows if "confidence" in row]
    if pairs:
        found["brier"] = sum((p - right) ** 2 for p, right in pairs) / len(pairs)
        found["ece"] = expected_calibration_error(pairs)
    return found


def expected_calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """The mean over the bins, by their size, of |mean confidence - share right|."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in pairs:
        bins.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    gaps = (abs(sum(p for p, _ in one) - sum(right for _, right in one)) for one in bins.values())
    return sum(gaps) / len(pairs)


def _calibration_lines(found: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield "| verdict | answers | right |"
    yield "|---|---:|---:|"
    for name, counts in found["verdicts"].items():
        yield f"| {name} | {counts['answers']} | {counts['right'] / counts['answers']:.1%} |"
    if "brier" in found:
        yield ""
        yield (
            f"The model's own confidence (geometric mean of its tokens' probabilities): "
            f"Brier score {found['brier']:.3f}, expected calibration error {found['ece']:.3f}."
        )
