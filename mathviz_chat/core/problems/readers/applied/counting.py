"""Counting by formula: choices, arrangements, handshakes, letters of a word, products."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import number

_KEYS: Final = re.compile(
    r"\b(?:how\s+many|number\s+of|combinations?|permutations?|arrange\w*|handshakes?|committees?|choose)\b",
    re.I,
)
_GRAMMAR: Final = """
WAYS = [how many ways|in how many ways|how many different ways|in how many different ways|FIND
    number of ways|FIND number of different ways]
CAN = [can|could|are there to|to|do|may|is it possible to]
PEOPLE = [people|students|members|books|players|friends|men|women|children|candidates|employees|
    cards|persons|objects|items|things|toppings|flavors|flavours|teachers|boys|girls|colors|
    colours|teams|kids|guests|pupils|letters|balls|songs|runners|horses|cars|paintings|pictures|
    marbles|digits|athletes|volunteers|dogs|flags|trophies|applicants|points|questions|chairs|
    different {thing5:thing}|distinct {thing5:thing}]
GROUP = [committee|team|group|subset|hand|delegation|jury|sample|panel]
choose:
    WAYS CAN [you|we|i|he|she|teacher|coach|{thing1:thing}]? [choose|select|pick|form] {k:int}
        [PEOPLE]? [from|out of|from group of|from class of|from set of|among] {n:int} [different|
        distinct]? [PEOPLE]?
    WAYS CAN [be]? {k:int} PEOPLE be [chosen|selected|picked] [from|out of|from group of|from
        class of|from set of|among] {n:int} [different|distinct]? [PEOPLE]?
    WAYS CAN [GROUP] of {k:int} [PEOPLE]? be [chosen|selected|formed|picked|made] [from|out of|
        from group of|from class of|among] {n:int} [different|distinct]? [PEOPLE]?
    how many [different]? [committees|teams|groups|subsets|hands] of {k:int} [PEOPLE]? [can|
        could] [be]? [chosen|selected|formed|made] [from|out of|from group of|from class of|
        among] {n:int} [different|distinct]? [PEOPLE]?
    how many [different]? {k:int} [-]? person [committees|teams|groups] [can|could] be [chosen|
        selected|formed|made] [from|out of|from group of|from class of|among] {n:int} [PEOPLE]?
    how many {k:int}-person [committees|teams|groups] [can|could] be [chosen|selected|formed|
        made] [from|out of|from group of|from class of|among] {n:int} [PEOPLE]?
    how many [different]? combinations of {k:int} [PEOPLE]? [can be made|can be chosen|are there|
        can you make|can be selected]? [from|out of|of] {n:int} [different]? [PEOPLE]?
    [FIND number of|how many] [ways to choose|combinations of choosing|ways of choosing] {k:int}
        [PEOPLE]? [from|out of|from group of|among|are there from] {n:int} [PEOPLE]?
    [GROUP|1 GROUP] of {k:int} [PEOPLE]? is [to be]? [chosen|selected|formed|picked] [from|out
        of|from group of|from class of|among] {n:int} [PEOPLE]?
    [FIND|evaluate]? {n:int} choose {k:int}
asked:
    [in how many ways|in how many different ways|how many ways] can [this|it] be done
    how many [different]? [committees|teams|groups] are possible
    how many [different]? GROUP [are]? possible
subsets:
    how many subsets of size {k:int} [does|has] set [of|with] {n:int} [elements|members] [have]?
order:
    WAYS CAN {n:int} [different|distinct]? PEOPLE [be]? [arranged|lined up|seated|placed|put|
        line up|arrange|stand|sit|be ordered|finish|finish race] [in row|in line|on shelf|in
        queue|in order|in row of chairs|in straight line|in race]?
    WAYS CAN [you|we|i|he|she]? [arrange|line up|order|seat|place] {n:int} [different|distinct]?
        PEOPLE [in row|in line|on shelf|in queue|in order]?
    how many [different]? [arrangements|permutations|orders|orderings] [are there|are possible]?
        [of|for] {n:int} [different|distinct]? PEOPLE [are there|are possible|in row]?
