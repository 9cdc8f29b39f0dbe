"""Primes, derivatives and indefinite integrals brought into the form that the kernel judges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mathviz_chat.core.checking.terms import has, transform
from mathviz_chat.core.kernel import differentiate, substitute, variables
from mathviz_chat.core.reading.tree import Call, Derivative, Expr, Node, Symbol
from mathviz_chat.core.reading.walking import parts

PARAMETERS: Final = frozenset("abckmnpqABCK")
"""Letters that are taken to be constant where a text does not say what they are."""

MAX_CHAIN: Final = 4  # y by u, u by v, v by x

Functions = Mapping[str, tuple[str, Expr]]
"""A function's name, its variable and its body: ``f(x) = x^2`` is ``{"f": ("x", x^2)}``."""


def expand_functions(expr: Expr, functions: Functions) -> Expr:
    """``f(3)``, ``f'(x)``, ``dy/dx`` and ``y'`` with the known bodies put in.

    Raises ValueError where a body cannot be differentiated.
    """
    if not functions or not has(expr, Call, Derivative):
        return expr
    if any(type(node) is Call and node.primes and not node.args for node in parts(expr)):
        # u'v + uv': the names stand for the bodies
        expr = transform(expr, lambda node: _body_of_name(node, functions))
    return transform(expr, lambda node: _expand(node, functions))


def _body_of_name(node: Node, functions: Functions) -> Expr | None:
    match node:
        case Call(name, (), primes) if name in functions:
            variable, body = functions[name]
            return _repeated(body, variable, primes)
        case Symbol(name) if name in functions:
            return functions[name][1]
    return None


def _expand(node: Node, functions: Functions) -> Expr | None:
    match node:
        case Call(name, (argument,), primes) if name in functions:
            variable, body = functions[name]
            for _ in range(primes):
                body = differentiate(body, variable)
            return substitute(body, {variable: expand_functions(argument, functions)})
        case Derivative(body) if has(body, Call) or isinstance(body, Symbol):
            return _expand_derivative(node, functions)
    return None


def _expand_derivative(node: Derivative, functions: Functions) -> Expr | None:
    body = node.body
    if isinstance(body, Symbol) and body.name in functions:
        return _repeated(
            _in_terms_of(node.variable, body.name, functions), node.variable, node.order
        )
    expanded = expand_functions(body, functions)
    if expanded == body:
        return None
    return _repeated(expanded, node.variable, node.order)


def _in_terms_of(variable: str, name: str, functions: Functions) -> Expr:
    """The body of y as a function of x, also where y is given by u and u by x.

    Raises ValueError where it is not known how it depends on x.
    """
    argument, body = functions[name]
    for _ in range(MAX_CHAIN):
        if argument == variable:
            return body
        if argument not in functions:
            break
        inner = functions[argument]
        body, argument = substitute(body, {argument: inner[1]}), inner[0]
    raise ValueError(f"It is not said how {name} depends on {variable}.")


def depends_unsaid(node: Node) -> bool:
    """``dy/dx``, ``d/dx(y^2)``, partial ``df/dx``: a letter that may depend on the variable."""
    if not isinstance(node, Derivative):
        return False
    if node.partial:
        body = node.body
        return isinstance(body, Symbol | Call) and body != Symbol(node.variable)
    others = set(variables(node.body)) - {node.variable}
    return (isinstance(node.body, Symbol) and bool(others)) or not others <= PARAMETERS


def _repeated(body: Expr, variable: str, order: int) -> Expr:
    for _ in range(order):
        body = differentiate(body, variable)
    return body


def definition_of_function(left: Expr, right: Expr) -> tuple[str, str, Expr] | None:
    """``f(x) = x^2`` as ("f", "x", x^2); None where the left side is anything else."""
    match left:
        case Call(name, (Symbol(variable),), 0) if len(name) == 1 and not _mentions(right, name):
            return name, variable, right
    return None


def _mentions(expr: Expr, name: str) -> bool:
    return has(expr, Call) and any(
        type(node) is Call and node.function == name for node in parts(expr)
    )


def carried_out(expr: Expr) -> Expr:
    """``d/dx(x^2)`` as ``2x``; what the rules do not differentiate as it is."""
    if not isinstance(expr, Derivative):
        return expr
    try:
        return _repeated(expr.body, expr.variable, expr.order)
    except ValueError:
        return expr
