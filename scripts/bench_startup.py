"""How long ``--version`` and ``--help`` take, against bare ``python -c pass``.

    python scripts/bench_startup.py [--runs 31]

Each run takes all commands in turn, so that a busy moment meets all of them; medians are compared.
Ends in 1 where a bound is not met: 1.3 times for ``--version``, 2.2 times for ``--help``.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

BOUNDS = {"--version": 1.3, "--help": 2.2}


def seconds(command: list[str]) -> float:
    """Wall-clock time of one run."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def program() -> list[str]:
    """The installed console script, or what it consists of."""
    script = Path(sys.executable).with_name("mathviz-chat")
    if script.exists():
        return [str(script)]
    return [sys.executable, "-c", "import sys; from mathviz_chat.__main__ import main; main()"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=31)
    runs = parser.parse_args().runs
    commands = {"python -c pass": [sys.executable, "-c", "pass"]}
    commands |= {flag: [*program(), flag] for flag in BOUNDS}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            times[name].append(seconds(command))
    medians = {name: statistics.median(taken[1:]) for name, taken in times.items()}
    bare = medians["python -c pass"]
    met = True
    for name, median in medians.items():
        bound = BOUNDS.get(name)
        told = f", bound {bound}" if bound else ""
        print(f"{name:<16}{median * 1e3:8.1f} ms  ratio {median / bare:.2f}{told}")
        met &= bound is None or median <= bound * bare
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
