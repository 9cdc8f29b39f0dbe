"""The reader's front door: ``read``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mathviz_chat.core.reading.bombs import check_size
from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.evaluated import bar
from mathviz_chat.core.reading.grammar import PREFIX, RELATIONS, formula
from mathviz_chat.core.reading.latex import tokenize
from mathviz_chat.core.reading.parser import Parser
from mathviz_chat.core.reading.phrases import find_phrases
from mathviz_chat.core.reading.tokens import Names, Token
from mathviz_chat.core.reading.tree import Node, Truth
from mathviz_chat.core.reading.widths import plain_widths

_DEFINED = re.compile(
    r"\s*([A-Za-z])(?:_\{?\w+\}?)?'{0,3}\s?(?:\\left)?\(\s*([a-z])\s*(?:\\right)?\)\s*:?=(?!=)"
)
_INDEX = re.compile(r"(?:[∑∏]|sum|prod)_[{(]?\s*([a-z])\s*=")
_TRUTHS = {
    "true": True,
    "all real numbers": True,
    "all reals": True,
    "infinitely many solutions": True,
    "false": False,
    "no solution": False,
    "no solutions": False,
    "no real solution": False,
    "no real solutions": False,
}
_DELIMITERS = (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$"))


def read(text: str, *, variables: Iterable[str] = (), functions: Iterable[str] = ()) -> Node:
    """The tree of one formula in plain, Unicode or LaTeX notation; the whole text is read.

    variables: names that are variables where they would otherwise be a constant or a function
    (``e``, ``i``, ``f``). functions: names that are functions where they would otherwise be a
    factor (``v(t)``). The rule table is in ``docs/reading.md``, the caps in ``limits.py``.
    Raises ReadError with the place and the reason; nothing else.
    """
    return read_boxed(text, variables=variables, functions=functions)[0]


def read_boxed(
    text: str,
    *,
    variables: Iterable[str] = (),
    functions: Iterable[str] = (),
    latex: bool = False,
) -> tuple[Node, tuple[Node, ...]]:
    """As ``read``, and besides the parts that stood in ``\\boxed{...}``.

    latex: the text stood between LaTeX's delimiters, so that bare braces group.
    """
    text = plain_widths(text)
    truth = _TRUTHS.get(text.strip().lower()) if len(text) < 40 else None
    if truth is not None:
        return Truth(truth), ()
    names = Names(frozenset(variables), frozenset(functions))
    source = _without_delimiters(text)
    defined = _DEFINED.match(source)
    if defined is not None and defined[1] != defined[2]:
        names = Names(names.variables, names.functions | {defined[1]})
    indices = frozenset(_INDEX.findall(source))
    if indices:
        names = Names(names.variables | indices, names.functions)
    phrases, begin = find_phrases(source)
    tokens = tokenize(source, names, phrases, begin)
    alone = _lone_constants(tokens)
    if alone:
        names = Names(names.variables | alone, names.functions)
        tokens = tokenize(source, names, phrases, begin)
    parser = Parser(source, tokens, names, PREFIX, latex or "\\" in source, bar)
    node = formula(parser)
    check_size(node, len(tokens))
    return node, tuple(parser.boxed)


def _without_delimiters(text: str) -> str:
    """The text with the marks that enclose all of it blanked, so that places stay."""
    body = text.strip()
    for opening, closing in _DELIMITERS:
        inner = body[len(opening) : len(body) - len(closing)]
        if len(body) > len(opening) and body.startswith(opening) and body.endswith(closing):
            if inner.replace("\\$", "").count("$") or not inner:
                continue
            place = text.index(opening)
            stop = place + len(opening) + len(inner)
            return " " * (place + len(opening)) + inner + " " * (len(text) - stop)
    return text


def _lone_constants(tokens: list[Token]) -> set[str]:
    """``e = 5``, ``3 = i``: a letter that stands alone on one side is a variable; not the e that
    a limit, an infinite sum, an integral or another letter (``x = e``) comes to, nor one that is
    part of the other side (``(1 + i)/(1 - i) = i``)."""
    whole = any(token.kind in ("lim", "∑", "∫") for token in tokens)
    edges = {*RELATIONS, "END", "or", "and", ",", ";"}
    found, within = set(), set()
    for place, token in enumerate(tokens):
        if token.kind != "CONST" or token.end - token.start != 1:
            continue
        before = tokens[place - 1].kind if place else "END"
        after = tokens[place + 1].kind
        named = place > 1 and tokens[place - 2].kind == "NAME" and str(token.value) == "e"
        if before in edges and after in edges and "=" in (before, after) and not named:
            found.add(str(token.value))
        elif before not in edges or after not in edges:
            within.add(str(token.value))
    return (found - within) & ({"i"} if whole else {"e", "i"})


__all__ = ["ReadError", "read", "read_boxed"]
