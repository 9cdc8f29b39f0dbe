"""Loads ``llama_cpp``, sends its log to a file and lets native code see a flag."""

from __future__ import annotations

import ctypes
import functools
import re
from pathlib import Path
from typing import Any

from mathviz_chat.errors import BackendUnavailable

LOG_LIMIT = 1_000_000  # bytes; a longer log is begun anew
_FUNCTION = re.compile(r"^\w+: ")  # each line begins with the function that wrote it
_DEBUG, _ERROR, _CONTINUED = 1, 4, 5  # ggml_log_level in ggml.h


@functools.cache
def llama_cpp() -> Any:
    """Import ``llama_cpp`` and set it up, once.

    Raises :class:`BackendUnavailable` where it cannot be imported, with what to do.
    """
    try:
        import llama_cpp
    except (ImportError, OSError, RuntimeError) as error:
        raise BackendUnavailable(
            f"llama-cpp-python cannot be imported ({error}): run "
            f"`pip install --force-reinstall --no-cache-dir llama-cpp-python`, which needs a C++ "
            f"compiler, or use --backend ollama or --solver sympy."
        ) from None
    LOG.install(llama_cpp)
    llama_cpp.llama_backend_init()
    return llama_cpp


class Log:
    """llama.cpp's log: a file in the platform's log folder; ``reason`` is the first
    error since it was emptied (those that follow only repeat it)."""

    def __init__(self) -> None:
        self.reason = ""
        self._callback: Any = None
        self._file: Any = None
        self._level = 0

    @property
    def path(self) -> Path:
        import platformdirs

        return Path(platformdirs.user_log_dir("mathviz-chat", appauthor=False)) / "llamacpp.log"

    def install(self, llama: Any) -> None:
        """Take the place of llama-cpp-python's own callback, which prints."""
        self._callback = llama.llama_log_callback(self._write)
        llama.llama_log_set(self._callback, ctypes.c_void_p(0))

    def _write(self, level: int, text: bytes, user_data: Any) -> None:
        if level != _CONTINUED:
            self._level = level
        if self._level == _DEBUG:
            return  # a thousand lines for each model
        line = text.decode("utf-8", errors="replace")
        if self._level == _ERROR and not self.reason:
            self.reason = _FUNCTION.sub("", line.strip()).rstrip(".")
        if self._file is None:
            self._file = _open_log(self.path)
        self._file.write(line)


LOG = Log()


def _open_log(path: Path) -> Any:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        full = path.exists() and path.stat().st_size > LOG_LIMIT
        return path.open("w" if full else "a", encoding="utf-8", buffering=1)
    except OSError:  # a home that cannot be written to must not stop the model
        return Path("/dev/null").open("w", encoding="utf-8")


class AbortFlag:
    """A flag that Python sets and llama.cpp reads in the middle of a computation.

    llama.cpp asks its abort callback at every node of the graph, hundreds of times a token. A
    Python callback would have to wait for the interpreter's lock each time, so the callback is
    the C library's ``strlen`` on two bytes of memory: 0 (go on) while the first is NUL, else 1.
    """

    def __init__(self) -> None:
        self._memory = ctypes.create_string_buffer(2)
        self._strlen = ctypes.CDLL(None).strlen

    def set(self) -> None:
        self._memory[0] = b"\x01"

    def clear(self) -> None:
        self._memory[0] = b"\x00"

    def is_set(self) -> bool:
        return self._memory[0] != b"\x00"

    def callback(self, llama: Any) -> tuple[Any, ctypes.c_void_p]:
        """Return ``abort_callback`` and ``abort_callback_data`` for the context's parameters."""
        function = ctypes.cast(self._strlen, llama.ggml_abort_callback)
        return function, ctypes.c_void_p(ctypes.addressof(self._memory))
