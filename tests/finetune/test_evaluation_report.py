"""The report of the stage eval."""

from __future__ import annotations

from typing import Any

import pytest

from mathviz_finetune.evaluation_report import (
    Report,
    calibration,
    checking,
    expected_calibration_error,
)


def answer(result: str, verdict: str, confidence: float = 0.9) -> dict[str, Any]:
    return {
        "topic": "linear",
        "level": 1,
        "result": result,
        "verdict": verdict,
        "confidence": confidence,
        "tokens": 10,
        "seconds": 0.5,
    }


RUN = [
    answer("right", "verified", 1.0),
    answer("right", "unchecked", 0.5),
    answer("wrong", "refuted", 0.5),
    answer("unread", "unchecked", 0.0),
]


def test_what_checking_sets_aside() -> None:
    assert checking(RUN) == {
        "right": 0.5,
        "right of not refuted": pytest.approx(2 / 3),
        "verified": 0.25,
        "verified but wrong": 0,
    }


def test_a_verified_wrong_answer_shows_in_every_table() -> None:
    run = [*RUN, answer("wrong", "verified")]
    lines = list(Report({}, {"model": run}).markdown())
    assert "| **all** | 5 | 2 (40.0%) | 2 | 1 | 2 | 1 | 1 | 50 | 2 |" in lines
    assert "| model | 40.0% | 50.0% | 40.0% | 1 |" in lines
    assert "| verified | 2 | 50.0% |" in lines


def test_the_calibration_of_verdicts_and_confidence() -> None:
    found = calibration(RUN)
    assert found["verdicts"]["unchecked"] == {"answers": 2, "right": 1}
    assert found["brier"] == pytest.approx((0 + 0.25 + 0.25 + 0) / 4)


@pytest.mark.parametrize(
    ("pairs", "error", "why"),
    [
        ([(1.0, True), (0.0, False)], 0.0, "sure and right, unsure and wrong"),
        ([(0.5, True), (0.5, False)], 0.0, "half of what it half believes"),
        ([(0.9, False), (0.9, False)], 0.9, "sure and wrong"),
        ([(0.95, True), (0.05, True)], 0.5, "two bins, weighed by their size"),
    ],
)
def test_the_expected_calibration_error(
    pairs: list[tuple[float, bool]], error: float, why: str
) -> None:
    assert expected_calibration_error(pairs) == pytest.approx(error), why


def test_a_run_without_a_model_has_no_confidence() -> None:
    run = [{k: v for k, v in row.items() if k not in ("confidence", "tokens")} for row in RUN]
    assert "brier" not in calibration(run)
    assert not any("confidence" in line for line in Report({}, {"sympy": run}).markdown())
