"""Sums of series and of kinds of numbers, in the words in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.readers.wordings.common import (
    MAX_COUNT,
    Family,
    Restating,
    listed,
    numbers,
    ratio_of,
    step_of,
    summands,
    template,
)
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
WHAT = [and|then|so]* [what is|what's|whats|find|give|state|calculate|work out|evaluate|determine|
    compute|get]?
SERIES = [series|sequence|progression]
AP = [arithmetic SERIES|arithmetic|a.p.|a.p|ap]
GP = [geometric SERIES|geometric|g.p.|g.p|gp]
WITH = [has|with|whose|where|having|that has|which has|in which|begins with|starts with|if|is such
    that]*
FIRST = [its]? first term [of|is|equal to|equals|=|a =]* {p:signed}
APART = [and|with|its|has]* [[common]? difference|d] [of|is|equal to|equals|=|d =]* {d:signed}
RATIO = [and|with|its|has]* [[common]? ratio|r] [of|is|equal to|equals|=|r =]* {q:signed}
ITS = [its|first|sum of its]*
TOTAL = [sum|total]
LIST = [this|following|infinite|GP|AP|SERIES|numbers|terms]* [which|that]? [begins|starts]?
KIND = [positive|natural|whole|consecutive]* [numbers|integers]?
ADD = [[add|add up|add together|sum|sum up|total up]|WHAT TOTAL of|TOTAL of|TOTAL]
ALL = [all|of|every]*
WITHIN = [from {a:int} to {b:int} [inclusive]?|{a:int} to {b:int} [inclusive]?|between {a:int} and
    {b:int} {i:inclusive}|between {e:int} and {f:int}|up to [and including]? {b:int}|[below|
    less than|under|smaller than] {g:int}|that are [below|less than|under|smaller than] {g:int}|
    not [exceeding|more than|greater than] {b:int}]
arithmetic:
    [in|for|consider|if|suppose]* AP WITH FIRST APART WHAT TOTAL of ITS {k:int} terms
    WHAT TOTAL of [first]? {k:int} terms [of|in|for] AP WITH FIRST APART
    first term of AP is {p:signed} APART WHAT TOTAL of ITS {k:int} terms
geometric:
    [in|for|consider|if|suppose]* GP WITH FIRST RATIO WHAT TOTAL of ITS {k:int} terms
    WHAT TOTAL of [first]? {k:int} terms [of|in|for] GP WITH FIRST RATIO
    first term of GP is {p:signed} RATIO WHAT TOTAL of ITS {k:int} terms
geometric for ever:
    [in|for|consider|if|suppose]* [infinite|convergent]* GP WITH FIRST RATIO WHAT [its]? [TOTAL to
        infinity|
        infinite TOTAL|TOTAL of infinite series|TOTAL of all its terms]
    WHAT [TOTAL to infinity|infinite TOTAL] of [infinite|convergent]* GP WITH FIRST RATIO
    first term of [infinite|convergent]* GP is {p:signed} RATIO WHAT [its]? [TOTAL to
        infinity|infinite TOTAL]
gauss:
    first term of AP is {p:signed} and [its]? last {n:nth} term is {z:signed} WHAT [its]? TOTAL [of
        [it|SERIES|its terms|all its terms]]?
    first term of AP is {p:signed} and [its]? {n:nth} term is {z:signed} WHAT TOTAL of ITS {k:int}
        terms
    [in|for|consider|if|suppose]* AP WITH FIRST and [its]? {n:nth} term [of|is|=]* {z:signed} WHAT
        TOTAL of ITS {k:int} terms
    [in|for|consider|if|suppose]* AP [has|of|with]? {k:int} terms [it]? WITH FIRST and [its]? last
        term [of|is|=]*
        {z:signed} WHAT [its]? TOTAL [of [it|SERIES|its terms|all its terms|all terms]]?
    first term of AP [of|with]? {k:int} terms is {p:signed} and [its]? last
        term is {z:signed} WHAT [its]? TOTAL [of [it|SERIES|its terms|all its terms|all terms]]?
for ever:
    WHAT [TOTAL to infinity of|infinite TOTAL of|TOTAL of infinite|TOTAL of all terms of|TOTAL to
        infinity] LIST [{l:terms}|{s:added}]
    LIST [{l:terms}|{s:added}] WHAT [its]? [TOTAL to infinity|infinite TOTAL]
    WHAT TOTAL of {s:added} [to infinity|for ever|forever|without end|going on forever]
so many terms:
    [ADD|WHAT] LIST [{s:added}] [up]? [to|for|taken to] {k:int} terms
    WHAT TOTAL of [first]? {k:int} terms of LIST [{s:added}]
    [ADD|evaluate|WHAT] first {k:int} terms of LIST [{s:added}|{l:terms}]
up to a term:
    [ADD|WHAT|WHAT value of]? LIST [{s:added}] + {z:signed} [=]?
squares up to:
    [ADD|WHAT|WHAT value of]? LIST {s:powers} [=]?
parity:
    ADD ALL [positive|natural]? {o:parity} KIND WITHIN
    ADD ALL KIND WITHIN that are {o:parity}
    ADD ALL {o:parity} KIND that are WITHIN
multiples:
    ADD ALL [positive]? multiples of {m:int} WITHIN
    ADD ALL KIND WITHIN [that|which] are [multiples of|divisible by] {m:int}
    ADD ALL KIND divisible by {m:int} WITHIN
    ADD ALL KIND [that|which] are divisible by {m:int} and WITHIN
first multiples:
    ADD first {k:int} [positive]? multiples of {m:int}
first numbers:
    ADD first {k:int} [natural|positive|counting]* [numbers|integers] [that is|i.e|ie|namely]?
        [{s:added} + {z:signed}]
all numbers:
    ADD ALL [natural|positive|counting|whole|consecutive]* [numbers|integers] WITHIN
first powers:
    ADD first {k:int} {w:squares} [numbers]?
    ADD {w:squares} of first {k:int} [natural|positive|counting]* [numbers|integers]
    ADD {w:squares} of ALL [natural|positive|counting|whole|consecutive]* [numbers|integers] WITHIN
    ADD ALL {w:squares} [numbers]? from 1 [squared|cubed]? to {k:int} {c:raised}
"""


