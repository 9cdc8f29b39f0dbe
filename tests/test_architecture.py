"""``docs/architecture.md`` shows the package as it is."""

from __future__ import annotations

from scripts import write_tree


def test_the_tree_in_the_document_is_that_of_the_package() -> None:
    """Where this fails: python scripts/write_tree.py"""
    text = write_tree.DOCUMENT.read_text(encoding="utf-8")
    assert text == write_tree.document(text)
    assert "<!-- tree -->" in text


def test_every_module_says_what_it_is_for() -> None:
    for line in write_tree.tree().splitlines():
        name, _, says = line.strip().partition(" ")
        assert says.strip(), f"{name} has no docstring"
