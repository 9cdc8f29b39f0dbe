"""The relation signs of a chain, one by one: ``a = b < c`` has two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement, clip
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.roles import SET_TO_ZERO, Link, Rule
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import links, needs_calculus
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain
from mathviz_chat.core.verdict import NOT_CLAIMS, Role, Verdict


def links_of(chain: Chain, found: Found, task: Task, facts: Facts) -> list[Link]:
    """The relation signs of a chain, each with what stands around it."""
    transforms = task.transformation is not None
    pieces = links(chain)
    derived = needs_calculus(chain.items[0])
    solved = facts.has_conditions and facts.concerns(chain)  # ``= x = 5``
    return [
        Link(
            *piece,
            lead=found.lead if place == 0 else "",
            tail=found.tail if place == len(pieces) - 1 else "",
            first=place == 0,
            length=len(pieces),
            continues=found.goes_on and not solved,
            transforms=transforms,
            source=task.source,
            labels=found.labels,
            derived=derived,
            height=task.height,
        )
        for place, piece in enumerate(pieces)
    ]


def name_link(judged: Judgement, link: Link) -> Judgement:
    """In a chain, a reason says of which sign it speaks."""
    if judged.role in NOT_CLAIMS or judged.verdict is Verdict.PROVED:
        return judged
    name = f"{clip(to_plain(link.left))} {link.op} {clip(to_plain(link.right))}"
    return replace(judged, reason=f"In {name}: {judged.reason}")


def is_passed_over(one: Judgement, rule: Rule, before: Sequence[Judgement]) -> bool:
    """``(x + 1)^2 = x^2 + 2x + 1 < 0``: after a sign that is judged, one that claims nothing would
    be left out of the verdict on the line. ``f'(x) = 2x - 4 = 0`` is how an equation is set up."""
    if one.role not in (Role.GIVEN, Role.FORMULA) or rule.name == SET_TO_ZERO:
        return False
    return any(earlier.role not in NOT_CLAIMS for earlier in before)
