"""Everyday words of a story made those of textbooks, which the readers of stories know

Each rewriting keeps what is said: a contraction is written out, a part in words becomes a number,
an age that stands before a person becomes a sentence of its own, and what only says that nothing
else happens (``nobody touches it``), where, or on which day, is left out. It is tried only where
a question is not read as it stands.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from mathviz_chat.core.problems import spoken

_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_COUNTS: Final = {"a": 1, "an": 1, "one": 1, "another": 1, **spoken.NUMBER_WORDS}
_PART: Final = "|".join(_PARTS)
_FEW: Final = "two|three|four|five|six|seven|eight|nine|ten|twelve"
_YEARS: Final = r"(?:years?|yrs?)"
_DAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PLACES: Final = (
    r"zoo|fair|funfair|market|stall|shop|store|cinema|theatre|museum|pool|park|farm|school|canteen|"
    r"café|cafe|restaurant|bakery|gym|club|shelter|garden centre|concert|circus|beach|county|"
    r"village|town|bank|office|supermarket|box office|school fair|school play|fête|choir"
)
_FEES: Final = (
    r"commissions?|fees?|charges?|payments?|repayments?|withdrawals?|deposits?|extra costs?|"
    r"(?:monthly|booking|entry|joining|handling|service|extra) fees?"
)


def _fraction(match: re.Match[str]) -> str:
    """``2/5`` of ``two fifths``."""
    return f"{_COUNTS[match[1].lower()]}/{_PARTS[match[2].lower()]}"


def _as_percent(match: re.Match[str]) -> str:
    """``by 20%`` of ``by a fifth``."""
    return f"by {100 // _PARTS[match[1].lower()]}%"


def _whole(match: re.Match[str]) -> str:
    """``$1200`` of ``$1,200``, where a comma follows."""
    return match[0].replace(",", "")


def _mixed(match: re.Match[str]) -> str:
    """``2 1/2`` of ``two and a half``."""
    first = match[1].lower()
    return f"{_COUNTS.get(first, first)} 1/2"


def _hours(match: re.Match[str]) -> str:
    """``2 2/5 hours`` of ``2 hours 24 minutes``."""
    part = Fraction(int(match[2]), 60)
    return f"{match[1]} {part} hours" if 0 < part < 1 else match[0]


def _kin(match: re.Match[str]) -> str:
    return {"bro": "brother", "sis": "sister"}[match[1].lower()]


_REWRITES: Final = tuple(
    (re.compile(found, re.IGNORECASE), put)
    for found, put in (
        # contractions, with and without their apostrophe
        (r"[’`]", "'"),
        (r"\bi(?:'ve|ve) got\b|\bi(?:'ve|ve)\b(?! only)", "I have"),
        (r"\bi(?:'ve|ve) only(?: got)?\b", "I have only"),
        (r"\b(he|she)(?:'s|s) got\b", r"\1 has"),
        (r"\b(have|has) got\b", r"\1"),
        (r"\bim\b", "I am"),
        (r"\b(he|she|there|that|who|what|where)s\b", r"\1 is"),
        (r"\b(he|she|there|that)'s\b(?! got)", r"\1 is"),
        (r"\b(s?he)ll (?=be\b)", r"\1 will "),
        (r"\b(they|it|you|that|there)ll\b", r"\1 will"),
        (r"\b(i|he|she|they|it|you|we)'ll\b", r"\1 will"),
        (r"\b(so|and|now|but) its (?=(?:only |just |now )*[$€£]?\d)", r"\1 it is "),
        (r"\b(they|we|you)'re\b|\btheyre\b", "they are"),
        (r"\b(?:is|are|am) (?:going to|gonna) be\b", "will be"),
        (r"\b'?till?\b", "until"),
        (r"\bcos\b|\bcoz\b|\bcuz\b", "because"),
        (r"(?<=[a-z] )u\b", "you"),
        (r"(?<=[a-z] )r (?=(?:they|we|you|there)\b)", "are "),
        (r"\b(bro|sis)\b", _kin),
        (r"\b(more|less|fewer|older|younger|longer|faster|bigger|smaller) then\b", r"\1 than"),
        (r"\b(?:Mrs?|Miss|Ms|Dr|Prof)\.?\s+(?-i:(?=[A-Z]))", ""),
        (r"\b(\d+(?:\.\d\d)?) quid\b", r"£\1"),
        (r"\b(?:a|one) tenner\b", "a 10 note"),
        (r"\b(?:a|one) fiver\b", "a 5 note"),
        # numbers
        (r"(?<=[$€£])\d{1,3}(?:,\d{3})+(?=,\s)", _whole),
        (r"\bone (?=(?:year|month|week|day|hour|minute|mile|kilo|pound|euro)\b)", "1 "),
        (r"\ba certain (?=(?:number|amount|sum)\b)", "a "),
        (r"\bby (?:a |one )?(half|quarter|fifth|tenth)\b(?! of| past)", _as_percent),
        # parts and multiples in words
        (rf"\b(\d+|{_FEW}|one) and a (half)(?= (?:times|hours?|days?|kilos?)\b)", _mixed),
        (rf"\b({_FEW})[ -]({_PART})s?\b(?! (?:person|pipe|man|one|day|week))", _fraction),
        (
            rf"\b(a|an|one|another) ({_PART})(?= of (?!an hour|a dozen))",
            _fraction,
        ),
        (
            r"\ba second (?=(?:pipe|tap|hose|pump|worker|machine|person|painter|printer|one|man|"
            r"woman|tank|boy|girl)\b)",
            "another ",
        ),
        (r"\bhalf of (?=(?:what|whatever|it|them|those|these)\b)", "1/2 of "),
        (r"\bhalf (?=(?:(?:of )?(?:my|his|her|their|our|its|the)\b))(?:of )?", "1/2 of "),
        # times
        (
            rf"\b(?:when|after|once) (?:another |a further |the next )?(\w+)(?: more| further)? "
            rf"{_YEARS} (?:have|had) (?:gone by|passed|elapsed|gone past)\b",
            r"in \1 years",
        ),
        (rf"\b(?!many\b)(\w+) {_YEARS} (?:from now|from today|hence|later on)\b", r"in \1 years"),
        (rf"\bin (\w+) {_YEARS}'?(?:s'|'s)? time\b", r"in \1 years"),
        (r"\bin how many years from now\b", "in how many years"),
        (r"\b(\d+) (?:hours?|hrs?)(?: and)? (\d+) min(?:ute)?s?\b", _hours),
        # what changes nothing
        (r"\b(?:exactly|precisely|altogether exactly) (?=\w)", ""),
        (
            rf",?\s*\b(?:with|(?:(?:and|but|if|when|he|she|i|it|they|where) )*"
            rf"(?:takes?|charges?|makes?|pays?|there (?:is|are)|has|have|adds?)) "
            rf"no (?:{_FEES})(?= and\b| but\b|\s*[,.;?!]|$)",
            "",
        ),
        (
            r",?\s*\b(?:and|if|but)(?: (?:he|she|i|they|it))? (?:pays?|paid) nothing back\b|"
            r",?\s*\bif (?:nobody|no one|she doesn't|he doesn't|i don't|they don't) touch(?:es)? "
            r"(?:it|the money)\b|,?\s*\band (?:leaves?|left) it (?:untouched|there|alone)\b",
            "",
        ),
        (r",?\s*\b(?:and )?(?:want|wants|have|has|need) to use (?:it all|all of it)(?: up)?\b", ""),
        (r"\s*[-–(,]?\s*\basking for my (?:\w+ )?\w+\)?\s*(?=[.?!]|$)", ""),
        (r",? as well(?=\s*[,.;?!])", ""),
        (r",\s*(who) in turn\b", r", \1"),
    )
)  # fmt: skip
_AGED: Final = re.compile(
    r"\b(?P<own>my|his|her|their|our|a|an)\s+(?P<age>\d+|\w+)[ -]years?[ -]old\s+(?P<who>[a-z]+)\b",
    re.IGNORECASE,
)
_APPOSED: Final = re.compile(
    r"\b(?P<who>(?:(?:my|his|her|their|our|the|a|an)\s+)?[A-Za-z]+),\s+(?:who is\s+(?:now\s+)?|"
    r"aged\s+)?(?P<age>\d+)(?:\s+years\s+old)?,",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    rf",?\s*\b(?:at|in|for|on)\s+(?:(?:the|a|an|our|my|his|her|this|their|her local|the local)\s+)"
    rf"(?:local\s+)?(?:{_PLACES})(?![\w'-]| and\b),?",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    rf",?\s*\b(?:on\s+(?:the\s+)?{_DAY}s?(?:\s+(?:morning|afternoon|evening|night))?|in\s+the\s+"
    r"(?:morning|afternoon|evening)|before\s+lunch|after\s+lunch|at\s+lunch(?:time)?|yesterday)"
    r"(?![\w'-]),?",
    re.IGNORECASE,
)
_DAYS_NAMED: Final = re.compile(rf"{_WHEN.pattern}|\blunch", re.IGNORECASE)
"""What the question asks for by its time of day."""
_COMPARES: Final = re.compile(r"\b(?:more|less|fewer|than|as (?:many|much))\b", re.IGNORECASE)
"""What is told of one day may be compared with another one."""


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """The story in plainer words; the text itself where nothing is to be said otherwise."""
    for found, put in _REWRITES:
        text = found.sub(put, text)
    text = _with_ages_told(text)
    text = _without_scene(_without_scene(text, _PLACE), _WHEN)
    return re.sub(r"\s+([.?!,])", r"\1", re.sub(r"[ \t]+", " ", text)).strip(" ,")


def _with_ages_told(text: str) -> str:
    """``his 11 year old son`` is ``his son``, of whom a sentence before tells the age."""
    told: list[str] = []

    def named(match: re.Match[str]) -> str:
        who = re.sub(r"^(?:an?|the)\s", "the ", match["who"], flags=re.IGNORECASE)
        own = match.groupdict().get("own") or ""
        who = f"{'the' if own.lower() in ('a', 'an') else own} {who}".strip()
        told.append(f"{who[0].upper()}{who[1:]} is {match['age']} years old. ")
        return who

    text = _AGED.sub(named, _APPOSED.sub(named, text))
    return "".join(told) + text


def _without_scene(text: str, scene: re.Pattern[str]) -> str:
    """Without places or days, where no question could mean only one of several."""
    *told, asked = re.split(r"(?<=[.?!])\s+", text.strip())
    named = {match[0].strip(" ,").lower() for match in scene.finditer(text)}
    if scene is _PLACE and len(named) != 1:
        return text
    if scene is _WHEN and (_COMPARES.search(text) or (told and _DAYS_NAMED.search(asked))):
        return text
    return scene.sub(lambda m: "," if m[0].startswith(",") and m[0].endswith(",") else " ", text)
