"""Polynomial division, completed squares, discriminants, vertices, inverse functions, values."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import partial_fractions, polynomial, recount, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Mul, Pow, RelOp, Sub, Symbol

_FLAGS = re.IGNORECASE | re.DOTALL
_M = slots.MATHS
_S = slots.STATEMENTS
_FIND = (
    r"(?:(?:find|determine|calculate|compute|work\s+out|give|state|get|what(?:'s|s|\s+is|\s+are)?|"
    r"where\s+is)\s+)?"
)
_OBJECT = (
    r"(?:(?:the\s+)?(?:graph\s+of\s+)?(?:the\s+)?(?:quadratic|parabola|function|equation|curve|"
    r"polynomial|expression|trinomial|graph)(?:\s+(?:equation|function|expression))?"
    r"(?:\s+(?:of|given\s+by))?\s*:?\s*)?"
)


def read(clauses: Clauses) -> Problem | None:
    """A question about one polynomial or function that is named in it."""
    for rule in _RULES:
        problem = rule(clauses)
        if problem is not None:
            return problem
    return None


def _patterns(*patterns: str) -> tuple[LazyPattern, ...]:
    return tuple(LazyPattern(pattern, _FLAGS) for pattern in patterns)


def _match(clauses: Clauses, patterns: tuple[LazyPattern, ...]) -> re.Match[str] | None:
    return next((m for p in patterns if (m := p.fullmatch(clauses.asked)) is not None), None)


def _body(clauses: Clauses, text: str | None) -> Expr | None:
    """The right side of ``y = ...`` or ``f(x) = ...``, or an expression as it stands.

    It may be given in a sentence of its own.
    """
    given = clauses.given
    if text:
        if given:
            return None
        node = clauses.slots.tree(text)
        if isinstance(node, Expr):
            return node
        given = (node,) if isinstance(node, Chain) else ()
    if len(given) != 1 or not isinstance(given[0], Chain):
        return None
    head, body = given[0].items[0], given[0].items[-1]
    if given[0].ops not in ((RelOp.EQ,), (RelOp.DEFINED,)):
        return None
    if isinstance(head, Call) and len(head.args) == 1 and variables(body) == variables(head):
        return body
    return body if head == Symbol("y") and "y" not in variables(body) else None


def _quadratic(expr: Expr | None) -> tuple[str, Coefficients] | None:
    names = () if expr is None else variables(expr)
    found = polynomial.of_expression(expr, names[0]) if expr and len(names) == 1 else None
    return (names[0], found) if found is not None and len(found) == 3 else None


# ------------------------------------------------------------------ completing the square

_SQUARE: Final = _patterns(
    rf"complete\s+the\s+square\s*(?:for|of|in|on|:)?\s*{_OBJECT}(?P<e>{_S})?",
    rf"(?:write|express|put|rewrite|convert|change)\s+{_OBJECT}(?P<e>{_S})\s+"
    r"(?:in|into|to|as\s+an?)\s+(?:the\s+)?(?:complet(?:ed|e)(?:\s+the)?[\s-]square\s+form|vertex\s+form|perfect\s+square\s+form)",
    rf"(?:write|express|put|rewrite)\s+{_OBJECT}(?P<e>{_S})\s+in\s+(?:the\s+)?form\s+"
    rf"(?:[a-z]\s*)?\(\s*x\s*[-+±]\s*[a-z]\s*\)\s*(?:\^|\*\*)?\s*[2²]\s*[-+±]\s*[a-z]",
    rf"by\s+completing\s+the\s+square,?\s+(?:rewrite|write|express)\s+{_OBJECT}(?P<e>{_M})",
    rf"(?:rewrite|write|express)\s+{_OBJECT}(?P<e>{_M})\s+by\s+completing\s+the\s+square",
)


def _square(clauses: Clauses) -> Problem | None:
    match = _match(clauses, _SQUARE)
    expr = None if match is None else _body(clauses, match["e"])
    found = _quadratic(expr)
    if expr is None or found is None:
        return None
    read_as = f"Complete the square: {to_plain(expr)}"
    return Problem(Kind.COMPLETE_SQUARE, Form.SQUARE, read_as, expression=expr, variable=found[0])


# ------------------------------------------------------------------ division

_LONG = r"(?:,?\s+(?:by\s+)?(?:using|with|by)\s+(?:polynomial\s+)?(?:long|synthetic)?\s*division)?"
_WHAT = r"(?:(?P<both>quotient\s+and\s+(?:the\s+)?remainder)|(?P<quotient>quotient)|remainder)"
_DIVISION: Final = _patterns(
    rf"divide\s+{_OBJECT}(?P<a>{_M})\s+by\s+(?P<b>{_M}){_LONG}",
    rf"use\s+(?:polynomial\s+)?(?:long|synthetic)?\s*division\s+to\s+divide\s+(?P<a>{_M})\s+by\s+(?P<b>{_M})",
    rf"(?:perform|carry\s+out|do)\s+the\s+(?:polynomial\s+)?(?:long\s+)?division:?\s+(?P<ab>{_M})",
    rf"(?:use\s+the\s+remainder\s+theorem\s+to\s+)?{_FIND}the\s+{_WHAT}\s+(?:when|if|of|on|from)\s+(?:dividing\s+)?(?P<a>{_M})\s+"
    rf"(?:is\s+)?(?:divided\s+)?by\s+(?P<b>{_M}){_LONG}",
    rf"{_FIND}the\s+{_WHAT}\s+of\s+(?P<a>{_M})\s+and\s+(?P<b>{_M})",
    rf"{_FIND}the\s+{_WHAT}\s+when\s+dividing\s+(?P<a>{_M})\s+by\s+(?P<b>{_M}){_LONG}",
    rf"(?P<a>{_M})\s*(?:÷|\\div)\s*(?P<b>{_M})",
    rf"(?:polynomial\s+)?(?:long|synthetic)\s+division\s*(?:of|:)?\s*(?P<ab>{_M})",
)


def _division(clauses: Clauses) -> Problem | None:
    match = _match(clauses, _DIVISION)
    if match is None or clauses.given:
        return None
    groups = match.groupdict()
    pair = _dividend_and_divisor(clauses, groups)
    if pair is None:
        return None
    above, below = pair
    names = tuple(sorted({*variables(above), *variables(below)}))
    if len(names) != 1:
        return None
    polys = [polynomial.of_expression(side, names[0]) for side in pair]
    if polys[0] is None or polys[1] is None or not 2 <= len(polys[1]) <= len(polys[0]):
        return None
    asked: tuple[str, ...] = ("quotient", "remainder")
    if groups.get("quotient"):
        asked = ("quotient",)
    elif "quotient" in groups and not groups.get("both"):
        asked = ("remainder",)
    told = " and the ".join(asked)
    read_as = f"Find the {told} when {to_plain(above)} is divided by {to_plain(below)}."
    return Problem(
        Kind.DIVISION,
        Form.DIVISION,
        read_as,
        expression=above,
        target=below,
        variable=names[0],
        labels=asked,
    )


def _dividend_and_divisor(
    clauses: Clauses, groups: dict[str, str | None]
) -> tuple[Expr, Expr] | None:
    if groups.get("ab"):
        node = clauses.slots.expression(groups["ab"] or "")
        pair = (getattr(node, "left", None), getattr(node, "right", None))
        return (pair[0], pair[1]) if pair[0] is not None and pair[1] is not None else None
    sides = [clauses.slots.expression(groups[side] or "") for side in ("a", "b")]
    return None if sides[0] is None or sides[1] is None else (sides[0], sides[1])


# ------------------------------------------------------------------ partial fractions

_PARTIAL: Final = _patterns(
    rf"{_FIND}(?:the\s+)?partial\s+fractions?(?:\s+(?:decomposition|expansion|form))?\s*"
    rf"(?:of|for|:)\s*{_OBJECT}(?P<e>{_M})",
    rf"(?:decompose|resolve|split|expand|write|express|put|rewrite|separate|convert)\s+{_OBJECT}"
    rf"(?P<e>{_M})\s+(?:in|into|as|using|by|with)\s+(?:a\s+)?(?:sum\s+of\s+)?(?:its\s+)?"
    r"partial\s+fractions?(?:\s+form)?",
)


def _partial_fractions(clauses: Clauses) -> Problem | None:
    match = _match(clauses, _PARTIAL)
    expr = None if match is None or clauses.given else clauses.slots.expression(match["e"])
    names = () if expr is None else variables(expr)
    if expr is None or len(names) != 1 or partial_fractions.decompose(expr, names[0]) is None:
        return None
    read_as = f"Write {to_plain(expr)} in partial fractions."
    return Problem(
        Kind.PARTIAL_FRACTIONS, Form.EXPRESSION, read_as, expression=expr, variable=names[0]
    )


# ------------------------------------------------------------------ discriminant, count, vertex

_DISCRIMINANT: Final = _patterns(
    rf"{_FIND}(?:the\s+)?(?:value\s+of\s+the\s+)?discriminant\s+(?:of|for)\s+{_OBJECT}(?P<e>{_S})"
)
_COUNT: Final = _patterns(
    rf"how\s+many\s+(?:distinct\s+)?(?:real\s+)?(?:solutions|roots|zeros|zeroes)\s+(?:does|has|are\s+there\s+(?:to|for))\s+"
    rf"{_OBJECT}(?P<e>{_S})(?:\s+have)?",
    rf"{_FIND}(?:the\s+)?number\s+of\s+(?:distinct\s+)?(?:real\s+)?(?:solutions|roots|zeros|zeroes)\s+(?:of|for|to)\s+{_OBJECT}(?P<e>{_S})",
    rf"how\s+many\s+times\s+does\s+{_OBJECT}(?P<e>{_S})\s+(?:cross|meet|intersect|cut)\s+the\s+x-?\s?axis",
    rf"how\s+many\s+x-intercepts\s+(?:does|has)\s+{_OBJECT}(?P<e>{_S})(?:\s+have)?",
)
_VERTEX: Final = _patterns(
    rf"{_FIND}(?:the\s+)?(?:coordinates\s+of\s+)?(?:the\s+)?(?:vertex|turning\s+point)\s+(?:of|for)\s+{_OBJECT}(?P<e>{_S})",
    rf"{_FIND}(?:the\s+)?(?:equation\s+of\s+the\s+)?(?P<axis>(?:axis|line)\s+of\s+symmetry)\s+(?:of|for)\s+{_OBJECT}(?P<e>{_S})",
)


def _equation(clauses: Clauses, text: str) -> Chain | None:
    """An equation, or a function or expression that is 0."""
    node = clauses.slots.tree(text)
    plain = isinstance(node, Chain) and not any(isinstance(item, Call) for item in node.items)
    if plain and isinstance(node, Chain) and len(variables(node)) == 1:
        return node if node.ops == (RelOp.EQ,) else None
    body = _body(clauses, text)
    return None if body is None else Chain((body, number(Fraction(0))), (RelOp.EQ,))


def _discriminant(clauses: Clauses) -> Problem | None:
    match = _match(clauses, _DISCRIMINANT)
    equation = None if match is None or clauses.given else _equation(clauses, match["e"])
    found = None if equation is None else _quadratic(Sub(*equation.items))
    if match is None or equation is None or found is None:
        return None
    c, b, a = found[1]
    product = Mul(Mul(number(Fraction(4)), number(a)), number(c))
    expr = Sub(Pow(number(b), number(Fraction(2))), product)
    read_as = f"Find the discriminant of {to_plain(equation)}."
    return Problem(Kind.DISCRIMINANT, Form.NUMBER, read_as, conditions=(equation,), expression=expr)


def _count(clauses: Clauses) -> Problem | None:
    match = _match(clauses, _COUNT)
    equation = None if match is None or clauses.given else _equation(clauses, match["e"])
    names = () if equation is None else variables(equation)
    if equation is None or len(names) != 1:
        return None
    if polynomial.of_equation(equation, names[0]) is None:
        return None
    read_as = f"How many real solutions does {to_plain(equation)} have?"
    return Problem(Kind.COUNT, Form.NUMBER, read_as, names, (equation,))


def _vertex(clauses: Clauses) -> Problem | None:
    match = _match(clauses, _VERTEX)
    expr = None if match is None else _body(clauses, match["e"])
    found = _quadratic(expr)
    if match is None or expr is None or found is None:
        return None
    what = "axis of symmetry" if match.groupdict().get("axis") else "vertex"
    read_as = f"Find the {what} of y = {to_plain(expr)}."
    return Problem(
        Kind.VERTEX, Form.POINT, read_as, expression=expr, variable=found[0], labels=(what,)
    )


# ------------------------------------------------------------------ inverse functions, values

_FUNCTION = r"(?:(?:the\s+)?function\s*:?\s*)?"
_OF = rf"(?:\s*(?:of|for|if|when|given|:)\s*{_FUNCTION}(?P<e>{_S}))?"
_INVERSE: Final = _patterns(
    rf"{_FIND}(?:the\s+)?inverse(?:\s+function)?{_OF}",
    rf"{_FIND}(?P<name>[a-z])\s*\^\s*\(?\{{?-\s*1\}}?\)?\s*(?:\([a-z]\))?{_OF}",
)


def _inverse(clauses: Clauses) -> Problem | None:
    match = _match(clauses, _INVERSE)
    body = None if match is None else _body(clauses, match["e"])
    names = () if body is None else variables(body)
    if match is None or body is None or len(names) != 1:
        return None
    statement = clauses.given[0] if clauses.given else clauses.slots.tree(match["e"] or "")
    head = statement.items[0] if isinstance(statement, Chain) else None
    if head is None and not re.search("inverse", clauses.asked, re.I):
        return None
    named = match.groupdict().get("name")
    if named and (not isinstance(head, Call) or head.function != named):
        return None
    return inverse_problem(names[0], body)


def inverse_problem(variable: str, body: Expr) -> Problem:
    """The inverse of a function."""
    read_as = f"Find the inverse of f({variable}) = {to_plain(body)}."
    return Problem(Kind.INVERSE, Form.EXPRESSION, read_as, expression=body, variable=variable)


_ASSIGNED = rf"(?P<at>{_S})"
_VALUE_AT: Final = _patterns(
    rf"(?:evaluate|calculate|compute|{_FIND}(?:the\s+)?(?:value\s+of\s+)?)\s*{_OBJECT}(?P<e>{_M})\s+(?:at|for|when|if|where|with)\s+{_ASSIGNED}",
    rf"(?:substitute|plug|put|insert)\s+(?:in\s+)?{_ASSIGNED}\s+(?:into|in)\s+(?:to\s+)?{_OBJECT}(?P<e>{_M})(?:\s+and\s+(?:simplify|evaluate))?",
)


def _value_at(clauses: Clauses) -> Problem | None:
    """``Evaluate 3x^2 - 2x at x = 2``: every letter gets its value."""
    match = _match(clauses, _VALUE_AT)
    if match is None or clauses.given:
        return None
    expr = clauses.slots.expression(match["e"])
    values: dict[str, Expr] = {}
    for statement in clauses.slots.statements(match["at"]):
        if not isinstance(statement, Chain) or statement.ops != (RelOp.EQ,):
            return None
        head, value = statement.items
        if not isinstance(head, Symbol) or variables(value) or head.name in values:
            return None
        values[head.name] = value
    if expr is None or not values or set(values) != set(variables(expr)):
        return None
    placed = substitute(expr, values)
    try:
        recount.value(placed)
    except recount.NotEvaluated:
        return None
    read_as = f"Calculate {to_plain(placed)}."
    return Problem(Kind.ARITHMETIC, Form.NUMBER, read_as, expression=placed)


_COMPOSITION: Final = _patterns(rf"write\s+(?P<e>{_M})\s+as\s+one\s+expression")


def _composition(clauses: Clauses) -> Problem | None:
    """How the reading of ``f(g(x))`` is shown; other questions don't ask like that."""
    match = _match(clauses, _COMPOSITION)
    expr = None if match is None or clauses.given else clauses.slots.expression(match["e"])
    return None if expr is None or not variables(expr) else composition(expr)


def composition(expr: Expr) -> Problem:
    """A function of a function, with everything put in."""
    read_as = f"Write {to_plain(expr)} as one expression."
    return Problem(Kind.COMPOSITION, Form.EXPRESSION, read_as, expression=expr)


_RULES = (
    _square,
    _division,
    _partial_fractions,
    _discriminant,
    _count,
    _vertex,
    _inverse,
    _value_at,
    _composition,
)
