"""``What is next in 2, 5, 10, 17?``, ``the 10th term``, ``the sum of the first 20 terms``.

A list of numbers can go on in any way: it is read as the polynomial of the lowest degree through
the terms given where at least two terms more than its degree confirm it, or as geometric where at
least two quotients are equal.
"""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import nouns, recount, slots, spoken
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.sequence_rules import (
    General,
    arithmetic_term,
    geometric_term,
    rule_of,
)
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Chain, Div, Expr, Sub, Symbol

_FLAGS = re.IGNORECASE | re.DOTALL
_FIND = (
    r"(?:(?:what(?:'s|\s+is)?|find|give|determine|state|calculate|work\s+out|write\s+down)\s+)?"
    r"(?:the\s+)?"
)
_THING = (
    r"(?:(?:the\s+)?(?:following\s+)?(?:infinite\s+)?(?:(?P<kind>arithmetic|geometric)\s+)?"
    r"(?:number\s+)?(?:sequence|pattern|progression|series)\s*:?\s+)?"
)
_LISTED = rf"{_THING}(?P<list>{slots.STATEMENTS})"
_COUNT = rf"(?P<k>\d{{1,6}}|{spoken.NUMBER})"
_NEXT: Final = LazyPattern(
    rf"(?:what\s+(?:number\s+)?(?:is|comes)\s+next(?:\s+in)?|"
    rf"{_FIND}next\s+(?:term|number)(?:\s+(?:in|of))?)\s*:?\s*{_LISTED}",
    _FLAGS,
)
_THEN: Final = LazyPattern(
    rf"(?P<list>{slots.STATEMENTS}),?\s+what(?:'s|\s+is|\s+comes)\s+next", _FLAGS
)
_NTH: Final = LazyPattern(
    rf"{_FIND}(?:formula\s+for\s+the\s+|a\s+formula\s+for\s+the\s+)?"
    rf"(?:(?P<n>[a-z])\s*[-']?\s*th|general)\s+term\s+(?:of|in|for)\s*:?\s*{_LISTED}",
    _FLAGS,
)
_TERM: Final = LazyPattern(
    rf"{_FIND}(?P<k>\d{{1,6}})(?:st|nd|rd|th)\s+term\s+(?:of|in|for)\s*:?\s*{_LISTED}", _FLAGS
)
_COMMON: Final = LazyPattern(
    rf"{_FIND}common\s+(?P<what>difference|ratio)\s+(?:of|in|for)\s+{_LISTED}", _FLAGS
)
_SUM: Final = LazyPattern(
    rf"{_FIND}sum\s+of\s+(?:the\s+)?first\s+{_COUNT}\s+terms\s+(?:of|in)\s+{_LISTED}", _FLAGS
)
_INFINITE: Final = LazyPattern(
    rf"{_FIND}sum\s+(?:to\s+infinity\s+)?of\s+(?:the\s+)?infinite\s+(?:geometric\s+)?series\s*:?\s+(?P<list>{slots.STATEMENTS})",
    _FLAGS,
)
_INTEGERS: Final = LazyPattern(
    rf"{_FIND}sum\s+of\s+(?:the\s+)?first\s+{_COUNT}\s+(?:positive\s+)?(?:(?P<even>even)\s+|(?P<odd>odd)\s+)?"
    r"(?:integers|natural\s+numbers|numbers)",  # the first whole number: 0 or 1
    _FLAGS,
)
_FROM: Final = LazyPattern(
    rf"(?:add(?:\s+up)?|{_FIND}sum\s+of)\s+(?:all\s+)?(?:the\s+)?(?:numbers|integers|whole\s+numbers|natural\s+numbers)\s+"
    rf"from\s+(?P<first>{slots.MATHS})\s+to\s+(?P<last>{slots.MATHS})",
    _FLAGS,
)
_DOTS: Final = LazyPattern(
    rf"(?:{_FIND}(?:sum\s+(?:of\s+)?)?|calculate\s+)?(?P<list>{slots.MATHS})\+\s*(?:…|\\ldots|\\dots|\\cdots)\s*\+\s*(?P<last>{slots.MATHS})",
    _FLAGS,
)
_PARAMETERS: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        r"(?:the\s+)?first\s+term\s+of\s+an?\s+(?P<kind>arithmetic|geometric)\s+(?:sequence|progression|series)\s+is\s+"
        rf"(?P<a>{slots.MATHS})\s+and\s+(?:the|its)\s+common\s+(?P<what>difference|ratio)\s+is\s+(?P<d>{slots.MATHS})",
        r"(?:in\s+)?(?:an?|the)\s+(?P<kind>arithmetic|geometric)\s+(?:sequence|progression|series),?\s*(?:has|with|whose)\s+"
        rf"(?:a\s+|the\s+)?first\s+term\s+(?:of\s+|is\s+)?(?P<a>{slots.MATHS})\s+and\s+(?:a\s+|the\s+)?common\s+"
        rf"(?P<what>difference|ratio)\s+(?:of\s+|is\s+)?(?P<d>{slots.MATHS})",
    )
)
_ASKED_TERM: Final = LazyPattern(rf"{_FIND}(?P<k>\d{{1,6}})(?:st|nd|rd|th)\s+term", _FLAGS)
_ASKED_SUM: Final = LazyPattern(
    rf"{_FIND}sum\s+of\s+(?:the\s+|its\s+)?first\s+{_COUNT}\s+terms", _FLAGS
)
_FORMULA: Final = LazyPattern(
    rf"(?:the\s+)?(?P<n>[a-z])-?'?th\s+term\s+of\s+(?:a|the)\s+sequence\s+is\s+(?P<e>{slots.MATHS})",
    _FLAGS,
)
MAX_TERMS: Final = 100_000


