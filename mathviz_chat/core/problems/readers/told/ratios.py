"""Ratios in another form: in lowest terms, as 1 : n, and a : c from a : b and b : c."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from typing import Final, TypeAlias

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Formal, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, Amount, amount, key
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.wording import Hit, number

_KEYS: Final = re.compile(r"\bratios?\b|:|\d\s+to\s+\d", re.I)
_GRAMMAR: Final = """
SIMPLEST = [as|to|into|using|with]? [whole numbers|ratio of whole numbers|integers|
    whole number ratio]? [in|to|into|as]? [its]? [simplest|lowest|simplified|reduced|
    smallest]? [possible]?
    [form|terms|whole numbers|integers|ratio|way|as simply as possible]?
DO = [simplify|reduce|write|express|give|put|convert|rewrite|state|turn|cancel down|cancel|bring|
    FIND]
AS = [as|as ratio|in ratio|as simplified ratio|as ratio in|in]
OF = [ratio of|ratio|of|simplest form of|simplified ratio of|simplified form of]*
FORM = [in|as|to|into]? [form|ratio|ratio in form] {one:int} {n:letter} [where n is [number|
    decimal]]?
ratio:
    DO? OF {m1:measure} [to|and|is to|out of] {m2:measure} [to|and]? {m3:measure} SIMPLEST
    DO? OF {m1:measure} [to|and|is to]? {m2:measure} SIMPLEST
    DO? OF {m1:measure} {m2:measure} {m3:measure} SIMPLEST
    DO? OF {m1:measure} {m2:measure} FORM
    DO? OF {m1:measure} to {m2:measure} FORM
counts:
    [there are|there is|there were|has|contains|bag contains|box contains|bag has|i have|we have|
        he has|she has|{who:thing} has|{who:thing} contains|with|of]? {c1:int} {thing1:thing}
        [and]?
        {c2:int} {thing2:thing} [in {thing_place:thing}|on {thing_place:thing}|at
        {thing_place:thing}]?
    [in|on|at] {thing_place:thing} [there are|there were] {c1:int} {thing1:thing} and {c2:int}
        {thing2:thing}
asked:
    [DO|what is]? ratio [of]? {a:thing} to {b:thing} [in {thing_place:thing}]? SIMPLEST
    [DO|what is]? ratio [of]? {a:thing} {b:thing} [in {thing_place:thing}]? SIMPLEST
    [in|to|as]? [its|your answer in]? [simplest|lowest] [form|terms]
form:
    SIMPLEST
