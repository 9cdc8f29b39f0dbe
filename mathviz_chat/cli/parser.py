"""The flags. Imports argparse only, not even typing: ``--help`` comes through here."""

from __future__ import annotations

import argparse
import os

TYPE_CHECKING = False  # typing's own constant costs the import of typing
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

_EXIT_CODES = """\
exit codes:
  0    answered; check: nothing refuted
  1    refuted and no verified answer, or a question that the solver cannot read or solve
  2    usage: flags, files, malformed rows
  3    --require-verified not met
  69   a backend asked for by name cannot be reached or lacks the model
  130  interrupted"""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Knows its width: argparse would import shutil, with three compression libraries, for it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=min(_columns(), 100) - 2)


def _columns() -> int:
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(1).columns
    except OSError:
        return 80


class _Parser(argparse.ArgumentParser):
    """One sentence for a usage error instead of the whole list of flags."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        if message.startswith("argument COMMAND: invalid choice"):
            message = "there is no such command; a question is asked with -q 'TEXT'"
        sentence = message[:1].upper() + message[1:]
        self.exit(2, f"mathviz-chat: {sentence}. See {self.prog} --help.\n")


def build() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = _Parser(
        "mathviz-chat",
        "A maths tutor for the terminal: a local model answers, each step is checked.",
        _EXIT_CODES,
    )
    parser.add_argument("-V", "--version", action="store_true", help="print the version and stop")
    parser.add_argument(
        "-q",
        "--solve",
        metavar="TEXT",
        dest="question",
        help="one question, one answer; - reads it from standard input, as a pipe does",
    )
    _add_model_flags(parser)
    _add_output_flags(parser)
    parser.add_argument(
        "--continue", dest="resume", action="store_true", help="go on with the last session"
    )
    _add_commands(parser)
    return parser


def _add_model_flags(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("model and solver")
    group.add_argument(
        "--backend", metavar="NAME", help="auto, llamacpp, ollama, openai, or scripted for tests"
    )
    group.add_argument("--model", metavar="NAME", help="a model's name, or the path of a GGUF file")
    group.add_argument("--adapter", metavar="FILE", help="a LoRA adapter (GGUF) for llamacpp")
    group.add_argument("--base-url", metavar="URL", help="the server of the openai backend")
    group.add_argument("--solver", metavar="NAME", help="who answers: auto, model or sympy")
    group.add_argument(
        "--temperature", metavar="T", help="0 (the default) always takes the likeliest"
    )
    group.add_argument("--seed", metavar="N", help="makes sampling repeatable")
    group.add_argument("--num-ctx", metavar="N", help="tokens of context")
    group.add_argument("--max-tokens", metavar="N", help="longest answer, in tokens")


def _add_output_flags(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument("--json", action="store_true", help="print one JSON object")
    group.add_argument("--no-stream", action="store_true", help="print the answer when it is whole")
    group.add_argument(
        "--require-verified", action="store_true", help="end in 3 unless the answer is verified"
    )
    group.add_argument("--verbose", action="store_true", help="say which backend answers, and why")


def _add_commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    check = commands.add_parser(
        "check",
        help="mark a written solution line by line, with no model",
        description="Marks a written solution line by line, with no model.",
    )
    check.add_argument("file", metavar="FILE", help="the solution; - for standard input")
    check.add_argument("--question", metavar="TEXT", help="what the solution answers")
    _add_json(check)
    check.add_argument(
        "--jsonl",
        action="store_true",
        help='FILE holds one {"question": ..., "solution": ...} a line; so does the output',
    )
    check.add_argument(
        "--require-verified",
        action="store_true",
        default=argparse.SUPPRESS,
        help="end in 3 unless every claim is proved",
    )
    doctor = commands.add_parser(
        "doctor",
        help="what was found on this machine, and what to do about each problem",
        description="Shows what was found on this machine, and what to do about each problem.",
    )
    _add_json(doctor)


def _add_json(command: argparse.ArgumentParser) -> None:
    # Without SUPPRESS the default would undo a --json that stands before the command.
    command.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON object"
    )


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The flags of this run; ends the program for ``--help`` and for flags that make no sense."""
    return build().parse_args(arguments)
