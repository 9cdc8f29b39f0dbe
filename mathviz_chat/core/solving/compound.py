"""Inequalities that "and" or "or" joins: each is solved where it stands, beside the others."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.kernel import real_solutions, variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import And, Chain, Or
from mathviz_chat.core.solving import inequality
from mathviz_chat.core.solving.lines import BRIEF, Lines

_ORDINALS: Final = ("first", "second", "third", "fourth")


def solve(compound: And | Or, name: str) -> Lines | None:
    """Lines for up to four inequalities in one unknown, joined by one word; None for any other.

    Each line says the whole condition, so that it has the same solutions as the question.
    """
    parts = [part for part in compound.items if isinstance(part, Chain)]
    found = real_solutions(compound, name)
    answer = None if found is None else inequality.described(found, name)
    if answer is None or len(parts) != len(compound.items) or len(parts) > len(_ORDINALS):
        return None
    word = " and " if isinstance(compound, And) else " or "
    lines = Lines()
    whole = [slots.spelled(part) for part in parts]
    apart = []
    for ordinal, (place, part) in zip(_ORDINALS, enumerate(parts), strict=False):
        alone = inequality.solve(part, name)
        if alone is None or not _is_of(alone.answer, name):
            apart += [] if alone is None else [f"The {ordinal} inequality says {alone.answer}."]
            continue
        for line in alone.lines:
            before = word.join(whole)
            if not _is_of(line.claim, name) or line.claim == whole[place]:
                continue
            whole[place] = line.claim
            rule = f"In the {ordinal} inequality: {line.rule[0].lower()}{line.rule[1:]}"
            lines.step(rule, word.join(whole), level=line.level, why=line.why, before=before)
    told = answer if isinstance(answer, str) else slots.spelled(answer)
    if told != word.join(whole):
        each = "both" if len(parts) == 2 else "all of them"
        joined = f"Put the solutions of {each} together"
        rule = joined if isinstance(compound, Or) else f"Keep what satisfies {each}"
        why = " ".join(apart) or None
        lines.step(rule, told, level=BRIEF, why=why, before=word.join(whole))
    lines.finish(answer)
    return lines


def _is_of(text: str | None, name: str) -> bool:
    """One relation for the unknown: no numbers that are tried, no two ranges."""
    try:
        node = read(text or "", variables=(name,))
    except ReadError:
        return False
    return isinstance(node, Chain) and name in variables(node)
