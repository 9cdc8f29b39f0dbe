"""Who has how many of what: each event changes an account, and becomes a fact of the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.told.amounts import key, same
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.readers.told.tales.nouns import (
    currency,
    gender,
    is_measure,
    is_sort_of,
    plural,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import ALL, REST, SOME, Quantity

MUCH: Final = "much"
"""What ``how much`` without a noun asks for: money, or what is measured."""


class Misfit(ValueError):
    """A clause does not fit what was told before it."""


@dataclass(slots=True)
class Account:
    """The amounts of one thing at one holder, one after another; all are names of the ledger.

    begun: whether the story tells what was there before the first change. gone: how those are
    called that went. open: whether what is there now is known. done: it counts what somebody has
    eaten, sold or read, and nothing is left of it. packed: what is kept is not among it. task: so
    much is to be done. fell: whether the last change took something away.
    placed: it is told where they are, not who has them.
    """

    holder: str
    thing: str
    states: list[str]
    begun: bool
    gains: list[str] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    open: bool = True
    done: bool = False
    task: bool = False
    fell: bool = False
    packed: bool = False
    placed: bool = False

    @property
    def now(self) -> str:
        """The amount that is there now."""
        if not self.open:
            raise Misfit("nobody knows what is left")
        return self.states[-1]


_US: Final = ("we", "you")
_HE_OR_SHE: Final = {"he": "m", "him": "m", "she": "f", "her": "f"}
_SORT_LIST = (
    "red blue green yellow white black orange purple pink brown gray grey big small large little "
    "old new long short chocolate vanilla plain striped silver gold"
)
_SORTS: Final = frozenset(_SORT_LIST.split())
"""Words that tell sorts of one thing apart: ``10 red and 20 blue toys``."""


@dataclass(slots=True)
class Accounts:
    """All accounts of a story, and who is spoken of.

    unknown: who has got something, while nobody says how much they had before. some: the amounts
    that are told of without a number. fractions: of each amount that is a fraction of another, the
    number of it, and the other.
    """

    ledger: Ledger = field(default_factory=Ledger)
    accounts: list[Account] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    subject: str = ""
    thing: str = ""
    count: int = 0
    unknown: set[str] = field(default_factory=set)
    some: list[str] = field(default_factory=list)
    fractions: dict[str, tuple[str, str]] = field(default_factory=dict)

    # -------------------------------------------------------------- names

    def fresh(self, meaning: str, thing: str) -> str:
        """A new quantity of the ledger that is not told."""
        self.count += 1
        name = f"v{self.count}"
        if not is_measure(thing) and currency_of(thing) is None:
            self.ledger.counted.add(name)
        return self.ledger.want(name, meaning)

    def given(self, number: str, thing: str) -> str:
        """A new quantity that the story tells, or of which it only says that there were some."""
        if number == SOME:
            self.some.append(self.fresh(f"{named(thing)} of which no number is told", thing))
            return self.some[-1]
        name = self.fresh("", thing)
        return self.ledger.give(name, number)

    def holder(self, text: str, *, place: bool = False, has: bool = False) -> str:
        """The key of whoever is named; a pronoun means who was spoken of.

        place: no person. has: it is told, or asked, what they have.
        """
        low = text.lower()
        if not text or low in ("it", "they", "i", "we", "you", "them", "me", "us"):
            return self._spoken_of(low)
        if low in _HE_OR_SHE:
            return self._person(_HE_OR_SHE[low], acts=low in ("he", "she"), has=has)
        wanted = key(text)
        several = " and " in wanted
        found = [one for one in self.names if same(one, wanted) and (" and " in one) == several]
        if len(found) > 1:
            raise Misfit("one name of two")
        if not found:
            self.names[wanted] = text if text[0].isupper() else text.lower()
            self.genders[wanted] = "n" if place else gender(text)
            return wanted
        return found[0]

    def _spoken_of(self, pronoun: str) -> str:
        if pronoun in ("i", "me", "we", "us", "you"):
            known = {"me": "i", "us": "we"}.get(pronoun, pronoun)
            self.names.setdefault(known, known.upper() if known == "i" else known)
            self.genders.setdefault(known, "n")
            return known
        if pronoun in ("they", "them") and len(self.names) > 1:
            return ALL
        return self.subject

    def _person(self, wanted: str, acts: bool, has: bool) -> str:
        """Whom ``he`` or ``she`` means: the only one who can be meant."""
        able = [name for name in self.names if self.genders.get(name) in ("", wanted)]
        sure = [name for name in able if self.genders[name] == wanted]
        able = sure if len(sure) == 1 and len(able) > 1 and self._named_all(able) else able
        if acts and len(able) > 1:
            owners = [name for name in able if any(one.holder == name for one in self.accounts)]
            if len(owners) == 1 and (has or owners[0] == self.subject):
                able = owners
        if not acts:
            able = [name for name in able if name != self.subject] or able
        if len(able) != 1:
            raise Misfit("nobody knows who is meant")
        self.genders[able[0]] = wanted
        return able[0]

    def _named_all(self, able: list[str]) -> bool:
        """Whether those of no known sex are things and places, not names."""
        return all(self.genders[n] or not self.names[n][0].isupper() for n in able)

    def shown(self, holder: str) -> str:
        """A name as it is written at the beginning of a sentence."""
        if holder not in self.names:
            raise Misfit("nobody is named")
        name = self.names[holder]
        return name.capitalize() if name in _US else name if name[0].isupper() else f"The {name}"

    # -------------------------------------------------------------- accounts

    def matching(self, holder: str, thing: str) -> list[Account]:
        """The accounts of a holder that an event on a thing can mean, the nearest kind of them."""
        own = [one for one in self.accounts if holder in (ALL, one.holder)]
        if not thing:
            return own
        exact = [one for one in own if one.thing == thing]
        return exact or [
            one
            for one in own
            if currency_of(one.thing) is None
            and (is_sort_of(one.thing, thing) or is_sort_of(thing, one.thing))
        ]

    def one(self, holder: str, thing: str, *, anywhere: bool = False) -> Account | None:
        """The account that is meant: of the holder, or of nobody; anywhere: else the only one."""
        for found in (self.matching(holder, thing), self.matching("", thing)):
            if len(found) > 1:
                raise Misfit("two accounts")
            if found:
                return found[0]
        found = self.matching(ALL, thing) if anywhere and holder not in self.unknown else []
        if len(found) > 1:
            raise Misfit("two accounts")
        return found[0] if found else None

    def begin(self, holder: str, thing: str, name: str, *, begun: bool) -> Account:
        """A new account with its first amount."""
        account = Account(holder, thing, [name], begun)
        if not begun:
            account.gains.append(name)
        self.accounts.append(account)
        return account

    def add(self, account: Account, amount: str) -> None:
        """An amount is put to what is there."""
        meaning = f"{named(account.thing)} after that"
        after = self.fresh(meaning, account.thing)
        self.ledger.sum(
            after, account.now, amount, why="amount after = amount before + what is added"
        )
        account.states.append(after)
        account.gains.append(amount)
        account.fell = False

    def remove(self, account: Account, amount: str, state: str = "") -> None:
        """An amount is taken from what is there."""
        after = self.fresh(f"{named(account.thing)} that are left", account.thing)
        self.ledger.sum(
            account.now, after, amount, why="amount left = amount before - what is taken away"
        )
        factor, whole = self.fractions.get(amount, ("", ""))
        if whole == account.now and self.some:
            self._kept(factor, whole, after)
        account.states.append(after)
        account.losses.append(amount)
        account.fell = True
        account.gone.append(state)

    def _kept(self, factor: str, whole: str, after: str) -> None:
        """What is left is a fraction, too: it gives what there was, where nobody says it."""
        one = self.ledger.constant("one", "1")
        kept = self.fresh("the fraction that is left", "m")
        self.ledger.sum(one, factor, kept, why="the whole = 1 = fraction taken + fraction left")
        self.ledger.product(after, kept, whole, why="amount left = fraction left * whole")

    def total(self, parts: list[str], thing: str, meaning: str = "the total") -> str:
        """Several amounts together."""
        if len(parts) == 1:
            return parts[0]
        name = self.fresh(meaning, thing)
        self.ledger.sum(name, *parts, why="total = all amounts added")
        return name

    def times(self, one: str, count: str, thing: str, why: str) -> str:
        """So many times the amount of one."""
        name = self.fresh(f"{named(thing)} in all", thing)
        self.ledger.product(name, count, one, why=why)
        return name


def currency_of(thing: str) -> str | None:
    """The code, where a thing is an amount of money."""
    return thing if thing in units.CURRENCIES else None


def named(thing: str) -> str:
    """``the apples``, ``the money``."""
    return "the money" if currency_of(thing) else f"the {plural(thing)}" if thing else "the amount"


def fits(thing: str, wanted: str) -> bool:
    """Whether a question about ``wanted`` can mean an account of ``thing``."""
    if wanted == MUCH:
        return currency_of(thing) is not None or is_measure(thing)
    money = currency(wanted)
    if money is not None:
        return currency_of(thing) is not None and money in ("", thing)
    unit = units.find(wanted)
    if unit is not None and units.find(thing) == unit:
        return True
    return not wanted or (currency_of(thing) is None and is_sort_of(thing, wanted))


def filled(things: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """``10 red and 20 blue toys``, ``13 and 27 oranges``: the noun that comes later, put in."""
    if len(things) < 2:
        return things
    last = things[-1]
    if not last.noun or last.inner or any(one.unit for one in things):
        return things
    head = last.noun.split()[-1]
    return (
        *(
            replace(
                one,
                noun=last.noun
                if not one.noun and one.number not in (ALL, REST)
                else f"{one.noun} {head}",
            )
            if one.plain and (not one.noun or (one.noun in _SORTS and last.noun != head))
            else one
            for one in things[:-1]
        ),
        last,
    )
