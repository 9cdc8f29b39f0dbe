"""The in-process backend: what the contract does not say."""

from __future__ import annotations

import ctypes
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mathviz_chat.backends.base import Delta, Statistics
from mathviz_chat.backends.llamacpp import LlamaCppBackend, cores, library
from mathviz_chat.backends.llamacpp.library import LOG, AbortFlag
from mathviz_chat.backends.llamacpp.native import Aborted, NativeModel
from mathviz_chat.errors import BackendUnavailable, ContextOverflow, GenerationFailed, ModelNotFound
from mathviz_chat.messages import Message, Options, Request

pytestmark = pytest.mark.real

QUESTION = (Message("user", "Solve for x: 3x + 7 = 22"),)
LONG = (Message("user", "one two three four " * 900),)  # some seconds to read


@pytest.fixture
def backend(smollm2: Path) -> Iterator[LlamaCppBackend]:
    backend = LlamaCppBackend(smollm2, threads=1)
    yield backend
    backend.close()


def native(backend: LlamaCppBackend) -> NativeModel:
    model = backend._native
    assert model is not None
    return model


def statistics(backend: LlamaCppBackend, request: Request) -> Statistics:
    *_, last = backend.stream(request, threading.Event())
    assert isinstance(last, Statistics)
    return last


# ---------------------------------------------------------------------- cancelling


def cancel_once_reading(backend: LlamaCppBackend, request: Request) -> tuple[Statistics, float]:
    """Cancel when llama.cpp has been reading the prompt for a while; the seconds it then took."""
    cancel = threading.Event()
    when: list[float] = []

    def press() -> None:
        time.sleep(0.3)
        when.append(time.perf_counter())
        cancel.set()

    backend.warm_up()
    threading.Thread(target=press).start()
    (last,) = backend.stream(request, cancel)
    assert isinstance(last, Statistics)
    return last, time.perf_counter() - when[0]


def test_cancelling_while_it_reads_a_long_prompt(backend: LlamaCppBackend) -> None:
    last, _ = cancel_once_reading(backend, Request(LONG))
    assert last.stop == "interrupted"
    assert last.prompt_tokens is not None
    assert native(backend).held < last.prompt_tokens, "it had not read everything"
    assert statistics(backend, Request(QUESTION, Options(max_tokens=4))).tokens == 4


@pytest.mark.bench
def test_cancelling_while_it_reads_takes_at_most_300_ms(backend: LlamaCppBackend) -> None:
    _, seconds = cancel_once_reading(backend, Request(LONG))
    assert seconds < 0.3


def test_cancelling_while_it_loads(smollm2: Path) -> None:
    abort = AbortFlag()
    abort.set()
    with pytest.raises(Aborted):
        NativeModel(smollm2, None, 1024, 1, abort)


def test_a_cancelled_load_is_done_again_the_next_time(
    backend: LlamaCppBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancel = threading.Event()
    load = NativeModel._load

    def load_while_cancelled(self: NativeModel, path: Path) -> object:
        cancel.set()
        while not self._abort.is_set():
            time.sleep(0.01)
        return load(self, path)

    with monkeypatch.context() as patch:
        patch.setattr(NativeModel, "_load", load_while_cancelled)
        (last,) = backend.stream(Request(QUESTION), cancel)
    assert isinstance(last, Statistics)
    assert last.stop == "interrupted"
    assert last.prompt_tokens is None
    assert statistics(backend, Request(QUESTION, Options(max_tokens=4))).tokens == 4


def test_closing_while_it_reads(backend: LlamaCppBackend) -> None:
    warming = threading.Thread(target=backend.warm_up, args=(LONG,))
    warming.start()
    time.sleep(0.3)
    backend.close()
    warming.join(timeout=10)
    assert not warming.is_alive()


def test_the_abort_flag_is_read_by_native_code() -> None:
    import llama_cpp

    flag = AbortFlag()
    function, data = flag.callback(llama_cpp)
    called = ctypes.cast(function, llama_cpp.ggml_abort_callback)
    assert called(data) is False
    flag.set()
    assert called(data) is True
    flag.clear()
    assert called(data) is False


# ---------------------------------------------------------------------- the prefix cache


def test_the_second_turn_reads_only_what_is_new(
    backend: LlamaCppBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    *deltas, _ = backend.stream(Request(QUESTION, Options(max_tokens=30)), threading.Event())
    answer = "".join(delta.text for delta in deltas if isinstance(delta, Delta))
    held = native(backend).held
    read: list[int] = []
    decode = NativeModel._decode

    def counting(self: NativeModel, array: object, tokens: list[int]) -> None:
        read.append(len(tokens))
        decode(self, array, tokens)

    monkeypatch.setattr(NativeModel, "_decode", counting)
    messages = (*QUESTION, Message("assistant", answer), Message("user", "Why?"))
    last = statistics(backend, Request(messages, Options(max_tokens=1)))
    assert last.prompt_tokens is not None
    assert sum(read) == last.prompt_tokens - held
    assert sum(read) < held


# ---------------------------------------------------------------------- one sentence each


def broken(smollm2: Path, tmp_path: Path, change: str) -> Path:
    data = smollm2.read_bytes()
    path = tmp_path / "broken.gguf"
    path.write_bytes(
        {
            "cut off": data[:5_000_000],
            "cut off in its header": data[:1000],
            "another format": b"PK\x03\x04" + data[4:1000],
            "empty": b"",
            "a version to come": data[:4] + b"\xff" * 500,
        }[change]
    )
    return path


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("cut off", "not within the file bounds"),
        ("cut off in its header", "remaining file size"),
        ("another format", "invalid magic"),
        ("empty", "failed to read magic"),
        ("a version to come", "only supports up to version"),
    ],
)
def test_a_broken_file(smollm2: Path, tmp_path: Path, change: str, reason: str) -> None:
    path = broken(smollm2, tmp_path, change)
    with pytest.raises(ModelNotFound, match=reason) as caught:
        LlamaCppBackend(path).warm_up()
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_adapter_that_is_none(smollm2: Path) -> None:
    with pytest.raises(ModelNotFound, match="not a LoRA adapter"):
        LlamaCppBackend(smollm2, adapter=smollm2).warm_up()


