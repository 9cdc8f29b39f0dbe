"""Questions in other languages: one clear sentence, and no English question is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from mathviz_chat.core.problems import Unread, read_question
from mathviz_chat.core.problems.foreign import language_of

FOREIGN = [
    ("Wie groß ist der Flächeninhalt eines Kreises mit Radius 3?", "German"),
    ("Löse 3x + 7 = 22", "German"),
    ("Welche x sind keine Lösung von 3x + 7 = 22?", "German"),
    ("Quelle est l'aire d'un cercle de rayon 3 ?", "French"),
    ("Résoudre 3x + 7 = 22", "French"),
    ("¿Cuál es el área de un círculo de radio 3?", "Spanish"),
    ("Resuelve 3x + 7 = 22", "Spanish"),
    ("Ile wynosi pole koła o promieniu 3?", "Polish"),
    ("Rozwiąż równanie 3x + 7 = 22", "Polish"),
    ("Qual é a área de um círculo de raio 3?", "Portuguese"),
    ("Resolva a equação 3x + 7 = 22", "Portuguese"),
]


@pytest.mark.parametrize(("question", "language"), FOREIGN, ids=[row[0] for row in FOREIGN])
def test_the_language_is_named(question: str, language: str) -> None:
    found = read_question(question)
    assert isinstance(found, Unread)
    assert found.reason == f"Questions are read in English only; this one seems to be {language}."


ENGLISH = [
    "Jose de la Cruz has 5 apples and eats 2. How many are left?",
    "Solve 3x + 7 = 22 para x",
    "A die is rolled. What is the probability of a 6?",
    "What is the area of a circle with radius 3?",
    "3x + 7 = 22",
]


@pytest.mark.parametrize("question", ENGLISH)
def test_english_is_left_alone(question: str) -> None:
    assert language_of(question) == ""


def test_no_question_of_the_data_is_taken_for_a_foreign_one() -> None:
    files = sorted((Path(__file__).parents[2] / "data" / "questions").glob("*.tsv"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 500
    assert [line for line in lines if language_of(line)] == []


def test_a_foreign_greeting_is_no_question() -> None:
    found = read_question("Hallo, wie ist es mit dem Wetter?")
    assert isinstance(found, Unread)
    assert not found.formal
