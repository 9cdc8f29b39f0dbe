"""``2^4 = 16 ≡ 1 (mod 5)``: beside a sign of congruence, ``=`` says that two numbers are the same.

The reader takes the modulus for all sides of the chain. What then holds modulo the number only is
not proved where the sign may be an equals sign; it is not refuted either, since some write so.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.checking.judgement import Judgement, unchecked
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.reading.tree import Call, Chain
from mathviz_chat.core.verdict import Verdict

_LOOSE: Final = "It holds for the remainders; beside ≡, the sign = says that the numbers are equal."
_CONGRUENT: Final = re.compile(r"≡|\\equiv(?![A-Za-z])")
_SIGN: Final = re.compile(rf"{_CONGRUENT.pattern}|=")


def equals_signs(chain: Chain, text: str) -> tuple[bool, ...]:
    """Which signs of a chain may be equals signs beside a congruence: none without one, and all
    where the signs of the text cannot be told apart."""
    if not _CONGRUENT.search(text):
        return (False,) * len(chain.ops)
    signs = _SIGN.findall(text)
    if len(signs) != len(chain.ops):
        return (True,) * len(chain.ops)
    return tuple(sign == "=" for sign in signs)


def unless_loose(judged: Judgement, link: Link) -> Judgement:
    """The verdict on an equals sign: what is proved must hold for the numbers themselves."""
    match link.left, link.right:
        case Call("mod", (left, one)), Call("mod", (right, other)) if one == other:
            same = identity(left, right).outcome is Outcome.PROVED
            if judged.verdict is Verdict.PROVED and not same:
                return unchecked(_LOOSE, judged.role)
    return judged
