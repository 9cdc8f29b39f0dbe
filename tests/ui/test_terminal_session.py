"""The real program in a real pseudo-terminal: the real engine, checker and prompt."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

from mathviz_chat.embedded import default_name
from mathviz_chat.store import Store
from tests.ui.terminal_session import (
    CTRL_C,
    CTRL_D,
    CTRL_Z,
    ENTER,
    PATIENCE_S,
    TerminalSession,
    scripted,
)
from tests.ui.transcript_files import assert_transcript

pytestmark = pytest.mark.real

RIGHT = "Subtract 7 from both sides: $3x = 15$\nDivide both sides by 3: $x = 5$\nAnswer: x = 5\n"
WRONG = (
    "**Idea.** We take 7 away on both sides, and then we divide both of the sides by three.\n\n"
    "1. $3x = 22 - 7$\n2. $3x = 15$\n3. $x = \\frac{15}{3} = 6$\n\n\\[\nx = 6\n\\]\nAnswer: x = 6\n"
)
HELLO = "Hello! Ask me about *equations*.\n\n- `Solve for x: 3x + 7 = 22`\n- What is 15% of 80?\n"
STORY = "Tell me a very long story about numbers."
SLOW = {"text": "This is the first line of it.\n" + "and on it goes " * 200, "delay_s": 0.02}


@pytest.mark.parametrize("columns", [80, 50])
def test_a_whole_session(tmp_path: Path, columns: int) -> None:
    flags = scripted(tmp_path, [RIGHT, WRONG, HELLO])
    with TerminalSession(flags, tmp_path, columns=columns) as terminal:
        for line in (
            "Solve for x: 3x + 7 = 22",
            "Solve for x: 3x + 7 = 22",
            "hi",
            "/hepl",
            "/set temperature 0.5",
            "/undo",
            "/model",
        ):
            terminal.wait_for_prompt()
            terminal.send(line + ENTER)
            terminal.wait_for(f"> {line}"[: columns - 2])
        terminal.wait_for_prompt()
        terminal.send(CTRL_D)
        assert terminal.wait_for_end() == 0
        assert_transcript(f"session_{columns}", terminal.window.text)


@pytest.mark.parametrize("columns", [80, 50])
def test_hints_and_own_lines_before_any_answer(tmp_path: Path, columns: int) -> None:
    with TerminalSession(["--solver", "sympy"], tmp_path, columns=columns, rows=60) as terminal:
        for line in (
            "/hint Solve for x: 3x + 7 = 22",
            "/check 3x = 29",
            "/hint",
            "/check 3x = 15\x1b\rx = 5",
        ):
            terminal.wait_for_prompt()
            terminal.send(line + ENTER)
            terminal.wait_for(f"> {line}".partition("\x1b")[0])
        terminal.wait_for_prompt()
        terminal.send(CTRL_D)
        assert terminal.wait_for_end() == 0
        assert_transcript(f"hints_{columns}", terminal.window.text)


def test_ctrl_c_stops_the_answer_and_keeps_what_came(tmp_path: Path) -> None:
    with TerminalSession(scripted(tmp_path, [SLOW, RIGHT]), tmp_path) as terminal:
        terminal.wait_for_prompt()
        terminal.send("Tell me something" + ENTER)
        terminal.wait_for("and on it goes and on it")
        terminal.send(CTRL_C)
        took = terminal.wait_for("interrupted")
        assert "This is the first line of it." in terminal.window.text
        assert "and on it goes and on it" in terminal.window.text
        assert took < 5, "the answer alone would take a minute"
        terminal.wait_for_prompt()
        terminal.send("Solve for x: 3x + 7 = 22" + ENTER)
        terminal.wait_for("Answer: x = 5")
        terminal.wait_for_prompt()
        terminal.send(CTRL_D)
        assert terminal.wait_for_end() == 0
    saved = Store(tmp_path / "sessions").latest()
    assert saved is not None
    assert "This is the first line of it." in saved.turns[0].reply
    assert "x = 5" in saved.turns[1].reply


def test_ctrl_c_while_the_model_loads(tmp_path: Path) -> None:
    flags = scripted(tmp_path, [{"text": "late", "load_s": 600}, RIGHT])
    with TerminalSession(flags, tmp_path) as terminal:
        terminal.wait_for_prompt()
        terminal.send("hi" + ENTER)
        terminal.wait_for("waiting for the model")
        terminal.send(CTRL_C)
        terminal.wait_for("interrupted")
        terminal.wait_for_prompt()
        assert "waiting for the model" not in terminal.window.text


def test_ctrl_c_at_the_prompt_does_not_leave(tmp_path: Path) -> None:
    with TerminalSession(scripted(tmp_path, [HELLO]), tmp_path) as terminal:
        terminal.wait_for_prompt()
        terminal.send(CTRL_C)
        terminal.wait_for("Ctrl-D or /quit leaves.", times=2)
        terminal.wait_for_prompt()
        terminal.send("hi" + ENTER)
        terminal.wait_for("Ask me about equations")


def test_ctrl_z_gives_the_shell_back_and_fg_goes_on(tmp_path: Path) -> None:
    """Only a shell with job control can show it, so that the program is started from one."""
    environment = os.environ | {"MATHVIZ_DATA_DIR": str(tmp_path), "PS1": "SHELL$ "}
    shell = pexpect.spawn(
        "bash",
        ["--norc", "--noprofile", "-i"],
        env=environment,
        encoding="utf-8",
        timeout=PATIENCE_S,
    )
    shell.expect_exact("SHELL$ ")
    shell.sendline(f"{sys.executable} -m mathviz_chat --solver sympy")
    shell.expect_exact("/quit leaves.")
    assert shell.waitnoecho(PATIENCE_S)
    shell.send(CTRL_Z)
    shell.expect_exact("Stopped")
    shell.expect_exact("SHELL$ ")
    shell.sendline("fg")
    shell.expect_exact("mathviz_chat")
    assert shell.waitnoecho(PATIENCE_S)
    shell.send("What is 2 + 3?" + ENTER)
    shell.expect_exact("2 + 3 = 5")
    shell.close(force=True)


def test_a_resize_in_mid_answer_leaves_nothing_twice(tmp_path: Path) -> None:
    text = "The first step is a line that is longer than fifty columns, but not so long: 3x = 15\n"
    flags = scripted(tmp_path, [{"text": text * 2 + "Answer: x = 5\n", "delay_s": 0.05}])
    with TerminalSession(flags, tmp_path) as terminal:
        terminal.wait_for_prompt()
        terminal.send("hi" + ENTER)
        terminal.wait_for("The first step is a line that is longer")
        terminal.resize(50, 24)
        terminal.wait_for("longer than fifty", times=2)
        terminal.resize(70, 24)
        terminal.wait_for("Answer: x = 5")
        terminal.wait_for_prompt()
        assert terminal.window.text.count("The first step is a line") == 2


def test_a_paste_of_several_lines_is_one_question(tmp_path: Path) -> None:
    with TerminalSession(scripted(tmp_path, [HELLO]), tmp_path) as terminal:
        terminal.wait_for_prompt()
        terminal.send("\x1b[200~Solve:\nx + y = 5\nx - y = 1\x1b[201~")
        terminal.wait_for("x - y = 1")
        assert "Hello!" not in terminal.window.text
        terminal.send(ENTER)
        terminal.wait_for("Hello!")
        terminal.wait_for_prompt()
        terminal.send(CTRL_D)
        terminal.wait_for_end()
    saved = Store(tmp_path / "sessions").latest()
    assert saved is not None
    assert [turn.question for turn in saved.turns] == ["Solve:\nx + y = 5\nx - y = 1"]


def test_keys_typed_during_an_answer_wait_for_the_prompt(tmp_path: Path) -> None:
    flags = scripted(tmp_path, [{"text": "one two three four\n" * 3, "delay_s": 0.03}, HELLO])
    with TerminalSession(flags, tmp_path) as terminal:
        terminal.wait_for_prompt()
        terminal.send("first" + ENTER)
        terminal.wait_for("one two")
        terminal.send("and then" + ENTER)
        terminal.wait_for("Hello!")
        assert terminal.window.text.count("> and then") == 1
        assert terminal.window.text.count("and then") == 1
        assert terminal.window.text.count("one two three four") == 3


def test_history_and_suggestions_across_sessions(tmp_path: Path) -> None:
    flags = scripted(tmp_path, [HELLO])
    with TerminalSession(flags, tmp_path) as terminal:
        terminal.wait_for_prompt()
        terminal.send("what is a prime?" + ENTER)
        terminal.wait_for("Hello!")
        terminal.wait_for_prompt()
        terminal.send(CTRL_D)
        terminal.wait_for_end()
    with TerminalSession(flags, tmp_path) as terminal:
        terminal.wait_for_prompt()
        terminal.send("what")
        terminal.wait_for("> what is a prime?")  # in grey, from the history
        terminal.send("\x15\x12prime")
        terminal.wait_for("I-search backward: prime")
        terminal.send(ENTER)
        terminal.wait_until(lambda lines: lines[-1] == "> what is a prime?", "the line found")
        terminal.send(ENTER)
        terminal.wait_for("Hello!")


def test_a_session_goes_on_where_it_stopped(tmp_path: Path) -> None:
    flags = scripted(tmp_path, [HELLO])
    with TerminalSession(flags, tmp_path) as terminal:
        terminal.wait_for_prompt()
        terminal.send("hi" + ENTER)
        terminal.wait_for("Hello!")
        terminal.wait_for_prompt()
        terminal.send("/quit" + ENTER)
        assert terminal.wait_for_end() == 0
    with TerminalSession([*flags, "--continue"], tmp_path) as terminal:
        terminal.wait_for("1 turn.")


def test_without_colour(tmp_path: Path) -> None:
    flags = scripted(tmp_path, [WRONG])
    with TerminalSession(flags, tmp_path, environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for_prompt()
        terminal.send("Solve for x: 3x + 7 = 22" + ENTER)
        terminal.wait_for("Answer: x = 6")
        terminal.wait_for_prompt()
        codes = set(";".join(re.findall(r"\x1b\[([\d;]*)m", terminal.output)).split(";"))
        assert codes <= {"", "0", "1", "2", "3", "4", "7"}, "bold, dim, italic, ... but no colour"


def test_a_dumb_terminal(tmp_path: Path) -> None:
    flags = scripted(tmp_path, [RIGHT])
    with TerminalSession(flags, tmp_path, environment={"TERM": "dumb"}) as terminal:
        terminal.wait_for_prompt()
        terminal.wait_for_raw_keys()
        terminal.send("Solve for x: 3x + 7 = 22" + ENTER)
        terminal.wait_for("verified: x = 5")
        assert "\x1b" not in terminal.output


def test_what_a_model_writes_has_no_power_over_the_terminal(tmp_path: Path) -> None:
    text = "\x1b]0;pwned\x07\x1b[2J\x1b[H\x1b[8mhidden\x9b2J x = 1\n"
    with TerminalSession(scripted(tmp_path, [text]), tmp_path) as terminal:
        terminal.wait_for_prompt()
        terminal.send("hi" + ENTER)
        terminal.wait_for("␛[8mhidden<U+009B>2J x = 1")
        assert "mathviz-chat" in terminal.window.lines[0], "the screen was not cleared"
        assert "\x1b]0;pwned" not in terminal.output


def test_the_embedded_model(tmp_path: Path) -> None:
    """One session with a real model: it answers, is stopped, and answers again."""
    with TerminalSession(["--backend", "llamacpp"], tmp_path) as terminal:
        terminal.wait_for(f"model {default_name()} (llamacpp)")
        terminal.wait_for_prompt()
        terminal.send("/set max_tokens 40" + ENTER)
        terminal.wait_for("max_tokens = 40")
        terminal.wait_for_prompt()
        terminal.send("Solve for x: 3x + 7 = 22" + ENTER)
        terminal.wait_for("I read this as:")
        terminal.wait_for("verified")
        terminal.wait_for_prompt()
        terminal.send("/stats" + ENTER)
        terminal.wait_for("tokens/s")
        terminal.wait_for_prompt()
        terminal.send("/set max_tokens 500" + ENTER)
        terminal.wait_for("max_tokens = 500")
        terminal.wait_for_prompt()
        terminal.send(STORY + ENTER)
        terminal.wait_until(lambda lines: f"> {STORY}" in lines[:-2], "the story's beginning")
        terminal.send(CTRL_C)
        terminal.wait_for("interrupted")
        terminal.wait_for_prompt()
        terminal.send(CTRL_D)
        assert terminal.wait_for_end() == 0
