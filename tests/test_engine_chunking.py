"""However an answer is chunked, its claims and verdicts are those of ``check`` on the whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mathviz_chat.backends.repetition import repeats_itself
from mathviz_chat.backends.scripted import Script, ScriptedBackend
from mathviz_chat.core import check
from mathviz_chat.engine import Session
from mathviz_chat.events import Source, StepFinished, StepMarked, Text
from mathviz_chat.messages import Options
from mathviz_chat.worker import Worker
from tests.engine_fixtures import done

QUESTION = "Solve for x: x^2 - 5x + 6 = 0"

LINES = (
    "x^2 - 5x + 6 = 0",
    "(x - 2)(x - 3) = 0",
    "(x - 2)(x + 3) = 0",
    "x - 2 = 0 or x - 3 = 0",
    "x = 2",
    "x = 3",
    "x = 2 or x = 3",
    "2 + 3 = 5 = 6 - 1",
    "7 · 8 = 54",
    "$$",
    "\\[ x^2 = 9 \\]",
    "\\begin{aligned}",
    "x &= 2 \\\\",
    "\\end{aligned}",
    "```",
    "Let us factor.",
    "Case 1:",
    "√2 ≈ 1.41",
    "",
    "Answer: x = 2 or x = 3",
    "Answer: x = 4",
    "\x00\x1b[31m",
)

texts = st.builds(
    lambda lines, breaks, end: "".join(a + b for a, b in zip(lines, breaks, strict=False)) + end,
    st.lists(st.sampled_from(LINES), max_size=8),
    st.lists(st.sampled_from(["\n", "\n", "\r\n", "\n\n"]), min_size=8, max_size=8),
    st.sampled_from(["", "x = 2", "\n"]),
)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@given(text=texts, chunk=st.integers(1, 200))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_chunks_make_no_difference(worker: Worker, text: str, chunk: int) -> None:
    backend = ScriptedBackend([Script(text, chunk=chunk)])
    if repeats_itself(text):
        return  # another rule ends such an answer early
    session = Session(backend, worker, solver="model", options=Options(max_tokens=10**6))
    events = list(session.ask(QUESTION))
    outcome = done(events)
    report = check(text, question=QUESTION)
    assert "".join(event.text for event in events if isinstance(event, Text)) == text
    assert outcome.final.steps == tuple(row.step for row in report.lines)
    assert outcome.final.answer == report.answer
    assert outcome.final.verdict == report.answer_verdict
    assert outcome.final.reason == report.answer_reason
    finished = [
        e.block.line for e in events if isinstance(e, StepFinished) and e.block.text.strip()
    ]
    assert finished == [row.line for row in report.lines]
    marked = [e.index for e in events if isinstance(e, StepMarked) and e.source is Source.MODEL]
    assert len(marked) == len(set(marked))
