"""Independent trials: coins, faces of dice, an event of a known probability, X ~ B(n, p)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied import chance
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms.chance_words import EVENT_WORDS, KEYS, SAID
from mathviz_chat.core.problems.readers.synonyms.events import MANY, counted, words_of
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous, reread
from mathviz_chat.core.problems.wording import number

MAX_TRIALS: Final = 60
MAX_TERMS: Final = 12


@dataclass(frozen=True, slots=True)
class Trials:
    """count: how many. p: the probability of success, as it is written."""

    count: int
    p: str

    @property
    def chance(self) -> Fraction:
        """The probability of success."""
        return Fraction(recount.value(number(self.p)))

    @property
    def is_possible(self) -> bool:
        """Whether the probability is one, and there are not too many trials."""
        return 1 <= self.count <= MAX_TRIALS and 0 < self.chance < 1


def successes(trials: Trials, wanted: Iterable[int], read_as: str) -> Problem | None:
    """The probability that the number of successes is one of those wanted; None for too many."""
    inside = sorted(wanted)
    outside = [k for k in range(trials.count + 1) if k not in inside]
    opposite = 0 < len(outside) < len(inside)
    through = outside if opposite else inside
    if not trials.is_possible or not inside or len(through) > MAX_TERMS:
        return None
    n = trials.count
    plan = Planner({"p": number(trials.p)})
    plan.setup("Choose the formula", "P(k successes) = (n choose k) * p^k * (1 - p)^(n - k)")
    plan.find("q", "Subtract from 1 for the probability of failure", "1 - p")
    terms = " + ".join(f"binomial({n}, {k})*p^{k}*q^{n - k}" for k in through)
    if opposite:
        plan.find("r", "Put the numbers in for the opposite", terms)
        plan.find("a", "Subtract from 1", "1 - r")
    else:
        plan.find("a", "Put the numbers in", terms)
    plan.count("trial by trial", Fraction(n), trials.chance, *map(Fraction, inside))
    return plan.problem(Kind.PROBABILITY, read_as, decimals="/" not in trials.p)


# ------------------------------------------------------------------ coins and dice

_THROWS: Final = f"""
{EVENT_WORDS.strip()}
{MANY.strip()}
thrown:
    [when|if|you|i|we|by|on|with|in|from|suppose]* [throwing|throw] {{thing:coin}} {{n:times}}
    [i|she|he|sam|we|you]? throws {{thing:coin}} {{n:times}}
    {{thing:coin}} is thrown {{n:times}}
    {{t:int}} {{thing:coin}} are thrown [together|at once|1 after other]?
    [when|if|you|i|we|by|on|with|in|from]* [throwing|throw] {{t:int}} {{thing:coin}} [together|at
        once]?
    [in|on|from|with|of]? {{t:int}} [{{thing:coin}}]? throws
    [in|on|from|with|of]? {{t:int}} throws
    [in|on|from|with|of]? {{t:int}} throws of {{thing:coin}}
    [when|in|on|with]* {{t:int}} {{thing:coin}}
asked side:
    FIND_P MANY {{w:side}}
    FIND_P {{w:side}} {{each:eachtime}}
asked face:
    FIND_P MANY [{{face:int}}]
    FIND_P {{face:int}} {{each:eachtime}}
"""
_OFTEN: Final = {"once": 1, "twice": 2, "thrice": 3}


def _throws(story: Story) -> Problem | None:
    """So many heads, or so many of one face."""
    asked = story.get("asked side") or story.get("asked face")
    known = {"asked side", "asked face", "thrown"}
    if asked is None or not story.names() <= known or len(story.clauses) > 2:
        return None
    n = _how_often(story)
    things = {hit.lower().removesuffix("s") for hit in _things(story)}
    things |= {word for word in ("coin", "dice") if re.search(rf"\b{word}s?\b", asked.text.lower())}
    if n is None or len(things) > 1 or ("each" in asked.slots and not _each(asked["each"], n)):
        return None
    bounds = (n, n) if "each" in asked.slots else counted(story, n)
    if bounds is None:
        return None
    low, high = bounds
    words = words_of(low, high, n)
    if "w" in asked.slots and things <= {"coin"}:
        side = "heads" if asked["w"].lower().startswith("head") else "tails"
        read_as = f"{n} coins are thrown. Find the probability that {words} show {side}."
        return _shared(story, Trials(n, "1/2"), low, high, read_as, side)
    face = int(asked.get("face") or 0)
    if things != {"dice"} or not 1 <= face <= 6:
        return None
    read_as = f"{n} dice are thrown. Find the probability that {words} show {face}."
    return successes(Trials(n, "1/6"), range(low, high + 1), read_as)


def _shared(
    story: Story, trials: Trials, low: int, high: int, read_as: str, side: str
) -> Problem | None:
    """Few throws of a coin, as the reader of coins reads them."""
    n = trials.count
    exact = f"exactly {low}" if low == high else f"at least {low}" if high == n else ""
    words = exact or f"at most {high}"
    plain = f"Find the probability of getting {words} {side} in {n} flips of a coin."
    return reread(plain, chance.READERS) or successes(trials, range(low, high + 1), read_as)


def _things(story: Story) -> list[str]:
    return [hit["thing"] for hit in story.every() if hit.get("thing")]


def _how_often(story: Story) -> int | None:
    words = (story.text("n") or "").lower().split()
    if words:
        return _OFTEN.get(words[0]) or int(words[0])
    return int(story.text("t") or story.text("of") or 0) or None


def _each(text: str, n: int) -> bool:
    low = text.lower()
    return n == 2 if low.startswith("both") else low.startswith(("each", "every"))


# ------------------------------------------------------------------ an event of a known probability

_REPEATED: Final = f"""
{EVENT_WORDS.strip()}
{MANY.strip()}
TRIAL = [day|days|shot|shots|trial|trials|game|games|match|matches|attempt|attempts|tries|try|
    penalty|penalties|time|times|occasion|occasions|throw|throws|ball|question|questions|
    morning|mornings|seeds|free throws|free throw|night|nights]
