"""The real program in a real pseudo-terminal."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pexpect

from tests.ui.screen import Window

ENTER = "\r"
CTRL_C = "\x03"
CTRL_D = "\x04"
CTRL_Z = "\x1a"
PATIENCE_S = 150.0  # a busy machine; a test that passes never waits so long


class TerminalSession:
    """``mathviz-chat`` with the given flags in a window of that size."""

    def __init__(
        self,
        flags: Sequence[str],
        data_dir: Path,
        *,
        columns: int = 80,
        rows: int = 24,
        environment: dict[str, str] | None = None,
    ) -> None:
        own = {
            "TERM": "xterm-256color",
            "XTERM_VERSION": "XTerm(390)",  # the window cuts off as xterm does
            "MATHVIZ_DATA_DIR": str(data_dir),
            "PYTHONUTF8": "1",
        }
        inherited = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "mathviz_chat", *flags],
            env=inherited | own | (environment or {}),
            dimensions=(rows, columns),
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE_S,
        )
        self._child.delaybeforesend = None
        self.window = Window(columns, rows, self._child.send)
        self.output = ""

    def __enter__(self) -> TerminalSession:
        return self

    def __exit__(self, *exception: object) -> None:
        self._child.close(force=True)

    def send(self, keys: str) -> None:
        self._child.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size, in the order in which no row is drawn for a wider one."""
        if columns < self.window.columns:
            self._child.setwinsize(rows, columns)
            for _ in range(10):
                self._read()  # what had been drawn before
            self.window.resize(columns, rows)
        else:
            self.window.resize(columns, rows)
            self._child.setwinsize(rows, columns)

    def wait_for(self, text: str, *, times: int = 1) -> float:
        """Wait until ``text`` can be seen so many times; returns how long that took, in s."""
        return self.wait_until(lambda lines: "\n".join(lines).count(text) >= times, text)

    def wait_for_prompt(self) -> None:
        """Wait for the prompt on the last line."""
        self.wait_until(lambda lines: lines[-1:] == [">"], "the prompt")

    def wait_for_raw_keys(self) -> None:
        """Wait until the terminal hands keys on as they are typed."""
        assert self._child.waitnoecho(PATIENCE_S)

    def wait_until(self, seen: Callable[[list[str]], bool], what: str) -> float:
        """Wait until the window's lines are as wanted; returns how long that took, in s."""
        begun = time.monotonic()
        while not seen(self.window.lines):
            self._read()
            assert time.monotonic() - begun < PATIENCE_S, (
                f"waited for {what}; seen:\n{self.window.text}"
            )
        return time.monotonic() - begun

    def wait_for_end(self) -> int | None:
        """Wait until the program has ended; returns its exit code."""
        begun = time.monotonic()
        while self._child.isalive():
            self._read()
            assert time.monotonic() - begun < PATIENCE_S
        self._child.close()
        status: int | None = self._child.exitstatus
        return status

    def _read(self) -> None:
        try:
            text = self._child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            return
        self.output += text
        self.window.feed(text)


def scripted(folder: Path, answers: Sequence[dict[str, object] | str]) -> list[str]:
    """The flags for a scripted model that gives these answers, one after another."""
    path = folder / "script.json"
    path.write_text(json.dumps(answers), encoding="utf-8")
    return ["--backend", "scripted", "--model", str(path)]
