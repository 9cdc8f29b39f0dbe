"""Values with how often or how likely each of them is: tables of a story, random variables.

Two rows of equal length, ``Goals: 0, 1, 2`` and ``Matches: 3, 5, 2``, or a chance beside each
value. What else is said must be fillers, scenery, and one measure that is asked for.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import vocabulary
from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.tokens import words

_N = r"-?(?:\d+/\d+|\d*\.\d+|\d+)"
_LIST = rf"{_N}(?:\s*(?:,|\||;|\s)\s*(?:and\s+)?{_N}|\s+and\s+{_N})+"
_LABEL = r"[A-Za-z][A-Za-z()'-]*(?:\s+[A-Za-z()'-]+){0,3}|[A-Za-z]"
_ROW: Final = re.compile(
    rf"(?P<label>P\(\s*[A-Z]\s*=\s*[a-z]\s*\)|{_LABEL})\s*[:|]\s*(?P<list>{_LIST})"
)
_TAKES: Final = re.compile(
    rf"\b(?:values?|[A-Z]\s*=)\s+(?P<values>{_LIST})(?:\s*,)?(?:\s+(?:each|which|that))?(?:\s+have)?(?:\s+and)?"
    rf"(?:\s+with)?(?:\s+(?:respective|the))*\s+(?:prob(?:abilit(?:y|ies))?|chances?)(?:\s+of|\s+are)?\s+"
    rf"(?P<chances>{_LIST}|{_N}(?=\s+each\b))(?:\s+(?:each|respectively))?",
    re.IGNORECASE,
)
_OF_ONE: Final = re.compile(
    rf"\bP\(\s*[A-Z]\s*=\s*(?P<value>{_N})\s*\)\s*(?:=|is)\s*(?P<chance>{_N})", re.IGNORECASE
)
_BESIDE: Final = re.compile(
    rf"(?:\b(?:is|equals|takes|value|wins?|pays?|and|or|be)\s+)+[$£€]?(?P<value>{_N})\s+with\s+(?:a\s+)?"
    rf"(?:probability|prob\.?|chance)\s+(?:of\s+|is\s+)?(?P<chance>{_N})",
    re.IGNORECASE,
)
_MEASURES: Final = (
    ("standard deviation", r"standard\s+deviation|\bsd\b|\bσ\b"),
    ("variance", r"variance|\\operatorname\{Var\}|\bvar\b"),
    ("median", r"median"),
    ("mode", r"mode|modal|most\s+(?:common|frequent)"),
    ("range", r"range"),
    ("mean", r"mean|average|expect(?:ed\s+value|ation)|\be(?=\s*[([]\s*[a-z]\s*[)\]])"),
)
_ALLOWED: Final = words(
    "random variable discrete probability probabilities distribution table frequency frequencies "
    "per each number of total respectively with e var takes take has have values value one "
    "mean-number times rolled asked in every recorded their data given shows shown if as following "
    "population whole x y z"
)
_TURNING: Final = words("sample grouped class interval intervals cumulative relative percent")
_COUNTS: Final = words("frequency frequencies freq count counts times tally f")


def sayings(text: str) -> frozenset[str]:
    """The question in plain words; none where there is no such table, or more is said."""
    plain = text.replace("$", "").replace("−", "-")
    found = _chances(plain) or _rows(plain)
    if found is None:
        return frozenset()
    table, rest = found
    asked = [name for name, pattern in _MEASURES if re.search(pattern, rest, re.IGNORECASE)]
    if len(asked) != 1 or not _says_no_more(rest, table):
        return frozenset()
    return frozenset({f"{table.told} Find the {asked[0]}{table.of}."})


class _Table:
    """What is told in plain words; total: of the counts; "" of it where the data are named."""

    def __init__(self, told: str, of: str, total: Fraction) -> None:
        self.told, self.of, self.total = told, of, total


def _chances(text: str) -> tuple[_Table, str] | None:
    """A random variable by its values and the chance of each."""
    for pattern in (_OF_ONE, _BESIDE):
        pairs = [(match["value"], match["chance"]) for match in pattern.finditer(text)]
        if len(pairs) > 1:
            values, chances = [one for one, _ in pairs], [one for _, one in pairs]
            return _of_chances(values, chances, pattern.sub(" ", text))
    match = _TAKES.search(text)
    if match is None:
        return None
    values, chances = _numbers(match["values"]), _numbers(match["chances"])
    if len(chances) == 1:
        chances *= len(values)
    return _of_chances(values, chances, text[: match.start()] + text[match.end() :])


def _of_chances(values: list[str], chances: list[str], rest: str) -> tuple[_Table, str] | None:
    if len(values) != len(chances) or sum(map(value, chances)) != 1:
        return None
    told = f"X takes the values {', '.join(values)} with probabilities {', '.join(chances)}."
    return _Table(told, " of X", Fraction(1)), rest


def _rows(text: str) -> tuple[_Table, str] | None:
    """Two rows of a table: the values, and how often or how likely each of them is."""
    rows = list(_ROW.finditer(text))
    if len(rows) != 2:
        return None
    values, counts = (_numbers(row["list"]) for row in rows)
    labels = [row["label"].split("(")[0].lower().split() for row in rows]
    rest = _ROW.sub(" ", text)
    if len(values) != len(counts) or len({*values}) != len(values):
        return None
    if re.search(r"(?:^|\s)(?:P|P\(.*\)|[Pp]robability|[Pp]robabilities)$", rows[1]["label"]):
        return _of_chances(values, counts, rest)
    question = re.sub(r"\bper [a-z]+", "", rest.lower().rstrip(" .?").rpartition(".")[2])
    asked = {stem(word) for word in re.findall(r"[a-z]+", question)}
    named = {stem(word) for word in labels[0]} - {stem("number")}
    whose = {*labels[1]} & _COUNTS or not {stem(word) for word in labels[1]} & asked - _NO_NAMES
    if not (named & asked or {*labels[1]} & _COUNTS) or not (whose or named & asked):
        return None
    if not all(count.isdigit() for count in counts):
        return None
    told = f"Consider {', '.join(values)} with frequencies {', '.join(counts)}."
    return _Table(told, "", Fraction(sum(map(int, counts)))), rest


_NO_NAMES: Final = frozenset(map(stem, words("number of the per")))


def _numbers(text: str) -> list[str]:
    return re.findall(_N, text)


def _says_no_more(rest: str, table: _Table) -> bool:
    """Only what asks, scenery, and how many there are in all."""
    for pattern in (one for _, one in _MEASURES):
        rest = re.sub(pattern, " ", rest, flags=re.IGNORECASE)
    rest = re.sub(r"[([]\s*[A-Za-z]\s*[)\]]", " ", rest)
    numbers = re.findall(r"\d+(?:\.\d+)?", rest)
    said = [word.lower() for word in re.findall(r"[A-Za-z]+(?:['-][A-Za-z]+)*", rest)]
    safe = _ALLOWED | (vocabulary.FILLERS - vocabulary.MEANING)
    return (
        all(Fraction(number) == table.total for number in numbers)
        and not re.search(r"[=<>+*/^\\%|]", rest)
        and all(
            word not in _TURNING and (word in safe or vocabulary.is_scenery(word)) for word in said
        )
    )
