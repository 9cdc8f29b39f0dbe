"""The places of a question that hold mathematics: what may stand there, and its tree.

A slot is a stretch of text with no English in it. Its text is read as a whole or not at all, so
that nothing in it can be passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import spoken
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import And, Call, Chain, Expr, Node, Or, Statement, Symbol
from mathviz_chat.core.reading.words import CONSTANTS, FUNCTIONS, GREEK

_ENGLISH = (
    "am an and are as at be by can did do for get go had has he her him his how if in into is it "
    "its let me my no not of off on one or our out per she so the then to too two up us was we "
    "who why yes you all any ask but few had its may new now old say see set six ten use via way "
    "x's wrt dp dps"
)
ENGLISH: Final = frozenset(_ENGLISH.split())
"""Short words that no product of letters is taken for."""

MAYBE_CONSTANTS: Final = ("e", "i")
"""Letters that are the variable only where the question says so: ``e^2`` has the derivative 0."""

_LIKE_WORDS: Final = ENGLISH - {"or", "and", "in"}


def spelled(node: Node) -> str:
    """In plain notation that reads back within a sentence: ``30°``, and ``a*t`` for no word."""
    return re.sub(
        r"(?<![A-Za-z])[a-z]{2,3}(?![A-Za-z])",
        lambda match: "*".join(match[0]) if match[0] in _LIKE_WORDS else match[0],
        to_plain(node).replace(" degrees", "°"),
    )


_NAMES = [name for name in (*FUNCTIONS, *CONSTANTS, *GREEK) if name.isascii() and len(name) > 1]
_RUN = "|".join(sorted(_NAMES, key=len, reverse=True))
_SHORT = rf"(?!(?:{'|'.join(sorted(ENGLISH))})(?![A-Za-z]))[A-Za-z]{{2,3}}(?![A-Za-z])"
_ATOM = (
    r"[^A-Za-z?;:\"\\]|\\\\|\\[A-Za-z]+|\\[,;:! {}%$]"
    rf"|(?<![A-Za-z])(?:(?:{_RUN})(?![A-Za-z]{{2}})"
    rf"|{spoken.WORDS}|{_SHORT}|[A-Za-z](?![A-Za-z]))"
)
MATHS: Final = rf"(?:(?>{_ATOM}))+?"
"""A pattern for a stretch of mathematics, as short as possible.

Each atom is read in one way only (an atomic group): ``log`` is a name and a short word, and n of
them would be tried in 2^n ways.
"""

SEPARATOR: Final = r"\s*(?:,\s*and\s+|,|;|\n|\s+and\s+|\\\\|&)\s*"
"""What stands between the statements of a list."""

STATEMENTS: Final = rf"(?:(?>{_ATOM})|(?<![A-Za-z])and(?![A-Za-z]))+?"
"""A pattern for one or more statements."""

CONDITIONS: Final = rf"(?:(?>{_ATOM})|(?<![A-Za-z])(?:and|or)(?![A-Za-z]))+?"
"""A pattern for one or more statements, which "or" may join."""

_OR = re.compile(r"(?<![A-Za-z])or(?![A-Za-z])", re.IGNORECASE)

NAME: Final = r"(?:[A-Za-zα-ωΑ-Ω](?:_\w+|_\{\w+\})?|\\?(?:theta|alpha|beta|lambda|phi|mu))"
"""A pattern for the name of an unknown."""

MAX_SLOT: Final = 1500


@dataclass(frozen=True, slots=True)
class Slots:
    """Reads slots, knowing the question's names.

    variables: names that are variables, ``e`` and ``i`` too. functions: names that are applied.
    parameters: of the function that is being defined.
    """

    variables: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    parameters: tuple[str, ...] = ()

    def tree(self, text: str) -> Node | None:
        """The tree of a slot's text; None where it cannot be read as a whole."""
        text = text.strip().rstrip(",").strip()
        return _tree(self, text) if text and len(text) <= MAX_SLOT else None

    def expression(self, text: str) -> Expr | None:
        """An expression, no statement."""
        node = self.tree(text)
        return node if isinstance(node, Expr) else None

    def statements(self, text: str) -> tuple[Statement, ...]:
        """The statements of a list, each with one relation sign; () where any part is none."""
        found: list[Statement] = []
        for part in split(text.strip()):
            node = self.tree(part) if part else None
            if not isinstance(node, Chain):
                return ()
            found.append(node)
        return tuple(found)

    def conditions(self, text: str) -> tuple[Statement, ...]:
        """The statements of a list, or one statement of inequalities that "or" joins."""
        node = self.tree(text) if _OR.search(text) else None
        if isinstance(node, Or) and all(isinstance(part, Chain) for part in node.items):
            return (node,)
        return self.statements(text)

    def names(self, text: str) -> tuple[str, ...]:
        """The names of unknowns in a list: ``x and y``."""
        found = tuple(self.tree(part) for part in re.split(SEPARATOR, text.strip()))
        symbols = tuple(node.name for node in found if isinstance(node, Symbol))
        return symbols if len(symbols) == len(found) and len(set(symbols)) == len(found) else ()


