"""Choices in many words: 8P2, products, subsets, committees of two groups, pairs, routes."""

from __future__ import annotations

import re
from math import comb
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied import counting
from mathviz_chat.core.problems.readers.applied.family import Family, Formal, Story
from mathviz_chat.core.problems.readers.synonyms.counting_words import KEYS, SAID
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous, reread
from mathviz_chat.core.problems.wording import number

MAX: Final = 200

_SIGN: Final = re.compile(
    r"(?:(?i:find|evaluate|calculate|compute|work out|what is|what's|simplify)\s+)?"
    r"(?:the value of\s+)?"
    r"(?:\^?\{?(?P<n>\d+)\}?\s*(?P<s>P|C)\s*_?\{?(?P<k>\d+)\}?|"
    r"\{?\}?(?P<s2>P|C)\s*\(\s*(?P<n2>\d+)\s*,\s*(?P<k2>\d+)\s*\)|(?P<n3>\d+)\s+permute\s+(?P<k3>\d+))"
)


def _sign(match: re.Match[str]) -> Problem | None:
    """``8P2``, ``^8C_3``, ``P(8, 2)``."""
    n = match["n"] or match["n2"] or match["n3"]
    k = match["k"] or match["k2"] or match["k3"]
    sign = match["s"] or match["s2"] or "P"
    ordered = f"Find the number of permutations of {k} from {n}."
    chosen = f"Find the number of ways to choose {k} from {n}."
    return reread(ordered if sign == "P" else chosen, counting.READERS)


_CHOICES: Final = """
CAN = [can|could|may]? [you|i|we|she|he|customer|people|{who9:word}]? [be]?
AND = [and]?
product:
    [there are|menu has|menu offers|restaurant has|restaurant offers|cafe has|cafe offers|you have|
        i have|he has|she has|shop sells|choose from|{thing1:thing} has|{thing1:thing} offers|
        {thing1:thing} have|
        from]* {a:int} {thing2:thing} AND {b:int} {thing3:thing} AND [{c:int} {thing4:thing}]?
asked product:
    how many [{count:int}-course|{count:int} course]? [meals|outfits|combinations|sandwiches|
        dinners|
        lunches|options|choices] [of 1 of everyone|with 1 of everyone|consisting of 1 of everyone]?
        CAN [chosen|choose|wear|ordered|order|there|have|are there|are possible|put together|eat]?
pairs:
    [if|there are|in|at]* [room|party|meeting|office|group]? [of]? {n:int} people [are|at|in|meet|
        attend]* [party|meeting|room|conference]? AND [everyone|all]? [shakes|shake] [hands|
        hand]
        [exactly]? [once]? [with]? [everyone else|each other|1 another|every other people|all
        others|everyone]?
        [exactly]? [once]?
    [in]? [league|tournament|competition] of {n:int} [teams|people|clubs] AND [everyone|all]? [team|
        of]? [plays|play] [against]? [everyone else|each other|1 another|every other team|every
        other people|all others|every other|everyone] [exactly]? {how:howoften}
    [if|in]? {n:int} [teams|people|clubs] [in league|in tournament]? AND [that]? [everyone|all]?
        [team|of]? [plays|play] [against]? [everyone else|each other|1 another|every other team|
        every other people|all others|every other|everyone] [exactly]? {how:howoften}
asked pairs:
    how many [handshakes|handshake|games|matches|game] [are|is|there|that|take|place|will|be|in|
        total|altogether|played|made|were|needed|all]*
subsets:
    [how many|FIND number of] [subsets|proper subsets|non-empty subsets|nonempty subsets] [does|of|
        has]* set [with|of|that has|containing|contains]* {n:int} [elements|members|objects] [have]?
    how many {what:subsetkind} [of|does]? {s:listed} [have|are there]?
groups:
    [from|out of|there are|a|in committee of|committee of|club has|club of|class of|class has]*
        {n1:int} {s1:described} AND {n2:int} {s2:described}
asked groups:
    how many [ways]? [committee|team]? [can|are there|do|that]* [you|i|we]? [be]? [committee|team]?
        [of]? [be]? [chosen|choose]? [consisting of|with|of|containing|contain]* {k1:int}
        {w1:described} AND {k2:int} {w2:described} [can]? [be]? [chosen]?
asked groups of:
    [how many ways can|how many]? [committee|team]? of {k1:int} {w1:described} AND {k2:int}
        {w2:described} [is|are|to|can|must|be]* [chosen]
can this be done:
    how many ways [can this be done|this be done|is this possible|are there]?
choose:
    [choose]? committee of {k:int} [people]? [from|out of] [committee of|class of]? {n:int}
        [people]?
    [from|out of] [committee of|class of|club of]? {n:int} [people]? [how many ways|how many]
        [can|you|i|we|be|are there]* [choose|chosen]? [committee|team] of {k:int} [people]? [be]?
        [chosen]?
    [how many ways]? [you|i|we|can]* choose [team|committee]? [of]? {k:int} [people|books|cards|
        toppings|balls|things|objects|items|letters|flavours|flavors]? [from|out of|among] [class
        of|committee of|pack of|
        deck of|set of]? {n:int} [people|books|cards|toppings|balls|things|objects|items|letters|
        flavours|flavors]?
asked choose:
    how many [committee|teams|ways] [are there|is that|CAN chosen]?
routes:
    how many [shortest]? [routes|paths|ways] [are there]? [from]? [1 corner|bottom left|a|start|
        bottom left corner]* [to]? [opposite corner|top right|b|end|top right corner]* [of|on|in|
        across|through]* {m:int} [by|x|×] {n:int} grid [going|moving|if you go|you can only
        move]* [only]? [right and up|up and right|right or up|up or right|right and down|right or
        down]+ [only]?
"""


