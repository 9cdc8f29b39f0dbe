"""``21.43 (2 d.p.)``, ``0.0714 (3 s.f.)``: remarks on how a number is rounded.

A remark is left out where the number before it shows just so many digits; what says otherwise
stays, and is not read; so do those at whole numbers, ``170 (2 s.f.)``, which do not show it.
"""

from __future__ import annotations

import re
from typing import Final

_COUNTS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_REMARK: Final = re.compile(
    r"(?P<number>\d+\.(?P<decimals>\d+))(?P<between>[^\d()=]{0,12})"
    r"(?P<remark>\(\s*(?:(?:correct\s+)?to\s+|rounded\s+to\s+)?(?P<count>\d|one|two|three|four|five)\s*"
    r"(?:(?P<places>d\.?\s?p\.?|decimal\s+places?|decimals?)"
    r"|s\.?\s?f\.?|sig(?:nificant)?\.?\s+fig(?:ure)?s?\.?)\s*\))",
    re.IGNORECASE,
)


def without_precision(text: str) -> str:
    """The text with blanks for the remarks that are right."""
    return _REMARK.sub(_blanked, text)


def _blanked(found: re.Match[str]) -> str:
    count = _COUNTS.get(found["count"].lower()) or int(found["count"])
    shown = found["decimals"]
    if not found["places"]:
        shown = found["number"].replace(".", "").lstrip("0")
    if len(shown) != count:
        return found[0]
    return found["number"] + found["between"] + " " * len(found["remark"])
