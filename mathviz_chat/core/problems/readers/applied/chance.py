"""Probability by formula: coins, cards, drawing with and without putting back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import number

_KEYS: Final = re.compile(r"\b(?:probability|chances?|likely|odds|prob)\b", re.I)
_COINS: Final = """
FIND_P = [what is|what's|whats|what would be|find|calculate|give|determine|compute|what are|
    state|work out]
    [probability|chance|chances|prob|likelihood] [of|that|for]?
COIN = [fair|balanced|unbiased]? [coin|coins]
EVENT = [exactly {exact:int} {side:side}|at least {low:int} {side:side}|at most {high:int}
    {side:side}|all {all:side}|no {none:side}|only {all:side}|{exact:int} {side:side}|
    {single:side}]
flip:
    [when|if|you|i|we|by|on|with|in]* [flipping|flip|tossing|toss|throwing|throw] COIN {n:times}
    [when|if|you|i|we|by|on|with|in]* [flipping|flip|tossing|toss|throwing|throw] {m:int} COIN
    COIN is [flipped|tossed|thrown] {n:times}
    {m:int} COIN are [flipped|tossed|thrown]
    in {m:int} [flips|tosses|throws] [of COIN]?
    with {m:int} COIN
asked:
    FIND_P [getting|you get|flipping|obtaining|tossing|to get|there are|it lands]? [on]? EVENT
"""


def _coins(story: Story) -> Problem | None:
    if story.names() != {"flip", "asked"}:
        return None
    times = (story.text("n") or "").lower().split()
    text = (
        {"once": "1", "twice": "2", "thrice": "3"}.get(times[0], times[0])
        if times
        else story.text("m")
    )
    n = int(text or 0)
    side = (
        next(
            (story.text(slot) for slot in ("side", "all", "none", "single") if story.text(slot)), ""
        )
        or ""
    )
    side = "heads" if side.lower().startswith("head") else "tails"
    low, high = _range_of(story, n)
    if not 1 <= n <= 12 or low is None or high is None or not 0 <= low <= high <= n:
        return None
    plan = Planner({"n": literal(Fraction(n))})
    plan.setup("Choose the formula", "probability = favourable outcomes / all outcomes")
    _add_up(plan, [f"binomial(n, {k})" for k in range(low, high + 1)], "2^n")
    plan.count("successes", n, 1, 2, low, high)
    words = (
        f"exactly {low}" if low == high else f"at least {low}" if high == n else f"at most {high}"
    )
    read_as = f"Find the probability of getting {words} {side} in {n} flips of a coin."
    return plan.problem(Kind.PROBABILITY, read_as, decimals=False)


def _range_of(story: Story, n: int) -> tuple[int | None, int | None]:
    if story.text("exact"):
        k = int(story.text("exact") or 0)
        return k, k
    if story.text("low"):
        return int(story.text("low") or 0), n
    if story.text("high"):
        return 0, int(story.text("high") or 0)
    if story.text("all"):
        return n, n
    if story.text("none"):
        return 0, 0
    return (1, 1) if n == 1 else (None, None)


def _add_up(plan: Planner, favourable: Sequence[str], total: str) -> None:
    plan.find("h", "Count the favourable outcomes", " + ".join(favourable))
    plan.find("t", "Count all outcomes", total).find("p", "Divide", "h/t")


_BAG: Final = """
FIND_P = [what is|what's|whats|what would be|find|calculate|give|determine|compute|what are|
    state|work out]
    [probability|chance|chances|prob|likelihood] [of|that|for]?
BALLS = [balls|marbles|ball|marble|beads|counters|sweets|candies|socks|chips|tokens|pens|apples|
    discs|jellybeans|cards|blocks]
IN = [bag|box|jar|urn|drawer|bowl|basket|hat|container]
REPLACE = [{without:without}|{put:putback}]
bag:
    IN [contains|has|holds|containing|with] {a:int} {c1:color} [BALLS]? [and]? {b:int}
        {c2:color} [BALLS]? [and]? [{c:int} {c3:color} BALLS]?
    there are {a:int} {c1:color} [BALLS]? [and]? {b:int} {c2:color} [BALLS]? [and]? [{c:int}
        {c3:color} BALLS]? in IN
    from IN [containing|with|of|that contains] {a:int} {c1:color} [BALLS]? [and]? {b:int}
        {c2:color} [BALLS]? [and]? [{c:int} {c3:color} BALLS]?
one:
    [1]? BALLS? is [drawn|picked|chosen|selected|taken|taken out|pulled] [at random|randomly]?
    [if|you|when|i]* [draw|pick|choose|take|select|pull] [1|one]? BALLS [at random|randomly|
        without looking]?
many:
    {n:int} BALLS? are [drawn|picked|chosen|selected|taken|taken out] [at random|randomly]?
        [REPLACE]?
    [if|you|when|i|we]* [draw|pick|choose|take|select] {n:int} BALLS [at random|randomly]?
        [REPLACE]?
replacing:
    [1 after other|one after another|1 after another]? REPLACE
