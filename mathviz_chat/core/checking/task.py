"""What the question asks for, as far as marking the lines needs it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from mathviz_chat.core.checking.calculus import Functions, definition_of_function
from mathviz_chat.core.checking.several import Several, definition_of_several
from mathviz_chat.core.kernel import differentiate, variables
from mathviz_chat.core.problems import Form, Kind, Problem, Unread, polynomial, read_question
from mathviz_chat.core.problems.judge import PLANNED
from mathviz_chat.core.reading import ReadError, find_math, read
from mathviz_chat.core.reading.tree import Chain, Expr, Integral, RelOp, Statement, Sub, Symbol

QUESTION_WORDS: Final = (
    *("solve", "find", "simplify", "evaluate", "calculate", "compute", "determine", "expand"),
    *("factor", "factorise", "factorize", "differentiate", "integrate", "prove", "show", "graph"),
    *("what", "which", "how", "when", "where", "who", "why", "is", "are", "does", "do", "can"),
    *("work out", "write", "express", "convert", "reduce", "rewrite", "round", "estimate"),
)
"""A first line that starts with one of these, or ends in a question mark, is the question."""


_ASKS = re.compile(rf"(?:{'|'.join(QUESTION_WORDS)})(?![a-z'])")


class Transformation(StrEnum):
    """After one of these, a bare expression on its line claims to equal what was asked for."""

    SIMPLIFY = "simplify"
    EXPAND = "expand"
    FACTOR = "factor"
    DIFFERENTIATE = "differentiate"
    INTEGRATE = "integrate"
    EVALUATE = "evaluate"


_VERBS: Final = (
    (Transformation.DIFFERENTIATE, r"differentiate|derive\b|(?:first |second )?derivatives?\b"),
    (Transformation.INTEGRATE, r"integrate|antiderivative|(?:indefinite )?integral"),
    (Transformation.EXPAND, r"expand|multiply out"),
    (Transformation.FACTOR, r"factori[sz]e|factor"),
    (Transformation.SIMPLIFY, r"simplify|reduce|rewrite"),
    (Transformation.EVALUATE, r"evaluate|calculate|compute|work out|what is|what's"),
)
_TOLD: Final = frozenset({*PLANNED, Kind.SPEED, Kind.CONVERSION, Kind.PERCENT_OF})
_SOLVE = re.compile(
    r"\b(?:solve|solutions?|roots?|zeros?|if|given|such that|satisf\w+|when)\b", re.I
)
_NEGATED = re.compile(r"\b(?:not|never|false|isn't|cannot|counterexample)\b", re.I)


_DEFINITION = re.compile(
    r"(?<![A-Za-z\\])[A-Za-z]\([a-z](?:,\s?[a-z]){0,2}\)\s*=(?:(?!\band\b|\bat\b|\bfor\b|\bwhere\b|\bon\b|[,;?]|\.\s|[$]).){1,200}"
)
_RESTRICTS = re.compile(
    r"\b(?:positive|negative|non-?(?:negative|positive|zero)|integers?|integral|whole|natural|"
    r"rational|irrational|primes?|even|odd|smaller|smallest|larger|largest|bigger|biggest|least|"
    r"greatest|lowest|highest|first|second|third|only|between|interval|domain|quadrant|acute|"
    r"obtuse|except|other than|modulo|less than|greater than|more than|at (?:least|most)|"
    r"degrees?|radians?)\b(?! derivative)|[∈ℕℤℚ]|\\in\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Task:
    """What a question asks for.

    question: as asked, None without one. problem: its formal reading, None where it has none.
    given, unknowns: conditions that the question states. source: the expression it names;
    target: what a bare expression claims to equal; variable: of the function ``source``.
    restriction: words of the question that may exclude solutions of what is given.
    lower: of a derivative of higher order, those that come before it.
    functions: what the question defines, ``f(x) = x^2``, by name: the variable and the body.
    several: the same of functions of several variables, ``f(x, y) = x^2 y``.
    """

    question: str | None = None
    problem: Problem | None = None
    given: tuple[Statement, ...] = ()
    unknowns: tuple[str, ...] = ()
    transformation: Transformation | None = None
    source: Expr | None = None
    target: Expr | None = None
    variable: str | None = None
    lower: tuple[Expr, ...] = ()
    restriction: str | None = None
    functions: Functions = field(default_factory=dict)
    several: Several = field(default_factory=dict)

    @property
    def is_carried_out(self) -> bool:
        """The target is a definite integral, a limit or a sum, which lines carry out."""
        return (
            self.problem is not None
            and self.problem.kind in _WRITTEN_OUT
            and (self.source is None and self.target is not None)
        )

    @property
    def is_equation(self) -> bool:
        """An equation in one unknown is to be solved."""
        problem = self.problem
        if problem is None or problem.form is not Form.SOLUTIONS or len(problem.unknowns) != 1:
            return False
        first = problem.conditions[0] if problem.conditions else None
        return isinstance(first, Chain) and set(first.ops) == {RelOp.EQ}

    @property
    def may_have_roots(self) -> bool:
        """The answer may be called roots: it asks for them, solves an equation, or is not read."""
        problem = self.problem
        if problem is None or re.search(
            r"\b(?:roots?|zeros?)\b", self.question or "", re.IGNORECASE
        ):
            return True
        first = problem.conditions[0] if problem.conditions else None
        return isinstance(first, Chain) and set(first.ops) == {RelOp.EQ}

    @property
    def height(self) -> Expr | None:
        """Of an area between curves, the upper one less the lower one: 0 where they meet."""
        problem = self.problem
        if problem is None or problem.kind is not Kind.INTEGRAL or problem.task != "area":
            return None
        return Sub(*(item for item in problem.items if isinstance(item, Expr)))

    @property
    def is_told(self) -> bool:
        """The question is a story, or one that is not read: nouns may follow its values."""
        if self.problem is not None:
            return self.problem.kind in _TOLD
        return self.question is not None and not self.given and self.source is None

    @property
    def is_formal(self) -> bool:
        """The question is one of mathematics."""
        return self.question is not None and not self.is_told


def is_question(line: str) -> bool:
    """The documented test for the first line of a text."""
    words = line.strip().lower()
    return words.endswith("?") or bool(_ASKS.match(words))


def read_task(question: str | None, read_as: Problem | None = None) -> Task:
    """Never raises; what cannot be read is left out. read_as: the question's reading, if known."""
    if question is None:
        return Task()
    problem = read_as or read_question(question)
    task = _partly(question) if isinstance(problem, Unread) else _formal(problem)
    defined = _defined(question)
    functions = (definition_of_function(*tree.items) for tree in defined)
    several = (definition_of_several(*tree.items) for tree in defined)
    return replace(
        task,
        question=question,
        functions={one[0]: one[1:] for one in functions if one is not None},
        several={one[0]: one[1:] for one in several if one is not None},
    )


