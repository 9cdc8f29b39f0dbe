"""Modulus and argument of a complex number whose argument is a known angle.

The principal argument, in radians: more than -pi, at most pi. The second way is the number itself,
by the cosine and sine of the argument.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import gaussian, recount, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import lazy
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers import complex_numbers
from mathviz_chat.core.reading import ReadError, to_plain
from mathviz_chat.core.reading import read as read_formula
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Sub
from mathviz_chat.core.reading.walking import walk

_FIND: Final = (
    r"(?:(?:find|calculate|work\s+out|what\s+is|what's|what\s+are|state|give|determine|write\s+down)"
    r"\s+)?(?:the\s+)?"
)
_SIZE = r"(?:modulus|absolute\s+value|magnitude|mod)"
_TURN = r"(?:principal\s+)?(?:value\s+of\s+(?:the\s+)?)?(?:argument|arg|amplitude)"
_OF = (
    r"\s+(?:of|for)\s+(?:the\s+)?(?:complex\s+)?(?:number\s+)?(?:z\s*=\s*)?"
    rf"(?P<e>{slots.MATHS})(?:\s+in\s+radians)?"
)
_TOLD = (
    rf"(?:(?:if|let|given|that|for|suppose)\s+)*z\s*=\s*(?P<e>{slots.MATHS})[.,;]?\s+(?:then\s+)?"
)
_ITS = r"(?:\s+of\s+z|\s*\(z\)|\s+z)?(?:\s+in\s+radians)?"
_BOTH = (
    rf"(?:{_SIZE}\s*(?:and|&|,)\s*(?:the\s+|its\s+)*{_TURN}"
    rf"|{_TURN}\s*(?:and|&|,)\s*(?:the\s+|its\s+)*{_SIZE})"
)
_TURN_ASKED: Final = (
    rf"{_FIND}{_TURN}{_OF}",
    rf"{_FIND}arg\s*\(\s*(?P<e>{slots.MATHS})\s*\)",
    rf"{_TOLD}{_FIND}(?:its\s+)?{_TURN}{_ITS}",
)
_SIZE_ASKED: Final = (rf"{_FIND}{_SIZE}{_OF}",)
_BOTH_ASKED: Final = (
    rf"{_FIND}{_BOTH}{_OF}",
    rf"{_TOLD}{_FIND}(?:its\s+)?{_BOTH}{_ITS}",
)
_KNOWN: Final = {Fraction(0): "0", Fraction(1, 3): "pi/6", Fraction(1): "pi/4", Fraction(3): "pi/3"}
"""The acute angle by the square of its tangent."""


def read(clauses: Clauses) -> Problem | None:
    """The modulus or the argument."""
    text = " ".join(". ".join(clauses.sentences).split()).rstrip("?. ")
    for patterns, make in ((_TURN_ASKED, _argument), (_SIZE_ASKED, _modulus)):
        tree = _asked(patterns, text)
        parts = None if tree is None else real_parts(tree)
        if tree is not None and parts is not None:
            return make(tree, *parts)
    return None


def said_again(text: str) -> str | None:
    """Both of them, each in its part."""
    tree = _asked(_BOTH_ASKED, text)
    if tree is None or real_parts(tree) is None:
        return None
    shown = to_plain(tree)
    return f"(a) Find the modulus of {shown}. (b) Find the argument of {shown}."


def both(tree: Expr) -> tuple[Problem, Problem] | None:
    """The problems of its modulus and of its argument."""
    found = real_parts(tree)
    if found is None:
        return None
    size = _modulus(tree, *found) or complex_numbers.size_of(tree)
    angle = _argument(tree, *found)
    return None if size is None or angle is None else (size, angle)


def _asked(patterns: tuple[str, ...], text: str) -> Expr | None:
    match = next((m for p in patterns if (m := lazy(p).fullmatch(text))), None)
    if match is None:
        return None
    try:
        tree = read_formula(match["e"].strip())
    except ReadError:
        return None
    return tree if isinstance(tree, Expr) and not variables(tree) else None


def real_parts(tree: Expr) -> tuple[Expr, Expr] | None:
    """a and b of ``a + bi``, as they are written; None where work is left, or it is 0."""
    real: list[Expr] = []
    multiples: list[Expr] = []
    for term in _terms(tree):
        factor = _factor(term)
        if factor is not None:
            multiples.append(factor)
        elif gaussian.UNIT in walk(term):
            return None
        else:
            real.append(term)
    if len(real) > 1 or len(multiples) > 1:
        return None
    a, b = (found[0] if found else number(Fraction(0)) for found in (real, multiples))
    try:
        is_zero = recount.value(a) == 0 == recount.value(b)
    except recount.NotEvaluated:
        return None
    return None if is_zero else (a, b)


def _terms(tree: Expr) -> list[Expr]:
    if isinstance(tree, Add):
        return [*_terms(tree.left), *_terms(tree.right)]
    if isinstance(tree, Sub):
        return [*_terms(tree.left), *(Neg(term) for term in _terms(tree.right))]
    return [tree]


def _factor(term: Expr) -> Expr | None:
    """k of ``k i``."""
    if term == gaussian.UNIT:
        return number(Fraction(1))
    if isinstance(term, Neg):
        inner = _factor(term.arg)
        return None if inner is None else Neg(inner)
    if isinstance(term, Mul):
        for own, other in ((term.left, term.right), (term.right, term.left)):
            if gaussian.UNIT in walk(own) and gaussian.UNIT not in walk(other):
                inner = _factor(own)
                one = inner == number(Fraction(1))
                return inner if inner is None else other if one else Mul(inner, other)
        return None
    if isinstance(term, Div) and gaussian.UNIT not in walk(term.right):
        above = _factor(term.left)
        return None if above is None else Div(above, term.right)
    return None


def _modulus(tree: Expr, a: Expr, b: Expr) -> Problem | None:
    """Of a number with surds; :mod:`complex_numbers` reads the others."""
    if gaussian.value(tree) is not None:
        return None
    plan = Planner({"a": a, "b": b})
    plan.setup("Choose the formula", "modulus of a + bi = sqrt(a^2 + b^2)")
    plan.find("r", "Put the parts in", "sqrt(a^2 + b^2)")
    plan.check("answer^2 = a^2 + b^2", "|answer| = answer")
    return plan.problem(Kind.POLAR, f"Find the modulus of {to_plain(tree)}.", decimals=False)


def _argument(tree: Expr, a: Expr, b: Expr) -> Problem | None:
    """By the acute angle with the real axis, and the quadrant."""
    plan = Planner({"a": a, "b": b})
    right, up = (recount.real(recount.value(part)) for part in (a, b))
    if right and up:
        squares = recount.value(plan.formula("(b/a)^2"))
        acute = next((said for k, said in _KNOWN.items() if recount.agree(squares, k)), None)
        if acute is None:
            return None
        plan.state(
            "Find the acute angle with the real axis by its tangent", f"tan({acute}) = |b|/|a|"
        )
        turned = acute if right > 0 else f"pi - {acute}"
        side, level = "left" if right < 0 else "right", "below" if up < 0 else "above"
        where = f"It lies to the {side} of 0 and {level} the real axis"
    else:
        turned = "pi/2" if not right else "0" if right > 0 else "pi"
        axis = "imaginary" if not right else "real"
        where = f"It lies on the {'negative' if min(right, up) < 0 else 'positive'} {axis} axis"
    plan.setup("Look where the number lies", where)
    plan.find("t", "Turn to its quadrant", f"-({turned})" if up < 0 else turned)
    size = "sqrt(a^2 + b^2)"
    plan.check(f"{size}*cos(answer) = a", f"{size}*sin(answer) = b")
    return plan.problem(Kind.POLAR, f"Find the argument of {to_plain(tree)}.", decimals=False)
