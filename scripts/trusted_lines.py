"""How much code decides *proved*: ``python -m scripts.trusted_lines`` prints it as a table.

Lines of code without comments, docstrings, imports and blank lines. The first part is the core
(``core/proof``); the second the rooms of ``core/kernel`` that state its claims, or carry out
notation before anything is claimed. ``tests/core/proof/test_trusted_lines.py`` holds their limits.
"""

from __future__ import annotations

import ast
from pathlib import Path

from scripts.mutation import ROOT, TRUSTED

CORE = ROOT / "mathviz_chat" / "core" / "proof"
READING_ORDER = (
    "polynomials",
    "notation",
    "forms",
    "slopes",
    "balls",
    "points",
    "domains",
    "claims",
    "equalities",
    "cells",
    "implications",
    "zeros",
    "proving",
)


def code_lines(path: Path) -> int:
    """Lines that hold code, of one module."""
    source = path.read_text(encoding="utf-8")
    left_out: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Expr) and not _is_code(node):
            left_out |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = enumerate(source.splitlines(), 1)
    return sum(1 for k, line in lines if k not in left_out and line.split("#")[0].strip())


def _is_code(node: ast.stmt) -> bool:
    """Not an import, nor a docstring."""
    if not isinstance(node, ast.Expr):
        return False
    return not (isinstance(node.value, ast.Constant) and isinstance(node.value.value, str))


def core() -> dict[str, int]:
    """The modules of the core, in the order in which they are read."""
    return {name: code_lines(CORE / f"{name}.py") for name in READING_ORDER}


def rooms() -> dict[str, int]:
    """The trusted rooms around it."""
    return {Path(path).stem: code_lines(ROOT / path) for path in sorted(TRUSTED)}


def main() -> None:
    for title, counts in (("core/proof", core()), ("core/kernel, trusted", rooms())):
        print(f"| {title} | lines |\n|---|---|")
        for name, count in counts.items():
            print(f"| `{name}` | {count} |")
        print(f"| **all** | {sum(counts.values())} |\n")


if __name__ == "__main__":
    main()
