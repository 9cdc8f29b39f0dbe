"""The two spellings that trees are printed in, plain ASCII and Unicode."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from mathviz_chat.core.reading.labels import plural, singular
from mathviz_chat.core.reading.tree import (
    Const,
    Expr,
    Mul,
    Neg,
    Number,
    RelOp,
    RepeatingDecimal,
    Root,
    Symbol,
)
from mathviz_chat.core.reading.units import CANONICAL_UNITS, UNIT_WORDS
from mathviz_chat.core.reading.words import (
    CONSTANTS,
    FUNCTIONS,
    GREEK,
    GREEK_LETTERS,
    KEYWORDS,
    is_vector_name,
)

_UNIT_SPELLING: Final = {
    "m": "meters",
    "s": "seconds",
    "h": "hours",
    "g": "grams",
    "L": "liters",
    "t": "tonnes",
    "in": "inches",
    "min": "minutes",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "cup": "cups",
    "cent": "cents",
    "pt": "pints",
    "N": "newtons",
    "J": "joules",
    "W": "watts",
    "V": "volts",
}
_LETTER_OF: Final = {name: letter for letter, name in reversed(GREEK_LETTERS.items())}
_RAISED: Final = str.maketrans("0123456789-nxktmy", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿˣᵏᵗᵐʸ")
_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

_STR_BITS: Final = 14_000


@dataclass(frozen=True)
class Spelling:
    """How signs are spelled; the methods are those that differ by more than a sign."""

    relations: dict[RelOp, str]
    constants: dict[Const, str]
    operators: dict[str, str]
    minus: str
    plus_minus: str
    minus_plus: str
    implication: str
    equivalence: str
    arrow: str
    union: str
    degrees: str
    unicode: bool

    def symbol(self, name: str) -> str:
        """A letter, a Greek letter, an index; other names are put in quotation marks."""
        base, _, index = name.partition("_")
        known = base in GREEK or is_vector_name(name)
        if not re.fullmatch(r"[A-Za-z]", base) and not known:
            plain_word = re.fullmatch(r"[A-Za-z]{4,}", name)
            return name if plain_word and name.lower() not in _RESERVED else f'"{name}"'
        if self.unicode:
            base = _LETTER_OF.get(base, base)
            if index.isdigit() and len(index) <= 4:
                return base + index.translate(_LOWERED)
        if not index:
            return base
        return (
            f"{base}_{index}" if re.fullmatch(r"\d{1,4}|[A-Za-z]", index) else f"{base}_{{{index}}}"
        )

    def numeral(self, digits: str, base: int) -> str:
        return f"{digits}{str(base).translate(_LOWERED)}" if self.unicode else f"{digits}_{base}"

    def times(self, node: Mul) -> str:
        if not self.unicode:
            return "*"
        numbers = isinstance(node.right, Number) or isinstance(node.left, Number)
        return " × " if numbers else "·"

    def raised(self, exponent: Expr) -> str | None:
        """The exponent as raised characters, where there are some."""
        if not self.unicode:
            return None
        negative = isinstance(exponent, Neg)
        inner = exponent.arg if isinstance(exponent, Neg) else exponent
        if isinstance(inner, Number) and inner.places is None and inner.value.denominator == 1:
            text = str(inner.value)
        elif isinstance(inner, Symbol) and inner.name in "nxktmy" and not negative:
            text = inner.name
        else:
            return None
        return (("-" if negative else "") + text).translate(_RAISED)

    def root(self, node: Root, radicand: str, index: str) -> str:
        two, three = node.index == Number(Fraction(2)), node.index == Number(Fraction(3))
        if not (two or three):
            return f"root({radicand}, {index})"
        if not self.unicode:
            return f"{'sqrt' if two else 'cbrt'}({radicand})"
        sign = "√" if two else "∛"
        bare = isinstance(node.radicand, Number) and node.radicand.places is None
        return sign + (radicand if bare else f"({radicand})")

    def derivative(self, body: str, variable: str, order: int, partial: bool) -> str:
        if partial and not self.unicode:
            return f"partial({body}, {variable}" + (f", {order})" if order > 1 else ")")
        d = "∂" if partial else "d"
        power = (
            ""
            if order == 1
            else (f"^{order}" if not self.unicode else str(order).translate(_RAISED))
        )
        return f"{d}{power}/{d}{variable}{power}({body})"


_RESERVED: Final = FUNCTIONS.keys() | KEYWORDS.keys() | CONSTANTS.keys() | UNIT_WORDS.keys()

PLAIN: Final = Spelling(
    relations={op: "===" if op is RelOp.IDENTICAL else op.value for op in RelOp},
    constants={const: const.value for const in Const},
    operators={"sum": "sum", "prod": "prod"},
    minus="-",
    plus_minus="+/-",
    minus_plus="-/+",
    implication="=>",
    equivalence="<=>",
    arrow="->",
    union=" union ",
    degrees=" degrees",
    unicode=False,
)

UNICODE: Final = Spelling(
    relations={
        RelOp.EQ: "=",
        RelOp.NE: "≠",
        RelOp.LT: "<",
        RelOp.LE: "≤",
        RelOp.GT: ">",
        RelOp.GE: "≥",
        RelOp.APPROX: "≈",
        RelOp.IDENTICAL: "≡",
        RelOp.IN: "∈",
        RelOp.DEFINED: ":=",
    },
    constants={Const.PI: "π", Const.E: "e", Const.I: "i", Const.INFINITY: "∞"},
    operators={"sum": "∑", "prod": "∏"},
    minus="−",
    plus_minus="±",
    minus_plus="∓",
    implication="⇒",
    equivalence="⇔",
    arrow="→",
    union=" ∪ ",
    degrees="°",
    unicode=True,
)


def in_digits(number: int) -> str:
    """A whole number in full; ``str`` raises above 4,300 digits, which a computed one may have."""
    return str(number) if number.bit_length() < _STR_BITS else format(Decimal(number), "f")


def decimal(value: Fraction, places: int) -> str:
    """A number in full, with that many decimals; a fraction that has none is a quotient."""
    if not places and value.denominator == 1:
        return in_digits(value.numerator)
    scaled = value * 10**places
    if scaled.denominator != 1:
        return f"({in_digits(value.numerator)}/{in_digits(value.denominator)})"
    digits = in_digits(abs(scaled.numerator)).zfill(places + 1)
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits


def repeating(node: RepeatingDecimal) -> str:
    """``0.(3)``, ``0.1(6)...``"""
    tail = Fraction(int(node.period), 10 ** len(node.period) - 1)
    digits = str(int(node.value * 10**node.places - tail)).zfill(node.places + 1)
    if not node.places:
        return f"{digits}.({node.period})"
    return f"{digits[: -node.places]}.{digits[-node.places :]}({node.period})..."


def quantity(value: str, unit: str) -> str:
    """``60 mph``, ``$5``, ``$12/hour``, ``3 hours``, ``3 plates``."""
    name, slash, per = unit.partition("/")
    if name == "USD":
        return f"${value}/{_one(per)}" if slash else f"${value}"
    base, _, power = unit.partition("^")
    if base in _UNIT_SPELLING and power in ("2", "3"):
        return f"{value} {'square' if power == '2' else 'cubic'} {_UNIT_SPELLING[base]}"
    if not slash or unit in CANONICAL_UNITS:
        return f"{value} {_unit(unit)}"
    if name not in CANONICAL_UNITS or per.partition("^")[0] not in CANONICAL_UNITS:
        return f"{value} {_unit(name)}/{_one(per)}"
    if name in ("h", "s", "t"):
        return f"{value} {_unit(name)}/{per}"
    return f"{value} {unit}"


def _one(unit: str) -> str:
    """``hour`` of ``$12/hour``; a thing that has no unit's name is kept as it is (``$6/bus``)."""
    spelled = _UNIT_SPELLING.get(unit)
    return unit if spelled is None else singular(spelled)


def _unit(name: str) -> str:
    spelled = _UNIT_SPELLING.get(name)
    if spelled is not None:
        return spelled
    return name if name.partition("^")[0] in CANONICAL_UNITS else plural(name)
