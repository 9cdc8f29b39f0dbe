"""``What is next in 2, 5, 10, 17?``, ``What is the n'th term of 3, 5, 7?``

A list of numbers can go on in any way: the sequence is read as the polynomial of the lowest degree
through the terms given, and only where at least two terms more than its degree confirm it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import nouns, polynomial, recount, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain

_FLAGS = re.IGNORECASE | re.DOTALL
_SEQUENCE = r"(?:(?:the\s+)?(?:following\s+)?sequence\s*:?\s+)?"
_NEXT: Final = re.compile(
    rf"(?:what\s+(?:is|comes)\s+next(?:\s+in)?|what\s+is\s+the\s+next\s+(?:term|number)(?:\s+(?:in|of))?|"
    rf"(?:find|give|determine)\s+the\s+next\s+(?:term|number)(?:\s+(?:in|of))?)\s*:?\s*{_SEQUENCE}(?P<list>{slots.STATEMENTS})",
    _FLAGS,
)
_NTH: Final = re.compile(
    rf"(?:what\s+is|find|give|determine)\s+the\s+(?P<n>[a-z])'?(?:th|'th)\s+term\s+(?:of|in)\s*:?\s*{_SEQUENCE}(?P<list>{slots.STATEMENTS})",
    _FLAGS,
)


def read(clauses: Clauses) -> Problem | None:
    """The next or the general term of a polynomial sequence."""
    match = _NEXT.fullmatch(clauses.asked) or _NTH.fullmatch(clauses.asked)
    if match is None or clauses.given:
        return None
    items = nouns.listed(clauses.slots, match["list"])
    try:
        terms = [recount.value(item) for item in items]
    except recount.NotEvaluated:
        return None
    if len(terms) < 3 or not all(isinstance(term, Fraction) for term in terms):
        return None
    name = match.groupdict().get("n") or "n"
    coefficients = interpolated(terms)
    if coefficients is None:
        return None
    general = polynomial.to_tree(coefficients, name)
    shown = ", ".join(to_plain(item) for item in items)
    if match.re is _NEXT:
        read_as = f"What is the next term of the sequence {shown}?"
        return Problem(
            Kind.SEQUENCE, Form.NUMBER, read_as, target=general, variable=name, items=items
        )
    read_as = f"What is the {name}th term of the sequence {shown}?"
    return Problem(
        Kind.SEQUENCE, Form.EXPANDED, read_as, target=general, variable=name, items=items
    )


def interpolated(terms: list[Fraction]) -> polynomial.Coefficients | None:
    """The polynomial of lowest degree with p(1), p(2), ... the terms (Newton's differences).

    None unless at least one term more than its degree needs confirms it: differences that are
    constant over two or more places.
    """
    rows = [terms]
    while len(rows[-1]) > 1 and any(rows[-1]):
        rows.append([b - a for a, b in zip(rows[-1], rows[-1][1:], strict=False)])
    if any(rows[-1]):
        return None
    result: polynomial.Coefficients = ()
    basis: polynomial.Coefficients = (Fraction(1),)
    for order, row in enumerate(rows[:-1] or [terms]):
        result = polynomial.add(result, polynomial.scale(basis, row[0]))
        factor = (Fraction(-order - 1, order + 1), Fraction(1, order + 1))
        product = polynomial.multiply(basis, factor)
        if product is None:
            return None
        basis = product
    return result
