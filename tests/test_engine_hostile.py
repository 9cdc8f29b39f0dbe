"""Hostile text from a model or a user, through the whole engine and the real worker.

The larger table of hostile inputs is in tests/attacks.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mathviz_chat.backends.scripted import Script, ScriptedBackend
from mathviz_chat.core.verdict import Verdict
from mathviz_chat.engine import Session
from mathviz_chat.events import Done, Failed
from mathviz_chat.messages import Options
from mathviz_chat.worker import Worker
from tests.engine_fixtures import done

CANARY = Path("/tmp/mathviz-engine-canary")

HOSTILE = {
    "a tower of powers": "9**9**9**9 = 1",
    "a tower of carets": "9^9^9^9 = 1",
    "100,000 digits": "9" * 100_000 + " = 1",
    "a huge factorial": "(10^9)! = 1",
    "10,000 brackets": "(" * 10_000 + "1" + ")" * 10_000 + " = 1",
    "10,000 minus signs": "-" * 10_000 + "1 = 1",
    "10,000 nested fractions": r"\frac{1}{" * 10_000 + "1" + "}" * 10_000 + " = 1",
    "code": f"__import__('os').system('touch {CANARY}')",
    "code beside an equals sign": f"x = open('{CANARY}', 'w').write('1')",
    "a megabyte in one line": "1 + " * 250_000 + "1 = 2",
    "a megabyte of lines": "a = b\n" * 160_000,
    "NUL": "1 + 1 = 2\x00 = 3",
    "escape sequences": "\x1b]0;title\x07\x1b[2J 1 + 1 = 3",
    "lone surrogates": "\ud800 = \udfff",
    "an unclosed display": "$$\n" + "x\n" * 1000,
    "a huge exponent": "x^999999999 = 1",
    "a power of a sum": "(x + y + z + 1)^5000 = 0",
}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def next_check_is_answered(worker: Worker) -> bool:
    session = Session(ScriptedBackend(["2 + 2 = 4\n2 + 2 = 5\n"]), worker, solver="model")
    steps = done(list(session.ask("hi"))).final.steps
    return [step.claim.verdict for step in steps] == [Verdict.PROVED, Verdict.REFUTED]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_from_a_model_it_runs_nothing_and_the_next_check_is_answered(
    worker: Worker, text: str
) -> None:
    backend = ScriptedBackend([Script(text + "\nAnswer: 1\n", chunk=4096)])
    session = Session(backend, worker, solver="model", options=Options(max_tokens=10**6))
    outcome = done(list(session.ask("What is 1 + 1?")))
    assert outcome.final.steps[0].claim.verdict is not Verdict.PROVED
    assert not CANARY.exists()
    assert next_check_is_answered(worker)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_as_a_question_it_runs_nothing_and_the_next_check_is_answered(
    worker: Worker, text: str
) -> None:
    session = Session(ScriptedBackend(["No."]), worker, solver="sympy")
    assert isinstance(list(session.ask(f"What is {text}?"))[-1], Done | Failed)
    assert not CANARY.exists()
    assert next_check_is_answered(worker)
