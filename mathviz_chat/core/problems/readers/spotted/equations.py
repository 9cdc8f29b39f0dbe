"""Intents about equations, inequalities and systems: solve, rearrange, count the roots."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import real_solutions, variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted import numbers
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Interval, Node, TupleOf

_NOUNS = (
    "equation equations linear quadratic cubic quartic polynomial rational radical exponential "
    "logarithmic absolute-value trigonometric fractional surd simultaneous algebraic "
    "solution solutions root roots unknown unknowns variable all real both every zeros zeroes "
    "satisfies satisfy satisfying solve~ true hold holds solving set formula factoring "
    "factorising factorizing completing power powers base sides side logs logarithms logarithm "
    "log extraneous zero makes obey obeys fits exponent exponents system pair pairs "
    "substitution elimination natural bracket brackets modulus absolute completely answers "
)
_EXACT: Final = re.compile(r"√|sqrt|\bln\b|\blog")
"""Forms in which solutions that are no fractions are written anyway."""
_COUNTS = (
    "exactly one solution|just one solution|has one solution|has one root|two roots|two "
    "solutions|two real roots|two distinct real roots|two real solutions|three roots|three "
    "real roots|three solutions|two distinct roots|two answers|two values|two real answers|two "
    "different answers|three answers|three whole-number solutions|two whole-number solutions|two "
    "integer solutions|three integer solutions|two integer roots|three integer roots|three "
    "distinct real roots|just one answer|only one answer|one answer"
)
_COUNT: Final = re.compile(
    r"\b(?P<n>one|two|three|four) (?:(?:distinct|different|real|whole-number|integer) )*"
    r"(?:solutions?|roots?|answers?|values)\b"
)
_SIZES: Final = {"one": 1, "two": 2, "three": 3, "four": 4}
_PHRASES = (
    "the argument must be positive|the arguments must be positive|logarithms must be "
    "positive|argument of a logarithm must be positive|logs of negative numbers do not exist|by "
    "using|quadratic formula|completing the square|complete the square|by factoring|by "
    "factorising|by factorizing|by completing the square|by substitution|by elimination|using "
    "elimination|difference of two squares|taking logs of both sides|taking logs|take "
    "logs|taking logarithms|both sides|of both sides|as powers of ##|powers of ##|as a power of "
    "##|same base|the same base|square both sides|squaring both sides|by squaring both "
    "sides|absolute value|absolute values|modulus signs|absolute value signs|rejecting any "
    "extraneous ones|reject any extraneous roots|reject any extraneous solutions|rejecting any "
    "extraneous solutions|rejecting extraneous solutions|discard any extraneous "
    "solutions|discarding any extraneous solutions|checking for extraneous solutions|check for "
    "extraneous solutions|check for extraneous roots|checking for extraneous roots|rejecting any "
    "that do not work|rejecting any that don't work|throwing away any false ones|any extraneous "
    "solutions|some values of # are not allowed|some values are not allowed|some values of # are "
    "excluded|with # meaning natural log|natural log|base 10|natural logarithm|where # means "
    "natural log|on both sides|by taking logs|over the real numbers|over the reals|in the real "
    "numbers|in real numbers|or otherwise|real numbers|real number|real values|every real|common "
    "denominator|clearing denominators|clear the denominators|by clearing "
    "denominators|multiplying through|multiplying out|cross multiplying|cross-multiplying|factor "
    "first|each of the unknowns|all of the solutions|all possible|all the possible|all possible "
    "values|for all #|every solution|all of them|to be done by|can be done by|can be solved "
    "by|writing both sides|have to be|has to be|ends up|must be|in # alone|in one unknown|in one "
    "variable|in two unknowns|in two variables|in three unknowns|in one variable #|two "
    "equations|three equations|these two|these three|the two|the three|should be|on its own "
    "line|factorise the left side and hence|factorize the left side and hence|factor the left "
    "side and hence|factorise the left-hand side and hence|by factorising the left "
    "side|factorise and hence|factorise it and hence|and hence"
)


def _solve(found: Found) -> str | None:
    """``Solve E1, E2 for x and y``; a letter that is not in the equations is none to find."""
    letters = list(dict.fromkeys(name for one in found.all("x") for name in variables(one)))
    names = {name for one in found.all("q") for name in variables(one)}
    form = found.written.get("form", ("√",))[0]
    if (
        all(map(_defines, found.all("q")))
        or not _EXACT.search(form)
        or not set(letters) <= names
        or (len(names) > 1 and _tells_how_many(found))
    ):
        return None
    if not _as_many_as_told(found, names):
        return None
    for_letters = f" for {' and '.join(letters)}" if letters else ""
    return f"Solve {found['q']}{for_letters}."


def _tells_how_many(found: Found) -> bool:
    return any(f"{word} " in found.text for word in ("one", "distinct", "roots", "two real"))


def _as_many_as_told(found: Found, names: set[str]) -> bool:
    """Whether the equation has the number of solutions that the words say; true without any."""
    told = _COUNT.search(found.text)
    if told is None or len(names) != 1 or len(found.all("q")) != 1:
        return True
    equation = found.node("q")
    solutions = real_solutions(equation, *names) if isinstance(equation, Chain) else None
    if solutions is None or solutions.intervals or len(solutions.points) != _SIZES[told["n"]]:
        return False
    whole = "whole-number" in told[0] or "integer" in told[0]
    return not whole or all(_is_whole(point.exact) for point in solutions.points)


def _is_whole(value: Expr | None) -> bool:
    found = None if value is None else numbers.exact(value)
    return found is not None and found.endswith("/1")


def _interval(found: Found) -> str | None:
    """Angles in ``[0, 2pi)``; a pair in round brackets is an open interval."""
    names = {name for one in found.all("q") for name in variables(one)}
    node = found.node("i")
    if isinstance(node, TupleOf) and len(node.items) == 2:
        node = Interval(node.items[0], node.items[1], lower_closed=False, upper_closed=False)
    if not isinstance(node, Interval) or len(names) != 1:
        return None
    low, high = ("<=" if closed else "<" for closed in (node.lower_closed, node.upper_closed))
    ends = slots.spelled(node.lower), slots.spelled(node.upper)
    return f"Solve {found['q']} for {ends[0]} {low} {names.pop()} {high} {ends[1]}."


def _range(found: Found) -> str | None:
    """For ``0 <= x < 2pi``, where the equation has that letter and no other."""
    if _defines(found.node("q")) or variables(found.node("q")) != variables(found.node("r")):
        return None
    return f"Solve {found['q']} for {found['r']}."


def _defines(node: Node) -> bool:
    """``f(x) = x^2`` is no equation to be solved."""
    if not isinstance(node, Chain):
        return False
    head, body = node.items[0], node.items[-1]
    return isinstance(head, Call) and len(head.function) == 1 and bool(variables(body))


def _between(found: Found) -> str | None:
    """Angles between two values, in degrees where the words say so."""
    names = {name for one in found.all("q") for name in variables(one)}
    if len(names) != 1 or len(found.all("end")) != 2:
        return None
    low, high = (slots.spelled(one) for one in found.all("end"))
    if "degrees" in found.words:
        low, high = f"{low}°", f"{high}°"
    return f"Solve {found['q']} for {low} <= {names.pop()} <= {high}."


def _subject(found: Found) -> str | None:
    return _solve(found) if len(set(found.all("x"))) == 1 else None


def _counted(found: Found) -> str:
    return f"How many real roots does {found['q']} have?"


INTENTS: Final = (
    Intent(
        "solve",
        (),
        ("q:q+", "x:sp*", "form:e?@in the form|of the form"),
        _solve,
        f"{_NOUNS} form",
        f"{_PHRASES}|{_COUNTS}",
    ),
    Intent(
        "solve in an interval",
        ("interval|range|domain",),
        ("q:q", "i:Ip"),
        _interval,
        f"{_NOUNS} interval range domain angle angles radians",
        _PHRASES,
    ),
    Intent(
        "solve an inequality",
        (),
        ("q:i", "x:s*"),
        _solve,
        f"{_NOUNS} inequality inequalities range interval notation critical",
        f"{_PHRASES}|interval notation|in interval notation|set of values|"
        "range of values|range of #|solution set|number line|for which",
    ),
    Intent(
        "solve in a range",
        (),
        ("q:q", "r:r"),
        _range,
        f"{_NOUNS} interval range angle angles radians",
        _PHRASES,
    ),
    Intent(
        "solve between two angles",
        ("between|from|interval",),
        ("q:q", "end:n+@between|from|interval|to"),
        _between,
        f"{_NOUNS} interval range angle angles degrees radians inclusive",
        _PHRASES,
    ),
    Intent(
        "rearrange",
        (
            "rearrange~|subject|rewrite~|rewritten|transpose~|isolate~|in terms of|on its own|"
            "by itself|make # the subject|express~",
        ),
        ("q:q", "x:s+", "other:s*@in terms of"),
        _subject,
        "lens mirror gas kinetic energy motion pendulum conversion physics chemistry says formula "
        "formulas equation subject side left right left-hand right-hand lhs rhs alone",
        "in terms of the other letters|in terms of the other variables|in terms of the others|"
        "in terms of the rest|in terms of everything else|on the left-hand side|on the left|"
        "on the left hand side|on one side|the subject of|by itself|on its own",
    ),
    Intent(
        "number of roots",
        ("how many|number of",),
        ("q:q",),
        _counted,
        "real distinct different root roots solution solutions quadratic equation discriminant "
        "have has cubic polynomial",
        "without solving it|without solving|without actually solving it|using the discriminant|"
        "the discriminant",
    ),
)
