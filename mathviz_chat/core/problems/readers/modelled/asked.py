"""Which letter of a formula is asked for, and which values are told for the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import terms
from mathviz_chat.core.problems.readers.modelled.legends import MONEY, QUANTITIES, Legend, singular
from mathviz_chat.core.problems.readers.modelled.tokens import Modelled, Token, dimension

_FIND_WORDS = (
    "find calculate determine evaluate compute work out what what's whats is the value of give me "
    "tell say state get"
)
_FINDS: Final = frozenset(_FIND_WORDS.split())
_LETTER_WORDS = "find calculate determine evaluate compute out is what's whats of give get for"
_BEFORE_LETTER: Final = frozenset(_LETTER_WORDS.split())
_BY_ADVERB: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    "long": ("time", frozenset(("time", "duration", "period"))),
    "far": ("length", frozenset(("distance", "displacement"))),
    "high": ("", frozenset(("height", "altitude"))),
    "tall": ("", frozenset(("height",))),
    "deep": ("", frozenset(("depth",))),
    "hot": ("", frozenset(("temperature",))),
    "warm": ("", frozenset(("temperature",))),
    "cold": ("", frozenset(("temperature",))),
    "fast": ("", frozenset(("speed", "velocity"))),
    "old": ("", frozenset(("age",))),
    "heavy": ("", frozenset(("mass", "weight"))),
    "much": ("money", MONEY),
}  # fmt: skip
_EXTREMES: Final = {
    **dict.fromkeys(("maximum", "greatest", "highest", "largest", "biggest", "max"), "maximum"),
    **dict.fromkeys(("minimum", "least", "lowest", "smallest", "min"), "minimum"),
}
_AT_FIRST: Final = (
    ("at", "the", "start"), ("at", "the", "beginning"), ("at", "first"), ("initially",),
    ("to", "begin", "with"), ("to", "start", "with"), ("at", "launch"),
)  # fmt: skip
_LANDS: Final = (
    *(
        (verb, "the", place)
        for verb in ("hit", "hits", "reach", "reaches", "strike", "strikes", "touch", "touches")
        for place in ("ground", "water", "sea", "floor", "earth")
    ),
    ("return", "to", "the", "ground"),
    ("land",),
)
_THROWN: Final = ("thrown", "launched", "released", "dropped", "kicked", "fired", "poured")
_SAFE_WORDS = (
    "after at when if for in to of by from since per be reach reaches get gets become becomes give "
    "gives takes take make makes must need needs sold sell sells selling buy bought made thrown "
    "drop dropped pour poured put had would were worth spend spent pay paid time height equation "
    "function formula model rule relation law curve expression equals equal value given according "
    "straight up above ground into air it's there hire hiring start starts started leaves "
    "standing "
    "convert converts circle sphere rectangle square triangle cube cylinder cone uses use used "
    "using says throw throws over sea water along off long far high tall deep hot warm "
    "cold fast much many "
    "ratio index constant gave"
)
_SAFE: Final = frozenset(_SAFE_WORDS.split()) | QUANTITIES
"""Words that say nothing more where the formula tells how the quantities hang together."""
_TURNING_WORDS = (
    "over above under below from since per by drop dropped drops lose loss up down off diameter "
    "across before until later each every minus start starts started"
)
_TURNING: Final = frozenset(_TURNING_WORDS.split())
"""Words that are harmless where a formula is told and turn the question where it is asked."""
_ABOVE: Final = (
    ("above", "the", "ground"), ("above", "the", "sea"), ("above", "the", "water"),
    ("above", "ground"), ("above", "sea", "level"),
)  # fmt: skip
_LATER_WORDS = "it is was has been being the a of its after since launch start release"
_LATER: Final = frozenset(_LATER_WORDS.split())
_LINKS: Final = frozenset(
    ("be", "is", "was", "reach", "reaches", "of", "to", "equal", "equals", "hit", "become",
     "becomes", "a", "an", "the")
)  # fmt: skip
"""What may stand between a quantity and its value."""


@dataclass(frozen=True, slots=True)
class Asked:
    """letter: asked for. values: of the others. extreme: ``maximum`` of it. later: after 0."""

    letter: str
    values: Mapping[str, str]
    extreme: str = ""
    later: bool = False
    unit: str = ""
    counts: bool = False


def of(model: Modelled, legends: Mapping[str, Legend]) -> Asked | None:
    """The question; None where a value or the thing asked is nobody's, or a word may matter."""
    return _Question(model, legends).read()


