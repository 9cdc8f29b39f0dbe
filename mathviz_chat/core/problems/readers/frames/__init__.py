"""Stories read by their quantities and the words beside them, in any order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mathviz_chat.core.problems.readers.frames import (
    angles,
    borders,
    calendar_days,
    clock_times,
    common_multiples,
    conversions,
    elevations,
    flat_figures,
    journeys,
    preparing,
    refusals,
    related_rates,
    right_triangles,
    rounded,
    sharing_out,
    solids,
    stories,
)
from mathviz_chat.core.problems.readers.frames.frame import Frame
from mathviz_chat.core.problems.readers.frames.tokens import tokens

FRAMES: Final[tuple[Frame, ...]] = (
    *angles.FRAMES,
    *borders.FRAMES,
    *calendar_days.FRAMES,
    *clock_times.FRAMES,
    *common_multiples.FRAMES,
    *conversions.FRAMES,
    *elevations.FRAMES,
    *flat_figures.FRAMES,
    *journeys.FRAMES,
    *related_rates.FRAMES,
    *right_triangles.FRAMES,
    *rounded.FRAMES,
    *sharing_out.FRAMES,
    *solids.FRAMES,
)


def _by_word() -> Mapping[str, frozenset[int]]:
    """Which frames need a word, or a phrase that begins with it."""
    found: dict[str, set[int]] = {}
    for index, frame in enumerate(FRAMES):
        for phrase in frame.needs[0].split("|"):
            found.setdefault(phrase.split()[0], set()).add(index)
    return {word: frozenset(each) for word, each in found.items()}


_BY_WORD: Final = _by_word()


def said_again(text: str) -> str:
    """The story in plain words; "" where no frame fits, or two say different things."""
    if refusals.is_refused(text):
        return ""
    text, size = preparing.prepared(text)
    said = _restated(text)
    if size:
        converted = said.startswith("Convert ")
        return f"Using {size}, c{said[1:]}" if converted else ""
    return said


def _restated(text: str) -> str:
    found = tokens(text)
    near = {index for token in found for index in _BY_WORD.get(token.text, ())}
    said = {one for index in near if (one := FRAMES[index].read(found)) is not None}
    said |= stories.sayings(text)
    return next(iter(said)) if len(said) == 1 else ""
