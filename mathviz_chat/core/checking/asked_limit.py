"""``lim sin(3x)/(3x)``, where the question says what x tends to."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.problems.problem import Kind
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Limit

_BARE: Final = re.compile(r"\\?\blim\b(?!\s*[_^{])")
_ARROW: Final = re.compile(r"→|->|\\(?:to|rightarrow|infty)\b|∞|\bas\b")
_LETTER: Final = re.compile(r"(?<![A-Za-z])[A-Za-zα-ωΑ-Ω](?![A-Za-z])|\\(?:alpha|beta|theta|phi)\b")


def with_asked_limit(text: str, task: Task) -> str:
    """The line with the question's arrow, where it has none and speaks of no other letter."""
    problem = task.problem
    if problem is None or problem.kind is not Kind.LIMIT or "lim" not in text:
        return text
    limit = problem.target
    if not isinstance(limit, Limit) or _ARROW.search(text):
        return text
    if set(_LETTER.findall(text)) != {limit.variable}:
        return text  # another letter may be put for it: lim sin(t)/t, t = 3x
    arrow = f"lim_({limit.variable}->{to_plain(limit.point)}{limit.side}) "
    return _BARE.sub(lambda _: arrow, text)
