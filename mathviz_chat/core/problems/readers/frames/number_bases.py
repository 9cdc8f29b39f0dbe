"""Numbers in other bases: one of a story in another base, and sums that stay in their base.

Each base that is named belongs to the numbers, or is the one that the answer is wanted in: told
apart by what stands beside it. What else is said must be fillers and scenery.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.problems import language, vocabulary, wording
from mathviz_chat.core.problems.readers.frames.tokens import words

_NAMES: Final = {
    "binary": 2, "ternary": 3, "octal": 8, "denary": 10, "decimal": 10, "hexadecimal": 16,
    "hex": 16,
}  # fmt: skip
_NOUN = (
    r"(?:numbers?|numerals?|readings?|codes?|values?|strings?|signals?|integers?|forms?|notation|"
    r"systems?|bytes?|words?|equivalents?|representations?|versions?)"
)
_WHOLE = r"(?<![\w.,])[0-9A-Fa-f]*\d[0-9A-Fa-f]*(?![\w.]*\w)"
_TOKEN: Final = re.compile(
    rf"(?P<base>\bbase[\s-]+(?P<radix>\d+)\b|\b(?:{'|'.join(_NAMES)})\b"
    r"|\b(?:ordinary|normal|usual|everyday|plain|base[\s-]ten)\s+(?:number|form|figure)s?\b)"
    rf"|(?P<number>{_WHOLE}|(?<=hex )[A-F]+\b|(?<=hexadecimal )[A-F]+\b)|(?P<sign>[-+−](?=\s*\w))"
    r"|(?P<word>[A-Za-z]+(?:['-][A-Za-z]+)*)|(?P<stop>[.,;:?!()])|\s+|(?P<other>.)",
    re.DOTALL,
)
_PREFIXES: Final = (
    (re.compile(r"\b0b(?=[01]+\b)"), "binary "),
    (re.compile(r"\b0o(?=[0-7]+\b)"), "octal "),
    (re.compile(r"\b0x(?=[0-9A-Fa-f]+\b)"), "hexadecimal "),
    (re.compile(r"\$"), ""),
    (re.compile(r"\b([0-9A-F]+)_\{?(\d{1,2})\}?(?![\w}])"), r"base \2 number \1"),
)
_SUBSCRIPT: Final = re.compile(r"\b([0-9A-F]+)([₀-₉]+)")
_LOWERED: Final = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_ALLOWED: Final = words(
    "from to into as back old new given by convert change turn rewrite translate express both out "
    "each give gives giving would below leave leaving put get as"
)
_TURNING: Final = words(
    "complement complements bit bits leading padded pad signed fraction fractional gray bcd xor "
    "shift shifted shifts inverted invert flipped flip palindrome ones zeros digits digit and-ed"
)
"""Words of computers that make it another question."""

_ADD: Final = words("add sum total plus")
_LESS: Final = words("subtract difference minus take")
_JOINT: Final = {"+": words("and plus to"), "-": words("from minus")}


@dataclass(frozen=True, slots=True)
class _Mention:
    """A base that is named, its place among the items, and whether it is said of a number."""

    radix: int
    place: int


def sayings(text: str) -> frozenset[str]:
    """The question in plain words; none where it names no base, or says something besides."""
    plain = _SUBSCRIPT.sub(
        lambda match: f"base {match[2].translate(_LOWERED)} number {match[1]}", text
    )
    for found, put in _PREFIXES:
        plain = found.sub(put, plain)
    items = _items(". ".join(wording.sentences(language.sentences(plain))))
    bases = [
        _Mention(_radix(match), place)
        for place, (sort, match) in enumerate(items)
        if sort == "base"
    ]
    numbers = [place for place, (sort, _) in enumerate(items) if sort == "number"]
    if not bases or not _says_no_more(items):
        return frozenset()
    if len(numbers) == 1 and not _sign(items):
        said = _converted(items, bases, numbers[0])
    else:
        said = _computed(items, bases, numbers)
    return frozenset(filter(None, (said,)))


def _items(text: str) -> list[tuple[str, re.Match[str]]]:
    found = ((str(match.lastgroup), match) for match in _TOKEN.finditer(text))
    named = (("base" if match["base"] else sort, match) for sort, match in found)
    return [(sort, match) for sort, match in named if sort != "None"]


def _radix(match: re.Match[str]) -> int:
    return int(match["radix"]) if match["radix"] else _NAMES.get(match["base"].lower(), 10)


def _word(items: list[tuple[str, re.Match[str]]], place: int) -> str:
    """The word at a place, in lower case; "" where none stands there."""
    if not 0 <= place < len(items) or items[place][0] != "word":
        return ""
    return items[place][1].group().lower()


def _says_no_more(items: list[tuple[str, re.Match[str]]]) -> bool:
    for place, (sort, _) in enumerate(items):
        word = _word(items, place)
        if sort == "other" or word in _TURNING:
            return False
        known = _ALLOWED | _ADD | _LESS | (vocabulary.FILLERS - vocabulary.MEANING)
        if word and word not in known and not vocabulary.is_scenery(word):
            return False
        wanted = word not in known and _word(items, place - 1) in ("and", "or")
        if word and wanted and items[place - 2][0] == "base":
            return False  # ``in binary and red``: in another way, too
    return True


def _converted(
    items: list[tuple[str, re.Match[str]]], bases: list[_Mention], number: int
) -> str | None:
    """From the base that the number is said to be in to the one that is asked for."""
    digits = items[number][1].group()
    told = [one for one in bases if _is_of(items, one.place, number)]
    if len(bases) == 1 and digits.isdigit() and _leads_to(items, bases[0].place):
        return f"Convert {digits} to base {bases[0].radix}." if bases[0].radix != 10 else None
    if len(bases) == 2 and len(told) == 2:  # ``12 in base 3 in base 4``: the nearer one is said
        told = [one for one in told if not _leads_to(items, one.place)] or [bases[0]]
    asked = [one for one in bases if one not in told]
    if len(told) != 1 or not asked or len({one.radix for one in asked}) > 1:
        return None
    if told[0].radix == asked[0].radix:
        return None
    return f"Convert {digits} (base {told[0].radix}) to base {asked[0].radix}."


def _leads_to(items: list[tuple[str, re.Match[str]]], place: int) -> bool:
    """Whether the base at a place is one to change to: ``in binary``, ``its octal form``."""
    return _word(items, place - 1) in ("in", "to", "into", "as") or bool(
        re.fullmatch(_NOUN, _word(items, place + 1)) and _word(items, place + 2) in ("of", "for")
    )


_SAID: Final = words("is was are were written given expressed in from as of reads the number that")


def _is_of(items: list[tuple[str, re.Match[str]]], place: int, number: int) -> bool:
    """Whether nothing stands between a base and a number but that it is written so."""
    between = range(min(place, number) + 1, max(place, number))
    words_ = [_word(items, one) for one in between]
    if any(word in ("to", "into") for word in words_):
        return False
    if place < number and {"for", "of"} & {*words_} and "equivalent" in words_:
        return False
    return all(
        items[one][0] in ("stop", "word")
        and (word in _SAID or not word or re.fullmatch(_NOUN, word))
        and items[one][1].group() not in (".", ";", "?")
        for one, word in zip(between, words_, strict=True)
    )


def _sign(items: list[tuple[str, re.Match[str]]]) -> str:
    """``+`` or ``-``, whichever is written or said; "" where none is, or both are."""
    said = {_word(items, place) for place in range(len(items))}
    written = {match.group().replace("−", "-") for sort, match in items if sort == "sign"}
    found = written | {sign for sign, names in (("+", _ADD), ("-", _LESS)) if said & names}
    return found.pop() if len(found) == 1 else ""


def _computed(
    items: list[tuple[str, re.Match[str]]], bases: list[_Mention], numbers: list[int]
) -> str | None:
    """Two numbers of one base, the result in the same base."""
    sign = _sign(items)
    if len(numbers) == 3 and items[numbers[0]][1].group() == "2":  # the two binary numbers
        numbers = numbers[1:]
    if len(numbers) != 2 or not sign or len({one.radix for one in bases}) != 1:
        return None
    if len(bases) == 1 and bases[0].place > numbers[0] and not _of_both(items, bases[0].place):
        return None  # only the answer may be in that base
    first, second = (items[one][1].group() for one in numbers)
    between = range(numbers[0] + 1, numbers[1])
    joint = {_word(items, one) for one in between} | {
        "plus" if sign == "+" else "minus" for one in between if items[one][0] == "sign"
    }
    if not joint & _JOINT[sign]:
        return None
    if sign == "-" and "from" in joint:
        first, second = second, first
    return f"In base {bases[0].radix}, what is {first} {sign} {second}?"


def _of_both(items: list[tuple[str, re.Match[str]]], place: int) -> bool:
    return any(_word(items, one) == "both" for one in range(len(items))) or bool(
        re.fullmatch(_NOUN, _word(items, place + 1))
    )
