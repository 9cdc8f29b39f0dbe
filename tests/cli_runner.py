"""Runs the program as a user does: in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "mathviz_chat")
ROOT = Path(__file__).parent.parent
LINEAR = "Solve for x: 3x + 7 = 22"

ANSWERS: dict[str, list[object]] = {
    "right": ["3x = 15\nx = 5\nAnswer: x = 5"],
    "wrong": ["3x = 16\nx = 6\nAnswer: x = 6"],
    "hello": ["Hello! What would you like to know?"],
    "unread": ["It is a matter of taste.\nAnswer: blue"],
    "broken": [{"text": "3x = 15\nx = ", "error": "The model broke."}],
    # no line twice: an answer that repeats itself is cut off within a second
    "slow": [
        {
            "text": "3x = 15\nx = 5\n" + "".join(f"{n} + 5 = {n + 5}\n" for n in range(2000)),
            "chunk": 9,
            "delay_s": 0.05,
        }
    ],
    "hostile": ["\x1b[2J\x1b]0;owned\x07 3x = 15\nAnswer: x = 5"],
    "squares": ["x² = 16\nAnswer: x = 4 or x = −4"],
}


def write_answers(folder: Path) -> None:
    """A model of the scripted backend for each of ``ANSWERS``."""
    for name, answers in ANSWERS.items():
        (folder / f"{name}.json").write_text(json.dumps(answers))


def scripted(name: str) -> list[str]:
    """The flags for one of ``ANSWERS``; the program runs in their folder."""
    return ["--backend", "scripted", "--model", f"{name}.json"]


def environment(changes: Mapping[str, str]) -> dict[str, str]:
    """This process's environment with changes; a value of "" takes the variable out."""
    merged = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    return {name: value for name, value in merged.items() if value}


def run(
    *arguments: str,
    folder: Path,
    stdin: str = "",
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run to the end, standard input a pipe with ``stdin``."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment(env or {}),
        timeout=120,
        check=False,
    )


def start(
    *arguments: str, folder: Path, env: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """Start it with all three streams as pipes, in a process group of its own."""
    return subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=folder,
        env=environment(env or {}),
        process_group=0,
    )


def one_object(out: str) -> dict[str, Any]:
    """The only line of an output, as JSON."""
    (line,) = out.splitlines()
    row = json.loads(line)
    assert isinstance(row, dict)
    return row
