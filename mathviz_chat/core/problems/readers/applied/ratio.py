"""Ratios: shares in a ratio, one part from another, and a ratio in lowest terms."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import linear_system, recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story, money
from mathviz_chat.core.problems.wording import number
from mathviz_chat.core.reading.tree import Expr

_KEYS: Final = re.compile(r"\bratios?\b|\d\s*:\s*\d", re.I)
_SHARING: Final = """
BETWEEN = [between|among|by|to]
PEOPLE = [{name1:word} and {name2:word}|{name1:word} {name2:word} and {name3:word}|{n:int}
    people|{n:int} children|{n:int} friends|{n:int} brothers|{n:int} sisters|{n:int} partners|
    {n:int} parts|{n:int} groups]
RATIO = [in|in ratio|in ratio of|ratio|ratio of|into|into parts in ratio|into ratio|according to
    ratio|using ratio|with ratio|into two parts in ratio|in proportion] {r:ratio}
share:
    [divide|share|split|distribute] {w:amount} [{thing1:thing}]? [BETWEEN PEOPLE]? RATIO
        [BETWEEN PEOPLE]?
    {w:amount} [{thing1:thing}]? [is|are|was|were] [divided|shared|split|distributed] [BETWEEN
        PEOPLE]? RATIO [BETWEEN PEOPLE]?
    PEOPLE [share|shared|divide|split|are sharing|divided] {w:amount} [{thing1:thing}]? RATIO
all:
    how much [does|did|will|would|do] [each|each person|each one|each of them|each person|each
        child|each friend] [get|receive|have|gets]
    FIND [each share|each part|their shares|shares|size of each part|each person's share|share
        of each|value of each part|amount each gets|parts]
    how many [{thing2:thing}]? [does|did|will|would] [each|each person|each one|each of them|
        each child|each friend] [get|receive]
larger:
    [how much is|FIND] [larger|largest|bigger|biggest|greater|greatest] [share|part|amount|
        portion]
smaller:
    [how much is|FIND] [smaller|smallest|lesser|least] [share|part|amount|portion]
person:
    how much [money]? [does|did|will|would|should] {name4:word} [get|receive|have]
    how many [{thing2:thing}]? [does|did|will|would|should] {name4:word} [get|receive|have]
    FIND {name4:word} share
    FIND share of {name4:word}
"""


def _values(plan: Planner) -> list[Fraction]:
    """The shares, by elimination."""
    found = linear_system.solve(tuple(plan.equations))
    return [] if found is None else list(found.values())


def _parts(text: str) -> list[Expr]:
    return [number(part) for part in re.split(r"\s*:\s*|\s+to\s+", text)]


def _sharing(story: Story) -> Problem | None:
    share = story.get("share")
    asked = story.names() - {"share"}
    if share is None or len(asked) > 1:
        return None
    parts = _parts(share["r"])
    people = [share.get(f"name{k}") for k in (1, 2, 3) if share.get(f"name{k}")]
    count = int(share["n"]) if share.get("n") else len(people) or len(parts)
    if count != len(parts):
        return None
    what = next(iter(asked), "all")
    values = [Fraction(recount.value(part)) for part in parts]
    index = None
    if what in ("larger", "smaller"):
        wanted = max(values) if what == "larger" else min(values)
        index = values.index(wanted)
    if what == "person":
        name = (story.text("name4") or "").lower().removesuffix("'s")
        low = [(person or "").lower() for person in people]
        if name not in low:
            return None
        index = low.index(name)
    return _shared(share["w"], share["r"], parts, index, money(share, "w"))


def _shared(
    whole: str, ratio: str, parts: list[Expr], index: int | None, unit: str | None
) -> Problem | None:
    """``whole`` in parts of a ratio; one share, or all of them in the order of the ratio."""
    names = [f"r_{k}" for k in range(len(parts))]
    shares = [f"s_{k}" for k in range(len(parts))]
    plan = Planner({"w": number(whole), **dict(zip(names, parts, strict=True))})
    plan.condition(f"{' + '.join(shares)} = w", *shares)
    for name, share in zip(names[1:], shares[1:], strict=True):
        plan.condition(f"{share}*r_0 = s_0*{name}")
    plan.setup("Choose the formula", "share = whole / number of parts * own parts")
    plan.find("n", "Add the parts of the ratio", " + ".join(names))
    plan.find("p", "Divide the whole by the number of parts", "w/n")
    sign = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹"}.get(unit or "", "")
    ratio = ":".join(re.split(r"\s*:\s*|\s+to\s+", ratio))
    told = f"Divide {sign}{whole} in the ratio {ratio}"
    for k, name in enumerate(names):
        if index in (None, k):
            plan.find(f"f_{k}", f"Multiply by {k + 1}. part of the ratio", f"{name}*p")
    if index is None:
        if unit and any((100 * part).denominator != 1 for part in _values(plan)):
            return None
        each = tuple(shares)
        return plan.problem(Kind.RATIO, f"{told}.", unit=unit, several=each)
    values = [Fraction(recount.value(part)) for part in parts]
    which = "larger" if values[index] == max(values) else "smaller"
    if which == "smaller" and values[index] != min(values):
        return plan.problem(Kind.RATIO, f"{told}. Find part {index + 1}.", unit=unit)
    return plan.problem(Kind.RATIO, f"{told}. Find the {which} part.", unit=unit)


_OTHER: Final = """
ratio:
    [in {thing5:thing}]? ratio of {thing1:thing} to {thing2:thing} [in {thing5:thing}|at
        {thing5:thing}]? is {r:ratio}
    {thing1:thing} and {thing2:thing} are in ratio [of]? {r:ratio}
