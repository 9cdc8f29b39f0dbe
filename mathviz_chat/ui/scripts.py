"""Superscripts and subscripts that Unicode has; ``^(...)`` and ``_(...)`` for those it lacks."""

from __future__ import annotations

import re
from typing import Final

SUPERSCRIPTS: Final = dict(
    zip(
        "0123456789+-=()abcdefghijklmnoprstuvwxyz−",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁻",
        strict=True,
    )
)
SUBSCRIPTS: Final = dict(
    zip("0123456789+-=()aehijklmnoprstuvx−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₋", strict=True)
)


def superscript(content: str) -> str:
    """``2`` is ``²``; ``n+1`` is ``ⁿ⁺¹``; ``a/b`` is ``^(a/b)``."""
    return _raise(content, SUPERSCRIPTS, "^")


def subscript(content: str) -> str:
    """``1`` is ``₁``; ``x→0`` is ``_(x→0)``."""
    return _raise(content, SUBSCRIPTS, "_")


def _raise(content: str, table: dict[str, str], sign: str) -> str:
    packed = re.sub(r"\s+", "", content)
    if packed and all(char in table for char in packed):
        return "".join(table[char] for char in packed)
    return sign + (content if re.fullmatch(r"\w", content) else f"({content})")
