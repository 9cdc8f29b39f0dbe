"""``-q``: one row for each sentence of ``commands.md``, and what does not fit into a table."""

from __future__ import annotations

import json
import signal
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.cli_runner import LINEAR, one_object, run, scripted, start, write_answers

VERIFIED = "Answer: x = 5  [✓ verified]"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cli")
    write_answers(made)
    (made / "named.toml").write_text('backend = "ollama"\n')
    (made / "latin.toml").write_bytes(b'model = "\xe9"\n')
    (made / "weights").mkdir()
    (made / "weights" / "config.json").write_text("{}")
    (made / "weights" / "model.safetensors").write_bytes(b"")
    return made


@dataclass(frozen=True)
class Row:
    """why: the sentence. out, err: what the streams hold; a leading ! for what they do not."""

    why: str
    arguments: list[str]
    code: int = 0
    out: tuple[str, ...] = ()
    err: tuple[str, ...] = ()
    stdin: str = ""
    env: dict[str, str] = field(default_factory=dict)


RIGHT, WRONG = scripted("right"), scripted("wrong")
NO_SERVER = ("Ollama", "!Traceback")

ROWS = [
    Row("-q TEXT: one question, one answer", [*RIGHT, "-q", LINEAR], out=(VERIFIED,)),
    Row("--solve TEXT is the same", [*RIGHT, "--solve", LINEAR], out=(VERIFIED,)),
    Row("-q - reads standard input", [*RIGHT, "-q", "-"], stdin=LINEAR, out=(VERIFIED,)),
    Row("so does a pipe", RIGHT, stdin=f"{LINEAR}\n", out=(VERIFIED,)),
    Row(
        "the answer on stdout, each step with its verdict",
        [*RIGHT, "-q", LINEAR],
        out=("✓ proved     3x = 15", "✓ proved     x = 5", "!I read this as"),
        err=("I read this as: ", "Verified: ", "!3x = 15"),
    ),
    Row(
        "no colour and no cursor codes when not a terminal",
        [*scripted("hostile"), "-q", LINEAR],
        out=("!\x1b", "!\x07", VERIFIED),
        err=("!\x1b",),
    ),
    Row(
        "an output that can only hold ASCII gets ASCII forms",
        [*scripted("squares"), "-q", "Solve x^2 = 16"],
        out=("x^2 = 16", "Answer: x = 4 or x = -4  [+ verified]"),
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": ""},
    ),
    Row("--no-stream", [*RIGHT, "--no-stream", "-q", LINEAR], out=(VERIFIED,)),
    Row(
        "--verbose says which backend answers, and why",
        [*RIGHT, "--verbose", "-q", LINEAR],
        err=("Using scripted with right", "tokens", "ended by stop"),
    ),
    Row(
        "0: auto answers with SymPy where the model's answer is refuted",
        [*WRONG, "-q", LINEAR],
        out=("✗ refuted    x = 6", "Solved with SymPy:", VERIFIED),
        err=("The model's answer x = 6 is refuted; the solver's answer counts instead.",),
    ),
    Row("1: refuted and no verified answer", [*WRONG, "--solver", "model", "-q", LINEAR], 1,
        out=("Answer: x = 6  [✗ refuted]", "!SymPy")),
    Row("--solver sympy asks no model", ["--solver", "sympy", "-q", LINEAR], out=(VERIFIED,)),
    Row("1: a question that the chosen solver cannot read",
        ["--solver", "sympy", "-q", "Why is the sky blue?"], 1, err=("!Traceback",)),
    Row("a turn that asks nothing formal gets no banner and no fallback",
        [*scripted("hello"), "-q", "hi"], out=("Hello!", "!Answer", "!unchecked", "!SymPy")),
    Row("2: an unknown flag", ["--frobnicate"], 2, err=("--frobnicate", "--help")),
    Row("2: an unknown command", ["Solve"], 2, err=("There is no command 'Solve'", "-q 'TEXT'")),
    Row("2: a value that does not fit", ["--seed", "x", "-q", "1"], 2, err=("--seed must be",)),
    Row("2: an unknown backend", ["--backend", "gpt", "-q", "1"], 2, err=("--backend must be",)),
    Row("2: an empty question", ["-q", " "], 2, err=("The question is empty",)),
    Row("2: an empty pipe", [], 2, err=("The question is empty",)),
    Row("2: -q with a command", ["-q", "1", "doctor"], 2, err=("cannot be used together",)),
    Row("2: a configuration file that is not there", ["-q", "1"], 2,
        env={"MATHVIZ_CONFIG": "nope.toml"}, err=("nope.toml, which does not exist",)),
    Row("2: a configuration that is a folder", ["-q", "1"], 2, env={"MATHVIZ_CONFIG": "weights"},
        err=("The configuration file weights cannot be read: Is a directory.",)),
    Row("2: a configuration that is no text", ["-q", "1"], 2, env={"MATHVIZ_CONFIG": "latin.toml"},
        err=("latin.toml is not UTF-8 text.",)),
    Row("2: an adapter that is not there", ["--adapter", "nope.gguf", "-q", LINEAR], 2,
        err=("There is no adapter nope.gguf",)),
    Row("2: a picture for a folder that is not there, before anything is asked",
        ["--solver", "sympy", "--plot", "nowhere/a.svg", "-q", LINEAR], 2,
        err=("there is no folder nowhere",)),
    Row("2: setup with a file that is not there", ["--model", "nope.gguf", "setup", "ollama"], 2,
        err=("There is no model 'nope.gguf'",)),
    Row("2: a file of answers that is not there", [*scripted("nope"), "-q", "1"], 2,
        err=("nope.json",)),
    Row("2: a model with auto that nobody has", ["--model", "nope", "-q", "1"], 2, err=("'nope'",)),
    Row("2: --continue without a session", [*RIGHT, "--continue", "-q", "1"], 2,
        env={"MATHVIZ_DATA_DIR": "no-sessions"}, err=("no saved session",)),
    Row("--model DIR with transformers weights names the export command",
        ["--backend", "llamacpp", "--model", "weights", "-q", "1"], 69,
        err=("mathviz-finetune export",)),
    Row("3: --require-verified not met",
        [*scripted("unread"), "--require-verified", "-q", "What is the best colour?"], 3),
    Row("0: --require-verified met", [*RIGHT, "--require-verified", "-q", LINEAR]),
    Row("3 goes before 1",
        [*WRONG, "--solver", "model", "--require-verified", "-q", LINEAR], 3),
    Row("69: a backend named by flag is not there",
        ["--backend", "ollama", "-q", LINEAR], 69, out=("!SymPy",), err=NO_SERVER),
    Row("69: a backend named by the environment", ["-q", LINEAR], 69,
        env={"MATHVIZ_BACKEND": "ollama"}, err=NO_SERVER),
    Row("69: a backend named by the configuration", ["-q", LINEAR], 69,
        env={"MATHVIZ_CONFIG": "named.toml"}, err=NO_SERVER),
    Row("69: a backend that lacks the model",
        ["--backend", "llamacpp", "--model", "nope.gguf", "-q", LINEAR], 69, err=("nope.gguf",)),
    Row("69: an address that is none", ["--backend", "ollama", "-q", LINEAR], 69,
        env={"OLLAMA_HOST": "http://["}, err=("'http://[' is no address", "!Traceback")),
    Row("an address that is none is passed over by auto", ["--solver", "auto", "doctor"],
        env={"OLLAMA_HOST": "http://["}, out=("no server answers at http://[",)),
    Row("69: setup without a server", ["setup", "ollama"], 69, err=("ollama serve",)),
    Row("69: the openai backend without an address", ["--backend", "openai", "-q", "1"], 69,
        err=("give --base-url",)),
    Row("69: an openai server that is not there",
        ["--backend", "openai", "--base-url", "http://127.0.0.1:1/v1", "-q", LINEAR], 69),
    Row("69 goes before 3", ["--backend", "ollama", "--require-verified", "-q", LINEAR], 69),
    Row("a failure in mid-answer falls back", [*scripted("broken"), "-q", LINEAR],
        out=("3x = 15", "Solved with SymPy:", VERIFIED), err=("The model broke.",)),
    Row("shell text is text",
        [*RIGHT, "-q", "__import__('os').system('touch owned')"], out=("!Traceback",)),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row.why for row in ROWS])
