"""Whether the letter that has the answer's value is another one than is asked for.

``y = 6`` where ``y`` is the curve and its slope is asked for, ``x = 12`` where ``3x`` is.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity, variables
from mathviz_chat.core.problems import Form, Kind, Problem
from mathviz_chat.core.reading import ReadError, find_math, read, to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Derivative,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    Number,
    Pow,
    RelOp,
    Root,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk

_OTHER_LETTER: Final = "The value is right, but {} stands for something else in the question."

_OF_THE_CURVE: Final = frozenset(
    {
        Kind.DERIVATIVE,
        Kind.DERIVATIVE_AT,
        Kind.IMPLICIT_DERIVATIVE,
        Kind.INTEGRAL,
        Kind.GRADIENT,
        Kind.DISCRIMINANT,
        Kind.LIMIT,
    }
)
"""What is asked of a curve or function is none of its own letters."""
_OF_A_LINE: Final = re.compile(
    r"\b(?:slope|gradient|distance|length|angle|amplitude|period|frequency|phase|steep)",
    re.IGNORECASE,
)
_MEASURED: Final = frozenset({Kind.COORDINATES, Kind.WAVE})
_VERB: Final = (
    r"(?:what\s+(?:is|are)|what['’]s|how\s+much\s+is|find|calculate|compute|evaluate|determine|give|state"
    r"|work\s+out|write\s+down|solve\s+for)\s+(?:me\s+)?"
)
_ASKS: Final = re.compile(
    rf"(?:\b{_VERB}|(?<=[.;,])\s*(?=[^.;,?]*=\s*\?))"
    r"(?:the\s+(?:exact\s+)?value\s+of\s+)?"
    r"(?P<asked>[^,;?=]*?)\s*(?=[,;?=]|\.(?!\d)|\b(?:if|when|given|where|for|at|with|and|of)\b|$)",
    re.IGNORECASE,
)
_OF_IT: Final = (
    r"(?:twice|half|double|triple|thrice|squares?|cubes?|reciprocal|opposite|sqrt|root|log|ln|exp|sin|cos"
    r"|tan)"
)
_PLACE_ASKED: Final = re.compile(
    r"\bwhere\b|\b(?:at|for)\s+(?:what|which)\b|\b[a-z]-(?:values?|coordinates?)\b", re.IGNORECASE
)
_SAID_OF: Final = re.compile(
    r"\W*(?:(?:so|thus|hence|then|therefore|answer)\W+)?(?:the\s+value\s+of\s+)?\$?(?P<name>[A-Za-z])\$?"
    r"\s*(?:is|equals|:)(?!\w)",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(
    r"\b(?:[A-Za-z][-−])?[A-Za-z]{3,}\b|\b(?:of|is|to|in|at|by|an|on|as|a)\b", re.IGNORECASE
)
_LETTER: Final = r"(?<![A-Za-z\\]){}(?![A-Za-z])"


def why_other_letter(
    node: Node | None, text: str, problem: Problem | None, question: str | None
) -> str | None:
    """Why the value of a letter, in a formula or in words, is not what is asked for."""
    letter = _other_letter(node, problem, question) or _said_of_other(text, problem, question)
    letter = letter or _other_expression(node, problem, question)
    return None if letter is None else _OTHER_LETTER.format(letter)


def _other_expression(
    node: Node | None, problem: Problem | None, question: str | None
) -> str | None:
    """``αβ`` of ``αβ = 19`` where α^2 + β^2 is asked for, ``dx/dy`` where dy/dx is, ``a_9`` of the
    10th term: what the value is said of, where the question asks for another expression."""
    if problem is None or problem.unknowns or question is None or not isinstance(node, Chain):
        return None
    left = node.items[0]
    if set(node.ops) != {RelOp.EQ} or problem.form is Form.LINE:
        return None
    if problem.kind in (Kind.SEQUENCE, Kind.SEQUENCE_SUM) and isinstance(left, Symbol):
        return left.name if _is_other_term(left.name, problem) else None
    asked = [one for one in _asked_expressions(question) if _is_of_letters(one)]
    if (
        not asked
        or not _is_of_letters(left)
        or any(_is_fresh(left, one, question) for one in asked)
    ):
        return None
    return None if any(_is_same(left, one) for one in asked) else to_plain(left)


def _is_same(left: Expr, asked: Expr) -> bool:
    if isinstance(left, Derivative):
        return left == asked
    return identity(left, asked).outcome is Outcome.PROVED


def _is_other_term(name: str, problem: Problem) -> bool:
    """``a_9`` of the 10th term, ``S_10`` of a term."""
    stem, _, index = name.partition("_")
    if not index.isdigit() or not problem.rank:
        return False
    return int(index) != problem.rank or (stem == "S") is (problem.kind is Kind.SEQUENCE)


def _asked_expressions(question: str) -> list[Expr]:
    """``α^2 + β^2`` of ``Find α^2 + β^2.``"""
    found: list[Expr] = []
    for match in _ASKS.finditer(question):
        try:
            node = read(match["asked"].strip(" $"))
        except ReadError:
            continue
        found += [node] if isinstance(node, Expr) else []
    return found


def _is_of_letters(expr: Expr) -> bool:
    """A derivative, or sums, products and powers of letters: no function, no list."""
    if isinstance(expr, Derivative):
        return isinstance(expr.body, Symbol)
    parts = (Add, Sub, Mul, Div, Pow, Neg, Root, Number, Symbol)
    return bool(variables(expr)) and all(isinstance(one, parts) for one in walk(expr))


def _is_fresh(left: Expr, asked: Expr, question: str) -> bool:
    """A letter of the text's own, ``S = 19``; and ``y'`` or ``m`` beside dy/dx."""
    if isinstance(asked, Derivative) or isinstance(left, Derivative):
        return type(left) is not type(asked)
    own = {name for region in find_math(question) if region.tree for name in variables(region.tree)}
    return not set(variables(left)) & (own | set(variables(asked)))


def _other_letter(node: Node | None, problem: Problem | None, question: str | None) -> str | None:
    """The letter on the left of ``y = 6`` where the question has it for something else.

    The question has no unknown: where it has one, the answer is judged as a solution.
    """
    if problem is None or problem.unknowns or question is None or not isinstance(node, Chain):
        return None
    if problem.form is Form.LINE:
        return None
    name = _named(node.items[0])
    if set(node.ops) != {RelOp.EQ} or name is None or len(name) > 1:
        return None
    if isinstance(node.items[0], Call) and _defines(name, question):
        return name
    return name if _is_other(name, problem, question) else None


def _said_of_other(text: str, problem: Problem | None, question: str | None) -> str | None:
    """The letter of ``x is 12``, ``x: 12``, ``The value of x is 12``, likewise."""
    said = _SAID_OF.match(text)
    if said is None or problem is None or problem.unknowns or question is None:
        return None
    return said["name"] if _is_other(said["name"], problem, question) else None


def _named(side: Node) -> str | None:
    """``y``, and ``f`` of ``f(x)``."""
    if isinstance(side, Symbol):
        return side.name
    if not isinstance(side, Call) or side.primes or not side.args:
        return None
    return side.function if all(isinstance(one, Symbol) for one in side.args) else None


def _is_other(letter: str, problem: Problem, question: str) -> bool:
    alone = _LETTER.format(re.escape(letter))
    if re.search(alone, question) is None or _asks_for(alone, question):
        return False
    if _is_coordinate_of_other(letter, problem, question):
        return True
    if problem.kind in _OF_THE_CURVE or _has_a_value(alone, problem, question):
        return True
    if re.search(rf"\b{_OF_IT}\s*(?:of\s+|\()?\s*\$?{alone}", question, re.IGNORECASE):
        return True  # ``twice x``, ``the square of x``, ``log(x)``
    if problem.kind in _MEASURED and _OF_A_LINE.search(question):
        return True
    asked = [found["asked"].strip(" $") for found in _ASKS.finditer(question)]
    within = [one for one in asked if re.search(alone, one)]
    return bool(within) and all(_is_larger(one) for one in within)


def _defines(name: str, question: str) -> bool:
    """``f(x) = x^3 + 2``, where f(x) itself is not asked for."""
    asked = re.search(rf"\b{_VERB}\$?{re.escape(name)}\(", question, re.IGNORECASE)
    return asked is None and re.search(rf"\b{re.escape(name)}\([a-z]\)\s*=", question) is not None


def _is_coordinate_of_other(letter: str, problem: Problem, question: str) -> bool:
    """``x = 4`` where the greatest value of y is asked for, ``x = 5`` where the y-intercept is."""
    axis = re.search(r"\b([xy])-\s?intercept", question, re.IGNORECASE)
    if axis is not None:
        return letter in ("x", "y") and letter != axis[1].lower()
    if problem.kind is not Kind.EXTREMA or problem.form is not Form.NUMBER:
        return False
    return letter == problem.variable and _PLACE_ASKED.search(question) is None


def _asks_for(alone: str, question: str) -> bool:
    """``find y``, ``the slope m of the line``, ``the gradient, m, for``."""
    ends = r"\s*(?:[?.,;]|\b(?:if|when|given|where)\b|$)"
    said = rf"\b{_VERB}(?:the\s+value\s+of\s+)?\$?{alone}\$?{ends}"
    named = rf"(?<!\w)(?!{_OF_IT}\b)[a-z]{{3,}}\s*,?\s*\(?\$?{alone}\$?\)?\s*"
    named += r"(?:[?.,]|(?:of|between|from|for)\b|$)"
    return any(re.search(one, question, re.IGNORECASE) for one in (said, named))


def _has_a_value(alone: str, problem: Problem, question: str) -> bool:
    """``a = 6``, where the sides of a triangle are named and another one is asked for."""
    given = rf"{alone}\s*=\s*\$?\s*[-−]?\d"
    return problem.kind is Kind.GEOMETRY and re.search(given, question) is not None


def _is_larger(asked: str) -> bool:
    """``3x``, ``xy``, ``|x|``, and not ``x`` or ``the length x``."""
    formula = _WORDS.sub(" ", asked)
    letters = re.findall(r"[A-Za-z]", formula)
    return len(letters) > 1 or re.search(r"[\d+*/^²³√|()]|[-−]", formula) is not None
