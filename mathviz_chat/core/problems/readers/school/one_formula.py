"""Questions that a formula with numbers put in answers.

The trapezium rule, standard scores, scale factors, a number that no die of several shows, vectors
that are parallel or perpendicular, terms and numbers of terms by sums.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import recount, slots
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import Rewordings, lazy, reworded
from mathviz_chat.core.problems.sign_chart import derivative_of
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Integral, Node, TupleOf

MAX_STRIPS: Final = 20
MAX_TERMS: Final = 1000

_M: Final = slots.MATHS
_N: Final = r"-?\d+(?:\.\d+)?"
_FIND: Final = (
    r"(?:(?:find|calculate|compute|work\s+out|determine|estimate|approximate|evaluate|what\s+is|"
    r"what's|whats)\s+)?"
)
_A: Final = r"(?:(?:the|an?|its)\s+)?"
_RULE: Final = r"(?:the\s+)?(?:trapezium|trapezoid|trapezoidal)\s+(?:rule|method)"
_STRIPS: Final = (
    r"(?:(?P<n>\d+|two|three|four|five|six|eight|ten)\s+(?:equal\s+)?(?:strips|intervals|"
    r"subintervals|trapezia|trapeziums|trapezoids|sections)|n\s*=\s*(?P<m>\d+))"
)
_ESTIMATE: Final = (
    rf"(?:use|using|by|with)\s+{_RULE}\s+(?:with|and|,)?\s*{_STRIPS}\s*,?\s*(?:to\s+)?"
    rf"(?:estimate|approximate|find|evaluate|calculate)\s+{_A}(?:(?:estimate|approximation|"
    r"value)\s+"
    rf"(?:of|for|to)\s+)?{_A}(?:integral\s+)?(?:of\s+)?(?P<i>{_M})",
    rf"{_FIND}(?P<i>{_M})\s+(?:using|by|with)\s+{_RULE}\s+(?:with|and|,)?\s*{_STRIPS}",
)
_WORDS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10,
}  # fmt: skip
_SD: Final = r"(?:s\.?d\.?|standard\s+deviation|sigma|σ)"
_IS: Final = r"(?:\s+(?:is|of)|\s*=)?\s*"
_SCORE: Final = (
    rf"{_FIND}{_A}(?:z|standard)[\s-]?(?:score|value)\s+(?:of|for)\s+(?:an?\s+)?(?:score\s+"
    r"of\s+|value\s+of\s+)?"
    rf"(?P<x>{_N})\s*,?\s+(?:if|when|where|with|given(?:\s+that)?|in\s+a\s+(?:normal\s+)?"
    rf"distribution\s+with)\s+{_A}mean{_IS}(?P<m>{_N})\s*(?:,|and|"
    rf",\s*and)?\s*{_A}{_SD}{_IS}(?P<s>{_N})",
)
_SHAPES: Final = (
    r"(?:triangles?|rectangles?|shapes?|figures?|polygons?|pentagons?|hexagons?|solids?|cones?|"
    r"cylinders?|prisms?|pyramids?|bottles?|jugs?|vases?|statues?|parallelograms?|one|s)"
)
_SMALL: Final = r"(?:small|smaller|smallest|little)"
_LARGE: Final = r"(?:large|larger|largest|big|bigger|biggest)"
_SIZED: Final = r"(?P<what>surface\s+area|area|volume)"
_SIMILAR: Final = (
    rf"(?:two|2)\s+(?:mathematically\s+)?similar\s+{_SHAPES}\s+have\s+{_A}(?:corresponding\s+)?"
    r"(?:sides?|lengths?|side\s+lengths?|heights?|radii|edges?)\s+in\s+(?:the\s+)?ratio\s+"
    r"(?:of\s+)?"
    rf"(?P<a>\d+)\s*:\s*(?P<b>\d+)\s*[.,;]\s*(?:and\s+)?(?:if\s+)?{_A}(?P<told>{_SMALL}"
    rf"|{_LARGE})\s+{_SHAPES}\s+"
    rf"has\s+(?:an?\s+)?{_SIZED}\s+(?:of\s+)?(?P<v>\d+(?:\.\d+)?)\s*[.,;]?\s+(?:find|"
    r"what\s+is|what's|whats|"
    rf"calculate|work\s+out)\s+{_A}(?P<asked>surface\s+area|area|volume)\s+of\s+{_A}"
    rf"(?P<other>{_SMALL}|{_LARGE})\s+{_SHAPES}",
)
_NONE: Final = (
    rf"{_FIND}{_A}(?:probability|chance)\s+(?:of|that\s+you|of\s+you)\s+(?:not\s+(?:rolling"
    r"|getting|throwing)\s+"
    r"(?:an?|any)|(?:rolling|getting|throwing)\s+no|don'?t\s+(?:roll|get|throw)\s+(?:an?|any))\s+"
    r"(?:ones?|twos?|threes?|fours?|fives?|six|sixes|[1-6]s?)\s+in\s+"
    r"(?P<n>\d+|two|three|four|five|six|ten)\s+(?:(?:fair|normal|ordinary)\s+)*"
    r"(?:rolls|throws|goes)(?:\s+of\s+(?:an?\s+)?(?:(?:fair|normal|ordinary)\s+)*(?:die|dice))?",
)
_V: Final = r"[\[(<⟨][^\[\]()<>]*[\])>⟩]"
_VECTORS: Final = (
    r"(?:are|is|check\s+(?:if|whether)|show\s+whether|decide\s+(?:if|whether)|determine\s+"
    r"(?:if|whether))\s+"
    rf"(?:the\s+)?(?:(?:two\s+)?vectors\s+)?(?:[a-z]\s*=\s*)?(?P<u>{_V})\s+and\s+"
    rf"(?:[a-z]\s*=\s*)?(?P<v>{_V})\s+(?:are\s+)?"
    r"(?P<how>parallel|perpendicular|orthogonal)",
)

_P: Final = r"(?:\s+(?:is|has\s+coordinates)|\s*=)?\s*(?:the\s+point\s+)?"
_TWO_POINTS: Final = (
    rf"(?:the\s+)?(?:points?\s+)?(?P<n>[A-Z]){_P}(?P<p>{_V})\s*(?:,|and)\s*(?:(?:the\s+)?point\s+)?"
    rf"(?P<m>[A-Z]){_P}(?P<q>{_V})"
)
_WHAT: Final = (
    r"(?P<what>vector|displacement\s+vector|(?:equation\s+of\s+)?(?:the\s+"
    r")?perpendicular\s+bisector)"
    r"(?:\s+of)?(?:\s+(?:the\s+)?(?:line|segment|line\s+segment))?\s+(?P<s>[A-Z]{2})"
)
_BETWEEN: Final = (
    rf"{_TWO_POINTS}\s*[.,;]?\s+{_FIND}{_A}{_WHAT}",
    rf"{_FIND}{_A}{_WHAT}\s*,?\s+(?:if|where|when|given(?:\s+that)?)\s+{_TWO_POINTS}",
)
_PARTIAL_SUM: Final = (
    rf"{_A}sum\s+of\s+{_A}first\s+n\s+terms(?:\s+of\s+{_A}(?:sequence|series))?\s+(?:is|=)\s*"
    rf"(?P<e>{_M})[.,;]?\s+{_FIND}{_A}(?P<k>\d{{1,3}})(?:st|nd|rd|th)\s+term",
)
_TERMS: Final = (
    rf"how\s+many\s+terms\s+of\s+{_A}(?:(?:arithmetic\s+)?(?:series|sequence|progression)\s+)?"
    rf"(?P<a>{_N})\s*[+,]\s*(?P<b>{_N})\s*[+,]\s*(?P<c>{_N})\s*[+,]\s*(?:\.\.\.|…)\s*"
    r"(?:(?:are|is)\s+needed|must\s+(?:be\s+)?(?:added|taken)|(?:do|must)\s+(?:you|we|i)"
    r"\s+(?:need|add|take)"
    rf"|add\s+up|have)?\s*(?:for\s+{_A}(?:sum|total)\s+to\s+be|to\s+(?:get|give|make|reach)"
    rf"(?:\s+{_A}(?:sum|"
    rf"total)\s+of)?|to|{_A}sum\s+of)\s+(?P<s>\d+)",
)

_SOME: Final = (
    rf"{_FIND}{_A}(?:probability|chance)\s+(?:of|that\s+you|of\s+you)\s+(?:(?:rolling|"
    r"getting|throwing|roll|get|"
    r"throw)\s+)?at\s+least\s+(?:one|1|an?)\s+(?:one|two|three|four|five|six|[1-6])\s+in\s+"
    r"(?P<n>\d+|two|three|four|five|six|ten)\s+(?:rolls|throws|goes)"
    r"(?:\s+of\s+(?:an?\s+)?(?:(?:fair|normal|ordinary)\s+)*(?:die|dice))?",
)
_NORMAL: Final = (
    rf"{_FIND}{_A}(?:gradient|slope)\s+of\s+{_A}normal(?:\s+line)?\s+to\s+{_A}(?:curve\s+|"
    r"graph\s+of\s+)?"
    rf"y\s*=\s*(?P<e>{_M})\s+(?:at|when|where)\s+(?:the\s+point\s+(?:where\s+"
    rf")?)?x\s*=\s*(?P<x>{_N})",
)


def said_again(text: str) -> str | None:
    """The computation; None where the question is none of these."""
    return reworded(_RULES, text)


def chosen(text: str) -> str:
    """A question of which one of two solutions is asked; "" for anything else."""
    plain = " ".join(text.replace("−", "-").split()).strip().rstrip("?. ")
    found = (lazy(pattern).fullmatch(plain) for pattern in _TERMS)
    match = next((one for one in found if one is not None), None)
    return "" if match is None else _terms_for(match)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word.lower()]


def _trapezia(match: re.Match[str]) -> str | None:
    """``h/2*(y_0 + 2(y_1 + ...) + y_n)``; only of heights that are fractions."""
    node = slots.for_question(match["i"]).tree(match["i"])
    strips = _count(match["n"] or match["m"])
    if not isinstance(node, Integral) or node.lower is None or node.upper is None:
        return None
    if not 1 < strips <= MAX_STRIPS or set(variables(node.body)) != {node.variable}:
        return None
    low, high = _exact(node.lower), _exact(node.upper)
    if low is None or high is None or low >= high:
        return None
    width = (high - low) / strips
    heights: list[str] = []
    for k in range(strips + 1):
        height = substitute(node.body, {node.variable: number(low + k * width)})
        if _exact(height) is None:
            return None
        heights.append(f"({to_plain(height)})")
    inner = " + ".join(heights[1:-1])
    return f"Calculate ({width})/2*({heights[0]} + 2*({inner}) + {heights[-1]})"


def _exact(value: Expr) -> Fraction | None:
    try:
        found = recount.value(value)
    except (recount.NotEvaluated, ArithmeticError):
        return None
    return found if isinstance(found, Fraction) else None


def _score(match: re.Match[str]) -> str | None:
    """How many standard deviations above the mean."""
    if Fraction(match["s"]) <= 0:
        return None
    return f"Calculate ({match['x']} - ({match['m']}))/({match['s']})"


def _similar(match: re.Match[str]) -> str | None:
    """Areas grow by the square of the scale factor, volumes by its cube."""
    told_small = re.fullmatch(_SMALL, match["told"], re.IGNORECASE) is not None
    asked_small = re.fullmatch(_SMALL, match["other"], re.IGNORECASE) is not None
    what = match["what"].lower().split()[-1]
    if told_small == asked_small or what != match["asked"].lower().split()[-1]:
        return None
    small, large = sorted((int(match["a"]), int(match["b"])))
    if not 0 < small < large:
        return None
    above, below = (large, small) if told_small else (small, large)
    return f"Calculate {match['v']}*({above}/{below})^{2 if what == 'area' else 3}"


def _no_number(match: re.Match[str]) -> str | None:
    """Each of them shows another number with the chance 5/6."""
    return f"Calculate (5/6)^{_count(match['n'])}"


def _some_number(match: re.Match[str]) -> str | None:
    """What is left of 1 when none of them shows it."""
    return f"Calculate 1 - (5/6)^{_count(match['n'])}"


def _normal(match: re.Match[str]) -> str | None:
    """-1 over the slope of the curve, which is a part of its own."""
    body = slots.for_question(match["e"]).expression(match["e"])
    if body is None or variables(body) != ("x",):
        return None
    slope = derivative_of(body, "x", 1)
    at = None if slope is None else _exact(substitute(slope, {"x": number(Fraction(match["x"]))}))
    if not at:
        return None
    first = f"Find the derivative of {to_plain(body)} at x = {match['x']}"
    return f"(a) {first}. (b) Calculate -1/({at})."


def _vectors(match: re.Match[str]) -> str | None:
    """In the plane: equal products across, or products that add up to 0."""
    first, second = (_pair(slots.for_question(match[g]).tree(match[g])) for g in "uv")
    if first is None or second is None or not any(first) or not any(second):
        return None
    (a, b), (c, d) = first, second
    if match["how"].lower() == "parallel":
        return f"Is ({a})*({d}) = ({b})*({c})?"
    return f"Is ({a})*({c}) + ({b})*({d}) = 0?"


def _pair(node: Node | None) -> tuple[Fraction, Fraction] | None:
    if not isinstance(node, TupleOf) or len(node.items) != 2:
        return None
    first, second = (_exact(one) if isinstance(one, Expr) else None for one in node.items)
    return None if first is None or second is None else (first, second)


def _between(match: re.Match[str]) -> str | None:
    """The vector from one point to the other, or what halves the segment at a right angle."""
    if match["s"] != match["n"] + match["m"] or match["n"] == match["m"]:
        return None
    if "vector" in match["what"].lower():
        return f"Find {match['q']} - {match['p']}"
    return f"Find the perpendicular bisector of the segment from {match['p']} to {match['q']}"


def _of_partial_sum(match: re.Match[str]) -> str | None:
    """A term is the difference of two sums that follow one another."""
    tree = slots.for_question(match["e"]).expression(match["e"])
    k = int(match["k"])
    if tree is None or variables(tree) != ("n",) or k < 2:
        return None
    last, before = (to_plain(substitute(tree, {"n": number(Fraction(m))})) for m in (k, k - 1))
    return f"Calculate ({last}) - ({before})"


def _terms_for(match: re.Match[str]) -> str:
    """``n(2a + (n - 1)d)/2 = s`` of an arithmetic series, where n is a whole number."""
    a, b, c, total = (Fraction(match[name]) for name in "abcs")
    step = b - a
    if step == 0 or c - b != step:
        return ""
    counts = [n for n in range(1, MAX_TERMS) if n * (2 * a + (n - 1) * step) == 2 * total]
    if len(counts) != 1:
        return ""
    return f"Solve n*(2*({a}) + (n - 1)*({step}))/2 = {total} for n, where n > 0"


_RULES: Final[Rewordings] = (
    (_ESTIMATE, _trapezia),
    (_SCORE, _score),
    (_SIMILAR, _similar),
    (_NONE, _no_number),
    (_SOME, _some_number),
    (_NORMAL, _normal),
    (_VECTORS, _vectors),
    (_BETWEEN, _between),
    (_PARTIAL_SUM, _of_partial_sum),
)
