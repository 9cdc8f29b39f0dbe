"""Whose quantities a story tells: of one thing, or of another one besides.

The words that only name things are scenery as long as all is said of one of them. Another one that
is named in the question (``A garden 12 m by 7 m has a pond. What is the area of the pond?``) or
beside a later quantity (``The pond is 3 m wide``) is an owner of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from mathviz_chat.core.problems import vocabulary
from mathviz_chat.core.problems.readers.frames.tokens import Token, words

_TELLING: Final = words(
    "measure measures measured measuring long wide tall high deep big large thick far lie order "
    "dimensions dimension size sizes cover covers covered covering need needs needed "
    "require requires required necessary take takes hold holds contain contains contained "
    "fit fits make makes made making express round rounded leave leaving include including "
    "units unit form mean means called known call standard usual amount whose having out by "
    "tired hungry slowly quickly happily latest earliest exact actual different whole assume "
    "assuming "
    "son daughter brother sister mum dad mother father friend husband wife neighbour boss interval"
)
"""Words that tell of a thing and name none."""

_SHORT_WORD: Final = 5
_STEM: Final = 6
_NOUNS: Final = words("family assembly supply butterfly jelly seaweed hundred")

_ASIDE: Final = words(
    "to from towards toward via in with near beside inside around behind containing along through "
    "across past"
)
"""Before a thing or a place that only stands beside the one of which is told."""

_OWN: Final = words("his her their my our its your")

_PLACES: Final = words("to from towards toward via")
"""Before a place in the question itself."""

PEOPLE: Final = words("teacher class school book textbook sir everyone everybody someone anyone")
"""Fillers that name somebody or something: scenery in a story."""

_HE, _SHE = words("he him his himself"), words("she her hers herself")

_SUPPOSING: Final = frozenset({"if", "when", "given", "suppose"})


def another(
    tokens: Sequence[Token], scenery: Collection[int], quantities: Sequence[int], question: int
) -> bool:
    """Whether a second owner is named: beside a later quantity, or where the question is asked.

    scenery: the places of words that only name things. question: where the thing asked is named.
    """
    if not quantities:
        return False
    said = {token.text for token in tokens}
    if said & _HE and said & _SHE:
        return True
    first = quantities[0]
    before_it = range(_start(tokens, first, _SUPPOSING), first)
    heads = _names(tokens, scenery, before_it)
    if tokens[first].sort == "number" and first + 1 < len(tokens):
        heads.add(_singular(tokens[first + 1].text))  # what is counted
    elif all(tokens[place].text in vocabulary.FILLERS | _TELLING for place in before_it):
        before = _start(tokens, first) - 1
        behind = range(first, _stop(tokens, first, quantities))
        heads = _names(tokens, scenery, behind)
        if before > 0:
            heads |= _names(tokens, scenery, range(_start(tokens, before - 1), before))
    spans = [
        range(max(last + 1, _start(tokens, place)), place) for last, place in pairwise(quantities)
    ]
    if _joined(tokens, scenery, range(quantities[-1], _stop(tokens, quantities[-1], ()))):
        return True
    for span in spans:
        names = _names(tokens, scenery, span)
        if heads and not names <= heads:
            return True
        heads |= names
    asked = _names(tokens, scenery, _asked(tokens, quantities, question), _PLACES)
    unknown = {name for name in asked - heads if not _is_told(name, tokens[:question])}
    return bool(heads) and bool(unknown)


def _is_told(name: str, told: Sequence[Token]) -> bool:
    """Whether the story has another form of the word: ``calibrated`` and ``the calibration``."""
    stem = name[:_STEM]
    return len(name) >= _STEM and any(token.text.startswith(stem) for token in told)


def _names(
    tokens: Sequence[Token],
    scenery: Collection[int],
    span: range,
    aside: Collection[str] = _ASIDE,
) -> set[str]:
    """The things that are named there, in the singular, without those that only stand aside."""
    return {
        _singular(tokens[place].text)
        for place in span
        if place in scenery
        and not _names_nothing(tokens[place].text)
        and not _stands_aside(tokens, place, aside)
    }


def _names_nothing(word: str) -> bool:
    """A word that tells something: of the list, a participle or an adverb."""
    return word in _TELLING or (
        len(word) > _SHORT_WORD and word.endswith(("ed", "ly")) and word not in _NOUNS
    )


def _stands_aside(tokens: Sequence[Token], place: int, aside: Collection[str]) -> bool:
    """Whether it follows ``to`` or the like, whosever it is: ``to her aunt's``."""
    before = place - 1
    while before > 0 and tokens[before].text in _OWN:
        before -= 1
    return before >= 0 and tokens[before].text in aside


def _joined(tokens: Sequence[Token], scenery: Collection[int], span: range) -> bool:
    """Whether another one is joined to the last quantity: ``4 children and Tom``."""
    return any(
        tokens[place - 1].text == "and" and not _names_nothing(tokens[place].text)
        for place in span
        if place in scenery
    )


def _asked(tokens: Sequence[Token], quantities: Sequence[int], question: int) -> range:
    """The words of the question itself: its sentence, without what is told in it."""
    start, stop = _start(tokens, question), _stop(tokens, question, ())
    earlier = [place for place in quantities if start <= place < question]
    later = [place for place in quantities if question <= place < stop]
    if later:
        told = _start(tokens, later[0], _SUPPOSING)
        stop = told if told > question else question
    return range(earlier[-1] + 1 if earlier else start, stop)


def _start(tokens: Sequence[Token], place: int, also: Collection[str] = ()) -> int:
    """Where the sentence of a place begins, or what is told behind one of the words."""
    while place > 0 and tokens[place - 1].text != "." and tokens[place - 1].text not in also:
        place -= 1
    return place


def _stop(tokens: Sequence[Token], place: int, also: Collection[int]) -> int:
    place += 1
    while place < len(tokens) and tokens[place].text != "." and place not in also:
        place += 1
    return place


def _singular(word: str) -> str:
    return word.removesuffix("'s").removesuffix("s")
