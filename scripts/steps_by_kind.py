"""How many of the solver's claims are proved, by kind of problem.

    python -m scripts.steps_by_kind tests/data/questions/blind/*.jsonl

Each question is read and solved as finely as the solver can; every line of its steps has been
judged by the checker. A line that claims something is proved, probable, unchecked or refuted; the
choice of an unknown or a formula (``setup``) claims nothing and is counted apart. Goal (issue 6):
at least 98% of the claims proved over all kinds, none refuted. Prints a Markdown table.

With ``--sizes`` each question is solved in all three granularities instead: the table then says in
how many solutions a finer one is the same as the one before, and the median of lines before the
answer. ``--same KIND`` prints the fine solutions of a kind that are the normal ones.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

from mathviz_chat.core.problems import Problem, read_question
from mathviz_chat.core.solving import Granularity, Solution, solve
from mathviz_chat.core.verdict import Claim, StepKind, Verdict

COLUMNS = (Verdict.PROVED, Verdict.PROBABLE, Verdict.UNCHECKED, Verdict.REFUTED)


SIZES: tuple[Granularity, ...] = ("brief", "normal", "fine")


def solutions(question: str) -> Iterator[Solution]:
    """The finest solution of a question that is read, or of each of its parts."""
    problem = read_question(question)
    if isinstance(problem, Problem):
        yield from solved_as(problem, "fine")


def solved_as(problem: Problem, size: Granularity) -> tuple[Solution, ...]:
    """The solution of a problem in one granularity, or those of its parts; () without one."""
    solved = solve(problem, granularity=size)
    return (solved.parts or (solved,)) if isinstance(solved, Solution) else ()


def in_all_sizes(question: str) -> Iterator[tuple[Solution, ...]]:
    """The brief, the normal and the fine solution of a question, or of each of its parts."""
    problem = read_question(question)
    if isinstance(problem, Problem):
        yield from zip(*(solved_as(problem, size) for size in SIZES), strict=True)


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


def print_proved(questions: Iterable[str], *, show: bool) -> int:
    """The table of verdicts; the number of claims that are refuted."""
    kinds: dict[str, Counter[str]] = {}
    shown: list[Claim] = []
    for question in questions:
        for solution in solutions(question):
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
    for claim in shown if show else ():
        print(f"{claim.verdict.value}: {claim.text} ({claim.reason})")
    return kinds["**all**"][Verdict.REFUTED.value]


def print_sizes(questions: Iterable[str], *, same: str | None) -> None:
    """The table of granularities; of the kind ``same`` each solution that is not finer."""
    kinds: dict[str, list[tuple[int, ...]]] = {}
    for question in questions:
        for sizes in in_all_sizes(question):
            kind = sizes[0].problem.kind.value
            kinds.setdefault(kind, []).append(tuple(len(one.steps) - 1 for one in sizes))
            if kind == same and len(sizes[1].steps) == len(sizes[2].steps):
                print(question, *(f"    {step.claim.text}" for step in sizes[2].steps), sep="\n")
    kinds = dict(sorted(kinds.items()))
    kinds["**all**"] = [row for rows in kinds.values() for row in rows]
    print("| kind | solutions | fine is normal | normal is brief | brief | normal | fine |")
    print("|---" * 7 + "|")
    for kind, rows in kinds.items():
        fine = sum(row[2] == row[1] for row in rows)
        normal = sum(row[1] == row[0] for row in rows)
        shares = [f"{one} ({100 * one / len(rows):.0f}%)" for one in (fine, normal)]
        medians = [f"{median(column):g}" for column in zip(*rows, strict=True)]
        print(f"| {kind} | {' | '.join([str(len(rows)), *shares, *medians])} |")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is not proved")
    parser.add_argument("--sizes", action="store_true", help="compare the three granularities")
    parser.add_argument("--same", metavar="KIND", help="print what is no finer than normal")
    options = parser.parse_args()
    questions = (
        json.loads(line)["question"]
        for path in options.files
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    if options.sizes or options.same:
        print_sizes(questions, same=options.same)
        return 0
    return 1 if print_proved(questions, show=options.show) else 0


if __name__ == "__main__":
    sys.exit(main())