def _defined(question: str) -> list[Chain]:
    """``f(x) = x^2 - 3x``, wherever it stands in the question; of one name the last first, so that
    the first counts."""
    found: list[Chain] = []
    for written in _DEFINITION.finditer(question):
        try:
            tree = read(written[0].strip(" $."))
        except ReadError:
            continue
        if isinstance(tree, Chain) and tree.ops == (RelOp.EQ,):
            found.insert(0, tree)
    return found


_OTHER_VALUES: Final = frozenset(
    {
        Kind.DIVISION,
        Kind.DIVISORS,
        Kind.DIVISOR_COUNT,
        Kind.VERTEX,
        Kind.COUNT,
        Kind.DISCRIMINANT,
        Kind.IMPLICIT_DERIVATIVE,  # equal on the curve only
    }
)
"""The answer is not equal to the expression that is named."""


_OF_A_FUNCTION: Final = frozenset(
    {Kind.TANGENT, Kind.CRITICAL_POINTS, Kind.EXTREMA, Kind.MONOTONICITY, Kind.DERIVATIVE_AT}
)
"""About a function, whose derivative the lines work out on the way."""


_WRITTEN_OUT: Final = frozenset({Kind.INTEGRAL, Kind.LIMIT, Kind.SUM})
"""A definite integral, a limit or a sum: what a bare expression claims to equal."""


