"""``X ~ B(5, 1/2). Find P(X = 3)``: probabilities, mean, variance and standard deviation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import wording
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.synonyms.trials import Trials, successes
from mathviz_chat.core.problems.wording import number

_N: Final = r"\d+"
_P: Final = r"\d+/\d+|\d*\.\d+"
_DEFINED: Final = (
    re.compile(
        rf"(?P<x>[A-Z])\s*(?:~|∼|\\sim\b|has distribution)\s*(?:B|Bin|Binomial|Bi)\s*"
        rf"\(\s*(?:n\s*=\s*)?(?P<n>{_N})\s*[,;]\s*(?:p\s*=\s*)?(?P<p>{_P})\s*\)"
    ),
    re.compile(
        rf"(?:(?P<x>[A-Z])\s+(?:is|has|follows)\s+)?(?:binomial(?:ly)?\s+)(?:distribution\s+|"
        rf"distributed\s+|random\s+variable\s+|variable\s+|experiment\s+)?(?:with\s+|where\s+|,\s*)*"
        rf"(?:parameters\s+)?n\s*=\s*(?P<n>{_N})\s*(?:,|and|,\s*and)?\s*p\s*=\s*(?P<p>{_P})"
    ),
    re.compile(
        rf"n\s*=\s*(?P<n>{_N})\s*(?:,|and|,\s*and)?\s*p\s*=\s*(?P<p>{_P})\s*(?:,|for|in|of)*\s*"
        r"binomial(?:\s+distribution)?"
    ),
)
_RELATION: Final = r"=|≤|≥|<=|>=|<|>|\\leq?\b|\\geq?\b"
_PROBABILITY: Final = re.compile(
    rf"\b(?:P|Pr|probability)\s*\(\s*(?:(?P<low>\d+)\s*(?P<r1><=|<|≤|\\leq?)\s*)?(?P<x>[A-Z])\s*"
    rf"(?P<r>{_RELATION})\s*(?P<k>\d+)\s*\)"
)
_MOMENTS: Final = {
    "standard deviation": r"(?i:\b(?:sd|std\s?dev)\s*\(\s*(?-i:{0})\s*\))|"
    r"\b[Ss]tandard deviation(?: of (?:it|{0}\b))?",
    "variance": r"\b[Vv]ar(?:iance)?\s*\(\s*{0}\s*\)|\b[Vv]ariance(?: of (?:it|{0}\b))?",
    "mean": r"\bE\s*[(\[]\s*{0}\s*[)\]]|"
    r"\b(?:[Mm]ean|[Ee]xpected value|[Ee]xpectation)(?: of (?:it|{0}\b))?",
}
"""By what is asked, its words; the place is for the name of the variable."""
_IDLE = (
    "if let suppose given that then find what is what's whats calculate work out compute determine "
    "of for and random variable distribution with has where we its the a"
)
_WORDS: Final = frozenset(_IDLE.split())
MAX_N: Final = 10**6


@dataclass(frozen=True, slots=True)
class Binomial:
    """Reads a question about one binomial variable, whose every word is known."""

    def read(self, clauses: Clauses) -> Problem | None:
        """The probability or the moment that is asked; None where anything is left over."""
        text = " , ".join(wording.sentences(clauses.sentences))
        text = re.sub(r"\\frac\s*\{?(\d+)\}?\s*\{?(\d+)\}?", r"\1/\2", text)
        found = [(m, p) for p in _DEFINED for m in p.finditer(text)]
        if len(found) != 1:
            return None
        defined = found[0][0]
        rest = f"{text[: defined.start()]} {text[defined.end() :]}"
        n, p, name = int(defined["n"]), defined["p"], defined["x"] or "X"
        if not (1 <= n <= MAX_N and 0 < Fraction(p) < 1):
            return None
        asked = list(_PROBABILITY.finditer(rest))
        if len(asked) == 1 and asked[0]["x"] == name:
            left = _PROBABILITY.sub(" ", rest)
            return _probability(Trials(n, p), name, asked[0]) if _is_idle(left, name) else None
        return None if asked else _moment(n, p, name, rest)


def _is_idle(text: str, name: str) -> bool:
    """Whether only words are left that say nothing more."""
    words = re.findall(r"[^\s.,:;?!]+", text)
    return all(word == name or word.lower() in _WORDS for word in words)


def _probability(trials: Trials, name: str, asked: re.Match[str]) -> Problem | None:
    sign = asked["r"].replace("\\leq", "≤").replace("\\le", "≤").replace("\\geq", "≥")
    sign = sign.replace("\\ge", "≥").replace("<=", "≤").replace(">=", "≥")
    k, n = int(asked["k"]), trials.count
    low, high = {
        "=": (k, k), "≤": (0, k), "<": (0, k - 1), "≥": (k, n), ">": (k + 1, n),
    }[sign]  # fmt: skip
    shown = f"{name} {sign.replace('≤', '<=').replace('≥', '>=')} {k}"
    if asked["low"]:
        if sign not in "≤<":
            return None
        strict = asked["r1"] == "<"
        low = int(asked["low"]) + strict
        shown = f"{asked['low']} {'<' if strict else '<='} {shown}"
    if not 0 <= low <= high <= n:
        return None
    read_as = f"{name} ~ B({n}, {trials.p}). Find P({shown})."
    return successes(trials, range(low, high + 1), read_as)


def _moment(n: int, p: str, name: str, rest: str) -> Problem | None:
    known = {what: re.compile(words.format(name)) for what, words in _MOMENTS.items()}
    asked = [(what, pattern) for what, pattern in known.items() if pattern.search(rest)]
    if len(asked) != 1:
        return None
    what, pattern = asked[0]
    if len(pattern.findall(rest)) != 1 or not _is_idle(pattern.sub(" ", rest), name):
        return None
    plan = Planner({"n": number(str(n)), "p": number(p)})
    if what == "mean":
        plan.setup("Choose the formula", "mean = n*p").find("m", "Multiply", "n*p")
        plan.check("answer/n = p")
    else:
        plan.setup("Choose the formula", "variance = n*p*(1 - p)")
        plan.find("q", "Subtract from 1", "1 - p").find("v", "Multiply", "n*p*q")
        if what == "variance":
            plan.check("answer = n*p - n*p^2")
        else:
            plan.find("s", "Take the square root", "sqrt(v)").check("answer^2 = n*p - n*p^2")
    read_as = f"{name} ~ B({n}, {p}). Find the {what} of {name}."
    return plan.problem(Kind.STATISTICS, read_as, decimals="/" not in p)


READERS: Final = (Binomial(),)
