"""Merge a trained adapter (or whole weights) into the base's own GGUF file. No torch, no compiler,
no network."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from mathviz_chat.errors import UsageError
from mathviz_chat.weights.file_types import TYPES

DEFAULT_OUTPUT: Final = "mathviz.gguf"
DEFAULT_TYPE: Final = "Q8_0"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source",
        metavar="SOURCE",
        type=Path,
        nargs="?",
        help="the training's folder (PEFT adapter or whole weights), or an adapter's GGUF file; "
        "without it the adapter that ships",
    )
    parser.add_argument(
        "--base",
        metavar="FILE",
        type=Path,
        help="GGUF file of the model that was trained; the default is the embedded one",
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        type=Path,
        default=Path(DEFAULT_OUTPUT),
        help=f"default: {DEFAULT_OUTPUT}",
    )
    parser.add_argument(
        "--type",
        metavar="TYPE",
        default=DEFAULT_TYPE,
        help=f"one of {', '.join(TYPES)}; default: {DEFAULT_TYPE}",
    )
    parser.add_argument(
        "--adapter", action="store_true", help="write the adapter alone, in F16, merge nothing"
    )
    parser.add_argument(
        "--no-verify",
        action="store_true",
        help="do not load the written file and compare it with the base and the adapter",
    )


def run(arguments: argparse.Namespace) -> int:
    if arguments.type not in TYPES:
        raise UsageError(f"--type must be one of {', '.join(TYPES)}, not {arguments.type!r}.")
    from mathviz_chat.embedded import embedded_model, shipped_adapter
    from mathviz_chat.export import export, export_adapter, read_source
    from mathviz_chat.weights.gguf_file import GgufFile

    base = GgufFile(arguments.base or embedded_model())
    source = read_source(arguments.source or shipped_adapter(), base)
    if arguments.adapter:
        manifest = export_adapter(source, base, arguments.output)
    else:
        verify = not arguments.no_verify
        with _progress() as tell:
            manifest = export(
                source, base, arguments.output, arguments.type, verify=verify, tell=tell
            )
    size = arguments.output.stat().st_size / 2**20
    print(f"{arguments.output} ({size:.0f} MiB) is written; {manifest} says from what.")
    return 0


@contextmanager
def _progress() -> Iterator[Callable[[str, float], None]]:
    """A bar for each thing that is done, on standard error."""
    if not sys.stderr.isatty():
        yield lambda what, share: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def tell(what: str, share: float) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=1.0)
            bars.update(tasks[what], completed=share)

        yield tell
