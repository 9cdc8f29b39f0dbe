"""A sample of the soundness gate (``python -m scripts.soundness`` runs all of it)."""

from __future__ import annotations

import pytest

from mathviz_chat.core.verdict import Verdict
from scripts.soundness.__main__ import CLASSES, judge

CASES_PER_CLASS = 25


@pytest.mark.parametrize("name", CLASSES)
def test_no_wrong_step_is_proved_and_no_right_step_refuted(name: str) -> None:
    for index in range(CASES_PER_CLASS):
        row = judge((name, 1, index))
        assert row.wrong.verdict is not Verdict.PROVED, row
        assert row.right.verdict is not Verdict.REFUTED, row
