"""How long a prompt may be, for models whose tokenizer cannot be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mathviz_chat.messages import Message

TOKENS_A_MESSAGE = 8  # role and separators of the usual chat templates
_PIECES = re.compile(r"[A-Za-z]+|\s+|[^A-Za-z\s]")


def estimate_tokens(messages: Iterable[Message]) -> int:
    """Return an upper estimate of the prompt's length in tokens.

    Words are counted as one token for three letters, every other character as its UTF-8 bytes;
    byte-level BPE tokenizers (GPT, Llama 3, Qwen, SmolLM2) need fewer on prose and mathematics.
    """
    return sum(TOKENS_A_MESSAGE + _tokens(message.content) for message in messages)


def _tokens(text: str) -> int:
    return sum(_piece(match[0]) for match in _PIECES.finditer(text))


def _piece(piece: str) -> int:
    if piece.isascii() and piece.isalpha():
        return -(-len(piece) // 3)
    if piece.isspace():
        return 0 if piece == " " else len(piece)  # one space is part of the word that follows
    return len(piece.encode("utf-8", errors="replace"))
