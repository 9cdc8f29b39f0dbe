"""Lines that are parallel or perpendicular, points on curves, both intercepts: by equations.

``The lines y = 3x + 2 and y = kx - 1 are perpendicular. Find k`` is ``Solve 3*k = -1 for k``;
``Is the point (3, 4) on the circle x^2 + y^2 = 25?`` is ``Is 3^2 + 4^2 = 25?``.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import language, multivariate, polynomial, slots
from mathviz_chat.core.problems.patterns import Rewordings, lazy, reworded
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, RelOp, Sub, TupleOf

_M: Final = slots.MATHS
_E: Final = rf"{_M}=\s*{_M}"
_FIND: Final = r"(?:find|determine|calculate|work\s+out|what\s+is|state|give)"
_LINES: Final = (
    r"(?:(?:the|two|straight)\s+)*(?:lines?\s+)?(?:with\s+equations?\s+)?"
    rf"(?P<l>{_E})\s+and\s+(?:the\s+)?(?:line\s+)?(?P<m>{_E})"
)
_HOW: Final = (
    r"(?P<how>parallel|perpendicular|at\s+right\s+angles)(?:\s+to\s+(?:each\s+other|one\s+"
    r"another))?"
)
_K: Final = r"(?:the\s+)?(?:values?\s+of\s+)?(?:the\s+constant\s+)?(?P<k>[a-wz])(?![A-Za-z])"
_IF: Final = r"(?:if|given\s+that|such\s+that|so\s+that|for\s+which|when|that\s+makes?)"
_LETTER: Final = (
    rf"(?:(?:if|given\s+that)\s+)?{_LINES}\s+are\s+{_HOW}\s*[.,;]?\s+(?:then\s+)?{_FIND}\s+{_K}",
    rf"{_FIND}\s+{_K},?\s+{_IF}\s+{_LINES}\s+(?:are\s+)?{_HOW}",
    rf"(?:for\s+)?(?:what|which)\s+values?\s+of\s+(?P<k>[a-wz])\s+are\s+{_LINES}\s+{_HOW}",
    rf"(?:(?:if|given\s+that)\s+)?(?:the\s+)?(?:line\s+)?(?P<l>{_E})\s+is\s+"
    r"(?P<how>parallel|perpendicular)\s+to\s+"
    rf"(?:the\s+)?(?:line\s+)?(?P<m>{_E})\s*[.,;]?\s+{_FIND}\s+{_K}",
    rf"{_FIND}\s+{_K},?\s+{_IF}\s+(?:the\s+)?(?:line\s+)?(?P<l>{_E})\s+is\s+"
    r"(?P<how>parallel|perpendicular)\s+to\s+"
    rf"(?:the\s+)?(?:line\s+)?(?P<m>{_E})",
)
_WHETHER: Final = (
    r"(?:are|(?:decide|determine|say|state|check|show|find\s+out)\s+(?:if|whether))"
    rf"\s+{_LINES}\s+(?:are\s+)?{_HOW}",
    rf"is\s+(?:the\s+)?(?:line\s+)?(?P<l>{_E})\s+(?P<how>parallel|perpendicular)\s+to\s+"
    rf"(?:the\s+)?(?:line\s+)?(?P<m>{_E})",
)
_POINT: Final = r"(?:the\s+)?(?:point\s+)?(?:[A-Z]\s*)?(?P<p>\([^()]*,[^()]*\))"
_CURVE: Final = (
    r"(?:(?:the|a|straight|curve|line|circle|graph|parabola|ellipse|of|with|equation)\s+)*"
    rf"(?P<e>{_E})"
)
_ON: Final = (
    rf"(?:is|does|(?:decide|determine|check|show)\s+(?:if|whether))\s+{_POINT}\s+"
    rf"(?:lies?\s+|lying\s+|is\s+)?on\s+{_CURVE}",
    rf"does\s+{_CURVE}\s+(?:pass\s+through|go\s+through|contain)\s+{_POINT}",
)
_THE: Final = r"(?:(?:the|its|both|coordinates\s+of(?:\s+the)?)\s+)*"
_X_AND_Y: Final = (
    rf"{_THE}(?:x-?\s?(?:intercept)?\s+and\s+(?:the\s+)?y-?\s?intercepts?"
    rf"|y-?\s?(?:intercept)?\s+and\s+(?:the\s+)?x-?\s?intercepts?|intercepts)"
)
_INTERCEPTS: Final = (
    rf"(?:{_FIND}|what\s+are)\s+{_X_AND_Y}\s+(?:of|for)\s+{_CURVE}",
    rf"(?:find|state)\s+where\s+{_CURVE}\s+(?:crosses|cuts|meets)\s+(?:both\s+|the\s+"
    r"(?:two\s+)?)?(?:coordinate\s+)?axes",
    rf"where\s+does\s+{_CURVE}\s+(?:cross|cut|meet)\s+(?:both\s+|the\s+(?:two\s+"
    r")?)?(?:coordinate\s+)?axes",
)


def said_again(text: str) -> str | None:
    """The equation, comparison or two parts; None where the question is none of these."""
    plain = " ".join(language.tidy(text).replace("−", "-").split()).rstrip("?. ")
    return reworded(_RULES, plain)


_PARALLEL: Final = "Parallel lines have equal gradients"
_SAME_RATIO: Final = "Parallel lines ax + by = c and dx + ey = f: ae = bd"
_PRODUCTS: Final = "Perpendicular lines ax + by = c and dx + ey = f: ad + be = 0"
_PERPENDICULAR: Final = "The gradients of perpendicular lines multiply to -1"


def lead(text: str, problem: Problem) -> str:
    """The rule behind the equation for the letter; "" where it comes from elsewhere."""
    plain = " ".join(language.tidy(text).replace("−", "-").split()).rstrip("?. ")
    if problem.kind not in (Kind.EQUATION, Kind.TRUTH):
        return ""
    for pattern in (*_LETTER, *_WHETHER):
        match = lazy(pattern).fullmatch(plain)
        if match is not None:
            parallel = match["how"].lower() == "parallel"
            if _condition(match) is not None:
                return _PARALLEL if parallel else _PERPENDICULAR
            return _SAME_RATIO if parallel else _PRODUCTS
    return ""


def _line(text: str, k: str) -> tuple[multivariate.Polynomial, multivariate.Polynomial] | None:
    """The factors of x and y in a linear equation, each a polynomial in k."""
    found = _factors(text, k)
    return None if found is None else found[:2]


def _factors(
    text: str, k: str
) -> tuple[multivariate.Polynomial, multivariate.Polynomial, multivariate.Polynomial] | None:
    """a, b and c of a line ``ax + by + c = 0``, each a polynomial in k."""
    node = slots.for_question("").tree(text)
    if not isinstance(node, Chain) or node.ops != (RelOp.EQ,):
        return None
    left, right = node.items
    if set(variables(node)) - {k} not in ({"x", "y"}, {"y"}, {"x"}):
        return None
    poly = multivariate.of_expression(Sub(left, right), ("x", "y", k))
    if poly is None or any(i + j > 1 for i, j, _ in poly):
        return None
    first: multivariate.Polynomial = {(n,): c for (i, _, n), c in poly.items() if i}
    second: multivariate.Polynomial = {(n,): c for (_, j, n), c in poly.items() if j}
    rest: multivariate.Polynomial = {(n,): c for (i, j, n), c in poly.items() if i + j == 0}
    return (first, second, rest) if first or second else None


def _gradient(text: str, k: str) -> str | None:
    """-a/b of ``ax + by = c``, where b is a number that is not 0."""
    found = _line(text, k)
    if found is None or set(found[1]) != {(0,)}:
        return None
    over = {n: -c / found[1][(0,)] for n, c in found[0].items()}
    return to_plain(multivariate.to_tree(over, (k,)))


def _condition(match: re.Match[str]) -> tuple[str, str, str] | None:
    """The two gradients and the letter, "" where there is none."""
    k = match.groupdict().get("k") or ""
    gradients = [_gradient(match[g], k or "k") for g in "lm"]
    first, second = gradients
    if first is None or second is None or match["l"] == match["m"]:
        return None
    return first, second, k


def _may_be_one(match: re.Match[str]) -> bool:
    """Whether some value of the letter that makes the lines parallel makes them the same one.

    Then a/d = b/e = c/f: what is 0 of ae - bd, af - cd and bf - ce has a common factor.
    """
    lines = [_factors(match[g], match["k"]) for g in "lm"]
    if lines[0] is None or lines[1] is None:
        return False
    (a, b, c), (d, e, f) = lines[0], lines[1]
    common: polynomial.Coefficients = ()
    for one, other, third, fourth in ((a, e, b, d), (a, f, c, d), (b, f, c, e)):
        left, right = multivariate.times(one, other), multivariate.times(third, fourth)
        if left is None or right is None:
            return True
        common = _common_factor(common, _in_order(multivariate.plus(left, right, -1)))
    return len(common) != 1


def _in_order(poly: multivariate.Polynomial) -> polynomial.Coefficients:
    degree = max((n for (n,) in poly), default=-1)
    return tuple(poly.get((n,), Fraction(0)) for n in range(degree + 1))


def _common_factor(
    first: polynomial.Coefficients, second: polynomial.Coefficients
) -> polynomial.Coefficients:
    """By Euclid's algorithm; () is 0."""
    while any(second):
        first, second = second, polynomial.divided(first, second)[1] if any(first) else ()
    return first


