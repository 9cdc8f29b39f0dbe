"""One loaded model with its context: the only module that calls into llama.cpp."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mathviz_chat.backends.llamacpp.library import LOG, AbortFlag, llama_cpp
from mathviz_chat.errors import BackendError, GenerationFailed, ModelNotFound
from mathviz_chat.messages import Options

BATCH = 512  # tokens a call; also bounds how long one graph node computes before a cancel is seen
TOP_K, TOP_P, MIN_P = 40, 0.95, 0.05  # llama.cpp's own defaults, where the temperature is not 0


class Aborted(Exception):
    """The abort flag was set while llama.cpp was at work."""


class NativeModel:
    """A GGUF model, its context and the tokens that the context's memory holds.

    Args:
        path, adapter: GGUF files; the adapter is a LoRA or None.
        context: wanted context in tokens; at most what the model was trained for is given.
        threads: of the processor.
        abort: ends loading and computing with :class:`Aborted` once set.

    Raises :class:`ModelNotFound` for a file that llama.cpp cannot load.
    """

    def __init__(
        self, path: Path, adapter: Path | None, context: int, threads: int, abort: AbortFlag
    ) -> None:
        self._llama = llama_cpp()
        self._abort = abort
        self._ctx: Any = None
        self._model = self._load(path)
        try:
            self.context_length = min(context, self._llama.llama_model_n_ctx_train(self._model))
            self._vocab = self._llama.llama_model_get_vocab(self._model)
            self._ctx = self._open_context(threads)
            if adapter is not None:
                self._add_adapter(adapter)
        except BaseException:
            self.close()
            raise
        self._memory = self._llama.llama_get_memory(self._ctx)
        self._held: list[int] = []
        self._one = (ctypes.c_int32 * 1)()
        self._piece = ctypes.create_string_buffer(256)

    # ------------------------------------------------------------------ loading

    def _load(self, path: Path) -> Any:
        @self._llama.llama_progress_callback  # type: ignore[untyped-decorator]
        def go_on(progress: float, user_data: Any) -> bool:
            return not self._abort.is_set()

        parameters = self._llama.llama_model_default_params()
        parameters.progress_callback = go_on
        # Kernels for AMX crash on virtual machines (ggml-org/llama.cpp#20824, dspy#10079).
        amx = b"AMX_INT8 = 1" in self._llama.llama_print_system_info()
        parameters.use_extra_bufts = not amx
        LOG.reason = ""
        model = self._llama.llama_model_load_from_file(str(path).encode(), parameters)
        if model:
            return model
        if self._abort.is_set():
            raise Aborted
        raise ModelNotFound(
            f"{path} cannot be loaded as a model ({LOG.reason or 'no reason given'}): fetch "
            f"or export it again; llama.cpp's log is {LOG.path}."
        )

    def _open_context(self, threads: int) -> Any:
        parameters = self._llama.llama_context_default_params()
        parameters.n_ctx = self.context_length
        parameters.n_batch = parameters.n_ubatch = min(BATCH, self.context_length)
        parameters.n_threads = parameters.n_threads_batch = threads
        parameters.abort_callback, parameters.abort_callback_data = self._abort.callback(
            self._llama
        )
        context = self._llama.llama_init_from_model(self._model, parameters)
        if not context:
            raise ModelNotFound(
                f"There is not enough memory for a context of {self.context_length} tokens: "
                f"choose a smaller --num-ctx ({LOG.reason or 'no reason given'})."
            )
        return context

    def _add_adapter(self, adapter: Path) -> None:
        loaded = self._llama.llama_adapter_lora_init(self._model, str(adapter).encode())
        if not loaded:
            raise ModelNotFound(
                f"{adapter} is not a LoRA adapter for this model ({LOG.reason}): export it "
                f"for the base model that is loaded."
            )
        adapters = (self._llama.llama_adapter_lora_p_ctypes * 1)(loaded)
        scales = (ctypes.c_float * 1)(1.0)
        if self._llama.llama_set_adapters_lora(self._ctx, adapters, 1, scales):
            raise ModelNotFound(f"{adapter} cannot be applied to this model ({LOG.reason}).")

    @property
    def handle(self) -> Any:
        """The model itself, for another context on it."""
        return self._model

    def close(self) -> None:
        """Free the context and the model (and with it the adapter)."""
        if self._ctx:
            self._llama.llama_free(self._ctx)
        if self._model:
            self._llama.llama_model_free(self._model)
        self._ctx = self._model = None

    # ------------------------------------------------------------------ text and tokens

    def metadata(self, key: str) -> str | None:
        """Return the text of a metadata key of the GGUF file."""
        size = self._llama.llama_model_meta_val_str(self._model, key.encode(), None, 0)
        if size < 0:
            return None
        buffer = ctypes.create_string_buffer(size + 1)
        self._llama.llama_model_meta_val_str(self._model, key.encode(), buffer, size + 1)
        return buffer.value.decode("utf-8", errors="replace")

    def special_text(self, which: str) -> str:
        """Return the text of the "bos" or "eos" token, "" where the model has none."""
        token = getattr(self._llama, f"llama_vocab_{which}")(self._vocab)
        if token < 0:
            return ""
        return str(self._llama.llama_vocab_get_text(self._vocab, token).decode("utf-8"))

    def tokenize(self, text: str, *, begin: bool, special: bool) -> list[int]:
        """Return the tokens of ``text``.

        begin: add what the model wants at the beginning. special: ``<|...|>`` are control tokens.
        """
        data = text.encode("utf-8", errors="replace")
        room = len(data) + 2
        tokens = (ctypes.c_int32 * room)()
        count = self._llama.llama_tokenize(
            self._vocab, data, len(data), tokens, room, begin, special
        )
        if count < 0:
            raise GenerationFailed("llama.cpp cannot split the text into tokens.")
        return list(tokens[:count])

    def piece(self, token: int) -> bytes:
        """Return the bytes of a token; a character may be spread over several tokens."""
        size = len(self._piece)
        count = self._llama.llama_token_to_piece(self._vocab, token, self._piece, size, 0, False)
        if count < 0:
            self._piece = ctypes.create_string_buffer(-count)
            return self.piece(token)
        return self._piece.raw[:count]

    def ends(self, token: int) -> bool:
        """Whether the model ends its turn with ``token``."""
        return bool(self._llama.llama_vocab_is_eog(self._vocab, token))

    # ------------------------------------------------------------------ computing

    @property
    def held(self) -> int:
        """Number of tokens in the context's memory."""
        return len(self._held)

    def held_after(self, tokens: Sequence[int]) -> list[int]:
        """The tokens in the memory that follow ``tokens``; none where it begins otherwise."""
        count = len(tokens)
        return self._held[count:] if self._held[:count] == list(tokens) else []

    def read(self, tokens: Sequence[int]) -> None:
        """Make the memory hold exactly ``tokens``, keeping the beginning it already holds.

        The last token is read by itself, as it is when all others are held: reading it among
        others rounds differently, and the same question would not get the same answer twice.

        Raises :class:`Aborted` and :class:`GenerationFailed`.
        """
        *most, last = tokens
        self._keep(_common(self._held, most))
        for start in range(self.held, len(most), BATCH):
            part = most[start : start + BATCH]
            self._decode((ctypes.c_int32 * len(part))(*part), part)
        self.add(last)

    def add(self, token: int) -> None:
        """Read one more token. Raises as :meth:`read`."""
        self._one[0] = token
        self._decode(self._one, (token,))

    def logits(self) -> list[float]:
        """Return the score of each token of the vocabulary after the last one that was read."""
        count = self._llama.llama_vocab_n_tokens(self._vocab)
        return list(self._llama.llama_get_logits_ith(self._ctx, -1)[:count])

    def _decode(self, array: Any, tokens: Sequence[int]) -> None:
        batch = self._llama.llama_batch_get_one(array, len(tokens))
        code = self._llama.llama_decode(self._ctx, batch)
        if code == 0:
            self._held.extend(tokens)
            return
        self._held.extend(tokens)
        kept = self._llama.llama_memory_seq_pos_max(self._memory, 0) + 1
        self._keep(min(kept, len(self._held) - len(tokens)))
        if self._abort.is_set():
            raise Aborted
        raise GenerationFailed(
            f"llama.cpp failed in the middle of the answer (code {code}); its log is {LOG.path}."
        )

    def _keep(self, count: int) -> None:
        """Drop all but the first ``count`` tokens from the memory."""
        if not self._llama.llama_memory_seq_rm(self._memory, 0, count, -1):
            self._llama.llama_memory_clear(self._memory, True)  # a recurrent model keeps no past
            count = 0
        del self._held[count:]

    def sampler(self, options: Options, schema: Mapping[str, Any] | None) -> Sampler:
        """Return what chooses the next token."""
        return Sampler(self._llama, self._vocab, self._ctx, options, schema)


