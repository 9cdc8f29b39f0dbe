"""The smallest number beyond a bound that leaves one remainder with several divisors."""

from __future__ import annotations

import re
from math import lcm
from typing import Final

from mathviz_chat.core.problems.readers.wordings.common import Family
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
NUMBER = [smallest|least|lowest] [positive]? [number|integer|whole number|natural number]
BEYOND = [greater than|bigger than|more than|larger than|above|other than|apart from]
LEAVES = [that|which]? [leaves|gives|has|leaving|with|leave]* [a]? remainder [of]? {r:int} [when|if]
    [it is|it's|you divide it|being]? [divided]? by [each of|any of|all of|both|either of]? {l:list}
beyond:
    [FIND|what's|which is|name] NUMBER BEYOND {g:int} LEAVES
    [FIND|what's|which is|name] NUMBER LEAVES BEYOND {g:int} [itself]?
    [FIND|what's|which is|name] NUMBER LEAVES and is BEYOND {g:int}
"""
MOST: Final = 12
"""Divisors, each at most 1,000."""


def _beyond(hit: Hit) -> str | None:
    """The remainder and a multiple of all divisors; smaller ones are not beyond the bound."""
    divisors = [int(one) for one in re.findall(r"\d+", hit["l"])]
    rest, bound = int(hit["r"]), int(hit["g"])
    if not 2 <= len(divisors) <= MOST or max(divisors) > 1000 or re.search(r"[./%-]", hit["l"]):
        return None
    if not 0 < rest < min(divisors) or bound < rest:
        return None
    if re.search(r"\b(?:other than|apart from)\b", hit.text, re.I) and bound != rest:
        return None
    times = (bound - rest) // lcm(*divisors) + 1
    factor = "" if times == 1 else f"{times}*"
    return f"Calculate {factor}lcm({', '.join(map(str, divisors))}) + {rest}."


FAMILY: Final = Family(_GRAMMAR, {"beyond": _beyond})
