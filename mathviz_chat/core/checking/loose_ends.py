"""What stands on a line beside a claim that is proved, and would be passed over in silence.

``C = -2, so y = 2 - 2e^(3x)`` concludes to a formula that nothing judges, ``2 + 3 = 5, 6`` goes on
with a number, ``x < 5 except 2`` takes something back. Such a line is not proved as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.reading.tree import Chain, Expr, Node, Quantity, Statement
from mathviz_chat.core.verdict import NOT_CLAIMS, Verdict

CHANGES: Final = re.compile(
    r"\b(?:except|excluding|unless|inclusive|exclusive|or equal|strictly|simultaneously|doubled|"
    r"halved|not equal|must be|but not)\b|^\s*(?:degrees?|radians?|rad)\b",
    re.IGNORECASE,
)
"""Words after a formula that change what it says: ``x = ±3 except x = 3``."""
MAY_BE_CHANGED: Final = "The words after it may change what it says."
NOT_JUDGED: Final = "It goes on to what is not judged."

_CONCLUDES = r"so|therefore|thus|hence|i\.\s?e\.|that\s+is|which\s+(?:gives|means)|giving|and|∴"
_NAMED = r"(?:the\s+[a-z]+|it|[a-z])\s+(?:is|are)\s*"
_TO_A_STATEMENT: Final = re.compile(
    rf"[\s,;:$]*(?:{_CONCLUDES}|but(?:\s+only)?|only)[\s,:$]*", re.IGNORECASE
)
_TO_A_VALUE: Final = re.compile(
    rf"[\s,;:$]*(?:(?:{_CONCLUDES}|or|not)[\s,:$]*)*(?:{_NAMED})?", re.IGNORECASE
)


def loose_end(found: Sequence[Found], claims: Sequence[tuple[Found, Judgement]]) -> str | None:
    """Why a line whose claims are proved is not proved as a whole; None where it is."""
    judged = {id(one): judgement for one, judgement in claims}
    last: Node | None = None
    for one in found:
        judgement = judged.get(id(one))
        if judgement is not None and judgement.verdict is Verdict.PROVED:
            last = one.node
        elif last is not None and _is_concluded(one, judgement, last):
            return NOT_JUDGED
        if last is not None and CHANGES.search(one.tail):
            return MAY_BE_CHANGED
    return None


def _is_concluded(found: Found, judgement: Judgement | None, last: Node) -> bool:
    if isinstance(found.node, Statement):
        claims_nothing = judgement is None or judgement.role in NOT_CLAIMS
        return claims_nothing and bool(_TO_A_STATEMENT.fullmatch(found.lead))
    if not isinstance(found.node, Expr) or found.leading is not None:
        return False
    return bool(_TO_A_VALUE.fullmatch(found.lead)) and not _says_again(found.node, last)


def _says_again(value: Expr, last: Node) -> bool:
    """``3 + 4 = 7, so 7 apples``: a value that stands in what is proved."""
    said = last.items if isinstance(last, Chain) else ()
    return _bare(value) in map(_bare, said)


def _bare(value: Expr) -> Expr:
    return value.value if isinstance(value, Quantity) else value
