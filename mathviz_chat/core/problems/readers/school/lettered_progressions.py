"""Three terms in a row with a letter, and infinite geometric series: one equation each.

``x, x + 3, 2x + 1 are in arithmetic progression. Find x`` is ``Solve 2(x + 3) = x + 2x + 1``;
``The first term of a geometric series is 8 and its sum to infinity is 12. Find the ratio`` is
``Solve 8/(1 - r) = 12 for r``.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import language, multivariate, slots
from mathviz_chat.core.problems.patterns import LazyPattern, lazy
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading.tree import Expr

MAX_TERMS: Final = 500

_M: Final = slots.MATHS
_SORT: Final = (
    r"(?:(?P<sort>arithmetic|geometric)(?:al)?\s+(?:sequence|progression|series)"
    r"|(?<![A-Za-z])(?P<short>AP|A\.P|GP|G\.P)\.?(?![A-Za-z]))"
)
_TERMS: Final = rf"(?P<l>{_M}\s*,\s*{_M}\s*(?:,\s*and|,|and)\s*{_M})"
_THREE: Final = r"(?:(?:the|first|three|3|consecutive|successive|adjacent|next)\s+)*terms"
_FIND: Final = r"(?:find|determine|calculate|work\s+out|what\s+is|what\s+are|give|solve\s+for)"
_K: Final = (
    r"(?:(?:all\s+)?(?:the\s+)?(?:possible\s+)?values?\s+of\s+(?:the\s+constant\s+"
    r")?)?(?P<k>[a-z])(?![A-Za-z])"
)
_ARE: Final = (
    rf"{_TERMS}\s*,?\s+(?:are|be|is)\s+(?:in\s+(?:an?\s+)?|(?:in\s+)?{_THREE}\s+(?:of|in)"
    rf"\s+(?:an?|the\s+same)\s+){_SORT}",
    rf"{_TERMS}\s*,?\s+(?:form|make|is|are)\s+an?\s+{_SORT}",
    rf"{_TERMS}\s*,?\s+(?:form|make)\s+{_SORT}",
    rf"(?:the\s+)?{_THREE}\s+{_TERMS}\s+are\s+in\s+(?:an?\s+)?{_SORT}",
    rf"(?:the\s+)?{_THREE}\s+of\s+(?:an?|the)\s+{_SORT}\s+are\s+{_TERMS}",
    rf"(?:an?|the)\s+{_SORT}\s+(?:has|have)\s+{_THREE}\s+{_TERMS}",
)
_LETTERED: Final = tuple(
    form
    for told in _ARE
    for form in (
        r"(?:(?:if|given\s+that|suppose(?:\s+that)?)\s+)?(?:the\s+)?(?:(?:three\s+"
        rf")?(?:terms|numbers|expressions)\s+)?{told}\s*[.,;:]?\s+(?:(?:then|hence)\s+"
        rf")?{_FIND}\s+{_K}",
        rf"{_FIND}\s+{_K},?\s+(?:if|given\s+that|such\s+that|so\s+that|when|for\s+which)\s+"
        rf"(?:the\s+)?(?:(?:three\s+)?(?:terms|numbers|expressions)\s+)?{told}",
    )
)

_V: Final = r"(?P<v>-?\d+(?:/\d+|\.\d+)?)(?![\d/:%]|\.\d|\s*[-+*^])"
_IS: Final = r"\s*(?:is|are|=|equals|of|being|was|:)?\s*"
_OF_IT: Final = r"(?:\s+of\s+#)?"
_THINGS: Final = (
    rf"(?P<first>(?:the\s+|its\s+|a\s+)?(?:first|1st)\s+term{_OF_IT}|(?<![A-Za-z])a(?=\s*=))"
    rf"|(?P<ratio>(?:the\s+|its\s+|a\s+)?(?:common\s+)?ratio{_OF_IT}|(?<![A-Za-z])r(?=\s*=))"
    r"|(?P<all>(?:the\s+|its\s+|a\s+)?(?:sum\s+to\s+infinity|infinite\s+sum|sum\s+of\s+"
    rf"all\s+(?:of\s+)?(?:its\s+|the\s+)?terms){_OF_IT}"
    r"|converges\s+to|S_?(?:∞|oo|\{∞\}|\{oo\}))"
)
_FACT: Final = LazyPattern(rf"(?<![\w.])(?:{_THINGS}){_IS}{_V}", re.IGNORECASE)
_ASKED: Final = LazyPattern(rf"(?<![\w.])(?:{_THINGS})(?![\w]|\s*=)", re.IGNORECASE)
_GEOMETRIC: Final = LazyPattern(
    r"(?:an?\s+|the\s+|this\s+)?(?:infinite\s+|convergent\s+)*(?:geometric(?:al)?\s+"
    r"(?:progression|sequence|series)"
    r"|(?<![A-Za-z])(?:GP|G\.P\.?)(?![A-Za-z]))",
    re.IGNORECASE,
)
_CONNECTING = (
    "if given that and the in of whose with has have find what what's is then where its "
    "it for a an "
    "calculate determine work out state hence value # series sequence"
)
_IDLE: Final = frozenset(_CONNECTING.split())
_EQUATIONS: Final = {
    "all": ("Find the sum sum_(n=0)^(oo)({first}*({ratio})^n)", ""),
    "first": ("Solve a/(1 - {ratio}) = {all} for a", "a"),
    "ratio": ("Solve {first}/(1 - r) = {all} for r", "r"),
}
_NUMBER: Final = r"-?\d+(?:/\d+|\.\d+)?"
_SERIES: Final = LazyPattern(
    r"(?:(?:find|calculate|work\s+out|evaluate|what\s+is)\s+)?(?:the\s+)?(?:sum\s+"
    r")?(?:of\s+)?(?:the\s+)?(?:infinite\s+)?(?P<sort>(?:arithmetic|geometric)\s+"
    r")?(?:series\s+)?"
    rf"(?P<a>{_NUMBER})\s*\+\s*(?P<b>{_NUMBER})\s*\+\s*(?P<c>{_NUMBER})\s*\+\s*(?:\.\.\.|…)"
    rf"(?:\s*\+\s*(?P<z>{_NUMBER}))?(?:\s*=)?",
    re.IGNORECASE,
)
_SUM: Final = "The sum to infinity of a geometric series is a/(1 - r)"
_MIDDLE: Final = {
    "a": "Equal differences: twice the middle term is the sum of the other two",
    "g": "Equal quotients: the square of the middle term is the product of the other two",
}


def said_again(text: str) -> str | None:
    """The equation; None where the question is none of these."""
    plain = " ".join(language.tidy(text).replace("−", "-").split()).rstrip("?. ")
    return _lettered(plain) or _infinite(plain) or _written(plain)


def _written(text: str) -> str | None:
    """``1+2+4+...+512`` with its spaces; a series that is called geometric or arithmetic is one."""
    match = _SERIES.fullmatch(text)
    if match is None:
        return None
    a, b, c = (Fraction(match[one]) for one in "abc")
    sort = (match["sort"] or "").strip().lower()
    if (sort == "geometric" and b * b != a * c) or (sort == "arithmetic" and b - a != c - b):
        return None
    if match["z"]:
        return _up_to((a, b, c), Fraction(match["z"]))
    said = f"Find the sum {match['a']} + {match['b']} + {match['c']} + ..."
    return None if said == text else said


def _up_to(terms: tuple[Fraction, Fraction, Fraction], last: Fraction) -> str | None:
    """The number of terms up to the last one, where it is a term."""
    a, b, c = terms
    geometric = b * b == a * c and abs(a) < abs(b)
    if not geometric and (b - a != c - b or a == b):
        return None
    term, count = a, 1
    while term != last and count < MAX_TERMS:
        term, count = term * (b / a) if geometric else term + b - a, count + 1
    if term != last or count < 4:
        return None
    sort = "geometric" if geometric else "arithmetic"
    return f"Find the sum of the first {count} terms of the {sort} sequence {a}, {b}, {c}."


def _lettered(text: str) -> str | None:
    for form in _LETTERED:
        match = lazy(form).fullmatch(text)
        said = None if match is None else _middle(match)
        if said is not None:
            return said
    return None


def _middle(match: re.Match[str]) -> str | None:
    reader = slots.for_question("")
    written = [one.strip() for one in slots.split(match["l"].strip())]
    terms = [one for one in map(reader.expression, written) if one is not None]
    names = {name for one in terms for name in variables(one)}
    if len(terms) != 3 or len(written) != 3 or names != {match["k"]}:
        return None
    first, middle, last = (_in_brackets(one) for one in written)
    if (match["sort"] or match["short"]).lower().startswith("a"):
        return f"Solve 2*{middle} = {first} + {last} for {match['k']}"
    if _both_vanish(terms, match["k"]):
        return None
    return f"Solve {middle}^2 = {first}*{last} for {match['k']}"


def _in_brackets(text: str) -> str:
    return text if re.fullmatch(r"\d+|[a-z]", text) else f"({text})"


def _both_vanish(terms: list[Expr], name: str) -> bool:
    """Whether a solution may make terms 0, which no geometric progression has."""
    polynomials = [multivariate.of_expression(one, (name,)) for one in terms]
    zeros: list[Fraction] = []
    for one in polynomials:
        if not one or max(one)[0] > 1:
            return True
        if max(one)[0] == 1:
            zeros.append(-one.get((0,), Fraction(0)) / one[(1,)])
    values = [
        [sum(size * at**k for (k,), size in one.items()) for one in polynomials if one]
        for at in zeros
    ]
    return any(b * b == a * c for a, b, c in values)


def _infinite(text: str) -> str | None:
    """First term, ratio and sum to infinity: two are told, the third is asked."""
    if _GEOMETRIC.search(text) is None:
        return None
    rest, told = _GEOMETRIC.sub("#", text), {}
    while (match := _FACT.search(rest)) is not None:
        name = next(one for one in _EQUATIONS if match[one])
        if name in told:
            return None
        told[name] = Fraction(match["v"])
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    asked = [next(n for n in _EQUATIONS if match[n]) for match in _ASKED.finditer(rest)]
    left = set(re.findall(r"[^\s,.;:?]+", _ASKED.sub(" ", rest).lower()))
    if len(asked) != 1 or asked[0] in told or len(told) != 2 or not left <= _IDLE:
        return None
    ratio = told.get("ratio") or 1 - told.get("first", Fraction(0)) / (told.get("all") or 1)
    if abs(ratio) >= 1 or ratio == 0 or not all(told.values()):
        return None
    shown = {
        name: f"({value})" if "/" in str(value) or value < 0 else str(value)
        for name, value in told.items()
    }
    return _EQUATIONS[asked[0]][0].format(**shown)


def lead(text: str, problem: Problem) -> str:
    """The rule behind the equation; "" where it comes from elsewhere."""
    plain = " ".join(language.tidy(text).replace("−", "-").split()).rstrip("?. ")
    if problem.kind not in (Kind.EQUATION, Kind.ARITHMETIC):
        return ""
    said = _lettered(plain)
    if said is not None:
        return _MIDDLE["a" if said.startswith("Solve 2*") else "g"]
    return _SUM if problem.kind is Kind.EQUATION and _infinite(plain) is not None else ""
