"""The worker's processes as their parent sees them: started, asked with a deadline, killed."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
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
from mathviz_chat.worker.protocol import FORK, MAX_REPLY, READY, REAP, Json, decode

COMMAND: Final = (sys.executable, "-P", "-s", "-m", "mathviz_chat.worker")
WATCH_EVERY_S: Final = 0.1  # between two looks at the memory, where the system enforces no limit
REAP_S: Final = 2.0  # a killed process ends within this time
_CHUNK: Final = 65536
_CUT_OFF: Final = "marshal data"  # what Python says of a compiled file that a full disk cut off
CUT_OFF: Final = (
    "The checker cannot be started: a compiled file of Python was cut off, as by a full disk; "
    f"delete the folders __pycache__ in {Path(mathviz_chat.__file__).parent.parent}."
)


class ChildEnded(Exception):
    """The child ended, or had to be killed; the message is the reason, one sentence."""


class ChildInterrupted(ChildEnded):
    """The parent killed it on purpose, in the middle of an operation."""


class ForkServer:
    """The process that has imported everything and forks the checkers, one at a time."""

    def __init__(self, limits: Limits, command: Sequence[str] = COMMAND) -> None:
        """Start it and return at once. WorkerError where the system cannot."""
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._log_start: int | None = None
        self._control, theirs = socket.socketpair()
        self._control.settimeout(REAP_S)
        try:
            self._popen = subprocess.Popen(
                [*command, str(limits.cpu_s), str(limits.memory_mib)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=self._log,
                cwd="/",
                env=_environment(),
                start_new_session=True,
            )
        except OSError as error:
            self._control.close()
            self._log.close()
            raise WorkerError(f"The checker cannot be started: {error}.") from None
        finally:
            theirs.close()

    def fork(self) -> tuple[int, int]:
        """Ask for a new checker; return the ends of its pipes: to write to, to read from.

        It comes when it has sent its greeting; the end of its pipe says that it will not.
        """
        requests, to_requests = os.pipe()
        from_replies, replies = os.pipe()
        with contextlib.suppress(OSError):  # it has ended: the pipe will say so
            # the first one comes with what was written while the server started, and why it did not
            first = self._log_start is None
            self._log_start = 0 if first else os.fstat(self._log.fileno()).st_size
            socket.send_fds(self._control, [FORK], [requests, replies])
        os.close(requests)
        os.close(replies)
        return to_requests, from_replies

    def reap(self) -> int | None:
        """Wait for the end of the last checker and return its exit status; None: not known."""
        try:
            self._control.sendall(REAP)
            return int(self._control.recv(32))
        except (OSError, ValueError):
            return None

    def status(self) -> int | None:
        """The fork server's own exit status, None while it runs."""
        try:
            return self._popen.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            return None

    def last_words(self) -> str:
        """The last line that was written to standard error since the last fork."""
        log = self._log.fileno()  # written at the same offset by others: no seek
        size = os.fstat(log).st_size
        tail = os.pread(log, 4096, max(self._log_start or 0, size - 4096))
        lines = tail.decode("utf-8", "replace").strip().splitlines()
        return lines[-1].strip() if lines else ""

    def kill(self) -> None:
        """End it without waiting; a checker ends by itself, since its pipe does."""
        self._popen.kill()

    def close(self) -> None:
        """End it and free what it held."""
        self._popen.kill()
        self._popen.wait()
        self._control.close()
        self._log.close()


class Child:
    """A checker. Exchanges are for one thread at a time, interrupt for any."""

    def __init__(self, limits: Limits, server: ForkServer) -> None:
        """Ask the server for it and return at once."""
        self._limits = limits
        self._server = server
        self.pid: int | None = None  # known once it is ready
        self._watched = False
        self.interrupted = False
        self._reaped = False
        self._times = 1  # the limits of one claim, for what runs now
        self._in, self._out = server.fork()
        os.set_blocking(self._in, False)
        os.set_blocking(self._out, False)

    def wait_until_ready(self) -> None:
        """Wait for the greeting. WorkerError where it does not come."""
        if self.pid is not None:
            return
        deadline = time.monotonic() + self._limits.start_s
        try:
            greeting = self._talk(b"", deadline)
            self.pid = greeting["pid"] if greeting[READY] else None
            self._watched = not greeting["memory_enforced"]
        except ChildInterrupted:
            raise
        except (ChildEnded, KeyError) as error:
            self._server.kill()
            late = time.monotonic() >= deadline
            why = f"it is not ready after {self._limits.start_s:g} s" if late else str(error)
            detail = (self._server.last_words() or why).rstrip(".")
            if _CUT_OFF in detail:
                raise WorkerError(CUT_OFF) from None
            raise WorkerError(f"The checker cannot be started: {detail}.") from None

    def exchange(self, line: bytes, times: int = 1) -> Any:
        """Send a request and return its result. ChildEnded where none comes by the deadline.

        times: how many times the limits of one claim it may use up.

        After ChildEnded the child is of no more use: close it.
        """
        self._times = times
        reply = self._talk(line, time.monotonic() + times * self._limits.wall_s)
        match reply:
            case {"ok": result}:
                return result
            case {"error": {"kind": "memory"}}:
                raise ChildEnded(self._out_of_memory())
        raise ChildEnded(f"The checker broke on this text ({_message(reply)}).")

    def interrupt(self) -> None:
        """Kill it; an exchange that runs in another thread raises ChildInterrupted.

        One that is not ready yet is left alone: only the wait for it ends.
        """
        self.interrupted = True
        if self.pid is not None:
            self._kill(self.pid)

    def close(self) -> bool:
        """Kill it and free what it held; not while an exchange runs.

        Returns whether its server can fork another one.
        """
        os.close(self._in)
        os.close(self._out)
        if self.pid is None:
            return False
        self._kill(self.pid)
        return self._reaped or self._server.reap() is not None

    def _kill(self, pid: int) -> None:
        """The number stays its own until it has been reaped."""
        if not self._reaped:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

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
                raise ChildEnded(
                    f"The check took longer than {self._times * self._limits.wall_s:g} s."
                )
            unattended = self.pid is not None and not self._watched
            ready = poll.poll(1000 * (left if unattended else min(left, WATCH_EVERY_S)))
            if ready:
                return {file for file, _ in ready}
            if self.pid is None:
                self._stop_waiting()
            elif self._watched and resident_mib(self.pid) > self._limits.memory_mib:
                raise ChildEnded(self._out_of_memory())

    def _stop_waiting(self) -> None:
        """Where it was interrupted before it is ready: nothing runs that had to be killed."""
        if self.interrupted:
            self.interrupted = False
            raise ChildInterrupted("The check was interrupted.")

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
        if self.interrupted:
            return ChildInterrupted("The check was interrupted.")
        if self.pid is None:
            return ChildEnded(f"status {self._server.status()}")
        status = self._server.reap()
        self._reaped = status is not None
        if status == -signal.SIGPROF:
            allowed = self._times * self._limits.cpu_s
            return ChildEnded(f"The check took more than {allowed:g} s of processor time.")
        if status == -signal.SIGKILL or "memory" in self._server.last_words().lower():
            return ChildEnded(self._out_of_memory())
        return ChildEnded(f"The checker broke on this text (status {status}).")

    def _out_of_memory(self) -> str:
        return f"The check needed more than {self._limits.memory_mib} MiB of memory."


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
