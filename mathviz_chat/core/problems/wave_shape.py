"""The shape of a wave: ``a sin(b x + c) + d``, or a cosine or a tangent in its place."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import multivariate
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Const, Constant, Div, Expr, Mul, Neg, Node, Symbol
from mathviz_chat.core.reading.walking import transform, walk


@dataclass(frozen=True, slots=True)
class Wave:
    """``a f(b x + c) + d`` as it is written; a and d rational, b and c rational or times pi."""

    shown: str
    tree: Expr
    function: str
    a: Fraction
    b: Expr
    c: Expr
    d: Fraction


def wave_of(tree: Expr, name: str) -> Wave | None:
    """``a sin(b x + c) + d``, with a cosine or a tangent too; None for anything else."""
    calls = {part for part in walk(tree) if isinstance(part, Call)}
    call = calls.pop() if len(calls) == 1 else None
    if call is None or call.function not in ("sin", "cos", "tan") or len(call.args) != 1:
        return None
    outer: Expr = transform(tree, lambda node: Symbol("w") if node == call else None)
    terms = multivariate.of_expression(outer, ("w",))
    inner = _linear(call.args[0], name)
    if terms is None or inner is None or not set(terms) <= {(0,), (1,)} or (1,) not in terms:
        return None
    zero = Fraction(0)
    shown = f"y = {to_plain(tree)}" if name == "x" else f"f({name}) = {to_plain(tree)}"
    return Wave(shown, tree, call.function, terms[1,], *inner, terms.get((0,), zero))


def _linear(inner: Expr, name: str) -> tuple[Expr, Expr] | None:
    """b and c of ``b x + c``, each a rational number or one times pi."""
    outer: Expr = transform(inner, _pi_as_letter)
    terms = multivariate.of_expression(outer, (name, "p"))
    if name == "p" or terms is None or set(variables(inner)) != {name}:
        return None
    slopes = [key for key in terms if key[0]]
    levels = [key for key in terms if not key[0]]
    if len(slopes) != 1 or len(levels) > 1 or not {*slopes} <= {(1, 0), (1, 1)}:
        return None
    if not {*levels} <= {(0, 0), (0, 1)}:
        return None
    b = _times_pi(terms[slopes[0]], slopes[0][1])
    c = _times_pi(terms[levels[0]], levels[0][1]) if levels else number(Fraction(0))
    return b, c


def _pi_as_letter(node: Node) -> Expr | None:
    return Symbol("p") if isinstance(node, Constant) and node.const is Const.PI else None


def _times_pi(factor: Fraction, power: int) -> Expr:
    """``2``, ``pi/3``, ``-2*pi/3``."""
    if not power:
        return number(factor)
    pi: Expr = Constant(Const.PI)
    size = abs(factor)
    above = pi if size.numerator == 1 else Mul(number(Fraction(size.numerator)), pi)
    whole = above if size.denominator == 1 else Div(above, number(Fraction(size.denominator)))
    return whole if factor > 0 else Neg(whole)
