"""Functions of several variables: their values, partial derivatives and gradients.

Domain: functions that the text defines by an expression, ``f(x, y) = x^2 y``; derivatives by the
kernel's rules of differentiation.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.kernel import differentiate, substitute, variables
from mathviz_chat.core.reading.tree import Call, Derivative, Expr, Node, Symbol, TupleOf
from mathviz_chat.core.reading.walking import has, transform, walk

Several = Mapping[str, tuple[tuple[str, ...], Expr]]
"""A function's name, its variables and its body."""

GRADIENT: Final = "grad"
MAX_VARIABLES: Final = 4
_NONE: Final[Several] = MappingProxyType({})


def definition_of_several(left: Expr, right: Expr) -> tuple[str, tuple[str, ...], Expr] | None:
    """``f(x, y) = x^2 y`` as ("f", ("x", "y"), x^2 y); None where the left side is another."""
    if not isinstance(left, Call) or left.primes or len(left.function) != 1:
        return None
    names = tuple(arg.name for arg in left.args if isinstance(arg, Symbol))
    if not 2 <= len(names) == len(left.args) == len(set(names)) <= MAX_VARIABLES:
        return None
    if any(isinstance(node, Call) and node.function == left.function for node in walk(right)):
        return None
    return left.function, names, right


def put_in(expr: Expr, functions: Several, letters: Several = _NONE) -> Expr:
    """The expression with known bodies in place of values, partial derivatives and gradients.

    letters: those that stand for an expression, ``z = x^2 + y^2``; ``z_x`` may be another name.
    Raises ValueError where a body cannot be differentiated.
    """
    if not functions and not has(expr, *((Call, Derivative) if letters else (Call,))):
        return expr
    known = {**letters, **functions}
    return transform(expr, lambda node: _put_in(node, functions, known))


def _put_in(node: Node, functions: Several, known: Several) -> Expr | None:
    match node:
        case Call("grad", (of,)):
            found = _at(of, known) or _of_expression(of)
            if found is None:
                return None
            names, body, point = found
            slopes = (differentiate(body, name) for name in names)
            return TupleOf(tuple(substitute(slope, point) for slope in slopes))
        case Derivative(of, variable, order, True) if (found := _at(of, known)) is not None:
            _, body, point = found
            return substitute(_differentiated(body, variable * order), point)
        case Call() | Symbol():
            return _value(node, functions)
    return None


def _of_expression(body: Expr) -> tuple[tuple[str, ...], Expr, dict[str, Expr]] | None:
    """``grad(x^2 + y^2)``: the variables are x and y, or x, y and z."""
    names = tuple(sorted(variables(body)))
    known = names in (("x", "y"), ("x", "y", "z")) and not has_calls(body)
    return (names, body, {}) if known else None


def has_calls(expr: Expr) -> bool:
    """A function that only the text could define occurs: ``f(x)``."""
    return any(isinstance(node, Call) and len(node.function) == 1 for node in walk(expr))


def _value(node: Call | Symbol, functions: Several) -> Expr | None:
    """``f(1, 2)``, ``f_x(1, 2)`` and ``f_{xy}``."""
    name, _, slopes = (node.function if isinstance(node, Call) else node.name).partition("_")
    if name not in functions or not set(slopes) <= set(functions[name][0]):
        return None
    if isinstance(node, Symbol) and not slopes:
        return None
    found = _at(node if isinstance(node, Call) else Symbol(name), functions, name)
    if found is None:
        return None
    _, body, point = found
    return substitute(_differentiated(body, slopes), point)


def _at(
    of: Expr, functions: Several, name: str | None = None
) -> tuple[tuple[str, ...], Expr, dict[str, Expr]] | None:
    """The variables and the body of ``f`` or ``f(1, 2)``, and the values of the variables there."""
    match of:
        case Symbol(own) if own in functions:
            names, body = functions[own]
            return names, body, {}
        case Call(own, args, 0) if (name or own) in functions:
            names, body = functions[name or own]
            if len(args) != len(names):
                return None
            point = zip(names, (put_in(arg, functions) for arg in args), strict=True)
            return names, body, dict(point)
    return None


def _differentiated(body: Expr, variables: str) -> Expr:
    """By one variable after the other; each is one letter."""
    for variable in variables:
        body = differentiate(body, variable)
    return body


def is_slope(expr: Expr, functions: Several) -> bool:
    """``f_x``, ``f_{xy}(1, 2)``, ``grad f`` of a function that is known."""
    if not functions and not has(expr, Call):
        return False
    for node in walk(expr):
        if isinstance(node, Call) and node.function == GRADIENT:
            return True
        name = node.function if isinstance(node, Call) else getattr(node, "name", "")
        base, _, slopes = name.partition("_")
        if slopes and base in functions and set(slopes) <= set(functions[base][0]):
            return True
    return False
