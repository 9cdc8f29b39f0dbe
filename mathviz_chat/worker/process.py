"""One child process as its parent sees it: started, asked with a deadline, killed."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import mathviz_chat
from mathviz_chat.errors import WorkerError
from mathviz_chat.worker.limits import Limits
from mathviz_chat.worker.protocol import MAX_REPLY, READY, Json, decode

COMMAND: Final = (sys.executable, "-P", "-s", "-m", "mathviz_chat.worker")
WATCH_EVERY_S: Final = 0.1  # between two looks at the memory, where the system enforces no limit
_CHUNK: Final = 65536


class ChildEnded(Exception):
    """The child ended, or had to be killed; the message is the reason, one sentence."""


class ChildInterrupted(ChildEnded):
    """The parent killed it on purpose, in the middle of an operation."""


class Child:
    """A child that was started. Exchanges are for one thread at a time, interrupt for any."""

    def __init__(self, limits: Limits, command: Sequence[str] = COMMAND) -> None:
        """Start it and return at once. WorkerError where the system cannot."""
        self._limits = limits
        self._ready = False
        self._watched = False
        self._interrupted = False
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child
        arguments = [*command, str(limits.cpu_s), str(limits.memory_mib)]
        try:
            self._popen = subprocess.Popen(
                arguments,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._log,
                bufsize=0,
                cwd="/",
                env=_environment(),
                start_new_session=True,
            )
        except OSError as error:
            self._log.close()
            raise WorkerError(f"The checker cannot be started: {error}.") from None
        assert self._popen.stdin is not None
        assert self._popen.stdout is not None
        self._in, self._out = self._popen.stdin.fileno(), self._popen.stdout.fileno()
        os.set_blocking(self._in, False)
        os.set_blocking(self._out, False)

    @property
    def pid(self) -> int:
        return self._popen.pid

    def wait_until_ready(self) -> None:
        """Wait for the greeting. WorkerError where it does not come."""
        if self._ready:
            return
        try:
            greeting = self._talk(b"", time.monotonic() + self._limits.start_s)
            self._ready = greeting[READY] is True
            self._watched = not greeting["memory_enforced"]
        except ChildInterrupted:
            raise
        except (ChildEnded, KeyError) as error:
            detail = (self._last_words() or str(error)).rstrip(".")
            raise WorkerError(f"The checker cannot be started: {detail}.") from None

    def exchange(self, line: bytes) -> Any:
        """Send a request and return its result. ChildEnded where none comes by the deadline.

        After ChildEnded the child is of no more use: close it.
        """
        reply = self._talk(line, time.monotonic() + self._limits.wall_s)
        match reply:
            case {"ok": result}:
                return result
            case {"error": {"kind": "memory"}}:
                raise ChildEnded(self._out_of_memory())
        raise ChildEnded(f"The checker broke on this text ({_message(reply)}).")

    def interrupt(self) -> None:
        """Kill it; an exchange that runs in another thread raises ChildInterrupted."""
        self._interrupted = True
        self._popen.kill()

    def close(self) -> None:
        """Kill it and free what it held; not while an exchange runs."""
        self._popen.kill()
        self._popen.wait()
        for pipe in (self._popen.stdin, self._popen.stdout):
            if pipe is not None:
                pipe.close()
        self._log.close()

    def _talk(self, line: bytes, deadline: float) -> Json:
        """Write ``line`` while reading one reply, so that neither side waits for the other."""
        unsent = memoryview(line)
        poll = select.poll()
        poll.register(self._out, select.POLLIN)
        if unsent:
            unsent = self._write(unsent)
        if unsent:
            poll.register(self._in, select.POLLOUT)
        chunks: list[bytes] = []
        size = 0
        while True:
            ready = self._wait(poll, deadline)
            if unsent and self._in in ready:
                unsent = self._write(unsent)
                if not unsent:
                    poll.unregister(self._in)
            if self._out in ready:
                chunks.append(self._read())
                size += len(chunks[-1])
                if chunks[-1].endswith(b"\n"):
                    return _parse(b"".join(chunks))
                if size > MAX_REPLY:
                    raise ChildEnded("The checker's reply was too long.")

    def _wait(self, poll: select.poll, deadline: float) -> set[int]:
        """The files that are ready; ChildEnded when the time or the memory is used up."""
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise ChildEnded(f"The check took longer than {self._limits.wall_s:g} s.")
            ready = poll.poll(1000 * min(left, WATCH_EVERY_S if self._watched else left))
            if ready:
                return {file for file, _ in ready}
            if self._watched and resident_mib(self.pid) > self._limits.memory_mib:
                raise ChildEnded(self._out_of_memory())

    def _write(self, data: memoryview) -> memoryview:
        try:
            return data[os.write(self._in, data) :]
        except BlockingIOError:
            return data
        except BrokenPipeError:
            raise self._ended() from None

    def _read(self) -> bytes:
        data = os.read(self._out, _CHUNK)
        if not data:
            raise self._ended()
        return data

    def _ended(self) -> ChildEnded:
        """Why the child is gone."""
        try:
            status = self._popen.wait(timeout=1)
        except subprocess.TimeoutExpired:  # it closed its pipe and stayed
            self._popen.kill()
            status = self._popen.wait()
        if self._interrupted:
            return ChildInterrupted("The check was interrupted.")
        if status == -signal.SIGPROF:
            return ChildEnded(
                f"The check took more than {self._limits.cpu_s:g} s of processor time."
            )
        if status == -signal.SIGKILL or "memory" in self._last_words().lower():
            return ChildEnded(self._out_of_memory())
        return ChildEnded(f"The checker broke on this text (status {status}).")

    def _out_of_memory(self) -> str:
        return f"The check needed more than {self._limits.memory_mib} MiB of memory."

    def _last_words(self) -> str:
        """The last line of what it wrote to standard error."""
        log = self._log.fileno()  # the child writes at the same offset: no seek
        tail = os.pread(log, 4096, max(0, os.fstat(log).st_size - 4096))
        lines = tail.decode("utf-8", "replace").strip().splitlines()
        return lines[-1].strip() if lines else ""


def _parse(line: bytes) -> Json:
    try:
        return decode(line)
    except ValueError:
        raise ChildEnded("The checker's reply could not be read.") from None


def _message(reply: Json) -> str:
    error = reply.get("error")
    return str(error.get("message")) if isinstance(error, dict) else "no result"


def resident_mib(pid: int) -> float:
    """Resident memory of a process in MiB, 0 if it is gone."""
    ps = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return int(ps.stdout) / 1024 if ps.stdout.strip().isdigit() else 0.0


def _environment() -> dict[str, str]:
    """The parent's import path and nothing else that changes how Python or SymPy behave.

    The order of a set of strings must not depend on the run: SymPy's results could.
    """
    package = str(Path(mathviz_chat.__file__).absolute().parents[1])
    path = [package, *(str(Path(entry).absolute()) for entry in sys.path if entry)]
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    return kept | {
        "PYTHONPATH": os.pathsep.join(dict.fromkeys(path)),
        "PYTHONHASHSEED": "0",
        "LC_ALL": "C.UTF-8",
    }
