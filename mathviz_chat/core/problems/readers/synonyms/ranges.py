"""How many numbers of a kind lie from one number to another: even, odd, multiples of k."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms.counting_words import KEYS, SAID
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous

MAX_NUMBER: Final = 40_000

_RANGES: Final = """
ASK = [how many|FIND number of|count]
KIND = [whole|positive|natural]*
WHICH = [{par:parity} KIND [numbers|integers]|KIND multiples of {m:int}|KIND [numbers|integers]
    [that are|which are]? [divisible by|multiples of] {m:int}|KIND [numbers|integers] [that are]?
    {par:parity}]
EDGE = [inclusive|both included|including both|including both ends]?
asked:
    ASK WHICH [are there|there are|lie|exist|are]? [from|in] {a:int} [to|through|up to] {b:int} EDGE
    ASK KIND [numbers|integers] [from|in] {a:int} [to|through|up to] {b:int} EDGE are [divisible by|
        multiples of] {m:int}
    [from] {a:int} [to|through|up to] {b:int} EDGE ASK WHICH [are there|there are]?
    ASK WHICH [are there|there are|lie|are]? between {a:int} and {b:int} [inclusive|both included|
        including both]
"""


def _ranges(story: Story) -> Problem | None:
    a, b = int(story.text("a") or 0), int(story.text("b") or 0)
    parity = (story.text("par") or "").lower()
    step = 2 if parity else int(story.text("m") or 0)
    if not 0 < a < b <= MAX_NUMBER or step < 1:
        return None
    rest = 1 if parity == "odd" else 0
    first = a + (rest - a) % step
    last = b - (b - rest) % step
    if first > last:
        return None
    plan = Planner({})
    named = f"the first is {first}, the last {last}"
    plan.setup("Choose the formula", f"number = (last - first)/step + 1: {named}")
    plan.find("d", "Subtract the first from the last", f"{last} - {first}")
    plan.find("q", f"Divide by {step}", f"d/{step}").find("c", "Add 1", "q + 1")
    plan.count("multiples", a, b, step, rest)
    which = f"{parity} numbers" if parity else f"multiples of {step}"
    return plan.problem(Kind.COUNTING, f"How many {which} are there from {a} to {b}?")


READERS: Final = (Synonymous(Family(KEYS, grammar(_RANGES), _ranges), SAID),)
