"""Probability with dice, and with a number drawn from 1 to n."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story

MOST_LISTED: Final = 12
"""So many favourable outcomes are named one by one."""

_KEYS: Final = re.compile(r"\b(?:probability|chances?|likely|odds|prob)\b", re.I)
_DICE: Final = """
FIND_P = [what is|what's|whats|what would be|find|calculate|give|determine|compute|what are|
    state|work out]
    [probability|chance|chances|prob|likelihood] [of|that|for]?
DIE = [fair|standard|regular|ordinary|six-sided|6-sided|normal|balanced|6 sided|fair 6-sided|
    fair six-sided|standard 6-sided]? [die|dice]
EVENT = [number]? [{at_least:int} or [more|higher|greater]|at least {at_least:int}|{at_most:int}
    or [less|lower|fewer]|at most {at_most:int}|[greater|more|higher|larger|bigger] than
    {above:int}|[less|lower|smaller] than {below:int}|{parity:parity} [number]?|{prime:prime}
    [number]?|{either:int} or {other:int}|multiple of {multiple:int}|{face:int}]
SUM = [[greater|more|higher] than {above:int}|[less|lower|smaller] than {below:int}|at least
    {at_least:int}|at most {at_most:int}|{face:int}]
roll:
    [when|if|you|i|we|by|on|with|in]* [rolling|roll|throwing|throw|tossing|toss|1 roll of|single
        roll of|throw of|roll of] [1]? DIE [once]?
    [1]? DIE is [rolled|thrown|tossed] [once]?
    on [1]? DIE
    with [1]? DIE
two:
    [when|if|you|i|we|by|on|with|in]* [rolling|roll|throwing|throw|tossing|toss|roll of|throw
        of] [2|pair of] DIE
    [2|pair of] DIE [are|is] [rolled|thrown|tossed] [once|together]?
    with [2|pair of] DIE
asked:
    FIND_P [getting|rolling|throwing|you get|you roll|it shows|it lands on|it is|to get|to roll|
        landing on|obtaining|result is|number is]? EVENT
    how likely is it to [get|roll] EVENT
asked sum:
    FIND_P [getting|rolling|throwing|you get|you roll|to get|obtaining]? [sum|total|that sum|
        that total|sum of numbers|sum of dice] [of|is|equals|equal to|being]? SUM
    FIND_P [sum|total] [of numbers|of 2 numbers|of dice|of 2 dice|of faces]? is SUM
asked double:
    FIND_P [getting|rolling|throwing|you get|you roll]? [double|doubles|same number on both|same
        number twice|2 of same number]
"""


def _within(story: Story, low: int, high: int) -> tuple[list[int], str] | None:
    """The values of an event, and its words."""
    every = range(low, high + 1)

    def whole(slot: str) -> int | None:
        text = story.text(slot)
        return None if text is None else int(text)

    tests: dict[str, tuple[str, Callable[[int, int], bool]]] = {
        "at_least": ("at least {}", lambda v, k: v >= k),
        "at_most": ("at most {}", lambda v, k: v <= k),
        "above": ("greater than {}", lambda v, k: v > k),
        "below": ("less than {}", lambda v, k: v < k),
        "multiple": ("a multiple of {}", lambda v, k: v % k == 0),
        "face": ("{}", lambda v, k: v == k),
    }
    for slot, (words, test) in tests.items():
        k = whole(slot)
        if k is not None:
            if not low <= k <= high:
                return None
            return [v for v in every if test(v, k)], words.format(k)
    if story.text("parity"):
        odd = (story.text("parity") or "").lower() == "odd"
        return [v for v in every if v % 2 == odd], "odd" if odd else "even"
    if story.text("prime"):
        return [v for v in every if v > 1 and all(v % k for k in range(2, v))], "prime"
    first, second = whole("either"), whole("other")
    if first is None or second is None or first == second or not {first, second} <= set(every):
        return None
    return [first, second], f"{first} or {second}"


def _dice(story: Story) -> Problem | None:
    names = story.names()
    if names == {"roll", "asked"}:
        event = _within(story, 1, 6)
        if event is None:
            return None
        values, words = event
        plan = Planner({"h": literal(Fraction(len(values))), "n": literal(Fraction(6))})
        plan.setup("Choose the formula", "probability = favourable outcomes / all outcomes")
        plan.find("p", "Divide the favourable outcomes by all outcomes", "h/n", _listed(values))
        plan.count("faces", *values)
        read_as = f"Find the probability of rolling {words} with one die."
    elif names == {"two", "asked sum"}:
        event = _within(story, 2, 12)
        if event is None:
            return None
        values, words = event
        favourable = [6 - abs(7 - value) for value in values]
        plan = Planner({"n": literal(Fraction(36))})
        plan.setup("Choose the formula", "probability = favourable outcomes / all outcomes")
        total = " + ".join(map(str, favourable))
        plan.find("h", "Add the favourable outcomes of each sum", total)
        plan.find("p", "Divide by the 36 outcomes", "h/n", _pairs(values))
        plan.count("dice sum", 2, 6, min(values), max(values))
        read_as = f"Find the probability of rolling a sum of {words} with two dice."
        read_as = (
            read_as.replace("sum of greater", "sum greater")
            .replace("sum of less", "sum less")
            .replace("sum of at", "sum at")
        )
    elif names == {"two", "asked double"}:
        plan = Planner({"h": literal(Fraction(6)), "n": literal(Fraction(36))})
        plan.setup("Choose the formula", "probability = favourable outcomes / all outcomes")
        plan.find("p", "Divide the 6 doubles by the 36 outcomes", "h/n").count("doubles", 6)
        read_as = "Find the probability of rolling doubles with two dice."
    else:
        return None
    return plan.problem(Kind.PROBABILITY, read_as, decimals=False)


def _listed(values: Sequence[int]) -> str | None:
    """Which numbers are favourable, where they are few."""
    if not 1 < len(values) <= MOST_LISTED:
        return None
    numbers = list(map(str, values))
    return f"The favourable numbers: {', '.join(numbers[:-1])} and {numbers[-1]}."


def _pairs(values: Sequence[int]) -> str | None:
    """The throws of two dice that have one of the sums, where they are few."""
    faces = range(1, 7)
    pairs = [f"{a} + {b}" for a in faces for b in faces if a + b in values]
    if not 1 < len(pairs) <= MOST_LISTED:
        return None
    return f"The favourable throws: {', '.join(pairs[:-1])} and {pairs[-1]}."


_NUMBER: Final = """
FIND_P = [what is|what's|whats|what would be|find|calculate|give|determine|compute|what are|
    state|work out]
    [probability|chance|chances|prob|likelihood] [of|that|for]?
