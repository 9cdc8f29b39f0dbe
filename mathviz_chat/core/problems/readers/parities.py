"""Whether a function is even, odd or neither."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import parity
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.school import formulas
from mathviz_chat.core.reading import to_plain

_ONE = r"(?:an?\s+)?(?P<{}>even|odd)(?:\s+functions?)?"
_PLAIN = r"(?:an?\s+)?(?:even|odd)(?:\s+functions?)?"
_CHOICE = (
    rf"(?:either\s+)?{_PLAIN}(?:\s*,\s*|\s*/\s*|\s+or\s+|\s*,\s*or\s+){_PLAIN}"
    r"(?:(?:\s*,\s*|\s*/\s*|\s+or\s+|\s*,\s*or\s+)neither(?:\s+(?:even\s+nor\s+odd|odd\s+nor\s+even|of\s+"
    r"these|one))?)?"
)
_WHETHER = (
    r"(?:(?:determine|decide|state|say|find(?:\s+out)?|check|classify|tell\s+me|work\s+out|identify|test)"
    r"\s+)?(?:whether|if|is|are)"
)
_IT = r"(?:it|the\s+function|[a-z](?:\(\s*[a-z]\s*\))?)"
_ASKED: Final = (
    rf"{_WHETHER}\s+{formulas.FUNCTION}\s+(?:is\s+)?{_CHOICE}",
    rf"{_WHETHER}\s+{formulas.FUNCTION}\s+(?:is\s+)?{_ONE.format('which')}",
    rf"{formulas.TOLD}{_WHETHER}\s+{_IT}\s+(?:is\s+)?{_CHOICE}",
    rf"{formulas.TOLD}{_WHETHER}\s+{_IT}\s+(?:is\s+)?{_ONE.format('which')}",
    rf"{formulas.FUNCTION}\s*[,:]?\s+(?:is\s+(?:it|this)\s+)?{_CHOICE}",
    rf"{_CHOICE}\s*:\s*{formulas.FUNCTION}",
    rf"(?:classify|describe)\s+{formulas.FUNCTION}\s+as\s+{_CHOICE}",
)


def read(clauses: Clauses) -> Problem | None:
    """The question with its function; None where neither way decides it."""
    text = " ".join(". ".join(clauses.sentences).split()).rstrip("?. ")
    if re.search(r"\b(?:even|odd)\b", text, re.IGNORECASE) is None:
        return None
    match = formulas.matched(_ASKED, text)
    body = None if match is None else formulas.body(match)
    if match is None or body is None:
        return None
    tree, name = body
    if parity.proved(tree, name) is None:
        return None
    asked = (match.groupdict().get("which") or "").lower()
    function = "y" if name == "x" else f"f({name})"
    which = asked or "even, odd or neither"
    read_as = f"Is {function} = {to_plain(tree)} {which}?"
    labels = (parity.EVEN, parity.ODD, parity.NEITHER)
    return Problem(
        Kind.PARITY,
        Form.CHOICE,
        read_as,
        expression=tree,
        variable=name,
        labels=labels,
        task=asked,
    )
