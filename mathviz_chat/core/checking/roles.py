"""What each relation sign is meant to do, decided before anything is judged.

The rules stand in :data:`RULES`, in order; the first that fits decides. The same table, with an
example for each rule, is in ``docs/checking.md`` and is what the tests run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from mathviz_chat.core.checking.appearance import looks_like_identity
from mathviz_chat.core.checking.calculus import (
    carried_out,
    definition_of_function,
    expand_functions,
)
from mathviz_chat.core.checking.conditions import assignment
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.inverses import inverted
from mathviz_chat.core.checking.several import definition_of_several, is_slope
from mathviz_chat.core.checking.terms import (
    has,
    is_closed,
    is_literal,
    lone_symbol,
    needs_calculus,
)
from mathviz_chat.core.kernel import Outcome, evaluate, identity, variables
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    BigOperator,
    Call,
    Chain,
    Div,
    Expr,
    Factorial,
    Matrix,
    Mul,
    Neg,
    Piecewise,
    Pow,
    RelOp,
    Sub,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.reading.words import GREEK, is_vector_name
from mathviz_chat.core.verdict import Role

_FLAGS: Final = re.IGNORECASE
_DEFINES = re.compile(
    r"\b(?:let|lets|let's|define[sd]?|denoted?|call|set|put|where|represents?|say)\b[^.;:=?!]*$",
    _FLAGS,
)
_SUPPOSES = re.compile(
    r"\b(?:suppos(?:e|ing)|assum(?:e|ing)|if|when|whenever|unless|given|provided|try|trying|"
    r"guess|say|for|at)\b(?:\s+(?:that|we|you|have|take|\d))*[\s,:]*$",
    _FLAGS,
)
_TRIES = re.compile(
    r"\b(?:check|checking|test|testing|try|trying|verify|verifying|substitut(?:e|ing)|plug(?:ging)?"
    r"|put(?:ting)?|insert(?:ing)?|candidates?)\b(?:\s+(?:in|into|the|that|for|when|with|at|back|"
    r"value|solution|root|candidate))*[\s,:$(*]*$",
    _FLAGS,
)
_TEST_VALUE = re.compile(
    r"\b(?:choos(?:e|ing)|pick(?:ing)?|select(?:ing)?|tak(?:e|ing)|us(?:e|ing))\b"
    r"(?:\s+(?:a|the|any|test|sample|value|point|number|of|like|say))*[\s,:$(*\\]*$",
    _FLAGS,
)
_ORDER = (RelOp.LT, RelOp.LE, RelOp.GT, RelOp.GE)
_CASE = re.compile(r"\bcases?\b[^.;=]{0,12}$", _FLAGS)
_OF_A_CASE = re.compile(
    r"\bcases?\b|^\W*(?:if|when|for|where|suppose|assume)\b[^.=]{0,40}(?:[<>≤≥]|\\[gl](?:eq?|t)\b|"
    r"\b(?:positive|negative)\b)",
    _FLAGS,
)
_ASKS = re.compile(
    r"\b(?:check|see|verify|test)\s+(?:if|whether)\b|\bwhether\b|\bis it true\b|\bdoes\b", _FLAGS
)
_REMAINDER = re.compile(
    r"^\s*(?:R|r|rem\.?|remainder)\s*(?:=?\s*\d|$)|^[^.;=]{0,40}\bremainder\b", _FLAGS
)
_SCALE = re.compile(r"\b(?:scale|map|represents|legend|key)\b", _FLAGS)
_IDENTITY = re.compile(
    r"\b(?:identity|identities|for (?:all|every|any)|expand\w*|factor\w*|simplif\w*|foil|"
    r"distribut\w*|rewrit\w*|multiply(?:ing)? out|difference of (?:two )?squares|perfect square)\b",
    _FLAGS,
)


@dataclass(frozen=True)
class Link:
    """One relation sign with what stands around it.

    lead, tail: the words before and after the whole chain, on its line. first: it is the chain's
    first sign; length: how many signs the chain has. continues: the line starts with the sign.
    transforms: the question asks for another form of ``source``. labels: nouns were left out.
    derived: the chain starts with a derivative. height: 0 where the curves of the question meet.
    """

    left: Expr
    op: RelOp
    right: Expr
    lead: str = ""
    tail: str = ""
    first: bool = True
    length: int = 1
    continues: bool = False
    transforms: bool = False
    source: Expr | None = None
    labels: bool = False
    derived: bool = False
    height: Expr | None = None

    @cached_property
    def left_names(self) -> tuple[str, ...]:
        """The free symbols of the left side."""
        return variables(self.left)

    @cached_property
    def right_names(self) -> tuple[str, ...]:
        """The free symbols of the right side."""
        return variables(self.right)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The free symbols of both sides."""
        return (*self.left_names, *self.right_names)

    @cached_property
    def is_numeric(self) -> bool:
        """Both sides have a value, whatever the facts."""
        return not self.names and is_closed(self.left) and is_closed(self.right)


