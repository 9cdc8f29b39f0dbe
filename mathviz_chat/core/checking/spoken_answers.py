"""Answers in sentences, and whether their words speak of what is asked: ``Ann is 13``, not ``Bob is
13``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_NAME: Final = re.compile(
    r"\b(?!(?:A|An|The|If|In|On|At|Of|For|After|Before|When|While|There|Then|Each|Every|All|One|How|What"
    r"|Which|Who|Where|Why|Find|Calculate|Compute|Determine|Work|Give|Write|He|She|It|They|We|You|His"
    r"|Her|Its|Their|Is|Are|Was|Were|Does|Do|Did|Can|Two|Three|Some|Suppose|Let|To|From|With)\b)"
    r"[A-Z][a-z]+\b"
)
"""A capital letter, and no word that begins sentences as a rule: it counts as a name."""
_OF_ONE: Final = re.compile(
    r"\b(?:does|did|do|is|was|will|has|have|had|can|must|should)\s+(?:he|she)\b", re.IGNORECASE
)
_OTHERS: Final = re.compile(
    r"\b(?:sister|brother|friend|father|mother|mum|mom|dad|son|daughter|uncle|aunt|cousin|wife"
    r"|husband|grand\w+|teacher|neighbou?r|together|both|altogether|in\s+(?:all|total))s?\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_HARMLESS: Final = frozenset(
    re.findall(
        r"\w+",
        """
        so thus hence therefore then and we you it its that this which they he she his her their
        there have has had is are was were be get gets got gives give find found the an in of to at
        by as on or with using answer result value total number solution final together altogether
        equal equals made makes now only exactly just finally step steps line rounded
        factors expands simplifies comes sum product difference quotient derivative antiderivative
        integral limit slope rule power chain point points
        intersection meet intersect cm mm km kg quad text left right
        """,
    )
)
"""Words that name nothing else than the value."""


_NAMED_BY: Final = {
    "sum": r"\bsum|\badd|\btotal|\bplus\b|\+|altogether|Σ|in all",
    "product": r"\bproduct|multipl|\btimes\b|[*×·∏]",
    "difference": r"\bdiffer|subtract|\bminus\b|\bless\b|[-−]",
    "quotient": r"quotient|divi[ds]|[/÷]",
    "derivative": r"deriv|differentia|dy|d/d|'|slope|gradient|rate",
    "antiderivative": r"deriv|integra|∫|int\b",
    "integral": r"integra|deriv|∫|int\b|\barea",
    "limit": r"\blim|approach|\btends?\b|→|->",
    "slope": r"slope|gradient|steep|deriv|dy",
    "factors": r"factor",
}
"""What a question says that asks for a value of such a name."""
_OF_NAME: Final = re.compile(
    rf"\b({'|'.join(_NAMED_BY)})\b[^.;=]*\b(?:is|are|equals?)\W*$", re.IGNORECASE
)


_ALIKE: Final = (
    frozenset({"derivative", "slope", "gradient"}),
    frozenset({"integral", "antiderivative", "area"}),
)
_EXPLICIT: Final = re.compile(
    r"\b(sum|product|difference|quotient|remainder|derivative|slope|gradient|antiderivative|integral"
    r"|area|limit|factor)s?\b",
    re.IGNORECASE,
)
_GIVEN_AS: Final = r"\b{}\b(?:\s+(?!what\b)\w+){{0,4}}\s+(?:is|are|was|equals)\s+(?:[-−$£€]\s*)?\d"
"""What a question says that gives the value of such a name: ``whose difference is 5``."""


def _names_other(before: str, question: str) -> bool:
    """``The slope is`` before a value, where the question asks for no slope, or for a product."""
    found = _OF_NAME.search(before)
    if found is None:
        return False
    name, asking = found[1].lower(), _asking(question)
    of_roots = rf"\b{name}\s+of\s+(?:the\s+|all\s+|both\s+)*(?:roots?|solutions?|zeros?)\b"
    if re.search(of_roots, before, re.IGNORECASE) and not re.search(rf"\b{name}", question, re.I):
        return True
    if re.search(_GIVEN_AS.format(name), question, re.IGNORECASE):
        return True
    own = next((alike for alike in _ALIKE if name in alike), frozenset({name, name.rstrip("s")}))
    explicit = {one.lower() for one in _EXPLICIT.findall(asking)}
    if explicit:
        return not explicit & own
    return not re.search(_NAMED_BY[name], question, re.IGNORECASE)


_OPPOSITES: Final = (
    ("youngest", "oldest", "eldest", "middle"),
    ("younger", "older", "elder"),
    ("smallest", "largest", "biggest", "greatest"),
    ("smaller", "larger", "bigger", "greater"),
    ("least", "most", "greatest"),
    ("minimum", "maximum"),
    ("minimal", "maximal"),
    ("lowest", "highest"),
    ("shorter", "longer"),
    ("shortest", "longest"),
    ("first", "second", "third", "last"),
    ("horizontal", "vertical", "oblique"),
    ("before", "after"),
    ("mean", "median", "mode", "range"),
    ("area", "perimeter", "circumference", "volume"),
    ("quotient", "remainder"),
    ("tangent", "normal"),
    ("profit", "loss"),
)
"""Words of which one may be asked for, and another one answered."""


def _is_of_other_person(before: str, question: str) -> bool:
    """``Bob is`` before a value, where the age of Ann is asked for."""
    asked = set(_NAME.findall(_asking(question)))
    told = [name for name in re.findall(r"\b[A-Z][a-z]+\b(?!['’]s)", before) if name in question]
    others = set(_NAME.findall(question)) - asked
    return bool(asked) and bool(told) and told[-1] in others


def _says_opposite(before: str, question: str) -> bool:
    """``The oldest is`` before a value, where the youngest is asked for; ``half of``."""
    said, asked = set(_words(before)), set(_words(question))
    opposite = any(
        (said - asked) & set(alike) and asked & set(alike) and not said & asked & set(alike)
        for alike in _OPPOSITES
    )
    return opposite or _SHARE.search(before) is not None


_SHARE: Final = re.compile(
    r"\b(?:half|twice|thrice|double|triple|at\s+(?:least|most)|less\s+than|more\s+than|up\s+to|opposite"
    r"|negative|minus|squared?|cubed?|square\s+root)(?:\s+(?:of|the|that|this|as|much|many))*"
    r"(?:\s+\w+){0,3}\s+(?:is|are|equals?|be)\W*$|\b(?:half\s+of|at\s+(?:least|most)|twice)\W*$",
    re.IGNORECASE,
)


def speaks_of_it(words: str, question: str) -> bool:
    """Each word is harmless, stands in the sentence that asks, or is the one name of the story."""
    asked = {_stem(word) for word in _words(_asking(question))}
    names = set(_NAME.findall(question))
    if len(names) == 1 and _OF_ONE.search(_asking(question)) and not _OTHERS.search(question):
        asked |= {_stem(name.lower()) for name in names}
    return all(word in _HARMLESS or _stem(word) in asked for word in _words(words))


_SAYS: Final = re.compile(
    r"(?P<head>.{0,200}?\b(?:is|are|equals?|comes?\s+to|becomes|approaches|tends\s+to|belongs\s+to))"
    r"(?:\s+(?:equal\s+to|exactly|just|therefore|then))?\s*:?\s+(?P<value>[^A-Za-z]*\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_YES_OR_NO: Final = re.compile(r"(?P<value>yes|no)\b[,;:.!]?\s+(?P<rest>.{1,200})", re.IGNORECASE)
_THERE: Final = re.compile(
    r"there\s+(?:are|is|will\s+be|were)\s+(?P<value>\d[\d.,/]*)\s+"
    r"(?:different\s+|possible\s+|distinct\s+)?(?P<noun>[a-z]+)(?P<rest>.{0,200})",
    re.IGNORECASE,
)
_SHARE_OF: Final = re.compile(
    r"\W*(?P<part>[\d.,]*\d)\s+is\s+(?P<value>[\d.]+\s*(?:%|percent))\s+of\s+(?P<whole>[\d.,]*\d)\W*"
)
_EQUAL: Final = re.compile(r"\bequals?\b", re.IGNORECASE)
_AGE: Final = re.compile(r"(?P<value>\d+)\s+years?(?:\s+old)?", re.IGNORECASE)
_COUNTED: Final = re.compile(r"(?P<value>\d[\d.,/]*)\s+(?P<noun>[a-z]+)", re.IGNORECASE)
_ASKS_AGE: Final = re.compile(r"\bhow\s+old\b|\bages?\b", re.IGNORECASE)
_CHANGES: Final = re.compile(
    r"\b(?:not|no|never|neither|nor|wrong|false|incorrect|mistakes?|maybe|perhaps|but|or|unless|if"
    r"|except|actually|instead|cannot|half|twice|double|than|minus|plus|less|more)\b|n['’]t\b"
    r"|[=≈<>≤≥≠?]",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])")
_PLAIN_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]+|[aI]?|\d+(?:st|nd|rd|th)?|\d[\d.,:]*%?")
_ROUND_IT: Final = "$*\\()[]{}.,:;?!\"'“”"
_NUMBER: Final = re.compile(r"\d+(?:[.,:/]\d+)*")


def value_said(sentence: str, question: str, unknowns: Sequence[str]) -> str | None:
    """``28`` of "The number is 28", ``yes`` of "Yes, 28 is even", ``6`` of "There are 6 ways"; None
    where its other words are not those of the question, in their order, or change what it says."""
    sentence = sentence.strip()
    asked = _Asked(question, tuple(unknowns))
    if (age := _AGE.fullmatch(sentence)) is not None:
        return age["value"] if _ASKS_AGE.search(question) else None
    if (told := _COUNTED.fullmatch(sentence)) is not None:
        return told["value"] if asked.counts(told["noun"]) else None
    if (counted := _THERE.fullmatch(sentence)) is not None:
        fits = asked.counts(counted["noun"]) and asked.says_no_more(counted["rest"])
        return counted["value"] if fits else None
    if (told := _YES_OR_NO.fullmatch(sentence)) is not None:
        affirmed, denials = re.subn(r"\bnot\b|n['’]t\b", " ", told["rest"])
        agrees = denials == (told["value"].lower() == "no")
        fits = agrees and not _EQUAL.search(affirmed) and asked.says_no_more(affirmed)
        return told["value"] if fits else None
    if (share := _SHARE_OF.fullmatch(sentence)) is not None:
        numbers = {share["part"], share["whole"]}
        return share["value"] if numbers == set(_NUMBER.findall(question)) else None
    said = _SAYS.fullmatch(sentence)
    if said is None or _says_opposite(said["head"], question):
        return None
    return said["value"].strip() if asked.says_no_more(said["head"]) else None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, and the letters that it asks for."""

    question: str
    unknowns: tuple[str, ...]

    def counts(self, noun: str) -> bool:
        """``How many different arrangements``: it asks for the number of them."""
        of_noun = rf"\bhow\s+many\s+(?:\w+\s+)?{re.escape(noun)}\b"
        return re.search(of_noun, self.question, re.IGNORECASE) is not None

    def says_no_more(self, words: str) -> bool:
        """No word, number or formula stands in it that the question does not have; they stand in
        the same order, and of its numbers all or none."""
        numbers, asked = set(_NUMBER.findall(words)), set(_NUMBER.findall(self.question))
        if numbers not in (asked, set()) or _CHANGES.search(words):
            return False
        said = re.sub(r"\b(?:is|are|was|were|equals?)\W*$", "", words) + " is"
        if _names_given(said, self.question) or _counts_other(said, self.question):
            return False
        if _names_other(said, self.question) or not speaks_of_it(words, self.question):
            return False
        tokens = [one for one in map(_bared, words.split()) if self._counts(one)]
        return all(map(self._is_of_question, tokens)) and self._in_order(tokens)

    def _counts(self, token: str) -> bool:
        return bool(token) and token.lower() not in _HARMLESS

    def _is_of_question(self, token: str) -> bool:
        """A word, a number, the unknown alone, or a formula of the question without it."""
        if _PLAIN_WORD.fullmatch(token) or token.partition("_")[0] in self.unknowns:
            return True
        asked = set(map(_bared, self.question.split()))
        return token in asked and not set(_LETTER.findall(token)) & set(self.unknowns)

    def _in_order(self, tokens: Sequence[str]) -> bool:
        """``Yes, 4 is divisible by 8`` says another thing than what is asked of 8 and 4."""
        asked = iter([_stem(_bared(one).lower()) for one in self.question.split()])
        return all(_stem(token.lower()) in asked for token in tokens if token not in self.unknowns)


