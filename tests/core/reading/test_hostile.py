"""Whatever the text: a tree or a ReadError, at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mathviz_chat.core.reading import ReadError, find_math, read, to_plain, to_unicode
from mathviz_chat.core.reading.limits import MAX_DIGITS, MAX_LENGTH, MAX_LINE

REFUSED = {
    "a number of 100,000 digits": "1" * 100_000,
    "a number beyond the cap": "1" * (MAX_DIGITS + 1),
    "10,000 nested brackets": "(" * 10_000 + "x" + ")" * 10_000,
    "nested brackets within the length": "(" * 1500 + "x" + ")" * 1500,
    "nested bars": "|" * 1000 + "x" + "|" * 1000,
    "nested fractions": "\\frac{1}{" * 300 + "2" + "}" * 300,
    "nested roots": "√" * 3000 + "2",
    "a chain of signs": "-" * 3000 + "2",
    "a tower of powers": "x^" * 1500 + "x",
    "a sum of a thousand terms": "1+" * 1000 + "1",
    "nested statements": "not (" * 500 + "x = 1" + ")" * 500,
    "a megabyte": "x + " * 250_000 + "1",
    "a power tower of numbers": "9**9**9",
    "a power tower in LaTeX": "9^{9^{9}}",
    "a large exponent": "2^1000000",
    "an exponent that is computed": "2^(10^9)",
    "an exponent behind a division": "2^(1/0.0000000001)",
    "a factorial of a factorial": "(100!)!",
    "a large factorial": "1000000!",
    "a power of ten": "1e999999999",
    "a power that is a huge number": "kmsin^1e999= 4",
    "an open bracket after a quotient": "20/2 (",
    "a NUL": "x = \x00 5",
    "an escape sequence": "x = \x1b[31m5",
    "a bidirectional mark": "x = \u202e5",
    "a zero-width space": "x\u200b = 5",
    "a Cyrillic letter": "\u0445 = 5",
    "Arabic digits": "x = \u0665",
    "a lone surrogate": "x = \ud800",
    "Python code": "__import__('os').system('true')",
    "Python's attribute": "x.__class__",
    "a string": "eval('1')",
    "a TeX command": "\\input{/etc/passwd}",
    "a TeX definition": "\\def\\a{\\a\\a}\\a",
    "nothing": "",
    "spaces": "   ",
    "a silent prefix": "2 + 3) = 5",
    "a bracket left open": "(2 + 3 = 5",
    "no right side": "x =",
    "two signs": "x = = 5",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_refused(text: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(text)
    assert caught.value.reason.isprintable()
    assert 0 <= caught.value.place <= len(text)


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_a_line_of_it_is_survived(text: str) -> None:
    for region in find_math(text):
        assert (region.tree is None) != (region.error is None)


FOUND_BY_FUZZING = [
    "1C_2",
    "\\pm \\sqrt{9.8} m/s^2",
    "x -3.5 a",
    "y'° = 2x",
    "1^{ + 1}/6",
    "x^2 C2",
    "5 \\cdot m/s",
    "721,000ours °F",
    "x_{121212121212}",
    "60 km/kmh",
    "72^(bold)(ours)°F",
    "(A \\cup B) = P(A) + P(B)",
    "5 dol dollars",
    "x^2 - 0%",
    "[[1, 2], [3, 4]] = A",
]


@pytest.mark.parametrize("text", FOUND_BY_FUZZING)
def test_found_by_fuzzing(text: str) -> None:
    """Each once printed otherwise than it was read; a refusal is as good as a faithful print."""
    try:
        tree = read(text)
    except ReadError:
        return
    assert read(to_plain(tree)) == tree
    assert read(to_unicode(tree)) == tree


LINES_FOUND_BY_FUZZING = {
    "a word for a sign before an empty display": "$5$$5mod$$5$$5$",
    "a word for a sign after a display's end": "\\l\\[| (\\]mod 5)",
}


@pytest.mark.parametrize("line", LINES_FOUND_BY_FUZZING.values(), ids=LINES_FOUND_BY_FUZZING.keys())
def test_lines_found_by_fuzzing(line: str) -> None:
    """Each once raised something else than a ReadError."""
    assert all((region.tree is None) != (region.error is None) for region in find_math(line))


def test_deep_trees_leave_room_on_the_stack() -> None:
    """The highest tree that is read can be printed and compared by recursion."""
    text = "x" + "+x" * 140
    limit = sys.getrecursionlimit()
    assert limit == 1000
    assert read(to_plain(read(text))) == read(text)


def test_caps_are_inclusive() -> None:
    assert to_plain(read("1" * MAX_DIGITS)) == "1" * MAX_DIGITS
    assert read("x" + " " * (MAX_LENGTH - 1)) == read("x")
    with pytest.raises(ReadError):
        read("x" + " " * MAX_LENGTH)


def test_a_line_too_long_is_one_region() -> None:
    (region,) = find_math("x = 5. " * MAX_LINE)
    assert region.error is not None


_PIECES = r"""
    \frac \sqrt { } ( ) [ ] | ^ _ = < + - * / ! % ° ' " $ \( \) \[ \] << >> , ; : . .. ... x y e i
    f g sin log ln lim \lim \sum \int dx d/dx dy/dx 2 3.5 1,000 0.1(6) 1/2 ½ ² ₂ √ ± π ∞ ∈ ∪ ⇒ → or
    and of so not mod m km hours per cent $5 \text{ } \boxed{ \begin{aligned} \end{aligned} & \\ C(
    \left \right |x| == != := ~= ** // half twice apples a the I **bold** 1. - # `
"""
PIECES = st.sampled_from([*_PIECES.split(), " ", " ", "\n", "\x00", "é"])


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=40))
@example("\\frac1")
@example("d/")
@example("C(")
@example("5C2")
def test_any_text(text: str) -> None:
    try:
        read(text)
    except ReadError as error:
        assert 0 <= error.place <= len(text)
    for region in find_math(text):
        assert (region.tree is None) != (region.error is None)
        assert 0 <= region.span.start < region.span.end <= len(text)


@given(st.lists(PIECES.filter(lambda piece: piece not in "ei"), max_size=25).map("".join))
def test_what_is_read_is_printed_and_read_again(text: str) -> None:
    """Without ``e`` and ``i``, which may be variables by what stands around them."""
    try:
        tree = read(text)
    except ReadError:
        return
    assert read(to_plain(tree)) == tree
    assert read(to_unicode(tree)) == tree


def test_reading_needs_nothing_heavy() -> None:
    code = (
        "import sys, mathviz_chat.core.reading\n"
        "print(sorted({'sympy', 'flint', 'httpx', 'rich'} & sys.modules.keys()))"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.strip() == "[]"
