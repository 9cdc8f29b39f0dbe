"""The flags and the commands, by argparse. ``help_text.py`` holds the same help as text, since
argparse takes long to import: ``python scripts/write_help.py`` writes it, and a test fails where
it is stale."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Final, NoReturn

from mathviz_chat import __version__
from mathviz_chat.prompts import SHIPPED_MODEL

HELP_WIDTH: Final = 80

_USAGE: Final = """\
mathviz-chat [FLAGS]              the interactive session
       mathviz-chat [FLAGS] -q TEXT      one question, one answer
       mathviz-chat COMMAND ...          mathviz-chat COMMAND --help tells more"""

_EXIT_CODES: Final = """\
exit codes:
  0    answered; check: nothing refuted
  1    refuted and no verified answer, or the solver cannot read or solve it
  2    usage: flags, files, malformed rows
  3    --require-verified not met
  69   a backend asked for by name cannot be reached or lacks the model
  130  interrupted"""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """The same help in every version of Python: 3.13 began to write ``-q, --solve TEXT``."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=HELP_WIDTH - 2)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        return f"{', '.join(action.option_strings)} {action.metavar}"


class _Parser(argparse.ArgumentParser):
    """One sentence for a usage error instead of the whole list of flags."""

    def __init__(self, prog: str, description: str, usage: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        if word := re.match(r"argument COMMAND: invalid choice: ('.*'|\".*\") \(", message):
            message = f"there is no command {word[1]}; a question is asked with -q 'TEXT'"
        sentence = message[:1].upper() + message[1:]
        self.exit(2, f"mathviz-chat: {sentence}. See {self.prog} --help.\n")


def build() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = _Parser(
        "mathviz-chat",
        "A maths tutor for the terminal: a local model answers, each step is checked.",
        _USAGE,
        _EXIT_CODES,
    )
    version = f"mathviz-chat {__version__}"
    parser.add_argument(
        "-V", "--version", action="version", version=version, help="print the version and stop"
    )
    parser.add_argument(
        "-q",
        "--solve",
        metavar="TEXT",
        dest="ask",
        help="one question, one answer; - reads it from standard input, as a pipe does",
    )
    parser.add_argument(
        "--continue", dest="resume", action="store_true", help="go on with the last session"
    )
    _add_model_flags(parser)
    _add_output_flags(parser)
    _add_commands(parser)
    return parser


def _add_model_flags(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    """default: SUPPRESS for a command, where None would undo what stands before it."""
    group = parser.add_argument_group("model and solver")

    def add(flag: str, metavar: str, says: str) -> None:
        group.add_argument(flag, metavar=metavar, help=says, default=default)

    add("--backend", "NAME", "auto, llamacpp, ollama, openai, or scripted for tests")
    add("--model", "NAME", "a model's name, or the path of a GGUF file")
    add("--adapter", "FILE", "a LoRA adapter (GGUF) for llamacpp")
    add("--base-url", "URL", "the server of the openai backend")
    add("--solver", "NAME", "who answers: auto, model or sympy")
    add("--steps", "NAME", "the solver's steps: brief, normal or fine")
    add(
        "--method",
        "NAME",
        "the solver's method: factoring, formula, completing-the-square, substitution, "
        "elimination, parts, first-principles",
    )
    add("--temperature", "T", "0 (the default) takes the likeliest")
    add("--seed", "N", "makes sampling repeatable")
    add("--num-ctx", "N", "tokens of context")
    _add_calculator(group, default)
    add("--max-tokens", "N", "longest answer, in tokens")


def _add_calculator(group: argparse._ArgumentGroup, default: str | None) -> None:
    for flag, value, says in (
        ("--calculator", "true", "work out what belongs after = while the model writes"),
        ("--no-calculator", "false", "do not; by default it is done for mathviz alone"),
    ):
        group.add_argument(
            flag, dest="calculator", action="store_const", const=value, help=says, default=default
        )


def _add_output_flags(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument("--json", action="store_true", help="print one JSON object")
    group.add_argument("--no-stream", action="store_true", help="print the answer when it is whole")
    group.add_argument(
        "--require-verified", action="store_true", help="end in 3 unless the answer is verified"
    )
    group.add_argument(
        "--plot",
        nargs="?",
        const="",
        metavar="[FILE]",
        help="draw the picture that belongs to the question, below the answer or in a .png or .svg",
    )
    group.add_argument("--verbose", action="store_true", help="say which backend answers, and why")


def _add_commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog="mathviz-chat"
    )
    _add_check(commands)
    _add_grade(commands)
    _add_eval(commands)
    _add_setup(commands)
    _add_doctor(commands)


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser(
        "check",
        help="mark a written solution line by line, with no model",
        description="Marks a written solution line by line, with no model.",
        usage="mathviz-chat check [FLAGS] FILE",
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


def _add_grade(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    grade = commands.add_parser(
        "grade",
        help="compare answers with the right ones, one pair a row",
        description="Compares answers with the right ones, one pair a row.",
        usage="mathviz-chat grade FILE",
    )
    grade.add_argument(
        "file",
        metavar="FILE",
        help='one {"gold": ..., "answer": ...} a line; - for standard input',
    )


def _add_eval(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    evaluation = commands.add_parser(
        "eval",
        help="put questions with known answers to the solver or a model, and report",
        description="Puts questions with known answers to the solver or a model, and reports how "
        "many come out right.",
        usage="mathviz-chat eval --dataset FILE [FLAGS]",
    )
    evaluation.add_argument(
        "--dataset",
        metavar="FILE",
        required=True,
        help='one {"question": ..., "answer": ..., "module": ...} a line; - for standard input; '
        "or the name of a data set of the Hugging Face hub",
    )
    evaluation.add_argument(
        "--split", metavar="NAME", default="test", help="of a data set of the hub (test)"
    )
    evaluation.add_argument(
        "--rows",
        metavar="FILE",
        help="write each question with its answer, verdict and time; a run that was stopped goes "
        "on from it",
    )
    evaluation.add_argument("--limit", metavar="N", help="only the first N questions")
    evaluation.add_argument(
        "--workers", metavar="N", help="questions at a time (solver: the cores; model: 1)"
    )
    _add_json(evaluation)
    _add_model_flags(evaluation, argparse.SUPPRESS)


def _add_setup(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    setup = commands.add_parser(
        "setup",
        help="create the mathviz model in a running Ollama",
        description="Creates the model in a running Ollama, from the embedded default or from the "
        "GGUF file that --model names before the command.",
        usage="mathviz-chat [--model FILE] setup ollama [--name NAME]",
    )
    setup.add_argument("target", metavar="ollama", choices=["ollama"], help="where to set it up")
    setup.add_argument(
        "--name", metavar="NAME", default=SHIPPED_MODEL, help=f"default: {SHIPPED_MODEL}"
    )


def _add_doctor(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    doctor = commands.add_parser(
        "doctor",
        help="what was found on this machine, and what to do about each problem",
        description="Shows what was found on this machine, and what to do about each problem.",
        usage="mathviz-chat doctor [FLAGS]",
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
