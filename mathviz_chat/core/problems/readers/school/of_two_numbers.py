"""A sum, a difference, a product, or a sum of squares of two numbers, from two others of these.

With sum s, difference d and product p: ``s^2 = d^2 + 4p``, and the squares add up to ``s^2 - 2p``.
"""

from __future__ import annotations

import re
from typing import Final

_WHAT: Final = (
    r"(?P<what>sum\s+of\s+(?:the(?:ir)?\s+)?(?:squares|reciprocals)|sum|"
    r"(?:positive\s+)?difference|product)"
)
_THEM: Final = (
    r"(?:\s+(?:of|between)\s+(?:the\s+|these\s+|both\s+)*(?:(?:two|2)\s+)?"
    r"(?:(?:real|positive|negative|unknown)\s+)*(?:numbers|them))?"
)
_TOLD: Final = re.compile(
    rf"\b{_WHAT}{_THEM}\s*(?:is\s+equal\s+to|is|of|=|equals|being)\s*(?P<n>-?\d+(?:\.\d+)?)\b"
)
_ASKED: Final = re.compile(
    rf"\b(?:find|calculate|work\s+out|determine|what\s+is|what's)\s+(?:the(?:ir)?\s+){_WHAT}{_THEM}"
    r"(?!\s*(?:is|of|=|equals)\b)"
)
_OF_TWO: Final = re.compile(r"\b(?:two|2)\s+(?:(?:real|positive|unknown)\s+)*numbers\b")
_CONNECTING = (
    "two 2 numbers real positive have has with whose which that and the a an their if given where "
    "of is are such there"
)
_IDLE: Final = frozenset(_CONNECTING.split())


def said_again(text: str) -> str | None:
    """One computation, or an equation where the sign is left open."""
    plain = " ".join(text.lower().split())
    asked, told = list(_ASKED.finditer(plain)), list(_TOLD.finditer(plain))
    if len(asked) != 1 or len(told) != 2 or not _OF_TWO.search(plain):
        return None
    rest = _TOLD.sub(" ", _ASKED.sub(" ", plain))
    if not {*re.findall(r"[^\s.,;:?]+", rest)} <= _IDLE:
        return None
    known = {_name(match["what"]): match["n"] for match in told}
    positive = "positive numbers" in plain
    return _said(_name(asked[0]["what"]), known, positive=positive)


def _name(what: str) -> str:
    return what.split()[-1]


_COMPUTED: Final = {
    ("difference sum", "product"): "Calculate (({sum})^2 - ({difference})^2)/4",
    ("product sum", "difference"): "Calculate sqrt(({sum})^2 - 4*({product}))",
    ("product sum", "squares"): "Calculate ({sum})^2 - 2*({product})",
    ("product sum", "reciprocals"): "Calculate ({sum})/({product})",
    ("difference product", "squares"): "Calculate ({difference})^2 + 2*({product})",
    ("difference product", "sum"): "Solve s^2 = ({difference})^2 + 4*({product}) for s",
    ("squares sum", "product"): "Calculate (({sum})^2 - ({squares}))/2",
    ("product squares", "difference"): "Calculate sqrt(({squares}) - 2*({product}))",
}
"""By what is told, in the order of the alphabet, and what is asked."""
_POSITIVE_SUM: Final = "Calculate sqrt(({difference})^2 + 4*({product}))"


def _said(what: str, known: dict[str, str], *, positive: bool) -> str | None:
    told = " ".join(sorted(known))
    said = _COMPUTED.get((told, what)) if len(known) == 2 else None
    if said is None or not _are_real(known, positive=positive):
        return None
    if positive and what == "sum":
        said = _POSITIVE_SUM
    return re.sub(r"\((\d+(?:\.\d+)?)\)", r"\1", said.format(**known))


def _are_real(known: dict[str, str], *, positive: bool) -> bool:
    """Whether there are two such numbers; both of them positive where the question says so."""
    told = {name: float(value) for name, value in known.items()}
    if positive and ("product" not in told or min(told.values()) <= 0):
        return False
    if {"sum", "product"} <= told.keys():
        return told["sum"] ** 2 >= 4 * told["product"]
    if {"difference", "product"} <= told.keys():
        return told["difference"] ** 2 + 4 * told["product"] >= 0
    if "squares" not in told:
        return True
    if "sum" in told:
        return 2 * told["squares"] >= told["sum"] ** 2
    return told["squares"] >= 2 * abs(told.get("product", 0.0))
