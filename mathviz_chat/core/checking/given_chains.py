"""What a chain sets up that the lines after it are judged by."""

from __future__ import annotations

from mathviz_chat.core.checking.appearance import lies_between
from mathviz_chat.core.checking.bare_expressions import stands_alone
from mathviz_chat.core.checking.chain_links import links_of
from mathviz_chat.core.checking.differential_lines import begin_differential
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import REASONS
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.roles import FORMULA_FILLED_IN, role_of
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.undetermined import TO_BE_FOUND, begin_undetermined
from mathviz_chat.core.reading.tree import Chain
from mathviz_chat.core.verdict import Role


def begun(chain: Chain, found: Found, task: Task, facts: Facts) -> str | None:
    """What a chain sets up that the lines after it are judged by; None for other chains."""
    if task.question is None and _begins(chain, found, task, facts):
        return REASONS[Role.GIVEN]
    return TO_BE_FOUND if begin_undetermined(facts, chain) else None


def _begins(chain: Chain, found: Found, task: Task, facts: Facts) -> bool:
    """A differential equation, or ``-3 < 2x + 1 < 7`` by itself, is given from here on."""
    if begin_differential(facts, chain):
        return True
    if facts.has_conditions or not stands_alone(found) or not lies_between(chain):
        return False
    if {role_of(one, facts).name for one in links_of(chain, found, task, facts)} != {
        FORMULA_FILLED_IN
    }:
        return False
    facts.give(chain)
    return True
