"""How many cases are counted one by one at most."""

from __future__ import annotations

from typing import Final

MAX_CASES: Final = 50_000


class TooMany(ValueError):
    """There are more cases than are counted one by one."""


def room(cases: int) -> None:
    """Raises TooMany where there are too many cases."""
    if cases > MAX_CASES:
        raise TooMany("too many cases to count")
