"""Letters drawn without replacement: the probability of a sequence, or of so many of each."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import spoken
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Div, Expr, Mul

_COUNT = rf"(?P<count>{spoken.NUMBER}|\d+)"
_BAG = r"(?P<bag>\{[^{}]*\}|[a-z]+)"
_DRAWN = (
    rf"{_COUNT}\s+letters?\s+(?:are\s+|is\s+)?(?:picked|chosen|drawn|selected|taken)"
    rf"(?:\s+at\s+random)?\s+without\s+replacement\s+from\s+{_BAG}"
)
_CHANCE = (
    r"(?:what(?:'s|\s+is)|find|calculate|give|determine|work\s+out|compute|state)\s+(?:the\s+)?"
    r"prob(?:ability)?\s+of\s+(?:(?:the\s+|getting\s+|picking\s+)?(?:the\s+)?sequence\s+(?P<sequence>[a-z]+)"
    r"|(?:picking|getting|drawing|choosing)\s+(?P<counts>\d+\s+[a-z](?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)\d+\s+[a-z])*))"
)
_PATTERNS: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for pattern in (rf"{_DRAWN}\.\s+{_CHANCE}", rf"{_CHANCE}\s+(?:when|if)\s+{_DRAWN}")
)
MAX_LETTERS: Final = 500


def read(clauses: Clauses) -> Problem | None:
    """A draw of letters from a bag."""
    if clauses.given:
        return None
    text = ". ".join((*clauses.facts, clauses.asked))
    for pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        bag = None if match is None else _bag(match["bag"])
        if match is None or not bag:
            continue
        count = match["count"]
        drawn = int(count) if count.isdigit() else spoken.number(count)
        chance = None if drawn is None else _chance(match, bag, drawn)
        if chance is not None:
            return Problem(
                Kind.ARITHMETIC, Form.NUMBER, f"Calculate {to_plain(chance)}.", expression=chance
            )
    return None


def _bag(text: str) -> Counter[str] | None:
    """``{a: 2, b: 1}`` or the letters themselves."""
    if not text.startswith("{"):
        return Counter(text) if len(text) <= MAX_LETTERS else None
    bag: Counter[str] = Counter()
    for part in text.strip("{}").split(","):
        entry = re.fullmatch(r"\s*([a-z])\s*:\s*(\d{1,3})\s*", part)
        if entry is None or entry[1] in bag:
            return None
        bag[entry[1]] = int(entry[2])
    return bag


def _chance(match: re.Match[str], bag: Counter[str], drawn: int) -> Expr | None:
    size = sum(bag.values())
    if match["sequence"]:
        letters = match["sequence"]
        return _sequence(bag, letters, size) if len(letters) == drawn <= size else None
    pairs = re.findall(r"(\d+)\s+([a-z])", match["counts"])
    wanted = {letter: int(count) for count, letter in pairs}
    if len(wanted) != len(pairs) or sum(wanted.values()) != drawn or drawn > size:
        return None
    above: Expr | None = None
    for letter, count in wanted.items():
        ways: Expr = Call("binomial", (_whole(bag[letter]), _whole(count)))
        above = ways if above is None else Mul(above, ways)
    return None if above is None else Div(above, Call("binomial", (_whole(size), _whole(drawn))))


def _sequence(bag: Counter[str], letters: str, size: int) -> Expr | None:
    left = Counter(bag)
    product: Expr | None = None
    for place, letter in enumerate(letters):
        factor = Div(_whole(left[letter]), _whole(size - place))
        product = factor if product is None else Mul(product, factor)
        left[letter] = max(left[letter] - 1, 0)
    return product


def _whole(value: int) -> Expr:
    return number(Fraction(value))
