"""The phrases of stories: who, so many of what, what each of them holds or costs, times to skip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from mathviz_chat.core.problems import language, units, wording
from mathviz_chat.core.problems.readers.told.amounts import key, same
from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    Part,
    either,
    made,
    maybe,
    sequence,
    shared,
    words,
)

REST: Final = "rest"
ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class Quantity:
    """So many of one thing, as a clause says it.

    number: its digits; :data:`REST` for what is left, :data:`ALL` for ``them``. unit: a currency.
    noun: the thing in the singular, "" where the clause leaves it out. more: to what is there.
    inner: what each of them holds. price: what each costs; cost: what all of them cost. per: the
    thing of a rate, ``hour``. times: for how many of these, or of others (``in 8 hours``).
    part: the number is a fraction of what there is: ``all``, ``rest``, or ``first`` (of the amount
    at first); "" where it is no fraction. own: whoever does it had them (``5 of her apples``).
    versus: how it is told by another amount: ``times``, ``more`` or ``fewer``. than: whose that is;
    "" where it is not said, ``?`` where only a time is.
    """

    number: str
    unit: str = ""
    noun: str = ""
    more: bool = False
    inner: Quantity | None = None
    price: Quantity | None = None
    cost: Quantity | None = None
    per: str = ""
    times: Quantity | None = None
    part: str = ""
    own: bool = False
    than: str = ""
    versus: str = ""

    @property
    def thing(self) -> str:
        """The currency or the noun."""
        return self.unit or self.noun

    @property
    def plain(self) -> bool:
        """Whether it is a number of one thing, and nothing else is said of it."""
        bare = replace(self, more=False)
        return bare == Quantity(self.number, self.unit, self.noun, part=self.part, own=self.own)


# ------------------------------------------------------------------ nouns

_WORD: Final = re.compile(r"\s*([A-Za-z][A-Za-z'-]*)")
_STOP_LIST = (
    "away back home each every apiece inside equally evenly fairly badly well out remain remains "
    "stay stays cost costs costing pay pays paid spend spends spent cent s were holding "
    "containing such no when while as so because using broken ago than whose another twice thrice "
    "half rest others ones them him us me her who where during cannot won't don't didn't isn't "
    "aren't wasn't he she they it i we you does didn off on up down go goes went sold each was "
    "change gets some times several few longest shortest biggest largest smallest heaviest "
    "lightest tallest highest oldest youngest cheapest fewest"
)
_STOP: Final = (wording.NO_NOUNS - {"km", "cm", "mm", "kg", "ml", "lb"}) | frozenset(
    _STOP_LIST.split()
)
_POSSESSIVE: Final = r"(?:his|her|their|my|our|its|your)"
MOST_WORDS: Final = 3


def _is_word(word: str, counted: bool) -> bool:
    low = word.lower()
    if low in _STOP or low in language.RELATION_WORDS - {"second"}:
        return False
    return low not in verbs.FINITE or (counted and (low in verbs.NOUNS or _is_plural(low)))


def _is_plural(word: str) -> bool:
    """After a number: ``60 rolls``; no verb has that form there."""
    return word.endswith("s") and not word.endswith("ss") and word not in ("has", "was", "is")


def nouns(counted: bool = True) -> Part:
    """A noun of at most three words, in lower case. counted: a number stands before it."""

    def part(text: str, at: int) -> Iterator[tuple[int, str]]:
        ends = list[int]()
        place = at
        while len(ends) < MOST_WORDS and (match := _WORD.match(text, place)):
            if not _is_word(match[1], counted) or (ends and counted and match[1][0].isupper()):
                break
            place = match.end()
            ends.append(place)
        for end in reversed(ends):
            yield end, text[at:end].strip()

    return part


PRONOUNS: Final = ("he", "she", "they", "it", "i", "we", "you", "him", "her", "them", "me", "us")
_MEASURES: Final = (
    "litres?|liters?|l|ml|kg|kilograms?|kilos?|g|grams?|km|kilometers?|kilometres?|m|meters?|metres?|cm|"
    "cups?|gallons?|pounds?|lbs?|miles?|ounces?|oz|pints?|tons?|tonnes?|inches|feet|foot|yards?"
)
_substance: Final = made(
    sequence(words(_MEASURES), words("of"), nouns()), lambda v: f"{key(v[2])} {key(v[0])}"
)
"""``litres of water``: the water comes first, as in ``water litre``."""
noun: Final = shared(
    either(
        _substance,
        made(
            sequence(maybe(words(rf"{_POSSESSIVE}|these|those|this|that")), nouns()),
            lambda v: key(v[1]),
        ),
    )
)
"""A noun after a number, or after a word such as ``his``: in the singular."""
_name: Final = shared(
    made(sequence(maybe(words(rf"{_POSSESSIVE}|this|that")), nouns(counted=False)), lambda v: v[1])
)
who: Final = shared(
    either(
        words(r"he|she|they|it|i|we|you"),
        made(sequence(_name, words("and"), _name), lambda v: f"{v[0]} and {v[2]}"),
        _name,
    )
)
"""Who does something, or where something is: a pronoun, a name, two names, a noun."""
whom: Final = shared(either(words(r"him|her|them|me|us|it"), _name))
"""To whom something is given."""


# ------------------------------------------------------------------ quantities

_NUMBER: Final = re.compile(r"\s*([$€£₹])?\s*(\d{1,12}(?:\.\d{1,6})?)(?![\d/:%*^]|\.\d|[A-Za-z])")


def number(text: str, at: int) -> Iterator[tuple[int, Quantity]]:
    """A number, or an amount of money."""
    match = _NUMBER.match(text, at)
    if match is not None:
        yield match.end(), Quantity(match[2], units.CURRENCY_OF_SIGN.get(match[1] or "", ""))


money: Final = shared(made(number, lambda q: q if q.unit else None))
_count: Final = shared(made(number, lambda q: None if q.unit else q))

SOME: Final = "some"
_some: Final = shared(
    made(
        words(
            r"some|several|few|(?:certain|unknown)?\s*number\s+of|some\s+(?:of\s+)?(?:his|her|their|my|its)"
        ),
        lambda _: Quantity(SOME),
    )
)
"""So many that nobody says: ``some``, ``a few``, ``a number of``."""
not_his: Final = words(rf"(?!\s*{_POSSESSIVE}\b)")
"""Nothing, where no ``his`` follows."""
_MORE: Final = r"more|additional|extra|other|others|further|another"
_of_them: Final = either(
    made(words(r"of\s+(?:them|these|those|it|whom|which)"), lambda _: ("", False)),
    made(sequence(words("of"), words(_POSSESSIVE), noun), lambda v: (v[2], True)),
    made(sequence(words("of"), not_his, noun), lambda v: (v[2], False)),
)
_each: Final = words(r"each|apiece|each\s+one|per\s+piece|1\s+piece")


def _is_more(word: str | None) -> bool:
    return word is not None and word.lower() in ("more", "extra")


def _counted(value: tuple[Any, ...]) -> Quantity | None:
    before, found, more, of, named, after = value
    counted: Quantity = found
    if of is not None and named:
        return None
    return replace(
        counted,
        more=bool(before or more or _is_more(after)),
        noun=of[0] if of is not None else named or "",
        own=of is not None and of[1],
    )


_ones: Final = made(words(r"(?:old|new|fresh|small|large|big)\s+ones"), lambda w: w.lower()[:-1])
"""``40 old ones``: of what was spoken of."""
simple: Final = shared(
    either(
        made(
            sequence(
                maybe(words("another|extra|additional")),
                either(_count, _some),
                maybe(words(_MORE)),
                maybe(_of_them),
                maybe(either(noun, _ones)),
                maybe(words(r"more|extra|of\s+work")),
            ),
            _counted,
        ),
        made(
            sequence(
                maybe(words("another|extra|additional")),
                money,
                maybe(words("more|extra")),
                maybe(words(rf"of\s+(?:it|{_POSSESSIVE}\s+money|that|that\s+money|money)")),
                maybe(sequence(words("on"), nouns(counted=True))),
            ),
            lambda v: replace(v[1], more=bool(v[0] or v[2])),
        ),
    )
)
"""``5``, ``5 more apples``, ``5 of them``, ``$5``."""

_IN_EACH: Final = (
    r"each|apiece|(?:in|on|inside|to|at|for)\s+(?:each|every)(?:\s+(?:1|one)|\s+of\s+them)?|per"
)
_in_each: Final = sequence(words(_IN_EACH), maybe(noun))
_HOLDING: Final = (
    r"(?:(?:that|which|and|,)\s+)*(?:(?:with|of|containing|holding|having|hold|contain|have|carrying)"
    r"(?:\s+exactly)?)"
)
_EACH_HOLDING: Final = (
    r"(?:,\s*)?(?:(?:that|which|and|and\s+they)\s+)*each(?:\s+of\s+(?:which|them))?\s+"
    r"(?:with|of|containing|holding|having|holds?|contains?|has|have|carrying|made\s+of)"
)
_of_sort: Final = maybe(sequence(words(r"of(?!\s+\d)"), noun))
_inner: Final = either(
    made(sequence(_of_sort, words(_EACH_HOLDING), simple, maybe(_in_each)), lambda v: v[2]),
    made(
        sequence(_of_sort, words(_HOLDING), simple, _in_each),
        lambda v: v[2] if v[2].noun else None,
    ),
    made(sequence(words("of"), simple), lambda v: v[1] if v[1].noun else None),
)
_price: Final = either(
    made(
        sequence(
            maybe(
                words(
                    r"(?:,\s*)?(?:(?:that|which|and|they)\s+)*(?:at|for|of|costing|cost|costs|"
                    r"priced\s+at|worth|valued\s+at|are|sold\s+at|sold\s+for|sell\s+for)"
                )
            ),
            money,
            either(_each, made(sequence(words("per"), noun), lambda v: (v[1],))),
        ),
        lambda v: replace(v[1], per=v[2][0]) if isinstance(v[2], tuple) else v[1],
    ),
    made(
        sequence(words(r"(?:,\s*)?each(?:\s+(?:costing|for|at|worth|costs|priced\s+at))?"), money),
        lambda v: v[1],
    ),
    made(sequence(words(r"at|priced\s+at"), money), lambda v: v[1]),
)
_cost: Final = made(
    sequence(
        words(r"for(?:\s+(?:a\s+)?total\s+of)?|costing|that\s+costs?|which\s+costs?|worth"), money
    ),
    lambda v: v[1],
)
_PER: Final = r"(?:for|in)?\s*(?:per|each|every)"
_rate: Final = made(sequence(words(_PER), noun), lambda v: (v[1], None))
_rate_of: Final = made(
    sequence(words(r"(?:for|in|on)\s+(?:each|every)\s+of"), simple),
    lambda v: (v[1].noun, v[1]) if v[1].noun else None,
)
_during: Final = made(
    sequence(words(r"for|in|over|during|on|from|within|every"), simple),
    lambda v: v[1] if v[1].noun and v[1].plain and not v[1].more else None,
)


_NOTHING: Final[tuple[str, Any]] = ("", None)


def _full(value: tuple[Any, ...]) -> Quantity | None:
    simple, extra, during = value
    found: Quantity = simple
    kind, what = extra or _NOTHING
    if kind == "per":
        found = replace(found, per=what[0], times=what[1])
    elif kind:
        if not (found.noun or kind == "price") or (kind == "price" and not _is_price(what, found)):
            return None
        found = _with(found, kind, what)
    if during is None:
        return found
    return None if found.times else replace(found, times=during)


def _with(found: Quantity, kind: str, what: Quantity) -> Quantity:
    if kind == "inner":
        return replace(found, inner=what)
    if kind == "price":
        return replace(found, price=replace(what, per=""))
    return replace(found, cost=what)


def _is_price(price: Quantity, found: Quantity) -> bool:
    """Whether it is what each of them costs: 4 pens at $2 per pen, not per pack of them."""
    if not price.per or not found.noun or price.per in ("item", "one"):
        return True
    unit = units.find(price.per)
    return same(price.per, found.noun) or (
        unit is not None and units.find(found.noun.split()[-1]) == unit
    )


def _tagged(kind: str, part: Part) -> Part:
    return made(part, lambda value: (kind, value))


quantity: Final = shared(
    made(
        sequence(
            simple,
            maybe(
                either(
                    _tagged("inner", _inner),
                    _tagged("price", _price),
                    _tagged("cost", _cost),
                    _tagged("per", either(_rate_of, _rate)),
                )
            ),
            maybe(_during),
        ),
        _full,
    )
)
"""A quantity with what each holds, costs, or how often it comes."""
bought: Final = made(sequence(nouns(), _cost), lambda v: Quantity("1", "", key(v[0]), cost=v[1]))
"""``a bag for $6``: one thing, without its article."""
_MONEY: Final = rf"{_POSSESSIVE}?\s*money"
left_over: Final = shared(
    either(
        made(
            sequence(
                words(
                    r"(?:all\s+)?(?:of\s+)?(?:rest|remainder|others|remaining(?:\s+ones)?|leftovers?)"
                ),
                maybe(sequence(words("of"), either(words(r"them|it"), noun))),
                maybe(noun),
            ),
            lambda v: None if v[1] and v[2] else Quantity(REST, "", _money_or_noun(v)),
        ),
        made(
            sequence(words(r"other|leftover|remaining"), noun), lambda v: Quantity(REST, "", v[1])
        ),
    )
)
"""What is left: ``the rest``, ``the remaining apples``."""


def _money_or_noun(value: tuple[Any, ...]) -> str:
    named = value[2] or (value[1][1] if value[1] else "")
    return "" if named in ("them", "it", "money") else named


everything: Final = made(
    words(rf"(?:all|both)?\s*(?:of\s+)?(?:them|they|these|it|those)(?:\s+all)?|all|all\s+{_MONEY}"),
    lambda _: Quantity(ALL),
)
"""``them``: what was spoken of."""
things: Final = shared(
    made(
        sequence(
            either(quantity, bought),
            maybe(sequence(words(r"(?:,\s*)?(?:and|plus|,)"), either(quantity, bought))),
            maybe(sequence(words(r"(?:,\s*)?(?:and|plus|,)"), either(quantity, bought))),
        ),
        lambda v: (v[0], *(one[1] for one in v[1:] if one)),
    )
)
"""Several quantities that one clause names: ``4 pens and 6 books``."""
