"""Text that this program did not write, made harmless for a terminal.

A model, a file or a user's paste may hold characters that a terminal obeys instead of showing
(ECMA-48 control functions), that reorder what is read (Unicode UAX #9, "Trojan source") or that
cannot be seen. ``visible`` shows each of them as itself; nothing is dropped silently, except the
invisible operators that Unicode made for mathematics. ``for_encoding`` then spells out what the
output's encoding cannot hold: ``x²`` becomes ``x^2``, never an error and never a ``?``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

TAB: Final = "    "
MAX_COMBINING: Final = 3  # marks on one character; more of them climb over the lines above

_KEPT: Final = "\n\u200c\u200d"  # the joiners are needed by several scripts and by emoji
_DROPPED: Final = "\u00ad\u2061\u2062\u2063\u2064"  # soft hyphen, invisible operators
_HIDDEN_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def visible(text: str) -> str:
    """``text`` with everything that a terminal would obey, or hide, shown instead.

    Line feeds stay; CRLF becomes LF; a tab becomes four blanks. C0 controls become their picture
    (ESC is ``␛``, so that a sequence is left as plain letters), other controls, bidi marks,
    private-use characters and lone surrogates ``<U+202E>``. Total; linear in the text.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return _limit_combining(text.replace("\r\n", "\n").translate(_SPELLED))


class _Spelled(dict[int, str]):
    """The table for ``str.translate``, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        shown = _spell(chr(code))
        self[code] = shown
        return shown


def _spell(char: str) -> str:
    code = ord(char)
    if char == "\t":
        return TAB
    if char in _KEPT or unicodedata.category(char) not in _HIDDEN_CATEGORIES:
        return char
    if char in _DROPPED:
        return ""
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


_SPELLED: Final = _Spelled()


def _limit_combining(text: str) -> str:
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= MAX_COMBINING:
            kept.append(char)
    return "".join(kept)


# ------------------------------------------------------------------------- narrow encodings

_SUPERSCRIPTS: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣʸ", "0123456789+-=()nixy", strict=True))
_SUBSCRIPTS: Final = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢⱼₖₓ", "0123456789+-=()nijkx", strict=True))
_ROOTS: Final = {"√": "sqrt", "∛": "cbrt", "∜": "root4"}

# The forms of the verdicts' symbols and of ordinary mathematics on an output of ASCII only.
ASCII_FORMS: Final[dict[str, str]] = {
    "✓": "+",
    "✗": "x",
    "·": "*",
    "×": "*",
    "÷": "/",
    "−": "-",
    "–": "-",
    "—": "-",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "≈": "~=",
    "≡": "==",
    "±": "+/-",
    "∓": "-/+",
    "→": "->",
    "⇒": "=>",
    "⟹": "=>",
    "⇔": "<=>",
    "⟺": "<=>",
    "←": "<-",
    "∴": "therefore ",
    "∞": "oo",
    "∈": " in ",
    "∉": " not in ",
    "∪": " union ",
    "∩": " intersect ",
    "∅": "{}",
    "∑": "sum",
    "∏": "prod",
    "∫": "int",
    "∂": "d",
    "°": " deg",
    "′": "'",
    "∠": "angle ",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "…": "...",
    "•": "-",
    "⋯": "...",
    "│": "|",
    "ℝ": "R",
    "ℕ": "N",
    "ℤ": "Z",
    "ℚ": "Q",
    "ℂ": "C",
    "\u00a0": " ",
    "€": "EUR ",
    "£": "GBP ",
    "¢": " cents",
    "∧": " and ",
    "∨": " or ",
    "¬": "not ",
    "∀": "for all ",
    "∃": "exists ",
    "⌊": "floor(",
    "⌋": ")",
    "⌈": "ceil(",
    "⌉": ")",
    "⟨": "<",
    "⟩": ">",
    "∗": "*",
    "⋅": "*",
}

_SCRIPTS = re.compile(rf"[{''.join(_SUPERSCRIPTS)}]+|[{''.join(_SUBSCRIPTS)}]+")
_GREEK = re.compile(r"[\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9]+")
_ROOT_OF_ATOM = re.compile(r"([√∛∜])(\w+(?:\.\d+)?)?")


def for_encoding(text: str, encoding: str) -> str:
    """``text`` as an output of that encoding can hold it.

    Where all of it can be held it is returned as it is; otherwise the mathematics among it is
    spelled in ASCII, accents are left out, and any other character is shown as its number.
    """
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return _narrow(text, encoding)
    return text


def _narrow(text: str, encoding: str) -> str:
    text = _ROOT_OF_ATOM.sub(_spell_root, text)
    text = _SCRIPTS.sub(_spell_script, text)
    return _GREEK.sub(_spell_greek, "".join(_form(char, encoding) for char in text))


def _form(char: str, encoding: str) -> str:
    if _fits(char, encoding) or _GREEK.match(char):
        return char
    return _ascii_form(char)


def _spell_greek(match: re.Match[str]) -> str:
    """``2πr`` is ``2 pi r``, not ``2pir``; ``sin(α)`` needs no blanks."""
    text, start, end = match.string, match.start(), match.end()
    names = " ".join(_greek_name(char) for char in match[0])
    before = " " if start and text[start - 1].isalnum() else ""
    after = " " if end < len(text) and text[end].isalnum() else ""
    return before + names + after


def _greek_name(char: str) -> str:
    name = unicodedata.name(char)
    letter = name.rsplit(" ", 1)[-1].lower()
    return letter.capitalize() if "CAPITAL" in name else letter


def _spell_root(match: re.Match[str]) -> str:
    name, atom = _ROOTS[match[1]], match[2]
    return f"{name}({atom})" if atom else name


def _spell_script(match: re.Match[str]) -> str:
    run = match[0]
    sign, table = ("^", _SUPERSCRIPTS) if run[0] in _SUPERSCRIPTS else ("_", _SUBSCRIPTS)
    plain = "".join(table[char] for char in run)
    return sign + (plain if re.fullmatch(r"-?\d+|\w", plain) else f"({plain})")


def _fits(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _ascii_form(char: str) -> str:
    if char in ASCII_FORMS:
        return ASCII_FORMS[char]
    plain = unicodedata.normalize("NFKD", char).replace("\u2044", "/")
    plain = "".join(part for part in plain if not unicodedata.combining(part))
    return plain if plain.isascii() and plain else f"<U+{ord(char):04X}>"
