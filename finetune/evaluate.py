"""Stage eval: the held-out questions through a model or the solver, as a user would ask them.

The questions are asked by the same function as those of ``mathviz-chat eval``; here they are
counted by topic and level, and two runs are compared.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import comb
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mathviz_chat.errors import UsageError

if TYPE_CHECKING:
    from mathviz_chat.evaluation import Evaluated, Question

_HEADS: Final = ("right", "wrong", "no answer", "verified", "verified but wrong", "seconds")


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
    parser.add_argument("--out", type=Path, help="write every answer and the counts as JSON")
    parser.add_argument(
        "--against", type=Path, metavar="FILE", help="compare with the run that FILE holds"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the table in Markdown; returns 0."""
    from mathviz_chat.cli.build import build_session
    from mathviz_chat.config import load
    from mathviz_chat.evaluation import evaluate

    questions = read_questions(
        arguments.data / f"{arguments.split}.jsonl", arguments.topic, arguments.limit
    )
    config = load(_settings(arguments), os.environ)
    rows = list(evaluate(questions, lambda: build_session(config)))
    answers = [_answer(row) for row in rows]
    print("\n".join(table(answers)))
    if arguments.out is not None:
        _write(arguments.out, {"settings": _settings(arguments), "answers": answers})
    if arguments.against is not None:
        print(compare(_read(arguments.against), answers))
    return 0


def _settings(arguments: argparse.Namespace) -> dict[str, str]:
    """The program's settings that were given, as the text that its flags hold."""
    names = ("solver", "backend", "model", "adapter", "threads")
    given = {name: getattr(arguments, name) for name in names if getattr(arguments, name)}
    return {**given, "calculator": "false"} if arguments.no_calculator else given


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


def _answer(row: Evaluated) -> dict[str, Any]:
    topic, _, level = row.question.module.partition("/")
    return {
        "question": row.question.question,
        "topic": topic,
        "level": int(level),
        "right answer": row.question.gold,
        "answer": row.answer,
        "result": str(row.result),
        "verdict": str(row.verdict),
        "source": str(row.source),
        "seconds": round(row.seconds, 3),
        "text": row.text,
    }


def table(answers: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Markdown: a line a topic and level, then a line a topic, then all together."""
    yield f"| topic | questions | {' | '.join(_HEADS)} |"
    yield "|---|" + "---:|" * (1 + len(_HEADS))
    levels = sorted({(answer["topic"], answer["level"]) for answer in answers})
    topics = sorted({topic for topic, _ in levels})
    for topic, level in levels:
        chosen = [a for a in answers if (a["topic"], a["level"]) == (topic, level)]
        yield _line(f"{topic}, level {level}", chosen)
    for topic in topics:
        yield _line(f"**{topic}**", [a for a in answers if a["topic"] == topic])
    yield _line("**all**", answers)


def _line(name: str, answers: Sequence[Mapping[str, Any]]) -> str:
    right, wrong = (sum(a["result"] == result for a in answers) for result in ("right", "wrong"))
    verified = [a for a in answers if a["verdict"] == "verified"]
    cells = (
        len(answers),
        f"{right} ({right / len(answers):.1%})",
        wrong,
        len(answers) - right - wrong,
        len(verified),
        sum(a["result"] == "wrong" for a in verified),
        f"{sum(a['seconds'] for a in answers):.0f}",
    )
    return f"| {name} | {' | '.join(map(str, cells))} |"


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