def read(clauses: Clauses) -> Problem | None:
    """A question about a sequence whose terms are listed in the sentence that asks."""
    if clauses.given:
        return _indexed(clauses)
    for rule in (_next, _general, _term, _common, _sum, _infinite, _integers, _dots):
        problem = rule(clauses)
        if problem is not None:
            return problem
    return None


def read_told(clauses: Clauses) -> Problem | None:
    """A sequence that a sentence of its own describes."""
    if len(clauses.facts) > 1 or clauses.given:
        return None
    if clauses.facts:
        return _after(clauses, clauses.facts[0]) or _from_parameters(clauses)
    return _from_parameters(clauses)


# ------------------------------------------------------------------ lists of terms


def _terms(clauses: Clauses, text: str) -> tuple[Expr, ...]:
    """The terms of a list that may end in dots; () where one is no rational number."""
    bare = re.sub(r"[\s,+]*(?:…|\\ldots|\\dots|\\cdots|_+)[\s,]*$", "", text.strip())
    items = nouns.listed(clauses.slots, bare)
    if len(items) < 2 and "+" in bare:
        found = tuple(clauses.slots.expression(part) for part in bare.split("+"))
        items = tuple(item for item in found if item is not None)
        items = items if len(items) == len(found) else ()
    try:
        rational = all(isinstance(recount.value(item), Fraction) for item in items)
    except recount.NotEvaluated:
        return ()
    return items if rational else ()


def _shown(items: tuple[Expr, ...]) -> str:
    return ", ".join(to_plain(item) for item in items)


def followed(clauses: Clauses, text: str) -> tuple[tuple[Expr, ...], General] | None:
    """The terms of a list and the rule that they follow; None where no rule is sure."""
    items = _terms(clauses, text)
    general = rule_of(items, "n", None) if len(items) > 2 else None
    return None if general is None else (items, general)


def _found(
    clauses: Clauses, match: re.Match[str] | None, name: str = "n"
) -> tuple[tuple[Expr, ...], General] | None:
    if match is None:
        return None
    items = _terms(clauses, match["list"])
    general = rule_of(items, name, match.groupdict().get("kind")) if items else None
    return None if general is None else (items, general)


def _next(clauses: Clauses) -> Problem | None:
    match = _NEXT.fullmatch(clauses.asked) or _THEN.fullmatch(clauses.asked)
    return (
        None if match is None else _next_of(clauses, match["list"], match.groupdict().get("kind"))
    )


def _next_of(clauses: Clauses, text: str, kind: str | None) -> Problem | None:
    items = _terms(clauses, text)
    general = rule_of(items, "n", kind) if len(items) > 2 else None
    read_as = f"What is the next term of the sequence {_shown(items)}?"
    if general is not None:
        return Problem(
            Kind.SEQUENCE, Form.NUMBER, read_as, target=general[0], variable="n", items=items
        )
    return _two_before(items, read_as)


def _two_before(items: tuple[Expr, ...], read_as: str) -> Problem | None:
    """Each term the sum of the two before it, confirmed at least three times."""
    terms = [recount.value(item) for item in items]
    sums = [a + b for a, b in itertools.pairwise(terms)]
    if len(terms) < 5 or sums[:-1] != terms[2:]:
        return None
    expr = Add(items[-2], items[-1])
    return Problem(Kind.ARITHMETIC, Form.NUMBER, read_as, expression=expr)


