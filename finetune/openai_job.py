"""Stage openai: uploads the rows of a split and starts a fine-tuning job by OpenAI's client.

The key is OPENAI_API_KEY, and OPENAI_BASE_URL names another server that speaks the protocol.
Nothing is sent before every row is validated.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from mathviz_chat.errors import MathvizError, UsageError

DEFAULT_MODEL: Final = "gpt-4o-mini-2024-07-18"
MIN_ROWS: Final = 10  # OpenAI's own limit
_ROLES: Final = ("system", "user", "assistant")


class JobError(MathvizError):
    """The server refused the file or the job, or cannot be reached."""

    exit_code = 69
    code = "openai"


def configure(parser: argparse.ArgumentParser) -> None:
    """The flags of the stage."""
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the stage data")
    parser.add_argument("--model", default=DEFAULT_MODEL, help=f"default: {DEFAULT_MODEL}")
    parser.add_argument("--suffix", default="mathviz", help="part of the new model's name")
    parser.add_argument("--seed", type=int, help="of the job")
    parser.add_argument(
        "--validate-only", action="store_true", help="read the files and send nothing"
    )


def run(arguments: argparse.Namespace) -> int:
    """Validate, upload, start; prints the job's id and returns 0."""
    paths = [arguments.data / f"{split}.openai.jsonl" for split in ("train", "validation")]
    counts = [validate(path) for path in paths]
    print(f"{counts[0]} training rows and {counts[1]} validation rows are valid.")
    if arguments.validate_only:
        return 0
    if not os.environ.get("OPENAI_API_KEY"):
        raise UsageError("Set OPENAI_API_KEY to your key; --validate-only needs none.")
    import openai

    try:
        job = _start(openai.OpenAI(), paths, arguments)
    except openai.OpenAIError as error:
        raise JobError(f"The job was not started: {error}") from error
    print(f"job {job.id} is {job.status}; follow it on the platform's fine-tuning page.")
    return 0


def _start(client: Any, paths: list[Path], arguments: argparse.Namespace) -> Any:
    ids = []
    for path in paths:
        with path.open("rb") as stream:
            ids.append(client.files.create(file=stream, purpose="fine-tune").id)
    seed = {} if arguments.seed is None else {"seed": arguments.seed}
    return client.fine_tuning.jobs.create(
        model=arguments.model,
        training_file=ids[0],
        validation_file=ids[1],
        suffix=arguments.suffix,
        **seed,
    )


def validate(path: Path) -> int:
    """The number of rows of a file. Raises UsageError that names the first line with a fault."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read ({error.strerror}): write it with "
            "`mathviz-finetune data --format openai`."
        ) from error
    for number, line in enumerate(lines, start=1):
        if (fault := row_fault(line)) is not None:
            raise UsageError(f"{path}, line {number}: {fault}.")
    if "train" in path.name and len(lines) < MIN_ROWS:
        raise UsageError(f"{path} has {len(lines)} rows; a job needs at least {MIN_ROWS}.")
    return len(lines)


def row_fault(line: str) -> str | None:
    """What OpenAI would refuse in a line of a chat file, None where there is nothing."""
    try:
        row = json.loads(line)
    except ValueError:
        return "it is not JSON"
    turns = row.get("messages") if isinstance(row, dict) else None
    if not isinstance(turns, list) or not turns:
        return 'it needs "messages", a list that is not empty'
    if (fault := next(filter(None, _turn_faults(turns)), None)) is not None:
        return fault
    if turns[-1]["role"] != "assistant":
        return "its last message must be the assistant's"
    if all(turn["role"] != "user" for turn in turns):
        return "it has no message of the user"
    return None


def _turn_faults(turns: Iterable[Any]) -> Iterable[str | None]:
    for number, turn in enumerate(turns, start=1):
        if not isinstance(turn, dict) or turn.get("role") not in _ROLES:
            yield f"message {number} needs a role: {', '.join(_ROLES)}"
        elif not isinstance(turn.get("content"), str) or not turn["content"].strip():
            yield f"message {number} needs a content that is not empty"
