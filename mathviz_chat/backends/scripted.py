"""The shipped fake: a backend that says what it was given, at the pace it was given."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mathviz_chat.backends.base import Capabilities, Delta, Statistics, StopReason
from mathviz_chat.backends.clock import Stopwatch
from mathviz_chat.backends.stops import StopFilter
from mathviz_chat.errors import BackendError, ContextOverflow, GenerationFailed, UsageError
from mathviz_chat.messages import Message, Request

CHARACTERS_A_TOKEN = 4


@dataclass(frozen=True, slots=True)
class Script:
    """One given answer.

    text: the whole answer. chunk: characters a piece (one piece counts as one token).
    load_s: seconds before the first piece. delay_s: seconds before each later one.
    error: raised once the text has been said.
    """

    text: str
    chunk: int = CHARACTERS_A_TOKEN
    load_s: float = 0.0
    delay_s: float = 0.0
    error: BackendError | None = None

    def __post_init__(self) -> None:
        if self.chunk < 1:
            raise ValueError("a piece has at least one character")


class ScriptedBackend:
    """Gives the answers one after another; the last one again once all have been given.

    ``requests`` holds every request it was given, for tests to look at. A request's prefill is
    taken off an answer that begins with it. ``count_tokens`` counts four characters a token.
    """

    name = "scripted"
    capabilities = Capabilities(prefill=True, json_schema=True, seed=True)

    def __init__(
        self,
        answers: Sequence[Script | str],
        *,
        model: str = "scripted",
        context_length: int = 4096,
    ) -> None:
        if not answers:
            raise UsageError("A scripted backend needs at least one answer.")
        self._answers = [Script(a) if isinstance(a, str) else a for a in answers]
        self.model = model
        self.context_length = context_length
        self.requests: list[Request] = []
        self.warmed_up = 0
        self.closed = False

    @classmethod
    def from_file(cls, path: Path) -> ScriptedBackend:
        """Read the answers from JSON: a list of strings, or of objects with :class:`Script`'s
        fields (``error`` as the sentence of a :class:`GenerationFailed`).

        Raises :class:`UsageError` for a file that is not there or not of that form.
        """
        try:
            rows = json.loads(path.read_text(encoding="utf-8"))
            return cls([_script(row) for row in rows], model=path.stem)
        except (OSError, ValueError, TypeError) as error:
            raise UsageError(
                f"The scripted backend needs a JSON file with a list of answers as its model; "
                f"{path} is not one ({error})."
            ) from None

    def stream(self, request: Request, cancel: threading.Event) -> Iterator[Delta | Statistics]:
        script = self._answers[min(len(self.requests), len(self._answers) - 1)]
        self.requests.append(request)
        prompt_tokens = self.count_tokens(request.messages)
        if prompt_tokens >= self.context_length:
            raise ContextOverflow(
                f"The conversation has {prompt_tokens} tokens, the context holds "
                f"{self.context_length}: leave earlier turns out."
            )
        stopwatch = Stopwatch()
        stops = StopFilter(request.options.stop)
        reason: StopReason = "stop"
        for index, piece in enumerate(_pieces(script, request.prefill)):
            if cancel.wait(script.delay_s if index else script.load_s):
                reason = "interrupted"
                break
            if index == request.options.max_tokens:
                reason = "length"
                break
            stopwatch.token()
            if shown := stops.feed(piece):
                yield Delta(shown)
            if stops.stopped:
                break
        if held := stops.finish():
            yield Delta(held)
        if script.error is not None and reason == "stop" and not stops.stopped:
            raise script.error
        yield stopwatch.statistics(reason, prompt_tokens=prompt_tokens)

    def count_tokens(self, messages: tuple[Message, ...]) -> int:
        return sum(1 + -(-len(message.content) // CHARACTERS_A_TOKEN) for message in messages)

    def warm_up(self, messages: tuple[Message, ...] = ()) -> None:
        self.warmed_up += 1

    def close(self) -> None:
        self.closed = True


def _pieces(script: Script, prefill: str | None) -> Iterator[str]:
    text = script.text.removeprefix(prefill or "")
    for start in range(0, len(text), script.chunk):
        yield text[start : start + script.chunk]


def _script(row: Any) -> Script:
    if isinstance(row, str):
        return Script(row)
    fields = dict(row)
    if fields.get("error") is not None:
        fields["error"] = GenerationFailed(str(fields["error"]))
    return Script(**fields)
