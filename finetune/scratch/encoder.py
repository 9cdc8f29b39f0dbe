"""The equation encoder: the characters of an equation as vectors that know of each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import torch
from torch import Tensor, nn

PAD, BEGIN, END = range(3)
_CHARACTERS: Final = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-*/^()=:.,√±"
_NUMBERS: Final = {character: place for place, character in enumerate(_CHARACTERS, start=3)}
VOCABULARY: Final = 3 + len(_CHARACTERS)


def tokens(text: str) -> list[int]:
    """A number a character, END last. Raises ValueError for characters that are not known."""
    try:
        return [*(_NUMBERS[character] for character in text), END]
    except KeyError as error:
        raise ValueError(f"{error} is no character of an equation") from None


def text_of(numbers: Iterable[int]) -> str:
    """What stands before END."""
    found: list[str] = []
    for number in numbers:
        if number == END:
            break
        found.append(_CHARACTERS[number - 3])
    return "".join(found)


def padded(rows: Sequence[Sequence[int]]) -> Tensor:
    """(rows, longest), PAD behind the shorter ones."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[PAD] * (longest - len(row))] for row in rows])


class Positioned(nn.Module):
    """Embedding of characters and of their places."""

    def __init__(self, width: int, longest: int) -> None:
        super().__init__()
        self.characters = nn.Embedding(VOCABULARY, width, padding_idx=PAD)
        self.places = nn.Embedding(longest, width)

    def forward(self, numbers: Tensor) -> Tensor:
        """(rows, length) to (rows, length, width)."""
        places = torch.arange(numbers.shape[1], device=numbers.device)
        return self.characters(numbers) + self.places(places)


class EquationEncoder(nn.Module):
    """Layers of self-attention over the characters (Vaswani et al. 2017, norm first)."""

    def __init__(self, width: int, heads: int, layers: int, longest: int) -> None:
        super().__init__()
        self.embedding = Positioned(width, longest)
        layer = nn.TransformerEncoderLayer(
            width, heads, 4 * width, dropout=0.0, batch_first=True, norm_first=True
        )
        self.layers = nn.TransformerEncoder(
            layer, layers, norm=nn.LayerNorm(width), enable_nested_tensor=False
        )

    def forward(self, numbers: Tensor) -> Tensor:
        """(rows, length) to (rows, length, width)."""
        return self.layers(self.embedding(numbers), src_key_padding_mask=numbers == PAD)
