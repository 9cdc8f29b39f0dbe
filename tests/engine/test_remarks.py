"""Turns that ask for no mathematics, and those that only look so: pure text."""

from __future__ import annotations

import pytest

from mathviz_chat.engine.remarks import reply_to


@pytest.mark.parametrize(
    ("turn", "begins"),
    [
        ("hello", "Hello!"),
        ("Hi there!", "Hello!"),
        ("hey :)", "Hello!"),
        ("good morning", "Hello!"),
        ("Hallo", "Hello!"),
        ("hi, how are you?", "All is well"),
        ("thanks", "You are welcome"),
        ("ok, thank you so much!", "You are welcome"),
        ("danke schön", "You are welcome"),
        ("bye", "Goodbye"),
        ("ok", "Good."),
        ("got it!", "Good."),
        ("What can you do?", "I work exercises out"),
        ("how do I use this", "I work exercises out"),
        ("who are you", "I am mathviz-chat"),
        ("are you an AI?", "I am mathviz-chat"),
        ("what’s your name?", "I am mathviz-chat"),
        ("can you help me with my homework?", "Type the exercise"),
        ("I'm stuck", "Type the exercise"),
        ("i hate maths", "One step at a time"),
    ],
)
def test_a_remark_has_a_fitting_reply(turn: str, begins: str) -> None:
    reply = reply_to(turn)
    assert reply is not None
    assert reply.startswith(begins)


@pytest.mark.parametrize(
    ("turn", "why"),
    [
        ("hi, what is 2 + 3?", "a question after a greeting"),
        ("what can you do with 3x + 7 = 22?", "an exercise"),
        ("thanks, and with 30% off?", "a follow-up"),
        ("help me solve x^2 = 4", "an exercise"),
        ("what is a prime?", "an idea is asked for"),
        ("who are the parents of Anna, 12?", "another question"),
        ("I see 5 apples and 3 pears. How many pieces of fruit?", "a story"),
        ("7", "a value"),
        ("", "nothing"),
    ],
)
def test_a_question_is_no_remark(turn: str, why: str) -> None:
    assert reply_to(turn) is None, why


def test_a_long_turn_takes_no_time() -> None:
    assert reply_to("hi " * 20_000) is None
