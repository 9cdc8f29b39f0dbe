"""``check``: one row for each sentence of ``commands.md``, and what does not fit into a table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli_runner import LINEAR, ROOT, one_object, run, start

RIGHT = "3x + 7 = 22\n3x = 15\nx = 5\n"
WRONG = "3x + 7 = 22\n3x = 16\nx = 16/3\n"
WORDS = "First think.\n\nThen think again.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("check")
    for name, text in [("right", RIGHT), ("wrong", WRONG), ("words", WORDS)]:
        (made / f"{name}.txt").write_text(text)
    (made / "asked.txt").write_text(f"{LINEAR}\n\n3x = 15\nx = 5\n")
    (made / "latin.txt").write_bytes(b"x = 5 \xe9")
    (made / "large.txt").write_bytes(b"x" * (2**20 + 1))
    (made / "hostile.txt").write_text("\x1b]0;owned\x07\n1 + 1 = 2 \x1b[2J\n")
    (made / "bombs.txt").write_text(
        "9**9**9 = 9\n__import__('os').system('touch owned')\n" + "(" * 10_000 + "\n1 + 1 = 2\n"
    )
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


ROWS = [
    Row("0: nothing refuted", ["right.txt"], out=("2  ✓ proved     3x = 15", "!correct")),
    Row("- is standard input", ["-"], stdin=RIGHT, out=("2  ✓ proved     3x = 15",)),
    Row("1: something refuted, with a witness", ["wrong.txt"], 1,
        out=("2  ✗ refuted    3x = 16", "see for yourself: ", "first refuted line is line 2")),
    Row("3: not every claim proved", ["wrong.txt", "--require-verified"], 3),
    Row("3: nothing to prove is not proved", ["words.txt", "--require-verified"], 3),
    Row("0: every claim proved", ["right.txt", "--require-verified"]),
    Row("a text without a claim is told so", ["words.txt"],
        out=("1               First think.", "No line holds a claim", "!correct")),
    Row("--question is what the solution answers", ["right.txt", "--question", LINEAR],
        out=("Answer: x = 5  [✓ verified]",), err=("I read the question as: ",)),
    Row("the first line is the question where it is one", ["asked.txt"],
        out=("Answer: x = 5  [✓ verified]", "3  ✓ proved     3x = 15")),
    Row("control characters do not reach the terminal", ["hostile.txt"], out=("!\x1b",)),
    Row("2: a file that is not there", ["nope.txt"], 2, err=("nope.txt cannot be read",)),
    Row("2: a folder", ["."], 2, err=(". cannot be read",)),
    Row("2: not UTF-8", ["latin.txt"], 2, err=("latin.txt is not UTF-8 text (byte 6)",)),
    Row("2: too large", ["large.txt"], 2, err=("large.txt is larger than 1 MiB",)),
    Row("2: no file", [], 2, err=("FILE",)),
    Row("2: --question with --jsonl", ["right.txt", "--jsonl", "--question", "1"], 2,
        err=("cannot be used together",)),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row.why for row in ROWS])
def test_row(row: Row, folder: Path) -> None:
    done = run("check", *row.arguments, folder=folder, stdin=row.stdin)
    told = f"{done.stdout}\n--- stderr\n{done.stderr}"
    assert done.returncode == row.code, told
    for wanted, stream in [(row.out, done.stdout), (row.err, done.stderr)]:
        for text in wanted:
            assert (text.removeprefix("!") in stream) != text.startswith("!"), (text, told)
    if row.code == 2:
        assert done.stdout == ""
        assert len(done.stderr.splitlines()) == 1


def test_bombs_are_unchecked_and_the_next_line_is_judged(folder: Path) -> None:
    done = run("check", "bombs.txt", "--json", folder=folder)
    lines = one_object(done.stdout)["lines"]
    assert [line["verdict"] for line in lines][:3] == ["unchecked"] * 3
    assert (lines[3]["line"], lines[3]["verdict"]) == (4, "proved")
    assert done.returncode == 0
    assert not (folder / "owned").exists()


def test_the_example_in_the_documents_is_what_is_printed(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    _, _, example = text.partition("$ cat solution.txt\n")
    solution, _, rest = example.partition("$ mathviz-chat check solution.txt\n")
    printed, _, _ = rest.partition("```")
    (tmp_path / "solution.txt").write_text(solution, encoding="utf-8")
    assert run("check", "solution.txt", folder=tmp_path).stdout == printed


CLAIM_FIELDS = {
    "line", "text", "read_as", "verdict", "relation", "reason", "witness", "method", "conditions",
    "role",
}  # fmt: skip


def test_json(folder: Path) -> None:
    done = run("check", "asked.txt", "--json", folder=folder)
    row = one_object(done.stdout)
    assert (done.returncode, row["schema"], row["question"]) == (0, 1, LINEAR)
    assert (row["verdict"], row["first_wrong"]) == ("proved", None)
    assert (row["answer"]["plain"], row["answer"]["verdict"]) == ("x = 5", "verified")
    assert row["answer"]["conditions"] == []
    assert [line["line"] for line in row["lines"]] == [1, 3, 4], "blank lines are counted"
    for line in row["lines"]:
        assert set(line) == CLAIM_FIELDS
    assert row["lines"][1]["text"] == "3x = 15", "the line as written"


def test_json_of_a_wrong_solution(folder: Path) -> None:
    done = run("--json", "check", "wrong.txt", folder=folder)
    row = one_object(done.stdout)
    assert done.returncode == 1
    assert (row["verdict"], row["first_wrong"]) == ("refuted", 2)
    assert row["lines"][1]["witness"]


def test_jsonl_marks_every_row_in_order_and_reports_malformed_ones(folder: Path) -> None:
    rows: list[str] = [
        json.dumps({"question": LINEAR, "solution": RIGHT}),
        "",
        "{not JSON",
        json.dumps({"solution": WRONG}),
        json.dumps({"question": LINEAR}),
    ]
    done = run("check", "-", "--jsonl", stdin="\n".join(rows), folder=folder)
    assert done.returncode == 2, "2 goes before 1"
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["line"] for row in out] == [1, 3, 4, 5]
    assert [row.get("verdict") for row in out] == ["proved", None, "refuted", None]
    assert [row.get("error") for row in out] == [
        None,
        "the row is not JSON",
        None,
        'the row needs "solution" as text',
    ]
    assert done.stderr.splitlines() == [
        "-, line 3: the row is not JSON.",
        '-, line 5: the row needs "solution" as text.',
    ]


@pytest.mark.parametrize(
    ("solutions", "flags", "code"),
    [([RIGHT], [], 0), ([RIGHT, WRONG], [], 1), ([RIGHT, WRONG], ["--require-verified"], 3)],
)
def test_jsonl_ends_in_the_code_of_its_worst_row(
    folder: Path, solutions: list[str], flags: list[str], code: int
) -> None:
    rows = "\n".join(json.dumps({"solution": text}) for text in solutions)
    assert run("check", "-", "--jsonl", *flags, stdin=rows, folder=folder).returncode == code


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    rows = "\n".join(json.dumps({"solution": RIGHT * 20}) for _ in range(100))
    (folder / "many.jsonl").write_text(rows)
    with start("check", "many.jsonl", "--jsonl", folder=folder) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        process.wait(timeout=60)
        assert process.stderr.read() == ""
