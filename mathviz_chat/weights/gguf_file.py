"""A GGUF file's keys and tensors, read and written by the gguf package."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from gguf import (
    GGML_QUANT_SIZES,
    GGMLQuantizationType,
    GGUFReader,
    GGUFValueType,
    GGUFWriter,
    LlamaFileType,
)
from gguf.gguf_reader import ReaderTensor
from gguf.quants import dequantize, quant_shape_to_byte_shape, quantize

from mathviz_chat.errors import UsageError
from mathviz_chat.weights.change import Array
from mathviz_chat.weights.layout import Heads

logging.getLogger("gguf").setLevel(logging.ERROR)  # it tells each key that is set twice

# The types of PLAIN, with the number that general.file_type has for them.
FILE_TYPES: Final = {
    "F16": (GGMLQuantizationType.F16, LlamaFileType.MOSTLY_F16),
    "Q8_0": (GGMLQuantizationType.Q8_0, LlamaFileType.MOSTLY_Q8_0),
    "Q4_0": (GGMLQuantizationType.Q4_0, LlamaFileType.MOSTLY_Q4_0),
}
_WRITTEN_BY_WRITER: Final = ("general.architecture", "general.alignment")


@dataclass(frozen=True, slots=True)
class Planned:
    """A tensor to write: data gives its bytes as the gguf package wants them."""

    name: str
    shape: tuple[int, ...]
    type: GGMLQuantizationType
    data: Callable[[], npt.NDArray[Any]]

    @property
    def size(self) -> int:
        """Bytes in the file."""
        block, block_bytes = GGML_QUANT_SIZES[self.type]
        return math.prod(self.shape) // int(block) * int(block_bytes)


class GgufFile:
    """The keys and tensors of a file. Raises UsageError for a file that is no GGUF."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._reader = GGUFReader(path)
            self.architecture = str(self.value("general.architecture"))
        except (OSError, ValueError, LookupError, TypeError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise UsageError(
                f"{path} cannot be read as a GGUF file ({reason}): fetch or export it again."
            ) from None

    def value(self, key: str, default: Any = None) -> Any:
        field = self._reader.get_field(key)
        return default if field is None else field.contents()

    @property
    def tensors(self) -> list[ReaderTensor]:
        return list(self._reader.tensors)

    @property
    def heads(self) -> Heads:
        """Raises UsageError where the file does not tell."""
        query = self.value(f"{self.architecture}.attention.head_count")
        if not isinstance(query, int):
            raise UsageError(f"{self.path} does not tell its attention heads: use another base.")
        return Heads(query, self.value(f"{self.architecture}.attention.head_count_kv", query))

    def copy_keys(self, writer: GGUFWriter) -> None:
        """Every key but the ones that describe the file itself."""
        for name, field in self._reader.fields.items():
            if name.startswith("GGUF.") or name in _WRITTEN_BY_WRITER:
                continue
            value = field.contents()
            if field.types[0] is GGUFValueType.ARRAY:
                if len(value) > 0:  # the writer has no way to write an empty one
                    writer.add_key_value(name, value, GGUFValueType.ARRAY, field.types[-1])
            else:
                writer.add_key_value(name, value, field.types[0])


def shape_of(tensor: ReaderTensor) -> tuple[int, ...]:
    """(out, in): GGUF names the fastest dimension first."""
    return tuple(int(size) for size in reversed(tensor.shape.tolist()))


def floats(tensor: ReaderTensor) -> Array:
    """The numbers of a tensor, dequantised."""
    return np.asarray(dequantize(tensor.data, tensor.tensor_type), dtype=np.float32)


def packed(weights: Array, kind: GGMLQuantizationType) -> npt.NDArray[Any]:
    """The numbers as a tensor of that kind."""
    return np.asarray(quantize(weights, kind))


def write(
    path: Path, keys: GGUFWriter, tensors: Iterable[Planned], done: Callable[[int], None]
) -> None:
    """Write the file, one tensor in memory at a time.

    keys: a writer with all its keys. done: is told how many bytes each tensor had.
    """
    planned = list(tensors)
    for tensor in planned:
        raw = tensor.type not in (GGMLQuantizationType.F32, GGMLQuantizationType.F16)
        shape = quant_shape_to_byte_shape(tensor.shape, tensor.type) if raw else tensor.shape
        kind = np.dtype(np.uint8 if raw else np.float32)
        keys.add_tensor_info(tensor.name, shape, kind, tensor.size, raw_dtype=tensor.type)
    try:
        keys.write_header_to_file(path)
        keys.write_kv_data_to_file()
        keys.write_ti_data_to_file()
        for tensor in planned:
            keys.write_tensor_data(tensor.data())
            done(tensor.size)
        keys.flush()
    finally:
        keys.close()
