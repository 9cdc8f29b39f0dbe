"""Read, solve and compare GSM8K: how many questions the rules read, how many of those are right.

    .venv/bin/python scripts/read_gsm8k.py /work/shared/data/gsm8k/train.jsonl

Each wrong answer is printed; one that was marked *verified* is the worst bug this project can have.
The rules were not made for these questions: most of them stay unread.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path

from mathviz_chat.core.problems import Problem, read_question
from mathviz_chat.core.solving import Solution, solve


def gold(answer: str) -> Fraction:
    """The number after ``####``."""
    return Fraction(answer.rpartition("####")[2].strip().replace(",", ""))


def is_right(wanted: Fraction, plain: str) -> bool:
    """The number in an answer, whatever its unit; a percentage by its number."""
    found = re.fullmatch(r"\$?(-?\d+(?:\.\d+)?(?:/\d+)?)(?:%| [A-Za-z/^0-9]+)?", plain)
    return found is not None and Fraction(found[1]) == wanted


def outcome(question: str, wanted: Fraction) -> tuple[str, str]:
    """What became of one question, and how it was read and answered."""
    problem = read_question(question)
    if not isinstance(problem, Problem):
        return "unread", ""
    solution = solve(problem)
    if not isinstance(solution, Solution):
        return "unsolved", problem.read_as
    right = "right" if is_right(wanted, solution.answer.plain) else "wrong"
    return f"{right} {solution.verdict}", f"{solution.answer.plain} | {problem.read_as}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int, help="only so many questions")
    parser.add_argument("--every", type=int, default=1, help="every how-manieth question")
    parser.add_argument("--read", action="store_true", help="print the questions that are read")
    options = parser.parse_args()
    lines = options.file.read_text().splitlines()[: options.limit : options.every]
    counts: Counter[str] = Counter()
    started = time.perf_counter()
    for line in lines:
        row = json.loads(line)
        wanted = gold(row["answer"])
        result, detail = outcome(row["question"], wanted)
        counts[result] += 1
        if result.startswith("wrong") or (options.read and result != "unread"):
            print(f"{result}: {row['question']} => {wanted} | {detail}")
    read = sum(count for result, count in counts.items() if result != "unread")
    print(f"{len(lines)} questions, {read} read: {dict(counts)}")
    print(f"{time.perf_counter() - started:.1f} s")
    return 1 if counts["wrong verified"] else 0


if __name__ == "__main__":
    sys.exit(main())
