"""Mean, median, mode, range, quartiles, variance and standard deviation of listed numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import listed, number
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr

Values: TypeAlias = list[tuple[Fraction, Expr]]

_KEYS: Final = re.compile(
    r"\b(?:mean|average|median|mode|modal|range|variance|deviation|quartile|iqr|interquartile|avg)\b",
    re.I,
)
_GRAMMAR: Final = """
OF = [of|for|in]?
POPULATION = [population|whole population]
mean:
    FIND? [arithmetic|sample|population]? [mean|average|avg] [value|score|number|height|weight|
        temperature|age|mark]?
    FIND? [his|her|their|my] [mean|average|avg] [score|mark|grade|time|speed]?
median:
    FIND? median [value|score|number|height|weight|age|mark]?
mode:
    FIND? [mode|modal value|modal {thing8:thing}]
range:
    FIND? range
variance:
    FIND? POPULATION variance
sample variance:
    FIND? sample variance
deviation:
    FIND? POPULATION standard deviation
sample deviation:
    FIND? sample standard deviation
lower quartile:
    FIND? [lower quartile|first quartile|q1]
upper quartile:
    FIND? [upper quartile|third quartile|q3]
interquartile range:
    FIND? [interquartile range|iqr|inter-quartile range]
data:
    OF [following|these|this|given|my|his|her|their]? [data set|dataset|data|set|list|set of
        numbers|list of numbers|numbers|values|scores|test scores|sample|marks|grades|ages|
        heights|weights|temperatures|measurements|observations|{n:int} numbers|{n:int} values]?
        [is|are|were]? {v:list}
    [data set|data|set|sample|{thing1:thing}] [is|are|was|were|scored|got|has|consists of|
        contains] [scores|marks|values|numbers|test scores|points|test scores of|marks of|scores
        of|following scores|following numbers]? [of]? {v:list} [points|marks|cm|kg|minutes|years|
        goals]? [on|in]? [his|her|their|tests|exams|games|math tests|matches|{m:int} tests|
        {m:int} games|{m:int} exams]*
    for [data set|data|sample|numbers|set] {v:list}
    {thing1:thing} [in|of] [group|class|team|family|school|sample|cm|kg|years|minutes]
        [is|are|were]? {v:list}
pointing:
    [of|for] [data|numbers|these numbers|this data|this data set|data set|this set|set|them|
        these values|values|scores|her scores|his scores|these scores|their ages|these|list]