class _Question:
    def __init__(self, model: Modelled, legends: Mapping[str, Legend]) -> None:
        self._model, self._legends = model, legends
        self._tokens = model.tokens
        self._values = dict(model.known)
        self._taken: set[int] = set()

    def read(self) -> Asked | None:
        later = self._lands()
        self._at_first()
        self._takes(_ABOVE)
        if (
            self._asks_for_change()
            or self._turns()
            or not self._take_amounts()
            or not self._words_are_safe()
        ):
            return None
        extreme = next((_EXTREMES[t.text] for t in self._tokens if t.text in _EXTREMES), "")
        targets = (self._targets() or self._what_it_is()) - self._values.keys()
        if len(targets) != 1:
            return None
        (letter,) = targets
        legend = self._legends[letter]
        if (
            self._wants_other_quantity()
            or self._wants_other_unit()
            or (legend.since is not None and not self._counts_years())
        ):
            return None
        counts = not legend.unit and bool(legend.nouns) and letter != self._model.head
        return Asked(letter, self._values, extreme, later, legend.unit, counts)

    def _wants_other_quantity(self) -> bool:
        """``the displacement and velocity``, where the formula gives only the displacement."""
        texts = [token.text for token in self._tokens]
        return any(
            place not in self._taken
            and singular(texts[place]) in QUANTITIES
            and "and" in texts[max(place - 2, 0) : place + 3]
            and not self._with_noun(singular(texts[place]))
            and not self._leads_to_amount(place)
            for place in range(self._question_starts(), len(texts))
        )

    def _wants_other_unit(self) -> bool:
        """``its height in centimetres``, where the formula gives metres."""
        pairs = zip(self._tokens, self._tokens[1:], strict=False)
        asked = [b.unit for a, b in pairs if a.text == "in" and b.sort == "word" and b.unit]
        told = {one.unit for one in self._legends.values()}
        return any(unit not in told for unit in asked)

    def _counts_years(self) -> bool:
        """``how many years``, and not ``when``: the year itself."""
        return any(token.text == "many" for token in self._tokens)

    def _lands(self) -> bool:
        """``when does it hit the ground``: its height is 0, later than at the start."""
        high = {"height", "altitude"} & self._legends[self._model.head].nouns
        if not high or not self._takes(_LANDS):
            return False
        self._values.setdefault(self._model.head, "0")
        return True

    def _at_first(self) -> None:
        """``at the start``: the time is 0."""
        time = self._of_kind("time", frozenset(("time",)))
        if time and time != self._model.head and self._takes(_AT_FIRST):
            self._values.setdefault(time, "0")

    def _takes(self, phrases: tuple[tuple[str, ...], ...]) -> bool:
        texts = [token.text for token in self._tokens]
        for phrase in phrases:
            for at in range(self._question_starts(), len(texts) - len(phrase) + 1):
                if tuple(texts[at : at + len(phrase)]) == phrase:
                    self._taken.update(range(at, at + len(phrase)))
                    return True
        return False

    def _turns(self) -> bool:
        """Whether a word of the question makes another question of it, or another start."""
        asked = range(self._after_formula(), len(self._tokens))
        turning = any(
            self._tokens[place].text in _TURNING and place not in self._taken for place in asked
        )
        return turning or any(self._starts_elsewhere(place) for place in asked)

    def _after_formula(self) -> int:
        """Where the sentence of the formula ends, or the formula where it asks as well."""
        formula = next(k for k, token in enumerate(self._tokens) if token.sort == "formula")
        stop = next(
            (k for k in range(formula, len(self._tokens)) if self._tokens[k].text == "."),
            len(self._tokens),
        )
        return min(stop, max(self._question_starts(), formula + 1))

    def _starts_elsewhere(self, place: int) -> bool:
        """``3 seconds after it reaches the top``, where the formula counts from its throw."""
        if self._tokens[place].sort != "amount" or place + 1 >= len(self._tokens):
            return False
        if self._tokens[place + 1].text not in ("after", "since"):
            return False
        told = {token.text for token in self._tokens[:place]} | _LATER | set(_THROWN)
        behind = []
        for token in self._tokens[place + 2 :]:
            if token.sort != "word":
                break
            behind.append(token.text)
        return any(word not in told for word in behind)

    def _asks_for_change(self) -> bool:
        """``by how much``: a difference of two values."""
        pairs = zip(self._tokens, self._tokens[1:], strict=False)
        return any((a.text, b.text) in (("by", "how"), ("by", "what")) for a, b in pairs)

    def _take_amounts(self) -> bool:
        """Each number of the question as the value of one letter."""
        for place, token in enumerate(self._tokens):
            if token.sort != "amount" or self._is_since(place):
                continue
            letter, value = self._owner(place)
            if not letter or self._values.setdefault(letter, value) != value:
                return False
        return True

    def _is_since(self, place: int) -> bool:
        year = self._tokens[place]
        return (
            place > 1
            and not year.unit
            and self._tokens[place - 2].unit == "year"
            and any(one.since == Fraction(year.text) for one in self._legends.values())
        )

    def _owner(self, place: int) -> tuple[str, str]:
        """The letter whose unit, noun or name the amount has, and its value."""
        token = self._tokens[place]
        if token.unit:
            owner = self._in_unit(token.unit)
            fits = bool(owner) and self._is_of(owner, place)
            return owner if fits else "", token.text
        after = self._tokens[place + 1] if place + 1 < len(self._tokens) else Token("stop", ".")
        if after.sort == "word":
            owner = self._with_noun(singular(after.text))
            if owner:
                return owner, token.text
        if place and self._tokens[place - 1].text == "in":
            for letter, one in self._legends.items():
                if one.since is not None and Fraction(token.text) >= one.since:
                    return letter, str(Fraction(token.text) - one.since)
        return self._named_before(place), token.text

    def _is_of(self, letter: str, place: int) -> bool:
        """Whether no other quantity is named right before or behind the amount."""
        nouns = self._legends[letter].nouns
        if nouns & MONEY - {"profit", "loss"}:
            nouns |= MONEY - {"profit", "loss"}  # what it costs, what it is worth, what is paid
        near = [singular(token.text) for token in self._tokens[place + 1 : place + 2]]
        for token in reversed(self._tokens[max(place - 4, 0) : place]):
            if token.text not in _LINKS:
                near.append(singular(token.text))
                break
        return all(noun not in QUANTITIES or not nouns or noun in nouns for noun in near)

    def _in_unit(self, unit: str) -> str:
        """The letter that has the unit; an amount of money may be told without one."""
        found = self._only(lambda one: one.unit == unit)
        if not found and dimension(unit) == "money":
            found = self._only(lambda one: not one.unit and bool(one.nouns & MONEY))
        return found

    def _only(self, fits: Callable[[Legend], bool]) -> str:
        """The one letter whose legend fits; "" for none or several."""
        found = [letter for letter, one in self._legends.items() if fits(one)]
        return found[0] if len(found) == 1 else ""

    def _with_noun(self, noun: str) -> str:
        found = self._only(lambda one: noun in one.nouns)
        if not found and noun in ("speed", "velocity"):
            found = self._only(lambda one: dimension(one.unit) == "length/time")
        return found

    def _named_before(self, place: int) -> str:
        """``will N be 500``, ``is the height 15``, ``a profit of 110``."""
        for at in range(place - 1, max(place - 5, -1), -1):
            token = self._tokens[at]
            if token.sort == "letter":
                self._taken.add(at)
                return token.text
            if token.text == "there":  # so many of what the formula counts
                return self._model.head
            noun = singular(token.text)
            if noun in QUANTITIES:
                self._taken.add(at)
                return self._with_noun(noun)
            if token.text not in _LINKS:
                return ""
        return ""

    def _targets(self) -> set[str]:
        found: set[str] = set()
        start = self._question_starts()
        for place in range(start, len(self._tokens)):
            token = self._tokens[place]
            if place in self._taken:
                continue
            before = self._tokens[place - 1].text if place else ""
            if token.sort == "letter" and before in _BEFORE_LETTER:
                found.add(token.text)
            elif token.sort == "word":
                found |= self._targets_of(token, before, place)
        return found

    def _what_it_is(self) -> set[str]:
        """``what was it at the start``: what the formula gives."""
        texts = [token.text for token in self._tokens]
        pairs = zip(texts, texts[1:], texts[2:], strict=False)
        asks = any(a == "what" and b in ("is", "was") and c == "it" for a, b, c in pairs)
        return {self._model.head} if asks else set()

    def _question_starts(self) -> int:
        for place, token in enumerate(self._tokens):
            if token.text in ("what", "what's", "whats", "how", "find", "calculate", "determine",
                              "when", "evaluate", "compute", "work"):  # fmt: skip
                rest = self._tokens[place + 1 :]
                told = token.text == "when" and any(t.sort == "formula" for t in rest)
                if not told:
                    return place
        return len(self._tokens)

    def _targets_of(self, token: Token, before: str, place: int) -> set[str]:
        text, noun = token.text, singular(token.text)
        if before == "many":
            return {self._in_unit(token.unit) if token.unit else self._with_noun(noun)} - {""}
        if before == "how" and text in _BY_ADVERB:
            kind, nouns = _BY_ADVERB[text]
            return {self._of_kind(kind, nouns)} - {""}
        if text == "when" and place == self._question_starts():
            return {self._of_kind("time", frozenset(("time",)))} - {""}
        if noun in QUANTITIES and not self._leads_to_amount(place):
            return {self._with_noun(noun)} - {""}
        return set()

    def _of_kind(self, kind: str, nouns: frozenset[str]) -> str:
        """The letter of such a quantity, or of such a unit where nothing else is said of it."""
        return self._only(
            lambda one: (
                bool(one.nouns & nouns)
                or (
                    bool(kind)
                    and not one.nouns & (QUANTITIES - {"number"})
                    and dimension(one.unit).replace("months", "time") == kind
                )
            )
        )

    def _leads_to_amount(self, place: int) -> bool:
        for token in self._tokens[place + 1 : place + 4]:
            if token.sort == "amount":
                return True
            if token.text not in _LINKS:
                return False
        return False

    def _words_are_safe(self) -> bool:
        nouns = {noun for one in self._legends.values() for noun in one.nouns}
        return all(
            token.sort != "word"
            or place in self._taken
            or (bool(token.unit) and token.text != "second")
            or token.text in _SAFE
            or token.text in _EXTREMES
            or token.text in _FINDS
            or singular(token.text) in nouns
            or terms.is_plain_word(token.text)
            for place, token in enumerate(self._tokens)
        )
