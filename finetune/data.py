"""Stage data: writes the rows of every split, checked, with a manifest of counts and drops.

A row depends on its topic, split, seed and number alone, so any number of workers writes the same
files. Splits share no question: the mathematics of a question decides its split.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from mathviz_chat.errors import UsageError

if TYPE_CHECKING:
    from mathviz_finetune.rows import Dropped, Row, Split

MANIFEST: Final = "manifest.json"
FORMATS: Final = ("prompt-completion", "instruction", "openai")
J = TypeVar("J")
T = TypeVar("T")

_CHUNK: Final = 50  # rows that a worker makes at a time


def configure(parser: argparse.ArgumentParser) -> None:
    """The flags of the stage."""
    parser.add_argument("--out", type=Path, default=Path("data"), help="folder to write into")
    parser.add_argument(
        "--rows",
        type=_count,
        default=20_000,
        help="rows to make for the training split, repeated questions included",
    )
    parser.add_argument(
        "--test",
        type=_count,
        default=300,
        help="rows of a topic in the test and extrapolation splits",
    )
    parser.add_argument("--seed", type=int, default=0, help="of all the rows")
    parser.add_argument("--topic", action="append", help="only this topic; may be repeated")
    parser.add_argument(
        "--worked",
        action="append",
        default=[],
        metavar="FILE",
        help="also take questions with worked answers in GSM8K's format, from a file of JSON lines "
        "or the training split of a data set of the hub; repeatable",
    )
    parser.add_argument(
        "--format", action="append", choices=FORMATS, help="default: prompt-completion; repeatable"
    )
    parser.add_argument(
        "--preview", type=_count, metavar="N", help="show N training rows, and write nothing"
    )
    parser.add_argument("--workers", type=_count, default=os.cpu_count() or 1)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Write the files; returns 0."""
    from mathviz_finetune.formats import WRITERS
    from mathviz_finetune.rows import SPLITS

    counts = _counts(arguments.topic, arguments.rows)
    if arguments.preview:
        _preview(counts, arguments.seed, arguments.preview)
        return 0
    arguments.out.mkdir(parents=True, exist_ok=True)
    splits: dict[str, Any] = {}
    files: dict[str, str] = {}
    worked = _worked(arguments.worked, arguments.workers)
    for split in SPLITS:
        wanted = counts if split == "train" else _evenly(counts, split, arguments.test)
        made = _made(wanted, split, arguments.seed, arguments.workers)
        rows, dropped = _kept(chain(made, worked.get(split, ())))
        random.Random(f"order/{split}/{arguments.seed}").shuffle(rows)
        for name in arguments.format or FORMATS[:1]:
            suffix = "" if name == FORMATS[0] else f".{name}"
            path = arguments.out / f"{split}{suffix}.jsonl"
            files[path.name] = _write(path, map(WRITERS[name], rows))
        splits[split] = _summary(rows, dropped)
    _write_manifest(arguments.out / MANIFEST, arguments.seed, splits, files)
    return 0


def _preview(topics: Iterable[str], seed: int, number: int) -> None:
    """Training rows, the topics in turn, as the trainer will see them."""
    from mathviz_chat.embedded import embedded_model
    from mathviz_finetune.preview import lines
    from mathviz_finetune.rows import Row, make_row

    made = (make_row(topic, "train", seed, index) for index in count() for topic in topics)
    rows = islice((row for row in made if isinstance(row, Row)), number)
    print("\n".join(lines(list(rows), embedded_model())))