class Rule(NamedTuple):
    """A row of the role table."""

    name: str
    role: Role
    fits: Callable[[Link, Facts], bool]


def role_of(link: Link, facts: Facts) -> Rule:
    """The first rule that fits."""
    return next(rule for rule in RULES if rule.fits(link, facts))


def _both(link: Link) -> Chain:
    return Chain((link.left, link.right), (link.op,))


def _is_remainder(link: Link, facts: Facts) -> bool:
    return bool(_REMAINDER.search(link.tail))


def _is_scale(link: Link, facts: Facts) -> bool:
    literal = is_literal(link.left) and is_literal(link.right)
    return literal and link.is_numeric and bool(_SCALE.search(link.lead + " " + link.tail))


def _is_asked(link: Link, facts: Facts) -> bool:
    return link.tail.lstrip().startswith("?") or bool(_ASKS.search(link.lead))


def _is_tried(link: Link, facts: Facts) -> bool:
    """``Check x = -1: ...``, a value that is put in; ``choose x = 4``, in a range."""
    in_a_range = any(isinstance(g, Chain) and set(g.ops) <= set(_ORDER) for g in facts.given)
    tried = _TRIES.search(link.lead) or (in_a_range and _TEST_VALUE.search(link.lead))
    if link.length != 1 or not facts.has_conditions or not tried:
        return False
    return assignment(_both(link)) is not None


def _has_open_vectors(link: Link, facts: Facts) -> bool:
    """Vectors obey other laws than numbers: ``(a · b)^2`` is not ``a^2 b^2``."""
    return any(is_vector_name(name) and name not in facts.values for name in link.names)


def _is_set_to_zero(link: Link, facts: Facts) -> bool:
    """``f'(x) = 0`` and ``f'(x) = 2x - 4 = 0``, where it is to be solved: the derivative is known
    and not constant."""
    if link.op is not RelOp.EQ or not is_closed(link.right):
        return False
    if not needs_calculus(link.left) and not link.derived:
        return False
    value = evaluate(link.right)
    if value is None or value.rational != 0:
        return False
    if link.derived and not link.first:
        return not needs_calculus(link.left) and bool(link.left_names)
    try:
        slope = expand_functions(link.left, facts.known_functions)
    except ValueError:
        return False
    slope = carried_out(slope)
    return not needs_calculus(slope) and bool(variables(slope))


def _is_where_curves_meet(link: Link, facts: Facts) -> bool:
    """``x^2 = x + 2``, where the area between the two curves is asked: no form of one side."""
    if link.height is None or link.op is not RelOp.EQ or not link.names or link.length != 1:
        return False
    if facts.has_conditions and not _has_variables_on_both_sides(link):
        return False  # ``x^2 - x - 2 = 0``, which is judged by the first form
    between = Sub(link.left, link.right)
    return any(
        identity(between, height).outcome is Outcome.PROVED
        for height in (link.height, Neg(link.height))
    )


def _is_defined(link: Link, facts: Facts) -> bool:
    if link.op is RelOp.DEFINED:
        return True
    function = definition_of_function(link.left, link.right)
    if function is not None and function[0] in facts.functions and not link.right_names:
        return False  # "set f(x) = 0"
    named = lone_symbol(link.left) is not None or function is not None
    return link.first and bool(named) and bool(_DEFINES.search(link.lead))


def _is_function(link: Link, facts: Facts) -> bool:
    if not link.first or link.op is not RelOp.EQ:
        return False
    several = definition_of_several(link.left, link.right)
    if several is not None:
        return facts.several.get(several[0], several[1:]) == several[1:]
    found = definition_of_function(link.left, link.right)
    if found is None:
        return False
    return facts.functions.get(found[0], found[1:]) == found[1:]


