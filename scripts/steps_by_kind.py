"""How many of the solver's claims are proved, by kind of problem.

    python -m scripts.steps_by_kind tests/data/questions/blind/*.jsonl

Each question is read and solved as finely as the solver can; every line of its steps has been
judged by the checker. A line that claims something is proved, probable, unchecked or refuted; the
choice of an unknown or a formula (``setup``) claims nothing and is counted apart. Goal (issue 6):
at least 98% of the claims proved over all kinds, none refuted. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mathviz_chat.core.problems import Problem, read_question
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.verdict import Claim, StepKind, Verdict

COLUMNS = (Verdict.PROVED, Verdict.PROBABLE, Verdict.UNCHECKED, Verdict.REFUTED)


def solutions(question: str) -> Iterator[Solution]:
    """The solution of a question that is read, or of each of its parts."""
    problem = read_question(question)
    solved = solve(problem, granularity="fine") if isinstance(problem, Problem) else None
    if isinstance(solved, Solution):
        yield from solved.parts or (solved,)


def count(solution: Solution, counts: Counter[str], shown: list[Claim]) -> None:
    """Add the lines of one solution; what is not proved goes to ``shown``."""
    counts["solved"] += 1
    for step in solution.steps:
        if step.kind is StepKind.SETUP:
            counts["setup"] += 1
            continue
        counts[step.claim.verdict.value] += 1
        if step.claim.verdict is not Verdict.PROVED:
            shown.append(step.claim)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is not proved")
    options = parser.parse_args()
    kinds: dict[str, Counter[str]] = {}
    shown: list[Claim] = []
    for path in options.files:
        for line in path.read_text(encoding="utf-8").splitlines():
            for solution in solutions(json.loads(line)["question"]):
                count(solution, kinds.setdefault(solution.problem.kind.value, Counter()), shown)
    kinds = dict(sorted(kinds.items()))
    kinds["**all**"] = sum(kinds.values(), Counter())
    print("| kind | questions | claims | proved | probable | unchecked | refuted | setup lines |")
    print("|---" * 8 + "|")
    for kind, counts in kinds.items():
        each = [counts[verdict.value] for verdict in COLUMNS]
        total = sum(each)
        share = f" ({100 * each[0] / total:.1f}%)" if total else ""
        cells = [counts["solved"], total, f"{each[0]}{share}", *each[1:], counts["setup"]]
        print(f"| {kind} | {' | '.join(map(str, cells))} |")
    for claim in shown if options.show else ():
        print(f"{claim.verdict.value}: {claim.text} ({claim.reason})")
    return 1 if kinds["**all**"][Verdict.REFUTED.value] else 0


if __name__ == "__main__":
    sys.exit(main())
