"""Rows/s and memory of ``check --jsonl`` and ``grade``: ``python -m scripts.bench_rows``.

Rows are made from a seed (right and wrong steps of scripts/soundness, and the answers in them) and
written into the command's standard input as it takes them; what it prints is counted and dropped.
The resident memory of the command and of all its descendants is sampled from /proc, so Linux only.
Prints, for each number of rows, how long they took and the highest memory until then: MiB of the
command itself, of its largest worker, and of all together (pages that are shared count each time).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from scripts.soundness.__main__ import CLASSES, make

MARKS: Final = (1_000, 10_000, 100_000)
COMMANDS: Final = {"check": ("check", "--jsonl", "-"), "grade": ("grade", "-")}
SAMPLE_EVERY_S: Final = 0.5
PAGE: Final = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Peaks:
    """The highest resident memory so far, in bytes."""

    parent: int = 0
    worker: int = 0
    together: int = 0

    def sample(self, pid: int) -> None:
        """Look at the process and its descendants once."""
        sizes = {one: _resident(one) for one in _family(pid)}
        workers = [size for one, size in sizes.items() if one != pid]
        self.parent = max(self.parent, sizes.get(pid, 0))
        self.worker = max(self.worker, *workers, 0)
        self.together = max(self.together, sum(sizes.values()))


def _family(pid: int) -> set[int]:
    """The process and all that descend from it."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:  # it has just ended
                continue
            parents[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])
    found = {pid}
    while new := {one for one, parent in parents.items() if parent in found} - found:
        found |= new
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except OSError:
        return 0


def rows(command: str, count: int, seed: int) -> Iterator[str]:
    """JSON lines for the command."""
    names = list(CLASSES)
    for number in range(count):
        case = make(names[number % len(names)], seed, number // len(names))
        last = case.right if number % 2 else case.wrong
        if command == "check":
            solution = "\n".join((*case.before, last))
            yield json.dumps(
                {"question": case.question, "solution": solution}
                if case.question
                else {"solution": solution}
            )
        else:
            gold, answer = (line.split("=")[-1].strip(" $.") for line in (case.right, last))
            yield json.dumps({"gold": gold or "1", "answer": answer or "1"})


def _feed(stream: IO[str], lines: Iterator[str]) -> None:
    with stream:
        for line in lines:
            stream.write(line + "\n")


def measure(command: str, count: int, seed: int) -> Iterator[tuple[int, float, Peaks]]:
    """Rows that came back, seconds, and the peaks until then, at each mark and at the end."""
    run = subprocess.Popen(
        [sys.executable, "-m", "mathviz_chat", *COMMANDS[command]],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert run.stdin is not None and run.stdout is not None
    started, peaks, ended = time.monotonic(), Peaks(), threading.Event()
    feeder = threading.Thread(target=_feed, args=(run.stdin, rows(command, count, seed)))
    watcher = threading.Thread(target=_watch, args=(run.pid, peaks, ended))
    feeder.start()
    watcher.start()
    done = 0
    for _ in run.stdout:
        done += 1
        if done in MARKS or done == count:
            peaks.sample(run.pid)
            yield done, time.monotonic() - started, peaks
    ended.set()
    feeder.join()
    watcher.join()
    run.wait()
    if done != count:
        raise SystemExit(f"{command}: {done} of {count} rows came back.")


def _watch(pid: int, peaks: Peaks, ended: threading.Event) -> None:
    while not ended.wait(SAMPLE_EVERY_S):
        peaks.sample(pid)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=MARKS[-1])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=tuple(COMMANDS), default=None)
    options = parser.parse_args()
    print("| command | rows | rows/s | command, MiB | largest worker, MiB | all, MiB |")
    print("|---|---|---|---|---|---|")
    for command in COMMANDS if options.only is None else (options.only,):
        for done, seconds, peaks in measure(command, options.rows, options.seed):
            sizes = (peaks.parent, peaks.worker, peaks.together)
            shown = " | ".join(f"{size / 2**20:.0f}" for size in sizes)
            print(f"| `{command}` | {done:,} | {done / seconds:.0f} | {shown} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
