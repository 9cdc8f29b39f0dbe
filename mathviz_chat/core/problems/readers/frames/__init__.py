"""Stories read by their quantities and the words beside them, in any order."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames import flat_figures
from mathviz_chat.core.problems.readers.frames.frame import Frame
from mathviz_chat.core.problems.readers.frames.tokens import tokens

FRAMES: Final[tuple[Frame, ...]] = flat_figures.FRAMES


def said_again(text: str) -> str:
    """The story in plain words; "" where no frame fits, or two say different things."""
    found = tokens(text)
    said = {one for frame in FRAMES if (one := frame.read(found)) is not None}
    return next(iter(said)) if len(said) == 1 else ""
