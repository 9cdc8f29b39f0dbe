"""Events A and B by their probabilities: unions, intersections, complements, conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import permutations
from typing import Final, TypeAlias

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.wording import number

_P: Final = re.compile(
    r"\b(?:P|Pr|prob|probability)\s*\(\s*(?P<event>[^()=]{1,30}(?:\([^()]*\))?)\s*\)"
    r"(?:\s*(?:=|is|equals)\s*(?P<value>\d+/\d+|\d*\.\d+%?|\d+%?))?",
    re.I,
)
_SIGNS: Final = (
    (r"\s*(?:∩|\bintersection\b|\bintersect\b|\band\b|&|\\cap\b)\s*", " and "),
    (r"\s*(?:∪|\bunion\b|\bor\b|\\cup\b)\s*", " or "),
    (r"\s*(?:\||\bgiven\b)\s*", " given "),
    (r"(?:\bnot\s+|¬\s*|~\s*)([A-Z])\b", r"not \1"),
    (r"\b([A-Z])(?:'|′|\^c\b|\^C\b|ᶜ)", r"not \1"),
)
_EVENT: Final = re.compile(r"(?:not )?[A-Z]|[A-Z] (?:and|or|given) [A-Z]")
_PLAIN_WORDS = (
    "if given and find what is are events event for that calculate with suppose let be such "
    "two determine compute where when know knowing s the we then how much work out value of"
)
_WORDS: Final = frozenset(_PLAIN_WORDS.split())
_INDEPENDENT: Final = re.compile(r"\bindependent(?:ly)?\b", re.I)
_EXCLUSIVE: Final = re.compile(r"\b(?:mutually\s+exclusive|disjoint)\b", re.I)


@dataclass(slots=True)
class _Known:
    """What is known of the events: each as a formula in the numbers of the question."""

    plan: Planner
    formulas: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def give(self, event: str, value: str) -> None:
        """A probability that the question tells."""
        name = f"p_{len(self.names)}"
        self.plan.given = {**self.plan.given, name: number(value)}
        self.formulas[event], self.names[event] = name, name

    def derive(self, event: str, rule: str, formula: str, check: str) -> None:
        """A probability by a formula; check: another one that holds for the answer."""
        name = f"q_{len(self.names)}"
        put_in = {own: f"({self.formulas[e]})" for e, own in self.names.items()}
        for own, inner in put_in.items():
            check = re.sub(rf"\b{own}\b", inner, check)
        self.plan.checks.clear()
        self.plan.find(name, rule, formula).check(check)
        full = formula
        for own, inner in put_in.items():
            full = re.sub(rf"\b{own}\b", inner, full)
        self.formulas[event], self.names[event] = full, name


def _event(text: str) -> str | None:
    for found, put in _SIGNS:
        text = re.sub(found, put, text)
    text = " ".join(text.split())
    if _EVENT.fullmatch(text) is None:
        return None
    one, *rest = text.split()
    if rest[:1] in (["and"], ["or"]) and one > rest[1]:
        return f"{rest[1]} {rest[0]} {one}"
    return None if rest and rest[-1] == one else text


_Rule: TypeAlias = tuple[str, tuple[str, ...], str, str, str]
"""Event, what it needs, what a teacher says, the formula, and a check of the answer."""


def _rules(pair: tuple[str, str], *, independent: bool) -> list[_Rule]:
    low, high = sorted(pair)
    both, either = f"{low} and {high}", f"{low} or {high}"
    rules: list[_Rule] = []
    if independent:
        rule = "Multiply, since they are independent"
        rules.append((both, pair, rule, "{0}*{1}", "answer/{0} = {1}"))
    for a, b in permutations(pair):
        rules += _rules_of(a, b, both, either)
        if independent:
            rule = "A condition that is independent changes nothing"
            rules.append((f"{a} given {b}", (a,), rule, "{0}*1", "answer = {0}"))
            rules.append((a, (both, b), "Divide", "{0}/{1}", "answer*{1} = {0}"))
    add, back = "Use the addition rule", "Rearrange the addition rule"
    rules.append((either, (*pair, both), add, "{0} + {1} - {2}", "answer - {0} = {1} - {2}"))
    rules.append((both, (*pair, either), back, "{0} + {1} - {2}", "answer + {2} = {0} + {1}"))
    return rules


def _rules_of(a: str, b: str, both: str, either: str) -> Iterator[_Rule]:
    """What gives a, its opposite, or the two events with a first."""
    yield f"not {a}", (a,), "Subtract from 1", "1 - {0}", "answer + {0} = 1"
    yield a, (f"not {a}",), "Subtract from 1", "1 - {0}", "answer + {0} = 1"
    yield both, (f"{a} given {b}", b), "Multiply", "{0}*{1}", "answer/{1} = {0}"
    divide = "Divide by the probability of the condition"
    yield f"{a} given {b}", (both, b), divide, "{0}/{1}", "answer*{1} = {0}"
    back = "Rearrange the addition rule"
    yield a, (either, b, both), back, "{0} - {1} + {2}", "answer + {1} - {2} = {0}"


@dataclass(frozen=True, slots=True)
class Events:
    """Reads ``P(A) = 1/2, P(B) = 1/3 and P(A or B) = 2/3. Find P(A and B).``"""

    def read(self, clauses: Clauses) -> Problem | None:
        """The problem of a question about the probabilities of events."""
        text = ". ".join(clauses.sentences)
        told = [(_event(match["event"]), match["value"]) for match in _P.finditer(text)]
        asked = [event for event, value in told if value is None]
        given = {event: value for event, value in told if event and value}
        rest = _EXCLUSIVE.sub(" ", _INDEPENDENT.sub(" ", _P.sub(" ", text)))
        letters = sorted(
            {letter for event, _ in told for letter in re.findall(r"\b[A-Z]\b", event or "")}
        )
        words = set(re.findall(r"[^\s.,:;?!']+", rest))
        named = {word for word in words if word in letters}
        plain = {word.lower() for word in words - named} <= _WORDS
        if any(event is None for event, _ in told) or len(asked) != 1 or not plain:
            return None
        if len(told) != len(given) + 1 or not given or len(letters) > 2 or asked[0] in given:
            return None
        flags = (bool(_INDEPENDENT.search(text)), bool(_EXCLUSIVE.search(text)))
        if re.search(r"\bnot\b", rest, re.I) or all(flags):
            return None
        return _problem({e: v or "" for e, v in given.items()}, asked[0] or "", letters, flags)


def _problem(
    given: dict[str, str], asked: str, letters: list[str], flags: tuple[bool, bool]
) -> Problem | None:
    independent, exclusive = flags
    plan = Planner({})
    known = _Known(plan)
    shown = []
    for event, value in sorted(given.items()):
        fraction = f"{value[:-1]}/100" if value.endswith("%") else value
        known.give(event, fraction)
        shown.append(f"P({event}) = {fraction}")
    pair = (letters[0], letters[1] if len(letters) == 2 else "Z")
    if exclusive and len(letters) == 2:
        known.give(" and ".join(pair), "0")
    plan.setup("Choose the formula", "P(A or B) = P(A) + P(B) - P(A and B), P(not A) = 1 - P(A)")
    rules = _rules(pair, independent=independent)
    if not _derived(known, rules, asked) or not _possible(known, pair):
        return None
    how = " independent" if independent else " mutually exclusive" if exclusive else ""
    events = f" and {pair[0]} and {pair[1]} are{how}" if how and len(letters) == 2 else ""
    if how and not events:
        return None
    read_as = f"{', '.join(shown)}{events}. Find P({asked})."
    return plan.problem(Kind.PROBABILITY, read_as)


def _derived(
    known: _Known, rules: list[tuple[str, tuple[str, ...], str, str, str]], asked: str
) -> bool:
    """Forward from what is given until what is asked is found; its own step is the last one."""
    for _ in range(len(rules)):
        ready = [
            rule
            for rule in rules
            if rule[0] not in known.names and set(rule[1]) <= set(known.names)
        ]
        ready.sort(key=lambda rule: rule[0] != asked)
        if not ready:
            return False
        event, needs, rule, formula, check = ready[0]
        own = [known.names[one] for one in needs]
        known.derive(event, rule, formula.format(*own), check.format(*own))
        if event == asked:
            return True
    return False


def _possible(known: _Known, pair: tuple[str, str]) -> bool:
    """Every probability lies between 0 and 1, and no event is likelier than what it implies."""
    values = {}
    for event, formula in known.formulas.items():
        try:
            values[event] = Fraction(recount.value(known.plan.formula(formula)))
        except (recount.NotEvaluated, ArithmeticError, ValueError):
            return False
    low, high = sorted(pair)
    both, either = values.get(f"{low} and {high}"), values.get(f"{low} or {high}")
    single = [values[one] for one in pair if one in values]
    if both is not None and any(both > one for one in single):
        return False
    if either is not None and any(either < one for one in single):
        return False
    if both is not None and len(single) == 2 and sum(single) - both > 1:
        return False
    return all(0 <= value <= 1 for value in values.values())


READERS: Final = (Events(),)
