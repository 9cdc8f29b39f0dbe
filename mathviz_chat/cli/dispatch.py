"""Runs what the flags ask for, and turns every error into one sentence and an exit code."""

from __future__ import annotations

import argparse
import os
import sys

from mathviz_chat import config
from mathviz_chat.errors import MathvizError, UsageError


def run(arguments: argparse.Namespace) -> int:
    """Run one command; returns its exit code."""
    try:
        return _command(arguments, config.load(_settings(arguments), os.environ))
    except MathvizError as error:
        print(f"mathviz-chat: {error}", file=sys.stderr)
        return error.exit_code


def _settings(arguments: argparse.Namespace) -> dict[str, str]:
    """The flags that set a value of the configuration, as text."""
    given = {name: getattr(arguments, name, None) for name in config.SETTINGS}
    if getattr(arguments, "no_stream", False):
        given["stream"] = "false"
    return {name: text for name, text in given.items() if text is not None}


def _command(arguments: argparse.Namespace, settings: config.Config) -> int:
    raise UsageError(f"Nothing is built for {arguments} with {settings} yet.")