asked one:
    FIND_P [it is|drawing|picking|getting|choosing|selecting|pulling|you draw|that it is|you
        pick|ball is|marble is|taking]? [{not:negation}]? {w:color} [or {w2:color}]? [BALLS|1]?
        [at random|randomly]?
asked both:
    FIND_P [both|all|that both|that all] [BALLS]? [are|of them are|being|will be]? {w:color}
    FIND_P [they are|drawing|getting|picking|that they are|choosing]? [both|all|{m:int}|two|
        three] {w:color} [BALLS]?
    FIND_P [none|neither] [of them]? [is|are] {v:color}
asked each:
    FIND_P [getting|drawing|picking|taking|there is|you get]? [1 of each [color|colour]|different
        [colors|colours]|2 different [colors|colours]]
    FIND_P [they|both|BALLS|2 BALLS] [are|have] [of]? different [colors|colours]
asked least:
    FIND_P [getting|drawing|picking|that]? at least 1 [of them is|is|BALLS is]? {w:color} [BALLS]?
"""


def _bag(story: Story) -> Problem | None:
    bag = story.get("bag")
    if bag is None:
        return None
    pairs = [
        (bag[c].lower(), int(bag[n]))
        for c, n in (("c1", "a"), ("c2", "b"), ("c3", "c"))
        if bag.get(c) and bag.get(n)
    ]
    counts = dict(pairs)
    if len(counts) != len(pairs):
        return None
    named = " and ".join(f"{count} {color} marbles" for color, count in counts.items())
    names = story.names() - {"bag"}
    if names in ({"one", "asked one"}, {"asked one"}):
        return _single(story, counts, sum(counts.values()), named)
    asked = names & {"asked both", "asked least"}
    if "asked each" in names and not asked:
        return _one_of_each(story, counts, named)
    if len(asked) != 1 or "many" not in names:
        return None
    return _several(story, counts, named, least="asked least" in asked)


def _several(story: Story, counts: dict[str, int], named: str, *, least: bool) -> Problem | None:
    """Several are drawn: all of one colour, none of it, or at least one."""
    n = int(story.text("n") or 0)
    back, without = story.text("put"), story.text("without")
    if (back is None) == (without is None) or not 2 <= n <= 4:
        return None
    both = any(re.search(r"\bboth\b", hit.text, re.IGNORECASE) for hit in story.every())
    if (story.text("m") and int(story.text("m") or 0) != n) or (both and n != 2):
        return None
    wanted = (story.text("w") or story.text("v") or "").lower()
    if wanted not in counts or (without is not None and n > sum(counts.values())):
        return None
    which = "least" if least else "none" if story.text("v") is not None else "all"
    plan = _draws(n, counts[wanted], sum(counts.values()), which, back=bool(back))
    what = {
        "least": f"at least 1 is {wanted}",
        "none": f"none of them are {wanted}",
        "all": f"all are {wanted}",
    }[which]
    way = "with replacement" if back else "without replacement"
    read_as = f"A bag has {named}. {n} marbles are drawn {way}. Find the probability that {what}."
    return plan.problem(Kind.PROBABILITY, read_as, decimals=False)


def _draws(n: int, good: int, total: int, which: str, *, back: bool) -> Planner:
    """The chance of n draws; which: ``least`` one good one, ``none`` of them, or ``all``.

    back: what was drawn is put back.
    """
    least = which == "least"
    hits = good if which == "all" else total - good
    step = 0 if back else 1
    plan = Planner({})
    plan.setup(
        "Choose the formula",
        "The probabilities of the draws are multiplied"
        + (", at least one = 1 - none" if least else ""),
    )
    factors = [f"{max(hits - step * k, 0)}/{total - step * k}" for k in range(n)]
    plan.find(
        "q" if least else "p",
        "Multiply the probabilities of the draws",
        "*".join(f"({f})" for f in factors),
    )
    if least:
        plan.find("p", "Subtract from 1", "1 - q")
    low, high = {"least": (1, n), "none": (0, 0), "all": (n, n)}[which]
    plan.count("successes" if back else "drawn", n, good, total, low, high)
    return plan


def _one_of_each(story: Story, counts: dict[str, int], named: str) -> Problem | None:
    """Two are drawn from two colours: one of each, in either order."""
    back, without = story.text("put"), story.text("without")
    if len(counts) != 2 or story.text("n") != "2" or (back is None) == (without is None):
        return None
    if not story.names() <= {"bag", "many", "replacing", "asked each"}:
        return None
    first, second = counts.values()
    total = first + second
    step = 0 if back else 1
    plan = Planner({})
    plan.setup("Choose the formula", "One of each in either order: 2 times the product")
    plan.find("p", "Multiply", f"2*({first}/{total})*({second}/{total - step})")
    plan.count("successes" if back else "drawn", 2, first, total, 1, 1)
    way = "with replacement" if back else "without replacement"
    read_as = (
        f"A bag has {named}. 2 marbles are drawn {way}. "
        "Find the probability of getting 1 of each color."
    )
    return plan.problem(Kind.PROBABILITY, read_as, decimals=False)


def _single(story: Story, counts: dict[str, int], total: int, named: str) -> Problem | None:
    wanted = [text.lower() for slot in ("w", "w2") if (text := story.text(slot))]
    if not set(wanted) <= set(counts) or len(set(wanted)) != len(wanted):
        return None
    hits = sum(counts[color] for color in wanted)
    negated = story.text("not") is not None
    if negated and len(wanted) > 1:
        return None
    plan = Planner({"h": literal(Fraction(total - hits if negated else hits))})
    plan.setup("Choose the formula", "probability = favourable outcomes / all outcomes")
    plan.find("t", "Add to find all outcomes", " + ".join(map(str, counts.values())))
    plan.find("p", "Divide the favourable outcomes by all outcomes", "h/t")
    low, high = (0, 0) if negated else (1, 1)
    plan.count("successes", 1, hits, total, low, high)
    what = f"{'not ' if negated else ''}{' or '.join(wanted)}"
    read_as = f"A bag has {named}. Find the probability of drawing {what}."
    return plan.problem(Kind.PROBABILITY, read_as, decimals=False)


_CARDS: Final = """
FIND_P = [what is|what's|whats|what would be|find|calculate|give|determine|compute|what are|
    state|work out]
    [probability|chance|chances|prob|likelihood] [of|that|for]?
