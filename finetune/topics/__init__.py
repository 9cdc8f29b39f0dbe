"""The exercises by topic; each module makes exercises of one family, with its wordings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mathviz_finetune.exercise import EXTRAPOLATION, LEVELS, Topic
from mathviz_finetune.topics import (
    arithmetic,
    derivative,
    dialogue,
    fractions,
    linear,
    percent,
    quadratic,
    refusal,
    system,
    tutor,
    words,
)

TOPICS: Final[Mapping[str, Topic]] = MappingProxyType(
    {
        "linear": Topic(linear.one_sided, weight=16),
        "linear-two-sided": Topic(linear.two_sided, weight=24),
        "quadratic": Topic(quadratic.make, weight=26),
        "derivative": Topic(derivative.make, weight=18),
        "percent-of": Topic(percent.make, weight=6),
        "word-one-step": Topic(words.one_step, weight=10),
        "word-two-step": Topic(words.two_step, weight=18),
        "arithmetic": Topic(arithmetic.make, weight=4),
        "fractions": Topic(fractions.make, weight=3),
        "system": Topic(system.make, weight=4),
        **{name: Topic(tutor.topic(name), weight=2) for name in tutor.KINDS},
        "hint": Topic(dialogue.hint, weight=1, levels=LEVELS),
        "check-answer": Topic(dialogue.check_answer, weight=2, levels=LEVELS),
        "check-work": Topic(dialogue.check_work, weight=2, levels=LEVELS),
        "why": Topic(dialogue.why, weight=1, levels=LEVELS),
        "refusal": Topic(refusal.make, weight=1, levels=(1,)),
    }
)
"""Weights are shares of the training rows; the families with a gate get most of them."""

GATED: Final = (
    "linear",
    "linear-two-sided",
    "quadratic",
    "derivative",
    "percent-of",
    "word-one-step",
    "word-two-step",
)
"""The families whose accuracy decides whether an adapter ships."""

__all__ = ["EXTRAPOLATION", "GATED", "LEVELS", "TOPICS"]
