"""The configuration: defaults < file < ``MATHVIZ_*`` environment < flags, in one frozen value.

The file is TOML with flat keys, ``config.toml`` in the platform's configuration directory;
``MATHVIZ_CONFIG`` names another one. Every value remembers where it came from: ``doctor`` shows
it, and a backend that was asked for by name anywhere may not be replaced by another one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

from mathviz_chat.errors import UsageError
from mathviz_chat.messages import Options, Working
from mathviz_chat.prompts import SYSTEM_PROMPT

BackendName = Literal["auto", "llamacpp", "ollama", "openai", "scripted"]
SolverName = Literal["auto", "model", "sympy"]
ColorName = Literal["auto", "never"]
StepsName = Literal["brief", "normal", "fine"]
MethodName = Literal[
    "auto",
    "factoring",
    "formula",
    "completing-the-square",
    "substitution",
    "elimination",
    "parts",
    "first-principles",
]

Value: TypeAlias = str | int | float | bool | tuple[str, ...] | None

ENVIRONMENT_PREFIX: Final = "MATHVIZ_"
PATH_VARIABLE: Final = "MATHVIZ_CONFIG"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from. place: the file with its line, the variable, or the flag."""

    layer: Literal["default", "file", "environment", "flag"]
    place: str = ""

    def __str__(self) -> str:
        return self.place or self.layer


