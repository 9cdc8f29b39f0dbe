"""What goes over the pipes comes out as it went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.core.checking import CheckReport, Equality, EqualityResult
from mathviz_chat.core.checking.report import MarkedLine
from mathviz_chat.core.problems import AnswerJudgement
from mathviz_chat.core.verdict import (
    Answer,
    AnswerVerdict,
    Claim,
    Relation,
    Role,
    Step,
    StepKind,
    Verdict,
)
from mathviz_chat.worker import protocol, reports

CLAIM = Claim(
    "x/x = 1",
    "x/x = 1",
    Verdict.PROVED,
    Relation.SAME_IF,
    "Equal where both are defined.",
    method="rational normal form",
    conditions=("x != 0",),
    role=Role.IDENTITY,
)
STEP = Step(StepKind.STEP, CLAIM, rule="cancel", why="x is not 0", before="x/x", after="1")
ANSWER = Answer("x = ½", "x = 1/2")

RESULTS = [
    (
        protocol.reading_to_dict,
        protocol.reading_from_dict,
        protocol.QuestionReading("solve 2x = 1 for x", True),
    ),
    (
        protocol.reading_to_dict,
        protocol.reading_from_dict,
        protocol.QuestionReading(None, False, "Nothing is asked."),
    ),
    (
        reports.answer_judgement_to_dict,
        reports.answer_judgement_from_dict,
        AnswerJudgement(AnswerVerdict.REFUTED, "It is not a root.", ANSWER),
    ),
    (
        protocol.solver_to_dict,
        protocol.solver_from_dict,
        protocol.SolverAnswer(
            "2x = 1", (STEP,), ANSWER, AnswerVerdict.VERIFIED, "By substitution."
        ),
    ),
    (
        protocol.solver_to_dict,
        protocol.solver_from_dict,
        protocol.NoSolution("No method solves it."),
    ),
    (
        reports.equality_to_dict,
        reports.equality_from_dict,
        Equality(EqualityResult.EQUAL, "The same number.", "exact rationals"),
    ),
    (
        reports.report_to_dict,
        reports.report_from_dict,
        CheckReport(
            "Simplify x/x",
            "simplify x/x",
            Verdict.PROVED,
            (MarkedLine(3, STEP),),
            ANSWER,
            AnswerVerdict.CHECKED,
            "All that can be checked holds.",
            None,
        ),
    ),
]


@pytest.mark.parametrize(("to_dict", "from_dict", "value"), RESULTS)
def test_a_result_comes_back_as_it_went(to_dict, from_dict, value) -> None:  # type: ignore[no-untyped-def]
    assert from_dict(protocol.decode(protocol.encode(to_dict(value)))) == value


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_is_one_line_of_ascii(text: str) -> None:
    line = protocol.encode({"text": text})
    assert line.isascii()
    assert line.count(b"\n") == 1
    assert protocol.decode(line) == {"text": text}


@pytest.mark.parametrize("line", [b"", b"\n", b"[1]", b"null", b"{", b"\xff"])
def test_anything_but_an_object_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError):
        protocol.decode(line)
