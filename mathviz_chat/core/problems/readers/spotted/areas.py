"""Intents about areas beside a curve."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent
from mathviz_chat.core.reading.tree import Chain

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
)
