"""A block of an answer as rows of styled text: formulas, then the little Markdown of tutors.

Bold, italics, code, headings, lists and fences are shown; links, tables and everything else stay
as they were typed. A full Markdown renderer is not used: CommonMark takes the multiplication
signs of ``2*x*y`` for emphasis and drops them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.text import Text

from mathviz_chat.ui.mathtext import Piece, pieces, show_formula, show_plain
from mathviz_chat.ui.safe_text import visible

Encode = Callable[[str], str]

FORMULA_STYLE: Final = "cyan"
CODE_STYLE: Final = "bold"

_PLACE: Final = 0xE000  # placeholders for formulas; visible() leaves none of these in a source
_MAX_PLACES: Final = 6_000


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph. lead: printed before its first line, blanks of that width before others."""

    lead: str
    body: Text


def rows(source: str, *, raw: bool, encode: Encode) -> list[Row]:
    """A block's source (from a model or a file) as rows; empty for a blank block.

    raw: the source as it is. encode: what the output's encoding makes of a string.
    """
    text = visible(source).strip("\n")
    if raw:
        return [Row("", Text(encode(line))) for line in text.split("\n") if line.strip()]
    if text.lstrip().startswith(("```", "~~~")):
        return list(_code(text, encode))
    flat, formulas = _flatten(text)
    return [_row(line, formulas, encode) for line in flat.split("\n") if line.strip()]


def _code(text: str, encode: Encode) -> Iterator[Row]:
    for line in text.split("\n"):
        if not line.lstrip().startswith(("```", "~~~")):
            yield Row("    ", Text(encode(line), style=CODE_STYLE))


def _flatten(text: str) -> tuple[str, list[Piece]]:
    """Prose with plain mathematics shown, and one private character for each other piece."""
    flat = ""
    kept: list[Piece] = []
    for piece in pieces(text):
        if piece.kind == "prose" or len(kept) >= _MAX_PLACES:
            flat += show_plain(piece.text)
            continue
        place = chr(_PLACE + len(kept))
        kept.append(piece)
        flat += f"\n{place}\n" if piece.display else place
    return flat, kept


# ------------------------------------------------------------------------------------ lines

_HEADING: Final = re.compile(r"\s{0,3}#{1,6}\s+(?P<body>.*?)\s*#*\s*$")
_BULLET: Final = re.compile(r"(?P<indent>\s*)[-*+]\s+(?P<body>\S.*)$")
_NUMBERED: Final = re.compile(r"(?P<lead>\s*\d{1,3}[.)]\s+)(?P<body>\S.*)$")
_RULE: Final = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*$")


def _row(line: str, formulas: list[Piece], encode: Encode) -> Row:
    if (piece := _only_display(line, formulas)) is not None:
        return Row("    ", Text(encode(show_formula(piece)), style=FORMULA_STYLE))
    if match := _HEADING.match(line):
        body = _inline(match["body"], formulas, encode)
        body.stylize("bold")
        return Row("", body)
    if _RULE.match(line):
        return Row("", Text(encode("—" * 3)))
    if match := _BULLET.match(line):
        lead = match["indent"] + encode("• ")
        return Row(lead, _inline(match["body"], formulas, encode))
    if match := _NUMBERED.match(line):
        return Row(match["lead"], _inline(match["body"], formulas, encode))
    indent = line[: len(line) - len(line.lstrip())][:8]
    return Row(indent, _inline(line.strip(), formulas, encode))


def _only_display(line: str, formulas: list[Piece]) -> Piece | None:
    mark = line.strip()
    if len(mark) != 1 or not _is_place(mark):
        return None
    piece = formulas[ord(mark) - _PLACE]
    return piece if piece.display else None


def _is_place(char: str) -> bool:
    return _PLACE <= ord(char) < _PLACE + _MAX_PLACES


# ------------------------------------------------------------------------------------ inline

# Emphasis opens and closes at the edge of a word only, so that no product is taken for it.
_EMPHASIS: Final = re.compile(
    r"(?<![\w*)\]])(?:\*\*(?=[^\s*])(?P<bold>[^\n]{1,500}?)(?<=[^\s*])\*\*(?![\w*(\[])"
    r"|\*(?=[^\s*])(?P<italic>[^*\n]{1,500}?)(?<=[^\s*])\*(?![\w*(\[]))"
)


def _inline(line: str, formulas: list[Piece], encode: Encode) -> Text:
    shown = Text()
    at = 0
    for match in _EMPHASIS.finditer(line):
        shown.append_text(_places(line[at : match.start()], formulas, encode))
        inner = _places(match["bold"] or match["italic"], formulas, encode)
        inner.stylize("bold" if match["bold"] else "italic")
        shown.append_text(inner)
        at = match.end()
    return shown.append_text(_places(line[at:], formulas, encode))


def _places(text: str, formulas: list[Piece], encode: Encode) -> Text:
    shown = Text()
    plain = ""
    for char in text:
        if not _is_place(char):
            plain += char
            continue
        shown.append(encode(plain))
        plain = ""
        piece = formulas[ord(char) - _PLACE]
        if piece.kind != "math":
            shown.append(encode(piece.text), style=CODE_STYLE if piece.kind == "code" else "")
        else:
            shown.append(encode(show_formula(piece)), style=FORMULA_STYLE)
    return shown.append(encode(plain))


# ----------------------------------------------------------------------------------- wrapping


def wrapped(row: Row, console: Console, width: int) -> list[Text]:
    """A row's lines, none wider than ``width`` cells, hanging under its lead."""
    lead, body = row.lead, row.body
    if 2 * len(lead) > width:  # no room to hang: what it says goes before the text
        lead, body = "", Text.assemble(f"{lead.strip()} " if lead.strip() else "", body)
    lines = [line for part in body.split("\n") for line in part.wrap(console, width - len(lead))]
    shown = []
    for number, line in enumerate(lines or [Text()]):
        line.rstrip()
        shown.append(Text.assemble(lead if number == 0 else " " * len(lead), line))
    return shown
