"""How long a prompt may be, for models whose tokenizer cannot be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mathviz_chat.messages import Message

TOKENS_A_MESSAGE = 8  # role and separators of the usual chat templates
_WORD = re.compile(r"[A-Za-z]+")
_FREE = re.compile(r" (?=[^\s\d])")  # one space is part of the token that follows, but no digit's


def estimate_tokens(messages: Iterable[Message]) -> int:
    """Return an upper estimate of the prompt's length in tokens.

    A word is counted as one token for three letters, every other character as its UTF-8 bytes;
    byte-level BPE tokenizers (GPT, Llama 3, Qwen, SmolLM2) need fewer on prose and mathematics.
    """
    return sum(TOKENS_A_MESSAGE + _tokens(message.content) for message in messages)


def _tokens(text: str) -> int:
    words = sum(-(-len(match[0]) // 3) for match in _WORD.finditer(text))
    rest = _WORD.sub("", _FREE.sub("", text))
    return words + len(rest.encode("utf-8", errors="replace"))
