"""The engine on the embedded model: the four questions of the README end verified."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mathviz_chat.choose import Settings, open_backend
from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.engine import Session
from mathviz_chat.events import Done, Notice, Text
from mathviz_chat.messages import Options, Turn
from mathviz_chat.worker import Worker
from tests.engine_fixtures import done, of_type

pytestmark = pytest.mark.real

QUESTIONS = [
    ("Solve for x: 3x + 7 = 22", "x = 5"),
    ("Find the derivative of x^3 + 2x", "3x^2 + 2"),
    ("What is 15% of 80?", "12"),
    ("A train travels 120 miles in 2 hours. What is its speed?", "60 mph"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    session = Session(open_backend("llamacpp"), Worker(), options=Options(max_tokens=96))
    session.warm_up()
    yield session
    session.close()


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_a_question_of_the_readme_ends_verified(
    session: Session, question: str, answer: str
) -> None:
    session.clear()
    events = list(session.ask(question))
    outcome = done(events)
    assert outcome.final.verdict is AnswerVerdict.VERIFIED
    assert outcome.final.answer is not None
    assert outcome.final.answer.plain == answer
    assert "".join(piece.text for piece in of_type(events, Text))
    assert outcome.statistics is not None
    assert outcome.statistics.tokens


def test_a_conversation_that_outgrew_the_models_context_goes_on() -> None:
    """Old turns are left out before the model would say that they do not fit.

    The question is one that the rules do not read: with one that they read the shipped model gets
    no earlier turns at all.
    """
    long_turns = [Turn(f"What is {n} + {n}?", f"It is {2 * n}. " * 20) for n in range(8)]
    backend = open_backend("llamacpp", settings=Settings(num_ctx=512))
    options = Options(max_tokens=16)
    session = Session(backend, Worker(), solver="model", options=options, turns=long_turns)
    try:
        events = list(session.ask("Tell me more about even numbers."))
        assert isinstance(events[-1], Done)
        left_out = [notice for notice in of_type(events, Notice) if "context" in notice.text]
        assert len(left_out) == 1
        assert of_type(events, Text)
    finally:
        session.close()
