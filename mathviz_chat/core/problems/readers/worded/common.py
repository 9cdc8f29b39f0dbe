"""What the families share: how a question asks, defines a curve and names a point."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.kernel import Outcome, identity, substitute, variables
from mathviz_chat.core.problems.grammar import Grammar, grammar
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Node, Symbol, TupleOf

_PARTS: Final = """
ASK = [FIND|write|write down|obtain|derive|evaluate|show|provide|express|identify|locate|list|name|
    need|want|get|put|state|give|what would be|what|can you find|how do you find|how do i find]
KIND = [curve|graph|function|line|parabola|equation|expression|polynomial|cubic|quadratic|rule|
    formula|
    hyperbola|straight|simple|path|model]
MADE = [has|have|with|is|are|be|given|by|defined|described|as|whose|of|equal to|that|modelled|
    models]
LEAD = [let|suppose|consider|take|define|given|if|for|you are given|say|suppose that|given that]
CURVE = [KIND|MADE|to|for|at|on|that]* {f:#fesk}
FORM = [in|as|give|giving|write|writing|written|express|expressed|with|leave|answer|your|form|
    equation|it|
    result|final|of|using|slope-intercept|gradient-intercept|slope intercept|point-slope|general|
    standard|its|should be|must be|and]
given:
    [LEAD|KIND|MADE|KIND {called:#s}]* {g:#fa} [is given]?
"""
_FORM: Final = """
form:
    [FORM]* {m:#m}
    [FORM]* [slope-intercept form|gradient-intercept form|slope intercept form|general form|
        standard form|
        point-slope form]
"""


def family(text: str, *, form: bool = False) -> Grammar:
    """A grammar with the parts and the clause of definitions that all families have.

    form: with the clause that names the form of an equation of a line.
    """
    return grammar(f"{_PARTS}\n{_FORM if form else ''}\n{text}")


def value_at(written: Node | None, variable: str, body: Expr) -> Expr | None:
    """The value of the variable at ``x = 3``, ``3`` or ``(3, 9)`` on the curve; else None."""
    if isinstance(written, Chain) and len(written.items) == 2:
        head, value = written.items
        return value if head == Symbol(variable) and not variables(value) else None
    pair = coordinates(written)
    if pair is not None:
        on_curve = identity(substitute(body, {variable: pair[0]}), pair[1]).outcome
        return pair[0] if on_curve is Outcome.PROVED else None
    if not isinstance(written, Expr) or isinstance(written, TupleOf | Call):
        return None
    return None if variables(written) else written


def coordinates(node: Node | None) -> tuple[Expr, Expr] | None:
    """The two coordinates of ``(2, 3)`` or ``A(2, 3)``, which are numbers."""
    items: tuple[Node, ...] = ()
    if isinstance(node, TupleOf):
        items = node.items
    elif isinstance(node, Call) and node.function.isupper():
        items = node.args
    if len(items) != 2 or not all(isinstance(one, Expr) and not variables(one) for one in items):
        return None
    first, second = items
    assert isinstance(first, Expr) and isinstance(second, Expr)
    return first, second
