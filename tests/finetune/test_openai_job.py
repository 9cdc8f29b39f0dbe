"""Stage openai, against a local server that speaks the two calls of the protocol."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from mathviz_finetune.__main__ import main
from mathviz_finetune.openai_job import row_fault

ROW = '{"messages": [{"role": "user", "content": "2 + 2"}, {"role": "assistant", "content": "4"}]}'


class Server(ThreadingHTTPServer):
    """refuses: whether the job is refused. uploads, jobs: what came."""

    def __init__(self, refuses: bool) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.refuses = refuses
        self.uploads: list[bytes] = []
        self.jobs: list[dict[str, Any]] = []


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/v1/files":
            self.server.uploads.append(body)
            name = f"file-{len(self.server.uploads)}"
            self.answer(200, {"id": name, "object": "file", "purpose": "fine-tune"})
        elif self.server.refuses:
            self.answer(400, {"error": {"message": "no such model", "type": "invalid_request"}})
        else:
            self.server.jobs.append(json.loads(body))
            self.answer(200, {"id": "ftjob-1", "object": "fine_tuning.job", "status": "queued"})

    def answer(self, status: int, fields: dict[str, Any]) -> None:
        text = json.dumps(fields).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with Server(refuses=getattr(request, "param", False)) as started:
        monkeypatch.setenv("OPENAI_API_KEY", "key-of-a-test")
        monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{started.server_port}/v1")
        threading.Thread(target=started.serve_forever, daemon=True).start()
        yield started
        started.shutdown()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for split, count in (("train", 10), ("validation", 1)):
        (tmp_path / f"{split}.openai.jsonl").write_text(f"{ROW}\n" * count, encoding="utf-8")
    return tmp_path


def test_both_files_are_uploaded_and_the_job_is_started(
    server: Server, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["openai", "--data", str(data), "--seed", "7"]) == 0
    assert "job ftjob-1 is queued" in capsys.readouterr().out
    assert [upload.count(ROW.encode()) for upload in server.uploads] == [10, 1]
    assert all(b'name="purpose"' in upload and b"fine-tune" in upload for upload in server.uploads)
    (job,) = server.jobs
    assert (job["training_file"], job["validation_file"]) == ("file-1", "file-2")
    assert (job["suffix"], job["seed"]) == ("mathviz", 7)


@pytest.mark.parametrize("server", [True], indirect=True)
def test_a_refusal_is_one_sentence(
    server: Server, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["openai", "--data", str(data)]) == 69
    assert "The job was not started: " in capsys.readouterr().err


def test_nothing_is_sent_where_only_validation_is_asked(server: Server, data: Path) -> None:
    assert main(["openai", "--data", str(data), "--validate-only"]) == 0
    assert (server.uploads, server.jobs) == ([], [])


def test_a_bad_line_is_named_and_nothing_is_sent(
    server: Server, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (data / "train.openai.jsonl").open("a", encoding="utf-8") as stream:
        stream.write("{}\n")
    assert main(["openai", "--data", str(data)]) == 2
    assert "train.openai.jsonl, line 11: it needs" in capsys.readouterr().err
    assert server.uploads == []


def test_without_a_key_it_says_which_variable(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert main(["openai", "--data", str(data)]) == 2
    assert "OPENAI_API_KEY" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (ROW, None),
        ("{", "not JSON"),
        ("[]", "messages"),
        ('{"messages": []}', "not empty"),
        ('{"messages": [{"role": "robot", "content": "x"}]}', "message 1 needs a role"),
        ('{"messages": [{"role": "user", "content": " "}]}', "message 1 needs a content"),
        ('{"messages": [{"role": "user", "content": "x"}]}', "the assistant's"),
        ('{"messages": [{"role": "assistant", "content": "x"}]}', "no message of the user"),
    ],
)
def test_what_openai_would_refuse(line: str, says: str | None) -> None:
    found = row_fault(line)
    assert found is None if says is None else says in (found or "")
