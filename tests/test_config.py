"""Where settings come from, and what is said of those that do not fit."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mathviz_chat import config
from mathviz_chat.cli.parser import build
from mathviz_chat.errors import UsageError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def load(file: Path, **environ: str) -> config.Config:
    return config.load({}, {"MATHVIZ_CONFIG": str(file), **environ})


def test_without_a_file_every_setting_has_its_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = config.load({}, {})
    assert settings == config.Config()
    assert not settings.backend_named
    assert {settings.origin(name).layer for name in config.SETTINGS} == {"default"}


def test_each_layer_wins_over_those_before_it(file: Path) -> None:
    file.write_text('model = "file"\nbackend = "ollama"\nseed = 1\n')
    environ = {"MATHVIZ_CONFIG": str(file), "MATHVIZ_BACKEND": "openai", "MATHVIZ_SEED": "2"}
    settings = config.load({"seed": "3"}, environ)
    assert (settings.model, settings.backend, settings.seed) == ("file", "openai", 3)
    assert str(settings.origin("model")) == f"{file}, line 1"
    assert str(settings.origin("backend")) == "MATHVIZ_BACKEND"
    assert str(settings.origin("seed")) == "--seed"
    assert str(settings.origin("temperature")) == "default"


def test_a_flag_that_turns_something_off_is_named_as_it_was_given(file: Path) -> None:
    file.write_text("")
    settings = config.load({"calculator": "false"}, {"MATHVIZ_CONFIG": str(file)})
    assert settings.calculator is False
    assert str(settings.origin("calculator")) == "--no-calculator"


@pytest.mark.parametrize("layer", ["file", "environment", "flag"])
def test_a_backend_is_named_by_any_layer(file: Path, layer: str) -> None:
    file.write_text('backend = "ollama"\n' if layer == "file" else "")
    environ = {"MATHVIZ_CONFIG": str(file)}
    environ |= {"MATHVIZ_BACKEND": "ollama"} if layer == "environment" else {}
    settings = config.load({"backend": "ollama"} if layer == "flag" else {}, environ)
    assert settings.backend_named
    assert settings.origin("backend").layer == layer


def test_auto_asked_for_by_name_is_still_auto(file: Path) -> None:
    file.write_text('backend = "ollama"\n')
    settings = config.load({"backend": "auto"}, {"MATHVIZ_CONFIG": str(file)})
    assert not settings.backend_named


def test_an_empty_variable_counts_as_not_set(file: Path) -> None:
    file.write_text("")
    assert load(file, MATHVIZ_MODEL="", MATHVIZ_SEED="").seed is None


EXAMPLES = {
    "backend": ('"llamacpp"', "llamacpp", "llamacpp"),
    "model": ('"~/m.gguf"', "~/m.gguf", "~/m.gguf"),
    "models": ('["a", "b"]', "a, b", ("a", "b")),
    "adapter": ('"a.gguf"', "a.gguf", "a.gguf"),
    "threads": ("4", "4", 4),
    "ollama_host": ('"h:1"', "h:1", "h:1"),
    "base_url": ('"http://h/v1"', "http://h/v1", "http://h/v1"),
    "solver": ('"sympy"', "sympy", "sympy"),
    "steps": ('"fine"', "fine", "fine"),
    "method": ('"formula"', "formula", "formula"),
    "system": ('"Be brief."', "Be brief.", "Be brief."),
    "temperature": ("0.7", "0.7", 0.7),
    "seed": ("0", "0", 0),
    "num_ctx": ("8192", "8192", 8192),
    "max_tokens": ("64", "64", 64),
    "calculator": ("true", "yes", True),
    "model_reading": ("true", "yes", True),
    "stream": ("false", "no", False),
    "color": ('"never"', "never", "never"),
    "check_seconds": ("1", "1", 1.0),
    "check_memory_mib": ("256", "256", 256),
}


@pytest.mark.parametrize("name", config.SETTINGS)
def test_a_setting_is_the_same_from_the_file_and_from_the_environment(
    file: Path, name: str
) -> None:
    toml, text, value = EXAMPLES[name]
    file.write_text(f"{name} = {toml}\n")
    from_file = load(file)
    file.write_text("")
    from_environment = load(file, **{config.variable(name): text})
    assert getattr(from_file, name) == getattr(from_environment, name) == value
    assert getattr(config.Config(), name) != value or name == "check_seconds"


BAD_FILES = [
    ("modle = 'x'", "line 1: there is no setting 'modle'; did you mean 'model'?", "a slip"),
    ("\n\nzzz = 1", "line 3: there is no setting 'zzz'; known are backend, ", "an unknown key"),
    ("[model]\nname = 'x'", "line 1: model must be a name", "a table is not text"),
    ("backend = 'gpt'", "line 1: backend must be one of auto, llamacpp, ", "an unknown name"),
    ("# seed = 1\nseed = '1'", "line 2: seed must be a whole number", "text is not a number"),
    ("seed = true", "line 1: seed must be a whole number", "a truth value is not a number"),
    ("seed = -1", "line 1: seed must be a whole number from 0 to", "out of range"),
    ("temperature = nan", "line 1: temperature must be a number from 0 to 5", "not finite"),
    ("stream = 1", "line 1: stream must be true or false", "a number is not a truth value"),
    ("models = 'a'", "line 1: models must be a list", "text is not a list"),
    ("models = [1]", "line 1: models must be a list", "numbers are not names"),
    ("model = ''", "line 1: model must be a name", "an empty name"),
    ("base_url = 'h'", "line 1: base_url must be an address such as http", "no scheme"),
    ("model = ", "is not TOML", "a syntax error (tomllib names the line)"),
]


@pytest.mark.parametrize(("text", "said", "why"), BAD_FILES, ids=[row[2] for row in BAD_FILES])
def test_a_file_that_does_not_fit_is_one_sentence(
    file: Path, text: str, said: str, why: str
) -> None:
    file.write_text(text)
    with pytest.raises(UsageError) as raised:
        load(file)
    assert said in str(raised.value)
    assert str(file) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_was_named_must_be_there(file: Path) -> None:
    with pytest.raises(UsageError, match=r"MATHVIZ_CONFIG names .* which does not exist"):
        load(file)


def test_a_file_in_another_encoding_is_one_sentence(file: Path) -> None:
    file.write_bytes(b"model = '\xff'")
    with pytest.raises(UsageError, match="is not UTF-8 text"):
        load(file)


BAD_TEXT = [
    ("seed", "1.5", "--seed must be a whole number from 0 to 4294967295, not '1.5'."),
    ("seed", "9" * 5000, "--seed must be a whole number"),
    ("temperature", "inf", "--temperature must be a number from 0 to 5, not 'inf'."),
    ("solver", "wolfram", "--solver must be one of auto, model, sympy, not 'wolfram'."),
    ("num_ctx", "0", "--num-ctx must be a whole number from 64"),
]


@pytest.mark.parametrize(("name", "text", "said"), BAD_TEXT)
def test_a_flag_that_does_not_fit_is_one_sentence(name: str, text: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        config.load({name: text}, {})
    assert str(raised.value).startswith(said)


def test_a_variable_that_does_not_fit_is_named(file: Path) -> None:
    file.write_text("")
    with pytest.raises(UsageError, match=r"^MATHVIZ_STREAM must be true or false, not 'maybe'\.$"):
        load(file, MATHVIZ_STREAM="maybe")


def test_the_document_has_every_setting_with_its_flag_and_default() -> None:
    text = (Path(__file__).parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in text.splitlines() if line.startswith("| `")]
    documented = {cells[1].strip(" `"): (cells[2].strip(" `"), cells[3].strip()) for cells in rows}
    flags = {action.dest for action in build()._actions} | {"stream"}
    defaults = config.Config()
    assert set(documented) == set(config.SETTINGS)
    for name, (flag, default) in documented.items():
        assert flag == (config.flag(name) if name in flags else ""), name
        value = getattr(defaults, name)
        if default.startswith("`") and default[1:2] in '"[0123456789tf':
            assert tomllib.loads(f"x = {default.strip('`')}")["x"] == (
                list(value) if isinstance(value, tuple) else value
            ), name


def test_options_are_what_is_handed_to_a_backend() -> None:
    options = config.Config(temperature=0.5, max_tokens=9, num_ctx=128, seed=4).options()
    assert (options.temperature, options.max_tokens) == (0.5, 9)
    assert (options.num_ctx, options.seed) == (128, 4)
