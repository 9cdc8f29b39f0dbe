"""Powers of complex numbers by De Moivre's theorem, and their n-th roots.

A number is written ``a + bi`` with a known argument, or ``r(cos t + i sin t)``. All roots are asked
where the number is not real, or the question says complex, of unity, how many there are, or has the
plural of a fourth root or a higher one: the cube root of 8 is 2, all cube roots are others too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import gaussian, polar_shape, recount, slots, trigonometry
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers import arguments
from mathviz_chat.core.reading import ReadError, to_plain
from mathviz_chat.core.reading import read as read_formula
from mathviz_chat.core.reading.tree import Chain, Expr, Number, Pow, RelOp, Root, Symbol
from mathviz_chat.core.reading.walking import walk

MAX_POWER: Final = 24
TWO: Final = Fraction(2)

_E: Final = rf"(?P<e>{slots.MATHS})"
_FIND: Final = (
    r"(?:find|calculate|evaluate|work\s+out|what(?:['’]?s|\s+is|\s+are)|compute|simplify|express|write|give|"
    r"state|determine|list|solve\s+for)"
)
_THEOREM: Final = (
    r"(?:(?:use|using|by|apply|with)\s+de\s*moivre(?:['’]?s)?(?:['’])?\s+(?:theorem|formula|rule)"
    r"\s*,?\s*(?:to\s+)?)"
)
_IN_FORM: Final = (
    r"(?:\s+(?:in|into)\s+(?:the\s+)?(?:(?:form\s+)?[ax]\s*\+\s*(?:[by]\s*i|i\s*[by])(?:\s+form)?|"
    r"(?:standard|cartesian|rectangular)\s+form))?"
)
_OF: Final = r"(?:the\s+)?(?:complex\s+number\s+)?"
_POWER: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<named>{_THEOREM})(?:{_FIND}\s+)?(?:the\s+value\s+of\s+)?{_OF}{_E}{_IN_FORM}",
        rf"(?:{_FIND}\s+)?(?:the\s+value\s+of\s+)?{_OF}{_E}{_IN_FORM}\s*,?\s*(?P<named>{_THEOREM})",
        rf"(?:{_FIND}\s+)?(?:the\s+value\s+of\s+)?{_OF}{_E}{_IN_FORM}",
    )
)
_ORDERS: Final = {
    "square": 2, "cube": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "sixth": 6, "6th": 6,
    "seventh": 7, "7th": 7, "eighth": 8, "8th": 8,
}  # fmt: skip
_ORDINALS: Final = {n: name for name, n in reversed(_ORDERS.items())}
_COUNTS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    **{str(n): n for n in range(2, 9)},
}  # fmt: skip
_ORDER: Final = rf"(?P<order>{'|'.join(_ORDERS)})"
_ALL: Final = (
    r"(?P<all>all\s+(?:of\s+)?)?(?:the\s+)?(?:(?P<count>"
    + "|".join(_COUNTS)
    + r")\s+)?(?:distinct\s+)?(?P<complex>complex\s+)?(?:distinct\s+)?"
)
_ROOTS: Final = LazyPattern(
    rf"(?:{_THEOREM})?(?:{_FIND}\s+)?{_ALL}{_ORDER}\s+roots\s+of\s+{_OF}(?:(?P<unity>unity)|{_E}){_IN_FORM}",
    re.IGNORECASE,
)
_EQUATION: Final = LazyPattern(
    rf"(?:{_THEOREM})?(?:solve|find\s+all\s+(?:the\s+)?(?:complex\s+)?solutions\s+(?:of|to))\s+"
    rf"(?:the\s+equation\s+)?(?P<l>[a-z]\s*(?:\^|\*\*)\s*\(?(?P<n>[2-8])\)?)\s*=\s*{_E}"
    r"(?:\s+for\s+(?:complex\s+)?[a-z])?",
    re.IGNORECASE,
)


def read(clauses: Clauses) -> Problem | None:
    """A power, or all roots; None where the number has no known argument."""
    text = " ".join(". ".join(clauses.sentences).replace("−", "-").split()).rstrip("?. ")
    for way in (_roots, _equation, _power):
        found = way(text)
        if found is not None:
            return found
    return None


def _number(text: str) -> Expr | None:
    try:
        tree = read_formula(text.strip().replace("isin", "i*sin"))
    except ReadError:
        return None
    return tree if isinstance(tree, Expr) and not variables(tree) else None


def _power(text: str) -> Problem | None:
    """``(1 + i sqrt(3))^6``: of a number with rational parts only where the theorem is named."""
    for pattern in _POWER:
        match = pattern.fullmatch(text)
        tree = None if match is None else _number(match["e"])
        if match is None or not isinstance(tree, Pow) or not isinstance(tree.exponent, Number):
            continue
        if "named" not in match.groupdict() and gaussian.value(tree.base) is not None:
            return None
        return _power_of(tree, tree.exponent.value)
    return None


def _power_of(tree: Pow, exponent: Fraction) -> Problem | None:
    base = polar_of(tree.base)
    known = base is not None and exponent.denominator == 1 and 2 <= exponent <= MAX_POWER
    if base is None or not known or not base.power(int(exponent)).has_known_parts:
        return None
    read_as = f"Use De Moivre's theorem to find {slots.spelled(tree)}."
    return Problem(
        Kind.COMPLEX,
        Form.COMPLEX,
        read_as,
        expression=tree,
        order=int(exponent),
        task="power",
        parts=base.parts,
    )


def _roots(text: str) -> Problem | None:
    match = _ROOTS.fullmatch(text)
    if match is None:
        return None
    tree = number(Fraction(1)) if match["unity"] else _number(match["e"])
    order = _ORDERS[match["order"].lower()]
    count = _COUNTS.get((match["count"] or "").lower())
    if tree is None or count not in (None, order):
        return None
    told = bool(match["unity"] or match["complex"] or (count is not None and order > 2))
    told = told or (order > 3 or (order == 3 and match["all"] is not None))
    told = told or (order % 2 == 0 and not _is_imaginary(tree) and recount.value(tree) < 0)
    if not told and not _is_imaginary(tree):
        return None
    return problem_of(tree, order, "z")


def _equation(text: str) -> Problem | None:
    """``z^3 = 8i``; with a real number on the right it is an equation like any other."""
    match = _EQUATION.fullmatch(text)
    tree = None if match is None else _number(match["e"])
    if match is None or tree is None or not _is_imaginary(tree):
        return None
    return problem_of(tree, int(match["n"]), match["l"][0])


def _is_imaginary(tree: Expr) -> bool:
    return gaussian.UNIT in walk(tree)


def problem_of(tree: Expr, order: int, name: str) -> Problem | None:
    """All z with ``z^n = w``; None where a root cannot be written."""
    found = polar_of(tree)
    root = None if found is None else found.root(order)
    parts = () if found is None else found.parts
    task = "roots"
    if found is None and order == 2 and _has_rational_modulus(tree):
        task = "square roots"
    elif root is None:
        return None
    if name == "i":
        return None
    equation = Chain((Pow(Symbol(name), number(Fraction(order))), tree), (RelOp.EQ,))
    read_as = f"Find all complex solutions of {to_plain(equation)}."
    if not _is_imaginary(tree):  # the equation would be one of polynomials
        read_as = f"Find all complex {_ORDINALS[order]} roots of {to_plain(tree)}."
    return Problem(
        Kind.COMPLEX,
        Form.COMPLEX,
        read_as,
        (name,),
        (equation,),
        expression=tree,
        order=order,
        task=task,
        parts=parts,
    )


def _has_rational_modulus(tree: Expr) -> bool:
    """``3 + 4i``: its square roots have parts that are square roots of fractions."""
    value = gaussian.value(tree)
    if value is None or not value[1]:
        return False
    return isinstance(
        recount.value(Root(number(value[0] ** 2 + value[1] ** 2), number(TWO))), Fraction
    )


@dataclass(frozen=True, slots=True)
class Polar:
    """A number other than 0 by the square of its modulus and its argument in degrees.

    parts: the problems of both, where it is written ``a + bi``.
    """

    square: Fraction
    degrees: Fraction
    parts: tuple[Problem, ...] = ()

    def power(self, exponent: int) -> Polar:
        """The modulus raised, the argument multiplied."""
        return Polar(self.square**exponent, self.degrees * exponent)

    def root(self, order: int) -> Polar | None:
        """The first root; None where its modulus is no square root of a fraction."""
        square = recount.value(Root(number(self.square), number(Fraction(order))))
        exact = isinstance(square, Fraction)
        return Polar(square, self.degrees % 360 / order) if exact else None

    @property
    def has_known_parts(self) -> bool:
        """Whether the cosine and the sine of its argument are known."""
        return self.degrees % 30 == 0 or self.degrees % 45 == 0


def polar_of(tree: Expr) -> Polar | None:
    """``a + bi`` with a known argument, or ``r(cos t + i sin t)``; None for anything else."""
    shape = polar_shape.of(tree)
    if shape is not None:
        square, degrees = _square(shape[0]), trigonometry.in_degrees(shape[1])
        known = square is not None and square > 0 and degrees is not None
        return Polar(square, degrees) if known and square and degrees is not None else None
    found = arguments.real_parts(tree)
    return None if found is None else _of_parts(tree, *(_square(part) for part in found))


def _square(part: Expr) -> Fraction | None:
    """The square of a number with at most one root, with the sign of the number."""
    value = recount.value(part)
    if isinstance(value, Fraction):
        return value * abs(value)
    near = Fraction(float(value) ** 2).limit_denominator(10**4)
    if not recount.agree(recount.real(value) ** 2, near):
        return None
    return near if value > 0 else -near


_DEGREES: Final = {Fraction(1, 3): 30, Fraction(1): 45, Fraction(3): 60}
"""The acute angle by the square of its tangent."""


def _of_parts(tree: Expr, a: Fraction | None, b: Fraction | None) -> Polar | None:
    if a is None or b is None:
        return None
    if a and b:
        acute = _DEGREES.get(abs(b / a))
        if acute is None:
            return None
        degrees = acute if a > 0 else 180 - acute
    else:
        degrees = 90 if b else 0 if a > 0 else 180
    both: tuple[Problem, ...] = arguments.both(tree) or ()
    parts = both if a and b else both[1:]  # the modulus of a number on an axis is seen
    return Polar(abs(a) + abs(b), Fraction(-degrees if b < 0 else degrees), parts)
