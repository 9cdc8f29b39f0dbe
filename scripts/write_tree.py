"""Writes the tree of the package into ``docs/architecture.md``: a line a module, from docstrings.

    python scripts/write_tree.py

A test fails when it is stale. The order of packages is that of the import contracts in
``pyproject.toml``; within a package it is the alphabet's.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
PACKAGE: Final = ROOT / "mathviz_chat"
DOCUMENT: Final = ROOT / "docs" / "architecture.md"

_LONGEST: Final = 120  # characters; of a longer paragraph the first sentence is enough
_BLOCK = re.compile(r"(<!-- tree -->\n```\n).*?(```\n)", re.DOTALL)


def tree() -> str:
    """The modules of ``mathviz_chat``, each with the first sentence of its docstring."""
    rows = list(_rows(PACKAGE, 0))
    width = max(len(name) for name, _ in rows) + 2
    return "".join(f"{name:<{width}}{says}".rstrip() + "\n" for name, says in rows)


def document(current: str) -> str:
    """What ``docs/architecture.md`` should hold, given what it holds."""
    return _BLOCK.sub(lambda block: block[1] + tree() + block[2], current)


def _rows(folder: Path, depth: int) -> Iterator[tuple[str, str]]:
    yield "  " * depth + folder.name + "/", _says(folder / "__init__.py")
    for path in sorted(_modules(folder), key=_place):
        if path.is_dir():
            yield from _rows(path, depth + 1)
        else:
            yield "  " * (depth + 1) + path.name, _says(path)


def _modules(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        is_module = path.suffix == ".py" and path.name != "__init__.py"
        if is_module or (path / "__init__.py").exists():
            yield path


def _place(path: Path) -> tuple[int, str]:
    dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return _ORDER.get(dotted, len(_ORDER)), path.name


def _import_order() -> dict[str, int]:
    """The place of each layer that an import contract names; importers come first."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    names = [
        f"{container}{name.strip()}"
        for contract in contracts
        for container in [f"{name}." for name in contract.get("containers", ())] or [""]
        for layer in contract.get("layers", ())
        for name in layer.split("|")
    ]
    return {name: place for place, name in enumerate(names)}


_ORDER: Final = _import_order()


def _says(module: Path) -> str:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    paragraph = " ".join(docstring.split("\n\n")[0].split())
    plain = re.sub(r":mod:`[\w.]*?(\w+)`|``|\B\*(\w+)\*\B", _plain, paragraph)
    if len(plain) > _LONGEST:
        plain = re.split(r"(?<=[.?!]) (?=\w)", plain)[0]
    return plain.rstrip(".")


def _plain(markup: re.Match[str]) -> str:
    return markup[1] or markup[2] or ""


def main() -> int:
    """Write the document; returns the exit code."""
    DOCUMENT.write_text(document(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
