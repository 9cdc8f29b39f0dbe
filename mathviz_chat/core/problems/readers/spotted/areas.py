"""Intents about areas beside a curve, and what they make when they are turned about the x-axis."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent
from mathviz_chat.core.reading.tree import Chain, Expr, Interval, RelOp, Symbol

_NOUNS = "function curve graph parabola equation expression quadratic cubic calculus both all "


def _beside_axis(found: Found) -> str | None:
    body = found.inner("f")
    return f"Find the area enclosed by y = {slots.spelled(body)} and the x-axis."


def _area(found: Found) -> str | None:
    high = found.node("high")
    if isinstance(high, Chain) and set(variables(high.items[-1])) - {"e"}:
        return None
    ends = f"{_end(found, 'low')} to {_end(found, 'high')}"
    return f"Find the area under y = {found.body('f')} from {ends}."


_WHOLE_TURN: Final = frozenset({"360°", "2pi", "360"})


def _volume(found: Found) -> str | None:
    """Discs of area pi*y^2, of a whole turn."""
    if "turn" in found and found["turn"] not in _WHOLE_TURN:
        return None
    ends = _range(found) if "range" in found else (_end(found, "low"), _end(found, "high"))
    body = found.inner("f")
    if ends is None or not isinstance(body, Expr) or variables(body) != ("x",):
        return None
    if not _is_along_x(found):
        return None
    low, high = ends
    return f"Find the integral of pi*({slots.spelled(body)})^2 from x = {low} to x = {high}."


def _range(found: Found) -> tuple[str, str] | None:
    """The ends of ``0 <= x <= 4`` or ``[0, 4]``."""
    node = found.node("range")
    if isinstance(node, Interval):
        return slots.spelled(node.lower), slots.spelled(node.upper)
    rising = isinstance(node, Chain) and len(node.items) == 3 and set(node.ops) <= _UP
    if not isinstance(node, Chain) or not rising or node.items[1] != Symbol("x"):
        return None
    return slots.spelled(node.items[0]), slots.spelled(node.items[2])


_UP: Final = frozenset({RelOp.LE, RelOp.LT})
_TURNED: Final = (
    "rotated|revolved|revolution|rotating|revolving|turned|rotate|rotates|revolve|turning|spun"
)
_SOLID: Final = (
    f"{_NOUNS}area volume solid solids enclosed bounded region x-axis rotated revolved revolution "
    "rotating revolving turned rotate rotates revolve turning spun under between beneath below "
    "generated formed obtained produced made resulting completely radians degrees full turn once "
    "about around through lines line ordinates section part interval exact"
)
_SAID: Final = (
    "the volume|about the x-axis|around the x-axis|a full turn|by rotating|solid of revolution|"
    "volume of revolution|the interval"
)


def _is_along_x(found: Found) -> bool:
    """Whether no end is one of heights: ``between y = 0 and y = 4``."""
    nodes = (node for name in ("low", "high") for node in found.all(name))
    return all(node.items[0] == Symbol("x") for node in nodes if isinstance(node, Chain))


def _end(found: Found, name: str) -> str:
    node = found.node(name)
    return slots.spelled(node.items[-1] if isinstance(node, Chain) else node)


INTENTS: Final = (
    Intent(
        "area beside the x-axis",
        ("area", "x-axis"),
        ("f:f",),
        _beside_axis,
        f"{_NOUNS}area enclosed bounded region finite between x-axis cuts crosses meets two points "
        "exact cut cross meet",
        "at two points|cuts the x-axis|crosses the x-axis|by the x-axis|between the curve and "
        "the x-axis|the area|in two points|at two places|enclosed by|bounded by|enclosed between",
    ),
    Intent(
        "area under a curve",
        ("area",),
        ("f:fe", "low:na@from|between", "high:naf@to|and"),
        _area,
        f"{_NOUNS}area under enclosed bounded region x-axis lines vertical between beneath "
        "below above by exact",
        "the area",
    ),
    Intent(
        "volume between two ends",
        ("volume", "x-axis", _TURNED),
        ("f:fe", "low:na@from|between", "high:naf@to|and", "turn:n?@through|rotated|turned"),
        _volume,
        _SOLID,
        _SAID,
    ),
    Intent(
        "volume over an interval",
        ("volume", "x-axis", _TURNED),
        ("f:fe", "range:rI", "turn:n?@through|rotated|turned"),
        _volume,
        _SOLID,
        _SAID,
    ),
)
