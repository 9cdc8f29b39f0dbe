"""Questions about the roots of an equation that come down to one equation or comparison.

``For which k does x^2 + kx + 9 = 0 have equal roots?`` is ``Solve k^2 - 4*1*9 = 0 for k``;
``Is x = 2 a root of x^3 = 8?`` is ``Is 2^3 = 8?``; the sum of the roots of a quadratic is -b/a.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import language, multivariate, slots
from mathviz_chat.core.problems.patterns import Rewordings, reworded
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Number, RelOp, Sub, Symbol

_M = slots.MATHS
_N = r"-?\s?\d+(?:/\d+|\.\d+)?"
_THE = (
    r"(?:(?:the|a|this)\s+)?(?:(?:quadratic|cubic|polynomial)\s+)?"
    r"(?:(?:equation|polynomial|quadratic|cubic|expression|curve|graph|line|function)\s+"
    r")?(?:of\s+)?"
)
_E = rf"{_THE}(?P<e>{_M})"
_FIND = r"(?:solve\s+for|find|determine|calculate|work\s+out|what\s+is|what\s+are|give|state)"
_VALUES = (
    r"(?:(?:the\s+|all\s+|possible\s+|real\s+)*(?:(?:set|range)\s+of\s+)?values?\s+of\s+(?:the\s+"
    r"constant\s+)?"
    r"|the\s+constant\s+)?"
)
_K = r"(?P<k>[a-z])(?![A-Za-z])"
_WHEN = r"(?:for\s+which|such\s+that|so\s+that|if|given\s+that|when|that\s+makes?)"
_ROOTS = r"(?:roots?|solutions?)"
_EQUAL = (
    rf"(?:two\s+)?(?:real\s+)?equal\s+(?:real\s+)?{_ROOTS}"
    rf"|(?:exactly|only|just)\s+one\s+(?:real\s+)?{_ROOTS}"
    rf"|(?:a|one|exactly\s+one)\s+(?:real\s+)?(?:repeated|double)\s+(?:real\s+)?{_ROOTS}"
    rf"|repeated\s+{_ROOTS}|coincident\s+{_ROOTS}"
)
_DISTINCT = r"(?:distinct|different|unequal)"
_TWO = (
    rf"(?:two|2)\s+(?:real\s+)?(?:and\s+)?{_DISTINCT}\s+(?:real\s+)?{_ROOTS}"
    rf"|(?:real\s+and\s+)?{_DISTINCT}\s+real\s+{_ROOTS}"
    rf"|(?:two|2)\s+real\s+(?:and\s+)?distinct\s+{_ROOTS}"
)
_NUMBER: Final = {
    "equal": _EQUAL,
    "none": rf"no\s+real\s+{_ROOTS}",
    "two": _TWO,
    "real": rf"real\s+{_ROOTS}",
}
_SIGNS: Final = {"equal": "=", "none": "<", "two": ">", "real": ">="}
_WHAT = "|".join(rf"(?P<{name}>{said})" for name, said in _NUMBER.items())
_HAS = r"(?:has|have|to\s+have|having)"
_WITH_PARAMETER: Final = (
    rf"for\s+(?:what|which)\s+{_VALUES}{_K},?\s+(?:does|do|will|would)\s+{_E}\s+have\s+(?:{_WHAT})",
    rf"for\s+(?:what|which)\s+{_VALUES}{_K},?\s+(?:has|have|had)\s+{_E}\s+(?:got\s+)?(?:{_WHAT})",
    rf"{_FIND}\s+{_VALUES}{_K},?\s+{_WHEN}\s+{_E}\s+{_HAS}\s+(?:got\s+)?(?:{_WHAT})",
    rf"(?:if\s+|given\s+that\s+|suppose\s+(?:that\s+)?)?{_E}\s+has\s+(?:{_WHAT})[.,;]?\s+"
    rf"(?:then\s+)?{_FIND}\s+{_VALUES}{_K}",
)
_LINE = r"(?:the\s+)?(?:straight\s+)?(?:line\s+)?(?P<line>y\s*=\s*[^=,;]+?)"
_CURVE = r"(?:the\s+)?(?:curve|parabola|graph)?\s*(?:of\s+)?(?P<curve>y\s*=\s*[^=,;]+?)"
_TOUCH = (
    r"(?:is\s+(?:a\s+)?tangent\s+to|touches|to\s+be\s+(?:a\s+)?tangent\s+to|be\s+(?:a\s+"
    r")?tangent\s+to|tangent\s+to)"
)
_TANGENT: Final = (
    rf"for\s+(?:what|which)\s+{_VALUES}{_K}\s+(?:is|does|will|are)\s+{_LINE}\s+(?:{_TOUCH}|"
    rf"(?:a\s+)?tangent\s+to|touch)\s+{_CURVE}",
    rf"{_FIND}\s+{_VALUES}{_K},?\s+{_WHEN}\s+{_LINE}\s+{_TOUCH}\s+{_CURVE}",
    rf"(?:if\s+|given\s+that\s+)?{_LINE}\s+{_TOUCH}\s+{_CURVE}[.,;]?\s+{_FIND}\s+{_VALUES}{_K}",
)
_AT = rf"(?:(?P<x>[a-z])\s*=\s*)?(?P<v>{_N})"
_A_ROOT = r"(?:a|one|one\s+of\s+the)\s+(?:root|solution|zero)s?"
_KNOWN_ROOT: Final = (
    rf"{_FIND}\s+{_VALUES}{_K},?\s+(?:if|given\s+that|when|such\s+that)\s+{_AT}\s+is\s+"
    rf"{_A_ROOT}\s+(?:of|to)\s+{_E}",
    rf"(?:(?:given|if)\s+(?:that\s+)?)?{_AT}\s+is\s+{_A_ROOT}\s+(?:of|to)\s+{_E}[.,;]?\s+"
    rf"(?:then\s+)?{_FIND}\s+{_VALUES}{_K}",
)
_FACTOR = rf"\(?\s*(?P<x>[a-z])\s*(?P<sign>[-+−])\s*(?P<v>{_N})\s*\)?"
_KNOWN_FACTOR: Final = (
    rf"{_FIND}\s+{_VALUES}{_K},?\s+(?:if|given\s+that|when|such\s+that|so\s+that)\s+{_FACTOR}\s+"
    rf"is\s+a\s+factor\s+of\s+{_E}",
    rf"(?:(?:given|if)\s+(?:that\s+)?)?{_FACTOR}\s+is\s+a\s+factor\s+of\s+{_E}[.,;]?\s+(?:then\s+"
    rf")?{_FIND}\s+{_VALUES}{_K}",
)
_IS_ROOT: Final = (
    rf"is\s+{_AT}\s+(?:a|one)\s+(?:root|solution|zero)\s+(?:of|to)\s+(?:the\s+inequality\s+)?{_E}",
    rf"does\s+{_AT}\s+(?:satisfy|solve)\s+(?:the\s+inequality\s+)?{_E}",
)
_IS_FACTOR: Final = (rf"is\s+{_FACTOR}\s+a\s+factor\s+of\s+{_E}",)
_HAS_REAL: Final = (
    rf"does\s+{_E}\s+have\s+(?:any\s+)?real\s+{_ROOTS}",
    rf"has\s+{_E}\s+(?:got\s+)?(?:any\s+)?real\s+{_ROOTS}",
)
_VIETA: Final = (
    rf"{_FIND}\s+the\s+(?P<what>sum|product)\s+of\s+(?:the\s+)?(?:two\s+)?(?P<real>real\s+"
    rf")?(?:roots|solutions)\s+(?:of|to)\s+{_E}",
)


def said_again(text: str) -> str | None:
    """The question in other words; None where it is of another kind."""
    plain = re.sub(r"\s+", " ", language.tidy(text).replace("−", "-")).strip().rstrip("?. ")
    return reworded(_RULES, plain)


def _difference(text: str) -> Expr | None:
    """``left - right`` of an equation; a polynomial stands for itself."""
    node = slots.for_question(text).tree(text)
    if isinstance(node, Expr):
        return node
    if not isinstance(node, Chain) or node.ops != (RelOp.EQ,):
        return None
    left, right = node.items
    if isinstance(left, Symbol) and left.name == "y" and "y" not in variables(right):
        return right
    return left if right == Number(Fraction(0)) else Sub(left, right)


def _coefficients(expr: Expr | None, k: str) -> tuple[multivariate.Polynomial, ...] | None:
    """c, b, a of a quadratic in the other letter, each a polynomial in k; a is not 0."""
    names = () if expr is None else variables(expr)
    others = [name for name in names if name != k]
    if expr is None or k not in names or len(others) != 1:
        return None
    poly = multivariate.of_expression(expr, (others[0], k))
    if poly is None:
        return None
    found: list[multivariate.Polynomial] = [{}, {}, {}]
    for (power, inner), size in poly.items():
        if power > 2:
            return None
        found[power][(0, inner)] = size
    return tuple(found) if found[2] else None


def _discriminant(expr: Expr | None, k: str, sign: str) -> str | None:
    found = _coefficients(expr, k)
    if found is None:
        return None
    c, b, a = (to_plain(multivariate.to_tree(one, ("x", k))) if one else "0" for one in found)
    if any(inner for _, inner in found[2]):  # k may make it a line
        square = found[1].get((0, 0), Fraction(0)) ** 2
        lost = square == 4 * found[2].get((0, 0), Fraction(0)) * found[0].get((0, 0), Fraction(0))
        if sign != "=" or len(found[2]) != 1 or lost:
            return None
    return f"Solve ({b})^2 - 4*({a})*({c}) {sign} 0 for {k}"


def _parameter(match: re.Match[str]) -> str | None:
    name = next(name for name in _SIGNS if match[name])
    return _discriminant(_difference(match["e"]), match["k"], _SIGNS[name])


def _tangent(match: re.Match[str]) -> str | None:
    line, curve = _difference(match["line"]), _difference(match["curve"])
    if line is None or curve is None or "y" in (*variables(line), *variables(curve)):
        return None
    return _discriminant(Sub(curve, line), match["k"], "=")


def _placed(text: str, name: str | None, value: str, k: str | None) -> Chain | None:
    """The equation with a value put in for the letter that is not k."""
    reader = slots.for_question(text)
    node, at = reader.tree(text), reader.expression(value.replace(" ", ""))
    names = [one for one in (variables(node) if node is not None else ()) if one != k]
    if at is None or len(names) != 1 or (name and name != names[0]):
        return None
    if isinstance(node, Expr):
        node = Chain((node, Number(Fraction(0))), (RelOp.EQ,))
    if not isinstance(node, Chain) or (k is not None and k not in variables(node)):
        return None
    placed: Chain = substitute(node, {names[0]: at})
    return placed


def _known_root(match: re.Match[str]) -> str | None:
    placed = _placed(match["e"], match["x"], match["v"], match["k"])
    return None if placed is None else f"Solve {to_plain(placed)} for {match['k']}"


def _opposite(match: re.Match[str]) -> str:
    value = match["v"].replace(" ", "")
    if match["sign"] == "+":
        return value[1:] if value.startswith("-") else f"-{value}"
    return value


def _known_factor(match: re.Match[str]) -> str | None:
    if "=" in match["e"]:
        return None
    placed = _placed(match["e"], match["x"], _opposite(match), match["k"])
    return None if placed is None else f"Solve {to_plain(placed)} for {match['k']}"


def _is_root(match: re.Match[str]) -> str | None:
    placed = _placed(match["e"], match["x"], match["v"], None)
    return None if placed is None or len(placed.items) != 2 else f"Is {to_plain(placed)}?"


def _is_factor(match: re.Match[str]) -> str | None:
    if "=" in match["e"]:
        return None
    placed = _placed(match["e"], match["x"], _opposite(match), None)
    return None if placed is None else f"Is {to_plain(placed)}?"


def _numbers(text: str) -> tuple[Fraction, Fraction, Fraction] | None:
    """a, b, c of a quadratic equation with numbers."""
    expr = _difference(text) if "=" in text else None
    names = () if expr is None else variables(expr)
    poly = multivariate.of_expression(expr, names) if expr is not None and len(names) == 1 else None
    if poly is None or max(power for (power,) in poly) != 2:
        return None
    a, b, c = (poly.get((power,), Fraction(0)) for power in (2, 1, 0))
    return a, b, c


def _has_real(match: re.Match[str]) -> str | None:
    found = _numbers(match["e"])
    return None if found is None else "Is ({1})^2 - 4*({0})*({2}) >= 0?".format(*found)


def _vieta(match: re.Match[str]) -> str | None:
    """-b/a and c/a; with a double root it is not said whether it counts once."""
    found = _numbers(match["e"])
    if found is None:
        return None
    a, b, c = found
    square = b * b - 4 * a * c
    real = match["real"] or "solution" in match[0].lower()
    if square == 0 or (real and square < 0):
        return None
    if b == 0 and match["what"].lower() == "sum":
        return f"Calculate 0/({a})"
    return f"Calculate -({b})/({a})" if match["what"].lower() == "sum" else f"Calculate ({c})/({a})"


_RULES: Final[Rewordings] = (
    (_WITH_PARAMETER, _parameter),
    (_TANGENT, _tangent),
    (_KNOWN_ROOT, _known_root),
    (_KNOWN_FACTOR, _known_factor),
    (_IS_ROOT, _is_root),
    (_IS_FACTOR, _is_factor),
    (_HAS_REAL, _has_real),
    (_VIETA, _vieta),
)
