"""Read, solve and compare DeepMind's mathematics data: read / right / wrong / unread by module.

    .venv/bin/python scripts/read_deepmind.py /work/shared/data/deepmind/*.jsonl

Development data: it shows how people ask, no rule is made for one generator's sentence.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from mathviz_chat.core.checking import equal
from mathviz_chat.core.problems import Problem, read_question
from mathviz_chat.core.solving import Solution, solve


def outcome(question: str, gold: str) -> tuple[str, str]:
    """What became of one question, and the answer that was given."""
    problem = read_question(question)
    if not isinstance(problem, Problem):
        return "unread", problem.reason
    solution = solve(problem)
    if not isinstance(solution, Solution):
        return "unsolved", problem.read_as
    plain = solution.answer.plain
    right = is_right(gold, plain, problem.unknowns)
    return f"{'right' if right else 'wrong'} {solution.verdict}", plain


def is_right(gold: str, plain: str, unknowns: tuple[str, ...]) -> bool:
    """The same text up to spaces, the same set of solutions, or equal values."""
    if gold.replace(" ", "").lower() == plain.replace(" ", "").lower():
        return True
    if unknowns:
        bare = plain.replace(f"{unknowns[0]} = ", "")
        return sorted(gold.split(", ")) == sorted(bare.split(" or "))
    return equal(gold, plain).result == "equal"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--module", help="only modules whose name contains this")
    parser.add_argument("--show", type=int, default=0, help="failures to print for each module")
    options = parser.parse_args()
    rows = [json.loads(line) for path in options.files for line in path.read_text().splitlines()]
    modules: dict[str, Counter[str]] = defaultdict(Counter)
    started = time.perf_counter()
    for row in rows:
        if options.module and options.module not in row["module"]:
            continue
        result, detail = outcome(row["question"], row["answer"])
        counts = modules[row["module"]]
        counts[result] += 1
        if (
            result != "right verified"
            and sum(counts.values()) - counts["right verified"] <= options.show
        ):
            print(f"    {result}: {row['question']} => {row['answer']} | {detail}")
    total: Counter[str] = Counter()
    for name in sorted(modules):
        total += modules[name]
        print(f"{name:45} {dict(modules[name])}")
    print(f"{'all':45} {dict(total)}  {time.perf_counter() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
