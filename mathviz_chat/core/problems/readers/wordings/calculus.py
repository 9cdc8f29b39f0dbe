"""Derivatives, integrals, limits and extrema as they are said and typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.readers.wordings.common import Family, Restating, template
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
WHAT = [what is|what's|whats|find|give|state|calculate|work out|evaluate|determine|compute|get]?
CURVE = [[the]? [curve|graph|function|parabola]? [of|with equation|given by]?]
MAXMIN = [max|maximum|maxima|a max|a maximum|the max|the maximum]
MINMAX = [min|minimum|minima|a min|a minimum|the min|the minimum]
integral:
    WHAT [the]? [int|integral|∫] [from]? {l:bounds} [of]? {e:integrand}
derivative:
    WHAT {x:ddx} [of|(]? {e:maths} [)]?
partial:
    [i have|given|if|let|for|we have|suppose|consider]? {e:twovariables} [and|then]* [i]? [need|
        find|
        what is|want|calculate|work out|give|compute] the partial derivative [of {f:letter}]? [with
        respect to|wrt|in|for] {x:letter}
    [find|calculate|compute|work out|what is] the partial derivative of {e:twovariables} [with
        respect
        to|wrt] {x:letter}
area:
    [how big is|how large is|what is|find|calculate|work out] the area [of the region]? [that is|
        that
        lies|lying]? [under|below] CURVE {c:parabola} [and|but] above the [x axis|x-axis]
limit:
    WHAT [the]? value [that|which]? {e:maths} [approaches|tends to|tends towards|gets close to|gets
        closer to|goes to] [when|as] {x:letter} [approaches|tends to|tends towards|goes to|->|→]
        {a:maths}
    what does {e:maths} [approach|tend to|tend towards|get close to|go to] [when|as] {x:letter}
        [approaches|tends to|tends towards|goes to|gets close to|->|→] {a:maths}
extrema:
    WHAT [the]? [turning points|stationary points|extrema|local extrema] of CURVE? {c:curve} [and]?
        [say|state|determine|decide|tell me|identify|show]* [which|whether|if]* [one]? [is|are|each
        is|they are]* MAXMIN [and|or|,]* [which]? [one]? [is|are]? MINMAX
horizontal:
    [at|find|what is]* [which|what|the]* point [on|of] CURVE {c:parabola} [is|where|at which]* the
        tangent [line|is]* horizontal
    where [on|of]? CURVE {c:parabola} is the tangent [line]? horizontal
defined:
    [a|the] function [{f:letter}]? is [defined|given] by {d:definition}
"""


def _integral(hit: Hit) -> str:
    over = f"with respect to {hit['e_x']} from {hit['l_a']} to {hit['l_b']}"
    return f"Find the integral of {hit['e'].strip()} {over}."


_SQUARE: Final = re.compile(r"([-−+]?)\s*(\d*)\s*\*?\s*x\s*(?:\^\s*2|²)")


def _opens_down(text: str) -> bool:
    """Only above a part of the axis that has two ends."""
    squares = _SQUARE.findall(text.partition("=")[2])
    return len(squares) == 1 and squares[0][0] in ("-", "−")


def _area(hit: Hit) -> str | None:
    curve = hit["c"].strip(" ,")
    return f"Find the area enclosed by {curve} and the x-axis." if _opens_down(curve) else None


def _partial(hit: Hit) -> str:
    return f"Find the partial derivative of {hit['e'].strip(' ,')} with respect to {hit['x']}."


def _defined(hit: Hit) -> str:
    return f"Let {hit['d'].replace(' , ', '. ')}?"


_RULES: Final[Mapping[str, Restating]] = MappingProxyType(
    {
        "integral": _integral,
        "derivative": template("Find the derivative of {e} with respect to {x}."),
        "partial": _partial,
        "area": _area,
        "limit": template("Find the limit of {e} as {x} approaches {a}"),
        "extrema": template("Find the local extrema of {c}."),
        "horizontal": template("Find the vertex of {c}."),
        "defined": _defined,
    }
)
FAMILY: Final = Family(
    _GRAMMAR,
    _RULES,
    raw=True,
    keys=r"d\s*/\s*d|int|∫|partial|area|approach|tend|turning|stationary|extrema|tangent|function",
)
