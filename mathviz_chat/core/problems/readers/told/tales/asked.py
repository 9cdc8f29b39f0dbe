"""What a story asks: how many are left, in all, in each, the cost, the change, how many more."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.told.amounts import key
from mathviz_chat.core.problems.readers.told.tales.accounts import MUCH
from mathviz_chat.core.problems.readers.told.tales.asked_amounts import AMOUNTS, MORE
from mathviz_chat.core.problems.readers.told.tales.asked_money import MONEY
from mathviz_chat.core.problems.readers.told.tales.asked_passive import PASSIVE
from mathviz_chat.core.problems.readers.told.tales.attributes import ASKED as ATTRIBUTES
from mathviz_chat.core.problems.readers.told.tales.fees import ASKED as FEES
from mathviz_chat.core.problems.readers.told.tales.goals import ASKED as GOALS
from mathviz_chat.core.problems.readers.told.tales.inquiry import Asked
from mathviz_chat.core.problems.readers.told.tales.levels import ASKED as LEVELS
from mathviz_chat.core.problems.readers.told.tales.packing import ASKED as GROUPS
from mathviz_chat.core.problems.readers.told.tales.parsing import either, whole
from mathviz_chat.core.problems.readers.told.tales.sorts import ASKED as SORTS

_QUESTION: Final = either(
    MORE, MONEY, FEES, AMOUNTS, PASSIVE, GROUPS, SORTS, GOALS, LEVELS, ATTRIBUTES
)
MOST_QUESTIONS: Final = 12


_IN_UNIT: Final = re.compile(r"\s*,?\s+in\s+([a-z]+)$", re.I)


def asked(sentence: str) -> list[Asked]:
    """The readings of a sentence that asks."""
    found = list(islice(whole(_QUESTION, sentence), MOST_QUESTIONS))
    match = _IN_UNIT.search(sentence)
    if match is not None and units.find(match[1]) is not None:
        bare = islice(whole(_QUESTION, sentence[: match.start()]), MOST_QUESTIONS)
        found += [one for each in bare if (one := _in_unit(each, key(match[1]))) is not None]
    return list(dict.fromkeys(found))


def _in_unit(asked: Asked, unit: str) -> Asked | None:
    """``how far does it go in 5 hours, in km``: the number of kilometres."""
    if asked.unit == "length" or asked.thing in ("", MUCH):
        return replace(asked, thing=unit, unit="")
    return asked if units.find(asked.thing) == units.find(unit) else None
