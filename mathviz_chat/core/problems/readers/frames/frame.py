"""Frames: what a story of a known sort tells, whatever its words and their order.

A frame (Fillmore 1976; slot filling in the reading of questions) has roles, each for a quantity of
one sort, told apart by the words beside it, and things that may be asked. A story fits where every
quantity has its role, exactly one thing is asked, and no word is left over that could change what
is said: the others are :data:`~mathviz_chat.core.problems.vocabulary.FILLERS`, scenery, or words
that the frame itself allows. It is restated in plain words, which the other readers read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from mathviz_chat.core.problems import units, vocabulary
from mathviz_chat.core.problems.readers.frames.tokens import Token

Places: TypeAlias = range
"""Where a phrase stands among the tokens."""

_JOINING: Final = frozenset({",", "and", "by", "x", "or"})
_REACH: Final = 3  # words from a quantity to what is said of it behind it
_SAFE: Final = vocabulary.FILLERS - vocabulary.MEANING


@dataclass(frozen=True, slots=True)
class Role:
    """A quantity of a frame.

    sort: of its token; several, divided by ``|``. before: phrases of which one leads to it
    (``radius|height``), after: of which one follows it (``tall|high``); with neither, it is the
    quantity of its sort that no other role claims. least, most: how many of it there are.
    """

    sort: str
    before: str = ""
    after: str = ""
    least: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with its quantities: for each role their tokens, in order; asked: what is asked.

    wanted: the unit in which the answer is asked for. needed: which phrase of each need was found.
    """

    roles: Mapping[str, tuple[Token, ...]]
    asked: str
    wanted: units.Unit | None
    needed: tuple[str, ...]

    def text(self, role: str) -> str:
        """The one quantity of a role as it is written; "" where there is none."""
        found = self.roles[role]
        return found[0].text if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Frame:
    """needs: of each entry one phrase must occur. asks: what may be asked, and by which phrases.

    allowed: words that add nothing in this frame. restate: the plain question; None where the
    parts do not fit together.
    """

    needs: tuple[str, ...]
    roles: Mapping[str, Role]
    asks: Mapping[str, str]
    restate: Callable[[Filled], str | None]
    allowed: frozenset[str] = field(default=frozenset())

    def read(self, tokens: tuple[Token, ...]) -> str | None:
        """The story in plain words; None where it is none of this frame."""
        needed = [next(_found(tokens, phrases), None) for phrases in self.needs]
        if not tokens or not all(needed):
            return None
        return _Fitting(self, tokens).restated(
            [(phrase, places) for one in needed if one for phrase, places in [one]]
        )


def _found(tokens: tuple[Token, ...], phrases: str) -> Iterator[tuple[str, Places]]:
    """Every occurrence of the phrases, the longest phrase first."""
    texts = [token.text if token.sort == "word" else "" for token in tokens]
    for phrase in sorted(phrases.split("|"), key=lambda one: -len(one.split())):
        words = phrase.split()
        for at in range(len(tokens) - len(words) + 1):
            if texts[at : at + len(words)] == words:
                yield phrase, range(at, at + len(words))


