"""The time of one check, to the worker process and back, by class of right steps.

A check is one line of a text that is being marked: ``Marking.mark`` of the last line, the lines
above it marked before. Milliseconds of wall-clock time, after one warm-up case a class.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable
from statistics import median, quantiles

from mathviz_chat.core.checking.blocks import Block
from mathviz_chat.worker.client import Worker
from scripts.soundness.case import Case


def timed(worker: Worker, case: Case) -> float:
    """Milliseconds from handing over the right line until its verdicts are back."""
    marking = worker.marking(case.question)
    for place, line in enumerate(case.before):
        marking.mark(_block(place, line))
    if not case.before:
        _ = marking.reading  # the question is read before the line arrives
    last = len(case.before)
    block = _block(last, case.right)
    start = time.perf_counter()
    marking.mark(block)
    return (time.perf_counter() - start) * 1000


def measure(cases: Iterable[tuple[str, Case]]) -> None:
    """Print p50 and p95 by class, and of all."""
    times: dict[str, list[float]] = defaultdict(list)
    warm: set[str] = set()
    worker = Worker()
    try:
        for name, case in cases:
            taken = timed(worker, case)
            if name in warm:
                times[name].append(taken)
            warm.add(name)
    finally:
        worker.close()
    print("| class | checks | p50, ms | p95, ms |\n|---|---|---|---|")
    for name, row in times.items():
        print(_row(name, row))
    print(_row("**all**", [taken for row in times.values() for taken in row]))


def _row(name: str, row: list[float]) -> str:
    high = quantiles(row, n=20, method="inclusive")[-1] if len(row) > 1 else row[0]
    return f"| {name} | {len(row)} | {median(row):.2f} | {high:.2f} |"


def _block(place: int, text: str) -> Block:
    return Block(place, text, place + 1, 0, len(text))
