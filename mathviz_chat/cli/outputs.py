"""Standard output and standard error that cannot be written: closed, full, or read by nobody."""

from __future__ import annotations

import errno
import os
import sys
from typing import Final

from mathviz_chat.errors import Interrupted, UsageError

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def open_closed() -> None:
    """Let go nowhere what is written to an output that the caller closed (``>&-``).

    Otherwise the next file that is opened gets its number, and what is printed there.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8")


def unwritable(error: OSError) -> int:
    """The exit code where writing failed with ``error``: quietly where nobody reads on, else with
    one sentence. Raises ``error`` where it is about something else."""
    if not isinstance(error, BrokenPipeError) and error.errno not in _FULL:
        raise error
    # Python writes what is left once more at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return Interrupted.exit_code
    print(f"mathviz-chat: The output cannot be written: {error.strerror}.", file=sys.stderr)
    return UsageError.exit_code
