"""A line that leads to the result of an operation, before it stands in a solution."""

from __future__ import annotations

from dataclasses import dataclass

from mathviz_chat.core.reading.tree import Chain
from mathviz_chat.core.solving.lines import NORMAL


@dataclass(frozen=True, slots=True)
class Shown:
    """What was done, the claim, why it may be done, and from which granularity on it is told."""

    rule: str
    claim: Chain
    why: str | None = None
    level: int = NORMAL
