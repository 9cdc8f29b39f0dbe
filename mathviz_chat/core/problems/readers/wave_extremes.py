"""The greatest and the least value of ``y = a sin(bx + c) + d`` and of cosines.

On all numbers, or on a closed interval that holds a crest or a trough.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import recount, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers import waves
from mathviz_chat.core.problems.readers.school import formulas
from mathviz_chat.core.problems.wave_shape import Wave, wave_of
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Interval, RelOp, Symbol

_MOST: Final = r"(?P<most>maximum|max|greatest|largest|highest|minimum|min|least|smallest|lowest)"
_ON: Final = (
    r"(?:\s*,?\s*(?:(?:on|over|in|for)\s+)?(?:the\s+)?(?:closed\s+)?(?:interval\s+)?"
    rf"(?P<on>\[[^\[\]]*,[^\[\]]*\]|{slots.MATHS}\s*(?:<=|≤|\\leq?)\s*[a-zθ]\s*(?:<=|≤|\\leq?)\s*{slots.MATHS}))?"
)
_ASKED: Final = (
    rf"{formulas.FIND}(?:the\s+)?{_MOST}\s+(?:possible\s+)?(?:value\s+)?of\s+{formulas.FUNCTION}{_ON}",
)
_GREATEST: Final = frozenset({"maximum", "max", "greatest", "largest", "highest"})
_CREST: Final = {
    ("sin", True): "pi/2",
    ("sin", False): "-pi/2",
    ("cos", True): "0",
    ("cos", False): "pi",
}
"""Where the sine or the cosine is 1, and where it is -1."""


def read(clauses: Clauses) -> Problem | None:
    """One value, the greatest or the least."""
    text = " ".join(". ".join(clauses.sentences).replace("−", "-").split()).rstrip("?. ")
    match = formulas.matched(_ASKED, text)
    body = None if match is None else formulas.body(match)
    wave = None if body is None else wave_of(*body)
    if match is None or body is None or wave is None or wave.function == "tan":
        return None
    ends = () if match["on"] is None else _ends(match["on"], body[1])
    return None if ends is None else _problem(match["most"].lower() in _GREATEST, wave, ends)


def _ends(written: str, name: str) -> tuple[Expr, ...] | None:
    """The ends of ``[0, pi]`` or ``0 <= x <= pi``."""
    node = slots.for_question(written).tree(written)
    if isinstance(node, Interval) and node.lower_closed and node.upper_closed:
        ends = (node.lower, node.upper)
    elif isinstance(node, Chain) and node.ops == (RelOp.LE, RelOp.LE):
        low, middle, high = node.items
        if middle != Symbol(name):
            return None
        ends = (low, high)
    else:
        return None
    return None if any(map(variables, ends)) else ends


def _problem(greatest: bool, wave: Wave, ends: tuple[Expr, ...]) -> Problem | None:
    plan = Planner({"a": number(wave.a), "b": wave.b, "c": wave.c, "d": number(wave.d)})
    inner = _CREST[wave.function, greatest is (wave.a > 0)]
    turns = 0
    if ends:
        found = _turns(plan, inner, ends)
        if found is None:
            return None
        turns = found
    place = f"({inner} + 2*({turns})*pi - c)/b"
    what = "maximum" if greatest else "minimum"
    sign = "+" if greatest else "-"
    letters = ", ".join(f"{letter} = {to_plain(plan.given[letter])}" for letter in "abcd")
    plan.setup(
        "Compare with the general form", f"y = a*{wave.function}(b*x + c) + d, where {letters}"
    )
    plan.find(
        "p",
        f"Find a place where the {wave.function} has its {_extreme(greatest, wave)} value",
        place,
    )
    why = f"The {'sine' if wave.function == 'sin' else 'cosine'} lies between -1 and 1."
    plan.find("r", f"Put the numbers in for the {what}", f"d {sign} |a|", why)
    plan.check(f"answer = {waves.at(wave.function, place)}")
    on = f" on [{to_plain(ends[0])}, {to_plain(ends[1])}]" if ends else ""
    read_as = f"Find the {what} value of {wave.shown}{on}."
    return replace(plan.problem(Kind.WAVE, read_as, decimals=False), target=wave.tree)


def _extreme(greatest: bool, wave: Wave) -> str:
    return "greatest" if greatest is (wave.a > 0) else "least"


def _turns(plan: Planner, inner: str, ends: tuple[Expr, ...]) -> int | None:
    """How many full turns later the place lies in the interval; None where it never does."""
    b, c = (recount.real(recount.value(plan.given[name])) for name in "bc")
    first = recount.real(recount.value(plan.formula(inner)))
    low, high = (recount.real(recount.value(end)) for end in ends)
    if not low < high:
        return None
    turn = recount.real(recount.value(plan.formula("2*pi")))
    bounds = sorted(((b * end + c - first) / turn) for end in (low, high))
    tiny = recount.real(1) / 10**20
    least, most = ceil(bounds[0] - tiny), floor(bounds[1] + tiny)
    return (
        None
        if least > most
        else min(range(least, most + 1), key=abs)
        if most - least < 100
        else least
    )