def test_a_prompt_that_is_too_long_is_told_in_tokens(smollm2: Path) -> None:
    backend = LlamaCppBackend(smollm2, num_ctx=256, threads=1)
    backend.warm_up()
    count = backend.count_tokens(LONG)
    with pytest.raises(ContextOverflow, match=rf"{count} tokens and the context holds 256"):
        statistics(backend, Request(LONG))
    backend.close()


def test_an_answer_ends_where_the_context_ends(smollm2: Path) -> None:
    backend = LlamaCppBackend(smollm2, num_ctx=64, threads=1)
    last = statistics(backend, Request(QUESTION, Options(max_tokens=500)))
    assert last.stop == "length"
    assert last.prompt_tokens is not None
    assert last.tokens == 64 - last.prompt_tokens + 1, "the last token need not be read"
    backend.close()


def test_a_context_beyond_the_models_own_is_its_own(smollm2: Path) -> None:
    backend = LlamaCppBackend(smollm2, num_ctx=1_000_000, threads=1)
    backend.warm_up()
    assert backend.context_length == 8192
    backend.close()


def test_a_schema_that_is_none(backend: LlamaCppBackend) -> None:
    with pytest.raises(GenerationFailed, match="schema"):
        statistics(backend, Request(QUESTION, json_schema={"type": "no such type"}))
    assert statistics(backend, Request(QUESTION, Options(max_tokens=2))).tokens == 2


def test_without_the_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    library.llama_cpp.cache_clear()
    monkeypatch.setitem(sys.modules, "llama_cpp", None)
    with pytest.raises(BackendUnavailable, match="pip install"):
        LlamaCppBackend(tmp_path / "any.gguf").warm_up()
    library.llama_cpp.cache_clear()


# ---------------------------------------------------------------------- its surroundings


def test_nothing_is_printed_and_the_log_is_a_file(
    smollm2: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    named = tmp_path / "a name with ünicode.gguf"
    shutil.copy(smollm2, named)
    backend = LlamaCppBackend(named)
    statistics(backend, Request(QUESTION, Options(max_tokens=2)))
    backend.close()
    assert capfd.readouterr() == ("", "")
    assert named.name in LOG.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("siblings", "allowed", "expected", "why"),
    [
        (["0", "1"], {0, 1}, 2, "two cores with one thread each"),
        (["0-1", "0-1", "2-3", "2-3"], {0, 1, 2, 3}, 2, "two cores with two threads each"),
        (["0,4", "1,5"], {0, 1}, 2, "the other thread of each core is not ours"),
        (["0-1", "0-1", "2-3", "2-3"], {0}, 1, "only one processor is allowed"),
        ([], {0, 1}, 0, "nothing is told, as in some containers"),
    ],
)
def test_physical_cores(
    tmp_path: Path, siblings: list[str], allowed: set[int], expected: int, why: str
) -> None:
    for cpu, text in enumerate(siblings):
        folder = tmp_path / f"cpu{cpu}" / "topology"
        folder.mkdir(parents=True)
        (folder / "thread_siblings_list").write_text(text + "\n")
    assert cores._cores_linux(frozenset(allowed), tmp_path) == expected, why


@pytest.mark.parametrize(
    ("content", "expected", "why"),
    [
        ("max 100000\n", None, "no limit"),
        ("200000 100000\n", 2, "docker --cpus 2"),
        ("150000 100000\n", 1, "one and a half"),
        ("50000 100000\n", 1, "half of one"),
        ("nonsense\n", None, "not what it should be"),
        (None, None, "no such file"),
    ],
)
def test_a_containers_quota(
    tmp_path: Path, content: str | None, expected: int | None, why: str
) -> None:
    path = tmp_path / "cpu.max"
    if content is not None:
        path.write_text(content)
    assert cores._quota(path) == expected, why


def test_at_least_one_core() -> None:
    assert cores.physical_cores() >= 1
