"""Congruences: ``Solve 3x ≡ 4 (mod 7)``, the inverse of 3 modulo 7, two of them at once."""

from __future__ import annotations

import re
from fractions import Fraction
from math import prod
from typing import Final

from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain

LARGEST: Final = 10**6
"""Of a coefficient."""
MOST_RESIDUES: Final = 10**5
"""So many numbers are tried where an answer is judged."""

_MOD = r"[\s,]*(?:\\pmod\s*\{?|\(?\s*(?:mod(?:ulo)?|\\bmod)\b)\s*(?P<m>\d{1,6})(?![a-z\d])\s*[})]?"
_SIGN = r"(?:≡|\\equiv\b|={1,3}|(?:is|be)?\s*(?:congruent|equivalent)\s+to)"
_CONGRUENCE: Final = re.compile(
    rf"(?<![\w+*/^)-])(?P<a>-?\s*\d{{0,7}})\s*\*?\s*(?P<x>[a-z])\s*(?:(?P<c>[-+]\s*\d{{1,7}})\s*)?"
    rf"{_SIGN}\s*(?P<b>-?\s*\d{{1,7}}){_MOD}",
    re.IGNORECASE,
)
_INVERSE: Final = re.compile(
    rf"\binverse\s+of\s+(?P<a>\d{{1,7}})(?=\D){_MOD}"
    rf"|\binverse\s*{_MOD.replace('<m>', '<n>')}\s+of\s+(?P<b>\d{{1,7}})\b(?!\s*[-+*/^.,]\s*\d)",
    re.IGNORECASE,
)
_LEAST: Final = re.compile(
    r"\b(?:smallest|least|lowest)\s+(?:positive|natural)\b|\bleast\s+positive\b", re.IGNORECASE
)
_BRACKET: Final = re.compile(r"\(\s*mod|pmod", re.IGNORECASE)
_ANOTHER: Final = re.compile(
    r"\bnumber\s+of\b|\bremainder\b(?!\s+theorem)|\bwhole\b|\b(?:a|one|any)\s+solution\b",
    re.IGNORECASE,
)
"""It asks for something else than all solutions."""
_YES_OR_NO: Final = re.compile(r"\s*(?:is|are)\b", re.IGNORECASE)
_NEUTRAL = (
    "a all and are chinese congruence congruences determine each equation find following for "
    "general give if integer integers is it linear modular multiplicative need number numbers of "
    "please remainder satisfies satisfy satisfying simultaneous solution solutions solve "
    "such system that the theorem these this to use using values value what when where whole "
    "which with work out compute calculate by both let least lowest natural positive smallest"
)
_WORDS: Final = frozenset(_NEUTRAL.split())


def read(text: str) -> Problem | None:
    """A congruence to solve, two in one letter, or an inverse; None where a word is left over."""
    if _ANOTHER.search(text):
        return None
    found = list(_CONGRUENCE.finditer(text))
    if any(map(_is_of_remainder, found)):
        return None
    inverse = _INVERSE.search(text)
    if inverse is not None and not found:
        return _inverse(text, inverse)
    if not 1 <= len(found) <= 2 or len({match["x"] for match in found}) != 1:
        return None
    name = found[0]["x"]
    rest = _CONGRUENCE.sub(" ", text)
    if not _is_neutral(rest, name):
        return None
    rows = tuple(_row(match) for match in found)
    return _problem(rows, name, "least" if _LEAST.search(rest) else "solve")


def _is_of_remainder(match: re.Match[str]) -> bool:
    """``x = 17 mod 5``, where mod may be the remainder."""
    alone = not match["a"].strip() and match["c"] is None
    return alone and "=" in match[0] and not _BRACKET.search(match[0])


def _is_neutral(rest: str, name: str) -> bool:
    if _YES_OR_NO.match(rest):
        return False
    words = re.findall(r"[^\W\d_]+|\d+|[^\w\s]", re.sub(r"[\s,.;:?!]+", " ", rest))
    asks_least = {"smallest", "least", "lowest", "positive", "natural"} & {w.lower() for w in words}
    if asks_least and not _LEAST.search(rest):
        return False
    return all(word.lower() in _WORDS or word == name for word in words)


Row = tuple[int, int, int, int]
"""a, c, b, m of ``ax + c ≡ b (mod m)``."""


def _row(match: re.Match[str]) -> Row:
    a = re.sub(r"\s", "", match["a"])
    c = int(re.sub(r"\s", "", match["c"] or "0"))
    factor = int(a + "1") if a in ("", "-") else int(a)
    return factor, c, int(re.sub(r"\s", "", match["b"])), int(match["m"])


def _inverse(text: str, match: re.Match[str]) -> Problem | None:
    a, m = int(match["a"] or match["b"]), int(match["m"] or match["n"])
    if not _is_neutral(text[: match.start()] + " " + text[match.end() :], ""):
        return None
    return _problem(((a, 0, 1, m),), "x", "inverse")


def _problem(rows: tuple[Row, ...], name: str, task: str) -> Problem | None:
    moduli = [m for *_, m in rows]
    too_large = any(abs(value) > LARGEST for row in rows for value in row)
    if too_large or min(moduli) < 2 or prod(moduli) > MOST_RESIDUES:
        return None
    if any(a == 0 for a, *_ in rows) or (len(rows) == 2 and any(a != 1 or c for a, c, *_ in rows)):
        return None
    items = tuple(number(Fraction(value)) for row in rows for value in row)
    said = " and ".join(congruence(row, name) for row in rows)
    read_as = f"Solve {said}."
    if task == "inverse":
        read_as = f"Find the inverse of {rows[0][0]} modulo {rows[0][3]}."
    elif task == "least":
        read_as = f"Find the smallest positive {name} such that {said}."
    form = Form.NUMBER if task == "least" else Form.RESIDUES
    return Problem(
        Kind.CONGRUENCE, form, read_as, unknowns=(name,), items=items, variable=name, task=task
    )


def congruence(row: Row, name: str) -> str:
    """``3x + 2 ≡ 4 (mod 7)``."""
    a, c, b, m = row
    factor = {1: "", -1: "-"}.get(a, str(a))
    offset = "" if not c else f" {'+' if c > 0 else '-'} {abs(c)}"
    return f"{factor}{name}{offset} ≡ {b} (mod {m})"


def rows_of(problem: Problem) -> tuple[Row, ...]:
    """The congruences of a problem, by their numbers."""
    values = [int(to_plain(item)) for item in problem.items]
    return tuple(
        (values[k], values[k + 1], values[k + 2], values[k + 3]) for k in range(0, len(values), 4)
    )