def _is_restated(link: Link, facts: Facts) -> bool:
    """``f(x) = ...`` once more, otherwise than before: a form of it, or another function."""
    found = definition_of_function(link.left, link.right)
    return link.op is RelOp.EQ and found is not None and bool(link.right_names)


def _is_supposed(link: Link, facts: Facts) -> bool:
    return is_supposed(link)


def is_supposed(link: Link) -> bool:
    """``If x = 3``: the words before it say that it is supposed."""
    return link.first and bool(_SUPPOSES.search(link.lead)) and bool(link.names)


def _is_claimed_for_all(link: Link, facts: Facts) -> bool:
    if link.is_numeric:
        return False
    slope = needs_calculus(link.left) or is_slope(link.left, facts.several)
    told = slope or _is_said_by_cases(link) or _is_closed_form(link, facts)
    told = told or _is_determinant(link, facts)
    return link.op is RelOp.IDENTICAL or told


def _is_determinant(link: Link, facts: Facts) -> bool:
    """``det(A - kI) = (2 - k)^2 - 1``, where A is a matrix that is known."""
    determinant = isinstance(link.left, Abs) or (
        isinstance(link.left, Call) and link.left.function == "det"
    )
    known = any(isinstance(facts.values.get(name), Matrix) for name in link.left_names)
    return determinant and known and bool(link.right_names)


def _is_closed_form(link: Link, facts: Facts) -> bool:
    """``sum_(k=1)^n k = n(n + 1)/2``, ``C(n, 2) = n(n - 1)/2``: no condition on n."""
    if facts.has_conditions or link.op is not RelOp.EQ or not _has_variables_on_both_sides(link):
        return False
    if not set(link.right_names) <= set(link.left_names):
        return False
    counted = isinstance(link.left, Call) and link.left.function in ("binomial", "permutations")
    return isinstance(link.left, BigOperator) or (counted and has(link.right, Div, Factorial))


def _is_said_by_cases(link: Link) -> bool:
    """``|x| = cases(x, x >= 0; -x, x < 0)``; not ``f(x) = ...`` and ``y = ...``, which define."""
    named = isinstance(link.left, Call) and len(link.left.function) == 1
    return isinstance(link.right, Piecewise) and not named and lone_symbol(link.left) is None


def _is_inverse(link: Link, facts: Facts) -> bool:
    """``f^{-1}(x) = ...``, where the text says what f is."""
    return link.op is RelOp.EQ and inverted(link.left) in facts.functions


def _goes_on(link: Link, facts: Facts) -> bool:
    return not link.is_numeric and link.continues and link.first


def is_filled_in(link: Link, facts: Facts) -> bool:
    """``A = pi r^2``, then ``= pi * 7^2``: values take the place of letters; no form of what a
    question names."""
    goes_on = link.continues and link.first and not link.transforms and link.op is RelOp.EQ
    unknown = facts.has_conditions and set(link.left_names) <= set(facts.unknowns)
    return goes_on and not unknown and set(link.right_names) < set(link.left_names)


def _is_transformed(link: Link, facts: Facts) -> bool:
    if link.is_numeric or link.op is not RelOp.EQ or lone_symbol(link.left) is not None:
        return False
    if link.transforms and link.left == link.source:
        return True
    if not _has_variables_on_both_sides(link):
        return False
    if link.transforms:
        return True
    named = not facts.given and bool(_IDENTITY.search(link.lead))
    return named and looks_like_identity(link.left, link.right)


def _has_variables_on_both_sides(link: Link) -> bool:
    return bool(link.left_names) and bool(link.right_names)


def _is_true_or_false_statement(link: Link, facts: Facts) -> bool:
    """``0 = 0`` or ``3 = 5``, where an equation is being solved."""
    if link.continues or not facts.has_conditions:
        return False
    literal = is_literal(link.left) and is_literal(link.right)
    return link.is_numeric and literal and link.length == 1


def _is_on_unknowns(link: Link, facts: Facts) -> bool:
    return facts.has_conditions and facts.concerns(_both(link))


def _has_known_values(link: Link, facts: Facts) -> bool:
    if lone_symbol(link.left) is not None and link.first:
        return False
    if not facts.values.keys() >= set(link.names):
        return False
    functions = _functions(_both(link))
    known = {*facts.known_functions, *facts.several}
    return functions <= known and bool(link.names or functions)


def _functions(chain: Chain) -> set[str]:
    """Functions that the text itself must define."""
    if not has(chain, Call):
        return set()
    calls = {node.function for node in walk(chain) if isinstance(node, Call)}
    return {name for name in calls if len(name) == 1}


