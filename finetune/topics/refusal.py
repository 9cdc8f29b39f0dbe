"""What is not mathematics: the tutor says in one sentence what it is for."""

from __future__ import annotations

import random

from mathviz_finetune.exercise import Exercise

REFUSAL = "I am a maths tutor and can only help with mathematics."

SUBJECTS = (
    "cats", "the sea", "Paris", "football", "the weather", "dogs", "Rome", "music", "cars", "films",
    "cooking", "the moon", "history", "politics", "gardens", "trains", "love", "winter", "birds",
    "computers", "fashion", "holidays", "my friend", "coffee", "tea", "bread", "horses", "books",
)  # fmt: skip
WORDINGS = (
    "Write a poem about {s}.",
    "Tell me a story about {s}.",
    "What do you think about {s}?",
    "Tell me a joke about {s}.",
    "Give me some advice about {s}.",
    "What is the latest news about {s}?",
    "Write an essay about {s}.",
    "Who knows most about {s}?",
    "Translate a sentence about {s} into French.",
)


def make(rng: random.Random, level: int) -> Exercise:
    """One subject, which no maths question is about."""
    subject = rng.choice(SUBJECTS)
    texts = tuple(wording.format(s=subject) for wording in WORDINGS)
    return Exercise(f"refusal {subject}", texts, (REFUSAL, "Ask me a maths question."), None)
