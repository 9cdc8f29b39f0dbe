"""Mathematics told in words: the wording tiled by clauses, each place named by what stands in it.

A grammar names clauses that may come in any order. Every word and every place of the question
belongs to one of them, so that a negation, a number or a condition that no clause has leaves the
question unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import language, masking, slots, tiling
from mathviz_chat.core.problems.asked import defined_function
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.slots import Slots
from mathviz_chat.core.problems.wording import Hit
from mathviz_chat.core.reading.tree import (
    BigOperator,
    Call,
    Chain,
    Derivative,
    Expr,
    Integral,
    Interval,
    Limit,
    Mul,
    Node,
    RelOp,
    Statement,
    Symbol,
    TupleOf,
)
from mathviz_chat.core.reading.walking import walk

Builder: TypeAlias = Callable[["Told"], Problem | None]
GIVEN: Final = "given"
"""The clause of a definition, in every grammar that has one; its place is ``g``."""


@dataclass(frozen=True, slots=True)
class Told:
    """One tiling of a question: its clauses, and the trees of its places.

    spare: definitions that belong to other parts of a question and may be left unused.
    """

    clauses: tuple[tiling.Clause, ...]
    places: tuple[Node, ...]
    spare: tuple[Statement, ...] = ()

    def has(self, name: str) -> bool:
        """Whether the question has a clause."""
        return any(known == name for known, _ in self.clauses)

    def text(self, slot: str) -> str | None:
        """What stands in a blank for words; None where nothing does."""
        return next((v for _, hit in self.clauses if (v := hit.get(slot)) is not None), None)

    def trees(self, *slots: str) -> tuple[Node, ...]:
        """The trees of some blanks in all clauses that fill them, in order."""
        return tuple(
            node for _, hit in self.clauses for slot in slots for node in self._of(hit, slot)
        )

    def _of(self, hit: Hit, slot: str) -> tuple[Node, ...]:
        label = hit.get(slot)
        return () if label is None else (self.places[int(label[2:])],)

    def tree(self, slot: str) -> Node | None:
        """The tree of a blank that is filled once; None where it is not."""
        found = self.trees(slot)
        return found[0] if len(found) == 1 else None

    def expression(self, slot: str) -> Expr | None:
        """The expression of a blank."""
        found = self.tree(slot)
        return found if isinstance(found, Expr) else None

    def definitions(self) -> tuple[Chain, ...]:
        """What the question defines, without what belongs to other parts."""
        return tuple(g for g in self.trees("g") if isinstance(g, Chain) and g not in self.spare)

    def function(self, slot: str) -> tuple[str, Expr] | None:
        """The variable and the body of the one function that is meant.

        It stands in the blank, or is defined and named there, or is the only one defined. None
        where a definition is left over.
        """
        written = self.tree(slot)
        if written is not None and written in self.trees("called"):
            written = None
        if len(self.trees(slot)) > 1:
            return None  # two functions
        defined = self.definitions()
        if written is None or _is_name(written):
            found = [one for one in self.trees("g") if written is None or _defines(one, written)]
            if len(found) != 1 or any(one not in found for one in defined):
                return None
            return _function(found[0])
        return None if defined else _function(written)


def _is_name(node: Node) -> bool:
    """``f``, ``f(x)``, ``y``: no formula."""
    if isinstance(node, Call) and len(node.function) == 1 and not node.primes:
        return all(isinstance(one, Symbol) for one in node.args)
    return isinstance(node, Symbol)


def _defines(definition: Node, name: Node) -> bool:
    if not isinstance(definition, Chain):
        return False
    head = definition.items[0]
    return name == head or (isinstance(head, Call) and name == Symbol(head.function))


def _function(node: Node) -> tuple[str, Expr] | None:
    if isinstance(node, Chain):
        return defined_function(node)
    names = variables(node) if isinstance(node, Expr) else ()
    if not isinstance(node, Expr) or len(names) != 1 or names[0] in slots.MAYBE_CONSTANTS:
        return None
    return names[0], node


@dataclass(frozen=True, slots=True)
class Worded:
    """A family of questions: its clauses by name, and the problem that a tiling of them makes.

    keys: a wording without one of these words is not looked at.
    """

    keys: re.Pattern[str]
    clauses: Mapping[str, tuple[str, ...]]
    build: Builder
    repeated: frozenset[str] = frozenset({GIVEN})

    def read(self, masked: Masked, spare: tuple[Statement, ...]) -> set[Problem]:
        """The problems that the tilings of a question make."""
        if not self.keys.search(masked.text):
            return set()
        tilings = tiling.tilings(masked.text, self.clauses, self.repeated)
        told = (Told(tuple(tiles), masked.places, spare) for tiles in tilings)
        return {problem for one in told if (problem := self.build(one)) is not None}


@dataclass(frozen=True, slots=True)
class Masked:
    """text: words in lower case, no articles, ``#f0`` for the place 0, which defines a function.

    places: the trees of all places.
    """

    text: str
    places: tuple[Node, ...]


def masked(text: str) -> Masked | None:
    """The wording of a question; None where a place cannot be read."""
    text = prepared(text)
    reader = slots.for_question(text)
    words = masking.of(language.sentences(text))
    places: list[Node] = []
    labels: list[str] = []
    for written in words.places:
        labelled = _labelled(reader, written)
        if labelled is None:
            return None
        labels.append(f" #{labelled[0]}{len(places)}")
        places.append(labelled[1])
    pieces = _ARTICLE.sub(" ", words.text.replace(" .", " ,")).split("#")
    whole = "".join(piece + label for piece, label in zip(pieces, [*labels, ""], strict=True))
    return Masked(re.sub(r"\s+", " ", whole).strip(" ,"), tuple(places))


_ARTICLE: Final = re.compile(r"(?<![a-z'#-])(?:the|an?)(?![a-z'-])")


def _limit_in_words(match: re.Match[str]) -> str:
    """``lim (x->0+) f`` as ``limit as x → 0 from the right of f``."""
    side = match["s"] or ""
    hand = "" if not side else " from the right" if "+" in side else " from the left"
    return f"limit as {match['n']} → {match['p']}{hand} of "


_PREPARED: Final = tuple(
    (re.compile(found, re.IGNORECASE), put)
    for found, put in (
        (r"\bl\s*['’`]?\s*h(?:o|ô|\\\^o)s?pital(?:['’`]?s)?\b", "lhopital"),
        (r"\\left\s*\.|\\left\s*(?=[|\[])|\\right\s*(?=[|\]])", " "),
        (r"[|∣]\s*_\s*\{?\s*([a-z]\s*=\s*[^{}\s]+)\s*\}?", r" at \1 "),
        (r"(?<=[\w)²³])\s+m\s*/\s*s(?:\^2|²)(?!\w)|(?<=[\w)²³])\s+m\s*/\s*s\s*/\s*s(?!\w)",
         " metres per second squared"),
        (r"(?<=[\w)²³])\s+(?:m\s*/\s*s|m\s*s\^?\{?-1\}?|ms⁻¹)(?!\w)", " metres per second"),
        (r"(?<=[\w)²³])\s+(?:cm\s*/\s*s)(?!\w)", " centimetres per second"),
        (
            r"\b(?:lim|limit)\s*(?:as\s+)?\(?\s*(?<![a-z])(?P<n>[a-z])\s*"
            r"(?:->|→|⟶|\\(?:right)?arrow\b|\\to\b|tends to|goes to|approaches)\s*"
            r"(?P<p>[-−+]?\s?(?:\d+(?:[./]\d+)?|oo|∞|\\infty|infinity|pi|π|[ae](?![a-z]))"
            r"(?:/\d+)?)(?P<s>\^?\{?[+\-−]\}?(?=[\s)]|$))?\s*\)?\s*(?:of|:)?(?=\s)",
            _limit_in_words,
        ),
        (r"\bbinomial\s+(?=series|expansion|theorem)", "binomial-"),
        (r"\s*=\s*\?+", " ?"),
        (r"(?<=\s)(?:∫|\\int|int)\s+(from|between)\b", r"integral \1"),
        (r"^(?:∫|\\int|int)\s+(from|between)\b", r"integral \1"),
    )
)  # fmt: skip


def prepared(text: str) -> str:
    """The text with units of speed in words, ``f|_(x = 2)`` as ``f at x = 2``, no ``= ?``."""
    for found, put in _PREPARED:
        text = found.sub(put, text)
    return re.sub(r"=\s*$", "", text.strip())


_FORM: Final = re.compile(
    r"\s*y\s*=\s*(?:…|\.+|[ma]\s*\*?\s*x\s*\+\s*[cbk])?\s*|"
    r"\s*a\s*\*?\s*x\s*\+\s*b\s*\*?\s*y\s*(?:\+\s*c\s*=\s*0|=\s*c)\s*"
)
_NAMED_POINT: Final = re.compile(r"\s*(?P<name>[A-Z])\s*=?\s*(?P<pair>\([^()]*,[^()]*\))\s*")
_INTEGRAND: Final = re.compile(r"(?P<body>.+[^A-Za-z\\])\s*d\s*[a-z]\s*", re.DOTALL)


def _labelled(reader: Slots, written: str) -> tuple[str, Node] | None:
    """The letter for what stands in a place, and its tree."""
    if _FORM.fullmatch(written):
        return "m", Symbol("y")
    written = re.sub(r"\s*=\s*(?:…|\.{2,})?\s*$", "", written)
    named = _NAMED_POINT.fullmatch(written)
    if named is not None:
        pair = reader.tree(named["pair"])
        if not isinstance(pair, TupleOf) or len(pair.items) != 2:
            return None
        return "p", Call(named["name"], pair.items)
    if re.fullmatch(r"\s*[A-Z][A-Z]\s*", written):
        ends = [Symbol(letter) for letter in written.strip()]
        return "u", Mul(ends[0], ends[1])
    node = reader.tree(written)
    if node is None and _INTEGRAND.fullmatch(written):
        node = reader.tree(f"∫ {written}")
        return None if not isinstance(node, Integral) else ("b", node)
    return None if node is None else (_kind(node), node)


def _kind(node: Node) -> str:
    if isinstance(node, Chain):
        return _kind_of_statement(node)
    if isinstance(node, TupleOf) or (
        isinstance(node, Call) and len(node.args) == 2 and node.function.isupper()
    ):
        return "p"
    for sort, letter in ((Interval, "i"), (Limit, "l"), (Integral, "g"), (BigOperator, "t")):
        if isinstance(node, sort):
            return letter
    if isinstance(node, Derivative):
        return "d" if isinstance(node.body, Symbol) else "w"
    if isinstance(node, Call) and (node.primes or len(node.function) == 1):
        return _kind_of_call(node)
    if isinstance(node, Symbol):
        return "s"
    if not isinstance(node, Expr):
        return "x"
    return "e" if variables(node) else "n"


def _kind_of_call(node: Call) -> str:
    if all(isinstance(one, Symbol) for one in node.args):
        return "d" if node.primes else "k"
    return "v" if not any(map(variables, node.args)) else "e"


def _kind_of_statement(node: Chain) -> str:
    if node.ops not in ((RelOp.EQ,), (RelOp.DEFINED,)):
        return "o"
    head, body = node.items
    if isinstance(head, Derivative) or (isinstance(head, Call) and head.primes):
        return "c" if isinstance(head, Call) and _kind_of_call(head) == "v" else "q"
    if isinstance(head, Call) and head.args and not variables(head.args[0]):
        return "c"
    if isinstance(head, Symbol) and not variables(body):
        return "a"
    if _has_derivative(node):
        return "q"
    return "f" if defined_function(node) is not None else "r"


def _has_derivative(node: Chain) -> bool:
    return any(
        isinstance(one, Derivative) or (isinstance(one, Call) and one.primes) for one in walk(node)
    )
