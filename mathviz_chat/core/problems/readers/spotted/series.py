"""Intents about series: Taylor polynomials, their coefficients, sums with their sign."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent
from mathviz_chat.core.reading.tree import Call, Node, Pow, Symbol
from mathviz_chat.core.reading.walking import walk

_NOUNS = "function functions equation expression polynomial calculus derivative real all both "


def _taylor(found: Found) -> str | None:
    about_zero = "maclaurin" in found.words
    if about_zero == ("at" in found):
        return None
    at = "0" if about_zero else found["at"]
    return f"Find the Taylor polynomial of degree {found['n']} of {found.body('f')} at x = {at}."


def _up_to_power(found: Found) -> str | None:
    """``as far as the term in x^3``."""
    power = found.node("t")
    names = variables(found.inner("f"))
    if not isinstance(power, Pow) or not isinstance(power.base, Symbol):
        return None
    at_told = "at" in found
    if names != (power.base.name,) or ("maclaurin" in found.words) == at_told:
        return None
    at = found["at"] if at_told else "0"
    degree = slots.spelled(power.exponent)
    return (
        f"Find the Taylor polynomial of degree {degree} of {found.body('f')} at {names[0]} = {at}."
    )


def _series_coefficient(found: Found) -> str | None:
    """The coefficient of a power in the series of a function that is no polynomial."""
    power, names = found.node("t"), variables(found.inner("f"))
    base = power.base if isinstance(power, Pow) else power
    if not isinstance(base, Symbol) or names != (base.name,) or not _is_series(found.inner("f")):
        return None
    return f"Find the coefficient of {found['t']} in the Maclaurin series of {found.body('f')}."


def _is_series(node: Node) -> bool:
    """Whether a function of the list stands in it, so that it is no power of a sum."""
    return any(isinstance(one, Call) for one in walk(node)) or any(
        isinstance(one, Pow) and variables(one.exponent) for one in walk(node)
    )


INTENTS: Final = (
    Intent(
        "taylor polynomial",
        ("taylor|maclaurin",),
        (
            "f:fe",
            "n:n@degree|order|up to|term in",
            "at:n?@about|around|at|centred at|centered at|near",
        ),
        _taylor,
        f"{_NOUNS}taylor maclaurin polynomial series expansion degree order terms up including "
        "centred centered",
        "up to|up to and including|expansion of|terms up to",
    ),
    Intent(
        "taylor polynomial up to a power",
        ("taylor|maclaurin|series|expansion",),
        (
            "f:fe",
            "t:e@as far as|up to|including|term in|as far as the",
            "at:n?@about|around|at|centred at|centered at|near",
        ),
        _up_to_power,
        f"{_NOUNS}taylor maclaurin polynomial series expansion term terms up including first need "
        f"far",
        "up to|up to and including|expansion of|terms up to|as far as|that one included|that term "
        "included|term included|included|only need it|only need|one included|and including",
    ),
    Intent(
        "coefficient in a series",
        (
            "coefficient",
            "maclaurin|developed in powers of #|expanded in powers of #|series|"
            "expanded as a power series|power series|expanded in ascending powers of #",
        ),
        ("f:fe", "t:es@coefficient of|coefficient"),
        _series_coefficient,
        f"{_NOUNS}coefficient maclaurin series expansion developed expanded term power powers "
        "infinite ascending",
        "in powers of #|in ascending powers of #|expansion of|power series|term in #",
    ),
    Intent(
        "sum with its sign",
        (),
        ("t:t",),
        "Find {t}.",
        "sum series finite value evaluate~ exact closed form sigma notation formula infinite",
        "in closed form|exact value",
    ),
)
