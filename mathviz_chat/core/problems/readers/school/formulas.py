"""The function of a question about its domain or range: ``f(x) = 1/x``, ``y = 1/x``, ``1/x``."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.patterns import lazy
from mathviz_chat.core.reading.tree import Expr

FIND: Final = (
    r"(?:(?:find|state|give|determine|write\s+down|write|work\s+out|identify|specify|get|"
    r"what\s+is|what's|whats|calculate)\s+)?"
)
FUNCTION: Final = (
    r"(?:the\s+)?(?:real\s+)?(?:(?:function|curve|graph|expression|graph\s+of)\s+)?"
    rf"(?:(?P<f>[A-Za-z])\s*(?:\(\s*(?P<x>[a-z])\s*\))?\s*=\s*)?(?P<e>{slots.MATHS})"
)
TOLD: Final = (
    r"(?:(?:let|given|consider|suppose|for|if|a|the|that|is|given\s+by|defined\s+by|function)\s+)*"
    rf"(?P<f>[A-Za-z])\s*(?:\(\s*(?P<x>[a-z])\s*\))?\s*=\s*(?P<e>{slots.MATHS})[.,;]?\s+"
)


def body(match: re.Match[str]) -> tuple[Expr, str] | None:
    """The formula and its one variable; None where it has another than the one that is named."""
    if match["f"] is not None and match["x"] is None and match["f"] != "y":
        return None
    tree = slots.for_question(match["e"]).expression(match["e"])
    if tree is None:
        return None
    names = set(variables(tree))
    named = match["x"]
    if len(names) != 1 or (named is not None and names != {named}):
        return None
    (name,) = names
    return None if match["f"] == name else (tree, name)


def matched(patterns: tuple[str, ...], text: str) -> re.Match[str] | None:
    """The first of the patterns that matches the whole text."""
    found = (lazy(one).fullmatch(text) for one in patterns)
    return next((match for match in found if match is not None), None)