def _choices(story: Story) -> Problem | None:
    names = story.names()
    if names == {"product", "asked product"}:
        return _product(story)
    if names == {"pairs", "asked pairs"}:
        return _pairs(story)
    if names == {"subsets"}:
        return _subsets(story)
    if names in ({"groups", "asked groups"}, {"groups", "asked groups of", "can this be done"}):
        return _groups(story)
    if names in ({"choose"}, {"choose", "asked choose"}):
        text = " ".join(hit.text.lower() for hit in story.every())
        asked = "how many" in text
        plain = f"Find the number of ways to choose {story.text('k')} from {story.text('n')}."
        return reread(plain, counting.READERS) if asked else None
    if names == {"routes"}:
        return _routes(int(story.text("m") or 0), int(story.text("n") or 0))
    return None


def _product(story: Story) -> Problem | None:
    parts = [text for slot in "abc" if (text := story.text(slot))]
    count = story.text("count")
    if count is not None and int(count) != len(parts):
        return None
    things = zip(parts, ["shirts", "pants", "hats"], strict=False)
    told = " and ".join(f"{part} {thing}" for part, thing in things)
    return reread(f"There are {told}. How many outfits can be made?", counting.READERS)


def _pairs(story: Story) -> Problem | None:
    """Handshakes, and matches where each plays each once or twice."""
    hit, asked = story.get("pairs"), story.get("asked pairs")
    assert hit is not None and asked is not None
    shakes, n = "shake" in hit.text.lower(), int(hit["n"])
    if shakes != ("handshake" in asked.text.lower()) or not 2 <= n <= 1000:
        return None
    if shakes:
        plain = f"{n} people shake hands with each other once. How many handshakes are there?"
        return reread(plain, counting.READERS)
    twice = "twice" in hit["how"].lower()
    plan = Planner({"n": number(str(n))})
    plan.setup("Choose the formula", "Each of n teams plays n - 1 others; each match has two teams")
    plan.find("p", "Multiply", "n*(n - 1)")
    if twice:
        plan.find("m", "Two matches for each pair: take all", "p*1").check("answer/n = n - 1")
    else:
        plan.find("m", "Halve it", "p/2").count("pairs", n)
    often = "twice" if twice else "once"
    return plan.problem(
        Kind.COUNTING, f"{n} teams play each other {often}. How many matches are there?"
    )


