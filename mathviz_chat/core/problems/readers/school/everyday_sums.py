"""Everyday questions in other words than the readers of stories know, said in theirs.

Workers and days, what loses a percentage a year, money at compound interest, temperatures that
rise and fall, an age in some years, a biased coin, the ratio of two measures.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.patterns import Rewordings, reworded
from mathviz_chat.core.problems.spoken import NUMBER_WORDS

_N: Final = r"\d+(?:\.\d+)?"
_COUNT: Final = rf"(?:\d+|{'|'.join(NUMBER_WORDS)})"
_MONEY: Final = r"[$£€]\s?\d[\d,]*(?:\.\d\d)?"
_WORKER: Final = (
    r"(?:workers|men|women|people|painters|builders|machines|printers|pumps|taps|gardeners"
    r"|labourers|cleaners|farmers)"
)
_TIME: Final = r"(?:minutes|hours|days|weeks|months|minute|hour|day|week|month)"
_JOB: Final = (
    r"(?:\s+to\s+(?P<job>(?:do|finish|complete|build|paint|dig|clean|fill|make)\s+(?:the|a|an|"
    r"one|this)\s+(?:same\s+)?\w+))?"
)
_JOB_AGAIN: Final = _JOB.replace("job", "job2")
_RATE: Final = r"(?:(?:at\s+)?the\s+same\s+(?:rate|speed|pace)\s*,?\s*)?"
_WORKERS: Final = (
    rf"(?:if\s+)?(?:it\s+takes\s+)?(?P<a>{_COUNT})\s+(?P<who>{_WORKER})\s+(?:(?:can\s+"
    rf")?take\s+)?(?P<t>{_COUNT})\s+(?P<u>{_TIME}){_JOB}"
    rf"\s*[.,;]?\s+(?:how\s+long|how\s+many\s+(?P<v>{_TIME}))\s+(?:do|does|will|would|"
    r"should)\s+(?:it\s+take\s+)?"
    rf"(?P<b>{_COUNT})\s+(?P<who2>{_WORKER})(?:\s+take)?{_JOB_AGAIN}(?:\s*,?\s+(?:working\s+"
    r")?at\s+the\s+same\s+rate)?",
)
_ANIMALS: Final = (
    r"(?:cows|horses|sheep|goats|pigs|hens|chickens|rabbits|dogs|cats|people|men|soldiers|"
    r"students|campers)"
)
_STOCK: Final = (
    rf"(?:.{{0,30}}\b(?:has|have|is)\s+enough\s+\w+\s+(?:to\s+(?:feed|last)\s+|for\s+)"
    rf"(?P<a>{_COUNT})\s+(?P<who>{_ANIMALS})\s+(?:for\s+)?(?P<t>{_COUNT})\s+(?P<u>{_TIME})"
    rf"|(?:the\s+)?(?:food|hay|feed|supplies|rations)\s+for\s+(?P<a2>{_COUNT})\s+"
    rf"(?P<who2>{_ANIMALS})\s+lasts?\s+(?P<t2>{_COUNT})\s+(?P<u2>{_TIME}))"
    rf"\s*[.,;]\s+(?:how\s+long|how\s+many\s+(?P<v>{_TIME}))\s+(?:will|would|does|do)\s+"
    rf"(?:it|the\s+(?:same\s+)?\w+)\s+last\s+(?:for\s+)?(?P<b>{_COUNT})\s+"
    rf"(?P<who3>{_ANIMALS})",
)
_YEARLY: Final = r"(?:each|every|per|a)\s+year|annually|yearly|p\.?a\.?|per\s+annum"
_LOSES: Final = (
    r"(?:an?|the|my)\s+(?P<what>[a-z]+(?:\s+[a-z]+)?)\s+(?:(?:is\s+|was\s+)?(?:bought\s+"
    rf"for|worth|valued\s+at)|costs?|cost)\s+(?P<m>{_MONEY})"
    r"(?:\s+new)?\s*(?:\.|,)?\s*(?:(?:and|it|its\s+value|that|which)\s+)*"
    r"(?P<how>depreciates|loses\s+value|decreases|falls|drops|increases|rises|appreciates|"
    rf"grows)(?:\s+in\s+value)?\s+(?:by|at)\s+(?:a\s+rate\s+of\s+)?(?P<p>{_N})"
    rf"%\s*(?:{_YEARLY})"
    r"\s*[.,;]?\s+(?:what\s+(?:is|will)\s+(?:it(?:s\s+value)?|the\s+value)\s+(?:be\s+"
    r")?(?:worth\s+)?|what\s+will\s+it\s+be\s+worth\s+|how\s+much\s+(?:is|will)\s+it\s+"
    r"(?:be\s+)?worth\s+|(?:find|calculate|work\s+out)\s+(?:its|the)\s+value\s+)"
    rf"(?:after|in)\s+(?P<n>{_COUNT})\s+years",
)
_GROWS: Final = (
    rf"(?:how\s+much\s+(?:is|will|would)\s+|what\s+(?:is|will|would)\s+)(?P<m>{_MONEY})\s+"
    rf"(?:be\s+)?(?:worth|grow\s+to|become|amount\s+to)\s+(?:after|in)\s+(?P<n>{_COUNT})\s+"
    r"years?\s+"
    rf"at\s+(?P<p>{_N})%\s+(?:(?:per\s+(?:year|annum)|a\s+year|annual|p\.?a\.?)\s+"
    r")?(?P<sort>compound|simple)\s+interest(?:\s+(?:per\s+(?:year|annum)|a\s+year))?",
    rf"(?:how\s+much\s+(?:is|will|would)\s+|what\s+(?:is|will|would)\s+)(?P<m>{_MONEY})\s+"
    rf"(?:be\s+)?(?:worth|grow\s+to|become|amount\s+to)\s+at\s+(?P<p>{_N})%\s+(?:(?:per\s+"
    r"(?:year|annum)|a\s+year|annual|p\.?a\.?)\s+)?"
    rf"(?P<sort>compound|simple)\s+interest\s+(?:after|for|in)\s+(?P<n>{_COUNT})\s+years?",
)
_D: Final = r"\s*(?:°\s*C?|degrees?(?:\s+(?:celsius|C))?|C)?"
_T: Final = rf"(?P<a>-?\s?{_N}){_D}"
_MOVED: Final = (
    r"(?:the\s+|at\s+\w+\s+the\s+)?temperature\s+(?:at\s+\w+\s+)?(?:was|is|started\s+at)"
    rf"\s+{_T}\s*(?:\.|,)?\s*(?:(?:and|then|it|the|temperature|by\s+\w+|at\s+\w+|has|had)"
    r"\s+)*"
    r"(?P<how>rises|rose|risen|increases|increased|goes\s+up|went\s+up|warmed\s+up|falls|"
    r"fell|fallen|drops|dropped|decreases|decreased|goes\s+down|went\s+down)\s+(?:by\s+"
    rf")?(?P<b>{_N}){_D}"
    r"\s*[.,;]?\s+(?:what\s+(?:is|was)\s+(?:it|the\s+(?:new\s+|final\s+)?temperature)"
    r"(?:\s+(?:now|then))?|(?:find|work\s+out|calculate)\s+the\s+(?:new|final)\s+"
    r"temperature)",
)
_WHO: Final = r"(?:he|she|[A-Z][a-z]+|I)"
_LATER: Final = (
    rf"in\s+(?P<n>{_COUNT})\s+years?(?:'?\s+time)?\s*,?\s+(?P<w>{_WHO})\s+will\s+be\s+"
    r"(?P<a>\d+)(?:\s+years\s+old)?\s*[.,;]?\s+"
    rf"(?:how\s+old\s+(?:is|am)\s+(?P<v>{_WHO})(?:\s+now|\s+today)?|what\s+is\s+(?P<own>his|"
    r"her|my)\s+age(?:\s+now|\s+today)?)",
    rf"(?P<w>{_WHO})\s+will\s+be\s+(?P<a>\d+)(?:\s+years\s+old)?\s+in\s+(?P<n>{_COUNT})\s+"
    r"years?(?:'?\s+time)?\s*[.,;]?\s+"
    rf"(?:how\s+old\s+(?:is|am)\s+(?P<v>{_WHO})(?:\s+now|\s+today)?|what\s+is\s+(?P<own>his|"
    r"her|my)\s+age(?:\s+now|\s+today)?)",
    rf"(?P<ago>(?P<n>{_COUNT})\s+years\s+ago)\s*,?\s+(?P<w>{_WHO})\s+was\s+(?P<a>\d+)(?:\s+"
    r"years\s+old)?\s*[.,;]?\s+"
    rf"(?:how\s+old\s+(?:is|am)\s+(?P<v>{_WHO})(?:\s+now|\s+today)?|what\s+is\s+(?P<own>his|"
    r"her|my)\s+age(?:\s+now|\s+today)?)",
)
_TIMES: Final = r"(?P<n>twice|three\s+times|four\s+times|five\s+times|\d+\s+times)"
_CHANCE: Final = r"(?P<p>0?\.\d+|\d+/\d+)"
_BIASED: Final = (
    r"(?:a|the)\s+(?:biased\s+|unfair\s+|weighted\s+)?coin\s+(?:(?:lands|comes\s+up|shows)"
    r"\s+(?:on\s+)?(?P<side>heads|tails)\s+with\s+(?:a\s+)?probability\s+(?:of\s+"
    rf")?{_CHANCE}"
    r"|has\s+(?:a\s+)?(?:probability\s+(?:of\s+)?)?(?P<p2>0?\.\d+|\d+/\d+)\s+"
    r"(?:probability\s+|chance\s+)?of\s+(?:landing\s+(?:on\s+)?|showing\s+|getting\s+"
    r")?(?P<side2>heads|tails))"
    rf"\s*[.,;]?\s+(?:it|the\s+coin)\s+is\s+(?:tossed|thrown|flipped)\s+{_TIMES}\s*[.,;]?\s+"
    r"(?:what\s+is|find|calculate|work\s+out)\s+the\s+(?:probability|chance)\s+(?:of|"
    r"that\s+it\s+(?:lands\s+on|shows)|of\s+getting)\s+"
    r"(?P<count>exactly\s+(?:\d|one|two|three|four)|both|\d|one|two|three|four|no|at\s+"
    r"least\s+one)\s+(?P<asked>heads?|tails?)",
)
_UNIT: Final = (
    r"(?:mm|cm|m|km|g|kg|mg|ml|cl|l|litres?|minutes?|mins?|hours?|seconds?|days?|weeks?|p|"
    r"pence|metres?|grams?)"
)
_RATIO: Final = (
    r"(?:(?:find|write|give|express|what\s+is|state|calculate|work\s+out)\s+)?(?:down\s+"
    rf")?the\s+ratio\s+(?:of\s+)?(?P<a>(?:{_N}\s*{_UNIT}|{_MONEY}))\s+(?:to|:)\s+"
    rf"(?P<b>(?:{_N}\s*{_UNIT}|{_MONEY}))",
    rf"(?:write|express|give)\s+(?P<a>(?:{_N}\s*{_UNIT}|{_MONEY}))\s+(?:to|:)\s+"
    rf"(?P<b>(?:{_N}\s*{_UNIT}|{_MONEY}))\s+as\s+a\s+ratio",
)


def said_again(text: str) -> str | None:
    """The question in the words of another one; None where it is none of these."""
    return reworded(_RULES, text)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS[word.lower()]


def _workers(match: re.Match[str]) -> str | None:
    who = match["who"].lower()
    unit = match["u"].lower().rstrip("s")
    if who != match["who2"].lower() or (match["v"] or unit).lower().rstrip("s") != unit:
        return None
    a, b, time = (_count(match[one]) for one in "abt")
    if not a or not b or not _is_same_job(match["job"], match["job2"]):
        return None
    return f"If {a} workers can do the job in {time} {unit}s, how long will {b} workers take?"


_ARTICLE: Final = re.compile(r"\b(?:the|a|an|one|this|same)\s+")


def _is_same_job(first: str | None, second: str | None) -> bool:
    """``build a wall`` beside ``build the same wall``; of one job only once is said which."""
    if second is None:
        return True
    told = [_ARTICLE.sub("", one.lower()) for one in (first or "do the job", second)]
    return (
        told[0] == told[1]
        or re.fullmatch(r"(?:do|finish|complete|make) (?:job|work|task)", told[1]) is not None
    )


def _stock(match: re.Match[str]) -> str | None:
    """The more eat of it, the shorter it lasts, as with workers at a job."""
    who, unit = match["who"] or match["who2"], (match["u"] or match["u2"]).lower().rstrip("s")
    if who.lower() != match["who3"].lower():
        return None
    if (match["v"] or unit).lower().rstrip("s") != unit:
        return None
    a, time, b = (
        _count(one) for one in (match["a"] or match["a2"], match["t"] or match["t2"], match["b"])
    )
    if not a or not b:
        return None
    return f"If {a} workers can do the job in {time} {unit}s, how long will {b} workers take?"


_DOWN: Final = ("depreciates", "loses", "decreases", "falls", "drops")


def _loses(match: re.Match[str]) -> str | None:
    verb = "decreases" if match["how"].lower().split()[0] in _DOWN else "increases"
    if verb == "decreases" and float(match["p"]) >= 100:
        return None  # nothing would be left after a year
    years = _count(match["n"])
    return (
        f"The price is {match['m']}. It {verb} by {match['p']}% each year. "
        f"What is its value after {years} years?"
    )


def _grows(match: re.Match[str]) -> str:
    return (
        f"Find the amount when {match['m']} is invested for {_count(match['n'])} years "
        f"at {match['p']}% {match['sort'].lower()} interest"
    )


_UP: Final = re.compile(r"ris|rose|increas|up\b", re.IGNORECASE)


def _moved(match: re.Match[str]) -> str:
    sign = "+" if _UP.search(match["how"]) else "-"
    return f"Calculate {match['a'].replace(' ', '')} {sign} {match['b']}"


def _is_same_person(told: str, asked: str) -> bool:
    """Whether who is asked about is who was told of; asked: in small letters, or ``his``."""
    own = {"i": {"i", "my"}, "he": {"he", "his"}, "she": {"she", "her"}}
    named = {told.lower(), "he", "she", "his", "her"}
    return asked in own.get(told.lower(), named)


def _age(match: re.Match[str]) -> str | None:
    if not _is_same_person(match["w"], (match["v"] or match["own"]).lower()):
        return None
    years, age = _count(match["n"]), int(match["a"])
    if match.groupdict().get("ago"):
        return f"Calculate {age} + {years}"
    return f"Calculate {age} - {years}" if age >= years else None


def _biased(match: re.Match[str]) -> str | None:
    told = match["p"] or match["p2"]
    if re.search(r"/0*$", told):
        return None  # a number over 0
    chance = Fraction(told)
    side = (match["side"] or match["side2"]).lower().rstrip("s")
    word = match["n"].lower().split()[0]
    n = 2 if word == "twice" else _count(word)
    count = match["count"].lower().removeprefix("exactly").strip()
    if not 0 < chance < 1 or n < 2 or n > 20 or (count == "both" and n != 2):
        return None
    if match["asked"].lower().rstrip("s") != side:
        chance = 1 - chance
    shown = told if match["asked"].lower().rstrip("s") == side else chance
    if count == "at least one":
        return f"X ~ B({n}, {shown}). Find P(X >= 1)"
    k = {"both": 2, "no": 0}.get(count)
    k = _count(count) if k is None else k
    return f"X ~ B({n}, {shown}). Find P(X = {k})" if k <= n else None


def _ratio(match: re.Match[str]) -> str:
    return f"Simplify the ratio {match['a']} : {match['b']}"


_RULES: Final[Rewordings] = (
    (_WORKERS, _workers),
    (_STOCK, _stock),
    (_LOSES, _loses),
    (_GROWS, _grows),
    (_MOVED, _moved),
    (_LATER, _age),
    (_BIASED, _biased),
    (_RATIO, _ratio),
)
