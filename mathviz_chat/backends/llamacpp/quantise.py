"""K-quants: types of GGUF files that only llama.cpp can write."""

from __future__ import annotations

import ctypes
from pathlib import Path

from mathviz_chat.backends.llamacpp.cores import physical_cores
from mathviz_chat.backends.llamacpp.library import LOG, llama_cpp
from mathviz_chat.errors import ExportError


def quantise(source: Path, output: Path, file_type: str) -> None:
    """Write ``source`` (F16) as one of ``K_QUANTS``; on failure no ``output`` is left.

    Raises ExportError with llama.cpp's reason, BackendUnavailable without llama.cpp.
    """
    llama = llama_cpp()
    parameters = llama.llama_model_quantize_default_params()
    parameters.ftype = getattr(llama, f"LLAMA_FTYPE_MOSTLY_{file_type}")
    parameters.nthread = physical_cores()
    LOG.reason = ""
    code = llama.llama_model_quantize(
        str(source).encode(), str(output).encode(), ctypes.byref(parameters)
    )
    if code != 0:  # it leaves the beginning of a file, which loads as a model that is broken
        output.unlink(missing_ok=True)
        raise ExportError(
            f"llama.cpp cannot write {file_type} ({LOG.reason or f'code {code}'}): choose another "
            f"type; its log is {LOG.path}."
        )
