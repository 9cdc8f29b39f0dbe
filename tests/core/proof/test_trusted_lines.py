"""What decides *proved* stays small: its lines are counted, and its imports held."""

from __future__ import annotations

import re

import pytest

from scripts.mutation import ROOT
from scripts.trusted_lines import CORE, core, rooms

CORE_LIMIT = 1_360
ROOMS_LIMIT = 937
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
    text = (ROOT / "docs" / "kernel.md").read_text(encoding="utf-8")
    for name, count in (core() | rooms()).items():
        assert re.search(rf"`{name}` \| {count} \|", text), (name, count)


@pytest.mark.parametrize("name", core())
def test_the_core_imports_the_tree_flint_and_itself(name: str) -> None:
    for line in (CORE / f"{name}.py").read_text(encoding="utf-8").splitlines():
        if line.startswith(("import ", "from ")):
            assert ALLOWED.match(line), line
