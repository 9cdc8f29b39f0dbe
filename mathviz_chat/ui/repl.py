"""The interactive session: a line is read, answered and checked, until Ctrl-D."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from prompt_toolkit import PromptSession
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output
from rich.console import Console
from rich.text import Text

from mathviz_chat import __version__
from mathviz_chat.config import Config
from mathviz_chat.core.picturing.picture import Picture
from mathviz_chat.errors import MathvizError, StoreError
from mathviz_chat.events import Event, Failed, Notice
from mathviz_chat.hints import Hint
from mathviz_chat.store import Store
from mathviz_chat.ui import commands
from mathviz_chat.ui.check_report import given_to, report_lines
from mathviz_chat.ui.completion import SlashCompleter
from mathviz_chat.ui.conversation import Conversation, ModelLister, SessionFactory
from mathviz_chat.ui.interrupt import stopping
from mathviz_chat.ui.layout import Layout
from mathviz_chat.ui.pictures.printing import print_picture
from mathviz_chat.ui.prompt import new_prompt, open_history, plain_where_dumb, without_quotes
from mathviz_chat.ui.quiet_terminal import no_echo
from mathviz_chat.ui.render import Renderer
from mathviz_chat.ui.wording import in_the_chat

if TYPE_CHECKING:
    from mathviz_chat.core.checking import CheckReport

EXAMPLES: Final = (
    "Solve for x: 3x + 7 = 22",
    "What is 15% of 80?",
    "A train travels 120 miles in 2 hours. What is its speed?",
)
HOW_TO_LEAVE: Final = "Ctrl-D or /quit leaves."


def run_repl(
    open_session: SessionFactory,
    config: Config,
    *,
    list_models: ModelLister,
    data_dir: Path,
    resume: bool = False,
    console: Console | None = None,
    input: Input | None = None,
    output: Output | None = None,
) -> int:
    """Talk with the user until they leave; returns the exit code.

    Args:
        open_session: builds the engine's session; the REPL closes what it has opened. What it
            raises at the start goes to the caller; later it is one sentence.
        config: the configuration in force at the start.
        list_models: for completion.
        data_dir: where the history of lines and the sessions are kept.
        resume: go on with the newest saved session (``--continue``).
        console: where to print; standard output by default.
        input, output: of the prompt; the terminal by default.
    """
    if console is None:
        console = Console(no_color=True if config.color == "never" else None, highlight=False)
    conversation = Conversation(open_session, config, list_models, Store(data_dir / "sessions"))
    try:
        repl = Repl(conversation, console)
        history = open_history(data_dir / "history", repl.say)
        color = not console.no_color and console.is_terminal
        completer = SlashCompleter(conversation)
        with plain_where_dumb(), no_echo():
            prompt = new_prompt(history, completer, color=color, input=input, output=output)
            repl.greet(resume=resume)
            conversation.session.warm_up()
            repl.loop(prompt)
    finally:
        conversation.close()
    return 0


class Repl:
    """Reads lines and acts on them; says everything through one console."""

    def __init__(self, conversation: Conversation, console: Console) -> None:
        self._conversation = conversation
        self._console = console
        self._unsaved: str | None = None  # why, as last said

    def greet(self, *, resume: bool) -> None:
        """Say who answers, and what to try."""
        answers = self._conversation.describe()
        answers = answers if answers.startswith("no model") else f"model {answers}"
        self.say(f"mathviz-chat {__version__}, {answers}")
        self.say("Each step is checked while it is written. What is not proved is said so.")
        self.say("")
        self.say("Try:")
        for question in EXAMPLES:
            self.say(question, under="  ")
        self.say("")
        self.say(f"/help lists the commands. {HOW_TO_LEAVE}")
        if resume:
            self.say(self._conversation.resume())

    def loop(self, prompt: PromptSession[str]) -> None:
        """Until Ctrl-D or /quit."""
        while True:
            try:
                line = without_quotes(prompt.prompt())
                if line:
                    self.answer(line)
            except KeyboardInterrupt:
                if not prompt.default_buffer.text:
                    self.say(HOW_TO_LEAVE)
            except (EOFError, commands.Leave):
                return

    def answer(self, line: str) -> None:
        """Act on one line: a command, or a question. Errors are one sentence."""
        try:
            act = commands.run if commands.is_command(line) else commands.turn
            result = act(line, self._conversation)
            if isinstance(result, str):
                self.say(result)
            elif isinstance(result, Picture):
                print_picture(result, self._console)
            elif isinstance(result, Hint):
                self._print(Layout(self._console, raw=self._conversation.raw).hint(result))
            elif isinstance(result, Iterator):
                self._show(result)
            else:
                self._show_report(result)
        except MathvizError as error:
            self.say(in_the_chat(str(error)))

    def say(self, text: str, *, under: str = "") -> None:
        """Print words of ours, wrapped; nothing in them is taken for mathematics or markup.

        A column that two blanks or more end (as in ``/help``) keeps what follows it to its right,
        and so do blanks at the beginning; where it takes half the window, that stands below.
        """
        layout = Layout(self._console, raw=True)
        for line in text.split("\n"):
            column, rest = _columns(line)
            if column.strip() and 2 * len(column) > layout.width:
                self._print(layout.prose(column.strip()))
                column = "    "
            self._print(layout.prose(rest, under=under + column) if line.strip() else [Text()])

    def _print(self, lines: Iterable[Text]) -> None:
        for line in lines:
            self._console.print(line, no_wrap=True, overflow="ignore", crop=False)

    def _show(self, events: Iterator[Event]) -> None:
        session = self._conversation.session
        self.say("")
        with stopping(session.cancel):
            renderer = Renderer(
                self._console, raw=self._conversation.raw, by_model=session.asks_model
            )
            end = renderer.show(map(_in_the_chat, events))
        self.say("")
        if end is not None:
            self._conversation.ends.append(end)
        self._autosave()

    def _show_report(self, report: CheckReport) -> None:
        self.say(given_to(report))
        for line in report_lines(report):
            self.say(line)
        self._autosave()

    def _autosave(self) -> None:
        try:
            if told := self._conversation.autosave():
                self.say(told)
        except StoreError as error:
            if str(error) != self._unsaved:
                self.say(str(error))
            self._unsaved = str(error)


def _in_the_chat(event: Event) -> Event:
    match event:
        case Notice(text=text):
            return Notice(in_the_chat(text))
        case Failed(message=message):
            return replace(event, message=in_the_chat(message))
    return event


def _columns(line: str) -> tuple[str, str]:
    match = re.match(r"(\s+|\S.*?\s{2,})(?=\S)", line)
    return (match[0], line[match.end() :]) if match else ("", line)
