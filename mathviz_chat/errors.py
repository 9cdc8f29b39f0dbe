"""Every error that mathviz-chat raises on purpose, and the exit code each ends in.

::

    MathvizError                     1   base; never raised itself
    ├── UsageError                   2   flags, files, malformed rows
    ├── Interrupted                130   Ctrl-C
    ├── Unanswered                   1   the chosen solver cannot read or solve the question
    ├── WorkerError                  1   the checker's process cannot be started
    │   └── CheckStopped             1   one check used up its time or memory
    ├── StoreError                   1   a session cannot be saved or loaded
    ├── ExportError                  1   a model's file cannot be written
    └── BackendError                69   something is wrong with a model
        ├── BackendUnavailable      69   the server is not there, the library cannot be imported
        ├── ModelNotFound           69   the backend does not have that model
        ├── ContextOverflow         69   the messages do not fit the model's context
        └── GenerationFailed        69   it broke in the middle of an answer

The message of each is one clear sentence that says what to do. Exit codes are those of
``commands.md``; a :class:`BackendError` ends in 69 only where the backend was asked for by name.
"""

from __future__ import annotations

from typing import ClassVar


class MathvizError(Exception):
    """Base of all errors that are meant to be shown to the user as one sentence."""

    exit_code: ClassVar[int] = 1
    code: ClassVar[str] = "error"


class UsageError(MathvizError):
    """The user gave flags, a file or a row that cannot be used as it is."""

    exit_code = 2
    code = "usage"


class Interrupted(MathvizError):
    """The user stopped the program."""

    exit_code = 130
    code = "interrupted"


class Unanswered(MathvizError):
    """The chosen solver cannot read the question, or has no method for it."""

    code = "unanswered"


class WorkerError(MathvizError):
    """The checker's worker process cannot be started or does not speak its protocol."""

    code = "worker"


class CheckStopped(WorkerError):
    """One check used up its limit of time or memory; the message is fit for a verdict's reason."""


class StoreError(MathvizError):
    """A session cannot be saved or loaded; nothing that was saved is lost."""

    code = "store"


class ExportError(MathvizError):
    """A model's file cannot be written; what was there before is still there."""

    code = "export"


class BackendError(MathvizError):
    """Base of what can go wrong with a model."""

    exit_code = 69
    code = "backend"


class BackendUnavailable(BackendError):
    """The server cannot be reached, or the library it needs cannot be imported."""

    code = "backend-unavailable"


class ModelNotFound(BackendError):
    """The backend is there but has no model of that name, or the file is not a model."""

    code = "model-not-found"


class ContextOverflow(BackendError):
    """The prompt is longer than the model's context; nothing was cut silently."""

    code = "context-overflow"


class GenerationFailed(BackendError):
    """The backend broke in the middle of an answer."""

    code = "generation-failed"
