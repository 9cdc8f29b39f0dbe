"""From an error to what the user gets: its code, one sentence, the exit code."""

from __future__ import annotations

from mathviz_chat.config import Config
from mathviz_chat.errors import BackendError, Interrupted, MathvizError
from mathviz_chat.events import Failed, Outcome


def failure(error: MathvizError, config: Config) -> Failed:
    """What to tell; only a backend that was asked for by name ends in its own exit code."""
    stands_in = isinstance(error, BackendError) and not config.backend_named
    code = MathvizError.exit_code if stands_in else error.exit_code
    return Failed(error.code, str(error), code)


def interruption(outcome: Outcome | None = None) -> Failed:
    """Ctrl-C, or a reader of the output that went away; ``outcome`` is what came until then."""
    return Failed(Interrupted.code, "Interrupted.", Interrupted.exit_code, outcome)
