"""Things that happen every so often, or come in packs: when again at once, how many of each.

Lengths that are cut, and things that are put up in equal groups, with nothing left over.
"""

from __future__ import annotations

from collections.abc import Callable
from math import lcm
from typing import Final

from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import amount
from mathviz_chat.core.problems.readers.frames.tokens import words


def _computed(function: str, role: str) -> Callable[[Filled], str | None]:
    """The greatest common divisor or the least common multiple of the quantities of a role."""

    def restate(filled: Filled) -> str | None:
        tokens = filled.roles[role]
        units = {None if one.unit is None else one.unit.symbol for one in tokens}
        values = [amount(one) for one in tokens]
        if len(units) > 1 or any(one is None or one.denominator != 1 for one in values):
            return None
        (unit,) = units
        if filled.wanted is not None and filled.wanted.symbol != unit:
            return None
        said = f"Calculate {function}({', '.join(map(str, values))})"
        return f"{said}." if unit is None else f"{said} in {unit}."

    return restate


def _again(filled: Filled) -> str | None:
    """After how long; at what time of day where the first one is told."""
    start = filled.text("start")
    if filled.asked != "when" or not start:
        return _computed("lcm", "period")(filled)
    tokens = filled.roles["period"]
    values = [amount(one) for one in tokens]
    if {one.unit.symbol for one in tokens if one.unit is not None} != {"min"}:
        return None
    if filled.wanted is not None or any(one is None or one.denominator != 1 for one in values):
        return None
    return f"What time is {lcm(*(int(one) for one in values if one))} minutes after {start}?"


def _items(filled: Filled) -> str | None:
    """How many of each, not how many packs."""
    return None if filled.asked == "packs" else _computed("lcm", "size")(filled)


_ALL: Final = "both|all|together|they|same time|at once|simultaneously|each of them"
"""Beside the time of day at which it is true of each of them."""
_WHEN: Final = "|".join(
    [
        f"{when} {verb} {who}"
        for when in ("when", "what time")
        for verb in ("do", "will", "are", "would")
        for who in (
            "they",
            "both",
            "all",
            "buses",
            "bells",
            "lights",
            "2",
            "trains",
            "ferries",
            "alarms",
        )
    ]
    + ["when is next time", "when will be next time", "when next", "at what time together"]
)
"""Not of one of them alone: ``when does the second bus next leave``."""
_AGAIN: Final = (
    "together|same time|at once|simultaneously|same moment|same day|coincide|same instant|meet|"
    "both again|both there again|all there again|both here again|both be there|both at stop again"
)
_WORDS: Final = words(
    "flash flashes flashed ring rings rang leave leaves left depart departs start starts "
    "started begin "
    "begins meet meets next again together same time at once first now today every other both "
    "all will "
    "when until till after then later from before how bell light bus ferry lighthouse stop "
    "blink blinks "
    "swim swims visit visits go goes run runs comes come it take takes took lap line complete "
    "completes "
    "interval intervals regular beep beeps alarm moment its minutes seconds days hours minute "
    "lights "
    "bells buses was were had would 1 one another each simultaneously day time shortest "
    "least "
    "soon long instant starting point before go pass by there station stop same morning week "
    "weeks service serviced check checked"
) - words("1")

