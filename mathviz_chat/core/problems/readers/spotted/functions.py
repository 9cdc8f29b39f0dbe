"""Intents about functions as a whole: extrema, vertices, inverses, series, roots of a parabola."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent
from mathviz_chat.core.reading.tree import (
    Chain,
    Div,
    Interval,
    RelOp,
)

_NOUNS = (
    "function functions curve graph parabola equation expression quadratic cubic polynomial "
    "coordinates coordinate calculus differentiation differentiating derivative test nature "
    "x-coordinate x-values x-value both real all "
)
_F = ("f:fe",)


def _of(template: str) -> Callable[[Found], str | None]:
    return lambda found: template.format(found["f"])


def _row(name: str, needs: tuple[str, ...], template: str, allows: str, passes: str = "") -> Intent:
    return Intent(name, needs, _F, _of(template), f"{_NOUNS}{allows}", passes)


def _divided(what: str) -> Callable[[Found], str | None]:
    return lambda found: f"Find {what} when {found.body('a')} is divided by {found.body('b')}."


_DIVISION = (
    "after polynomial polynomials long synthetic division divide~ divisor dividend theorem "
    "quotient remainder algebraic expression factor cubic quadratic linear left leaves "
    "obtained over and by degree"
)
_DIVIDED = (
    "remainder theorem|long division|synthetic division|polynomial division|polynomial long "
    "division|algebraic long division|is left|left after|remainder is left|left over|by the "
    "remainder theorem|factor theorem"
)
_ROOTS = (
    "root roots solution solutions equation quadratic real constant values possible "
    "both all repeated exactly one distinct different equal double two no has have having"
)
_EQUAL = (
    "equal roots|repeated root|repeated roots|double root|exactly one solution|exactly one "
    "root|one repeated root|exactly one real root|exactly one real solution|only one solution|"
    "only one root|two equal roots|equal real roots|two equal real roots|one real root|a "
    "single root|a repeated real root|a double root|only one real solution|coincident roots|"
    "one real solution|just one solution|just one root|a single solution"
)


def _parameter(what: str) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        letters = {slots.spelled(one) for one in found.all("k")}
        names = variables(found.node("q")) if isinstance(found.node("q"), Chain) else ()
        if len(letters) != 1 or len(names) != 2 or not letters <= set(names):
            return None
        return f"For which {letters.pop()} does {found['q']} have {what}?"

    return says


_LEAST = "minimum value|least value|smallest value|lowest value|minimum"
_GREATEST = "maximum value|greatest value|largest value|highest value|biggest value|maximum"


def _extreme(which: str) -> Callable[[Found], str | None]:
    """The greatest or least value on ``[a, b]``, also written ``a <= x <= b``."""

    def says(found: Found) -> str | None:
        node = found.node("r")
        if isinstance(node, Interval) and node.lower_closed and node.upper_closed:
            ends = (node.lower, node.upper)
        elif isinstance(node, Chain) and node.ops == (RelOp.LE, RelOp.LE):
            ends = (node.items[0], node.items[2])
            if variables(node) != variables(found.inner("f")):
                return None
        else:
            return None
        low, high = map(slots.spelled, ends)
        return f"Find the {which} value of {found.body('f')} on [{low}, {high}]."

    return says


def _fraction(what: str) -> Callable[[Found], str | None]:
    """Of ``A ÷ B`` or ``A/B``, where both are polynomials in brackets or alone."""

    def says(found: Found) -> str | None:
        node = found.inner("f")
        if not isinstance(node, Div):
            return None
        above, below = slots.spelled(node.left), slots.spelled(node.right)
        return f"Find {what} when {above} is divided by {below}." if variables(node.right) else None

    return says


_WHAT_KIND: Final = re.compile(r"\bwhat (?:they are|it is|each|kinds?|types?|sorts?)\b")
_ONLY_PLACES: Final = re.compile(r"\bx-(?:coordinate|value)|\bvalues? of\b|\bfor wh|\bcritical\b")


def _special_points(found: Found) -> str | None:
    """Critical points are values of x, stationary and turning points have coordinates."""
    if _WHAT_KIND.search(found.text):
        return None
    if _ONLY_PLACES.search(found.text):
        return f"Find the critical points of {found['f']}."
    sort = "stationary" if "stationary" in found.text else "turning"
    return f"Find the coordinates of the {sort} points of {found['f']}."


def _local(found: Found) -> str:
    """Both kinds, unless one is all that is asked for: ``the coordinates of the maximum``."""
    asked = [kind for kind in ("maximum", "minimum") if _OF_KIND[kind].search(found.text)]
    if len(asked) == 1 and not _NATURE_ASKED.search(found.text):
        return f"Find the local {asked[0]} point of {found.body('f')}."
    return f"Find the local extrema of {found.body('f')}."


_OF_KIND: Final = {
    "maximum": re.compile(r"\bmax(?:im(?:um|a))?\b"),
    "minimum": re.compile(r"\bmin(?:im(?:um|a))?\b"),
}
_NATURE_ASKED: Final = re.compile(r"\b(?:nature|classify|extrem\w*|turning|stationary)\b")
_NATURE = (
    "decide for each of them whether it is a maximum or a minimum|decide whether each is a "
    "maximum or a minimum|decide whether each one is a maximum or a minimum|determine whether "
    "each is a maximum or a minimum|state whether each is a maximum or a minimum|determine their "
    "nature|determine the nature of each|state the nature of each|and their nature|state their "
    "nature|say whether each is a maximum or a minimum|say whether each one is a maximum or a "
    "minimum|determine the nature of each of them|determine whether they are maxima or minima"
)
INTENTS: Final = (
    Intent(
        "critical points",
        (
            "critical points|stationary points|turning points|critical point|stationary point|"
            "turning point",
        ),
        _F,
        _special_points,
        f"{_NOUNS}critical stationary turning point points where zero",
        "all of the|all the|turning points|x-coordinate of the|x-coordinates of the|"
        "x-values of the|x-values of",
    ),
    Intent(
        "local extrema",
        (
            f"{_NATURE}|local maximum|local maxima|local extrema|relative maximum|relative extrema|"
            "maximum point|maximum and minimum points|local maximum and minimum|maximum and "
            "minimum|extrema|extreme points|relative maxima|local extreme points|minimum point|"
            "local minimum|local minima|relative minimum|relative minima",
        ),
        _F,
        _local,
        f"{_NOUNS}local relative maximum minimum maxima minima extrema point points each which has "
        "one two",
        "turning points|stationary points|the two turning points|each turning point|each of them|"
        "local minimum|local minima|relative minimum|relative minima|one local maximum|one "
        "local minimum|saying which is which|x-coordinate of each|"
        "classify each|classify them|stating which is "
        "which|state which is which|and say which is which",
    ),
    _row(
        "inflection points",
        (
            "inflection|inflexion|inflection points|point of inflection|points of inflection|"
            "points of inflexion",
        ),
        "Find the inflection points of {}.",
        "inflection inflexion point points concavity changes",
    ),
    Intent(
        "horizontal tangent",
        (
            "horizontal tangent|tangent is horizontal|tangent horizontal|tangent to the curve "
            "horizontal|tangent parallel to the x-axis|horizontal tangents",
        ),
        ("f:f", "x:s+"),
        lambda found: (
            f"For which x does y = {found.body('f')} have a horizontal tangent?"
            if variables(found.inner("f")) == ("x",)
            else None
        ),
        f"{_NOUNS}values value have has does horizontal tangent",
        "for which|for what|at which|all values|all the values",
    ),
    _row("vertex", ("vertex",), "Find the vertex of {}.", "vertex parabola turning"),
    _row(
        "axis of symmetry",
        ("axis of symmetry|line of symmetry",),
        "Find the axis of symmetry of {}.",
        "axis line symmetry",
    ),
    _row(
        "minimum value",
        (_LEAST,),
        "Find the minimum value of {}.",
        "minimum least smallest value attains reaches reach takes can",
        "completing the square|by completing the square|that # can take|it can take|for real #",
    ),
    _row(
        "maximum value",
        (_GREATEST,),
        "Find the maximum value of {}.",
        "maximum greatest largest value attains reaches reach takes taken can",
        "completing the square|by completing the square|that # can take|it can take|for real #|"
        "taken by",
    ),
    *(
        Intent(
            f"{which} value on an interval",
            (needs,),
            ("f:fe", "r:Irp"),
            _extreme(which),
            f"{_NOUNS}value attains reaches reach takes taken can interval domain range function",
            f"taken by|on the interval|over the interval|absolute {which}|global {which}|in the "
            f"interval|in the range|it can take",
        )
        for which, needs in (("minimum", _LEAST), ("maximum", _GREATEST))
    ),
    Intent(
        "inverse function",
        ("inverse|inverse function|f^-1",),
        ("f:f", "w:we?"),
        lambda found: f"Find the inverse of {found['f']}.",
        f"{_NOUNS}inverse one-to-one mapping",
        "inverse function|for the inverse|of the inverse|in the form ##|f inverse|inverse of "
        "the function",
    ),
    _row(
        "complete the square",
        (
            "complete the square|completing the square|completed square form|vertex form|"
            "completed-square form|square completion|complete square form",
        ),
        "Complete the square: {}",
        "complete completing completed square form vertex constants integers where express~ "
        "rewrite~",
        "in the form ##|where # # and # are constants|vertex form|by completing|where # and # "
        "are constants|completed square form",
    ),
    _row(
        "discriminant",
        ("discriminant",),
        "Find the discriminant of {}.",
        "discriminant quadratic value",
    ),
    Intent(
        "discriminant of an equation",
        ("discriminant",),
        ("q:q",),
        "Find the discriminant of {q}.",
        f"{_NOUNS}discriminant quadratic value",
    ),
    Intent(
        "equal roots",
        (_EQUAL,),
        ("q:q", "k:s+"),
        _parameter("equal roots"),
        _ROOTS,
        "for which|for what|such that|discriminant|has equal|all possible values|constant",
    ),
    Intent(
        "no real roots",
        (
            "no real roots|no real solutions|no real root|no real solution|no solutions|no "
            "roots|no solution",
        ),
        ("q:q", "k:s+"),
        _parameter("no real roots"),
        f"{_ROOTS} set range",
        "for which|for what|such that|set of values|range of values",
    ),
    Intent(
        "two distinct roots",
        (
            "two distinct real roots|two distinct roots|two different real roots|two distinct "
            "real solutions|two real roots|two real distinct roots|distinct real roots|two "
            "different real solutions|two real and distinct roots|two real solutions",
        ),
        ("q:q", "k:s+"),
        _parameter("two distinct real roots"),
        f"{_ROOTS} set range",
        "for which|for what|such that|set of values|range of values",
    ),
    Intent(
        "sum of roots",
        (
            "sum of the roots|sum of its roots|sum of the solutions|roots sum|sum of both "
            "roots|sum of the two roots",
        ),
        ("q:q",),
        "Find the sum of the roots of {q}.",
        f"{_NOUNS}quadratic equation sum roots vieta",
        "without solving|without solving it|vieta's formulas|without solving the equation",
    ),
    Intent(
        "product of roots",
        (
            "product of the roots|product of its roots|product of the solutions|product of "
            "both roots|product of the two roots",
        ),
        ("q:q",),
        "Find the product of the roots of {q}.",
        f"{_NOUNS}quadratic equation product roots vieta",
        "without solving|without solving it|vieta's formulas|without solving the equation",
    ),
    Intent(
        "polynomial quotient and remainder",
        ("quotient", "remainder"),
        ("a:ef", "b:e@by"),
        _divided("the quotient and the remainder"),
        _DIVISION,
        _DIVIDED,
    ),
    *(
        Intent(
            f"{name} of a written division",
            needs,
            ("f:ef",),
            _fraction(what),
            _DIVISION,
            f"{_DIVIDED}|or otherwise",
        )
        for name, needs, what in (
            ("quotient and remainder", ("quotient", "remainder"), "the quotient and the remainder"),
        )
    ),
    Intent(
        "polynomial remainder",
        ("remainder",),
        ("a:ef", "b:e@by"),
        _divided("the remainder"),
        _DIVISION.replace("quotient ", ""),
        _DIVIDED,
    ),
    Intent(
        "polynomial quotient",
        ("quotient",),
        ("a:ef", "b:e@by"),
        _divided("the quotient"),
        _DIVISION.replace("remainder ", ""),
        _DIVIDED,
    ),
    Intent(
        "polynomial division",
        ("divide~|long division|synthetic division|polynomial division",),
        ("a:ef", "b:e@by"),
        lambda found: f"Divide {found.body('a')} by {found.body('b')}.",
        _DIVISION.replace("remainder ", "").replace("quotient ", ""),
        "long division|synthetic division|polynomial division|polynomial long division|algebraic "
        "long division",
    ),
)
