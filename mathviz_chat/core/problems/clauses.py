"""A question cut into the statements that it gives and the one thing that it asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from mathviz_chat.core.problems import language, nouns, slots
from mathviz_chat.core.problems.environment import Environment
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.slots import Slots
from mathviz_chat.core.reading.tree import Call, Chain, Expr, RelOp, Statement, Symbol

ASKING: Final = (
    r"(?:what(?:'s|s)?|which|find|solve|determine|calculate|compute|evaluate|work\s+out|give|get|"
    r"obtain|state|derive|differentiate|simplify|expand|factori[sz]e|factor|how|for\s+(?:what|which)|"
    r"is|are|does|do|tell\s+me|figure\s+out|show\s+me)(?![A-Za-z])"
)
_NOUN = (
    r"(?:the\s+)?(?:following\s+)?(?:linear\s+|quadratic\s+|simultaneous\s+|polynomial\s+)?"
    r"(?:pair\s+of\s+|system\s+of\s+|set\s+of\s+)?"
    r"(?:equations?|functions?|system|curve|polynomial|expression)(?:\s+(?:given\s+by|that))?"
)
_STATEMENTS = rf"(?:{_NOUN}\s*:?\s*)?(?P<given>{slots.STATEMENTS})"
_LET = (
    r"(?:let|suppose|assume|consider|define|say|given|if|take|"
    r"(?:you|we)\s+(?:are\s+given|know|have)|it\s+is\s+(?:given|known))(?:\s+that)?\s*:?\s*"
)
_SINCE = (
    r"(?:given|if|when|suppose|supposing|since|knowing|assuming|for|with|let|in)"
    r"(?:\s+that)?\s*:?\s*"
)
_WHERE = (
    r",?\s*\b(?:given|if|when|where|such|so|knowing|assuming|provided|for\s+which|with|from|for|in|"
    r"by\s+solving|as)(?:\s+that)?\s*:?\s*"
)
_PATTERNS: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"{_LET}{_STATEMENTS}",
        rf"{_SINCE}{_STATEMENTS},?\s*(?:then\s+)?(?:and\s+)?(?P<asked>{ASKING}.*)",
        rf"(?P<asked>{ASKING}.*?)(?:{_WHERE}|\s*:\s*){_STATEMENTS}",
        rf"{_STATEMENTS},?\s*:?\s*(?:and\s+)?(?:then\s+)?(?P<asked>{ASKING}.*)",
        rf"{_STATEMENTS}",
    )
)


_OPTIONS = LazyPattern(r"\(a\)")
_STARTS_ASKING = LazyPattern(rf"{ASKING}", re.IGNORECASE)
_ANSWER_FORM = LazyPattern(
    r"(?:give|state|find|get|write|express)\s+(?:your|the)\s+(?:final\s+)?(?:answer|result)s?\b"
    r"|(?:give|write|state|express)\s+(?:it\s+)?(?:in\s+(?:the\s+)?format\b|as\s+YYYY|an?\s+decimal$)"
    r"|(?:give|write|state|express)\s+(?:it\s+)?(?:as\s+)?an?\s+(?:(?:exact|simplified)\s+)*(?:fraction|"
    r"exact\s+value)\s*$",
    re.IGNORECASE,
)
"""``Give your answer to 2 decimal places.`` asks for a form, and for nothing else."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """given: the statements, in order. facts: the sentences that tell something in words.

    asked: the sentence that asks, "" where none does. slots: reads the places for mathematics.
    sentences: all of them, in order.
    """

    given: tuple[Statement, ...]
    facts: tuple[str, ...]
    asked: str
    slots: Slots
    sentences: tuple[str, ...]

    def environment(self) -> Environment | None:
        """What the given statements define; None where one of them is of another kind."""
        environment = Environment()
        return environment if all(map(environment.take, self.given)) else None

    def value(self, phrase: str) -> tuple[Expr, Environment] | None:
        """What a phrase names, with every definition put in; None where one is left unused."""
        environment = self.environment()
        named = nouns.noun(self.slots, phrase)
        if environment is None or named is None:
            return None
        try:
            expr = environment.apply(named)
        except ValueError:  # the rules of differentiation do not cover it
            return None
        return (expr, environment) if environment.all_used else None


def starts_asking(text: str) -> bool:
    """Whether the first word asks for something."""
    return _STARTS_ASKING.match(text) is not None


def asks(sentence: str) -> bool:
    """Whether a sentence asks something, by its first words or after what it gives."""
    if _STARTS_ASKING.match(sentence):
        return True
    _, asked = _cut_sentence(sentence, slots.for_question(sentence))
    return asked != sentence and bool(_STARTS_ASKING.match(asked))


def cut(text: str, whole: str = "") -> Clauses | None:
    """The clauses of a question; None where it asks more than one thing.

    whole: the text that the question is a part of; its names count.
    """
    reader = slots.for_question(whole or text)
    given: list[Statement] = []
    rest: list[str] = []
    sentences = language.sentences(text)
    for sentence in sentences:
        found, asks = _cut_sentence(sentence, reader)
        given += found
        if rest and _OPTIONS.match(asks):
            rest[-1] += f" {asks}"
        else:
            rest += [asks] if asks else []
    asking = [one for one in rest if _STARTS_ASKING.match(one) and not _ANSWER_FORM.match(one)]
    if len(asking) > 1:
        return None
    asked = asking[0] if asking else rest[-1] if len(rest) == 1 else ""
    facts = tuple(sentence for sentence in rest if sentence != asked)
    return Clauses(tuple(given), facts, asked, reader, sentences)


_LET_BE = LazyPattern(
    rf"(?:let|suppose|assume|define)\s+(?P<name>{slots.NAME})(?:\((?P<of>[A-Za-z])\))?\s+"
    r"(?:be|denote|is|to\s+be|equals?)\s+(?P<phrase>.+)",
    re.IGNORECASE | re.DOTALL,
)


def _let_be(sentence: str, reader: Slots) -> Statement | None:
    """``Let u be p(23)``, ``Let i(f) be the second derivative of ...``."""
    match = _LET_BE.fullmatch(sentence)
    if match is not None and match["of"]:
        reader = replace(reader, parameters=(match["of"],))
    body = None if match is None else nouns.noun(reader, match["phrase"])
    if match is None or body is None:
        return None
    head: Expr = Symbol(match["name"])
    if match["of"]:
        head = Call(match["name"], (Symbol(match["of"]),))
    return Chain((head, body), (RelOp.DEFINED,))


def _cut_sentence(sentence: str, reader: Slots) -> tuple[tuple[Statement, ...], str]:
    definition = _let_be(sentence, reader)
    if definition is not None:
        return (definition,), ""
    for pattern in _PATTERNS:
        match = pattern.fullmatch(sentence)
        if match is None:
            continue
        found = reader.statements(match["given"])
        if found:
            asked = match.groupdict().get("asked") or ""
            return found, language.without_ignored(asked).rstrip(" ,:")
    return (), sentence
