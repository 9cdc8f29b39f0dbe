"""``docs/architecture.md`` and ``pyproject.toml`` show the package as it is."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from scripts import write_tree

ROOT = Path(__file__).parent.parent


def test_the_tree_in_the_document_is_that_of_the_package() -> None:
    """Where this fails: python scripts/write_tree.py"""
    text = write_tree.DOCUMENT.read_text(encoding="utf-8")
    assert text == write_tree.document(text)
    assert "<!-- tree -->" in text


def test_every_module_says_what_it_is_for() -> None:
    for line in write_tree.tree().splitlines():
        name, _, says = line.strip().partition(" ")
        assert says.strip(), f"{name} has no docstring"


def imported(folder: Path) -> set[str]:
    """The first names of all that the modules below a folder import."""
    found: set[str] = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"mathviz_chat", "mathviz_finetune"}


@pytest.mark.parametrize("folder", ["mathviz_chat", "finetune"])
def test_what_is_imported_is_declared(folder: str) -> None:
    """A package that comes only with another one's dependencies may go with its next version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    sets = (project["dependencies"], *project["optional-dependencies"].values())
    declared = {re.split(r"[\[>=<; ]", one)[0] for each in sets for one in each}
    installed = packages_distributions()
    names = {
        name: {one.lower().replace("_", "-") for one in installed.get(name, [name])}
        for name in imported(ROOT / folder)
    }
    assert not {name for name, given in names.items() if not given & declared}
