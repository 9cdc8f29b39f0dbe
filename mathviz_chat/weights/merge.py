"""Merges what was trained into the base's own GGUF file.

Every key of the base is kept (tokenizer, chat template, BOS and EOS), so that nothing but the
weights differs. It needs no torch, no compiler and no network.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from gguf import GGML_QUANT_SIZES, GGMLQuantizationType, GGUFWriter
from gguf.gguf_reader import ReaderTensor

from mathviz_chat.errors import UsageError
from mathviz_chat.weights import gguf_file
from mathviz_chat.weights.change import Change, Changes
from mathviz_chat.weights.gguf_file import FILE_TYPES, GgufFile, Planned
from mathviz_chat.weights.safe_file import replacing

Progress = Callable[[float], None]  # is told the share that is done, from 0 to 1

_UNQUANTISED: Final = (
    GGMLQuantizationType.F32,
    GGMLQuantizationType.F16,
    GGMLQuantizationType.BF16,
)
_FIXED: Final = ("rope_freqs.weight",)  # no weights: tables of the architecture


def merge(
    base: GgufFile,
    changes: Changes,
    output: Path,
    file_type: str,
    progress: Progress = lambda share: None,
) -> None:
    """Write ``base`` with ``changes`` as ``output``; the file is there as a whole or not at all.

    file_type: one of ``file_types.PLAIN``. One-dimensional tensors stay F32; a tensor that
    nothing changes and that is already quantised, to no more bits, stays as it is.

    Raises UsageError where the changes do not fit the base, ExportError where the file cannot be
    written.
    """
    _check(base, changes)
    kind, number = FILE_TYPES[file_type]
    planned = [_planned(tensor, changes.tensors.get(tensor.name), kind) for tensor in base.tensors]
    total = sum(tensor.size for tensor in planned)
    done = 0

    def tell(size: int) -> None:
        nonlocal done
        done += size
        progress(done / total)

    with replacing(output, total) as temporary:
        writer = GGUFWriter(None, base.architecture)
        alignment = base.value("general.alignment")
        if alignment is not None:
            writer.add_custom_alignment(int(alignment))
        base.copy_keys(writer)
        writer.add_file_type(number)
        gguf_file.write(temporary, writer, planned, tell)


def _check(base: GgufFile, changes: Changes) -> None:
    if changes.architecture != base.architecture:
        raise UsageError(
            f"The adapter is for a {changes.architecture} model and {base.path} is a "
            f"{base.architecture}: name the base that it was trained on."
        )
    shapes = {tensor.name: gguf_file.shape_of(tensor) for tensor in base.tensors}
    for name, change in changes.tensors.items():
        if name not in shapes:
            raise UsageError(f"{base.path} has no tensor {name}: name the base of the training.")
        if change.shape != shapes[name]:
            raise UsageError(
                f"{name} has the shape {change.shape} in the training and {shapes[name]} in "
                f"{base.path}: name the base of the training, with its vocabulary as it was."
            )
    missing = [name for name in shapes if name not in changes.tensors and name not in _FIXED]
    if changes.whole and missing:
        raise UsageError(f"The weights lack {missing[0]}: save the whole model.")


def _planned(tensor: ReaderTensor, change: Change | None, kind: GGMLQuantizationType) -> Planned:
    shape = gguf_file.shape_of(tensor)
    if change is None and _stays(tensor, kind):
        return Planned(tensor.name, shape, tensor.tensor_type, lambda: tensor.data)
    if len(shape) == 1:
        kind = GGMLQuantizationType.F32
    elif shape[-1] % GGML_QUANT_SIZES[kind][0]:
        kind = GGMLQuantizationType.F16  # rows that are no whole number of blocks
    return Planned(tensor.name, shape, kind, partial(_data, tensor, change, kind))


def _stays(tensor: ReaderTensor, kind: GGMLQuantizationType) -> bool:
    if len(tensor.shape) == 1 or tensor.tensor_type == kind:
        return True
    return tensor.tensor_type not in _UNQUANTISED and _bits(tensor.tensor_type) <= _bits(kind)


def _bits(kind: GGMLQuantizationType) -> float:
    """Bits a weight."""
    block, block_bytes = GGML_QUANT_SIZES[kind]
    return 8 * int(block_bytes) / int(block)


def _data(
    tensor: ReaderTensor, change: Change | None, kind: GGMLQuantizationType
) -> npt.NDArray[Any]:
    weights = gguf_file.floats(tensor)
    if change is not None:
        weights = change.apply(weights)
    if not np.isfinite(weights).all():
        raise UsageError(f"{tensor.name} is not finite after merging: train again.")
    return gguf_file.packed(weights, kind)
