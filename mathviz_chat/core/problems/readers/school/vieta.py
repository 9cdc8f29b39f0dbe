"""Symmetric values of the two roots of a quadratic equation, by their sum and their product.

``The roots of 2x^2 - 3x + 5 = 0 are α and β. Find α^2 + β^2`` is ``Calculate (3/2)^2 - 2*(5/2)``:
the sum is -b/a, the product is c/a, and the roots themselves need not be known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import language, multivariate, slots
from mathviz_chat.core.problems.patterns import lazy
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading.tree import Add, Chain, Div, Expr, Mul, Neg, Number, Pow, RelOp, Sub

MAX_POWER: Final = 6

_M: Final = slots.MATHS
_NAME: Final = r"(?:\\?(?:alpha|beta|gamma|delta)|[αβγδa-zA-Z](?:_?[12₁₂]|_\{[12]\})?)"
_NAMES: Final = rf"(?P<a>{_NAME})\s*(?:,|and|&)\s*(?P<b>{_NAME})(?![A-Za-z])"
_E: Final = rf"(?:the\s+)?(?:quadratic\s+)?(?:equation\s+)?(?P<e>{_M}=\s*{_M})"
_ROOTS: Final = r"(?:(?:the|two|its)\s+)*(?:roots|solutions|zeros)"
_TOLD: Final = (
    rf"{_NAMES}\s+(?:are|be|denote)\s+{_ROOTS}\s+of\s+{_E}",
    rf"{_ROOTS}\s+of\s+{_E}\s+(?:are|be)\s+(?:denoted\s+by\s+|called\s+)?{_NAMES}",
    rf"{_E}\s+has\s+(?:the\s+)?(?:two\s+)?(?:roots|solutions)\s+{_NAMES}",
)
_FIND: Final = r"(?:find|calculate|evaluate|determine|work\s+out|what\s+(?:is|are)|compute|give)"
_VALUE: Final = (
    r"(?:the\s+)?(?:(?:exact|numerical)\s+)?values?\s+of\s+(?:each\s+of\s+)?(?:the\s+"
    r"following\s*:?\s*)?"
)
_ASKS: Final = rf"{_FIND}\s+(?:{_VALUE})?(?P<what>.+?)"
_FORMS: Final = tuple(
    form
    for told in _TOLD
    for form in (
        rf"(?:(?:if|given\s+that|given|let|suppose\s+that|suppose)\s+)?{told}\s*[.,;:]?\s+"
        rf"(?:(?:then|without\s+solving(?:\s+(?:it|the\s+equation))?|hence)\s*,?\s+)?{_ASKS}"
        r"(?:\s+without\s+solving(?:\s+(?:it|the\s+equation))?)?",
        rf"{_ASKS}\s*,?\s+(?:if|given\s+that|where|when)\s+{told}",
    )
)
_OF_ROOTS: Final = (
    rf"(?:without\s+solving(?:\s+(?:it|the\s+equation))?\s*,?\s+)?{_FIND}\s+the\s+"
    r"(?P<named>sum\s+and\s+(?:the\s+)?product"
    r"|sum\s+of\s+(?:the\s+)?(?:squares|cubes|reciprocals))\s+of\s+(?:the\s+|its\s+"
    r")?(?:two\s+)?roots\s+of\s+"
    rf"{_E}",
)
_NAMED: Final = {
    "product": ("p + q", "p*q"),
    "squares": ("p^2 + q^2",),
    "cubes": ("p^3 + q^3",),
    "reciprocals": ("1/p + 1/q",),
}


@dataclass(frozen=True, slots=True)
class _Value:
    """A computation, and what it says in the names of the roots."""

    said: str
    lead: str


def said_again(text: str) -> str | None:
    """The computations, one a part; None where the question is none of these."""
    values = _values(text)
    if not values:
        return None
    if len(values) == 1:
        return values[0].said
    parts = zip("abcdefgh", values, strict=False)
    return " ".join(f"({label}) {one.said}." for label, one in parts)


def lead(text: str, problem: Problem) -> str:
    """What the numbers of the computation stand for; "" for other problems."""
    if problem.kind is not Kind.ARITHMETIC or problem.expression is None:
        return ""
    for value in _values(text):
        if slots.for_question("").expression(value.said.removeprefix("Calculate ")) == (
            problem.expression
        ):
            return value.lead
    return ""


def _values(text: str) -> tuple[_Value, ...]:
    plain = " ".join(language.tidy(text).replace("−", "-").split()).rstrip("?. ")
    if not re.search(r"\b(?:roots|solutions|zeros)\b", plain, re.IGNORECASE):
        return ()
    for form in _OF_ROOTS:
        match = lazy(form).fullmatch(plain)
        if match is not None:
            return _of_roots(match["named"].lower().split()[-1], match["e"])
    for form in _FORMS:
        match = lazy(form).fullmatch(plain)
        found = () if match is None else _computed(match)
        if found:
            return found
    return ()


def _of_roots(named: str, equation: str) -> tuple[_Value, ...]:
    """Of a double root it is not said whether it counts once."""
    quadratic = _quadratic(equation)
    if quadratic is None or quadratic[0] in ("p", "q"):
        return ()
    a, b, c = quadratic[1]
    trees = [slots.for_question("").expression(one) for one in _NAMED[named]]
    values = [_value(one, ("p", "q"), quadratic[1]) for one in trees if one is not None]
    found = tuple(one for one in values if one is not None)
    return found if b * b != 4 * a * c and len(found) == len(trees) else ()


def _computed(match: re.Match[str]) -> tuple[_Value, ...]:
    reader = slots.for_question("")
    a, b = (reader.expression(match[one]) for one in "ab")
    quadratic = _quadratic(match["e"])
    if quadratic is None or a is None or b is None or a == b:
        return ()
    names = (*variables(a), *variables(b))
    if len(names) != 2 or set(names) & {quadratic[0]} or len(set(names)) != 2:
        return ()
    found: list[_Value] = []
    for one in slots.split(match["what"].strip()):
        tree = reader.expression(one.strip())
        value = None if tree is None else _value(tree, (names[0], names[1]), quadratic[1])
        if value is None:
            return ()
        found.append(value)
    return tuple(found) if len(found) <= len("abcdefgh") else ()


def _quadratic(text: str) -> tuple[str, tuple[Fraction, Fraction, Fraction]] | None:
    """The letter and a, b, c of an equation with numbers."""
    node = slots.for_question("").tree(text)
    if not isinstance(node, Chain) or node.ops != (RelOp.EQ,):
        return None
    left, right = node.items
    names = variables(node)
    poly = multivariate.of_expression(Sub(left, right), names) if len(names) == 1 else None
    if not poly or max(power for (power,) in poly) != 2:
        return None
    a, b, c = (poly.get((power,), Fraction(0)) for power in (2, 1, 0))
    return names[0], (a, b, c)


_ONE: Final[multivariate.Polynomial] = {(0, 0): Fraction(1)}
_Fraction: TypeAlias = tuple[multivariate.Polynomial, multivariate.Polynomial]


def _value(
    tree: Expr, names: tuple[str, str], quadratic: tuple[Fraction, Fraction, Fraction]
) -> _Value | None:
    """By the sum s and the product p of the roots; only of what is symmetric in them."""
    found = _fraction(tree, names)
    if found is None or set(variables(tree)) != set(names):
        return None
    above, below = (_in_sum_and_product(one) for one in found)
    a, b, c = quadratic
    if above is None or below is None or (c == 0 and set(below) != {(0, 0)}):
        return None
    total, product = _shown(-b / a), _shown(c / a)
    value = _filled(above, total, product)
    if found[1] == _ONE and above in ({(1, 0): 1}, {(0, 1): 1}):
        value = f"-({b})/({a})" if (1, 0) in above else f"({c})/({a})"
    one, other = names
    formula = _filled(above, f"({one} + {other})", f"{one}*{other}")
    if set(below) != {(0, 0)} or below[(0, 0)] != 1:
        value = f"{_bracketed(value)}/{_bracketed(_filled(below, total, product))}"
        divisor = _filled(below, f"({one} + {other})", f"{one}*{other}")
        formula = f"{_bracketed(formula)}/{_bracketed(divisor)}"
    told = f"{one} + {other} = {-b / a}, {one}*{other} = {c / a}"
    return _Value(
        f"Calculate {value}", f"By the sum -b/a and the product c/a of the roots, {told}: {formula}"
    )


def _shown(value: Fraction) -> str:
    whole = value.denominator == 1 and value >= 0
    return str(value) if whole else f"({value})"


def _fraction(tree: Expr, names: tuple[str, str]) -> _Fraction | None:
    """Numerator and denominator as polynomials in the two roots."""
    poly = multivariate.of_expression(tree, names)
    if poly is not None:
        return poly, _ONE
    if isinstance(tree, Neg):
        return _fraction(Mul(Number(Fraction(-1)), tree.arg), names)
    if isinstance(tree, Pow):
        return _power(tree, names)
    if not isinstance(tree, Add | Sub | Mul | Div):
        return None
    left, right = _fraction(tree.left, names), _fraction(tree.right, names)
    if left is None or right is None:
        return None
    if isinstance(tree, Mul | Div):
        up, down = right if isinstance(tree, Mul) else (right[1], right[0])
        above, below = multivariate.times(left[0], up), multivariate.times(left[1], down)
        return None if above is None or not below else (above, below)
    if left[1] == right[1]:
        above = multivariate.plus(left[0], right[0], -1 if isinstance(tree, Sub) else 1)
        return above, left[1]
    first, second = multivariate.times(left[0], right[1]), multivariate.times(right[0], left[1])
    below = multivariate.times(left[1], right[1])
    if first is None or second is None or not below:
        return None
    return multivariate.plus(first, second, -1 if isinstance(tree, Sub) else 1), below


def _power(tree: Pow, names: tuple[str, str]) -> _Fraction | None:
    base = _fraction(tree.base, names)
    exponent = tree.exponent
    negative = isinstance(exponent, Neg)
    size = exponent.arg if isinstance(exponent, Neg) else exponent
    if base is None or not isinstance(size, Number) or size.value.denominator != 1:
        return None
    if not 1 <= size.value <= MAX_POWER:
        return None
    above: multivariate.Polynomial | None = _ONE
    below: multivariate.Polynomial | None = _ONE
    for _ in range(int(size.value)):
        above = above and multivariate.times(above, base[0])
        below = below and multivariate.times(below, base[1])
    if not above or not below:
        return None
    return (below, above) if negative else (above, below)


def _in_sum_and_product(poly: multivariate.Polynomial) -> multivariate.Polynomial | None:
    """A symmetric polynomial in s and p: the highest term is taken off until none is left."""
    if any(poly.get((j, i)) != size for (i, j), size in poly.items()):
        return None
    rest = dict(poly)
    found: multivariate.Polynomial = {}
    while rest:
        i, j = max(rest)
        size = rest[(i, j)]
        if i > 2 * MAX_POWER:
            return None
        found[(i - j, j)] = size
        taken: multivariate.Polynomial | None = {(j, j): size}
        for _ in range(i - j):
            taken = taken and multivariate.times(taken, {(1, 0): Fraction(1), (0, 1): Fraction(1)})
        if not taken:
            return None
        rest = multivariate.plus(rest, taken, -1)
    return found


def _filled(poly: multivariate.Polynomial, total: str, product: str) -> str:
    """``s^2 - 2p`` with what stands for s and for p."""
    text = ""
    for (i, j), size in sorted(poly.items(), reverse=True):
        factors = [str(abs(size))] if abs(size) != 1 or not (i or j) else []
        factors += [f"{total}^{i}" if i > 1 else total] if i else []
        factors += [f"{_bracketed(product)}^{j}" if j > 1 else product] if j else []
        sign = ("-" if size < 0 else "") if not text else (" - " if size < 0 else " + ")
        text += sign + "*".join(factors)
    return text or "0"


def _bracketed(text: str) -> str:
    return text if re.fullmatch(r"\w+|\([^()]*\)", text) else f"({text})"
