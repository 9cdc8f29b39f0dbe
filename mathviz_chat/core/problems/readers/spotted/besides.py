"""What words ask for besides an intent, though each of them alone may be passed over.

``The derivative of the inverse``, ``the rational roots``, ``the magnitude and the conjugate``: a
noun that something is a part or a quality of, an adjective that chooses among what is found, and
a second thing joined to the first are questions of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mathviz_chat.core.problems import terms

_HEADS = (
    "integral integrals value values set pair pairs list solution solutions root roots zero zeros "
    "zeroes point points coordinates term terms number numbers graph curve function equation "
    "expression interval order orders form side sides power powers one both each all law laws "
    "rule rules sum product quotient theorem test size method family row rows column columns "
    "minute means"
)
_NEUTRAL: Final = frozenset(_HEADS.split())
"""Nouns before "of" that name what is there already: ``the values of x``, ``the graph of f``."""

_ADJECTIVES = (
    "rational natural irrational extraneous irreducible common positive negative integer whole "
    "fractional even odd prime complex imaginary"
)
_CHOOSE: Final = frozenset(_ADJECTIVES.split())
_RESULTS = (
    "root roots solution solutions zero zeros zeroes value values number numbers factor term terms "
    "answer answers eigenvalue eigenvalues entry entries"
)
_CHOSEN: Final = frozenset(_RESULTS.split())
_FORM_VERBS = "simplify simplified simplifying expand factorise factorize factored factorised"
_FORMS: Final = frozenset(_FORM_VERBS.split())
"""How what is found is to look: ``expand and simplify``."""
_QUALITIES: Final = frozenset(
    {"nature", "part", "parts", "x-coordinate", "x-coordinates", "y-coordinate", "y-coordinates"}
    | {"x-value", "x-values"}
)
"""What is asked of a thing, though no index lists it."""
_JOINED: Final = frozenset({"the", "its", "a", "also", "find", "both", "first", "second", "third"})


def asks_for_more(words: Sequence[str], used: Sequence[bool], needed: Sequence[bool]) -> bool:
    """Whether words that are passed over one by one ask for something besides what is needed.

    words: those of the question. used: of each, whether a phrase holds it. needed: of each,
    whether it is part of a phrase by which the intent was recognised.
    """
    things = [k for k, word in enumerate(words) if not needed[k] and _names_a_thing(word)]
    return any(
        _is_asked_of(words, k)
        if used[k]
        else _is_asked_of(words, k) or _chooses(words, k) or _is_joined(words, needed, k)
        for k in things
        if not (used[k] and used[k + 1 : k + 2] == [True])
    )


def _names_a_thing(word: str) -> bool:
    return word in _CHOOSE | _QUALITIES or terms.is_term(word)


def _is_asked_of(words: Sequence[str], at: int) -> bool:
    """``the degree of``, ``the absolute value of``; not ``the polynomial of degree``."""
    following = (*words[at + 1 : at + 3], "", "")[:2]
    if words[at] == "absolute":
        return following[0] in ("value", "values")
    if words[at] in ("perpendicular", "parallel"):
        return following[0] == "to"
    return (
        following[0] == "of"
        and following[1] not in ("degree", "order")
        and words[at] not in _NEUTRAL
    )


def _chooses(words: Sequence[str], at: int) -> bool:
    """``the rational roots``, ``the common factor``."""
    return words[at] in _CHOOSE and not _CHOSEN.isdisjoint(words[at + 1 : at + 2])


def _is_joined(words: Sequence[str], needed: Sequence[bool], at: int) -> bool:
    """``the magnitude and the conjugate``, where one of the two is needed."""
    return words[at] not in _NEUTRAL | _FORMS and any(
        needed[k] for k in (*_beyond(words, at, 1), *_beyond(words, at, -1))
    )


def _beyond(words: Sequence[str], at: int, step: int) -> Iterator[int]:
    """The place of the word that "and" joins to the one at ``at``, to its right or left."""
    place = at + step
    joined = False
    while 0 <= place < len(words) and (words[place] in _JOINED or words[place] == "and"):
        joined = joined or words[place] == "and"
        place += step
    if joined and 0 <= place < len(words):
        yield place
