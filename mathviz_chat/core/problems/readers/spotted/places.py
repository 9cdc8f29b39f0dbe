"""The places of a question that hold mathematics, by the sorts of thing that stand in them.

A place may be of several sorts: ``y = x^2`` is an equation and defines a function, ``x = 3`` is an
equation and gives a value. A sort is one letter, so that an intent can name several: ``en``.

    n  a value without letters: 3/4, sqrt(2) + 1
    e  an expression with letters
    s  one letter
    q  an equation
    i  an inequality
    r  an inequality of one letter and values: 0 <= x < 2pi, x > 0, x != 1
    f  a definition of a function: f(x) = ..., y = ...
    a  a value for a letter: x = 3
    b  a value for a function: y(0) = 1, f(2) = 5
    k  the name of a function: f(x)
    d  the name of a derivative: f'(x), dy/dx
    v  a function at a value: f(2), f'(2), f(g(1))
    c  functions put together: f(g(x)), f(x + 1)
    y  an equation with derivatives
    m  a matrix
    M  a named matrix: A = [[1, 2], [3, 4]]
    w  an expression in capital letters: AB, A^(-1), 3P - 2Q
    p  numbers in brackets: a point, a row
    I  an interval
    g  an integral
    l  a limit
    t  a sum or a product written with its sign
    h  digits, and letters that may be digits: 1011, 3E8, ff
    o  dots, a blank
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import language, masking, slots, spoken, vocabulary, worded
from mathviz_chat.core.problems.asked import defined_function
from mathviz_chat.core.problems.readers.spotted import neutral, preparing
from mathviz_chat.core.problems.slots import Slots
from mathviz_chat.core.reading.tree import (
    BigOperator,
    Call,
    Chain,
    Derivative,
    Expr,
    Integral,
    Interval,
    Limit,
    Matrix,
    Node,
    Quantity,
    RelOp,
    Symbol,
    TupleOf,
)
from mathviz_chat.core.reading.walking import walk

_FORMULA: Final = re.compile(r"[=<>≤≥^²³√/*+(\[]|\\[a-z]|\b[a-zA-Z]\b")
_DOTS: Final = re.compile(r"[\s….?_]+|\\[lc]?dots|\\ldots\s*")
_DIGITS: Final = re.compile(r"[0-9A-Fa-f]+")
_TRAILING: Final = re.compile(r"\s*=\s*(?:…|\.{2,}|_+)?\s*$")
_INTEGRAND: Final = re.compile(r"(?P<body>.+[^A-Za-z\\])\s*d\s*[a-z]\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """written: as the question has it. gap: the words between the place before and this one."""

    written: str
    node: Node | None
    sorts: frozenset[str]
    gap: str


@dataclass(frozen=True)
class Said:
    """A question: its words with ``#`` for each place, ``.`` at the end of each sentence."""

    words: tuple[str, ...]
    places: tuple[Place, ...]

    @cached_property
    def present(self) -> frozenset[str]:
        """The words, without their order."""
        return frozenset(self.words)

    @cached_property
    def holds_formula(self) -> bool:
        """Whether a place holds more than numbers, as in a list of them."""
        return any(_FORMULA.search(place.written) for place in self.places)


def of(text: str) -> Said:
    """The words and the places of a question."""
    text = worded.prepared(preparing.prepared(text))
    reader = slots.for_question(text)
    wording = masking.of(language.sentences(text))
    words: list[str] = []
    places: list[Place] = []
    gap = ""
    written = iter(wording.places)
    for token in wording.text.split():
        place = next(written) if token == "#" else ""
        if place and not _is_english(place):
            places.append(_place(place, gap.strip(), reader))
            words.append("#")
            gap = ""
            continue
        gap = f"{gap} {place.lower() or token}"
        if place or _is_word(token):
            words.append(place.lower() or token)
    return Said(tuple(words), tuple(places))


_NAMED_POINT: Final = re.compile(r"\s*[A-Z]\s*=?\s*(\([^()]*,[^()]*\))\s*")


def _is_english(place: str) -> bool:
    """A word of English that was taken for letters side by side."""
    word = place.lower()
    return len(place) > 1 and place.isalpha() and (word in neutral.ENGLISH or word in neutral.LONE)


