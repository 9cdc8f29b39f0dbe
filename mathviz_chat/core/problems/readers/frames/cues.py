"""Words that many frames share: how people begin to ask, and how often something is said to be."""

from __future__ import annotations

from typing import Final

FIND: Final = (
    r"(?:what(?:'s| is| was| will be| would be| are| were| will| would|)|whats|find|calculate"
    r"|compute|work out|determine|give|state|write down"
    r"|how (?:much|big|large|great|high) (?:is|was|will be|would be|are|were))"
)
HOW_MUCH: Final = r"(?:how much(?: money)?|what(?: amount| sum)?(?: of money)?)"
PER_YEAR: Final = r"(?: (?:per|each|every) (?:year|annum)| yearly| annually| pa)"
