"""Stage eval: the questions it takes, the table, two runs compared, a stopped run gone on with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mathviz_chat.errors import UsageError
from mathviz_finetune.__main__ import main
from mathviz_finetune.evaluate import compare, mcnemar, read_questions
from mathviz_finetune.generated_rows import GeneratedFile
from mathviz_finetune.generation import Generated
from tests.gguf import small_model

TEMPLATE = "{% for m in messages %}<|im_start|>{{ m['content'] }}<|im_end|>{% endfor %}"

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


def rewritten(path: Path, **changes: object) -> None:
    """The first row of a file as if an earlier run had written something else into it."""
    first, *others = path.read_text(encoding="utf-8").splitlines(keepends=True)
    row = json.loads(first) | changes
    path.write_text(json.dumps(row) + "\n" + "".join(others), encoding="utf-8")


@pytest.mark.parametrize(
    ("torn", "why"),
    [
        ("", "a run that came to its end"),
        ('{"line": 2, "modu', "killed while it wrote: the half row is dropped"),
    ],
)
def test_an_answer_that_is_kept_is_not_asked_again(
    data: Path, capsys: pytest.CaptureFixture[str], torn: str, why: str
) -> None:
    flags = ["eval", "--data", str(data), "--solver", "sympy", "--rows", str(data / "rows")]
    assert main([*flags, "--limit", "1"]) == 0
    kept = data / "rows" / "sympy.jsonl"
    rewritten(kept, answer="x = 6", result="wrong")
    with kept.open("a", encoding="utf-8") as file:
        file.write(torn)
    capsys.readouterr()
    assert main(flags) == 0, why
    assert "| **all** | 2 | 0 (0.0%) | 2 |" in capsys.readouterr().out, "the kept answer counts"
    lines = [json.loads(line)["line"] for line in kept.read_text().splitlines()]
    assert lines == [1, 2], "each question once"


def test_a_stopped_run_of_many_at_a_time_goes_on(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = small_model.write_base(data / "base.gguf", template=TEMPLATE)
    flags = ["eval", "--data", str(data), "--model", str(base), "--threads", "1", "--parallel"]
    flags += ["--rows", str(data / "rows")]
    assert main(flags) == 0
    table = capsys.readouterr().out
    whole = {path.name: path.read_text() for path in (data / "rows").iterdir()}
    assert sorted(whole) == ["auto.jsonl", "generated.jsonl", "model.jsonl"]
    for name, text in whole.items():  # stopped in the middle of its second row
        (data / "rows" / name).write_text(text[: text.index("\n") + 20])
    assert main(flags) == 0
    told = capsys.readouterr().out
    for name, text in whole.items():
        rows = (data / "rows" / name).read_text().splitlines()
        assert rows[0] == text.splitlines()[0], "what was there is kept as it was"
        assert len(rows) == len(text.splitlines())
    assert told.splitlines()[0] == table.splitlines()[0]


@pytest.mark.parametrize(
    ("changes", "says", "why"),
    [
        ({"run": "another.gguf"}, "another run", "of another model"),
        ({"question": "Solve 4x = 8"}, "another data set", "a question that is not asked"),
        ({"text": None}, "needs", "no text"),
        ({"tokens": "many"}, "no row of eval", "not what a run writes"),
    ],
)
def test_answers_of_another_run_are_refused(
    tmp_path: Path, changes: dict[str, object], says: str, why: str
) -> None:
    path = tmp_path / "generated.jsonl"
    with GeneratedFile(path, "mathviz", ["Solve 2x = 8"]) as file:
        file.write("Solve 2x = 8", Generated("x = 4", 3, 0.5, True, 0.2))
    with GeneratedFile(path, "mathviz", ["Solve 2x = 8"]) as file:
        assert file.done == {"Solve 2x = 8": Generated("x = 4", 3, 0.5, True, 0.2)}
    rewritten(path, **changes)
    with pytest.raises(UsageError, match=says):
        GeneratedFile(path, "mathviz", ["Solve 2x = 8"])


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
