"""``Session.ask(text)``: one question in, one stream of events out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from mathviz_chat.backends.base import Backend
from mathviz_chat.events import Event
from mathviz_chat.messages import Options, Turn
from mathviz_chat.prompts import SYSTEM_PROMPT
from mathviz_chat.worker.client import Worker

SolverName: TypeAlias = Literal["auto", "model", "sympy"]


class Session:
    """A conversation with one backend, whose answers are checked while they stream.

    backend: None only with the solver "sympy". backend_named: it was asked for by name, so that
    nothing stands in for it. options, system, solver may be set between two turns.
    """

    def __init__(
        self,
        backend: Backend | None,
        worker: Worker,
        *,
        backend_named: bool = False,
        solver: SolverName = "auto",
        options: Options = Options(),  # noqa: B008 - a frozen value
        system: str = SYSTEM_PROMPT,
        turns: Sequence[Turn] = (),
    ) -> None:
        self.solver = solver
        self.options = options
        self.system = system

    @property
    def backend(self) -> Backend | None:
        raise NotImplementedError

    @property
    def worker(self) -> Worker:
        raise NotImplementedError

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The conversation so far (also what of it no longer fits the model's context)."""
        raise NotImplementedError

    def ask(self, text: str) -> Iterator[Event]:
        """Answer one question; one ask at a time. Leaving the iterator early cancels it."""
        raise NotImplementedError

    def retry(self) -> Iterator[Event]:
        """Take back the last turn and ask its question again. UsageError where there is none."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Stop the answer; Done follows within 300 ms. Any thread or signal handler may call it."""

    def undo(self) -> Turn | None:
        """Take back the last turn and return it; None where there is none."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget the conversation; the settings stay."""

    def load(self, turns: Sequence[Turn]) -> None:
        """Go on from a saved conversation."""

    def use_backend(self, backend: Backend, *, named: bool) -> None:
        """Talk to another model from the next turn on; the earlier backend is closed."""

    def warm_up(self) -> None:
        """Start the worker and load the model in the background; returns at once."""

    def close(self) -> None:
        """Cancel, then end the worker and the backend."""
