"""A story cut into clauses that are known: every word of it belongs to one of them.

The clauses may come in any order; between them only :data:`CONNECTIVES` may stand. A story with
one word more is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from mathviz_chat.core.problems import word_patterns, wording
from mathviz_chat.core.problems.wording import Hit

Clause: TypeAlias = tuple[str, Hit]
Clauses: TypeAlias = Mapping[str, tuple[str, ...]]

_CONNECTIVES = (
    "and if then so with that which when given suppose where but who having whose supposing "
    "assuming assume knowing also we know for consider let from"
)
CONNECTIVES: Final = frozenset(_CONNECTIVES.split())
"""What may stand between two clauses, and says nothing that the clauses do not say."""

_GLUE = re.compile(rf"(?:[\s,:]+(?:{'|'.join(sorted(CONNECTIVES))})(?![A-Za-z'-]))*", re.IGNORECASE)
MAX_WORDS: Final = 90
MAX_TILINGS: Final = 8


def tilings(
    text: str,
    clauses: Clauses,
    repeated: frozenset[str] = frozenset(),
    most: int = MAX_TILINGS,
) -> list[list[Clause]]:
    """The first ``most`` ways to cut the text into clauses, each used once unless repeated."""
    text = f" {text}"
    ends = [m.end() for m in re.finditer(r"[^\s,]+?(?=[\s,]|:\s|$)", text)]
    if len(ends) > MAX_WORDS:
        return []
    search = _Search(text, ends, clauses, repeated)
    found = []
    for tiling in search.run(0, ()):
        found.append(list(tiling))
        if len(found) == most:
            break
    return found


class _Search:
    """Depth-first over the places where a clause may end."""

    def __init__(
        self, text: str, ends: list[int], clauses: Clauses, repeated: frozenset[str]
    ) -> None:
        self._text, self._ends, self._repeated = text, ends, repeated
        self._clauses = _able(clauses, text.lower())
        self._matches: dict[tuple[int, str], list[tuple[int, Hit]]] = {}
        self._dead: set[tuple[int, frozenset[str]]] = set()

    def run(self, start: int, done: tuple[Clause, ...]) -> Iterator[tuple[Clause, ...]]:
        """The tilings of what follows ``start``."""
        if not self._text[start:].strip(" ,:"):
            yield done
            return
        used = frozenset(name for name, _ in done) - self._repeated
        if (start, used) in self._dead:
            return
        alive = False
        for after in self._starts(start):
            for name in self._clauses:
                if name in used:
                    continue
                for end, hit in self._at(after, name):
                    for tiling in self.run(end, (*done, (name, hit))):
                        alive = True
                        yield tiling
        if not alive:
            self._dead.add((start, used))

    def _starts(self, start: int) -> list[int]:
        """Here, or after words that connect."""
        places = [start]
        glue = _GLUE.match(self._text, start)
        end = start if glue is None else glue.end()
        places += [place for place in self._ends if start < place <= end]
        return places

    def _at(self, start: int, name: str) -> list[tuple[int, Hit]]:
        key = (start, name)
        if key not in self._matches:
            found = []
            for one in self._clauses[name]:
                compiled = word_patterns.pattern(one)
                if compiled.match(self._text, start) is None:
                    continue
                for end in reversed(self._ends):
                    match = compiled.fullmatch(self._text, start, end) if end > start else None
                    if match is not None and wording.is_sound(match):
                        found.append((end, wording.hit(match)))
            self._matches[key] = found
        return self._matches[key]


def _able(clauses: Clauses, text: str) -> Clauses:
    """The patterns whose words are in the text, of each clause that has one."""
    able = {
        name: tuple(one for one in patterns if word_patterns.may_match(text, one))
        for name, patterns in clauses.items()
    }
    return {name: patterns for name, patterns in able.items() if patterns}
