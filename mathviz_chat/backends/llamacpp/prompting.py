"""Messages as the tokens that a model was trained to see."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mathviz_chat.backends.llamacpp.native import NativeModel
from mathviz_chat.backends.llamacpp.template import ChatTemplate
from mathviz_chat.errors import ModelNotFound
from mathviz_chat.messages import Message


class Prompting:
    """The chat template of a loaded model. path: of its file, for the sentence of an error.

    Raises :class:`ModelNotFound` for a model without a template.
    """

    def __init__(self, native: NativeModel, path: Path) -> None:
        source = native.metadata("tokenizer.chat_template")
        if source is None:
            raise ModelNotFound(
                f"{path} has no chat template, so it cannot hold a conversation: use an "
                f"instruction-tuned model."
            )
        self._native = native
        self._template = ChatTemplate(source)

    def tokens(self, messages: Iterable[Message], *, answer: bool = True) -> list[int]:
        """Return the tokens of the rendered messages; ``answer``: up to where the answer begins."""
        native = self._native
        bos = native.special_text("bos")
        text = self._template.render(
            messages=[{"role": m.role, "content": m.content} for m in messages],
            add_generation_prompt=answer,
            bos_token=bos,
            eos_token=native.special_text("eos"),
        )
        # Some templates write the BOS token themselves; two of them ruin the answer.
        return native.tokenize(text, begin=not (bos and text.startswith(bos)), special=True)
