"""Who is spoken of in a story: names with their letters, and whom a pronoun can mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeVar

from mathviz_chat.core.problems.language import RELATION_WORDS
from mathviz_chat.core.problems.wording import NO_NOUNS

Built = TypeVar("Built")

MOST_CHOICES: Final = 64
_PRONOUNS: Final = {
    "he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "it": "",
    "this": "", "that": "", "which": "", "the other": "",
}  # fmt: skip
_MALE = "father dad grandfather grandpa son brother uncle nephew boy man husband grandson king"
_FEMALE = (
    "mother mom mum grandmother grandma daughter sister aunt niece girl woman wife granddaughter"
)
_SEX: Final = {**dict.fromkeys(_MALE.split(), "m"), **dict.fromkeys(_FEMALE.split(), "f")}
_ME: Final = frozenset({"i", "me", "my", "mine", "myself"})
_NO_NAMES = (
    "age ages old years year yrs now today present current currently how what find sum total ratio "
    "as they their them we our us you your people person both exactly just an in"
)
_NOBODY: Final = frozenset(_NO_NAMES.split())


class Choose(Exception):
    """A pronoun may mean several people: each is tried."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


@dataclass(slots=True)
class People:
    """Letters by name, in the order in which they are named; ``picks`` decides pronouns.

    shown: the names as they are written. last: the letter that was named last.
    """

    picks: tuple[int, ...] = ()
    letters: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    last: str = ""
    _asked: int = 0

    def letter(self, name: str, but: str = "") -> str:
        """The letter of a name or a pronoun, which does not mean the person ``but``.

        ValueError for a word that names nobody.
        """
        low = re.sub(r"(?:'s|')$", "", " ".join(name.lower().split()))
        low = re.sub(r"^(?:(?:his|her|their|my|our|its|\S+'s)\s+(?=\S))+", "", low)
        if low in _PRONOUNS:
            found = self._meant(_PRONOUNS[low], but)
        else:
            found = self._named("me" if low in _ME else low, name)
        self.last = found
        return found

    def other(self, letter: str) -> str:
        """The other one of two people; ValueError where there are more."""
        others = [one for one in self.letters.values() if one != letter]
        if len(others) != 1:
            raise ValueError("it is not said whom")
        return others[0]

    def introduce(self, name: str | None) -> None:
        """Somebody who is named in a question that stands before what is told."""
        if name and name.lower() not in _PRONOUNS:
            self.letter(name)

    def pair(self) -> tuple[str, str]:
        """Two people in an order that is not said; ValueError where there are more."""
        if len(self.letters) != 2:
            raise ValueError("it is not said whose")
        first, second = self.letters.values()
        return (first, second) if self.choice(2) == 0 else (second, first)

    def all(self) -> list[str]:
        """Everybody, in order."""
        return list(self.letters.values())

    def _meant(self, sex: str, but: str) -> str:
        fits = [
            letter
            for name, letter in self.letters.items()
            if letter != but and name != "me" and (not sex or _SEX.get(name, sex) == sex)
        ]
        if not fits:
            raise ValueError("a pronoun for nobody")
        return fits[0] if len(fits) == 1 else fits[self.choice(len(fits))]

    def choice(self, count: int) -> int:
        """Which of ``count`` meanings of a word is tried."""
        place, self._asked = self._asked, self._asked + 1
        if place >= len(self.picks):
            raise Choose(count)
        return self.picks[place]

    def _named(self, low: str, name: str) -> str:
        words = set(re.findall("[a-z]+", low))
        if not words or words & (RELATION_WORDS | NO_NOUNS | _NOBODY) - {"me"}:
            raise ValueError(f"{name} is nobody")
        if low not in self.letters:
            taken = {*self.letters.values(), *"aeino"}
            free = (c for c in (*low, *"bcdfghjkmpqrstuvwxyz") if c.isascii() and c.isalpha())
            self.letters[low] = next(c for c in free if c not in taken)
            plain = re.sub(r"(?:'s|')$", "", " ".join(name.split()))
            self.shown[self.letters[low]] = "I" if low == "me" else plain
        return self.letters[low]


def tried(build: Callable[[tuple[int, ...]], Built | None]) -> Iterator[Built]:
    """What is built for each way in which the pronouns can be understood."""
    waiting: list[tuple[int, ...]] = [()]
    for _ in range(MOST_CHOICES):
        if not waiting:
            return
        picks = waiting.pop()
        try:
            built = build(picks)
        except Choose as choice:
            waiting += [(*picks, k) for k in range(choice.count)]
            continue
        except (ValueError, KeyError):
            continue
        if built is not None:
            yield built
