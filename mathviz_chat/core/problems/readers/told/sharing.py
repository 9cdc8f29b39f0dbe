"""Parts in a ratio: sharing, mixing, cutting; the whole, one part or a difference may be known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, Amount, amount, key, noun, same
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.readers.told.sharing_grammar import CLAUSES
from mathviz_chat.core.problems.wording import Hit

_KEYS: Final = re.compile(
    r"\bratios?\b|\bproportion|\bfor\s+(?:every|each)\b|\d\s*:\s*\d|\b(?:shar|split|divid)\w*\b.*\d\s+to\s+\d",
    re.I,
)
_SHUT: Final = re.compile(
    r"\b(?:revers\w*|opposite|inverse\w*|backwards?|swapped|switched|instead|except)\b"
    r"|\bother\s+way\b|\bnot\s+(?:necessarily\s+)?in\b",
    re.I,
)
"""The parts belong to the people in another order than the ratio says."""
_ASKS: Final = frozenset(
    {"all", "least", "most", "total", "asked", "gap", "fraction", "percentage"}
)
_ANGLES: Final = {"triangle": 180, "quadrilateral": 360, "pentagon": 540, "hexagon": 720}
_NO_NAMES: Final = frozenset(
    ("share", "split", "divide", "get", "receive", "have", "money", "each")
)


@dataclass(slots=True)
class _Parts:
    """What a story says about its parts. names: as they are compared; called: as it writes them."""

    ratio: list[str]
    names: list[str]
    called: list[str]
    ledger: Ledger
    units: set[str | None]
    told: list[str]
    wholes: set[str]

    def index(self, text: str | None) -> int | None:
        """Which part a noun names; None where none or several."""
        wanted = key(text)
        fits = [k for k, name in enumerate(self.names) if _names(name, wanted)]
        return fits[0] if len(fits) == 1 else None

    def extreme(self, largest: bool) -> int | None:
        """The only largest or smallest part."""
        values = [Fraction(part) for part in self.ratio]
        wanted = max(values) if largest else min(values)
        return values.index(wanted) if values.count(wanted) == 1 else None

    def knows(self, quantity: str, found: Amount, words: str) -> None:
        """A number that the story tells."""
        self.ledger.give(quantity, found.text)
        self.units.add(found.unit)
        self.told.append(f"{words} {found.shown()}.")


def _names(name: str, wanted: str) -> bool:
    """``green`` and ``green sweet`` are one, so are ``sweet`` and ``green sweet``."""
    shorter, longer = sorted((name, wanted), key=len)
    return same(name, wanted) or (bool(shorter) and longer.startswith(f"{shorter} "))


def _build(story: Story) -> Problem | None:
    try:
        return _read(story)
    except ValueError:
        return None  # a quantity is told twice


def _read(story: Story) -> Problem | None:
    ratios = [hit for hit in story.every() if hit.get("r") or hit.get("r1")]
    asked = [(name, hit) for name, hit in story.clauses if name in _ASKS]
    if len(ratios) != 1 or len(asked) > 1:
        return None
    parts = _parts(story, ratios[0])
    if parts is None:
        return None
    for hit in story.all("figure"):
        if hit.get("figure"):
            total = _ANGLES.get(hit["figure"].lower())
            if total is None or total in (540, 720):
                return None
            parts.ledger.give("whole", str(total))
            parts.units.add("deg")
            parts.told.append(f"The angles of a {hit['figure'].lower()} are shared.")
    for hit in (*story.all("amount"), *story.all("more"), *story.all("figure")):
        if not _amount(parts, hit):
            return None
    if len(parts.units) > 1:
        return None
    return _asked(parts, *(asked[0] if asked else ("all", None)))


def _parts(story: Story, hit: Hit) -> _Parts | None:
    ratio = re.split(r"\s*:\s*|\s+to\s+", hit["r"]) if hit.get("r") else [hit["r1"], hit["r2"]]
    named = [one for one in story.every() if one.get("name1")]
    slots = ("name1", "name2", "name3")
    called = [noun(one[slot]) for one in named[:1] for slot in slots if one.get(slot)]
    names = list(map(key, called))
    if len(named) > 1 or (names and len(names) != len(ratio)) or len(set(names)) < len(names):
        return None
    if any(set(name.split()) & _NO_NAMES for name in names):
        return None
    if any(int(one["n"]) != len(ratio) for one in story.all("count")):
        return None
    if not 2 <= len(ratio) <= 6 or any(Fraction(part) <= 0 for part in ratio):
        return None
    ledger = Ledger()
    # of three parts, one may be told and another asked for
    tell = ledger.give if len(ratio) == 2 else ledger.constant
    numbers = [tell(f"r{k}", part) for k, part in enumerate(ratio)]
    ledger.want("n", "the number of parts")
    ledger.want("one", "the size of one part")
    ledger.want("whole", "the whole")
    shares = [ledger.want(f"s{k}", _meaning(called, k)) for k in range(len(ratio))]
    ledger.sum("n", *numbers, why="number of parts = the numbers of the ratio added")
    ledger.product("whole", "n", "one", why="whole = number of parts * size of one part")
    for share, part in zip(shares, numbers, strict=True):
        ledger.product(share, part, "one", why="share = its number in the ratio * size of one part")
    ledger.sum("whole", *shares, why="whole = all shares added")
    made = [key(one.get("thing_made")) for one in story.every() if one.get("thing_made")]
    return _Parts(ratio, names, called, ledger, set(), [], {*made, *_wholes(names)})


_COLORS: Final = frozenset(
    (
        "red",
        "blue",
        "green",
        "yellow",
        "white",
        "black",
        "orange",
        "purple",
        "pink",
        "brown",
        "gray",
    )
)
_PEOPLE: Final = frozenset(
    ("boy", "girl", "man", "woman", "adult", "child", "teacher", "student", "male", "female")
)
_GROUPS: Final = frozenset(
    ("student", "pupil", "child", "person", "kid", "member", "player", "guest", "passenger")
)
_COUNTED: Final = frozenset(
    (
        "sweet",
        "candy",
        "marble",
        "counter",
        "bead",
        "ball",
        "card",
        "pen",
        "car",
        "flower",
        "ticket",
    )
)
_OTHERS: Final = frozenset(("animal", "mixture", "fruit", "vehicle", "coin", "item", "thing"))


def _wholes(names: list[str]) -> frozenset[str]:
    """What things of these names may be parts of."""
    if all(set(name.split()) & _PEOPLE for name in names):
        return _GROUPS
    if all(set(name.split()) & _COLORS for name in names):
        return _COUNTED
    return _OTHERS


def _meaning(called: list[str], k: int) -> str:
    return f"the share of {called[k]}" if called else f"share {k + 1}"


def _amount(parts: _Parts, hit: Hit) -> bool:
    """What one clause says of the whole, a part or a difference."""
    if hit.get("d"):
        return _gap_known(parts, hit)
    for slot, largest in (("small", False), ("large", True)):
        if hit.get(slot):
            index = parts.extreme(largest)
            if index is None:
                return False
            word = "larger" if largest else "smaller"
            parts.knows(f"s{index}", amount(hit, slot), f"The {word} share is")
            return True
    if hit.get("k2"):
        parts.knows("whole", amount(hit, "k2"), "The total is")
        return True
    if not hit.get("k"):
        return True
    named = [key(hit.get(slot)) for slot in ("who1", "thing1", "thing2") if hit.get(slot)]
    found = [index for name in named if (index := parts.index(name)) is not None]
    if found:
        others = [one for one in named if parts.index(one) is None]
        if len(found) > 1 or any(one not in parts.wholes for one in others):
            return False
        parts.knows(f"s{found[0]}", amount(hit, "k"), f"{parts.called[found[0]]} has")
        return True
    if hit.get("who1") or not _is_whole(parts, named, hit):
        return False
    if amount(hit, "k").text == str(len(parts.ratio)):
        return False  # ``two angles in the ratio 4:5``: so many parts, not so much in all
    parts.knows("whole", amount(hit, "k"), "The total is")
    return True


def _is_whole(parts: _Parts, named: list[str], hit: Hit) -> bool:
    if not parts.names or re.search(r"\b(?:total|altogether|all)\b", hit.text, re.I):
        return True
    if _SHARED.search(hit.text):
        return True
    heads = {name.split()[-1] for name in parts.names}
    return all(one in parts.wholes or one.split()[-1] in parts.wholes | heads for one in named)


_SHARED: Final = re.compile(r"^(?:.*\s)?(?:shar|split|divid|distribut)\w*\s", re.I)


def _gap(parts: _Parts, first: int, second: int) -> str | None:
    """The quantity by which one part is more than another."""
    values = [Fraction(part) for part in parts.ratio]
    if values[first] <= values[second]:
        return None
    ledger = parts.ledger
    ledger.want("gap", "the difference")
    ledger.want("dn", "the difference in parts")
    ledger.sum(f"r{first}", f"r{second}", "dn", why="difference in parts, of the ratio")
    ledger.product("gap", "dn", "one", why="difference = difference in parts * size of one part")
    ledger.sum(f"s{first}", f"s{second}", "gap", why="larger share = smaller share + difference")
    return "gap"


def _gap_known(parts: _Parts, hit: Hit) -> bool:
    if hit.get("thing_more1"):
        first, second = parts.index(hit["thing_more1"]), parts.index(hit["thing_more2"])
    else:
        first, second = parts.extreme(True), parts.extreme(False)
        if len(parts.ratio) != 2 and "difference" in hit.text.lower():
            return False
    if first is None or second is None or _gap(parts, first, second) is None:
        return False
    told = f"{parts.called[first]} has" if hit.get("thing_more1") else "The larger share is"
    end = f"than {parts.called[second]}" if hit.get("thing_more1") else "than the smaller share"
    found = amount(hit, "d")
    parts.ledger.give("gap", found.text)
    parts.units.add(found.unit)
    parts.told.append(f"{told} {found.shown()} more {end}.")
    return True


def _asked(parts: _Parts, name: str, hit: Hit | None) -> Problem | None:
    unit = next(iter(parts.units), None)
    wanted, asks = _wanted(parts, name, hit)
    if name in ("fraction", "percentage") and wanted and wanted[0] != "whole":
        return _fraction(parts, int(wanted[0][1:]), name == "percentage")
    if not wanted or not parts.told or name in ("fraction", "percentage"):
        return None
    if hit is not None and hit.get("unit"):
        return _in_unit(parts, wanted[0], unit, hit)
    several = parts.called if len(wanted) > 1 else []
    labels = tuple(several[int(one[1:])] for one in wanted) if several else ()
    return parts.ledger.problem(
        Kind.RATIO, _read_as(parts, asks), *wanted, unit=unit, labels=labels
    )


def _wanted(parts: _Parts, name: str, hit: Hit | None) -> tuple[tuple[str, ...], str]:
    """The quantities that are asked for, and how they are asked for."""
    if name == "all":
        order = list(range(len(parts.ratio)))
        if hit is None or "first" not in hit.text.lower():
            return tuple(f"s{k}" for k in order), _ALL[0]
        order.sort(key=lambda k: Fraction(parts.ratio[k]))
        return tuple(f"s{k}" for k in order), _ALL[1]
    if name in ("least", "most"):
        index = parts.extreme(name == "most")
        word = "larger" if name == "most" else "smaller"
        return ((), "") if index is None else ((f"s{index}",), f"Find the {word} share.")
    if name == "gap":
        return _gap_asked(parts, hit)
    if name == "total":
        return ("whole",), "Find the total."
    assert hit is not None
    index = parts.index(hit.get("who"))
    if index is not None:
        return (f"s{index}",), f"Find the share of {parts.called[index]}."
    return (("whole",), "Find the total.") if key(hit.get("who")) in parts.wholes else ((), "")


def _gap_asked(parts: _Parts, hit: Hit | None) -> tuple[tuple[str, ...], str]:
    if hit is not None and hit.get("who"):
        first, second = parts.index(hit["who"]), parts.index(hit.get("who2"))
        if first is None or second is None or _gap(parts, first, second) is None:
            return (), ""
        return (
            "gap",
        ), f"How much more does {parts.called[first]} get than {parts.called[second]}?"
    first, second = parts.extreme(True), parts.extreme(False)
    if len(parts.ratio) != 2 or first is None or second is None:
        return (), ""
    return (
        (("gap",), "Find the difference of the shares.") if _gap(parts, first, second) else ((), "")
    )


def _fraction(parts: _Parts, index: int, percent: bool) -> Problem | None:
    ledger = parts.ledger
    ledger.want("f", "the fraction")
    ledger.product(f"r{index}", "f", "n", why="fraction = parts asked for / number of parts")
    word = "percentage" if percent else "fraction"
    read_as = _read_as(parts, f"What {word} are {parts.called[index]}?")
    if not percent:
        return ledger.problem(Kind.RATIO, read_as, "f", decimals=False)
    ledger.constant("hundred", "100")
    ledger.want("p", "the percentage")
    ledger.product("p", "f", "hundred", why="percentage = fraction * 100")
    return ledger.problem(Kind.RATIO, read_as, "p", unit="%", unit_named=True)


def _in_unit(parts: _Parts, wanted: str, unit: str | None, hit: Hit) -> Problem | None:
    """The answer in the unit that the question names."""
    named, own = units.find(hit["unit"]), units.find(unit or "")
    if named is None or own is None or named.dimension != own.dimension:
        return None
    index = int(wanted[1:]) if wanted[0] == "s" else None
    if index is None:
        return None
    asks = f"How many {units.plural(named.name)} of {parts.called[index]} are needed?"
    if named != own:
        ledger = parts.ledger
        ledger.constant("units", own.factor / named.factor)
        ledger.want("turned", f"the same in {units.plural(named.name)}")
        ledger.product("turned", wanted, "units", why=f"1 {own.symbol} is so many {named.symbol}")
        wanted = "turned"
    read_as = _read_as(parts, asks)
    return parts.ledger.problem(Kind.RATIO, read_as, wanted, unit=named.symbol, unit_named=True)


_ALL: Final = ("Find the shares.", "List both shares, smaller first.")


def _read_as(parts: _Parts, asks: str) -> str:
    ratio = ":".join(parts.ratio)
    told = [*parts.told, asks]
    named = [name for name in parts.called if any(name in one for one in told)]
    if named or (parts.called and asks in _ALL):
        return f"The ratio of {' to '.join(parts.called)} is {ratio}. {' '.join(told)}"
    return f"The shares are in the ratio {ratio}. {' '.join(told)}"


READERS: Final = (
    Family(_KEYS, CLAUSES, _build, frozenset({"amount", "deed", "place"}), _SHUT, MOST),
)
