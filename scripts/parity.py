"""Measures parity: what a trained model says in transformers, and what its exported files say.

    python -m scripts.parity --adapter runs/small/adapter mathviz.gguf

in an environment with torch (the extra ``finetune``). The prompts are those of the export's
verification; the answers are the first file's. Told for each file: whether transformers' tokenizer
and the file's give the same prompt tokens, the maximum and mean difference of the log-probabilities
of the 20 tokens that the trained model finds likeliest at each position, the mean for the
likeliest alone, and at how many positions both find the same token likeliest. It ends in 1 where
the tokens differ.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from mathviz_chat.backends.llamacpp.parity import LogProbs, Said, compare, probing
from mathviz_chat.embedded import embedded_model
from mathviz_chat.export import GOLDEN
from mathviz_chat.messages import Message
from mathviz_chat.prompts import SYSTEM_PROMPT


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", metavar="GGUF", type=Path, nargs="+")
    parser.add_argument("--adapter", metavar="DIR", type=Path, help="PEFT folder of the training")
    parser.add_argument("--base", metavar="GGUF", type=Path, default=embedded_model())
    parser.add_argument("--tokens", metavar="N", type=int, default=40, help="of each answer")
    parser.add_argument("--threads", metavar="N", type=int, help="of llama.cpp")
    arguments = parser.parse_args()
    conversations = [(Message("system", SYSTEM_PROMPT), Message("user", q)) for q in GOLDEN]
    with probing(arguments.files[0], threads=arguments.threads) as probe:
        said = [probe.say(messages, arguments.tokens) for messages in conversations]
    tokenizer, model = load(arguments.base, arguments.adapter)
    differing = [
        question
        for question, messages, one in zip(GOLDEN, conversations, said, strict=True)
        if prompt_tokens(tokenizer, messages) != list(one.prompt)
    ]
    print(f"prompt tokens: {'the same' if not differing else f'they differ for {differing}'}")
    reference = list(trained(model, said))
    for path in arguments.files:
        with probing(path, threads=arguments.threads) as probe:
            found = [row for one in said for row in probe.follow(one.prompt, one.tokens)]
        parity = compare(reference, found)
        print(
            f"{path.name}: mean {parity.mean:.4f}, maximum {parity.maximum:.4f}, for the "
            f"likeliest token {parity.first:.4f}; the same one at {parity.same_first} of "
            f"{parity.positions} positions"
        )
    for question, one in zip(GOLDEN, said, strict=True):
        print(f"\n{question}\n{one.text}")
    return 1 if differing else 0


def load(base: Path, adapter: Path | None) -> tuple[Any, Any]:
    """The tokenizer, and the base (dequantised) with the adapter, in float32."""
    import torch
    from peft import PeftModel
    from transformers import AutoModelForCausalLM, AutoTokenizer

    where: dict[str, Any] = {"gguf_file": base.name}
    tokenizer = AutoTokenizer.from_pretrained(str(base.parent), **where)
    model = AutoModelForCausalLM.from_pretrained(str(base.parent), dtype=torch.float32, **where)
    if adapter is not None:
        model = PeftModel.from_pretrained(model, str(adapter))
    return tokenizer, model.eval()


def prompt_tokens(tokenizer: Any, messages: Sequence[Message]) -> list[int]:
    rows = [{"role": m.role, "content": m.content} for m in messages]
    text = tokenizer.apply_chat_template(rows, add_generation_prompt=True, tokenize=False)
    return list(tokenizer(text, add_special_tokens=False)["input_ids"])


def trained(model: Any, said: Sequence[Said]) -> Iterator[LogProbs]:
    """What the trained model expects at each token of the answers."""
    import torch

    for one in said:
        tokens = torch.tensor([[*one.prompt, *one.tokens]])
        with torch.no_grad():
            logits = model(tokens).logits[0].double()
        start = len(one.prompt) - 1
        expected = torch.log_softmax(logits, dim=-1)[start : start + len(one.tokens)]
        yield from np.asarray(expected)


if __name__ == "__main__":
    raise SystemExit(main())