def _is_word(token: str) -> bool:
    return token in (".", "→") or any(letter.isalnum() for letter in token)


def _place(written: str, gap: str, reader: Slots) -> Place:
    node = None if _DOTS.fullmatch(written.strip()) else _tree(written, reader)
    return Place(written.strip(), node, _sorts(written.strip(), node), gap.strip())


_RUN: Final = re.compile(r"(?<![A-Za-z\\])[a-z]{2,}(?![A-Za-z])")


def _holds_english(written: str) -> bool:
    """``tip x^2``: a word of three letters that was taken for a product."""
    return any(
        word in vocabulary.MEANING or word in neutral.ENGLISH
        for word in _RUN.findall(spoken.to_symbols(written))
    )


def _tree(written: str, reader: Slots) -> Node | None:
    if _holds_english(written):
        return None
    named = _NAMED_POINT.fullmatch(written)
    bare = named[1] if named is not None else _TRAILING.sub("", written)
    node = reader.tree(bare)
    if node is None and _INTEGRAND.fullmatch(bare):
        whole = reader.tree(f"∫ {bare}")
        return whole if isinstance(whole, Integral) else None
    return node


def _sorts(written: str, node: Node | None) -> frozenset[str]:
    found = set("h" if _DIGITS.fullmatch(written) else "")
    if node is None:
        return frozenset(found | ({"o"} if _DOTS.fullmatch(written) else set()))
    if any(isinstance(one, Quantity) for one in walk(node)):
        return frozenset()
    found |= _of_statement(node) if isinstance(node, Chain) else _of_expression(node)
    return frozenset(found)


def _of_statement(node: Chain) -> set[str]:
    if RelOp.IN in node.ops:
        return set("r") if isinstance(node.items[0], Symbol) else set()
    if node.ops not in ((RelOp.EQ,), (RelOp.DEFINED,)):
        return set("ir") if _is_range(node) else set("i")
    head, body = node.items
    if isinstance(body, Matrix):
        return set("M") if isinstance(head, Symbol) else set()
    if _is_value_of_function(head):
        return set("b")
    if any(_is_derivative(one) for one in walk(node)):
        return set("y")
    found = set("q")
    if isinstance(head, Symbol) and not variables(body):
        found.add("a")
    if defined_function(node) is not None:
        found.add("f")
    return found


def _is_range(node: Chain) -> bool:
    names = [one for one in node.items if isinstance(one, Symbol)]
    return len(names) == 1 and not any(variables(one) for one in node.items if one not in names)


def _is_derivative(node: Node) -> bool:
    return isinstance(node, Derivative) or (isinstance(node, Call) and node.primes > 0)


def _is_function(node: Node) -> bool:
    return isinstance(node, Call) and (node.primes > 0 or len(node.function) == 1)


def _is_value_of_function(node: Node) -> bool:
    return isinstance(node, Call) and _is_function(node) and not any(map(variables, node.args))


def _of_expression(node: Node) -> set[str]:
    for sort, letter in _BY_TYPE:
        if isinstance(node, sort):
            return {letter}
    if isinstance(node, Derivative):
        return set("d") if isinstance(node.body, Symbol) else set("e")
    if isinstance(node, Call) and _is_function(node):
        return _of_call(node)
    if isinstance(node, Symbol):
        return set("s")
    if not isinstance(node, Expr):
        return set()
    names = variables(node)
    if not names:
        return set("v") if any(_is_function(one) for one in walk(node)) else set("n")
    if any(_is_function(one) for one in walk(node)):
        return set("c")
    return set("ew") if all(name.isupper() and len(name) == 1 for name in names) else set("e")


_BY_TYPE: Final = (
    (Matrix, "m"), (TupleOf, "p"), (Interval, "I"), (Integral, "g"), (Limit, "l"),
    (BigOperator, "t"),
)  # fmt: skip


def _of_call(node: Call) -> set[str]:
    if not any(map(variables, node.args)):
        return set("v")
    if all(isinstance(one, Symbol) for one in node.args):
        return set("d") if node.primes else set("k")
    return set("c")
