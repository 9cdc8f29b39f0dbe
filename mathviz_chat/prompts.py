"""The only copy of the system prompt and of the answer format: serving and training share it."""

from __future__ import annotations

from typing import Final

SHIPPED_MODEL: Final = "mathviz"
"""The name of the trained model, embedded and in Ollama."""

ANSWER_PREFIX: Final = "Answer:"

SYSTEM_PROMPT: Final = (
    "You are a maths tutor. Solve the problem step by step. Write one short step on each line, "
    "with its equation. Write plain text, no tables. End with one line that starts with "
    f'"{ANSWER_PREFIX}" and gives the final answer only.'
)
