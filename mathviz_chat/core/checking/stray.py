"""What a line puts beside a value that is not in the question: a unit, a remainder.

``x = ±3 cm`` is no solution of x^2 = 9, and ``x = 3 mod 5`` says 3, or 3, 8, 13 and so on: the
condition is judged without the unit, and with one value, so neither is proved nor refuted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mathviz_chat.core.checking.doubts import MODULUS
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.reading.tree import Call, Node, Quantity
from mathviz_chat.core.reading.units import CURRENCY_SIGNS, UNIT_WORDS
from mathviz_chat.core.reading.walking import has, walk

_WORD: Final = re.compile(r"[A-Za-z]+")
_MODULUS: Final = re.compile(r"\\?[bp]?mod\b|\bmodulo\b|\bremainder\b|≡", re.IGNORECASE)


def stray(statement: Node, given: Sequence[Node], task: Task) -> str | None:
    """Why the statement is no condition as it stands, beside what is given; None where it is."""
    if not has(statement, Quantity, Call):
        return None
    question = task.question or ""
    if _has_modulus(statement) and not (any(map(_has_modulus, given)) or _MODULUS.search(question)):
        return MODULUS
    if task.is_told:
        return None
    known = _units_in(question) | {part for one in given for part in _parts(one)}
    unknown = next((part for part in _parts(statement) if part not in known), None)
    return (
        None
        if unknown is None
        else f"The unit {unknown} stands neither in the question nor before."
    )


def _has_modulus(node: Node) -> bool:
    return has(node, Call) and any(
        isinstance(part, Call) and part.function == "mod" for part in walk(node)
    )


def _parts(node: Node) -> tuple[str, ...]:
    """The units of a formula, ``km`` and ``h`` of ``km/h``."""
    if not has(node, Quantity):
        return ()
    units = (part.unit for part in walk(node) if isinstance(part, Quantity))
    return tuple(dict.fromkeys(name for unit in units for name in _WORD.findall(unit)))


def _units_in(question: str) -> set[str]:
    """The units that a question names, and its other words as they stand."""
    said = set(_WORD.findall(question))
    spelled = {UNIT_WORDS[word] for word in said if word in UNIT_WORDS}
    compound = {name for unit in spelled for name in _WORD.findall(unit)}
    money = {unit for sign, unit in CURRENCY_SIGNS.items() if sign in question}
    return said | {word.removesuffix("s") for word in said} | compound | money