round:
    WAYS CAN {n:int} PEOPLE [be]? [seated|arranged|sit|be seated] [around|at] [round table|
        circular table|in circle|circle]
    WAYS CAN {n:int} PEOPLE [be]? [seated|arranged|sit|be seated] in circle
some order:
    FIND number of permutations of {k:int} from {n:int}
    how many [different]? permutations of {k:int} PEOPLE [can be made|are there|can be chosen]?
        [from|out of] {n:int} [PEOPLE]?
    WAYS CAN {k:int} [of|out of] {n:int} [different|distinct]? PEOPLE be arranged [in row|in
        line|on shelf|in order]?
    WAYS CAN [first second and third|gold silver and bronze|1st 2nd and 3rd] [place|places|prize|
        prizes|medal|medals]? be [awarded|given|assigned|taken]? [to|among|in race with|in race
        of|with|in contest with] {m:int} PEOPLE
    WAYS CAN [president and vice president|president and secretary|chairman and secretary|
        captain and vice captain|president and vice-president] be [chosen|selected|elected] from
        [group of|club of|club with|class of]? {j:int} [PEOPLE]?
    WAYS CAN [president vice president and secretary|president secretary and treasurer|president
        vice-president and secretary|president vice president and treasurer] be [chosen|selected|
        elected] from [group of|club of|club with|class of]? {m:int} [PEOPLE]?
handshakes:
    [there are]? {n:int} PEOPLE [at party|at meeting|in room|meet|are at party|in group|are in
        room|attend meeting|attend party]? [and]? [each|everyone|each person|everybody|every
        person|they all|all] [shakes|shake] hands [with everyone else|with each other|with every
        other person|once|with all others|exactly once|with each of others|once with everyone
        else|with everyone]* [once|exactly once]?
    [if]? {n:int} PEOPLE [all]? shake hands [with each other|with everyone else|with 1 another]?
        [once|exactly once]?
asked handshakes:
    how many handshakes [are there|take place|will there be|occur|happen|are made|were there|
        will take place|are exchanged]? [in total|altogether|in all]?
letters:
    WAYS CAN letters [of|in] [word]? {word:letters} be [arranged|rearranged|ordered]
    how many [different|distinct]? [arrangements|permutations|anagrams|words|ways to arrange
        letters] [are there|can be made|can be formed|does it have|are possible]? [of|from|using|
        with]? [all]? [of]? [letters]? [of|in]? [word]? {word:letters} [have|be made|are there]?
    [FIND number of]? [distinct|different]? [arrangements|permutations] of letters [of|in]
        [word]? {word:letters}
    [how many ways are there to|how many ways can you|how many ways to] [arrange|rearrange]
        letters [of|in] [word]? {word:letters}
product:
    [there are|if there are|{thing1:thing} has|{thing1:thing} have|{thing1:thing} offers|menu
        has|menu offers|you have|i have|if you have|choose from|choose]? {a:int} {thing2:thing}
        [and]? {b:int} {thing3:thing} [and]? [{c:int} {thing4:thing}]?
asked product:
    how many [different]? [meals|outfits|combinations|choices] [consisting of 1 of each|with 1
        of each|of 1 of each] are possible
    how many [different]? [outfits|meals|combinations|choices|ways|sandwiches|dinners|lunches|
        options] [can|could|are] [{thing6:thing}]? [make|wear|be made|there|possible|choose|have|
        be formed|create|be chosen|form]? [consisting of 1 of each|with 1 of each|of 1 of each|
        if he wears 1 of each]?
