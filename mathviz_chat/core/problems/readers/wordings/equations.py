"""Questions about equations as people word them: pairs, and where curves meet."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import polynomial, slots
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.readers.wordings.common import Family, template
from mathviz_chat.core.problems.slots import Slots
from mathviz_chat.core.problems.wording import Hit
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import And, Chain

_GRAMMAR: Final = """
GET = [find|determine|calculate|compute|work out|give|get|obtain|state|write down|list|name|what
    is|
    what's|what are|which are]
DO = [[how do i|how can i|how do you|please|and|so|then]* [find|get|solve for|list|determine|work
    out]|
    what are|which are|give|find]
THE = [the|all|of|this|these|both|every|each|any|following|given]*
EQUATION = [the|this|a|an|following|quadratic|linear|simultaneous|given|cubic|of|pair|system]*
    [equation|equations|system|system of equations]?
CURVE = [the|a|straight|given|graph|graphs|of]* [line|curve|parabola|circle|graph|hyperbola|
    ellipse|function|lines|curves|parabolas|circles|graphs]?
MEET = [meets|meet|intersects|intersect|cuts|cut|crosses|cross|touches|touch|is tangent to|hits]
POINT = [the|point|points|coordinates|of|contact|intersection|tangency|their|where|they|meet|touch|
    intersect|coordinate]*
THAT = [with|such that|so that|for which|satisfying|that satisfy|where|if|of|to|in|solving|
    satisfies|
    is|does|for|that|which|makes|make|solve|given|when]*
PAIRS = [pair|pairs|ordered pairs|solutions|values|solution pairs|real solutions]
STUCK = [i keep getting [something|weird|wrong|strange|different|a|the|answers|answer|results|
    result]* [for|with|on|when solving]|i am stuck on|i'm stuck on|stuck on|i have|i'm given]
solve {s} for x and y:
    DO THE PAIRS? [of]? (x, y) THAT EQUATION {s:statements}
    DO THE PAIRS? (x,y) THAT EQUATION {s:statements}
    EQUATION {s:statements} DO THE PAIRS? [(x, y)|(x,y)]
    [which|what] PAIRS [(x, y)|(x,y)] THAT EQUATION {s:statements}
    [solve]? EQUATION {s:statements} simultaneously [for x and y]?
    [simultaneously solve|solve simultaneously] EQUATION {s:statements}
solve {s}:
    [does|do] EQUATION {s:statements} have [any|a|real|some]* [solution|solutions|root|roots]
        [and]?
        [if so]? solve [it|the equation|this] [over the reals|over the real numbers|for real x]?
solve {s} for {x}:
    STUCK EQUATION {s:statements} [what is|what's|find|so what is|what would be|give]? [the|its]*
        [solution|value|answer|root] [for|of]? {x:name}
    STUCK EQUATION {s:statements} [find|solve for|what is|what's|so what is] {x:name}
solve {s} by the quadratic formula:
    [use|apply] [the]? quadratic formula [on|to|for|with|solve|in|and|find|the|roots|of|solutions]*
        EQUATION {s:statements}
Find the points of intersection of {f} and {g}:
    GET [the|all|both]* [points|point|coordinates|of]* [where|at which|in which] CURVE
        {f:curveformula}
        MEET
        CURVE {g:curveformula}
    [where|at which points|at what points] [do|does] CURVE {f:curveformula} MEET CURVE
        {g:curveformula}
    CURVE {f:curveformula} [and CURVE {g:curveformula} MEET|MEET CURVE {g:curveformula}] GET POINT
    CURVE {f:curveformula} [and CURVE {g:curveformula} MEET|MEET CURVE {g:curveformula}] [where|at
        which points|at what
        points|at which point] [do they MEET|is that|are they]?
parameter:
    [for]? [what|which|find|the|all|determine|state|give]* [value|values|of|real]* {k:name} THAT
        EQUATION {s:statements} [has|have] {roots:rootkind}
    EQUATION {s:statements} has {roots:rootkind} [find|what is|what's|determine|what are|work out|
        give] [the|possible|values|value|of|all]* {k:name}
solvable:
    [does|do|has] EQUATION {s:statements} have [a|any|some|real|at least one|at all]* [solution|
        solutions|root|roots]
    [is there|are there] [a|any|some|real]* [solution|solutions|root|roots] [of|to|for] EQUATION
        {s:statements}
    [does|do] CURVE {f:curveformula} [meet|intersect] CURVE {g:curveformula}
    [do] CURVE {f:curveformula} and CURVE {g:curveformula} [meet|intersect]
    is EQUATION {s:statements} [solvable|consistent]
counted:
    how many [real|common|distinct]* [solution|solutions] [does|do|has|have] EQUATION [have|has]?
        {s:statements} [have]?
    how many [real|common|distinct]* [solution|solutions] [are there|exist] [to|for|of] EQUATION
        {s:statements}
    [find|give|state|what is] the number of [real|common|distinct]* solutions [of|to|for] EQUATION
        {s:statements}
"""


def _statements(text: str) -> tuple[Chain, ...]:
    found = Slots(frozenset({"e", "i"})).statements(text.strip(" ,"))
    return tuple(one for one in found if isinstance(one, Chain))


_KINDS: Final = (
    (r"no real|imaginary|complex|non-real|not real", "<"),
    (r"distinct|different|two real|2 real|unequal|two solutions", ">"),
    (r"equal|double|repeated|exactly one|only one|just one|one real|one solution", "="),
)


def _parameter(hit: Hit) -> str | None:
    """Where the discriminant is 0, positive or negative; the square's coefficient is a number."""
    found = _statements(hit["s"])
    names = variables(And(found)) if found else ()
    if len(found) != 1 or len(names) != 2 or hit["k"] not in names:
        return None
    (unknown,) = (name for name in names if name != hit["k"])
    terms = _coefficients(found[0], unknown, hit["k"])
    sign = next((sign for words, sign in _KINDS if re.search(words, hit["roots"].lower())), None)
    if terms is None or sign is None:
        return None
    c, b, a = (to_plain(polynomial.to_tree(one, hit["k"])) for one in terms)
    return f"Solve ({b})^2 - 4*({a})*({c}) {sign} 0 for {hit['k']}"


def _coefficients(
    equation: Chain, unknown: str, parameter: str
) -> list[polynomial.Coefficients] | None:
    """c, b and a of a quadratic as polynomials of degree 1 in the parameter; a has none."""
    at = []
    for value in range(4):
        placed = substitute(equation, {parameter: number(Fraction(value))})
        terms = polynomial.of_equation(placed, unknown)
        if terms is None or len(terms) != 3:
            return None
        at.append(terms)
    found: list[polynomial.Coefficients] = []
    for values in zip(*at, strict=True):
        step = values[1] - values[0]
        if any(values[k] != values[0] + k * step for k in range(4)):
            return None
        found.append(tuple(values[:1]) if step == 0 else (values[0], step))
    return found if len(found[2]) == 1 else None


def _conditions(hit: Hit) -> str | None:
    """``2x - 4y = 6 and x - 2y = 5``; one or two equations with as many unknowns."""
    text = hit.get("s") or f"{hit['f']} and {hit['g']}"
    found = _statements(text)
    names = variables(And(found)) if found else ()
    if not found or len(found) != len(names) or len(found) > 2:
        return None
    return " and ".join(slots.spelled(one) for one in found)


def _solvable(hit: Hit) -> str | None:
    told = _conditions(hit)
    return None if told is None else f"Does {told} have a real solution?"


def _counted(hit: Hit) -> str | None:
    told = _conditions(hit)
    return None if told is None else f"How many real solutions does {told} have?"


_RULES: Final = {
    name: template(name)
    for name in (
        "solve {s} for x and y",
        "solve {s}",
        "solve {s} for {x}",
        "solve {s} by the quadratic formula",
        "Find the points of intersection of {f} and {g}",
    )
}
FAMILY: Final = Family(
    _GRAMMAR,
    {
        **_RULES,
        "parameter": _parameter,
        "solvable": _solvable,
        "counted": _counted,
    },
    raw=True,
)
