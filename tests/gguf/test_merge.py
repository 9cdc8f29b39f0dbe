"""Merging what was trained into a GGUF file, shown on models that llama.cpp runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from gguf import GGUFReader
from gguf.quants import dequantize

from mathviz_chat.backends.llamacpp.parity import Parity, compare, probing
from mathviz_chat.errors import ExportError, UsageError
from mathviz_chat.weights import safe_file
from mathviz_chat.weights.adapter_file import read_adapter, write_adapter
from mathviz_chat.weights.change import Changes
from mathviz_chat.weights.gguf_file import GgufFile
from mathviz_chat.weights.merge import merge
from mathviz_chat.weights.peft import read_peft
from mathviz_chat.weights.whole import read_whole
from tests.gguf import adapters, small_model

TEXT = "<|im_start|>Solve 3x + 7 = 22ab<|im_end|>"
CLOSE = 0.03  # everything is rounded to F16; two models that differ are above 1


@pytest.fixture(scope="module", params=["llama", "qwen2"])
def architecture(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def base(architecture: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_model.write_base(tmp_path_factory.mktemp("base") / "base.gguf", architecture)


@pytest.fixture(scope="module")
def lora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return adapters.write_peft(tmp_path_factory.mktemp("lora"), adapters.lora_tensors())


def changes(folder: Path, base: Path) -> Changes:
    file = GgufFile(base)
    return read_peft(folder, file.architecture, file.heads)


def run(model: Path, adapter: Path | None = None) -> list[npt.NDArray[np.float64]]:
    with probing(model, adapter, threads=1) as probe:
        first, *others = probe.tokens(TEXT)
        return probe.follow([first], others)


def against_numpy(model: Path, weights: small_model.Weights) -> Parity:
    with probing(model, threads=1) as probe:
        tokens = probe.tokens(TEXT)
    return compare(list(small_model.log_probs(weights, tokens)[:-1]), run(model))


# ---------------------------------------------------------------------- the right numbers


def test_the_merged_file_says_what_the_trained_model_says(
    base: Path, lora: Path, architecture: str, tmp_path: Path
) -> None:
    merge(GgufFile(base), changes(lora, base), tmp_path / "merged.gguf", "F16")
    trained = adapters.merged(
        small_model.weights(architecture), adapters.lora_tensors(), adapters.ALPHA / adapters.RANK
    )
    assert against_numpy(tmp_path / "merged.gguf", trained).maximum < CLOSE
    untrained = against_numpy(tmp_path / "merged.gguf", small_model.weights(architecture))
    assert untrained.mean > 10 * CLOSE, "the adapter changes something"


def test_an_adapter_loaded_by_llama_cpp_says_the_same_as_the_merged_file(
    base: Path, lora: Path, tmp_path: Path
) -> None:
    merge(GgufFile(base), changes(lora, base), tmp_path / "merged.gguf", "F16")
    write_adapter(changes(lora, base), tmp_path / "lora.gguf", {"general.name": "test"})
    parity = compare(run(base, tmp_path / "lora.gguf"), run(tmp_path / "merged.gguf"))
    assert parity.maximum < CLOSE


def test_an_adapter_file_is_read_back(base: Path, lora: Path, tmp_path: Path) -> None:
    write_adapter(changes(lora, base), tmp_path / "lora.gguf", {})
    merge(GgufFile(base), read_adapter(tmp_path / "lora.gguf"), tmp_path / "a.gguf", "F16")
    merge(GgufFile(base), changes(lora, base), tmp_path / "b.gguf", "F16")
    assert compare(run(tmp_path / "a.gguf"), run(tmp_path / "b.gguf")).maximum < CLOSE


@pytest.mark.parametrize(
    ("config", "scale"),
    [
        ({"lora_alpha": 16}, 16 / adapters.RANK),
        ({"lora_alpha": 16, "use_rslora": True}, 16 / adapters.RANK**0.5),
    ],
)
def test_the_scale(tmp_path: Path, config: dict[str, object], scale: float) -> None:
    base = small_model.write_base(tmp_path / "base.gguf")
    folder = adapters.write_peft(tmp_path / "lora", adapters.lora_tensors(size=0.1), **config)
    merge(GgufFile(base), changes(folder, base), tmp_path / "merged.gguf", "F16")
    write_adapter(changes(folder, base), tmp_path / "lora.gguf", {})
    trained = adapters.merged(small_model.weights(), adapters.lora_tensors(size=0.1), scale)
    assert against_numpy(tmp_path / "merged.gguf", trained).maximum < CLOSE
    at_run_time = run(base, tmp_path / "lora.gguf")
    assert compare(at_run_time, run(tmp_path / "merged.gguf")).maximum < CLOSE


def test_ranks_and_alphas_by_layer(tmp_path: Path) -> None:
    """One alpha is all that an adapter's file has; the rest goes into B."""
    base = small_model.write_base(tmp_path / "base.gguf")
    tensors = adapters.lora_tensors(size=0.1) | {
        name: tensor
        for name, tensor in adapters.lora_tensors(size=0.1, rank=2).items()
        if "o_proj" in name
    }
    pattern = {"rank_pattern": {"o_proj": 2}, "alpha_pattern": {"o_proj": 30}}
    folder = adapters.write_peft(tmp_path / "lora", tensors, **pattern)
    merge(GgufFile(base), changes(folder, base), tmp_path / "merged.gguf", "F16")
    write_adapter(changes(folder, base), tmp_path / "lora.gguf", {})
    o_proj = {name: tensor for name, tensor in tensors.items() if "o_proj" in name}
    others = {name: tensor for name, tensor in tensors.items() if "o_proj" not in name}
    trained = adapters.merged(small_model.weights(), others, adapters.ALPHA / adapters.RANK)
    trained = adapters.merged(trained, o_proj, 30 / 2)
    assert against_numpy(tmp_path / "merged.gguf", trained).maximum < CLOSE
    at_run_time = run(base, tmp_path / "lora.gguf")
    assert compare(at_run_time, run(tmp_path / "merged.gguf")).maximum < CLOSE


