"""Whether a series converges that is told by its general term or by its name."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import recount, slots
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr

_SIGN: Final = re.compile(r"\(\s*[-−]\s*1\s*\)|cos")
_KIND: Final = r"(?:(?:infinite|alternating|geometric|p-)\s*)*"
_SERIES: Final = (
    rf"(?:the\s+)?{_KIND}(?:series|sum)(?:\s+of|\s+sum(?:\s+of)?)?"
    r"(?:\s+(?:with|whose)\s+(?:general\s+|nth\s+|n-th\s+)?terms?(?:\s+(?:is|are))?)?"
)
_FROM: Final = (
    r"(?:\s*,?\s+(?:from\s+|for\s+|where\s+)?(?P<i>[a-z])\s*(?:=|from)\s*(?P<low>[0-9])\s*"
    r"(?:to|up\s+to|\.\.\.?|,\s*\.\.\.)\s*(?:infinity|oo|∞))?"
)
_TERM: Final = rf"(?P<e>{slots.MATHS})"
_SAYS: Final = (
    r"(?:(?:does|is|do)|(?:determine|decide|check|test|find\s+out|state|say|show)\s+(?:whether|if))"
)
_ASKED: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_SAYS}\s+{_SERIES}\s+{_TERM}{_FROM}\s+(?:is\s+)?(?:converges?|diverges?|convergent|"
        r"divergent)(?:\s+or\s+(?:converges?|diverges?|convergent|divergent|not))?",
        rf"(?:test|check|examine)\s+{_SERIES}\s+{_TERM}{_FROM}\s+for\s+convergence"
        r"(?:\s+or\s+divergence)?",
    )
)
_NAMED: Final = LazyPattern(
    rf"{_SAYS}\s+(?:the\s+|a\s+)?(?:(?P<harmonic>harmonic\s+series)"
    r"|p-?\s*series\s+(?:with|where|for)\s+p\s*=\s*(?P<p>\d+(?:/\d+|\.\d+)?)"
    r"|geometric\s+series\s+(?:with|whose)\s+(?:common\s+)?ratio\s*(?:=|is|of)?\s*"
    r"(?P<r>-?\d+(?:/\d+|\.\d+)?))\s+(?:is\s+)?(?:converges?|diverges?|convergent|divergent)"
    r"(?:\s+or\s+(?:converges?|diverges?|convergent|divergent|not))?",
    re.IGNORECASE,
)


def said_again(text: str) -> str | None:
    """The question with the sum in signs. Where it begins makes no difference to convergence."""
    named = _NAMED.fullmatch(text)
    if named is not None:
        return _asked(_named(named), "n", 1)
    match = next((m for pattern in _ASKED if (m := pattern.fullmatch(text)) is not None), None)
    if match is None or ("alternating" in text.lower() and not _SIGN.search(match["e"])):
        return None
    term = slots.for_question(match["e"]).expression(match["e"])
    names = () if term is None else variables(term)
    if term is None or len(names) != 1 or names[0] not in ("n", "k", "i", "j", "m"):
        return None
    (name,) = names
    if match["i"] is not None and match["i"] != name:
        return None
    start = _first_defined(term, name) if match["low"] is None else int(match["low"])
    return None if start is None else _asked(to_plain(term), name, start)


def _named(match: re.Match[str]) -> str:
    if match["harmonic"]:
        return "1/n"
    return f"1/n^({match['p']})" if match["p"] else f"({match['r']})^n"


def _asked(term: str, name: str, start: int) -> str:
    return f"Determine whether the series sum_({name}={start})^(oo)({term}) converges"


def _first_defined(term: Expr, name: str) -> int | None:
    """1, or 2 where the first term has no value, as of 1/ln(n)."""
    for start in (1, 2):
        try:
            recount.value(substitute(term, {name: number(Fraction(start))}))
        except (recount.NotEvaluated, ArithmeticError, ValueError):
            continue
        return start
    return None
