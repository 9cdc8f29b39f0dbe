"""Nouns after numbers: ``3 plates``, ``$6 per plate``, ``7 checks/month``.

What is counted is kept as a unit that nothing converts, spelled in the singular: ``plate``,
``USD/plate``, ``check/month``. Words that take part in arithmetic ("dozen", "times") are none.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.reading.units import TEXT_UNITS, UNIT_WORDS
from mathviz_chat.core.reading.words import FUNCTIONS, GREEK, KEYWORDS, SHORT_WORDS, words

AFTER_UNSAFE: Final = words(
    """
    times squared cubed dozen dozens hundred thousand million billion trillion hundreds thousands
    millions remainder remainders mod modulo plus minus divided multiplied over halves half thirds
    quarters fourths fifths sixths sevenths eighths ninths tenths twelfths factorial factorials
    choose percent percents pairs twice thrice double triple score scores ones tens hundredths
    thousandths xor nand raised doubled tripled quadrupled halved quartered negated inverted
    increased decreased
    """
)
"""Directly after a number these change its value, so that the formula is not read."""

_NO_NOUN: Final = AFTER_UNSAFE | words(
    """
    more less fewer equals degrees digits does goes gives makes costs leaves gets earns needs sells
    buys eats pays means always remains yields becomes takes saves spends others ours yours hers
    theirs this thus
    each every than then that with from into after before since until while because which whose
    where when what left there here have will would should could must also only even other another
    total is as of per for and or in on at by to
    """
)
_IRREGULAR: Final = words("people children men women sheep fish mice geese teeth deer")

_END: Final = r"(?![A-Za-z'’_^0-9(])"
_LABELS: Final = tuple(
    re.compile(rf"[ ]+((?:[a-z]+(?:-[a-z]+)*[ ]){{{count}}})([a-z]+){_END}") for count in range(3)
)
"""A noun with no, one or two words before it."""
_ONE: Final = re.compile(r"(?<![0-9.,])1$")
_RATE: Final = re.compile(rf"[ ]?(?:/[ ]?|per[ ])([a-z]+){_END}")
_TEXT: Final = re.compile(r"((?:[A-Za-z'-]+ )*)([A-Za-z]+)(?:(?: ?/ ?| per )(?:[a-z]+ )?([a-z]+))?")


def match_label(text: str, place: int) -> tuple[str, int] | None:
    """The counted noun, in the plural or after 1, that follows a number at ``place``; its end."""
    one = _ONE.search(text, max(0, place - 2), place) is not None
    found = next(
        (m for p in _LABELS if (m := p.match(text, place)) and (one or _is_plural(m[2]))), None
    )
    parts = [] if found is None else [*found[1].split(), found[2], plural(found[2])]
    if found is None or not all(_may_describe(word) for word in parts):
        return None
    rate = match_label_rate(text, found.end())
    unit = UNIT_WORDS.get(found[2]) or singular(found[2])
    return (unit, found.end()) if rate is None else (unit + rate[0], rate[1])


def match_label_rate(text: str, place: int) -> tuple[str, int] | None:
    """``/plate`` or `` per plate`` after an amount or a unit, and its end."""
    found = _RATE.match(text, place)
    if found is None or (len(found[1]) < 3 and found[1] not in UNIT_WORDS):
        return None
    if found[1] in _NO_NOUN or (found[1] in FUNCTIONS and found[1] != "floor"):
        return None
    unit = UNIT_WORDS.get(found[1], singular(found[1]))
    return None if "/" in unit or unit == "mph" else ("/" + unit, found.end())


def text_label(content: str) -> str | None:
    r"""The unit that ``\text{...}`` after a number stands for, if it is a counted noun."""
    found = _TEXT.fullmatch(content)
    if found is None or (len(found[2]) < 3 and found[2] not in TEXT_UNITS):
        return None
    if any(word in _NO_NOUN for word in re.split(r"[ /]|\bper\b", content.lower()) if word):
        return None
    noun = TEXT_UNITS.get(found[2]) if not found[1] else None
    unit = noun or singular(found[2].lower())
    if found[3] is None:
        return unit
    per = TEXT_UNITS.get(found[3]) or singular(found[3])
    return None if "/" in unit + per or "mph" in (unit, per) else f"{unit}/{per}"


def _may_describe(word: str) -> bool:
    known = (
        (word in FUNCTIONS and word != "floor")
        or word in KEYWORDS
        or word in GREEK
        or word in SHORT_WORDS
    )
    return len(word) > 2 and word not in _NO_NOUN and not known


def _is_plural(word: str) -> bool:
    return word in _IRREGULAR or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    )


def singular(noun: str) -> str:
    """``boxes`` -> ``box``, ``berries`` -> ``berry``; the inverse of ``plural``."""
    if noun in _IRREGULAR or not _is_plural(noun):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("xes", "ches", "shes", "sses")):
        return noun[:-2]
    return noun[:-1]


def plural(noun: str) -> str:
    """``box`` -> ``boxes``, ``berry`` -> ``berries``, ``people`` as it is."""
    if noun in _IRREGULAR or _is_plural(noun):
        return noun
    if noun.endswith(("x", "ch", "sh", "ss")):
        return noun + "es"
    if noun.endswith("y") and len(noun) > 2 and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
