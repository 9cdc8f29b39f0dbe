"""Keys, history, completion, and the loop of the REPL; input comes through a pipe."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from mathviz_chat.backends.scripted import ScriptedBackend
from mathviz_chat.config import Config
from mathviz_chat.core.verdict import AnswerVerdict, Verdict
from mathviz_chat.errors import BackendUnavailable, ModelNotFound
from mathviz_chat.events import Done, Event, Failed
from mathviz_chat.store import Store
from mathviz_chat.ui.completion import SlashCompleter
from mathviz_chat.ui.conversation import Conversation
from mathviz_chat.ui.prompt import open_history, without_quotes
from mathviz_chat.ui.repl import HOW_TO_LEAVE, Repl, run_repl
from tests.ui.terminal_fixtures import ScriptedSession, attempt, model_events, outcome, step
from tests.ui.transcript_files import assert_transcript

DONE = Done(outcome(attempt(AnswerVerdict.VERIFIED, "x = 5")))
ANSWER = [*model_events("x = 5\n", [step(Verdict.PROVED)]), DONE]


class Run:
    """A REPL that is fed with keys. keys: \\r is Enter, \\n Ctrl-J, \\x04 Ctrl-D."""

    def __init__(self, pipe: PipeInput, data_dir: Path) -> None:
        self._pipe = pipe
        self._data_dir = data_dir
        self.session = ScriptedSession(ANSWER, ScriptedBackend(["x = 5"], model="small"))

    def __call__(self, keys: str, *, resume: bool = False) -> str:
        self._pipe.send_text(keys)
        console = Console(width=80, file=io.StringIO(), highlight=False)

        def open_session(config: Config) -> ScriptedSession:
            if config.model == "missing":
                raise ModelNotFound("There is no model 'missing'.")
            return self.session

        code = run_repl(
            open_session,  # type: ignore[arg-type]
            Config(),
            list_models=lambda config: ["small", "large"],
            data_dir=self._data_dir,
            resume=resume,
            console=console,
            input=self._pipe,
            output=DummyOutput(),
        )
        assert code == 0
        assert isinstance(console.file, io.StringIO)
        return console.file.getvalue()


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    with create_pipe_input() as pipe:
        yield Run(pipe, tmp_path)


QUESTIONS = [
    ("1 + 1?\r\x04", ["1 + 1?"], "Enter asks"),
    ("a\nb\r\x04", ["a\nb"], "Ctrl-J begins a new line"),
    ("a\x1b\rb\r\x04", ["a\nb"], "so does Alt-Enter"),
    ('"""a\rb\r"""\r\x04', ["a\nb"], "three quotes go on to the next three quotes"),
    ('"""a\r\rb"""\r\x04', ["a\n\nb"], "over blank lines"),
    ("\x1b[200~x + y = 5\nx - y = 1\x1b[201~\r\x04", ["x + y = 5\nx - y = 1"], "a paste is one"),
    ("\x1b[200~a\r\nb\r\n\x1b[201~\r\x04", ["a\nb"], "with any line breaks"),
    ("a\r\r   \rb\r\x04", ["a", "b"], "blank lines ask nothing"),
    ("abc\x03d\r\x04", ["d"], "Ctrl-C clears the line"),
    ("/2 = 1?\r\x04", ["/2 = 1?"], "a slash and a digit are mathematics"),
]


@pytest.mark.parametrize(
    ("keys", "questions"), [row[:2] for row in QUESTIONS], ids=[row[2] for row in QUESTIONS]
)
def test_keys(run: Run, keys: str, questions: Sequence[str]) -> None:
    run(keys)
    assert run.session.asked == questions


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("a", "a"), ('"""a"""', "a"), ('"""\na\n"""', "a"), ('"""', '"""'), ('"""a', '"""a')],
)
def test_without_quotes(typed: str, meant: str) -> None:
    assert without_quotes(typed) == meant


# -------------------------------------------------------------------------------- the loop


def test_it_opens_with_the_model_and_three_questions(run: Run) -> None:
    text = run("\x04")
    assert "model small (scripted)" in text
    assert text.count("?") + text.count("Solve") == 3
    assert HOW_TO_LEAVE in text


def test_the_model_is_warmed_up_and_closed(run: Run) -> None:
    run("\x04")
    assert (run.session.warmed_up, run.session.closed) == (1, 1)


def test_ctrl_c_on_an_empty_line_says_how_to_leave(run: Run) -> None:
    assert run("\x03\x04").count(HOW_TO_LEAVE) == 2
    assert run.session.asked == []


def test_quit_leaves(run: Run) -> None:
    run("/quit\rnever asked\r")
    assert run.session.asked == []


@pytest.mark.parametrize("width", [80, 50, 34])
def test_help_keeps_its_columns(tmp_path: Path, width: int) -> None:
    console = Console(width=width, file=io.StringIO(), highlight=False)
    conversation = Conversation(
        lambda config: ScriptedSession(),  # type: ignore[arg-type, return-value]
        Config(),
        lambda config: (),
        Store(tmp_path),
    )
    Repl(conversation, console).answer("/help")
    assert isinstance(console.file, io.StringIO)
    assert_transcript(f"help_{width}", console.file.getvalue())


def test_an_answer_is_shown_with_its_verdicts(run: Run) -> None:
    assert "✓ verified: x = 5" in run("q\r\x04")


def test_a_mistyped_command_goes_on(run: Run) -> None:
    assert "Did you mean /help?" in run("/hepl\rq\r\x04")
    assert run.session.asked == ["q"]


def test_an_unknown_model_goes_on(run: Run) -> None:
    assert "There is no model 'missing'." in run("/model missing\rq\r\x04")
    assert run.session.asked == ["q"]


def test_a_dead_server_goes_on(run: Run) -> None:
    sentence = "Nobody answers at 127.0.0.1:11434: start it with `ollama serve`."
    run.session.events = [Failed("backend-unavailable", sentence, 69)]
    assert run("a\rb\r\x04").count(sentence) == 2


def test_an_error_before_the_first_event_goes_on(run: Run) -> None:
    class Broken(ScriptedSession):
        def ask(self, text: str) -> Iterator[Event]:
            raise BackendUnavailable("Nobody answers.")

    run.session = Broken()
    assert run("a\rb\r\x04").count("Nobody answers.") == 2


def test_raw_shows_the_source(run: Run) -> None:
    run.session.events = list(model_events("$x^2$\n", [step(Verdict.PROVED)]))
    shown, raw = run("q\r/set raw on\rq\r\x04").split("raw = on")
    assert "x²" in shown
    assert "$x^2$" in raw


# ------------------------------------------------------------------------------ what is kept


def test_turns_are_saved_and_continued(run: Run, tmp_path: Path) -> None:
    run("first\r\x04")
    assert len(Store(tmp_path / "sessions").names()) == 1
    run.session = ScriptedSession(ANSWER)
    assert "1 turn." in run("second\r\x04", resume=True)
    assert [turn.question for turn in run.session.turns] == ["first", "second"]


def test_a_damaged_session_is_one_sentence(run: Run, tmp_path: Path) -> None:
    run("first\r\x04")
    (path,) = (tmp_path / "sessions").glob("*.json")
    path.write_text("{", encoding="utf-8")
    run.session = ScriptedSession(ANSWER)
    assert "damaged" in run("second\r\x04", resume=True)
    assert run.session.asked == ["second"]


def test_a_folder_that_cannot_be_written_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("in the way", encoding="utf-8")
    text = run("a\rb\r\x04")
    assert text.count("cannot be saved") == 1, "said once, not at every turn"
    assert run.session.asked == ["a", "b"]


def test_a_history_that_cannot_be_kept_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said: list[str] = []
    history = open_history(tmp_path / "file" / "history", said.append)
    history.append_string("x")
    assert isinstance(history, InMemoryHistory)
    assert len(said) == 1


def test_a_full_disk_keeps_the_history_in_memory(tmp_path: Path) -> None:
    said: list[str] = []
    history = open_history(Path("/dev/full"), said.append)
    history.append_string("x")
    history.append_string("y")
    assert history.get_strings() == ["x", "y"]
    assert said == ["This line is not kept for the next session: No space left on device."]


def test_the_history_is_private(tmp_path: Path) -> None:
    open_history(tmp_path / "data" / "history", lambda sentence: None)
    assert (tmp_path / "data" / "history").stat().st_mode & 0o077 == 0


# ------------------------------------------------------------------------------- completion

COMPLETIONS = [
    ("/he", ["help"], "a command"),
    ("/s", ["system", "set", "save", "stats"], "all that begin so"),
    ("/model ", ["small", "large"], "models"),
    ("/model l", ["large"], "models that begin so"),
    ("/set ra", ["raw"], "settings"),
    ("/set raw ", ["on", "off"], "values"),
    ("/set solver s", ["sympy"], "values that begin so"),
    ("/backend ol", ["ollama"], "backends"),
    ("/load ", ["algebra"], "saved sessions"),
    ("/system de", ["default"], "the default system prompt"),
    ("/nosuch ", [], "nothing for an unknown command"),
    ("he", [], "nothing in a question"),
    ("a\n/he", [], "nor in its second line"),
]


@pytest.mark.parametrize(
    ("typed", "offered"), [row[:2] for row in COMPLETIONS], ids=[row[2] for row in COMPLETIONS]
)
def test_completion(tmp_path: Path, typed: str, offered: list[str]) -> None:
    (tmp_path / "algebra.json").write_text("{}", encoding="utf-8")
    session = ScriptedSession()
    conversation = Conversation(
        lambda config: session,  # type: ignore[arg-type, return-value]
        Config(),
        lambda config: ["small", "large"],
        Store(tmp_path),
    )
    completer = SlashCompleter(conversation)
    found = completer.get_completions(Document(typed), CompleteEvent())
    assert [completion.text for completion in found] == offered


def test_paths_of_models_are_completed(tmp_path: Path) -> None:
    (tmp_path / "model.gguf").write_text("", encoding="utf-8")
    session = ScriptedSession()
    conversation = Conversation(lambda c: session, Config(), lambda c: (), Store(tmp_path))  # type: ignore[arg-type, return-value]
    typed = Document(f"/model {tmp_path}/mo")
    found = list(SlashCompleter(conversation).get_completions(typed, CompleteEvent()))
    assert [completion.text for completion in found] == ["del.gguf"]