class Sampler:
    """Chooses tokens: greedy at temperature 0; a JSON schema as a grammar before that."""

    def __init__(
        self,
        llama: Any,
        vocab: Any,
        ctx: Any,
        options: Options,
        schema: Mapping[str, Any] | None,
    ) -> None:
        self._llama, self._ctx = llama, ctx
        self._chain = llama.llama_sampler_chain_init(llama.llama_sampler_chain_default_params())
        try:
            if schema is not None:
                self._append(_grammar(llama, vocab, schema))
        except BackendError:
            self.close()
            raise
        for part in _choosers(llama, options):
            self._append(part)

    def _append(self, part: Any) -> None:
        self._llama.llama_sampler_chain_add(self._chain, part)

    def next(self) -> int:
        """Choose the token after those in the context's memory."""
        return int(self._llama.llama_sampler_sample(self._chain, self._ctx, -1))

    def close(self) -> None:
        self._llama.llama_sampler_free(self._chain)


def _choosers(llama: Any, options: Options) -> list[Any]:
    if options.temperature <= 0:
        return [llama.llama_sampler_init_greedy()]
    seed = llama.LLAMA_DEFAULT_SEED if options.seed is None else options.seed & 0xFFFFFFFF
    return [
        llama.llama_sampler_init_top_k(TOP_K),
        llama.llama_sampler_init_top_p(TOP_P, 1),
        llama.llama_sampler_init_min_p(MIN_P, 1),
        llama.llama_sampler_init_temp(options.temperature),
        llama.llama_sampler_init_dist(seed),
    ]


def _grammar(llama: Any, vocab: Any, schema: Mapping[str, Any]) -> Any:
    from llama_cpp.llama_grammar import json_schema_to_gbnf

    try:
        text = json_schema_to_gbnf(json.dumps(schema))
    except (AssertionError, KeyError, TypeError, ValueError) as error:
        raise GenerationFailed(
            f"The JSON schema cannot be turned into a grammar: {error}."
        ) from None
    sampler = llama.llama_sampler_init_grammar(vocab, text.encode(), b"root")
    if not sampler:
        raise GenerationFailed("llama.cpp does not accept the grammar of the JSON schema.")
    return sampler


def _common(left: Sequence[int], right: Sequence[int]) -> int:
    """Length of the common beginning."""
    for index, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return index
    return min(len(left), len(right))
