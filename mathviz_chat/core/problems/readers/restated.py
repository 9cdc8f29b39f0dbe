"""Questions on whole numbers and digits in other words: each is restated plainly, then read.

A pattern matches a question as a whole; what it says is put into one plain question, which the
readers of arithmetic, digits, comparisons and number theory read. So the reading that is shown is
theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.problems import clauses, language, word_patterns, wording
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers import (
    arithmetic,
    comparison,
    digits,
    number_theory,
    rewriting,
)
from mathviz_chat.core.problems.readers.number_wordings import GRAMMAR
from mathviz_chat.core.problems.wording import Hit

Restating: TypeAlias = Callable[[Hit], str | None]
"""From a match to the plain question; None where its parts do not fit together."""

_READERS: Final = (
    arithmetic.read, comparison.read, digits.read, number_theory.read, rewriting.read,
)  # fmt: skip


def _template(text: str) -> Restating:
    return lambda hit: text.format(**hit.slots)


def _of_list(name: str) -> Restating:
    return lambda hit: f"What is {name}({', '.join(wording.listed(hit['l']))})?"


def _whole(text: str) -> str:
    """``152 046`` without its space."""
    return re.sub(r"\s", "", text)


def _congruence(hit: Hit) -> str | None:
    """The letter and the modulus are the same throughout."""
    letters = {hit[slot].lower() for slot in ("r", "r2", "r3")}
    if len(letters) != 1 or int(hit["b"]) != int(hit["b2"]):
        return None
    return f"What is the remainder when {hit['a']} is divided by {hit['b']}?"


def _digit_value(hit: Hit) -> str | None:
    """The digit times the value of its place; the number holds it once."""
    whole, _, places = _whole(hit["n"]).partition(".")
    digit = hit["d"]
    if f"{whole}{places}".count(digit) != 1 or digit == "0":
        return None
    if digit in places:
        return f"Calculate {digit}*0.{'0' * places.index(digit)}1."
    return f"Calculate {digit}*1{'0' * (len(whole) - 1 - whole.index(digit))}."


def _figures(hit: Hit) -> str | None:
    """``4036`` as 4*1000 + 36, by the thousands in which it is spoken."""
    total = sum(map(int, wording.listed(hit["n"] if "n" in hit.slots else hit["l"])))
    groups: list[str] = []
    rest = total
    for scale in (10**9, 10**6, 10**3, 100, 1):
        count, rest = divmod(rest, scale)
        if count:
            groups.append(f"{count}*{scale}" if scale > 1 else str(count))
    plain = not groups or groups == [str(total)]
    return None if plain else f"Calculate {' + '.join(groups)}."


def _descend(hit: Hit) -> str | None:
    """``2000000, 15000, 300``: each part is smaller than the step of the one before."""
    parts = list(map(int, wording.listed(hit["n"])))
    for one, other in pairwise(parts):
        zeros = len(str(one)) - len(str(one).rstrip("0"))
        if other >= 10**zeros:
            return None
    return _figures(hit)


def _built(hit: Hit) -> str | None:
    found = re.findall(
        r"(\d+)\s+([a-z]+(?:[\s-][a-z]+)?)", hit["p"].lower().replace(" and ", " , ")
    )
    terms = []
    for count, place in found:
        name = " ".join(re.split(r"[\s-]+", place)).removesuffix("s")
        if name not in digits.PLACES:
            return None
        terms.append(f"{count}*{10 ** digits.PLACES[name]}" if digits.PLACES[name] >= 0 else "")
    return f"Calculate {' + '.join(terms)}." if len(terms) > 1 and all(terms) else None


def _tens(hit: Hit) -> str | None:
    """How many tens there are in 450; None where they do not make the number up."""
    size = 10 ** digits.PLACES.get(hit["place"].lower().removesuffix("s"), 0)
    number = int(_whole(hit["n"]))
    return f"Calculate {number}/{size}." if size > 1 and number % size == 0 else None


def _digit_sum(hit: Hit) -> str | None:
    own = _whole(hit["n"])
    return f"Calculate {' + '.join(own)}." if own.isdigit() and len(own) > 1 else None


def _nearest(hit: Hit) -> str:
    return f"the {hit['to']}" if hit["to"].lower().startswith("nearest") else hit["to"]


def _estimate(hit: Hit) -> str | None:
    sign, slot = ("*", "b") if "b" in hit.slots else ("/", "c")
    return f"Calculate {_one_figure(hit['a'])} {sign} {_one_figure(hit[slot])}."


def _one_figure(text: str) -> str:
    value = Fraction(text)
    places = next(k for k in range(12, -13, -1) if value >= Fraction(10) ** k)
    unit = Fraction(10) ** places
    rounded = int(value / unit + Fraction(1, 2)) * unit
    return str(rounded)


def _sorted(order: str) -> Restating:
    def restate(hit: Hit) -> str | None:
        items = hit["l"].strip().strip("[]{}()").strip(" :")
        return f"Sort {items} in {order} order."

    return restate


def _base(hit: Hit) -> str | None:
    number = hit["d"]
    return f"Convert {number} (base {_radix(hit['from'])}) to base {_radix(hit['to'])}."


def _radix(name: str) -> int:
    words = " ".join(name.lower().split())
    return {**digits.BASES, "2": 2}.get(words) or int(words.removeprefix("base "))


def _to_base(hit: Hit) -> str | None:
    return f"Convert {hit['n']} to base {_radix(hit['to'])}."


def _prefixed(hit: Hit) -> str | None:
    base = {"x": 16, "b": 2, "o": 8}[hit["d"][1].lower()]
    return f"Convert {hit['d'][2:]} (base {base}) to base 10."


def _in_base(hit: Hit) -> str | None:
    (a, base), (b, other) = (hit[slot].split("_") for slot in ("a", "b"))
    if base != other or ("to" in hit.slots and _radix(hit["to"]) != int(base)):
        return None
    return f"In base {base}, what is {a} {hit['sign']} {b}?"


_OPERATION: Final = re.compile(
    r"(?P<word>double|triple|halve|square)(?:\s+(?:it|this|that|the result))?"
    r"|(?P<add>add|plus|subtract|minus|take away|multiply by|multiply it by|times it by|divide by|"
    r"divide it by|divide the result by|multiply the result by)\s+(?P<n>-?\d+(?:\.\d+)?)"
    r"(?:\s+(?:to|from)\s+(?:it|this|that|the result))?",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(
    r"(?:multiply\s+(?P<m1>-?\d+)\s+by\s+(?P<m2>-?\d+)|divide\s+(?P<d1>-?\d+)\s+by\s+(?P<d2>-?\d+)"
    r"|add\s+(?P<a1>-?\d+)\s+(?:and|to)\s+(?P<a2>-?\d+)|(?P<w>double|halve|square)\s+(?P<n>-?\d+))",
    re.IGNORECASE,
)
_THEN: Final = re.compile(r"\s*(?:,\s*(?:and\s+)?(?:then\s+)?|\s+and\s+(?:then\s+)?|\s+then\s+)")


def _steps(hit: Hit) -> str | None:
    """One operation after another, each on all that came before."""
    chain = hit.get("s2")
    if chain is None:
        return _carried(hit["n"].replace(" ", ""), hit["s"])
    first = _FIRST.match(chain)
    if first is None or first.end() == len(chain):
        return None
    g = first.groupdict()
    if g["m1"]:
        start = f"{g['m1']}*({g['m2']})"
    elif g["d1"]:
        start = f"{g['d1']}/({g['d2']})"
    elif g["a1"]:
        start = f"({g['a1']} + ({g['a2']}))"
    else:
        start = {"double": "2*({})", "halve": "({})/2", "square": "({})^2"}[g["w"].lower()].format(
            g["n"]
        )
    rest = _THEN.match(chain, first.end())
    return None if rest is None else _carried(start, chain[rest.end() :])


def _carried(value: str, text: str) -> str | None:
    for part in _THEN.split(text.strip(" ,")):
        match = _OPERATION.fullmatch(part.strip())
        if match is None:
            return None
        word, n = (match["word"] or match["add"]).lower(), match["n"]
        sign = next((s for k, s in _SIGNS.items() if word.startswith(k)), "")
        value = {
            "double": f"2*({value})",
            "triple": f"3*({value})",
            "halve": f"({value})/2",
            "square": f"({value})^2",
        }.get(word) or f"({value}) {sign} ({n})"
    return f"Calculate {value}."


_SIGNS: Final = {
    "add": "+", "plus": "+", "subtract": "-", "minus": "-", "take": "-", "multiply": "*",
    "times": "*", "divide": "/",
}  # fmt: skip
_SHARES: Final = {
    "half": "2", "halves": "2", "third": "3", "quarter": "4", "fourth": "4", "fifth": "5",
    "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
}  # fmt: skip


def _part_of_part(hit: Hit) -> str | None:
    return f"Calculate {_share(hit['p1'])} * {_share(hit['p2'])}."


def _share(text: str) -> str:
    count, _, name = text.strip().lower().rpartition(" ")
    if "/" in text or name.isdigit():
        return f"({text.strip()})"
    return f"({count.strip() or 1}/{_SHARES.get(name) or _SHARES[name.removesuffix('s')]})"


def _as_fraction(hit: Hit) -> str | None:
    """The value of an expression in fractions; decimals in it ask for another form."""
    text = hit["m"].strip(" ,=")
    return (
        None if "." in text or not re.search(r"[-+*/÷×·()−]|frac", text) else f"Calculate {text}."
    )


def _true(hit: Hit) -> str | None:
    return None if hit.get("not") else f"Is {hit['n']} {hit['kind']}?"


_REMAINDER: Final = _template("What is the remainder when {a} is divided by {b}?")
RULES: Final[Mapping[str, Restating]] = MappingProxyType(
    {
        "remainder": _REMAINDER,
        "congruence": _congruence,
        "lcm": _of_list("lcm"),
        "gcd": _of_list("gcd"),
        "digit value": _digit_value,
        "digit at": lambda hit: f"What is the {hit['place']} digit of {_whole(hit['n'])}?",
        "figures": _descend,
        "built": _built,
        "single": lambda hit: f"Calculate {hit['m'].strip()}.",
        "how many tens": _tens,
        "digit sum": _digit_sum,
        "round": lambda hit: f"Round {hit['x'].strip(' ,')} to {_nearest(hit)}.",
        "divide to": lambda hit: f"Round {hit['a']}/{hit['b']} to {_nearest(hit)}.",
        "estimate": _estimate,
        "ascending": _sorted("ascending"),
        "descending": _sorted("descending"),
        "base": _base,
        "to base": _to_base,
        "prefixed": _prefixed,
        "in base": _in_base,
        "steps": _steps,
        "reduce": _template("Simplify {a}."),
        "reciprocal": _template("Calculate 1/({a})."),
        "as fraction": _as_fraction,
        "divide fraction": _template("Calculate ({a})/({b})."),
        "part of part": _part_of_part,
        "true": _true,
    }
)
"""By the name of the clause in the grammar."""
_PATTERNS: Final = grammar(GRAMMAR)
_KEYS: Final = re.compile(r"\d|\b(?:half|third|quarter)", re.IGNORECASE)
MAX_LENGTH: Final = 300


def read(clauses_: Clauses) -> Problem | None:
    """The problem of the plain question; None where several readings differ."""
    question = _plainly(clauses_.sentences)
    return _read(question) if question else None


def said_again(text: str) -> str:
    """The plain question of a text, which may ask more than once; "" where there is none."""
    return _plainly(language.sentences(text))


def _plainly(sentences: tuple[str, ...]) -> str:
    text = f" {' , '.join(wording.sentences(sentences))}"
    if len(text) > MAX_LENGTH or not _KEYS.search(text):
        return ""
    lower, plain = text.lower(), set[str]()
    for name, patterns in _PATTERNS.items():
        for one in patterns:
            if not word_patterns.may_match(lower, one):
                continue
            match = word_patterns.pattern(one).fullmatch(text)
            restated = None if match is None else RULES[name](wording.hit(match))
            if restated is not None:
                plain.add(restated)
    return plain.pop() if len(plain) == 1 else ""


def _read(question: str) -> Problem | None:
    cut = clauses.cut(question)
    found = [] if cut is None else [reader(cut) for reader in _READERS]
    problems = [problem for problem in found if problem is not None]
    return problems[0] if problems else None
