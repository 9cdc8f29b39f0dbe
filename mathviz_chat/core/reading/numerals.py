"""Numerals: decimals, thousands, scientific notation, repeating decimals, vulgar fractions."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import Final

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.limits import MAX_DIGITS
from mathviz_chat.core.reading.tree import Number, RepeatingDecimal

VULGAR_FRACTIONS: Final = {
    chr(code): (fraction.numerator, fraction.denominator)
    for code in [0xBC, 0xBD, 0xBE, *range(0x2150, 0x215F)]
    for fraction in [Fraction(unicodedata.numeric(chr(code))).limit_denominator(10)]
}

_DECIMALS = (
    r"(?:\.(?P<point>[0-9]+)|\.(?=\([0-9]|\\overline|\\bar)"
    r"|\{,\}(?P<comma>[0-9]{1,2}|[0-9]{4,}|(?<=0\{,\})[0-9]{3})(?![0-9{]))?"  # 2{,}5 and 0{,}125
)
_NUMBER = re.compile(
    r"([1-9][0-9]{0,2}(?:(?:,|\{,\}|\\,|[\u2009\u202f])[0-9]{3})+(?![0-9])"  # 1,000
    r"|[0-9]+)?" + _DECIMALS
)
_UNGROUPED = re.compile(r"([0-9]+)?" + _DECIMALS)
_DECIMAL_COMMA = re.compile(
    r"(?<![0-9])(?:0\{,\}[0-9]+|[0-9]+\{,\}(?:[0-9]{1,2}|[0-9]{4,}))(?![0-9{])"
)
_PERIOD = re.compile(r"\(([0-9]+)\)(\.\.\.|…)?|\\(?:overline|bar)\{([0-9]+)\}")
_DOTS = re.compile(r"\.\.\.|…|\\[lc]?dots(?![a-zA-Z])")
_POWER_OF_TEN = re.compile(r"E([+-]?[0-9]+)|e([0-9]+|[+-][0-9]{2,})")
_DOUBTFUL_POWER = re.compile(r"e[+-][0-9](?![0-9])")
_SEPARATORS = str.maketrans("", "", ",{}\\\u2009\u202f")


def match_number(
    text: str, place: int, e_is_variable: bool = False, listed: bool = False
) -> tuple[Number | RepeatingDecimal, int]:
    """The numeral that starts at ``place`` and where it ends; raises ReadError.

    listed: within a list, where commas between digits separate its items.
    """
    found = (_UNGROUPED if listed else _NUMBER).match(text, place)
    assert found is not None
    whole, end = found[1] or "0", found.end()
    decimals = found["point"] or found["comma"] or ""
    if end - place > MAX_DIGITS:
        raise ReadError(f"A number of more than {MAX_DIGITS} digits is not read.", place)
    if not listed:
        _check_comma(text, place, end)
    if "{,}" in whole and _DECIMAL_COMMA.search(text):
        raise ReadError("Commas are thousands here and decimals elsewhere in it.", place)
    if "." in text[place:end]:
        period = _PERIOD.match(text, end)
        if period is not None and len(period[0]) <= MAX_DIGITS:
            return _repeating(whole, decimals, period, place), period.end()
    dots = _DOTS.match(text, end) if decimals else None
    if dots is not None:
        return _with_dots(whole, decimals, place), dots.end()
    whole = whole.translate(_SEPARATORS)
    value = (
        Fraction(int(whole + decimals), 10 ** len(decimals)) if decimals else Fraction(int(whole))
    )
    places = len(decimals) or None
    if end < len(text) and text[end] in "eE" and not e_is_variable:
        return _scientific(text, end, value, places)
    return Number(value, places), end


def _check_comma(text: str, place: int, end: int) -> None:
    """``1,00`` and ``1,0000``: neither thousands nor a list; ``0,125``: no thousands."""
    if text[place:end].strip("0") == "" and re.match(r",[0-9]{3}(?![0-9])", text[end:]):
        raise ReadError("A comma between digits may be a decimal mark.", end)
    if (
        text[end : end + 1] == ","
        and text[end + 1 : end + 2] == "0"
        and text[end + 2 : end + 3].isdigit()
    ):
        raise ReadError("The comma separates neither thousands nor numbers of a list.", end)
    if (
        text[place - 1 : place] == ","
        and "," in text[place:end]
        and text[place - 2 : place - 1].isdigit()
    ):
        raise ReadError("The commas may separate thousands or numbers of a list.", place)


def _repeating(whole: str, decimals: str, period: re.Match[str], place: int) -> RepeatingDecimal:
    digits = period[1] or period[3]
    if period[1] and decimals and not period[2]:
        raise ReadError("This may be a repeating decimal or a product.", place)
    return _repeated(whole, decimals, digits)


def _repeated(whole: str, decimals: str, digits: str) -> RepeatingDecimal:
    whole = whole.translate(_SEPARATORS)
    tail = Fraction(int(digits), (10 ** len(digits) - 1) * 10 ** len(decimals))
    value = Fraction(int(whole + decimals), 10 ** len(decimals)) + tail
    return RepeatingDecimal(value, len(decimals), digits)


def _with_dots(whole: str, decimals: str, place: int) -> RepeatingDecimal:
    """``0.1666...``, ``0.1212...``: the digits themselves must show what repeats.

    One digit or block three times at the end, or a block of several digits twice from the point
    on: e = 2.718281828... ends in a block that stands there twice and does not repeat.
    """
    for length in range(1, len(decimals) // 2 + 1):
        block = decimals[-length:]
        thrice = decimals.endswith(3 * block)
        twice = length > 1 and decimals == len(decimals) // length * block
        if (thrice or twice) and set(block) != {"0"}:
            before = decimals.removesuffix(block)
            while before.endswith(block):
                before = before.removesuffix(block)
            return _repeated(whole, before, block)
    raise ReadError("The dots leave open how the decimals go on.", place)


def _scientific(text: str, end: int, value: Fraction, places: int | None) -> tuple[Number, int]:
    found = _POWER_OF_TEN.match(text, end)
    if found is None:
        if _DOUBTFUL_POWER.match(text, end):
            raise ReadError("This may be a power of ten or a sum with the number e.", end)
        return Number(value, places), end
    digits = found[1] or found[2]
    if len(digits) > 5 or abs(int(digits)) > MAX_DIGITS:
        raise ReadError(f"A power of ten beyond {MAX_DIGITS} is not read.", end)
    exponent = int(digits)
    shown = max(0, (places or 0) - exponent)
    return Number(value * Fraction(10) ** exponent, shown or None), found.end()