def _formal(problem: Problem) -> Task:
    kind, source = problem.kind, problem.expression
    if kind in _OF_A_FUNCTION and problem.target is not None:
        return Task(None, problem, source=problem.target, variable=problem.variable)
    if kind is Kind.INVERSE and source is not None and problem.variable is not None:
        given = Chain((Symbol("y"), source), (RelOp.EQ,))
        return Task(None, problem, (given,), (problem.variable,))
    if kind in _OTHER_VALUES:
        return Task(None, problem)
    if problem.plan is not None:  # its lines work out other quantities on the way
        return Task(None, problem)
    if kind is Kind.SELECTION:
        return _of_selection(problem)
    if kind is Kind.TRIGONOMETRIC:
        return Task(None, problem, problem.conditions[:1], problem.unknowns)
    if kind in (Kind.EQUATION, Kind.SYSTEM, Kind.LITERAL):
        return Task(None, problem, problem.conditions, problem.unknowns)
    if kind is Kind.DERIVATIVE and source is not None:
        variable = problem.variable or "x"
        orders = [_derivative(source, variable, order + 1) for order in range(problem.order)]
        lower = tuple(one for one in orders[:-1] if one is not None)
        asked = (Transformation.DIFFERENTIATE, source, orders[-1], variable)
        return Task(None, problem, (), (), *asked, lower=lower)
    if kind in _WRITTEN_OUT and problem.target is not None:
        some, evaluate = _restricted_area(problem), Transformation.EVALUATE
        return Task(None, problem, (), (), evaluate, None, problem.target, restriction=some)
    transformation = None if source is None else Transformation.EVALUATE
    assumed = problem.conditions if kind is Kind.SIMPLIFY else ()
    return Task(None, problem, assumed, (), transformation, source, source)


def _restricted_area(problem: Problem) -> str | None:
    """Where curves meet in more than two places, the area may end at some of them only."""
    target = problem.target
    if problem.task != "area" or not isinstance(target, Integral):
        return None
    meet = Chain(problem.items, (RelOp.EQ,)) if len(problem.items) == 2 else None
    found = None if meet is None else polynomial.of_equation(meet, target.variable)
    return "area" if found is None or len(found) > 3 else None


def _of_selection(problem: Problem) -> Task:
    """Lines may lose solutions of the equation; a number of solutions is none of them."""
    if problem.form is Form.NUMBER:
        return Task(None, problem)
    given = problem.parts[0].conditions[:1]
    only_rounded = problem.places is not None or problem.figures is not None
    only_rounded = only_rounded and not (problem.task or problem.conditions)
    restriction = None if only_rounded else "the solutions asked for"
    return Task(None, problem, given, problem.unknowns, restriction=restriction)


def _derivative(source: Expr, variable: str, order: int = 1) -> Expr | None:
    try:
        for _ in range(order):
            source = differentiate(source, variable)
    except ValueError:
        return None
    return source


def _partly(question: str) -> Task:
    """A question that the rules do not read formally may still state an equation or a formula."""
    nodes = [region.tree for region in find_math(question) if region.tree is not None]
    statements: tuple[Statement, ...] = tuple(
        node
        for node in nodes
        if isinstance(node, Chain) and variables(node) and not _defines_function(node)
    )
    if statements and _SOLVE.search(question) and not _NEGATED.search(question):
        names = tuple(dict.fromkeys(name for s in statements for name in variables(s)))
        word = _RESTRICTS.search(question)
        return Task(None, None, statements, names, restriction=word[0] if word else None)
    expressions = [node for node in nodes if not isinstance(node, Statement)]
    transformation = _transformation(question)
    if transformation is None or len(nodes) != 1 or len(expressions) != 1:
        return Task()
    return _of_expression(transformation, expressions[0])


def _defines_function(chain: Chain) -> bool:
    return chain.ops == (RelOp.EQ,) and definition_of_function(*chain.items) is not None


def _transformation(question: str) -> Transformation | None:
    for transformation, pattern in _VERBS:
        if re.search(rf"\b(?:{pattern})", question, re.I):
            return transformation
    return None


def _of_expression(transformation: Transformation, source: Expr) -> Task:
    names = variables(source)
    variable = names[0] if len(names) == 1 else ("x" if "x" in names else None)
    target: Expr | None = source
    if transformation is Transformation.DIFFERENTIATE:
        target = None if variable is None else _derivative(source, variable)
    elif transformation is Transformation.INTEGRATE:
        target = None if variable is None else Integral(source, variable)
        target = source if isinstance(source, Integral) else target
    return Task(None, None, (), (), transformation, source, target, variable)
