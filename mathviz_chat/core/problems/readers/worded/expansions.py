"""Taylor, Maclaurin and binomial series told in words: how many terms, about which point."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import differentiate, evaluate, substitute, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.environment import simplified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.problems.readers.derivative import ORDINALS
from mathviz_chat.core.problems.readers.series import MAX_DEGREE, taylor_problem
from mathviz_chat.core.problems.readers.worded.common import family, value_at
from mathviz_chat.core.problems.worded import Told, Worded
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Node, Number, Pow, Sub, Symbol

ZERO: Final = number(Fraction(0))
_GRAMMAR: Final = family("""
SERIES = [series|polynomial|expansion|approximation|power series|series expansion|polynomial
    approximation|formula|polynomials]
SIZED = [{name:degree}|degree {n:#n}|order {n:#n}|{order:ordinal} degree|{order:ordinal} order|
    {order:ordinal}-degree|{order:ordinal}-order|{number:count}-term]
series:
    [use|using|by|with]? [ASK]? [SIZED]? [taylor|maclaurin|taylor's|maclaurin's] [SERIES]* [to]?
        [expand|approximate|find|of|for]*
    [use|using|by|with]? [ASK]? [SIZED]? [power|binomial|binomial-series|binomial-expansion|
        binomial-theorem|ascending power]? [series|expansion|binomial-series|binomial-expansion|
        binomial-theorem] [to]? [expand|approximate|find|of|for]*
    [ASK]? SIZED [approximation|polynomial approximation|expansion|taylor polynomial] [to|of|for]?
    [expand|approximate|find expansion of|find linearisation of|linearise|linearize]
    [ASK]? {line:linearisation} [of|for]?
object:
    [of|for|to|function|expression|KIND|MADE|as|series]* {f:#fesk}
about:
    [at|about|around|near|centered at|centered about|centered around|centered|centre|based at|for|
        in neighbourhood of|close to|when|point|where|with|in powers of|expanded|on]* {p:#na}
    [at|about|around|near|centered at|close to|for|when]* [zero|origin|small values of {x:#s}|
        small {x:#s}|
        {x:#s} near zero|{x:#s} close to zero]
    [in powers of|in ascending powers of|in increasing powers of|in rising powers of|as power
        series in|
        as function of|as polynomial in|as series in|in terms of] {x:#s}
    in [powers|ascending powers] of {q:#e}
size:
    [up|to|as|far|through|including|until|terms|term|in|the|of|order|degree|and|upto|give|giving|
        keep|
        keeping|with|by|only|all|stopping|at|after|ending|inclusive|find]* {d:#es} [term|terms|
        inclusive]?
    [up|to|as|far|of|with|and|including|through]* [degree|order] {n:#n}
    [up|to|of|with|and]* {order:ordinal} [degree|order]
    [up|to|as far as|including|of|with|and|keep|in]* {name:degree} [term|terms]
    [give|find|keep|write|write down|state|ASK|use|up to|to|as far as|with|by giving|giving|
        showing]* first
        {number:count} [non-zero|nonzero|nonvanishing|nontrivial]? [terms|term] [of|in]?
    [to|up to|with|keep|keeping] {number:count} [non-zero|nonzero]? terms
by:
    by [SIZED]? [taylor|maclaurin]? SERIES
coefficient:
    [ASK]? coefficient of {t:#es} [term]? [in|of|for]?
    [ASK]? {t:#es} coefficient [in|of|for]?
""")


def _build(told: Told) -> Problem | None:
    found = told.function("f")
    if found is None or not told.has("series"):
        return None
    variable, body = found
    if any(node != Symbol(variable) for node in told.trees("x")):
        return None
    point = _point(told, variable, body)
    if point is None:
        return None
    if told.has("coefficient"):
        power = _exponent(told.tree("t"), variable)
        good = power is not None and not told.has("size") and _sizes(told) == 0
        return coefficient_problem(variable, body, point, power) if good and power else None
    degree = _degree(told, variable, body, point)
    if degree is None or not 1 <= degree <= MAX_DEGREE:
        return None
    return taylor_problem(variable, body, point, degree)


def _point(told: Told, variable: str, body: Expr) -> Expr | None:
    """The centre; 0 where none is named and none is needed."""
    said = " ".join(hit.text for name, hit in told.clauses if name in ("series", "coefficient"))
    shifted = told.tree("q")
    if isinstance(shifted, Sub) and shifted.left == Symbol(variable):
        return None if variables(shifted.right) else shifted.right
    if shifted is not None:
        return None
    written = told.tree("p")
    if written is not None:
        at = value_at(written, variable, body)
        return None if at is None or ("maclaurin" in said and at != ZERO) else at
    if told.has("about") or re.search("maclaurin|power|binomial", said):
        return ZERO
    named = any(re.search(f"^(?:{_NEAR})", hit.text) for _, hit in told.clauses)
    return ZERO if named and not told.text("line") else None


_NEAR: Final = r"expand|find expansion"


def _sizes(told: Told) -> int:
    filled = (told.text(slot) for slot in ("n", "order", "name", "number", "line", "d"))
    return sum(one is not None for one in filled)


def _degree(told: Told, variable: str, body: Expr, point: Expr) -> int | None:
    """The degree, where the question gives it once."""
    if _sizes(told) != 1:
        return None
    if told.text("line"):
        return 1
    name, order, count = told.text("name"), told.text("order"), told.text("number")
    if name is not None:
        return _DEGREES[name]
    if order is not None:
        return ORDINALS.get(order)
    if count is not None:
        return _degree_of_terms(variable, body, point, _COUNTS.get(count) or int(count))
    written = told.tree("n")
    if isinstance(written, Number):
        return int(written.value) if written.value.denominator == 1 else None
    return _exponent(told.tree("d"), variable, point)


_DEGREES: Final = {
    "linear": 1, "first-order": 1, "quadratic": 2, "cubic": 3, "quartic": 4, "quintic": 5,
}  # fmt: skip
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _exponent(node: Node | None, variable: str, point: Expr = ZERO) -> int | None:
    """3 for ``x^3``, and for ``(x - 1)^3`` about 1."""
    bases: tuple[Expr, ...] = (Symbol(variable), Sub(Symbol(variable), point))
    if node in bases:
        return 1
    if isinstance(node, Pow) and node.base in bases and isinstance(node.exponent, Number):
        exponent = node.exponent.value
        return int(exponent) if exponent.denominator == 1 else None
    return None


def _degree_of_terms(variable: str, body: Expr, point: Expr, count: int) -> int | None:
    """The degree of the polynomial with so many terms that are not 0."""
    seen = 0
    for degree in range(MAX_DEGREE + 1):
        value = evaluate(substitute(body, {variable: point}))
        if value is None:
            return None
        seen += not recount.agree(recount.value(value.expr), Fraction(0))
        if seen == count:
            return degree
        try:
            body = simplified(differentiate(body, variable))
        except ValueError:
            return None
    return None


def coefficient_problem(variable: str, body: Expr, point: Expr, power: int) -> Problem | None:
    """One coefficient of a Taylor series."""
    if not 1 <= power <= MAX_DEGREE:
        return None
    term = variable if point == ZERO else f"({variable} - {to_plain(point)})"
    raised = term if power == 1 else f"{term}^{power}"
    read_as = (
        f"Find the coefficient of {raised} in the Taylor series of {to_plain(body)} "
        f"at {variable} = {to_plain(point)}."
    )
    problem = taylor_problem(variable, body, point, power)
    return replace(problem, form=Form.NUMBER, task="coefficient", read_as=read_as)


READERS: Final = (
    Worded(
        re.compile(r"taylor|maclaurin|series|expan|approximat|lineari[sz]|binomial"),
        _GRAMMAR,
        _build,
        frozenset({"given", "about"}),
    ),
)
