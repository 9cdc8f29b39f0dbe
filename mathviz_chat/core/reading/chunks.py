"""A line of prose cut into chunks: delimited mathematics, numbers, signs, words, punctuation."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from mathviz_chat.core.reading.english import FUNCTION_WORDS
from mathviz_chat.core.reading.labels import match_label, match_label_rate
from mathviz_chat.core.reading.units import CURRENCY_SIGNS, match_unit
from mathviz_chat.core.reading.words import (
    FUNCTIONS,
    SHORT_WORDS,
    SPACES,
    is_compound,
    is_short_word,
)


class Delimiter(StrEnum):
    """What marks a region as mathematics in the line; NONE for plain text."""

    NONE = ""
    DOLLAR = "$"
    DOUBLE_DOLLAR = "$$"
    PARENTHESES = "\\("
    BRACKETS = "\\["
    NOTE = "<<"


class Kind(StrEnum):
    """VALUE and SIGN are mathematics, WORD is prose, STOP is punctuation between clauses."""

    VALUE = "value"
    LETTER = "letter"
    SIGN = "sign"
    RELATION = "relation"
    DELIMITED = "delimited"
    JOIN = "join"
    WORD = "word"
    STOP = "stop"


class Chunk(NamedTuple):
    kind: Kind
    text: str
    start: int
    end: int


class Delimited(NamedTuple):
    """``start`` and ``end`` include the delimiters."""

    delimiter: Delimiter
    start: int
    end: int
    inner_start: int
    inner_end: int


_CLOSED_BY: Final = {"\\[": "\\]", "\\(": "\\)", "$$": "$$", "<<": ">>"}
_OPENING = re.compile(r"\\\[|\\\(|\$\$|<<|(?<!\\)\$|\\\$")
_PROSE_WORD = re.compile(r"(?<![\\A-Za-z{])[A-Za-z]{3,}")
_MARKERS = re.compile(
    r"\s*(?:(?:[-*+•◦▪–]|#{1,6}|>|\(?\d{1,2}[.)])[ \t]+(?!-(?![\w.(\\$])|[+*/=^<>≤≥×÷]))+"
    r"|\s*#{2,}\s*"
)
_LABEL = re.compile(
    r"\b(?:step|case|part|question|problem|equation|eq|solution|option|example|line|exercise|method"
    r"|way|note|rule|stage|phase|section|chapter|figure|table|no|number)\b\.?\s*"
    r"(?:#?\d{1,3}[a-z]?|\(\d{1,3}[a-z]?\)|[A-Za-z])"
    r"(?:\s?[:.](?=[\s*]|$)|(?<=\))(?!\s*[-+*/=^])|(?<=\d)(?=\s+[a-z]{2}|[,;]\s|\s*$))",
    re.IGNORECASE,
)
_BOLD = re.compile(
    r"(?<![\w)*])(\*\*|__)(?=[^\s*_])(?:[^*]|\*(?!\*)){1,400}?(?<=[^\s*])\1(?![\w(*])"
)
_ITALIC = re.compile(r"(?:^|(?<=[\s(:]))\*(?=[^\s*])[^*]+(?<=[^\s*])\*(?=$|[\s.,:;!?)])")
_CHUNK = re.compile(
    r"(?P<hyphen>[0-9]+-(?=[A-Za-z]{3})[A-Za-z]+(?:-[A-Za-z]+)*|[0-9]+(?:st|nd|rd|th)\b)"
    r"|(?P<number>(?<![0-9])0?\.[0-9]*\([0-9]+\)(?:\.\.\.|…)?|[0-9]+\.[0-9]*\([0-9]+\)(?:\.\.\.|…|(?=\s*[-+*/=<>≈]))|[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:\.\.\.|…)?|\.[0-9]+)"
    r"|(?P<word>[A-Za-z]+(?:-[A-Za-z]{2,})+|[A-Za-z]{2,}['’][A-Za-z]+|[A-Za-z]['’](?=[a-z])(?!d/)[A-Za-z]+|[A-Za-z]+)"
    r"|(?P<command>\\[A-Za-z]+|\\.)"
    r"|(?P<relation><=>|=>|[<>!:~=]?=+|[<>≤≥≠≈≡≅∈⩽⩾≔⇒⟹⇔⟺→⟶]|->)"
    r"|(?P<space>\s+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_OPERATING: Final = frozenset("✕✖➕➖➗")
_OF_X = re.compile(r"(?:sin|cos|tan|cot|sec|csc|ln|log)[xX]")
_DIFFERENTIAL = re.compile(r"d[t-z]")
_SIGN_AHEAD = re.compile(r"\s*(?:[-+*×·÷/=≈]|[xX]\s+[$\d(])")
_SIGNS: Final = frozenset(
    "+-−–*×·⋅∙÷/∕⁄^²³⁰¹⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣ₀₁₂₃₄₅₆₇₈₉_%!°√∛±∓∞∑∏∫∂∪∇πθαβγδλμσφψωΔΩ½¼¾⅓⅔⅕⅛⅜|()[]{}&'′$€£"
)
_OPERAND_SIGNS: Final = frozenset("²³⁰¹⁴⁵⁶⁷⁸⁹ⁿˣ%!°∞πθαβγδλμσφψωΔΩ½¼¾⅓⅔⅕⅛⅜)]}|")
"""Signs after which a value is complete."""


def find_delimited(line: str) -> list[Delimited]:
    """Delimited mathematics from left to right; a ``$`` of money opens none."""
    found: list[Delimited] = []
    place = 0
    no_dollar_from = len(line) + 1  # beyond it no closing dollar was found: keeps this linear
    while (match := _OPENING.search(line, place)) is not None:
        opening, start, inner = match[0], match.start(), match.end()
        place = inner
        if opening == "\\$":
            continue
        if opening == "$":
            end = _closing_dollar(line, inner) if inner < no_dollar_from else -1
            if end < 0:
                continue
            place = end + 1
            found.append(Delimited(Delimiter.DOLLAR, start, place, inner, end))
            continue
        closing = _CLOSED_BY[opening]
        end = line.find(closing, inner)
        if end < 0:
            continue
        place = end + len(closing)
        found.append(Delimited(Delimiter(opening), start, place, inner, end))
    return found


def _closing_dollar(line: str, inner: int) -> int:
    """Where ``$...$`` ends, or -1 where the dollar is money.

    As Pandoc's rule has it: no space after the first and before the last sign, no digit after it.
    Besides, an amount followed by words is money.
    """
    end = line.find("$", inner)
    while end > 0 and line[end - 1] == "\\":
        end = line.find("$", end + 1)
    while end > 0 and line.count("{", inner, end) > line.count("}", inner, end):
        end = line.find("$", end + 1)
        if end - inner > 500:
            return -1
    if end < 0 or end == inner or line[inner] in SPACES or line[end - 1] in SPACES:
        return -1
    content = line[inner:end]
    if line[end + 1 : end + 2].isdigit() or "<<" in content:
        return -1
    if content[0].isdigit() and (_PROSE_WORD.search(content) or content[-1] in "+-*/=(,"):
        return -1
    return end


def blank_markup(line: str, delimited: list[Delimited]) -> str:
    """The line with Markdown's marks, list numbers, labels and delimiters as spaces."""
    out = list(line)
    safe = _hidden(line, delimited) if delimited else line

    def blank(start: int, end: int) -> None:
        out[start:end] = " " * (end - start)

    marker = _MARKERS.match(line)
    if marker is not None:
        blank(*marker.span())
    for match in _LABEL.finditer(safe):
        out[match.start() : match.end()] = " " * (match.end() - match.start() - 1) + "\x1f"
    for match in _BOLD.finditer(safe) if "**" in safe or "__" in safe else ():
        blank(match.start(), match.start() + 2)
        blank(match.end() - 2, match.end())
    for match in _ITALIC.finditer(safe) if "*" in safe else ():
        blank(match.start(), match.start() + 1)
        blank(match.end() - 1, match.end())
    for item in delimited:
        if item.delimiter is Delimiter.NOTE:
            blank(item.start, item.end)
        else:
            blank(item.start, item.inner_start)
            blank(item.inner_end, item.end)
    return "".join(out)


