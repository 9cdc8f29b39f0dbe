"""What a story asks: how many are left, in all, in each, the cost, the change, how many more."""

from __future__ import annotations

from itertools import islice
from typing import Final

from mathviz_chat.core.problems.readers.told.tales.asked_amounts import AMOUNTS, MORE
from mathviz_chat.core.problems.readers.told.tales.asked_money import MONEY
from mathviz_chat.core.problems.readers.told.tales.goals import ASKED as GOALS
from mathviz_chat.core.problems.readers.told.tales.inquiry import Asked
from mathviz_chat.core.problems.readers.told.tales.packing import ASKED as GROUPS
from mathviz_chat.core.problems.readers.told.tales.parsing import either, whole
from mathviz_chat.core.problems.readers.told.tales.sorts import ASKED as SORTS

_QUESTION: Final = either(MORE, MONEY, AMOUNTS, GROUPS, SORTS, GOALS)
MOST_QUESTIONS: Final = 12


def asked(sentence: str) -> list[Asked]:
    """The readings of a sentence that asks."""
    return list(dict.fromkeys(islice(whole(_QUESTION, sentence), MOST_QUESTIONS)))
