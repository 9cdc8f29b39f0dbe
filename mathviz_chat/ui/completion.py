"""Completion of slash commands and of their arguments; questions are not completed."""

from __future__ import annotations

from collections.abc import Iterable

from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document

from mathviz_chat.ui.commands import COMMANDS
from mathviz_chat.ui.conversation import Conversation


class SlashCompleter(Completer):
    """Names of commands, then what the command at hand takes; paths for ``/model``."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self._paths = PathCompleter(expanduser=True)

    def get_completions(self, document: Document, event: CompleteEvent) -> Iterable[Completion]:
        text = document.text_before_cursor
        if not text.startswith("/") or "\n" in text:
            return
        name, blank, argument = text[1:].partition(" ")
        if not blank:
            yield from _names(name)
        elif name == "model" and argument[:1] in ("/", "~", "."):
            path = Document(argument, len(argument))
            yield from self._paths.get_completions(path, event)
        elif name in COMMANDS:
            yield from self._arguments(name, argument)

    def _arguments(self, name: str, argument: str) -> Iterable[Completion]:
        words = argument.split(" ") if name in ("set", "backend") else [argument]
        typed = words[-1]
        for value in COMMANDS[name].complete(self._conversation, words):
            if value.startswith(typed) and value != typed:
                yield Completion(value, start_position=-len(typed))


def _names(typed: str) -> Iterable[Completion]:
    for name, command in COMMANDS.items():
        if name.startswith(typed):
            yield Completion(name, start_position=-len(typed), display_meta=command.help)
