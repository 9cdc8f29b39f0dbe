"""What the checker may spend on one claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one operation of the worker; three times as much where a question is read.

    cpu_s: seconds of CPU time; the system ends the child when they are used up.
    wall_s: seconds until the parent kills it; more than ``cpu_s``, for a busy machine.
    memory_mib: MiB of address space; of resident memory where the system limits no other.
    start_s: seconds that a new child may take until it says that it is ready: two of processor
    time, of which a busy machine may give it little.
    """

    cpu_s: float = 2.0
    wall_s: float = 4.0
    memory_mib: int = 512
    start_s: float = 60.0

    @classmethod
    def of(cls, cpu_s: float, memory_mib: int) -> Limits:
        """The limits for the settings ``check_seconds`` and ``check_memory_mib``."""
        return cls(cpu_s=cpu_s, wall_s=2 * cpu_s, memory_mib=memory_mib)
