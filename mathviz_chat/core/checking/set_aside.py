"""Words that leave out some of the solutions that stand before them, or all of them.

``x = -2 is extraneous`` names what it leaves out, and what is left is the answer; ``Discard the
negative root.`` names no value, so that the answer is not known from then on. ``so there is no
solution`` beside a formula answers that there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mathviz_chat.core.checking.conditions import assignment
from mathviz_chat.core.checking.denial import says_none
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.lines import NOTHING, Found, ReadLine
from mathviz_chat.core.checking.terms import disjuncts
from mathviz_chat.core.reading.tree import Or, Statement, Truth
from mathviz_chat.core.verdict import Role

UNCLEAR: Final = "Words after it may leave out some of its values"
_LEAVES_OUT: Final = re.compile(
    r"\b(?:reject\w*|discard\w*|extraneous|invalid|inadmissible|impossible|undefined|disregard\w*"
    r"|ignor(?:e|ed|ing)|neglect\w*|dropp?(?:ed|ing)?|omit\w*|eliminat(?:e|ed)|exclud(?:e|ed|ing)"
    r"|rul(?:e|ed|ing)\s+out|leave\s+out|throw\s+(?:away|out)|only\s+(?:the\s+)?(?:one|first|second"
    r"|positive|negative|larger|smaller|valid|real|root|solution)|must\s+(?:not\s+)?be"
    r"|(?:can\s?not|can['’]t)(?!\s+be\s+(?:simplif|reduc|factor|solved|written))"
    r"|(?:not|never|no\s+longer)\s+(?:an?\s+|the\s+|in\s+the\s+)?(?:valid|allowed|permitted|possible"
    r"|admissible|acceptable|accepted|defined|solutions?|roots?|answers?|satisf\w+|work|fit|count"
    r"|domain))\b|\b(?:do|does|is|are|did)n['’]t\b",
    re.IGNORECASE,
)
_REJECTS_IT: Final = re.compile(
    r"\b(?:reject|discard|exclude|disregard|ignore)\s+"
    r"(?:it|this|this\s+(?:root|solution|value|one))\W*$",
    re.IGNORECASE,
)
_LEAVES_NONE: Final = re.compile(
    r"\b(?:neither|none|nothing|without|no)\s+(?:\w+\s+){0,4}$|\bthe\s+$", re.IGNORECASE
)
_NOT_SO: Final = re.compile(
    r"\b(?:not|neither|nothing|none|never|would|could|should|might|if|assume|suppose|case)\b"
    r"|n['’]t\b[^.;]*$",
    re.IGNORECASE,
)

_IS_SAID_OF_IT: Final = re.compile(r"\s+(?:is|are|was|were|has|have|can|of)\b", re.IGNORECASE)
"""``no solution is lost``."""


def leaves_out(words: str) -> bool:
    """The words may leave out a value that stands before them; ``neither is extraneous`` and
    ``the only solution`` leave out none."""
    return any(
        _LEAVES_NONE.search(words[: found.start()]) is None for found in _LEAVES_OUT.finditer(words)
    )


class LeftOut:
    """What the lines of a text leave out of the last values that they name.

    values: the statements that are rejected by their name. unclear: it is not known which of the
    last values are left. nothing: the text concludes that there is no solution.
    """

    def __init__(self) -> None:
        self.values: set[Statement] = set()
        self.unclear = False
        self.nothing = False

    def see(
        self,
        text: str,
        line: ReadLine,
        claims: Sequence[tuple[Found, Judgement]],
        *,
        noted: bool,
        solved: bool = False,
    ) -> None:
        """Take note of a line; noted: it names values itself, which count from then on.

        solved: values were named before, so that a case without a solution changes nothing.
        """
        named = {
            found.node
            for found, judged in claims
            if isinstance(found.node, Statement)
            and (
                (judged.role is Role.NONE and (leaves_out(found.lead) or leaves_out(found.tail)))
                or rejects_it(text, line, found)
            )
        }
        self.values |= named
        if noted:
            self.unclear = self.nothing = False
        words = line.found[-1].tail if noted and line.found else text
        self.unclear |= leaves_out(words) and not named
        rejected = (judged.role is Role.NONE and says_none(one.tail) for one, judged in claims)
        if not (solved and any(rejected)):
            self.nothing |= _concludes_to_nothing(words)

    def remaining(self, solved: Statement) -> Statement:
        """The cases that are left; that there is no solution, where none is."""
        cases = disjuncts(solved)
        kept = tuple(one for one in cases if one not in self.values)
        if len(kept) == len(cases):
            return solved
        return Truth(False) if not kept else kept[0] if len(kept) == 1 else Or(kept)


def rejects_it(text: str, line: ReadLine, found: Found) -> bool:
    """``x = -2 gives 2 = -2, so we reject it``: "it" is the one value that the line names."""
    nodes = [one.node for one in line.found if isinstance(one.node, Statement)]
    tried = [node for node in nodes if assignment(node) is not None]
    after = text.partition(found.text)[2]
    return tried == [found.node] and _REJECTS_IT.search(after) is not None


def _concludes_to_nothing(words: str) -> bool:
    """``makes the denominator zero, so there is no solution``, and nothing takes it back."""
    said = NOTHING.search(words)
    if said is None or _NOT_SO.search(words[: said.start()]):
        return False
    return _IS_SAID_OF_IT.match(words, said.end()) is None