def _general(clauses: Clauses) -> Problem | None:
    match = _NTH.fullmatch(clauses.asked)
    name = (match["n"] if match is not None else None) or "n"
    found = _found(clauses, match, name)
    if found is None:
        return None
    items, (general, kind) = found
    read_as = f"What is the {name}th term of the sequence {_shown(items)}?"
    form = Form.EXPRESSION if kind == "geometric" else Form.EXPANDED
    return Problem(Kind.SEQUENCE, form, read_as, target=general, variable=name, items=items)


def _term(clauses: Clauses) -> Problem | None:
    match = _TERM.fullmatch(clauses.asked)
    found = _found(clauses, match)
    if match is None or found is None:
        return None
    items, (general, kind) = found
    kind = f"{kind} " if kind != "polynomial" else ""
    read_as = f"What is the {match['k']}th term of the {kind}sequence {_shown(items)}?"
    return _placed(int(match["k"]), general, items, read_as)


def _placed(k: int, general: Expr, items: tuple[Expr, ...], read_as: str) -> Problem | None:
    if not 1 <= k <= MAX_TERMS:
        return None
    return Problem(
        Kind.SEQUENCE,
        Form.NUMBER,
        read_as,
        target=general,
        variable="n",
        items=items,
        rank=k,
        labels=("term",),
    )


def _common(clauses: Clauses) -> Problem | None:
    match = _COMMON.fullmatch(clauses.asked)
    items = () if match is None else _terms(clauses, match["list"])
    if match is None or len(items) < 3:
        return None
    kind = "arithmetic" if match["what"].lower() == "difference" else "geometric"
    if rule_of(items, "n", kind) is None:
        return None
    expr = Sub(items[1], items[0]) if kind == "arithmetic" else Div(items[1], items[0])
    read_as = f"Find the common {match['what'].lower()} of the {kind} sequence {_shown(items)}."
    return Problem(Kind.ARITHMETIC, Form.NUMBER, read_as, expression=expr)


# ------------------------------------------------------------------ sums


def _sum(clauses: Clauses) -> Problem | None:
    match = _SUM.fullmatch(clauses.asked)
    found = _found(clauses, match)
    if match is None or found is None or found[1][1] == "polynomial":
        return None
    items, (_, kind) = found
    first, second = recount.value(items[0]), recount.value(items[1])
    step = second - first if kind == "arithmetic" else second / first
    count = _number(match["k"])
    told = f"{kind} sequence {_shown(items)}"
    return None if count is None else _summed(kind, first, step, count, told)


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else spoken.number(text)


def _summed(kind: str, first: Fraction, step: Fraction, count: int, told: str) -> Problem | None:
    """The sum of the first terms; items are the first term and the step."""
    if not 1 <= count <= (MAX_TERMS if kind == "arithmetic" else 400):
        return None
    read_as = f"Find the sum of the first {count} terms of the {told}."
    return Problem(
        Kind.SEQUENCE_SUM,
        Form.NUMBER,
        read_as,
        items=(number(first), number(step)),
        rank=count,
        labels=(kind,),
    )


def _infinite(clauses: Clauses) -> Problem | None:
    match = _INFINITE.fullmatch(clauses.asked)
    items = () if match is None else _terms(clauses, match["list"])
    if len(items) < 3 or rule_of(items, "n", "geometric") is None:
        return None
    first, ratio = recount.value(items[0]), recount.value(items[1]) / recount.value(items[0])
    if abs(ratio) >= 1:
        return None
    shown = " + ".join(to_plain(item) for item in items)
    read_as = f"Find the sum of the infinite geometric series {shown} + ..."
    return Problem(
        Kind.SEQUENCE_SUM,
        Form.NUMBER,
        read_as,
        items=(number(first), number(ratio)),
        labels=("infinite",),
    )


def _integers(clauses: Clauses) -> Problem | None:
    match = _INTEGERS.fullmatch(clauses.asked)
    if match is not None:
        count = _number(match["k"])
        first, step = (2, 2) if match["even"] else (1, 2) if match["odd"] else (1, 1)
        shown = ", ".join(str(first + k * step) for k in range(3))
        told = f"arithmetic sequence {shown}"
        return (
            None
            if count is None
            else _summed("arithmetic", Fraction(first), Fraction(step), count, told)
        )
    match = _FROM.fullmatch(clauses.asked)
    if match is None:
        return None
    ends = [clauses.slots.expression(match[end]) for end in ("first", "last")]
    values = [recount.value(end) for end in ends if end is not None]
    if len(values) != 2 or any(v.denominator != 1 for v in values) or values[0] >= values[1]:
        return None
    return _ending(values[0], Fraction(1), values[1])


def _ending(first: Fraction, step: Fraction, last: Fraction) -> Problem | None:
    count = (last - first) / step + 1 if step else Fraction(0)
    if count.denominator != 1 or count < 3:
        return None
    shown = _shown(tuple(number(first + k * step) for k in range(3)))
    return _summed("arithmetic", first, step, int(count), f"arithmetic sequence {shown}")