EVENT = [number]? [{at_least:int} or [more|higher|greater]|at least {at_least:int}|at most
    {at_most:int}|[greater|more|higher|larger|bigger] than {above:int}|[less|lower|smaller] than
    {below:int}|{parity:parity} [number]?|{prime:prime} [number]?|multiple of
    {multiple:int}|divisible by {multiple:int}]
chosen:
    [whole]? [number|integer] is [chosen|picked|selected|drawn] [at random|randomly]? [from|between]
        [numbers]? 1 [to|and|through] {n:int} [inclusive]? [at random]?
    [if]? [you|i|we] [choose|pick|select] [whole]? [number|integer] [at random|randomly]? [from|
        between] 1 [to|and|through] {n:int} [at random]?
asked:
    FIND_P [it is|it's|number is|that it is|getting|choosing|picking]? EVENT
"""


def _number(story: Story) -> Problem | None:
    """A number from 1 to n that is prime, odd, a multiple of k, or greater than k."""
    n = int(story.text("n") or 0)
    if story.names() != {"chosen", "asked"} or not 2 <= n <= 1000:
        return None
    event = _within(story, 1, n)
    if event is None or not event[0]:
        return None
    values, words = event
    plan = Planner({"h": literal(Fraction(len(values))), "n": literal(Fraction(n))})
    plan.setup("Choose the formula", "probability = favourable outcomes / all outcomes")
    rule = f"Divide the {len(values)} favourable numbers by all"
    plan.find("p", rule, "h/n", _listed(values))
    plan.count("members", n, *values)
    read_as = f"A number is chosen from 1 to {n}. Find the probability that it is {words}."
    return plan.problem(Kind.PROBABILITY, read_as, decimals=False)


_ROLLS: Final = """
FIND_P = [what is|what's|whats|what would be|find|calculate|give|determine|compute|what are|
    state|work out]?
    [probability|chance|chances|prob|likelihood] [of|that|for]?
DIE = [fair|standard|regular|ordinary|six-sided|6-sided|normal|balanced]? [die|dice]
FACE = [{face:int}|six|five|four|three|two|one|sixes|fives]
rolled:
    [when|if|you|i|we|by|on|with|in]* [rolling|roll|throwing|throw|tossing|toss] DIE {k:times}
    DIE is [rolled|thrown|tossed] {k:times}
    [when|if|you|i|we|by|on|with|in]* [rolling|roll|throwing|throw] {n:int} DIE
    {n:int} DIE are [rolled|thrown|tossed]
asked least:
    FIND_P [getting|rolling|throwing|you get|you roll|to get|to roll|obtaining]? at least [1|one]
        {word:word}
    FIND_P [getting|rolling|throwing|you get|you roll|to get|to roll|obtaining]? at least [1|one]
        {face:int}
"""
_FACES: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_OFTEN: Final = {"once": 1, "twice": 2, "thrice": 3}


def _rolls(story: Story) -> Problem | None:
    """At least one six in several throws."""
    often, word = (story.text("k") or "").lower().split(), (story.text("word") or "").lower()
    count = _OFTEN.get(often[0]) or int(often[0]) if often else int(story.text("n") or 0)
    face = int(story.text("face") or _FACES.get(word, 0))
    if story.names() != {"rolled", "asked least"} or not 2 <= count <= 6 or not 1 <= face <= 6:
        return None
    plan = Planner({"n": literal(Fraction(count))})
    plan.setup("Choose the formula", "at least one = 1 - none")
    plan.find("q", "None shows it: multiply the probabilities of the throws", "(5/6)^n")
    plan.find("p", "Subtract from 1", "1 - q").count("successes", count, 1, 6, 1, count)
    read_as = f"{count} dice are rolled. Find the probability of getting at least 1 {face}."
    return plan.problem(Kind.PROBABILITY, read_as, decimals=False)


READERS: Final = (
    Family(_KEYS, grammar(_DICE), _dice),
    Family(_KEYS, grammar(_NUMBER), _number),
    Family(_KEYS, grammar(_ROLLS), _rolls),
)
