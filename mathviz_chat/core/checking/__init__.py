"""From the lines of a solution to claims, roles and verdicts.

``Segmenter`` cuts text into blocks, ``Marker`` turns blocks into verdicts, ``check`` does both for
a whole text, ``equal`` compares two answers. Each is loaded at first use: whoever only cuts text
does not load the kernel.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mathviz_chat.core.checking.as_asked import equal_as_asked
    from mathviz_chat.core.checking.blocks import Block, FinalJudgement, Marked
    from mathviz_chat.core.checking.equality import equal
    from mathviz_chat.core.checking.equality_result import Equality, EqualityResult
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
    "equal_as_asked",
]

_MODULES = {
    "Block": "blocks",
    "CheckReport": "report",
    "Equality": "equality_result",
    "EqualityResult": "equality_result",
    "FinalJudgement": "blocks",
    "Marked": "blocks",
    "Marker": "marker",
    "Segmenter": "segment",
    "check": "report",
    "equal": "equality",
    "equal_as_asked": "as_asked",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
