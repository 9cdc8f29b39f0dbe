"""For all tests: which run in one process; folders of their own, the embedded model, servers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from mathviz_chat.catalogue import embedded_model
from tests import servers

OLLAMA_NAME = "smollm2"
_REAL_FOLDERS = ("tests/backends/", "tests/worker/")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What has real parts comes first: no long row of it is left for one process at the end."""
    items.sort(key=lambda item: _share(item.nodeid) != REAL)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """How ``pytest -n`` shares the tests out: a module goes to one process, as its fixtures do.

    All modules that run models, servers and terminals or wait for processes go to the same one:
    there they have a core for themselves, as without ``-n``.
    """
    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = _share
    return scheduler


REAL = "real parts"


def _share(nodeid: str) -> str:
    module = nodeid.partition("::")[0]
    return REAL if _has_real_parts(module) else module


@cache
def _has_real_parts(module: str) -> bool:
    text = (Path(__file__).parents[1] / module).read_text(encoding="utf-8")
    return module.startswith(_REAL_FOLDERS) or "pytest.mark.real" in text


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's configuration, sessions, caches and servers out of the tests."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        for name in [*os.environ]:
            if name.startswith("MATHVIZ_") and not name.startswith("MATHVIZ_TEST_"):
                patch.delenv(name)
        for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY"):
            patch.delenv(name, raising=False)
        # a port where nobody answers: the tests must not find a server that happens to run here
        patch.setenv("OLLAMA_HOST", f"127.0.0.1:{servers.free_port()}")
        yield


@pytest.fixture(scope="session")
def smollm2(own_folders: None) -> Path:
    """The embedded model's GGUF file."""
    return embedded_model()


@dataclass(frozen=True, slots=True)
class OllamaServer:
    """A real server with the embedded model under the name ``model``."""

    host: str
    model: str


@pytest.fixture(scope="session")
def ollama_server(
    smollm2: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OllamaServer]:
    """A real Ollama server; the test is skipped where no ``ollama`` is found."""
    binary = servers.ollama_binary()
    if binary is None:
        pytest.skip(servers.NO_OLLAMA)
    with servers.ollama_server(binary, tmp_path_factory.mktemp("ollama")) as host:
        servers.create_ollama_model(host, OLLAMA_NAME, smollm2)
        yield OllamaServer(host, OLLAMA_NAME)


@pytest.fixture(scope="session")
def openai_server(smollm2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base URL of llama-cpp-python's own OpenAI-compatible server with the embedded model."""
    with servers.llama_server(smollm2, tmp_path_factory.mktemp("openai")) as url:
        yield url
