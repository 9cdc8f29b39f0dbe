"""Stories that compare: ages, and how much of one thing several people have."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from mathviz_chat.core.problems import linear_system
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner, in_order
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Formal, Story, money
from mathviz_chat.core.problems.wording import Hit

_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "him", "her", "them", "his"})
_WORDS: Final = {"twice": "2", "double": "2", "thrice": "3", "triple": "3", "half": "1/2",
                 "third": "1/3", "quarter": "1/4"}  # fmt: skip


_MULTIPLE: Final = re.compile(r"\b(?:times|twice|double|thrice|triple|half|third|quarter)\b")


@dataclass(slots=True)
class People:
    """Who is spoken of, each with a letter."""

    letters: dict[str, str] = field(default_factory=dict)

    def letter(self, name: str | None) -> str | None:
        """The letter of a name; of a pronoun that can mean one person only."""
        if name is None:
            return None
        low = re.sub(r"(?:'s|')$", "", " ".join(name.lower().split()))
        low = re.sub(r"^(?:his|her|their|my)\s+", "", low)
        if low in _PRONOUNS:
            return next(iter(self.letters.values())) if len(self.letters) == 1 else None
        if low not in self.letters:
            taken = set(self.letters.values())
            free = [
                c
                for c in (*low, *"abcdefghjkmnpqrstuvwxyz")
                if c.isalpha() and c not in taken | set("aeino")
            ]
            self.letters[low] = free[0]
        return self.letters[low]

    def known(self, name: str | None) -> str | None:
        """The letter of somebody who was named before."""
        low = re.sub(r"^(?:his|her|their|my)\s+|'s$", "", (name or "").lower())
        return self.letters.get(low)

    def named(self, letter: str) -> str:
        """The name of a letter."""
        return next(name for name, own in self.letters.items() if own == letter)


_AGES: Final = """
WHO = [{a:who}]
WHOM = [{b:who}]
LATER = [in {t} [years|year|years time]|{t} years [from now|later|hence|after]|after {t} years]
AGO = [{u} years [ago|earlier|before]]
WHEN = [LATER|AGO]
older:
    WHO is {k} years older than WHOM
younger:
    WHO is {k} years younger than WHOM
times:
    [WHEN]? WHO [is|was|will be] [now]? [{m} times|{w:multiple}] [as]? [old|age] [as]? [of]? WHOM
        [age]? [{tense:tense}]? [WHEN]?
    [WHEN]? WHO [is|was|will be] [now]? [{m} times|{w:multiple}] WHOM age [{tense:tense}]? [WHEN]?
    [WHEN]? WHO age [is|was|will be] [now]? [{m} times|{w:multiple}] [that of]? WHOM [age]?
        [{tense:tense}]? [WHEN]?
age:
    WHO is {k} [years old|year old|years of age|yrs old]? [now]?
    WHO age is {k} [years]? [now]?
    WHO is {k} and WHOM is {l} [years old]?
sum:
    [sum of|total of] [their|WHO and WHOM|WHO age and WHOM] [ages|age|current ages|present ages|
        combined ages] is {s} [years]?
    [sum of|total of] [ages|age] [of]? WHO and WHOM is {s} [years]?
    [their|WHO and WHOM] [combined|total] [ages|age] is {s} [years]?
    [together|combined] [they|WHO and WHOM] are {s} [years old]?
    WHO and WHOM are {s} years old [together|in total|combined]
    their ages [add up to|total|sum to] {s} [years]?
    [sum of] [their]? [ages|age] [WHEN]? [will be|was] {s} [years]?
asked:
    how old [is|are] {c:who} [now|today]?
    how old will {c:who} be LATER
    LATER how old will {c:who} be
    how old was {c:who} AGO
    FIND {c:who} [age|present age|current age] [now|today]?
    FIND [age|present age|current age] of {c:who}
    what is {c:who} age [now|today]?
    how old is each [of them|person]?
"""


def _number_of(hit: Hit) -> str | None:
    if hit.get("m"):
        return hit["m"]
    return _WORDS.get((hit.get("w") or "").lower().split()[0]) if hit.get("w") else None


def _shift(hit: Hit) -> str:
    if hit.get("t"):
        return f" + {hit['t']}"
    return f" - {hit['u']}" if hit.get("u") else ""


def _is_now(hit: Hit) -> bool:
    """``will be twice as old as Ann is``: Ann's age is that of today; ``as she is then`` is not."""
    return bool(re.search(r"\b(?:is(?! then)|now|today)\b", _MULTIPLE.split(hit.text.lower())[-1]))


