"""Stories about ages: comparisons at any time, sums, ratios; ages and years are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told import unknowns
from mathviz_chat.core.problems.readers.told.ages_grammar import CLAUSES
from mathviz_chat.core.problems.readers.told.people import People, tried
from mathviz_chat.core.problems.readers.told.unknowns import Unknowns
from mathviz_chat.core.problems.wording import Hit

_KEYS: Final = re.compile(r"\b(?:old|older|younger|age|ages|aged|born|how many years)\b", re.I)
_SHUT: Final = re.compile(
    r"\b(?:is|am|are)\s+then\b|\bnot\b|n't\b|\bexcept\b|\bnever\b|\bboth be\b", re.I
)
_WORDS: Final = {"twice": "2", "double": "2", "thrice": "3", "triple": "3", "half": "1/2",
                 "third": "1/3", "quarter": "1/4"}  # fmt: skip
_FACTOR: Final = re.compile(
    r"\b(?:times|twice|double|thrice|triple|half|third|quarter|same|\d+/\d+)\b|\d+%", re.I
)
_OLDEST: Final = 130
YEARS: Final = "n"


@dataclass(slots=True)
class _Ages:
    """The equations as they are found; ``past`` are ages at other times, none of them negative.

    topic: whom the clause before is about. pair: whose ages the last ratio compares.
    """

    people: People
    relations: list[str] = field(default_factory=list)
    past: list[str] = field(default_factory=list)
    topic: str = ""
    pair: tuple[str, str] | None = None

    def at(self, letter: str, shift: str) -> str:
        """The age at another time: ``(b - 10)``."""
        if not shift:
            return letter
        self.past.append(f"{letter}{shift}")
        return f"({letter}{shift})"

    def subject(self, hit: Hit, but: str = "") -> str:
        """Whom a clause is about."""
        if hit.get("a"):
            found = self.people.letter(hit["a"], but)
        elif re.match(r"(?:.* )?(?:who|whose)\b", hit.text.lower()):
            found = self.people.last
        else:
            found = self.topic
        if not found:
            raise ValueError("nobody is spoken of")
        self.topic = found
        return found


def _read(story: Story) -> Problem | None:
    asked = [(name, hit) for name, hit in story.clauses if name.startswith("asked")]
    if len(asked) != 1:
        return None
    found = set(tried(lambda picks: _problem(story, picks)))
    return found.pop() if len(found) == 1 else None


def _problem(story: Story, picks: tuple[int, ...]) -> Problem | None:
    ages = _Ages(People(picks))
    first, opening = story.clauses[0]
    for slot in ("c", "b") if first.startswith("asked") else ():
        ages.people.introduce(opening.get(slot))
    for name, hit in story.clauses:
        if not name.startswith("asked"):
            _TOLD[name](ages, hit)
    name, hit = next(pair for pair in story.clauses if pair[0].startswith("asked"))
    known = dict(ages.people.letters)
    asked = _asked(ages, name.removeprefix("asked "), hit)
    if ages.people.letters != known and not ages.relations:
        return None
    letters = dict(ages.people.shown)
    meanings = [(letter, f"{name}'s age".replace("I's", "my")) for letter, name in letters.items()]
    if any(YEARS in re.findall("[a-z]", one) for one in ages.relations):
        meanings.append((YEARS, "the number of years"))
    if len(ages.relations) != len(meanings):
        return None
    told = Unknowns(Kind.AGES, tuple(meanings), tuple(ages.relations), asked, "year", True)
    problem = told.problem(lambda value: 0 <= value <= _OLDEST)
    past = (told.at(one) for one in (*ages.past, *asked))
    return problem if problem and all(age is not None and age >= 0 for age in past) else None


# ------------------------------------------------------------------ times


def _left(hit: Hit) -> str:
    """How much later the left side of a comparison is: `` + 5``; its verb must say the same."""
    if hit.get("t") and hit.get("u"):
        raise ValueError("two times")
    shift = f" + {hit['t']}" if hit.get("t") else f" - {hit['u']}" if hit.get("u") else ""
    words = _FACTOR.split(re.sub(r"\bfrom (?:now|today)\b", "", hit.text.lower()))[0]
    future = bool(re.search(r"\b(?:will|turns|becomes)\b", words))
    past = bool(re.search(r"\b(?:was|were)\b", words))
    today = bool(re.search(r"\b(?:is|am|are|now|currently|today|present)\b", words))
    told = {" +": future, " -": past, "": today}
    if (future or past or today) and (not told[shift[:2]] or future + past + today > 1):
        raise ValueError("the verb is of another time")
    return shift


def _right(hit: Hit, left: str, same: bool) -> str:
    """The time of the right side; same: both sides are about one person."""
    verb = (hit.get("v2") or "").lower()
    shift = f" + {hit['v']}" if hit.get("v") else f" - {hit['w']}" if hit.get("w") else ""
    after = _FACTOR.split(hit.text.lower())[-1]
    now = bool(re.search(r"\b(?:is|am|now|currently|today|at present)\b", after))
    if re.search(r"\bthen\b", after) and (now or shift):
        raise ValueError("two times")
    if shift:
        wanted = "will be" if hit.get("v") else "was"
        if now or (verb and verb != wanted):
            raise ValueError("the verb is of another time")
        if not verb and not same and not re.search(r"\bage\b", after):
            raise ValueError("whose time it is, is not said")
        return shift
    if now:
        return ""
    if same or (verb.startswith("was") and not left.startswith(" -")):
        raise ValueError("no time is said")
    if verb.startswith("will") and not left.startswith(" +"):
        raise ValueError("no time is said")
    return left


# ------------------------------------------------------------------ what is told


def _factor(hit: Hit) -> str:
    if hit.get("pc"):
        less = re.search(r"\b(?:less|lower|younger)\b", hit.text.lower())
        return f"(1 {'-' if less else '+'} {hit['pc']}/100)"
    if hit.get("w1"):
        return _WORDS[hit["w1"].lower().split()[-1]]
    if not hit.get("m") or not (_FACTOR.search(hit.text)):
        raise ValueError("no multiple")
    return hit["m"]


def _multiple(hit: Hit, right: str) -> str:
    """``2*b + 3`` for ``3 more than twice``."""
    own = right if " same " in f" {hit.text.lower()} " else f"{_factor(hit)}*{right}"
    if not hit.get("k"):
        return own
    less = re.search(r"\b(?:less|younger|fewer)\s+than\b", hit.text.lower())
    return f"{own} {'-' if less else '+'} {hit['k']}"


def _compare(ages: _Ages, hit: Hit) -> None:
    first = ages.subject(hit)
    left = _left(hit)
    name = hit.get("b")
    second = ages.people.other(first) if name is None else ages.people.letter(name)
    right = _right(hit, left, second == first)
    if second == first and left == right:
        raise ValueError("the same age")
    value = _multiple(hit, ages.at(second, right))
    ages.relations.append(f"{ages.at(first, left)} = {value}")
    ages.topic = first


def _differ(ages: _Ages, hit: Hit) -> None:
    first = ages.subject(hit)
    second = ages.people.other(first) if not hit.get("b") else ages.people.letter(hit["b"], first)
    if first == second:
        raise ValueError("the same person")
    younger = re.search(r"\b(?:younger|less|junior|smaller)\b", hit.text.lower())
    ages.relations.append(f"{first} = {second} {'-' if younger else '+'} {hit['k']}")
    ages.topic = first


def _gap(ages: _Ages, hit: Hit) -> None:
    """Who is older is not said: what else is told must decide it."""
    first, second = ages.people.letter(hit["a"]), ages.people.letter(hit["b"])
    ages.relations.append(f"{first} = {second} {'+-'[ages.people.choice(2)]} {hit['k']}")


def _age(ages: _Ages, hit: Hit) -> None:
    first = ages.subject(hit)
    shift = _left(hit)
    sign = {"+": "-", "-": "+"}.get(shift[1:2], "")
    if shift:
        ages.past.append(f"{first}{shift}")
    ages.relations.append(f"{first} = {hit['k']}{f' {sign} {shift[3:]}' if shift else ''}")
    if hit.get("b"):
        second = ages.people.letter(hit["b"], first)
        ages.relations.append(f"{second} = {hit['l']}")


def _sum(ages: _Ages, hit: Hit) -> None:
    if hit.get("a"):
        letters = [ages.people.letter(hit[slot]) for slot in ("a", "b", "c3") if hit.get(slot)]
    else:
        letters = ages.people.all()
    if len(letters) < 2 or len(set(letters)) != len(letters) or not _are(hit, letters):
        raise ValueError("whose ages are added is not said")
    shift = _left(hit)
    ages.relations.append(f"{' + '.join(ages.at(one, shift) for one in letters)} = {hit['s']}")


def _are(hit: Hit, letters: list[str]) -> bool:
    """Whether there are as many people as are counted: ``both``, ``3 of them``."""
    said = re.search(r"\b(?:(both|2 of (?:them|us))|(?:all 3|3 of (?:them|us)))\b", hit.text, re.I)
    return said is None or len(letters) == (2 if said[1] else 3)


def _ratio(ages: _Ages, hit: Hit) -> None:
    parts = re.split(r"\s*:\s*|\s+to\s+", hit["r"])
    if len(parts) != 2:
        raise ValueError("a ratio of more")
    shift = _left(hit)
    if hit.get("a"):
        ages.pair = ages.people.letter(hit["a"]), ages.people.letter(hit["b"])
    elif not shift:
        raise ValueError("the ratio of whose ages, at what time?")
    if ages.pair is None and re.search(r"\bit\b|\bthis ratio\b", hit.text.lower()):
        raise ValueError("the ratio of whose ages?")
    pair = ages.pair or ages.people.pair()
    if pair[0] == pair[1]:
        raise ValueError("the ratio of whose ages?")
    first, second = (ages.at(one, shift) for one in pair)
    ages.relations.append(f"{parts[1]}*{first} = {parts[0]}*{second}")


def _turned(ages: _Ages, hit: Hit) -> None:
    """``Ann is 24, twice as old as Bob was when Ann was as old as Bob is now``."""
    first = ages.people.letter(hit["a"])
    second = ages.people.letter(hit["b"], first)
    again = (ages.people.letter(hit["a2"], second), ages.people.letter(hit["b2"], first))
    if again != (first, second):
        raise ValueError("others")
    ages.relations.append(f"{first} = {hit['k']}")
    ages.relations.append(f"{first} = {_factor(hit)}*({second} - ({first} - {second}))")
    ages.past.append(f"{second} - ({first} - {second})")


_TOLD: Final = {
    "compare": _compare,
    "differ": _differ,
    "gap": _gap,
    "age": _age,
    "sum": _sum,
    "ratio": _ratio,
    "turned": _turned,
}

# ------------------------------------------------------------------ what is asked


def _asked(ages: _Ages, what: str, hit: Hit) -> tuple[str, ...]:
    """The formulas that are asked for."""
    if what == "all":
        return _all(ages, hit)
    if what == "years" and hit.get("s"):
        later = f" + {YEARS}"
        sum_ = " + ".join(f"({one}{later})" for one in ages.people.all())
        ages.relations.append(f"{sum_} = {hit['s']}")
        return (YEARS,)
    known = set(ages.people.all())
    first = ages.people.letter(hit["c"])
    if what == "years" and hit.get("l"):
        ages.relations.append(f"{first} + {YEARS} = {hit['l']}")
        return (YEARS,)
    if what in ("years", "since"):
        return _years(ages, hit, first, "+" if what == "years" else "-")
    if what == "born":
        return (f"{first} - {ages.people.letter(hit['d'], first)}",)
    if first not in known:
        raise ValueError("somebody else is asked for")
    if what == "then":
        return (f"{first}{_left(hit)}",)
    if re.search(r"\bwas\b", hit.text.lower()):
        raise ValueError("an age of another time")
    return (first,)


def _all(ages: _Ages, hit: Hit) -> tuple[str, ...]:
    letters = ages.people.all()
    if hit.get("c"):
        named = [ages.people.letter(hit["c"]), ages.people.letter(hit["d"])]
        if not set(named) <= set(letters):
            raise ValueError("somebody else is asked for")
        letters = named
    if len(letters) < 2 or not _are(hit, letters):
        raise ValueError("there is nobody else")
    return tuple(letters)


def _years(ages: _Ages, hit: Hit, first: str, sign: str) -> tuple[str, ...]:
    """In how many years, or how many years ago, one was so many times as old as another."""
    second = ages.people.letter(hit["b"], first) if hit.get("b") else ages.people.other(first)
    if first == second or re.search(r"\b(?:is|now|today)\b", _FACTOR.split(hit.text.lower())[-1]):
        raise ValueError("two times")
    later = f" {sign} {YEARS}"
    ages.relations.append(f"{ages.at(first, later)} = {_multiple(hit, ages.at(second, later))}")
    return (YEARS,)


_BIRTH: Final = grammar("""
born:
    [if]? {a:person} [was|is] born in {y:int}
asked:
    how old [does|will|did] {c:person} [turn|become] in {z:int}
    what age [does|will|did] {c:person} [turn|reach|become] in {z:int}
    in {z:int} how old [does|will|did] {c:person} [turn|become]
""")


def _birth(story: Story) -> Problem | None:
    """The age that somebody turns in a year."""
    born, asked = story.get("born"), story.get("asked")
    if born is None or asked is None:
        return None
    people = People()
    try:
        if people.letter(born["a"]) != people.letter(asked["c"]):
            return None
    except ValueError:
        return None
    meanings = (("b", f"{people.shown[people.all()[0]]}'s year of birth"),)
    told = Unknowns(
        Kind.AGES, meanings, (f"b = {born['y']}",), (f"{asked['z']} - b",), "year", True
    )
    age = told.at(f"{asked['z']} - b")
    if age is None or not 0 <= age <= _OLDEST:
        return None
    return told.problem()


_REPEATED: Final = frozenset({"compare", "differ", "age", "sum", "ratio"})
READERS: Final = (
    *unknowns.READERS,
    Family(_KEYS, CLAUSES, _read, _REPEATED, _SHUT, 40),
    Family(re.compile(r"\bborn\b", re.I), _BIRTH, _birth),
)