_DEFAULT: Final = Origin("default")


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting with its default.

    backend, model: what answers; None leaves the model to the backend.
    models: paths and catalogue names that ``auto`` tries in this order.
    adapter: a LoRA adapter (GGUF), and threads: of the processor (None: the physical cores), for
    ``llamacpp``. ollama_host: None is OLLAMA_HOST. base_url: the server of ``openai``.
    system: the system prompt. num_ctx: tokens of context, None for the backend's own default.
    max_tokens: upper bound of generated tokens. seed: None lets the backend choose.
    calculator: work out what belongs after ``=`` while the model writes; None: for the shipped
    model only.
    model_reading: solve what no rule reads as the model reads it; None: all models but the embedded
    ones.
    steps: how fine the solver's steps are. method: the solver's, where a class would teach several.
    stream: print an answer while it is generated. color: ``never`` is plain text everywhere.
    check_seconds: the checker's deadline for one claim. check_memory_mib: its memory, in MiB.
    """

    backend: BackendName = "auto"
    model: str | None = None
    models: tuple[str, ...] = ()
    adapter: str | None = None
    threads: int | None = None
    ollama_host: str | None = None
    base_url: str | None = None
    solver: SolverName = "auto"
    steps: StepsName = "normal"
    method: MethodName = "auto"
    system: str = SYSTEM_PROMPT
    temperature: float = 0.0
    seed: int | None = None
    num_ctx: int | None = None
    max_tokens: int = 512
    calculator: bool | None = None
    model_reading: bool | None = None
    stream: bool = True
    color: ColorName = "auto"
    check_seconds: float = 2.0
    check_memory_mib: int = 512
    origins: Mapping[str, Origin] = field(default_factory=dict, repr=False)

    def origin(self, name: str) -> Origin:
        """Where the value of the setting ``name`` came from."""
        return self.origins.get(name, _DEFAULT)

    @property
    def backend_named(self) -> bool:
        """Whether a backend was asked for by name, so that no other may stand in for it."""
        return self.backend != "auto"

    def options(self) -> Options:
        """How to generate."""
        return Options(
            temperature=self.temperature,
            max_tokens=self.max_tokens,
            num_ctx=self.num_ctx,
            seed=self.seed,
            calculator=self.calculator,
        )

    def working(self) -> Working:
        """How the solver writes."""
        method = None if self.method == "auto" else self.method
        return Working(steps=self.steps, method=method, model_reading=self.model_reading)


# ------------------------------------------------------------------------------ the settings


@dataclass(frozen=True, slots=True)
class Setting:
    """What a setting accepts. ``accept`` raises ValueError for a typed value that does not fit;
    ``parse`` turns the text of a variable or a flag into a typed value, or raises ValueError."""

    expects: str
    accept: Callable[[object], Value]
    parse: Callable[[str], object] = str


def _choice(*names: str) -> Setting:
    def accept(value: object) -> Value:
        if value not in names:
            raise ValueError
        return str(value)

    return Setting("one of " + ", ".join(names), accept)


def _text(value: object) -> Value:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError
    return value


def _whole(low: int, high: int) -> Setting:
    def accept(value: object) -> Value:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError
        return value

    return Setting(f"a whole number from {low} to {high}", accept, _parse_int)


def _number(low: float, high: float) -> Setting:
    def accept(value: object) -> Value:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError
        if not math.isfinite(value) or not low <= value <= high:
            raise ValueError
        return float(value)

    return Setting(f"a number from {low:g} to {high:g}", accept, float)


def _parse_int(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,12}", text.strip()):
        raise ValueError
    return int(text)


def _texts(value: object) -> Value:
    if not isinstance(value, list):
        raise ValueError
    return tuple(str(_text(item)) for item in value)


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _flag(value: object) -> Value:
    if not isinstance(value, bool):
        raise ValueError
    return value


_BOOLEANS: Final = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def _parse_bool(text: str) -> bool:
    if text.strip().lower() not in _BOOLEANS:
        raise ValueError
    return _BOOLEANS[text.strip().lower()]


def _url(value: object) -> Value:
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s/]\S*", value):
        raise ValueError
    return value


SETTINGS: Final[Mapping[str, Setting]] = {
    "backend": _choice(*get_args(BackendName)),
    "model": Setting("a name or a path in quotes", _text),
    "models": Setting("a list of names and paths", _texts, _split),
    "adapter": Setting("a path in quotes", _text),
    "threads": _whole(1, 1024),
    "ollama_host": Setting("a host such as 127.0.0.1:11434", _text),
    "base_url": Setting("an address such as http://localhost:8080/v1", _url),
    "solver": _choice(*get_args(SolverName)),
    "steps": _choice(*get_args(StepsName)),
    "method": _choice(*get_args(MethodName)),
    "system": Setting("text in quotes", _text),
    "temperature": _number(0, 5),
    "seed": _whole(0, 2**32 - 1),
    "num_ctx": _whole(64, 2**24),
    "max_tokens": _whole(1, 2**24),
    "calculator": Setting("true or false", _flag, _parse_bool),
    "model_reading": Setting("true or false", _flag, _parse_bool),
    "stream": Setting("true or false", _flag, _parse_bool),
    "color": _choice(*get_args(ColorName)),
    "check_seconds": _number(0.01, 3600),
    "check_memory_mib": _whole(64, 2**20),
}


# ------------------------------------------------------------------------------ the layers


@dataclass(frozen=True, slots=True)
class _Found:
    value: Value
    origin: Origin


def file_path(environ: Mapping[str, str]) -> Path:
    """The configuration file that would be read; it need not exist unless it was named."""
    named = environ.get(PATH_VARIABLE)
    if named:
        return Path(named).expanduser()
    import platformdirs  # only where the default place is asked for: the import is slow

    return Path(platformdirs.user_config_dir("mathviz-chat", appauthor=False)) / "config.toml"


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return ENVIRONMENT_PREFIX + name.upper()


def flag(name: str, text: str = "") -> str:
    """The flag that sets a setting to ``text``, as on the command line."""
    return ("--no-" if name == "stream" or text == "false" else "--") + name.replace("_", "-")


def load(flags: Mapping[str, str], environ: Mapping[str, str]) -> Config:
    """The configuration in force.

    Args:
        flags: the text of each flag given, by the name of its setting.
        environ: the environment.

    Raises:
        UsageError: an unknown key or a value that does not fit; the sentence names the file with
            its line, the variable or the flag.
    """
    found: dict[str, _Found] = {}
    found.update(_from_file(file_path(environ), required=bool(environ.get(PATH_VARIABLE))))
    for name, setting in SETTINGS.items():
        text = environ.get(variable(name))
        if text:
            found[name] = _from_text(setting, text, Origin("environment", variable(name)))
    for name, text in flags.items():
        found[name] = _from_text(SETTINGS[name], text, Origin("flag", flag(name, text)))
    values: dict[str, object] = {name: item.value for name, item in found.items()}
    origins = {name: item.origin for name, item in found.items()}
    return Config(**values, origins=origins)  # type: ignore[arg-type]  # SETTINGS checks each type


def _from_text(setting: Setting, text: str, origin: Origin) -> _Found:
    try:
        return _Found(setting.accept(setting.parse(text)), origin)
    except ValueError:
        raise UsageError(f"{origin.place} must be {setting.expects}, not {text!r}.") from None


def _from_file(path: Path, *, required: bool) -> dict[str, _Found]:
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if not required:
            return {}
        raise UsageError(f"{PATH_VARIABLE} names {path}, which does not exist.") from None
    except OSError as error:
        raise UsageError(
            f"The configuration file {path} cannot be read: {error.strerror}."
        ) from None
    except UnicodeDecodeError:
        raise UsageError(f"The configuration file {path} is not UTF-8 text.") from None
    import tomllib  # only where there is a file

    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"The configuration file {path} is not TOML: {error}.") from None
    return {key: _from_key(path, source, key, value) for key, value in table.items()}


def _from_key(path: Path, source: str, key: str, value: object) -> _Found:
    place = f"{path}, line {_line_of(source, key)}"
    setting = SETTINGS.get(key)
    if setting is None:
        raise UsageError(f"{place}: there is no setting {key!r}{_suggestion(key)}")
    try:
        return _Found(setting.accept(value), Origin("file", place))
    except ValueError:
        raise UsageError(f"{place}: {key} must be {setting.expects}.") from None


def _line_of(source: str, key: str) -> int:
    """tomllib does not tell places: the first line that sets ``key`` or opens its table."""
    pattern = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    lines = source.splitlines()
    return next((n for n, line in enumerate(lines, 1) if pattern.match(line)), 1)


def _suggestion(key: str) -> str:
    import difflib  # only where there is something to correct

    close = difflib.get_close_matches(key, SETTINGS, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(SETTINGS)}."
