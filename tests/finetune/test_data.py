"""Stage data: the files it writes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mathviz_finetune.__main__ import main

FLAGS = ["--rows", "12", "--test", "3", "--topic", "linear", "--topic", "refusal"]


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def test_the_files_do_not_depend_on_the_number_of_workers(tmp_path: Path) -> None:
    for workers in ("1", "3"):
        out = ["--out", str(tmp_path / workers), "--workers", workers]
        assert main(["data", *out, *FLAGS, "--format", "openai"]) == 0
    assert files(tmp_path / "1") == files(tmp_path / "3")


def test_every_format_and_the_manifest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("prompt-completion", "instruction", "openai")
    chosen = [flag for name in names for flag in ("--format", name)]
    assert main(["data", "--out", str(tmp_path), *FLAGS, *chosen, "--workers", "1"]) == 0
    assert "training rows" in capsys.readouterr().out
    written = files(tmp_path)
    rows = {
        name: json.loads(text.splitlines()[0]) for name, text in written.items() if "train" in name
    }
    assert set(rows["train.instruction.jsonl"]) == {"instruction", "input", "output"}
    assert rows["train.openai.jsonl"]["messages"][-1]["role"] == "assistant"
    assert [turn["role"] for turn in rows["train.jsonl"]["prompt"]] == ["system", "user"]
    manifest = json.loads(written["manifest.json"])
    assert manifest["splits"]["train"]["rows"] == len(written["train.jsonl"].splitlines())
    assert set(manifest["files"]) == set(written) - {"manifest.json"}
    assert (
        sum(manifest["splits"]["train"]["by topic and level"].values())
        == manifest["splits"]["train"]["rows"]
    )


def test_an_unknown_topic_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["data", "--out", str(tmp_path), "--topic", "cookery"]) == 2
    assert "There is no topic 'cookery'" in capsys.readouterr().err


def test_a_preview_shows_what_is_masked_and_what_is_learned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["data", "--out", str(tmp_path / "none"), "--topic", "linear", "--preview", "1"]) == 0
    )
    shown = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"linear/train/0/0: \d+ tokens masked, \d+ learned, 0 cut at 320", shown[0])
    assert shown[1] == "| <|im_start|>system"
    assert [line for line in shown if line.startswith(">")][-1].endswith("<|im_end|>")
    assert not (tmp_path / "none").exists()