def _letter(match: re.Match[str]) -> str | None:
    if match["how"].lower() == "parallel" and _may_be_one(match):
        return None
    found = _condition(match)
    if found is None:
        return _by_factors(match)
    first, second, k = found
    names = {k} & {n for one in (first, second) for n in re.findall("[a-z]", one)}
    if not names:
        return None
    if match["how"].lower() == "parallel":
        return f"Solve {first} = {second} for {k}"
    return f"Solve ({first})*({second}) = -1 for {k}"


def _by_factors(match: re.Match[str]) -> str | None:
    """``ad + be = 0`` and ``ae = bd`` of lines ax + by = c and dx + ey = f, b or e with the letter.

    None where both factors of one line hold it: some value may leave no line.
    """
    k = match["k"]
    found = [one for one in (_line(match[g], k) for g in "lm") if one is not None]
    if len(found) != 2 or any(_holds(first) and _holds(second) for first, second in found):
        return None
    (a, b), (d, e) = (
        [to_plain(multivariate.to_tree(side, (k,))) for side in sides] for sides in found
    )
    if k not in re.findall("[a-z]", f"{a} {b} {d} {e}"):
        return None
    if match["how"].lower() == "parallel":
        return f"Solve ({a})*({e}) = ({b})*({d}) for {k}"
    return f"Solve ({a})*({d}) + ({b})*({e}) = 0 for {k}"


