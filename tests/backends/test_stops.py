"""Stop strings, however the text is cut into pieces."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.backends.stops import StopFilter


def through(pieces: list[str], *stops: str) -> tuple[str, bool]:
    keeper = StopFilter(stops)
    text = "".join(keeper.feed(piece) for piece in pieces)
    return text + keeper.finish(), keeper.stopped


@pytest.mark.parametrize(
    ("pieces", "stops", "expected", "why"),
    [
        (["3x = 15"], (), "3x = 15", "no stop string"),
        (["3x = 15\n", "User: hi"], ("User:",), "3x = 15\n", "inside a piece"),
        (["3x", " =", " 15"], (" = 1",), "3x", "spread over three"),
        (["aab"], ("ab",), "a", "a false start just before"),
        (["Us", "e 15"], ("User:",), "Use 15", "held, and then let go"),
        (["Use"], ("User:",), "Use", "held to the end"),
        (["one two"], ("two", "one t"), "", "the first in the text, not in the list"),
        (["x"], ("",), "x", "an empty one stops nothing"),
    ],
)
def test_text_before_the_stop(
    pieces: list[str], stops: tuple[str, ...], expected: str, why: str
) -> None:
    assert through(pieces, *stops)[0] == expected, why


@given(
    text=st.text("ab\n", max_size=30),
    stop=st.text("ab\n", min_size=1, max_size=4),
    cuts=st.lists(st.integers(0, 30), max_size=6),
)
def test_cutting_does_not_matter(text: str, stop: str, cuts: list[int]) -> None:
    places = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    pieces = [text[a:b] for a, b in itertools.pairwise(places)]
    before, found, _ = text.partition(stop)
    assert through(pieces, stop) == (before, bool(found))


@given(text=st.text("ab", max_size=30), stop=st.text("ab", min_size=1, max_size=4))
def test_nothing_is_held_longer_than_a_stop_string(text: str, stop: str) -> None:
    keeper = StopFilter([stop])
    shown = sum(len(keeper.feed(character)) for character in text)
    assert keeper.stopped or len(text) - shown < len(stop)
