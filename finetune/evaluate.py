"""Stage eval: the held-out questions through a model or the solver, as a user would ask them.

The questions are asked by the same function as those of ``mathviz-chat eval``; here they are
counted by topic and level, and two runs are compared.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from math import comb
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mathviz_chat.errors import UsageError
from mathviz_finetune.evaluation_report import Report

if TYPE_CHECKING:
    from mathviz_chat.config import Config
    from mathviz_chat.engine import Session, SolverName
    from mathviz_chat.evaluation import Evaluated, Question
    from mathviz_finetune.generation import Generated


def configure(parser: argparse.ArgumentParser) -> None:
    """The flags of the stage; those of the program choose what answers."""
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the stage data")
    parser.add_argument("--split", default="test", help="its split; default: test")
    parser.add_argument("--limit", type=int, metavar="N", help="questions of each topic")
    parser.add_argument("--topic", action="append", help="only this topic; may be repeated")
    parser.add_argument(
        "--solver",
        choices=("model", "auto", "sympy"),
        default="model",
        help="model: what the model answers; auto: with the fallback; sympy: no model",
    )
    for flag in ("--backend", "--model", "--adapter", "--threads"):
        parser.add_argument(flag, help="as in mathviz-chat")
    parser.add_argument("--no-calculator", action="store_true", help="the model works out values")
    parser.add_argument(
        "--parallel",
        type=int,
        nargs="?",
        const=16,
        metavar="N",
        help="a GGUF file answers N questions at a time (16), once for both: alone and with the "
        "solver behind it",
    )
    parser.add_argument(
        "--rows",
        type=Path,
        metavar="FOLDER",
        help="keep each answer there as it comes; a run that was stopped is gone on with",
    )
    parser.add_argument("--out", type=Path, help="write every answer and the counts as JSON")
    parser.add_argument(
        "--against", type=Path, metavar="FILE", help="compare with the run that FILE holds"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the tables in Markdown; returns 0."""
    from mathviz_chat.config import load

    questions = read_questions(
        arguments.data / f"{arguments.split}.jsonl", arguments.topic, arguments.limit
    )
    settings = _settings(arguments)
    config = load(settings, os.environ)
    runs: dict[str, list[dict[str, Any]]] = {}
    rows: Path | None = arguments.rows
    if rows is not None:
        rows.mkdir(parents=True, exist_ok=True)
    if arguments.parallel is None:
        runs[config.solver] = _asked_one_at_a_time(questions, config, rows)
    else:
        runs |= _asked_at_once(questions, config, rows, arguments.parallel)
    report = Report(settings, runs)
    print("\n".join(report.markdown()))
    if arguments.out is not None:
        _write(arguments.out, report.to_json())
    if arguments.against is not None:
        print(compare(_read(arguments.against), next(iter(runs.values()))))
    return 0


def _settings(arguments: argparse.Namespace) -> dict[str, str]:
    """The program's settings that were given, as the text that its flags hold."""
    names = ("solver", "backend", "model", "adapter", "threads")
    given = {name: getattr(arguments, name) for name in names if getattr(arguments, name)}
    return {**given, "calculator": "false"} if arguments.no_calculator else given


def _asked(
    questions: Sequence[Question],
    config: Config,
    rows: Path | None,
    make: Callable[[], Session],
    run: str,
) -> list[Evaluated]:
    """Every question in a session, with a progress bar. rows: the folder that keeps the answers."""
    from mathviz_chat.cli.progress import progress_bar
    from mathviz_chat.evaluation.rows import RowsFile, evaluate_missing

    found: list[Evaluated] = []
    with ExitStack() as stack:
        file = None
        if rows is not None:
            file = stack.enter_context(RowsFile(rows / f"{config.solver}.jsonl", run, questions))
        advance = stack.enter_context(progress_bar(config, len(questions)))
        for row in evaluate_missing(questions, file, make):
            found.append(row)
            advance()
    return found


def _asked_one_at_a_time(
    questions: Sequence[Question], config: Config, rows: Path | None
) -> list[dict[str, Any]]:
    from mathviz_chat.cli.build import build_session
    from mathviz_chat.evaluation.rows import run_name

    found = _asked(questions, config, rows, lambda: build_session(config), run_name(config))
    return [answer(row) for row in found]


def _asked_at_once(
    questions: Sequence[Question], config: Config, rows: Path | None, parallel: int
) -> dict[str, list[dict[str, Any]]]:
    """The model answers all the questions first, many at a time; the same texts then go through
    the engine twice: by themselves, and with the solver behind them."""
    from mathviz_chat.cli.build import build_worker
    from mathviz_chat.engine import Session
    from mathviz_finetune.generation import Replay

    path = _gguf(config)
    model = _model_name(path, config)
    said = _said(questions, path, config, rows, parallel, model)
    seconds = sum(one.seconds for one in said.values()) / len(said)

    def run_with(solver: SolverName) -> list[dict[str, Any]]:
        mine = replace(config, solver=solver)

        def session() -> Session:
            replay, worker = Replay(path.stem, said), build_worker(mine)
            return Session(replay, worker, solver=solver, options=mine.options())

        found = _asked(questions, mine, rows, session, f"{solver} {model}")
        return [answer(row, said[row.question.question], seconds) for row in found]

    return {"model": run_with("model"), "auto": run_with("auto")}


