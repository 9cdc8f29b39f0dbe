"""What standard output and standard error can show."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from mathviz_chat.config import Config
from mathviz_chat.ui.safe_text import for_encoding, visible


def on_terminal(stream: TextIO, config: Config) -> bool:
    """Whether colour and cursor codes may be written to ``stream`` (https://no-color.org)."""
    if config.color == "never" or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def tell(sentence: str) -> None:
    """Say something that is not the answer: on standard error, harmless, in its encoding."""
    line = for_encoding(visible(sentence), sys.stderr.encoding or "utf-8")
    print(line, file=sys.stderr, flush=True)
