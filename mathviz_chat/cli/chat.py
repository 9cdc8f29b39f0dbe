"""The REPL's start: what it is built from."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable

from mathviz_chat.backends.probe import ollama_models
from mathviz_chat.catalogue import catalogue
from mathviz_chat.cli.build import build_session
from mathviz_chat.cli.terminal import tell
from mathviz_chat.config import Config
from mathviz_chat.engine import Session
from mathviz_chat.errors import UsageError
from mathviz_chat.store import data_dir


def chat(arguments: argparse.Namespace, config: Config) -> int:
    """Run the interactive session; returns the exit code."""
    for flag, given in (
        ("--json", arguments.json),
        ("--require-verified", arguments.require_verified),
        ("--plot", arguments.plot is not None),
    ):
        if given:
            raise UsageError(f"{flag} needs a question: give one with -q or through a pipe.")
    if not sys.stdout.isatty():
        raise UsageError("The interactive session needs a terminal: ask with -q instead.")
    from mathviz_chat.ui.repl import run_repl

    def open_session(settings: Config) -> Session:
        return build_session(settings, explain=tell if arguments.verbose else None)

    return run_repl(
        open_session,
        config,
        list_models=_model_names,
        data_dir=data_dir(os.environ),
        resume=arguments.resume,
    )


def _model_names(config: Config) -> Iterable[str]:
    """What can be asked for: the configuration's models, the catalogue's, those of Ollama."""
    names = [*config.models, *catalogue()]
    return names + (ollama_models(config.ollama_host) or [])