def _model_name(path: Path, config: Config) -> str:
    """What answers, in the files of the rows: the model's file by its hash, and its calculator."""
    from mathviz_chat.weights.manifest import sha256

    calculator = "no calculator" if config.calculator is False else "calculator"
    return f"{path.name} {sha256(path)[:16]} {calculator}"


def _said(
    questions: Sequence[Question],
    path: Path,
    config: Config,
    rows: Path | None,
    parallel: int,
    model: str,
) -> dict[str, Generated]:
    """The model's answer to each question, with a progress bar."""
    from mathviz_chat.cli.progress import progress_bar
    from mathviz_finetune.generated_rows import GeneratedFile
    from mathviz_finetune.generation import generate

    asked = list(dict.fromkeys(question.question for question in questions))
    with ExitStack() as stack:
        file = None
        if rows is not None:
            file = stack.enter_context(GeneratedFile(rows / "generated.jsonl", model, asked))
        said = {} if file is None else dict(file.done)
        missing = [question for question in asked if question not in said]
        advance = stack.enter_context(progress_bar(config, len(missing)))
        calculator = config.calculator is not False
        made = generate(path, missing, parallel, threads=config.threads, calculator=calculator)
        for number, one in made:
            said[missing[number]] = one
            if file is not None:
                file.write(missing[number], one)
            advance()
    return said


def _gguf(config: Config) -> Path:
    """The file of the model that the configuration names. Raises UsageError for other backends."""
    from mathviz_chat.catalogue import find_model
    from mathviz_chat.cli.terminal import merge_progress
    from mathviz_chat.embedded import default_name

    if config.backend not in ("auto", "llamacpp") or config.adapter:
        raise UsageError("--parallel is for a GGUF file in this process: give --model alone.")
    return find_model(config.model or default_name(), merge_progress())


def read_questions(path: Path, topics: Sequence[str] | None, limit: int | None) -> list[Question]:
    """The rows of a split that have an answer and one turn, as questions of ``topic/level``.

    limit: of each topic. Raises UsageError where there are none.
    """
    from mathviz_chat.evaluation import Question

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read ({error.strerror}): write it with `mathviz-finetune data`."
        ) from error
    taken: dict[str, int] = {}
    questions: list[Question] = []
    for number, line in enumerate(lines, start=1):
        row = json.loads(line)
        topic, turns = row["topic"], [t for t in row["prompt"] if t["role"] != "system"]
        if row["answer"] is None or len(turns) != 1 or (topics and topic not in topics):
            continue
        taken[topic] = taken.get(topic, 0) + 1
        if limit is None or taken[topic] <= limit:
            module = f"{topic}/{row['level']}"
            questions.append(Question(number, turns[0]["content"], row["answer"], module))
    if not questions:
        raise UsageError(f"{path} has no question with an answer of these topics.")
    return questions


def answer(row: Evaluated, said: Generated | None = None, seconds: float = 0.0) -> dict[str, Any]:
    """What became of a question. said: where the model had answered before, in ``seconds``."""
    topic, _, level = row.question.module.partition("/")
    model = {} if said is None else {"tokens": said.tokens, "confidence": round(said.confidence, 4)}
    return {
        "question": row.question.question,
        "topic": topic,
        "level": int(level),
        "right answer": row.question.gold,
        "answer": row.answer,
        "result": str(row.result),
        "verdict": str(row.verdict),
        "source": str(row.source),
        "seconds": round(row.seconds + seconds, 3),
        **model,
        "text": row.text,
    }


def compare(before: Iterable[Mapping[str, Any]], after: Iterable[Mapping[str, Any]]) -> str:
    """What changed on the questions of both runs, with the exact test of McNemar (two-sided)."""
    was = {answer["question"]: answer["result"] == "right" for answer in before}
    pairs = [
        (was[answer["question"]], answer["result"] == "right")
        for answer in after
        if answer["question"] in was
    ]
    gained = sum(not old and new for old, new in pairs)
    lost = sum(old and not new for old, new in pairs)
    return (
        f"{len(pairs)} questions of both runs: {gained} gained, {lost} lost, "
        f"p = {mcnemar(gained, lost):.3g} (McNemar, exact)"
    )


def mcnemar(gained: int, lost: int) -> float:
    """The two-sided exact p-value of the discordant pairs (McNemar 1947): 1.0 where none is."""
    total, fewer = gained + lost, min(gained, lost)
    tail = sum(comb(total, k) for k in range(fewer + 1))
    return min(1.0, 2 * tail / float(2**total))


def _write(path: Path, found: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["answers"]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise UsageError(f"{path} is no file of `mathviz-finetune eval --out`.") from error
    return found
