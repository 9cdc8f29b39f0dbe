"""A whole that is given away in fractions: who gets which part of it, and who gets the rest."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, amount, fraction, key
from mathviz_chat.core.problems.readers.told.ledger import Ledger

_KEYS: Final = re.compile(
    r"\b(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b|\d\s*/\s*\d", re.I
)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bratio\b|\bmore\b|\bless\b|\btwice\b|\bthen\b|\bremaining\b|\bof\s+(?:the\s+)?rest\b"
    r"|\bwhat\s+is\s+left\b|\bequally\b|\bas\s+much\b|\bothers?\b",
    re.I,
)
_GRAMMAR: Final = """
GETS = [gets|get|receives|receive|got|received|is given|takes|inherits|has]
GIVES = [leaves|left|gives|gave|bequeaths|donates|donated|sends]
SHARED = [is|was|are|were]? [divided|shared|split] [up]? [so that|between|as follows|in this way|
        among]?
MONEY = [inheritance|sum|amount|estate|fortune|prize|prize money|profit|bonus|legacy|jackpot|pocket
    money|money]
ITS = [of [it|money|estate|inheritance|prize|MONEY|total|them|this]]
whole:
    MONEY of {w:measure} [of]? [{thing1:thing}]? [SHARED]?
    [MONEY]? {w:measure} [of]? [{thing1:thing}]? SHARED
    {who0:thing} [has|had|leaves|left|won|inherited|shares out] {w:measure} [of]? [{thing1:thing}]?
        [SHARED]?
given:
    [and]? {who1:thing} GETS {p1:portion} ITS?
    [and]? {who1:thing} {p1:portion}
    {who1:thing} GETS {p1:portion} of {w:measure} [of]? [{thing1:thing}]?
    [he|she|they|and|who0]* [GIVES]? {p1:portion} ITS? to {who1:thing}
each:
    {who0:thing} GIVES {p1:portion} of [her|his|their]? {w:measure} [of]? [{thing1:thing}]? to
        each of
        [her|his|their]? {n:int} {people:thing}
    {who0:thing} GIVES {p1:portion} of [her|his|their]? {w:measure} [of]? [{thing1:thing}]? to
        {who1:thing}
rest:
    [and]? {who2:thing} [GETS]? [rest|remainder] [ITS]?
    [and]? [GIVES]? [rest|remainder] [ITS]? to {who2:thing}
asked:
    how [much|many] [money]? [{thing3:thing}]? [does|did|do|will|would] {who3:thing} [get|receive|
        inherit|
        have|take]
    FIND share of {who3:thing}
    what [does|did|will] {who3:thing} [get|receive|inherit]
"""


_VERBS: Final = frozenset(
    ("get", "receive", "got", "received", "take", "inherit", "ha", "has", "given")
)


def _who(text: str | None) -> str:
    """A person by the noun's key: ``eldest child`` and ``eldest`` differ by a word for a person."""
    words = key(text).split()
    if set(words) & _VERBS:
        raise ValueError(text)
    return " ".join(w for w in words if w not in ("child", "one", "son", "daughter", "1")) or key(
        text
    )


def _read(story: Story) -> Problem | None:
    try:
        return _problem(story)
    except ValueError:
        return None  # a fraction that is none, or a person who is told of twice


def _problem(story: Story) -> Problem | None:
    asked, rest = story.get("asked"), story.get("rest")
    wholes = [hit for hit in story.every() if hit.get("w")]
    if asked is None or len(wholes) != 1 or len(story.all("each")) > 1:
        return None
    found = amount(wholes[0], "w")
    noun, said = key(wholes[0].get("thing1")), key(asked.get("thing3"))
    if said and said != noun:
        return None
    parts = [(_who(hit["who1"]), hit) for hit in story.every() if hit.get("who1")]
    parts += [(_who(hit["people"]), hit) for hit in story.all("each") if hit.get("people")]
    last = None if rest is None else _who(rest["who2"])
    names = [name for name, _ in parts] + ([last] if last else [])
    wanted = _who(asked["who3"])
    if len(set(names)) < len(names) or names.count(wanted) != 1:
        return None
    shares = [(name, fraction(hit["p1"]), int(hit.get("n") or 1)) for name, hit in parts]
    if sum(share * count for _, share, count in shares) >= 1:
        return None
    ledger = Ledger()
    ledger.give("w", found.text)
    told = _tell(ledger, shares, found.shown())
    if last:
        ledger.want("rest", "the rest")
        each = [f"s{k}" for k, (_, _, count) in enumerate(shares) for _ in range(count)]
        ledger.sum("w", *each, "rest", why="whole = all parts and the rest added")
        told += f" {last} gets the rest."
    quantity = "rest" if wanted == last else f"s{[name for name, _, _ in shares].index(wanted)}"
    read_as = f"{told} How {'much' if found.unit else 'many'} does {wanted} get?"
    return ledger.problem(Kind.STORY, read_as, quantity, unit=found.unit)


def _tell(ledger: Ledger, shares: list[tuple[str, Fraction, int]], whole: str) -> str:
    """Enters the parts, and says them: each person with a fraction."""
    told = f"Money of {whole}."
    for k, (name, share, count) in enumerate(shares):
        ledger.constant(f"f{k}", share)
        ledger.want(f"s{k}", f"the part of {name}")
        ledger.product(f"s{k}", f"f{k}", "w", why="part = fraction * whole")
        told += f" {name} gets {share}."
        if count > 1:
            told = f"The owner gives {share} of {whole} to each of {count} {name}."
    return told


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read, frozenset({"given"}), _SHUT, MOST),)