def _counts(topics: list[str] | None, rows: int) -> dict[str, int]:
    """How many rows a topic has in training, by the weights of the topics."""
    from mathviz_finetune.topics import TOPICS

    for name in topics or ():
        if name not in TOPICS:
            raise UsageError(f"There is no topic {name!r}: choose from {', '.join(TOPICS)}.")
    chosen = {name: TOPICS[name].weight for name in topics or TOPICS}
    weights = sum(chosen.values())
    return {name: max(1, rows * weight // weights) for name, weight in chosen.items()}


def _evenly(topics: Iterable[str], split: Split, test: int) -> dict[str, int]:
    """The same number for each topic; a tenth of it for validation."""
    from mathviz_finetune.topics import EXTRAPOLATION, TOPICS

    number = max(1, test // 10) if split == "validation" else test
    known = (t for t in topics if split != "extrapolation" or EXTRAPOLATION in TOPICS[t].levels)
    return dict.fromkeys(known, number)


def _made(wanted: dict[str, int], split: Split, seed: int, workers: int) -> Iterator[Row | Dropped]:
    """All rows in the order of their topics and numbers, with a progress bar."""
    jobs = [
        (topic, split, seed, start, min(start + _CHUNK, rows))
        for topic, rows in wanted.items()
        for start in range(0, rows, _CHUNK)
    ]
    return _in_parallel(_make, jobs, sum(wanted.values()), split, workers)


def _in_parallel(
    make: Callable[[J], list[T]], jobs: list[J], total: int, name: str, workers: int
) -> Iterator[T]:
    """What the jobs make, in their order, with a progress bar."""
    from multiprocessing import get_context

    from rich.console import Console
    from rich.progress import Progress

    if not jobs:
        return
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task(name, total=total)
        with get_context("spawn").Pool(min(workers, len(jobs))) as pool:
            for made in pool.imap(make, jobs):
                progress.advance(task, len(made))
                yield from made


def _make(job: tuple[str, Split, int, int, int]) -> list[Row | Dropped]:
    from mathviz_finetune.rows import make_row

    topic, split, seed, start, end = job
    return [make_row(topic, split, seed, index) for index in range(start, end)]


def _worked(names: Iterable[str], workers: int) -> dict[Split, list[Row | Dropped]]:
    """The rows of the given files and data sets, by the split that may hold them."""
    from mathviz_finetune.worked import read

    rows = [(Path(name).stem, n, row) for name in names for n, row in enumerate(read(name), 1)]
    jobs = [rows[start : start + _CHUNK] for start in range(0, len(rows), _CHUNK)]
    found: dict[Split, list[Row | Dropped]] = {}
    for split, row in _in_parallel(_rewrite, jobs, len(rows), "worked answers", workers):
        found.setdefault(split, []).append(row)
    return found


def _rewrite(job: list[tuple[str, int, Any]]) -> list[tuple[Split, Row | Dropped]]:
    from mathviz_finetune.worked import make_row

    return [make_row(*row) for row in job]


def _kept(made: Iterable[Row | Dropped]) -> tuple[list[Row], list[Dropped]]:
    """The rows, each conversation once."""
    from mathviz_finetune.rows import Dropped

    kept: dict[tuple[object, ...], Row] = {}
    dropped: list[Dropped] = []
    for row in made:
        if isinstance(row, Dropped):
            dropped.append(row)
        elif row.messages in kept:
            dropped.append(Dropped(row.topic, "the question came before"))
        else:
            kept[row.messages] = row
    return list(kept.values()), dropped


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> str:
    """One JSON object a line, put in place when complete; returns the file's sha256."""
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
    return hashlib.sha256(text.encode()).hexdigest()


def _summary(rows: list[Row], dropped: list[Dropped]) -> dict[str, Any]:
    by_topic = Counter(f"{row.topic}/{row.level}" for row in rows)
    reasons = Counter(f"{drop.topic}: {drop.reason}" for drop in dropped)
    return {
        "rows": len(rows),
        "by topic and level": dict(sorted(by_topic.items())),
        "dropped": dict(sorted(reasons.items())),
    }


def _write_manifest(path: Path, seed: int, splits: dict[str, Any], files: dict[str, str]) -> None:
    """data: one hash over those of the files, which a run names as the data it was trained on."""
    from mathviz_chat import __version__
    from mathviz_chat.prompts import SYSTEM_PROMPT

    whole = hashlib.sha256("".join(f"{n} {h}\n" for n, h in sorted(files.items())).encode())
    manifest: dict[str, Any] = {
        "data": whole.hexdigest(),
        "seed": seed,
        "version": __version__,
        "system prompt": SYSTEM_PROMPT,
        "splits": splits,
        "files": files,
    }
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{path}: data {manifest['data'][:16]}, {splits['train']['rows']} training rows")
