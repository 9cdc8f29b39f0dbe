"""What was found on this machine, and what to do about each problem.

Each check looks at one thing, says one line and never raises; a check that fails does not stop
the others. No model is loaded; Ollama is asked for its version and the names of its models.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from typing import Any, Final, Literal

from mathviz_chat import config
from mathviz_chat.backends.probe import ollama_models
from mathviz_chat.config import Config
from mathviz_chat.embedded import (
    BASE_NAME,
    default_name,
    embedded_model,
    merged_path,
    shipped_adapter,
)
from mathviz_chat.errors import MathvizError
from mathviz_chat.worker.client import Worker
from mathviz_chat.worker.limits import Limits

SCHEMA: Final = 1
_PYTHON: Final = ((3, 11), (3, 14))  # from, and before
_OLLAMA_S: Final = 2.0
_NARROW: Final = 50  # columns
_OTHER_VARIABLES: Final = frozenset({config.PATH_VARIABLE, "MATHVIZ_DATA_DIR"})
_TEST_PREFIX: Final = "MATHVIZ_TEST_"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. status: ``note`` is neither good nor bad. todo: empty where there is nothing."""

    name: str
    status: Literal["ok", "note", "problem"]
    found: str
    todo: str = ""


def examine(settings: Config | MathvizError, environ: Mapping[str, str]) -> Iterator[Finding]:
    """All findings, each as soon as it is known.

    settings: the configuration, or why it cannot be read; the other checks then use the defaults.
    """
    yield from configuration(settings, environ)
    known = Config() if isinstance(settings, MathvizError) else settings
    checks: tuple[Callable[[], Finding], ...] = (
        python,
        llama_cpp,
        embedded,
        lambda: ollama(known.ollama_host),
        lambda: checker(known),
        lambda: terminal(environ),
    )
    for check in checks:
        yield check()


def as_json(findings: list[Finding]) -> dict[str, Any]:
    """The object of ``doctor --json``."""
    return {
        "schema": SCHEMA,
        "problems": sum(finding.status == "problem" for finding in findings),
        "checks": [
            {"name": f.name, "status": f.status, "found": f.found, "todo": f.todo or None}
            for f in findings
        ],
    }


# ------------------------------------------------------------------------------ the checks


def configuration(settings: Config | MathvizError, environ: Mapping[str, str]) -> Iterator[Finding]:
    """The file, then each value that is not the default with where it came from."""
    if isinstance(settings, MathvizError):
        yield Finding(
            "configuration", "problem", str(settings), "correct it; the defaults are used"
        )
        return
    path = config.file_path(environ)
    there = "read" if path.exists() else "not there, which is fine"
    yield Finding("configuration", "ok", f"{path} ({there})")
    for name in config.SETTINGS:
        origin = settings.origin(name)
        if origin.layer != "default":
            yield Finding("setting", "ok", f"{name} = {getattr(settings, name)!r}, from {origin}")
    known = {config.variable(name) for name in config.SETTINGS} | _OTHER_VARIABLES
    for variable in sorted(environ):
        if variable.startswith(_TEST_PREFIX) or variable in known:
            continue
        if variable.startswith(config.ENVIRONMENT_PREFIX):
            todo = f"remove it, or use one of {', '.join(sorted(known))}"
            yield Finding("setting", "problem", f"{variable} is not a setting", todo)


def python() -> Finding:
    """The interpreter's version and machine."""
    found = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    low, high = _PYTHON
    if low <= sys.version_info[:2] < high:
        return Finding("python", "ok", found)
    wanted = f"Python {low[0]}.{low[1]} to {high[0]}.{high[1] - 1}"
    return Finding("python", "problem", found, f"install mathviz-chat with {wanted}")


def llama_cpp() -> Finding:
    """Whether llama-cpp-python can be imported, and what its llama.cpp was built with."""
    from mathviz_chat.backends.llamacpp.library import llama_cpp as load

    try:
        library = load()
    except MathvizError as error:
        found, _, todo = str(error).partition(": run ")
        return Finding("llama.cpp", "problem", found, f"run {todo}".rstrip("."))
    told = library.llama_print_system_info().decode("utf-8", "replace")
    features = re.findall(r"(\w+) = 1\b", told)  # "CPU : SSE3 = 1 | AVX = 1 | ... |"
    version = metadata.version("llama-cpp-python")
    return Finding("llama.cpp", "ok", f"llama-cpp-python {version}, with {', '.join(features)}")


def embedded() -> Finding:
    """The default model's files, by their sha256; the trained one is not merged for this."""
    try:
        path = embedded_model()
        adapter = shipped_adapter() if default_name() != BASE_NAME else None
    except MathvizError as error:
        found, _, todo = str(error).rpartition(": ")
        return Finding("embedded model", "problem", found, todo.rstrip("."))
    size = path.stat().st_size / 2**20
    found = f"{BASE_NAME}, {size:.0f} MiB, verified: {path}"
    if adapter is not None:
        there = "is merged" if merged_path().is_file() else "will be merged at its first use"
        found += f"; with {adapter} it {there} as {default_name()}: {merged_path()}"
    return Finding("embedded model", "ok", found)


def ollama(host: str | None) -> Finding:
    """The server, its version and its models. None is a note: nothing needs it."""
    names = ollama_models(host, _OLLAMA_S)
    if names is None:
        where = host or os.environ.get("OLLAMA_HOST") or "127.0.0.1:11434"
        return Finding(
            "ollama", "note", f"no server answers at {where}", "`ollama serve` starts one"
        )
    from mathviz_chat.backends.ollama import MINIMUM_VERSION, is_too_old, server_version

    version = server_version(host, _OLLAMA_S)
    found = f"version {version or 'unknown'}: {', '.join(sorted(names)) or 'no models'}"
    if version is not None and is_too_old(version):
        return Finding("ollama", "problem", found, f"update Ollama to {MINIMUM_VERSION} or newer")
    return Finding("ollama", "ok", found)


def checker(settings: Config) -> Finding:
    """Whether the worker starts and proves that 1 + 1 = 2."""
    limits = Limits.of(settings.check_seconds, settings.check_memory_mib)
    worker = Worker(limits)
    try:
        report = worker.check("1 + 1 = 2")
    except MathvizError as error:
        return Finding("checker", "problem", str(error), "install mathviz-chat again")
    finally:
        worker.close()
    bounds = f"{limits.cpu_s:g} s and {limits.memory_mib} MiB a claim"
    if report.verdict != "proved":
        found = f"it says {report.verdict} to 1 + 1 = 2"
        return Finding("checker", "problem", found, "install mathviz-chat again")
    return Finding("checker", "ok", f"the worker process starts and answers ({bounds})")


def terminal(environ: Mapping[str, str]) -> Finding:
    """Encoding, colour and width of standard output."""
    encoding = sys.stdout.encoding or "unknown"
    columns = shutil.get_terminal_size().columns
    plain = not sys.stdout.isatty() or environ.get("NO_COLOR") or environ.get("TERM") == "dumb"
    kind = "a terminal" if sys.stdout.isatty() else "not a terminal"
    found = f"{kind}, {encoding}, {'no colour' if plain else 'colour'}, {columns} columns"
    try:
        "√✓".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        todo = "set LANG=C.UTF-8 (or PYTHONUTF8=1) to see mathematical signs"
        return Finding("terminal", "problem", found, todo)
    if columns < _NARROW:
        return Finding("terminal", "note", found, f"widen it to {_NARROW} columns or more")
    return Finding("terminal", "ok", found)
