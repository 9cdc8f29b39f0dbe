"""Stage eval: the questions it takes, the table, the comparison of two runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mathviz_finetune.__main__ import main
from mathviz_finetune.evaluate import compare, mcnemar, read_questions

QUESTIONS = [
    ("linear", "Solve 3x + 7 = 22", "x = 5"),
    ("linear", "Solve 2x = 8", "x = 5"),  # the key is wrong on purpose: the solver says 4
    ("refusal", "Write a poem about cats.", None),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = [
        {
            "topic": topic,
            "level": 1,
            "prompt": [{"role": "system", "content": "s"}, {"role": "user", "content": question}],
            "answer": answer,
        }
        for topic, question, answer in QUESTIONS
    ]
    path = tmp_path / "test.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def test_only_questions_with_an_answer_are_asked(data: Path) -> None:
    asked = read_questions(data / "test.jsonl", None, None)
    assert [(q.question, q.gold, q.module) for q in asked] == [
        ("Solve 3x + 7 = 22", "x = 5", "linear/1"),
        ("Solve 2x = 8", "x = 5", "linear/1"),
    ]


def test_the_limit_is_that_of_a_topic(data: Path) -> None:
    assert len(read_questions(data / "test.jsonl", ["linear"], 1)) == 1


def test_the_solver_is_evaluated_and_the_run_compared_with_itself(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flags = ["eval", "--data", str(data), "--solver", "sympy"]
    assert main([*flags, "--out", str(data / "a.json")]) == 0
    told = capsys.readouterr().out
    assert "| **all** | 2 | 1 (50.0%) | 1 | 0 | 2 | 1 | 0 |" in told
    assert "| solver | 50.0% | 50.0% | 100.0% | 1 |" in told
    assert "| verified | 2 | 50.0% |" in told
    found = json.loads((data / "a.json").read_text())
    assert found["checking"]["sympy"]["verified but wrong"] == 1
    assert main([*flags, "--against", str(data / "a.json")]) == 0
    assert "2 questions of both runs: 0 gained, 0 lost, p = 1" in capsys.readouterr().out


def test_a_split_that_is_not_there_says_how_to_write_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", "--data", str(tmp_path)]) == 2
    assert "write it with `mathviz-finetune data`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("gained", "lost", "p"),
    [
        (0, 0, 1.0),
        (5, 5, 1.0),
        (6, 0, 2 / 64),
        (0, 6, 2 / 64),
        (8, 1, 20 / 512),
    ],
)
def test_the_exact_test_of_two_runs(gained: int, lost: int, p: float) -> None:
    assert mcnemar(gained, lost) == pytest.approx(p)


def test_only_questions_of_both_runs_are_compared() -> None:
    def answers(**results: str) -> list[dict[str, str]]:
        return [{"question": q, "result": result} for q, result in results.items()]

    told = compare(
        answers(a="wrong", b="right", c="right"), answers(a="right", b="wrong", d="right")
    )
    assert told.startswith("2 questions of both runs: 1 gained, 1 lost")
