"""A whole shared by two to four, each of whom gets so many times as much, or so much more.

The relations of the story are solved exactly: where all of them are multiples the shares are said
as a ratio, otherwise as equations. A whole number of things, and of cents, must come out for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Final, TypeAlias

from mathviz_chat.core.problems.readers.frames.amounts import TIMES_WORDS, currency, value
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_NAME = r"(?:first|second|third|fourth|[a-z]\w*)"
_KIN = (
    r"(?:friends|brothers|sisters|siblings|children|kids|cousins|people|partners|boys|girls|twins"
    r"|winners|workers|heirs|players|pupils|students)"
)
_ONE_OF_THEM = (
    r"(?:friend|brother|sister|sibling|child|kid|cousin|person|partner|boy|girl|twin|winner|worker"
    r"|heir|player|pupil|student|one)"
)
_GETS = r"(?:gets|receives|has|got|had|takes|will get|will receive|should get|is to get|received)"
_MUCH = r"as (?:much|many)(?: (?!as\b)[a-z]\w*)? as"
_SUBJECT = rf"(?P<first>{_NAME})(?: {_ONE_OF_THEM})? {_GETS}"
_OTHER = (
    rf"(?P<second>{_NAME})(?: {_ONE_OF_THEM})?(?: (?:gets|does|receives|has|got))?"
    rf"(?! and {_NAME}(?: together| do| have)*(?: \.| and\b| ~| so\b))"
)
"""Compared with one of them: of two, ``as Pia and Quinn``, only a sum is read."""
_RELATIONS: Final = {
    "times": rf"{_SUBJECT} (?:(?P<times>{'|'.join(TIMES_WORDS)})|(?P<q>#n) times) {_MUCH} {_OTHER}",
    "more": (
        rf"{_SUBJECT} (?P<q>#m|#n) (?:(?!more|less|fewer)[a-z]\w* )?(?P<than>more|less|fewer)"
        rf"(?: (?!than\b)[a-z]\w*)? than {_OTHER}"
    ),
    "same": rf"{_SUBJECT} {_MUCH} {_OTHER}",
    "sum": (
        rf"{_SUBJECT} {_MUCH} (?P<second>{_NAME}) and (?P<third>{_NAME})(?: (?:get|do|have))?"
        r" together"
    ),
}
_RELATION: Final = "|".join(_RELATIONS[name] for name in ("sum", "times", "more", "same"))
_RANKS: Final = ("first", "second", "third", "fourth")
_WHOLE_OF_CENTS: Final = 100

Shares: TypeAlias = dict[str, Fraction]


@dataclass(frozen=True, slots=True)
class Relation:
    """first = factor * (the sum of others) + more."""

    first: str
    others: tuple[str, ...]
    factor: Fraction = Fraction(1)
    more: Fraction = Fraction(0)

    def equation(self, letters: dict[str, str]) -> str:
        """``y = 2*x``, ``z = x + 40``, ``z = x + y``."""
        other = " + ".join(letters[name] for name in self.others)
        if self.more:
            return (
                f"{letters[self.first]} = {other} {'+' if self.more > 0 else '-'} {abs(self.more)}"
            )
        return f"{letters[self.first]} = {other if self.factor == 1 else f'{self.factor}*{other}'}"


def _relations(found: Found) -> Iterator[Relation]:
    """What is told of each of them, in the order of the story."""
    numbers = iter(found.texts("relation"))
    for match in _MARKED.finditer(found.text):
        told = {name.partition("__")[0]: word for name, word in match.groupdict().items() if word}
        first, others = (
            told["first"],
            tuple(told[name] for name in ("second", "third") if name in told),
        )
        if "times" in told:
            yield Relation(first, others, TIMES_WORDS[told["times"]])
        elif "q" not in told:
            yield Relation(first, others)
        elif "than" in told:
            amount = value(next(numbers))
            yield Relation(first, others, more=amount if told["than"] == "more" else -amount)
        else:
            yield Relation(first, others, value(next(numbers)))


def _marked(pattern: str) -> re.Pattern[str]:
    seen: dict[str, int] = {}

    def distinct(match: re.Match[str]) -> str:
        seen[match[1]] = seen.get(match[1], 0) + 1
        return f"(?P<{match[1]}__{seen[match[1]]}>"

    numbered = re.sub(r"#([a-z])", r"#\1\\d+", re.sub(r"\(\?P<(\w+)>", distinct, pattern))
    return re.compile(rf"(?<![\w#])(?:{numbered})(?![\w'])")


_MARKED: Final = _marked(_RELATION)


def _people(found: Found) -> list[str]:
    """Who shares: by name, or the first, the second, ... of so many."""
    names = [name for name in found.word("names").split() if name != "and"]
    count = next(iter(found.texts("people")), "")
    if not names and count.isdigit() and 1 < int(count) <= len(_RANKS):
        return list(_RANKS[: int(count)])
    return names if not count or count == str(len(names)) else []


def _shares(people: list[str], told: list[Relation], total: Fraction) -> Shares | None:
    """What each gets, where the relations fix it and each of them is needed."""
    if len(told) != len(people) - 1 or len({one.first for one in told}) != len(told):
        return None
    for base in people:
        known = {base: (Fraction(1), Fraction(0))}
        for _ in told:
            for one in told:
                _learn(known, one)
        if len(known) == len(people) and set(known) == set(people):
            times, plus = (sum(part, Fraction(0)) for part in zip(*known.values(), strict=True))
            share = (total - plus) / times if times else Fraction(-1)
            return {name: a * share + b for name, (a, b) in known.items()}
    return None


def _learn(known: dict[str, tuple[Fraction, Fraction]], one: Relation) -> None:
    """A share that a relation fixes by the others, in shares of one of them."""
    if one.first not in known and all(other in known for other in one.others):
        a, b = (
            sum(part, Fraction(0)) for part in zip(*(known[o] for o in one.others), strict=True)
        )
        known[one.first] = (one.factor * a, one.factor * b + one.more)
    elif one.first in known and len(one.others) == 1 and one.others[0] not in known:
        a, b = known[one.first]
        known[one.others[0]] = (a / one.factor, (b - one.more) / one.factor)


def _said(found: Found) -> str | None:
    people, told = _people(found), list(_relations(found))
    if len(told) != len(found.every("first")) or (found.asked == "one" and len(people) < 3):
        return None  # two of them are read by the frame of shares
    (total,) = found.texts("total")
    money = currency(total)
    if len(set(people)) != len(people) or any(
        money != currency(text) for text in found.texts("relation") if currency(text)
    ):
        return None
    named = {name for one in told for name in (one.first, *one.others)}
    shares = _shares(people, told, value(total)) if named <= set(people) else None
    if shares is None or not all(_is_possible(share, money) for share in shares.values()):
        return None
    asked = found.word("asked")
    if found.asked == "one" and asked not in people:
        return None
    if any(one.more for one in told):
        return _as_equations(people, told, total, asked)
    return _as_ratio(people, shares, total, asked)


def _is_possible(share: Fraction, money: str) -> bool:
    return share > 0 and (share * (_WHOLE_OF_CENTS if money else 1)).denominator == 1


def _as_ratio(people: list[str], shares: Shares, total: str, asked: str) -> str:
    scale = lcm(*(shares[name].denominator for name in people))
    parts = [int(shares[name] * scale) for name in people]
    ratio = ":".join(str(part // gcd(*parts)) for part in parts)
    if not asked:
        return f"Share {total} in the ratio {ratio}. What does each get?"
    names = _STAND_INS[: len(people)]
    between = f"{', '.join(names[:-1])} and {names[-1]}"
    return (
        f"Share {total} between {between} in the ratio {ratio}. How much does "
        f"{names[people.index(asked)]} get?"
    )


_STAND_INS: Final = ("Ann", "Bob", "Cal", "Dan")


def _letters(people: list[str]) -> dict[str, str]:
    """The letter that each name begins with; x, y, z where two begin alike, or with no unknown."""
    initials = [name[0] for name in people]
    plain = len(set(initials)) == len(people) and not set(initials) & set("defghilo")
    plain = plain and not set(people) & set(_RANKS)
    return dict(zip(people, initials if plain else "xyzw", strict=False))


def _as_equations(people: list[str], told: list[Relation], total: str, asked: str) -> str:
    letters = _letters(people)
    whole = f"{' + '.join(letters.values())} = {value(total)}"
    equations = " and ".join((whole, *(one.equation(letters) for one in told)))
    *most, last = letters.values()
    wanted = letters[asked] if asked else f"{', '.join(most)} and {last}"
    return f"Solve {equations} for {wanted}."


_SHARE = r"(?:shared?|shares|divided?|divides|split|splits|distributed?|dealt)(?: out)?(?: up)?"
_NAMES = rf"(?P<names>(?:(?:{_NAME} )?{_NAME} )?{_NAME} and {_NAME})"
_HOW_MUCH = r"how (?:many|much)(?: (?!more|less|fewer|does|did|will|should|do)[a-z]\w*)?"
_DOES = r"(?:does|did|will|would|should|do|has)"
_GET = r"(?:get|receive|have|got)"

FRAMES: Final = (
    Pieces(
        words="twice|double|times|half|more|less|fewer|thrice|triple",
        parts={
            "relation": _RELATION,
            "people": (
                rf"{_NAMES}(?= (?:{_SHARE}|have|own|get|win)\b)|(?:between|among|amongst) {_NAMES}"
                rf"|(?:(?:between|among|amongst) )?#n {_KIN}(?: {_NAMES})?"
            ),
            "total": (
                r"#m|#n(?: (?!is\b|are\b|was\b|were\b)[a-z]\w*)?"
                r"(?: (?:altogether|together|in total|in all|between them))?"
            ),
            "_shared": rf"(?:(?:are|is|were|was|to be) )?{_SHARE}|so that|such that",
        },
        asks={
            "one": rf"{_HOW_MUCH} {_DOES} (?P<asked>{_NAME})(?: {_ONE_OF_THEM})?(?: {_GET})?",
            "each": rf"{_HOW_MUCH} {_DOES} each(?: of them| {_ONE_OF_THEM})? {_GET}",
        },
        says={
            f"{asked}: {'relation ' * numbers}total people": _said
            for asked in ("one", "each")
            for numbers in (1, 2, 3)
        },
        allowed="have has get gets win own",
    ),
)
