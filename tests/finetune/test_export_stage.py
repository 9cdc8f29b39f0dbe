"""``mathviz-finetune export``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mathviz_finetune.__main__ import main
from tests.gguf import adapters, small_model


@pytest.fixture
def base(tmp_path: Path) -> str:
    return str(small_model.write_base(tmp_path / "base.gguf"))


@pytest.fixture
def lora(tmp_path: Path) -> str:
    return str(adapters.write_peft(tmp_path / "lora", adapters.lora_tensors()))


def test_a_merged_file(
    base: str, lora: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "mathviz.gguf"
    assert main(["export", lora, "--base", base, "--output", str(output)]) == 0
    printed = capsys.readouterr()
    assert str(output) in printed.out
    assert printed.err == "", "no bar where nobody watches"
    manifest = json.loads((tmp_path / "mathviz.gguf.manifest.json").read_text())
    assert manifest["output"]["type"] == "Q8_0"
    assert manifest["verification"]["parity"]["mean"] < 0.1


def test_an_adapter(base: str, lora: str, tmp_path: Path) -> None:
    output = tmp_path / "adapter.gguf"
    assert main(["export", lora, "--base", base, "--adapter", "--output", str(output)]) == 0
    assert output.stat().st_size < 100_000


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["--type", "Q9"], "--type must be one of F16, Q8_0, Q4_0, Q6_K"),
        (["--base", "/no/such.gguf"], "/no/such.gguf cannot be read as a GGUF file"),
    ],
)
def test_usage(
    lora: str, capsys: pytest.CaptureFixture[str], flags: list[str], sentence: str
) -> None:
    assert main(["export", lora, *flags]) == 2
    assert sentence in capsys.readouterr().err


def test_what_cannot_be_exported_is_one_sentence(
    base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dora = adapters.write_peft(tmp_path / "dora", adapters.lora_tensors(), use_dora=True)
    output = tmp_path / "out.gguf"
    assert main(["export", str(dora), "--base", base, "--output", str(output)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not output.exists()


def test_it_needs_no_torch(base: str, lora: str, tmp_path: Path) -> None:
    program = (
        "import sys; from mathviz_finetune.__main__ import main; code = main(sys.argv[1:]);"
        "print([n for n in ('torch', 'transformers', 'peft', 'trl') if n in sys.modules]); "
        "sys.exit(code)"
    )
    arguments = ["export", lora, "--base", base, "--output", str(tmp_path / "m.gguf")]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments, "--no-verify"], capture_output=True, text=True
    )
    assert done.stdout.endswith("[]\n"), done.stderr
    assert done.returncode == 0