class _Fitting:
    """One frame put to one story."""

    def __init__(self, frame: Frame, tokens: tuple[Token, ...]) -> None:
        self._frame, self._tokens = frame, tokens
        self._used: set[int] = set()

    def restated(self, needed: list[tuple[str, Places]]) -> str | None:
        filled = self._filled()
        if filled is None:
            return None
        wanted = self._wanted()
        for _, places in needed:
            self._used.update(places)
        asked = self._asked()
        if asked is None or self._left_over():
            return None
        return self._frame.restate(Filled(filled, asked, wanted, tuple(p for p, _ in needed)))

    def _filled(self) -> dict[str, tuple[Token, ...]] | None:
        """The quantities by role; None where one has no role, or a role too few or too many."""
        found: dict[str, list[Token]] = {name: [] for name in self._frame.roles}
        open_: list[int] = []
        for place, token in enumerate(self._tokens):
            if not token.is_quantity:
                continue
            cued, cue = self._role_by_cue(place)
            if cued:
                found[cued].append(token)
                self._used.update(cue)
            else:
                open_.append(place)
        for place in open_:
            sorted_ = self._role_by_sort(self._tokens[place], found)
            if sorted_ is None:
                return None
            found[sorted_].append(self._tokens[place])
        for name, role in self._frame.roles.items():
            if not role.least <= len(found[name]) <= role.most:
                return None
        return {name: tuple(each) for name, each in found.items()}

    def _role_by_cue(self, place: int) -> tuple[str, Places]:
        """The role whose phrase stands nearest to a quantity; "" where none or two do."""
        near: list[tuple[int, str, Places]] = []
        for name, role in self._frame.roles.items():
            if self._tokens[place].sort not in role.sort.split("|"):
                continue
            near += [
                (distance, name, cue)
                for phrases, window in (
                    (role.before, self._window_before(place)),
                    (role.after, self._window_after(place)),
                )
                if phrases
                for _, cue in _found(self._tokens, phrases)
                if set(cue) <= set(window)
                for distance in [min(abs(place - at) for at in cue)]
            ]
        near.sort(key=lambda one: (one[0], -len(one[2])))
        if not near or (
            len(near) > 1
            and near[1][0] == near[0][0]
            and near[1][1] != near[0][1]
            and len(near[1][2]) == len(near[0][2])
        ):
            return "", range(0)
        return near[0][1], near[0][2]

    def _role_by_sort(self, token: Token, found: Mapping[str, list[Token]]) -> str | None:
        fits = [
            name
            for name, role in self._frame.roles.items()
            if token.sort in role.sort.split("|")
            and not (role.before or role.after)
            and len(found[name]) < role.most
        ]
        return fits[0] if len(fits) == 1 else None

    def _window_before(self, place: int) -> Places:
        """From the quantity before it, over a list to its beginning, in the same sentence."""
        start = place
        while (
            start > 0
            and self._tokens[start - 1].text != "."
            and not self._tokens[start - 1].is_quantity
        ):
            start -= 1
        between = self._tokens[start:place]
        if (
            start > 0
            and self._tokens[start - 1].is_quantity
            and all(t.text in _JOINING for t in between)
        ):
            return range(self._window_before(start - 1).start, place)
        return range(start, place)

    def _window_after(self, place: int) -> Places:
        end = place + 1
        while end < len(self._tokens) and end <= place + _REACH:
            if self._tokens[end].is_quantity or self._tokens[end].sort == "stop":
                break
            end += 1
        return range(place + 1, end)

    def _wanted(self) -> units.Unit | None:
        """The unit of ``in mph``, ``how many square metres``."""
        for _, places in _found(self._tokens, "in|how many|what number of"):
            for size in (4, 3, 2, 1):
                ahead = self._tokens[places.stop : places.stop + size]
                if any(token.sort != "word" for token in ahead) or len(ahead) < size:
                    continue
                unit = units.find(" ".join(token.text for token in ahead))
                if unit is not None:
                    self._used.update(range(places.start, places.stop + size))
                    return unit
        return None

    def _asked(self) -> str | None:
        """The one thing that is asked: by a phrase that leads to no quantity."""
        asked: dict[str, list[Places]] = {}
        for name, phrases in self._frame.asks.items():
            for _, places in _found(self._tokens, phrases):
                if not self._used & set(places):
                    asked.setdefault(name, []).append(places)
        if len(asked) != 1:
            return None
        ((name, found),) = asked.items()
        self._used.update(*found)
        return name

    def _left_over(self) -> bool:
        """Whether a word stands in the story that could change what it says."""
        return any(
            token.sort == "word"
            and place not in self._used
            and token.text not in _SAFE
            and token.text not in self._frame.allowed
            and not vocabulary.is_scenery(token.text)
            for place, token in enumerate(self._tokens)
        )
