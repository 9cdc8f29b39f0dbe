"""A question, read formally: frozen values that the checker, the solver and the engine share."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from mathviz_chat.core.problems.plan import Plan
from mathviz_chat.core.reading.tree import Expr, Statement
from mathviz_chat.core.verdict import Answer, AnswerVerdict


class Kind(StrEnum):
    """What is asked."""

    ARITHMETIC = "arithmetic"
    PERCENT_OF = "percent-of"
    EQUATION = "equation"  # or an inequality; the form tells
    SYSTEM = "system"
    LITERAL = "literal"  # a formula solved for one of its letters
    DERIVATIVE = "derivative"
    INTEGRAL = "integral"
    SPEED = "speed"
    ROUNDING = "rounding"
    PLACE_VALUE = "place-value"
    NUMERAL = "numeral"
    FRACTION_FORM = "fraction-form"  # a decimal as a fraction, a mixed number
    EXPAND = "expand"
    FACTOR = "factor"
    SIMPLIFY = "simplify"
    COEFFICIENT = "coefficient"
    TRUTH = "truth"
    IDENTITY = "identity"  # an equation that is claimed for all values
    PRIME = "prime"
    PRIMES = "primes"  # of a range, the next one, how many
    PRIME_FACTORS = "prime-factors"
    PRIME_FACTORIZATION = "prime-factorization"
    DIVISORS = "divisors"
    DIVISOR_COUNT = "divisor-count"
    CHOOSE = "choose"
    SORT = "sort"
    CONVERSION = "conversion"
    TRIGONOMETRIC = "trigonometric"  # an equation; its form tells whether in general
    SEQUENCE = "sequence"
    NEXT_TERMS = "next-terms"  # of a sequence, several of them
    COMPARISON = "comparison"  # of two values: <, > or =
    SEQUENCE_SUM = "sequence-sum"
    COMPLETE_SQUARE = "complete-square"
    DIVISION = "division"  # of polynomials
    PARTIAL_FRACTIONS = "partial-fractions"
    DISCRIMINANT = "discriminant"
    COUNT = "count"  # of real solutions
    VERTEX = "vertex"  # or the axis of symmetry
    INVERSE = "inverse"  # of a function
    COMPOSITION = "composition"
    PARTS = "parts"
    PERCENT_CHANGE = "percent-change"
    INTEREST = "interest"
    RATIO = "ratio"
    PROPORTION = "proportion"
    RATE = "rate"
    DATE = "date"
    CLOCK = "clock"
    STATISTICS = "statistics"
    PROBABILITY = "probability"
    COUNTING = "counting"
    GEOMETRY = "geometry"
    COORDINATES = "coordinates"
    MOTION = "motion"
    RELATED_RATES = "related-rates"
    WORK_RATE = "work-rate"
    MIXTURE = "mixture"
    AGES = "ages"
    MONEY = "money"
    PUZZLE = "puzzle"
    STORY = "story"
    POLAR_FORM = "polar-form"  # r(cos t + i sin t)
    POLAR = "polar"  # modulus or argument of a complex number
    PARITY = "parity"  # even, odd or neither
    WAVE = "wave"  # amplitude, period, phase shift, midline
    RATIO_VALUE = "ratio-value"  # of sine, cosine, tangent, from another one and the quadrant
    DERIVATIVE_AT = "derivative-at"
    GRADIENT = "gradient"  # or the Hessian; its parts are the entries
    IMPLICIT_DERIVATIVE = "implicit-derivative"
    TANGENT = "tangent"
    CRITICAL_POINTS = "critical-points"
    EXTREMA = "extrema"
    MONOTONICITY = "monotonicity"
    LIMIT = "limit"
    SUM = "sum"
    CONVERGENCE = "convergence"
    TAYLOR = "taylor"
    DIFFERENTIAL_EQUATION = "differential-equation"
    VECTOR = "vector"
    MATRIX = "matrix"
    EIGENVALUES = "eigenvalues"
    LINEAR_SYSTEM = "linear-system"  # A*x = b in matrices
    COMPLEX = "complex"  # a value a + bi, or the roots of a quadratic equation
    CONGRUENCE = "congruence"  # or two of them, or an inverse
    SELECTION = "selection"  # some of the solutions of an equation, their number, or rounded


class Form(StrEnum):
    """The form in which an answer counts as one; a restatement of the question does not."""

    NUMBER = "number"  # one explicit value
    SOLUTIONS = "solutions"  # the unknown isolated, one value each
    ASSIGNMENT = "assignment"  # every unknown isolated: x = 3, y = 2
    EXPRESSION = "expression"  # no operator left to carry out
    QUANTITY = "quantity"  # a value with a unit
    EXPANDED = "expanded"  # a polynomial with its like terms collected
    FACTORED = "factored"  # a product of factors that cannot be factored further
    TRUTH = "truth"  # true or false, yes or no
    LIST = "list"  # values in order
    CHOICE = "choice"  # one of the values that are named, or its label
    NUMERAL = "numeral"  # the digits of a number in a base
    INTERVALS = "intervals"  # all solutions of an inequality
    GENERAL = "general"  # the unknown isolated, with a whole number n
    SQUARE = "square"  # a(x - h)^2 + k
    DIVISION = "division"  # a quotient, a remainder, or both
    POINT = "point"  # (x, y), or a line x = ...
    PARTS = "parts"  # one answer for each part, by its label
    LINE = "line"  # the equation of a line
    POINTS = "points"  # points of a curve, or what is at them
    MATRIX = "matrix"  # a matrix or a vector, its entries worked out
    COMPLEX = "complex"  # a + bi, or both roots
    CIRCLE = "circle"  # the equation of a circle
    RESIDUES = "residues"  # x ≡ 2 (mod 5)
    FUNCTION = "function"  # y = ..., with the constants that are free


class Notation(StrEnum):
    """How the answer is to be written, where the question says so."""

    INTERVAL = "interval notation"
    SET = "set notation"
    TRUE_OR_FALSE = "true or false"  # and not yes or no


@dataclass(frozen=True, slots=True)
class Derived:
    """Values of unknowns, and the equations of which they are the only solution."""

    values: tuple[tuple[str, Expr], ...]
    conditions: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A formal reading of a question.

    unknowns: names to be found. conditions: what is given to hold.
    expression: what is to be evaluated or transformed. variable, order: with respect
    to which, and how many times.
    unit: canonical unit of the answer, None where it has none.
    unit_named: the question itself names the unit to answer in.
    items, labels: what is compared or sorted, with the names by which the question calls them.
    target: what the answer is judged by where the two are not equal: the number whose primes are
    asked, the formula of a sequence, the value of a numeral.
    rank: the how-manieth; descending: from the greatest down. base: of the numeral asked for.
    task: which of the tasks of its kind, such as "determinant".
    derived: values that the question's own equations fix on the way to what is asked.
    method: the way to solve it that the question asks for; None leaves it to the solver.
    parts: the problems of a question in parts; ``labels`` are their letters. Of a gradient, its
    entries row by row; of a selection, the equation of which solutions are chosen.
    places: decimals to which the answer is to be rounded, None for the exact value.
    figures: significant figures to which it is to be rounded.
    freely_rounded: the question does not say how to round a value that has no simple exact form;
    ``places`` is how the solver rounds it, and an answer may be rounded otherwise.
    any_order: several values are asked for, and none of them has a name.
    real: the question itself restricts its unknown to real numbers.
    lead: the rule by which the question comes to its equation, which a solution says first.
    direction: of a percentage that is asked for as a change, ``increase`` or ``decrease``: the
    answer says which.
    plan: of a word problem, how it is solved and recounted.
    notation: how the answer is to be written, None where that is left open.
    split: symbols of units, the largest first, in which one quantity is to be told: h and min.
    read_as: shown after "I read this as:".
    """

    kind: Kind
    form: Form
    read_as: str
    unknowns: tuple[str, ...] = ()
    conditions: tuple[Statement, ...] = ()
    expression: Expr | None = None
    variable: str | None = None
    order: int = 1
    unit: str | None = None
    unit_named: bool = False
    items: tuple[Expr, ...] = ()
    labels: tuple[str, ...] = ()
    target: Expr | None = None
    rank: int = 1
    descending: bool = False
    base: int = 10
    task: str = ""
    derived: tuple[Derived, ...] = ()
    method: str | None = None
    parts: tuple[Problem, ...] = ()
    places: int | None = None
    figures: int | None = None
    freely_rounded: bool = False
    any_order: bool = False
    real: bool = field(default=False, compare=False)  # of the words, not of what is asked
    lead: str = field(default="", compare=False)
    direction: str = ""
    plan: Plan | None = None
    notation: Notation | None = None
    split: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A question that the rules cannot read.

    reason: one sentence. formal: whether the turn asks something mathematical at all; ``hi`` and
    ``explain step 2`` do not, and get no verdict.
    """

    reason: str
    formal: bool = True


@dataclass(frozen=True, slots=True)
class AnswerJudgement:
    """The verdict on a claimed answer; ``answer`` is None where it does not count as one."""

    verdict: AnswerVerdict
    reason: str
    answer: Answer | None