def _mixes_times(hit: Hit) -> bool:
    """Two times in one comparison, as in ``Ann is twice as old as Ben was 3 years ago``."""
    before = _MULTIPLE.split(hit.text.lower())[0]
    today = bool(re.search(r"\bis\b", before)) and not re.search(r"\byears?\b", before)
    return bool(hit.get("t") and hit.get("u")) or (today and bool(_shift(hit)))


def _other(people: People, name: str | None, letter: str | None) -> str | None:
    """A pronoun where the other person of two is meant."""
    low = (name or "").lower().split()
    if letter and low and low[0] in _PRONOUNS and len(low) == 1 and len(people.letters) == 2:
        others = [own for own in people.letters.values() if own != letter]
        return others[0] if len(others) == 1 else None
    return people.letter(name)


def _age_equation(name: str, hit: Hit, people: People) -> list[str] | None:
    first = _other(people, hit.get("a"), people.known(hit.get("b")))
    if name == "sum":
        second = people.letter(hit.get("b"))
        pair = [first, second] if hit.get("b") else list(people.letters.values())
        if len(pair) != 2 or None in pair:
            return None
        shift = _shift(hit)
        return [
            f"({pair[0]}{shift}) + ({pair[1]}{shift}) = {hit['s']}"
            if shift
            else f"{pair[0]} + {pair[1]} = {hit['s']}"
        ]
    if first is None:
        return None
    if name == "age":
        found = [f"{first} = {hit['k']}"]
        if hit.get("b"):
            found.append(f"{people.letter(hit['b'])} = {hit['l']}")
        return found
    second = _other(people, hit.get("b"), first)
    if second is None or second == first:
        return None
    if name in ("older", "younger"):
        return [f"{first} = {second} {'+' if name == 'older' else '-'} {hit['k']}"]
    factor, shift = _number_of(hit), _shift(hit)
    if factor is None or _mixes_times(hit):
        return None
    tense = (hit.get("tense") or "").lower()
    past = shift.startswith(" -")
    if tense.startswith("was") != past and tense and not _is_now(hit):
        return None
    right = f"{factor}*({second}{shift})" if shift and not _is_now(hit) else f"{factor}*{second}"
    return [f"{first}{shift} = {right}"]


def _ages(story: Story) -> Problem | None:
    asked = story.get("asked")
    if asked is None:
        return None
    people = People()
    equations = _equations(story, people, _age_equation)
    if equations is None:
        return None
    asked_letter = people.letter(asked.get("c"))
    shift = _shift(asked)
    if asked_letter is None or len(equations) != len(people.letters):
        return None
    return _solved(Kind.AGES, people, equations, f"{asked_letter}{shift}", ("age", "years"), "year")


def _equations(
    story: Story, people: People, build: Callable[[str, Hit, People], list[str] | None]
) -> list[str] | None:
    found: list[str] = []
    for name, hit in story.clauses:
        if name == "asked" or name.startswith("asked"):
            continue
        one = build(name, hit, people)
        if one is None:
            return None
        found += one
    return found if 1 <= len(found) <= 4 else None


def _solved(
    kind: Kind,
    people: People,
    equations: list[str],
    asked: str,
    words: tuple[str, str],
    unit: str | None,
    *,
    named: bool = True,
) -> Problem | None:
    """The problem of the equations: worked out one by one where each gives a new value."""
    plan = Planner({}, unknowns=list(people.letters.values()))
    direct = in_order(equations)
    meaning = "'s age" if words[0] == "age" else f"'s number of {words[1]}"
    if words[0] == "amount":
        meaning = "'s amount"
    for name, letter in people.letters.items():
        plan.setup("Choose the unknown", f"Let {letter} be {name}{meaning}")
    for equation in equations:
        plan.condition(equation) if direct else plan.equation(equation)
    values = linear_system.solve(tuple(plan.equations))
    if values is None or any(value < 0 for value in values.values()):
        return None
    if unit is None and any(value.denominator != 1 for value in values.values()):
        return None
    if direct:
        _work(plan, people, direct)
        final = re.sub(r"[a-z]\b", lambda m: f"{m[0]}_v" if m[0] in values else m[0], asked)
    else:
        final = asked
    if final != plan.works[-1].name if plan.works else True:
        plan.find("w_a", "Work out what is asked", final)
    letters = ", ".join(f"{letter} for {name}" for name, letter in people.letters.items())
    kind_of = {"age": "age", "amount": f"amount in {unit}"}.get(words[0], f"number of {words[1]}")
    read_as = f"Find {asked}, with the {kind_of}: {letters}, where {' and '.join(equations)}."
    return plan.problem(kind, read_as, unit=unit, unit_named=named)


