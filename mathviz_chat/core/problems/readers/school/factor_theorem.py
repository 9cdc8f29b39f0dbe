"""Letters in a polynomial of which a factor or a remainder is told: the factor theorem.

``When x^3 + kx + 4 is divided by x - 2 the remainder is 6. Find k.`` is ``Solve 2^3 + k*2 + 4 = 6
for k``: the remainder on division by x - c is the value at c. The facts may come in any order, and
a later one may leave out which polynomial it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import language, multivariate, slots
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import lazy
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading.tree import Chain, Expr, RelOp

MAX_FACTS: Final = 4

_M: Final = slots.MATHS
_IT: Final = (
    r"(?:it|(?:the|this|that)\s+(?:polynomial|cubic|quartic|quadratic|expression|function))"
)
_P: Final = (
    rf"(?:(?P<it>{_IT})|(?:(?:the|a)\s+)?(?:(?:polynomial|cubic|quartic|quadratic|"
    r"expression|function)\s+)*"
    rf"(?:(?P<f>[a-zA-Z])\s*\(\s*(?P<x>[a-z])\s*\)\s*=\s*)?(?P<p>{_M}))"
)
_D: Final = r"\(?\s*(?:\d{1,3}\s*\*?\s*)?[a-z]\s*[-+]\s*\d{1,4}(?:/\d{1,3})?\s*\)?"
_ALL: Final = rf"(?P<d>{_D}(?:\s*(?:,\s*and|,|and)\s*(?:by\s+)?{_D})*)"
_ONE: Final = rf"(?P<d>{_D})"
_R: Final = rf"(?:of\s+|equal\s+to\s+|=\s*)?(?P<r>{_M})"
_LEAVES: Final = r"(?:leaves|gives|has|with|it\s+leaves|it\s+gives|there\s+is|we\s+get)"
_REST: Final = (
    rf"(?:{_LEAVES}\s+(?:(?:an?|the)\s+)?remainder\s+(?:is\s+)?|(?:and\s+)?(?:the|its)\s+"
    r"remainder\s+(?:is|equals)\s+)"
)
_DIVIDED: Final = r"(?:is\s+)?divided\s+by\s+(?:the\s+)?"
_FACTORS: Final = (
    rf"(?:both\s+)?{_ALL}\s+(?:is|are)\s+(?:both\s+|also\s+)?(?:an?\s+)?(?:linear\s+"
    rf")?factors?(?:\s+of\s+{_P})?",
    rf"{_P}\s+has\s+(?:an?\s+|the\s+)?(?:linear\s+)?factors?\s+(?:of\s+)?{_ALL}",
    rf"{_P}\s+has\s+{_ALL}\s+as\s+(?:an?\s+|its\s+)?factors?",
    rf"(?:{_P}\s+)?is\s+(?:also\s+)?(?:exactly\s+)?divisible\s+by\s+(?:both\s+)?{_ALL}",
    rf"{_ALL}\s+divides\s+(?:exactly\s+into\s+)?{_P}(?:\s+exactly)?",
)
_REMAINDERS: Final = (
    rf"(?:when\s+)?{_P}\s+{_DIVIDED}{_ONE}\s*,?\s+{_REST}{_R}",
    rf"(?:when\s+|on\s+being\s+)?{_DIVIDED}{_ONE}\s*,?\s+{_P}\s+{_REST}{_R}",
    rf"(?:{_P}\s+)?{_REST}{_R}\s+(?:when|if|on)\s+(?:it\s+is\s+|being\s+)?divided\s+by\s+"
    rf"(?:the\s+)?{_ONE}",
    rf"the\s+remainder\s+(?:when|if|of|after|as|where)\s+{_P}\s+{_DIVIDED}{_ONE}\s+(?:is|"
    rf"equals)\s+{_R}",
    r"the\s+remainder\s+(?:on|of|when|from|after)\s+(?:dividing|the\s+division\s+of)"
    rf"\s+{_P}\s+by\s+{_ONE}\s+(?:is|equals)\s+{_R}",
    rf"(?:dividing|the\s+division\s+of)\s+{_P}\s+by\s+{_ONE}\s+{_REST}{_R}",
    rf"when\s+(?:it\s+is\s+)?{_DIVIDED}{_ONE}\s*,?\s+{_REST}{_R}",
)
_FIND: Final = (
    r"(?:find|determine|calculate|work\s+out|what\s+is|what\s+are|give|state|solve\s+for)"
)
_K: Final = r"[a-wyz](?![A-Za-z])"
_KS: Final = rf"(?P<k>{_K}(?:\s*(?:,|and|,\s*and)\s*{_K})*)"
_VALUES: Final = (
    r"(?:(?:the\s+)?(?:(?:possible|numerical)\s+)?values?\s+of\s+)?(?:(?:the\s+)?(?:real\s+"
    r")?constants?\s+)?"
)
_ASK: Final = rf"{_FIND}\s+{_VALUES}(?:both\s+)?{_KS}"
_GIVEN: Final = r"(?:if|given\s+that|given|when|such\s+that|so\s+that|where|knowing\s+that)"
_ASKED: Final = (
    rf"(?:(?:if|given\s+that|given|suppose\s+that|suppose)\s+)?(?P<told>.+?)\s*[.,;:]?\s+"
    rf"(?:(?:then|hence|so|and)\s+)?{_ASK}",
    rf"{_ASK},?\s+{_GIVEN}\s+(?P<told>.+)",
    rf"(?:for\s+)?(?:what|which)\s+{_VALUES}(?P<k>{_K})\s+(?:is|does|will)\s+(?P<told>.+)",
    rf"(?:what|which)\s+{_VALUES}(?P<k>{_K})\s+makes\s+(?P<told>.+)",
)
_DEFINED: Final = (
    r"(?:(?:let|the|a|consider|polynomial|cubic|function|given|by|is)\s+)*(?P<f>[a-zA-Z])"
    rf"\s*\(\s*(?P<x>[a-z])\s*\)\s*=\s*(?P<p>{_M})"
)
_NO_VERB: Final = (rf"{_ALL}\s+an?\s+factor\s+of\s+{_P}",)
"""``For which k is x - 2 a factor of ...?``"""
_LEAVE: Final = (
    rf"{_P}\s+leave\s+(?:a\s+)?remainder\s+{_R}\s+when\s+(?:it\s+is\s+)?divided\s+by\s+{_ONE}",
)
_SEPARATOR: Final = re.compile(
    r"\s*[.;,]\s*(?:(?:and|but|while|if|given\s+that|suppose)\s+(?:that\s+)?)?|\s+(?:and|"
    r"but|while)\s+(?:that\s+)?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Told:
    """The polynomial and its letter, and the values that it has at some places."""

    name: str = ""
    body: Expr | None = None
    facts: tuple[tuple[str, Expr], ...] = ()


def said_again(text: str) -> str | None:
    """The equations for the letters; None where the question is none of these."""
    plain = " ".join(language.tidy(text).replace("−", "-").split()).rstrip("?. ")
    if not re.search(r"\b(?:factors?|remainder|divisible|divides)\b", plain, re.IGNORECASE):
        return None
    for pattern in _ASKED:
        match = lazy(pattern).fullmatch(plain)
        said = None if match is None else _said(match["told"], match["k"])
        if said is not None:
            return said
    return None


def _said(text: str, asked: str) -> str | None:
    letters = re.findall(rf"(?<![A-Za-z]){_K}", asked.replace("and", ","))
    for told in _readings(text, _Told()):
        said = _equations(told, letters)
        if said is not None:
            return said
    return None


def _readings(text: str, told: _Told) -> Iterator[_Told]:
    """What the text tells, cut where a fact may end; each piece is read as a whole."""
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(text)]
    for start, end in ((len(text), len(text)), *reversed(cuts)):
        after = _with(text[:start].strip(), told)
        if after is None:
            continue
        if end == len(text):
            yield after
        elif len(after.facts) < MAX_FACTS:
            yield from _readings(text[end:].strip(), after)


def _with(piece: str, told: _Told) -> _Told | None:
    match = lazy(_DEFINED).fullmatch(piece)
    if match is not None:
        body = slots.for_question("").expression(match["p"])
        if told.body is not None or body is None or match["x"] not in variables(body):
            return None
        return _Told(f"{match['f']}({match['x']})", body, told.facts)
    for patterns, is_factor in (((*_FACTORS, *_NO_VERB), True), ((*_REMAINDERS, *_LEAVE), False)):
        for pattern in patterns:
            match = lazy(pattern).fullmatch(piece)
            after = None if match is None else _with_fact(match, told, is_factor=is_factor)
            if after is not None:
                return after
    return None


def _with_fact(match: re.Match[str], told: _Told, *, is_factor: bool) -> _Told | None:
    groups = match.groupdict()
    body, written, name = told.body, groups.get("p"), told.name
    if written is not None and written.replace(" ", "") != told.name.replace(" ", ""):
        found = slots.for_question("").expression(written)
        if found is None or (body is not None and found != body) or len(variables(found)) < 2:
            return None
        body = found
        name = f"{groups['f']}({groups['x']})" if groups.get("f") else told.name
    if body is None:
        return None
    value: Expr | None = number(Fraction(0))
    if not is_factor:
        rest = groups["r"].strip()
        value = slots.for_question("").expression("0" if rest in ("no", "zero") else rest)
    if value is None:
        return None
    places = tuple((one, value) for one in re.findall(_D, groups["d"]))
    return _Told(name, body, (*told.facts, *places))


def _equations(told: _Told, asked: list[str]) -> str | None:
    if told.body is None or not told.facts or len(set(asked)) != len(asked):
        return None
    equations: list[str] = []
    letters: set[str] = set()
    for divisor, value in told.facts:
        found = _zero(divisor)
        if found is None or found[0] not in variables(told.body) or found[0] in variables(value):
            return None
        name, place = found
        chain = Chain((substitute(told.body, {name: number(place)}), value), (RelOp.EQ,))
        letters |= set(variables(chain))
        equations.append(slots.spelled(chain))
    several = len(set(equations)) == len(equations) == len(letters)
    if not several or not set(asked) <= letters or not _is_polynomial(told.body, letters):
        return None
    return f"Solve {' and '.join(equations)} for {' and '.join(asked)}"


def _is_polynomial(body: Expr, letters: set[str]) -> bool:
    names = variables(body)
    return len(names) <= len(letters) + 1 and multivariate.of_expression(body, names) is not None


def _zero(divisor: str) -> tuple[str, Fraction] | None:
    """The letter of ``2x - 1`` and where it is 0."""
    tree = slots.for_question("").expression(divisor)
    names = variables(tree) if tree is not None else ()
    poly = multivariate.of_expression(tree, names) if tree is not None and len(names) == 1 else None
    if poly is None or set(poly) != {(1,), (0,)}:
        return None
    return names[0], -poly[(0,)] / poly[(1,)]


_FACTOR: Final = "Factor theorem: where a factor is 0, the polynomial is 0"
_REMAINDER: Final = "Remainder theorem: the remainder on division by x - c is the value at x = c"


def lead(text: str, problem: Problem) -> str:
    """The theorem behind the equations; "" where they come from elsewhere."""
    if problem.kind not in (Kind.EQUATION, Kind.SYSTEM) or said_again(text) is None:
        return ""
    return _REMAINDER if re.search("remainder", text, re.IGNORECASE) else _FACTOR
