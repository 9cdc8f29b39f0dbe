"""Caps that hold before anything is built or evaluated: whatever exceeds one is a ReadError.

They bound time and memory (reading is linear in the length), the stack of every recursive
function over a tree, and the size of the integers that a tree can hold.
"""

from __future__ import annotations

from typing import Final

MAX_LENGTH: Final = 4000
"""Characters of one formula."""

MAX_LINE: Final = 20_000
"""Characters of one line of prose; a longer one is one region that was not read."""

MAX_TOKENS: Final = 2000
"""Tokens of one formula; bounds the nodes of its tree."""

MAX_DIGITS: Final = 1000
"""Digits of one number, and the power of ten in scientific notation."""

MAX_EXPONENT: Final = 10_000
"""Absolute value of an exponent that is made of numbers only, towers included."""

MAX_NESTING: Final = 80
"""Brackets, functions and exponents inside one another."""

MAX_HEIGHT: Final = 150
"""Height of the tree; a sum of n terms has height n."""

MAX_REGIONS: Final = 200
"""Formulas in one line of prose."""
