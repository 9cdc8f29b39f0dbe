"""``eval``: a data set in, a report out."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli_runner import one_object, run, scripted, write_answers

ROWS = [
    {"question": "Solve 3x + 7 = 22", "answer": "5", "module": "algebra"},
    {"question": "What is 2 + 2?", "answer": "#### 4"},
    {"question": "What is 2 + 3?", "answer": 5},
    {"question": "Who was Gauss, and why did he like 17?", "answer": "17"},
]


def test_the_solver_over_a_file_with_rows_that_a_second_run_goes_on_from(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS))
    flags = ("eval", "--dataset", "q.jsonl", "--solver", "sympy", "--rows", "rows.jsonl")
    first = run(*flags, "--workers", "1", folder=tmp_path)
    assert first.returncode == 2, "a row could not be used"
    assert first.stderr == 'q.jsonl, line 3: the row needs "answer" as text.\n'
    table = [line.split() for line in first.stdout.splitlines()]
    assert table[0][:5] == ["module", "right", "wrong", "undecided", "unread"]
    assert [row[:7] for row in table[1:4]] == [
        ["algebra", "1", "0", "0", "0", "1", "0"],
        ["q", "1", "0", "0", "1", "1", "0"],
        ["all", "2", "0", "0", "1", "2", "0"],
    ]
    written = (tmp_path / "rows.jsonl").read_text()
    assert [json.loads(line)["line"] for line in written.splitlines()] == [1, 2, 4]
    again = run(*flags, "--json", folder=tmp_path)
    report = one_object(again.stdout)
    assert (report["total"], report["right"], report["unread"]) == (3, 2, 1)
    assert (tmp_path / "rows.jsonl").read_text() == written, "nothing was asked again"


def test_a_model_over_standard_input(tmp_path: Path) -> None:
    write_answers(tmp_path)
    stdin = json.dumps(ROWS[0])
    flags = ("eval", "--dataset", "-", *scripted("wrong"), "--solver", "model", "--json")
    done = run(*flags, folder=tmp_path, stdin=stdin)
    report = one_object(done.stdout)
    assert (done.returncode, report["wrong"], report["verified"]) == (0, 1, 0)


def test_flags_that_make_no_sense_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(json.dumps(ROWS[0]))
    for flags, says in (
        (("--dataset", "missing.jsonl"), "missing.jsonl cannot be read"),
        (("--dataset", "q.jsonl", "--workers", "0"), "--workers must be a whole number from 1"),
        (("--dataset", "q.jsonl", "--rows", "no/such/folder"), "no/such/folder cannot be written"),
        (("--dataset", "q.jsonl", "--rows", "/dev/null"), "/dev/null cannot be written: it is no "),
    ):
        done = run("eval", "--solver", "sympy", *flags, folder=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"mathviz-chat: {says}")
        assert len(done.stderr.splitlines()) == 1
