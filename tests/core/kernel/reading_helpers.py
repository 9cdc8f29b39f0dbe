"""Trees from text, for the kernel's tests."""

from __future__ import annotations

from mathviz_chat.core.reading import read
from mathviz_chat.core.reading.tree import And, Chain, Expr, Implication, Not, Or, Statement, Truth

STATEMENTS = Chain | And | Or | Not | Truth | Implication


def expr(text: str) -> Expr:
    node = read(text)
    assert not isinstance(node, STATEMENTS)
    return node


def statement(text: str) -> Statement:
    node = read(text)
    assert isinstance(node, STATEMENTS)
    return node
