"""Builds a session from a configuration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from mathviz_chat.backends.base import Backend
from mathviz_chat.choose import Settings, choose
from mathviz_chat.cli.terminal import merge_progress
from mathviz_chat.config import Config
from mathviz_chat.engine import Session
from mathviz_chat.errors import BackendUnavailable
from mathviz_chat.messages import Turn
from mathviz_chat.worker.client import Worker
from mathviz_chat.worker.limits import Limits


def build_worker(config: Config) -> Worker:
    """The checker's process; it starts when it is needed."""
    return Worker(Limits.of(config.check_seconds, config.check_memory_mib))


def backend_settings(config: Config) -> Settings:
    """What a backend is opened with."""
    return Settings(
        num_ctx=config.num_ctx,
        threads=config.threads,
        adapter=Path(config.adapter).expanduser() if config.adapter else None,
        ollama_host=config.ollama_host,
        base_url=config.base_url,
        progress=merge_progress(),
    )


def build_session(
    config: Config,
    *,
    turns: Sequence[Turn] = (),
    explain: Callable[[str], None] | None = None,
) -> Session:
    """Open the backend that the configuration asks for, and a session with it.

    explain: is told which backend answers, and why.

    Raises the BackendError family, and UsageError for names that do not exist.
    """
    worker = build_worker(config)
    try:
        backend = None if config.solver == "sympy" else _open_backend(config, explain)
        if backend is None:
            worker.start()  # beside a model that loads it would cost the first token its time
        return Session(
            backend,
            worker,
            backend_named=config.backend_named,
            solver=config.solver if backend is not None else "sympy",
            options=config.options(),
            working=config.working(),
            system=config.system,
            turns=turns,
        )
    except BaseException:
        worker.close()
        raise


def _open_backend(config: Config, explain: Callable[[str], None] | None) -> Backend | None:
    choice = choose(config.backend, config.model, config.models, backend_settings(config))
    if choice.backend is None and config.solver == "model":
        raise BackendUnavailable(choice.why)
    if explain is not None:
        explain(choice.why)
    return choice.backend
