"""Arrangements under a condition: a letter first, two people side by side, vowels together."""

from __future__ import annotations

from collections import Counter
from math import factorial
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied import counting
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms.counting_words import KEYS, SAID
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous, reread

MAX_LETTERS: Final = 15
VOWELS: Final = frozenset("aeiou")

_ORDERS: Final = """
WAYS = [how many ways|how many arrangements|how many|number of ways|FIND number of ways]
MUST = [if|when|where|that|with|and|has|have|must|should|are|is|to|be|always|in which|so that|such
    that|which|do|they|can|of them|these|the]*
BY = [next to each other|side by side|together|adjacent|kept together|stay together|beside each
    other|sit together]
word:
    WAYS {len:int}-letter [arrangements|words|anagrams|permutations] [can|be|chosen|are|there|of|
        from|
        using|with]* [all]? [of]? letters [of|in] [word]? {word:letters}
    WAYS [can|you|we|i|of|is there|are there]* [arrange]? [all]? [of]? letters [of|in] [word]?
        {word:letters} [can]? [be]? [arrange]?
    WAYS [are there|is there]* [to]? [arrange] [all]? [of]? letters [of|in] [word]? {word:letters}
    WAYS [arrangements|words|anagrams|permutations] [can|be|chosen|are|there|of|from|using|with]*
        [all]? [of]? letters [of|in] [word]? {word:letters}
    FIND number of [distinct|different|possible]* [arrangements|words|anagrams|permutations] of
        [all]? [of]? letters [of|in] [word]? {word:letters}
    number of [distinct|different|possible]* [arrangements|words|anagrams|permutations] of
        [all]? [of]? letters [of|in] [word]? {word:letters}
    arrange letters [of|in] [word]? {word:letters} how many ways
    arrangements of letters [of|in] [word]? {word:letters}
people:
    WAYS [can|do|may]? {n:int} [people|boys|girls|books|children|cars] [be]? [arrange|seated|sit|
        stand|lined up|line up|placed|arranged]* [in]? [row|line|queue|on shelf|bench]? [on shelf|
        on bench]?
    [there are]? {n:int} [people|boys|girls|books|children|cars] [are]? [arrange|seated|sit|stand|
        lined up|line up|placed]* [in]? [row|line|queue|on shelf]
first:
    MUST {letter:letter} [is|has|be|to|must|comes|come]* [be|come]? {where:endof}
    MUST [start|starts|begin|begins|starting|beginning] with {letter:letter}
    MUST [end|ends|ending|finish] [with|in] {last:letter}
together:
    MUST [2 particular|2 specific|2 certain|2 given|2 of them|certain 2|2] [people|boys|girls|books|
        of them|of people]? [insist on|want to|must|are|to|be|always|have|has|is]* [sit|sitting|
        stand|
        standing|stay]? BY
    MUST [2 particular|2 specific|2 certain|2 given|2 of them|certain 2|2] [people|boys|girls|books|
        of them|of people]? [{apart:apart}] [sit|stand|be|stay]* BY
    MUST vowels [must|are|to|be|always|have|stay|come|all]* BY
"""


def _orders(story: Story) -> Problem | None:
    names = story.names()
    size = story.text("len")
    if size is not None and int(size) != len(story.text("word") or ""):
        return None
    if names == {"word", "first"}:
        return _with_end(story)
    together = story.get("together")
    vowels = together is not None and "vowels" in together.text.lower()
    if names == {"word", "together"} and vowels:
        return _vowels(story.text("word") or "")
    if names == {"people", "together"} and not vowels:
        return _side_by_side(story)
    if names == {"word"}:
        return reread(
            f"In how many ways can the letters of {story.text('word')} be arranged?",
            counting.READERS,
        )
    return None


def _with_end(story: Story) -> Problem | None:
    """A letter that stands once comes first, or last: the others are arranged."""
    word, letter = (story.text("word") or "").lower(), story.text("letter") or story.text("last")
    where = (story.text("where") or "").lower()
    at_end = story.text("last") is not None or where in ("last", "at the end", "at end")
    if letter is None or not 2 <= len(word) <= MAX_LETTERS or Counter(word)[letter.lower()] != 1:
        return None
    others = Counter(word)
    del others[letter.lower()]
    plan = Planner({})
    place = "last" if at_end else "first"
    plan.setup("Choose the formula", f"{letter.upper()} is {place}: arrange the other letters")
    _arrange(plan, others)
    plan.count("words with end", int(at_end), ord(letter.lower()), *map(ord, word))
    return plan.problem(
        Kind.COUNTING,
        f"In how many ways can the letters of {word.upper()} be arranged if {letter.upper()} is "
        f"{place}?",
    )


def _arrange(plan: Planner, letters: Counter[str], name: str = "c") -> None:
    n = sum(letters.values())
    below = "*".join(f"{count}!" for count in letters.values() if count > 1)
    rule = "Divide the factorials" if below else "Work out the factorial"
    plan.find(name, rule, f"{n}!/({below})" if below else f"{n}!")


def _vowels(word: str) -> Problem | None:
    """All vowels side by side: they count as one letter, and are arranged among themselves."""
    low = word.lower()
    inside = Counter(one for one in low if one in VOWELS)
    outside = Counter(one for one in low if one not in VOWELS)
    if not 2 <= len(low) <= MAX_LETTERS or sum(inside.values()) < 2 or "y" in outside:
        return None
    plan = Planner({})
    plan.setup("Choose the formula", "Take the vowels as one letter, then arrange them inside")
    _arrange(plan, Counter({**outside, "#": 1}), "u")
    _arrange(plan, inside, "v")
    plan.find("c", "Multiply", "u*v").count("vowels together", *map(ord, low))
    return plan.problem(
        Kind.COUNTING,
        f"In how many ways can the letters of {word.upper()} be arranged if the vowels are "
        "together?",
    )


def _side_by_side(story: Story) -> Problem | None:
    """Two of n side by side, or never."""
    n, apart = int(story.text("n") or 0), story.text("apart") is not None
    if not 3 <= n <= 60:
        return None
    plan = Planner({})
    plan.setup("Choose the formula", "Take the two as one; they stand in 2 orders")
    plan.find("t", "Arrange with the two side by side", f"2*{n - 1}!")
    if apart:
        plan.find("c", "Subtract from all arrangements", f"{n}! - t")
        plan.check(f"answer = {factorial(n - 2)}*{n - 1}*{n - 2}")
    else:
        plan.check(f"answer/{factorial(n - 2)} = 2*{n - 1}")
    how = "2 of them must not be together" if apart else "2 of them must be together"
    return plan.problem(Kind.COUNTING, f"In how many ways can {n} people stand in a row if {how}?")


READERS: Final = (Synonymous(Family(KEYS, grammar(_ORDERS), _orders), SAID),)
