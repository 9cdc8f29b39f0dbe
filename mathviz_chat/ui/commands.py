"""The slash commands: one small function each, in one table."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias, get_args

from mathviz_chat.config import SETTINGS, BackendName, MethodName, SolverName, StepsName
from mathviz_chat.core.picturing.picture import NoPicture, Picture
from mathviz_chat.engine import follow_up
from mathviz_chat.errors import UsageError
from mathviz_chat.events import Event
from mathviz_chat.hints import Hint
from mathviz_chat.prompts import SYSTEM_PROMPT
from mathviz_chat.ui.conversation import Conversation, describe
from mathviz_chat.ui.interrupt import stopping
from mathviz_chat.ui.marks import MARKS
from mathviz_chat.ui.pictures.file import picture_file, write_picture
from mathviz_chat.ui.wording import LEGEND

if TYPE_CHECKING:
    from mathviz_chat.core.checking import CheckReport

# What a command gives back: words, an answer to show, a picture to draw, a hint, or
# marked lines.
Result: TypeAlias = "str | Iterator[Event] | Picture | Hint | CheckReport"


class Leave(Exception):
    """The user wants to leave."""


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command. usage: its argument, as in ``/help``.

    complete: what its argument may be, for the words typed so far.
    """

    run: Callable[[Conversation, str], Result]
    usage: str
    help: str
    complete: Callable[[Conversation, Sequence[str]], Sequence[str]] = lambda *_: ()


def run(line: str, conversation: Conversation) -> Result:
    """Run a line such as ``/set raw on``. Raises the MathvizError family, and Leave."""
    name, *rest = line.strip().removeprefix("/").split(maxsplit=1)
    name = "quit" if line.lower() == "exit" else name
    command = COMMANDS.get(name.lower())
    if command is None:
        raise UsageError(f"There is no command /{name}.{_did_you_mean(name)}")
    if rest and not command.usage:
        raise UsageError(f"/{name.lower()} takes nothing after it, so nothing was done.")
    return command.run(conversation, "".join(rest))


def is_command(line: str) -> bool:
    """A line is a command when a letter follows its first slash: ``/2`` is mathematics; so are
    the words of :data:`WITHOUT_SLASH` alone."""
    return (line.startswith("/") and line[1:2].isalpha()) or line.lower() in WITHOUT_SLASH


WITHOUT_SLASH: Final = frozenset({"exit", "quit", "help"})
"""What many type in a program of this kind, and no question."""

# What other programs call them.
_ELSEWHERE: Final = {"exit": "quit", "bye": "quit", "q": "quit", "new": "clear", "reset": "clear"}


def _did_you_mean(name: str) -> str:
    if name.lower() in _ELSEWHERE:
        return f" Did you mean /{_ELSEWHERE[name.lower()]}?"
    close = difflib.get_close_matches(name.lower(), COMMANDS, n=1, cutoff=0.5)
    return f" Did you mean /{close[0]}?" if close else " /help lists them."


def turn(text: str, conversation: Conversation) -> Result:
    """Act on a line that is no command: give a hint, mark the student's own answer, or ask."""
    session = conversation.session
    if follow_up.asks_hint(text):
        return _hint(conversation, "")
    with stopping(session.worker.interrupt):
        report = session.own_answer(text)
    return session.ask(text) if report is None else report


# --------------------------------------------------------------------------------- general


def _help(conversation: Conversation, argument: str) -> str:
    signatures = {name: f"/{name} {command.usage}".rstrip() for name, command in COMMANDS.items()}
    width = max(map(len, signatures.values())) + 2
    lines = [f"{signatures[name]:<{width}}{command.help}" for name, command in COMMANDS.items()]
    lines += ["", "Several lines: Alt-Enter or Ctrl-J, or begin and end with three quotes."]
    lines += ["Ctrl-R searches earlier lines. Ctrl-C stops an answer. Ctrl-D leaves.", ""]
    lines += [f"{MARKS[verdict]!s:<13}{meaning}" for verdict, meaning in LEGEND.items()]
    return "\n".join(lines)


def _quit(conversation: Conversation, argument: str) -> str:
    raise Leave


