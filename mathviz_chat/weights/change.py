"""What is to become of a tensor of the base: a frozen value for each way to change one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Lora:
    """Adds ``scale`` · B·A (Hu et al. 2021, https://arxiv.org/abs/2106.09685).

    a: (rank, in). b: (out, rank). scale: alpha/rank, or alpha/sqrt(rank) for rsLoRA.
    """

    a: Array
    b: Array
    scale: float

    @property
    def rank(self) -> int:
        return int(self.a.shape[0])

    @property
    def shape(self) -> tuple[int, ...]:
        """Of the tensor that it changes: (out, in)."""
        return int(self.b.shape[0]), int(self.a.shape[1])

    def apply(self, weights: Array) -> Array:
        return weights + np.float32(self.scale) * (self.b @ self.a)


@dataclass(frozen=True, slots=True, eq=False)
class Replacement:
    """Puts other weights in place, read from their file only when they are needed."""

    shape: tuple[int, ...]
    load: Callable[[], Array]

    def apply(self, weights: Array) -> Array:
        del weights
        return self.load()


Change: TypeAlias = Lora | Replacement


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """What a training made of its base.

    architecture: as GGUF names it. tensors: by their names in the base's GGUF file, in its order
    of rows. whole: nothing of the base's weights is left.
    """

    architecture: str
    tensors: Mapping[str, Change]
    whole: bool = False


def describe(value: Any) -> str:
    """A value from a configuration, short enough for a sentence."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
