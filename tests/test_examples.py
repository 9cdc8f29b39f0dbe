"""The documents show what the program prints: ``docs/examples.md``, and the README's commands."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from scripts import write_examples
from tests.cli_runner import COMMAND, ROOT, environment

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^\$ mathviz-chat (.*)\n((?:(?!```).*\n)+)", README, re.MULTILINE)


@pytest.mark.parametrize(("arguments", "printed"), SHOWN, ids=[row[0] for row in SHOWN])
def test_the_readme_shows_what_is_printed(arguments: str, printed: str, tmp_path: Path) -> None:
    _, _, solution = README.partition("$ cat working.txt\n")
    (tmp_path / "working.txt").write_text(solution.partition("$")[0], encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, *shlex.split(arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment({"PYTHONUNBUFFERED": "1"}),
        timeout=120,
        check=False,
    )
    assert done.stdout == printed


def test_each_question_of_the_script_is_in_the_document() -> None:
    """Where this fails: python -m scripts.write_examples"""
    text = write_examples.DOCUMENT.read_text(encoding="utf-8")
    for title, question in write_examples.QUESTIONS:
        assert f"## {title}\n" in text
        assert f"-q '{question}'\n" in text
    assert text.count("verified]") == len(write_examples.QUESTIONS)
