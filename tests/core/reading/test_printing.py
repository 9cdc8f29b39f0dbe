"""Printing and reading again gives the same tree, in both spellings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from mathviz_chat.core.reading import read, to_plain, to_unicode
from mathviz_chat.core.reading.tree import Node
from tests.core.reading import trees


@settings(max_examples=200, deadline=None)
@given(trees.nodes)
def test_plain_reads_back(tree: Node) -> None:
    text = to_plain(tree)
    assert text.isascii() and "\n" not in text
    assert read(text) == tree


@settings(max_examples=200, deadline=None)
@given(trees.nodes)
def test_unicode_reads_back(tree: Node) -> None:
    assert read(to_unicode(tree)) == tree


FOUND_BY_FUZZING = {
    "signs after signs are printed in brackets, a level each": "x = " + "± " * 39 + "3",
    "and so are minus signs": "-" * 39 + "3",
    "a letter of a function, a power, and a bracket": "f^2d/dx(x)",
    "dollars for each of a thing that ends in s": "$6/bus",
    "of a thing that has no unit's name": "dyx/$6/ sss",
    "dollars for each inch": "$6/inch",
    "a negation of statements in brackets": "not ((a in {} or b in {}) && (a in {} or b in {}))",
    "a remainder on one side of an identity": "0 === (7 mod 5)",
    "two values of one left side": "a + 1 = 0 && a + 1 = 2",
    "a remainder behind an identity": "0 === 2 = (7 mod 5)",
}


@pytest.mark.parametrize("text", FOUND_BY_FUZZING.values(), ids=FOUND_BY_FUZZING.keys())
def test_what_fuzzing_found_reads_back(text: str) -> None:
    assert read(to_plain(read(text))) == read(text)