_INTEGERS: Final = re.compile(r"(?!.*\b(?:positive|natural)\b).*\bintegers\b.*", re.IGNORECASE)


def _first_and_step(told: str, step: str) -> Restating:
    return lambda hit: (
        f"Find the sum of the first {hit['k']} terms of {told} sequence with first term "
        f"{hit['p']} and common {step} {hit['d' if step == 'difference' else 'q']}."
    )


def _gauss(hit: Hit) -> str | None:
    """The mean of the first and the last term, times their number."""
    count = hit.get("n") or hit.get("k")
    if hit.get("n") and hit.get("k") and hit["n"] != hit["k"]:
        return None
    return f"Calculate {count}*({hit['p']} + {_signed(hit['z'])})/2."


def _signed(text: str) -> str:
    text = text.replace(" ", "")
    return f"({text})" if text.startswith("-") else text


def _terms(hit: Hit) -> list[Fraction]:
    listed_terms = hit.get("l")
    return summands(hit["s"]) if listed_terms is None else numbers(listed_terms)


def _for_ever(hit: Hit) -> str | None:
    terms = _terms(hit)
    ratio = ratio_of(terms)
    if len(terms) < 3 or ratio is None or abs(ratio) >= 1:
        return None
    return f"Find the sum of the infinite geometric series {listed(terms, ' + ')} + ..."


def _so_many(hit: Hit) -> str | None:
    terms = _terms(hit)
    return None if len(terms) < 3 else _first_of(terms, int(hit["k"]))


def _first_of(terms: list[Fraction], count: int) -> str | None:
    if step_of(terms) not in (None, 0):
        kind = "arithmetic"
    elif ratio_of(terms) not in (None, 1):
        kind = "geometric"
    else:
        return None
    told = f"the {kind} sequence {listed(terms)}"
    return f"Find the sum of the first {count} terms of {told}." if count <= MAX_COUNT else None


def _up_to(hit: Hit) -> str | None:
    """``1 + 2 + 4 + ... + 512``; of two terms that are shown the last one must tell the rule."""
    terms, last = _terms(hit), numbers(hit["z"])[0]
    step, ratio = step_of(terms), ratio_of(terms)
    if len(terms) < 2:
        return None
    counts = [] if not step else [(last - terms[0]) / step + 1]
    found = {_arithmetic_to(terms[0], step, n) for n in counts if step and n.denominator == 1}
    if ratio is not None and abs(ratio) not in (0, 1):
        count = _count_to(terms[0], ratio, last)
        if count is not None and count > len(terms):
            shown = [terms[0] * ratio**k for k in range(max(3, len(terms)))]
            found.add(_first_of(shown, count))
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _arithmetic_to(first: Fraction, step: Fraction, count: Fraction) -> str | None:
    if not 3 < count <= MAX_COUNT:
        return None
    shown = listed([first + k * step for k in range(3)], " + ")
    return f"Find the sum {shown} + ... + {first + (count - 1) * step}."


