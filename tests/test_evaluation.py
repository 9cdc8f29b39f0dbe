"""Questions with known answers: read from rows, asked, compared, counted, gone on with."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from mathviz_chat.backends.scripted import Script, ScriptedBackend
from mathviz_chat.config import Config
from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.engine import Session
from mathviz_chat.errors import BackendUnavailable, UsageError
from mathviz_chat.evaluation import Evaluated, Question, Report, Result, evaluate, question_of
from mathviz_chat.evaluation.hub import is_hub_name, load_rows
from mathviz_chat.evaluation.report import percentile
from mathviz_chat.evaluation.rows import RowsFile, run_name
from mathviz_chat.events import Source
from mathviz_chat.worker.client import Worker

LINEAR = Question(1, "Solve 3x + 7 = 22", "x = 5", "algebra")
SUM = Question(2, "What is 2 + 2?", "5", "arithmetic")
TASTE = Question(3, "What is the best colour for 3 walls?", "blue", "taste")


def solver() -> Session:
    return Session(None, Worker(), solver="sympy")


# ------------------------------------------------------------------------------ questions


@pytest.mark.parametrize(
    ("answer", "gold", "why"),
    [
        ("x = 5", "x = 5", "as it stands"),
        ("He has 3 * 4 = <<3*4=12>>12 left.\n#### 12", "12", "GSM8K's format"),
        ("First #### no.\n#### 1,200 \n", "1,200", "only at the beginning of a line"),
    ],
)
def test_the_right_answer_of_a_row(answer: str, gold: str, why: str) -> None:
    assert question_of(1, {"question": "q", "answer": answer}, "m").gold == gold


def test_a_row_without_a_module_belongs_to_its_file() -> None:
    assert question_of(1, {"question": "q", "answer": "1"}, "train").module == "train"
    assert question_of(1, {"question": "q", "answer": "1", "module": "a"}, "train").module == "a"


# ------------------------------------------------------------------------------ asking


def test_the_solver_is_asked_and_judged_apart_from_the_right_answer() -> None:
    rows = list(evaluate([LINEAR, SUM, TASTE], solver, workers=2))
    assert [row.result for row in rows] == [Result.RIGHT, Result.WRONG, Result.UNREAD]
    assert [row.answer for row in rows] == ["x = 5", "4", None]
    assert rows[1].verdict is AnswerVerdict.VERIFIED, "the right answer of the row is not 4"
    assert rows[2].reason.startswith("The rules")
    assert all(row.seconds > 0 for row in rows)


def test_a_model_answers_each_question_in_a_conversation_of_its_own() -> None:
    backend = ScriptedBackend(
        [Script("3x = 15\nAnswer: x = 5"), Script("So\nAnswer: 5"), Script("Hm")]
    )
    make = lambda: Session(backend, Worker(), solver="model")  # noqa: E731
    rows = list(evaluate([LINEAR, SUM, TASTE], make))
    assert [row.result for row in rows] == [Result.RIGHT, Result.RIGHT, Result.UNREAD]
    assert [row.verdict for row in rows][:2] == [AnswerVerdict.VERIFIED, AnswerVerdict.REFUTED]
    assert [len(request.messages) for request in backend.requests] == [2, 2, 2]
    assert rows[2].reason == "It came to no final answer."


def test_a_model_that_is_not_there_ends_the_run() -> None:
    make = lambda: Session(None, Worker(), solver="model")  # noqa: E731
    with pytest.raises(BackendUnavailable):
        list(evaluate([LINEAR], make))


# ------------------------------------------------------------------------------ counting


def row(question: Question, result: Result, verdict: AnswerVerdict, seconds: float) -> Evaluated:
    return Evaluated(question, result, "1", verdict, "", Source.SYMPY, seconds)


def test_the_report_counts_over_all_and_by_module() -> None:
    report = Report(
        [
            row(LINEAR, Result.RIGHT, AnswerVerdict.VERIFIED, 0.1),
            row(LINEAR, Result.WRONG, AnswerVerdict.VERIFIED, 0.2),
            row(SUM, Result.UNDECIDED, AnswerVerdict.CHECKED, 0.4),
            row(SUM, Result.UNREAD, AnswerVerdict.UNCHECKED, 0.3),
        ]
    ).to_json()
    fields = "total right wrong undecided unread verified verified_wrong seconds median_s p99_s"
    modules = report.pop("modules")
    algebra = dict(zip(fields.split(), (2, 1, 1, 0, 0, 2, 1, 0.3, 0.1, 0.2), strict=True))
    whole = dict(zip(fields.split(), (4, 1, 1, 1, 1, 2, 1, 1.0, 0.2, 0.4), strict=True))
    assert (list(modules), modules["algebra"]) == (["algebra", "arithmetic"], algebra)
    assert report == {"schema": 1, **whole}


def test_a_percentile_is_one_of_the_times() -> None:
    times = [float(n) for n in range(200, 0, -1)]
    assert (percentile(times, 50), percentile(times, 99)) == (100.0, 198.0)
    assert percentile([], 50) is None


# ------------------------------------------------------------------------------ the rows' file

DONE = row(LINEAR, Result.RIGHT, AnswerVerdict.VERIFIED, 0.5)


def test_what_was_written_is_known_to_the_next_run(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    with RowsFile(path, "sympy", [LINEAR, SUM]) as file:
        assert file.done == {}
        file.write(DONE)
    with path.open("ab") as stream:
        stream.write(b'{"line": 2, "mod')  # killed while it wrote
    with RowsFile(path, "sympy", [LINEAR, SUM]) as file:
        assert file.done == {1: DONE}
        file.write(row(SUM, Result.WRONG, AnswerVerdict.CHECKED, 0.5))
    assert [json.loads(line)["line"] for line in path.read_text().splitlines()] == [1, 2]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"question": "Solve 3x + 7 = 22"}\n', "needs"),
        ("hello\n", "not JSON"),
        ('{"question": "q", "run": "sympy"}\n', "no row of eval"),
    ],
)
def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(content)
    with pytest.raises(UsageError, match=says):
        RowsFile(path, "sympy", [LINEAR])
    assert path.read_text() == content


@pytest.mark.parametrize(
    ("run", "questions"),
    [("model qwen", [LINEAR]), ("sympy", [SUM]), ("sympy", [])],
    ids=["other settings", "other questions", "fewer questions"],
)
def test_rows_of_another_run_are_not_mixed(
    tmp_path: Path, run: str, questions: list[Question]
) -> None:
    path = tmp_path / "rows.jsonl"
    with RowsFile(path, "sympy", [LINEAR]) as file:
        file.write(DONE)
    with pytest.raises(UsageError, match="another run"):
        RowsFile(path, run, questions)


@pytest.mark.parametrize(
    ("config", "name", "why"),
    [
        (Config(solver="sympy", model="qwen"), "sympy", "the model is not asked"),
        (Config(solver="auto", model="qwen"), "auto auto qwen", "solver, backend and model"),
        (Config(solver="model", temperature=0.5), "model auto default temperature 0.5", "sampled"),
        (Config(solver="model", calculator=False), "model auto default no calculator", "by itself"),
    ],
)
def test_settings_that_change_the_answers_name_the_run(config: Config, name: str, why: str) -> None:
    assert run_name(config) == name, why


# ------------------------------------------------------------------------------ the hub


def test_what_looks_like_a_name_of_the_hub() -> None:
    assert is_hub_name("openai/gsm8k")
    assert not is_hub_name("questions.jsonl")
    assert not is_hub_name("/data/q.jsonl")
    assert not is_hub_name("../a/b")


def test_without_the_library_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(UsageError, match="pip install datasets"):
        next(load_rows("openai/gsm8k", "test"))


def test_the_rows_of_the_first_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    library = ModuleType("datasets")

    def load_dataset(name: str, config: str, split: str) -> Iterator[dict[str, str]]:
        return iter([{"question": f"{name} {config}", "answer": split}])

    library.get_dataset_config_names = lambda name: ["main", "socratic"]  # type: ignore[attr-defined]
    library.load_dataset = load_dataset  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "datasets", library)
    assert list(load_rows("openai/gsm8k", "test")) == [
        {"question": "openai/gsm8k main", "answer": "test"}
    ]
