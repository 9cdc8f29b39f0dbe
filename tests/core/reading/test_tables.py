"""The tables of docs/reading.md, row by row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mathviz_chat.core.reading import ReadError, Region, find_math, read, to_plain, to_unicode

DOCS = Path(__file__).parents[3] / "docs" / "reading.md"


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table after a heading."""
    section = DOCS.read_text(encoding="utf-8").split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def code(cell: str) -> str:
    return cell.strip("`").replace("\\|", "|")


AMBIGUITY = [(code(text), cell, rule) for text, cell, rule in rows("Ambiguity")]
AMBIGUITY += [(code(text), cell, "plain notation") for text, cell in rows("Notation")]
PROSE = [(code(line), cell) for line, cell in rows("Prose")]


@pytest.mark.parametrize(("text", "cell", "rule"), AMBIGUITY, ids=[row[0] for row in AMBIGUITY])
def test_ambiguity(text: str, cell: str, rule: str) -> None:
    if cell.startswith("error:"):
        with pytest.raises(ReadError) as caught:
            read(text)
        assert cell.removeprefix("error:").strip() in caught.value.reason
        assert 0 <= caught.value.place <= len(text)
    else:
        assert to_plain(read(text)) == code(cell), rule


@pytest.mark.parametrize("text", [row[0] for row in AMBIGUITY if not row[1].startswith("error:")])
def test_printed_rows_read_back(text: str) -> None:
    tree = read(text)
    assert read(to_plain(tree)) == tree
    assert read(to_unicode(tree)) == tree


def shown(region: Region) -> str:
    assert region.tree is not None, region.error
    leading = f"{region.leading.value} " if region.leading is not None else ""
    return leading + to_plain(region.tree)


@pytest.mark.parametrize(("line", "cell"), PROSE, ids=[row[0] for row in PROSE])
def test_prose(line: str, cell: str) -> None:
    found = find_math(line)
    if cell.startswith("error:"):
        reason = cell.removeprefix("error:").strip()
        assert any(r.error is not None and reason in r.error.reason for r in found)
        relations = [r for r in found if r.tree is not None and "=" in r.text]
        assert relations == [], "a part of the formula was read"
    else:
        assert [shown(r) for r in found] == [
            code(part.strip()) for part in cell.split(" ; ") if part
        ]


def test_a_calculator_note_between_dollars_is_no_latex() -> None:
    whole, note = find_math("The books cost 4*20 = $<<4*20=80>>80$.")
    assert whole.error is not None
    assert shown(note) == "4*20 = 80"
