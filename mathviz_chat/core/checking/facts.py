"""What is in force while a text is read: givens, values, functions, cases, the last formula."""

from __future__ import annotations

from dataclasses import dataclass, field

from mathviz_chat.core.checking.angles import Interval
from mathviz_chat.core.checking.arc_lines import Arcs
from mathviz_chat.core.checking.conditions import as_condition
from mathviz_chat.core.checking.differential import Differential
from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems.arc_angles import COUNTERS
from mathviz_chat.core.reading.tree import Expr, Statement

MAX_CASES = 12
MAX_SAME = 3


@dataclass(slots=True)
class Case:
    """A line that holds some of the solutions only; whole: a part of one that holds all of them."""

    statement: Statement
    line: int
    whole: bool = False


@dataclass(slots=True)
class Facts:
    """The facts in force.

    given: conditions that are taken to hold; unknowns: what they are conditions on.
    same: the last lines that have the same solutions as what is given, the latest last.
    weaker: the last line that follows from them but allows more (after squaring, say).
    values: names with a constant value. functions: bodies of ``f(x) = ...`` and ``y = ...``.
    several: the variables and bodies of ``f(x, y) = ...``. surfaces: of ``z = x^2 + y^2``.
    asked: the functions that a question on a derivative leaves unnamed, by their usual names.
    curve: the equation in x and y that a question on an implicit derivative is about.
    slopes: the derivatives of letters whose integrals are to be found, ``dv = e^x dx``.
    abbreviations: names for expressions in the unknowns, ``u = x^2``.
    named: the last right side of ``name = ...``, as written, and the number of its line.
    open_equation: the last equation that was neither judged nor given.
    formula: the last expression of the last chain, which a line that starts with ``=`` goes on.
    one_sign: the last line that gives a letter as a root which must be >= 0, one of two cases.
    real: the question restricts the unknown; complex_named: its complex solutions were proved;
    complex_cases: those that lines named which hold some of them only.
    wrong: the last refuted condition with its line, to say what later lines follow from.
    supposed: what the text tries for the unknowns, which the question does not say.
    solved: a line has found what the unknowns are.
    exact: the values of the last line that named all solutions, and was proved;
    exact_line: its number.
    to_exchange: the letters that may change places, where an inverse function is asked for.
    differential: the differential equation that is to be solved.
    undetermined: the letters that are to make an equation an identity, with their values.
    angles: a trigonometric equation with its solutions, on an interval or in general.
    in_prose: what is given was found among words, which may exclude solutions (lengths, ages).
    at_ends: the text solves the equation that an inequality becomes at the ends of its intervals.
    of_sizes: the question is about a figure, whose letters stand for lengths, areas and angles.
    """

    given: tuple[Statement, ...] = ()
    unknowns: tuple[str, ...] = ()
    from_question: bool = False
    same: tuple[Statement, ...] = ()
    weaker: Statement | None = None
    values: dict[str, Expr] = field(default_factory=dict)
    functions: dict[str, tuple[str, Expr]] = field(default_factory=dict)
    several: dict[str, tuple[tuple[str, ...], Expr]] = field(default_factory=dict)
    surfaces: dict[str, tuple[tuple[str, ...], Expr]] = field(default_factory=dict)
    asked: dict[str, tuple[str, Expr]] = field(default_factory=dict)
    curve: Statement | None = None
    slopes: dict[str, Expr] = field(default_factory=dict)
    abbreviations: dict[str, Expr] = field(default_factory=dict)
    named: dict[str, tuple[Expr, int]] = field(default_factory=dict)
    open_equation: Statement | None = None
    formula: Expr | None = None
    cases: list[Case] = field(default_factory=list)
    one_sign: Case | None = None
    real: bool = False
    complex_named: bool = False
    complex_cases: tuple[Expr, ...] = ()
    wrong: Case | None = None
    supposed: tuple[Statement, ...] = ()
    solved: bool = False
    exact: tuple[Expr, ...] = ()
    exact_line: int = 0
    to_exchange: tuple[str, str] | None = None
    differential: Differential | None = None
    undetermined: dict[str, Expr] = field(default_factory=dict)
    angles: Interval | Arcs | None = None
    in_prose: bool = False
    at_ends: bool = False
    of_sizes: bool = False

    @property
    def has_conditions(self) -> bool:
        return bool(self.given)

    @property
    def known_functions(self) -> dict[str, tuple[str, Expr]]:
        """Those that are defined, and f and y where the question is about one without a name."""
        return self.asked | self.functions

    def give(self, statement: Statement) -> None:
        """Take a condition as given; its symbols become unknowns."""
        new = [name for name in variables(statement) if name not in self.unknowns]
        self.unknowns = (*self.unknowns, *new)
        self.given = (*self.given, as_condition(statement, self.unknowns))
        self.same = ()

    def keep_equivalent(self, statement: Statement) -> None:
        """A line with the same solutions as what is given: the next ones may go on from it."""
        self.same = (*self.same, statement)[-MAX_SAME:]

    def start_over(self, statement: Statement) -> None:
        """A new equation after the last one was solved: the text goes on to something else."""
        self.given, self.unknowns, self.weaker, self.wrong = (), (), None, None
        self.cases, self.complex_cases, self.solved = [], (), False
        self.give(statement)

    def spelled_out(self, statement: Statement) -> Statement:
        """The statement in the unknowns themselves."""
        try:
            return substitute(statement, self.abbreviations) if self.abbreviations else statement
        except ValueError:  # ``d/dx(x^2)``, where x itself is short for something
            return statement

    def concerns(self, statement: Statement) -> bool:
        """The statement speaks of the unknowns, and of nothing else."""
        plain = as_condition(self.spelled_out(statement), self.unknowns)
        names = variables(plain)
        return bool(names) and set(names) <= {*self.unknowns, *self.counters}

    @property
    def counters(self) -> frozenset[str]:
        """The letters that stand for any whole number: ``x = pi/6 + 2n*pi``."""
        known = frozenset() if self.angles is None else frozenset(COUNTERS)
        return known - set(self.unknowns)
