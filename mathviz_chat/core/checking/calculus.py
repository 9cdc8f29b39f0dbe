"""Primes, derivatives and indefinite integrals brought into the form that the kernel judges."""

from __future__ import annotations

from collections.abc import Mapping

from mathviz_chat.core.checking.terms import has, transform
from mathviz_chat.core.kernel import differentiate, substitute
from mathviz_chat.core.reading.tree import Call, Derivative, Expr, Node, Symbol
from mathviz_chat.core.reading.walking import walk

Functions = Mapping[str, tuple[str, Expr]]
"""A function's name, its variable and its body: ``f(x) = x^2`` is ``{"f": ("x", x^2)}``."""


def expand_functions(expr: Expr, functions: Functions) -> Expr:
    """``f(3)``, ``f'(x)``, ``dy/dx`` and ``y'`` with the known bodies put in.

    Raises ValueError where a body cannot be differentiated.
    """
    if any(isinstance(node, Call) and node.primes and not node.args for node in walk(expr)):
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
        return _repeated(functions[body.name][1], node.variable, node.order)
    expanded = expand_functions(body, functions)
    if expanded == body:
        return None
    return _repeated(expanded, node.variable, node.order)


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
    return any(isinstance(node, Call) and node.function == name for node in walk(expr))
