"""``docs/examples.md`` shows the questions of its script, which writes what they print."""

from __future__ import annotations

from scripts import write_examples


def test_each_question_of_the_script_is_in_the_document() -> None:
    """Where this fails: python -m scripts.write_examples"""
    text = write_examples.DOCUMENT.read_text(encoding="utf-8")
    for title, question in write_examples.QUESTIONS:
        assert f"## {title}\n" in text
        assert f"-q '{question}'\n" in text
    assert text.count("verified]") == len(write_examples.QUESTIONS)