def test_row(row: Row, folder: Path) -> None:
    done = run(*row.arguments, folder=folder, stdin=row.stdin, env=row.env)
    told = f"{done.stdout}\n--- stderr\n{done.stderr}"
    assert done.returncode == row.code, told
    for wanted, stream in [(row.out, done.stdout), (row.err, done.stderr)]:
        for text in wanted:
            assert (text.removeprefix("!") in stream) != text.startswith("!"), (text, told)
    if row.code == 2:
        assert done.stdout == ""
        assert len(done.stderr.splitlines()) == 1
    assert not (folder / "owned").exists()


JSON_ROWS = [
    (0, [*RIGHT, "-q", LINEAR], None),
    (1, [*WRONG, "--solver", "model", "-q", LINEAR], None),
    (1, ["--solver", "sympy", "-q", "Why is the sky blue?"], "unanswered"),
    (3, [*WRONG, "--solver", "model", "--require-verified", "-q", LINEAR], None),
    (69, ["--backend", "ollama", "-q", LINEAR], "backend-unavailable"),
    (69, ["--backend", "llamacpp", "--model", "nope.gguf", "-q", LINEAR], "model-not-found"),
]


@pytest.mark.parametrize(("code", "arguments", "error"), JSON_ROWS)
def test_json_prints_one_object_at_every_code(
    folder: Path, code: int, arguments: list[str], error: str | None
) -> None:
    done = run(*arguments, "--json", folder=folder)
    assert done.returncode == code, done.stderr
    row = one_object(done.stdout)
    assert row["schema"] == 1
    assert (row["error"] or {}).get("code") == error
    assert row["question"] == arguments[-1]


