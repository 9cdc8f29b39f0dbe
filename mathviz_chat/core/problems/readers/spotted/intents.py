"""Intents: what a question about formulas wants, by a few words that stand anywhere in it.

An intent matches when its words occur, every other word stands on a list of words that may be
passed over, and each place is taken by one of its roles. So nothing in the question goes unused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots, terms
from mathviz_chat.core.problems.readers.spotted import besides, neutral
from mathviz_chat.core.problems.readers.spotted.places import Place, Said
from mathviz_chat.core.reading.tree import Call, Chain, Derivative, Node, Symbol
from mathviz_chat.core.reading.walking import walk

MAX_ASSIGNMENTS: Final = 200
NEAR: Final = 5
"""A word says which role a place has within so many words before it."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a place is to an intent: ``f:fe@of`` is called f, a function or an expression, after of.

    sorts: one letter each. markers: the last of these among the words before the place, and of
    those of the other roles, decides; none where the role needs none. many: takes several places.
    """

    name: str
    sorts: frozenset[str]
    markers: tuple[str, ...] = ()
    optional: bool = False
    many: bool = False


_ROLE: Final = re.compile(
    r"(?P<name>\w+):(?P<sorts>\w+)(?P<count>[?*+]?)(?:@(?P<markers>.+))?", re.DOTALL
)


def role(text: str) -> Role:
    """``x:s?``: at most one; ``l:n+``: one or more; ``b:n@by|into``: after one of these."""
    match = _ROLE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    count = match["count"]
    markers = tuple(match["markers"].split("|")) if match["markers"] else ()
    return Role(
        match["name"], frozenset(match["sorts"]), markers, count in ("?", "*"), count in ("*", "+")
    )


@dataclass(frozen=True, slots=True)
class Found:
    """The places of a question by their roles; letters that are only named again are left out."""

    nodes: Mapping[str, tuple[Node, ...]]
    written: Mapping[str, tuple[str, ...]]
    words: frozenset[str]
    text: str

    def __contains__(self, name: str) -> bool:
        return bool(self.written.get(name))

    def __getitem__(self, name: str) -> str:
        """What a role takes, in plain notation; several separated by commas."""
        return ", ".join(map(slots.spelled, self.nodes[name]))

    def node(self, name: str) -> Node:
        """The tree of the one place that a role takes."""
        return self.nodes[name][0]

    def all(self, name: str) -> tuple[Node, ...]:
        """The trees of all places that a role takes."""
        return self.nodes.get(name, ())

    def inner(self, name: str) -> Node:
        """The right side of a definition; an expression as it is."""
        node = self.node(name)
        return node.items[-1] if isinstance(node, Chain) else node

    def body(self, name: str) -> str:
        """The right side of a definition in plain notation."""
        return slots.spelled(self.inner(name))


_FIXED: Final = re.compile(r"(?<![\^\d.])\d+\s*\*?\s*[A-Za-z(]|[A-Za-z]\s+\d")
"""``y = 7 mx + c``: a form with a number of its own is a condition on the answer."""

Says: TypeAlias = str | Callable[[Found], str | None]


def _forms(word: str) -> tuple[str, ...]:
    """``solve~`` in all its forms; a word without the mark as it is."""
    if not word.endswith("~"):
        return (word,)
    base = word[:-1]
    stem = base.removesuffix("e")
    plural = f"{base[:-1]}ies" if base.endswith("y") else f"{base}s"
    past = f"{base[:-1]}ied" if base.endswith("y") else f"{stem}ed"
    return (base, plural, past, f"{stem}ing")


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list: single words, or several of them between bars ``|``."""
    found = set[tuple[str, ...]]()
    for part in text.split("|"):
        words = part.split()
        if len(words) == 1:
            found |= {(form,) for form in _forms(words[0])}
        elif words:
            found.add(tuple(words))
    return frozenset(found)


