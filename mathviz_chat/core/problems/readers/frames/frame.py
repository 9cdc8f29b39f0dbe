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
from functools import lru_cache
from typing import Final, TypeAlias

from mathviz_chat.core.problems import units, vocabulary
from mathviz_chat.core.problems.readers.frames import owners
from mathviz_chat.core.problems.readers.frames.tokens import Token

Places: TypeAlias = range
"""Where a phrase stands among the tokens."""

_JOINING: Final = frozenset({",", "and", "by", "x", "or"})
_PLACES: Final = {
    **dict.fromkeys(("decimal places", "decimal place", "dp", "decimals"), "decimal place"),
    **dict.fromkeys(
        ("significant figures", "significant figure", "significant digits", "sf", "sig figs"),
        "significant figure",
    ),
}
_POWERS_OF_TEN: Final = tuple(str(10**k) for k in range(1, 10))
_NEAREST: Final = (
    "whole number",
    "integer",
    "tenth",
    "hundredth",
    "thousandth",
    "ten thousand",
    "hundred thousand",
    "ten",
    "hundred",
    "thousand",
    "million",
)
_WANTED: Final = (
    "in|into|how many|what number of|wants|asks for|needs it in|want it in|"
    + "|".join(
        f"{verb} {what} to"
        for verb in ("convert", "change")
        for what in ("it", "this", "that", "its speed", "this speed", "speed", "distance", "time")
    )
)
"""Before a unit in which the answer is asked for."""
_REACH: Final = 3  # words from a quantity to what is said of it behind it
_SAFE: Final = vocabulary.FILLERS - vocabulary.MEANING