def _hidden(line: str, delimited: list[Delimited]) -> str:
    """The line with delimited mathematics replaced, so that marks inside are not Markdown."""
    out = list(line)
    for item in delimited:
        out[item.start : item.end] = "\x00" * (item.end - item.start)
    return "".join(out)


def chunk(line: str, delimited: list[Delimited]) -> list[Chunk]:
    """The blanked line as chunks; inline delimited mathematics is one chunk each."""
    chunks: list[Chunk] = []
    place = 0
    for item in delimited:
        _add_plain(line, place, item.start, chunks)
        if item.delimiter in (Delimiter.DOLLAR, Delimiter.PARENTHESES):
            inner = line[item.inner_start : item.inner_end]
            chunks.append(Chunk(Kind.DELIMITED, inner, item.start, item.end))
        elif item.delimiter is not Delimiter.NOTE:
            chunks.append(Chunk(Kind.STOP, "", item.start, item.end))
        place = item.end
    _add_plain(line, place, len(line), chunks)
    return chunks


def _add_plain(line: str, place: int, end: int, chunks: list[Chunk]) -> None:
    while place < end:
        match = _CHUNK.match(line, place, end)
        assert match is not None
        place = _add(line, match, chunks)


def _add(line: str, match: re.Match[str], chunks: list[Chunk]) -> int:
    """Classifies one match; a unit after a number and a command's braces are taken along."""
    group, text, (start, end) = match.lastgroup, match[0], match.span()
    if group == "other":
        chunks.append(Chunk(_kind_of_sign(text), text, start, end))
    elif group == "space":
        pass
    elif group == "hyphen" and (digits := text.partition("-"))[2] in FUNCTIONS:  # 2-sqrt(3)
        end = start + len(digits[0])
        chunks.append(Chunk(Kind.VALUE, digits[0], start, end))
    elif group == "hyphen":
        chunks.append(Chunk(Kind.WORD, text, start, end))
    elif group == "number":
        money = bool(chunks) and chunks[-1].text in CURRENCY_SIGNS and chunks[-1].end == start
        end = _end_of_unit(line, end, money, chunks)
        chunks.append(Chunk(Kind.VALUE, line[start:end], start, end))
    elif group == "word":
        if "-" in text and not is_compound(text):
            text = text.partition("-")[0]
            end = start + len(text)
        chunks.append(Chunk(_kind_of_word(text), text, start, end))
    elif group == "command" and text in ("\\ ", "\\,", "\\;", "\\!"):
        pass
    elif group == "command" and text[1:] in "()[]":
        chunks.append(Chunk(Kind.STOP, text, start, end))
    elif group == "command":
        end = _end_of_command(line, end)
        chunks.append(Chunk(Kind.VALUE, line[start:end], start, end))
    else:
        chunks.append(Chunk(Kind.RELATION, text, start, end))
    return end


