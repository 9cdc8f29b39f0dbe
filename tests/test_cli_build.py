"""What a session is built from: every setting arrives where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mathviz_chat import config
from mathviz_chat.backends.base import Backend
from mathviz_chat.backends.scripted import ScriptedBackend
from mathviz_chat.choose import Choice, Settings
from mathviz_chat.cli import build
from mathviz_chat.cli.failure import failure
from mathviz_chat.config import Config
from mathviz_chat.engine import Session
from mathviz_chat.errors import BackendUnavailable, ModelNotFound, StoreError
from mathviz_chat.messages import Options, Turn


class Chosen:
    """Stands for ``choose`` and remembers what it was asked for."""

    def __init__(self, backend: Backend | None) -> None:
        self.backend = backend
        self.asked: list[tuple[object, ...]] = []

    def __call__(self, *asked: object) -> Choice:
        self.asked.append(asked)
        return Choice(self.backend, "Because.")


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Chosen:
    chosen = Chosen(ScriptedBackend(["x = 5"]))
    monkeypatch.setattr(build, "choose", chosen)
    return chosen


@pytest.fixture
def sessions() -> Iterator[list[Session]]:
    built: list[Session] = []
    yield built
    for session in built:
        session.close()


def test_the_model_is_chosen_by_the_configuration(chosen: Chosen, sessions: list[Session]) -> None:
    settings = Config(
        backend="llamacpp",
        model="m",
        models=("a", "b"),
        adapter="lora.gguf",
        threads=3,
        ollama_host="h:1",
        base_url="http://h",
        num_ctx=128,
    )
    sessions.append(build.build_session(settings))
    wanted = Settings(
        num_ctx=128,
        threads=3,
        adapter=Path("lora.gguf"),
        ollama_host="h:1",
        base_url="http://h",
    )
    assert chosen.asked == [("llamacpp", "m", ("a", "b"), wanted)]


def test_flags_reach_the_session(chosen: Chosen, sessions: list[Session]) -> None:
    flags = {
        "temperature": "0.5",
        "seed": "7",
        "num_ctx": "256",
        "max_tokens": "9",
        "solver": "model",
    }
    turns = (Turn("q", "a"),)
    session = build.build_session(config.load(flags, {"MATHVIZ_SYSTEM": "Be brief."}), turns=turns)
    sessions.append(session)
    assert session.options == Options(temperature=0.5, max_tokens=9, num_ctx=256, seed=7)
    assert (session.solver, session.system, session.turns) == ("model", "Be brief.", turns)
    assert session.backend is chosen.backend


def test_the_checker_gets_its_limits() -> None:
    limits = build.build_worker(Config(check_seconds=0.5, check_memory_mib=128)).limits
    assert (limits.cpu_s, limits.memory_mib) == (0.5, 128)


def test_the_solver_alone_opens_no_backend(chosen: Chosen, sessions: list[Session]) -> None:
    sessions.append(build.build_session(Config(solver="sympy")))
    assert sessions[0].backend is None
    assert chosen.asked == []


def test_which_backend_and_why_is_told(chosen: Chosen, sessions: list[Session]) -> None:
    told: list[str] = []
    sessions.append(build.build_session(Config(), explain=told.append))
    assert told == ["Because."]


def test_without_any_model_the_model_alone_cannot_answer(chosen: Chosen) -> None:
    chosen.backend = None
    with pytest.raises(BackendUnavailable, match=r"Because\."):
        build.build_session(Config(solver="model"))


FAILURES = [
    (BackendUnavailable("x"), "auto", 1, "auto never ends in 69"),
    (BackendUnavailable("x"), "ollama", 69, "asked for by name"),
    (ModelNotFound("x"), "llamacpp", 69, "asked for by name, without the model"),
    (StoreError("x"), "ollama", 1, "no backend's fault"),
]


@pytest.mark.parametrize(("error", "backend", "code", "why"), FAILURES)
def test_the_exit_code_of_an_error(
    error: BackendUnavailable, backend: config.BackendName, code: int, why: str
) -> None:
    failed = failure(error, Config(backend=backend))
    assert (failed.code, failed.message, failed.exit_code) == (error.code, "x", code), why
