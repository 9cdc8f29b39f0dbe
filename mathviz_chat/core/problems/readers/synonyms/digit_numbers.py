"""How many numbers or codes can be made of digits: repeats, even and odd, bounds, leading zeros."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import perm
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms.counting_words import KEYS, SAID
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous

MAX_LENGTH: Final = 9

_DIGITS: Final = """
CAN = [are|there|can|could|you|i|we|be|chosen|choose|have|get]*
KIND = [even|odd|whole|positive]*
ADJ = [{par:parity}|divisible by {div:int}|multiples of {div:int}]
THING = [numbers|number|integers|natural numbers|pins|pin|codes|pin codes|pin numbers|passcodes|
    passwords|combinations|lock combinations|code|passcode]
BOUND = [[greater|more|bigger|larger] than {above:int}|[less|smaller] than {below:int}]
FROM = [from|using|with|out of|of|given|have]*
LIST = [only]? [digits|digit|numbers|numerals]? [{digits:list}|{lo:digit} [to|-|through] {hi:digit}|
    from {lo:digit} to {hi:digit}|{digits:listed}]
asked:
    [how many|FIND number of] [{par:parity}]? {k:int} digit [{par:parity}|positive|whole]? THING
        [with [all]? [{diff:differing}] digits]?
        [that are|which are]? [ADJ]? [BOUND]? CAN [that are|which are]? [ADJ]? [BOUND]? [FROM LIST]?
    [how many|FIND number of] [{par:parity}]? THING of {k:int} digits CAN [FROM LIST]?
    [how many|FIND number of] [pins|codes|pin codes|passcodes|passwords|combinations] CAN
        [possible]?
told:
    [[lock|safe|phone|alarm|it|bike lock] [has|needs|is opened by]]? {k2:int} digit [pin|code|pin
        code|pin number|passcode|lock code|number|combination] [uses|is
        chosen from|is chosen of|is chosen using|is chosen|consists of|has|made of|from]* LIST
digits:
    FROM LIST [on cards]?
