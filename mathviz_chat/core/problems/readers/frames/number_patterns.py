"""Rows of numbers whose rule is told besides: sums of two terms, squares, patterns of sticks."""

from __future__ import annotations

import itertools
import math
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_ONE = r"(?:term|number|one|entry|element)"
_EACH = (
    rf"(?:every|each)(?: new| next| following)?(?: {_ONE})?"
    r"(?: (?:of|in) (?:this )?(?:sequence|pattern|list|row))?"
)
_FROM_THIRD = (
    rf"(?:from third(?: {_ONE})?(?: on| onwards)?|after first (?:#n|two)(?: {_ONE}s)?|starting with"
    rf" third(?: {_ONE})?)"
)
_NEXT = (
    rf"(?:(?:{FIND} )?next {_ONE}(?: in (?:sequence|pattern|list))?"
    r"|(?:which|what) (?:number|term)? ?(?:comes next|follows|is next|comes after #n)"
    r"|(?:which|what) (?:number|term)? ?(?:should |must )?(?:come|follow) next|what's next)"
)
_GOES_ON = r"(?:until-dots|and so on|etc)"
_SQUARES: Final = {"square": 2, "cube": 3}


def _next(found: Found) -> str | None:
    terms = found.texts("term")
    if found.texts("")[:1] not in ((), terms[-1:]):
        return None
    return f"What is the next term of the sequence {', '.join(terms)}?"


def _by_sums(found: Found) -> str | None:
    """Each term the sum of the two before it, as it is told and as the terms show."""
    terms = [value(text) for text in found.texts("term")]
    twos = set(found.texts("rule")) - {"2"}
    sums = [a + b for a, b in itertools.pairwise(terms)]
    return None if twos or len(terms) < 4 or sums[:-1] != terms[2:] else _next(found)


def _by_powers(found: Found) -> str | None:
    """The squares or cubes of whole numbers in a row."""
    power = _SQUARES[found.word("kind")]
    terms = found.texts("term")
    if not all(term.isdigit() for term in terms):
        return None
    roots = [round(math.pow(int(term), 1 / power)) for term in terms]
    steps = {later - earlier for earlier, later in itertools.pairwise(roots)}
    fits = all(root**power == int(term) for root, term in zip(roots, terms, strict=True))
    return _next(found) if fits and steps == {1} else None


_RANKS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")


def _pattern(found: Found) -> str | None:
    """The nth term of the counts of the first, second, third ... picture, which grow evenly."""
    texts, ranks = found.texts("term"), found.every("rank")
    if not ranks:
        places, texts = texts[::2], texts[1::2]
        ranks = tuple(_RANKS[int(one) - 1] for one in places if one.isdigit() and 0 < int(one) < 7)
    terms = [value(text) for text in texts]
    steps = {later - earlier for earlier, later in itertools.pairwise(terms)}
    if ranks != _RANKS[: len(terms)] or len(terms) < 3 or len(steps) != 1:
        return None
    return f"What is the nth term of {', '.join(texts)}, ...?"


def _by_place(found: Found) -> str | None:
    """The picture with a number, or the next one, of a row of counts of one thing."""
    things = {stem(word) for word in found.every("thing")}
    if len(things) > 1 or not all(text.isdigit() for text in found.texts("term")):
        return None
    terms = ", ".join(found.texts("term"))
    place = next(iter(found.texts("")), "")
    if place:
        return f"What is the {place}th term of {terms}, ...?" if place.isdigit() else None
    return f"What is the next term of the sequence {terms}?"


_RUN = r"#n(?: #n){2,}(?: and)?(?: #n)?"
_HAS = r"(?:uses|has|needs|takes|contains|requires|is made of|is made from|is made with)"
_PICTURE = r"(?:pattern|term|diagram|shape|picture|figure|design|row)"

_OF_THING = r"(?P<thing>(?!in\b|for\b|and\b)[a-z]\w*)"
_NEEDED = r"(?:(?:are|is|will be) (?:there |needed )?(?:in|for)|does|do)"

FRAMES: Final = (
    Pieces(
        words="pattern|patterns|figures|pictures|shapes|designs",
        parts={
            "term": rf"{_HAS} {_RUN}(?: until-dots)?(?: {_OF_THING})?",
            "_on": _GOES_ON,
            "_made": rf"made (?:from|of|with|out of) {_OF_THING}",
        },
        asks={
            "place": (
                rf"how many {_OF_THING} {_NEEDED} (?:#n (?:st|nd|rd|th)|next) {_PICTURE}"
                r"(?: (?:need|use|have|contain))?"
            )
        },
        says={"place: term+": _by_place},
        allowed="squares triangles hexagons pentagons",
    ),
    Pieces(
        words="sum|adding",
        parts={
            "rule": (
                rf"(?:{_FROM_THIRD} )?{_EACH}(?: {_FROM_THIRD})? (?:is|equals|is always) sum of "
                r"(?:previous"
                rf" |last )?#n(?: previous| last)?(?: {_ONE}s)?(?: (?:just |immediately |right "
                r")?(?:before"
                r" it|before|that come before it|in front of it))?"
                rf"|(?:{_FROM_THIRD} )?(?:you get |we get )?{_EACH}(?: {_FROM_THIRD})?(?: is "
                r"(?:made|formed"
                r"|found|obtained))? by adding (?:previous |last )?#n(?: previous)?(?: "
                rf"{_ONE}s)?(?: before"
                r" it| before)?"
            ),
            "term": _RUN,
            "_on": _GOES_ON,
        },
        asks={"next": _NEXT},
        says={"next: rule term+": _by_sums},
        allowed="term terms sequence pattern begins starts",
    ),
    Pieces(
        words="square|cube",
        parts={
            "_kind": (
                r"(?:these|they|numbers|all)? ?(?:are)? ?(?:all )?(?:of )?(?:consecutive )?"
                r"(?P<kind>square|cube) numbers(?: in order)?"
            ),
            "term": _RUN,
            "_on": _GOES_ON,
        },
        asks={"next": _NEXT},
        says={"next: term+": _by_powers},
        allowed="are all these",
    ),
    Pieces(
        words="nth",
        parts={
            "term": (
                rf"#n (?:st|nd|rd|th)(?: {_PICTURE})?(?: {_HAS})? #n(?: [a-z]\w*)?"
                rf"|(?:and )?(?P<rank>{'|'.join(_RANKS)})(?: {_PICTURE})?(?: {_HAS})? #n(?: "
                r"[a-z]\w*)?"
            ),
            "_on": (
                r"(?:and so on|until-dots|etc|(?:always )?(?:going|goes|increasing|increases"
                r"|growing|grows)"
                r"(?: up)? by same (?:amount|number|step)(?: each time| every time)?|in (?:same"
                r"|this) way"
                r"|continuing like this)"
            ),
        },
        asks={
            "nth": (
                rf"(?:{FIND} |write |write down |give )?(?:expression|formula|rule)(?: in terms "
                r"of n"
                r"| in n)? for (?:number of [a-z]\w* (?:in|needed for|used in|for) )?nth "
                rf"{_PICTURE}"
                rf"|how many [a-z]\w* (?:are (?:there )?in|does|are needed for) nth {_PICTURE}"
                r"(?: use| have| need)?"
            )
        },
        says={"nth: term+": _pattern},
    ),
)
