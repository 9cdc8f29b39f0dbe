"""The console script ``mathviz-finetune``: one stage a call, imported only when it is asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Final, NamedTuple, NoReturn, Protocol, cast

from mathviz_chat.errors import MathvizError

USAGE: Final = "mathviz-finetune STAGE ...    mathviz-finetune STAGE --help tells more"
_WIDTH: Final = 80
_EXTRA: Final = ("datasets", "openai", "peft", "torch", "transformers", "trl")


class StageModule(Protocol):
    """What each stage's module offers."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the stage's flags."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; returns the exit code. Raises MathvizError with one sentence for the user."""


class Stage(NamedTuple):
    """Where a stage is written, and what it does in a few words."""

    module: str
    says: str


STAGES: Final[Mapping[str, Stage]] = MappingProxyType(
    {
        "data": Stage("data", "write checked rows of exercises, tutor dialogues and refusals"),
        "train": Stage("train", "train an adapter or all weights, on any machine"),
        "openai": Stage("openai_job", "upload the rows and start a fine-tuning job at OpenAI"),
        "eval": Stage("evaluate", "ask the held-out questions, and compare two runs"),
        "export": Stage("export", "merge what was trained into one GGUF file"),
        "modelfile": Stage("modelfile", "write the Modelfile of the exported model"),
        "scratch": Stage(
            "scratch.stage", "train a small transformer from nothing on the tutor's steps"
        ),
        "graph": Stage("graph.stage", "train a graph network to propose what is equal"),
        "install": Stage("install", "create the exported model in a running Ollama"),
    }
)


class _Parser(argparse.ArgumentParser):
    """One sentence for a usage error instead of the whole list of flags."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:]
        self.exit(2, f"mathviz-finetune: {sentence}. See {self.prog} --help.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one stage; returns the exit code of ``errors.py``."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] in ("--help", "-h"):
        print(_overview(), end="")
        return 0 if given else 2
    if given[0] not in STAGES:
        return _failed(f"there is no stage {given[0]!r}; {USAGE}")
    try:
        return _run(given[0], given[1:])
    except MathvizError as error:
        return _failed(str(error), error.exit_code)
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        stage, package = given[0], error.name
        return _failed(f"The stage {stage} needs {package}: pip install 'mathviz-chat[finetune]'.")
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _failed(f"{where}{error.strerror or error}.")
    except KeyboardInterrupt:
        return 130


def _failed(sentence: str, code: int = 2) -> int:
    print(f"mathviz-finetune: {sentence}", file=sys.stderr)
    return code


def _overview() -> str:
    width = max((len(name) for name in STAGES), default=0) + 2
    rows = "".join(f"  {name:<{width}}{stage.says}\n" for name, stage in STAGES.items())
    return f"usage: {USAGE}\n\nstages, in order:\n{rows}"


def _run(name: str, given: Sequence[str]) -> int:
    stage = STAGES[name]
    module = cast(StageModule, import_module(f"mathviz_finetune.{stage.module}"))
    parser = _Parser(
        prog=f"mathviz-finetune {name}",
        description=module.__doc__,
        formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, width=_WIDTH),
        allow_abbrev=False,
    )
    module.configure(parser)
    return module.run(parser.parse_args(given))


if __name__ == "__main__":
    sys.exit(main())
