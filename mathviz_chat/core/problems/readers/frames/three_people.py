"""Three people's ages: the sum, and how two of them compare with others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core.problems.readers.frames.ages import KIN
from mathviz_chat.core.problems.readers.frames.amounts import TIMES_WORDS, value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_NAME = r"[a-z]\w*"
_TIMES = rf"(?:#n times|{'|'.join(TIMES_WORDS)})"
_MORE_YEARS = rf"{_NAME} is #t (?:older|younger) than {_NAME}"
_TIMES_YEARS = (
    rf"{_NAME} is {_TIMES} as old as {_NAME}"
    rf"|{_NAME} is {_TIMES} (?:of )?{_NAME}(?:'s)? age"
)
_THREE = rf"(?P<names>{_NAME} {_NAME} and {_NAME})"


Relation: TypeAlias = tuple[str, str, Fraction, Fraction]
"""First, second, factor and difference: first = factor * second + difference."""


def _relations(found: Found, *patterns: str) -> Iterator[Relation]:
    """What is told of two of them, in the order of the story."""
    numbers = iter(found.texts("relation"))
    pattern = re.sub(r"#([nt])", r"#\1\\d+", "|".join(patterns))
    for match in re.finditer(rf"(?<![\w#])(?:{pattern})(?![\w'])", found.text):
        words = match.group().split()
        first, second = words[0], words[-1]
        if second == "age":
            second = words[-2]
        told = next((word for word in words if word in TIMES_WORDS), "")
        amount = TIMES_WORDS[told] if told else value(next(numbers))
        if told or "times" in words:
            yield first, second, amount, Fraction(0)
        else:
            less = bool({"less", "fewer", "younger"} & set(words))
            yield first, second, Fraction(1), -amount if less else amount


def _people(found: Found) -> list[str]:
    names = found.word("names").split()
    return [name for name in names if name != "and"]


def _named(name: str, people: list[str]) -> str:
    """A name of the story, whose apostrophe may be missing: ``sams age``."""
    bare = name.removesuffix("'s")
    return bare if bare in people or not bare.endswith("s") else bare[:-1]


def _linked(found: Found, *patterns: str) -> tuple[list[str], list[Relation]] | None:
    """The three people, and the two relations; None where others are named, or too few."""
    people = _people(found)
    told = [
        (_named(first, people), _named(second, people), factor, more)
        for first, second, factor, more in _relations(found, *patterns)
    ]
    asked = _named(found.word("asked"), people)
    pairs = {frozenset((first, second)) for first, second, *_ in told}
    if len(people) != 3 or len(set(people)) != 3 or len(told) != 2 or len(pairs) != 2:
        return None
    if asked not in people or any(len(pair) != 2 or not pair <= set(people) for pair in pairs):
        return None
    return people, told


def _ages(found: Found) -> str | None:
    linked = _linked(found, _MORE_YEARS, _TIMES_YEARS)
    if linked is None:
        return None
    people, told = linked
    names = dict(zip(people, ("Ann", "Bob", "Cal"), strict=True))
    said = []
    for first, second, factor, more in told:
        how = f"{factor} times as old as" if factor > 1 else "half as old as"
        if more:
            how = f"{abs(more)} years {'older' if more > 0 else 'younger'} than"
        said.append(f"{names[first]} is {how} {names[second]}.")
    (total,) = found.texts("total")
    asked = names[_named(found.word("asked"), people)]
    together = f"Ann, Bob and Cal are {value(total)} years old together."
    return f"{together} {' '.join(said)} How old is {asked}?"


_SUM = (
    r"(?:which |that |whose )?(?:ages? )?(?:(?:all )?(?:together|in total) )?"
    r"(?:add(?:s)?(?: up)? to|sum to|total|makes?|come to|are) (?:#n|#t)(?: old)?"
    r"(?: (?:together|altogether|in total))?|(?:u|you|we|i) (?:get|have) #n"
)
_AGES: Final = Pieces(
    words="old|age|ages|older|younger",
    parts={
        "relation": f"{_MORE_YEARS}|{_TIMES_YEARS}",
        "total": rf"(?:ages? )?{_SUM}|(?:sum|total) of ages of {_THREE} is #n",
        "_kin": rf"#n (?:{KIN}s|siblings|children|friends|people|kids)",
        "_add": r"(?:if )?(?:u|you|we|i)? ?add(?: up)?(?: ages of)?|(?:have )?ages(?: of)?|whose",
        "people": _THREE,
    },
    asks={
        "age": (
            rf"how old is (?P<asked>{_NAME})|(?:{FIND} )?(?P<asked>{_NAME})'s age"
            rf"|(?:{FIND} )?age of (?P<asked>{_NAME})"
        )
    },
    says={f"age: {' '.join(['relation'] * count)} total people": _ages for count in (1, 2)},
    allowed="have",
)

FRAMES: Final = (_AGES,)
