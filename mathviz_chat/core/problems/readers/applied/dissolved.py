"""What is dissolved: how much of a substance a mixture holds, and what percentage of it."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.applied.mixtures import core
from mathviz_chat.core.problems.wording import number

_CONTENT: Final = """
BE = [is|are|is there|are there|is contained|are contained|is dissolved|are in it|is in it|does it
    contain|are present|is present]
STUFF = [solution|mixture|alloy|{thing1:thing}]
whole:
    [in|of|does|do|from]? {v:unit} [of]? [{p:%} STUFF|STUFF [that|which]? [is|contains|with|at|
        containing|has] {p:%} {thing2:thing}] [contain|have|hold]?
asked:
    how [much|many {u:word} of] [pure]? {thing3:thing} [BE]?
    FIND [amount|mass|volume|number of {u:word}] of [pure]? {thing3:thing}
"""


def _content(story: Story) -> Problem | None:
    """How much of the substance itself is in a mixture of a known strength."""
    whole, asked = story.get("whole"), story.get("asked")
    if whole is None or asked is None or len(story.clauses) != 2:
        return None
    unit = units.find(whole["v_u"])
    named = core(asked["thing3"])
    told = core(whole.get("thing2")) | core(whole.get("thing1"))
    if unit is None or unit.dimension not in ("mass", "volume") or named == {"water"}:
        return None
    if (told and named and not told & named) or not (named or core(whole.get("thing1"))):
        return None
    if asked.get("u") and units.find(asked["u"]) != unit:
        return None
    plan = Planner({"v": number(whole["v"]), "p": number(whole["p"])})
    plan.setup("Choose the formula", "dissolved amount = concentration * total amount")
    plan.find("a", "Multiply", "v*p/100").check("answer/v = p/100")
    many = f"many {unit.name}s of" if asked.get("u") else "much"
    read_as = f"How {many} salt is in {whole['v']} {unit.symbol} of {whole['p']}% salt solution?"
    return plan.problem(Kind.MIXTURE, read_as, unit=unit.symbol, unit_named=bool(asked.get("u")))


_SHARE: Final = """
STUFF = [solution|mixture|alloy|{thing1:thing}]
whole:
    {v:unit} [of]? STUFF [contain|contains|has|have|holds|is made with|includes] {w:unit} [of]?
        [pure]? {thing2:thing}
    there [are|is] {w:unit} of [pure]? {thing2:thing} in {v:unit} [of]? STUFF
both:
    [if|when|mix|dissolve|dissolving|mixing|add|adding|who dissolves]? {w:unit} [of]? [pure]?
        {thing2:thing} [is|are]? [dissolved|mixed|added|stirred]? [in|with|into|to|and]
        {x:unit} [of]? {thing3:thing}
asked:
    [what|FIND] [percent|percentage] [of]? [resulting|final|new]? [it|STUFF] is {thing4:thing}
    FIND [percentage|percent|concentration] [of]? [{thing4:thing}]? [in|of]? [resulting|final|new]?
        [it|solution|mixture|alloy]
    FIND [resulting|final|new]? [{thing4:thing}]? concentration [as percentage|in percent|in %]?
"""


def _share(story: Story) -> Problem | None:
    """The strength of a mixture from the amount of the substance in it."""
    whole, both = story.get("whole"), story.get("both")
    told, asked = whole or both, story.get("asked")
    if told is None or asked is None or len(story.clauses) != 2:
        return None
    other = told.get("v_u") or told.get("x_u") or ""
    unit = units.find(told["w_u"])
    if unit is None or unit != units.find(other) or unit.dimension not in ("mass", "volume"):
        return None
    substance, wanted = core(told["thing2"]), core(asked.get("thing4"))
    named = frozenset(told["thing2"].lower().split())
    if wanted and not (wanted & substance or wanted & named):
        return None
    if both and core(both["thing3"]) != {"water"}:
        return None
    plan = Planner({"w": number(told["w"]), "v": number(told.get("v") or told["x"])})
    plan.setup("Choose the formula", "concentration = dissolved amount / total amount")
    if both:
        plan.find("t", "Add for the total amount", "w + v").find(
            "c", "Divide, as a percentage", "w/t*100"
        )
        plan.check("answer*(w + v) = 100*w")
        start = (
            f"{told['w']} {unit.symbol} of salt is dissolved in {told['x']} {unit.symbol} of water."
        )
    else:
        plan.find("c", "Divide, as a percentage", "w/v*100").check("answer*v = 100*w")
        start = f"{told['v']} {unit.symbol} of solution contains {told['w']} {unit.symbol} of salt."
    if not 0 < recount.value(plan.value()) < 100:
        return None
    read_as = f"{start} What percentage of the solution is salt?"
    return plan.problem(Kind.MIXTURE, read_as, unit="%", unit_named=True)


READERS: Final = (
    Family(re.compile(r"\d%"), grammar(_CONTENT), _content),
    Family(re.compile(r"\bpercent|\bconcentration\b", re.I), grammar(_SHARE), _share),
)