@dataclass(frozen=True, slots=True)
class Role:
    """A quantity of a frame.

    sort: of its token; several, divided by ``|``. before: phrases of which one leads to it
    (``radius|height``), after: of which one follows it (``tall|high``); with neither, or where it
    may be bare, it is the quantity of its sort that no other role claims. least, most: how many of
    it there are.
    """

    sort: str
    before: str = ""
    after: str = ""
    least: int = 1
    most: int = 1
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with its quantities: for each role their tokens, in order; asked: what is asked.

    wanted: the unit in which the answer is asked for. needed: which phrase of each need was found.
    precision: how it is to be rounded, such as `` to 1 decimal place``; "" where it is not.
    """

    roles: Mapping[str, tuple[Token, ...]]
    asked: str
    wanted: units.Unit | None
    needed: tuple[str, ...]
    precision: str = ""

    def text(self, role: str) -> str:
        """The one quantity of a role as it is written; "" where there is none."""
        found = self.roles[role]
        return found[0].text if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Frame:
    """needs: of each entry one phrase must occur. asks: what may be asked, and by which phrases.

    restate: the plain question; None where the parts do not fit together. allowed: words that add
    nothing in this frame. passed: phrases that add nothing, with numbers too (``2 equal sides``).
    by_unit: what is asked where only a unit of a dimension is (``how many square metres``); with
    neither asks nor this, nothing is (the rounding is all).
    rounds: whether the restatement says how to round. one_owner: whether all is said of one thing,
    so that another one must not be named beside a quantity or in the question.
    scenery: whether words that only name things may be passed over; without it each word is
    allowed, a filler or used.
    """

    needs: tuple[str, ...]
    roles: Mapping[str, Role]
    asks: Mapping[str, str]
    restate: Callable[[Filled], str | None]
    allowed: frozenset[str] = field(default=frozenset())
    passed: str = ""
    by_unit: Mapping[str, str] = field(default_factory=dict)
    rounds: bool = False
    one_owner: bool = True
    scenery: bool = True

    def read(self, tokens: tuple[Token, ...]) -> str | None:
        """The story in plain words; None where it is none of this frame."""
        needed = [tuple(_found(tokens, phrases)) for phrases in self.needs]
        if not tokens or not all(needed):
            return None
        return _Fitting(self, tokens).restated(needed)


def _found(tokens: tuple[Token, ...], phrases: str) -> Iterator[tuple[str, Places]]:
    """Every occurrence of the phrases, the longest phrase first."""
    texts = [token.text if token.sort != "stop" else "" for token in tokens]
    for phrase, words in _longest_first(phrases):
        if not words or words[0] not in texts:
            continue
        for at in range(len(tokens) - len(words) + 1):
            if texts[at : at + len(words)] == words:
                yield phrase, range(at, at + len(words))


@lru_cache(maxsize=2048)
def _longest_first(phrases: str) -> tuple[tuple[str, list[str]], ...]:
    """The phrases and their words."""
    split = [(phrase, phrase.split()) for phrase in phrases.split("|")]
    return tuple(sorted(split, key=lambda one: -len(one[1])))


def precisions(tokens: tuple[Token, ...]) -> Iterator[tuple[Places, str]]:
    """Where it is said how to round, and how: ``to 2 decimal places``, ``nearest tenth``."""
    texts = [token.text for token in tokens]
    for place in range(1, len(tokens)):
        start = place - (texts[place - 1] == "to")
        for phrase, unit in _PLACES.items():
            words = phrase.split()
            if tokens[place].sort == "number" and texts[place + 1 :][: len(words)] == words:
                text = f"to {texts[place]} {unit}{'s' * (texts[place] != '1')}"
                yield range(start, place + 1 + len(words)), text
                break
        if texts[place - 1] == "nearest" and texts[place] in _POWERS_OF_TEN:
            yield range(place - 1, place + 1), f"to the nearest {texts[place]}"
        if texts[place] == "nearest":
            for name in _NEAREST:
                words = name.split()
                ahead = texts[place + 1 :][: len(words) + 1]
                if ahead[: len(words)] == words and not set(ahead[len(words) :]) & set(_NEAREST):
                    yield range(start, place + 1 + len(words)), f"to the nearest {name}"
                    break


class _Fitting:
    """One frame put to one story."""

    def __init__(self, frame: Frame, tokens: tuple[Token, ...]) -> None:
        self._frame, self._tokens = frame, tokens
        self._used: set[int] = set()
        self._cues: set[int] = set()  # the words that lead to a quantity
        self._quantities: list[int] = []
        self._question = 0  # where the thing asked is named

    def restated(self, needed: list[tuple[tuple[str, Places], ...]]) -> str | None:
        for _, places in _found(self._tokens, self._frame.passed):
            self._used.update(places)
        precision = self._precision() if self._frame.rounds else ""
        filled = self._filled()
        if filled is None:
            return None
        wanted = self._wanted()
        self._used.update(
            place
            for found in needed
            for _, places in found
            for place in places
            if not vocabulary.is_scenery(self._tokens[place].text)
        )
        asked = self._asked(wanted)
        self._used |= self._cues
        if asked is None or self._left_over():
            return None
        phrases = tuple(found[0][0] for found in needed)
        return self._frame.restate(Filled(filled, asked, wanted, phrases, precision))

    def _filled(self) -> dict[str, tuple[Token, ...]] | None:
        """The quantities by role; None where one has no role, or a role too few or too many."""
        found: dict[str, list[Token]] = {name: [] for name in self._frame.roles}
        open_: list[int] = []
        for place, token in enumerate(self._tokens):
            if not token.is_quantity or place in self._used:
                continue
            self._quantities.append(place)
            cued, cue = self._role_by_cue(place)
            if cued:
                found[cued].append(token)
                self._cues.update(cue)
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
            and (role.bare or not (role.before or role.after))
            and len(found[name]) < role.most
        ]
        return fits[0] if len(fits) == 1 else None

    def _window_before(self, place: int) -> Places:
        """From the quantity before it, over a list to its beginning, in the same sentence."""
        start = place
        while (
            start > 0
            and self._tokens[start - 1].text != "."
            and (not self._tokens[start - 1].is_quantity or start - 1 in self._used)
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

    def _precision(self) -> str:
        """`` to 1 decimal place`` and the like; its words are used."""
        for places, text in precisions(self._tokens):
            self._used.update(places)
            return f" {text}"
        return ""

    def _wanted(self) -> units.Unit | None:
        """The unit of ``in mph``, ``how many square metres``, ``in hours and minutes``."""
        for _, places in _found(self._tokens, _WANTED):
            unit, stop = self._unit_at(places.stop)
            if unit is None:
                continue
            self._question = places.start
            if stop < len(self._tokens) and self._tokens[stop].text == "and":
                lesser, after = self._unit_at(stop + 1)
                if lesser is not None and lesser.dimension == unit.dimension:
                    unit, stop = lesser, after
            self._used.update(range(places.start, stop))
            return unit
        return None

    def _unit_at(self, start: int) -> tuple[units.Unit | None, int]:
        for size in (4, 3, 2, 1):
            ahead = self._tokens[start : start + size]
            if len(ahead) == size and all(token.sort == "word" for token in ahead):
                unit = units.find(" ".join(token.text for token in ahead))
                if unit is not None:
                    return unit, start + size
        return None, start

    def _asked(self, wanted: units.Unit | None) -> str | None:
        """The one thing that is asked: by a phrase that leads to no quantity, or by its unit."""
        asked: dict[str, list[Places]] = {}
        for name, phrases in self._frame.asks.items():
            for _, places in _found(self._tokens, phrases):
                if not self._cues & set(places) and not self._tells(places):
                    asked.setdefault(name, []).append(places)
        if len(asked) > 1:
            return None
        if not self._frame.asks and not self._frame.by_unit:
            return ""
        if not asked:
            return None if wanted is None else self._frame.by_unit.get(wanted.dimension)
        ((name, found),) = asked.items()
        self._used.update(*found)
        self._question = max(places.start for places in found)
        return name

    def _tells(self, places: Places) -> bool:
        """Whether a phrase leads to the value itself: ``to get an average speed of 70 mph``."""
        ahead = self._tokens[places.stop : places.stop + 2]
        return len(ahead) > 1 and ahead[0].text == "of" and ahead[1].sort == "length/time"

    def _left_over(self) -> bool:
        """Whether a word stands in the story that could change what it says, or another owner."""
        scenery: set[int] = set()
        for place, token in enumerate(self._tokens):
            if token.sort != "word" or place in self._used or token.text in self._frame.allowed:
                continue
            if token.text in owners.PEOPLE:
                scenery.add(place)
            elif token.text not in _SAFE:
                if not self._frame.scenery or not vocabulary.is_scenery(token.text):
                    return True
                scenery.add(place)
        return self._frame.one_owner and owners.another(
            self._tokens, scenery, self._quantities, self._question
        )
