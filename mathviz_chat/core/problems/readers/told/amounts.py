"""Amounts and nouns of a story: what counts as the same thing, and the unit of an amount."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.wording import Hit, number

MOST: Final = 40
"""So many ways to cut a story into facts are looked at; many of them say the same."""
_IRREGULAR: Final = {
    "children": "child", "people": "person", "men": "man", "women": "woman", "mice": "mouse",
    "feet": "foot", "knives": "knife", "loaves": "loaf", "halves": "half", "shelves": "shelf",
    "kid": "child", "kids": "child",
    "shoes": "shoe", "buses": "bus", "leaves": "leaf", "geese": "goose", "teeth": "tooth",
}  # fmt: skip
_LEADING: Final = re.compile(
    r"^(?:his|her|their|my|your|our|its|this|these|those|same|such|own|1|each)\s+", re.I
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: the symbol of a currency's code or of a measure, None without."""

    text: str
    unit: str | None

    @property
    def value(self) -> Fraction:
        """The number."""
        return Fraction(recount.value(number(self.text)))

    def shown(self) -> str:
        """``$5``, ``5 kg``, ``5``."""
        if self.unit and self.unit in units.CURRENCIES:
            return f"{units.CURRENCIES[self.unit]}{self.text}"
        return self.text if self.unit is None else f"{self.text} {self.unit}"


def amount(hit: Hit, slot: str) -> Amount:
    """What stands in a slot for a measure."""
    spelled = hit.get(f"{slot}_c") or hit.get(f"{slot}_u") or ""
    unit = units.find(spelled)
    return Amount(hit[slot], units.CURRENCY_OF_SIGN.get(spelled) or (unit.symbol if unit else None))


_PARTS: Final = (
    "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


def fraction(text: str) -> Fraction:
    """``2 thirds``, ``half``, ``a quarter``, ``3/4``; ValueError for anything else."""
    if "/" in text:
        return Fraction(text.replace(" ", ""))
    *count, word = text.lower().replace("fourth", "quarter").split()
    part = "half" if word == "halves" else word.removesuffix("s")
    return Fraction(int(count[0]) if count else 1, _PARTS.index(part) + 2)


def noun(text: str) -> str:
    """A noun as it is shown: as it is written, without a possessive before it or after it."""
    return _LEADING.sub("", text).removesuffix("'s").rstrip("'")


def key(noun: str | None) -> str:
    """A noun as it is compared: in the singular, without a possessive before it or after it."""
    words = _LEADING.sub("", (noun or "").lower()).replace("'s", "").rstrip("'").split()
    if not words:
        return ""
    words[-1] = singular(words[-1])
    return " ".join(words)


def singular(word: str) -> str:
    """``pen`` for ``pens``, ``box`` for ``boxes``, ``child`` for ``children``."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|zz|ch|sh|o)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def same(one: str, other: str) -> bool:
    """Whether two keys name the same: one may say more before its noun than the other."""
    return bool(one and other) and (
        one == other or one.endswith(f" {other}") or other.endswith(f" {one}")
    )