def names_a_case(text: str) -> bool:
    """A line speaks of one of several cases: ``Case 1: x >= 0``, ``For x < 0:``."""
    return bool(_OF_A_CASE.search(text))


def is_case(lead: str) -> bool:
    """The words before a condition announce one of several cases."""
    return bool(_CASE.search(lead))


def _names_a_value(link: Link, facts: Facts) -> bool:
    named = lone_symbol(link.left) is not None or inverted(link.left) is not None
    return link.first and named


def _is_filled_in(link: Link, facts: Facts) -> bool:
    """One side has names without values, the other is a computation: ``b^2 - 4ac = 25 - 24``."""
    if link.is_numeric or _has_variables_on_both_sides(link):
        return False
    computed = not (is_literal(link.left) or is_literal(link.right))
    return link.length > 1 or (computed and len(set(link.names)) > 1)


def _is_chain_of_forms(link: Link, facts: Facts) -> bool:
    if link.length == 1 or link.op is not RelOp.EQ or not _has_variables_on_both_sides(link):
        return False
    if set(link.right_names) - set(link.left_names):
        return False
    return has(link.left, Add, Sub, Mul, Div, Pow)


def _is_composed(link: Link, facts: Facts) -> bool:
    """``f(g(x)) = f(2x) = 4x^2 + 1``, a chain that puts known functions in."""
    if link.length == 1 or link.op is not RelOp.EQ:
        return False
    called = _functions(_both(link))
    known = bool(called) and called <= set(facts.functions)
    return known and bool(link.right_names) and set(link.right_names) <= set(link.left_names)


def _is_in_words(link: Link, facts: Facts) -> bool:
    """Names of several letters: quantities that the text speaks of, not unknowns."""
    return any(is_word(name) for name in link.names)


def is_word(name: str) -> bool:
    """``speed``, ``Total cost``; not ``x``, ``x_1``, ``theta``."""
    stem = name.partition("_")[0].rstrip("'")
    return not is_vector_name(name) and len(stem) > 2 and stem not in GREEK


def _is_first_condition(link: Link, facts: Facts) -> bool:
    return not facts.has_conditions and not link.transforms


SET_TO_ZERO: Final = "derivative set to zero"
FORMULA_FILLED_IN: Final = "formula filled in"
NAMES_A_VALUE: Final = "name for a value"

RULES: Final[tuple[Rule, ...]] = (
    Rule("quotient with remainder", Role.NOTATION, _is_remainder),
    Rule("scale of a map", Role.NOTATION, _is_scale),
    Rule("asked, not claimed", Role.NONE, _is_asked),
    Rule("tried out", Role.NONE, _is_tried),
    Rule("definition", Role.DEFINITION, _is_defined),
    Rule("vectors without coordinates", Role.FORMULA, _has_open_vectors),
    Rule("function introduced", Role.DEFINITION, _is_function),
    Rule("function restated", Role.UNDECIDED, _is_restated),
    Rule("supposed", Role.GIVEN, _is_supposed),
    Rule(SET_TO_ZERO, Role.GIVEN, _is_set_to_zero),
    Rule("curves set equal", Role.GIVEN, _is_where_curves_meet),
    Rule("claimed for all values", Role.IDENTITY, _is_claimed_for_all),
    Rule("inverse function", Role.IDENTITY, _is_inverse),
    Rule("formula goes on", Role.IDENTITY, _goes_on),
    Rule("form of an expression", Role.IDENTITY, _is_transformed),
    Rule("true or false statement", Role.CONDITION, _is_true_or_false_statement),
    Rule("numbers on both sides", Role.COMPUTATION, lambda link, facts: link.is_numeric),
    Rule("condition on the unknowns", Role.CONDITION, _is_on_unknowns),
    Rule("known values put in", Role.COMPUTATION, _has_known_values),
    Rule(NAMES_A_VALUE, Role.FORMULA, _names_a_value),
    Rule("formula in words", Role.FORMULA, _is_in_words),
    Rule(FORMULA_FILLED_IN, Role.FORMULA, _is_filled_in),
    Rule("chain of forms", Role.IDENTITY, _is_chain_of_forms),
    Rule("functions put in", Role.IDENTITY, _is_composed),
    Rule("first condition", Role.GIVEN, _is_first_condition),
    Rule("none of these", Role.UNDECIDED, lambda link, facts: True),
)
