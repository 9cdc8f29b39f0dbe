"""Rows as the trainer will see them: the prompt in full, what is learned, how many tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from mathviz_finetune.rows import Row

MAX_LENGTH: Final = 320  # tokens of a row in the small configuration


class Tokenizer:
    """The base's own tokenizer and chat template, by llama.cpp: no torch, no weights."""

    def __init__(self, path: Path) -> None:
        from mathviz_chat.backends.llamacpp.library import llama_cpp
        from mathviz_chat.backends.llamacpp.template import ChatTemplate

        self._llama: Any = llama_cpp().Llama(str(path), vocab_only=True, verbose=False)
        self._template = ChatTemplate(self._llama.metadata["tokenizer.chat_template"])

    def prompt(self, messages: Sequence[dict[str, str]]) -> str:
        """The text in front of the answer."""
        return self._template.render(
            messages, add_generation_prompt=True, bos_token="<|im_start|>", eos_token="<|im_end|>"
        )

    def count(self, text: str) -> int:
        """Tokens of a text, with its special tokens read as such."""
        return len(self._llama.tokenize(text.encode(), add_bos=False, special=True))


def lines(rows: Sequence[Row], base: Path) -> Iterator[str]:
    """Each row: its masked prompt behind ``|``, what is learned behind ``>``, its tokens."""
    tokenizer = Tokenizer(base)
    for row in rows:
        turns = [{"role": turn.role, "content": turn.content} for turn in row.messages]
        prompt, learned = tokenizer.prompt(turns), f"{row.completion}<|im_end|>\n"
        masked, kept = tokenizer.count(prompt), tokenizer.count(learned)
        cut = max(0, masked + kept - MAX_LENGTH)
        yield f"{row.id}: {masked} tokens masked, {kept} learned, {cut} cut at {MAX_LENGTH}"
        yield from (f"| {line}" for line in prompt.rstrip("\n").split("\n"))
        yield from (f"> {line}" for line in learned.rstrip("\n").split("\n"))
        yield ""
