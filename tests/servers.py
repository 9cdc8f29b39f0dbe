"""Real servers for the tests: started on a free loopback port and ended for sure."""

from __future__ import annotations

import contextlib
import http.server
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import ollama

START_S = 60.0

OLLAMA_VARIABLE = "MATHVIZ_TEST_OLLAMA"
NO_OLLAMA = f"no Ollama server here: set {OLLAMA_VARIABLE} to an `ollama` binary"


def ollama_binary() -> str | None:
    """Return the path of the ``ollama`` to test with, None where there is none."""
    return os.environ.get(OLLAMA_VARIABLE) or shutil.which("ollama")


def free_port() -> int:
    """Return a loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def ollama_server(binary: str, folder: Path) -> Iterator[str]:
    """Run an Ollama server with its models and its log in ``folder``; yield its address."""
    host = f"127.0.0.1:{free_port()}"
    environment = {
        "OLLAMA_HOST": host,
        "OLLAMA_MODELS": str(folder / "models"),
        "OLLAMA_NUM_PARALLEL": "1",
        "HOME": str(folder),  # where it keeps a key of its own
    }
    with _running([binary, "serve"], environment, folder / "ollama.log", f"http://{host}/"):
        yield f"http://{host}"


@contextlib.contextmanager
def llama_server(model: Path, folder: Path, *, context: int = 1024) -> Iterator[str]:
    """Run llama-cpp-python's own OpenAI-compatible server; yield its base URL."""
    port = free_port()
    arguments = ["--model", str(model), "--model_alias", "smollm2", "--n_ctx", str(context)]
    arguments += ["--n_threads", "1", "--n_threads_batch", "1"]  # as in create_ollama_model
    arguments += ["--host", "127.0.0.1", "--port", str(port)]
    command = [sys.executable, "-m", "llama_cpp.server", *arguments]
    url = f"http://127.0.0.1:{port}/v1"
    with _running(command, {}, folder / "llama.log", f"{url}/models"):
        yield url


@contextlib.contextmanager
def _running(
    command: Sequence[str], environment: Mapping[str, str], log: Path, ready: str
) -> Iterator[None]:
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # so that its own children end with it
        )
    try:
        _wait_for(ready, process, log)
        yield
    finally:
        _end(process)


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.05)
    raise RuntimeError(
        f"{process.args!r} did not start:\n{log.read_text(errors='replace')[-2000:]}"
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the server's whole session: politely, then for sure."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
            if sign is signal.SIGTERM:
                continue  # a runner of its own may have outlived it
            return


def create_ollama_model(host: str, name: str, gguf: Path) -> None:
    """Create a model from a GGUF file, as ``mathviz-chat setup ollama`` does.

    One thread: several wait for the slowest at each step, for minutes where a machine is busy.
    """
    client = ollama.Client(host)
    files = {"model.gguf": client.create_blob(gguf)}
    client.create(model=name, files=files, parameters={"num_thread": 1})


@dataclass(frozen=True, slots=True)
class Canned:
    """An answer of :func:`canned_server`. ``hangs``: nothing is sent until the client leaves."""

    body: str = "{}"
    status: int = 200
    hangs: bool = False


@dataclass(slots=True)
class CannedServer:
    """Where a canned server is, the bodies it was sent, and whether a client has left it."""

    url: str
    requests: list[tuple[str, str, dict[str, str]]]
    left: threading.Event


@contextlib.contextmanager
def canned_server(answers: Mapping[str, Canned]) -> Iterator[CannedServer]:
    """Serve ``answers`` by path on a free loopback port: what a real server does only when ill."""
    seen = CannedServer("", [], threading.Event())

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            size = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(size).decode()
            seen.requests.append((self.path, body, dict(self.headers)))
            answer = answers.get(self.path, Canned('{"error": "no such path"}', 404))
            if answer.hangs:
                self.connection.settimeout(20)
                if self.connection.recv(1) == b"":
                    seen.left.set()
                return
            self.send_response(answer.status)
            self.end_headers()
            self.wfile.write(answer.body.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    seen.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
