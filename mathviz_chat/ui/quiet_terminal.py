"""A terminal that doesn't echo keys while no prompt is there."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def no_echo() -> Iterator[None]:
    """Keys typed between two prompts wait for the next one instead of standing in the answer.

    Ctrl-C still interrupts. Does nothing where standard input is not a terminal.
    """
    if not sys.stdin.isatty():
        yield
        return
    import termios

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    quiet = termios.tcgetattr(descriptor)
    quiet[0] &= ~termios.ICRNL  # Enter stays a carriage return; a line feed is Ctrl-J
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(descriptor, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        if os.isatty(descriptor):
            termios.tcsetattr(descriptor, termios.TCSANOW, before)
