"""What was read as something else than it says, or only in part."""

from __future__ import annotations

import pytest

from mathviz_chat.core.reading import find_math, read, to_plain

READ = [
    ("sin x = 1/2", "sin(x) = 1/2", "a function, not a name in two words"),
    ("So log x = 2", "log(x) = 2", "the same after a word that leads in"),
    ("sin x cos theta = 1", "sin(x)*cos(theta) = 1", "two functions"),
    ("det A = 3", "det(A) = 3", "a function of one letter"),
    ("theta x = 1", "theta*x = 1", "a Greek letter is no word"),
    ("max height = 3", '"max height" = 3', "here it is a name"),
]


@pytest.mark.parametrize(("text", "plain", "why"), READ)
def test_functions_are_no_part_of_a_name(text: str, plain: str, why: str) -> None:
    assert to_plain(read(text)) == plain, why


WHOLE = [
    ("((((1 = 1", "brackets that are left open"),
    ("1 = 1))", "brackets that close nothing"),
    ("We know that (1 + 1 = 2", "an open bracket directly before a formula"),
]


@pytest.mark.parametrize(("line", "why"), WHOLE)
def test_brackets_are_not_left_out(line: str, why: str) -> None:
    assert all(region.tree is None for region in find_math(line)), why


JOINED = [
    ("x = 2, 3", "x = 2, 3", "a further value"),
    ("x = 2 and -2", "x = 2, -2", "after 'and'"),
    ("x = 1, 2, 3", "x = 1, 2, 3", "two further values"),
    ("x = 1, 2 and 3", "x = 1, 2, 3", "the last one after 'and'"),
    ("x < 3 and x > -3", "x < 3 && x > -3", "two bounds"),
]


@pytest.mark.parametrize(("line", "plain", "why"), JOINED)
def test_what_follows_a_comma_or_and_is_read_with_it(line: str, plain: str, why: str) -> None:
    (region,) = find_math(line)
    assert region.tree == read(plain), why
