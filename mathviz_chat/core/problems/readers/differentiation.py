"""Derivatives in more words: rates of change, partial and implicit derivatives."""

from __future__ import annotations

import re

from mathviz_chat.core.kernel import differentiate, variables
from mathviz_chat.core.problems.asked import FIND, SUBJECT, Asked
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.derivative import ORDINALS, problem_of
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Derivative,
    Div,
    Expr,
    Neg,
    Node,
    RelOp,
    Sub,
    Symbol,
)

_WRT = (
    r"(?:(?: ,)? (?:with respect to|wrt|by|in|for|as a function of)(?: the variable)? (?P<name>#))?"
)
_ORDER = rf"(?:(?P<order>{'|'.join(ORDINALS)})(?: order| partial)? )?"
_RULES = (
    r"(?:(?: ,)? (?:using|by|with|use|via)(?: the)? (?:product|quotient|chain|power|sum)"
    r"(?: and (?:product|quotient|chain|power))?(?: rule| rules)?"
    r"| using logarithmic differentiation| by logarithmic differentiation)?"
)
_FIRST_RULE = (
    r"(?:(?:use|using|by|with)(?: the)? (?:product|quotient|chain|power|sum)"
    r"(?: and (?:product|quotient|chain|power))?(?: rule| rules)?(?: ,)?(?: to)? )?"
)
_DERIVATIVE = LazyPattern(
    rf"(?:{_FIRST_RULE}{FIND}{_ORDER}(?:derivative function|derivative|gradient function|"
    r"derived function|rate of change|slope function|partial derivative)"
    rf"(?: of| for)? {SUBJECT}{_WRT}{_RULES}"
    rf"|{_FIRST_RULE}(?:differentiate|differentiating|differentiation of|"
    rf"take the derivative of|derive|partially differentiate)(?: :)?"
    rf" {SUBJECT.replace('<f>', '<g>').replace('<it>', '<that>')}{_WRT.replace('<name>', '<by>')}"
    rf"{_RULES}(?P<twice> twice)?)"
)
_PARTIAL = LazyPattern(
    rf"{FIND}(?:first )?partial derivative of (?P<f>#) (?:with respect to|wrt) (?P<name>#)"
    r"|partially differentiate (?P<g>#) (?:with respect to|wrt) (?P<by>#)"
)
_IMPLICIT = LazyPattern(
    rf"(?:use implicit differentiation to )?(?:find|{FIND}|for) ?(?P<what>#)?"
    r"(?: (?:by|using|with|via) implicit differentiation)?(?: (?:if|for|when|given|from|of))?"
    r"(?: (?P<equation>#))?(?: (?:by|using|with) implicit differentiation)?"
    r"|(?:implicitly differentiate|differentiate implicitly|use implicit differentiation on|"
    r"implicit differentiation of|differentiate)(?: :)? (?P<only>#)(?: implicitly)?"
    r"(?: (?:to find|and find|with respect to|for|and solve for) (?P<goal>#))?"
)


def read(asked: Asked) -> Problem | None:
    """A derivative as a function, of one variable or partial, or of an implicit function."""
    return _partial(asked) or _written_out(asked) or _implicit(asked)


def _written_out(asked: Asked) -> Problem | None:
    match = _DERIVATIVE.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    written = "f" if match["f"] else "g" if match["g"] else None
    found = asked.function(asked.tree(match, written) if written else None)
    if found is None:
        return None
    variable, body = found
    name = "name" if match["name"] else "by" if match["by"] else None
    if name is not None and asked.tree(match, name) != Symbol(variable):
        return None
    order = ORDINALS[match["order"]] if match["order"] else 2 if match["twice"] else 1
    return problem_of(body, variable, order)


def _partial(asked: Asked) -> Problem | None:
    """``the partial derivative of x^2*y with respect to x``, ``f_x``, ``∂f/∂y``."""
    match = _PARTIAL.fullmatch(asked.text)
    if match is not None:
        asked.used.clear()
        node = asked.tree(match, "f" if match["f"] else "g")
        name = asked.tree(match, "name" if match["f"] else "by")
        body = _of_several(asked, node)
        return _with_respect_to(body, name)
    match = re.fullmatch(rf"{FIND}(?P<what>#)", asked.text)
    if match is None:
        return None
    asked.used.clear()
    node = asked.tree(match, "what")
    if isinstance(node, Symbol) and re.fullmatch(r"[a-z]_\{?[a-z]\}?", node.name):
        body = _of_several(asked, Symbol(node.name[0]))
        return _with_respect_to(body, Symbol(node.name[-1].strip("}") or node.name[-2]))
    if isinstance(node, Derivative) and isinstance(node.body, Symbol) and node.partial:
        body = _of_several(asked, node.body)
        return _with_respect_to(body, Symbol(node.variable), node.order)
    return None


def _of_several(asked: Asked, node: Node | None) -> Expr | None:
    """The body of ``f(x, y) = ...``, of ``z = ...``, or the expression itself."""
    if isinstance(node, Chain) and len(node.items) == 2:
        return node.items[1]
    for place, definition in enumerate(asked.definitions):
        head = definition.items[0]
        if head == node or (isinstance(head, Call) and Symbol(head.function) == node):
            asked.used.add(place)
            return definition.items[-1]
    return node if isinstance(node, Expr) and len(variables(node)) > 1 else None


def _with_respect_to(body: Expr | None, name: Node | None, order: int = 1) -> Problem | None:
    if body is None or not isinstance(name, Symbol) or name.name not in variables(body):
        return None
    return problem_of(body, name.name, order)


# ---------------------------------------------------------------------------- implicit


def _implicit(asked: Asked) -> Problem | None:
    """``find dy/dx if x^2 + y^2 = 25``."""
    match = _IMPLICIT.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    place = next((g for g in ("equation", "only") if match[g]), None)
    equation: Node | None = asked.tree(match, place) if place else None
    if equation is None and len(asked.definitions) == 1:
        equation = asked.definitions[0]
        asked.used.add(0)
    goals = [asked.tree(match, g) for g in ("what", "goal") if match[g]]
    if not isinstance(equation, Chain) or equation.ops != (RelOp.EQ,):
        return None
    return implicit_problem(equation, goals[0] if goals else None)


def implicit_problem(equation: Chain, goal: Node | None) -> Problem | None:
    """dy/dx (or y') of y as an implicit function of x, in x and y."""
    names = variables(equation)
    dependent, variable = "y", "x"
    if isinstance(goal, Derivative) and isinstance(goal.body, Symbol) and goal.order == 1:
        dependent, variable = goal.body.name, goal.variable
    elif isinstance(goal, Call) and goal.primes == 1 and goal.args in ((), (Symbol("x"),)):
        dependent = goal.function
    elif goal is not None and goal != Symbol("x"):
        return None
    if set(names) != {dependent, variable} or Symbol(dependent) in equation.items:
        return None
    slope = implicit_slope(equation, dependent, variable)
    if slope is None:
        return None
    read_as = f"Find d{dependent}/d{variable} if {to_plain(equation)}."
    return Problem(
        Kind.IMPLICIT_DERIVATIVE,
        Form.EXPRESSION,
        read_as,
        conditions=(equation,),
        expression=slope,
        unknowns=(dependent,),
        variable=variable,
    )


def implicit_slope(equation: Chain, dependent: str, variable: str) -> Expr | None:
    """``-F_x/F_y`` for ``F = left - right``; None where the rules do not differentiate it."""
    whole = Sub(*equation.items)
    try:
        across, up = differentiate(whole, variable), differentiate(whole, dependent)
    except ValueError:
        return None
    return Neg(Div(across, up))