def _holds(factor: multivariate.Polynomial) -> bool:
    """Whether the letter is in it, or nothing else."""
    return max(factor, default=(1,)) > (0,)


def _whether(match: re.Match[str]) -> str | None:
    """Of the same line, told twice, it is not said whether it is parallel to itself."""
    found = _condition(match)
    if found is None or any(re.search("[a-z]", one) for one in found[:2]):
        return None
    first, second, _ = found
    if match["how"].lower() != "parallel":
        return f"Is ({first})*({second}) = -1?"
    return None if _is_same(match["l"], match["m"]) else f"Is {first} = {second}?"


def _is_same(first: str, second: str) -> bool:
    """Whether two equations are the same line."""
    found: list[tuple[Fraction, ...]] = []
    for text in (first, second):
        node = slots.for_question("").tree(text)
        assert isinstance(node, Chain)
        poly = multivariate.of_expression(Sub(*node.items), ("x", "y")) or {}
        found.append(tuple(poly.get(key, Fraction(0)) for key in ((1, 0), (0, 1), (0, 0))))
    (a, b, c), (d, e, f) = found
    return a * e == b * d and a * f == c * d and b * f == c * e


def _on_curve(match: re.Match[str]) -> str | None:
    reader = slots.for_question("")
    point, node = reader.tree(match["p"]), reader.tree(match["e"])
    if not isinstance(point, TupleOf) or len(point.items) != 2 or not isinstance(node, Chain):
        return None
    x, y = point.items
    numbers = isinstance(x, Expr) and isinstance(y, Expr) and not variables(point)
    if not numbers or node.ops != (RelOp.EQ,) or set(variables(node)) != {"x", "y"}:
        return None
    return f"Is {to_plain(substitute(node, {'x': x, 'y': y}))}?"


def _intercepts(match: re.Match[str]) -> str | None:
    node = slots.for_question("").tree(match["e"])
    if not isinstance(node, Chain) or set(variables(node)) != {"x", "y"}:
        return None
    equation = match["e"].strip()
    return f"(a) Find the x-intercept of {equation}. (b) Find the y-intercept of {equation}."


_RULES: Final[Rewordings] = (
    (_LETTER, _letter),
    (_WHETHER, _whether),
    (_ON, _on_curve),
    (_INTERCEPTS, _intercepts),
)
