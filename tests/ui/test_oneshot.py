"""One answer as plain lines: what goes to which stream, and the exit code."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest

from mathviz_chat.backends.base import Statistics, StopReason
from mathviz_chat.core.checking.blocks import Block
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
from mathviz_chat.events import (
    Attempt,
    Computed,
    Done,
    Event,
    Failed,
    Notice,
    Outcome,
    Reading,
    Source,
    Stats,
    StepFinished,
    StepMarked,
    Text,
)
from mathviz_chat.ui.oneshot import PlainPrinter, exit_code


def block(index: int, text: str) -> Block:
    return Block(index, text, index + 1, 0, len(text))


def step(
    verdict: Verdict,
    role: Role = Role.CONDITION,
    *,
    reason: str = "",
    witness: str | None = None,
    why: str | None = None,
) -> Step:
    claim = Claim("", None, verdict, Relation.SAME, reason, witness, role=role)
    return Step(StepKind.STEP, claim, why=why)


def outcome(
    verdict: AnswerVerdict = AnswerVerdict.VERIFIED,
    *,
    answer: str | None = "x = 5",
    formal: bool = True,
    stop: StopReason = "stop",
) -> Outcome:
    shown = None if answer is None else Answer(answer, answer)
    final = Attempt(Source.MODEL, shown, verdict, "It was substituted.", (), "")
    return Outcome("Q", "R", formal, final, (), Statistics(9, 4, 0.1, 20.0, stop))


def show(*events: Event, encoding: str = "utf-8", stream: bool = True) -> tuple[str, str]:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    err = io.StringIO()
    PlainPrinter(out, err, stream=stream).show(iter(events))
    out.seek(0)
    return out.read(), err.getvalue()


def test_values_of_the_calculator_are_told_beside_the_answer() -> None:
    final = Attempt(
        Source.MODEL, None, AnswerVerdict.CHECKED, "", (), "3 * 5 = 15", (Computed(7, 10),)
    )
    out, err = show(Done(Outcome("q", None, False, final, (), None)))
    assert (out, err) == ("", "The calculator put in 15.\n")


def test_a_reason_is_told_once_an_answer() -> None:
    events: list[Event] = []
    for index, (text, why) in enumerate([("a", "R."), ("b", "R."), ("c", "S.")]):
        events += [
            StepFinished(Source.SYMPY, block(index, text)),
            StepMarked(Source.SYMPY, index, step(Verdict.PROVED, why=why)),
        ]
    out, _ = show(*events, Done(outcome()))
    marked = "✓ proved     "
    told = " " * len(marked)
    assert out.splitlines()[1:6] == [
        *(marked + "a", told + "R.", marked + "b", marked + "c", told + "S."),
    ]


def test_a_whole_answer() -> None:
    out, err = show(
        Reading("solve 3x + 7 = 22 for x"),
        Text("3x = 15\nx = 6\n"),
        StepFinished(Source.MODEL, block(0, "Subtract 7.")),
        StepFinished(Source.MODEL, block(1, "3x = 15")),
        StepMarked(Source.MODEL, 0, step(Verdict.UNCHECKED, Role.NONE)),
        StepMarked(Source.MODEL, 1, step(Verdict.PROVED)),
        StepFinished(Source.MODEL, block(2, "x = 6")),
        StepMarked(Source.MODEL, 2, step(Verdict.REFUTED, reason="Not a root.", witness="left 25")),
        Stats(Statistics(9, 4, 0.1, 20.0, "stop")),
        Notice("The solver answers."),
        StepFinished(Source.SYMPY, block(0, "x = 5")),
        StepMarked(Source.SYMPY, 0, step(Verdict.PROVED, why="Divide by 3.")),
        Done(outcome()),
    )
    assert out.splitlines() == [
        "             Subtract 7.",
        "✓ proved     3x = 15",
        "✗ refuted    x = 6",
        "             Not a root.",
        "             see for yourself: left 25",
        "Solved with SymPy:",
        "✓ proved     x = 5",
        "             Divide by 3.",
        "",
        "Answer: x = 5  [✓ verified]",
    ]
    assert err.splitlines() == [
        "I read this as: solve 3x + 7 = 22 for x",
        "The solver answers.",
        "Verified: proved to answer the question as it was read.",
        "It was substituted.",
    ]


def test_a_step_is_printed_in_its_place_even_where_its_verdict_comes_late() -> None:
    out = io.StringIO()
    seen: list[str] = []

    def events() -> Iterator[Event]:
        yield StepFinished(Source.MODEL, block(0, "x = 2"))
        yield StepFinished(Source.MODEL, block(1, "x = 3"))
        yield StepMarked(Source.MODEL, 1, step(Verdict.PROVED))
        seen.append(out.getvalue())
        yield StepMarked(Source.MODEL, 0, step(Verdict.PROVED))
        seen.append(out.getvalue())
        yield Done(outcome())

    PlainPrinter(out, io.StringIO()).show(events())
    assert seen == ["", "✓ proved     x = 2\n✓ proved     x = 3\n"]


def test_what_came_is_printed_where_the_answer_breaks_off() -> None:
    out, err = show(
        StepFinished(Source.MODEL, block(0, "x = 5")),
        Failed("generation-failed", "It broke.", 1),
    )
    assert out == "             x = 5\n"
    assert err == "It broke.\n"


def test_why_an_answer_broke_off_is_told_once() -> None:
    failed = outcome(AnswerVerdict.UNCHECKED)
    failed = replace(failed, final=replace(failed.final, reason="The answer broke off: It broke."))
    _, err = show(Failed("generation-failed", "It broke.", 69, failed))
    assert err.count("It broke.") == 1


def test_a_display_keeps_its_lines() -> None:
    out, _ = show(
        StepFinished(Source.MODEL, block(0, "a = b\n= c")),
        StepMarked(Source.MODEL, 0, step(Verdict.PROVED)),
    )
    assert out == "✓ proved     a = b\n             = c\n"


def test_without_streaming_nothing_is_printed_before_the_end() -> None:
    out = io.StringIO()

    def events() -> Iterator[Event]:
        yield StepFinished(Source.MODEL, block(0, "x = 5"))
        yield StepMarked(Source.MODEL, 0, step(Verdict.PROVED))
        assert out.getvalue() == ""
        yield Done(outcome())

    PlainPrinter(out, io.StringIO(), stream=False).show(events())
    assert out.getvalue().startswith("✓ proved     x = 5\n")


def test_blank_lines_wait_for_no_verdict() -> None:
    out, _ = show(
        StepFinished(Source.MODEL, block(0, "")),
        StepFinished(Source.MODEL, block(1, "x = 5")),
        StepMarked(Source.MODEL, 1, step(Verdict.PROVED)),
    )
    assert out == "\n✓ proved     x = 5\n"


def test_a_turn_that_asks_nothing_formal_has_no_banner() -> None:
    out, err = show(
        StepFinished(Source.MODEL, block(0, "Hello!")),
        StepMarked(Source.MODEL, 0, step(Verdict.UNCHECKED, Role.NONE)),
        Done(outcome(AnswerVerdict.UNCHECKED, answer=None, formal=False)),
    )
    assert (out, err) == ("             Hello!\n", "")


@pytest.mark.parametrize(
    ("verdict", "line"),
    [
        (AnswerVerdict.REFUTED, "Answer: x = 5  [✗ refuted]"),
        (AnswerVerdict.CHECKED, "Answer: x = 5  [≈ checked]"),
        (AnswerVerdict.UNCHECKED, "Answer: x = 5  [? unchecked]"),
    ],
)
def test_the_last_line_carries_the_verdict_as_a_word(verdict: AnswerVerdict, line: str) -> None:
    out, err = show(Done(outcome(verdict)))
    assert out.splitlines()[-1] == line
    assert "correct" not in err


def test_an_answer_that_was_not_given_is_not_made_up() -> None:
    out, _ = show(Done(outcome(AnswerVerdict.UNCHECKED, answer=None)))
    assert out.splitlines()[-1] == "No final answer  [? unchecked]"


def test_an_output_of_ascii_gets_ascii_forms() -> None:
    out, _ = show(
        StepFinished(Source.MODEL, block(0, "x² ≤ √2 — naïve")),
        StepMarked(Source.MODEL, 0, step(Verdict.PROVED)),
        Done(outcome(AnswerVerdict.CHECKED, answer="x ≥ 1")),
        encoding="ascii",
    )
    assert out.isascii()
    assert "+ proved     x^2 <= sqrt" in out
    assert "Answer: x >= 1  [~= checked]" in out


def test_control_characters_do_not_reach_the_output() -> None:
    hostile = "x = 5\x1b[2J\x07\x9b1m\u202e"
    out, err = show(
        Reading(hostile),
        StepFinished(Source.MODEL, block(0, hostile)),
        StepMarked(Source.MODEL, 0, step(Verdict.REFUTED, reason=hostile, witness=hostile)),
        Notice(hostile),
        Done(outcome(answer=hostile)),
    )
    for printed in (out, err):
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(printed)


DONE = [
    (AnswerVerdict.VERIFIED, 0, 0, "verified"),
    (AnswerVerdict.CHECKED, 0, 3, "nothing refuted, nothing verified"),
    (AnswerVerdict.UNCHECKED, 0, 3, "nothing could be said"),
    (AnswerVerdict.REFUTED, 1, 3, "3 goes before 1"),
]


@pytest.mark.parametrize(("verdict", "code", "required", "why"), DONE)
def test_the_exit_code_of_an_answer(
    verdict: AnswerVerdict, code: int, required: int, why: str
) -> None:
    done = Done(outcome(verdict))
    assert exit_code(done, require_verified=False) == code, why
    assert exit_code(done, require_verified=True) == required, why


FAILED = [
    ("backend-unavailable", 69, 69, "69 goes before 3"),
    ("unanswered", 1, 3, "3 goes before 1"),
    ("interrupted", 130, 130, "130 goes before all"),
]


@pytest.mark.parametrize(("name", "code", "required", "why"), FAILED)
def test_the_exit_code_of_a_failure(name: str, code: int, required: int, why: str) -> None:
    failed = Failed(name, "It failed.", code)
    assert exit_code(failed, require_verified=False) == code, why
    assert exit_code(failed, require_verified=True) == required, why


def test_an_interrupted_answer_ends_in_130_whatever_came() -> None:
    done = Done(outcome(AnswerVerdict.VERIFIED, stop="interrupted"))
    assert exit_code(done, require_verified=True) == 130
