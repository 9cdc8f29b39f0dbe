"""How far two models differ on the same text: by the log-probabilities of the likeliest tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from mathviz_chat.backends.llamacpp.cores import physical_cores
from mathviz_chat.backends.llamacpp.library import AbortFlag
from mathviz_chat.backends.llamacpp.native import NativeModel
from mathviz_chat.backends.llamacpp.prompting import Prompting
from mathviz_chat.messages import Message

LIKELIEST: Final = 20
CONTEXT: Final = 1024

LogProbs: TypeAlias = npt.NDArray[Any]  # (vocabulary,)


@dataclass(frozen=True, slots=True)
class Parity:
    """Absolute differences of natural log-probabilities over the tokens that the reference finds
    likeliest (20 at each position). positions: of the text. first: the mean for the likeliest one
    alone. same_first: positions where both find the same token likeliest."""

    positions: int
    maximum: float
    mean: float
    first: float
    same_first: int


@dataclass(frozen=True, slots=True)
class Said:
    """A greedy answer. expected: what the model expected at each of its tokens."""

    prompt: Sequence[int]
    tokens: Sequence[int]
    text: str
    expected: Sequence[LogProbs]


def compare(reference: Sequence[LogProbs], other: Sequence[LogProbs]) -> Parity:
    """Compare two models' log-probabilities at the same positions."""
    differences, first, same = [], [], 0
    for left, right in zip(reference, other, strict=True):
        likeliest = np.argpartition(left, -LIKELIEST)[-LIKELIEST:]
        differences.append(np.abs(left[likeliest] - right[likeliest]))
        best = int(np.argmax(left))
        first.append(abs(left[best] - right[best]))
        same += int(best == np.argmax(right))
    whole = np.concatenate(differences)
    mean = float(np.mean(first))
    return Parity(len(differences), float(whole.max()), float(whole.mean()), mean, same)


class Probe:
    """A model whose expectations are looked at. Use :func:`probing`."""

    def __init__(self, native: NativeModel, path: Path) -> None:
        self._native = native
        self._path = path

    def tokens(self, text: str) -> list[int]:
        """The tokens of a text; control tokens in it are read as such."""
        return self._native.tokenize(text, begin=False, special=True)

    def say(self, messages: Sequence[Message], count: int) -> Said:
        """Answer with at most so many tokens."""
        prompt = Prompting(self._native, self._path).tokens(messages)
        tokens: list[int] = []
        expected: list[LogProbs] = []
        self._native.read(prompt)
        while len(tokens) < count:
            expected.append(self._log_probs())
            tokens.append(int(np.argmax(expected[-1])))
            if self._native.ends(tokens[-1]):
                break
            self._native.add(tokens[-1])
        said = b"".join(self._native.piece(token) for token in tokens)
        return Said(prompt, tokens, said.decode("utf-8", errors="replace"), expected)

    def follow(self, prompt: Sequence[int], tokens: Sequence[int]) -> list[LogProbs]:
        """What the model expects at each of ``tokens``, which go on from ``prompt``."""
        self._native.read(prompt)
        expected = []
        for token in tokens:
            expected.append(self._log_probs())
            self._native.add(token)
        return expected

    def _log_probs(self) -> LogProbs:
        logits = np.array(self._native.logits(), dtype=np.float64)
        logits -= logits.max()
        return np.asarray(logits - np.log(np.exp(logits).sum()))


@contextmanager
def probing(
    model: Path, adapter: Path | None = None, threads: int | None = None
) -> Iterator[Probe]:
    """Load a model to look at, with an adapter or without. Raises as :class:`NativeModel`."""
    native = NativeModel(model, adapter, CONTEXT, threads or physical_cores(), AbortFlag())
    try:
        yield Probe(native, model)
    finally:
        native.close()
