"""How long, heavy, old or dear each of several things is: told, compared, and asked for."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.told.tales import comparing, known
from mathviz_chat.core.problems.readers.told.tales.accounts import Account, Misfit, currency_of
from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.inquiry import Asked
from mathviz_chat.core.problems.readers.told.tales.nouns import plural
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    shared,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    Quantity,
    nouns,
    simple,
    who,
)
from mathviz_chat.core.problems.readers.told.tales.telling import (
    Telling,
    low,
    quantity,
    subject,
)

_DIMENSIONS: Final = {
    "long": "length", "tall": "length", "high": "length", "wide": "length", "deep": "length",
    "thick": "length", "heavy": "mass", "old": "months", "lasting": "time", "dear": "money",
}  # fmt: skip
"""Each attribute and what it is measured in."""
_MORE: Final = {
    "longer": "long lasting", "taller": "tall", "higher": "high", "wider": "wide",
    "deeper": "deep", "thicker": "thick", "heavier": "heavy", "older": "old",
}  # fmt: skip
_LESS: Final = {
    "shorter": "long tall lasting", "lower": "high", "narrower": "wide", "shallower": "deep",
    "thinner": "thick", "lighter": "heavy", "younger": "old", "cheaper": "dear",
}  # fmt: skip
"""Comparatives, and the attributes that they may be of."""
_VERBS: Final = {
    "dear": r"costs?|is\s+worth|was\s+worth", "heavy": r"weighs?|weighed",
    "lasting": r"lasts?|lasted|takes?|took", "long": r"measures?|measured",
}  # fmt: skip
_SAYS: Final = {"dear": "costs", "heavy": "weighs", "lasting": "lasts"}
_OF_VERB: Final = {
    form: name
    for name, forms in (
        ("dear", "cost costs worth"), ("heavy", "weigh weighs weighed"),
        ("lasting", "last lasts lasted take takes took"), ("long", "measure measures measured"),
    )
    for form in forms.split()
}  # fmt: skip
_ADJECTIVE: Final = "|".join(one for one in _DIMENSIONS if one not in ("dear", "lasting"))
_VERB: Final = "|".join(_VERBS.values())
_COMPARATIVE: Final = "|".join((*_MORE, *_LESS))
_item: Final = shared(
    either(
        made(
            sequence(nouns(counted=False), words(r"of(?!\s+\d)"), nouns(counted=False)),
            lambda v: f"{v[0]} of {v[2]}",
        ),
        who,
    )
)
"""``a bag of flour``, ``the pine``, ``she``."""
_be: Final = words("is|are|was|were")
_than: Final = maybe(
    made(sequence(words("than"), _item, maybe(words("is|does|do"))), lambda v: v[1])
)
_as: Final = maybe(made(sequence(words("as"), _item, maybe(words("is|does|do"))), lambda v: v[1]))
_factor: Final = made(words(r"twice|half|\d{1,3}\s+times"), lambda w: w.lower())
_FACTORS: Final = {"twice": "2", "half": "1/2"}


def _of(word: str) -> str:
    """The attributes that a verb, an adjective or a comparative may tell of."""
    last = word.lower().split()[-1]
    return _OF_VERB.get(last) or _MORE.get(last) or _LESS.get(last) or last


def _said(who: str | None, word: str, found: Quantity) -> Event | None:
    """An event, where the unit fits the attribute."""
    fitting = [one for one in _of(word).split() if _fits(found, one)]
    return Event("measured", who or "", (found,), state=" ".join(fitting)) if fitting else None


def _fits(found: Quantity, attribute: str) -> bool:
    if found.versus == "times":
        return True
    dimension = _DIMENSIONS[attribute]
    if dimension == "money" or found.unit:
        return dimension == "money" and bool(found.unit)
    unit = units.find(found.noun) or units.find(f"{found.noun}s")
    return unit is not None and unit.dimension == dimension


def _differs(found: Quantity, less: bool, than: str | None) -> Quantity | None:
    if not found.plain or found.more or found.part or not found.thing:
        return None
    versus = "fewer" if less else "more"
    return Quantity(found.number, found.unit, found.noun, than=than or "?", versus=versus)


def _times(factor: str, than: str | None) -> Quantity:
    return Quantity(_FACTORS.get(factor, factor.split()[0]), than=than or "?", versus="times")


def _plain(who: str, word: str, found: Quantity) -> Event | None:
    return _said(who, word, found) if found.plain and not found.more and not found.part else None


def _compared(who: str | None, word: str, found: Quantity | None) -> Event | None:
    return None if found is None else _said(who, word, found)


_now: Final = maybe(words(r"now\s*,?"))
MEASURED: Final = either(
    made(
        sequence(_now, _item, _be, simple, words(_ADJECTIVE)),
        lambda v: _plain(v[1], v[4], v[3]),
    ),
    made(
        sequence(_now, _item, words(_VERB), simple),
        lambda v: _plain(v[1], v[2], v[3]),
    ),
    made(
        sequence(maybe(_item), _be, simple, words(_COMPARATIVE), _than),
        lambda v: _compared(v[0], v[3], _differs(v[2], v[3].lower() in _LESS, v[4])),
    ),
    made(
        sequence(maybe(_item), words(_VERB), simple, words("more|less|longer"), _than),
        lambda v: _compared(v[0], v[1], _differs(v[2], v[3].lower() == "less", v[4])),
    ),
    made(
        sequence(maybe(_item), _be, _factor, words("as"), words(_ADJECTIVE), _as),
        lambda v: _said(v[0], v[4], _times(v[2], v[5])),
    ),
    made(
        sequence(maybe(_item), words(_VERB), _factor, words(r"as\s+(?:much|long)"), _as),
        lambda v: _said(v[0], v[1], _times(v[2], v[4])),
    ),
)
"""``the oak is 3 m taller than the pine``, ``it costs twice as much as a cap``."""
_does: Final = words("does|do|did|will|would")
_TOGETHER: Final = r"together|altogether|in\s+(?:all|total)|combined"
_both: Final = either(
    made(words(r"they(?:\s+both)?|both(?:\s+of\s+them)?|2\s+(?:of\s+them|[a-z]+)"), lambda _: ()),
    made(sequence(_item, words("and"), _item), lambda v: (v[0], v[2])),
)


def _all(word: str, items: tuple[str, ...], together: str | None) -> Asked | None:
    """The sum of two things, or of both that the story tells of."""
    if not items and not together:
        return None
    first, second = items or ("", "")
    return Asked("measures", who=first, than=second, state=_of(word))


def _one(thing: str | None, who: str, word: str) -> Asked:
    return Asked("measure", thing or "", who, state=_of(word))


_unit: Final = maybe(made(nouns(), lambda text: text))
_HOW_MUCH: Final = r"how\s+(?:much|many)"
_CHANGES: Final = rf"gain|lose|grow|shrink|get\s+(?:{_COMPARATIVE})"
_how_long: Final = made(sequence(words("how"), words(_ADJECTIVE)), lambda v: v[1])
_what: Final = words(r"how\s+much(?:\s+money)?|what|how\s+long")
_verb: Final = words("cost|weigh|last|take|measure")
ASKED: Final = either(
    made(
        sequence(_how_long, _be, _both, maybe(words(_TOGETHER))),
        lambda v: _all(v[0], v[2], v[3]),
    ),
    made(
        sequence(_what, _does, _both, _verb, maybe(words(_TOGETHER))),
        lambda v: _all(v[3], v[2], v[4]),
    ),
    made(sequence(_how_long, _be, _item), lambda v: _one(None, v[2], v[0])),
    made(sequence(_what, _does, _item, _verb), lambda v: _one(None, v[2], v[3])),
    made(
        sequence(words(r"how\s+many"), nouns(), words(_ADJECTIVE), _be, _item),
        lambda v: _one(v[1], v[4], v[2]),
    ),
    made(
        sequence(words(r"how\s+many"), nouns(), _does, _item, _verb),
        lambda v: _one(v[1], v[3], v[4]),
    ),
    made(
        sequence(words(rf"(?:by\s+)?{_HOW_MUCH}"), _unit, words(_COMPARATIVE), _be, _item, _than),
        lambda v: _more(v[2], v[1], v[4], v[5], v[2].lower() in _LESS),
    ),
    made(
        sequence(
            words(_HOW_MUCH),
            _unit,
            words(_COMPARATIVE),
            words("than"),
            _item,
            _be,
            _item,
        ),
        lambda v: _more(v[2], v[1], v[6], v[4], v[2].lower() in _LESS),
    ),
    made(
        sequence(words(rf"(?:by\s+)?{_HOW_MUCH}"), _unit, _does, _item, words(_CHANGES)),
        lambda v: Asked(
            "lost" if v[4].lower().split()[-1] in ("shrink", "lose", *_LESS) else "gained",
            v[1] or "",
            v[3],
        ),
    ),
    made(
        sequence(
            words(_HOW_MUCH),
            words("more|less"),
            maybe(words("money")),
            _unit,
            _does,
            _item,
            _verb,
            _than,
        ),
        lambda v: _more(v[6], v[3], v[5], v[7], v[1].lower() == "less"),
    ),
    made(
        sequence(
            words(_HOW_MUCH),
            _unit,
            words("longer"),
            _does,
            _item,
            words("last|take"),
            _than,
        ),
        lambda v: _more("last", v[1], v[4], v[6], less=False),
    ),
    made(
        sequence(
            words(r"how\s+many\s+times\s+as"),
            words(f"{_ADJECTIVE}|expensive"),
            either(
                made(sequence(words("as"), _item, _be, _item), lambda v: (v[3], v[1])),
                made(sequence(_be, _item, words("as"), _item), lambda v: (v[1], v[3])),
            ),
        ),
        lambda v: Asked("measured times", who=v[2][0], than=v[2][1], state=_of(v[1])),
    ),
    made(
        sequence(
            words(r"how\s+many\s+times\s+as\s+much"),
            either(
                made(sequence(words("as"), _item, _does, _item), lambda v: (v[3], v[1])),
                made(
                    sequence(_does, _item, maybe(_verb), words("as"), _item),
                    lambda v: (v[1], v[4]),
                ),
            ),
            maybe(_verb),
        ),
        lambda v: Asked(
            "measured times", who=v[1][0], than=v[1][1], state=_of(v[2]) if v[2] else ""
        ),
    ),
)
"""``how much taller is the pine``, ``how old are they together``."""


def _more(word: str, unit: str | None, who: str, than: str | None, less: bool) -> Asked:
    state = f"{_of(word)}{' <' if less else ''}"
    return Asked("measured gap", unit or "", who, than=than or "", state=state)


# ---------------------------------------------------------------------- events


def enter(telling: Telling, event: Event) -> None:
    """So long, heavy, old or dear one thing is, or is so much more than another one."""
    world = telling.world
    holder = subject(telling, event.who)
    if not holder or holder not in world.names:
        raise Misfit("what is it?")
    (found,) = event.things
    name, meant, than = "", found, ""
    if found.versus:
        name, meant, than = comparing.amount(world, found, holder)
    thing = meant.thing
    attribute = agreed(telling, thing, event.state)
    if not name and known.differs(telling, holder, meant):
        telling.say(f"Now {low(world, holder)} {told(attribute, meant, '')}")
        return
    if _is_other(telling, thing):
        raise Misfit("not measured before")
    if any((one.holder, one.thing) == (holder, thing) for one in world.accounts):
        raise Misfit("it is told twice")
    name = name or world.given(found.number, thing)
    world.begin(holder, thing, name, begun=True)
    telling.measured.add(holder)
    telling.say(f"{world.shown(holder)} {told(attribute, meant, than)}")


def _is_other(telling: Telling, thing: str) -> bool:
    """Whether an amount of the unit is no attribute, such as the metres of a walk."""
    own = [one for one in telling.world.accounts if one.thing == thing]
    return thing != "year" and any(one.holder not in telling.measured for one in own)


def agreed(telling: Telling, thing: str, attributes: str) -> str:
    """The attribute that is meant; Misfit where others of that unit are spoken of."""
    known = telling.attributes.get(thing, attributes)
    both = [one for one in known.split() if not attributes or one in attributes.split()]
    if not both:
        raise Misfit("another attribute")
    telling.attributes[thing] = " ".join(both)
    return both[0]


_THAN: Final = {name: comparative for comparative, names in _MORE.items() for name in names.split()}
_UNDER: Final = {
    "long": "shorter", "tall": "shorter", "high": "lower", "wide": "narrower", "deep": "shallower",
    "thick": "thinner", "heavy": "lighter", "old": "younger",
}  # fmt: skip


def told(attribute: str, found: Quantity, than: str) -> str:
    """What is said of a thing, as :data:`MEASURED` reads it."""
    verb = _SAYS.get(attribute, "is")
    if found.versus == "times":
        factor = {"1/2": "half", "2": "twice"}.get(found.number, f"{found.number} times")
        much = attribute if verb == "is" else "long" if attribute == "lasting" else "much"
        return f"{verb} {factor} as {much}" + (f" as {than}" if than else "")
    plain = quantity(Quantity(found.number, found.unit, found.noun))
    if not found.versus:
        return f"{verb} {plain}" + (f" {attribute}" if verb == "is" else "")
    less = found.versus == "fewer"
    if verb == "is":
        word = _UNDER[attribute] if less else _THAN[attribute]
    else:
        word = "less" if less else "longer" if attribute == "lasting" else "more"
    return f"{verb} {plain} {word}" + (f" than {than}" if than else "")


# ---------------------------------------------------------------------- answers

Found = tuple[str, str, str]


def _known(telling: Telling, asked: Asked, attributes: str) -> list[Account]:
    """The accounts of the attribute that is asked for."""
    things = dict(telling.attributes)
    if any(one.thing == "year" for one in telling.world.accounts):
        things["year"] = "old"
    for thing, meant in things.items():
        both = [one for one in meant.split() if not attributes or one in attributes.split()]
        if both and (not asked.thing or _is_unit(asked.thing, thing)):
            return [one for one in telling.world.accounts if one.thing == thing]
    raise Misfit("another attribute")


def _is_unit(named: str, thing: str) -> bool:
    first, second = (units.find(one) or units.find(f"{one}s") for one in (named, thing))
    return first is not None and first == second


def _of_one(telling: Telling, own: list[Account], who: str) -> Account:
    world = telling.world
    before = set(world.names)
    holder = world.holder(who, has=True)
    found = [one for one in own if one.holder == holder]
    if holder not in before or len(found) != 1 or len(found[0].states) != 1:
        raise Misfit("of which of them?")
    return found[0]


def _attribute(telling: Telling, account: Account) -> str:
    return telling.attributes.get(account.thing, "old").split()[0]


def one(telling: Telling, asked: Asked) -> Found:
    """How long, heavy, old or dear one of them is."""
    account = _of_one(telling, _known(telling, asked, asked.state), asked.who)
    name, attribute = low(telling.world, account.holder), _attribute(telling, account)
    if currency_of(account.thing):
        return account.now, account.thing, f"How much does {name} cost?"
    if attribute in _SAYS:
        verb = _SAYS[attribute].removesuffix("s")
        return account.now, account.thing, f"How many {plural(account.thing)} does {name} {verb}?"
    return account.now, account.thing, f"How many {plural(account.thing)} {attribute} is {name}?"


def together(telling: Telling, asked: Asked) -> Found:
    """Two of them together."""
    own = _known(telling, asked, asked.state)
    if asked.who:
        own = [_of_one(telling, own, one) for one in (asked.who, asked.than)]
    if len(own) != 2 or own[0] is own[1] or any(len(one.states) != 1 for one in own):
        raise Misfit("which of them?")
    first, second = own
    thing, attribute = first.thing, _attribute(telling, first)
    name = telling.world.total([first.now, second.now], thing)
    if attribute in _SAYS:
        verb = _SAYS[attribute].removesuffix("s")
        return name, thing, f"How {'long' if verb == 'last' else 'much'} do they {verb} together?"
    return name, thing, f"How {attribute} are they together?"


def gap(telling: Telling, asked: Asked) -> Found:
    """How much longer, heavier, older or dearer one of them is."""
    attributes, less, _ = asked.state.partition(" <")
    first, second = _pair(telling, asked, attributes)
    larger, smaller = (second, first) if less else (first, second)
    world = telling.world
    name = world.fresh("the difference", first.thing)
    world.ledger.sum(
        larger.now, smaller.now, name, why="larger number = smaller number + difference"
    )
    attribute = _attribute(telling, first)
    names = low(world, first.holder), low(world, second.holder)
    if attribute in _SAYS and attribute != "lasting":
        verb = _SAYS[attribute].removesuffix("s")
        word = "less" if less else "more"
        return name, first.thing, f"How much {word} does {names[0]} {verb} than {names[1]}?"
    if attribute == "lasting":
        if less:
            raise Misfit("how much shorter?")
        return name, first.thing, f"How much longer does {names[0]} last than {names[1]}?"
    word = _UNDER[attribute] if less else _THAN[attribute]
    return name, first.thing, f"How much {word} is {names[0]} than {names[1]}?"


def _pair(telling: Telling, asked: Asked, attributes: str) -> tuple[Account, Account]:
    own = _known(telling, asked, attributes)
    first = _of_one(telling, own, asked.who)
    if asked.than:
        second = _of_one(telling, own, asked.than)
    elif len(own) == 2:
        second = next(one for one in own if one is not first)
    else:
        raise Misfit("than which?")
    if first is second:
        raise Misfit("than itself?")
    return first, second


def factor(telling: Telling, asked: Asked) -> Found:
    """How many times as long, heavy, old or dear one of them is."""
    first, second = _pair(telling, asked, asked.state)
    world = telling.world
    name = world.fresh("how many times as much", "m")
    world.ledger.product(first.now, name, second.now, why="one amount = so many times the other")
    attribute = _attribute(telling, first)
    names = low(world, first.holder), low(world, second.holder)
    if attribute in _SAYS:
        verb = _SAYS[attribute].removesuffix("s")
        question = f"How many times as much does {names[0]} {verb} as {names[1]}?"
    else:
        question = f"How many times as {attribute} is {names[0]} as {names[1]}?"
    return name, "", question