"""


def _read(story: Story) -> Problem | None:
    try:
        ratio, counts = story.get("ratio"), story.get("counts")
        if (ratio is None) == (counts is None):
            return None
        return _counted(story, counts) if counts is not None else _written(story, ratio)
    except ValueError:
        return None


def _counted(story: Story, counts: Hit) -> Problem | None:
    """The ratio of two things that are counted."""
    asked = next((hit for hit in story.all("asked") if hit.get("a")), None)
    if asked is None or len(story.all("counts")) > 1:
        return None
    names = [key(counts["thing1"]), key(counts["thing2"])]
    numbers = dict(zip(names, (counts["c1"], counts["c2"]), strict=True))
    wanted = [_one_of(names, key(asked[slot])) for slot in ("a", "b")]
    if None in wanted or len(numbers) < 2 or wanted[0] == wanted[1]:
        return None
    return lowest([Amount(numbers[name or ""], None) for name in wanted])


def _one_of(names: list[str], wanted: str) -> str | None:
    fits = [
        name
        for name in names
        if name == wanted or name.split()[0] == wanted or wanted.split()[0] == name
    ]
    return fits[0] if len(fits) == 1 else None


def _written(story: Story, hit: Hit | None) -> Problem | None:
    if hit is None or any(one.get("a") for one in story.all("asked")):
        return None
    parts = [amount(hit, slot) for slot in ("m1", "m2", "m3") if hit.get(slot)]
    words = " ".join(one.text for one in story.every())
    if hit.get("one"):
        return _to_one(parts) if hit["one"] == "1" and len(parts) == 2 else None
    if not re.search(r"simpl|lowest|reduce|whole numbers|integers|cancel|smallest", words, re.I):
        return None
    return lowest(parts)


def lowest(parts: list[Amount]) -> Problem | None:
    """Whole numbers with no common factor, in the same ratio."""
    values = _in_one_unit(parts)
    if values is None or any(value <= 0 for value in values):
        return None
    plan = Planner({f"a_{k}": number(str(value)) for k, value in enumerate(values)})
    told = [unit for part in parts if (unit := units.find(part.unit or "")) is not None]
    if len(set(told)) > 1:
        unit = min(told, key=lambda one: one.factor)
        plan.setup("Choose the unit", f"Write every part in {units.plural(unit.name)}")
    scale = lcm(*(value.denominator for value in values))
    whole = [int(value * scale) for value in values]
    divisor = reduce(gcd, whole)
    plan.given = {**plan.given, "s": number(str(scale)), "g": number(str(divisor))}
    names = [f"q_{k}" for k in range(len(values))]
    for k, name in enumerate(names):
        plan.condition(f"{name}*g = a_{k}*s", name)
    if scale > 1:
        plan.setup("Choose the factor", f"Multiply every part by {scale}: then all are whole")
    if divisor > 1:
        plan.setup("Choose the divisor", f"The greatest common divisor of the parts is {divisor}")
    for k, name in enumerate(names):
        formula = f"a_{k}*s" if scale > 1 else f"a_{k}"
        plan.find(name, f"Find part {k + 1}", f"{formula}/g" if divisor > 1 else formula)
    shown = ":".join(part.shown() for part in parts)
    read_as = f"Write the ratio {shown} in simplest form."
    return plan.problem(Kind.RATIO, read_as, unit=":", several=tuple(names))


def _in_one_unit(parts: list[Amount]) -> list[Fraction] | None:
    """The numbers in the smallest unit; None where the units measure different things."""
    told = {part.unit for part in parts}
    if len(told) == 1:
        return [part.value for part in parts]
    found = [units.find(part.unit or "") for part in parts]
    if any(unit is None for unit in found):
        return None
    known = [unit for unit in found if unit is not None]
    if len({unit.dimension for unit in known}) > 1:
        return None
    least = min(unit.factor for unit in known)
    return [part.value * unit.factor / least for part, unit in zip(parts, known, strict=True)]


def _to_one(parts: list[Amount]) -> Problem | None:
    """``1 : n``, where n need not be whole."""
    values = _in_one_unit(parts)
    if values is None or values[0] <= 0:
        return None
    plan = Planner({f"a_{k}": number(str(value)) for k, value in enumerate(values)})
    plan.condition("q_0*a_0 = a_0", "q_0").condition("q_1*a_0 = a_1", "q_1")
    plan.setup("Choose the way", "Divide both parts by the first one")
    plan.find("q_0", "Divide the first part", "a_0/a_0").find(
        "q_1", "Divide the second part", "a_1/a_0"
    )
    told = ":".join(part.shown() for part in parts)
    return plan.problem(
        Kind.RATIO, f"Write the ratio {told} in the form 1 : n.", unit=":", several=("q_0", "q_1")
    )


_LINK = r"\(?([A-Za-z])\)?\s*[:/]\s*\(?([A-Za-z])\)?\s*=\s*\(?(\d+)\)?\s*[:/]\s*\(?(\d+)\)?"
_LINKED: Final = re.compile(
    rf"(?:if|given(?:\s+that)?|the\s+ratios?|suppose(?:\s+that)?|where|when)?\s*{_LINK}"
    rf"\s*(?:,|;|\.|and|,\s*and|while|but)*\s+{_LINK}\s*[,.;]?\s*(?:then\s+)?"
    r"(?:find|what\s+is|what's|calculate|determine|work\s+out|write(?:\s+down)?|state|give|express)"
    r"\s+(?:the\s+)?(?:ratio\s+)?(?:of\s+)?([A-Za-z])\s*(?::|to)\s*([A-Za-z])"
    r"(?:\s*(?::|to)\s*([A-Za-z]))?(?:\s+as\s+a\s+ratio)?"
    r"(?:\s+in\s+(?:its\s+)?(?:simplest|lowest)\s+(?:form|terms))?",
    re.IGNORECASE,
)
_NAMED = """
link:
    ratio [of]? {n1:thing} to {n2:thing} [is|=] {r:ratio}
    [that|ratio]? [of]? {n1:thing} to {n2:thing} [is|=] {r:ratio}
    {n1:thing} and {n2:thing} are in ratio {r:ratio}
