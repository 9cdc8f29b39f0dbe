"""The child's side: a fork server that imports everything once, and the checkers it forks.

The parent talks to the fork server over a socket (its standard input): ``f`` with two file
descriptors forks a checker that reads requests from the first and writes replies to the second;
``r`` waits for the end of the last checker and answers with its exit status. A killed checker is
so replaced within milliseconds, although importing its modules takes most of a second.

Both end with their parent: the end of the socket ends the fork server, the end of the pipe a
checker, and a request that is being answered just then cannot outlive its CPU limit.
(PR_SET_PDEATHSIG would also fire when only the thread that started the process ends.)
"""

from __future__ import annotations

import gc
import mmap
import os
import resource
import signal
import socket
import sys
import threading
from typing import TYPE_CHECKING, BinaryIO, Final

from mathviz_chat.worker.protocol import FORK, READY, REAP, Json, allowance, decode, encode

if TYPE_CHECKING:
    from mathviz_chat.worker.operations import Operations

LARGEST_FILE: Final = 64 * 2**20  # bytes


def main(cpu_s: float, memory_mib: int) -> None:
    """Fork checkers until the parent closes the socket.

    cpu_s: processor seconds of one claim. memory_mib: MiB of a checker's address space.
    """
    _without_numpy()
    control = socket.socket(fileno=os.dup(0))
    _detach_standard_streams()
    from mathviz_chat.worker.operations import Operations  # prints nothing into the socket now

    gc.freeze()  # what is imported stays shared with the checkers
    pid = 0
    while True:
        message, descriptors, *_ = socket.recv_fds(control, 1, 2)
        if message == FORK:
            pid = os.fork()
            if pid == 0:
                control.close()
                _limit(memory_mib)
                serve(Operations(), *_pipes(*descriptors), cpu_s, memory_mib)
            for descriptor in descriptors:
                os.close(descriptor)
        elif message == REAP:
            status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            control.sendall(b"%d\n" % status)
        else:
            os._exit(0)


def serve(
    operations: Operations, requests: BinaryIO, replies: BinaryIO, cpu_s: float, memory_mib: int
) -> None:
    """The checker: answer requests until their pipe ends; does not return."""
    greeting = {READY: True, "pid": os.getpid(), "memory_enforced": _memory_is_limited(memory_mib)}
    _send(replies, greeting)
    threading.Thread(target=_load_libraries, daemon=True).start()
    for line in requests:
        request = decode(line)
        allowed_s = cpu_s * allowance(request)
        signal.setitimer(signal.ITIMER_PROF, allowed_s)  # SIGPROF ends a process by default
        reply = _reply(operations, request)
        signal.setitimer(signal.ITIMER_PROF, 0)
        _send(replies, reply)
    os._exit(0)  # a thread that still imports must not hold the process up


def _reply(operations: Operations, request: Json) -> Json:
    try:
        return {"ok": operations.answer(request)}
    except MemoryError:
        return {"error": {"kind": "memory", "message": ""}}
    except Exception as error:  # the parent discards this child and counts the claim as unchecked
        return {"error": {"kind": "internal", "message": f"{type(error).__name__}: {error}"[:500]}}


def _pipes(requests: int, replies: int) -> tuple[BinaryIO, BinaryIO]:
    return os.fdopen(requests, "rb"), os.fdopen(replies, "wb", buffering=0)


def _without_numpy() -> None:
    """pint imports NumPy where it is there: its threads alone can exceed the limit of memory."""
    sys.modules.setdefault("numpy", None)  # type: ignore[arg-type]


def _detach_standard_streams() -> None:
    """What a library reads comes from nowhere, what it prints goes nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def _limit(memory_mib: int) -> None:
    limit = memory_mib * 2**20
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    largest = _allowed(resource.RLIMIT_FSIZE, LARGEST_FILE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))  # its error log
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (OSError, ValueError):
        return  # macOS may refuse it: the parent watches the memory there


def _allowed(kind: int, wanted: int) -> int:
    """The wanted limit, or the lower one that the shell (``ulimit``) has set for good."""
    hard = resource.getrlimit(kind)[1]
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)


def _memory_is_limited(memory_mib: int) -> bool:
    """Whether the system enforces the limit (macOS does not); reserves, touches nothing."""
    try:
        mmap.mmap(-1, memory_mib * 2**20).close()
    except (OSError, MemoryError):
        return True
    return False


def _load_libraries() -> None:
    """SymPy and pint, while nothing waits for them: 0.4 and 0.3 s of processor time.

    What they leave is looked at by no later collection of garbage.
    """
    import sympy  # noqa: F401

    from mathviz_chat.core.unit_library import size

    size("meter")
    gc.freeze()


def _send(replies: BinaryIO, message: Json) -> None:
    data = memoryview(encode(message))
    while data:
        data = data[replies.write(data) :]
