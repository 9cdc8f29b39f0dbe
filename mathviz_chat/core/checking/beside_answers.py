"""What stands beside an answer, in its boxes or as a bare value: it may change what is answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mathviz_chat.core.checking.announced import beside_boxes
from mathviz_chat.core.checking.beside import (
    ENDS_REASON,
    MAY_BE_CHANGED,
    SENTENCE,
    TOKEN,
    Nouns,
    is_harmless,
    is_statement,
)
from mathviz_chat.core.checking.denial import seems_denied
from mathviz_chat.core.checking.harmless_words import (
    ABOUT,
    CHANGES,
    CONSTANT,
    PHRASES,
    PREPOSITIONS,
    REASONS,
)
from mathviz_chat.core.checking.judgement import clip
from mathviz_chat.core.checking.labels import last_word
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.reading.english import BEFORE_UNSAFE
from mathviz_chat.core.reading.tree import Expr, Statement, TupleOf
from mathviz_chat.core.reading.words import words

BELONGS: Final = "What stands beside the box may belong to the answer"
_LATEX_ENDS: Final = re.compile(r"\\(?:end|begin)\{[a-z]+\*?\}")
_RESTRICTING: Final = frozenset({"at", "when", "if", "for", "where", "with", "from"})
_ENDS_BEFORE: Final = re.compile(r"[.;!?]\s")
_OF_LINES: Final = words(
    """
    line lines straight point points through pass passes passing goes going touches touching curve
    slope gradient intercept y-intercept point-slope slope-intercept form gets one becomes called
    equation has having its tangent's simplifies rearranges
    """
)
"""Words that describe any line through the points of a question."""
_DENIES: Final = frozenset({"not", "no", "never", "neither", "another", "other"})
_NO_LINE: Final = r"(?:slope|gradient|steepness|y-intercept|x-intercept|intercept|point)"
_OF_THE_LINE: Final = r"(?:the|its|an?)\s+(?:\S+['’]s\s+)?"
_IS_NO_LINE: Final = re.compile(
    rf"\W*(?:is|gives|equals)\s+{_OF_THE_LINE}{_NO_LINE}(?:\s+of\s+[^,;]*)?\W*", re.IGNORECASE
)
_NO_LINE_IS: Final = re.compile(
    rf"\W*(?:(?:so|thus|hence|then|therefore)\W+)?{_OF_THE_LINE}{_NO_LINE}(?:\s+of\s+(?:\w+\s+){{1,3}}"
    r"|\s+)(?:is|equals)\W*",
    re.IGNORECASE,
)
_ALTERNATIVE: Final = re.compile(r"\W*(?:and|or)?\W*", re.IGNORECASE)


def beside_answer(text: str, nouns: Nouns) -> str | None:
    """Why the answer in the boxes of a line is not all that it says; None where it is."""
    after, touching = beside_boxes(text)
    if touching is not None:
        return f"{BELONGS}: {touching!r}."
    after = _LATEX_ENDS.sub(" ", after)
    sentence = SENTENCE.search(after)
    said = after if sentence is None else after[: sentence.start()]
    changes = CHANGES.search(after)
    if changes is not None:
        return f"{MAY_BE_CHANGED}: {clip(changes[0].strip())!r}."
    return f"{MAY_BE_CHANGED}: {clip(said.strip())!r}." if _adds(said, nouns) else None


def is_another_line(found: Sequence[Found], place: int, question: str) -> bool:
    """The words beside the equation of a line may say that it is another one than is asked for:
    ``is the normal``, ``is parallel``, unless the question says so, and ``is wrong``."""
    one = found[place]
    own = _OF_LINES | frozenset(re.findall(r"[a-z]+", question.lower()))
    following = found[place + 1 : place + 2]
    restricted = following and is_statement(following[0]) and last_word(one.tail) in _RESTRICTING
    if restricted and _squeezed(following[0].text) not in _squeezed(question):
        return True
    sentence = SENTENCE.search(one.tail)
    tail = one.tail if sentence is None else one.tail[: sentence.start()]
    lead = _ENDS_BEFORE.split(one.lead)[-1]
    if _IS_NO_LINE.fullmatch(tail) or _NO_LINE_IS.fullmatch(lead):
        return True  # ``is the tangent's slope``
    return any(_adds(said, Nouns.NONE, own - _DENIES) for said in (lead, tail))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s$]+", "", text)


def _adds(said: str, nouns: Nouns, own: frozenset[str] = frozenset()) -> bool:
    """The words after a value are not all of the list, of a reason or of a story.

    own: words that say nothing new here.
    """
    if CONSTANT.fullmatch(said):
        return False
    previous, reasons = "", False
    for token in TOKEN.findall(PHRASES.sub(" ", said)):
        word = token.lower().replace("’", "'")
        known = is_harmless(word, previous) or reasons or word in own
        measured = word[0].isdigit() and previous in PREPOSITIONS
        told = nouns is Nouns.VALUES and (measured or (len(word) > 1 and word[0].isalpha()))
        if not (known or told):
            return True
        reasons = word in REASONS or (reasons and word not in ENDS_REASON)
        previous = word
    return False


def is_changed(found: Sequence[Found], place: int, nouns: Nouns) -> bool:
    """The words beside the formula there may change what it says; those beside a value, ``about
    5``, ``5 or 6``, ``3x^2 for positive x``, are held to the list."""
    one = found[place]
    if CHANGES.search(one.tail):
        return True
    if isinstance(one.node, Statement) or one.goes_on:
        return False
    before = found[place - 1].node if place else None
    pairs = isinstance(before, TupleOf) and isinstance(one.node, TupleOf)  # one solution each
    listed = isinstance(before, Expr) and not pairs and bool(_ALTERNATIVE.fullmatch(one.lead))
    last = last_word(one.lead)
    changed = last in ABOUT or last in BEFORE_UNSAFE or seems_denied(one.tail)
    following = found[place + 1 : place + 2]
    if following and is_statement(following[0]) and last_word(one.tail) in _RESTRICTING:
        return True
    sentence = SENTENCE.search(one.tail)
    said = one.tail if sentence is None else one.tail[: sentence.start()]
    return listed or changed or _adds(said, nouns)
