"""The ``llamacpp`` backend: a model in this process."""

from __future__ import annotations

import codecs
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mathviz_chat.backends.base import Capabilities, Delta, Statistics, StopReason
from mathviz_chat.backends.clock import Stopwatch
from mathviz_chat.backends.estimate import estimate_tokens
from mathviz_chat.backends.llamacpp.cores import physical_cores
from mathviz_chat.backends.llamacpp.library import AbortFlag
from mathviz_chat.backends.llamacpp.native import Aborted, NativeModel
from mathviz_chat.backends.llamacpp.prompting import Prompting
from mathviz_chat.backends.stops import StopFilter
from mathviz_chat.errors import ContextOverflow
from mathviz_chat.messages import Message, Request

DEFAULT_CONTEXT = 4096
_POLL_S = 0.03  # how often a set ``cancel`` is looked for; well below the 300 ms that are allowed
_CLOSE_S = 2.0


class LlamaCppBackend:
    """A GGUF file run by llama.cpp; loaded at the first use, which can be cancelled too.

    The memory of earlier turns (the prefix cache) is kept between requests. Prefill is continued
    at a token boundary: the prefill's tokens are its own, as if they had been generated.

    Args:
        path: the GGUF file. model: the name shown; None is the file's.
        adapter: a LoRA adapter as GGUF. num_ctx: context in tokens, at most what the model knows.
        threads: None is the number of physical cores.
    """

    name = "llamacpp"
    capabilities = Capabilities(prefill=True, json_schema=True, seed=True)

    def __init__(
        self,
        path: Path,
        *,
        model: str | None = None,
        adapter: Path | None = None,
        num_ctx: int | None = None,
        threads: int | None = None,
    ) -> None:
        self.model = model or path.stem
        self._path, self._adapter = path, adapter
        self._num_ctx = num_ctx or DEFAULT_CONTEXT
        self._threads = threads
        self._abort = AbortFlag()
        self._busy = threading.Lock()  # held by the one stream or warm-up
        self._pointer = threading.Lock()  # held while the model is looked at or taken away
        self._native: NativeModel | None = None
        self._prompts: Prompting | None = None
        self._closed = False

    @property
    def context_length(self) -> int:
        return self._num_ctx if self._native is None else self._native.context_length

    # ------------------------------------------------------------------ the Protocol

    def stream(self, request: Request, cancel: threading.Event) -> Iterator[Delta | Statistics]:
        stopwatch = Stopwatch()
        prompt_tokens: int | None = None
        reason: StopReason = "interrupted"
        with suppress(Aborted), self._turn(cancel):
            native = self._loaded()
            tokens = self._prompt(native, request)
            prompt_tokens = len(tokens)
            native.read(tokens)
            reason = yield from _generate(native, request, cancel, stopwatch)
        yield stopwatch.statistics(reason, prompt_tokens=prompt_tokens)

    def count_tokens(self, messages: tuple[Message, ...]) -> int:
        """Exact once the model is loaded, an upper estimate before (it is not loaded for this)."""
        with self._pointer:
            if self._native is None:
                return estimate_tokens(messages)
            return len(self._prompting(self._native).tokens(messages))

    def warm_up(self, messages: tuple[Message, ...] = ()) -> None:
        with suppress(Aborted), self._turn(threading.Event()):
            native = self._loaded()
            tokens = self._prompting(native).tokens(messages, answer=False) if messages else []
            if 0 < len(tokens) <= native.context_length:
                native.read(tokens)

    def close(self) -> None:
        """Free the model. A stream or warm-up under way ends first."""
        self._closed = True
        self._abort.set()
        if not self._busy.acquire(timeout=_CLOSE_S):
            return  # a stream that nobody reads to its end: the memory goes with the process
        try:
            with self._pointer:
                native, self._native = self._native, None
            if native is not None:
                native.close()
        finally:
            self._busy.release()

    # ------------------------------------------------------------------ one turn at a time

    @contextmanager
    def _turn(self, cancel: threading.Event) -> Iterator[None]:
        """Have the model alone; meanwhile ``cancel`` sets the abort flag.

        Raises :class:`Aborted` where ``cancel`` is set, or the backend closed, before its turn.
        """
        while not self._busy.acquire(timeout=_POLL_S):
            if cancel.is_set():
                raise Aborted
        try:
            if cancel.is_set() or self._closed:
                raise Aborted
            self._abort.clear()
            with _watching(cancel, self._abort):
                yield
        finally:
            self._busy.release()

    def _loaded(self) -> NativeModel:
        if self._native is None:
            threads = self._threads or physical_cores()
            native = NativeModel(self._path, self._adapter, self._num_ctx, threads, self._abort)
            with self._pointer:
                self._native = native
        return self._native

    # ------------------------------------------------------------------ the prompt

    def _prompt(self, native: NativeModel, request: Request) -> list[int]:
        tokens = self._prompting(native).tokens(request.messages)
        if request.prefill:
            tokens += _begun(native, tokens, request.prefill)
        if len(tokens) >= native.context_length:
            raise ContextOverflow(
                f"The conversation has {len(tokens)} tokens and the context holds "
                f"{native.context_length}: /clear it, or start again with a larger --num-ctx."
            )
        return tokens

    def _prompting(self, native: NativeModel) -> Prompting:
        if self._prompts is None:
            self._prompts = Prompting(native, self._path)
        return self._prompts


def _begun(native: NativeModel, prompt: list[int], prefill: str) -> list[int]:
    """The tokens of an answer's beginning.

    Where it goes on from all that the model has generated after this prompt, those tokens stay
    and only the rest is split, at that boundary; nothing is read twice.
    """
    rest = prefill.encode("utf-8", errors="replace")
    generated = native.held_after(prompt)
    said = b"".join(map(native.piece, generated))
    if not said or not rest.startswith(said):
        return native.tokenize(prefill, begin=False, special=False)
    going_on = rest[len(said) :].decode("utf-8", errors="replace")
    return generated + native.tokenize(going_on, begin=False, special=False)


def _generate(
    native: NativeModel, request: Request, cancel: threading.Event, stopwatch: Stopwatch
) -> Generator[Delta, None, StopReason]:
    """Yield the answer to what ``native`` has read, and return why it ended."""
    stops = StopFilter(request.options.stop)
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    sampler = native.sampler(request.options, request.json_schema)
    try:
        while True:
            token = sampler.next()
            if native.ends(token):
                reason: StopReason = "stop"
                break
            stopwatch.token()
            if text := stops.feed(decoder.decode(native.piece(token))):
                yield Delta(text)
            if stops.stopped:
                return "stop"
            if cancel.is_set():
                reason = "interrupted"
                break
            if (
                stopwatch.tokens >= request.options.max_tokens
                or native.held >= native.context_length
            ):
                reason = "length"
                break
            native.add(token)
    except Aborted:
        reason = "interrupted"
    finally:
        sampler.close()
    if text := stops.feed(decoder.decode(b"", final=True)) + stops.finish():
        yield Delta(text)
    return reason


@contextmanager
def _watching(cancel: threading.Event, abort: AbortFlag) -> Iterator[None]:
    """Pass ``cancel`` on to ``abort`` from a thread: this one is inside native code."""
    over = threading.Lock()  # held while deciding, so that a late watcher hits no later turn
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            if cancel.wait(_POLL_S):
                with over:
                    if not done.is_set():
                        abort.set()
                return

    threading.Thread(target=watch, name="mathviz-cancel", daemon=True).start()
    try:
        yield
    finally:
        with over:
            done.set()
