"""Tensors of a safetensors file as float32."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from gguf.utility import LocalTensor, SafetensorsLocal

from mathviz_chat.errors import UsageError
from mathviz_chat.weights.change import Array


def open_tensors(path: Path) -> dict[str, LocalTensor]:
    """The tensors of a file by name, none read yet. Raises UsageError."""
    try:
        return dict(SafetensorsLocal(path).tensors)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"{path} cannot be read as a safetensors file ({error}): save it again."
        ) from None


def load(tensor: LocalTensor) -> Array:
    """The numbers of one tensor.

    Raises UsageError for other kinds than F32, F16 and BF16, and where the file has been cut.
    """
    try:
        raw = np.asarray(tensor.mmap_bytes())
    except (OSError, ValueError):
        raise UsageError(f"{tensor.data_range.filename} is cut off: save it again.") from None
    if tensor.dtype == "BF16":  # the upper half of a float32
        values = (raw.view("<u2").astype(np.uint32) << 16).view(np.float32)
    elif tensor.dtype in ("F32", "F16"):
        values = raw.view("<f4" if tensor.dtype == "F32" else "<f2").astype(np.float32)
    else:
        raise UsageError(
            f"{tensor.data_range.filename} holds weights of the kind {tensor.dtype}: save them "
            f"as F32, F16 or BF16."
        )
    return values.reshape(tensor.shape)
