"""Derivatives by named rules, the parts before the whole."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Const,
    Constant,
    Derivative,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Sub,
    Symbol,
)
from mathviz_chat.core.solving import build, values
from mathviz_chat.core.solving.lines import BRIEF, FINE, NORMAL, Lines
from mathviz_chat.core.solving.tidying import tidy

_E: Final = Constant(Const.E)


class NoRule(Exception):
    """No rule differentiates an expression of this kind."""


def solve(problem: Problem) -> Lines | None:
    """The derivative of the order asked, one after the other."""
    assert problem.expression is not None and problem.variable is not None
    lines = Lines()
    expr = problem.expression
    try:
        for _ in range(problem.order):
            several = len(variables(expr)) > 1
            expr = Differentiation(lines, problem.variable, partial=several).simplified(expr)
    except NoRule:
        return None
    lines.finish(expr)
    return lines


class Differentiation:
    """Writes the lines of one differentiation; each rule returns the tidied derivative."""

    def __init__(self, lines: Lines, variable: str, *, partial: bool = False) -> None:
        self._lines = lines
        self._variable = variable
        self._partial = partial

    def whole(self, expr: Expr) -> Expr:
        """The derivative of the whole expression: its line stands in every granularity."""
        return self._part(expr, BRIEF)

    def simplified(self, expr: Expr) -> Expr:
        """The derivative of the whole, a quotient with its numerator simplified."""
        found = self.whole(expr)
        if not isinstance(found, Div) or not isinstance(found.left, Add | Sub):
            return found
        shorter = values.reduced(found)
        if values.size(shorter) >= values.size(found):
            return found
        claim = build.equals(found, shorter)
        self._lines.step("Simplify", claim, level=BRIEF, before=found, after=shorter)
        return shorter

    def _part(self, expr: Expr, level: int) -> Expr:
        rule, derivative = self._rule(expr)
        if isinstance(expr, Number | Constant) or (isinstance(expr, Symbol) and level):
            level = FINE
        left = self._left(expr)
        if isinstance(expr, Pow) and isinstance(expr.exponent, Number) and rule == "Power rule":
            lowered = Mul(expr.exponent, Pow(expr.base, Sub(expr.exponent, build.ONE)))
            worked = build.equals(left, lowered)
            self._lines.once("Bring the exponent down", worked, level=FINE, before=expr)
        claim = build.equals(left, derivative)
        self._lines.once(rule, claim, level=level, before=expr, after=derivative)
        return derivative

    def _left(self, expr: Expr) -> Derivative:
        alone = set(variables(expr)) <= {self._variable}
        return Derivative(expr, self._variable, partial=self._partial and not alone)

    def _named(self, rule: str, expr: Expr, **parts: Expr) -> None:
        """``u = x^2, v = sin(x)``, in fine solutions, where no letter is taken already."""
        if not set(parts) & set(variables(expr)):
            told = ", ".join(f"{name} = {to_plain(part)}" for name, part in parts.items())
            self._lines.setup(rule, told, level=FINE)

    def _put_in(self, rule: str, expr: Expr, written: Expr) -> None:
        """The parts in their places, with nothing worked out yet."""
        self._lines.step(rule, build.equals(self._left(expr), written), level=FINE, before=expr)

    def _rule(self, expr: Expr) -> tuple[str, Expr]:
        if self._variable not in variables(expr):
            return "Constant rule", build.ZERO
        if isinstance(expr, Symbol):
            return "Power rule", build.ONE
        if isinstance(expr, Add | Sub):
            return "Sum rule", self._sum(expr)
        if isinstance(expr, Neg):
            return "Constant multiple rule", tidy(Neg(self._part(expr.arg, NORMAL)))
        if isinstance(expr, Mul):
            return self._product(expr)
        if isinstance(expr, Div):
            return self._quotient(expr)
        if isinstance(expr, Pow):
            return self._power(expr)
        if isinstance(expr, Abs):
            return self._chained(
                expr, "Derivative of the absolute value", Div(expr.arg, expr), expr.arg
            )
        return self._function(expr)

    def _sum(self, expr: Add | Sub) -> Expr:
        parts = []
        for side in (expr.left, expr.right):
            if isinstance(side, Add | Sub):
                parts.append(self._sum(side))
            elif self._variable in variables(side):
                parts.append(self._part(side, NORMAL))
            else:
                parts.append(self._part(side, FINE))
        return tidy(type(expr)(parts[0], parts[1]))

    def _product(self, expr: Mul) -> tuple[str, Expr]:
        left, right = expr.left, expr.right
        if self._variable not in variables(left):
            return self._multiple(left, right)
        if self._variable not in variables(right):
            return self._multiple(right, left)
        self._named("Name the factors", expr, u=left, v=right)
        du, dv = self._part(left, NORMAL), self._part(right, NORMAL)
        self._put_in("Put the parts into u'v + uv'", expr, Add(Mul(du, right), Mul(left, dv)))
        return "Product rule", tidy(Add(Mul(du, right), Mul(left, dv)))

    def _multiple(self, constant: Expr, expr: Expr) -> tuple[str, Expr]:
        simple = isinstance(expr, Symbol) or _is_power_of(expr, self._variable)
        du = self._part(expr, FINE if simple else NORMAL)
        rule = "Power rule" if simple else "Constant multiple rule"
        return rule, tidy(Mul(constant, du))

    def _quotient(self, expr: Div) -> tuple[str, Expr]:
        above, below = expr.left, expr.right
        if self._variable not in variables(below):
            du = self._part(above, NORMAL)
            return "Constant multiple rule", tidy(Div(du, below))
        if self._variable not in variables(above) and _is_power(below, self._variable):
            return self._negative_power(above, below)
        self._named("Name numerator and denominator", expr, u=above, v=below)
        du = self._part(above, FINE if self._variable not in variables(above) else NORMAL)
        dv = self._part(below, NORMAL)
        parts = Sub(Mul(du, below), Mul(above, dv))
        whole = Div(parts, Pow(below, build.TWO))
        self._put_in("Put the parts into (u'v - uv')/v^2", expr, whole)
        numerator = tidy(parts)
        return "Quotient rule", tidy(Div(numerator, Pow(below, build.TWO)))

    def _negative_power(self, above: Expr, below: Expr) -> tuple[str, Expr]:
        """``3/x^2`` as ``3*x^(-2)``."""
        exponent = below.exponent if isinstance(below, Pow) else build.ONE
        turned = tidy(Neg(exponent))
        base = Symbol(self._variable)
        written = Pow(base, turned)
        shown: Expr = written if above == build.ONE else Mul(above, written)
        given = Div(above, below)
        claim = build.equals(given, shown)
        self._lines.step("Write it with a negative exponent", claim, before=given, after=shown)
        lowered = tidy(Sub(turned, build.ONE))
        return "Power rule", tidy(Mul(above, Mul(turned, Pow(base, lowered))))

    def _power(self, expr: Pow) -> tuple[str, Expr]:
        base, exponent = expr.base, expr.exponent
        if self._variable in variables(exponent):
            return self._exponential(base, exponent)
        lowered = tidy(Sub(exponent, build.ONE))
        if isinstance(base, Symbol):
            return "Power rule", tidy(Mul(exponent, Pow(base, lowered)))
        self._named("Name the inside", expr, u=base)
        inner = self._part(base, NORMAL)
        outer = Mul(exponent, Pow(base, lowered))
        self._put_in("Multiply the outer derivative by the inner one", expr, Mul(outer, inner))
        return "Chain rule", tidy(Mul(outer, inner))

    def _exponential(self, base: Expr, exponent: Expr) -> tuple[str, Expr]:
        if self._variable in variables(base):
            return self._logarithmic(base, exponent)
        factor: Expr = build.ONE if base == _E else Log(base, _E)
        outer = tidy(Mul(Pow(base, exponent), factor))
        return self._chained(Pow(base, exponent), "Exponential rule", outer, exponent)

    def _logarithmic(self, base: Expr, exponent: Expr) -> tuple[str, Expr]:
        """``u^v = e^(v*ln(u))``: the power times the derivative of v*ln(u)."""
        inner = self._part(Mul(exponent, Log(base, _E)), NORMAL)
        return "Logarithmic differentiation", Mul(Pow(base, exponent), inner)

    def _function(self, expr: Expr) -> tuple[str, Expr]:
        if isinstance(expr, Log) and self._variable not in variables(expr.base):
            scale: Expr = expr.arg if expr.base == _E else Mul(expr.arg, Log(expr.base, _E))
            return self._chained(expr, "Logarithm rule", tidy(Div(build.ONE, scale)), expr.arg)
        if isinstance(expr, Root) and self._variable not in variables(expr.index):
            return self._root(expr)
        if isinstance(expr, Call) and len(expr.args) == 1 and not expr.primes:
            argument = expr.args[0]
            if expr.function == "exp":
                return self._chained(expr, "Exponential rule", expr, argument)
            outer = _outer(expr.function, argument)
            return self._chained(expr, f"Derivative of {_NAMES[expr.function]}", outer, argument)
        raise NoRule

    def _root(self, expr: Root) -> tuple[str, Expr]:
        if expr.index == build.TWO:
            outer: Expr = Div(build.ONE, Mul(build.TWO, expr))
        elif isinstance(expr.index, Number):
            below = Pow(expr, build.integer(expr.index.value - 1))
            outer = Div(build.ONE, Mul(expr.index, below))
        else:
            raise NoRule
        return self._chained(expr, "Root rule", outer, expr.radicand)

    def _chained(self, expr: Expr, rule: str, outer: Expr, argument: Expr) -> tuple[str, Expr]:
        if isinstance(argument, Symbol):
            return rule, outer
        self._named("Name the inside", expr, u=argument)
        inner = self._part(argument, NORMAL)
        self._put_in("Multiply the outer derivative by the inner one", expr, Mul(outer, inner))
        return "Chain rule", tidy(Mul(inner, outer))


def _is_power_of(expr: Expr, variable: str) -> bool:
    return isinstance(expr, Pow) and expr.base == Symbol(variable)


def _is_power(expr: Expr, variable: str) -> bool:
    """``x`` or ``x^3``, with a number for its exponent."""
    numeric = isinstance(expr, Pow) and not variables(expr.exponent)
    return expr == Symbol(variable) or (numeric and _is_power_of(expr, variable))


def _outer(function: str, u: Expr) -> Expr:
    """The derivative of an elementary function at u (Abramowitz and Stegun, 4.3 to 4.6)."""
    square = Pow(u, build.TWO)
    one = build.ONE
    table: dict[str, Expr] = {
        "sin": Call("cos", (u,)),
        "cos": Neg(Call("sin", (u,))),
        "tan": Div(one, Pow(Call("cos", (u,)), build.TWO)),
        "cot": Neg(Div(one, Pow(Call("sin", (u,)), build.TWO))),
        "sec": Mul(Call("sec", (u,)), Call("tan", (u,))),
        "csc": Neg(Mul(Call("csc", (u,)), Call("cot", (u,)))),
        "sinh": Call("cosh", (u,)),
        "cosh": Call("sinh", (u,)),
        "tanh": Div(one, Pow(Call("cosh", (u,)), build.TWO)),
        "arcsin": Div(one, Root(Sub(one, square), build.TWO)),
        "arccos": Neg(Div(one, Root(Sub(one, square), build.TWO))),
        "arctan": Div(one, Add(one, square)),
    }
    if function not in table:
        raise NoRule
    return table[function]


_NAMES: Final = {
    "sin": "sine",
    "cos": "cosine",
    "tan": "tangent",
    "cot": "cotangent",
    "sec": "secant",
    "csc": "cosecant",
    "sinh": "hyperbolic sine",
    "cosh": "hyperbolic cosine",
    "tanh": "hyperbolic tangent",
    "arcsin": "arcsine",
    "arccos": "arccosine",
    "arctan": "arctangent",
}
