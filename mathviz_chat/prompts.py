"""The only copy of the system prompt and of the answer format: serving and training share it.

The format, as a trained model writes it and a terminal shows it: plain text; one step a line, which
may begin with what is done and a colon; arithmetic is written out as ``expression = value``, where
the calculator (``core/calculation.py``) may write the value; the last line is the answer::

    Subtract 7 from both sides: 3x = 22 - 7 = 15
    Divide both sides by 3: x = 15 / 3 = 5
    Answer: x = 5

The calculator steps in after `` =``, at the end of a token in training too: the value begins with a
space, its digits are a token each, and the line ends after it; the engine ends it there. A slash
with spaces is a division to be carried out (``7 / 2 = 7/2``); one without is a fraction.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from mathviz_chat.messages import Message

SHIPPED_MODEL: Final = "mathviz"
"""The name of the trained model, embedded and in Ollama."""

ANSWER_PREFIX: Final = "Answer:"

SYSTEM_PROMPT: Final = (
    "You are a maths tutor. Write plain text, one short step a line. "
    f'End with "{ANSWER_PREFIX}" and the answer.'
)

READING_PROMPT: Final = """\
Translate the question into formulas. Do not solve it and do not compute anything.
Use every number of the question exactly as it is written, and no other numbers.
Write * for times, / for divided by, and percent as a division: 15% is 15/100.
Answer in JSON with these fields:
"task": "solve" for equations and word problems; "evaluate", "simplify", "expand", "factor", \
"differentiate" or "integrate" for one expression.
"equations": for "solve", one equation for each quantity, else the expression alone.
"asked": for "solve", the name of the quantity that is asked for, else the expression.

Question: Tom has 3 boxes with 12 pencils each. He gives 5 pencils away. How many are left?
{"task": "solve", "equations": ["pencils = 3 * 12", "left = pencils - 5"], "asked": "left"}
Question: A shirt costs $40. What does it cost with 15% off?
{"task": "solve", "equations": ["off = 40 * 15/100", "price = 40 - off"], "asked": "price"}
Question: The sum of a number and twice that number is 21. Find the number.
{"task": "solve", "equations": ["n + 2 * n = 21"], "asked": "n"}
Question: could you work out the slope function of x^2 + 3x for me
{"task": "differentiate", "equations": ["x^2 + 3x"], "asked": "x^2 + 3x"}"""
"""Asks a model how it reads a question that our rules do not read."""

READING_SCHEMA: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {
        "task": {
            "enum": [
                *("solve", "evaluate", "simplify", "expand"),
                *("factor", "differentiate", "integrate"),
            ]
        },
        "equations": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 8},
        "asked": {"type": "string"},
    },
    "required": ["task", "equations", "asked"],
    "additionalProperties": False,
}
"""What the model answers then; :mod:`mathviz_chat.core.problems.proposed` reads it."""


def reading_messages(question: str) -> tuple[Message, ...]:
    """The prompt for a model's reading of a question."""
    return (Message("system", READING_PROMPT), Message("user", f"Question: {question}"))


EXAMPLES: Final = (
    (
        "Solve for x: 3x + 7 = 22",
        "Subtract 7 from both sides: 3x = 22 - 7 = 15\n"
        "Divide both sides by 3: x = 15 / 3 = 5\n"
        f"{ANSWER_PREFIX} x = 5",
    ),
)
"""Questions with answers as a trained model writes them."""
