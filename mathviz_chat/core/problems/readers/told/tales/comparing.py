"""Amounts told by others: twice as many as Ben, 5 fewer than Omar, half as many hens as cows."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from mathviz_chat.core.problems.readers.told.amounts import key, same
from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.accounts import (
    Account,
    Accounts,
    Misfit,
    currency_of,
)
from mathviz_chat.core.problems.readers.told.tales.nouns import gender, plural
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    PRONOUNS,
    Quantity,
    money,
    noun,
    number,
    who,
)


class NotYet(Misfit):
    """What it is compared with is told later."""


_FACTORS: Final = {"twice": "2", "half": "1/2"}
_than: Final = sequence(
    words("as|than"), maybe(who), maybe(words(rf"does|do|did|has|had|have|{verbs.GAIN}"))
)


def _factor(text: str) -> str:
    return _FACTORS.get(text.lower(), text.split()[0])


def _compared(factor: str, named: str | None, than: Any) -> Quantity:
    told = "" if than is None else than[1] or "?"
    return Quantity(factor, "", named or "", than=told, versus="times")


def _more(value: tuple[Any, ...]) -> Quantity | None:
    found, how, named, than = value
    if (than and than[0].lower() != "than") or (found.unit and named):
        return None
    if than is None and how.lower() == "more":
        return None  # more than there are, or more than somebody has?
    versus = "more" if how.lower() == "more" else "fewer"
    return Quantity(
        found.number, found.unit, named or "", than=than[1] or "?" if than else "", versus=versus
    )


compared: Final = either(
    made(
        sequence(
            made(words(r"twice|half|\d{1,3}\s+times|1/\d{1,2}"), _factor),
            words("as\\s+many|as\\s+much"),
            maybe(noun),
            maybe(_than),
        ),
        lambda v: None if v[3] and v[3][0].lower() != "as" else _compared(v[0], v[2], v[3]),
    ),
    made(
        sequence(either(money, number), words("more|fewer|less"), maybe(noun), maybe(_than)), _more
    ),
    made(
        sequence(number, noun, words("more|fewer|less"), maybe(_than)),
        lambda v: None if v[0].unit else _more((v[0], v[2], v[1], v[3])),
    ),
)
"""``twice as many shells as Omar``, ``5 fewer pens than Ann``, ``$12 more than Uma``."""


def shown(found: Quantity, name: str) -> str:
    """A comparison as :data:`compared` reads it; name: of whom it is compared with."""
    thing = "" if currency_of(found.thing) else plural(found.noun)
    if found.versus == "times":
        factor = {"1/2": "half", "2": "twice"}.get(found.number, f"{found.number} times")
        factor = found.number if "/" in found.number and found.number != "1/2" else factor
        many = f"{factor} as {'many ' + thing if thing else 'much money'}"
        return f"{many} as {name}" if name else many
    than = f" than {name}" if name else ""
    versus = "less" if found.unit and found.versus == "fewer" else found.versus
    return f"{'$' if found.unit else ''}{found.number} {versus} {thing}{than}".replace("  ", " ")


def amount(world: Accounts, found: Quantity, holder: str) -> tuple[str, Quantity, str]:
    """The number of a quantity that is told by another one, what is meant, and with whom."""
    if found.noun in ("money", "cash"):
        found = Quantity(found.number, "", "", than=found.than, versus=found.versus)
    world.thing = found.noun or world.thing
    base, name = _base(world, found, holder)
    if base.losses or len(base.states) != 1:
        raise Misfit("as many as when?")
    thing = base.thing if not found.noun or same(found.noun, base.thing) else found.noun
    if found.unit and found.unit != thing:
        raise Misfit("two currencies")
    unit = currency_of(thing) or ""
    made = world.fresh(f"the {plural(thing) if not unit else 'money'} compared", thing)
    _relate(world, found, made, base.now, thing)
    meant = Quantity(
        found.number, unit, "" if unit else thing, than=found.than, versus=found.versus
    )
    return made, meant, name


def _relate(world: Accounts, found: Quantity, one: str, other: str, thing: str) -> None:
    """The fact that one amount is so many times the other one, or so many more or fewer."""
    if found.versus == "times":
        factor = world.fresh("", "m")
        world.ledger.give(factor, Fraction(found.number))
        world.ledger.product(one, factor, other, why="one amount = so many times the other amount")
        return
    gap = world.given(found.number, thing)
    larger, smaller = (one, other) if found.versus == "more" else (other, one)
    world.ledger.sum(larger, smaller, gap, why="larger number = smaller number + difference")


def backwards(
    world: Accounts, found: Quantity, holder: str, *, gained: bool
) -> tuple[Quantity, str]:
    """The other amount by the one that is told: ``Ann has 20, which is 4 times as many as Ben``.

    The quantity as it is meant, and the name of what is compared with. gained: what was got is
    compared, not what was there before.
    """
    if found.than in ("", "?") or found.than.lower() in PRONOUNS:
        raise Misfit("as whom?")
    of_thing = _is_thing(world, found)
    own = world.matching(holder, "")
    own = [one for one in own if not found.thing or one.thing == found.thing]
    if len(own) != 1 or len(own[0].states) != 1 or own[0].done or (gained and own[0].begun):
        raise Misfit("more than what?")
    (account,) = own
    thing = key(found.than) if of_thing else account.thing
    than = account.holder if of_thing else world.holder(found.than)
    if than == account.holder and thing == account.thing:
        raise Misfit("than itself?")
    if any(one.thing == thing for one in world.accounts if one.holder in (than, "")):
        raise Misfit("it is told twice")
    other = world.fresh(f"the {plural(thing)} compared", thing)
    _relate(world, found, account.now, other, account.thing)
    world.begin(than, thing, other, begun=account.begun).placed = account.placed
    unit = currency_of(account.thing) or ""
    noun = "" if unit else account.thing
    meant = Quantity(found.number, unit, noun, than=found.than, versus=found.versus)
    return meant, plural(thing) if of_thing else _named(world, than)


def _is_thing(world: Accounts, found: Quantity) -> bool:
    """Whether it is compared with things of another sort (``than boys``), not with somebody."""
    if found.than[0].isupper() or not found.noun:
        return False
    return key(found.than) != found.than.lower() and not gender(found.than)


def place_of(world: Accounts, found: Quantity, holder: str) -> str:
    """Where the things are that are compared with others: there, where no place is told."""
    if holder or not found.versus or not found.than:
        return holder
    places = {one.holder for one in world.accounts if one.thing == key(found.than)}
    return places.pop() if len(places) == 1 else holder


def _base(world: Accounts, found: Quantity, holder: str) -> tuple[Account, str]:
    """The account it is compared with, and its name; "" for the one that was spoken of."""
    if found.than and found.than != "?":
        if found.than.lower() in PRONOUNS:
            return _other(world, found, holder)
        wanted = key(found.than)
        of_thing = [
            one
            for one in world.accounts
            if one.thing == wanted and (one.holder == holder or "" in (one.holder, holder))
        ]
        if len(of_thing) == 1:
            return of_thing[0], plural(wanted)
        than = world.holder(found.than)
        own = [one for one in world.accounts if one.holder == than and than != holder]
        own = [one for one in own if not found.noun or same(one.thing, found.noun)]
        if found.unit:
            own = [one for one in own if one.thing == found.unit]
        if not own:
            raise NotYet(found.than)
        if len(own) != 1:
            raise Misfit("as many as which?")
        return own[0], _named(world, than)
    thing = found.noun
    own = [one for one in world.accounts if not thing or same(one.thing, thing)]
    if not own and len(world.accounts) == 1 and not found.than:
        beside = world.accounts[0]
        if beside.holder == holder and currency_of(beside.thing) is None:
            return beside, ""
    if len(own) != 1 or (own[0].begun and own[0].holder == holder):
        raise Misfit("as many as who?")
    if own[0].holder == holder:
        return own[0], ""
    return own[0], _named(world, own[0].holder) if own[0].holder else ""


def _other(world: Accounts, found: Quantity, holder: str) -> tuple[Account, str]:
    """``four times as old as she is``: the only other one of whom such an amount is told."""
    own = [one for one in world.accounts if one.holder and one.holder != holder]
    own = [one for one in own if not found.thing or one.thing == found.thing]
    sex = {"he": "m", "him": "m", "she": "f", "her": "f"}.get(found.than.lower())
    if len(own) != 1 or not sex or world.genders[own[0].holder] not in ("", sex):
        raise Misfit("as whom?")
    return own[0], _named(world, own[0].holder)


def _named(world: Accounts, holder: str) -> str:
    name = world.names[holder]
    return name if name[0].isupper() or name in ("we", "you") else f"the {name}"
