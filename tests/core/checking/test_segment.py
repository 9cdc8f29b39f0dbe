"""Text in pieces becomes the same blocks as the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.core.checking import Block, Segmenter
from mathviz_chat.core.checking.segment import MAX_DISPLAY_LINES, MAX_LINE


def segment(*chunks: str) -> tuple[Block, ...]:
    segmenter = Segmenter()
    blocks = [block for chunk in chunks for block in segmenter.feed(chunk)]
    return (*blocks, *segmenter.finish())


def texts(*chunks: str) -> list[str]:
    return [block.text for block in segment(*chunks)]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("x = 5", ["x = 5"], id="no final newline"),
        pytest.param("x = 5\n", ["x = 5"], id="final newline"),
        pytest.param("a\r\nb\r\n", ["a", "b"], id="CRLF"),
        pytest.param("a\n\nb", ["a", "", "b"], id="a blank line is a block of its own"),
        pytest.param("$$\nx = 5\n$$\ny", ["$$\nx = 5\n$$", "y"], id="display by dollars"),
        pytest.param("$$x = 5$$\ny", ["$$x = 5$$", "y"], id="display on one line"),
        pytest.param(
            "so \\[\nx\n\\] and\nb", ["so \\[\nx\n\\] and", "b"], id="display by brackets"
        ),
        pytest.param(
            "\\begin{aligned}\na &= b \\\\[2pt]\n&= c\n\\end{aligned}\nd",
            ["\\begin{aligned}\na &= b \\\\[2pt]\n&= c\n\\end{aligned}", "d"],
            id="environment",
        ),
        pytest.param("a \\\\[2pt]\nb", ["a \\\\[2pt]", "b"], id="spacing opens nothing"),
        pytest.param("```\nx\n\ny\n```\nz", ["```\nx\n\ny\n```", "z"], id="code fence"),
        pytest.param(
            "$$ a\nb\n\nc", ["$$ a", "b", "", "c"], id="a blank line breaks a display off"
        ),
        pytest.param("$$ a\nb", ["$$ a", "b"], id="a display that is never closed"),
        pytest.param("a\x00b\x1b[2J\nc", ["a\x00b\x1b[2J", "c"], id="control characters are kept"),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    assert texts(text) == blocks


def test_places() -> None:
    first, display, last = segment("a\r\n$$\nb\n$$\nc")
    assert (first.index, first.line, first.start, first.end) == (0, 1, 0, 2)
    assert (display.index, display.line, display.start, display.end) == (1, 2, 3, 10)
    assert (last.index, last.line, last.start, last.end) == (2, 5, 11, 12)


def test_a_partial_line_is_held() -> None:
    segmenter = Segmenter()
    assert segmenter.feed("2x = 1") == ()
    assert [block.text for block in segmenter.feed("0\nx")] == ["2x = 10"]
    assert [block.text for block in segmenter.finish()] == ["x"]


def test_a_megabyte_line_is_cut() -> None:
    (long, short) = segment("9" * 1_000_000, "9" * 1_000_000 + "\nx = 5")
    assert len(long.text) == MAX_LINE
    assert (long.end, short.start, short.text) == (2_000_000, 2_000_001, "x = 5")


def test_an_open_display_holds_back_a_bounded_number_of_lines() -> None:
    segmenter = Segmenter()
    blocks = segmenter.feed("```\n" + "x\n" * MAX_DISPLAY_LINES)
    assert len(blocks) == MAX_DISPLAY_LINES + 1


PIECES = st.sampled_from(
    [
        *("x = 5", " ", "\n", "\r\n", "\n\n", "\\", "\r", "\x00", "é", "$"),
        *("$$", "\\[", "\\]", "```", "\\begin{aligned}", "\\end{aligned}"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.data())
def test_the_chunking_does_not_matter(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    chunks = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert segment(*chunks) == segment(text)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_character_but_line_breaks_is_in_one_block(text: str) -> None:
    blocks = segment(text)
    assert [block.index for block in blocks] == list(range(len(blocks)))
    kept = "".join(block.text for block in blocks).replace("\n", "").replace("\r", "")
    assert kept == text.replace("\n", "").replace("\r", "")
    for block in blocks:
        assert text[block.start : block.end].replace("\r\n", "\n").removesuffix("\r") == block.text
