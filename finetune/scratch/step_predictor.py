"""The step predictor: from an encoded equation to ``rule: next equation``, by characters."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from mathviz_finetune.scratch.encoder import (
    BEGIN,
    END,
    PAD,
    VOCABULARY,
    EquationEncoder,
    Positioned,
    padded,
    text_of,
    tokens,
)

LONGEST = 96  # characters of an equation, and of a step


class StepPredictor(nn.Module):
    """Encoder and decoder; the decoder looks at the equation and at what it has written."""

    def __init__(self, width: int = 96, heads: int = 4, layers: int = 2) -> None:
        super().__init__()
        self.encoder = EquationEncoder(width, heads, layers, LONGEST)
        self.embedding = Positioned(width, LONGEST)
        layer = nn.TransformerDecoderLayer(
            width, heads, 4 * width, dropout=0.0, batch_first=True, norm_first=True
        )
        self.decoder = nn.TransformerDecoder(layer, layers, norm=nn.LayerNorm(width))
        self.scores = nn.Linear(width, VOCABULARY)

    def forward(self, equations: Tensor, written: Tensor) -> Tensor:
        """Scores of the next character after each of ``written``: (rows, length, VOCABULARY)."""
        return self._next(self.encoder(equations), equations == PAD, written)

    def _next(self, encoded: Tensor, masked: Tensor, written: Tensor) -> Tensor:
        length = written.shape[1]
        later = torch.triu(torch.ones(length, length, dtype=torch.bool), diagonal=1)
        decoded = self.decoder(
            self.embedding(written),
            encoded,
            tgt_mask=later.to(written.device),
            memory_key_padding_mask=masked,
        )
        return self.scores(decoded)

    def loss(self, equations: Sequence[str], steps: Sequence[str]) -> Tensor:
        """The mean cross entropy of the steps' characters."""
        rows = [tokens(step) for step in steps]
        written = padded([[BEGIN, *row[:-1]] for row in rows])
        scores = self(padded([tokens(equation) for equation in equations]), written)
        return functional.cross_entropy(
            scores.flatten(0, 1), padded(rows).flatten(), ignore_index=PAD
        )

    @torch.inference_mode()
    def predict(self, equations: Sequence[str]) -> list[str]:
        """The likeliest step of each equation, chosen character by character."""
        numbers = padded([tokens(equation) for equation in equations])
        encoded, masked = self.encoder(numbers), numbers == PAD
        written = torch.full((len(equations), 1), BEGIN)
        ended = torch.zeros(len(equations), dtype=torch.bool)
        while written.shape[1] < LONGEST and not bool(ended.all()):
            scores = self._next(encoded, masked, written)[:, -1]
            scores[:, [PAD, BEGIN]] = -torch.inf
            chosen = scores.argmax(-1)
            chosen[ended] = END
            ended |= chosen == END
            written = torch.cat([written, chosen[:, None]], dim=1)
        return [text_of(row[1:]) for row in written.tolist()]
