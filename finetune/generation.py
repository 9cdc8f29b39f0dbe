"""Greedy answers of a GGUF file to many questions at once, with the calculator in the loop.

The engine asks one question at a time. Here each pass over the weights serves all the answers
that are being written; the texts then go through the engine as if a model said them now.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mathviz_chat.backends.base import Capabilities, Delta, Statistics, StopReason
from mathviz_chat.backends.estimate import estimate_tokens
from mathviz_chat.core.calculation import value_after
from mathviz_chat.messages import Message, Request
from mathviz_chat.prompts import SYSTEM_PROMPT

if TYPE_CHECKING:
    from mathviz_chat.backends.llamacpp.native import NativeModel

CONTEXT: Final = 1024  # tokens of a question with its answer
MAX_TOKENS: Final = 300
PARALLEL: Final = 16


@dataclass(frozen=True, slots=True)
class Generated:
    """An answer. tokens: those that the model chose, computed values left out. confidence: the
    geometric mean of their probabilities. ended: by the model itself, within the limit. seconds:
    since the answer before it, so that those of all answers are the time of the run."""

    text: str
    tokens: int
    confidence: float
    ended: bool
    seconds: float = 0.0


@dataclass(slots=True)
class _Writing:
    """An answer in the making. due: tokens to be read next."""

    number: int
    due: list[int]
    text: bytes = b""
    tokens: int = 0
    log_prob: float = 0.0
    length: int = 0
    ended: bool = False


@dataclass(slots=True)
class Writer:
    """Writes the answers, ``parallel`` of them at a time."""

    native: NativeModel
    prompts: Sequence[Sequence[int]]
    parallel: int = PARALLEL
    threads: int = 1
    calculator: bool = True
    _next: int = field(default=0, init=False)

    def answers(self) -> Iterator[tuple[int, Generated]]:
        """Each answer with the number of its prompt, in the order in which they end."""
        from mathviz_chat.backends.llamacpp.parallel import Parallel

        prefix = _common(self.prompts)
        sequences = min(self.parallel, len(self.prompts))
        parallel = Parallel(
            self.native, prefix, sequences=sequences, context=CONTEXT, threads=self.threads
        )
        with closing(parallel):
            writing = {place: self._begin(parallel, place, prefix) for place in range(sequences)}
            while active := {place: one for place, one in writing.items() if one is not None}:
                scores = parallel.read(_fitting({p: one.due for p, one in active.items()}))
                for place, row in scores.items():
                    one = active[place]
                    self._take(one, row)
                    if one.ended or one.length >= MAX_TOKENS:
                        yield one.number, _generated(one)
                        writing[place] = self._begin(parallel, place, prefix)

    def _begin(self, parallel: Any, place: int, prefix: Sequence[int]) -> _Writing | None:
        if self._next == len(self.prompts):
            return None
        number, self._next = self._next, self._next + 1
        parallel.begin(place)
        return _Writing(number, list(self.prompts[number][len(prefix) :]))

    def _take(self, one: _Writing, scores: Any) -> None:
        """The likeliest token, and where a value is due, its tokens with it."""
        import numpy as np

        token = int(np.argmax(scores))
        top = float(scores[token])
        one.log_prob -= math.log(float(np.exp(scores.astype(np.float64) - top).sum()))
        one.tokens += 1
        if self.native.ends(token):
            one.ended = True
            return
        one.text += self.native.piece(token)
        one.due = [token]
        value = self._value(one.text) if self.calculator else None
        if value is not None:  # and the line ends after it, as in the answer format
            one.text += f"{value}\n".encode()
            one.due += self.native.tokenize(f"{value}\n", begin=False, special=False)
        one.length += len(one.due)

    @staticmethod
    def _value(text: bytes) -> str | None:
        if not text.endswith(b"="):
            return None
        return value_after(text[text.rfind(b"\n") + 1 :].decode("utf-8", errors="replace"))


def _common(prompts: Sequence[Sequence[int]]) -> Sequence[int]:
    """What all prompts begin with; each keeps at least one token of its own."""
    first, last = min(map(list, prompts)), max(map(list, prompts))  # all others lie between
    length = 0
    most = min(map(len, prompts)) - 1
    while length < most and first[length] == last[length]:
        length += 1
    return first[:length]


def _fitting(due: Mapping[int, Sequence[int]]) -> dict[int, Sequence[int]]:
    """As many of the sequences as one call takes; the others wait for the next."""
    from mathviz_chat.backends.llamacpp.parallel import BATCH

    chosen: dict[int, Sequence[int]] = {}
    room = BATCH
    for place, tokens in due.items():
        if len(tokens) <= room:
            chosen[place] = tokens
            room -= len(tokens)
    return chosen


def _generated(one: _Writing) -> Generated:
    text = one.text.decode("utf-8", errors="replace")
    confidence = math.exp(one.log_prob / one.tokens) if one.tokens else 0.0
    return Generated(text, one.tokens, confidence, one.ended)


def generate(
    path: Path,
    questions: Sequence[str],
    parallel: int = PARALLEL,
    *,
    threads: int | None = None,
    calculator: bool = True,
) -> Iterator[tuple[int, Generated]]:
    """Each answer with the number of its question, in the order in which they end; without a
    question the model is not loaded."""
    from mathviz_chat.backends.llamacpp.cores import physical_cores
    from mathviz_chat.backends.llamacpp.library import AbortFlag
    from mathviz_chat.backends.llamacpp.native import NativeModel
    from mathviz_chat.backends.llamacpp.prompting import Prompting

    if not questions:
        return
    threads = threads or physical_cores()
    with closing(NativeModel(path, None, CONTEXT, threads, AbortFlag())) as native:
        prompting = Prompting(native, path)
        prompts = [
            prompting.tokens((Message("system", SYSTEM_PROMPT), Message("user", question)))
            for question in questions
        ]
        writer = Writer(native, prompts, parallel, threads, calculator)
        started = time.monotonic()
        for number, answer in writer.answers():
            ended = time.monotonic()
            yield number, replace(answer, seconds=round(ended - started, 3))
            started = ended


class Replay:
    """A backend that says what was generated before, to the same question."""

    name = "llamacpp"
    capabilities = Capabilities()
    context_length = CONTEXT

    def __init__(self, model: str, said: Mapping[str, Generated]) -> None:
        self.model = model
        self._said = said

    def stream(self, request: Request, cancel: threading.Event) -> Iterator[Delta | Statistics]:
        """The whole answer as one piece."""
        said = self._said[request.messages[-1].content]
        if said.text:
            yield Delta(said.text)
        stop: StopReason = "stop" if said.ended else "length"
        yield Statistics(None, said.tokens, None, None, stop)

    def count_tokens(self, messages: tuple[Message, ...]) -> int:
        return estimate_tokens(messages)

    def warm_up(self, messages: tuple[Message, ...] = ()) -> None:
        """Nothing is loaded."""

    def close(self) -> None:
        """Nothing is held."""
