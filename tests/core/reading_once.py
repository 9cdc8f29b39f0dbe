"""The reader for tests that ask for the reading of the same rows: each row is read once."""

from __future__ import annotations

from functools import lru_cache

from mathviz_chat.core.problems import Problem, Unread
from mathviz_chat.core.problems import read_question as read


@lru_cache(maxsize=4096)
def read_question(text: str) -> Problem | Unread:
    """The reading, remembered for as long as the tests run; it is frozen."""
    return read(text)