def _subsets(story: Story) -> Problem | None:
    """All subsets, the non-empty or the proper ones."""
    hit = story.get("subsets")
    assert hit is not None
    n = int(hit["n"]) if "n" in hit.slots else len(re.findall(r"[^\s,{}]+", hit["s"]))
    low = hit.text.lower()
    kind = "proper" if "proper" in low else "non-empty" if "empty" in low else ""
    if not 1 <= n <= 60:
        return None
    plan = Planner({"n": number(str(n))})
    plan.setup("Choose the formula", "Each element is in or out: 2^n subsets")
    plan.find("s", "Work out the power", "2^n")
    if kind:
        left = "the set itself" if kind == "proper" else "the empty set"
        plan.find("t", f"Leave out {left}", "s - 1").check("(answer + 1)/2 = 2^(n - 1)")
    else:
        plan.check("answer/2 = 2^(n - 1)")
    named = f"{kind} subsets" if kind else "subsets"
    return plan.problem(Kind.COUNTING, f"How many {named} does a set with {n} elements have?")


def _one(text: str) -> str:
    low = text.lower()
    return {"men": "man", "women": "woman", "children": "child"}.get(low, low.removesuffix("s"))


def _groups(story: Story) -> Problem | None:
    """So many of one group and so many of another."""
    groups = story.get("groups")
    asked = story.get("asked groups") or story.get("asked groups of")
    assert groups is not None and asked is not None
    counts = {_one(groups["s1"]): int(groups["n1"]), _one(groups["s2"]): int(groups["n2"])}
    wanted = {_one(asked["w1"]): int(asked["k1"]), _one(asked["w2"]): int(asked["k2"])}
    if len(counts) != 2 or set(counts) != set(wanted):
        return None
    rows = [(name, counts[name], wanted[name]) for name in counts]
    if any(not 0 < k <= n <= MAX for _, n, k in rows):
        return None
    (a, n1, k1), (b, n2, k2) = rows
    plan = Planner({})
    plan.setup("Choose the formula", "Choose from each group, then multiply")
    plan.find("u", "Choose from the first group", f"binomial({n1}, {k1})")
    plan.find("v", "Choose from the second group", f"binomial({n2}, {k2})")
    plan.find("c", "Multiply", "u*v").count("chosen of each", n1, k1, n2, k2)
    read_as = (
        f"There are {n1} {_PLURALS.get(a, a)} and {n2} {_PLURALS.get(b, b)}. How many committees "
        f"of {k1} {_PLURALS.get(a, a)} and {k2} {_PLURALS.get(b, b)} can be chosen?"
    )
    return plan.problem(Kind.COUNTING, read_as)


_PLURALS: Final = {
    "man": "men", "woman": "women", "child": "children", "boy": "boys", "girl": "girls",
    "adult": "adults",
}  # fmt: skip


def _routes(m: int, n: int) -> Problem | None:
    """Shortest ways along the lines of a grid: which of the steps go up."""
    if not (1 <= m <= 30 and 1 <= n <= 30) or comb(m + n, m) > 10**15:
        return None
    plan = Planner({"m": number(str(m)), "n": number(str(n))})
    plan.setup("Choose the formula", "Choose which of the m + n steps go right")
    plan.find("t", "Count the steps", "m + n").find("c", "Count the choices", "binomial(t, m)")
    plan.count("choices", m + n, n)
    return plan.problem(
        Kind.COUNTING,
        f"How many shortest routes are there across a {m} by {n} grid going right and up only?",
    )


READERS: Final = (
    Formal(_SIGN, _sign),
    Synonymous(Family(KEYS, grammar(_CHOICES), _choices), SAID),
)
