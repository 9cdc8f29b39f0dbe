"""Values that are put in while a model writes: on the fake, through the session, on real models."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mathviz_chat.backends.base import Capabilities, Delta, Statistics
from mathviz_chat.backends.llamacpp import LlamaCppBackend
from mathviz_chat.backends.scripted import Script, ScriptedBackend
from mathviz_chat.engine import Session
from mathviz_chat.engine.calculator import calculating, is_wanted
from mathviz_chat.errors import GenerationFailed
from mathviz_chat.events import Notice, Text
from mathviz_chat.messages import Message, Options, Request
from mathviz_chat.worker import Worker
from tests.engine_fixtures import done, of_type

QUESTION = (Message("user", "What is 34 * 6 + 7?"),)
WRONG = "34 * 6 = 180\n180 + 7 = 187\nAnswer: 187"
THEN = "34 * 6 = 204\n204 + 7 = 213\nAnswer: 213"
LAST = "34 * 6 = 204\n204 + 7 = 211\nAnswer: 211"


def run(
    backend: ScriptedBackend, request: Request, cancel: threading.Event | None = None
) -> tuple[list[Delta], Statistics]:
    *deltas, statistics = calculating(backend, request, cancel or threading.Event())
    assert isinstance(statistics, Statistics)
    return [delta for delta in deltas if isinstance(delta, Delta)], statistics


def answer(*texts: str, chunk: int = 1, **options: int) -> tuple[list[Delta], Statistics]:
    backend = ScriptedBackend([Script(text, chunk=chunk) for text in texts])
    return run(backend, Request(QUESTION, Options(**options)))  # type: ignore[arg-type]


def text(deltas: list[Delta]) -> str:
    return "".join(delta.text for delta in deltas)


# ---------------------------------------------------------------------- the stream


def test_each_value_is_put_in_and_marked() -> None:
    deltas, _ = answer(WRONG, THEN, LAST)
    assert text(deltas) == LAST
    assert [delta.text for delta in deltas if delta.computed] == [" 204", " 211"]


def test_the_line_of_the_shipped_model_ends_after_a_value() -> None:
    scripts = [Script(one, chunk=1) for one in (WRONG, THEN, LAST)]
    backend = ScriptedBackend(scripts, model="mathviz")
    deltas, _ = run(backend, Request(QUESTION))
    assert text(deltas) == LAST
    assert [request.prefill for request in backend.requests][1:] == [
        "34 * 6 = 204\n",
        "34 * 6 = 204\n204 + 7 = 211\n",
    ]


def test_the_model_is_asked_to_continue_its_own_text() -> None:
    backend = ScriptedBackend([Script(one, chunk=1) for one in (WRONG, THEN, LAST)])
    run(backend, Request(QUESTION))
    assert [request.prefill for request in backend.requests] == [
        None,
        "34 * 6 = 204",
        "34 * 6 = 204\n204 + 7 = 211",
    ]


def test_a_prefill_of_one_s_own_counts_as_text() -> None:
    backend = ScriptedBackend([Script("34 * 6 = 9", chunk=1), Script("34 * 6 = 204.", chunk=1)])
    deltas, _ = run(backend, Request(QUESTION, prefill="34 * 6"))
    assert text(deltas) == " = 204."


def test_the_statistics_count_what_the_model_generated() -> None:
    deltas, statistics = answer(WRONG, THEN, LAST)
    generated = text([delta for delta in deltas if not delta.computed])
    assert statistics.tokens == len(generated)
    assert statistics.stop == "stop"
    assert statistics.prompt_tokens == ScriptedBackend([LAST]).count_tokens(QUESTION)
    assert statistics.first_token_s is not None
    assert statistics.tokens_per_s is not None


def test_without_an_expression_the_backend_s_own_statistics_come_through() -> None:
    backend = ScriptedBackend([Script("x = 5", chunk=1)])
    (*_, own) = backend.stream(Request(QUESTION), threading.Event())
    assert isinstance(own, Statistics)
    _, statistics = answer("x = 5")
    assert (statistics.tokens, statistics.stop) == (own.tokens, own.stop)


def test_the_bound_on_tokens_is_that_of_the_whole_answer() -> None:
    deltas, statistics = answer(WRONG, THEN, LAST, max_tokens=12)
    assert text(deltas) == "34 * 6 = 204\n204"
    assert statistics.stop == "length"
    assert statistics.tokens == 12


def test_a_bound_that_is_reached_at_the_sign_leaves_the_value_out() -> None:
    deltas, statistics = answer(WRONG, THEN, max_tokens=8)
    assert text(deltas) == "34 * 6 ="
    assert statistics.stop == "length"


def test_pieces_that_go_beyond_the_sign_are_the_model_s() -> None:
    """A server that sends several tokens at once has said its own value already."""
    deltas, _ = answer(WRONG, THEN, chunk=40)
    assert text(deltas) == WRONG


def test_cancelling_before_and_after_a_value() -> None:
    for pieces in (3, 9, 12):
        backend = ScriptedBackend([Script(WRONG, chunk=1), Script(THEN, chunk=1)])
        cancel = threading.Event()
        stream = calculating(backend, Request(QUESTION), cancel)
        came = [next(stream) for _ in range(pieces)]
        cancel.set()
        *rest, statistics = stream
        assert isinstance(statistics, Statistics)
        assert statistics.stop == "interrupted"
        assert len(came) + len(rest) < pieces + 2


def test_a_failure_in_a_later_part_is_a_failure() -> None:
    broken = Script("34 * 6 = 204 is", chunk=1, error=GenerationFailed("It broke."))
    backend = ScriptedBackend([Script(WRONG, chunk=1), broken])
    with pytest.raises(GenerationFailed):
        run(backend, Request(QUESTION))


def test_json_is_left_alone() -> None:
    backend = ScriptedBackend([Script('{"a": "1 + 1 = 3"}', chunk=1)])
    deltas, _ = run(backend, Request(QUESTION, json_schema={}))
    assert text(deltas) == '{"a": "1 + 1 = 3"}'


# ---------------------------------------------------------------------- when


@pytest.mark.parametrize(
    ("model", "setting", "wanted"),
    [
        ("mathviz", None, True),
        ("mathviz:latest", None, True),
        ("mathviz", False, False),
        ("qwen2.5:1.5b", None, False),
        ("mathviz-finance", None, False),
        ("qwen2.5:1.5b", True, True),
    ],
)
def test_on_by_default_for_the_shipped_model_only(
    model: str, setting: bool | None, wanted: bool
) -> None:
    assert is_wanted(ScriptedBackend(["x"], model=model), setting) is wanted


def test_never_where_a_text_cannot_be_continued() -> None:
    backend = ScriptedBackend(["x"], model="mathviz")
    backend.capabilities = Capabilities(prefill=False)
    assert not is_wanted(backend, True)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def session(
    worker: Worker, model: str, calculator: bool | None, *, prefill: bool = True
) -> Session:
    backend = ScriptedBackend([Script(one, chunk=1) for one in (WRONG, THEN, LAST)], model=model)
    if not prefill:
        backend.capabilities = Capabilities(prefill=False)
    return Session(backend, worker, options=Options(calculator=calculator))


def test_a_session_puts_values_in_and_says_where(worker: Worker) -> None:
    events = list(session(worker, "mathviz", None).ask("What is 34 * 6 + 7?"))
    assert [e.text for e in of_type(events, Text) if e.computed] == [" 204", " 211"]
    final = done(events).final
    assert [final.text[c.start : c.end] for c in final.computed] == [" 204", " 211"]
    assert final.verdict == "verified"


def test_a_session_without_it_lets_the_model_guess(worker: Worker) -> None:
    events = list(session(worker, "mathviz", False).ask("What is 34 * 6 + 7?"))
    assert "".join(e.text for e in of_type(events, Text)) == WRONG
    assert not any(e.computed for e in of_type(events, Text))


def test_asked_for_and_impossible_is_said_once(worker: Worker) -> None:
    events = list(session(worker, "m", True, prefill=False).ask("What is 34 * 6 + 7?"))
    (notice,) = of_type(events, Notice)
    assert "cannot let a model continue" in notice.text


# ---------------------------------------------------------------------- on a real model


@pytest.mark.real
def test_llamacpp_goes_on_at_the_token_without_reading_again(
    smollm2: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = LlamaCppBackend(smollm2, threads=1)
    request = Request(
        (Message("user", "Copy this line: 34 * 6 = 204"),),
        Options(max_tokens=24),
        prefill="34 * 6",
    )
    backend.warm_up(request.messages)
    native = backend._native
    assert native is not None
    decoded: list[int] = []
    decode = native._decode

    def counting(array: object, tokens: list[int]) -> None:
        decoded.extend(tokens)
        decode(array, tokens)

    monkeypatch.setattr(native, "_decode", counting)
    *deltas, statistics = calculating(backend, request, threading.Event())
    assert isinstance(statistics, Statistics)
    computed = [d.text for d in deltas if isinstance(d, Delta) and d.computed]
    assert computed, "the model was led to an expression"
    assert statistics.tokens is not None
    prefilled = len(native.tokenize("34 * 6", begin=False, special=False))
    written = sum(len(native.tokenize(value, begin=False, special=False)) for value in computed)
    prompt = statistics.prompt_tokens or 0
    assert len(decoded) <= prompt + prefilled + statistics.tokens + written
    backend.close()
