"""What the facts learn: from the question, and from lines that claim nothing (givens, names)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.calculus import (
    carried_out,
    definition_of_function,
    expand_functions,
)
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.several import MAX_VARIABLES, definition_of_several
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import is_closed, lone_symbol
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems.problem import Kind
from mathviz_chat.core.reading.tree import Chain, RelOp

_NAMING: Final = (RelOp.EQ, RelOp.DEFINED, RelOp.IDENTICAL)
_IN_A_CASE: Final = re.compile(
    r"[\s,;$)]*(?:if|when|whenever|unless|for(?!\s+(?:all|any|every|each)\b))\b", re.IGNORECASE
)
"""``f(x) = x^2 if x > 0``: what is said for some values is no definition for all of them."""


def facts_of(task: Task) -> Facts:
    """What a question says, before the first line of its solution."""
    facts = Facts(functions=dict(task.functions))
    if task.source is not None and task.variable is not None:
        taken = {*variables(task.source), task.variable}
        free = [name for name in ("f", "y") if name not in taken]
        facts.asked = dict.fromkeys(free, (task.variable, task.source))
    if task.problem is not None and task.problem.kind is Kind.IMPLICIT_DERIVATIVE:
        facts.curve = task.problem.conditions[0] if task.problem.conditions else None
    for statement in task.given:
        facts.give(statement)
    facts.from_question = bool(task.given)
    return facts


def give(facts: Facts, link: Link) -> None:
    """Take a relation as given, unless the question says what is."""
    statement = Chain((link.left, link.right), (link.op,))
    if not facts.from_question:
        facts.give(statement)


def with_functions(facts: Facts, link: Link) -> Link:
    """``f'(x) = 0`` and ``f(x) = 4`` as conditions on x."""
    functions = facts.known_functions
    try:
        sides = [carried_out(expand_functions(s, functions)) for s in (link.left, link.right)]
    except ValueError:
        return link
    return replace(link, left=sides[0], right=sides[1])


def suppose(facts: Facts, link: Link) -> None:
    """``Let x = 3`` and ``if x = 3``, where the question is about x."""
    statement = Chain((link.left, link.right), (link.op,))
    if facts.from_question and facts.concerns(statement):
        facts.supposed = (statement,)


def learn(facts: Facts, link: Link) -> None:
    """A name gets its value or its body; ``x > 3`` and ``x ≈ 3`` give it none."""
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
    if is_closed(link.right):
        facts.values[name_of] = link.right
        return
    names = variables(link.right)
    if facts.has_conditions and set(names) <= set(facts.unknowns):
        facts.abbreviations[name_of] = link.right
    if 1 < len(names) <= MAX_VARIABLES:
        facts.surfaces[name_of] = (names, link.right)
    if len(names) == 1:
        facts.functions[name_of] = (names[0], link.right)
