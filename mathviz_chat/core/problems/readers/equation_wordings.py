"""The ways in which an equation, an inequality or a system is asked for."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.patterns import LazyPattern

FLAGS: Final = re.IGNORECASE | re.DOTALL

_NAMES = rf"(?P<names>{slots.NAME}(?:{slots.SEPARATOR}{slots.NAME})*)"
_N2 = _NAMES.replace("names", "names2")
_N3 = _NAMES.replace("names", "names3")
_GIVEN = rf"(?P<given>{slots.CONDITIONS})"
_ADJECTIVE = (
    r"(?:(?:linear|quadratic|cubic|quartic|polynomial|simultaneous|algebraic|following|rational|"
    r"fractional|radical|absolute[\s-]+value|modulus|exponential|logarithmic|trigonometric|trig|"
    r"literal|nonlinear|non-linear|compound|double|given|simple)\s+)*"
)
_THING = r"(?:equations?|inequalit(?:y|ies)|inequation|systems?|proportion|formula|pair|problem)"
NOUN: Final = (
    rf"(?:the\s+|this\s+|these\s+|an?\s+)?{_ADJECTIVE}(?:pair\s+of\s+|system\s+of\s+|set\s+of\s+)?"
    rf"{_ADJECTIVE}{_THING}"
)
VERB: Final = (
    r"(?:find|determine|calculate|compute|work\s+out|give|what(?:'s|s|\s+is|\s+are)|state|get|"
    r"obtain|list)"
)
_ALL = r"(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:possible\s+)?"
WHAT: Final = (
    rf"(?:{_ALL}(?:exact\s+)?(?:real\s+)?(?:possible\s+)?"
    r"(?:values?|solutions?|roots?|solution\s+set|answers?|numbers?))"
)
_TRUE = r"(?:\s+(?:(?:is|are)\s+(?:true|satisfied)|holds?))?"
_SUCH = (
    r"(?:,?\s+(?:in|such\s+that|so\s+that|so|given(?:\s+that)?|if|when|where|with|for\s+which|"
    r"that\s+satisf(?:y|ies)|satisfying|that\s+makes?|from|which\s+satisf(?:y|ies))\s*:?\s+)"
)
_FOR = rf"(?:,?\s+for\s+{_NAMES})?"

ASKED: Final = tuple(
    LazyPattern(pattern, FLAGS)
    for pattern in (
        rf"solve(?:\s+(?:{NOUN}|simultaneously|for))?(?:\s+for\s+{_NAMES})?",
        rf"solve(?:\s+(?:simultaneously|{NOUN}))?\s*:?\s+{_GIVEN}(?:\s+simultaneously)?{_FOR}",
        rf"solve\s+(?:{NOUN}\s+)?for\s+{_NAMES}\s*(?::|in|given|if|when|,)?\s*(?:{NOUN}\s*:?\s*)?{_GIVEN}",
        rf"{VERB}\s+(?:(?:{WHAT}|all)\s+(?:(?:of|for)\s+)?)?{_NAMES}",
        rf"{VERB}\s+{WHAT}\s+(?:of|to|for|in)\s+(?:{NOUN}\s*:?\s*)?{_GIVEN}{_FOR}",
        rf"(?:for\s+)?(?:what|which)\s+(?:real\s+)?values?\s+of\s+{_NAMES}\s+(?:is|are|does|do|satisf(?:y|ies)|makes?|solves?)\s+"
        rf"(?:{NOUN}\s*:?\s*)?{_GIVEN}{_TRUE}",
        rf"(?:what|which)\s+values?\s+of\s+{_NAMES}\s+makes?\s+{_GIVEN}\s+true",
        rf"(?:what|which)\s+(?:real\s+)?(?:numbers?\s+)?{_NAMES}\s+(?:satisf(?:y|ies)|solves?)\s+(?:{NOUN}\s*:?\s*)?{_GIVEN}",
        rf"find\s+{_NAMES}:?\s+{_GIVEN}",
        rf"make\s+{_GIVEN}\s+true",
        rf"{VERB}\s+(?:(?:{WHAT}|all)\s+)?(?:of\s+)?{_NAMES}{_SUCH}(?:{NOUN}\s*:?\s*)?{_GIVEN}{_TRUE}",
        rf"{VERB}\s+{WHAT}{_SUCH}(?:{NOUN}\s*:?\s*)?{_GIVEN}{_TRUE}",
        rf"{_GIVEN},?\s*{_NAMES}\s*=\s*\?*",
        rf"make\s+{_NAMES}\s+the\s+subject(?:\s+(?:of|in)\s+(?:{NOUN}\s*:?\s*)?{_GIVEN})?",
        rf"(?:rearrange|transpose|rewrite|change)\s+(?:{NOUN}\s*:?\s*)?{_GIVEN}\s+"
        rf"(?:to\s+(?:make\s+{_NAMES}\s+the\s+subject|(?:solve|isolate|find)\s+(?:for\s+)?{_N2})|for\s+{_N3})",
        rf"(?:isolate|solve\s+for|get)\s+{_NAMES}(?:\s+alone|\s+by\s+itself)?\s+(?:in|from)\s+(?:{NOUN}\s*:?\s*)?{_GIVEN}",
    )
)
"""Groups: ``given`` for the statements in the sentence, ``names`` for what is asked."""

EQUAL_TO: Final = LazyPattern(
    rf"(?:for\s+)?(?:what|which)\s+(?:real\s+)?values?\s+of\s+{_NAMES}\s+(?:is|does)\s+"
    rf"(?P<left>{slots.MATHS})\s+(?:equal(?:\s+to)?)\s+(?P<right>{slots.MATHS})",
    FLAGS,
)
"""``For which x is A equal to B?``"""

IN_TERMS: Final = LazyPattern(
    rf"(?:express|write|give|find|solve\s+for)\s+{_NAMES}\s+in\s+terms\s+of\s+(?P<others>{slots.NAME}(?:{slots.SEPARATOR}{slots.NAME})*)"
    rf"(?:(?:\s*:\s*|\s+(?:in|from|if|given(?:\s+that)?|for|when)\s+)(?:{NOUN}\s*:?\s*)?{_GIVEN})?",
    FLAGS,
)
"""``Express y in terms of x``: the formula has no other letters."""

_GRAPH = (
    r"(?:the\s+)?(?:(?:graph|curve|parabola|line|function)s?\s+(?:(?:of|given\s+by)\s+)?"
    r"(?:the\s+function\s+)?)?"
)
ZEROS: Final = tuple(
    LazyPattern(pattern, FLAGS)
    for pattern in (
        rf"{VERB}\s+{_ALL}(?:real\s+)?(?:zeros?|zeroes|roots?|x-intercepts?)\s+(?:of|for)\s+"
        rf"(?:the\s+)?(?:(?:function|polynomial|quadratic|parabola|curve|graph\s+of)\s+)?(?P<body>{slots.STATEMENTS})",
        rf"(?:at\s+(?:which|what)\s+(?:points?|values?\s+of\s+x)|where)\s+does\s+{_GRAPH}"
        rf"(?P<body>{slots.STATEMENTS})\s+(?:cross|meet|intersect|cut|touch)\s+the\s+x-?\s?axis",
    )
)
"""Where a function is 0."""

_CURVE = (
    r"(?:the\s+)?(?:(?:straight\s+)?(?:line|curve|parabola|circle|graph|hyperbola|function)s?\s+"
    r"(?:of\s+)?)?"
)
_A_B = rf"{_CURVE}(?P<first>{slots.MATHS})\s+and\s+{_CURVE}(?P<second>{slots.MATHS})"
_MEET = r"(?:intersect|meet|cross|cut|equal)(?:\s+each\s+other)?"
MEETINGS: Final = tuple(
    LazyPattern(pattern, FLAGS)
    for pattern in (
        rf"{VERB}\s+{_ALL}(?:coordinates?\s+of\s+)?{_ALL}(?:points?\s+of\s+intersection|intersections?(?:\s+points?)?)\s+"
        rf"(?:of|between|for)\s+{_A_B}",
        rf"(?:where|at\s+(?:what|which)\s+points?)\s+do\s+{_A_B}\s+{_MEET}",
        rf"(?:where|at\s+(?:what|which)\s+points?)\s+does\s+{_CURVE}(?P<first>{slots.MATHS})\s+"
        rf"{_MEET}\s+{_CURVE}(?P<second>{slots.MATHS})",
        rf"{VERB}\s+{_ALL}points?\s+(?:where|at\s+which|in\s+which)\s+{_CURVE}(?P<first>{slots.MATHS})\s+"
        rf"(?:meets?|intersects?|cross(?:es)?|cuts?)\s+{_CURVE}(?P<second>{slots.MATHS})",
        rf"{VERB}\s+{_ALL}points?\s+(?:where|at\s+which|in\s+which)\s+{_A_B}\s+{_MEET}",
    )
)
"""Where two curves meet: their equations as a system."""

_METHODS: Final = {
    r"factor(?:ing|i[sz]ing|i[sz]ation)": "factoring",
    r"(?:the\s+)?quadratic\s+formula": "formula",
    r"completing\s+the\s+square": "completing-the-square",
    r"substitution": "substitution",
    r"elimination": "elimination",
}
_BY = LazyPattern(
    r"(?:,?\s*\b(?:by|using|with|through)\s+(?:the\s+)?(?:method\s+of\s+)?(?P<a>{0})(?:\s+method)?,?"
    r"|\buse\s+(?:the\s+)?(?:method\s+of\s+)?(?P<b>{0})(?:\s+method)?\s+to\b"
    r"|\b(?P<c>complete\s+the\s+square)\s+(?:to|and)\b)\s*".format("|".join(_METHODS)),
    re.IGNORECASE,
)


def without_method(asked: str) -> tuple[str, str | None]:
    """The sentence without ``by factoring``, ``using the quadratic formula``, and that method."""
    found = list(_BY.finditer(asked))
    if len(found) != 1:
        return asked, None
    (match,) = found
    said = match["a"] or match["b"]
    name = next((n for p, n in _METHODS.items() if said and re.fullmatch(p, said, FLAGS)), None)
    before, after = asked[: match.start()].strip(), asked[match.end() :].strip(" ,")
    rest = f"{before} {after}".strip()
    return re.sub(r"\s+:", ":", rest), name or "completing-the-square"
