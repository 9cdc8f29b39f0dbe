"""What is told on standard error while the trained model is merged."""

from __future__ import annotations

import io
import sys

import pytest

from mathviz_chat.cli.terminal import PREPARING, merge_progress

SHARES = (0.001, 0.004, 0.5, 1.0)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_one_sentence_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    show = merge_progress()
    for share in SHARES:
        show(share)
    assert capsys.readouterr().err == f"{PREPARING}.\n"


def test_a_line_that_counts_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    show = merge_progress()
    for share in SHARES:
        show(share)
    lines = [f"\r{PREPARING}: {percent} %" for percent in (0, 50, 100)]
    assert terminal.getvalue() == "".join(lines) + "\n"
