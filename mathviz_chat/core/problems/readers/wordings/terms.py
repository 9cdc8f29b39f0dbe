"""Terms of sequences: the next ones, a missing one, the 100th odd number, rules from two terms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.readers.wordings.common import (
    MAX_COUNT,
    Family,
    Restating,
    numbers,
)
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
WHAT = [and|then|so|please]* [what is|what's|whats|what are|find|give|state|calculate|work out|
    determine|write down|write|predict|name|list|identify|continue with|add|i need|compute]?
SEQ = [number|arithmetic|geometric|quadratic|linear|this|following|that]* [sequence|pattern|series|
    list|progression|numbers|number pattern]?
AP = [a.p|ap|arithmetic [sequence|progression|series]]
NEXT = [next|following]
TERM = [term|terms|number|numbers|value|values|1|entries|elements]
OPEN = [i can't see rule for|i cant see rule for|i don't see rule for|what is rule for|look at|
    here is|here are|consider|in|for|SEQ|numbers|[continue|extend] SEQ]*
FORM = [form|make|are in|make up|are part of|show|follow]
next:
    OPEN {l:terms} [FORM SEQ]? WHAT NEXT [TERM]? [in SEQ|of SEQ|1]?
    OPEN {l:terms} what [number|term] [is|comes|should come|goes] [next|after {z:signed}]
    [continue|extend] SEQ [by|with] 1 [more]? TERM {l:terms}
    WHAT [number|term] [that comes|that follows|which comes]? [next|after {z:signed}] [in|of|for]
        SEQ {l:terms}
next few:
    WHAT NEXT {k:few} TERM [in|of|for]* SEQ {l:terms}
    OPEN {l:terms} [FORM SEQ]? WHAT NEXT {k:few} TERM [in SEQ|of SEQ]?
    [continue|extend] SEQ [by|with|for] {k:few} [more]? TERM {l:terms}
missing:
    WHAT missing [TERM]? [in|of|from]? SEQ {g:gapped}
    {g:gapped} WHAT missing [TERM]? [in SEQ|from SEQ]?
    [fill in|complete|find|what goes in] [gap|blank|missing TERM|SEQ]* [in|of]? SEQ {g:gapped}
    [which|what] [number|term] is missing [in|from|of]* SEQ {g:gapped}
fibonacci:
    WHAT {k:nth} fibonacci number [if|where|given that|when|with]* [[first 2 [terms|numbers]? [are|
        being]? 1 and 1|starting with 1 1|starting from 1 1|starting with 1 and 1]]?
    WHAT {k:nth} [term|number] [of|in] fibonacci [sequence|series|numbers] [that|which]? [[starts|
        starting|begins|beginning] [with|from]? 1 1 [2 3 5]?]?
place in numbers:
    WHAT {k:nth} [positive]? {p:parity} number
    WHAT {k:nth} {w:figurate} number
    WHAT {k:nth} [positive]? multiple of {m:int}
rule:
    WHAT [formula|expression|rule]? [for|of]? [general|nth|n-th] term [a_n|u_n|t_n|(in n)|in n|
        in terms of n|(n = 1 2 3 …)|(n = 1 2 3 ...)|for n = 1 2 3 …]* [of|for|in] SEQ {l:terms}
        [starting [at|from|with] n = 1|for n = 1 2 3 …|with n = 1 for first term]?
    WHAT [formula|rule|expression] [in terms of n|in n]? [for|that gives] [nth|n-th] term
        [of|for|in] SEQ {l:terms}
two terms:
    [in|if|for|given]? AP [has]? {i:nth} term [is|of|equal to|=]* {a:signed} and [its]? {j:nth} term
        [is|of|equal to|=]* {b:signed} WHAT [value of]? {q:apquery}
    [if]? {i:nth} term of AP is {a:signed} and [its]? {j:nth} term is {b:signed} WHAT [value of]?
        {q:apquery}
    [if]? {i:nth} and {j:nth} terms of AP are {a:signed} and {b:signed} [respectively]? WHAT
        [value of]? {q:apquery}
    [in|if|for|given]? AP [has]? {i:nth} term [is|of|equal to|=]* {a:signed} and [its]? {j:nth} term
        [is|of|equal to|=]* {b:signed} WHAT {k:nth} term
    [if]? {i:nth} term of AP is {a:signed} and [its]? {j:nth} term is {b:signed} WHAT {k:nth} term
"""


def _plain_terms(text: str) -> str:
    return ", ".join(map(str, numbers(text)))


def _next(hit: Hit) -> str | None:
    """``what is after 30`` names the last term that is listed."""
    terms = numbers(hit["l"])
    if hit.get("z") and numbers(hit["z"])[0] != terms[-1]:
        return None
    return f"What is the next term of the sequence {_plain_terms(hit['l'])}?"