none:
    [and|if|where|but]* [with no|without|with out|no] [repeats|repetition|repetitions|repeating|
        repeated digits|repeating digits|repeating any digit|digit repeated|digits repeated|
        repetition of digits|repeat] [allowed]?
    [and|if|where|but]* no digit [is|may be|can be|being]* [repeated|used [more than once|twice]|
        repeats]
    [and|if|where|but]* [repetition|repeats|repetitions] [is|are] not allowed
    [and|if|where|but]* digits [cannot|can't|may not|must not] [be]? [repeated|repeat]
    [and|if|where|but]* [using|use]? everyone digit [can be|may be|is]? [used]? [only|at most|
        exactly]?
        once [only]?
    [and|if|where|but|with]* [all]? digits [are|must be|being]* [all]? different
    [and|if|where|but|with|have|has]* [all]? [different|distinct] digits
    [and|if|where|but|that|which]* [have|has|having|contain]* no [repeated|repeating] [digit|digits]
    [and|if|where|but|that|which]* [have|has|having]* no [2 digits|digits] [same|alike|equal]
free:
    [and|if|where|but]* [repeats|repetition|repetitions] [is|are] allowed
    [and|if|where|but]* digits [may|can] [be]? [repeated|repeat|be used more than once|reused]
    [and|if|where|but|with]* [with repetition|with repeats|repetition allowed|repeats allowed]
zero:
    [and|if|where|but]* 0 [can|may] [come|be] [first|first digit]
    [and|if|where|but]* leading [0s|zeros|zeroes] [are]? allowed
bound:
    [that are|which are|and]* BOUND
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """Which numbers count: so many places, filled from the digits."""

    places: int
    digits: tuple[int, ...]
    repeats: bool
    is_code: bool
    first: tuple[int, ...]
    last: tuple[int, ...]


def _digits(story: Story) -> Problem | None:
    asked = story.get("asked")
    text = " ".join(hit.text.lower() for hit in story.every())
    unlike = "none" in story.names() or story.text("diff") is not None
    free = "free" in story.names() or _is_open(story, unlike)
    if asked is None or unlike == free:
        return None
    sizes = {int(hit[slot]) for hit in story.every() for slot in ("k", "k2") if hit.get(slot)}
    available = _available(story)
    if len(sizes) != 1 or available is None:
        return None
    (places,) = sizes
    is_code = bool(re.search(r"\b(?:pins?|codes?|pass\w+|combinations?)\b", text))
    is_code = is_code or "zero" in story.names()
    repeats = free
    if not 1 <= places <= MAX_LENGTH or (not repeats and places > len(available)):
        return None
    first = tuple(d for d in available if is_code or places == 1 or d > 0)
    ends = _ends(story, available)
    heads = _heads(story, first, places, available, repeats)
    if ends is None or heads is None or (is_code and (ends[0] or heads[0])):
        return None
    rule = Rule(places, available, repeats, is_code, heads[1], ends[1])
    return _count(rule, ends[0], heads[0])


def _is_open(story: Story, unlike: bool) -> bool:
    """Where neither repeats nor digits are spoken of, each place may have any digit."""
    named = any(hit.get("digits") or hit.get("lo") for hit in story.every())
    return not unlike and not named


def _available(story: Story) -> tuple[int, ...] | None:
    """The digits that may be used: all ten, where none are named."""
    found: list[tuple[int, ...]] = []
    for hit in story.every():
        if hit.get("digits"):
            found.append(tuple(int(one) for one in re.findall(r"\d+", hit["digits"])))
        elif hit.get("lo"):
            found.append(tuple(range(int(hit["lo"]), int(hit["hi"]) + 1)))
    if not found:
        return tuple(range(10))
    (digits,) = found if len(found) == 1 else ((),)
    sound = digits and max(digits) <= 9 and len(set(digits)) == len(digits) > 1
    return tuple(sorted(digits)) if sound else None


def _ends(story: Story, available: tuple[int, ...]) -> tuple[str, tuple[int, ...]] | None:
    """What is asked of the last digit, and the digits that fit."""
    parity, divisor = (story.text("par") or "").lower(), story.text("div")
    if parity and divisor:
        return None
    if parity:
        return parity, tuple(d for d in available if d % 2 == (parity == "odd"))
    if divisor:
        if divisor not in ("2", "5", "10"):
            return None
        fits = tuple(d for d in available if d % int(divisor) == 0)
        return f"divisible by {divisor}", fits
    return "", available


def _heads(
    story: Story, first: tuple[int, ...], places: int, available: tuple[int, ...], repeats: bool
) -> tuple[str, tuple[int, ...]] | None:
    """What a bound such as 3000 asks of the first digit, and the digits that fit."""
    above, below = story.text("above"), story.text("below")
    if above is None and below is None:
        return "", first
    if above is not None and below is not None:
        return None
    limit = int(above or below or 0)
    lead, rest = divmod(limit, 10 ** (places - 1))
    if rest or not 1 <= lead <= 9 or places < 2:
        return None
    if above is None:
        return f"less than {limit}", tuple(d for d in first if d < lead)
    if repeats and 0 in available and lead in first:
        return None  # the bound itself could be made
    if not repeats and places == 2 and 0 in available and lead in first:
        return None
    return f"greater than {limit}", tuple(d for d in first if d >= lead)


def _count(rule: Rule, ends: str, heads: str) -> Problem | None:
    """Last place, first place, then the places between: products for each last digit, added."""
    k, n = rule.places, len(rule.digits)
    groups: Counter[int] = Counter()
    for last in rule.last:
        groups[sum(rule.repeats or one != last for one in rule.first)] += 1
    if not rule.last or k < 2:
        return None
    middle = n ** (k - 2) if rule.repeats else perm(n - 2, k - 2)
    between = f"{n}^{k - 2}" if rule.repeats else f"{n - 2}!/{n - k}!"
    plan = Planner({})
    plan.setup(
        "Choose the formula", "Fill the last place, the first and those between, and multiply"
    )
    plan.find("b", "Fill the places between", between if k > 2 else "1*1")
    terms = [f"{count}*{heads_}*b" for heads_, count in sorted(groups.items(), reverse=True)]
    plan.find("c", "Multiply the ways for the last and the first place", " + ".join(terms))
    if not middle or sum(count * heads_ for heads_, count in groups.items()) == 0:
        return None
    plan.count("strings", k, int(rule.repeats), len(rule.first), *rule.first, len(rule.last),
               *rule.last, *rule.digits)  # fmt: skip
    thing = "codes" if rule.is_code else "numbers"
    adjective = f"{ends} " if ends in ("even", "odd") else ""
    that = " and ".join(part for part in (ends if not adjective else "", heads) if part)
    digits = ", ".join(map(str, rule.digits[:-1])) + f" and {rule.digits[-1]}"
    repeating = "repetition is allowed" if rule.repeats else "no digit is repeated"
    read_as = (
        f"How many {adjective}{k}-digit {thing} {f'that are {that} ' if that else ''}can be made "
        f"from the digits {digits}, if {repeating}?"
    )
    return plan.problem(Kind.COUNTING, read_as)


READERS: Final = (Synonymous(Family(KEYS, grammar(_DIGITS), _digits), SAID),)