deck:
    [from|in] [standard|regular|shuffled|ordinary|well-shuffled|normal]? [deck|pack] [of
        {size:int} cards|of {size:int}|of cards|of playing cards]?
    [1]? card is [drawn|picked|chosen|selected|dealt] [at random|randomly]? from [standard|
        regular|shuffled|ordinary|well-shuffled|normal]? [52-card|52 card]? [deck|pack] [of
        {size:int} cards|of {size:int}|of cards|of playing cards]?
    [from|in] [standard|regular|shuffled|ordinary|well-shuffled|normal]? [52-card|52 card] [deck|
        pack]
    [from|in] [standard|regular|shuffled|ordinary|well-shuffled|normal]? [deck|pack] [of
        {size:int} cards|of cards|of playing cards|of {size:int} playing cards]
asked:
    FIND_P [drawing|getting|picking|choosing|selecting|you draw|it is|it's|that it is|card is|
        being dealt]? {card:card} [card]?
"""
_CARD_COUNTS: Final = {
    **dict.fromkeys(("ace", "king", "queen", "jack"), 4),
    **dict.fromkeys(("heart", "spade", "diamond", "club"), 13),
    **dict.fromkeys(("red", "black"), 26),
    "face": 12,
}


def _cards(story: Story) -> Problem | None:
    card = (story.text("card") or "").lower().removesuffix("s")
    size = story.text("size")
    if story.names() != {"deck", "asked"} or card not in _CARD_COUNTS or size not in (None, "52"):
        return None
    count = _CARD_COUNTS[card]
    plan = Planner({"h": literal(Fraction(count)), "n": literal(Fraction(52))})
    plan.setup("Choose the formula", "probability = favourable outcomes / all outcomes")
    plan.find("p", "Divide the favourable cards by the 52 cards", "h/n").count(
        "successes", 1, count, 52, 1, 1
    )
    read_as = f"Find the probability of drawing a {card} card from a deck of 52 cards."
    return plan.problem(Kind.PROBABILITY, read_as, decimals=False)


_EVENT: Final = """
P_OF = [probability|chance] [of|that]?
given:
    [if]? P_OF [it]? [will]? {e:event} is {p}
    [if]? P_OF [it]? [will]? {e:event} is {r:%}
    there is {r:%} chance [of|that]? [it will]? {e:event}
asked:
    [what is|what's|whats|what would be|find|calculate|give] P_OF [that]? [it]? [does|will|is|
        do]? [not|no] {f:event}
    [what is|what's|whats|what would be|find|calculate|give] P_OF [that]? [it]? [doesn't|won't|
        isn't] {f:event}
"""


def _complement(story: Story) -> Problem | None:
    given, asked = story.get("given"), story.get("asked")
    if given is None or asked is None or len(story.clauses) != 2:
        return None
    event = _stem(given["e"])
    if event != _stem(asked["f"]):
        return None
    plan = Planner({"p": number(given.get("p") or f"{given['r']}/100")})
    if not 0 <= recount.value(plan.given["p"]) <= 1:
        return None
    plan.setup("Choose the formula", "The probability of the opposite is 1 minus the probability")
    plan.find("q", "Subtract it from 1", "1 - p").check("answer + p = 1")
    told = given.get("p") or f"{given['r']}%"
    read_as = f"The probability of {event} is {told}. What is the probability of no {event}?"
    return plan.problem(Kind.PROBABILITY, read_as)


def _stem(event: str) -> str:
    return re.sub(r"(?:ing|s)$", "", event.lower())


READERS: Final = (
    Family(_KEYS, grammar(_EVENT), _complement),
    Family(_KEYS, grammar(_COINS), _coins),
    Family(_KEYS, grammar(_BAG), _bag),
    Family(_KEYS, grammar(_CARDS), _cards),
)
