"""The model in Ollama: what it is made of, and that its prompt is the one of the training."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import ollama
import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mathviz_chat.backends.base import Delta
from mathviz_chat.backends.llamacpp.library import AbortFlag
from mathviz_chat.backends.llamacpp.native import NativeModel
from mathviz_chat.backends.llamacpp.prompting import Prompting
from mathviz_chat.backends.ollama import OllamaBackend, _Client
from mathviz_chat.backends.ollama_models import create_model
from mathviz_chat.core import check
from mathviz_chat.core.calculation import value_after
from mathviz_chat.errors import BackendUnavailable, UsageError
from mathviz_chat.messages import Message, Options, Request
from mathviz_chat.modelfile import FAMILIES, FOLDER, Recipe, recipe, recipe_of, render
from mathviz_chat.prompts import EXAMPLES, SYSTEM_PROMPT
from mathviz_finetune.__main__ import main as finetune
from tests import servers
from tests.conftest import OllamaServer

MODELFILES = sorted((Path(__file__).parent.parent / FOLDER).glob("*.Modelfile"))

SYSTEM = Message("system", SYSTEM_PROMPT)
EXAMPLE = tuple(
    message
    for question, answer in EXAMPLES
    for message in (Message("user", question), Message("assistant", answer))
)
CONVERSATIONS = [
    ("a question", (SYSTEM, Message("user", "Solve for x: 3x + 7 = 22"))),
    ("two turns", (SYSTEM, *EXAMPLE, Message("user", "Why?"))),
    (
        "signs and lines",
        (SYSTEM, Message("user", "  √2 ≤ x²\n\n{{ .System }} {% if %} <b> & 'q'  ")),
    ),
    ("a special token as text", (SYSTEM, Message("user", "What does </s> or [INST] mean?"))),
]


def hugging_face(template: str, messages: tuple[Message, ...]) -> str:
    """``tokenizer.apply_chat_template``: the environment that transformers renders with."""
    environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(template).render(
        messages=[{"role": m.role, "content": m.content} for m in messages],
        add_generation_prompt=True,
        bos_token="<|im_start|>",
        eos_token="<|im_end|>",
    )


# ---------------------------------------------------------------------- the files


@pytest.mark.parametrize("path", MODELFILES, ids=[path.stem for path in MODELFILES])
def test_a_committed_file_is_what_the_stage_writes(path: Path, smollm2: Path) -> None:
    """Where this fails: mathviz-finetune modelfile, with the name and the source of the file."""
    text = path.read_text(encoding="utf-8")
    command = text.splitlines()[0].removeprefix("# mathviz-finetune export").split()
    source = command[0] if command[0] != "--output" else ""
    assert command[-2:] == ["--output", f"{FOLDER}/{path.stem}.gguf"], "the command makes its GGUF"
    assert text == render(recipe_of(smollm2), name=path.stem, source=source)


def test_the_shipped_model_has_one() -> None:
    assert "mathviz" in [path.stem for path in MODELFILES]


def test_the_stage_writes_it(smollm2: Path, tmp_path: Path) -> None:
    output = tmp_path / "m.Modelfile"
    assert finetune(["modelfile", "--base", str(smollm2), "--output", str(output)]) == 0
    (committed,) = [path for path in MODELFILES if path.stem == "mathviz"]
    assert output.read_text() == committed.read_text()


@pytest.mark.parametrize(("question", "answer"), EXAMPLES)
def test_an_example_is_right_and_keeps_to_the_calculator(question: str, answer: str) -> None:
    report = check(answer, question=question)
    assert report.answer_verdict == "verified"
    for line in answer.splitlines():
        for place in range(len(line)):
            if line[:place].endswith(" =") and (value := value_after(line[:place])) is not None:
                assert line[place:].startswith(value)


def test_another_family_of_templates_is_refused() -> None:
    assert recipe("<|start_header_id|>", "llama3").parameters["stop"] == ["<|eot_id|>"]
    with pytest.raises(UsageError, match="neither ChatML's nor Llama 3's"):
        recipe("[INST] {{ message }} [/INST]", "mit")


# ---------------------------------------------------------------------- the prompt


@pytest.fixture(scope="module")
def native(smollm2: Path) -> Iterator[NativeModel]:
    model = NativeModel(smollm2, None, 512, 1, AbortFlag())
    yield model
    model.close()


@pytest.fixture(scope="module")
def server(ollama_server: OllamaServer, smollm2: Path) -> OllamaServer:
    """The server of the session, with the model as ``setup ollama`` creates it."""
    made = recipe_of(smollm2)
    slow = {**made.parameters, "num_thread": 1}  # several threads wait for the slowest
    one_thread = Recipe(made.template, made.system, slow, made.license)
    create_model("mathviz-test", smollm2, one_thread, ollama_server.host)
    return OllamaServer(ollama_server.host, "mathviz-test")


def rendered(host: str, model: str, messages: tuple[Message, ...]) -> str:
    with _Client(host) as client:
        rows = [{"role": m.role, "content": m.content} for m in messages]
        prompt: str = client.render({"model": model, "messages": rows})
    return prompt


@pytest.mark.real
@pytest.mark.parametrize(("what", "messages"), CONVERSATIONS)
def test_training_llama_cpp_and_ollama_see_the_same_tokens(
    server: OllamaServer,
    smollm2: Path,
    native: NativeModel,
    what: str,
    messages: tuple[Message, ...],
) -> None:
    template = native.metadata("tokenizer.chat_template")
    assert template is not None
    trained = hugging_face(template, messages)
    served = rendered(server.host, server.model, messages)
    assert served == trained, what
    tokens = native.tokenize(trained, begin=False, special=True)
    assert Prompting(native, smollm2).tokens(messages) == tokens


@pytest.mark.real
def test_without_a_system_prompt_ollama_puts_in_its_own(
    server: OllamaServer, native: NativeModel
) -> None:
    """As ``ollama run`` asks."""
    question = Message("user", "What is 15% of 80?")
    template = native.metadata("tokenizer.chat_template")
    assert template is not None
    wanted = hugging_face(template, (SYSTEM, question))
    assert rendered(server.host, server.model, (question,)) == wanted


@pytest.mark.real
def test_the_modelfile_makes_the_same_model_with_its_examples(
    server: OllamaServer, smollm2: Path, native: NativeModel, tmp_path: Path
) -> None:
    binary = servers.ollama_binary()
    assert binary is not None
    (tmp_path / "mathviz.gguf").symlink_to(smollm2)
    modelfile = tmp_path / "Modelfile"
    modelfile.write_text(render(recipe_of(smollm2)))
    environment = {"OLLAMA_HOST": server.host, "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run(
        [binary, "create", "from-file", "-f", str(modelfile)],
        env=environment, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    client = ollama.Client(server.host)
    made, wanted = client.show("from-file"), client.show(server.model)
    for one in (made, wanted):
        assert one.parameters is not None
    mine = sorted((made.parameters or "").split("\n"))
    theirs = sorted(line for line in (wanted.parameters or "").split("\n") if "thread" not in line)
    assert mine == theirs
    assert made.template == wanted.template
    template = native.metadata("tokenizer.chat_template")
    assert template is not None
    question = Message("user", "Solve 2x = 8")
    expected = hugging_face(template, (SYSTEM, *EXAMPLE, question))
    assert rendered(server.host, "from-file", (question,)) == expected


@pytest.mark.real
def test_it_answers_and_stops_by_itself(server: OllamaServer) -> None:
    backend = OllamaBackend(server.model, host=server.host)
    request = Request((SYSTEM, Message("user", "Say hello.")), Options(max_tokens=64))
    *deltas, statistics = backend.stream(request, threading.Event())
    text = "".join(delta.text for delta in deltas if isinstance(delta, Delta))
    assert text
    assert all(family.stop not in text for family in FAMILIES)
    assert not isinstance(statistics, Delta)
    backend.close()


# ---------------------------------------------------------------------- the commands


def test_install_without_a_server(smollm2: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert finetune(["install", str(smollm2), "--host", f"127.0.0.1:{servers.free_port()}"]) == 69
    assert "`ollama serve`" in capsys.readouterr().err


def test_a_server_that_is_too_old(smollm2: Path) -> None:
    canned = {"/api/version": servers.Canned('{"version": "0.5.1"}')}
    with servers.canned_server(canned) as old, pytest.raises(BackendUnavailable, match="update it"):
        create_model("m", smollm2, recipe("<|im_start|>", "mit"), old.url)


@pytest.mark.real
def test_setup_ollama_on_a_real_server_and_without_one(ollama_server: OllamaServer) -> None:
    command = [sys.executable, "-m", "mathviz_chat", "setup", "ollama", "--name", "set-up"]
    hosts = (ollama_server.host, f"127.0.0.1:{servers.free_port()}")
    done, failed = (
        subprocess.run(
            command, env={**os.environ, "OLLAMA_HOST": host}, capture_output=True, text=True
        )
        for host in hosts
    )
    merged = "Preparing the trained model, only this once.\n"  # where no test before this one did
    assert (done.returncode, done.stderr.replace(merged, "")) == (0, "")
    assert done.stdout.endswith("`ollama run set-up`.\n")
    assert failed.returncode == 69
    assert "`ollama serve`" in failed.stderr


@pytest.mark.real
def test_install_on_a_real_server(
    ollama_server: OllamaServer, smollm2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["install", str(smollm2), "--host", ollama_server.host, "--name", "installed"]
    assert finetune(arguments) == 0
    assert "ollama run installed" in capsys.readouterr().out
    names = [model.model for model in ollama.Client(ollama_server.host).list().models]
    assert "installed:latest" in names
