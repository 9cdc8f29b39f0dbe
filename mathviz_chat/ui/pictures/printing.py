"""A picture printed on a console, in what its encoding can show."""

from __future__ import annotations

from typing import Final

from rich.console import Console

from mathviz_chat.core.picturing.picture import Picture
from mathviz_chat.ui.pictures.text import picture_lines
from mathviz_chat.ui.safe_text import for_encoding

_NEEDED: Final = "⣿●○│└━░"


def print_picture(picture: Picture, console: Console) -> None:
    """Print it, as wide as the console at most."""
    ascii_only = not _can_show(console.encoding)
    for line in picture_lines(picture, console.width, ascii_only=ascii_only):
        if ascii_only:
            line.plain = for_encoding(line.plain, console.encoding)
        console.print(line, no_wrap=True, overflow="ignore", crop=False, highlight=False)


def _can_show(encoding: str) -> bool:
    try:
        _NEEDED.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
