"""What the facts learn: from the question, and from lines that claim nothing (givens, names)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.angles import interval_of
from mathviz_chat.core.checking.arc_lines import arcs_of
from mathviz_chat.core.checking.calculus import (
    carried_out,
    definition_of_function,
    expand_functions,
)
from mathviz_chat.core.checking.conditions import compare
from mathviz_chat.core.checking.differential import differential_of
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.matrices import with_known
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.several import MAX_VARIABLES, definition_of_several
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import conjuncts, has, is_closed, lone_symbol
from mathviz_chat.core.checking.undetermined import begin_undetermined
from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import is_restricted
from mathviz_chat.core.problems.problem import Kind
from mathviz_chat.core.reading import find_math
from mathviz_chat.core.reading.tree import (
    Chain,
    Constant,
    Expr,
    Node,
    PlusMinus,
    RelOp,
    Statement,
    Truth,
    TupleOf,
)

_NAMING: Final = (RelOp.EQ, RelOp.DEFINED, RelOp.IDENTICAL)
NO_LINE: Final = -2
"""``x = 1 ± 2``, then ``x = 3``, then ``x = -1``: no line carries out the one before."""
_OTHER_NAME: Final = re.compile(r"\b[B-Z]\s*=")
_OF_VECTORS: Final = re.compile(
    r"\b(?:vectors?|modul(?:us|i)|magnitude|norm|(?:dot|scalar|inner|cross|vector)\s+product"
    r"|angle\s+between|perpendicular|orthogonal|parallel)\b",
    re.IGNORECASE,
)
_RELATION: Final = re.compile(r"[=<>≤≥≠]|\\(?:leq?|geq?|neq?)\b")
_IN_A_CASE: Final = re.compile(
    r"[\s,;$)]*(?:if|when|whenever|unless|for(?!\s+(?:all|any|every|each)\b))\b", re.IGNORECASE
)
"""``f(x) = x^2 if x > 0``: what is said for some values is no definition for all of them."""


def facts_of(task: Task) -> Facts:
    """What a question says, before the first line of its solution."""
    facts = Facts(functions=dict(task.functions), several=dict(task.several))
    if task.source is not None and task.variable is not None:
        taken = {*variables(task.source), task.variable}
        free = [name for name in ("f", "y") if name not in taken]
        facts.asked = dict.fromkeys(free, (task.variable, task.source))
    if task.problem is not None and task.problem.kind in (Kind.IMPLICIT_DERIVATIVE, Kind.TANGENT):
        facts.curve = task.problem.conditions[0] if task.problem.conditions else None
    for statement in task.given:
        if not isinstance(statement, Chain) or not begin_undetermined(facts, statement):
            facts.give(statement)
    facts.from_question = bool(task.given)
    unread = task.problem is None and task.question is not None and not task.given
    facts.in_prose = unread and not _RELATION.search(task.question or "")
    if task.problem is not None and not task.given:
        facts.of_sizes = task.problem.kind is Kind.GEOMETRY
        facts.in_prose = task.problem.kind in (Kind.GEOMETRY, Kind.RELATED_RATES)
    facts.real = task.question is not None and is_restricted(task.question)
    facts.angles = interval_of(task.problem) or arcs_of(task.problem)
    if task.problem is not None and task.problem.kind is Kind.INVERSE and task.given:
        facts.to_exchange = (task.unknowns[0], "y")
    facts.differential = differential_of(task.problem)
    facts.values |= _matrix_of(task) | _vectors_of(task)
    return facts


def _matrix_of(task: Task) -> dict[str, Expr]:
    """The matrix whose eigenvalues are asked for, by its usual name where it has no other."""
    problem = task.problem
    if problem is None or problem.kind is not Kind.EIGENVALUES or problem.target is None:
        return {}
    return {} if _OTHER_NAME.search(task.question or "") else {"A": problem.target}


def _vectors_of(task: Task) -> dict[str, Expr]:
    """The vectors and complex numbers that a question names, ``u = (1, 2)``; one without a name,
    whose length is asked for, by its usual one."""
    question = task.question or ""
    if task.problem is None or not _OF_VECTORS.search(question):
        return {}
    regions = [region.tree for region in find_math(question) if region.tree is not None]
    read = [one for node in regions for one in _parts(node)]
    named = [one.items for one in read if isinstance(one, Chain) and one.ops == (RelOp.EQ,)]
    found = {
        name: items[1]
        for items in named
        if (name := lone_symbol(items[0])) is not None and _is_vector(items[1])
    }
    bare = [one for one in read if isinstance(one, Expr) and _is_vector(one)]
    if found or len(bare) != 1 or len(read) != 1:
        return found
    return {"v" if isinstance(bare[0], TupleOf) else "z": bare[0]}


def _parts(node: Node) -> Sequence[Node]:
    return conjuncts(node) if isinstance(node, Statement) else (node,)


def _is_vector(node: Expr) -> bool:
    return is_closed(node) and (isinstance(node, TupleOf) or has(node, Constant))


def give(facts: Facts, link: Link, *, supposed: bool = False) -> None:
    """Take a relation as given, unless the question says what is.

    supposed: the text only tries it; beside what is given already it is no further given.
    """
    statement = Chain((link.left, link.right), (link.op,))
    if facts.from_question or (supposed and _fits(facts, statement)):
        if facts.concerns(statement):
            facts.supposed = (statement,)
    else:
        facts.give(_with_bodies(facts, statement))


def _fits(facts: Facts, statement: Statement) -> bool:
    """Some values fit what the text takes as given and what it now supposes."""
    if not facts.has_conditions or not facts.concerns(statement):
        return False
    return not compare((*facts.given, statement), Truth(False), facts.unknowns).holds


def _with_bodies(facts: Facts, statement: Statement) -> Statement:
    """``2(l + w) = 36`` where ``l = 2w``: as a condition on w, with l as a name for 2w."""
    names = variables(statement)
    bodies = {
        name: body
        for name, (body, _) in facts.named.items()
        if name in names and variables(body) and set(variables(body)) <= set(names)
    }
    if len(bodies) != 1:
        return statement
    facts.abbreviations |= bodies
    return substitute(statement, bodies)


def with_functions(facts: Facts, link: Link) -> Link:
    """``f'(x) = 0`` and ``f(x) = 4`` as conditions on x, ``det(A - kI) = 0`` as one on k."""
    functions = facts.known_functions
    try:
        expanded = [carried_out(expand_functions(s, functions)) for s in (link.left, link.right)]
        sides = [with_known(side, facts.values) for side in expanded]
    except ValueError:
        return link
    return replace(link, left=sides[0], right=sides[1])


