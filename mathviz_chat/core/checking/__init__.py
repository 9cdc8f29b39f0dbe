"""From the lines of a solution to claims, roles and verdicts.

``Segmenter`` cuts text into blocks, ``Marker`` turns blocks into verdicts, ``check`` does both for
a whole text, ``equal`` compares two answers.
"""

from mathviz_chat.core.checking.blocks import Block, FinalJudgement, Marked
from mathviz_chat.core.checking.equality import Equality, EqualityResult, equal
from mathviz_chat.core.checking.marker import Marker
from mathviz_chat.core.checking.report import CheckReport, check
from mathviz_chat.core.checking.segment import Segmenter

__all__ = [
    "Block",
    "CheckReport",
    "Equality",
    "EqualityResult",
    "FinalJudgement",
    "Marked",
    "Marker",
    "Segmenter",
    "check",
    "equal",
]
