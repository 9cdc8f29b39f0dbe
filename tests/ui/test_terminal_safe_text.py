"""What reaches the terminal of text that others wrote."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.ui.safe_text import MAX_COMBINING, for_encoding, visible

VISIBLE = [
    ("x = 5\ny = 6", "x = 5\ny = 6", "plain text stays"),
    ("x² ≤ √2 · π", "x² ≤ √2 · π", "mathematics stays"),
    ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m", "colours (SGR) are shown, not obeyed"),
    ("\x1b]0;title\x07", "␛]0;title␇", "a window title (OSC) is not set"),
    ("\x1b]52;c;cm0gLXJm\x07", "␛]52;c;cm0gLXJm␇", "the clipboard (OSC 52) is not written"),
    ("\x1b[2J\x1b[H", "␛[2J␛[H", "the screen is not cleared"),
    ("\x9b31m", "<U+009B>31m", "the 8-bit form of ESC [ is no way around it"),
    ("\x90q\x9c", "<U+0090>q<U+009C>", "nor that of DCS"),
    ("wrong\rright", "wrong␍right", "a line is not overwritten"),
    ("x\b\b\b", "x␈␈␈", "nor rubbed out"),
    ("a\r\nb", "a\nb", "CRLF is a line break"),
    ("a\tb", "a    b", "a tab takes four blanks, whatever the terminal's stops"),
    ("a\x00b\x7f", "a␀b␡", "NUL and DEL are shown"),
    ("a\x0bb\x0cc\x85d", "a␋b␌c<U+0085>d", "other line breaks do not break lines"),
    ("\u2028\u2029", "<U+2028><U+2029>", "nor do Unicode's"),
    ("x = \u202e6 ton\u202c", "x = <U+202E>6 ton<U+202C>", "bidi overrides do not reorder"),
    ("\u2066a\u2069\u200f", "<U+2066>a<U+2069><U+200F>", "nor isolates and marks"),
    ("1\u200b0", "1<U+200B>0", "a hidden blank is seen"),
    ("\ufeffx", "<U+FEFF>x", "so is a byte order mark"),
    ("2\u2062x", "2x", "Unicode's invisible times stands for nothing on the screen"),
    ("\ud800", "<U+D800>", "a lone surrogate cannot be printed"),
    ("\ue000", "<U+E000>", "private-use characters have no common glyph"),
    ("\U000e0041", "<U+E0041>", "tags are invisible"),
    ("न\u200dीx\u200c", "न\u200dीx\u200c", "the joiners that scripts need stay"),
    ("z" + "\u0336" * 50, "z" + "\u0336" * MAX_COMBINING, "marks do not climb over other lines"),
]


@pytest.mark.parametrize(
    ("text", "shown"), [row[:2] for row in VISIBLE], ids=[row[2] for row in VISIBLE]
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(), max_size=200))
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    hidden = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    allowed = "\n\u200c\u200d"
    assert not [c for c in visible(text) if unicodedata.category(c) in hidden and c not in allowed]


@given(st.text(st.characters(), max_size=200))
def test_showing_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)


ENCODED = [
    ("x² + 1", "utf-8", "x² + 1", "all of it fits"),
    ("x² + 1", "latin-1", "x² + 1", "Latin-1 has ²"),
    ("x² + α", "latin-1", "x^2 + alpha", "once something is missing, scripts are spelled alike"),
    ("x² − 3x⁻¹", "ascii", "x^2 - 3x^-1", "powers"),
    ("xⁿ⁺¹", "ascii", "x^(n+1)", "a longer power keeps its extent"),
    ("x₁ + a₁₂", "ascii", "x_1 + a_12", "indices"),
    ("√2 + √(x+1) + ∛8", "ascii", "sqrt(2) + sqrt(x+1) + cbrt(8)", "roots"),
    ("a ≤ b ≠ c ≥ d", "ascii", "a <= b != c >= d", "relations"),
    ("2πr, sin(α), Δx", "ascii", "2 pi r, sin(alpha), Delta x", "Greek, apart from its neighbours"),
    ("3 · 4 × 5 ÷ 6", "ascii", "3 * 4 * 5 / 6", "operations"),
    ("½", "ascii", "1/2", "a fraction"),
    ("café “x” – y…", "ascii", 'cafe "x" - y...', "letters and punctuation"),
    ("✓ proved, ✗ refuted", "ascii", "+ proved, x refuted", "the verdicts"),
    ("漢", "ascii", "<U+6F22>", "what has no form is shown by number"),
    ("x²", "no such codec", "x^2", "an unknown encoding is taken for ASCII"),
]


@pytest.mark.parametrize(
    ("text", "encoding", "shown"), [row[:3] for row in ENCODED], ids=[row[3] for row in ENCODED]
)
def test_narrow_encodings(text: str, encoding: str, shown: str) -> None:
    assert for_encoding(text, encoding) == shown


@given(st.text(st.characters(), max_size=100), st.sampled_from(["ascii", "latin-1", "cp437"]))
def test_what_is_left_can_be_encoded(text: str, encoding: str) -> None:
    for_encoding(visible(text), encoding).encode(encoding)