def test_json_prints_nothing_at_code_2(folder: Path) -> None:
    done = run("--json", "--seed", "x", "-q", "1", folder=folder)
    assert (done.returncode, done.stdout) == (2, "")


def test_json_of_an_answer(folder: Path) -> None:
    row = one_object(run(*RIGHT, "--seed", "7", "--json", "-q", LINEAR, folder=folder).stdout)
    assert row["answer"]["plain"] == "x = 5"
    assert (row["verdict"], row["solver"], row["attempts"]) == ("verified", "model", [])
    assert (row["model"], row["backend"], row["seed"]) == ("right", "scripted", 7)
    assert [step["verdict"] for step in row["steps"]][:2] == ["proved", "proved"]
    assert row["stats"]["stop"] == "stop"
    assert "3x + 7 = 22" in row["reading"]


def test_json_lists_the_attempt_that_the_solver_replaced(folder: Path) -> None:
    row = one_object(run(*WRONG, "--json", "-q", LINEAR, folder=folder).stdout)
    assert (row["verdict"], row["solver"]) == ("verified", "sympy")
    assert (row["model"], row["backend"]) == (None, None)
    (attempt,) = row["attempts"]
    assert (attempt["solver"], attempt["verdict"]) == ("model", "refuted")
    assert attempt["answer"]["plain"] == "x = 6"


def test_json_lists_a_failure_in_mid_answer_as_an_attempt(folder: Path) -> None:
    row = one_object(run(*scripted("broken"), "--json", "-q", LINEAR, folder=folder).stdout)
    assert row["error"] is None
    assert (row["verdict"], row["solver"]) == ("verified", "sympy")
    assert [attempt["solver"] for attempt in row["attempts"]] == ["model"]


def test_a_question_given_as_text_never_reads_standard_input(folder: Path) -> None:
    with start(*RIGHT, "-q", LINEAR, folder=folder) as process:
        # standard input stays open and empty: a program that reads it would wait for ever
        assert process.wait(timeout=60) == 0
        assert process.stdout is not None
        assert VERIFIED in process.stdout.read()


@pytest.mark.parametrize("as_json", [False, True])
def test_ctrl_c_keeps_what_came_and_ends_in_130(folder: Path, as_json: bool) -> None:
    flags = ["--json"] if as_json else []
    with start(*scripted("slow"), *flags, "--verbose", "-q", LINEAR, folder=folder) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        if as_json:
            while "I read" not in (line := process.stderr.readline()) and "Using" not in line:
                assert line
        else:
            assert "3x = 15" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        assert process.returncode == 130, err
        assert "Traceback" not in err
        if as_json:
            assert one_object(out)["error"]["code"] == "interrupted"
        else:
            assert "Solved with SymPy" not in out


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    with start(*scripted("slow"), "-q", LINEAR, folder=folder) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=30) == 130
        assert "Traceback" not in (told := process.stderr.read())
        assert "Broken" not in told