def _end_of_unit(line: str, end: int, money: bool, chunks: list[Chunk]) -> int:
    """Past the unit after a number; a counted noun counts only before a sign, or once more."""
    unit = match_unit(line, end, after_money=money)
    if unit is not None:
        end = unit[1]
    if money or unit is not None:
        rate = match_label_rate(line, end) if unit is None or "/" not in unit[0] else None
        glued = rate is not None and line[end : end + 1] == "/"
        return rate[1] if rate is not None and (glued or _SIGN_AHEAD.match(line, rate[1])) else end
    label = match_label(line, end)
    if label is None:
        return end
    again = any(line[end : label[1]] in chunk_.text for chunk_ in chunks[-40:])
    return label[1] if again or _SIGN_AHEAD.match(line, label[1]) else end


@lru_cache(maxsize=1024)
def _kind_of_word(word: str) -> Kind:
    lower = word.lower()
    if word in FUNCTION_WORDS or _DIFFERENTIAL.fullmatch(word) or _OF_X.fullmatch(word):
        return Kind.VALUE
    if lower in ("or", "and"):
        return Kind.JOIN
    if len(word) == 1 or word in FUNCTIONS:
        return Kind.LETTER  # mathematics only beside mathematics
    if len(word) == 2 or (len(word) == 3 and not is_short_word(word)):
        return Kind.WORD if lower in SHORT_WORDS else Kind.LETTER
    return Kind.WORD


@lru_cache(maxsize=512)
def _kind_of_sign(sign: str) -> Kind:
    if sign in ",;":
        return Kind.JOIN
    if sign in _SIGNS:
        return Kind.VALUE if sign in _OPERAND_SIGNS else Kind.SIGN
    if sign in SPACES or sign in '.:?"“”‘’—…#\x1f\x00`':
        return Kind.STOP
    if sign.isascii() or sign.isalpha() or is_pictogram(sign):
        return Kind.STOP
    return Kind.SIGN


def is_pictogram(sign: str) -> bool:
    """A tick, a star, a face; not a square that stands for a number, nor ``✖`` or ``➕``."""
    known = "\u2600" <= sign <= "\u27bf" or "\U0001f300" <= sign <= "\U0001faff"
    return known and unicodedata.category(sign) == "So" and sign not in _OPERATING


def _end_of_command(line: str, end: int) -> int:
    """Past the groups in braces that directly follow a command, such as ``\\boxed{...}``."""
    while end < len(line) and line[end] in "{[":
        closing = "}" if line[end] == "{" else "]"
        depth, place = 0, end
        while place < min(len(line), end + 2000):
            if line[place] == line[end]:
                depth += 1
            elif line[place] == closing:
                depth -= 1
                if depth == 0:
                    break
            place += 1
        else:
            return end
        end = place + 1
    return end
