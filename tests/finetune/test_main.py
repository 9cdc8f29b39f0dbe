"""The command line of ``mathviz-finetune``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mathviz_finetune.__main__ import STAGES, main

HEAVY = ("torch", "transformers", "trl", "peft", "datasets", "sympy", "numpy", "llama_cpp")


def test_an_unknown_stage_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bake"]) == 2
    assert "there is no stage 'bake'" in capsys.readouterr().err


def test_no_stage_prints_the_list_and_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage: mathviz-finetune STAGE" in capsys.readouterr().out


@pytest.mark.parametrize("stage", ["scratch", "graph"])
def test_a_stage_without_torch_says_what_to_install(
    stage: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    assert main([stage, "--examples", "1", "--test", "1"]) == 2
    assert capsys.readouterr().err == (
        f"mathviz-finetune: The stage {stage} needs torch: pip install 'mathviz-chat[finetune]'.\n"
    )


def test_a_file_where_a_folder_should_be_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "rows"
    there.write_text("mine")
    assert main(["data", "--rows", "1", "--test", "1", "--out", str(there)]) == 2
    assert capsys.readouterr().err == f"mathviz-finetune: {there}: File exists.\n"
    assert there.read_text() == "mine"


@pytest.mark.parametrize("stage", ["", *STAGES])
def test_help_imports_nothing_heavy(stage: str) -> None:
    code = (
        "import sys\nfrom mathviz_finetune.__main__ import main\n"
        f"try: main({[*stage.split(), '--help']!r})\nexcept SystemExit: pass\n"
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "usage: mathviz-finetune" in done.stdout