def _bared(token: str) -> str:
    return token.strip(_ROUND_IT)


_SUBJECT: Final = re.compile(
    r"(?P<subject>\S+(?:\s*[-−+*/^·×÷]\s*\S+)*)\s+"
    r"(?:(?:is|are|equals?|(?:must|has\s+to|will)\s+(?:be|equal))(?:\s+equal\s+to)?)\W*$"
)
_ONLY_NUMBERS: Final = re.compile(
    r"\W*(?:(?:so|thus|then|hence|therefore)\b\W*)?[\d.,]+(?:\s*[-−+*/^·×÷]\s*[\d.,]+)*\s+(?:is|equals?)\W*",
    re.IGNORECASE,
)
_SIGN_BEFORE: Final = re.compile(r"(?:[-−+*/^√·×÷]|\d)\s*$")


def is_said_of_something_else(before: str, question: str, unknowns: tuple[str, ...]) -> bool:
    """``The oldest is``, ``-x is``, ``half of`` before a value."""
    if is_said_of_other(before, unknowns) or _is_of_other_person(before, question):
        return True
    if _names_given(before, question) or _counts_other(before, question):
        return True
    return _names_other(before, question) or _says_opposite(before, question)


_LAST_NAME: Final = re.compile(
    r"\b(?P<name>[a-z]{3,})\s+(?:is|are|was|were|equals?)\W*$", re.IGNORECASE
)
_PLACE: Final = re.compile(r"\b\d+(?:st|nd|rd|th)\b|\b[a-z]\s?(?:\^\s?\{?\d+|[²³])", re.IGNORECASE)
_COUNTED_BEFORE: Final = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)\s+(?P<noun>[a-z]{3,})", re.IGNORECASE
)