WHO = [it|he|she|they|there is|there|player|team|archer|trial|machine|tom|ann|event|shooter|train|
    bus|plane|flight|bulb|item]
IS = [will|is|does|are|do|be|has|have|being]*
given:
    [if|suppose]? [on]? [each|any|every|given]? TRIAL? WHO? IS {{e:outcome}} [on]? [any|each|every|
        given|single]? TRIAL? [independently]? with probability [of]? [{{p}}|{{r:%}}] [on|at]?
        [each|every|any|
        single|per]? TRIAL? [independently]?
    [if|suppose]? probability [of|that]* WHO? IS {{e:outcome}} [on]? [any|each|every|given|single|
        1]? TRIAL? is [{{p}}|{{r:%}}] [on]? [each|every|any|per]? TRIAL?
    there is [{{r:%}}] probability [of|that]* WHO? IS {{e:outcome}} [on]? [any|each|every|given]?
        TRIAL?
independent:
    [independently|days are independent|trials are independent|each trial is independent|assume
        independence|independent of other days|independently of other days|independently each day]
number:
    WHO? [takes|has|plays|shoots|makes|fires|draw|there are|attempts|throws] {{t:int}} [more|
        independent]* TRIAL
    [in|on|out of|for|over|from|during]? [next|independent]* {{t:int}} [independent|next]* TRIAL
asked:
    FIND_P [that|WHO|to]* IS {{f:outcome}} [exactly|only|just] {{exact:int}} [times|time]? [in|on|
        out
        of|of]* [next|independent]* {{t:int}} [independent|next]* TRIAL
    FIND_P [that|WHO|to]* IS {{f:outcome}} [on|in]? MANY [times|time|TRIAL]? [in|on|out of|of]*
        [next|independent]* {{t:int}} [independent|next]* TRIAL [of {{thing5:thing}}]?
    FIND_P [that|WHO|to]* IS {{f:outcome}} [on|in]? MANY [times|time|TRIAL]?
    FIND_P [that|WHO|to]* MANY {{f:outcome}} [in|on|out of|of]* [next|independent]* [either of]?
        {{t:int}} [independent|next]* TRIAL
    FIND_P [that|WHO|to]* MANY {{f:outcome}}
    FIND_P [that|WHO|to]* IS {{f:outcome}} {{each:eachtime}}
"""


def _repeated(story: Story) -> Problem | None:
    """So many successes among independent trials."""
    given, asked = story.get("given"), story.get("asked")
    if given is None or asked is None or _stem(given["e"]) != _stem(asked["f"]):
        return None
    told = [int(hit["t"]) for hit in story.every() if hit.get("t")]
    every = asked.get("every") or asked.get("each") or ""
    if not told and every.lower().startswith("both"):
        told = [2]
    if len(told) != 1:
        return None
    trials = Trials(told[0], given.get("p") or f"{share_of(given['r'])}")
    bounds = counted(story, trials.count)
    if "each" in asked.slots:
        bounds = (trials.count,) * 2 if _each(asked["each"], trials.count) else None
    if bounds is None:
        return None
    return of_trials(trials, *bounds)


def of_trials(trials: Trials, low: int, high: int) -> Problem | None:
    """So many successes among independent trials, with its reading."""
    words = words_of(low, high, trials.count)
    read_as = (
        f"Trial is a success with probability {trials.p}. Find the probability of success in "
        f"{words} of {trials.count} independent trials."
    )
    return successes(trials, range(low, high + 1), read_as)


def share_of(text: str) -> str:
    """``30`` percent as 0.3."""
    value = Fraction(text) / 100
    return str(float(value)) if value.denominator in (2, 4, 5, 10, 20, 25, 50, 100) else str(value)


def _stem(text: str) -> str:
    low = " ".join(text.lower().split())
    for stem in ("rain", "snow", "win", "hit", "success", "succeed", "scor", "miss", "pass"):
        if low.startswith((stem, f"a {stem}")):
            return {"succeed": "success"}.get(stem, stem)
    return low


READERS: Final = (
    Synonymous(Family(KEYS, grammar(_THROWS), _throws), SAID),
    Synonymous(
        Family(KEYS, grammar(_REPEATED), _repeated),
        SAID,
    ),
)