def test_the_whole_answer_at_once_without_streaming(folder: Path) -> None:
    with start(*scripted("slow"), "--no-stream", "-q", LINEAR, folder=folder) as process:
        assert process.stderr is not None
        process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=30)
        assert process.returncode == 130
        assert isinstance(out, str)


def test_continue_goes_on_with_the_last_session(folder: Path, tmp_path: Path) -> None:
    sessions = tmp_path / "sessions"
    sessions.mkdir()
    turn = {
        "question": LINEAR,
        "reply": "x = 5",
        "answer": None,
        "verdict": None,
        "source": "model",
    }
    saved = {"schema": 1, "turns": [turn], "model": None, "backend": None, "system": "Be brief."}
    (sessions / "one.json").write_text(json.dumps(saved))
    env = {"MATHVIZ_DATA_DIR": str(tmp_path)}
    done = run(*scripted("hello"), "--continue", "-q", "hi", folder=folder, env=env)
    assert done.returncode == 0, done.stderr
    after = json.loads((sessions / "one.json").read_text())
    assert [turn["question"] for turn in after["turns"]] == [LINEAR, "hi"]


def test_the_picture_stands_below_the_answer_or_in_a_file(folder: Path) -> None:
    solver = ("--solver", "sympy", "-q", LINEAR, "--plot")
    env = {"COLUMNS": "50", "PYTHONIOENCODING": "ascii"}
    below = run(*solver, folder=folder, env=env)
    assert below.returncode == 0
    lines = below.stdout.splitlines()
    answer = next(n for n, line in enumerate(lines) if line.startswith("Answer: x = 5"))
    assert lines[answer + 1] == "3x + 7 = 22"
    assert lines[-1] == "o  x = 5"
    assert max(map(len, lines[answer:])) <= 50
    written = run(*solver, "five.svg", "--json", folder=folder)
    assert written.stderr == "Drawn in five.svg.\n"
    assert one_object(written.stdout)["verdict"] == "verified"
    assert (folder / "five.svg").read_text().startswith("<?xml")


def test_a_question_for_a_picture_alone_is_drawn_and_nothing_else(folder: Path) -> None:
    drawn = run("-q", "plot y = x^2", "--plot", "curve.svg", folder=folder)
    assert (drawn.returncode, drawn.stdout, drawn.stderr) == (0, "", "Drawn in curve.svg.\n")


@pytest.mark.parametrize(
    ("question", "says", "why"),
    [
        (
            "3x + = 7",
            '"3x + = 7" cannot be read at character 6: A value is missing here.',
            "a broken formula",
        ),
        (
            "9^9^9^9",
            '"9^9^9^9" cannot be read at character 1: An exponent beyond 10000',
            "too large",
        ),
        ("hello world x", "It asks nothing that can be computed.", "no question of mathematics"),
    ],
)
def test_what_cannot_be_answered_is_told_once(
    folder: Path, question: str, says: str, why: str
) -> None:
    done = run("--solver", "sympy", "-q", question, "--plot", folder=folder)
    assert (done.returncode, done.stdout) == (1, ""), why
    assert done.stderr.startswith(says), why
    assert len(done.stderr.splitlines()) == 1, why


def test_a_picture_that_cannot_be_is_one_sentence(folder: Path) -> None:
    none = run("--solver", "sympy", "-q", "What is 2 + 2?", "--plot", folder=folder)
    assert none.returncode == 0
    assert none.stderr.splitlines()[-1] == "No picture belongs to this kind of question."
    for flags, says in (
        (("--plot", "five.gif"), "A picture's file ends in .png or .svg, not 'five.gif'."),
        (("--plot", "--json"), "--plot with --json needs a file: --plot FILE.png."),
    ):
        done = run("--solver", "sympy", "-q", LINEAR, *flags, folder=folder)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"mathviz-chat: {says}\n"
