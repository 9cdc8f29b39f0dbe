"""From what a training left to a verified file, with a manifest."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from gguf import GGUFReader

from mathviz_chat import export as module
from mathviz_chat.backends.llamacpp import quantise as quantising
from mathviz_chat.backends.llamacpp.parity import Parity, compare
from mathviz_chat.errors import ExportError, UsageError
from mathviz_chat.export import export, export_adapter, read_source
from mathviz_chat.weights.change import Changes
from mathviz_chat.weights.gguf_file import GgufFile
from mathviz_chat.weights.merge import merge
from tests.gguf import adapters, small_model

TOLD: list[str] = []


def tell(what: str, share: float) -> None:
    TOLD.append(what)


@pytest.fixture
def base(tmp_path: Path) -> GgufFile:
    return GgufFile(small_model.write_base(tmp_path / "base.gguf"))


@pytest.fixture
def lora(tmp_path: Path) -> Path:
    folder = adapters.write_peft(tmp_path / "lora", adapters.lora_tensors())
    training = {"data_sha256": "d" * 64, "configuration": {"rank": 4}, "seed": 20}
    (folder / "run.json").write_text(json.dumps(training))
    return folder


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_manifest_ties_everything_together(base: GgufFile, lora: Path, tmp_path: Path) -> None:
    output = tmp_path / "mathviz.gguf"
    path = export(read_source(lora, base), base, output, "Q8_0", verify=True, tell=tell)
    assert path == tmp_path / "mathviz.gguf.manifest.json"
    told = json.loads(path.read_text())
    assert told["output"]["sha256"] == digest(output)
    assert told["output"]["type"] == "Q8_0"
    assert told["base"]["sha256"] == digest(base.path)
    weights = lora / "adapter_model.safetensors"
    assert told["source"]["sha256"] == {weights.name: digest(weights)}
    assert told["training"]["data_sha256"] == "d" * 64
    assert told["training"]["seed"] == 20
    assert list(told["verification"]["golden"]) == list(module.GOLDEN)
    assert told["verification"]["parity"]["positions"] == 2 * module.GOLDEN_TOKENS
    assert told["verification"]["parity"]["mean"] < 0.1
    assert {"merging", "verifying"} <= set(TOLD)


def test_a_merged_file_that_says_something_else_is_not_kept(
    base: GgufFile, lora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A permutation forgotten in the merge alone, as it happens."""
    output = tmp_path / "mathviz.gguf"
    output.write_text("what was there before")
    source = read_source(lora, base)

    def merge_another(file: GgufFile, *rest: object) -> None:
        others = adapters.write_peft(tmp_path / "o", adapters.lora_tensors(size=0.6))
        merge(file, read_source(others, base).changes, *rest[1:])  # type: ignore[arg-type]

    monkeypatch.setattr(module, "merge", merge_another)
    with pytest.raises(ExportError, match="does not say what the base with the adapter says"):
        export(source, base, output, "F16", verify=True, tell=tell)
    assert output.read_text() == "what was there before"


def test_k_quants_by_llama_cpp(base: GgufFile, lora: Path, tmp_path: Path) -> None:
    output = tmp_path / "mathviz.gguf"
    export(read_source(lora, base), base, output, "Q6_K", verify=False, tell=tell)
    assert GGUFReader(output).fields["general.file_type"].contents() == 18
    assert {path.name for path in tmp_path.iterdir()} == {
        *("base.gguf", "lora", "mathviz.gguf", "mathviz.gguf.manifest.json")
    }


def test_a_refusal_of_llama_cpp_leaves_no_stub(base: GgufFile, tmp_path: Path) -> None:
    """It does not quantise what is quantised, and leaves the beginning of a file."""
    source = tmp_path / "q8.gguf"
    merge(base, Changes("llama", {}), source, "Q8_0")
    with pytest.raises(ExportError, match=r"llama\.cpp cannot write Q4_K_M"):
        quantising.quantise(source, tmp_path / "out.gguf", "Q4_K_M")
    assert not (tmp_path / "out.gguf").exists()


def test_an_adapter_alone(base: GgufFile, lora: Path, tmp_path: Path) -> None:
    output = tmp_path / "adapter.gguf"
    manifest = export_adapter(read_source(lora, base), base, output)
    assert json.loads(manifest.read_text())["output"]["sha256"] == digest(output)
    assert GgufFile(output).value("mathviz.base_sha256") == digest(base.path)
    again = read_source(output, base)
    export(again, base, tmp_path / "m.gguf", "Q8_0", verify=True, tell=tell)


def test_whole_weights_have_golden_answers_and_no_parity(base: GgufFile, tmp_path: Path) -> None:
    folder = adapters.write_whole(tmp_path / "whole", small_model.weights())
    path = export(
        read_source(folder, base), base, tmp_path / "m.gguf", "F16", verify=True, tell=tell
    )
    verification = json.loads(path.read_text())["verification"]
    assert verification["parity"] is None
    assert len(verification["golden"]) == len(module.GOLDEN)


def test_parity_counts() -> None:
    same = Parity(3, 0.0, 0.0, 0.0, 3)
    rows = small_model.log_probs(small_model.weights(), [1, 2, 3])
    assert compare(list(rows), list(rows)) == same


@pytest.mark.parametrize("kind", ["missing", "empty", "model", "training"])
def test_what_is_no_source(base: GgufFile, lora: Path, tmp_path: Path, kind: str) -> None:
    path = {
        "missing": tmp_path / "nowhere",
        "empty": tmp_path / "empty",
        "model": base.path,
        "training": lora,
    }[kind]
    (tmp_path / "empty").mkdir()
    (lora / "run.json").write_text("[]")
    with pytest.raises(UsageError) as caught:
        read_source(path, base)
    assert str(path) in str(caught.value)
