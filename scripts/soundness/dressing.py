"""The same line as people set it: within a sentence, as an item of a list, as a display."""

from __future__ import annotations

import random
from dataclasses import replace

from scripts.soundness.case import Case

_PLAIN = (
    "So {}.",
    "Therefore, {}",
    "This gives {}.",
    "Thus {}",
    "- {}",
    "2. {}",
    "**Step 2:** {}",
    "Hence we get {}.",
    "∴ {}",
)
_LATEX = (
    "So ${}$.",
    "It follows that ${}$.",
    r"\[ {} \]",
    "$${}$$",
    r"\({}\)",
    r"$$\begin{{aligned}} {} \end{{aligned}}$$",
)
DRESSED = 0.35  # of the lines that can be


def dressed(rng: random.Random, case: Case) -> Case:
    """Both variants set in the same way; an announced answer and prose stay as they are."""
    if rng.random() >= DRESSED or ":" in case.right or "If " in case.right:
        return case
    lines = [case.right, case.wrong]
    if all(line.startswith("$") and line.endswith("$") and line.count("$") == 2 for line in lines):
        frame, lines = rng.choice(_LATEX), [line[1:-1] for line in lines]
    elif any("\\" in line or "$" in line for line in lines):
        return case
    else:
        frame = rng.choice(_PLAIN)
    right, wrong = (frame.format(line) for line in lines)
    return replace(case, right=right, wrong=wrong)
