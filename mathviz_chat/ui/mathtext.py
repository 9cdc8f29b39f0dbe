"""Mathematics as written (LaTeX, plain, Unicode) shown in one line of Unicode or ASCII."""

from __future__ import annotations


def show_math(line: str, *, ascii_only: bool = False) -> str:
    """``line`` with its mathematics in Unicode; never reordered, never evaluated."""
    raise NotImplementedError
