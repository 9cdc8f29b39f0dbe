"""Whole answers as they are printed: transcripts at 80 and 50 columns, and without a terminal."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from rich.console import Console

from mathviz_chat.core.solving.lines import SETUP_REASON
from mathviz_chat.core.verdict import AnswerVerdict, Role, Step, StepKind, Verdict
from mathviz_chat.events import Done, Event, Failed, Notice, Source
from mathviz_chat.ui.layout import Layout
from mathviz_chat.ui.render import AnswerView, Renderer
from mathviz_chat.ui.wording import NO_ANSWER
from tests.ui.terminal_fixtures import (
    PROSE,
    STATISTICS,
    attempt,
    model_events,
    outcome,
    solver_events,
    step,
)
from tests.ui.transcript_files import assert_transcript


def shown(events: Sequence[Event], width: int = 80, *, raw: bool = False) -> str:
    """What a console without a terminal prints."""
    console = Console(width=width, file=io.StringIO(), highlight=False)
    Renderer(console, raw=raw).show(events)
    return written(console)


def written(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


PROVED = step(Verdict.PROVED)


def verified() -> Iterator[Event]:
    text = (
        "Subtract 7 from both sides: $3x = 15$\nDivide by 3: $x = \\frac{15}{3}$\nAnswer: x = 5\n"
    )
    yield from model_events(text, [PROVED] * 3, reading="solve 3x + 7 = 22 for x")
    yield Done(outcome(attempt(AnswerVerdict.VERIFIED, "x = 5")))


def refuted_then_solved() -> Iterator[Event]:
    text = (
        "**Solution.** We isolate the unknown on the left side, one operation at a time, and check"
        " the result at the end.\n\n"
        "1. Subtract 7 from both sides: $3x = 15$\n"
        "2. Divide both sides by 3: $x = \\frac{15}{3} = 6$\n\n"
        "\\[\nx = 6\n\\]\nAnswer: x = 6\n"
    )
    wrong = step(Verdict.REFUTED, "15/3 is 5, not 6.", witness="15/3 = 5")
    final = step(Verdict.REFUTED, "x = 6 does not solve 3x + 7 = 22.", witness="at x = 6: 25 = 22")
    steps = [PROSE, PROVED, wrong, wrong, final]
    yield from model_events(text, steps, reading="solve 3x + 7 = 22 for x")
    subtract = step(Verdict.PROVED, why="subtract 7 from both sides")
    divide = step(Verdict.PROVED, why="divide both sides by 3")
    yield from solver_events([("3x = 15", subtract), ("x = 5", divide)])
    model = attempt(AnswerVerdict.REFUTED, "x = 6", "it does not solve 3x + 7 = 22")
    solver = attempt(AnswerVerdict.VERIFIED, "x = 5", source=Source.SYMPY)
    yield Done(outcome(solver, model))


def checked_only() -> Iterator[Event]:
    text = "x^2 - 4 = (x - 2)*(x + 2)\nsin(1)^2 + cos(1)^2 = 1\nso it is positive for x > 2\n"
    steps = [
        PROVED,
        step(Verdict.PROBABLE, "Both sides agree to 50 digits."),
        step(Verdict.UNCHECKED, "This kind of claim is not checked.", role=Role.UNDECIDED),
    ]
    yield from model_events(text, steps)
    yield Done(outcome(attempt(AnswerVerdict.CHECKED, "x > 2")))


def conditions() -> Iterator[Event]:
    marked = step(Verdict.PROVED, conditions=("x != 1",))
    yield from model_events("(x^2 - 1)/(x - 1) = x + 1\n", [marked])
    yield Done(outcome(attempt(AnswerVerdict.UNCHECKED, None)))


def informal() -> Iterator[Event]:
    text = "Hello!\n\n## Things I can do\n\n- solve *equations*\n- explain `x^2`\n"
    yield from model_events(text, [PROSE] * 4)
    yield Done(outcome(attempt(AnswerVerdict.UNCHECKED), formal=False))


def code() -> Iterator[Event]:
    text = "In Python:\n```python\nprint(2**10)  # [1024]\n```\nThat is all.\n"
    yield from model_events(text, [PROSE] * 3)
    yield Done(outcome(attempt(AnswerVerdict.UNCHECKED), formal=False))


def hostile() -> Iterator[Event]:
    text = "\x1b]0;pwned\x07\x1b[2Jx = 1\rx = 2 [b]bold[/b] \u202e5 = x\n"
    yield from model_events(text, [step(Verdict.REFUTED, "\x1b[31mno", witness="\x07 x = 1")])
    yield Notice("\x1b[1mnotice")
    yield Done(outcome(attempt(AnswerVerdict.REFUTED, "x = \x1b[5m2", "\x9b1m")))


def interrupted() -> Iterator[Event]:
    yield from model_events("Subtract 7: 3x = 15\nDivide by", [PROVED, None])
    stopped = replace(STATISTICS, stop="interrupted")
    yield Done(outcome(attempt(AnswerVerdict.UNCHECKED), statistics=stopped))


def failed() -> Iterator[Event]:
    yield from model_events("Subtract 7: 3x = 15\nDivide", [PROVED, PROSE])
    message = "The server at http://127.0.0.1:11434 does not answer: start it with `ollama serve`."
    yield Failed("backend-unavailable", message, 69)


ANSWERS = [
    verified,
    refuted_then_solved,
    checked_only,
    conditions,
    informal,
    code,
    hostile,
    interrupted,
    failed,
]


@pytest.mark.parametrize("width", [80, 50])
@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: str(answer.__name__))
def test_transcript(answer: Callable[[], Iterator[Event]], width: int) -> None:
    assert_transcript(f"answer_{answer.__name__}_{width}", shown(list(answer()), width))


@pytest.mark.parametrize("width", [200, 80, 50, 30, 12])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    for answer in ANSWERS:
        lines = shown(list(answer()), width).splitlines()
        assert max(map(len, lines)) <= width


def test_an_output_of_ascii_only_gets_ascii_forms() -> None:
    buffer = io.BytesIO()
    out = io.TextIOWrapper(buffer, encoding="ascii", errors="strict")
    Renderer(Console(width=80, file=out, highlight=False)).show(list(refuted_then_solved()))
    out.flush()
    assert_transcript("answer_ascii", buffer.getvalue().decode("ascii"))


def test_raw_shows_the_source_as_the_model_wrote_it() -> None:
    assert "Divide by 3: $x = \\frac{15}{3}$" in shown(list(verified()), raw=True)


def test_every_verdict_has_a_word_of_its_own() -> None:
    """Colour is never all that tells two verdicts apart."""
    for verdict in Verdict:
        text = shown(list(model_events("x = 1\n", [step(verdict, "why")])))
        assert str(verdict) in text


def test_no_refutation_is_never_called_correct() -> None:
    for answer in (checked_only, conditions, interrupted):
        text = shown(list(answer())).lower()
        assert "correct" not in text
        assert "right" not in text


def test_what_is_given_is_not_called_unchecked() -> None:
    claim = step(Verdict.UNCHECKED, "This is taken as given.", role=Role.GIVEN).claim
    given = Step(StepKind.SETUP, claim)
    assert shown(list(model_events("3x + 7 = 22\n", [given]))).endswith("  given\n")


def test_the_choice_of_a_formula_by_the_solver_is_called_unchecked() -> None:
    claim = step(Verdict.UNCHECKED, SETUP_REASON, role=Role.FORMULA).claim
    chosen = Step(StepKind.SETUP, claim, rule="Choose the formula")
    assert shown(list(model_events("s = v*t\n", [chosen]))).endswith("? unchecked\n")


def test_an_unknown_keeps_its_letter_case() -> None:
    """x and X are different unknowns, also where a sentence begins with one."""
    final = attempt(AnswerVerdict.REFUTED, "x = 6", "x = 6 does not solve it")
    text = shown([Done(outcome(final))])
    assert "x = 6 does not solve it." in text
    assert "X" not in text


def test_an_answer_without_a_final_answer_says_so() -> None:
    assert NO_ANSWER in shown(list(conditions()))


def test_a_turn_that_asks_nothing_formal_has_no_banner() -> None:
    text = shown(list(informal()))
    assert "unchecked" not in text
    assert "verified" not in text


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_no_colour_codes_where_they_are_not_wanted(environment: dict[str, str]) -> None:
    console = Console(
        width=80, file=io.StringIO(), force_terminal=True, _environ=environment, highlight=False
    )
    Renderer(console).show(list(refuted_then_solved()))
    assert "\x1b[3" not in written(console)


def test_a_dumb_terminal_gets_no_cursor_codes() -> None:
    console = Console(width=80, file=io.StringIO(), force_terminal=True, _environ={"TERM": "dumb"})
    Renderer(console).show(list(refuted_then_solved()))
    assert "\x1b" not in written(console)


def test_markup_of_the_output_library_has_no_power() -> None:
    assert "x = [b] and [link=a]c[/]" in shown(
        list(model_events("x = [b] and [link=a]c[/]\n", [PROSE]))
    )


def test_a_stream_that_breaks_off_loses_nothing() -> None:
    """No Done and no Failed: what had been finished is printed all the same."""
    events = list(model_events("1 + 1 = 2\n2 + 2 = 4\n", [None, PROVED]))
    assert "1 + 1 = 2\n2 + 2 = 4" in shown(events)


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_line_whose_verdict_is_late_says_so_and_gets_it_later() -> None:
    console = Console(width=80, file=io.StringIO(), highlight=False)
    clock = Clock()
    view = AnswerView(Layout(console), clock=clock, hold_s=0.15)
    finished = list(model_events("2 + 2 = 5\nNext: 1 + 1 = 2\n", [None, PROVED]))
    late = list(model_events("2 + 2 = 5\n", [step(Verdict.REFUTED, "2 + 2 is 4.")]))[-2]
    for event in finished[:-1]:
        view.take(event)
    clock.now = 0.1
    view.tick()
    assert written(console) == ""
    clock.now = 0.2
    view.tick()
    view.take(late)
    assert_transcript("answer_late_verdict", written(console))


@pytest.mark.parametrize(
    ("by_model", "said"), [(True, "waiting for the model"), (False, "checking")]
)
def test_who_is_waited_for(by_model: bool, said: str) -> None:
    """Nobody waits for a model where none is asked."""
    console = Console(width=80, file=io.StringIO(), force_terminal=True, highlight=False)
    clock = Clock()
    view = AnswerView(Layout(console), by_model=by_model, clock=clock)
    clock.now = 2.0
    view.tick()
    assert f"… {said} (2 s)" in written(console)


def test_what_kept_the_model_from_answering_is_told_once() -> None:
    lost = "The server at http://localhost:1 has gone."
    ended = outcome(attempt(AnswerVerdict.UNCHECKED, reason=lost))
    assert shown([Failed("backend-unavailable", lost, 3, ended)]).count("has gone") == 1
