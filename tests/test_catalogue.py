"""Names of models and what they stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from mathviz_chat import catalogue
from mathviz_chat.errors import ModelNotFound


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


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
