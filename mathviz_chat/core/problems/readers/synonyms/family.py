"""A family whose questions are first said in its own words: one word for all that mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Protocol, TypeAlias

from mathviz_chat.core.problems import clauses as cutting
from mathviz_chat.core.problems import wording
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.applied.family import Family

Synonyms: TypeAlias = tuple[tuple[LazyPattern, str], ...]

_EXACT: Final = LazyPattern(
    r"[\s,]*\(?\s*(?:(?:please\s+)?(?:give|leave|write|express|state)\s+)?(?:(?:your|it|final)\s+)*"
    r"(?:(?:answer|result)\s+)?(?:as\s+|in\s+)?(?:(?:single|simplified|exact|simplest)\s+)*"
    r"(?:fraction|exact\s+(?:value|form|answer))(?:\s+in\s+(?:its\s+)?(?:simplest|lowest)\s+"
    r"(?:form|terms))?\s*\)?$",
    re.IGNORECASE,
)
"""``as a fraction``, ``(fraction)``, ``Give an exact value`` at the end of a sentence."""


def synonyms(*pairs: tuple[str, str]) -> Synonyms:
    """Rules ``(pattern, words put in)``, in the order in which they are applied."""
    return tuple((LazyPattern(found, re.IGNORECASE), put) for found, put in pairs)


class Reader(Protocol):
    """Reads a question as a whole or not at all."""

    def read(self, clauses: Clauses) -> Problem | None:
        """The problem of a question, None where it is of another kind."""
        ...


@dataclass(frozen=True, slots=True)
class Synonymous:
    """said: what stands for what, in sentences that are plain already.

    plain: readers that read what is shown as the reading, where it is a plain question.
    """

    family: Family
    said: Synonyms
    plain: tuple[Reader, ...] = ()

    def read(self, clauses: Clauses) -> Problem | None:
        """The problem of the question in the family's words.

        Where a fraction or an exact value is asked for, values are written as fractions.
        """
        sentences = [self._in_own_words(one) for one in wording.sentences(clauses.sentences)]
        bare = [_EXACT.sub("", one).strip(" ,") for one in sentences]
        exact = any(map(_EXACT.search, sentences))
        problem = self.family.read(replace(clauses, sentences=tuple(filter(None, bare))))
        if not exact or problem is None:
            return problem
        fractions = _in_fractions(problem)
        return reread(fractions.read_as, self.plain) or fractions

    def _in_own_words(self, sentence: str) -> str:
        for found, put in self.said:
            sentence = found.sub(put, sentence)
        return " ".join(sentence.split())


def _in_fractions(problem: Problem) -> Problem:
    if problem.plan is None or not problem.plan.decimals:
        return problem
    read_as = f"{problem.read_as.rstrip('.')}, as a fraction."
    return replace(problem, read_as=read_as, plan=replace(problem.plan, decimals=False))


def reread(question: str, readers: Iterable[Reader]) -> Problem | None:
    """The problem of a plain question, by the first of some readers that reads it."""
    cut = cutting.cut(question)
    found = () if cut is None else (reader.read(cut) for reader in readers)
    return next((problem for problem in found if problem is not None), None)
