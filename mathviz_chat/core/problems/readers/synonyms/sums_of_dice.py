"""Sums, products and differences of dice, and single throws in any words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied import dice
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms.chance_words import EVENT_WORDS, KEYS, SAID
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous, reread

_SUMS: Final = f"""
{EVENT_WORDS.strip()}
VALUE = [at least {{low:int}}|{{low:int}} or more|{{low:int}} or higher|at most {{high:int}}|
    {{high:int}} or less|[greater|more|higher|bigger|larger] than {{above:int}}|[less|lower|
    smaller] than {{below:int}}|{{parity:parity}} [number]?|{{prime:prime}} [number]?|[multiple of|
    divisible by] {{multiple:int}}|[either]? {{either:int}} or {{other:int}}|{{value:int}}]
thrown:
    [when|if|you|i|we|by|on|with|in|from|suppose]* [throwing|throw] {{t:int}} dice [once|together]?
    [when|if|you|i|we|by|on|with|in|from|suppose]* [throwing|throw] dice twice
    {{t:int}} dice are thrown [together|at once|once]?
    dice is thrown [once|twice]?
    [when|if|you|i|we|by|on|with|in|from|suppose]* [throwing|throw] [1]? dice [once]?
    [in|on|with]* 1 throw of dice
    1 dice is thrown [once]?
    [with|on|of|from]? {{t:int}} dice
    [with|on|of|from]? dice
asked value:
    FIND_P [their]? {{which:ofdice}} [of]? [them|numbers|scores|dice|faces|2 numbers|2 scores|
        numbers shown|2 dice]? [is|being|of|equals|equal to|are|will be]* VALUE
    FIND_P [their]? {{which:ofdice}} [of|on] {{t:int}} dice [is|being|equals|equal to|will be]*
        VALUE
    FIND_P VALUE as [sum|total]
asked doubles:
    FIND_P [doubles|double|same number on both dice|same number on both|same number twice|both [
        dice]? show same number|2 of same number]
asked one:
    FIND_P [it shows|it lands on|it is|result is|score is|number is|number shown is]? [number]?
        VALUE
"""
_WORDS: Final[dict[str, tuple[str, Callable[[int, int], bool]]]] = {
    "low": ("at least {}", lambda v, k: v >= k),
    "high": ("at most {}", lambda v, k: v <= k),
    "above": ("greater than {}", lambda v, k: v > k),
    "below": ("less than {}", lambda v, k: v < k),
    "multiple": ("a multiple of {}", lambda v, k: k > 0 and v % k == 0),
    "value": ("{}", lambda v, k: v == k),
}
_FINDS: Final[dict[str, Callable[[int, int], int]]] = {
    "sum": lambda a, b: a + b,
    "product": lambda a, b: a * b,
    "difference": lambda a, b: abs(a - b),
}
MAX_DICE: Final = 4


def _test(story: Story) -> tuple[str, Callable[[int], bool]] | None:
    """The event about a value, in words and as a test."""
    for slot, (words, test) in _WORDS.items():
        text = story.text(slot)
        if text is not None:
            k = int(text)
            return words.format(k), lambda v, k=k, test=test: test(v, k)
    parity = (story.text("parity") or "").lower()
    if parity:
        return parity, lambda v: v % 2 == (parity == "odd")
    if story.text("prime"):
        return "prime", lambda v: v > 1 and all(v % k for k in range(2, v))
    first, second = int(story.text("either") or 0), int(story.text("other") or 0)
    return f"{first} or {second}", lambda v: v in (first, second)


def _sums(story: Story) -> Problem | None:
    names = story.names() - {"thrown"}
    count = _count(story)
    if len(names) != 1 or count is None:
        return None
    if names == {"asked doubles"}:
        return (
            _plain("Find the probability of rolling doubles with two dice.") if count == 2 else None
        )
    found = _test(story)
    if found is None:
        return None
    words, test = found
    if names == {"asked one"}:
        return (
            _plain(f"Find the probability of rolling {words} with one die.") if count == 1 else None
        )
    which = (story.text("which") or "sum").lower().replace("total", "sum")
    return _of_values(count, which, words, test)


def _count(story: Story) -> int | None:
    """How many dice; None where it is said twice differently, or not at all."""
    told = {int(hit["t"]) for hit in story.every() if hit.get("t")}
    thrown = story.get("thrown")
    if thrown is not None and "t" not in thrown.slots:
        told.add(2 if "twice" in thrown.text.lower() else 1)
    return told.pop() if len(told) == 1 else None


def _plain(question: str) -> Problem | None:
    return reread(question, dice.READERS)


def _of_values(count: int, which: str, words: str, test: Callable[[int], bool]) -> Problem | None:
    if not 2 <= count <= MAX_DICE or (which == "difference" and count != 2):
        return None
    joined = words.replace("a multiple", "multiple")
    between = "" if words[0].isalpha() and words.split()[0] in ("at", "greater", "less") else "of "
    known = _plain(f"Find the probability of rolling a sum {between}{words} with two dice.")
    if known is not None and count == 2 and which == "sum":
        return known
    ways = Counter(range(1, 7))
    for _ in range(count - 1):
        added: Counter[int] = Counter()
        for value, number in ways.items():
            for face in range(1, 7):
                added[_FINDS[which](value, face)] += number
        ways = added
    wanted = sorted(value for value in ways if test(value))
    if not wanted:
        return None
    plan = Planner({})
    plan.setup("Choose the formula", "probability = favourable outcomes / all outcomes")
    plan.find("h", "Add the outcomes of each value", " + ".join(str(ways[one]) for one in wanted))
    plan.find("t", "Count all outcomes", f"6^{count}").find("p", "Divide", "h/t")
    plan.count("dice values", count, list(_FINDS).index(which), *wanted)
    read_as = f"{count} dice are thrown. Find the probability that the {which} is {joined}."
    return plan.problem(Kind.PROBABILITY, read_as, decimals=False)


READERS: Final = (Synonymous(Family(KEYS, grammar(_SUMS), _sums), SAID),)