asked:
    FIND ratio [of]? {x:thing} to {y:thing} [to {z:thing}]? [in simplest form|in its simplest form|
        in lowest terms]?
"""


def _linked(story: Story) -> Problem | None:
    """Two ratios that have one thing in common, told in words."""
    links, asked = story.all("link"), story.get("asked")
    if len(links) != 2 or asked is None:
        return None
    pairs = [(key(hit["n1"]), key(hit["n2"])) for hit in links]
    parts = [re.split(r"\s*:\s*|\s+to\s+", hit["r"]) for hit in links]
    wanted = [key(asked[slot]) for slot in ("x", "y", "z") if asked.get(slot)]
    if any(len(two) != 2 for two in parts):
        return None
    links_told = [(a, b, p, q) for (a, b), (p, q) in zip(pairs, parts, strict=True)]
    return joined(links_told, wanted)


Link: TypeAlias = tuple[str, str, str, str]
"""``("a", "b", "2", "3")`` for a : b = 2 : 3."""


def joined(links: list[Link], wanted: list[str]) -> Problem | None:
    """What the ratio of ``wanted`` is, in lowest terms, from two ratios."""
    (a, b, p, q), (c, d, r, s) = links
    common = {a, b} & {c, d}
    names = {a, b, c, d}
    if len(common) != 1 or len(names) != 3 or len(set(wanted)) != len(wanted):
        return None
    if "0" in (p, q, r, s) or not set(wanted) <= names:
        return None
    (middle,) = common
    size = {a: Fraction(p), b: Fraction(q)}
    other = {c: Fraction(r), d: Fraction(s)}
    size |= {name: value * size[middle] / other[middle] for name, value in other.items()}
    scale = Fraction(lcm(*(size[name].denominator for name in wanted)))
    scale /= reduce(gcd, (int(size[name] * scale) for name in wanted))
    ledger = Ledger()
    ledger.constant("scale 1", scale)
    ledger.want("scale 2", "by what the second ratio is multiplied")
    for name in names:
        ledger.want(f"size {name}", f"the part of {name}")
    for k, (one, two, left, right) in enumerate(links, start=1):
        for name, part, side in ((one, left, "l"), (two, right, "r")):
            ledger.product(
                f"size {name}",
                ledger.give(f"{side}{k}", part),
                f"scale {k}",
                why=f"part = its number in the ratio * a scale, so that {middle} is the same twice",
            )
    told = f"The ratio of {a} to {b} is {p}:{q}. The ratio of {c} to {d} is {r}:{s}."
    read_as = f"{told} Find the ratio of {' to '.join(wanted)}."
    return ledger.problem(Kind.RATIO, read_as, *(f"size {name}" for name in wanted), unit=":")


def _letters(match: re.Match[str]) -> Problem | None:
    a, b, p, q, c, d, r, s, x, y, z = match.groups()
    return joined([(a, b, p, q), (c, d, r, s)], [name for name in (x, y, z) if name])


READERS: Final = (
    Family(_KEYS, grammar(_GRAMMAR), _read, frozenset({"asked", "form"}), most=MOST),
    Family(_KEYS, grammar(_NAMED), _linked, frozenset({"link"}), most=MOST),
    Formal(_LINKED, _letters),
)