"""


def _build(story: Story) -> Problem | None:
    names = story.names()
    n, k = story.text("n"), story.text("k")
    if names in ({"choose"}, {"choose", "asked"}, {"subsets"}) and n and k:
        return _choose(n, k)
    if names == {"order"} and n:
        return _arranged(n, n)
    if names == {"round"} and n:
        return _round(n)
    if names == {"some order"}:
        if story.text("m"):
            return _arranged(story.text("m") or "", "3")
        if story.text("j"):
            return _arranged(story.text("j") or "", "2")
        return _arranged(n, k) if n and k else None
    if names == {"handshakes", "asked handshakes"} and n:
        return _handshakes(n)
    if names == {"letters"}:
        return _letters(story.text("word") or "")
    if names == {"product", "asked product"}:
        return _product([text for slot in "abc" if (text := story.text(slot))])
    return None


def _choose(n: str, k: str) -> Problem | None:
    if not 0 < int(k) <= int(n) <= 200:
        return None
    plan = Planner({"n": number(n), "k": number(k)})
    plan.setup("Choose the formula", "The order does not matter: n choose k = n!/(k! (n - k)!)")
    plan.find("c", "Count the choices", "binomial(n, k)").count("choices", int(n), int(k))
    read_as = f"Find the number of ways to choose {k} from {n}."
    return plan.problem(Kind.COUNTING, read_as)


def _arranged(n: str, k: str) -> Problem | None:
    if not 0 < int(k) <= int(n) <= 60:
        return None
    plan = Planner({"n": number(n), "k": number(k)})
    if n == k:
        plan.setup("Choose the formula", "All in order: n!")
        plan.find("c", "Work out the factorial", "n!")
        read_as = f"Find the number of permutations of {n} from {n}."
    else:
        plan.setup("Choose the formula", "The order matters: n!/(n - k)!")
        plan.find("c", "Divide the factorials", "n!/(n - k)!")
        read_as = f"Find the number of permutations of {k} from {n}."
    plan.count("rows", int(n), int(k))
    return plan.problem(Kind.COUNTING, read_as)


def _round(n: str) -> Problem | None:
    if not 2 <= int(n) <= 60:
        return None
    plan = Planner({"n": number(n)})
    plan.setup("Choose the formula", "Around a table only the order counts: (n - 1)!")
    plan.find("c", "Work out the factorial", "(n - 1)!").check("answer*n = n!")
    plan.count("rows", int(n) - 1, int(n) - 1)
    return plan.problem(
        Kind.COUNTING, f"In how many ways can {n} people be seated at a round table?"
    )


def _handshakes(n: str) -> Problem | None:
    if not 2 <= int(n) <= 1000:
        return None
    plan = Planner({"n": number(n)})
    plan.setup(
        "Choose the formula",
        "Each of n people shakes n - 1 hands, and each handshake is counted twice",
    )
    plan.find("p", "Multiply", "n*(n - 1)").find("h", "Halve it", "p/2")
    plan.count("pairs", int(n))
    return plan.problem(
        Kind.COUNTING,
        f"{n} people shake hands with each other once. How many handshakes are there?",
    )


def _letters(word: str) -> Problem | None:
    counts = Counter(word.lower())
    if not 2 <= len(word) <= 30:
        return None
    plan = Planner({"n": number(str(len(word)))})
    repeated = [count for count in counts.values() if count > 1]
    below = "*".join(f"{count}!" for count in repeated)
    plan.setup(
        "Choose the formula", "n! for n letters, divided by k! for each letter that stands k times"
    )
    plan.find(
        "c",
        "Divide the factorials" if below else "Work out the factorial",
        f"n!/({below})" if below else "n!",
    )
    plan.count("anagrams", *counts.values())
    return plan.problem(Kind.COUNTING, f"In how many ways can the letters of {word} be arranged?")


def _product(parts: list[str]) -> Problem | None:
    names = [f"p_{k}" for k in range(len(parts))]
    plan = Planner(dict(zip(names, map(number, parts), strict=True)))
    plan.setup("Choose the formula", "Independent choices are multiplied")
    plan.find("c", "Multiply the numbers of choices", "*".join(names))
    plan.check(f"answer/{names[0]} = {'*'.join(names[1:])}")
    things = ["shirts", "pants", "hats"]
    told = " and ".join(f"{part} {thing}" for part, thing in zip(parts, things, strict=False))
    return plan.problem(Kind.COUNTING, f"There are {told}. How many outfits can be made?")


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
