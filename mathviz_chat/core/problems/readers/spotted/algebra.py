"""Intents about expressions: expand, factor, simplify, evaluate, put together."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import Outcome, holds, variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted import numbers
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent
from mathviz_chat.core.reading.tree import Call, Chain, Expr, RelOp, Statement
from mathviz_chat.core.reading.walking import walk

_POLYNOMIAL = (
    "polynomial polynomials quadratic cubic quartic trinomial binomial expression expressions "
    "algebraic product bracket brackets parentheses parenthesis function degree two three "
    "variable variables"
)
_SIMPLE = (
    "simplify simplified simplifying simplest form lowest terms fully completely possible "
    "collect collecting collected like "
)
_AS_FAR = (
    "as far as possible|as much as possible|as simply as possible|as simple as possible|"
    "as you can|as far as you can|as fully as possible|until it cannot be simplified further|"
    "until it can't be simplified any further|wherever possible|where possible|in full"
)


def _expanded(found: Found) -> str:
    return f"Expand {found['e']}."


def _simplified(found: Found) -> str | None:
    """Values that are left out say nothing new; a sign that is told would."""
    conditions = [one for one in found.all("r") if isinstance(one, Chain)]
    if any(c.ops != (RelOp.NE,) for c in conditions):
        return None
    task = "Simplify" if numbers.exact(found.node("e")) is None else "Calculate"
    return f"{task} {found['e']}."


_SURD: Final = re.compile(r"(?:[a-z][+-])?[a-z]\*?(?:√|\\?sqrt)[({]?(\d+)[)}]?")


def _surd(found: Found) -> str | None:
    """In the form ``k√2`` or ``a + b√2``, which is the simplest where no square divides the 2."""
    form = _SURD.fullmatch(re.sub(r"[\s$]", "", found.written["form"][0]).replace("−", "-"))
    if form is None or any(int(form[1]) % n**2 == 0 for n in range(2, int(form[1]))):
        return None
    return f"Simplify {found['e']}."


def _given_values(found: Found) -> str | None:
    """``Evaluate E at x = 3 and y = -2``; every value is of another letter."""
    values = [slots.spelled(one) for one in found.all("a")]
    return f"Evaluate {found.body('e')} at {' and '.join(values)}."


def _called(found: Found) -> str:
    """``f(2)``, ``f(g(x))`` of the functions that are defined."""
    defined = " and ".join(slots.spelled(one) for one in found.all("f"))
    return f"Let {defined}. What is {slots.spelled(found.node('c'))}?"


def _of_functions(found: Found) -> str | None:
    heads = {one.items[0] for one in found.all("f") if isinstance(one, Chain)}
    named = {one.function for one in heads if isinstance(one, Call)}
    again = any(one != found.node("c") for one in found.all("c"))  # fg(x), that is f(g(x))
    if len(named) != len(found.all("f")) or again or _is_outside(found):
        return None
    return _called(found)


def _is_outside(found: Found) -> bool:
    """``f(2)`` of a function that is defined for x > 3."""
    at = [
        one.args[0]
        for node in found.all("c")
        for one in walk(node)
        if isinstance(one, Call) and len(one.args) == 1 and isinstance(one.args[0], Expr)
    ]
    return any(
        holds(domain, {name: value}).outcome is Outcome.REFUTED
        for domain in found.all("r")
        if isinstance(domain, Statement)
        for name in variables(domain)
        for value in at
        if not variables(value)
    )


INTENTS: Final = (
    Intent(
        "expand",
        (
            "expand~|expansion|multiply out|multiplying out|multiplied out|remove the brackets|"
            "removing the brackets|foil|get rid of the brackets|clear the brackets|open the "
            "brackets|without brackets|without any brackets|remove all brackets|without "
            "parentheses|remove all the brackets|removing all brackets|as a polynomial|multiply "
            "the "
            "brackets|multiply these brackets",
        ),
        ("e:en",),
        _expanded,
        f"{_POLYNOMIAL} {_SIMPLE} foil distribute distributing distributive law property standard",
        f"{_AS_FAR}|simplify the result|collect like terms|in descending powers of ##|"
        "in descending powers|in decreasing powers of ##|in standard form|as a polynomial|"
        "combine like terms|combining like terms|foil method|as a sum of terms|"
        "by multiplying it out|descending order|in descending order",
    ),
    Intent(
        "factor",
        (
            "factor|factors|factored|factoring|factorise~|factorize~|factorisation|factorization|"
            "write as a product of factors|as a product of linear factors|into two brackets|goes "
            "into "
            "brackets|as two brackets|as a product of two brackets|in two brackets",
        ),
        ("e:e",),
        "Factor {e}.",
        f"{_POLYNOMIAL} fully completely grouping common difference squares cubes perfect square "
        "irreducible integers integer coefficients rational linear simplest form trial inspection "
        "sum middle splitting",
        "over the integers|over integers|over the rationals|over the rational numbers|by grouping|"
        "as a product|as a product of factors|product of its factors|as a product of two brackets|"
        "by inspection|into factors|into linear factors|into irreducible factors|into two brackets|"
        "into brackets|taking out the common factor|take out the common factor|pull out|"
        "pulling out|taking out|first|highest common factor|greatest common factor|into a product|"
        "into simpler factors|into the product of|down into|by taking out common factors|"
        f"using the difference of two squares|{_AS_FAR}",
    ),
    Intent(
        "simplify",
        (
            "simplify~|simplification|simplest form|as simply as possible|as simple as "
            "possible|reduce~|lowest terms|in simpler form|to its simplest form|simplest terms|"
            "simplest surd form|simplest radical form|in its simplest form|rationalise~|"
            "rationalize~|rationalise the denominator|rationalize the denominator|rationalising "
            "the denominator|rationalizing the denominator|combine like terms|collect like terms|"
            "collecting like terms|"
            "combining like terms|as a single fraction|as one fraction|as a single power|as a "
            "single logarithm|as one logarithm|with a rational denominator|single simplified "
            "fraction|cancel down|cancel|as simply as you can",
        ),
        ("e:en", "r:r*"),
        _simplified,
        "express~ fraction fractions algebraic rational expression expressions surd surds radical "
        "radicals indices index exponent exponents power powers laws law rules rule positive "
        "fully completely possible simplest form lowest terms term single one common factor "
        "factors factoring logarithm logarithms logs log denominator numerator combine "
        "combining like collect collecting square roots trigonometric identity identities "
        "cancelling cancel polynomial",
        f"{_AS_FAR}|with positive exponents|with positive indices|using only positive exponents|"
        "with only positive indices|with a rational denominator|first|by factoring first|"
        "using the laws of indices|in the form ##|to lowest terms|down to|"
        "with no surd in the denominator|without a surd in the denominator|"
        "without a square root in the denominator|without surds in the denominator|"
        "with no radicals in the denominator|so that the denominator is rational|"
        "so that there is no surd in the denominator|not equal to|where # is positive|"
        "assume # is positive|assuming # is positive|assume that # is positive|"
        "where all variables are positive|assume all variables are positive|"
        "assume that all variables are positive|assuming all variables are positive",
    ),
    Intent(
        "surd in a form",
        ("in the form|of the form|answer as|result as|it as|as",),
        ("e:n", "form:e@in the form|of the form|as"),
        _surd,
        "expand~ express~ simplify~ surd surds form integer integers rational numbers constants "
        "single",
        "with integers # and #|where # is an integer|where # and # are integers|where # and # are "
        "rational "
        "numbers|# is an integer|# and # are integers|for integers # and #|and # and # are "
        "integers|where # "
        "and # are constants|for some integer #",
    ),
    Intent(
        "evaluate at values",
        (),
        ("e:e", "a:a+"),
        _given_values,
        "evaluate~ equals takes out expression polynomial algebraic formula numerical number "
        "substitute~ substitution plug plugging in into function quadratic cubic",
        "when you|by substituting|first|how much is",
    ),
    Intent(
        "evaluate a function",
        (),
        ("f:f+", "c:vc+", "r:r*"),
        _of_functions,
        "function functions composite composition composed rule mapping domain real single "
        "fraction polynomial simplified simplest form image defined map evaluate~ substitute~ "
        "value output input expand~ simplify~ terms simplifying two both",
        "in terms of #|as a single fraction|as a function of #|for all real #|for real #|"
        "in its simplest form|expression for|for all #|as a polynomial in #|two functions|"
        "composite function|for every real #|as one fraction|as one simplified fraction|as a "
        "single "
        "simplified fraction|multiply it all out|multiply it out|multiply everything out|multiply "
        "out|"
        "expand and simplify|is defined by|in terms of # only|is the same as",
    ),
)
