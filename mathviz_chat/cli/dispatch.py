"""Runs what the flags ask for, and turns every error into one sentence and an exit code."""

from __future__ import annotations

import argparse
import os
import sys

from mathviz_chat import config
from mathviz_chat.errors import MathvizError, UsageError


def run(arguments: argparse.Namespace) -> int:
    """Run one command; returns its exit code. Raises OSError where an output cannot be written."""
    try:
        return _command(arguments)
    except MathvizError as error:
        print(f"mathviz-chat: {error}", file=sys.stderr)
        return error.exit_code


def _command(arguments: argparse.Namespace) -> int:
    if arguments.command is not None and arguments.ask is not None:
        raise UsageError(f"-q and the command {arguments.command} cannot be used together.")
    if arguments.command == "doctor":
        from mathviz_chat.cli.doctor_command import doctor

        return doctor(arguments, _settings(arguments))
    settings = config.load(_settings(arguments), os.environ)
    if arguments.command == "check":
        from mathviz_chat.cli.check import check

        return check(arguments, settings)
    if arguments.command == "grade":
        from mathviz_chat.cli.grade import grade

        return grade(arguments, settings)
    if arguments.command == "eval":
        from mathviz_chat.cli.evaluate import evaluate_dataset

        return evaluate_dataset(arguments, settings)
    if arguments.command == "setup":
        from mathviz_chat.cli.setup import setup

        return setup(arguments, settings)
    if arguments.ask is not None or sys.stdin is None or not sys.stdin.isatty():
        from mathviz_chat.cli.ask import ask

        return ask(arguments, settings)
    from mathviz_chat.cli.chat import chat

    return chat(arguments, settings)


def _settings(arguments: argparse.Namespace) -> dict[str, str]:
    """The flags that set a value of the configuration, as text."""
    given = {name: getattr(arguments, name, None) for name in config.SETTINGS}
    if arguments.no_stream:
        given["stream"] = "false"
    return {name: text for name, text in given.items() if text is not None}
