"""Text that was not written by this program, made harmless for a terminal."""

from __future__ import annotations


def visible(text: str) -> str:
    """``text`` with control characters, escape sequences and bidi overrides removed or shown."""
    raise NotImplementedError
