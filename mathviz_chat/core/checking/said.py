"""Claims in words: ``The product of 6 and 7 is 42.``, ``36 is divisible by 4``.

A sentence that is nothing but a value in words and what it is said to be is put as the question
that it answers, ``What is the product of 6 and 7?``, and its claim is judged as the answer. What
the reader of questions does not read as a whole claims nothing here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.problems import Kind, Unread, judge_answer, read_question
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Statement
from mathviz_chat.core.verdict import AnswerVerdict, Relation, Role, Verdict

_OPENING: Final = (
    r"(?:[\s*•>#]|[-–—]\s)*"  # no sign of the number after it
    r"(?:(?:so|then|therefore|thus|hence|now|also|note\s+that|we\s+know\s+that)\b[,\s]*)*"
)
_END: Final = r"[.!\s*]*"
_IS: Final = r"\s+(?:is\s+equal\s+to|is|equals|gives|makes)\s+"
_SAID: Final = re.compile(
    rf"{_OPENING}(?P<what>[^;:=?]+?){_IS}(?P<value>[^;:=?]+?){_END}", re.IGNORECASE
)
_REDUCED: Final = re.compile(
    rf"{_OPENING}(?:the\s+fraction\s+)?(?P<what>\S+)\s+(?:simplifies|reduces)\s+to"
    rf"\s+(?P<value>\S+?){_END}",
    re.IGNORECASE,
)
_VERB: Final = re.compile(r"\b(?:is|are|was|equals?|gives|makes)\b", re.IGNORECASE)
_POWER_OF_NEGATIVE: Final = re.compile(
    r"(?:[-−]|\b(?:minus|negative)\s)\s*\d+(?:\.\d+)?\s+(?:squared|cubed|to\s+the)\b", re.IGNORECASE
)
"""``-3 squared``: of -3, or the negative of 3 squared."""
_NOT: Final = re.compile(r"^not\s+", re.IGNORECASE)
_WORD: Final = re.compile(r"(?<!\\)[A-Za-z]{2,}")
_OF_FORMULAS: Final = frozenset({"sqrt", "pi"})
_VALUES: Final = frozenset({Kind.ARITHMETIC, Kind.PERCENT_OF, Kind.ROUNDING})
_TRUTHS: Final = frozenset({Kind.TRUTH, Kind.PRIME})
_VERDICTS: Final = {
    AnswerVerdict.VERIFIED: (Verdict.PROVED, Relation.SAME),
    AnswerVerdict.REFUTED: (Verdict.REFUTED, Relation.DIFFERENT),
}
MAX_LENGTH: Final = 200


def judge_said(text: str) -> Judgement | None:
    """The verdict on a sentence in words; None where it is not read as a claim."""
    text = text.strip().strip("*").strip()
    if len(text) > MAX_LENGTH or "\n" in text:
        return None
    reduced = _REDUCED.fullmatch(text)
    if reduced is not None:
        return _judge(f"Simplify {reduced['what']}", reduced["value"], _VALUES)
    said = _SAID.fullmatch(text)
    if said is None or len(_VERB.findall(text)) != 1 or _POWER_OF_NEGATIVE.search(text):
        return None
    what, value = said["what"], said["value"]
    if _is_value(value):
        return None if _is_value(what) else _judge(f"What is {what}?", value, _VALUES)
    if not _is_value(what):
        return None
    denied = _NOT.match(value)
    asked = value if denied is None else value[denied.end() :]
    judged = _judge(f"Is {what} {asked}?", "yes" if denied is None else "no", _TRUTHS)
    if judged is None:
        return _judge(f"What is {value}?", what, _VALUES) if denied is None else None
    if judged.verdict is Verdict.REFUTED:
        reason = f"{what} is {asked}." if denied is not None else f"{what} is not {asked}."
        return replace(judged, reason=reason, witness=reason)
    return judged


def _is_value(text: str) -> bool:
    """A number or a formula, no word beside it."""
    if not set(_WORD.findall(text)) <= _OF_FORMULAS:
        return False
    try:
        return not isinstance(read(text.strip(" $")), Statement)
    except ReadError:
        return False


def _judge(question: str, answer: str, kinds: frozenset[Kind]) -> Judgement | None:
    problem = read_question(question)
    if isinstance(problem, Unread) or problem.kind not in kinds:
        return None
    judged = judge_answer(problem, answer)
    if judged.verdict not in _VERDICTS:
        return None
    verdict, relation = _VERDICTS[judged.verdict]
    return Judgement(
        verdict,
        relation,
        judged.reason,
        witness=judged.reason if verdict is Verdict.REFUTED else None,
        method="answer against the question",
        role=Role.COMPUTATION,
        ground=judged.verdict,
    )
