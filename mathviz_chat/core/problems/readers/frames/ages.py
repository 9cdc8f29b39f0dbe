"""Ages of two people: how many times as old one is at two times, or their sum and difference."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

KIN: Final = (
    r"(?:son|daughter|nephew|niece|brother|sister|cousin|father|mother|dad|mum|mom|uncle|aunt"
    r"|friend"
    r"|grandson|granddaughter|grandfather|grandmother|grandpa|grandma|wife|husband|child|teacher)"
)
_OWN = r"(?:his|her|my|their|our)"
_ONLY = r"(?:(?:only|exactly|just) )?"
_WORDS: Final = {"twice": "2", "double": "2", "triple": "3", "thrice": "3"}
_WORD = "|".join(_WORDS)
_PRONOUNS: Final = frozenset(
    ("he", "she", "him", "her", "hers", "his", "they", "i", "me", "my", "mine", "you")
)
_ME: Final = frozenset(("i", "me", "my", "mine"))


def person(name: str) -> str:
    """A pattern for one person, whose name is captured: ``his cousin Ewa``, ``my dad``, ``Ewa``."""
    return rf"(?:{_OWN} )?(?:{KIN} )*(?P<{name}>[a-z]\w*)"


def _factor(found: Found, numbers: tuple[str, ...], word: str) -> Fraction | None:
    """How many times as old, by the one number or the one word that says it."""
    words = found.every(word)
    if len(numbers) + len(words) != 1:
        return None
    times = value(numbers[0]) if numbers else Fraction(_WORDS[words[0]])
    return times if times > 1 else None


_THAN = rf"as old as (?:{person('than')}|(?:he|she|i|they) (?:is|are|am|was|were))"
_LATER = (
    rf"(?P<when>in) #t(?: time)? {person('then')}(?:'ll| will| would|'s going to)? be {_ONLY}"
    rf"(?:#n times|(?P<laterword>{_WORD})) {_THAN}(?: (?:is|will be|was))?"
)
_EARLIER = (
    rf"#t (?P<when>ago) {person('then')} was {_ONLY}(?:#n times|(?P<laterword>{_WORD})) {_THAN}"
    r"(?: was)?"
    rf"|#t (?P<when>ago) {person('then')}(?:'s)? age was {_ONLY}"
    rf"(?:#n times|(?P<laterword>{_WORD})) (?:that of )?(?P<than>hers|his|[a-z]\w+'s|[a-z]\w+)"
    r"(?: age)?"
)


def _at_two_times(found: Found) -> str | None:
    """Now, and some years later or earlier: the elder one stays the elder one."""
    first, second, asked = (found.word(name) for name in ("first", "second", "asked"))
    time, *numbers = found.roles["other"]
    other = _factor(found, tuple(token.text for token in numbers), "laterword")
    if other is None or asked not in (first, second) or first == second:
        return None
    if time.unit is None or time.unit.name != "year" or time.text.count(" ") != 1:
        return None
    if not _is_of_first(found, first) or not _names(found, "than") <= {second}:
        return None
    years, ago = value(time.text), found.word("when") == "ago"
    told = _told_now(found, other, years, ago=ago)
    when = f"{years} years ago Tom was" if ago else f"In {years} years Tom will be"
    who = "Tom" if asked == first else "Ann"
    return told and f"{told} {when} {other} times as old as Ann. How old is {who} now?"


def _told_now(found: Found, other: Fraction, years: Fraction, *, ago: bool) -> str | None:
    """How the two ages compare now; None where they never compare so at the other time."""
    older = found.texts("older")
    if older:
        difference = value(older[0])
        younger = difference / (other - 1) + (years if ago else -years)
        return f"Tom is {difference} years older than Ann." if younger > 0 else None
    now = _factor(found, found.texts("now"), "nowword")
    if now is None or now == other or (now > other) is ago:
        return None
    return f"Tom is {now} times as old as Ann."


def _is_of_first(found: Found, first: str) -> bool:
    """Whether ``she`` is the first one: of her cousin it is told that he is hers."""
    owner = re.search(r"(?:as old as|older than) (his|her) ", found.text)
    genders = {_GENDERS[word] for word in found.every("then") if word in _GENDERS}
    return _names(found, "then") <= {first} and (owner is None or genders <= {_GENDERS[owner[1]]})


_GENDERS: Final = {"he": "m", "his": "m", "she": "f", "her": "f"}


def _names(found: Found, group: str) -> set[str]:
    """The names that stand in a place, without pronouns and endings."""
    return {word.removesuffix("'s") for word in found.every(group)} - _PRONOUNS


_TWO_TIMES: Final = Pieces(
    words="old|age|ages",
    parts={
        "other": rf"{_LATER}|{_EARLIER}",
        "now": (
            rf"{person('first')} is (?:now )?{_ONLY}(?:#n times|(?P<nowword>{_WORD})) as old as "
            rf"{person('second')}(?: is)?"
        ),
        "older": rf"{person('first')} is (?:now )?#t older than {person('second')}",
    },
    asks={
        "age": (
            rf"how old is {person('asked')}|(?:{FIND} )?(?P<asked>[a-z]\w*)'s (?:present "
            r"|current )?age"
        )
    },
    says={
        f"age: {now} {other}": _at_two_times
        for now in ("now", "older")
        for other in ("other", "other other")
    },
    allowed="now today",
)

_IS = r"(?:is|am|are|was|(?:has |have )?(?:just |recently )?turn(?:ed|s)|'s)"


def _when(found: Found) -> str | None:
    """In how many years, or how many years ago, one is so many times as old as the other."""
    ages = [value(text) for text in found.texts("age")]
    times = _factor(found, found.texts(""), "times")
    if (
        len(ages) != 2
        or times is None
        or ages[0] == ages[1]
        or any(age.denominator > 1 for age in ages)
    ):
        return None
    elder, younger = max(ages), min(ages)
    if not _is_elder(found, ages.index(elder)):
        return None
    years = (elder - times * younger) / (times - 1)
    ago = found.asked == "ago"
    if years == 0 or (years < 0) is not ago or years < -younger:
        return None
    when = "How many years ago was" if ago else "In how many years will"
    be = "" if ago else "be "
    return f"Tom is {elder} and Ann is {younger}. {when} Tom {be}{times} times as old as Ann?"


def _is_elder(found: Found, elder: int) -> bool:
    """Whether the question says of the elder one that he is so many times as old."""
    owners = found.every("owner")
    if len(owners) != 2 or owners[0] == owners[1]:
        return False
    who, whom = found.word("who"), found.word("whom").removesuffix("'s")
    mine = [owner in ("i", "im", "i'm") for owner in owners]
    if sum(mine) > 1:
        return False
    for word, place in ((who, elder), (whom, 1 - elder)):
        if word in _ME and not mine[place]:
            return False
        if word in _PRONOUNS - _ME and mine[place]:
            return False
        if word not in _PRONOUNS and word != owners[place]:
            return False
    return bool(who and whom and who != whom)


_WHEN: Final = Pieces(
    words="old|age",
    parts={
        "age": (
            rf"(?:{_OWN} )?(?:{KIN} )*(?P<owner>(?:im|i'm)(?= #)|[a-z]\w*(?= {_IS}))(?: {_IS})?"
            r" (?:#n|#t(?: old)?)"
        ),
        "_same": r"on same day|today|now",
    },
    asks={
        "later": (
            rf"(?:in|after) how many years will {person('who')} be {_ONLY}"
            rf"(?:#n times|(?P<times>{_WORD})) (?:as old as {person('whom')}(?: is| will be)?"
            r"|(?P<whom>my|his|her|[a-z]\w+'s) age)"
        ),
        "ago": (
            rf"how many years ago was {person('who')} {_ONLY}(?:#n times|(?P<times>{_WORD})) "
            rf"(?:as old as {person('whom')}(?: is| was)?|(?P<whom>my|his|her|[a-z]\w+'s) age)"
        ),
    },
    says={"later: age age": _when, "ago: age age": _when},
)


def _at_birth(found: Found) -> str | None:
    """The elder one's age when the other was born is the difference; the sum is told too."""
    first, second, asked = (found.word(name) for name in ("first", "second", "asked"))
    if asked not in (first, second) or first == second:
        return None
    ((more,), (total,)) = found.texts("more"), found.texts("total")
    who = "Tom" if asked == first else "Ann"
    return (
        f"Tom is {value(more)} years older than Ann. Together they are {value(total)}. "
        f"How old is {who}?"
    )


_BIRTH: Final = Pieces(
    words="born|birth",
    parts={
        "more": (
            rf"{person('first')} was (?:#n|#t)(?: old)? (?:on day|at time|when) {person('second')} "
            r"was born"
        ),
        "_both": r"#n(?= ages)|on their shared birthday|shared birthday",
        "total": (
            r"(?:sum of )?(?:(?:their|both|two|~) )?(?:combined |total )?ages?(?: together)? "
            r"(?:add(?: up)? to|adds? up to|sum to|total|totals|is|are|make|come to) (?:#n|#t)"
            r"(?: old)?|(?:together|combined|in total)(?: they are| they're) (?:#n|#t)(?: old)?"
        ),
    },
    asks={"age": rf"how old is {person('asked')}|(?:{FIND} )?(?P<asked>[a-z]\w*)'s age"},
    says={"age: more total": _at_birth},
    allowed="now today",
)

FRAMES: Final = (_TWO_TIMES, _WHEN, _BIRTH)
