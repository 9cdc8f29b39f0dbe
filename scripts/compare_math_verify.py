"""Our ``equal`` beside Math-Verify 0.9, on the same pairs, in one run.

usage: python -m scripts.compare_math_verify
needs: pip install 'math-verify[antlr4_13_2]==0.9.0'

Prints, in Markdown: agreement, the errors of each with the row's reason, and the time of a pair
(of the processor).
An error is "equal" for unequal answers or the reverse; "undecided" is listed apart. Math-Verify
has no third value: on rows where undecided is right, neither of its answers is counted.
"""

from __future__ import annotations

import csv
import logging
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mathviz_chat.core import equal

PAIRS = Path(__file__).parent.parent / "tests" / "data" / "answer_pairs.tsv"


@dataclass(frozen=True, slots=True)
class Row:
    """A pair with the expected result, what each said, and the processor time it took.

    The times are those of a pass of its own for each of the two (as a grader runs it), and those
    of a pass in which they took turns, so that neither finds its code in the processor's caches.
    """

    pair: dict[str, str]
    ours: str
    theirs: str
    our_s: float
    their_s: float
    our_turn_s: float
    their_turn_s: float


def math_verify() -> Callable[[str, str], str]:
    """Math-Verify's answer as one of our words."""
    from math_verify import parse, verify

    logging.disable(logging.CRITICAL)

    def read(text: str) -> list[object]:
        """As LaTeX, which it reads best (55 errors against 223 for the bare text); else bare."""
        as_latex = f"${text}$" if "$" not in text else text
        return list(parse(as_latex) or parse(text))

    def compare(gold: str, answer: str) -> str:
        return "equal" if verify(read(gold), read(answer)) else "unequal"

    return compare


def timed(compare: Callable[[str, str], str], gold: str, answer: str) -> tuple[str, float]:
    """What it said and the seconds of processor time it took."""
    start = time.process_time()
    result = compare(gold, answer)
    return result, time.process_time() - start


def our_compare(gold: str, answer: str) -> str:
    return str(equal(gold, answer).result)


def measure() -> list[Row]:
    """Every pair through each alone, then through both in turn, after one warm-up pair."""
    theirs = math_verify()
    with PAIRS.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for compare in (our_compare, theirs):
        compare("x+1", "1+x")
    ours, other = (
        [timed(compare, pair["gold"], pair["answer"]) for pair in pairs]
        for compare in (our_compare, theirs)
    )
    in_turn = [
        [timed(compare, pair["gold"], pair["answer"]) for compare in (our_compare, theirs)]
        for pair in pairs
    ]
    return [
        Row(pair, our[0], their[0], our[1], their[1], turn[0][1], turn[1][1])
        for pair, our, their, turn in zip(pairs, ours, other, in_turn, strict=True)
    ]


def is_error(said: str, expected: str) -> bool:
    """Said equal for unequal or the reverse; deciding what cannot be told counts for us too."""
    return said != "undecided" and said != expected


def _list(title: str, rows: list[Row]) -> None:
    print(f"\n{title}: {len(rows)}\n")
    for row in rows:
        p = row.pair
        said = f"ours {row.ours}, Math-Verify {row.theirs}"
        print(
            f"- {p['kind']}: `{p['gold']}`, `{p['answer']}`: {p['expected']} ({p['reason']});", said
        )


def _speed(rows: list[Row]) -> None:
    print("\nA pass of its own for each:\n")
    _pass([r.our_s for r in rows], [r.their_s for r in rows])
    print("\nIn turn:\n")
    _pass([r.our_turn_s for r in rows], [r.their_turn_s for r in rows])


def _pass(ours: list[float], theirs: list[float]) -> None:
    ratio = statistics.median(theirs) / statistics.median(ours)
    for name, seconds in (("ours", ours), ("Math-Verify", theirs)):
        median_ms, per_s = statistics.median(seconds) * 1e3, len(seconds) / sum(seconds)
        print(f"{name}: median of a pair {median_ms:.3f} ms, {per_s:.0f} pairs/s over all")
    print(f"ratio of the medians {ratio:.1f}")


def main() -> None:
    """Run and print."""
    rows = measure()
    decided = [r for r in rows if r.pair["expected"] != "undecided"]
    ours = [r for r in rows if is_error(r.ours, r.pair["expected"])]
    theirs = [r for r in decided if is_error(r.theirs, r.pair["expected"])]
    agreement = sum(r.ours == r.theirs for r in rows) / len(rows)
    print(f"{len(rows)} pairs, agreement {agreement:.1%}")
    _speed(rows)
    _list("our errors", ours)
    _list("our errors that Math-Verify does not make", [r for r in ours if r not in theirs])
    _list("undecided by us", [r for r in decided if r.ours == "undecided"])
    _list("Math-Verify's errors", theirs)


if __name__ == "__main__":
    main()
