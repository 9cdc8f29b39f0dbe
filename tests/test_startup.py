"""What ``--version`` and ``--help`` may import: next to nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mathviz_chat import __version__
from mathviz_chat.cli.help_text import HELP
from scripts import write_help

HEAVY = (
    "flint",
    "httpx",
    "llama_cpp",
    "ollama",
    "platformdirs",
    "prompt_toolkit",
    "rich",
    "sympy",
)

_REPORT = """
import atexit, sys
def report():
    print("MODULES", *sorted(sys.modules), file=sys.stderr)
atexit.register(report)
from mathviz_chat.__main__ import main
sys.exit(main())
"""


def run(*arguments: str) -> tuple[subprocess.CompletedProcess[str], set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", _REPORT, *arguments], capture_output=True, text=True, check=False
    )
    *_, modules = done.stderr.partition("MODULES ")
    return done, set(modules.split())


@pytest.mark.parametrize("flag", ["--version", "--help"])
def test_nothing_heavy_is_imported(flag: str) -> None:
    done, modules = run(flag)
    assert done.returncode == 0
    assert modules, "the list of modules was printed"
    assert modules.isdisjoint(HEAVY)


def test_the_version_needs_nothing_but_the_package() -> None:
    done, modules = run("--version")
    assert done.stdout == f"mathviz-chat {__version__}\n"
    assert {name for name in modules if name.startswith("mathviz_chat")} == {
        "mathviz_chat",
        "mathviz_chat.__main__",
    }
    assert "argparse" not in modules


def test_help_needs_nothing_but_its_text() -> None:
    done, modules = run("--help")
    assert done.stdout == HELP
    assert {name for name in modules if name.startswith("mathviz_chat")} == {
        "mathviz_chat",
        "mathviz_chat.__main__",
        "mathviz_chat.cli",
        "mathviz_chat.cli.help_text",
    }
    assert "argparse" not in modules


def test_the_help_text_is_what_the_parser_says() -> None:
    """Where this fails: python scripts/write_help.py"""
    assert write_help.MODULE.read_text(encoding="utf-8") == write_help.module()


def test_the_help_in_the_documents_is_what_the_parser_says() -> None:
    """Where this fails: python scripts/write_help.py"""
    text = write_help.DOCUMENT.read_text(encoding="utf-8")
    assert text == write_help.document(text)
    for name in write_help.helps():
        assert f"<!-- help: {name} -->" in text, f"the help of {name} is missing"


def test_help_beside_other_flags_is_the_same() -> None:
    done, _ = run("--json", "--help")
    assert (done.returncode, done.stdout) == (0, HELP)


def test_the_version_is_the_same_beside_other_flags() -> None:
    done, _ = run("--json", "--version")
    assert (done.returncode, done.stdout) == (0, f"mathviz-chat {__version__}\n")
