"""Answers that are labels, ``B`` or ``(B) 4``, of the choices that a question offers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from mathviz_chat.core.checking.equality_result import (
    Equality,
    Terms,
    equal_because,
    unequal_because,
)
from mathviz_chat.core.checking.sameness import same
from mathviz_chat.core.reading import ReadError, read

ONE_LABEL: Final = "Only one of them is the label of a choice."
_LABEL: Final = re.compile(r"^\(?\s*([A-Ja-j])\s*(?:[).:]\s*(?:\S.*)?)?$", re.DOTALL)
_OFFERED: Final = re.compile(r"(?<![\w(])\(?([A-J])\)\s*")
_LETTERS: Final = "ABCDEFGHIJ"


def label_of(text: str) -> str | None:
    """The label that an answer names, in a capital letter."""
    found = _LABEL.match(text)
    return None if found is None else found[1].upper()


def same_label(one: str, two: str) -> Equality:
    if one == two:
        return equal_because("They name the same choice.", "choice label")
    return unequal_because("They name different choices.", "choice label")


def choices_of(question: str) -> Mapping[str, str]:
    """``Which one? (A) 3 (B) 4`` by its labels, which count on from A; empty without them."""
    pieces = _OFFERED.split(question)
    labels, texts = pieces[1::2], [text.strip(" ,;.?\n") for text in pieces[2::2]]
    whole = len(labels) > 1 and "".join(labels) == _LETTERS[: len(labels)] and all(texts)
    return dict(zip(labels, texts, strict=True)) if whole else {}


def same_choice(left: str, right: str, offered: Mapping[str, str]) -> Equality | None:
    """Two answers to a question that offers choices: by their labels, or by what these stand for.

    None where neither is a label, or what a label stands for is not read.
    """
    labels = [label_of(text) for text in (left, right)]
    known = [label if label in offered else None for label in labels]
    if known[0] is not None and known[1] is not None:
        return same_label(known[0], known[1])
    if known == [None, None]:
        return None
    texts = (
        text if label is None else offered[label]
        for text, label in zip((left, right), known, strict=True)
    )
    try:
        gold, answer = map(read, texts)
    except ReadError:
        return None
    return same(gold, answer, Terms())
