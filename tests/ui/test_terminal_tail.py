"""The live tail in a real terminal emulator: nothing twice, nothing lost, nothing redrawn."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from mathviz_chat.core.verdict import AnswerVerdict, Verdict
from mathviz_chat.events import Done, Event, StepFinished
from mathviz_chat.ui.layout import Layout
from mathviz_chat.ui.live_tail import LiveTail, terminal_reflows
from mathviz_chat.ui.render import AnswerView, Renderer
from tests.ui.screen import Window
from tests.ui.terminal_fixtures import PROSE, attempt, model_events, outcome, step

TEXT = (
    "This is a long sentence of prose which wraps over several rows of the window before it ends, "
    "without any claim in it at all, so that nothing stands beside it.\n\n"
    "Subtract 7 from both sides: $3x = 15$\n"
    "\\[\n\\begin{aligned}\nx &= \\frac{15}{3}\\\\\nx &= 5\n\\end{aligned}\n\\]\n"
    "- **Check:** $3 \\cdot 5 + 7 = 22$\n"
    "Answer: x = 5"
)
STEPS = [PROSE, *[step(Verdict.PROVED)] * 4]


def answer(chunk: int) -> list[Event]:
    done = Done(outcome(attempt(AnswerVerdict.VERIFIED, "x = 5")))
    return [*model_events(TEXT, STEPS, chunk=chunk), done]


class Terminal:
    """A console whose output goes into a window."""

    def __init__(self, columns: int, rows: int) -> None:
        self.file = io.StringIO()
        self.window = Window(columns, rows)
        self.console = Console(
            file=self.file,
            force_terminal=True,
            width=columns,
            height=rows,
            highlight=False,
            _environ={"TERM": "xterm-256color"},
        )

    def show(self) -> list[str]:
        self.window.feed(self.file.getvalue().replace("\n", "\r\n"))
        self.file.seek(0)
        self.file.truncate()
        return self.window.lines


def plain_lines(events: Sequence[Event], columns: int) -> list[str]:
    console = Console(width=columns, file=io.StringIO(), highlight=False)
    Renderer(console).show(events)
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


@settings(max_examples=60, deadline=None)
@given(
    chunk=st.integers(1, 60),
    columns=st.sampled_from([80, 50, 34]),
    rows=st.integers(3, 24),
    ticks=st.lists(st.booleans(), min_size=1, max_size=40),
)
def test_a_terminal_ends_with_what_a_pipe_gets(
    chunk: int, columns: int, rows: int, ticks: list[bool]
) -> None:
    """However it was cut, whenever it was drawn, in windows smaller than its blocks."""
    terminal = Terminal(columns, rows)
    view = AnswerView(Layout(terminal.console), clock=lambda: 0.0)
    for number, event in enumerate(answer(chunk)):
        view.take(event)
        if ticks[number % len(ticks)]:
            view.tick()
        terminal.show()
    view.finish()
    assert terminal.show() == plain_lines(answer(chunk), columns)


@pytest.mark.parametrize("rows", [4, 24])
def test_what_was_printed_for_good_is_never_changed(rows: int) -> None:
    terminal = Terminal(50, rows)
    view = AnswerView(Layout(terminal.console), clock=lambda: 0.0)
    final = plain_lines(answer(3), 50)
    finished = 0
    for event in answer(3):
        view.take(event)
        view.tick()
        lines = terminal.show()
        finished += isinstance(event, StepFinished)
        lasting = lines[: max(0, len(lines) - rows // 2 - 1)]
        assert lasting == final[: len(lasting)]
    assert finished > 4


def test_a_line_is_seen_while_it_grows() -> None:
    terminal = Terminal(80, 24)
    view = AnswerView(Layout(terminal.console), clock=lambda: 0.0)
    for event in model_events("Subtract 7 from both sides, then divide", [PROSE], chunk=11):
        if isinstance(event, StepFinished):
            break
        view.take(event)
        view.tick()
    assert terminal.show() == ["Subtract 7 from both sides, then divide"]


def test_an_unchanged_tail_is_not_drawn_again() -> None:
    terminal = Terminal(80, 24)
    tail = LiveTail(terminal.console)
    tail.draw([Text("one"), Text("two")])
    drawn = terminal.file.tell()
    tail.draw([Text("one"), Text("two")])
    assert terminal.file.tell() == drawn


def test_only_the_rows_that_changed_are_drawn() -> None:
    terminal = Terminal(80, 24)
    tail = LiveTail(terminal.console)
    tail.draw([Text("a long first row"), Text("two")])
    terminal.show()
    tail.draw([Text("a long first row"), Text("two, three")])
    assert "first" not in terminal.file.getvalue()
    assert terminal.show() == ["a long first row", "two, three"]


@pytest.mark.parametrize(
    ("reflows", "up"), [(True, 4), (False, 2)], ids=["reflowing, as most", "cutting off, as xterm"]
)
def test_a_narrower_window_is_cleared_of_the_rows_the_tail_takes_there(
    reflows: bool, up: int
) -> None:
    """Three rows of 30, 30 and 10 cells take five rows at 20 columns where they are wrapped."""
    terminal = Terminal(80, 24)
    tail = LiveTail(terminal.console, reflows=reflows)
    tail.draw([Text("a" * 30), Text("b" * 30), Text("c" * 10)])
    terminal.file.truncate(0)
    terminal.console.width = 20
    tail.clear()
    assert f"\x1b[{up}A" in terminal.file.getvalue()


@pytest.mark.parametrize(
    ("environ", "reflows"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(390)"}, False),
        ({"TERM": "screen", "STY": "1.tty"}, False),
        ({"TERM": "tmux-256color"}, True),
        ({"TERM": "linux"}, False),
        ({}, True),
    ],
    ids=str,
)
def test_which_terminals_reflow(environ: dict[str, str], reflows: bool) -> None:
    assert terminal_reflows(environ) is reflows
