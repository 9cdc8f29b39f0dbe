"""A deck of 52 cards: which cards a description means, counted card by card."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import product
from typing import Final, TypeAlias

from mathviz_chat.core.problems.counted_draws import RANKS, SUITS
from mathviz_chat.core.problems.plan import Enumeration

Card: TypeAlias = tuple[str, str]

DECK: Final = frozenset(product(RANKS, SUITS))
_FACES: Final = frozenset({"jack", "queen", "king"})
_RED: Final = frozenset({"heart", "diamond"})


def _with(word: str, card: Card) -> bool | None:
    """Whether one word describes a card; None where it describes none."""
    rank, suit = card
    if word in RANKS or word in SUITS:
        return word in card
    tests = {
        "red": suit in _RED, "black": suit not in _RED, "face": rank in _FACES,
        "picture": rank in _FACES, "court": rank in _FACES,
    }  # fmt: skip
    return tests.get(word)


def described(text: str) -> frozenset[Card] | None:
    """``red king``, ``king of hearts``, ``face card``: the cards of which every word is true."""
    low = text.lower().replace(" of ", " ")
    words = [word.removesuffix("s") for word in low.split() if word not in ("card", "cards")]
    if not words or any(_with(word, next(iter(DECK))) is None for word in words):
        return None
    return frozenset(card for card in DECK if all(_with(word, card) for word in words)) or None


def count(text: str) -> int | None:
    """How many cards of the deck are described."""
    found = described(text)
    return None if found is None else len(found)


def apart(one: str, other: str) -> bool:
    """Whether no card is of both descriptions."""
    first, second = described(one), described(other)
    return first is not None and second is not None and not first & second


def union(texts: Iterable[str]) -> int | None:
    """How many cards are of one description or another."""
    found = [described(text) for text in texts]
    whole: frozenset[Card] = frozenset()
    for one in found:
        if one is None:
            return None
        whole |= one
    return len(whole)


def check(texts: list[str], *, negated: bool) -> list[Enumeration]:
    """The share of the deck, by inclusion and exclusion of ranks and suits."""
    numbers = [Fraction(int(negated))]
    for text in texts:
        low = text.lower().replace(" of ", " ").split()
        words = [word.removesuffix("s") for word in low if word not in ("card", "cards")]
        suits = [SUITS.index(word) for word in words if word in SUITS]
        ranks = [RANKS.index(word) for word in words if word in RANKS]
        flags = ["red" in words, "black" in words, bool({"face", "picture", "court"} & set(words))]
        row = [suits[0] if suits else -1, ranks[0] if ranks else -1, *map(int, flags)]
        numbers += map(Fraction, row)
    return [Enumeration("cards", tuple(numbers))]
