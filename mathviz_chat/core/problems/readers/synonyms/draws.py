"""Draws from a bag or a deck of cards, with and without replacement: how many of a sort."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied import chance
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms import cards
from mathviz_chat.core.problems.readers.synonyms.chance_words import EVENT_WORDS, KEYS, SAID
from mathviz_chat.core.problems.readers.synonyms.events import MANY, counted, words_of
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous, reread

MAX_DRAWN: Final = 6
MAX_TOTAL: Final = 1000
_PEOPLE: Final = frozenset({"boy", "girl", "man", "woman", "child", "adult"})

_DRAWS: Final = f"""
{EVENT_WORDS.strip()}
{MANY.strip()}
BAG = [bag|box|jar|urn|drawer|bowl|basket|hat|container|packet|class|group|tin|pocket|bucket]
LIST = [{{n1:int}} {{s1:described}} [ball]? [and]? {{n2:int}} {{s2:described}} [ball]? [and]?
    {{n3:int}}
    {{s3:described}} [ball]? [and]? {{n4:int}} {{s4:described}} [ball]?|{{n1:int}}
        {{s1:described}} [ball]?
    [and]? {{n2:int}} {{s2:described}} [ball]? [and]? {{n3:int}} {{s3:described}} [ball]?|{{n1:int}}
    {{s1:described}} [ball]? [and]? {{n2:int}} {{s2:described}} [ball]?]
DECK = [[52 card|52-card]? [deck|pack] [of 52 cards|of 52 playing cards|of cards|of playing cards|of
    52]?]
bag:
    [there is]? [in|from|of]? BAG [of|has|have|holds|contains|containing|with|that contains|which
        contains|there are|i have|that has]+ LIST
    [there are|from|i have|suppose there are|out of|given]? LIST [are|lie]? [in|inside] [BAG|
        another BAG]
    from LIST
    [i|you|we|she|he] [have|has] LIST [in BAG]?
deck:
    [from|in|of]? DECK
many:
    {{n:int}} [ball|cards|more]? [are|is]? drawn [from it|from BAG|1 after other|1 after
        another|one after the other|1 by 1|in turn]* [REPL]?
    [if|when|you|i|we|she|he|suppose]* [draw|drawing] {{n:int}} [ball|cards]? [from it|from BAG|1
        after other|1 after another|1 by 1]* [REPL]?
twice:
    [1]? ball is drawn [its color|color] [is]? [noted|recorded] [and|it|then]* REPL [and|then]*
        [second|
        another|2nd|second 1] [ball]? is [then]? drawn
    [1]? ball is drawn [and|it|then]* REPL [and|then]* [second|another|2nd|second 1] [ball]? is
        [then]?
        drawn
one:
    [ball|1 ball|1|card|1 card|1 of ball] is drawn [from it|from BAG]?
    [if|when|you|i|we|suppose]* [draw|drawing] [ball|1 ball|1|card|1 card] [from it|from BAG]?
replacing:
    [both drawn]? REPL
asked count:
    FIND_P [they are|they]? MANY {{w:described}} [ball|cards]? [from it|from BAG]? [REPL]?
asked pair:
    FIND_P [1 [is]? {{w:described}} and [1|other]? [is]? {{w2:described}} [ball]?|{{w:described}}
        [1|ball]? and
        {{w2:described}} [1|ball]? in [any|either] order] [in any order|in either order]? [REPL]?
asked order:
    FIND_P [first|first 1|first ball] [is|drawn is|being]? {{w:described}} and [second|second 1|
        second
        ball] [is|drawn is|being]? {{w2:described}} [REPL]?
    FIND_P {{w:described}} [1|ball]? [and]? [then|followed by] {{w2:described}} [1|ball]? [REPL]?
asked same:
    FIND_P [both|they|ball|2 ball|2|all|they both|both of them]* [are|have|being|is|of]* [of]?
        same color [ball]? [REPL]?
asked different:
    FIND_P [both|they|ball|2 ball|2|all|they both|1]* [are|have|being|is|of]* [of]? [different
        color|1 of each color|1 of each|each color|not same color|not of same color] [ball]? [REPL]?
