"""Many answers of one model at the same time: each pass over the weights gives a token of each."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from mathviz_chat.backends.llamacpp.library import LOG, llama_cpp
from mathviz_chat.backends.llamacpp.native import NativeModel
from mathviz_chat.errors import GenerationFailed, ModelNotFound

BATCH: Final = 512  # tokens a call


class Parallel:
    """A context with several sequences that all begin with ``prefix``. Close it before the model.

    sequences: how many at once. context: tokens of each. prefix: is read once for all.
    """

    def __init__(
        self,
        native: NativeModel,
        prefix: Sequence[int],
        *,
        sequences: int,
        context: int,
        threads: int,
    ) -> None:
        self._llama: Any = llama_cpp()
        parameters = self._llama.llama_context_default_params()
        parameters.n_ctx = context * (sequences + 1)
        parameters.n_seq_max = sequences + 1
        parameters.n_batch = parameters.n_ubatch = BATCH
        parameters.n_threads = parameters.n_threads_batch = threads
        parameters.kv_unified = False  # each sequence looks back at its own tokens alone
        self._context = self._llama.llama_init_from_model(native.handle, parameters)
        if not self._context:
            raise ModelNotFound(f"There is not enough memory for {sequences} answers at once.")
        self._memory = self._llama.llama_get_memory(self._context)
        self._vocabulary = self._llama.llama_vocab_n_tokens(
            self._llama.llama_model_get_vocab(native.handle)
        )
        self._batch = self._llama.llama_batch_init(BATCH, 0, 1)
        self._held = [0] * (sequences + 1)
        self._shared = sequences  # the sequence that holds the prefix alone
        for start in range(0, len(prefix), BATCH):
            self.read({self._shared: prefix[start : start + BATCH]})

    def close(self) -> None:
        """Free the context."""
        self._llama.llama_batch_free(self._batch)
        self._llama.llama_free(self._context)

    def begin(self, sequence: int) -> None:
        """Make a sequence hold the prefix alone."""
        self._llama.llama_memory_seq_rm(self._memory, sequence, -1, -1)
        self._llama.llama_memory_seq_cp(self._memory, self._shared, sequence, -1, -1)
        self._held[sequence] = self._held[self._shared]

    def read(self, parts: Mapping[int, Sequence[int]]) -> dict[int, npt.NDArray[np.float32]]:
        """Add tokens to sequences, at most BATCH in all; returns the scores of the next token of
        each. Raises GenerationFailed."""
        batch, last = self._batch, {}
        place = 0
        for sequence, tokens in parts.items():
            for token in tokens:
                batch.token[place] = token
                batch.pos[place] = self._held[sequence]
                batch.n_seq_id[place] = 1
                batch.seq_id[place][0] = sequence
                batch.logits[place] = False
                self._held[sequence] += 1
                place += 1
            last[sequence] = place - 1
            batch.logits[place - 1] = True
        batch.n_tokens = place
        if code := self._llama.llama_decode(self._context, batch):
            raise GenerationFailed(f"llama.cpp failed (code {code}); its log is {LOG.path}.")
        return {sequence: self._scores(place) for sequence, place in last.items()}

    def _scores(self, place: int) -> npt.NDArray[np.float32]:
        pointer = self._llama.llama_get_logits_ith(self._context, place)
        array = ctypes.cast(pointer, ctypes.POINTER(ctypes.c_float * self._vocabulary))
        return np.array(array.contents, dtype=np.float32)
