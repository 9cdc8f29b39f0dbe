"""The report of ``eval`` as a table: one line a module, the whole, and a sentence on *verified*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.evaluation.evaluate import Result
from mathviz_chat.evaluation.report import Counts, Report, percentile
from mathviz_chat.ui.safe_text import visible

_COLUMNS: Final = (*(str(result) for result in Result), "verified", "its wrong", "s")
_WIDTH: Final = 11


def table_lines(report: Report) -> Iterator[str]:
    """The lines to print, without a control character."""
    rows: Mapping[str, Counts] = {
        **{name: report.modules[name] for name in sorted(report.modules)},
        "all": report.all,
    }
    width = max(len("module"), *(len(visible(name)) for name in rows)) + 1
    yield "module".ljust(width) + "".join(column.rjust(_WIDTH) for column in _COLUMNS)
    for name, counts in rows.items():
        yield visible(name).ljust(width) + "".join(cell.rjust(_WIDTH) for cell in _cells(counts))
    yield ""
    yield from _by_verdict(report.all)
    yield _times(report.all)


def _cells(counts: Counts) -> Iterator[str]:
    for result in Result:
        yield str(counts.results[result])
    yield str(counts.verified)
    yield str(counts.verified_wrong)
    yield f"{sum(counts.times):.1f}"


def _by_verdict(counts: Counts) -> Iterator[str]:
    for verdict in AnswerVerdict:
        results = counts.verdicts[verdict]
        answered = {r: n for r, n in results.items() if n and r is not Result.UNREAD}
        if answered:
            told = ", ".join(f"{count} {result}" for result, count in answered.items())
            yield f"{verdict}: {told}"


def _times(counts: Counts) -> str:
    median, high = percentile(counts.times, 50), percentile(counts.times, 99)
    if median is None or high is None:
        return "No questions."
    return f"one question: median {1000 * median:.0f} ms, 99% within {1000 * high:.0f} ms"
