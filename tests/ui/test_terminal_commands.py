"""What each slash command does and says; the session is scripted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mathviz_chat.backends.scripted import ScriptedBackend
from mathviz_chat.config import SETTINGS, Config
from mathviz_chat.core.picturing.picture import Picture
from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.engine import Session
from mathviz_chat.errors import MathvizError, ModelNotFound, StoreError, UsageError
from mathviz_chat.events import Done
from mathviz_chat.messages import Turn
from mathviz_chat.prompts import SYSTEM_PROMPT
from mathviz_chat.store import Store
from mathviz_chat.ui import commands
from mathviz_chat.ui.commands import COMMANDS, Leave, is_command
from mathviz_chat.ui.conversation import Conversation
from mathviz_chat.worker.client import Worker
from tests.ui.terminal_fixtures import ScriptedSession, attempt, outcome

TURN = Turn("1 + 1?", "2", "2", "verified", "model")
OTHER = Turn("2 + 2?", "4", "4", "verified", "model")


class Factory:
    """Opens scripted sessions, and keeps them with the configurations they were opened for."""

    def __init__(self) -> None:
        self.opened: list[ScriptedSession] = []
        self.configs: list[Config] = []

    def __call__(self, config: Config) -> ScriptedSession:
        if config.model == "missing":
            raise ModelNotFound("There is no model 'missing': give the path of a GGUF file.")
        backend = ScriptedBackend(["2"], model=config.model or "small")
        session = ScriptedSession(backend=backend, options=config.options())
        self.opened.append(session)
        self.configs.append(config)
        return session


@pytest.fixture
def factory() -> Factory:
    return Factory()


@pytest.fixture
def conversation(factory: Factory, tmp_path: Path) -> Conversation:
    def models(config: Config) -> list[str]:
        return ["small", "large", "small"]

    return Conversation(factory, Config(), models, Store(tmp_path / "sessions"))  # type: ignore[arg-type]


def say(line: str, conversation: Conversation) -> str:
    result = commands.run(line, conversation)
    assert isinstance(result, str)
    return result


# ------------------------------------------------------------------------------- the table

NAMES = {
    *("help", "model", "backend", "system", "set", "retry"),
    *("undo", "hint", "check", "plot", "save", "load", "clear", "stats", "quit"),
}


def test_these_commands_exist() -> None:
    assert set(COMMANDS) == NAMES


def test_help_names_every_command_and_verdict(conversation: Conversation) -> None:
    text = say("/help", conversation)
    for word in (*NAMES, "proved", "refuted", "probable", "unchecked", "Ctrl-C", "Alt-Enter"):
        assert word in text


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("/help", True),
        ("/HELP", True),
        ("/nosuch", True),
        ("/", False),
        ("/2 = x", False),
        ("1/2", False),
        ("what is /help?", False),
    ],
)
def test_a_command_begins_with_a_slash_and_a_letter(line: str, is_one: bool) -> None:
    assert is_command(line) is is_one


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("hlep", "/help"), ("modle", "/model"), ("Retyr", "/retry"), ("exit", "/quit"), ("zzz", None)],
)
def test_did_you_mean(conversation: Conversation, typed: str, meant: str | None) -> None:
    with pytest.raises(UsageError) as raised:
        commands.run(f"/{typed}", conversation)
    expected = f"Did you mean {meant}?" if meant else "/help lists them."
    assert str(raised.value) == f"There is no command /{typed}. {expected}"


def test_quit_leaves(conversation: Conversation) -> None:
    with pytest.raises(Leave):
        commands.run("/quit", conversation)


# ------------------------------------------------------------------------ model and settings


def test_a_new_model_takes_the_conversation_over(
    conversation: Conversation, factory: Factory
) -> None:
    conversation.session.load([TURN])
    assert say("/model large", conversation) == "Now: large (scripted)."
    first, second = factory.opened
    assert second.turns == (TURN,)
    assert (first.closed, second.warmed_up) == (1, 1)


def test_an_unknown_model_changes_nothing(conversation: Conversation, factory: Factory) -> None:
    with pytest.raises(ModelNotFound, match="'missing'"):
        commands.run("/model missing", conversation)
    assert [session.closed for session in factory.opened] == [0]
    assert conversation.config.model is None


def test_model_alone_lists_each_model_once(conversation: Conversation) -> None:
    assert "Known models: small, large." in say("/model", conversation)


def test_backend_takes_a_name_and_a_model(conversation: Conversation, factory: Factory) -> None:
    say("/backend ollama qwen", conversation)
    assert (factory.configs[-1].backend, factory.configs[-1].model) == ("ollama", "qwen")
    with pytest.raises(UsageError, match="one of auto, llamacpp, ollama, openai"):
        commands.run("/backend nosuch", conversation)


def test_system_is_shown_changed_and_reset(conversation: Conversation) -> None:
    say("/system Answer in one word.", conversation)
    assert conversation.session.system == "Answer in one word."
    assert say("/system", conversation) == "System prompt: Answer in one word."
    say("/system default", conversation)
    assert conversation.session.system == SYSTEM_PROMPT


def test_a_live_setting_keeps_the_session(conversation: Conversation, factory: Factory) -> None:
    assert say("/set temperature 0.7", conversation) == "temperature = 0.7"
    assert conversation.session.options.temperature == 0.7
    assert len(factory.opened) == 1


def test_a_setting_of_the_backend_reopens_it(conversation: Conversation, factory: Factory) -> None:
    conversation.session.load([TURN])
    assert say("/set num_ctx 4096", conversation) == "num_ctx = 4096"
    assert factory.configs[-1].num_ctx == 4096
    assert factory.opened[-1].turns == (TURN,)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/set temperature hot", "temperature must be a number from 0 to 5."),
        ("/set temperature 9", "temperature must be a number from 0 to 5."),
        ("/set nosuch 1", "There is no setting 'nosuch': /set lists them."),
        ("/set nosuch", "There is no setting 'nosuch': /set lists them."),
        ("/set raw maybe", "raw must be on (show answers as the model wrote them) or off."),
    ],
)
def test_a_value_that_does_not_fit(conversation: Conversation, line: str, sentence: str) -> None:
    with pytest.raises(UsageError) as raised:
        commands.run(line, conversation)
    assert str(raised.value) == sentence


def test_set_alone_lists_the_settings(conversation: Conversation) -> None:
    text = say("/set", conversation)
    assert "raw = off" in text
    assert "temperature = 0.0" in text
    assert "seed = default" in text


def test_raw_is_switched(conversation: Conversation) -> None:
    assert say("/set raw on", conversation) == "raw = on"
    assert conversation.raw
    say("/set raw off", conversation)
    assert not conversation.raw


# ------------------------------------------------------------------------- the conversation


def test_undo_takes_the_last_turn_back(conversation: Conversation) -> None:
    conversation.session.load([TURN, OTHER])
    assert say("/undo", conversation) == "Taken back: 2 + 2?"
    assert conversation.session.turns == (TURN,)
    say("/undo", conversation)
    assert say("/undo", conversation) == "There is nothing to take back."


def test_retry_asks_again(conversation: Conversation, factory: Factory) -> None:
    conversation.session.load([TURN])
    result = commands.run("/retry", conversation)
    assert isinstance(result, Iterator)
    assert list(result) == []
    assert factory.opened[0].asked == ["1 + 1?"]


def test_retry_without_a_question(conversation: Conversation) -> None:
    with pytest.raises(UsageError, match="no question"):
        commands.run("/retry", conversation)


def test_a_turn_is_saved_and_resumed(
    conversation: Conversation, factory: Factory, tmp_path: Path
) -> None:
    conversation.session.load([TURN])
    conversation.autosave()
    later = Conversation(factory, Config(), lambda c: (), Store(tmp_path / "sessions"))  # type: ignore[arg-type]
    assert later.resume().endswith(": 1 turn.\nThe last question was: 1 + 1?")
    assert later.session.turns == (TURN,)
    later.session.load([TURN, OTHER])
    later.autosave()
    assert len(Store(tmp_path / "sessions").names()) == 1, "saved under its own name again"


def test_nothing_is_saved_before_the_first_turn(conversation: Conversation) -> None:
    conversation.autosave()
    assert conversation.store.names() == []
    assert say("/save", conversation) == "There is nothing to save yet."
    assert conversation.resume() == "There is no saved session yet: this is a new one."


def test_clear_keeps_what_was_saved(conversation: Conversation) -> None:
    conversation.session.load([TURN])
    conversation.autosave()
    say("/clear", conversation)
    assert conversation.session.turns == ()
    conversation.session.load([OTHER])
    conversation.autosave()
    assert len(conversation.store.names()) == 2


def test_what_another_program_went_on_with_is_not_overwritten(
    conversation: Conversation, factory: Factory, tmp_path: Path
) -> None:
    conversation.session.load([TURN])
    assert conversation.autosave() == ""
    name = conversation.store.names()[0]
    other = Conversation(factory, Config(), lambda c: (), Store(tmp_path / "sessions"))  # type: ignore[arg-type]
    other.resume()
    other.session.load([TURN, OTHER])
    assert other.autosave() == ""
    told = conversation.autosave()
    assert told.startswith(f"Another mathviz-chat went on with {name}: ")
    store = Store(tmp_path / "sessions")
    assert len(store.names()) == 2
    assert store.load(name).turns == (TURN, OTHER)
    assert conversation.autosave() == "", "it has its own name now"


@pytest.mark.parametrize("name", ["clear", "quit", "retry", "stats", "undo"])
def test_a_command_with_words_that_it_does_not_take_does_nothing(
    conversation: Conversation, name: str
) -> None:
    """/clear now, /quit q: the user meant something else."""
    conversation.session.load([TURN])
    with pytest.raises(UsageError, match=f"/{name} takes nothing after it"):
        commands.run(f"/{name} now", conversation)
    assert conversation.session.turns == (TURN,)


def test_save_and_load_by_name(conversation: Conversation) -> None:
    conversation.session.load([TURN])
    say("/save algebra", conversation)
    say("/clear", conversation)
    assert "Going on with the session algebra: 1 turn." in say("/load algebra", conversation)
    assert conversation.session.turns == (TURN,)
    assert "algebra" in say("/load", conversation)


@pytest.mark.parametrize("line", ["/load nosuch", "/load ../../etc/passwd", "/save ../x"])
def test_names_that_cannot_be(conversation: Conversation, line: str) -> None:
    conversation.session.load([TURN])
    with pytest.raises(StoreError):
        commands.run(line, conversation)


def test_stats_of_the_last_answer(conversation: Conversation) -> None:
    assert say("/stats", conversation) == "No model has answered yet."
    conversation.ends.append(Done(outcome(attempt(AnswerVerdict.CHECKED))))
    assert say("/stats", conversation) == (
        "Last answer: prompt 40 tokens, answer 60 tokens, first token after 0.20 s, "
        "50.0 tokens/s, ended by stop.\nThis run: 1 answered, 60 tokens generated."
    )


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_every_setting_can_be_asked_for(conversation: Conversation, name: str) -> None:
    try:
        assert say(f"/set {name}", conversation)
    except UsageError as error:
        assert "no setting" in str(error)
        assert name in ("models", "color", "stream"), "those make no sense in a running session"


def test_errors_are_one_sentence(conversation: Conversation) -> None:
    failing: list[Callable[[], object]] = [
        lambda: commands.run("/load nosuch", conversation),
        lambda: commands.run("/model missing", conversation),
        lambda: commands.run("/set nosuch 1", conversation),
    ]
    for action in failing:
        with pytest.raises(MathvizError) as raised:
            action()
        assert "\n" not in str(raised.value)
        assert str(raised.value).endswith(".")


# ------------------------------------------------------------------------------ pictures


def test_plot_draws_the_last_question_a_text_or_a_file(tmp_path: Path) -> None:
    def open_session(config: Config) -> Session:
        return Session(None, Worker(), solver="sympy")

    conversation = Conversation(open_session, Config(), lambda _: [], Store(tmp_path))
    with pytest.raises(UsageError, match="no question to draw"):
        commands.run("/plot", conversation)
    list(conversation.session.ask("Solve x^2 = 9"))
    of_question = commands.run("/plot", conversation)
    assert isinstance(of_question, Picture)
    assert of_question.title == "x^2 = 9"
    of_text = commands.run("/plot x^2 - 4", conversation)
    assert isinstance(of_text, Picture)
    assert of_text.title == "x^2 - 4"
    path = tmp_path / "nine.png"
    assert say(f"/plot {path}", conversation) == f"Drawn in {path}."
    assert path.exists()
    assert say("/plot What is 2 + 2?", conversation).startswith("No picture belongs")
    with pytest.raises(UsageError, match="not 'a"):
        commands.run("/plot a.bmp", conversation)
    conversation.close()
