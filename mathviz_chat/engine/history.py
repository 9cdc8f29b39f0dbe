"""What of a conversation fits the model's context."""

from __future__ import annotations

from collections.abc import Sequence

from mathviz_chat.backends.base import Backend
from mathviz_chat.messages import Message, Turn


def messages_for(system: str, turns: Sequence[Turn], question: str) -> tuple[Message, ...]:
    """The prompt: system, earlier turns that were answered, the question."""
    messages = [Message("system", system)] if system else []
    for turn in turns:
        if turn.reply:
            messages += [Message("user", turn.question), Message("assistant", turn.reply)]
    return (*messages, Message("user", question))


def turns_to_drop(
    backend: Backend, system: str, turns: Sequence[Turn], question: str, max_tokens: int
) -> int:
    """How many of the oldest turns to leave out, so that the answer has room.

    None while everything fits. Else so many that the prompt takes at most half the context: the
    prompts of the turns that follow then begin alike, and the model's prefix cache keeps working.

    max_tokens: of the answer; at most half the context is kept free for it.
    """
    half = backend.context_length // 2
    room = backend.context_length - min(max_tokens, half)

    def size(start: int) -> int:
        return backend.count_tokens(messages_for(system, turns[start:], question))

    if size(0) <= room:
        return 0
    return next((n for n in range(1, len(turns)) if size(n) <= half), len(turns))