def _next_few(hit: Hit) -> str:
    return f"What are the next {hit['k']} terms of the sequence {_plain_terms(hit['l'])}?"


_GAP: Final = re.compile(r"_+|[☐□◯○]|\.{3,}|…")


def _missing(hit: Hit) -> str | None:
    """The term before the gap and the common difference or ratio of all the others."""
    parts = [part.strip() for part in hit["g"].split(",")]
    gaps = [place for place, part in enumerate(parts) if _GAP.fullmatch(part)]
    if len(gaps) != 1 or len(parts) < 4:
        return None
    gap = gaps[0]
    known = {place: numbers(part)[0] for place, part in enumerate(parts) if place != gap}
    step = _step(known)
    if step is not None:
        before, after = known.get(gap - 1), known.get(gap + 1)
        if before is not None:
            return f"Calculate {before} + ({step})."
        return None if after is None else f"Calculate {after} - ({step})."
    ratio = _ratio(known)
    if ratio is None:
        return None
    if gap - 1 in known:
        return f"Calculate {known[gap - 1]}*({ratio})."
    return f"Calculate {known[gap + 1]}/({ratio})."


def _step(known: Mapping[int, Fraction]) -> Fraction | None:
    steps = {(known[j] - known[i]) / (j - i) for i, j in pairwise(sorted(known))}
    return steps.pop() if len(steps) == 1 else None


def _ratio(known: Mapping[int, Fraction]) -> Fraction | None:
    """Of neighbours; across the gap it is its square."""
    if 0 in known.values():
        return None
    near = {known[j] / known[i] for i, j in pairwise(sorted(known)) if j - i == 1}
    far = {known[j] / known[i] for i, j in pairwise(sorted(known)) if j - i == 2}
    ratio = near.pop() if len(near) == 1 else None
    return ratio if ratio is not None and far <= {ratio**2} and ratio != 1 else None


def _fibonacci(hit: Hit) -> str | None:
    place = int(hit["k"])
    if not 3 <= place <= 200:
        return None
    before, last = 1, 1
    for _ in range(place - 3):
        before, last = last, before + last
    return f"Calculate {before} + {last}."


_FIGURATE: Final = {
    "square": "1, 4, 9, 16, 25",
    "cube": "1, 8, 27, 64, 125",
    "triangular": "1, 3, 6, 10, 15",
    "triangle": "1, 3, 6, 10, 15",
}


def _place(hit: Hit) -> str | None:
    if hit.get("p"):
        shown = "1, 3, 5, 7" if hit["p"].lower() == "odd" else "2, 4, 6, 8"
    elif hit.get("m"):
        size = int(hit["m"])
        shown = ", ".join(str(size * k) for k in (1, 2, 3, 4))
        if not size:
            return None
    else:
        shown = _FIGURATE[hit["w"].lower()]
    if not 1 <= int(hit["k"]) <= MAX_COUNT:
        return None
    return f"What is the {hit['k']}th term of the sequence {shown}?"


def _two_terms(hit: Hit) -> str | None:
    """Two equations in the first term a and the common difference d."""
    i, j = int(hit["i"]), int(hit["j"])
    if i == j or not i or not j:
        return None
    one, other = (_equation(place, hit[slot]) for place, slot in ((i, "a"), (j, "b")))
    if hit.get("k"):
        values = [numbers(hit[slot])[0] for slot in ("a", "b")]
        step = (values[1] - values[0]) / (j - i)
        first = values[0] - (i - 1) * step
        told = f"an arithmetic sequence with first term {first} and common difference {step}"
        return f"What is the {hit['k']}th term of {told}?"
    asked = hit["q"].lower()
    names = [name for name, word in (("a", "first"), ("d", "difference")) if word in asked]
    return f"Solve {one} and {other} for {' and '.join(names)}"


def _equation(place: int, value: str) -> str:
    times = {1: "", 2: " + d"}.get(place, f" + {place - 1}d")
    return f"a{times} = {value.replace(' ', '')}"


_RULES: Final[Mapping[str, Restating]] = MappingProxyType(
    {
        "next": _next,
        "next few": _next_few,
        "missing": _missing,
        "fibonacci": _fibonacci,
        "place in numbers": _place,
        "rule": lambda hit: f"What is the nth term of the sequence {_plain_terms(hit['l'])}?",
        "two terms": _two_terms,
    }
)
FAMILY: Final = Family(
    _GRAMMAR,
    _RULES,
    keys=r"term|number|next|sequence|pattern|missing|gap|progression|a\.?p\b|multiple|_",
)
