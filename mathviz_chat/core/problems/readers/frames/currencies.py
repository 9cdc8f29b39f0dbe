"""Questions that name the currency of the story again: ``how many pounds``, ``in euros``."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = {
    "£": r"(?:pounds|£|gbp)",
    "$": r"(?:dollars|\$|usd|us dollars)",
    "€": r"(?:euros?|€|eur)",
    "₹": r"(?:rupees|₹|inr)",
}
_SPELLED: Final = {
    "£": r"£",
    "$": r"\$|\bdollars?\b|\bcents?\b|\bbucks\b",
    "€": r"€|\beuros?\b",
    "₹": r"₹|\brupees?\b",
}
_MONEY = r"(?:simple |compound |total )?(?:interest|change|profit|loss|tax|tip|discount|savings)\b"
"""What is money itself: ``how many pounds of flour`` asks for a weight."""
_WEIGHED: Final = re.compile(r"\b(?:weigh\w*|mass|heav\w+|lbs?|ounces?|kg)\b", re.IGNORECASE)


def without_named(text: str) -> str:
    """The story without the name of its one currency where that only says in what to answer."""
    signs = [sign for sign, spelled in _SPELLED.items() if re.search(spelled, text, re.IGNORECASE)]
    if len(signs) != 1 or (signs == ["£"] and _WEIGHED.search(text)):
        return text
    name = _NAMES[signs[0]]
    text = re.sub(
        rf"\bhow many {name}(?: of(?= {_MONEY})|(?! of\b))(?![\w-])",
        "how much",
        text,
        flags=re.IGNORECASE,
    )
    return re.sub(rf",? in {name}(?=\s*[,?.]|\s*$| before\b)", "", text, flags=re.IGNORECASE)