def _work(plan: Planner, people: People, direct: list[tuple[str, str]]) -> None:
    for letter, formula in direct:
        put_in = re.sub(r"[a-z]", lambda m: f"{m[0]}_v", formula)
        plan.find(f"{letter}_v", f"Find the value for {people.named(letter)}", put_in)


_HAVING: Final = """
HAS = [has|have|owns|collected|collects|read|reads|sold|sells|bought|buys|picked|picks|baked|
    bakes|scored|scores|made|makes|earned|earns|saved|saves|ate|eats|caught|found|planted|won|
    got|received|counted|spent|weighs|ran|walked|did|drew|wrote|solved|gathered|took|drank|used|
    painted|paid]
more:
    {a:who} HAS {k:amount} more [{thing1:thing}]? than {b:who} [HAS|did|does]?
fewer:
    {a:who} HAS {k:amount} [fewer|less] [{thing1:thing}]? than {b:who} [HAS|did|does]?
times:
    {a:who} HAS [{m} times|{w:multiple}] as [many|much] [{thing1:thing}]? as {b:who} [HAS|did|
        does]?
    {a:who} HAS [{m} times|{w:multiple}] [number of|amount of] [{thing1:thing}]? [as|of|that]
        {b:who} [HAS|did|does]?
has:
    {a:who} HAS {k:amount} [{thing1:thing}]?
sum:
    [together|altogether|in total] [they|{a:who} and {b:who}] HAS {s:amount} [{thing1:thing}]?
    [they|{a:who} and {b:who}] HAS [total of]? {s:amount} [{thing1:thing}]? [together|altogether|
        in total|in all|total|combined]
asked:
    how [many|much] [{thing1:thing}]? [does|do|did] {c:who} [have|own|collect|read|sell|buy|pick|
        bake|score|make|earn|save|eat|catch|find|plant|win|get|receive|spend|weigh|run|walk|do|
        draw|write|solve|gather|take|drink|use|paint|pay]
    how [many|much] [{thing1:thing}]? [has|have] {c:who}
asked all:
    how [many|much] [{thing1:thing}]? [does|do|did] [they|{c:who} and {d:who}|{c:who} {d:who}
        and {f:who}|boys|girls|both of them|all of them|2 of them|3 of them|both] [have|own|
        collect|read|sell|buy|pick|bake|score|make|earn|save|eat|catch|find|plant|win|get|
        receive|spend|weigh|run|walk|do|draw|write|solve|gather|take|drink|use|paint|pay]
        [altogether|in all|in total|together|all together|combined|total]
    how [many|much] [{thing1:thing}]? [does|do|did] [they|{c:who} and {d:who}|{c:who} {d:who}
        and {f:who}] have
"""


def _having_equation(name: str, hit: Hit, people: People) -> list[str] | None:
    first = people.letter(hit.get("a"))
    if name == "sum":
        second = people.letter(hit.get("b"))
        pair = [first, second] if hit.get("b") else list(people.letters.values())
        if len(pair) != 2 or None in pair:
            return None
        return [f"{pair[0]} + {pair[1]} = {hit['s']}"]
    if first is None:
        return None
    if name == "has":
        return [f"{first} = {hit['k']}"]
    second = people.letter(hit.get("b"))
    if second is None or second == first:
        return None
    if name in ("more", "fewer"):
        return [f"{first} = {second} {'+' if name == 'more' else '-'} {hit['k']}"]
    factor = _number_of(hit)
    return None if factor is None else [f"{first} = {factor}*{second}"]


