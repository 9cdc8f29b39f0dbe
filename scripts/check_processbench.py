"""Look for the labelled first errors of ProcessBench, and print every alarm.

    python scripts/check_processbench.py /path/to/processbench/gsm8k.json

An alarm is a refuted claim. It is right where it stands in the first step that people labelled
wrong, false on a solution labelled right or before the labelled step; one after the labelled step
says nothing. Steps are marked as the blocks of one solution, with the problem as the question.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from mathviz_chat.core.checking import Marker, Segmenter
from mathviz_chat.core.verdict import Claim, Role, Verdict


def claims(row: dict[str, Any]) -> list[tuple[int, Claim]]:
    """(step, claim) of a solution, in order."""
    segmenter, marker = Segmenter(), Marker(row["problem"])
    text, starts = "", []
    for step in row["steps"]:
        starts.append(len(text))
        text += step + "\n"
    blocks = {b.index: b for b in (*segmenter.feed(text), *segmenter.finish())}
    marked = [m for block in blocks.values() for m in marker.mark(block)] + list(marker.finish())
    found = []
    for one in marked:
        place = blocks[one.index].start
        found.append((sum(start <= place for start in starts) - 1, one.step.claim))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    rows = json.loads(parser.parse_args().path.read_text(encoding="utf-8"))
    counts: Counter[str] = Counter()
    unread: Counter[str] = Counter()
    hits = wrong_solutions = 0
    for row in rows:
        label = row["label"]
        wrong_solutions += label >= 0
        found = claims(row)
        for _, claim in found:
            counts[f"{claim.verdict} ({claim.role})"] += 1
            if claim.verdict is Verdict.UNCHECKED and claim.role is Role.UNDECIDED:
                unread[claim.reason[:60]] += 1
        alarms = [(step, claim) for step, claim in found if claim.verdict is Verdict.REFUTED]
        if label >= 0 and any(step == label for step, _ in alarms):
            hits += 1
        for step, claim in alarms:
            kind = "right" if step == label else "after" if 0 <= label < step else "FALSE"
            counts[f"alarm: {kind}"] += 1
            print(f"{kind}\t{row['id']}\tlabel {label}\tstep {step}\t{claim.read_as}")
            print(f"\t{claim.text[:300]!r}\n\t{claim.reason}\t{claim.witness}")
    for name, count in counts.most_common():
        print(f"{count:7d}  {name}")
    print(f"{hits} of {wrong_solutions} labelled first errors found")
    for reason, count in unread.most_common(15):
        print(f"{count:7d}  {reason}")


if __name__ == "__main__":
    main()
