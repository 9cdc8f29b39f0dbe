"""Mark the calculator notes of GSM8K, or with --text its running solutions, and count verdicts.

    python scripts/check_gsm8k_notes.py /path/to/gsm8k/train.jsonl [--text] [--limit N]

Every note ``<<48/2=24>>`` is right, so one that is refuted is a fault of the checker; each that is
not proved is printed with its reason. Takes about 10 s for the notes of the training split.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mathviz_chat.core import check

_NOTE = re.compile(r"<<(.*?)>>")


def notes(path: Path, *, running_text: bool) -> Iterator[str]:
    """The notes, or the lines of the solutions without their notes."""
    with path.open(encoding="utf-8") as rows:
        for row in rows:
            answer = json.loads(row)["answer"]
            if running_text:
                yield from _NOTE.sub("", answer).splitlines()
            else:
                yield from _NOTE.findall(answer)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--text", action="store_true", help="the running text instead of the notes")
    parser.add_argument("--limit", type=int, default=None, help="only the first N")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    started = time.perf_counter()
    for number, note in enumerate(notes(options.path, running_text=options.text)):
        if number == options.limit:
            break
        for row in check(note).lines:
            claim = row.step.claim
            counts[f"{claim.verdict} ({claim.role})"] += 1
            shown = claim.verdict in ("refuted", "probable") or not options.text
            if shown and claim.verdict != "proved":
                print(f"{claim.verdict}\t{note}\t{claim.read_as}\t{claim.reason}")
    seconds = time.perf_counter() - started
    for name, count in counts.most_common():
        print(f"{count:7d}  {name}")
    print(f"{seconds:.1f} s")


if __name__ == "__main__":
    main()
