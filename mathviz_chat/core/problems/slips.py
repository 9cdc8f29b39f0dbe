"""Task words with one slip in their spelling: tried only where a question is not read as it is."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.vocabulary import is_one_slip

_TASK_WORDS = """
    answer antiderivative arithmetic ascending average calculate circumference coefficient common
    complement composite compound cylinder decimal decrease decreasing definite derivative
    descending determinant deviation difference differentiate divided divisor eigenvalue
    eigenvalues elimination equation equations evaluate exactly exponential expression factorise
    factorize formula fraction function geometric gradient greatest highest hundred hypotenuse
    increase increasing indefinite inequalities inequality integral integrate interest inverse
    largest logarithm lowest matrix maximum minimum multiple multiply nearest parallelogram percent
    percentage perimeter please polynomial probability product quadratic question quotient radical
    rectangle remainder rounded sequence significant simplest simplify simultaneous smallest
    solution solutions solving standard stationary substitution subtract supplement tangent
    thousand triangle variance
"""
TASK_WORDS: Final = frozenset(_TASK_WORDS.split())
"""Words of six letters or more that say what is to be done, or with what."""

OTHER_WORDS: Final = frozenset({"produce", "faction", "divides", "divider", "factories"})
"""English words that are one slip away from a task word, and none."""

_SHORT: Final = {"sovle": "solve", "slove": "solve", "plese": "please", "pleese": "please"}
_WORD = re.compile(r"(?<![\\\w'-])[A-Za-z][a-z]{4,}(?![\w'-])")
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?:]\s)\W*$")


def respelled(text: str) -> str:
    """The text with each slip in a task word mended; capitalised names are left as they are."""

    def mended(match: re.Match[str]) -> str:
        word = match[0]
        if word[0].isupper() and not _STARTS_SENTENCE.search(text[: match.start()]):
            return word
        right = _mended(word.lower())
        return right.capitalize() if word[0].isupper() else right

    return _WORD.sub(mended, text)


def _mended(word: str) -> str:
    if word in _SHORT:
        return _SHORT[word]
    if word in TASK_WORDS or word in OTHER_WORDS or len(word) < 6:
        return word
    near = [
        known
        for known in TASK_WORDS
        if is_one_slip(word, known) and not word.startswith(known) and not known.startswith(word)
    ]
    return near[0] if len(near) == 1 else word
