"""How long reading, solving and checking one question takes, without a model.

    python -m scripts.bench_solver /work/shared/data/deepmind/*.jsonl

One process after a warm-up, each question once; the answer is judged, every step is checked.
Processor time is what counts on a machine that does other work; wall-clock time stands beside it.
``--twice``: all questions once before they are counted. The grammars of wordings are compiled when
they are used for the first time, so that the first question of a kind takes longer.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from mathviz_chat.core.problems import Problem, read_question
from mathviz_chat.core.solving import solve
from mathviz_chat.evaluation.report import percentile

WARM_UP = 20  # questions that are asked twice, and counted the second time


def ask(question: str) -> bool:
    """Whether it was read; then it has been solved and checked, too."""
    problem = read_question(question)
    if isinstance(problem, Problem):
        solve(problem)
    return isinstance(problem, Problem)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--twice", action="store_true", help="count the second time only")
    options = parser.parse_args()
    rows = [json.loads(line) for path in options.files for line in path.read_text().splitlines()]
    for row in rows if options.twice else rows[:WARM_UP]:
        ask(row["question"])
    kinds: dict[str, list[tuple[float, float]]] = {"read": [], "unread": []}
    for row in rows:
        cpu, wall = time.process_time(), time.perf_counter()
        kind = "read" if ask(row["question"]) else "unread"
        kinds[kind].append((time.process_time() - cpu, time.perf_counter() - wall))
    for kind, times in kinds.items():
        for index, name in enumerate(("processor", "wall clock")):
            one = [pair[index] for pair in times]
            shown = (
                f"{share}%: {1000 * (percentile(one, share) or 0):.1f}" for share in (50, 99, 100)
            )
            print(f"{kind:7} {len(one):5} questions, {name:10} ms: {', '.join(shown)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
