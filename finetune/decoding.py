"""Greedy answers of a model in training, many at a time, with the calculator in the loop.

The engine asks one question at a time of a GGUF file; here the weights are those in memory.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mathviz_chat.core.calculation import value_after


@dataclass(slots=True)
class _Answer:
    """One answer in the making. due: tokens of a value that the calculator puts in."""

    text: str = ""
    generated: int = 0
    due: deque[int] = field(default_factory=deque)
    ended: bool = False


def decode(
    model: Any,
    tokenizer: Any,
    prompts: Sequence[Sequence[Mapping[str, str]]],
    *,
    max_tokens: int = 200,
    calculator: bool = True,
) -> list[str]:
    """The answers to ``prompts`` (conversations that end with the user), greedy.

    max_tokens: of each answer, those of the calculator included.
    """
    import torch

    answers = [_Answer() for _ in prompts]
    texts = [
        tokenizer.apply_chat_template(list(prompt), tokenize=False, add_generation_prompt=True)
        for prompt in prompts
    ]
    tokenizer.padding_side = "left"
    tokenizer.pad_token = tokenizer.pad_token or tokenizer.eos_token
    inputs = tokenizer(texts, return_tensors="pt", padding=True, add_special_tokens=False)
    ids, mask = inputs["input_ids"].to(model.device), inputs["attention_mask"].to(model.device)
    past = None
    with torch.inference_mode():
        for _ in range(max_tokens):
            positions = (mask.cumsum(-1) - 1).clamp(min=0)[:, -ids.shape[1] :]
            out = model(
                input_ids=ids,
                attention_mask=mask,
                position_ids=positions,
                past_key_values=past,
                use_cache=True,
                logits_to_keep=1,
            )
            past = out.past_key_values
            chosen = out.logits[:, -1].argmax(-1).tolist()
            pairs = zip(answers, chosen, strict=True)
            taken = [_take(answer, token, tokenizer, calculator) for answer, token in pairs]
            if all(answer.ended for answer in answers):
                break
            ids = torch.tensor(taken, device=model.device)[:, None]
            mask = torch.cat([mask, torch.ones_like(ids)], dim=1)
    return [answer.text for answer in answers]


def _take(answer: _Answer, token: int, tokenizer: Any, calculator: bool) -> int:
    """The token that goes on an answer: the calculator's where one is due, else the model's."""
    if answer.ended:
        return int(tokenizer.eos_token_id)
    if answer.due:
        token = answer.due.popleft()
    elif token == tokenizer.eos_token_id:
        answer.ended = True
        return token
    answer.text += tokenizer.decode([token])
    if calculator and not answer.due and answer.text.endswith("="):
        value = value_after(answer.text[answer.text.rfind("\n") + 1 :])
        if value is not None:  # and the line ends after it, as in the answer format
            answer.due.extend(tokenizer(f"{value}\n", add_special_tokens=False)["input_ids"])
    return token
