"""Questions whose words are made plain first; they are looked at where no other reader reads."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.readers.synonyms import (
    binomial,
    choices,
    cut_areas,
    data,
    digit_numbers,
    distributions,
    draws,
    figure_questions,
    lettered_codes,
    means,
    moments,
    orders,
    ranges,
    sums_of_dice,
    trials,
    unknown_sides,
)
from mathviz_chat.core.problems.readers.synonyms.family import Reader

FAMILIES: Final[Mapping[str, tuple[Reader, ...]]] = MappingProxyType(
    {
        "draws": draws.READERS,
        "trials": trials.READERS,
        "binomial": binomial.READERS,
        "choices": choices.READERS,
        "data": data.READERS,
        "figures": figure_questions.READERS,
        "cut areas": cut_areas.READERS,
        "unknown sides": unknown_sides.READERS,
        "distributions": distributions.READERS,
        "means": means.READERS,
        "moments": moments.READERS,
        "orders": orders.READERS,
        "ranges": ranges.READERS,
        "digit numbers": digit_numbers.READERS,
        "lettered codes": lettered_codes.READERS,
        "sums of dice": sums_of_dice.READERS,
    }
)
"""Each family reads a question as a whole or not at all."""
