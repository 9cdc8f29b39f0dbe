"""Values that change by percentages: taxes, tips, discounts, profit and loss, one after another."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied import percent_change, percent_of
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, Amount, amount
from mathviz_chat.core.problems.readers.told.changes_grammar import CLAUSES
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.wording import Hit

_KEYS: Final = re.compile(r"%|percent|\b(?:profit|loss|increase|decrease|rise|drop)\b", re.I)
_CHARGE: Final = r"(?:sales\s+)?(?:tax|vat|gst|tip|gratuity|service)\b"
_SHUT: Final = re.compile(
    # the price that is told is the one after the change
    r"\bcosts?\s+[$€£₹]?\s*[\d.]+\s+after\b"
    r"(?!.*\b(?:before|origin\w*|initial\w*|full|normal\w*|usual\w*|first|regular|old)\b)|"
    # what is asked for is no price
    r"\bwhat\s+(?:is|was|'s)\s+(?:the\s+)?(?:overall|net|total)\s+(?:change|effect)\s*\W*$|"
    r"\bnot\b|n't\b|\bcompound|\binterest\b|\bwithout\s+(?!tax|vat)|"
    # the tax may be a part of the price that is told
    rf"\b(?:includ\w*|inclusive\s+of|with)\s+(?:an?\s+)?[\d.]+\s*%\s*{_CHARGE}"
    rf"(?=.*\b(?:how\s+much|what|find|calculate)\s+(?:(?:is|was|the|amount|of)\s+)*{_CHARGE})",
    re.I | re.S,
)
_REDUCTION: Final = re.compile(r"\b(?:off|discount|reduction|cheaper)\b", re.I)
_MOST_CHANGES: Final = 12
_RISES: Final = re.compile(
    r"increas|ris|rose|grow|grew|gain|profit|\bup\b|markup|dearer|higher|raise|more", re.I
)
_FALLS: Final = re.compile(
    r"decreas|fall|fell|drop|reduc|\bloss|lose|lost|\bdown\b|discount|shr[aiu]nk|cheaper|lower|"
    r"declin|depreciat|less|\boff\b|sav",
    re.I,
)


def _read(story: Story) -> Problem | None:
    asked = [(name, hit) for name, hit in story.clauses if name.startswith("asked")]
    if len(asked) != 1:
        return None
    (name, hit) = asked[0]
    what = name.removeprefix("asked ")
    changes = _changes(story)
    start, end = _values(story, what)
    if changes is None or start == () or end == ():
        return None
    told = [one for one in (*start, *end) if one is not None]
    if len({one.unit for one in told}) > 1 or not _fits(story, what, changes, start, end):
        return None
    return _problem(what, changes, start[0], end[0], _direction(what, hit, story))


Values: TypeAlias = tuple[Amount | None, ...]


def _values(story: Story, what: str) -> tuple[Values, Values]:
    """The value before all changes and the one after them; () where one is told twice."""
    neutral = [amount(hit, "p") for hit in story.every() if hit.get("p")]
    start = [amount(hit, "p0") for hit in story.every() if hit.get("p0")]
    end = [amount(hit, "n1") for hit in story.every() if hit.get("n1")]
    if what == "old":
        end += neutral
    else:
        start += neutral
    first: Values = (start[0] if start else None,) if len(start) < 2 else ()
    return first, (end[0] if end else None,) if len(end) < 2 else ()


def _changes(story: Story) -> list[tuple[str, str]] | None:
    """The percentages in their order with their signs; each year again where so many are told."""
    found: list[tuple[str, str]] = []
    for hit in story.every():
        if hit.get("up") or hit.get("down"):
            found.append(("+", hit["up"]) if hit.get("up") else ("-", hit["down"]))
        elif hit.get("more"):
            if not found:
                return None
            found.append((found[-1][0], hit["more"]))  # as the change before it
    years = [int(hit["years"]) for hit in story.all("years") if hit.get("years")]
    yearly = [hit for hit in story.every() if _YEARLY.search(hit.text) and _has_rate(hit)]
    if not years:
        return None if yearly else found
    if len(years) != 1 or len(found) != 1 or len(yearly) != 1:
        return None
    return found * years[0] if 1 <= years[0] <= _MOST_CHANGES else None


_YEARLY: Final = re.compile(r"\b(?:year|annum|annually|yearly|month|monthly|week|day)\b", re.I)


def _has_rate(hit: Hit) -> bool:
    return bool(hit.get("up") or hit.get("down"))


def _fits(
    story: Story,
    what: str,
    changes: list[tuple[str, str]],
    start: Values,
    end: Values,
) -> bool:
    """Whether what is told is what such a question needs, and said so that nobody mistakes it."""
    known, new = bool(start and start[0]), bool(end and end[0])
    names = [name for name, _ in story.clauses]
    several = len(changes) > 1 and not story.all("years")
    if several and not _one_after_another(story):
        return False
    if "included" in names and what in ("new", "part"):
        places = [k for k, name in enumerate(names) if name == "included"]
        asks = next(k for k, name in enumerate(names) if name.startswith("asked"))
        if any(abs(asks - place) != 1 for place in places) or what == "part":
            return False
    if not _in_order(story) or (story.all("inside") and what != "old"):
        return False
    if what == "old":
        return new and not known and bool(changes)
    if story.all("fixed") and any(_REDUCTION.search(one.text) for one in story.all("down")):
        return False  # bought for $60 at 25% off: before the discount, or after it?
    if _told_after(story):
        return False
    if what == "new":
        return known and not new and bool(changes)
    if what == "part":
        return known and new != bool(changes) and len(changes) < 2
    if what == "percent":
        return known and new and not changes
    return not known and not new and len(changes) > 1


def _in_order(story: Story) -> bool:
    """The years of two values are those of the question, the earlier one first."""
    told = {(hit["before"], hit["after"]) for hit in story.every() if hit.get("before")}
    told |= {(hit["before2"], hit["after2"]) for hit in story.every() if hit.get("before2")}
    years = (1500 < int(before) < int(after) < 2100 for before, after in told)
    return len(told) < 2 and all(years)


def _told_after(story: Story) -> bool:
    """``It fell by 20% to $80``, ``lost 20% and is worth $80``: the value after the change."""
    changed = False
    for name, hit in story.clauses:
        changed = changed or (name in _CHANGE and _has_rate(hit))
        if changed and name == "value" and _IS.search(hit.text) and not _FIRST.search(hit.text):
            return True
    return False


_CHANGE: Final = frozenset({"up", "down", "again", "included"})
_IS: Final = re.compile(
    r"^to\b|\b(?:is|are|costs?|earns?|pays?|gets?|paid|worth|weighs?|now)\b", re.I
)
_FIRST: Final = re.compile(
    r"\b(?:original\w*|before|at first|new$|usual\w*|normal\w*|regular\w*|old)\b", re.I
)


def _one_after_another(story: Story) -> bool:
    text = " ".join(hit.text for hit in story.every())
    return bool(_THEN.search(text)) and "tax" not in story.names()


_THEN: Final = re.compile(
    r"\b(?:then|further|another|again|later|afterwards|next|following|second)\b", re.I
)


def _direction(what: str, hit: Hit, story: Story) -> str:
    """What the question calls the change: "+", "-", or "" where it does not say."""
    if what not in ("percent", "part", "overall"):
        return ""
    texts = [hit.text, *(one.text for one in story.all("fixed"))]
    signs = {
        sign
        for text in texts
        for sign, words in (("+", _RISES), ("-", _FALLS))
        if words.search(text)
    }
    return next(iter(signs)) if len(signs) == 1 else "?" if signs else ""


def _problem(
    what: str,
    changes: list[tuple[str, str]],
    start: Amount | None,
    end: Amount | None,
    said: str,
) -> Problem | None:
    if what == "overall":
        return _overall(changes, said)
    if not changes:
        return None if start is None or end is None else _between(what, start, end, said)
    (sign, rate), *others = changes
    up = sign == "+"
    if what == "old":
        found = None if end is None or others else end
        if found is None:
            return None
        return percent_of.original(found.text, rate, up=up, unit=found.unit)
    if start is None or said == "?" or (said and said != sign):
        return None
    if others:
        return percent_change.in_a_row(start.text, changes, start.unit)
    part = what == "part"
    return percent_change.changed(start.text, rate, up=up, unit=start.unit, part=part)


def _between(what: str, start: Amount, end: Amount, said: str) -> Problem | None:
    """The change from one value to another, or its percentage."""
    up = end.value > start.value
    if start.value == end.value or said == "?" or (said and said != ("+" if up else "-")):
        return None
    if what == "percent":
        return percent_of.from_to(start.text, end.text, start.unit, named=bool(said))
    ledger = Ledger()
    ledger.give("first", start.text)
    ledger.give("second", end.text)
    word = "increase" if up else "decrease"
    ledger.want("d", f"the {word}")
    whole, part = ("second", "first") if up else ("first", "second")
    ledger.sum(whole, part, "d", why=f"{word} = larger value - smaller value")
    read_as = f"It went from {start.shown()} to {end.shown()}. Find the {word}."
    return ledger.problem(Kind.PERCENT_CHANGE, read_as, "d", unit=start.unit)


def _overall(changes: list[tuple[str, str]], said: str) -> Problem | None:
    """All changes as one percentage of the first value, which is taken as 100."""
    ledger = Ledger()
    ledger.constant("hundred", "100")
    ledger.constant("v0", "100")
    value, told = Fraction(100), list[str]()
    for k, (sign, rate) in enumerate(changes, start=1):
        word = "increase" if sign == "+" else "decrease"
        ledger.want(f"v{k}", f"the value after change {k}")
        ledger.want(f"s{k}", "the new value in percent of the old one")
        ledger.want(f"f{k}", "the same as a decimal")
        names = (f"s{k}", "hundred") if sign == "+" else ("hundred", f"s{k}")
        ledger.sum(*names, ledger.give(f"r{k}", rate), why=f"new percentage = 100% with the {word}")
        ledger.product(f"s{k}", f"f{k}", "hundred", why="percent means out of 100")
        ledger.product(f"v{k}", f"f{k}", f"v{k - 1}", why="new value = its percentage of the old")
        value *= 1 + Fraction(f"{sign}1") * Amount(rate, None).value / 100
        told.append(f"{'It then' if told else 'A value'} {word}s by {rate}%.")
    up = value > 100
    if value == 100 or said == "?" or (said and said != ("+" if up else "-")):
        return None
    word = "increase" if up else "decrease"
    last = f"v{len(changes)}"
    ledger.want("d", "the change altogether")
    names = (last, "v0") if up else ("v0", last)
    ledger.sum(*names, "d", why=f"the first value is taken as 100: the {word} is the percentage")
    read_as = f"{' '.join(told)} Find the overall percentage {word if said else 'change'}."
    problem = ledger.problem(Kind.PERCENT_CHANGE, read_as, "d", unit="%", unit_named=True)
    return problem if said or problem is None else replace(problem, direction=word)


READERS: Final = (Family(_KEYS, CLAUSES, _read, frozenset({"up", "down", "again"}), _SHUT, MOST),)
