"""One exercise with its worked answer, and the levels of difficulty: what a topic makes."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from mathviz_chat.messages import Message

EASY: Final = 1
MEDIUM: Final = 2
HARD: Final = 3
EXTRAPOLATION: Final = 4  # larger numbers than any in training

LEVELS: Final = (EASY, MEDIUM, HARD)


@dataclass(frozen=True, slots=True)
class Exercise:
    """What is asked and how the tutor answers.

    key: the mathematics without its wording; splits share no key. texts: the question in every
    wording of its family, always in the same order. steps: one claim or sentence a line. answer:
    what stands behind ``Answer:``, None where the turn ends without one (a hint, a refusal).
    before: the turns of the conversation that precede the question. judged: whether the checker
    can read the question, so that a row counts only when its answer is verified.
    """

    key: str
    texts: tuple[str, ...]
    steps: tuple[str, ...]
    answer: str | None
    before: tuple[Message, ...] = ()
    judged: bool = True


Maker: TypeAlias = Callable[[random.Random, int], Exercise]


@dataclass(frozen=True, slots=True)
class Topic:
    """make: an exercise of a level. weight: share of the training rows. levels: those it has."""

    make: Maker
    weight: int
    levels: tuple[int, ...] = (*LEVELS, EXTRAPOLATION)
