"""What a REPL holds between two lines: the session, its configuration and where it is saved."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from mathviz_chat.config import SETTINGS, Config
from mathviz_chat.errors import MathvizError, StoreError, UsageError
from mathviz_chat.events import Done, Failed
from mathviz_chat.store import SavedSession, Store

if TYPE_CHECKING:
    from mathviz_chat.engine import Session

# Opens the conversation that a configuration asks for; may raise the MathvizError family.
SessionFactory = Callable[[Config], "Session"]

# The names of models that can be asked for; the network may be asked, briefly.
ModelLister = Callable[[Config], Iterable[str]]

# Settings that take effect at the next turn; every other one needs the session to be reopened.
_LIVE: Final = frozenset(
    {"temperature", "seed", "max_tokens", "solver", "system", "steps", "method", "model_reading"}
)


class Conversation:
    """One conversation of the REPL; its session may be replaced, its turns stay.

    raw: show answers as the model wrote them. ends: how each ask of this run ended.
    """

    def __init__(
        self,
        open_session: SessionFactory,
        config: Config,
        list_models: ModelLister,
        store: Store,
    ) -> None:
        self._open_session = open_session
        self._list_models = list_models
        self.config = config
        self.store = store
        self.session = open_session(config)
        self.raw = False
        self.ends: list[Done | Failed] = []
        self._name: str | None = None

    # ------------------------------------------------------------------ the model

    def describe(self) -> str:
        """The model and the backend that answer, in words."""
        backend = self.session.backend
        if backend is None or not self.session.asks_model:
            return "no model: SymPy answers what it can solve"
        return f"{backend.model} ({backend.name})"

    def models(self) -> list[str]:
        """The names of models that can be asked for, each once."""
        return list(dict.fromkeys(self._list_models(self.config)))

    def reopen(self, config: Config) -> None:
        """Go on with what another configuration asks for. After an error nothing has changed."""
        session = self._open_session(config)
        earlier, self.session = self.session, session
        session.load(earlier.turns)
        self.config = config
        earlier.close()
        session.warm_up()

    def set(self, name: str, text: str) -> None:
        """Change one setting. UsageError: an unknown one, or a value that does not fit."""
        if name not in SETTINGS:
            raise UsageError(f"There is no setting {name!r}: /set lists them.")
        setting = SETTINGS[name]
        try:
            value: Any = setting.accept(setting.parse(text))
        except ValueError:
            raise UsageError(f"{name} must be {setting.expects}.") from None
        config = replace(self.config, **{name: value})
        if name in _LIVE and self.session.backend is not None:
            self.config = config
            self.session.options = config.options()
            self.session.working = config.working()
            self.session.solver = config.solver
            self.session.system = config.system
        else:
            self.reopen(config)

    # ------------------------------------------------------------------ keeping

    def saved(self, name: str) -> SavedSession:
        """The conversation as it is kept under a name."""
        backend = self.session.backend
        return SavedSession(
            name,
            self.session.turns,
            None if backend is None else backend.model,
            None if backend is None else backend.name,
            self.session.system,
        )

    def autosave(self) -> str:
        """Keep the conversation, under a name of its own; returns what the user should know, or
        nothing. StoreError where it cannot be kept."""
        if self._name is None and not self.session.turns:
            return ""
        earlier = self._name or self.store.new_name()
        self._name = self.store.keep(self.saved(earlier))
        if self._name == earlier:
            return ""
        return (
            f"Another mathviz-chat went on with {earlier}: this conversation is {self._name} now."
        )

    def go_on_with(self, saved: SavedSession) -> None:
        """Take up a saved conversation; it is saved under its own name again."""
        self.session.load(saved.turns)
        self._name = saved.name

    def clear(self) -> None:
        """Begin a new conversation; the earlier one stays saved."""
        self.session.clear()
        self._name = None

    def resume(self) -> str:
        """Take up the conversation that was saved last; says what happened."""
        try:
            saved = self.store.latest()
        except StoreError as error:
            return str(error)
        if saved is None:
            return "There is no saved session yet: this is a new one."
        self.go_on_with(saved)
        return describe(saved)

    def close(self) -> None:
        """End the session's processes; errors no longer matter to anyone."""
        try:
            self.session.close()
        except MathvizError:
            return


def describe(saved: SavedSession) -> str:
    """What is taken up, in words."""
    count = len(saved.turns)
    text = f"Going on with the session {saved.name}: {count} turn{'' if count == 1 else 's'}."
    if not saved.turns:
        return text
    last = textwrap.shorten(saved.turns[-1].question, 60, placeholder=" ...")
    return f"{text}\nThe last question was: {last}"