def _dots(clauses: Clauses) -> Problem | None:
    """``1 + 2 + 3 + ... + 20``."""
    match = _DOTS.fullmatch(clauses.asked)
    items = () if match is None else _terms(clauses, match["list"].strip().rstrip("+"))
    last = None if match is None else clauses.slots.expression(match["last"])
    if len(items) < 2 or last is None:
        return None
    first, second, end = (recount.value(one) for one in (*items[:2], last))
    if len(items) == 2 and _is_power(first, second, end):
        return None  # 1 + 2 + ... + 64, of 1, 2, 3 or of 1, 2, 4
    if len(items) > 2 and rule_of(items, "n", "arithmetic") is None:
        return None
    return _ending(first, second - first, end)


def _is_power(first: Fraction, second: Fraction, last: Fraction) -> bool:
    """Whether the terms that begin so may be multiplied by one number to the last."""
    if not first or abs(second) <= abs(first):
        return True  # not decided
    while abs(first) < abs(last):
        first, second = second, second * second / first
    return first == last


# ------------------------------------------------------------------ told in a sentence


def _after(clauses: Clauses, fact: str) -> Problem | None:
    """``What number comes next? 7, 12, 17, 22``, ``The nth term is 3n + 2. Find the 7th term.``"""
    if re.fullmatch(r"what\s+(?:number\s+)?(?:is|comes)\s+next", clauses.asked, _FLAGS):
        return _next_of(clauses, fact, None)
    formula = _FORMULA.fullmatch(fact)
    asked = _ASKED_TERM.fullmatch(clauses.asked)
    expr = None if formula is None else clauses.slots.expression(formula["e"])
    if formula is None or asked is None or expr is None or variables(expr) != (formula["n"],):
        return None
    placed = substitute(expr, {formula["n"]: number(Fraction(int(asked["k"])))})
    return Problem(
        Kind.ARITHMETIC, Form.NUMBER, f"Calculate {to_plain(placed)}.", expression=placed
    )


def _from_parameters(clauses: Clauses) -> Problem | None:
    """First term and common difference or ratio, then a term or a sum."""
    asked = clauses.asked
    texts = clauses.facts
    if not texts and " of " in asked:
        cut = re.match(r"(?P<asked>.*?(?:term|terms))\s+of\s+(?P<told>an?\s.*)", asked, _FLAGS)
        if cut is None:
            return None
        asked, texts = cut["asked"], (cut["told"],)
    told = next((m for p in _PARAMETERS for t in texts if (m := p.fullmatch(t)) is not None), None)
    if told is None or (told["what"].lower() == "ratio") != (told["kind"].lower() == "geometric"):
        return None
    values = [clauses.slots.expression(told[one]) for one in ("a", "d")]
    known = [recount.value(value) for value in values if value is not None]
    if len(known) != 2 or not all(isinstance(value, Fraction) for value in known):
        return None
    kind = told["kind"].lower()
    word = "difference" if kind == "arithmetic" else "ratio"
    a, d = (to_plain(number(value)) for value in known)
    whole = f"{kind} sequence with first term {a} and common {word} {d}"
    term, total = _ASKED_TERM.fullmatch(asked), _ASKED_SUM.fullmatch(asked)
    if term is not None:
        build = arithmetic_term if kind == "arithmetic" else geometric_term
        read_as = f"What is the {term['k']}th term of an {whole}?"
        if kind == "geometric":
            read_as = read_as.replace(" an geometric", " a geometric")
        return _placed(int(term["k"]), build(known[0], known[1], "n"), (), read_as)
    count = None if total is None else _number(total["k"])
    if count is None:
        return None
    return _summed(kind, known[0], known[1], count, whole)


def _indexed(clauses: Clauses) -> Problem | None:
    """``Let a_n = 2n^2 - 1. What is a_5?``"""
    asked = re.fullmatch(rf"{_FIND}(?P<name>[a-z])_\{{?(?P<k>\d{{1,6}})\}}?", clauses.asked, _FLAGS)
    if asked is None or len(clauses.given) != 1 or not isinstance(clauses.given[0], Chain):
        return None
    head, body = clauses.given[0].items[0], clauses.given[0].items[-1]
    if (
        not isinstance(head, Symbol)
        or head.name != f"{asked['name']}_n"
        or variables(body) != ("n",)
    ):
        return None
    placed = substitute(body, {"n": number(Fraction(int(asked["k"])))})
    return Problem(
        Kind.ARITHMETIC, Form.NUMBER, f"Calculate {to_plain(placed)}.", expression=placed
    )
