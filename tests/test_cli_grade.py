"""``grade``: rows of a right answer and a given one."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli_runner import run


def grade(folder: Path, *rows: object) -> tuple[int, list[dict[str, object]], str]:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    done = run("grade", "-", stdin=text, folder=folder)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def test_each_row_comes_back_in_order_with_its_result(tmp_path: Path) -> None:
    code, rows, err = grade(
        tmp_path,
        {"gold": "1/2", "answer": "0.5", "id": [7]},
        {"gold": "x = 5", "answer": "x = 6", "question": "Solve 3x + 7 = 22"},
    )
    assert (code, err) == (0, "")
    assert [row["result"] for row in rows] == ["equal", "unequal"]
    assert rows[0]["id"] == [7], "unknown fields pass through"
    assert (rows[1]["gold"], rows[1]["answer"]) == ("x = 5", "x = 6")
    for row in rows:
        assert row["reason"]
        assert row["method"] is not None


def test_a_question_says_in_which_form_its_answer_is_given(tmp_path: Path) -> None:
    row = {"gold": "5/6", "answer": "10/12", "question": "Write 40/48 in lowest terms."}
    _, rows, _ = grade(tmp_path, row, {**row, "kind": "number"}, {**row, "question": None})
    assert [row["result"] for row in rows] == ["undecided", "equal", "equal"]
    assert str(rows[0]["reason"]).startswith("It is equal, but not in the form asked for")


def test_a_row_that_cannot_be_read_is_named_and_the_others_are_graded(tmp_path: Path) -> None:
    code, rows, err = grade(tmp_path, "{", {"gold": 1, "answer": "1"}, {"gold": "1", "answer": "1"})
    assert code == 2
    assert rows[0] == {"line": 1, "error": "the row is not JSON"}
    assert rows[1] == {"gold": 1, "answer": "1", "line": 2, "error": 'the row needs "gold" as text'}
    assert rows[2]["result"] == "equal"
    assert err.startswith("-, line 1: the row is not JSON.\n")


def test_a_hostile_answer_is_undecided_or_unequal_and_runs_nothing(tmp_path: Path) -> None:
    code, rows, _ = grade(
        tmp_path,
        {"gold": "1", "answer": "__import__('os').system('touch owned')"},
        {"gold": "1", "answer": "9^9^9^9"},
        {"gold": "1", "answer": "(" * 10_000},
    )
    assert code == 0
    assert {row["result"] for row in rows} <= {"undecided", "unequal"}
    assert not (tmp_path / "owned").exists()
