"""The soundness gate: ``python -m scripts.soundness --cases 20000`` (about 4 minutes on 2 cores).

Judges right steps and the same steps with one slip, prints a Markdown table by class, and exits
with 1 when a wrong step was proved or a right one refuted. ``--show`` prints such rows, and the
undecided ones. ``--latency`` measures the time of one check in the worker process instead.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from mathviz_chat.core import check
from mathviz_chat.core.verdict import Claim, Verdict
from scripts.soundness import (
    algebra,
    analysis,
    calculus,
    equations,
    forms,
    latency,
    numbers,
    structures,
)
from scripts.soundness.case import Case
from scripts.soundness.dressing import dressed

MODULES = (numbers, forms, algebra, equations, analysis, calculus, structures)
CLASSES = {name: maker for module in MODULES for name, maker in module.CLASSES.items()}


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdicts on the two variants of one case."""

    name: str
    case: Case
    right: Claim
    wrong: Claim


def make(name: str, seed: int, index: int) -> Case:
    """The case of that class, seed and index; each is seeded on its own."""
    rng = random.Random(f"{name}/{seed}/{index}")
    return dressed(rng, CLASSES[name](rng))


def last_claim(case: Case, line: str) -> Claim:
    """The claim of the last line of the solution that ends in ``line``."""
    report = check("\n".join((*case.before, line)), question=case.question)
    return report.lines[-1].step.claim


def judge(job: tuple[str, int, int]) -> Judged:
    """Make one case and judge both variants."""
    case = make(*job)
    return Judged(job[0], case, last_claim(case, case.right), last_claim(case, case.wrong))


def jobs(
    cases: int, seed: int, names: Sequence[str] = tuple(CLASSES)
) -> Iterator[tuple[str, int, int]]:
    """``cases`` jobs, the classes in turn."""
    return ((names[i % len(names)], seed, i // len(names)) for i in range(cases))


def _faults(row: Judged) -> list[str]:
    found = []
    if row.wrong.verdict is Verdict.PROVED:
        found.append("WRONG PROVED")
    if row.right.verdict is Verdict.REFUTED:
        found.append("RIGHT REFUTED")
    if row.right.verdict in (Verdict.UNCHECKED, Verdict.PROBABLE):
        found.append(f"right {row.right.verdict}")
    if row.wrong.verdict is not Verdict.REFUTED or not row.wrong.witness:
        found.append("wrong not refuted with a witness")
    return found


def _show(row: Judged, fault: str) -> None:
    claim = row.wrong if "wrong" in fault.lower() else row.right
    print(f"{fault} [{row.name}] {row.case.question or ''} {' ; '.join(row.case.before)}")
    print(f"    {claim.text!r} read as {claim.read_as!r}: {claim.verdict}, {claim.reason}")


def _table(tables: dict[str, Counter[str]]) -> None:
    heads = (
        "right",
        "proved",
        "probable",
        "unchecked",
        "refuted",
        "wrong: refuted",
        "with witness",
        "undecided",
        "PROVED",
    )
    print("| class | " + " | ".join(heads) + " |")
    print("|---" * (len(heads) + 1) + "|")
    total: Counter[str] = Counter()
    for name, counts in tables.items():
        total.update(counts)
        print(f"| {name} | " + " | ".join(str(counts[head]) for head in heads) + " |")
    print("| **all** | " + " | ".join(f"**{total[head]}**" for head in heads) + " |")


def _count(counts: Counter[str], row: Judged) -> None:
    counts["right"] += 1
    counts[str(row.right.verdict)] += 1
    wrong = row.wrong.verdict
    counts["wrong: refuted"] += wrong is Verdict.REFUTED
    counts["with witness"] += wrong is Verdict.REFUTED and row.wrong.witness is not None
    counts["undecided"] += wrong in (Verdict.PROBABLE, Verdict.UNCHECKED)
    counts["PROVED"] += wrong is Verdict.PROVED


def main() -> int:
    """Run the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--show", type=int, default=2, help="rows printed per class and fault")
    parser.add_argument("--latency", action="store_true", help="time right steps in the worker")
    parser.add_argument("--only", default="", help="only classes whose name holds this")
    args = parser.parse_args()
    chosen = [name for name in CLASSES if args.only in name]
    if args.latency:
        every = jobs(args.cases, args.seed, chosen)
        latency.measure((job[0], make(*job)) for job in every)
        return 0
    tables: dict[str, Counter[str]] = defaultdict(Counter)
    shown: Counter[tuple[str, str]] = Counter()
    with ProcessPoolExecutor(args.workers) as pool:
        for row in pool.map(judge, jobs(args.cases, args.seed, chosen), chunksize=20):
            _count(tables[row.name], row)
            for fault in _faults(row):
                shown[row.name, fault] += 1
                if shown[row.name, fault] <= args.show or fault.isupper():
                    _show(row, fault)
    _table(tables)
    broken = sum(t["PROVED"] + t["refuted"] for t in tables.values())
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
