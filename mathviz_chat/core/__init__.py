"""The mathematics: text in, values out; no input or output, no randomness from outside.

The front door is :func:`check`, :func:`equal` and :func:`solve`; they are loaded at first use, so
that importing this package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mathviz_chat.core.checking.equality import equal
    from mathviz_chat.core.checking.report import check
    from mathviz_chat.core.solving.asked import solve

__all__ = ["check", "equal", "solve"]


def __getattr__(name: str) -> Any:
    if name == "check":
        from mathviz_chat.core.checking.report import check

        return check
    if name == "equal":
        from mathviz_chat.core.checking.equality import equal

        return equal
    if name == "solve":
        from mathviz_chat.core.solving.asked import solve

        return solve
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