def _having(story: Story) -> Problem | None:
    asked = story.get("asked") or story.get("asked all")
    verbs = {_verb(hit.text) for name, hit in story.clauses}
    nouns = {_singular(hit["thing1"]) for hit in story.every() if hit.get("thing1")}
    amounts = {money(hit, slot) for hit in story.every() for slot in ("k", "s") if hit.get(slot)}
    if asked is None or len(story.names() & {"asked", "asked all"}) != 1:
        return None
    if len(nouns) > 1 or len(amounts) != 1 or len(verbs - {""}) > 1:
        return None
    (unit,) = amounts
    if (unit is None) == (not nouns) and not (unit and nouns == {"money"}):
        return None
    people = People()
    equations = _equations(story, people, _having_equation)
    if equations is None or len(equations) != len(people.letters):
        return None
    letters = list(people.letters.values())
    if story.get("asked all"):
        mentioned = [people.letter(asked[slot]) for slot in ("c", "d", "f") if asked.get(slot)]
        if mentioned and set(mentioned) != set(letters):
            return None
        what = " + ".join(letters)
    else:
        name = asked["c"]
        before = dict(people.letters)
        letter = people.letter(name)
        if letter is None or people.letters != before or name.lower() == "they":
            return None
        what = letter
    noun = next(iter(nouns), "money")
    words = ("amount", "dollars") if unit else ("number", noun)
    return _solved(Kind.STORY, people, equations, what, words, unit, named=unit is None)


_VERBS: Final = {
    "has": "have", "have": "have", "owns": "have", "own": "have", "collected": "collect",
    "collects": "collect", "sold": "sell", "sells": "sell", "bought": "buy", "buys": "buy",
    "picked": "pick", "picks": "pick", "baked": "bake", "bakes": "bake", "scored": "score",
    "scores": "score", "made": "make", "makes": "make", "earned": "earn", "earns": "earn",
    "saved": "save", "saves": "save", "ate": "eat", "eats": "eat", "caught": "catch",
    "found": "find", "planted": "plant", "won": "win", "got": "get", "received": "receive",
    "counted": "count", "spent": "spend", "weighs": "weigh", "ran": "run", "walked": "walk",
    "did": "", "drew": "draw", "wrote": "write", "solved": "solve", "gathered": "gather",
    "took": "take", "drank": "drink", "used": "use", "painted": "paint", "paid": "pay",
    "read": "read", "reads": "read",
}  # fmt: skip


def _verb(text: str) -> str:
    """What is done in a clause: stories about having and about giving are not mixed."""
    words = re.findall(r"[a-z]+", text.lower())
    asked = bool(words) and words[0] == "how"
    known = [_VERBS.get(word, word if word in _VERBS.values() else "") for word in words]
    found = [word for word in known if word]
    return "" if not found else found[-1] if asked else found[0]


def _singular(noun: str) -> str:
    low = " ".join(noun.lower().split())
    return low.removesuffix("s")


_FORMAL: Final = re.compile(
    r"Find (?P<asked>[-a-z0-9+. ]+), with the (?P<kind>age|amount in [A-Z]{3}|number of [^:]+): "
    r"(?P<letters>[a-z] for [^,]+(?:, [a-z] for [^,]+)*), where (?P<told>[-a-z0-9+*/().= ]+)"
)
"""The wording of ``Problem.read_as``."""


def _formal(match: re.Match[str]) -> Problem | None:
    people = People()
    for part in match["letters"].split(", "):
        letter, _, name = part.partition(" for ")
        people.letters[name] = letter
    equations = match["told"].split(" and ")
    kind, _, noun = match["kind"].partition(" of ")
    if kind == "age":
        return _solved(Kind.AGES, people, equations, match["asked"], ("age", "years"), "year")
    unit = kind.partition(" in ")[2] or None
    words = ("amount", "dollars") if unit else ("number", noun)
    return _solved(Kind.STORY, people, equations, match["asked"], words, unit, named=unit is None)


READERS: Final = (
    Formal(_FORMAL, _formal),
    Family(
        re.compile(r"\b(?:old|older|younger|age|ages|aged)\b", re.I),
        grammar(_AGES),
        _ages,
        frozenset({"older", "younger", "times", "age"}),
    ),
    Family(
        re.compile(r"\bhow\s+(?:many|much)\b", re.I),
        grammar(_HAVING),
        _having,
        frozenset({"more", "fewer", "times", "has"}),
    ),
)
