"""The program as a newcomer meets it: the embedded model, a terminal, a real Ollama server."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest

from mathviz_chat.embedded import default_name
from tests.cli_runner import COMMAND, LINEAR, environment, one_object, run

if TYPE_CHECKING:
    from tests.conftest import OllamaServer

pytestmark = pytest.mark.real

SEED_QUESTIONS = [
    (LINEAR, "x = 5"),
    ("Find the derivative of x^3 + 2x", "3x^2 + 2"),
    ("What is 15% of 80?", "12"),
    ("A train travels 120 miles in 2 hours. What is its speed?", "60 mph"),
]


@pytest.mark.parametrize(("question", "answer"), SEED_QUESTIONS)
def test_the_questions_of_the_first_version_end_verified(
    tmp_path: Path, question: str, answer: str
) -> None:
    done = run("-q", question, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == f"Answer: {answer}  [✓ verified]".replace("^2", "²")
    assert "I read this as: " in done.stderr


def test_the_object_of_the_embedded_model_tells_what_it_did(tmp_path: Path) -> None:
    done = run("-q", LINEAR, "--solver", "model", "--max-tokens", "60", "--json", folder=tmp_path)
    row = one_object(done.stdout)
    assert done.returncode == (1 if row["verdict"] == "refuted" else 0)
    assert (row["model"], row["backend"], row["solver"]) == (default_name(), "llamacpp", "model")
    assert 0 < row["stats"]["tokens"] <= 60
    assert row["stats"]["first_token_s"] > 0
    assert row["text"]


def test_auto_passes_over_a_model_that_is_not_there_and_never_ends_in_69(tmp_path: Path) -> None:
    env = {"MATHVIZ_MODELS": "nope.gguf, ollama:nope"}
    done = run("-q", LINEAR, "--verbose", "--max-tokens", "20", folder=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    assert f"Using llamacpp with {default_name()}" in done.stderr
    assert "nope.gguf" in done.stderr


def test_a_server_that_was_asked_for_by_name_answers(
    tmp_path: Path, ollama_server: OllamaServer
) -> None:
    env = {"OLLAMA_HOST": ollama_server.host}
    named = ("--backend", "ollama", "--model", ollama_server.model, "--max-tokens", "40")
    row = one_object(run(*named, "--json", "-q", LINEAR, folder=tmp_path, env=env).stdout)
    assert row["error"] is None
    backends = {row["backend"]} if row["solver"] == "model" else {None}
    assert backends <= {"ollama", None}
    assert row["stats"]["tokens"] <= 40


def test_a_server_without_the_model_ends_in_69(tmp_path: Path, ollama_server: OllamaServer) -> None:
    env = {"OLLAMA_HOST": ollama_server.host}
    done = run("--backend", "ollama", "--model", "nope", "-q", LINEAR, folder=tmp_path, env=env)
    assert done.returncode == 69
    assert "nope" in done.stderr


def on_a_terminal(
    folder: Path, *arguments: str, code: int = 0, env: Mapping[str, str] | None = None
) -> str:
    """What the program writes to a real pseudo-terminal, once it has ended in ``code``."""
    terminal = pexpect.spawn(
        sys.executable,
        [*COMMAND[1:], *arguments],
        cwd=str(folder),
        env=environment(
            {"TERM": "xterm-256color", "COLUMNS": "80", "PYTHONUTF8": "1", **(env or {})}
        ),
        encoding="utf-8",
        timeout=120,
        dimensions=(24, 80),
    )
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == code
    return str(terminal.before)


@pytest.mark.parametrize("flag", ["--json", "--require-verified"])
def test_the_interactive_session_takes_no_flag_of_a_question(tmp_path: Path, flag: str) -> None:
    shown = on_a_terminal(tmp_path, flag, code=2)
    assert f"{flag} needs a question: give one with -q or through a pipe." in shown


def test_the_interactive_session_needs_a_terminal_for_its_output(tmp_path: Path) -> None:
    command = f"{' '.join(COMMAND)} > out.txt"
    terminal = pexpect.spawn("sh", ["-c", command], cwd=str(tmp_path), env=environment({}))
    shown = terminal.read()
    terminal.close()
    assert terminal.exitstatus == 2
    assert b"needs a terminal" in shown


def test_an_answer_on_a_terminal_has_colour_and_its_verdict(tmp_path: Path) -> None:
    shown = on_a_terminal(tmp_path, "--solver", "sympy", "-q", LINEAR)
    assert "\x1b[" in shown
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    assert "x = 5" in plain
    assert "verified" in plain.lower()


@pytest.mark.parametrize("off", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"MATHVIZ_COLOR": "never"}])
def test_no_code_reaches_a_terminal_without_colour(tmp_path: Path, off: dict[str, str]) -> None:
    shown = on_a_terminal(tmp_path, "--solver", "sympy", "-q", LINEAR, env=off)
    assert "\x1b" not in shown
    assert "Answer: x = 5  [✓ verified]" in shown


def test_the_progress_bar_stays_off_standard_output(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"solution": "1 + 1 = 2"}\n' * 20)
    command = f"{' '.join(COMMAND)} check rows.jsonl --jsonl > out.jsonl"
    terminal = pexpect.spawn(
        "sh", ["-c", command], cwd=str(tmp_path), env=environment({"TERM": "xterm"}), timeout=120
    )
    shown = terminal.read()
    terminal.close()
    assert terminal.exitstatus == 0
    assert b"\x1b[" in shown, "the bar is drawn on standard error, which is a terminal"
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 20
