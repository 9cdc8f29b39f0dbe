"""How far two models differ on the same text: by the log-probabilities of the likeliest tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from mathviz_chat.backends.llamacpp.cores import physical_cores
from mathviz_chat.backends.llamacpp.library import AbortFlag
from mathviz_chat.backends.llamacpp.native import NativeModel

LIKELIEST: Final = 20
CONTEXT: Final = 512

LogProbs: TypeAlias = npt.NDArray[Any]  # (vocabulary,)


@dataclass(frozen=True, slots=True)
class Parity:
    """Absolute differences of natural log-probabilities over the tokens that the reference finds
    likeliest (20 at each position). positions: of the text. same_first: where both find the same
    token likeliest."""

    positions: int
    maximum: float
    mean: float
    same_first: int


def compare(reference: Sequence[LogProbs], other: Sequence[LogProbs]) -> Parity:
    """Compare two models' log-probabilities at the same positions."""
    differences, same = [], 0
    for left, right in zip(reference, other, strict=True):
        likeliest = np.argpartition(left, -LIKELIEST)[-LIKELIEST:]
        differences.append(np.abs(left[likeliest] - right[likeliest]))
        same += int(np.argmax(left) == np.argmax(right))
    whole = np.concatenate(differences)
    return Parity(len(differences), float(whole.max()), float(whole.mean()), same)


def log_probs(
    model: Path, text: str, *, adapter: Path | None = None, threads: int | None = None
) -> list[LogProbs]:
    """What the model expects after each token of ``text`` (control tokens in it are read).

    Raises as :class:`NativeModel`.
    """
    native = NativeModel(model, adapter, CONTEXT, threads or physical_cores(), AbortFlag())
    try:
        return list(_after_each(native, native.tokenize(text, begin=False, special=True)))
    finally:
        native.close()


def _after_each(native: NativeModel, tokens: Sequence[int]) -> Iterator[LogProbs]:
    for token in tokens[:CONTEXT]:
        native.add(token)
        logits = np.array(native.logits(), dtype=np.float64)
        logits -= logits.max()
        yield logits - np.log(np.exp(logits).sum())