asked either:
    FIND_P [it is|it|its|is|card is|ball is|it's|being|drawn card is|drawn ball is|1 is]?
        [{{negation:negation}}]?
        [{{w:described}} [card|ball]? or {{w2:described}}|{{w:described}}] [ball|1|card]? [REPL]?
    FIND_P [1]? card drawn from DECK is [{{negation:negation}}]? {{w:described}} [card]?
    FIND_P [it is|it|its|is|card is|ball is|it's]? neither {{w:described}} nor {{w2:described}}
        [ball]?
"""


@dataclass(frozen=True, slots=True)
class Draws:
    """count: of a sort. back: whether each is put back. told: the beginning of the reading."""

    total: int
    number: int
    back: bool
    count: Callable[[str], int | None]
    told: str


def _draws(story: Story) -> Problem | None:
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked ")]
    if len(asked) != 1 or ("bag" in story.names()) == _has_deck(story):
        return None
    found = _experiment(story, asked[0])
    problem = None if found is None else _ASKED[asked[0]](story, found)
    return problem and (reread(problem.read_as, chance.READERS) or problem)


def _has_deck(story: Story) -> bool:
    return any(re.search(r"\b(?:deck|pack)\b", hit.text.lower()) for hit in story.every())


def _experiment(story: Story, asked: str) -> Draws | None:
    """What is drawn from what; None where it does not say whether it is put back."""
    number = 1 if asked == "either" and _number(story) is None else _number(story)
    text = " ".join(hit.text.lower() for hit in story.every())
    back, without = "with replacement" in text, "without replacement" in text
    if number is None or not 1 <= number <= MAX_DRAWN:
        return None
    without |= number > 1 and not back and _are_people(story)
    if (number == 1 and (back or without)) or (number > 1 and back == without):
        return None
    if number == 1 and asked not in ("either", "count"):
        return None
    way = "with replacement" if back else "without replacement"
    drawn = f"{number} marbles are drawn {way}." if number > 1 else "A marble is drawn."
    bag = story.get("bag")
    if bag is None:
        told = drawn.replace("marble", "card").removesuffix(".") + " from a deck of 52 cards."
        return Draws(52, number, back, cards.count, told)
    pairs = [(_singular(bag[f"s{k}"]), int(bag[f"n{k}"])) for k in range(1, 5) if bag.get(f"n{k}")]
    counts = dict(pairs)
    total = sum(counts.values())
    if len(counts) != len(pairs) or total > MAX_TOTAL or (not back and number > total):
        return None
    if any(count == 0 for count in counts.values()):
        return None
    listed = [f"{count} {_plural(sort)}" for sort, count in counts.items()]
    told = f"A bag has {', '.join(listed[:-1])} and {listed[-1]}. {drawn}"
    return Draws(total, number, back, counts.get, told)


def _are_people(story: Story) -> bool:
    """Whether people are chosen: nobody is chosen twice."""
    bag = story.get("bag")
    return bag is not None and all(
        _singular(bag[f"s{k}"]) in _PEOPLE for k in range(1, 5) if bag.get(f"s{k}")
    )


def _number(story: Story) -> int | None:
    """How many are drawn; all that the event speaks of, where nothing else says it."""
    many, one = story.get("many"), story.get("one")
    if sum(story.get(name) is not None for name in ("many", "one", "twice")) > 1:
        return None
    if many is not None:
        return int(many["n"])
    if one is not None:
        return 1
    if story.get("asked either"):
        return 1
    if story.get("twice") or story.get("asked order") or story.text("every") == "both":
        return 2
    return int(story.text("these") or 0) or None


def _singular(text: str) -> str:
    low = " ".join(text.lower().split())
    low = {"men": "man", "women": "woman", "children": "child"}.get(low, low)
    return low.removesuffix("s") if not low.endswith("ss") else low


def _plural(sort: str) -> str:
    plurals = {"man": "men", "woman": "women", "child": "children"}
    return plurals.get(sort, f"{sort}s") if sort in _PEOPLE else f"{sort} marbles"


def _event(story: Story, found: Draws) -> Problem | None:
    """So many of one sort."""
    sort = _singular(story.text("w") or "")
    good = found.count(sort)
    bounds = counted(story, found.number)
    if good is None or bounds is None:
        return None
    low, high = bounds
    if found.number == 1:
        return None
    return _number_of(found, sort, good, low, high)


def _number_of(found: Draws, sort: str, good: int, low: int, high: int) -> Problem:
    n, total, bad = found.number, found.total, found.total - good
    inside = range(low, high + 1)
    outside = [k for k in range(n + 1) if k not in inside]
    through = outside if 0 < len(outside) < len(inside) else list(inside)
    plan = Planner({})
    if found.back:
        rule = "Each draw is independent: binomial probabilities"
        terms = [
            f"binomial({n}, {k})*({good}/{total})^{k}*({bad}/{total})^{n - k}" for k in through
        ]
    else:
        rule = "ways to choose what is wanted / ways to choose all"
        terms = [
            f"binomial({good}, {k})*binomial({bad}, {n - k})/binomial({total}, {n})"
            for k in through
            if k <= good and n - k <= bad
        ] or ["0"]
    plan.setup("Choose the formula", rule)
    if through is outside:
        plan.find("q", "Add the probabilities of the opposite", " + ".join(terms))
        plan.find("p", "Subtract from 1", "1 - q")
    else:
        plan.find("p", "Add the probabilities", " + ".join(terms))
    plan.count("draw by draw", int(found.back), n, good, total, low, high)
    read_as = f"{found.told} Find the probability that {words_of(low, high, n)} are {sort}."
    return plan.problem(Kind.PROBABILITY, read_as, decimals=False)


def _pair(story: Story, found: Draws) -> Problem | None:
    """One of each of two sorts, in either order."""
    sorts = [_singular(story.text("w") or ""), _singular(story.text("w2") or "")]
    return _of_orders(found, [tuple(sorts), tuple(reversed(sorts))], sorts, "in any order")


def _order(story: Story, found: Draws) -> Problem | None:
    sorts = [_singular(story.text("w") or ""), _singular(story.text("w2") or "")]
    return _of_orders(found, [tuple(sorts)], sorts, "")


def _of_orders(
    found: Draws, orders: list[tuple[str, ...]], sorts: list[str], order: str
) -> Problem | None:
    counts = [found.count(sort) for sort in sorts]
    if found.number != 2 or None in counts or (order and sorts[0] == sorts[1]):
        return None
    if found.total == 52 and not cards.apart(*sorts) and sorts[0] != sorts[1]:
        return None  # a red card may be a king: more than one product
    step = 0 if found.back else 1
    first, second = (int(count or 0) for count in counts)
    left = second - (step if sorts[0] == sorts[1] else 0)
    plan = Planner({})
    plan.setup("Choose the formula", "The probabilities of the draws are multiplied")
    product = f"({first}/{found.total})*({max(left, 0)}/{found.total - step})"
    plan.find(
        "p", "Multiply" if not order else "Multiply, and double for both orders",
        f"2*{product}" if order else product,
    )  # fmt: skip
    plan.count(
        "pairs drawn", int(found.back), found.total, first, second, int(sorts[0] == sorts[1]),
        len(orders),
    )  # fmt: skip
    a, b = sorts
    what = f"1 is {a} and 1 is {b}" if order else f"first is {a} and second is {b}"
    return plan.problem(
        Kind.PROBABILITY, f"{found.told} Find the probability that {what}.", decimals=False
    )


def _same(story: Story, found: Draws) -> Problem | None:
    return _color(story, found, same=True)


def _different(story: Story, found: Draws) -> Problem | None:
    return _color(story, found, same=False)


def _color(story: Story, found: Draws, *, same: bool) -> Problem | None:
    """All of one colour, or two of different colours."""
    bag = story.get("bag")
    if bag is None or (not same and found.number != 2):
        return None
    if re.search(r"\b(?:each color|1 of each)\b", " ".join(h.text for h in story.every())) and (
        bag.get("n3") or same
    ):
        return None
    counts = [int(bag[f"n{k}"]) for k in range(1, 5) if bag.get(f"n{k}")]
    n, step = found.number, 0 if found.back else 1
    terms = [
        "*".join(f"({max(count - step * k, 0)}/{found.total - step * k})" for k in range(n))
        for count in counts
    ]
    plan = Planner({})
    plan.setup("Choose the formula", "Add the probabilities that all are of one colour")
    plan.find("p" if same else "q", "Add the products", " + ".join(terms))
    if not same:
        plan.find("p", "Subtract from 1", "1 - q")
    plan.count("colors drawn", int(found.back), n, int(same), *counts)
    what = "all are of the same color" if same else "they are of different color"
    return plan.problem(
        Kind.PROBABILITY, f"{found.told} Find the probability that {what}.", decimals=False
    )


def _either(story: Story, found: Draws) -> Problem | None:
    """One draw: of this sort or that one, or not of it."""
    if found.number != 1:
        return None
    sorts = [_singular(text) for slot in ("w", "w2") if (text := story.text(slot))]
    neither = "neither" in " ".join(hit.text.lower() for hit in story.every())
    negated = story.text("negation") is not None
    if len(set(sorts)) != len(sorts) or (negated and len(sorts) > 1):
        return None
    if found.total == 52 and story.get("bag") is None:
        good = cards.union(sorts)
    else:
        counts = [found.count(sort) for sort in sorts]
        good = None if None in counts else sum(int(count or 0) for count in counts)
    if good is None:
        return None
    hits = found.total - good if negated or neither else good
    plan = Planner({})
    plan.setup("Choose the formula", "probability = favourable outcomes / all outcomes")
    plan.find("p", f"Divide the {hits} favourable outcomes by all", f"{hits}/{found.total}")
    if story.get("bag") is None:
        plan.enumerations += cards.check(sorts, negated=negated or neither)
    else:
        plan.count("successes", 1, good, found.total, *((0, 0) if negated or neither else (1, 1)))
    joined = " nor ".join(sorts) if neither else " or ".join(sorts)
    what = f"neither {joined}" if neither else f"{'not ' if negated else ''}{joined}"
    read_as = f"{found.told} Find the probability that it is {what}."
    return plan.problem(Kind.PROBABILITY, read_as, decimals=False)


_ASKED: Final[dict[str, Callable[[Story, Draws], Problem | None]]] = {
    "count": _event,
    "pair": _pair,
    "order": _order,
    "same": _same,
    "different": _different,
    "either": _either,
}
READERS: Final = (Synonymous(Family(KEYS, grammar(_DRAWS), _draws), SAID),)