def suppose(facts: Facts, link: Link) -> None:
    """``Let x = 3`` and ``if x = 3``, where the question is about x."""
    statement = Chain((link.left, link.right), (link.op,))
    if facts.from_question and facts.concerns(statement):
        facts.supposed = (statement,)


def learn(facts: Facts, link: Link, line: int) -> None:
    """A name gets its value or its body; ``x > 3`` and ``x ≈ 3`` give it none.

    line: the number of its line.
    """
    if link.op not in _NAMING:
        return
    function = definition_of_function(link.left, link.right)
    if function is not None:
        name, variable, body = function
        if _IN_A_CASE.match(link.tail):
            facts.functions.pop(name, None)
            return
        facts.functions[name] = (variable, body)
        return
    several = definition_of_several(link.left, link.right)
    if several is not None:
        facts.several[several[0]] = several[1:]
        return
    name_of = lone_symbol(link.left)
    if name_of is None:
        return
    suppose(facts, link)
    before = facts.named.get(name_of)
    one_of_two = before is not None and (has(before[0], PlusMinus) or before[1] == NO_LINE)
    facts.named[name_of] = (link.right, NO_LINE if one_of_two else line)
    known = {name: facts.values[name] for name in link.right_names if name in facts.values}
    value = substitute(link.right, known) if known else link.right
    if is_closed(value):
        facts.values[name_of] = value
        return
    names = variables(link.right)
    if facts.has_conditions and set(names) <= set(facts.unknowns):
        facts.abbreviations[name_of] = link.right
    if 1 < len(names) <= MAX_VARIABLES:
        facts.surfaces[name_of] = (names, link.right)
    if len(names) == 1:
        facts.functions[name_of] = (names[0], link.right)
