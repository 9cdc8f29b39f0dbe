"""Random variables by their values and probabilities; the score of a fair die."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms.data_words import KEYS, SAID, STAT
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous
from mathviz_chat.core.problems.wording import listed, number

_DISTRIBUTIONS: Final = f"""
{STAT.strip()}
THE = [X|it|variable|random variable|discrete random variable|random variable X|discrete random
    variable X|variable X]
table:
    THE [takes|has|can take|takes on|assumes]* values {{v:list}} with [respective]? probabilities
        {{w:list}} [respectively]?
    THE [takes|has]* values {{v:list}} [and]? [its]? probabilities [are]? {{w:list}}
        [respectively]?
    [spinner|game|it|machine] [lands on|pays|shows|gives|pays out]* [numbers|values]? {{v:list}}
        with
        [respective]? probabilities {{w:list}} [respectively]?
die:
    [fair|standard|ordinary|regular]* [{{sides:int}}-sided|{{sides:int}} sided]? die [shows X|
        is thrown|is rolled]? [once]?
    [if|when|let|suppose]? [X is]? [score|number|result|outcome] [shown|showing|obtained]? [on|of]
        [single roll of|throw of|roll of|1 roll of]? [fair|standard|ordinary|regular]*
        [{{sides:int}}-sided|{{sides:int}} sided]? die
    [of|for|on]? [single roll of|throw of|roll of|1 roll of|rolling] [fair|standard|ordinary|
        regular]* [{{sides:int}}-sided|{{sides:int}} sided]? die
score:
    [let]? X [is|be] [score|number|result|outcome] [shown|obtained]?
asked:
    [FIND]? STAT [of X|of score|of number|of outcome|of it|of result]? [shown]?
"""
MAX_VALUES: Final = 20


def _distribution(story: Story) -> Problem | None:
    names, stat = story.names(), (story.text("stat") or "").lower()
    if stat not in ("mean", "variance", "standard deviation"):
        return None
    if names == {"table", "asked"}:
        return _table(listed(story.text("v") or ""), listed(story.text("w") or ""), stat)
    if names in ({"die", "asked"}, {"die", "score", "asked"}):
        return _die(int(story.text("sides") or 6), stat)
    return None


def _table(values: tuple[str, ...], chances: tuple[str, ...], stat: str) -> Problem | None:
    """The mean, or the variance as the mean square less the square of the mean."""
    if len(values) != len(chances) or len(set(values)) != len(values) or "%" in "".join(values):
        return None
    if len(values) > MAX_VALUES:
        return None
    shares = [Fraction(recount.value(number(one))) for one in chances]
    if sum(shares) != 1 or any(one < 0 for one in shares):
        return None
    places = range(len(values))
    plan = Planner(
        {
            **{f"x_{i}": number(one) for i, one in enumerate(values)},
            **{f"p_{i}": number(one) for i, one in enumerate(chances)},
        }
    )
    plan.setup("Choose the formula", "mean = sum of value * probability" if stat == "mean" else
               "variance = sum of value^2 * probability - mean^2")  # fmt: skip
    plan.find("m", "Find the mean", " + ".join(f"x_{i}*p_{i}" for i in places))
    if stat == "mean":
        plan.check(" + ".join(f"(x_{i} - answer)*p_{i}" for i in places) + " = 0")
    else:
        plan.find("s", "Find the mean of the squares", " + ".join(f"x_{i}^2*p_{i}" for i in places))
        plan.find("v", "Subtract the square of the mean", "s - m^2")
        if stat == "standard deviation":
            plan.find("d", "Take the square root", "sqrt(v)")
        pairs = " + ".join(
            f"p_{i}*p_{j}*(x_{i} - x_{j})^2" for i in places for j in places if i < j
        )
        plan.check(f"{'answer' if stat == 'variance' else 'answer^2'} = {pairs}")
    read_as = (
        f"X takes the values {', '.join(values)} with probabilities {', '.join(chances)}. "
        f"Find the {stat} of X."
    )
    fractions = any("/" in one for one in (*values, *chances))
    return plan.problem(Kind.STATISTICS, read_as, decimals=not fractions)


def _die(sides: int, stat: str) -> Problem | None:
    if not 2 <= sides <= 100:
        return None
    plan = Planner({"n": number(str(sides))})
    if stat == "mean":
        plan.setup("Choose the formula", "mean of 1 to n = (n + 1)/2")
        plan.find("m", "Put the number in", "(n + 1)/2")
        plan.count("mean", *range(1, sides + 1))
    else:
        plan.setup("Choose the formula", "variance of 1 to n, each as likely = (n^2 - 1)/12")
        plan.find("v", "Put the number in", "(n^2 - 1)/12")
        if stat == "variance":
            plan.count("variance", *range(1, sides + 1))
        else:
            plan.find("d", "Take the square root", "sqrt(v)")
            plan.count("deviation", *range(1, sides + 1))
    read_as = f"A fair {sides}-sided die is rolled. Find the {stat} of the score."
    return plan.problem(Kind.STATISTICS, read_as)


READERS: Final = (Synonymous(Family(KEYS, grammar(_DISTRIBUTIONS), _distribution), SAID),)