def _stats(conversation: Conversation, argument: str) -> str:
    outcomes = [end.outcome for end in conversation.ends if end.outcome is not None]
    statistics = [outcome.statistics for outcome in outcomes if outcome.statistics is not None]
    if not statistics:
        return "No model has answered yet."
    last = statistics[-1]
    parts = [f"prompt {_count(last.prompt_tokens)}", f"answer {_count(last.tokens)}"]
    if last.first_token_s is not None:
        parts.append(f"first token after {last.first_token_s:.2f} s")
    if last.tokens_per_s is not None:
        parts.append(f"{last.tokens_per_s:.1f} tokens/s")
    total = sum(item.tokens or 0 for item in statistics)
    return (
        f"Last answer: {', '.join(parts)}, ended by {last.stop}.\n"
        f"This run: {len(outcomes)} answered, {total} tokens generated."
    )


def _count(tokens: int | None) -> str:
    return "of unknown length" if tokens is None else f"{tokens} tokens"


# ------------------------------------------------------------------------ model and settings


def _model(conversation: Conversation, argument: str) -> str:
    if not argument:
        known = ", ".join(conversation.models()) or "none found"
        return f"Now: {conversation.describe()}. Known models: {known}. /model NAME changes it."
    backend = conversation.session.backend
    config = replace(conversation.config, model=argument)
    if backend is None or backend.name == "scripted":
        config = replace(config, backend="auto")
    conversation.reopen(config)
    return f"Now: {conversation.describe()}."


def _backend(conversation: Conversation, argument: str) -> str:
    if not argument:
        names = ", ".join(_backend_names(conversation, ()))
        return f"Now: {conversation.describe()}. Backends: {names}. /backend NAME changes it."
    name, _, model = argument.partition(" ")
    setting = SETTINGS["backend"]
    if name not in get_args(BackendName):
        raise UsageError(f"A backend is {setting.expects}.")
    backend: BackendName = name  # type: ignore[assignment]  # one of its values, as just seen
    config = replace(conversation.config, backend=backend, model=model.strip() or None)
    conversation.reopen(config)
    return f"Now: {conversation.describe()}."


def _backend_names(conversation: Conversation, words: Sequence[str]) -> Sequence[str]:
    return [name for name in get_args(BackendName) if name != "scripted"]


def _system(conversation: Conversation, argument: str) -> str:
    if not argument:
        return f"System prompt: {conversation.session.system}"
    conversation.set("system", SYSTEM_PROMPT if argument == "default" else argument)
    return "The system prompt is changed; it counts from the next question on."


_HIDDEN: Final = frozenset({"backend", "model", "models", "system", "color", "stream"})


def _setting_names() -> list[str]:
    return ["raw", *(name for name in SETTINGS if name not in _HIDDEN)]


def _set(conversation: Conversation, argument: str) -> str:
    name, _, value = argument.partition(" ")
    value = value.strip()
    if not name:
        return "\n".join(_show_setting(conversation, name) for name in _setting_names())
    if name in ("model", "backend", "system"):
        return str(COMMANDS[name].run(conversation, value))
    if not value:
        if name not in _setting_names():
            raise UsageError(f"There is no setting {name!r}: /set lists them.")
        return _show_setting(conversation, name)
    if name == "raw":
        return _set_raw(conversation, value)
    conversation.set(name, value)
    return _show_setting(conversation, name)


def _show_setting(conversation: Conversation, name: str) -> str:
    if name == "raw":
        return f"raw = {'on' if conversation.raw else 'off'}"
    value = getattr(conversation.config, name)
    return f"{name} = {'default' if value is None else value}"


def _set_raw(conversation: Conversation, value: str) -> str:
    if value.lower() not in ("on", "off"):
        raise UsageError("raw must be on (show answers as the model wrote them) or off.")
    conversation.raw = value.lower() == "on"
    return _show_setting(conversation, "raw")


def _complete_set(conversation: Conversation, words: Sequence[str]) -> Sequence[str]:
    if len(words) <= 1:
        return _setting_names()
    values = {
        "raw": ("on", "off"),
        "solver": get_args(SolverName),
        "steps": get_args(StepsName),
        "method": get_args(MethodName),
    }
    return values.get(words[0], ()) if len(words) == 2 else ()


