"""The object of ``-q … --json``, field by field as ``commands.md`` fixes them."""

from __future__ import annotations

import json
from dataclasses import replace

from mathviz_chat import __version__
from mathviz_chat.backends.base import Statistics
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
from mathviz_chat.events import Attempt, Computed, Done, Failed, Outcome, Source
from mathviz_chat.ui.json_output import Asked, answer_object, dumps

ASKED = Asked("3x = 15?", Source.MODEL, "smollm2", "llamacpp", 7)

FIELDS = {
    "schema", "error", "question", "reading", "model_reading", "answer", "verdict", "reason",
    "steps", "solver", "text", "computed", "attempts", "model", "backend", "seed", "stats",
    "versions",
}  # fmt: skip

CLAIM = Claim(
    text="x = 5",
    read_as="x = 5",
    verdict=Verdict.PROVED,
    relation=Relation.SAME,
    reason="Both have the root 5.",
    method="rational normal form",
    conditions=("x != 0",),
    role=Role.CONDITION,
)
ANSWER = Answer("x = 5", "x = 5")
MODEL = Attempt(
    Source.MODEL, ANSWER, AnswerVerdict.REFUTED, "why", (Step(StepKind.ANSWER, CLAIM),), "x = 5"
)
SOLVER_STEP = Step(StepKind.STEP, CLAIM, rule="divide", why="by 3", before="3x = 15", after="x = 5")
SOLVER = Attempt(Source.SYMPY, ANSWER, AnswerVerdict.VERIFIED, "", (SOLVER_STEP,), "x = 5")
STATISTICS = Statistics(12, 5, 0.25, 40.0, "length")


def outcome(final: Attempt, *attempts: Attempt) -> Outcome:
    return Outcome("3x = 15?", "solve 3x = 15 for x", True, final, attempts, STATISTICS)


def test_an_answer_of_the_model() -> None:
    row = answer_object(ASKED, Done(outcome(MODEL)))
    assert set(row) == FIELDS
    assert row["schema"] == 1
    assert row["error"] is None
    assert (row["question"], row["reading"]) == ("3x = 15?", "solve 3x = 15 for x")
    assert row["answer"] == {"text": "x = 5", "plain": "x = 5", "conditions": []}
    assert (row["verdict"], row["solver"], row["attempts"]) == ("refuted", "model", [])
    assert (row["model"], row["backend"], row["seed"]) == ("smollm2", "llamacpp", 7)
    assert row["stats"] == {
        "prompt_tokens": 12,
        "tokens": 5,
        "first_token_s": 0.25,
        "tokens_per_s": 40.0,
        "stop": "length",
    }
    assert row["versions"]["mathviz-chat"] == __version__


def test_what_the_calculator_put_in_has_its_place() -> None:
    attempt = replace(MODEL, text="3 * 5 = 15", computed=(Computed(7, 10),))
    row = answer_object(ASKED, Done(outcome(SOLVER, attempt)))
    assert row["computed"] == []
    assert row["attempts"][0]["computed"] == [{"start": 7, "end": 10, "text": " 15"}]


def test_a_step_has_the_fields_of_a_claim_and_its_kind() -> None:
    (step,) = answer_object(ASKED, Done(outcome(MODEL)))["steps"]
    assert step == {
        "text": "x = 5",
        "read_as": "x = 5",
        "verdict": "proved",
        "relation": "same",
        "reason": "Both have the root 5.",
        "witness": None,
        "method": "rational normal form",
        "conditions": ["x != 0"],
        "role": "condition",
        "kind": "answer",
    }


def test_an_answer_of_the_solver_names_no_model_and_lists_the_attempt() -> None:
    row = answer_object(ASKED, Done(outcome(SOLVER, MODEL)))
    assert (row["solver"], row["model"], row["backend"]) == ("sympy", None, None)
    assert row["steps"][0] | {"rule": "divide", "why": "by 3"} == row["steps"][0]
    assert (row["steps"][0]["before"], row["steps"][0]["after"]) == ("3x = 15", "x = 5")
    (attempt,) = row["attempts"]
    assert (attempt["solver"], attempt["verdict"]) == ("model", "refuted")
    assert attempt["answer"] == {"text": "x = 5", "plain": "x = 5", "conditions": []}
    assert len(attempt["steps"]) == 1


def test_a_failure_without_an_answer_has_every_field() -> None:
    row = answer_object(ASKED, Failed("backend-unavailable", "No server.", 69))
    assert set(row) == FIELDS
    assert row["error"] == {"code": "backend-unavailable", "message": "No server."}
    assert row["answer"] is None
    assert row["stats"] is None
    assert (row["verdict"], row["steps"], row["attempts"]) == ("unchecked", [], [])


def test_an_interruption_keeps_what_came() -> None:
    row = answer_object(ASKED, Failed("interrupted", "Interrupted.", 130, outcome(MODEL)))
    assert row["error"]["code"] == "interrupted"
    assert len(row["steps"]) == 1


def test_a_line_of_json_holds_no_character_that_a_terminal_obeys() -> None:
    row = {"text": "\x1b[2J\x9b\u202e\ud800 √"}
    line = dumps(row)
    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line) == row
