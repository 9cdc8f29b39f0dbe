"""What a question in words defines, and what it asks: for readers that match its wording.

Definitions (``Let f(x) = x^2``, ``y = x^2 and y = x``, ``Let A be [[1, 2], [3, 4]]``) are told
apart from the one sentence that asks. Everything must be used: a reader that leaves a definition
or a place of the wording unused has not read the question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import language, masking, slots
from mathviz_chat.core.problems.slots import Slots
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Node, RelOp, Statement, Symbol

_FILLERS = (
    "let|suppose|assume|consider|given|define|if|for|take|with|where|when|the|that|function|"
    "functions|curve|curves|equation|equations|matrix|matrices|vector|vectors|following|be|is|are|"
    "by|we|have|you|a|an|defined|complex|number|numbers|two|parabola|line|then|graph|system|of|"
    "differential|say|whose|since|and|variable|expression|to|square|initial|condition|conditions"
)
_F = rf"(?:(?:{_FILLERS}|:|,) )*"
_DEFINITIONS = rf"{_F}#(?: {_F}#)*"
_VERBS = (
    "find|what|what's|which|determine|calculate|compute|evaluate|work|give|get|obtain|state|derive|"
    "differentiate|integrate|solve|how|is|does|do|show|use|write|on|at|where|for|in|identify|"
    "locate|list|add|multiply|subtract|simplify|express|convert|name|row|invert|transpose|reduce"
)
_WHOLE = re.compile(rf"(?P<given>{_DEFINITIONS})(?: (?:,|{_FILLERS}))*")
_LEADING = re.compile(
    rf"(?P<given>{_DEFINITIONS})(?: ,| :)?(?: then)?(?: and)? (?P<asked>(?:{_VERBS})\b.*)"
)
_CONNECTIVE = re.compile(
    r"(?: ,)? (?:if|where|when|given|for|with|:|satisfying|subject to|knowing|such|let|,)"
    r"(?: that)? "
)


@dataclass(slots=True)
class Asked:
    """One question while it is read.

    text: the sentence that asks, ``#`` for each of ``places``. definitions: statements that are
    given, in order. slots: reads the places. ``used`` holds the indices of definitions and places
    (negative, from -1 on) that the reading rests on.
    """

    text: str
    places: tuple[str, ...]
    definitions: tuple[Chain, ...]
    slots: Slots
    used: set[int] = field(default_factory=set)

    def uses_all_but(self, spare: tuple[Statement, ...]) -> bool:
        """Whether every place is used, and every definition that is not one of ``spare``."""
        needed = {k for k, one in enumerate(self.definitions) if one not in spare}
        needed |= {-1 - k for k in range(len(self.places))}
        return needed <= self.used

    def trees(self, match: re.Match[str], group: str) -> tuple[Node, ...]:
        """The trees of the places in a group; () where one cannot be read."""
        if group not in match.re.groupindex or match.start(group) < 0:
            return ()
        first = match.string.count("#", 0, match.start(group))
        count = match[group].count("#")
        found = masking.trees(self.slots, self.places[first : first + count])
        if found is None:
            return ()
        self.used |= {-1 - k for k in range(first, first + count)}
        return found

    def expressions(self, match: re.Match[str], group: str) -> tuple[Expr, ...]:
        """The expressions of the places in a group; () where one is none."""
        found = self.trees(match, group)
        items = tuple(node for node in found if isinstance(node, Expr))
        return items if len(items) == len(found) else ()

    def tree(self, match: re.Match[str], group: str) -> Node | None:
        """The tree of the one place in a group."""
        found = self.trees(match, group)
        return found[0] if len(found) == 1 else None

    def value_of(self, name: str) -> Expr | None:
        """The constant that a definition ``name = value`` gives."""
        for place, definition in enumerate(self.definitions):
            head, body = definition.items[0], definition.items[-1]
            if head == Symbol(name) and len(definition.items) == 2 and not variables(body):
                self.used.add(place)
                return body
        return None

    def function(self, node: Node | None) -> tuple[str, Expr] | None:
        """The variable and the body that ``f``, ``f(x)``, ``y = x^2`` or ``x^2`` stand for.

        None stands for the one function that is defined (``the curve``, ``it``).
        """
        if isinstance(node, Chain):
            return defined_function(node)
        for place, definition in enumerate(self.definitions):
            found = defined_function(definition)
            if found is not None and (node is None or _names(definition.items[0], node)):
                self.used.add(place)
                return found
        if node is None or not isinstance(node, Expr):
            return None
        names = variables(node)
        if len(names) != 1 or names[0] in slots.MAYBE_CONSTANTS or node == Symbol(names[0]):
            return None
        return names[0], node


def _names(head: Expr, node: Node) -> bool:
    """Whether ``f`` or ``f(x)`` is what ``f(x) = ...`` defines."""
    return node == head or (isinstance(head, Call) and node == Symbol(head.function))


def defined_function(definition: Chain) -> tuple[str, Expr] | None:
    """The variable and the body of ``f(x) = ...`` or ``y = ...``; None for anything else."""
    if definition.ops not in ((RelOp.EQ,), (RelOp.DEFINED,)):
        return None
    head, body = definition.items
    names = variables(body)
    match head:
        case Call(_, (Symbol(variable),), 0):
            return (variable, body) if set(names) <= {variable} else None
        case Symbol(name) if len(names) == 1 and name not in names:
            return names[0], body
        case Symbol("y") if not names:
            return "x", body
    return None


def read_asked(text: str) -> tuple[Asked, ...]:
    """The ways to tell the definitions from the one sentence that asks.

    ``the eigenvalues for A = ...`` may define A or name it: both ways are tried.
    """
    reader = slots.for_question(text)
    sentences = [masking.of((sentence,)) for sentence in language.sentences(text)]
    ways = [_gathered(sentences, reader, cut_asking=cut) for cut in (True, False)]
    return tuple(way for way in ways if way is not None)


def _gathered(sentences: list[masking.Wording], reader: Slots, *, cut_asking: bool) -> Asked | None:
    given: list[Chain] = []
    asking: tuple[str, tuple[str, ...]] | None = None
    for said in sentences:
        words, places = said.text.removesuffix(" ."), said.places
        if cut_asking or _WHOLE.fullmatch(words):
            found, words, places = _definitions(words, places, reader)
            given += found
        if words and asking is not None:
            return None
        if words:
            asking = (words, places)
    words, places = asking or ("", ())
    return Asked(words, places, tuple(given), reader)


def _definitions(
    words: str, places: tuple[str, ...], reader: Slots
) -> tuple[list[Chain], str, tuple[str, ...]]:
    """What a sentence defines, and what it asks besides."""
    for start, end, asked in _splits(words):
        first = words.count("#", 0, start)
        count = words.count("#", start, end)
        found = _chains(words[start:end], places[first : first + count], reader)
        if found:
            return found, language.without_ignored(asked), places[:first] + places[first + count :]
    return [], words, places


def _splits(words: str) -> Iterator[tuple[int, int, str]]:
    """Where definitions may stand in a sentence: start, end, and what is asked beside them."""
    whole = _WHOLE.fullmatch(words)
    if whole is not None:
        yield whole.start("given"), whole.end("given"), ""
    leading = _LEADING.fullmatch(words)
    if leading is not None:
        yield leading.start("given"), leading.end("given"), leading["asked"]
    for connective in _CONNECTIVE.finditer(words):
        if re.fullmatch(_DEFINITIONS, words[connective.end() :]):
            yield connective.end(), len(words), words[: connective.start()]


def _chains(words: str, places: tuple[str, ...], reader: Slots) -> list[Chain]:
    """The statements of a list of definitions; [] where a part is none."""
    nodes = masking.trees(reader, places) or ()
    named = re.fullmatch(rf"{_F}# (?:be|is|denote|equals?) {_F}#", words)
    if named is not None and len(nodes) == 2:
        head, body = nodes
        if isinstance(head, Symbol | Call) and isinstance(body, Expr):
            return [Chain((head, body), (RelOp.DEFINED,))]
    statements = [node for node in nodes if isinstance(node, Chain)]
    return statements if len(statements) == len(places) else []


FIND: Final = (
    r"(?:(?:find|what is|what's|what are|what|which|determine|calculate|compute|evaluate|"
    r"work out|give|get|"
    r"obtain|state|derive|identify|locate|list|name|show|write(?: down)?)(?: out)?(?: :)? )?"
    r"(?:all )?(?:of )?(?:the )?(?:exact )?(?:value of )?(?:the )?"
)
"""The opening of a question."""

SUBJECT: Final = (
    r"(?:(?:the |this |that |following |given |graph |curve |function |parabola |line |expression |"
    r"polynomial |equation |cubic |of |by |defined |with |whose |is |: |a |quadratic |quantity )*"
    r"(?P<f>#)|(?P<it>(?:(?:the|this|that|its)(?: graph of(?: the)?)? "
    r"(?:curve|function|graph|parabola|expression|polynomial)|it)))"
)
"""A function: written, named, or ``the curve`` for the one that is defined."""


def subject(asked: Asked, match: re.Match[str]) -> tuple[str, Expr] | None:
    """The function that :data:`SUBJECT` matched; the one that is defined where nothing stands."""
    if match["f"] is None:
        return asked.function(None)
    return asked.function(asked.tree(match, "f"))