# --------------------------------------------------------------------------------- pictures


# A name with the ending of a file: y=x.5 and 2.5x are mathematics.
_FILE: Final = re.compile(r"\S.*\.[A-Za-z]{3,4}")


def _plot(conversation: Conversation, argument: str) -> Result:
    session = conversation.session
    path = None
    if _FILE.fullmatch(argument):
        path, argument = picture_file(argument), ""
    with stopping(session.worker.interrupt):
        picture = session.picture(argument)
    if isinstance(picture, NoPicture):
        return picture.reason
    if path is None:
        return picture
    write_picture(picture, path)
    return f"Drawn in {path}."


# --------------------------------------------------------------------------------- learning


def _hint(conversation: Conversation, argument: str) -> Hint:
    session = conversation.session
    with stopping(session.worker.interrupt):
        return session.hint(argument)


def _check(conversation: Conversation, argument: str) -> CheckReport:
    if not argument:
        raise UsageError("Write your lines after /check; Alt-Enter begins a new line.")
    session = conversation.session
    with stopping(session.worker.interrupt):
        return session.check(argument)


# ------------------------------------------------------------------------- the conversation


def _retry(conversation: Conversation, argument: str) -> Iterator[Event]:
    return conversation.session.retry()


def _undo(conversation: Conversation, argument: str) -> str:
    turn = conversation.session.undo()
    if turn is None:
        return "There is nothing to take back."
    told = conversation.autosave()
    return f"Taken back: {turn.question}" + (told and f"\n{told}")


def _clear(conversation: Conversation, argument: str) -> str:
    had_turns = bool(conversation.session.turns)
    told = conversation.autosave()
    conversation.clear()
    return told or "A new conversation" + ("; the earlier one is saved." if had_turns else ".")


def _save(conversation: Conversation, argument: str) -> str:
    if not conversation.session.turns:
        return "There is nothing to save yet."
    if not argument:
        told = conversation.autosave()
        return told or f"Saved in {conversation.store.directory}, as after every turn."
    conversation.store.save(conversation.saved(argument))
    return f"Saved as {argument}; /load {argument} takes it up."


def _load(conversation: Conversation, argument: str) -> str:
    if not argument:
        names = conversation.store.names()
        return "Saved sessions: " + ", ".join(names[:20]) if names else "There is no saved session."
    saved = conversation.store.load(argument)
    conversation.go_on_with(saved)
    return describe(saved)


def _saved_names(conversation: Conversation, words: Sequence[str]) -> Sequence[str]:
    return conversation.store.names()


def _model_names(conversation: Conversation, words: Sequence[str]) -> Sequence[str]:
    return conversation.models()


COMMANDS: Final[dict[str, Command]] = {
    "help": Command(_help, "", "this list, and what the verdicts mean"),
    "model": Command(_model, "[NAME]", "show or change the model", _model_names),
    "backend": Command(_backend, "[NAME]", "show or change the backend", _backend_names),
    "system": Command(
        _system, "[TEXT]", "show or change the system prompt", lambda *_: ("default",)
    ),
    "set": Command(_set, "[NAME VALUE]", "show or change settings, e.g. raw on", _complete_set),
    "retry": Command(_retry, "", "ask the last question again"),
    "undo": Command(_undo, "", "take the last turn back"),
    "hint": Command(_hint, "[QUESTION]", "the next hint, for the last question or another"),
    "check": Command(_check, "LINES", "mark your own working of the last question"),
    "plot": Command(_plot, "[FILE or TEXT]", "draw the last question, in a .png or .svg, or TEXT"),
    "save": Command(_save, "[NAME]", "save this session under a name"),
    "load": Command(_load, "[NAME]", "go on with a saved session", _saved_names),
    "clear": Command(_clear, "", "begin a new conversation"),
    "stats": Command(_stats, "", "tokens and times of the last answer"),
    "quit": Command(_quit, "", "leave (as Ctrl-D does)"),
}
