"""Phrases about an unknown number: twice a number plus 3, 5 less than half of it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.wording import number
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Sub, Symbol

UNKNOWN: Final = Symbol("n")

_NUMBER = r"-?(?:\d+/\d+|\d*\.\d+|\d+)"
_ITSELF: Final = re.compile(
    r"(?:(?:certain|unknown|same|this|that|some|my|his|her)\s+)?(?:number|integer)|it|itself|n|x"
    r"|result|answer",
    re.I,
)
_MULTIPLES: Final = {
    "twice": Fraction(2), "double": Fraction(2), "thrice": Fraction(3), "triple": Fraction(3),
    "half of": Fraction(1, 2), "half": Fraction(1, 2), "1/2 of": Fraction(1, 2),
    "third of": Fraction(1, 3), "1 third of": Fraction(1, 3), "quarter of": Fraction(1, 4),
    "1 quarter of": Fraction(1, 4), "1 half of": Fraction(1, 2), "1 fourth of": Fraction(1, 4),
    "fifth of": Fraction(1, 5), "1 fifth of": Fraction(1, 5), "2 thirds of": Fraction(2, 3),
    "3 quarters of": Fraction(3, 4), "3 fourths of": Fraction(3, 4), "4 times": Fraction(4),
}  # fmt: skip
_MULTIPLE: Final = re.compile(
    rf"(?P<word>{'|'.join(sorted(map(re.escape, _MULTIPLES), key=len, reverse=True))})"
    r"\s+(?P<rest>.+)",
    re.I,
)
_TIMES: Final = re.compile(rf"(?P<k>{_NUMBER})\s+(?:times|of)\s+(?P<rest>.+)", re.I)
_OF_TWO: Final = re.compile(
    r"(?P<what>sum of|difference between|difference of|product of|quotient of|total of)\s+"
    r"(?P<a>.+?)\s+and\s+(?P<b>.+)",
    re.I,
)
_MORE: Final = re.compile(
    r"(?P<a>.+?)\s+(?P<op>(?:more|greater|larger|bigger|less|fewer|smaller)\s+than)\s+(?P<b>.+)",
    re.I,
)
_ADDED: Final = re.compile(
    r"(?P<a>.+?)\s+(?P<op>added\s+to|subtracted\s+from|taken\s+away\s+from|taken\s+from)\s+(?P<b>.+)",
    re.I,
)
_INFIX: Final = re.compile(
    r"(?P<a>.+)\s+(?P<op>plus|minus|increased\s+by|decreased\s+by|reduced\s+by|diminished\s+by)\s+(?P<b>.+)",
    re.I,
)
_PRODUCT: Final = re.compile(
    r"(?P<a>.+)\s+(?P<op>times|multiplied\s+by|divided\s+by)\s+(?P<b>.+)", re.I
)
_SUMS: Final = re.compile(
    r"\b(?:plus|minus|more|less|increased|decreased|added|subtracted)\b", re.I
)


def phrase(text: str) -> Expr | None:
    """The expression in :data:`UNKNOWN` that a phrase means; None where it means none."""
    text = text.strip(" ,")
    if _is_of_two_meanings(text):
        return None
    if _ITSELF.fullmatch(text):
        return UNKNOWN
    if re.fullmatch(_NUMBER, text):
        return number(text)
    for read in (_more, _added, _infix, _of_two, _multiple, _product):
        found = read(text)
        if found is not None:
            return found
    return None


def _is_of_two_meanings(text: str) -> bool:
    """``half of three more than a number``: half of three, or of what is three more."""
    match = _MORE.fullmatch(text)
    return match is not None and bool(_MULTIPLE.fullmatch(match["a"]) or _TIMES.match(match["a"]))


def _both(match: re.Match[str] | None) -> tuple[Expr, Expr] | None:
    if match is None:
        return None
    left, right = phrase(match["a"]), phrase(match["b"])
    return None if left is None or right is None else (left, right)


def _more(text: str) -> Expr | None:
    match = _MORE.fullmatch(text)
    both = _both(match)
    if match is None or both is None:
        return None
    less = re.match(r"less|fewer|smaller", match["op"], re.I)
    return Sub(both[1], both[0]) if less else Add(both[1], both[0])


def _added(text: str) -> Expr | None:
    match = _ADDED.fullmatch(text)
    both = _both(match)
    if match is None or both is None:
        return None
    return (
        Add(both[1], both[0]) if match["op"].lower().startswith("added") else Sub(both[1], both[0])
    )


def _infix(text: str) -> Expr | None:
    match = _INFIX.fullmatch(text)
    both = _both(match)
    if match is None or both is None:
        return None
    plus = re.match(r"plus|increased", match["op"], re.I)
    return Add(*both) if plus else Sub(*both)


def _of_two(text: str) -> Expr | None:
    match = _OF_TWO.fullmatch(text)
    if match is None or _SUMS.search(match["b"]):
        return None
    both = _both(match)
    if both is None:
        return None
    what = match["what"].lower()
    if what.startswith(("sum", "total")):
        return Add(*both)
    if what.startswith("difference"):
        return Sub(*both)
    return Mul(*both) if what.startswith("product") else Div(*both)


def _multiple(text: str) -> Expr | None:
    match = _MULTIPLE.fullmatch(text)
    if match is not None:
        inner = phrase(match["rest"])
        factor = _MULTIPLES[" ".join(match["word"].lower().split())]
        if inner is None:
            return None
        if factor.numerator == 1:
            return Div(inner, literal(Fraction(factor.denominator)))
        return Mul(literal(factor), inner)
    match = _TIMES.fullmatch(text)
    if match is None:
        return None
    inner = phrase(match["rest"])
    return None if inner is None else Mul(number(match["k"]), inner)


def _product(text: str) -> Expr | None:
    match = _PRODUCT.fullmatch(text)
    both = _both(match)
    if match is None or both is None:
        return None
    return Div(*both) if match["op"].lower().startswith("divided") else Mul(*both)


_STEP: Final = re.compile(
    rf"(?:(?P<add>add)|(?P<sub>subtract|take away)|"
    r"(?P<mul>multiply(?:\s+(?:it|result))?\s+by|times it by)|"
    rf"(?P<div>divide(?:\s+(?:it|result))?\s+by))\s+(?P<k>{_NUMBER})(?:\s+(?:to|from)\s+(?:it|result))?"
    r"|(?P<twice>double|triple|halve)(?:\s+(?:it|result))?",
    re.I,
)


def carried_out(value: Expr, steps: str) -> Expr | None:
    """``multiply it by 3 , then add 4``: the steps carried out on a value, in their order."""
    for step in re.split(
        r"\s*,\s*(?:and\s+then|and|then)?\s*|\s+(?:and\s+then|and|then)\s+", steps
    ):
        if not step.strip():
            continue
        match = _STEP.fullmatch(re.sub(r"^(?:i|you|he|she|we)\s+", "", step.strip(), flags=re.I))
        if match is None:
            return None
        value = _step(value, match)
    return value


def _step(value: Expr, match: re.Match[str]) -> Expr:
    if match["twice"]:
        word = match["twice"].lower()
        two = literal(Fraction(3 if word == "triple" else 2))
        return Div(value, two) if word == "halve" else Mul(two, value)
    k = number(match["k"])
    if match["add"]:
        return Add(value, k)
    if match["sub"]:
        return Sub(value, k)
    return Mul(k, value) if match["mul"] else Div(value, k)
