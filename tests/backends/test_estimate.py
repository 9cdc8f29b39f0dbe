"""The estimate of a prompt's length is held against a real tokenizer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mathviz_chat.backends.estimate import estimate_tokens
from mathviz_chat.backends.llamacpp import LlamaCppBackend
from mathviz_chat.messages import Message
from mathviz_chat.prompts import SYSTEM_PROMPT


@pytest.fixture(scope="module")
def backend(smollm2: Path) -> Iterator[LlamaCppBackend]:
    backend = LlamaCppBackend(smollm2, num_ctx=512, threads=1)
    backend.warm_up()
    yield backend
    backend.close()


@pytest.mark.real
@pytest.mark.parametrize(
    "content",
    [
        "",
        "Solve for x: 3x + 7 = 22",
        SYSTEM_PROMPT,
        r"\frac{-b \pm \sqrt{b^2 - 4ac}}{2a} \text{ where } a \neq 0",
        "x₁ = (−5 + √49) ⁄ 4, so x ∈ {½, −3}; ∫₀^∞ e^(−x²) dx = √π/2",
        "1234567890 * 9876543210 = 12193263111263526900\n" * 5,
        "A train travels 120 miles in 2 hours.\n\n\n    What is its speed?",
        "解方程 3x + 7 = 22，求 x 的值。",
        "  \t\n" * 20,
        "antidisestablishmentarianism Donaudampfschifffahrtsgesellschaft",
    ],
)
def test_not_below_the_truth_and_not_far_above(backend: LlamaCppBackend, content: str) -> None:
    messages = (Message("system", "Be short."), Message("user", content))
    truth = backend.count_tokens(messages)
    assert truth <= estimate_tokens(messages) <= 3 * truth + 20


def test_before_the_model_is_loaded_it_is_the_estimate(smollm2: Path) -> None:
    messages = (Message("user", SYSTEM_PROMPT),)
    assert LlamaCppBackend(smollm2).count_tokens(messages) == estimate_tokens(messages)
