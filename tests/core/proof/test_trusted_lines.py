"""What decides *proved* stays small: its lines are counted, and its imports held."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.mutation import ROOT, TRUSTED
from scripts.trusted_lines import CORE, core, rooms

CORE_LIMIT = 1_403
ROOMS_LIMIT = 1_051
DOCUMENT = ROOT / "docs" / "kernel.md"
TREES = (
    "mathviz_chat.core.proof.",
    "mathviz_chat.core.reading.tree",
    "mathviz_chat.core.reading.walking",
)
LIBRARIES = {"__future__", "collections.abc", "dataclasses", "enum", "fractions", "functools"} | {
    "itertools",
    "typing",
    "flint",
}
ALLOWED = re.compile(
    r"from (__future__|mathviz_chat\.core\.(proof|reading\.tree)|flint|collections|dataclasses"
    r"|fractions|functools|itertools|math|typing)[. ]"
)


def test_the_trusted_code_does_not_grow_unseen() -> None:
    assert sum(core().values()) <= CORE_LIMIT
    assert sum(rooms().values()) <= ROOMS_LIMIT


def test_every_module_of_the_core_is_counted() -> None:
    assert {path.stem for path in CORE.glob("*.py")} == {"__init__", *core()}


def test_the_document_gives_the_lines() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for name, count in (core() | rooms()).items():
        assert re.search(rf"`{name}` \| {count} \|", text), (name, count)


@pytest.mark.parametrize("name", core())
def test_the_core_imports_the_tree_flint_and_itself(name: str) -> None:
    for line in (CORE / f"{name}.py").read_text(encoding="utf-8").splitlines():
        if line.startswith(("import ", "from ")):
            assert ALLOWED.match(line), line


def _imported(path: Path) -> Iterator[tuple[str, str]]:
    """Module and name of every import of a file, those within functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                inside = f"{node.module}.{alias.name}"
                is_module = (ROOT / f"{inside.replace('.', '/')}.py").exists()
                yield (inside, alias.name) if is_module else (str(node.module), alias.name)


def _excused() -> dict[str, set[str]]:
    """The table of the document: what the rooms import that need not be trusted."""
    section = DOCUMENT.read_text(encoding="utf-8").split(
        "why it need not be trusted |\n|---|---|---|\n"
    )[1]
    rows = [row.split("|")[1:3] for row in section.split("\n\n")[0].splitlines()]
    return {
        f"mathviz_chat.core.{module.strip(' `')}": set(re.findall(r"`(\w+)`", names))
        for module, names in rows
    }


def test_the_rooms_import_what_is_trusted_or_excused() -> None:
    rooms_themselves = {path.removesuffix(".py").replace("/", ".") for path in TRUSTED}
    excused = _excused()
    used: dict[str, set[str]] = {module: set() for module in excused}
    for path in sorted(TRUSTED):
        for module, name in _imported(ROOT / path):
            if module in LIBRARIES | rooms_themselves or module.startswith(TREES):
                continue
            assert module in excused, (path, module, name)
            used[module].add(name)
    assert used == excused