def _plain(phrase: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("#" if word == "##" else word for word in phrase)


def _words(text: str) -> frozenset[str]:
    return frozenset(form for word in text.split() for form in _forms(word))


@dataclass(frozen=True)
class Intent:
    """One row: what is asked, how it is recognised, and the plain question that says it.

    needs: of each list of phrases between bars one must occur. allows: words that add nothing.
    passes: phrases that add nothing, between bars; ``#`` in them is a letter, ``##`` anything.
    takes: the roles of the places. says: the plain question, or what makes it; None
    where the places do not fit together.
    """

    name: str
    needs: tuple[str, ...]
    takes: tuple[str, ...]
    says: Says
    allows: str = ""
    passes: str = ""

    @cached_property
    def groups(self) -> tuple[frozenset[tuple[str, ...]], ...]:
        """The phrases of which each group must have one."""
        return tuple(map(phrases, self.needs))

    @cached_property
    def heads(self) -> tuple[frozenset[str], ...]:
        """The words with which the phrases of each group begin."""
        return tuple(frozenset(phrase[0] for phrase in group) for group in self.groups)

    @cached_property
    def passed(self) -> tuple[tuple[str, ...], ...]:
        """All phrases that may occur, the longest first."""
        found = {one for group in self.groups for one in group} | phrases(self.passes)
        return tuple(sorted(map(_plain, found | neutral.PHRASES), key=len, reverse=True))

    @cached_property
    def open(self) -> frozenset[tuple[str, ...]]:
        """The phrases in which anything may stand, written ``##``."""
        found = phrases(self.passes)
        return frozenset(_plain(one) for one in found if "##" in one)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that may be passed over."""
        markers = {word for one in self.roles for mark in one.markers for word in mark.split()}
        needed = {word for group in self.groups for phrase in group for word in phrase}
        return (neutral.WORDS | _words(self.allows) | markers) - (neutral.OPERATIONS - needed)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The roles of the places."""
        return tuple(map(role, self.takes))

    @cached_property
    def markers(self) -> re.Pattern[str] | None:
        """Any word that says which role a place has."""
        found = sorted({m for one in self.roles for m in one.markers}, key=len, reverse=True)
        return (
            re.compile(rf"(?<![a-z'-])(?:{'|'.join(map(re.escape, found))})(?![a-z'-])")
            if found
            else None
        )

    def readings(self, said: Said, *, openly: bool = False) -> set[str]:
        """The plain questions that the intent makes of a question.

        openly: beside a formula, whether any word may be passed over that is none of mathematics.
        """
        kept = self._places(said, openly=openly and said.holds_formula)
        if kept is None:
            return set()
        found = set[str]()
        words = " ".join(said.words)
        for count, assigned in enumerate(self._assignments(kept)):
            if count >= MAX_ASSIGNMENTS:
                return set()
            text = self._text(_found(assigned, words))
            if text:
                found.add(text)
        return found

    def _text(self, found: Found) -> str | None:
        return self.says.format_map(found) if isinstance(self.says, str) else self.says(found)

    def _places(self, said: Said, *, openly: bool) -> tuple[Place, ...] | None:
        """The places that the roles must take; None where the words are not those of the intent."""
        words, present = said.words, said.present
        if any(heads.isdisjoint(present) for heads in self.heads):
            return None
        said_of = [[one for one in group if one[0] in present] for group in self.groups]
        if not all(any(_occurs(one, words) for one in group) for group in said_of):
            return None
        if any(_said_twice(group, words) for group in said_of):
            return None
        used = [False] * len(words)
        for phrase in self.passed:
            if phrase[0] not in present:  # of some thousand phrases a question holds few
                continue
            for start in _starts(phrase, words):
                if not any(used[start : start + len(phrase)]) and self._may_take(
                    said, phrase, start
                ):
                    used[start : start + len(phrase)] = [True] * len(phrase)
        rest = [word for word, taken in zip(words, used, strict=True) if not taken]
        strange = [word for word in rest if word not in "#." and word not in self.words]
        if neutral.asks_otherwise(rest) or (strange and (not openly or _CHOOSING & present)):
            return None
        if not all(map(terms.is_plain_word, strange)):
            return None
        if besides.asks_for_more(words, used, _taken(said_of, words)):
            return None
        at = [k for k, word in enumerate(words) if word == "#"]
        passed = [p for p, k in zip(said.places, at, strict=True) if used[k]]
        if any(_WANTS_LETTER.search(p.gap) and not p.sorts & _NAMES for p in passed):
            return None
        return tuple(p for p, k in zip(said.places, at, strict=True) if not used[k])

    def _may_take(self, said: Said, phrase: tuple[str, ...], start: int) -> bool:
        """Whether the places within a phrase are lone letters, or it may hold anything."""
        if "#" not in phrase:
            return True
        first = said.words[:start].count("#")
        inside = said.places[first : first + phrase.count("#")]
        if phrase in self.open:
            return not any(_FIXED.search(place.written) for place in inside)
        return all(place.sorts & _NAMES for place in inside)

    def _assignments(self, places: tuple[Place, ...]) -> Iterator[tuple[tuple[Place, Role], ...]]:
        """All ways to give each place a role; letters that are named again have none."""
        options = [self._options(place) for place in places]
        yield from self._chosen(places, options, ())

    def _options(self, place: Place) -> list[Role]:
        near = " ".join(place.gap.split()[-NEAR:])
        marks = self.markers.findall(near) if self.markers is not None else []
        word = marks[-1] if marks else None
        wanted = [one for one in self.roles if (word in one.markers if word else not one.markers)]
        found = [one for one in wanted if one.sorts & place.sorts]
        if "o" in place.sorts:
            return [*found, _DOTS]
        return [_NAMED] if place.sorts & _NAMES and not found else found

    def _chosen(
        self,
        places: tuple[Place, ...],
        options: list[list[Role]],
        before: tuple[tuple[Place, Role], ...],
    ) -> Iterator[tuple[tuple[Place, Role], ...]]:
        if len(before) == len(places):
            if self._is_complete(before):
                yield before
            return
        place = places[len(before)]
        last = before[-1][1] if before else None
        choices = options[len(before)]
        if last is not None and last.many and _GOES_ON.fullmatch(place.gap):
            choices = (
                [last] if last.sorts & place.sorts else [one for one in choices if one is _DOTS]
            )
        for one in choices:
            if one.many or one in (_NAMED, _DOTS) or all(one != other for _, other in before):
                yield from self._chosen(places, options, (*before, (place, one)))

    def _is_complete(self, assigned: tuple[tuple[Place, Role], ...]) -> bool:
        taken = {one for _, one in assigned}
        if not all(one.optional or one in taken for one in self.roles):
            return False
        named = [place.node for place, one in assigned if one is _NAMED]
        known = [place.node for place, one in assigned if one not in (_NAMED, _DOTS)]
        return all(_is_known(node, known) for node in named)


_CHOOSING: Final = frozenset(
    ("positive", "negative", "smaller", "larger", "smallest", "largest", "greater", "greatest",
     "least", "integer", "whole", "root", "only")
)  # fmt: skip
"""Words that choose among solutions: beside them any other word may turn the choice round."""
_NAMED: Final = Role("named", frozenset())
_DOTS: Final = Role("dots", frozenset())
_WANTS_LETTER: Final = re.compile(
    r"(?:respect to|w\.?r\.?t\.?|terms of|function of|values? of|\breal|\ball|polynomial in)$"
)
"""Before a place that is passed over only where it is a letter: not ``with respect to 7x``."""
_NAMES: Final = frozenset("sk")
_GOES_ON: Final = re.compile(r"(?:,|and|;|\s)*")


def _is_known(node: Node | None, known: list[Node | None]) -> bool:
    """A letter that is the only one, or the name of a function that is defined."""
    heads = [one.items[0] for one in known if isinstance(one, Chain)]
    derived = [
        n.body for one in known if one is not None for n in walk(one) if isinstance(n, Derivative)
    ]
    if (
        node in heads
        or node in derived
        or any(isinstance(h, Call) and node == Symbol(h.function) for h in heads)
    ):
        return True
    names = {n for one in known if one is not None for n in _letters(one)}
    return isinstance(node, Symbol) and names == {node.name}


def _letters(node: Node) -> tuple[str, ...]:
    """Letters that stand for numbers, without the one that a definition gives."""
    if isinstance(node, Chain):
        head, *bodies = node.items
        inner = tuple(sorted({n for body in bodies for n in variables(body)}))
        if (isinstance(head, Call) and (head.primes or len(head.function) == 1)) or (
            isinstance(head, Symbol) and inner and head.name not in inner
        ):
            return inner
    return variables(node)


def _found(assigned: tuple[tuple[Place, Role], ...], text: str) -> Found:
    nodes: dict[str, tuple[Node, ...]] = {}
    written: dict[str, tuple[str, ...]] = {}
    for place, one in assigned:
        if one in (_NAMED, _DOTS):
            continue
        written[one.name] = (*written.get(one.name, ()), place.written)
        if place.node is not None:
            nodes[one.name] = (*nodes.get(one.name, ()), place.node)
    return Found(nodes, written, frozenset(text.split()), text)


def _starts(phrase: tuple[str, ...], words: tuple[str, ...]) -> Iterator[int]:
    for start in range(len(words) - len(phrase) + 1):
        if words[start] == phrase[0] and words[start : start + len(phrase)] == phrase:
            yield start


def _occurs(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return next(_starts(phrase, words), None) is not None


def _taken(groups: Iterable[list[tuple[str, ...]]], words: tuple[str, ...]) -> list[bool]:
    """Of each word, whether a phrase of one of the groups holds it."""
    taken = [False] * len(words)
    for phrase in (one for group in groups for one in group):
        for start in _starts(phrase, words):
            taken[start : start + len(phrase)] = [True] * len(phrase)
    return taken


def _said_twice(group: Iterable[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    """``the derivative of the derivative``, ``differentiate the derivative``."""
    ends = [s + len(p) for p in group for s in _starts(p, words)]
    begins = {s for p in group for s in _starts(p, words)}
    for end in ends:
        place = end
        while place < len(words) and words[place] in ("of", "the", "its", "a", "this", "that"):
            place += 1
        if place in begins and place > end:
            return True
    return False
