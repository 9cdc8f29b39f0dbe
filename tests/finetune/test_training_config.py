"""Training configurations: those that ship, and what is wrong with others."""

from __future__ import annotations

from pathlib import Path

import pytest

import mathviz_finetune
from mathviz_chat.errors import UsageError
from mathviz_finetune.topics import TOPICS
from mathviz_finetune.training_config import load_config

SHIPPED = sorted((Path(mathviz_finetune.__file__).parent / "configs").glob("*.toml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_configuration_that_ships(path: Path) -> None:
    config = load_config(path)
    assert set(config.topics) <= set(TOPICS)
    assert config.four_bit == (path.stem == "large")
    named = path.read_text(encoding="utf-8").splitlines()[0]
    assert named.startswith(f"# mathviz-finetune train finetune/configs/{path.name} "), named


def test_the_sizes_and_domains_are_there() -> None:
    names = {path.stem for path in SHIPPED}
    assert names >= {"small", "medium", "large", "algebra", "calculus", "arithmetic"}


FAULTS = [
    ("max_steps = 2000", "max_step = 2000", "unknown keys: max_step"),
    ("max_steps = 2000", "", "is not complete"),
    ("max_steps = 2000", 'max_steps = "2000"', "max_steps must be int, not '2000'"),
    ("max_steps = 2000", "max_steps = true", "max_steps must be int, not True"),
    ("max_steps = 2000", "max_steps = 20", "are more than max_steps"),
    ('precision = "bf16"', 'precision = "fp8"', "precision must be one of bf16, fp32"),
    ("[train]", '[train]\nmethod = "dora"', "method must be one of lora, full"),
    ("[train]", '[train]\nmethod = "full"\nfour_bit = true', "trains all weights"),
    ("[train]", "[train", "is not TOML"),
    ("[base]", "seed = 1\n[base]", "seed outside of a table"),
]


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS)
def test_what_is_wrong_is_told_in_one_sentence(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    medium = next(path for path in SHIPPED if path.stem == "medium")
    text = medium.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "config.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UsageError, match=sentence):
        load_config(path)
