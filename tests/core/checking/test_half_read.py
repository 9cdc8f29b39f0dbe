"""A line that is read only in part is never proved."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import Verdict

HALF_READ = [
    ("1 + 1 = 2\x00 = 3", "a control character is shown as nothing: the line looks like a chain"),
    ("1 + 1 = 2\x001", "shown as 21"),
    ("1 + 1 = 2\x1b[0m = 3", "an escape sequence is shown as nothing"),
    ("1 + 1 = 2@ = 3", "a sign of no meaning"),
    ("1 + 1 = 2. = 3", "a full stop inside a chain"),
    ("2 + 2 = 4 and = 3", "a left side that is missing"),
    ("1 + 1 = 2, 3 = = 4", "the second relation has no right side"),
    ("1 + 1 = 2 @@ 3 = ((4", "the second relation has open brackets"),
]


@pytest.mark.parametrize(("text", "why"), HALF_READ)
def test_a_line_that_is_read_in_part_is_unchecked(text: str, why: str) -> None:
    (row,) = check(text).lines
    assert row.step.claim.verdict is Verdict.UNCHECKED, why
    assert "cannot be read" in row.step.claim.reason


def test_a_part_that_is_false_is_still_refuted() -> None:
    (row,) = check("1 + 1 = 3, 3 = = 4").lines
    assert row.step.claim.verdict is Verdict.REFUTED
