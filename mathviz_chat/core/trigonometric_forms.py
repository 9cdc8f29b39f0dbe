"""Other forms of a trigonometric expression. Nothing in them is proved: the kernel does that.

Functions are written with sine and cosine, angles are taken apart, and sin^2 + cos^2 = 1 is used
where it makes a fraction shorter.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any, Final

from mathviz_chat.core.reading.tree import Call, Div, Expr, Node, Number
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.symbolic import NotSymbolic, from_sympy, to_sympy

FUNCTIONS: Final = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})
MAX_ANGLES: Final = 2
MAX_MULTIPLE: Final = 6
_ONE: Final = Number(Fraction(1))


def angles_in(*sides: Expr) -> frozenset[Expr]:
    """What the trigonometric functions are taken of."""
    return frozenset(
        node.args[0]
        for side in sides
        for node in walk(side)
        if isinstance(node, Call) and node.function in FUNCTIONS
    )


def in_sines(expr: Expr) -> Expr:
    """``sin(x)/cos(x)`` for ``tan(x)``, ``1/cos(x)`` for ``sec(x)``."""
    return transform(expr, _quotient)


def _quotient(node: Node) -> Node | None:
    if not isinstance(node, Call) or node.function not in FUNCTIONS:
        return None
    args = tuple(in_sines(arg) for arg in node.args)
    sine, cosine = Call("sin", args), Call("cos", args)
    match node.function:
        case "tan":
            return Div(sine, cosine)
        case "cot":
            return Div(cosine, sine)
        case "sec":
            return Div(_ONE, cosine)
        case "csc":
            return Div(_ONE, sine)
    return None


def taken_apart(expr: Expr) -> Expr | None:
    """``2 sin(x) cos(x)`` for ``sin(2x)``, and the like for sums of angles."""
    import sympy

    if any(
        isinstance(node, Number) and abs(node.value) > MAX_MULTIPLE
        for angle in angles_in(expr)
        for node in walk(angle)
    ):
        return None
    try:
        return from_sympy(sympy.expand_trig(to_sympy(expr)))
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None


def doubled(expr: Expr) -> Expr | None:
    """With ``sin(2x)/2`` for ``sin(x) cos(x)``, above and below; None where there is none."""
    import sympy

    def half(factors: Any) -> Any:
        powers = factors.as_powers_dict()
        for sine, exponent in powers.items():
            other = powers.get(sympy.cos(sine.args[0]), 0) if sine.func is sympy.sin else 0
            if exponent == other and abs(exponent) == 1:
                pair = sine * sympy.cos(sine.args[0])
                return factors / pair**exponent * (sympy.sin(2 * sine.args[0]) / 2) ** exponent
        return factors

    try:
        whole = to_sympy(expr)
        found = whole.replace(lambda one: one.is_Mul, half)
        return None if found == whole else from_sympy(found)
    except (NotSymbolic, NotImplementedError, ValueError, TypeError):
        return None


def by_pythagoras(expr: Expr) -> tuple[Expr, ...]:
    """The same by sin^2 + cos^2 = 1: fractions of sines and cosines, the shortest first."""
    import sympy

    try:
        whole = to_sympy(expr)
        found = [from_sympy(one) for one in _reduced(whole)]
    except (NotSymbolic, NotImplementedError, sympy.PolynomialError, ValueError, TypeError):
        return ()
    return tuple(sorted(dict.fromkeys(found), key=lambda tree: len(list(walk(tree)))))


def _reduced(whole: Any) -> Iterator[Any]:
    """Numerator and denominator, each as it is, without sin^2, or without cos^2."""
    import sympy

    angles = {call.args[0] for call in whole.atoms(sympy.sin, sympy.cos)}
    if not 0 < len(angles) <= MAX_ANGLES:
        return
    letters = {angle: (sympy.Dummy("s"), sympy.Dummy("c")) for angle in angles}
    put: dict[Any, Any] = {}
    back: dict[Any, Any] = {}
    for angle, (sine, cosine) in letters.items():
        put |= {sympy.sin(angle): sine, sympy.cos(angle): cosine}
        back |= {sine: sympy.sin(angle), cosine: sympy.cos(angle)}
    written = sympy.together(whole.xreplace(put))
    if not written.is_rational_function() or written.has(sympy.Function):
        return
    above, below = sympy.fraction(sympy.cancel(written))
    ways = (None, 0, 1)
    for one, other in product(ways, ways):
        top, bottom = (
            _without(part, letters.values(), way) for part, way in ((above, one), (below, other))
        )
        if bottom != 0:
            yield sympy.factor(top / bottom).xreplace(back)
            yield sympy.expand(top).xreplace(back) / sympy.factor(bottom).xreplace(back)


def _without(part: Any, pairs: Any, way: int | None) -> Any:
    import sympy

    if way is None:
        return part
    for pair in pairs:
        sine, cosine = pair
        part = sympy.rem(part, sine**2 + cosine**2 - 1, pair[way])
    return part
