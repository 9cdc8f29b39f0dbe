"""How long one check takes, to the worker and back: ``python -m scripts.bench_check`` (20 s).

Takes right steps from generated solutions (those of scripts/soundness), marks each in the real
worker with the lines above it marked before, and prints p50 and p95 by class as a Markdown
table. Then: the time from the kill of a worker to the next verdict, with a solution of 20 lines
to repeat; and how exactly a deadline is held. Times are wall-clock, in milliseconds.

Goals (issue 4 and 5): p50 below 1 ms, p95 below 10 ms, a restart below 700 ms, a deadline held to
within 100 ms.
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from mathviz_chat.core.checking.blocks import Block
from mathviz_chat.worker import Limits, Worker
from scripts.soundness.__main__ import CLASSES, make
from scripts.soundness.case import Case

HANGING_CHILD = Path(__file__).parents[1] / "tests" / "worker" / "misbehaving_child.py"
LINES_TO_REPEAT = 20
DEADLINE_S = 0.5


def blocks(lines: Sequence[str]) -> list[Block]:
    """The lines as the blocks of a text."""
    found, start = [], 0
    for index, line in enumerate(lines):
        found.append(Block(index, line, index + 1, start, start + len(line)))
        start += len(line) + 1
    return found


def time_check(worker: Worker, case: Case) -> float:
    """Milliseconds from the last line of the case to its verdict."""
    *before, last = blocks((*case.before, case.right))
    marking = worker.marking(case.question)
    for block in before:
        marking.mark(block)
    _ = marking.reading  # the question has been read: that is not part of the check
    start = time.perf_counter()
    marking.mark(last)
    return 1000 * (time.perf_counter() - start)


def time_restart(worker: Worker) -> float:
    """Milliseconds from the kill of an idle worker to the next verdict."""
    marking = worker.marking(None)
    *before, last = blocks([f"{n} + {n} = {2 * n}" for n in range(LINES_TO_REPEAT + 2)])
    for block in before:
        marking.mark(block)
    assert worker.pid is not None
    start = time.perf_counter()
    os.kill(worker.pid, signal.SIGKILL)
    marking.skip(before[-1], "its check was killed")
    marking.mark(last)
    return 1000 * (time.perf_counter() - start)


def time_deadline() -> float:
    """Milliseconds by which a check that never ends is stopped too late."""
    worker = Worker(Limits(cpu_s=60, wall_s=DEADLINE_S), (sys.executable, "-P", str(HANGING_CHILD)))
    first, second = blocks(["fine", "sleep"])
    try:
        marking = worker.marking(None)
        marking.mark(first)
        start = time.perf_counter()
        (marked,) = marking.mark(second)
        assert "longer" in marked.step.claim.reason
        return 1000 * (time.perf_counter() - start - DEADLINE_S)
    finally:
        worker.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    names = list(CLASSES)
    times: dict[str, list[float]] = defaultdict(list)
    worker = Worker()
    try:
        worker.read_question("1 + 1")  # started
        time.sleep(2)  # and warm
        for index in range(arguments.steps):
            name = names[index % len(names)]
            case = make(name, arguments.seed, index // len(names))
            times[name].append(time_check(worker, case))
        restarts = [time_restart(worker) for _ in range(7)]
    finally:
        worker.close()
    print("| class | steps | p50 ms | p95 ms | longest ms |\n|---|---|---|---|---|")
    for name, values in sorted(times.items()):
        print(row(name, values))
    print(row("**all**", [value for values in times.values() for value in values]))
    print(f"\nRestart, with {LINES_TO_REPEAT} lines to repeat: median of 7 ", end="")
    print(f"{statistics.median(restarts):.0f} ms, longest {max(restarts):.0f} ms.")
    late = [time_deadline() for _ in range(5)]
    print(f"A deadline of {DEADLINE_S} s is overrun by at most {max(late):.0f} ms (5 tries).")


def row(name: str, values: list[float]) -> str:
    """One line of the table."""
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return (
        f"| {name} | {len(ordered)} | {statistics.median(ordered):.2f} | {p95:.2f} "
        f"| {ordered[-1]:.2f} |"
    )


if __name__ == "__main__":
    main()
