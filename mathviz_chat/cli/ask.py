"""``-q TEXT``, ``-q -`` or a pipe: one question, one answer."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mathviz_chat.cli.build import build_session
from mathviz_chat.cli.failure import failure, interruption
from mathviz_chat.cli.terminal import on_terminal, tell
from mathviz_chat.cli.text import question_text
from mathviz_chat.config import Config
from mathviz_chat.core.picturing.picture import NoPicture
from mathviz_chat.errors import MathvizError, UsageError
from mathviz_chat.events import Done, Event, Failed, Notice, Source
from mathviz_chat.ui.interrupt import stopping
from mathviz_chat.ui.json_output import Asked, answer_object, dumps
from mathviz_chat.ui.oneshot import PlainPrinter, exit_code

if TYPE_CHECKING:
    from mathviz_chat.core.picturing.picture import Picture
    from mathviz_chat.engine import Session
    from mathviz_chat.store import SavedSession, Store


def ask(arguments: argparse.Namespace, config: Config) -> int:
    """Answer one question; returns the exit code.

    Raises UsageError, and OSError where an output cannot be written.
    """
    path = _picture_path(arguments)
    question = question_text(arguments.ask)
    if arguments.plot is not None and not arguments.json and _asks_for_picture(question):
        return _only_draw(question, config, path)
    solver = Source.SYMPY if config.solver == "sympy" else Source.MODEL
    asked = Asked(question, solver, None, None, config.seed)
    try:
        asked, end = _answer(arguments, config, asked, path)
    except UsageError:
        raise
    except KeyboardInterrupt:
        end = interruption()
    except MathvizError as error:
        end = failure(error, config)
        if not arguments.json:
            tell(f"mathviz-chat: {end.message}")
    if arguments.json:
        print(dumps(answer_object(asked, end)))
    return exit_code(end, require_verified=arguments.require_verified)


def _answer(
    arguments: argparse.Namespace, config: Config, asked: Asked, path: Path | None
) -> tuple[Asked, Done | Failed]:
    store, saved = _last_session() if arguments.resume else (None, None)
    session = build_session(
        config,
        turns=saved.turns if saved else (),
        explain=tell if arguments.verbose else None,
    )
    with closing(session), stopping(session.cancel) as ctrl_c:
        if session.backend is not None:
            asked = replace(asked, model=session.backend.model, backend=session.backend.name)
        end = _show(session, asked.question, arguments, config)
        if arguments.plot is not None and not ctrl_c.is_set():
            _draw(session, path, config, end)
        if store is not None and saved is not None:
            _keep(store, replace(saved, turns=session.turns))
    if arguments.verbose and end is not None:
        _tell_statistics(end)
    if ctrl_c.is_set() or end is None:
        return asked, interruption(end.outcome if end else None)
    return asked, end


def _show(
    session: Session, question: str, arguments: argparse.Namespace, config: Config
) -> Done | Failed | None:
    events = session.ask(question)
    if arguments.json:
        return _only_notices(events)
    if config.stream and on_terminal(sys.stdout, config):
        from rich.console import Console  # slow to import, and of no use in a pipe

        from mathviz_chat.ui.render import Renderer

        return Renderer(Console(), by_model=session.asks_model).show(events)
    return PlainPrinter(sys.stdout, sys.stderr, stream=config.stream).show(events)


def _picture_path(arguments: argparse.Namespace) -> Path | None:
    """Where to draw, None for below the answer. Raises UsageError before anything is asked."""
    if not arguments.plot:
        if arguments.plot is not None and arguments.json:
            raise UsageError("--plot with --json needs a file: --plot FILE.png.")
        return None
    from mathviz_chat.ui.pictures.file import picture_file

    return picture_file(arguments.plot)


def _asks_for_picture(question: str) -> bool:
    from mathviz_chat.core.problems import (
        picture_requests,  # with the kernel, which is slow to load
    )

    return picture_requests.is_told(question)


def _only_draw(question: str, config: Config, path: Path | None) -> int:
    """``plot y = x^2``: there is nothing to answer, so that nobody is asked."""
    session = build_session(replace(config, solver="sympy"))
    with closing(session), stopping(session.cancel):
        picture = session.picture(question)
    if isinstance(picture, NoPicture):
        tell(picture.reason)
        return 1
    _put(picture, path, config)
    return 0


def _draw(session: Session, path: Path | None, config: Config, end: Done | Failed | None) -> None:
    """Below the answer; what kept the question from being answered is not said again."""
    try:
        picture = session.picture()
    except UsageError:
        if isinstance(end, Failed):
            return
        raise
    if not isinstance(picture, NoPicture):
        _put(picture, path, config)
    elif not (isinstance(end, Failed) and picture.reason in end.message):
        tell(picture.reason)


def _put(picture: Picture, path: Path | None, config: Config) -> None:
    if path is not None:
        from mathviz_chat.ui.pictures.file import write_picture

        write_picture(picture, path)
        tell(f"Drawn in {path}.")
    else:
        from rich.console import Console

        from mathviz_chat.ui.pictures.printing import print_picture

        print_picture(picture, Console(no_color=not on_terminal(sys.stdout, config)))


def _only_notices(events: Iterable[Event]) -> Done | Failed | None:
    end: Done | Failed | None = None
    for event in events:
        match event:
            case Notice(text=text):
                tell(text)
            case Done() | Failed():
                end = event
    return end


def _keep(store: Store, session: SavedSession) -> None:
    name = store.keep(session)
    if name != session.name:
        tell(f"Another mathviz-chat went on with {session.name}: this conversation is {name} now.")


def _last_session() -> tuple[Store, SavedSession]:
    from mathviz_chat.store import Store, data_dir

    store = Store(data_dir(os.environ) / "sessions")
    saved = store.latest()
    if saved is None:
        raise UsageError("--continue: there is no saved session to go on with.")
    return store, saved


def _tell_statistics(end: Done | Failed) -> None:
    statistics = end.outcome.statistics if end.outcome else None
    if statistics is None:
        return
    parts = [f"{statistics.tokens} tokens" if statistics.tokens is not None else "no token count"]
    if statistics.first_token_s is not None:
        parts.append(f"the first after {statistics.first_token_s:.2f} s")
    if statistics.tokens_per_s is not None:
        parts.append(f"{statistics.tokens_per_s:.1f} tokens/s")
    tell(", ".join(parts) + f", ended by {statistics.stop}.")