known:
    [there are|if there are|she has|he has|it has|class has|school has|they have|we have|uses|he
        uses|she uses|recipe uses|you use|i use]? {k} [cups of|cups|liters of|liters|kg of|g of|
        grams of]? {thing3:thing}
    {k} of {thing6:word} are {thing3:thing}
total:
    [there are|if there are|there were|she has|he has|it has|class has|school has|they have|we
        have]? [total of|altogether]? {t} {thing4:thing} [in total|altogether|in all]
    there are {t} {thing4:thing} [in {thing5:thing}]?
    total number [of {thing4:thing}]? is {t}
asked:
    how [many|much] [cups of|liters of|kg of|g of|grams of]? {thing7:thing} [are there|are
        needed|is needed|are in {thing5:thing}|does she have|does he have|do they have|are there
        in {thing5:thing}|should be used|do you need|does it have]?
    [FIND number of|FIND amount of] {thing7:thing}
    how many are {thing7:thing}
    how many of them are {thing7:thing}
"""


def _other(story: Story) -> Problem | None:
    ratio, asked = story.get("ratio"), story.text("thing7")
    known, total = story.get("known"), story.get("total")
    if ratio is None or asked is None or (known is None) == (total is None):
        return None
    parts = _parts(ratio["r"])
    names = [_noun(ratio["thing1"]), _noun(ratio["thing2"])]
    if len(parts) != 2 or _noun(asked) not in names or names[0] == names[1]:
        return None
    index = names.index(_noun(asked))
    plan = Planner({"a": parts[index], "b": parts[1 - index]})
    shown = ":".join(re.split(r"[: to]+", ratio["r"]))
    told = f"The ratio of {names[0]} to {names[1]} is {shown}."
    if known is not None:
        if _noun(known["thing3"]) != names[1 - index]:
            return None
        plan = Planner({**plan.given, "k": number(known["k"])})
        plan.setup("Choose the formula", f"{asked} / {names[1 - index]} = the ratio")
        plan.find("p", "Find the size of one part", "k/b").find("x", "Multiply by the parts", "p*a")
        plan.check("answer*b = a*k")
        told += f" There are {known['k']} {names[1 - index]}. How many {names[index]} are there?"
        return plan.problem(Kind.RATIO, told)
    assert total is not None
    if total.get("thing4") and _noun(total["thing4"]) in names:
        return None
    plan = Planner({**plan.given, "t": number(total["t"])})
    plan.setup("Choose the formula", "number = total / parts of the ratio * own parts")
    plan.find("n", "Add the parts of the ratio", "a + b").find(
        "p", "Find the size of one part", "t/n"
    )
    plan.find("x", "Multiply by the parts", "p*a").check("answer*(a + b)/a = t")
    told += f" There are {total['t']} things in total. How many {names[index]} are there?"
    return plan.problem(Kind.RATIO, told)


def _noun(text: str) -> str:
    return " ".join(text.lower().split())


_LOWEST: Final = """
lowest:
    [FIND]? {r:ratio} in [its]? [lowest terms|simplest form|simplest terms]
    [simplify|reduce|write|express|give] [ratio]? [of]? {r:ratio} [in simplest form|in its
        simplest form|in lowest terms|to lowest terms|to its simplest form|as simply as possible|
        in simplest terms]?
    FIND [simplest form of|simplified]? ratio [of]? {r:ratio} [in simplest form|in its simplest
        form|in lowest terms|simplified]?
"""


def _lowest(story: Story) -> Problem | None:
    lowest = story.get("lowest")
    if lowest is None or not re.search(r"simpl|reduce|lowest", lowest.text, re.I):
        return None
    parts = _parts(lowest["r"])
    values = [recount.value(part) for part in parts]
    if len(parts) != 2 or not all(value.denominator == 1 and value for value in values):
        return None
    plan = Planner({"a": parts[0], "b": parts[1]})
    plan.find("g", "Find the greatest common divisor", "gcd(a, b)")
    plan.find("q", "Divide both parts by it", "a/b").check("answer*b = a")
    text = ":".join(re.split(r"\s*:\s*|\s+to\s+", lowest["r"]))
    return plan.problem(
        Kind.RATIO, f"Simplify the ratio {text}.", unit=":", unit_named=True, decimals=False
    )


READERS: Final = (
    Family(_KEYS, grammar(_SHARING), _sharing),
    Family(_KEYS, grammar(_OTHER), _other),
    Family(_KEYS, grammar(_LOWEST), _lowest),
)
