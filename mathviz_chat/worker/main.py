"""The child: takes over its pipes, limits itself, and answers one request after another.

It ends when its parent does: the end of the parent's pipe ends the loop, and a request that is
being answered just then cannot outlive its CPU limit. (PR_SET_PDEATHSIG would also fire when
only the thread that started the child ends.)
"""

from __future__ import annotations

import mmap
import os
import resource
import signal
import threading
from typing import Any, BinaryIO, Final

from mathviz_chat.worker.protocol import READY, Json, decode, encode

LARGEST_FILE: Final = 64 * 2**20  # bytes


def main(cpu_s: float, memory_mib: int) -> None:
    """Serve until the parent closes the pipe. cpu_s: per request. memory_mib: of address space."""
    requests, replies = _take_over_pipes()
    enforced = _limit_memory(memory_mib)
    from mathviz_chat.worker.operations import Operations  # under the limit, and off stdout

    operations = Operations()
    _send(replies, {READY: True, "memory_enforced": enforced})
    threading.Thread(target=_load_sympy, daemon=True).start()
    for line in requests:
        signal.setitimer(signal.ITIMER_PROF, cpu_s)  # SIGPROF ends a process by default
        reply = _reply(operations.answer, decode(line))
        signal.setitimer(signal.ITIMER_PROF, 0)
        _send(replies, reply)
    os._exit(0)  # a thread that still imports must not hold the process up


def _reply(answer: Any, request: Json) -> Json:
    try:
        return {"ok": answer(request)}
    except MemoryError:
        return {"error": {"kind": "memory", "message": ""}}
    except Exception as error:  # the parent discards this child and counts the claim as unchecked
        return {"error": {"kind": "internal", "message": f"{type(error).__name__}: {error}"[:500]}}


def _take_over_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep both pipes under other numbers: what a library prints or reads goes nowhere."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return requests, replies


def _limit_memory(memory_mib: int) -> bool:
    """Limit the address space; return whether the system enforces it (macOS does not)."""
    limit = memory_mib * 2**20
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))  # its error log
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        mmap.mmap(-1, limit).close()  # reserves, touches nothing
    except (OSError, ValueError, MemoryError) as error:
        return not isinstance(error, ValueError)  # ValueError: the limit was not accepted
    return False


def _load_sympy() -> None:
    """Import it while nothing waits for it: it takes 0.4 s of processor time."""
    import sympy  # noqa: F401


def _send(replies: BinaryIO, message: Json) -> None:
    data = memoryview(encode(message))
    while data:
        data = data[replies.write(data) :]
