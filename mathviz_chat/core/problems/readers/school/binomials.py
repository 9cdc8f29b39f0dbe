"""Terms of a power of two summands: the first ones, the one without x, the coefficient of x^k.

``the term independent of x in (x + 1/x)^6`` is the term ``C(6, 3)*1^3*1^3``, found by the power
of x; ``the first four terms of (1 + x)^8`` those of its binomial expansion.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, NamedTuple

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import language, recount, slots
from mathviz_chat.core.problems.patterns import lazy
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Number, Pow, Sub, Symbol

MAX_POWER: Final = 40

_M: Final = slots.MATHS
_FIND: Final = r"(?:find|determine|calculate|work\s+out|what\s+is|give|state|write\s+down|evaluate)"
_EXPANSION: Final = r"(?:(?:the\s+)?(?:binomial\s+)?expansion\s+of\s+)?"
_FREE: Final = (
    r"(?:(?:term|coefficient)\s+(?:which\s+is\s+|that\s+is\s+)?independent\s+of\s+"
    r"(?P<x>[a-z])|constant\s+term"
    r"|term\s+(?:which\s+does\s+not\s+(?:contain|involve|depend\s+on)|that\s+does\s+not\s+"
    r"(?:contain|involve|depend\s+on)|without|not\s+containing|not\s+involving)\s+"
    r"(?P<w>[a-z])"
    r"|coefficient\s+of\s+(?:the\s+term\s+in\s+)?(?P<t>[a-z](?:\s*\^\s*\(?\{?-?\d+\}?\)?|"
    r"\*\*-?\d+|[²³⁴⁵⁶⁷⁸⁹⁻¹]+)?|1/[a-z](?:\^\d+)?))"
)
_ONE: Final = (
    rf"(?:{_FIND}\s+)?(?:the\s+)?(?:value\s+of\s+the\s+)?{_FREE}\s+(?:in|of|for)"
    rf"\s+{_EXPANSION}(?P<e>{_M})",
    rf"(?:in|for)\s+(?:the\s+(?:binomial\s+)?expansion\s+of\s+)?(?P<e>{_M}),?\s+{_FIND}\s+"
    rf"(?:the\s+)?(?:value\s+of\s+the\s+)?{_FREE}",
)
_COUNT: Final = r"(?P<n>two|three|four|five|six|[2-6])"
_ORDER: Final = r"\s*,?\s*(?:in\s+(?:ascending|increasing)\s+powers\s+of\s+(?P<x>[a-z])\s*,?\s*)?"
_FIRST: Final = (
    r"(?:(?:find|write\s+down|give|state|determine|obtain)\s+)?(?:the\s+"
    rf")?first\s+{_COUNT}\s+terms{_ORDER}"
    r"\s*(?:of|in)\s+(?:the\s+)?(?:(?:binomial|series)\s+)?(?:expansion\s+of\s+"
    rf")?(?P<e>{_M}){_ORDER.replace('<x>', '<w>')}",
    rf"expand\s+(?P<e>{_M}){_ORDER}\s*(?:as\s+far\s+as|up\s+to|giving|to|and\s+give)\s+"
    rf"(?:the\s+)?first\s+{_COUNT}\s+terms",
)


class _Part(NamedTuple):
    """A summand ``size*x^power``."""

    size: Fraction
    power: int


def said_again(text: str) -> str | None:
    """The term as a computation, or the question for the first terms in plain words."""
    plain = " ".join(language.tidy(text).replace("−", "-").split()).rstrip("?. ")
    found = _one_term(plain)
    return found[0] if found is not None else _first_terms(plain)


def lead(text: str, problem: Problem) -> str:
    """Which term it is; "" for other problems."""
    plain = " ".join(language.tidy(text).replace("−", "-").split()).rstrip("?. ")
    found = _one_term(plain) if problem.kind is Kind.ARITHMETIC else None
    return "" if found is None else found[1]


def _one_term(text: str) -> tuple[str, str] | None:
    for pattern in _ONE:
        match = lazy(pattern).fullmatch(text)
        if match is None:
            continue
        found = _term(match)
        if found is not None:
            return found
    return None


def _term(match: re.Match[str]) -> tuple[str, str] | None:
    tree = slots.for_question("").expression(match["e"])
    names = () if tree is None else variables(tree)
    if not isinstance(tree, Pow) or len(names) != 1 or not isinstance(tree.exponent, Number):
        return None
    (name,) = names
    named = match["x"] or match["w"]
    wanted = _wanted(match["t"], name)
    parts = _parts(tree.base, name)
    n = tree.exponent.value
    if named not in (None, name) or wanted is None or parts is None:
        return None
    if n.denominator != 1 or not 2 <= n <= MAX_POWER or parts[0].power == parts[1].power:
        return None
    return _chosen(parts, int(n), wanted, name)


def _chosen(parts: tuple[_Part, _Part], n: int, wanted: int, name: str) -> tuple[str, str] | None:
    """``C(n, k)*a^(n - k)*b^k`` for the one k whose power is asked for."""
    first, second = parts
    if all(one.power >= 0 for one in parts) and wanted:
        return None  # a Taylor coefficient, which is read as that
    k = Fraction(wanted - n * first.power, second.power - first.power)
    if k.denominator != 1 or not 0 <= k <= n:
        return "Calculate 0*1", f"No term of the expansion has {name}^{wanted}"
    j = int(k)
    factors = [f"C({n}, {j})"]
    for part, power in ((first, n - j), (second, j)):
        if power and part.size != 1:
            base = str(part.size)
            factors.append(f"({base})^{power}" if not base.isdigit() else f"{base}^{power}")
    step = second.power - first.power
    general = f"{n * first.power} {'+' if step > 0 else '-'} {abs(step)}k"
    rule = (
        f"The term C({n}, k)*a^({n} - k)*b^k has {name}^({general}), the power {wanted} for k = {j}"
    )
    return f"Calculate {'*'.join([*factors, *(['1'] if len(factors) == 1 else [])])}", rule


def _wanted(text: str | None, name: str) -> int | None:
    """The power of the letter in ``x^2``, ``1/x``; 0 where the term has none of it."""
    if text is None:
        return 0
    tree = slots.for_question("").expression(text)
    part = None if tree is None else _part(tree, name)
    return None if part is None or part.size != 1 or part.power == 0 else part.power


def _parts(base: Expr, name: str) -> tuple[_Part, _Part] | None:
    if not isinstance(base, Add | Sub):
        return None
    first, second = _part(base.left, name), _part(base.right, name)
    if first is None or second is None:
        return None
    return first, second._replace(size=-second.size) if isinstance(base, Sub) else second


def _part(tree: Expr, name: str) -> _Part | None:
    if tree == Symbol(name):
        return _Part(Fraction(1), 1)
    if isinstance(tree, Neg):
        inner = _part(tree.arg, name)
        return None if inner is None else inner._replace(size=-inner.size)
    if isinstance(tree, Mul | Div):
        left, right = _part(tree.left, name), _part(tree.right, name)
        if left is None or right is None or not right.size:
            return None
        if isinstance(tree, Mul):
            return _Part(left.size * right.size, left.power + right.power)
        return _Part(left.size / right.size, left.power - right.power)
    if isinstance(tree, Pow) and variables(tree.base) == (name,):
        return _powered(_part(tree.base, name), tree.exponent)
    try:
        value = recount.value(tree) if not variables(tree) else None
    except (recount.NotEvaluated, ArithmeticError):
        return None
    return _Part(value, 0) if isinstance(value, Fraction) else None


def _powered(base: _Part | None, exponent: Expr) -> _Part | None:
    try:
        value = recount.value(exponent)
    except (recount.NotEvaluated, ArithmeticError):
        return None
    if base is None or not isinstance(value, Fraction) or value.denominator != 1:
        return None
    power = int(value)
    return _Part(base.size**power, base.power * power) if abs(power) <= MAX_POWER else None


def _first_terms(text: str) -> str | None:
    """Of a power of ``a + b*x``: that is a binomial series."""
    for pattern in _FIRST:
        match = lazy(pattern).fullmatch(text)
        if match is None:
            continue
        tree = slots.for_question("").expression(match["e"])
        names = () if tree is None else variables(tree)
        if not isinstance(tree, Pow) or len(names) != 1 or variables(tree.exponent):
            continue
        parts = _parts(tree.base, names[0])
        groups = match.groupdict()
        letters = {groups.get("x"), groups.get("w")} - {None}
        if parts is None or parts[0].power != 0 or parts[1].power < 1 or letters - set(names):
            continue
        count = _COUNTS.get(match["n"].lower(), match["n"])
        return f"Find the first {count} terms of the binomial expansion of {to_plain(tree)}"
    return None


_COUNTS: Final = {"2": "two", "3": "three", "4": "four", "5": "five", "6": "six"}
