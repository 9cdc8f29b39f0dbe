"""Which backend answers, and the sentence that says why."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mathviz_chat.backends.probe import has_model, ollama_models
from mathviz_chat.choose import BACKENDS, Settings, choose, open_backend
from mathviz_chat.embedded import default_name
from mathviz_chat.errors import BackendUnavailable, ModelNotFound, UsageError
from tests.conftest import OllamaServer
from tests.servers import Canned, canned_server, create_ollama_model


def tags(*names: str) -> Canned:
    return Canned(json.dumps({"models": [{"name": name, "model": name} for name in names]}))


@pytest.fixture
def without_llama(monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "llama_cpp" else find(name)
    )


def chosen(host: str | None = None, *models: str, model: str | None = None) -> tuple[str, str, str]:
    choice = choose("auto", model, models, Settings(ollama_host=host))
    assert choice.backend is not None
    return choice.backend.name, choice.backend.model, choice.why


# ---------------------------------------------------------------------- auto


def test_first_an_ollama_server_that_has_the_mathviz_model() -> None:
    with canned_server({"/api/tags": tags("mathviz:latest", "qwen2.5:1.5b")}) as server:
        name, model, why = chosen(server.url, "smollm2")
    assert (name, model) == ("ollama", "mathviz")
    assert "the server has the mathviz model" in why


def test_then_the_first_usable_of_the_configured_models() -> None:
    with canned_server({"/api/tags": tags("qwen2.5:1.5b")}) as server:
        name, model, why = chosen(server.url, "/no/such.gguf", "qwen2.5:1.5b", "smollm2")
    assert (name, model) == ("ollama", "qwen2.5:1.5b")
    assert "first usable of the configured models" in why
    assert "/no/such.gguf" in why, "what was passed over is told"


def test_last_the_embedded_default() -> None:
    name, model, why = chosen(None, "/no/such.gguf", "nothere")
    assert (name, model) == ("llamacpp", default_name())
    assert "the embedded default, as no Ollama server answers" in why


def test_an_ollama_server_without_the_model_is_told_apart_from_none() -> None:
    with canned_server({"/api/tags": tags("qwen2.5:1.5b")}) as server:
        assert "Ollama has no 'mathviz'" in chosen(server.url)[2]


def test_no_model_at_all_is_no_error(without_llama: None) -> None:
    choice = choose("auto")
    assert choice.backend is None
    assert "pip install llama-cpp-python" in choice.why


@pytest.mark.parametrize(
    ("entry", "backend"),
    [
        ("ollama:qwen2.5:1.5b", "ollama"),
        ("qwen2.5:1.5b", "ollama"),
        ("llamacpp:smollm2", "llamacpp"),
        ("smollm2", "llamacpp"),
    ],
)
def test_how_an_entry_of_models_is_read(entry: str, backend: str) -> None:
    with canned_server({"/api/tags": tags("qwen2.5:1.5b")}) as server:
        assert chosen(server.url, entry)[0] == backend
        assert chosen(server.url, model=entry)[0] == backend


def test_an_openai_server_that_does_not_answer_is_passed_over() -> None:
    settings = Settings(base_url="http://127.0.0.1:9/v1")
    choice = choose("auto", None, ["openai:any"], settings)
    assert choice.backend is not None
    assert choice.backend.name == "llamacpp"
    with canned_server({}) as server:
        choice = choose("auto", None, ["openai:any"], Settings(base_url=f"{server.url}/v1"))
    assert choice.backend is not None
    assert (choice.backend.name, choice.backend.model) == ("openai", "any")


def test_a_folder_that_is_named_alone_is_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / "config.json").write_text("{}")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="mathviz-finetune export weights"):
        choose("auto", "weights")


@pytest.mark.parametrize("model", ["nothere", "/no/such.gguf", "ollama:nothere"])
def test_a_model_that_nobody_has_is_a_fault_of_the_flag(model: str) -> None:
    with pytest.raises(UsageError, match=r"nothere|such"):
        choose("auto", model)


@pytest.mark.real
def test_a_real_server(ollama_server: OllamaServer, smollm2: Path) -> None:
    assert chosen(ollama_server.host)[0] == "llamacpp"
    create_ollama_model(ollama_server.host, "mathviz", smollm2)
    assert chosen(ollama_server.host)[:2] == ("ollama", "mathviz")


# ---------------------------------------------------------------------- by name


def test_a_backend_asked_for_by_name_has_no_substitute() -> None:
    with pytest.raises(ModelNotFound):
        choose("llamacpp", "/no/such.gguf", ["smollm2"])
    with pytest.raises(BackendUnavailable, match="OPENAI_BASE_URL"):
        choose("openai", "any", ["smollm2"])
    assert choose("llamacpp").why == f"Using llamacpp with {default_name()}, as asked for."


def test_names_that_do_not_exist() -> None:
    with pytest.raises(UsageError, match=", ".join(BACKENDS)):
        open_backend("gpt")
    with pytest.raises(UsageError, match="--model FILE"):
        open_backend("scripted")


def test_without_llama_cpp_the_others_still_open(without_llama: None) -> None:
    with pytest.raises(BackendUnavailable, match="pip install llama-cpp-python"):
        open_backend("llamacpp")
    assert open_backend("ollama").name == "ollama"


def test_choosing_imports_no_client_and_no_model_library() -> None:
    program = (
        "import sys; from mathviz_chat.choose import choose; choose();"
        "print([n for n in ('httpx', 'ollama', 'llama_cpp', 'llm') if n in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert found.stdout == "[]\n", found.stderr


# ---------------------------------------------------------------------- the probe


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("mathviz", True),
        ("mathviz:latest", True),
        ("Mathviz", True),
        ("mathviz:v2", False),
        ("math", False),
        ("hub.example:5000/me/model", True),
    ],
)
def test_whether_a_server_has_a_model(wanted: str, there: bool) -> None:
    assert has_model(["mathviz:latest", "hub.example:5000/me/model:latest"], wanted) is there


@pytest.mark.parametrize(
    "answer",
    [
        Canned("<html>"),
        Canned("[]"),
        Canned('{"models": [{}]}'),
        Canned('{"models": null}'),
        Canned("no", 500),
    ],
)
def test_something_else_than_ollama_is_no_ollama(answer: Canned) -> None:
    with canned_server({"/api/tags": answer}) as server:
        assert ollama_models(server.url) is None


def test_a_server_that_never_answers_is_not_waited_for() -> None:
    with canned_server({"/api/tags": Canned(hangs=True)}) as server:
        began = time.monotonic()
        assert ollama_models(server.url, seconds=0.1) is None
        assert time.monotonic() - began < 10  # it would hang for 20


@pytest.mark.parametrize(
    "host", ["127.0.0.1:{port}", "http://127.0.0.1:{port}/", "localhost:{port}"]
)
def test_how_a_host_is_written(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with canned_server({"/api/tags": tags("m:latest")}) as server:
        port = server.url.rpartition(":")[2]
        assert ollama_models(host.format(port=port)) == ["m:latest"]
        monkeypatch.setenv("OLLAMA_HOST", host.format(port=port))
        assert ollama_models() == ["m:latest"]