def _count_to(first: Fraction, ratio: Fraction, last: Fraction) -> int | None:
    term = first
    for count in range(1, 400):
        if term == last:
            return count
        term *= ratio
    return None


def _powers(hit: Hit) -> str | None:
    """``1^2 + 2^2 + ... + 12^2``: the bases count up by 1, and the exponent is the same."""
    pairs = [one.replace(" ", "") for one in hit["s"].replace("…", "").split("+") if "^" in one]
    bases, exponents = zip(*(tuple(map(int, one.split("^"))) for one in pairs), strict=True)
    shown, last = list(bases[:-1]), bases[-1]
    if len(shown) < 2 or len(set(exponents)) != 1 or not 1 <= exponents[0] <= 6:
        return None
    if shown != list(range(shown[0], shown[0] + len(shown))) or not shown[-1] < last <= 2000:
        return None
    return f"Find the sum of k^{exponents[0]} from k = {shown[0]} to {last}."


def _within(hit: Hit, size: int, offset: int) -> tuple[int, int] | None:
    """The first and the last whole number of the range that leave ``offset`` divided by ``size``.

    ``between 10 and 20`` does not say whether its ends count: they must not be asked for.
    """
    if hit.get("e"):
        low, high = int(hit["e"]), int(hit["f"])
        if low % size == offset or high % size == offset:
            return None
    elif not hit.get("a") and _INTEGERS.fullmatch(hit.text):
        return None  # all integers below 50 go on without end
    else:
        low = int(hit.get("a") or 1)
        high = int(hit["b"]) if hit.get("b") else int(hit["g"]) - 1
    first = low + (offset - low) % size
    last = high - (high - offset) % size
    return (first, last) if last >= first + 3 * size else None


def _parity(hit: Hit) -> str | None:
    return _from_to(_within(hit, 2, int(hit["o"].lower() == "odd")), 2)


def _from_to(ends: tuple[int, int] | None, step: int) -> str | None:
    if ends is None:
        return None
    first, last = ends
    return f"Find the sum {first} + {first + step} + {first + 2 * step} + ... + {last}."


def _multiples(hit: Hit) -> str | None:
    size = int(hit["m"])
    return _from_to(_within(hit, size, 0), size) if size > 1 else None


def _all_numbers(hit: Hit) -> str | None:
    return None if hit.get("e") else _from_to(_within(hit, 1, 0), 1)


def _first_multiples(hit: Hit) -> str | None:
    size = int(hit["m"])
    return _first_of([Fraction(size * k) for k in (1, 2, 3)], int(hit["k"])) if size else None


def _first_numbers(hit: Hit) -> str | None:
    """The sum that is written besides must be that of 1 to the number named."""
    if "s" in hit.slots:
        terms, last = summands(hit["s"]), numbers(hit["z"])[0]
        if terms != list(range(1, len(terms) + 1)) or last != int(hit["k"]):
            return None
    return f"Find the sum of the first {hit['k']} positive integers."


def _first_powers(hit: Hit) -> str | None:
    exponent = 2 if hit["w"].lower().startswith("square") else 3
    raised = {"squared": 2, "cubed": 3}.get((hit.get("c") or "").lower(), exponent)
    if raised != exponent or hit.get("e"):
        return None
    ends = (1, int(hit["k"])) if hit.get("k") else _within(hit, 1, 0)
    if ends is None or ends[1] > 2000:
        return None
    return f"Find the sum of k^{exponent} from k = {ends[0]} to {ends[1]}."


_RULES: Final[Mapping[str, Restating]] = MappingProxyType(
    {
        "arithmetic": _first_and_step("an arithmetic", "difference"),
        "geometric": _first_and_step("a geometric", "ratio"),
        "geometric for ever": template(
            "Find the sum of the infinite geometric series with first term {p} and common ratio {q}"
        ),
        "gauss": _gauss,
        "for ever": _for_ever,
        "so many terms": _so_many,
        "up to a term": _up_to,
        "squares up to": _powers,
        "parity": _parity,
        "multiples": _multiples,
        "first multiples": _first_multiples,
        "first numbers": _first_numbers,
        "all numbers": _all_numbers,
        "first powers": _first_powers,
    }
)
FAMILY: Final = Family(_GRAMMAR, _RULES, keys=r"sum|add|total|terms|infinity|evaluate|\.\.|…")
