"""Sums of logarithms as one logarithm, one logarithm as a sum, quotients of two."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import Add, Div, Expr, Log, Mul, Node, Number, Pow, Root, Sub
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import build, exact_values, logarithmic
from mathviz_chat.core.solving.lines import BRIEF, Lines

_POWERS = "n*log(a) = log(a^n)."
_PRODUCTS = "log(a) + log(b) = log(ab), log(a) - log(b) = log(a/b)."


def as_one(expr: Expr) -> Lines | None:
    """``2log(x) + log(y) = log(x^2*y)``; None for anything but a sum of logarithms of one base."""
    combined = logarithmic.combined(expr)
    if combined is None or combined == expr:
        return None
    lines = Lines()
    powers = transform(expr, _into_the_logarithm)
    if powers != expr:
        level = BRIEF if powers == combined else 1
        rule = "Move the factors into the logarithms"
        claim = build.equals(expr, powers)
        lines.step(rule, claim, level=level, before=expr, after=powers, why=_POWERS)
    if combined != powers:
        claim = build.equals(powers, combined)
        rule = "Write them as one logarithm"
        lines.step(rule, claim, level=BRIEF, before=powers, after=combined, why=_PRODUCTS)
    lines.finish(_with_simple_argument(lines, combined))
    return lines


def _into_the_logarithm(node: Node) -> Node | None:
    match node:
        case Mul(Number() as factor, Log(arg, base)) if factor.value.denominator == 1:
            return Log(build.power(arg, int(factor.value)), base)
    return None


def _with_simple_argument(lines: Lines, log: Log) -> Log:
    """``ln(x^2/x)`` as ``ln(x)``, where the kernel proves that."""
    for argument in symbolic.simplified(log.arg):
        simple = Log(argument, log.base)
        smaller = len(list(walk(argument))) < len(list(walk(log.arg)))
        if smaller and identity(log, simple).outcome is Outcome.PROVED:
            claim = build.equals(log, simple)
            lines.step("Simplify the argument", claim, level=BRIEF, before=log, after=simple)
            return simple
    return log


def as_sum(expr: Expr) -> Lines | None:
    """``log(x^2*y/z) = 2log(x) + log(y) - log(z)``; None where nothing comes apart."""
    if not isinstance(expr, Log):
        return None
    apart = _products_apart(expr)
    lines = Lines()
    if apart != expr:
        claim = build.equals(expr, apart)
        rule = "Write it as a sum of logarithms"
        level = BRIEF if transform(apart, _power_in_front) == apart else 1
        lines.step(rule, claim, level=level, before=expr, after=apart, why=_PRODUCTS)
    result = transform(apart, _power_in_front)
    if result != apart:
        claim = build.equals(apart, result)
        rule = "Bring the exponents to the front"
        lines.step(rule, claim, level=BRIEF, before=apart, after=result, why=_POWERS)
    if result == expr:
        return None
    lines.finish(result)
    return lines


def _products_apart(log: Log) -> Expr:
    match log.arg:
        case Mul(left, right):
            return Add(_products_apart(Log(left, log.base)), _products_apart(Log(right, log.base)))
        case Div(left, right):
            return Sub(_products_apart(Log(left, log.base)), _products_apart(Log(right, log.base)))
    return log


def _power_in_front(node: Node) -> Node | None:
    match node:
        case Log(Pow(base, exponent), of):
            return Mul(exponent, Log(base, of))
        case Log(Root(radicand, Number() as index), of):
            return Mul(build.rational(1 / index.value), Log(radicand, of))
    return None


def of_numbers(expr: Expr) -> Lines | None:
    """Logarithms of numbers: a quotient of two, or a sum of them."""
    return _quotient(expr) or _numeric(expr)


def _quotient(expr: Expr) -> Lines | None:
    """``log(8)/log(2) = log_2(8) = 3``, where that is a rational number."""
    match expr:
        case Div(Log(above, base), Log(below, other)) if base == other:
            changed = Log(above, below)
            value = exact_values.of(changed)
            if value is None:
                return None
            lines = Lines()
            why = "log(a)/log(b) is the logarithm of a to the base b, whatever base both have."
            claim = build.equals(expr, changed)
            lines.step("Change the base", claim, before=expr, after=changed, why=why)
            claim = build.equals(changed, value)
            rule = "Use the definition of the logarithm"
            lines.step(rule, claim, level=BRIEF, before=changed, after=value)
            lines.finish(value)
            return lines
    return None


def _numeric(expr: Expr) -> Lines | None:
    """``log(2) + log(3)`` as one logarithm, worked out where it is a rational number."""
    combined = logarithmic.combined(expr)
    if combined is None:
        return None
    lines = Lines()
    argument = recount.value(combined.arg)
    if not isinstance(argument, Fraction):
        return None
    result = replace(combined, arg=build.rational(argument))
    if combined != expr:
        rule = "Combine the logarithms"
        lines.step(rule, build.equals(expr, combined), before=expr, after=combined)
    value = recount.value(result)
    whole = Fraction(round(float(value)))
    if recount.agree(value, whole):
        line = build.equals(result, build.rational(whole))
        lines.step("Work out the logarithm", line, level=BRIEF, before=result)
        lines.finish(build.rational(whole))
        return lines
    if result != combined:
        line = build.equals(combined, result)
        lines.step("Work out the argument", line, level=BRIEF, before=combined, after=result)
    lines.finish(result)
    return lines
