"""A whole and its parts in percent: any one of the part, the percentage and the whole is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from mathviz_chat.core.problems import linear_system, units
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import (
    MOST,
    Amount,
    amount,
    key,
    same,
)
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.readers.told.percentages_grammar import CLAUSES
from mathviz_chat.core.problems.readers.told.predicates import (
    COPULAS,
    GONE,
    LEMMAS,
    PARTICIPLES,
    TAILS,
    Predicate,
    is_verb,
    opposite,
    predicate,
)
from mathviz_chat.core.problems.wording import Hit
from mathviz_chat.core.reading.tree import Symbol

_KEYS: Final = re.compile(r"%|percent", re.I)
_SHUT: Final = re.compile(
    r"\bthen\b|\binterest\b|\b(?:discount|tax|vat|gst|tip|profit|loss|(?:in|de)creas\w*|commission|raise)\b",
    re.I,
)

_PRONOUNS: Final = frozenset(("he", "she", "they", "it", "i", "we", "you"))


@dataclass(slots=True)
class _Whole:
    """What is told: the whole, and for each thing that is said of a part its number."""

    ledger: Ledger = field(default_factory=Ledger)
    parts: list[Predicate] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    unit: str | None = None
    phrases: dict[Predicate, str] = field(default_factory=dict)
    verb: str | None = None

    @property
    def them(self) -> str:
        """How the whole is called again."""
        return "it" if self.unit else "them"

    def part(self, said: Predicate | None, text: str = "") -> int:
        """The number of a part, which is new where nothing was said of it yet."""
        if said is None:
            raise ValueError(text)
        if said not in self.parts:
            self.parts.append(said)
            self.phrases[said] = self._phrase(said, text)
            k = len(self.parts) - 1
            ledger = self.ledger
            ledger.constant("hundred", "100")
            ledger.want(f"r{k}", "the percentage")
            ledger.want(f"f{k}", "the percentage as a decimal")
            ledger.want(f"s{k}", "the part")
            ledger.product(f"r{k}", f"f{k}", "hundred", why="percent means out of 100")
            ledger.product(f"s{k}", f"f{k}", "w", why="part = percentage as a decimal * whole")
        return self.parts.index(said)

    def _phrase(self, said: Predicate, text: str) -> str:
        be = "is" if self.unit else "are"
        words = TAILS.sub("", text.lower()).split()
        if len(said) == 1 and said[0] in PARTICIPLES and words[0] not in COPULAS:
            return f"{be} {PARTICIPLES[said[0]]}"
        copula = bool(words) and words[0] in COPULAS
        while words and words[0] in COPULAS:
            words = words[1:]
        return " ".join([be, *words] if copula else words)

    def knows(self, noun: str | None) -> bool:
        """Whether a noun is what the whole is called."""
        return not noun or any(same(key(noun), name) for name in self.names)

    def amount(self, name: str, found: Amount) -> None:
        """An amount that is told, in the unit of the whole."""
        if found.unit == self.unit:
            self.ledger.give(name, found.text)
            return
        own, unit = units.find(self.unit or ""), units.find(found.unit or "")
        if own is None or unit is None or own.dimension != unit.dimension:
            raise ValueError(found.shown())
        ledger = self.ledger
        ledger.give(f"{name} told", found.text)
        ledger.want(name, f"the same in {units.plural(own.name)}")
        ledger.constant(f"{name} units", unit.factor / own.factor)
        why = f"so many {own.symbol} are 1 {unit.symbol}"
        ledger.product(name, f"{name} told", f"{name} units", why=why)


def _build(story: Story) -> Problem | None:
    try:
        return _read(story)
    except (ValueError, KeyError):
        return None  # told twice, or said of something else


def _read(story: Story) -> Problem | None:
    asked = [(name, hit) for name, hit in story.clauses if name.startswith("asked")]
    if len(asked) != 1:
        return None
    whole = _Whole()
    _tell_whole(whole, story)
    if not all(whole.knows(hit.get(one)) for hit in story.every() for one in ("thing3", "thing6")):
        return None
    if any(_is_torn(hit) for hit in story.every()):
        return None
    others = {one for one in whole.owners if one not in _PRONOUNS}
    if len({key(one) for one in others}) > 1:
        return None  # one has it, another spends it
    for hit in story.all("part"):
        _tell_part(whole, hit)
    for hit in story.all("known"):
        found = amount(hit, "p")
        k = whole.part(_said(hit), _words(hit, hit.get("verb") or ""))
        whole.amount(f"s{k}", found)
        whole.told.append(f"{found.shown()} of {whole.them} {whole.phrases[whole.parts[k]]}.")
    for hit in story.all("rest"):
        _tell_rest(whole, hit)
    problem = _ASKED[asked[0][0].removeprefix("asked ")](whole, asked[0][1])
    return problem if problem is not None and _is_countable(problem) else None


def _is_torn(hit: Hit) -> bool:
    """``$80, Ann``: what follows a comma, or is a unit, is not what the amount is of."""
    noun = hit.get("thing1")
    told = hit.get("p") and hit.get("deed") and not re.search(r"\bof\b", hit.text, re.I)
    if told and not hit.get("thing3") and not is_verb(hit["deed"]):
        return True  # ``12 boys and 18 girls``: other things, no part of those before
    if not noun:
        return False
    after_comma = re.search(rf"[,:]\s*{re.escape(noun)}(?![A-Za-z])", hit.text)
    unit = hit.get("w_u") is None and units.find(noun.split()[0]) is not None
    return bool(after_comma) or unit or noun.lower() in _PRONOUNS


def _said(hit: Hit, verb: str | None = None) -> Predicate | None:
    """What a clause says of a part. verb: of the clause before, where this one only goes on."""
    verb = hit.get("verb") or (verb if hit.get("on") else None)
    if verb is None:
        return predicate(_words(hit))
    lemma = LEMMAS.get(verb.lower())
    if lemma is None:
        return None
    return (lemma, "on", hit["on"].lower()) if hit.get("on") else (lemma,)


def _words(hit: Hit, verb: str = "") -> str:
    """The words by which a clause says something of a part."""
    if hit.get("cut"):
        return f"is {hit['cut']}"
    for slot in ("stuff", "stuff_p", "stuff5"):
        if hit.get(slot):
            return f"is {hit[slot]}"
    if hit.get("on"):
        return f"is {PARTICIPLES.get(LEMMAS.get(verb.lower(), ''), '')} on {hit['on']}"
    return hit.get("deed") or verb


def _tell_whole(whole: _Whole, story: Story) -> None:
    wholes = [hit for hit in story.every() if hit.get("w")]
    groups = story.all("groups")
    if len(wholes) + len(groups) > 1:
        raise ValueError
    for hit in story.every():
        whole.names += [key(hit[one]) for one in ("thing1", "thing_place") if hit.get(one)]
        whole.owners += [hit[one].lower() for one in ("who1", "who2") if hit.get(one)]
    whole.names += [key(one) for one in whole.owners]
    if not wholes and not groups:  # it is named where a part of it is told
        whole.names += [key(hit["thing3"]) for hit in story.every() if hit.get("thing3")]
    for hit in wholes:
        found = amount(hit, "w")
        whole.unit = found.unit
        whole.ledger.give("w", found.text)
        noun = (hit.get("thing1") or "").lower()
        noun = f"of {noun}" if found.unit and noun else noun
        whole.told.append(f"There are {found.shown()} {noun}".rstrip() + ".")
    for hit in groups:
        _tell_groups(whole, hit)
    if not wholes and not groups:
        known = [amount(hit, "p").unit for hit in story.all("known")]
        whole.unit = known[0] if known else None
        whole.ledger.want("w", "the whole")


def _tell_groups(whole: _Whole, hit: Hit) -> None:
    """Several groups that make up the whole."""
    ledger = whole.ledger
    ledger.want("w", "the whole")
    names = []
    for one in "123":
        if not hit.get(f"c{one}"):
            continue
        noun = hit[f"a{one}"].lower()
        k = whole.part(predicate(f"are {noun}"), f"are {noun}")
        ledger.give(f"s{k}", hit[f"c{one}"])
        names.append((f"s{k}", f"{hit[f'c{one}']} {noun}"))
    if len(dict(names)) < len(names):
        raise ValueError
    ledger.sum("w", *(name for name, _ in names), why="whole = all parts added")
    texts = [text for _, text in names]
    whole.told.append(f"There are {', '.join(texts[:-1])} and {texts[-1]}.")


def _tell_part(whole: _Whole, hit: Hit) -> None:
    whole.verb = hit.get("verb") or whole.verb
    k = whole.part(_said(hit, whole.verb), _words(hit, whole.verb or ""))
    whole.ledger.give(f"r{k}", hit["r"])
    whole.told.append(f"{hit['r']}% of {whole.them} {whole.phrases[whole.parts[k]]}.")


def _is_one(who: str, owners: list[str]) -> bool:
    """Whether somebody is one of those who were told of, or a pronoun."""
    return who.lower() in _PRONOUNS or any(same(key(who), key(one)) for one in owners)


def _tell_rest(whole: _Whole, hit: Hit) -> None:
    parts = [f"r{k}" for k in range(len(whole.parts))]
    k = whole.part(predicate(hit["deed"]), hit["deed"])
    if f"r{k}" in parts or not parts:
        raise ValueError(hit.text)
    why = "all percentages together are 100%"
    whole.ledger.sum("hundred", *parts, f"r{k}", why=why)
    whole.told.append(f"The others {whole.phrases[whole.parts[k]]}.")


def _others(whole: _Whole, parts: list[int]) -> str:
    """The part that is none of these."""
    ledger = whole.ledger
    ledger.want("r_o", "the percentage of the others")
    ledger.want("f_o", "the same as a decimal")
    ledger.want("s_o", "the others")
    names = (f"r{k}" for k in parts)
    ledger.sum("hundred", *names, "r_o", why="all percentages together are 100%")
    ledger.product("r_o", "f_o", "hundred", why="percent means out of 100")
    ledger.product("s_o", "f_o", "w", why="part = percentage as a decimal * whole")
    return "s_o"


def _asked_part(whole: _Whole, hit: Hit) -> Problem | None:
    noun = hit.get("thing5") or ""
    unit = units.find(hit.get("measure5") or "")
    if hit.get("measure5") and unit is None:
        return None
    if noun and noun.lower() != "money" and not whole.knows(noun):
        return None
    if hit.get("who3") and not _is_one(hit["who3"], whole.owners):
        return None
    much = "much" if whole.unit and unit is None else "many"
    named = "" if unit is None else f"{units.plural(unit.name)} of "
    if not any(hit.get(slot) for slot in ("deed", "stuff5", "verb")):
        if len(whole.parts) != 1:
            return None
        said = whole.parts[0]
    else:
        found = _said(hit)
        if found is None:
            return None
        said = found
    asks, wanted = _part_of(whole, said, bool(hit.get("not")))
    if not wanted:
        return None
    if unit is not None:
        wanted = _in_unit(whole, wanted, unit)
    read_as = f"{' '.join(whole.told)} How {much} {named or 'of '}{whole.them} {asks}?"
    symbol = whole.unit if unit is None else unit.symbol
    return whole.ledger.problem(
        Kind.PERCENT_CHANGE, read_as, wanted, unit=symbol, unit_named=unit is not None
    )


def _part_of(whole: _Whole, said: Predicate, negated: bool) -> tuple[str, str]:
    """How a part, or all that is not in it, is asked for, and its quantity."""
    be = "is" if whole.unit else "are"
    if said in whole.parts and not negated:
        return whole.phrases[said], f"s{whole.parts.index(said)}"
    if said in whole.parts and len(whole.parts) == 1:
        phrase = whole.phrases[said]
        negative = (
            f"{be} not {phrase[len(be) + 1 :]}" if phrase.startswith(be) else f"do not {phrase}"
        )
        return negative, _others(whole, [0])
    if not negated and len(whole.parts) == 1 and opposite(said) == whole.parts[0]:
        return f"{be} {said[0]}s", _others(whole, [0])
    return "", ""


def _in_unit(whole: _Whole, wanted: str, unit: units.Unit) -> str:
    own = units.find(whole.unit or "")
    if own is None or own.dimension != unit.dimension:
        raise ValueError(unit.name)
    if own == unit:
        return wanted
    ledger = whole.ledger
    ledger.constant("units", own.factor / unit.factor)
    ledger.want("turned", f"the same in {units.plural(unit.name)}")
    ledger.product("turned", wanted, "units", why=f"so many {unit.symbol} are 1 {own.symbol}")
    return "turned"


def _asked_left(whole: _Whole, hit: Hit) -> Problem | None:
    gone = all(said[0] in GONE for said in whole.parts)
    noun = hit.get("thing5")
    if not whole.parts or not gone or (noun and not whole.knows(noun)):
        return None
    if hit.get("who3") and not _is_one(hit["who3"], whole.owners):
        return None
    wanted = _others(whole, list(range(len(whole.parts))))
    much = "much is" if whole.unit else "many are"
    read_as = f"{' '.join(whole.told)} How {much} left?"
    return whole.ledger.problem(Kind.PERCENT_CHANGE, read_as, wanted, unit=whole.unit)


def _asked_percent(whole: _Whole, hit: Hit) -> Problem | None:
    if any(hit.get(slot) for slot in ("deed", "stuff5", "cut", "verb")):
        said = _said(hit)
    else:
        said = whole.parts[0] if len(whole.parts) == 1 else None
    if hit.get("who3") and not _is_one(hit["who3"], whole.owners):
        return None
    phrase, part = ("", "") if said is None else _part_of(whole, said, bool(hit.get("not")))
    if not part:
        return None
    return whole.ledger.problem(
        Kind.PERCENT_CHANGE,
        f"{' '.join(whole.told)} What percentage of {whole.them} {phrase}?",
        part.replace("s", "r"),
        unit="%",
        unit_named=True,
        holds=lambda value: value >= 0,
    )


def _asked_whole(whole: _Whole, hit: Hit) -> Problem | None:
    noun = hit.get("thing5")
    if noun and predicate(f"are {noun}") in whole.parts:
        return None
    if noun and whole.names and not whole.knows(noun):
        return None
    much = "much is" if whole.unit else "many are"
    read_as = f"{' '.join(whole.told)} How {much} there altogether?"
    return whole.ledger.problem(Kind.PERCENT_CHANGE, read_as, "w", unit=whole.unit)


_ASKED: Final = {
    "part": _asked_part,
    "left": _asked_left,
    "percent": _asked_percent,
    "whole": _asked_whole,
}


def _is_countable(problem: Problem) -> bool:
    """Things that are counted come out whole, and no part is more than the whole."""
    values = linear_system.solve(problem.conditions) or {}
    if not isinstance(problem.expression, Symbol):
        return False
    value = values[problem.expression.name]
    if problem.unit == "%":
        return value <= 100
    return bool(problem.unit) or value.denominator == 1


READERS: Final = (Family(_KEYS, CLAUSES, _build, frozenset({"part", "known"}), _SHUT, MOST),)
