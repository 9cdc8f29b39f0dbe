"""What standard output and standard error can show."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Final, TextIO

from mathviz_chat.config import Config
from mathviz_chat.ui.safe_text import for_encoding, visible


def on_terminal(stream: TextIO, config: Config) -> bool:
    """Whether colour and cursor codes may be written to ``stream`` (https://no-color.org)."""
    if config.color == "never" or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


PREPARING: Final = "Preparing the trained model, only this once"


def merge_progress() -> Callable[[float], None]:
    """What tells the share (0 to 1) that is done of a merge: on standard error, a line that counts
    on a terminal and one sentence elsewhere."""
    last = -1

    def show(share: float) -> None:
        nonlocal last
        percent = int(100 * share)
        if not sys.stderr.isatty():
            if last < 0:
                tell(f"{PREPARING}.")
        elif percent != last:
            end = "\n" if percent == 100 else ""
            print(f"\r{PREPARING}: {percent} %", end=end, file=sys.stderr, flush=True)
        last = percent

    return show


def tell(sentence: str) -> None:
    """Say something that is not the answer: on standard error, harmless, in its encoding."""
    line = for_encoding(visible(sentence), sys.stderr.encoding or "utf-8")
    print(line, file=sys.stderr, flush=True)
