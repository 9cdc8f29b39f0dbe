"""Questions with worked answers in GSM8K's format: rewritten, checked, counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mathviz_finetune.__main__ import main
from mathviz_finetune.rows import Dropped, Row
from mathviz_finetune.worked import make_row, rewritten, split_of

STEPS = [
    (
        "Natalia sold 48/2 = <<48/2=24>>24 clips in May.\n#### 24",
        ["Natalia sold clips in May: 48 / 2 = 24"],
        "the note's place is taken by the words around it",
    ),
    ("48+24 = <<48+24=72>>72\n#### 72", ["48 + 24 = 72"], "no words"),
    (
        "She earns $12/60 = $<<12/60=0.2>>0.2 a minute.\n#### 10",
        None,
        "the calculator writes 1/5 where no decimals stand",
    ),
    ("She works.\nSo 2*3 = <<2*3=6>>6.\n#### 6", ["She works.", "So: 2 * 3 = 6"], "prose"),
    (
        "He has 2*3=<<2*3=6>>6 and 4*5=<<4*5=20>>20 pens.\n#### 26",
        ["He has: 2 * 3 = 6", "And pens: 4 * 5 = 20"],
        "two in a line",
    ),
]


@pytest.mark.parametrize(("answer", "steps", "why"), STEPS)
def test_the_steps_in_the_answer_format(answer: str, steps: list[str] | None, why: str) -> None:
    if steps is None:
        made = make_row("file", 1, {"question": "How much?", "answer": answer})[1]
        assert isinstance(made, Row), why
        assert "12 / 60 = 1/5" in made.completion
    else:
        assert rewritten(answer)[0] == steps, why


DROPPED = [
    ("2*3 = <<2*3=7>>7\n#### 7", "a calculation has another value"),
    ("2*3 = <<two*3=6>>6\n#### 6", "a calculation is not one that the calculator does"),
    ("It is six.", "it has no answer behind ####"),
    ("First, 2 + 2 = 5.\n#### 5", "refuted"),
]


@pytest.mark.parametrize(("answer", "reason"), DROPPED)
def test_what_is_wrong_is_dropped_with_its_reason(answer: str, reason: str) -> None:
    made = make_row("file", 1, {"question": "How many?", "answer": answer})[1]
    assert isinstance(made, Dropped)
    assert made.reason.startswith(reason)


def test_a_file_is_read_into_the_splits_and_the_manifest(tmp_path: Path) -> None:
    path = tmp_path / "school.jsonl"
    rows = [
        {"question": f"What is {n} + {n}?", "answer": f"{n}+{n}=<<{n}+{n}={2 * n}>>\n#### {2 * n}"}
        for n in range(10, 40)
    ]
    rows.append({"question": "Is it wrong?", "answer": "1+1=<<1+1=3>>3\n#### 3"})
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    out = tmp_path / "data"
    flags = ["--rows", "2", "--test", "1", "--topic", "refusal", "--worked", str(path)]
    assert main(["data", "--out", str(out), *flags, "--workers", "1"]) == 0
    splits = json.loads((out / "manifest.json").read_text())["splits"]
    kept = {name: split["by topic and level"].get("school/1", 0) for name, split in splits.items()}
    expected = [split_of("school", row["question"]) for row in rows[:-1]]
    assert kept == {name: expected.count(name) for name in kept}
    assert kept["train"] > 15
    dropped = [reason for split in splits.values() for reason in split["dropped"]]
    assert [one for one in dropped if "school" in one] == [
        "school: a calculation has another value"
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("/no/such.jsonl", "cannot be read"), ("bad.jsonl", 'line 1: the row needs "question"')],
)
def test_a_file_that_cannot_be_used_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, sentence: str
) -> None:
    (tmp_path / "bad.jsonl").write_text('{"answer": "1"}\n', encoding="utf-8")
    flags = ["--rows", "2", "--topic", "refusal", "--worked", str(tmp_path / name)]
    assert main(["data", "--out", str(tmp_path / "out"), *flags]) == 2
    assert sentence in capsys.readouterr().err
