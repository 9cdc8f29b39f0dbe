"""Values that a question sets side by side: which is the greater one, which sign stands between.

The values are looked for in a row, wherever it stands; what else is said must be fillers, scenery,
and one word that compares.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import language, terms, vocabulary
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.readers.frames.tokens import words

_NUMBER = r"(?:\d+\s\d+/\d+|\d+/\d+|\d*\.\d+|\d+)"
_ROOT = rf"(?:√|\\sqrt|sqrt|\b(?:square )?root(?: of)?)\s?[({{]?\s?{_NUMBER}\s?[)}}]?"
_FRACTION = r"\\d?frac\{\d+\}\{\d+\}"
_VALUE = (
    rf"[-−]?(?:{_NUMBER}\s?\*?\s?{_ROOT}|{_ROOT}|{_FRACTION}|{_NUMBER}(?:\s?\^\s?\{{?-?\d+\}}?|[²³]|\s?\\?%)?)"
    r"(?![\w.]*\d|\s?[-+*/=^×÷:]|\s?(?:°|[cmk]?[mgl]\b))"
)
_GAP = r"(?:□|_+(?:\s_+)*|\?|○|◯|☐|⬜|\[\s*\]|\(\s*\)|\\square|\\Box|\.{3,}|…)"
_SIGNS = r"[<>=](?:\s*(?:,|or|and|/|,\s*or)?\s*[<>=])+"
_JOINT = r"\s*(?:,\s*(?:or|and)?|\bor\b|\band\b|\bversus\b|\bvs\.?)\s*"
_ROW: Final = LazyPattern(
    rf"(?<![\w.])(?P<row>{_VALUE}(?:{_JOINT}{_VALUE})+)|(?P<pair>{_VALUE}\s*{_GAP}\s*{_VALUE})"
)
_EACH: Final = re.compile(rf"(?<![\w.]){_VALUE}")
_SPOKEN_ROOT: Final = re.compile(rf"(?:square )?\broot(?: of)?\s?({_NUMBER})")
_WHICHEVER: Final = " vs "
_EITHER: Final = re.compile(
    r"\s(?:more|bigger|greater|larger|higher),?\s+or\s+(?:less|smaller|lower)\s+than\s",
    re.IGNORECASE,
)
"""``is it more or less than``: both ways are open."""
_SIGNS_OF: Final = re.compile(_SIGNS)
_GREATER: Final = words(
    "bigger greater larger higher biggest greatest largest highest maximum more most"
)
_LESS: Final = words("smaller less lower lesser smallest least lowest minimum")
_ALLOWED: Final = words(
    "compare comparing one decide choose pick insert put place fill replace box circle gap blank "
    "space sign symbol inequality between statement true correct make makes correctly each other "
    "fraction fractions decimal decimals percentage percentages surds is are has out two only by "
    "would be if had more less it than value"
) - words("only than more less other")
_SORTS: Final = words(
    "integer integers whole natural rational irrational prime primes even odd positive negative "
    "multiple multiples factor factors square squares quartile"
)
"""Of which only some of the values may be."""
_OTHERS: Final = _SORTS | words(
    "closer nearer closest nearest older younger simpler equal same twice"
)
"""Words that compare otherwise."""
_NAMES: Final = words(
    "number numbers list set row line choose pick compare sort order name show count real "
    "correct wrong place places bit"
)
"""Terms that name what is compared, or what is done; ``the lower quartile`` is another question."""
_SIGN_WORDS: Final = words("sign symbol box gap blank circle inequality compare")


def sayings(text: str) -> frozenset[str]:
    """The question in plain words; none where it compares nothing, or says something besides."""
    plain = " ".join(language.sentences(text)).replace("$", "")
    plain = _EITHER.sub(_WHICHEVER, plain)
    rows = [*_ROW.finditer(_SIGNS_OF.sub(" ", plain))]
    if len(rows) != 1:
        return frozenset()
    rest = _ROW.sub(" ", _SIGNS_OF.sub(" ", plain))
    said = [word.lower() for word in re.findall(r"[A-Za-z]+(?:['’-][A-Za-z]+)*", rest)]
    if re.search(r"[\d<>=+*^\\%√]", rest) or not all(map(_is_neutral, said)):
        return frozenset()
    values = [_SPOKEN_ROOT.sub(r"sqrt(\1)", one).strip() for one in _EACH.findall(rows[0].group())]
    ways = {order for order, names in (("g", _GREATER), ("s", _LESS)) if names & {*said}}
    return frozenset(filter(None, (_asked(values, ways, rows[0], plain, {*said}),)))


def is_of_some(text: str) -> bool:
    """``the largest integer``: not all values count."""
    return not _SORTS.isdisjoint(text.lower().split())


def _is_neutral(word: str) -> bool:
    return word in _GREATER | _LESS | _ALLOWED or (
        word not in _OTHERS
        and (word in vocabulary.FILLERS - vocabulary.MEANING or vocabulary.is_scenery(word))
        and (word in _NAMES or not terms.is_term(word))
    )


def _asked(
    values: list[str], ways: set[str], row: re.Match[str], text: str, said: set[str]
) -> str | None:
    if row["pair"] or _WHICHEVER in text or (_SIGNS_OF.search(text) and said & _SIGN_WORDS):
        return f"Compare {values[0]} and {values[1]}." if len(values) == 2 and not ways else None
    if len(ways) != 1 or _SIGNS_OF.search(text) or len(set(values)) != len(values):
        return None
    if len(values) == 2:
        word = "greater" if ways == {"g"} else "smaller"
        return f"Which is {word}: {values[0]} or {values[1]}?"
    word = "greatest" if ways == {"g"} else "smallest"
    return f"Which is the {word} in {', '.join(values)}?"
