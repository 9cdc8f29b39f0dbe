"""Equations of circles and perpendicular bisectors, from the points that fix them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import lazy
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import ReadError, to_plain
from mathviz_chat.core.reading import read as read_formula
from mathviz_chat.core.reading.tree import Expr

_N = r"-?\s*\d+(?:\.\d+|/\d+)?"
_LENGTH = r"(?:\d+(?:\.\d+|/\d+)?|\d*\s*(?:sqrt\s*\(\s*\d+\s*\)|√\s*\d+))"


def _point(x: str, y: str) -> str:
    return rf"(?:point\s+)?(?:[A-Z]\s*=?\s*)?\(\s*(?P<{x}>{_N})\s*,\s*(?P<{y}>{_N})\s*\)"


_FIND = (
    r"(?:(?:find|write(?:\s+down)?|give|state|determine|work\s+out|what\s+is|what's|get)\s+)?"
    r"(?:the\s+|an\s+)?(?:(?:standard|cartesian|general)\s+)?equation\s+(?:of|for)\s+"
)
_CIRCLE = rf"{_FIND}(?:(?:the|a)\s+)?circle,?\s+"
_HAS = r"(?:(?:with|has|having|whose|and|that|which|is|its|a|the|of)\s+)*"
_IS = r"(?:\s+(?:is|are|at|of|=))*\s*"
_CENTRE = rf"{_HAS}(?:cent(?:re|er)(?:ed)?){_IS}(?:(?P<origin>the\s+origin)|{_point('h', 'k')})"
_RADIUS = (
    rf"{_HAS}(?:radius{_IS}(?P<r>{_LENGTH})|diameter(?:\s+(?:is|of|=))*\s*(?P<d>{_LENGTH}))"
    r"(?:\s+units)?"
)
_THROUGH = (
    r"(?:(?:and|that|which|it|circle|the)\s+)*(?:pass(?:es|ing)?\s+through|going\s+through|goes\s+"
    rf"through|containing|through)\s+(?:the\s+)?(?:(?P<through>origin)|{_point('a', 'b')})"
)
_SEP = r"\s*,?\s*"
_END = r"[.,;]?\s+(?:what\s+is\s+|find\s+|write\s+(?:down\s+)?|give\s+|state\s+|work\s+out\s+)"
_ITS = r"(?:its\s+equation|(?:the|an)\s+equation(?:\s+of\s+(?:the|this)\s+circle)?)"
_A_CIRCLE = r"(?:a|the)\s+circle\s+(?:C\s+)?"
_DIAMETER = (
    r"(?:(?:with|whose|has|having|that|which|is|a|the|and|where|if|given\s+that)\s+)*"
    r"(?:(?:end\s?points?|ends)\s+of\s+(?:a|its|the|one)\s+diameter|diameter(?:\s+(?:has|with|AB|PQ))?"
    r"(?:\s+(?:its|the))?(?:\s+(?:end\s?points?|ends))?)"
    r"(?:\s+(?:at|are|is|the|points|from|joins|joining|of|line|segment|endpoints|where|AB|PQ))*\s+"
    rf"{_point('a', 'b')}\s*(?:and|to|,)\s*{_point('c', 'd2')}"
)
_ENDS: Final = (
    rf"(?:the\s+)?(?:points\s+)?{_point('a', 'b')}\s*(?:and|,)\s*{_point('c', 'd2')}\s+are\s+"
    rf"(?:the\s+)?(?:ends|end\s?points)\s+of\s+(?:a|the)\s+diameter\s+of\s+(?:a|the)\s+circle{_END}{_ITS}"
)
_BISECTOR: Final = (
    rf"(?:{_FIND}|find\s+)the\s+perpendicular\s+bisector\s+of\s+(?:the\s+)?(?:(?:line|segment|line\s+segment)\s+)?"
    r"(?:[A-Z]{2}\s*,?\s+)?(?:(?:joining|between|from|with|endpoints|whose|ends|the|points|are|where|"
    r"connecting|through|that|joins)\s+)*"
    rf"{_point('a', 'b')}\s*(?:and|to|,)\s*{_point('c', 'd2')}",
    rf"(?:the\s+)?perpendicular\s+bisector\s+of\s+{_point('a', 'b')}\s+and\s+{_point('c', 'd2')}",
)
_BODIES: Final = (
    rf"{_CENTRE}{_SEP}{_RADIUS}",
    rf"{_RADIUS}{_SEP}{_CENTRE}",
    rf"{_CENTRE}{_SEP}{_THROUGH}",
    rf"{_THROUGH}{_SEP}{_CENTRE}",
    _DIAMETER,
)


def read(clauses: Clauses) -> Problem | None:
    """The equation of a circle or of a perpendicular bisector; None for any other question."""
    text = " ".join(". ".join(clauses.sentences).replace("−", "-").split()).rstrip("?. ")
    for pattern in _BISECTOR:
        match = lazy(pattern).fullmatch(text)
        if match is not None:
            return _bisector(match.groupdict())
    ends = lazy(_ENDS).fullmatch(text)
    if ends is not None:
        return _on_diameter(ends.groupdict())
    for body in _BODIES:
        for whole in (rf"{_CIRCLE}{body}", rf"{_A_CIRCLE}{body}{_END}{_ITS}"):
            match = lazy(whole).fullmatch(text)
            if match is not None:
                return _circle(match.groupdict())
    return None


def _number(text: str | None) -> Expr:
    tree = read_formula((text or "0").replace(" ", ""))
    if not isinstance(tree, Expr):
        raise recount.NotEvaluated("a point without coordinates")
    return tree


_Groups = dict[str, str | None]


def _circle(found: _Groups) -> Problem | None:
    if found.get("c") is not None:
        return _on_diameter(found)
    centre = {"h": _number(found.get("h")), "k": _number(found.get("k"))}
    size = found.get("r") or found.get("d")
    if size is not None:
        try:
            length = _number(size)
        except ReadError:
            return None
        return _with_radius(Planner({**centre, "r": length}), found.get("r") is None)
    point = {"a": _number(found.get("a")), "b": _number(found.get("b"))}
    plan = Planner({**centre, **point})
    plan.setup(*_STANDARD)
    plan.find("s", "Find r^2, the square of the distance to the centre", "(a - h)^2 + (b - k)^2")
    h, k, a, b = (plain(plan, name) for name in "hkab")
    on = ("a", "b", "2*h - a", "2*k - b", "h - (b - k)", "k + (a - h)")
    return _made(plan, "h", "k", on, f"centre ({h}, {k}) through ({a}, {b})")


_STANDARD: Final = ("Write the standard form", "(x - h)^2 + (y - k)^2 = r^2")


def plain(plan: Planner, name: str) -> str:
    """A number of the question as it is shown."""
    return to_plain(plan.given[name])


def _with_radius(plan: Planner, is_diameter: bool) -> Problem | None:
    plan.setup(*_STANDARD)
    radius = "r"
    if is_diameter:
        plan.find("q", "The radius is half the diameter", "r/2")
        radius = "q"
    plan.find("s", "Square the radius", f"{radius}^2")
    own = "r/2" if is_diameter else "r"
    on = (f"h + {own}", "k", f"h - {own}", "k", "h", f"k + {own}")
    h, k, r = (plain(plan, name) for name in "hkr")
    what = "diameter" if is_diameter else "radius"
    return _made(plan, "h", "k", on, f"centre ({h}, {k}) and {what} {r}")


def _on_diameter(found: _Groups) -> Problem | None:
    names = {"a": "a", "b": "b", "c": "c", "d": "d2"}
    plan = Planner({name: _number(found.get(group)) for name, group in names.items()})
    plan.setup(*_STANDARD)
    plan.find("h", "The centre is the midpoint: its x-coordinate", "(a + c)/2")
    plan.find("k", "Its y-coordinate", "(b + d)/2")
    plan.find("s", "Find r^2, the square of the distance to an end", "(a - h)^2 + (b - k)^2")
    on = ("a", "b", "c", "d", "(a + c)/2 - (b - d)/2", "(b + d)/2 + (a - c)/2")
    a, b, c, d = (plain(plan, name) for name in "abcd")
    told = f"diameter from ({a}, {b}) to ({c}, {d})"
    return _made(plan, "h", "k", on, told)


def _made(plan: Planner, h: str, k: str, on: tuple[str, ...], told: str) -> Problem | None:
    """items: three points of the circle, by which an answer is recounted."""
    square = recount.value(plan.value("s"))
    if not recount.less(Fraction(0), square):
        return None
    points = tuple(map(plan.formula, on))
    read_as = f"Find the equation of the circle with {told}."
    problem = plan.problem(Kind.COORDINATES, read_as, decimals=False)
    centre = (plan.value(h), plan.value(k))
    return replace(problem, form=Form.CIRCLE, items=(*centre, *points))


def _bisector(found: _Groups) -> Problem | None:
    """The line through the midpoint at right angles; one that is upright has no slope."""
    names = {"a": "a", "b": "b", "c": "c", "d": "d2"}
    plan = Planner({name: _number(found.get(group)) for name, group in names.items()})
    a, b, c, d = (plan.given[name] for name in "abcd")
    if recount.value(b) == recount.value(d):
        return None
    plan.setup("Choose the formula", "y = m x + k, through the midpoint, at right angles")
    plan.find("u", "Find the midpoint: its x-coordinate", "(a + c)/2")
    plan.find("v", "Its y-coordinate", "(b + d)/2")
    if recount.value(a) == recount.value(c):
        plan.find("m", "At right angles to an upright line: the slope is", "0*(d - b)")
    else:
        plan.find("w", "Find the slope of the segment", "(d - b)/(c - a)")
        plan.find("m", "Slopes at right angles multiply to -1", "-1/w")
    plan.find("k", "Find k from the midpoint", "v - m*u")
    told = f"({to_plain(a)}, {to_plain(b)}) to ({to_plain(c)}, {to_plain(d)})"
    read_as = f"Find the equation of the perpendicular bisector of the segment from {told}."
    problem = plan.problem(Kind.COORDINATES, read_as, decimals=False)
    points = ("(a + c)/2", "(b + d)/2", "(a + c)/2 - (d - b)", "(b + d)/2 + (c - a)")
    return replace(problem, form=Form.EXPRESSION, items=tuple(map(plan.formula, points)))
