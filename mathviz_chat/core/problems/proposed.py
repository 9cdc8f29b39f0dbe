"""A model's reading of a question: JSON of a fixed schema, read by our own reader into a Problem.

A reading counts only if it uses every number of the question as often as the question has it, and
no number that the question does not have, but for the factors of :data:`CONVERSIONS`. Whether it is
the right reading nobody can prove: what rests on it is at most *checked*.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems.problem import Problem, Unread
from mathviz_chat.core.problems.question import read_question
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Node, RelOp, Statement, Symbol
from mathviz_chat.core.reading.words import FUNCTIONS

MAX_EQUATIONS: Final = 8
MAX_LENGTH: Final = 200  # characters of one formula

TASKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "evaluate": "What is {}?",
        "simplify": "Simplify {}.",
        "expand": "Expand {}.",
        "factor": "Factor {}.",
        "differentiate": "Differentiate {}.",
        "integrate": "Integrate {}.",
    }
)
"""Tasks about one expression, as questions for our own rules; "solve" is about equations."""

SOLVE: Final = "solve"

CONVERSIONS: Final = frozenset(map(Fraction, (1, 2, 7, 10, 12, 24, 52, 60, 100, 365, 1000, 3600)))
"""Numbers that a reading may use although the question does not have them: units of time and
length, percent, "twice"."""

_WORDS: Final = (
    "two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 "
    "fifteen=15 twenty=20 thirty=30 forty=40 fifty=50 hundred=100 twice=2 double=2 doubled=2 "
    "thrice=3 triple=3 dozen=12 half=1/2|2 third=1/3|3 quarter=1/4|4 quarters=4"
)
_NUMBER_WORDS: Final[Mapping[str, tuple[Fraction, ...]]] = MappingProxyType(
    {
        word: tuple(map(Fraction, values.split("|")))
        for word, _, values in (entry.partition("=") for entry in _WORDS.split())
    }
)
"""What a word may stand for in a formula: "half" for 1/2, 0.5 or a division by 2."""

_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_LETTERS: Final = "xyzabcdfghjkmnpqrstuvw"


@dataclass(frozen=True, slots=True)
class ProposedReading:
    """A reading that may be used. told: in the model's own words, for the user to judge."""

    told: str
    problem: Problem


def read_proposed(question: str, text: str) -> ProposedReading | Unread:
    """The problem that a model's JSON describes; Unread with the reason where it must not be used.

    Never raises, whatever the text.
    """
    fields = _fields(text)
    if fields is None:
        return Unread("The model's reading is not in the form asked for.")
    task, equations, asked = fields
    reason = misused_numbers(question, equations)
    if reason is not None:
        return Unread(reason)
    try:
        formal = _formal(task, equations, asked)
    except (ReadError, ValueError):
        formal = None
    if formal is None:
        return Unread("The model's reading is no problem that the solver knows.")
    problem = read_question(formal)
    if isinstance(problem, Unread):
        return Unread(f"The model's reading is no problem that the solver knows: {formal}")
    return ProposedReading(_told(task, equations, asked), problem)


def _fields(text: str) -> tuple[str, tuple[str, ...], str] | None:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict):
        return None
    task, equations, asked = row.get("task"), row.get("equations"), row.get("asked")
    if task != SOLVE and task not in TASKS:
        return None
    if not isinstance(equations, list) or not 1 <= len(equations) <= MAX_EQUATIONS:
        return None
    if not isinstance(asked, str) or not all(isinstance(item, str) for item in equations):
        return None
    formulas = tuple(item.strip() for item in equations)
    if not all(0 < len(item) <= MAX_LENGTH for item in (*formulas, asked)):
        return None
    return str(task), formulas, asked.strip()


def _told(task: str, equations: Sequence[str], asked: str) -> str:
    what = f"find {asked}" if task == SOLVE else task
    return f"{what}: {', '.join(equations)}"


# ------------------------------------------------------------------------------ numbers


def misused_numbers(question: str, formulas: Iterable[str]) -> str | None:
    """Why the formulas do not use the numbers of the question; None where they do."""
    used = Counter(value for formula in formulas for value in _numerals(formula))
    given = Counter(_numerals(question))
    missing = given - used
    if missing:
        return f"The model's reading does not use {_plain(next(iter(missing)))}."
    left = used - given
    for word in re.findall(r"[a-z]+", question.lower()):
        if word in _NUMBER_WORDS:
            value = next((v for v in _NUMBER_WORDS[word] if left[v] > 0), None)
            if value is None:
                return f'The model\'s reading does not use "{word}".'
            left[value] -= 1
    invented = next((v for v in left if left[v] > 0 and v not in CONVERSIONS), None)
    if invented is not None:
        return f"The model's reading uses {_plain(invented)}, which the question does not have."
    return None


def _numerals(text: str) -> list[Fraction]:
    return [Fraction(found.replace(",", "")) for found in _NUMBER.findall(text)]


def _plain(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else str(float(value))


# ------------------------------------------------------------------------------ the formal problem


def _formal(task: str, equations: Sequence[str], asked: str) -> str | None:
    """A question for our own rules. Raises ReadError for formulas that cannot be read."""
    names = _letters((*equations, asked) if task == SOLVE else equations)
    formulas = [_NAME.sub(lambda found: names.get(found[0], found[0]), item) for item in equations]
    nodes = [read(formula, variables=tuple(names.values())) for formula in formulas]
    if task != SOLVE:
        (node,) = nodes
        return None if isinstance(node, Statement) else TASKS[task].format(to_plain(node))
    unknown = read(_NAME.sub(lambda found: names.get(found[0], found[0]), asked))
    if not isinstance(unknown, Symbol):
        return None
    return _question_of(nodes, unknown.name)


def _letters(texts: Iterable[str]) -> dict[str, str]:
    """A letter for each name, its own where it is one: ``total_cost`` is no name of our reader."""
    found = [name for text in texts for name in _NAME.findall(text)]
    names = [name for name in dict.fromkeys(found) if name not in FUNCTIONS and name != "pi"]
    letters = {name: name for name in names if len(name) == 1 and name not in "ei"}
    free = (letter for letter in _LETTERS if letter not in letters)
    return letters | {name: next(free) for name in names if name not in letters}


def _question_of(nodes: Sequence[Node], asked: str) -> str | None:
    """Definitions are put in; what is left is a value to work out, or equations to solve."""
    values: dict[str, Expr] = {}
    conditions: list[Statement] = []
    for node in nodes:
        if not isinstance(node, Chain) or node.ops != (RelOp.EQ,):
            return None
        name, right = node.items[0], substitute(node.items[1], values)
        if isinstance(name, Symbol) and name.name not in values and not variables(right):
            values[name.name] = right
        else:
            conditions.append(node)
    if asked in values:
        return None if conditions else f"What is {to_plain(values[asked])}?"
    if not conditions:
        return None
    known = [to_plain(substitute(condition, values)) for condition in conditions]
    return f"Solve {' and '.join(known)} for {asked}."