@lru_cache(maxsize=512)
def _tree(slots: Slots, text: str) -> Node | None:
    """Many rules look at the same stretch of a question."""
    text = spoken.to_symbols(text)
    if slots.functions:
        text = _composed(text, slots.functions)
    try:
        node = read(text, variables=slots.variables, functions=slots.functions)
    except ReadError:
        return None
    return None if _MODULUS.search(text) and not _is_remainder(node) else node


_COMPOSED = re.compile(
    r"\(?\s*(?<![A-Za-z])(?P<f>[A-Za-z])\s*(?P<op>∘|\\circ|o|[-+*/·]?)\s*(?P<g>[A-Za-z])\s*\)\s*"
    r"\((?P<at>[^()]*)\)"
)


_BESIDE = re.compile(r"(?<![A-Za-z(*·])(?P<names>[A-Za-z]{2,3})\((?P<at>[^()]*)\)")
"""``fg(x)`` is f(g(x)), ``hh(1)`` is h(h(1)); ``(fg)(x)`` is a product."""


def _composed(text: str, functions: frozenset[str]) -> str:
    """``(f ∘ g)(x)`` and ``fg(x)`` as f(g(x)), ``(f + g)(x)`` as f(x) + g(x).

    ``(fg)(x)`` is the product f(x)*g(x).
    """

    def replaced(match: re.Match[str]) -> str:
        f, g, op, at = match["f"], match["g"], match["op"], match["at"]
        if not {f, g} <= functions or not match[0].startswith("("):
            return match[0]
        if op in ("∘", "\\circ", "o"):
            return f"{f}({g}({at}))"
        return f"({f}({at}){op or '*'}{g}({at}))"

    def beside(match: re.Match[str]) -> str:
        names = list(match["names"])
        if len(names) < 2 or not set(names) <= functions:
            return match[0]
        return f"{'('.join(names)}({match['at']}{')' * len(names)}"

    return _BESIDE.sub(beside, _COMPOSED.sub(replaced, text))


def split(text: str) -> list[str]:
    """The parts of a list; what stands in brackets stays together."""
    parts, start = [], 0
    for match in re.finditer(SEPARATOR, text):
        before = text[start : match.start()]
        if before.count("(") > before.count(")"):
            continue
        parts.append(before)
        start = match.end()
    return [*parts, text[start:]]


_MODULUS = re.compile(r"\bmod\b(?!\s*\()", re.IGNORECASE)


def _is_remainder(node: Node) -> bool:
    """``17 mod 5``, in ``2 + 2 mod 3`` and ``x = 4 mod 5`` its reach is unclear."""
    first = node.items[0] if isinstance(node, Chain) else node
    return isinstance(first, Call) and first.function == "mod"


_FUNCTION = re.compile(r"(?<![A-Za-z])([A-Za-z])\(([A-Za-z])\)\s*(?::?=|be\b)")
_COMPLEX = re.compile(r"\b(?:complex|imaginary)\b", re.IGNORECASE)
_EULER = re.compile(
    r"(?<![A-Za-z])e[⁻ˣᵗⁿᵏᶻ]|(?<![A-Za-z])e\s*(?:\^|\*\*)\s*(?![\s(]*\d+(?![\d.]*[\s]*[A-Za-z*]))|\bln\b|\bexp\b|\blog_?\s*\{?e\b"
)


def for_question(text: str) -> Slots:
    """Slots for a whole question.

    ``i`` is a variable unless the question speaks of complex numbers, ``e`` unless it stands in a
    power ``e^x`` or beside ``ln``; what the question defines as ``v(t) = ...`` is a function.
    """
    functions = frozenset(match[1] for match in _FUNCTION.finditer(text))
    variables = {match[2] for match in _FUNCTION.finditer(text)} | functions
    functions |= _with_initial_values(text)
    if not _COMPLEX.search(text):
        variables.add("i")
    if not _EULER.search(text):
        variables.add("e")
    return Slots(frozenset(variables), functions)


_DIFFERENTIATED = re.compile(
    r"(?<![A-Za-z])([A-Za-z])\s*'|d\s*([A-Za-z])\s*[/}]|d/d[a-z]\s*\(\s*([A-Za-z])\s*\)"
)


def _with_initial_values(text: str) -> frozenset[str]:
    """``y`` where ``y'`` or ``dy/dx`` stands beside ``y(0) = 1``."""
    names = {match[1] or match[2] or match[3] for match in _DIFFERENTIATED.finditer(text)}
    given = (name for name in names if re.search(rf"(?<![A-Za-z]){name}\s*\(\s*-?\d", text))
    return frozenset(given)


def unknowns(given: tuple[Statement, ...]) -> tuple[str, ...]:
    """The free symbols of all statements, sorted."""
    return variables(And(given)) if given else ()
