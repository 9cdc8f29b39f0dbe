"""Printing and reading again gives the same tree, in both spellings."""

from __future__ import annotations

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