_ASKED_CLAUSE: Final = re.compile(r",\s+(?=(?:how|what|which|when|find)\b)", re.IGNORECASE)


def _names_given(before: str, question: str) -> bool:
    """``The legs are`` before a value, where the question says ``legs 3 m and 4 m``."""
    found = _LAST_NAME.search(before)
    if found is None or found["name"][0].isupper():
        return False  # ``Ann is``: whose value it is, is looked at elsewhere
    asked = r"\b(?:find|calculate|compute|determine|give|state|work\s+out|what\s+is|what['’]s)\s+"
    if re.search(rf"{asked}(?:\w+\s+){{0,3}}{found['name']}\b", question, re.IGNORECASE):
        return False
    given = rf"\b{found['name']}(?:\s+(?:of|is|are|=))?\s+[-−$£€]?\d"
    return re.search(given, question, re.IGNORECASE) is not None


def _counts_other(before: str, question: str) -> bool:
    """``The 9th term is`` of the 10th, ``the coefficient of x^4 is`` of x^2, ``3 workers take`` of
    4."""
    clause = re.split(r"[,;:.](?:\s|$)", before)[-1]
    asked = {_squeezed(one) for one in _PLACE.findall(question)}
    said = {_squeezed(one) for one in _PLACE.findall(clause)}
    if said and asked and not said <= asked:
        return True
    pairs = _COUNTED_BEFORE.findall(_ASKED_CLAUSE.split(_asking(question))[-1])
    asking = {(_stem(noun.lower()), number) for number, noun in pairs}
    named = {noun for noun, _ in asking}
    counted = [(_stem(noun.lower()), number) for number, noun in _COUNTED_BEFORE.findall(clause)]
    return any(noun in named and (noun, number) not in asking for noun, number in counted)


def _squeezed(place: str) -> str:
    return re.sub(r"[\s{}]", "", place.lower()).replace("²", "^2").replace("³", "^3")


def is_said_of_other(before: str, unknowns: tuple[str, ...]) -> bool:
    """``-x is``, ``2x is``, ``√x equals`` before a value: it is not that of the unknown; nor is
    that of another letter."""
    if _ONLY_NUMBERS.fullmatch(before):
        return True  # "3 is 8", "36 - 24 is 60"
    found = _SUBJECT.search(before)
    if found is None or not unknowns:
        return False
    subject = _bared(found["subject"])
    alone = subject.partition("_")[0] in unknowns
    if alone:
        return _SIGN_BEFORE.search(before[: found.start()]) is not None
    return _LETTER.search(subject) is not None and subject.lower() not in ("a", "i")


def _asking(question: str) -> str:
    """The last sentence with a question mark, or the last one."""
    sentences = [one for one in _SENTENCE.split(question) if one.strip()]
    asks = [one for one in sentences if one.rstrip().endswith("?")]
    return (asks or sentences or [""])[-1]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    return word.removesuffix("s")
