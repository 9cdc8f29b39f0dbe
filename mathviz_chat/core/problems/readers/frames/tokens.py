"""A story as its words and quantities: ``7 cm``, ``$5000``, ``4%``, ``2 hours 30 minutes``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from mathviz_chat.core.problems import language, units, wording
from mathviz_chat.core.problems.units import Unit

_NUMBER = r"(?:\d+\s+\d+/\d+|\d+/\d+|\d*\.\d+|\d+)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_TH = r"(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:,?\s+\d{4})?(?![\w:])"
_TOKEN: Final = re.compile(
    rf"(?P<date>\d{{1,2}}{_TH}\s+(?:of\s+)?{_MONTH}{_YEAR}"
    rf"|(?-i:(?=[A-Z])){_MONTH}\s+\d{{1,2}}{_TH}{_YEAR})"
    r"|(?P<clock>\d{1,2}:\d{2}(?:\s?[ap]\.?m\b\.?)?(?![\w:])"
    r"|\d{1,2}\s?(?:[ap]\.?m\b\.?|o'clock\b)|(?:noon|midnight)\b(?!\s+(?:temperature|reading|meal|sun)s?\b)"
    r"|(?<=at )\d{1,2}(?= in (?:the )?(?:morning|afternoon|evening)\b))"
    r"|(?P<ratio>\d+(?:\.\d+)?(?:\s*:\s*\d+(?:\.\d+)?)+(?![\w:]))"
    rf"|(?P<temperature>[-−]?{_NUMBER}\s*(?:°\s*|degrees?\s+)(?:C|F|Celsius|Fahrenheit)\b)"
    rf"|(?P<signed>(?<!\d\s)(?<![)%]\s)(?<!\s[a-z]\s)(?<![\w)])[-−]{_NUMBER}(?![\w.]*\d))"
    rf"|(?P<money>[$€£₹]\s*{_NUMBER})(?![\w.]*\d)"
    rf"|(?P<percent>{_NUMBER}\s*%)"
    rf"|(?P<angle>{_NUMBER}\s*-?\s*(?:°|degrees?\b)(?!\s*[CF]\b))"
    rf"|(?P<number>{_NUMBER})(?![\w.]*\d)"
    r"|(?P<word>[A-Za-z]{1,3}/[A-Za-z]{1,4}\b|[A-Za-z]{1,2}(?:[²³]|\^[23](?!\d))"
    r"|[A-Za-z]+(?:['-][A-Za-z]+)*|π|\\pi\b)"
    r"|(?P<stop>[.,;:?!()])|(?P<space>\s+|(?<=\d)-(?=[A-Za-z]))|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_SPELLING = r"[A-Za-zµμ]{1,14}"
_UNIT: Final = re.compile(
    rf"\s*-?\s*(?P<unit>(?:(?:sq(?:uare)?\.?|cubic|cu\.?)\s+)?{_SPELLING}(?:\s?\^?[23](?!\d|\.\d)"
    r"|[²³])?"
    rf"(?:\s*/\s*{_SPELLING}|\s+(?:per|an?)\s+{_SPELLING})?)(?![A-Za-z0-9])"
)
_SHORTER: Final = re.compile(r"(?:\s*/\s*|\s+(?:per|an?)\s+)[A-Za-z]+$")
_NO_UNITS: Final = frozenset({"in", "a", "second", "quarter", "pound", "pounds", "t"})
"""``3 in 5``, ``the second``, ``5 pounds``: not surely units behind a number."""

MAX_TOKENS: Final = 160


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a stop, or a quantity.

    sort: ``word``, ``stop``, ``clock``, ``date``, ``ratio``, ``money``, ``%``, ``angle``,
    ``temperature``, ``signed`` (-4), ``number``, or the dimension of a unit (``length``,
    ``length/time``). text: in lower case for a
    word, as it is written otherwise. sentence: which one it stands in.
    """

    sort: str
    text: str
    sentence: int
    unit: Unit | None = None

    @property
    def is_quantity(self) -> bool:
        """Neither a word nor a stop."""
        return self.sort not in ("word", "stop")


def words(text: str) -> frozenset[str]:
    """The words of a list that is written in one string."""
    return frozenset(text.split())


@lru_cache(maxsize=16)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a story; () where a sign stands in it that no story has (``=``, ``+``)."""
    found: list[Token] = []
    for index, sentence in enumerate(wording.sentences(language.sentences(text))):
        each = _of_sentence(sentence, index)
        if each is None:
            return ()
        found += [*each, Token("stop", ".", index)]
    return _joined(found) if len(found) <= MAX_TOKENS else ()


def _of_sentence(sentence: str, index: int) -> list[Token] | None:
    found: list[Token] = []
    at = 0
    while at < len(sentence):
        match = _TOKEN.match(sentence, at)
        if match is None or match.lastgroup == "other":
            return None
        at = match.end()
        sort, text = str(match.lastgroup), match.group()
        if sort == "space":
            continue
        if sort == "number":
            unit, at = _unit(sentence, at)
            text = sentence[match.start() : at]
            found.append(Token("number" if unit is None else unit.dimension, text, index, unit))
        else:
            sort = "%" if sort == "percent" else sort
            text = "pi" if text in ("π", "\\pi") else text.replace("−", "-")
            found.append(Token(sort, text.lower() if sort == "word" else text, index))
    return found


def _unit(sentence: str, at: int) -> tuple[Unit | None, int]:
    """The unit that follows a number, the longest one, and where it ends."""
    match = _UNIT.match(sentence, at)
    spelled = "" if match is None else match["unit"]
    while match is not None and spelled and spelled.lower() not in _NO_UNITS:
        unit = units.find(spelled)
        if unit is not None:
            return unit, match.start("unit") + len(spelled)
        shorter = _SHORTER.sub("", spelled)
        if shorter == spelled:
            break
        spelled = shorter
    return None, at


def _joined(found: list[Token]) -> tuple[Token, ...]:
    """``2 hours 30 minutes`` and ``1 h and 5 min`` are one quantity."""
    joined: list[Token] = []
    for token in found:
        last = joined[-1] if joined else None
        and_ = len(joined) > 1 and joined[-1].text == "and" and token.sort == "time"
        if and_:
            last = joined[-2]
        if last is not None and _continues(last, token):
            del joined[-1 - and_ :]
            token = replace(last, text=f"{last.text} {token.text}")
        joined.append(token)
    return tuple(joined)


def _continues(last: Token, token: Token) -> bool:
    if last.unit is None or token.unit is None or last.sort != token.sort:
        return False
    return (
        last.sort in ("time", "length")
        and token.unit.factor < last.unit.factor
        and (last.sort == "time" or (last.unit.symbol, token.unit.symbol) == ("ft", "in"))
    )
