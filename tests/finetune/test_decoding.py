"""Greedy answers of a model in training: the calculator's tokens, and many at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mathviz_finetune.decoding import _Answer, _take

END = 0


class Characters:
    """A tokenizer whose tokens are characters; 0 ends the answer."""

    eos_token_id = END

    def decode(self, tokens: list[int]) -> str:
        return "".join(map(chr, tokens))

    def __call__(self, text: str, *, add_special_tokens: bool) -> dict[str, list[int]]:
        assert not add_special_tokens
        return {"input_ids": [ord(character) for character in text]}


TAKEN = [
    ("6 * 7 =|x", True, "6 * 7 = 42\nx", "the value and the end of its line, then the model"),
    ("6 * 7 =x", False, "6 * 7 =x", "no calculator"),
    ("a * 7 =x", True, "a * 7 =x", "no number, no value"),
    ("1 + 1 =|2 + 2 =|x", True, "1 + 1 = 2\n2 + 2 = 4\nx", "a value for each line"),
]


@pytest.mark.parametrize(("said", "calculator", "text", "why"), TAKEN)
def test_the_calculator_ends_the_line(said: str, calculator: bool, text: str, why: str) -> None:
    """``|``: what the model would say there counts for nothing while a value is put in."""
    answer, tokenizer = _Answer(), Characters()
    for character in said:
        if character == "|":
            while answer.due:
                _take(answer, ord("?"), tokenizer, calculator)
        else:
            _take(answer, ord(character), tokenizer, calculator)
    assert answer.text == text, why


def test_an_ended_answer_stays_as_it_is() -> None:
    answer = _Answer()
    assert _take(answer, END, Characters(), True) == END
    assert _take(answer, ord("x"), Characters(), True) == END
    assert (answer.ended, answer.text) == (True, "")


@pytest.mark.torch
def test_many_answers_are_those_of_one_at_a_time(tmp_path: Path) -> None:
    from mathviz_finetune.base_model import load_base
    from mathviz_finetune.decoding import decode
    from mathviz_finetune.training_config import load_config
    from tests.finetune.test_training import TEMPLATE, configured
    from tests.gguf import small_model

    base = small_model.write_base(tmp_path / "base.gguf", template=TEMPLATE)
    model, tokenizer = load_base(load_config(Path(configured(tmp_path, base))))
    assert tokenizer.eos_token == "<|im_end|>", "as the GGUF file says"
    prompts: list[list[dict[str, Any]]] = [
        [{"role": "user", "content": text}] for text in ("Add 1 and 2", "Hi", "Solve 3x + 7 = 22")
    ]
    together = decode(model.eval(), tokenizer, prompts, max_tokens=12)
    alone = [decode(model, tokenizer, [prompt], max_tokens=12)[0] for prompt in prompts]
    assert together == alone
    assert len(set(alone)) == 3, "the prompts count"