def test_bfloat16_is_read_exactly(tmp_path: Path) -> None:
    base = small_model.write_base(tmp_path / "base.gguf")
    rounded = {
        name: (tensor.view(np.uint32) >> 16).astype(np.uint16)
        for name, tensor in adapters.lora_tensors().items()
    }
    exact = {
        name: (bits.astype(np.uint32) << 16).view(np.float32) for name, bits in rounded.items()
    }
    found = changes(adapters.write_peft(tmp_path / "bf16", rounded), base)
    wanted = changes(adapters.write_peft(tmp_path / "f32", exact), base)
    for name, lora in wanted.tensors.items():
        zero = np.zeros(lora.shape, np.float32)
        assert (found.tensors[name].apply(zero) == lora.apply(zero)).all()


def test_whole_weights_take_the_place_of_the_base_s(
    base: Path, architecture: str, tmp_path: Path
) -> None:
    trained = {name: tensor * 0.9 for name, tensor in small_model.weights(architecture).items()}
    trained = {name: tensor.astype(np.float32) for name, tensor in trained.items()}
    folder = adapters.write_whole(tmp_path / "whole", trained, architecture)
    file = GgufFile(base)
    whole = read_whole(folder, file.architecture, file.heads)
    merge(file, whole, tmp_path / "whole.gguf", "F16")
    assert against_numpy(tmp_path / "whole.gguf", trained).maximum < CLOSE


# ---------------------------------------------------------------------- the file


def fields(path: Path) -> dict[str, tuple[object, ...]]:
    return {
        name: (*(kind.name for kind in field.types[:2]), field.contents())
        for name, field in GGUFReader(path).fields.items()
        if not name.startswith("GGUF.")
    }


@pytest.mark.parametrize(
    ("file_type", "number", "kind", "close"),
    [("F16", 1, "F16", CLOSE), ("Q8_0", 7, "Q8_0", 0.15), ("Q4_0", 2, "Q4_0", 1.5)],
)
def test_every_key_is_kept_and_every_tensor_has_its_type(
    lora: Path, tmp_path: Path, file_type: str, number: int, kind: str, close: float
) -> None:
    base, output = small_model.write_base(tmp_path / "base.gguf"), tmp_path / "merged.gguf"
    merge(GgufFile(base), changes(lora, base), output, file_type)
    before, after = fields(base), fields(output)
    assert after.pop("general.file_type") == ("UINT32", number)
    assert before.pop("general.file_type") == ("UINT32", 0)
    assert after == before
    for tensor in GGUFReader(output).tensors:
        expected = "F32" if len(tensor.shape) == 1 else kind
        assert tensor.tensor_type.name == expected, tensor.name
    merge(GgufFile(base), changes(lora, base), tmp_path / "f16.gguf", "F16")
    assert compare(run(tmp_path / "f16.gguf"), run(output)).mean < close


def test_what_nothing_changes_stays_as_it_is_quantised(lora: Path, tmp_path: Path) -> None:
    """A second rounding would only lose: the embedded base is Q4_1 with a Q8_0 embedding."""
    plain, base = small_model.write_base(tmp_path / "plain.gguf"), tmp_path / "base.gguf"
    merge(GgufFile(plain), Changes("llama", {}), base, "Q4_0")
    tensors = {k: v for k, v in changes(lora, base).tensors.items() if "attn_q" in k}
    merge(GgufFile(base), Changes("llama", tensors), tmp_path / "merged.gguf", "Q8_0")
    kinds = {t.name: t.tensor_type.name for t in GGUFReader(tmp_path / "merged.gguf").tensors}
    assert kinds["blk.0.attn_q.weight"] == "Q8_0"
    assert kinds["blk.0.attn_k.weight"] == "Q4_0"


