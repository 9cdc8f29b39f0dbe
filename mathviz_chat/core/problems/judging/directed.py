"""A percentage that is claimed as a change: 4% decrease, down by 4%, -4%."""

from __future__ import annotations

import re
from typing import Final

_UP: Final = r"increased?|ris(?:e|es|en)|rose|up|higher|gain(?:ed)?|growth|grew|more"
_DOWN: Final = r"decreased?|f[ae]ll(?:s|en)?|drop(?:s|ped)?|down|lower|loss|reduction|less"
_WORD: Final = rf"(?P<word>(?P<up>{_UP})|(?:{_DOWN}))"
_PERCENT: Final = r"\s*(?:%|\\%|per\s?cent)"
_VALUE: Final = rf"(?P<value>[\d.,/ ]*\d{_PERCENT})"
_CLAIMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:an?\s+)?(?:overall\s+)?{_VALUE}\s+(?:overall\s+)?{_WORD}",
        rf"(?:it\s+)?(?:is\s+|was\s+|has\s+)?(?:an?\s+)?(?:overall\s+)?{_WORD}(?:\s+of|\s+by)?\s+{_VALUE}",
    )
)
_SIGNED: Final = re.compile(
    rf"(?P<sign>[-+\u2212])\s*(?P<value>[\d.,/ ]*\d(?:{_PERCENT})?)", re.IGNORECASE
)


def claimed(text: str) -> tuple[str, str]:
    """The size of a change, and its direction: ``increase``, ``decrease`` or "" for none.

    A sign counts as a direction. What says no direction is returned as it is.
    """
    text = text.strip().rstrip(".")
    for form in _CLAIMS:
        found = form.fullmatch(text)
        if found is not None:
            return found["value"], "increase" if found["up"] else "decrease"
    signed = _SIGNED.fullmatch(text)
    if signed is not None:
        return signed["value"], "increase" if signed["sign"] == "+" else "decrease"
    return text, ""