FRAMES: Final = (
    Frame(
        needs=(_AGAIN, "every|intervals of|takes|take|each"),
        roles={
            "period": Role(
                "time",
                before="every|intervals of|interval of|takes|take|other|second|once every",
                least=2,
                most=4,
            ),
            "start": Role("clock", before=_ALL, after=_ALL, least=0),
        },
        asks={
            "again": "how long|how many minutes|how many seconds|how many days|how much time|"
            "how many hours|how soon|after how many|how many weeks|in how many days",
            "when": _WHEN,
        },
        by_unit={"time": "again"},
        restate=_again,
        passed="second light every|second bell every|second bus every|second every|second 1 every|"
        "at what time|bus number|2 routes|2 trains|2 trams|2 timers|3 friends|2 pumps|"
        "2 signals|2 planets|3 ships|2 ships|3 runners|2 taps|"
        "2 lights|2 bells|2 buses|3 bells|3 lights|2 lighthouses|3 buses|2 alarms|1|other|"
        "1 of them|2 friends|2 people|both|2 runners|2 ferries|2 cyclists|2 machines|3 alarms|2 "
        "clocks",
        allowed=_WORDS,
        one_owner=False,
    ),
    Frame(
        needs=(
            "longest|greatest|largest|biggest|maximum|as long as possible|as big as possible|"
            "as large as possible",
            "cut|cuts|piece|pieces|tile|tiles|strips|squares|sections|lengths|parts",
        ),
        roles={"length": Role("length", least=2, most=4)},
        asks={
            "size": "length|longest|greatest|largest|biggest|how long|size|side|maximum length|"
            "greatest length|longest possible length|largest possible|how big|how long is each"
        },
        restate=_computed("gcd", "length"),
        passed="nothing left over|with nothing wasted|nothing wasted|nothing is wasted|no wastage|"
        "with no waste|nothing being left over|nothing being wasted|nothing to be wasted|"
        "so that nothing is left over|without any being left over|without anything being wasted|"
        "no rope left over|no ribbon left over|no wood left over|no string left over|2 lengths|"
        "3 lengths|3 planks|3 pipes|2 rods|3 rods|2 cables|3 cables|2 beams|2 logs|3 strings|"
        "all same length|no waste|without waste|without wasting any|nothing is left|with "
        "nothing left|without any left over|no left over|none left|without anything left over|no "
        "remainder|without any waste|2 ribbons|2 ropes|2 pieces|2 planks|3 ropes|3 pieces|2 boards|"
        "no leftover|same length|equal length|equal lengths|equal pieces|each piece|equal size|"
        "any left over|2 strings|2 wires|2 pipes|3 ribbons|whole number of|without cutting any",
        allowed=words(
            "longest greatest largest biggest maximum possible cut cuts piece pieces length "
            "lengths same "
            "equal each be both all into can so that them long tile tiles square identical side "
            "cover "
            "covered by of its would as must it exactly integer whole wide floor strips rope "
            "ribbon "
            "string wire plank board measuring without need needs wants want using use exact parts "
            "sections cutting out from up any over left"
        )
        - words("without"),
        one_owner=False,
    ),
    Frame(
        needs=(
            "greatest|largest|biggest|most|maximum",
            "groups|teams|packs|bags|bouquets|packets|baskets|parcels|sets|gift|boxes|bunches|kits|"
            "hampers|rows|bundles|arrangements",
            "in each|each|every|identical|exactly alike",
        ),
        roles={"things": Role("number", least=2, most=4)},
        asks={
            "count": "greatest number|largest number|biggest number|most|maximum number|greatest|"
            "largest|maximum"
        },
        restate=_computed("gcd", "things"),
        passed="nothing left over|none left over|with none left over|with nothing left over|"
        "without any left over|using all|uses all|same number of|all of them|no leftovers|"
        "each|all|identical|none left|number of each|left over",
        allowed=words(
            "greatest largest biggest most maximum number possible groups teams packs bags same "
            "identical "
            "equal of each with be all using into can made make makes that every put them both "
            "put so "
            "it put divide divided split share shared exactly would has gets contain contains "
            "contained"
        )
        - words("every"),
        one_owner=False,
    ),
    Frame(
        needs=(
            "packs of|boxes of|packets of|packages of|bags of",
            "same number|equal number|equal numbers|same amount|as many",
            "least|smallest|fewest|minimum|lowest",
        ),
        roles={"size": Role("number", before="of|in", least=2, most=3)},
        asks={
            "count": "least number|smallest number|fewest|minimum number|least|smallest|lowest "
            "number",
            "packs": "number of packs|number of boxes|number of packets|number of bags|"
            "number of packages|how many packs|how many boxes|how many packets|how many bags",
        },
        restate=_items,
        passed="same number of|equal numbers of|equal number of|of each|each|number of each|"
        "packs of|"
        "boxes of|packets of|packages of|bags of",
        allowed=words(
            "least smallest fewest minimum lowest number same equal numbers each buy bought "
            "must be have "
            "of it come sold sell buying both wants exactly as many to get possible so no left "
            "over "
            "would if had need"
        )
        - words("no"),
        one_owner=False,
    ),
)