"""


def _build(story: Story) -> Problem | None:
    data = story.get("data")
    asked = story.names() - {"data", "pointing"}
    if data is None or len(asked) != 1:
        return None
    shown = listed(data["v"])
    if any("%" in part for part in shown) or not 0 < len(shown) <= 60:
        return None
    stated = [int(data[slot]) for slot in ("n", "m") if data.get(slot)]
    if any(count != len(shown) for count in stated):
        return None
    values = [(Fraction(recount.value(number(part))), number(part)) for part in shown]
    (what,) = asked
    plan = _PLANS[what](values)
    if plan is None:
        return None
    plan.count(what, *(value for value, _ in values))
    all_values = ", ".join(to_plain(tree) for _, tree in values)
    named = {"variance": "population variance", "deviation": "population standard deviation"}
    named["sample deviation"] = "sample standard deviation"
    read_as = f"Find the {named.get(what, what)} of {all_values}."
    return plan.problem(Kind.STATISTICS, read_as)


def _names(values: Values) -> tuple[Planner, list[str]]:
    names = [f"v_{k}" for k in range(len(values))]
    return Planner(dict(zip(names, (tree for _, tree in values), strict=True))), names


def _sum(names: list[str], power: str = "") -> str:
    return " + ".join(f"({name}){power}" if power else name for name in names)


def _mean(values: Values) -> Planner:
    plan, names = _names(values)
    plan.setup("Choose the formula", "mean = sum of the values / number of values")
    plan.find("s", "Add the values", _sum(names))
    return plan.find("m", f"Divide by {len(values)}, the number of values", f"s/{len(values)}")


def _sorted(values: Values) -> tuple[Planner, list[str]]:
    plan, names = _names(sorted(values, key=lambda pair: pair[0]))
    plan.state("Sort the values", " <= ".join(names))
    return plan, names


def _middle(plan: Planner, names: list[str], name: str, rule: str) -> None:
    half = len(names) // 2
    formula = names[half] if len(names) % 2 else f"({names[half - 1]} + {names[half]})/2"
    plan.find(name, rule, formula)


def _median(values: Values) -> Planner:
    plan, names = _sorted(values)
    what = "the middle one" if len(values) % 2 else "the mean of the two in the middle"
    plan.setup("Choose the formula", f"median = {what} of the sorted values")
    _middle(plan, names, "m", "Take the mean of the two in the middle")
    return plan


def _mode(values: Values) -> Planner | None:
    counts = {value: sum(other == value for other, _ in values) for value, _ in values}
    most = max(counts.values())
    found = [value for value, count in counts.items() if count == most]
    if len(found) != 1 or most == 1:
        return None
    plan, names = _names(values)
    tally = {tree: counts[value] for value, tree in values}
    told = ", ".join(f"{to_plain(tree)}: {count}" for tree, count in tally.items())
    plan.setup("Make a tally of the values", told)
    plan.setup("Count how often each value occurs", f"mode = the value that occurs {most} times")
    index = next(k for k, (value, _) in enumerate(values) if value == found[0])
    return plan.find("m", "Take it", names[index])


def _range(values: Values) -> Planner:
    plan, names = _sorted(values)
    plan.setup("Choose the formula", "range = greatest value - least value")
    return plan.find("d", "Subtract the least from the greatest", f"{names[-1]} - {names[0]}")


def _spread(values: Values, divisor: int, *, root: bool) -> Planner | None:
    if divisor < 1:
        return None
    plan, names = _names(values)
    what = "n" if divisor == len(values) else "(n - 1)"
    plan.setup("Choose the formula", f"variance = sum of squared deviations from the mean / {what}")
    plan.find("s", "Add the values", _sum(names))
    plan.find("m", f"Divide by {len(values)} for the mean", f"s/{len(values)}")
    plan.find("q", "Add the squared deviations", " + ".join(f"({name} - m)^2" for name in names))
    plan.find("w", f"Divide by {divisor}", f"q/{divisor}")
    if root:
        plan.find("d", "Take the square root", "sqrt(w)")
    return plan


def _quartile(values: Values, upper: bool | None) -> Planner | None:
    if len(values) % 2 or len(values) < 4:
        return None  # with a value in the middle, books differ
    plan, names = _sorted(values)
    half = len(names) // 2
    plan.setup("Choose the formula", "quartiles = medians of the lower and the upper half")
    if upper is not True:
        _middle(plan, names[:half], "a", "Take the median of the lower half")
    if upper is not False:
        _middle(plan, names[half:], "b", "Take the median of the upper half")
    if upper is None:
        plan.find("d", "Subtract the lower quartile from the upper one", "b - a")
    return plan


_PLANS: Final[Mapping[str, Callable[[Values], Planner | None]]] = MappingProxyType(
    {
        "mean": _mean,
        "median": _median,
        "mode": _mode,
        "range": _range,
        "variance": lambda values: _spread(values, len(values), root=False),
        "sample variance": lambda values: _spread(values, len(values) - 1, root=False),
        "deviation": lambda values: _spread(values, len(values), root=True),
        "sample deviation": lambda values: _spread(values, len(values) - 1, root=True),
        "lower quartile": lambda values: _quartile(values, upper=False),
        "upper quartile": lambda values: _quartile(values, upper=True),
        "interquartile range": lambda values: _quartile(values, upper=None),
    }
)

_FROM_MEAN: Final = """
MEAN = [mean|average]
known:
    MEAN of {n:int} [numbers|scores|values|tests|exams|integers|marks|ages] is {m:signed}
    {n:int} [numbers|scores|values] have [MEAN] of {m:signed}
missing:
    MEAN of {v:list} [and|,]* x is {m:signed}
    MEAN of {v:list} and [1]? [another|unknown] number is {m:signed}
asked sum:
    FIND [their]? [sum|total] [of numbers|of scores|of values|of these numbers|of all numbers]?
asked x:
    FIND [value of]? x
"""


def _from_mean(story: Story) -> Problem | None:
    known, missing = story.get("known"), story.get("missing")
    if known is not None and story.names() == {"known", "asked sum"}:
        plan = Planner({"n": number(known["n"]), "m": number(known["m"])})
        plan.setup("Choose the formula", "sum = mean * number of values")
        plan.find("s", "Multiply", "m*n").check("answer/n = m")
        read_as = f"The mean of {known['n']} numbers is {known['m']}. Find their sum."
        return plan.problem(Kind.STATISTICS, read_as)
    if missing is None or story.names() != {"missing", "asked x"}:
        return None
    shown = [part for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", missing["v"]) if part]
    names = [f"v_{k}" for k in range(len(shown))]
    plan = Planner({"m": number(missing["m"]), **dict(zip(names, map(number, shown), strict=True))})
    plan.setup("Choose the formula", "sum = mean * number of values")
    plan.find("s", f"Multiply by {len(shown) + 1}, the number of values", f"m*{len(shown) + 1}")
    plan.find("t", "Add the values that are known", " + ".join(names))
    plan.find("x", "Subtract", "s - t")
    plan.check(f"({' + '.join(names)} + answer)/{len(shown) + 1} = m")
    read_as = f"The mean of {', '.join(shown)} and x is {missing['m']}. Find x."
    return plan.problem(Kind.STATISTICS, read_as)


READERS: Final = (
    Family(_KEYS, grammar(_FROM_MEAN), _from_mean),
    Family(_KEYS, grammar(_GRAMMAR), _build),
)
