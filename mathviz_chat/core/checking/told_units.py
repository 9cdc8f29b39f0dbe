"""Units of one letter that the question measures in: ``c = 5 m``, where it speaks of metres.

A letter is such a unit where the question has it, or its name, behind a number and nowhere else:
not ``m`` of "2 h 30 m" or of "$5m", nor one that names something. And the unit that the answer is
measured in, which a number is not given another one of: ``A = 5*4 = 20 cm``. A unit after a closed
formula belongs into it: ``\\(A = 20\\) cm²``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.lines import Found, ReadLine
from mathviz_chat.core.checking.quantities import with_short_units
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import Problem, judge_answer
from mathviz_chat.core.problems.units import find
from mathviz_chat.core.reading.tree import Chain, Expr, Node, Quantity, RelOp
from mathviz_chat.core.reading.units import match_unit
from mathviz_chat.core.verdict import AnswerVerdict

_NAMES: Final = {
    "m": r"met(?:er|re)s?",
    "s": r"seconds?",
    "h": r"hours?",
    "g": r"grams?",
    "L": r"lit(?:er|re)s?",
    "l": r"lit(?:er|re)s?",
}
_BEHIND_NUMBER: Final = r"(?<=\d)[\s~]*(?:\\,)?(?:\\text\{{\s*)?(?:{})(?![A-Za-z])"
_ALONE: Final = r"(?<![A-Za-z\\]){}(?![A-Za-z'’])"
_MINUTES: Final = re.compile(r"\d\s*h\w*\s*\d+\s*m\b", re.IGNORECASE)
_MILLIONS: Final = re.compile(r"[$£€]\s*[\d.,]+\s*m\b", re.IGNORECASE)
_CLOSED: Final = re.compile(r"(?:[\d})π]|\\pi)\s*(?P<end>\\[)\]]|\$)")
_SHORT: Final = re.compile(r"\s*(?P<letter>[A-Za-z])(?:\^?[23]|[²³])?(?![\w/^'’])")
_JOINS: Final = frozenset({RelOp.EQ, RelOp.APPROX})


def units_told(question: str | None) -> frozenset[str]:
    """The letters that stand for units in this question."""
    if question is None or _MINUTES.search(question) or _MILLIONS.search(question):
        return frozenset()
    return frozenset(letter for letter in _NAMES if _is_unit(letter, question))


def _is_unit(letter: str, question: str) -> bool:
    rates = re.sub(r"[a-z]+\s*/\s*[a-z]+(?:\^?\d|[²³])?", " ", question)  # ``m/s`` names both
    behind = re.compile(_BEHIND_NUMBER.format(rf"{letter}|{_NAMES[letter]}"))
    measured = behind.search(question) or re.search(rf"\d\s*\w*/\s*{letter}(?![A-Za-z])", question)
    return bool(measured) and not re.search(_ALONE.format(letter), behind.sub(" ", rates))


def with_units_inside(text: str, told: frozenset[str]) -> str:
    """``\\(A = 20 cm²\\)`` for ``\\(A = 20\\) cm²``: as long as it was, character by character."""
    place = 0
    while (closed := _CLOSED.search(text, place)) is not None:
        place = closed.end()
        end = _end_of_unit(text, place, told)
        if end is None or (closed["end"] == "$" and text.count("$", 0, place) % 2):
            continue
        unit = text[place:end]
        text = text[: closed.start("end")] + unit + closed["end"] + text[end:]
        place = end
    return text


def _end_of_unit(text: str, place: int, told: frozenset[str]) -> int | None:
    found = match_unit(text, place)
    if found is not None:
        return found[1]
    short = _SHORT.match(text, place)
    return short.end() if short is not None and short["letter"] in told else None


def with_told_units(line: ReadLine, told: frozenset[str]) -> ReadLine:
    """Each formula of a line with the units that it ends in; ``3m = 12`` keeps its letter."""
    if not told:
        return line
    return replace(line, found=tuple(_measured(one, told) for one in line.found))


def _measured(found: Found, told: frozenset[str]) -> Found:
    node = found.node
    if node is None or not set(variables(node)) & told:
        return found
    if isinstance(node, Expr):
        read = _with_units(node, told)
        return replace(found, node=read) if isinstance(read, Quantity) else found
    if not isinstance(node, Chain) or not set(node.ops) <= _JOINS:
        return found
    items = tuple(_with_units(one, told) for one in node.items)
    ends_so = isinstance(items[-1], Quantity) and not any(
        set(variables(one)) & told for one in items
    )
    return replace(found, node=replace(node, items=items)) if ends_so else found


def in_other_unit(node: Node, problem: Problem | None) -> str | None:
    """Why a computation with numbers that ends in this quantity is not proved by them; None: it may
    be."""
    end = node.items[-1] if isinstance(node, Chain) else node
    if problem is None or problem.unknowns or not problem.unit or not isinstance(end, Quantity):
        return None
    asked = find(problem.unit)
    said = find(end.unit)
    if asked is None or said is None or said.dimension == asked.dimension:
        return None
    judged = judge_answer(problem, Quantity(end.value, problem.unit))
    same = judged.verdict is not AnswerVerdict.REFUTED
    return f"The answer has this value, but is measured in {problem.unit}." if same else None


def _with_units(node: Expr, told: frozenset[str]) -> Expr:
    """Only where every letter that would be a unit is one."""
    read = with_short_units(node)
    left = set(variables(node)) - set(variables(read))
    return read if left and left <= told else node