def test_rows_that_are_no_whole_number_of_blocks_become_f16(tmp_path: Path) -> None:
    from gguf import GGUFWriter

    writer = GGUFWriter(tmp_path / "base.gguf", "llama")
    writer.add_tensor("blk.0.attn_q.weight", np.ones((4, 40), np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    base = GgufFile(tmp_path / "base.gguf")
    merge(base, Changes("llama", {}), tmp_path / "out.gguf", "Q8_0")
    (tensor,) = GGUFReader(tmp_path / "out.gguf").tensors
    assert tensor.tensor_type.name == "F16"
    assert (dequantize(tensor.data, tensor.tensor_type) == 1).all()


def test_the_same_in_gives_the_same_bytes_out(lora: Path, tmp_path: Path) -> None:
    base = small_model.write_base(tmp_path / "base.gguf")
    for name in ("a", "b"):
        merge(GgufFile(base), changes(lora, base), tmp_path / name, "Q8_0")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_progress_ends_at_one(lora: Path, tmp_path: Path) -> None:
    base = small_model.write_base(tmp_path / "base.gguf")
    shares: list[float] = []
    merge(GgufFile(base), changes(lora, base), tmp_path / "m.gguf", "Q8_0", shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


# ---------------------------------------------------------------------- what goes wrong


@pytest.fixture
def small(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A base and a folder in which nothing may be left behind."""
    folder = tmp_path / "out"
    yield small_model.write_base(tmp_path / "base.gguf"), folder
    assert not folder.exists() or [p.name for p in folder.iterdir()] in ([], ["old.gguf"])


def test_a_failure_on_the_way_leaves_what_was_there(small: tuple[Path, Path], lora: Path) -> None:
    base, folder = small
    folder.mkdir()
    (folder / "old.gguf").write_text("old")

    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        merge(GgufFile(base), changes(lora, base), folder / "old.gguf", "Q8_0", stop)
    assert (folder / "old.gguf").read_text() == "old"


def test_a_full_disk_is_found_before_anything_is_written(
    small: tuple[Path, Path], lora: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base, folder = small
    monkeypatch.setattr(safe_file, "_SLACK", 2**60)
    with pytest.raises(ExportError, match="free some space"):
        merge(GgufFile(base), changes(lora, base), folder / "new.gguf", "Q8_0")


def test_a_disk_that_fills_up_on_the_way(
    small: tuple[Path, Path], lora: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base, folder = small

    def full(share: float) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match="No space left on device"):
        merge(GgufFile(base), changes(lora, base), folder / "new.gguf", "Q8_0", full)


def test_an_adapter_for_another_model(tmp_path: Path, lora: Path) -> None:
    base = small_model.write_base(tmp_path / "base.gguf")
    found = changes(lora, base)
    qwen = small_model.write_base(tmp_path / "qwen.gguf", "qwen2")
    with pytest.raises(UsageError, match=r"llama model and .*qwen2: name the base"):
        merge(GgufFile(qwen), found, tmp_path / "m.gguf", "F16")
    other = adapters.write_peft(tmp_path / "l2", adapters.lora_tensors(layers=2))
    with pytest.raises(UsageError, match=r"no tensor blk\.1\.ffn_down\.weight"):
        merge(GgufFile(base), changes(other, base), tmp_path / "m.gguf", "F16")
    shapes = {"mlp.up_proj": (small_model.INNER, 32)}
    other = adapters.write_peft(tmp_path / "l3", adapters.lora_tensors(shapes=shapes))
    with pytest.raises(UsageError, match=r"shape \(96, 32\) in the training and \(96, 64\)"):
        merge(GgufFile(base), changes(other, base), tmp_path / "m.gguf", "F16")


@pytest.mark.parametrize("content", [b"", b"GGUF", b"GGUF\x03\0\0\0" + b"\xff" * 64, b"no" * 99])
def test_a_file_that_is_no_gguf(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.gguf").write_bytes(content)
    with pytest.raises(UsageError, match="cannot be read as a GGUF file"):
        GgufFile(tmp_path / "bad.gguf")


def test_a_model_is_no_adapter(tmp_path: Path) -> None:
    base = small_model.write_base(tmp_path / "base.gguf")
    with pytest.raises(UsageError, match="no LoRA adapter"):
        read_adapter(base)
