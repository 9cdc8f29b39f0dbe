"""From what a training left to one GGUF file, verified and with a manifest."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from mathviz_chat import __version__
from mathviz_chat.backends.llamacpp.parity import Parity, Said, compare, probing
from mathviz_chat.backends.llamacpp.quantise import quantise
from mathviz_chat.errors import ExportError, UsageError
from mathviz_chat.messages import Message
from mathviz_chat.prompts import SYSTEM_PROMPT
from mathviz_chat.weights.adapter_file import is_adapter, read_adapter, write_adapter
from mathviz_chat.weights.change import Changes
from mathviz_chat.weights.file_types import PLAIN
from mathviz_chat.weights.gguf_file import GgufFile
from mathviz_chat.weights.manifest import read_training, sha256, write_manifest
from mathviz_chat.weights.merge import merge
from mathviz_chat.weights.peft import WEIGHTS_FILE, is_peft, read_peft
from mathviz_chat.weights.safe_file import replacing
from mathviz_chat.weights.whole import is_whole, read_whole

GOLDEN: Final = ("Solve for x: 3x + 7 = 22", "What is 15% of 80?")
GOLDEN_TOKENS: Final = 24
TOLERANCE: Final = 1.0  # mean log-prob difference; a forgotten permutation of q and k is above 2
_CHECKED: Final = ("F16", "Q8_0")  # coarser types differ more than a fault does

Progress: TypeAlias = Callable[[str, float], None]  # what is being done, and its share from 0 to 1


@dataclass(frozen=True, slots=True)
class Verification:
    """How the written file answers. parity: its log-probabilities on the golden answers against
    the base with the adapter loaded beside it; None for whole weights."""

    golden: Mapping[str, str]
    parity: Parity | None


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """What is exported. weights: the file whose hash names it."""

    path: Path
    weights: tuple[Path, ...]
    training: Mapping[str, Any] | None
    changes: Changes


def read_source(path: Path, base: GgufFile) -> Source:
    """Read a PEFT folder, an adapter's GGUF file or a folder of whole weights.

    Raises UsageError, in one sentence, for what cannot be exported for this base.
    """
    if path.is_dir():
        training = read_training(path)
        if is_peft(path):
            changes = read_peft(path, base.architecture, base.heads)
            return Source(path, (path / WEIGHTS_FILE,), training, changes)
        if is_whole(path):
            files = tuple(sorted(path.glob("model*.safetensors")))
            return Source(path, files, training, read_whole(path, base.architecture, base.heads))
        raise UsageError(
            f"{path} holds neither a PEFT adapter (adapter_config.json) nor weights of "
            f"transformers (config.json and model.safetensors): name the folder of the training."
        )
    if not path.is_file():
        raise UsageError(f"There is no {path}: name the folder of the training.")
    if not is_adapter(path):
        raise UsageError(f"{path} is a whole model already: it needs no export.")
    return Source(path, (path,), None, read_adapter(path))


def export(
    source: Source, base: GgufFile, output: Path, file_type: str, *, verify: bool, tell: Progress
) -> Path:
    """Merge ``source`` into ``base`` as ``output``, verify it and write its manifest.

    file_type: one of ``file_types.TYPES``. Returns the manifest's path. Where the verification
    fails, what was there before stays. Raises UsageError, ExportError and, for what llama.cpp
    does, BackendError.
    """
    found = None
    with replacing(output) as temporary:
        _write(source, base, temporary, file_type, tell)
        if verify:
            tell("verifying", 0.0)
            found = verification(source.changes, base.path, temporary, file_type)
            tell("verifying", 1.0)
    return write_manifest(output, _manifest(source, base.path, output, file_type, found))


def export_adapter(source: Source, base: GgufFile, output: Path) -> Path:
    """Write the adapter alone, for llama.cpp to load beside the base; returns its manifest."""
    texts = {"general.name": "mathviz", "mathviz.base_sha256": sha256(base.path)}
    write_adapter(source.changes, output, texts)
    return write_manifest(output, _manifest(source, base.path, output, "F16", None))


def _write(source: Source, base: GgufFile, output: Path, file_type: str, tell: Progress) -> None:
    def merging(share: float) -> None:
        tell("merging", share)

    if file_type in PLAIN:
        merge(base, source.changes, output, file_type, merging)
        return
    with tempfile.TemporaryDirectory(prefix=".export-", dir=output.parent) as folder:
        whole = Path(folder) / "f16.gguf"
        merge(base, source.changes, whole, "F16", merging)
        tell("quantising", 0.0)
        quantise(whole, output, file_type)
        tell("quantising", 1.0)


# ------------------------------------------------------------------------ verifying


def verification(changes: Changes, base: Path, output: Path, file_type: str) -> Verification:
    """Let the written file answer, and compare it with the base and the adapter beside it.

    Raises ExportError where they do not say the same.
    """
    with probing(output) as probe:
        said = [probe.say(_messages(question), GOLDEN_TOKENS) for question in GOLDEN]
    golden = {question: one.text for question, one in zip(GOLDEN, said, strict=True)}
    if changes.whole:
        return Verification(golden, None)
    parity = _parity(changes, base, said)
    if file_type in _CHECKED and parity.mean > TOLERANCE:
        raise ExportError(
            f"The merged file does not say what the base with the adapter says (mean log-prob "
            f"difference {parity.mean:.2f}): nothing was written; report this as a fault of export."
        )
    return Verification(golden, parity)


def _parity(changes: Changes, base: Path, said: list[Said]) -> Parity:
    with tempfile.TemporaryDirectory() as folder:
        adapter = Path(folder) / "adapter.gguf"
        write_adapter(changes, adapter, {})
        with probing(base, adapter) as probe:
            expected = [row for one in said for row in probe.follow(one.prompt, one.tokens)]
    return compare(expected, [row for one in said for row in one.expected])


def _messages(question: str) -> tuple[Message, ...]:
    return Message("system", SYSTEM_PROMPT), Message("user", question)


def _manifest(
    source: Source, base: Path, output: Path, file_type: str, found: Verification | None
) -> dict[str, Any]:
    return {
        "output": {
            "file": output.name,
            "type": file_type,
            "bytes": output.stat().st_size,
            "sha256": sha256(output),
        },
        "base": {"file": base.name, "sha256": sha256(base)},
        "source": {
            "path": str(source.path),
            "sha256": {file.name: sha256(file) for file in source.weights},
        },
        "training": source.training,
        "verification": None if found is None else asdict(found),
        "mathviz_chat": __version__,
    }
