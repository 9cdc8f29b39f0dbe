"""TRL's trainer with the loss worked out at the tokens that are learned, and nowhere else.

About half of the tokens of a row are its prompt, and a vocabulary of 49,152 makes their scores (and
the entropy that TRL logs) two fifths of a step's time on a CPU.
"""

from __future__ import annotations

from typing import Any

import torch
from torch.nn.functional import cross_entropy
from trl import SFTTrainer

IGNORED = -100  # the label of a token that is not learned


class LearnedTokensTrainer(SFTTrainer):  # type: ignore[misc]
    """SFTTrainer for a causal language model; the same loss, without TRL's metrics."""

    def compute_loss(
        self,
        model: Any,
        inputs: dict[str, Any],
        return_outputs: bool = False,
        num_items_in_batch: Any = None,
    ) -> Any:
        """The mean negative log-likelihood of the labels of all processes' rows."""
        causal = self.accelerator.unwrap_model(model)
        causal = causal.get_base_model() if hasattr(causal, "get_base_model") else causal
        hidden = causal.model(
            input_ids=inputs["input_ids"],
            attention_mask=inputs["attention_mask"],
            use_cache=False,
        ).last_hidden_state[:, :-1]
        labels = inputs["labels"][:, 1:]
        learned = labels != IGNORED
        scores = causal.lm_head(hidden[learned]).float()
        total = cross_entropy(scores, labels[learned], reduction="sum")
        number = learned.sum() if num_items_in_batch is None else num_items_in_batch
        loss = total / torch.as_tensor(number).clamp(min=1)
        return (loss, {"logits": scores}) if return_outputs else loss
