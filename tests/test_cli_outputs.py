"""Outputs that cannot be written end the program with a code and at most one sentence."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli_runner import COMMAND, LINEAR, environment

ASK = f"--solver sympy -q '{LINEAR}'"
FULL = "mathviz-chat: The output cannot be written: No space left on device.\n"


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of sh, in which ``"$@"`` is the program; standard output is buffered."""
    return subprocess.run(
        ["sh", "-c", line, "sh", *COMMAND],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment({"PYTHONUNBUFFERED": ""}),
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize("flags", [ASK, f"--json {ASK}", "--version", "--help", "doctor"])
def test_a_full_disk_is_one_sentence(flags: str, tmp_path: Path) -> None:
    done = shell(f'"$@" {flags} > /dev/full', tmp_path)
    assert done.returncode == 2
    assert done.stderr.endswith(FULL)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("flags", [ASK, "--version"])
@pytest.mark.parametrize("closing", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_an_output_that_was_closed_goes_nowhere(flags: str, closing: str, tmp_path: Path) -> None:
    done = shell(f'"$@" {flags} {closing}', tmp_path)
    assert done.returncode == 0
    assert "Traceback" not in done.stdout + done.stderr
    if ">&-" in closing.replace("2>&-", ""):
        assert not done.stdout, "nothing else was given the number of standard output"


def test_what_a_closed_standard_error_would_get_is_not_printed_elsewhere(tmp_path: Path) -> None:
    done = shell(f'"$@" {ASK} 2>&-', tmp_path)
    assert "Answer: x = 5" in done.stdout
    assert "I read this as" not in done.stdout


@pytest.mark.parametrize("flags", [ASK, "--help", "doctor"])
def test_a_reader_that_goes_away_is_no_error(flags: str, tmp_path: Path) -> None:
    done = shell(f'{{ "$@" {flags}; echo "code $?" >&2; }} | true', tmp_path)
    assert done.stderr.splitlines()[-1] in ("code 130", "code 0")
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
