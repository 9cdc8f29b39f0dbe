"""How many threads llama.cpp gets: hyper-threads share the units that it keeps busy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_CPU_FOLDER = Path("/sys/devices/system/cpu")
_QUOTA = Path("/sys/fs/cgroup/cpu.max")  # of the container, as it sees it (cgroup v2)


def physical_cores() -> int:
    """Return the number of physical cores that this process may use, at least 1."""
    count = _cores_macos() if sys.platform == "darwin" else _cores_linux(_allowed(), _CPU_FOLDER)
    cores = count or len(_allowed())
    return max(1, min(cores, _quota(_QUOTA) or cores))


def _allowed() -> frozenset[int]:
    if hasattr(os, "sched_getaffinity"):
        return frozenset(os.sched_getaffinity(0))
    return frozenset(range(os.cpu_count() or 1))


def _quota(path: Path) -> int | None:
    """Return the whole processors' worth of time that a container is given; None without limit.

    More threads than that would spend each period's time in a burst and then all stand still.
    """
    try:
        limit, period = path.read_text(encoding="ascii").split()
        return None if limit == "max" else max(1, int(limit) // int(period))
    except (OSError, ValueError):
        return None


def _cores_linux(allowed: frozenset[int], folder: Path) -> int:
    """Count groups of sibling threads among the ``allowed`` processors; 0 where none is told."""
    cores = set()
    for cpu in allowed:
        siblings = folder / f"cpu{cpu}" / "topology" / "thread_siblings_list"
        try:
            cores.add(siblings.read_text(encoding="ascii").strip())
        except OSError:
            return 0
    return len(cores)


def _cores_macos() -> int:
    """Count the performance cores; on a chip without such a distinction, all physical ones."""
    for name in ("hw.perflevel0.physicalcpu", "hw.physicalcpu"):
        answer = subprocess.run(
            ["/usr/sbin/sysctl", "-n", name], capture_output=True, text=True, check=False
        )
        if answer.returncode == 0 and answer.stdout.strip().isdigit():
            return int(answer.stdout)
    return 0
