"""Whether an answer is the right one, compared in the way that the question asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.checking.equality import equal
from mathviz_chat.core.checking.equality_result import (
    Equality,
    EqualityResult,
    equal_because,
    undecided_because,
    unequal_because,
)
from mathviz_chat.core.problems import (
    Form,
    Kind,
    Problem,
    Unread,
    judge_answer,
    parts,
    read_question,
)
from mathviz_chat.core.problems.judging import split_units
from mathviz_chat.core.problems.units import CURRENCIES
from mathviz_chat.core.verdict import AnswerVerdict

KIND_OF_FORM: Final[Mapping[Form, str]] = MappingProxyType(
    {
        Form.TRUTH: "truth value",
        Form.NUMERAL: "numeral",
        Form.ASSIGNMENT: "solution set",
        Form.SOLUTIONS: "solution set",
    }
)
"""The kind of answer, in the words of :func:`equal`; other forms are told by the answers."""

_POUNDS = re.compile(r"(?<![a-z])pounds?(?![a-z])", re.IGNORECASE)
_PER = re.compile(r"\s*(?:\bper|/|\ban?)\s*[a-z]+\s*$", re.IGNORECASE)
_SPELLED: Final = MappingProxyType({"deg": "degrees", "in": "inches"})
"""Units whose symbol is read as something else after a number alone."""
_BARE = re.compile(r"[-+\d\s.,/]+")
_NAMED = re.compile(r"^\s*[a-zα-ω]\s*=\s*")

_NONE: Final = frozenset({"none", "no solution", "no solutions"})
"""How many solutions there are, in words."""


def equal_as_asked(question: str, gold: str, answer: str) -> Equality:
    """Is ``answer`` the right answer ``gold`` to the question?

    As :func:`equal`, with the kind of answer and the unit that the question's reading gives, part
    by part where it has several. An answer that equals the right one and is none in the form that
    the question asks for (``x^2 = 9`` where the question is to solve it) is undecided; one that is
    rounded otherwise than the question says is unequal. Never raises, whatever the text.
    """
    problem = read_question(question)
    if isinstance(problem, Unread):
        return equal(gold, answer, question=question)
    if problem.kind is Kind.PARTS:
        return _parts(problem, question, gold, answer)
    return _as_asked(problem, question, gold, answer)


def _as_asked(problem: Problem, question: str, gold: str, answer: str) -> Equality:
    if problem.kind is Kind.COUNT and gold.strip().lower() in _NONE:
        gold = "0"
    gold, answer = (split_units.whole(text, problem) or text for text in (gold, answer))
    left, right = _with_unit(*_amounts(gold, answer, problem.unit), problem.unit)
    found = equal(left, right, question=question, kind=_kind(problem))
    renamed = problem.kind is Kind.DIFFERENTIAL_EQUATION  # its constants may have any name
    signed = bool(problem.direction)  # -4%, 4% decrease and, of what fell, 4%
    if found.result is EqualityResult.UNDECIDED or renamed or signed:
        free = replace(problem, notation=None, split=())
        verdicts = [judge_answer(free, text).verdict for text in (gold, answer)]
        if verdicts == [AnswerVerdict.VERIFIED] * 2:
            return equal_because("Both are right answers to the question.", "judging")
        if set(verdicts) == {AnswerVerdict.VERIFIED, AnswerVerdict.REFUTED}:
            return unequal_because("Only one of them answers the question.", "judging")
    if found.result is not EqualityResult.EQUAL or gold == answer:
        return found
    judged, expected = judge_answer(problem, answer), judge_answer(problem, gold)
    if judged.answer is None and expected.answer is not None:
        return undecided_because(f"It is equal, but not in the form asked for: {judged.reason}")
    verdicts = [judged.verdict, expected.verdict]
    if _asks_rounded(problem) and verdicts == [AnswerVerdict.REFUTED, AnswerVerdict.VERIFIED]:
        return unequal_because(judged.reason, "judging")
    return found


def _asks_rounded(problem: Problem) -> bool:
    return problem.kind is Kind.ROUNDING or (problem.places, problem.figures) != (None, None)


def _with_unit(gold: str, answer: str, unit: str | None) -> tuple[str, str]:
    """The unit of the question's reading, where one of the two leaves it out."""
    if _BARE.fullmatch(answer) and unit == "deg":
        gold = _NAMED.sub("", gold)
    bare = [bool(_BARE.fullmatch(text)) for text in (gold, answer)]
    if unit is None or bare[0] == bare[1]:
        return gold, answer
    spelled = _SPELLED.get(unit, unit)
    gold, answer = (
        ", ".join(f"{part.strip()} {spelled}" for part in text.split(", ")) if none else text
        for text, none in zip((gold, answer), bare, strict=True)
    )
    return gold, answer


def _amounts(gold: str, answer: str, unit: str | None) -> tuple[str, str]:
    """Amounts of money: pounds are no weight, and ``$6 per kg`` may be told as ``$6``."""
    if unit not in CURRENCIES:
        return gold, answer
    if unit == "GBP":
        gold, answer = _POUNDS.sub("GBP", gold), _POUNDS.sub("GBP", answer)
    rates = [_PER.search(text) for text in (gold, answer)]
    if (rates[0] is None) != (rates[1] is None):
        gold, answer = _PER.sub("", gold), _PER.sub("", answer)
    return gold, answer


def _parts(problem: Problem, question: str, gold: str, answer: str) -> Equality:
    wanted, given = (_labelled(text, problem.labels) for text in (gold, answer))
    if list(wanted) != list(problem.labels) or list(given) != list(wanted):
        return _in_order(problem, gold, answer) or equal(gold, answer, question=question)
    results = [
        _as_asked(part, part.read_as, wanted[label], given[label])
        for label, part in zip(problem.labels, problem.parts, strict=True)
    ]
    for result in (EqualityResult.UNEQUAL, EqualityResult.UNDECIDED):
        for one in results:
            if one.result is result:
                return one
    return equal_because("Every part is equal.", results[0].method)


def _in_order(problem: Problem, gold: str, answer: str) -> Equality | None:
    """``101101 and 2D`` without labels: equal where each is equal to the one in its place."""
    told = [parts.claimed(text, problem.labels) for text in (gold, answer)]
    if not all(told):
        return None
    each = zip(problem.parts, *told, strict=True)
    results = [_as_asked(part, part.read_as, left, right) for part, left, right in each]
    same = all(one.result is EqualityResult.EQUAL for one in results)
    return equal_because("Every part is equal.", results[0].method) if same else None


def _labelled(text: str, labels: tuple[str, ...]) -> dict[str, str]:
    """``a) 3; b) x = 1`` and ``(a) 3 (b) x = 1`` by their letters; empty for other texts."""
    label = rf"(?:^|(?<=[;,\s]))\(?({'|'.join(map(re.escape, labels))})\)\s*"
    pieces = re.split(label, text.strip())
    each = (piece.strip(" ;,") for piece in pieces[2::2])
    return {} if pieces[0] else dict(zip(pieces[1::2], each, strict=True))


def _kind(problem: Problem) -> str | None:
    if problem.kind is Kind.SORT:
        return "ordered list"
    return KIND_OF_FORM.get(problem.form)
