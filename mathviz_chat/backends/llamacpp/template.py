"""A model's own chat template, as its GGUF file carries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mathviz_chat.errors import GenerationFailed


class ChatTemplate:
    """A Jinja template in llama-cpp-python's sandbox: it comes from a file, so it is not trusted.

    Raises :class:`GenerationFailed` where the template is broken or refuses the messages.
    """

    def __init__(self, source: str) -> None:
        from jinja2 import TemplateError
        from llama_cpp.llama_chat_format import Jinja2ChatFormatter

        self._refused = (TemplateError, ValueError, TypeError)
        try:
            self._formatter: Any = Jinja2ChatFormatter(source, eos_token="", bos_token="")
        except self._refused as error:
            raise GenerationFailed(f"The model's chat template is broken: {error}.") from None

    def render(
        self,
        messages: Sequence[Mapping[str, str]],
        *,
        add_generation_prompt: bool,
        bos_token: str,
        eos_token: str,
    ) -> str:
        """Return the prompt; with ``add_generation_prompt``, up to where the answer begins."""
        formatter = self._formatter
        formatter.add_generation_prompt = add_generation_prompt
        formatter.bos_token, formatter.eos_token = bos_token, eos_token
        try:
            return str(formatter(messages=list(messages)).prompt)
        except self._refused as error:
            raise GenerationFailed(
                f"The model's chat template refuses these messages: {error}."
            ) from None
