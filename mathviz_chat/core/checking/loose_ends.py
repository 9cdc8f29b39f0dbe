"""What stands on a line beside the claims that are proved: they have to cover it.

A line is proved as a whole. ``C = -2, so y = 2 - 2e^(3x)`` concludes to a formula that nothing
judges, ``2 + 3 = 5, 6`` goes on with a number, ``x < 5 for positive x`` takes something back: such
a line is not proved. The rule has three parts, by where the words stand.

After a claim, up to the end of its sentence, stand words of the written list only
(``harmless_words``), and formulas that say again what is proved or how it is done. Where the claim
is plain arithmetic, the words may tell a story (``5 pages in 240 minutes``): then a formula must
not follow the claim without such words between. In the sentences after that, a conclusion names a
value that is proved. Before the first claim stands what explains it: no list that the claim goes
on, and no words that restrict it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from mathviz_chat.core.checking.harmless_words import (
    CHANGES,
    CONNECTING,
    CONSTANT,
    FOR_ALL,
    HARMLESS,
    OPERATING,
    PHRASES,
    PREPOSITIONS,
    RESTRICTS,
)
from mathviz_chat.core.checking.judgement import Judgement, clip
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.points import PLACE
from mathviz_chat.core.checking.precision import without_precision
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Div,
    Mixed,
    Mul,
    Neg,
    Node,
    Number,
    Percent,
    Pow,
    Quantity,
    RepeatingDecimal,
    Statement,
    Sub,
)
from mathviz_chat.core.reading.walking import has, kinds, walk
from mathviz_chat.core.verdict import NOT_CLAIMS, Relation, Role, Verdict

MAY_BE_CHANGED: Final = "The words after it may change what it says"
RESTRICTED: Final = "The words before it may leave out some of its values"
NOT_JUDGED: Final = "It goes on to what is not judged"

_PLAIN: Final = frozenset(
    {Chain, Number, Mixed, RepeatingDecimal, Percent, Quantity, Neg, Add, Sub, Mul, Div, Pow}
)
_FIRST: Final = 0xE000  # of the private signs that stand for the formulas of a line, in order
_SIGN: Final = "[\ue000-\uf8ff]"
_STRANGE: Final = "�"  # a private sign that the text itself holds
_TOKEN: Final = re.compile(
    rf"{_SIGN}|\\(?:text\s*\{{|[A-Za-z]+|.)|[A-Za-zÀ-ÿ]+(?:[.'’-][A-Za-zÀ-ÿ]+)*|[^\s]"
)
_MARKS: Final = frozenset(".,;:!\"'“”‘’()[]{}$&\\-–—*_#`→⇒∴∵⟹⇔<>|") | frozenset("✓✔✅☑🎉■□∎")
_COMMANDS: Final = frozenset(
    {*(f"\\{sign}" for sign in "()[],;! \\"), "\\text{", "\\quad", "\\qquad", "\\checkmark"}
    | {"\\therefore", "\\because", "\\implies", "\\Rightarrow", "\\square", "\\blacksquare"}
)
_BREAK: Final = re.compile(
    r"[.;:!]\s|\\\]|\$\$|[,⇒→∴⟹]|\\(?:implies|Rightarrow|therefore|q?quad|\\)"
    rf"|\b(?:{'|'.join(sorted(CONNECTING))})\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"(?<![A-Za-z.]\.[A-Za-z])[.!]\s+(?=\W*[A-Z])")
_CONCLUDES: Final = (
    r"(?:so|therefore|thus|hence|i\.\s?e\.|that\s+is|which\s+(?:gives|means)|giving|and|∴)"
)
_TO_A_STATEMENT: Final = re.compile(
    rf"(?:^|[\s,;:$])(?:{_CONCLUDES}|but(?:\s+only)?|only)[\s,:$(]*({_SIGN})", re.IGNORECASE
)
_TO_A_VALUE: Final = re.compile(
    r"\W*(?:so|therefore|thus|hence|this\s+means|which\s+means|that\s+is)\b", re.IGNORECASE
)
_LIST_BEFORE: Final = re.compile(rf"^\W*({_SIGN})\s*[,;]\s*(?:and\b|or\b)?\W*$")
_LABEL: Final = re.compile(r"[(\[]\s*\d{1,2}\s*[)\]]")
_REASONS: Final = frozenset({"since", "because", "as", "∵"})
_OF_A_LETTER: Final = frozenset({"for", "in", "of", "variable", "unknown", "isolate", "isolating"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with proved claims. texts: what stands before, between and after them, each other
    formula as one private sign."""

    found: Sequence[Found]
    judged: dict[int, Judgement]
    claims: tuple[int, ...]
    texts: tuple[str, ...]
    in_words: bool

    def formula(self, sign: str) -> Found:
        return self.found[ord(sign) - _FIRST]


def loose_end(
    found: Sequence[Found], claims: Sequence[tuple[Found, Judgement]], *, in_words: bool = False
) -> str | None:
    """Why a line whose claims are proved is not proved as a whole; None where it is.

    in_words: the conditions come from a story, so that nouns may follow their values.
    """
    places = {id(one): place for place, one in enumerate(found)}
    judged = {places[id(one)]: judgement for one, judgement in claims}
    proved = tuple(place for place, one in judged.items() if _may_be_proved(one))
    if not proved or any(one.denied for one in judged.values()):
        return None
    line = _Line(found, judged, proved, tuple(_texts(found, proved)), in_words)
    return next((reason for reason in _loose_ends(line) if reason is not None), None)


def _may_be_proved(judged: Judgement) -> bool:
    """It is proved, or will be when the other cases have been named."""
    return judged.verdict is Verdict.PROVED or judged.relation is Relation.ROOTS_LOST


def is_changed(found: Found) -> bool:
    """The words after a formula may change what it says, whatever it is."""
    return bool(CHANGES.search(found.tail))


def _texts(found: Sequence[Found], claims: Sequence[int]) -> Iterator[str]:
    text = ""
    for place, one in enumerate(found):
        text += re.sub(_SIGN, _STRANGE, one.lead)
        if place in claims:
            yield text
            text = ""
        else:
            text += chr(_FIRST + place)
    yield text + re.sub(_SIGN, _STRANGE, found[-1].tail)


def _loose_ends(line: _Line) -> Iterator[str | None]:
    yield _at_another_place(line)
    yield _before(line, line.texts[0], line.claims[0])
    for place, text in zip(line.claims[:-1], line.texts[1:-1], strict=True):
        broken = _BREAK.search(text)
        end = len(text) if broken is None else broken.start()
        yield _after(line, text[:end], place)
        yield _concluded(line, text)
    for place, text in zip(line.claims[1:], line.texts[1:-1], strict=True):
        yield _before(line, text, place)
    last, text = line.claims[-1], line.texts[-1]
    sentence = _SENTENCE.search(text)
    end = len(text) if sentence is None else sentence.start()
    yield _after(line, text[:end], last)
    yield _concluded(line, text)
    yield from (_said_of_it(line, one) for one in _SENTENCE.split(text[end:]))


def _at_another_place(line: _Line) -> str | None:
    """``f(2) = 5 at x = 3``: the place that the line speaks of is not that of its values."""
    for place, judged in line.judged.items():
        if judged.reason == PLACE and not any(_is_at(line, place, one) for one in line.claims):
            return f"{NOT_JUDGED}: {clip(line.found[place].text.strip())}."
    return None


def _is_at(line: _Line, place: int, claim: int) -> bool:
    where, node = line.found[place].node, line.found[claim].node
    if node is None or where is None or variables(node) or not has(node, Call):
        return True
    values = where.items if isinstance(where, Chain) else (where,)
    return any(part in values for part in walk(node))


def _before(line: _Line, text: str, place: int) -> str | None:
    """``1, 2 + 3 = 5``, ``for positive x, x < 5``."""
    listed = _LIST_BEFORE.search(text)
    if listed is not None and not _is_statement(line.formula(listed[1])):
        return f"{NOT_JUDGED}: {clip(line.formula(listed[1]).text.strip())}."
    restricts = RESTRICTS.search(text)
    if restricts is not None and line.judged[place].role is Role.CONDITION:
        return f"{RESTRICTED}: {clip(restricts[0])!r}."
    return None


def _after(line: _Line, text: str, place: int) -> str | None:
    """What follows a claim within its sentence."""
    claim, judged = line.found[place], line.judged[place]
    changes = CHANGES.search(text)
    if changes is not None:
        return f"{MAY_BE_CHANGED}: {clip(changes[0].strip())!r}."
    if _may_tell_a_story(line, place):
        return _after_numbers(line, text, place)
    text = _without_remarks(claim, judged, text)
    previous = ""
    for token in _TOKEN.findall(text):
        if re.fullmatch(_SIGN, token):
            if not _repeats(line, token, previous, place):
                return f"{NOT_JUDGED}: {clip(line.formula(token).text.strip())}."
        elif not _is_harmless(token, previous):
            return f"{MAY_BE_CHANGED}: {clip(_readable(line, text))!r}."
        previous = previous if token in _MARKS else token.lower()
    return None


def _may_tell_a_story(line: _Line, place: int) -> bool:
    node, judged = line.found[place].node, line.judged[place]
    if judged.role is Role.CONDITION:
        return line.in_words
    return judged.role is Role.COMPUTATION and node is not None and kinds(node) <= _PLAIN


def _after_numbers(line: _Line, text: str, place: int) -> str | None:
    """After plain arithmetic: a formula that no word of the story stands before."""
    tokens = _TOKEN.findall(text)
    previous = ""
    for token, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        if re.fullmatch(_SIGN, token):
            told = previous in PREPOSITIONS and _is_word(following)
            measured = previous in PREPOSITIONS and isinstance(line.formula(token).node, Quantity)
            if not (told or measured or _repeats(line, token, previous, place)):
                return f"{NOT_JUDGED}: {clip(line.formula(token).text.strip())}."
        if _is_word(token):
            return None
        previous = token.lower()
    return None


def _is_word(token: str) -> bool:
    """A word of the story: none of those that change nothing."""
    return token[:1].isalpha() and len(token) > 1 and token.lower() not in HARMLESS


def _without_remarks(claim: Found, judged: Judgement, text: str) -> str:
    """The text without remarks on rounding, on constants, and on what it holds for."""
    shown = claim.text[-24:]
    text = without_precision(shown + text)[len(shown) :]
    if judged.role is Role.IDENTITY:
        text = FOR_ALL.sub(" ", text)
        if CONSTANT.fullmatch(text):
            return ""
    return PHRASES.sub(" ", text)


def _is_harmless(token: str, previous: str) -> bool:
    if token in _MARKS or token in _COMMANDS:
        return True
    if len(token) == 1 and token.isalpha() and token != "a":
        return previous in _OF_A_LETTER
    return token.lower().replace("’", "'").rstrip(".") in HARMLESS


def _repeats(line: _Line, sign: str, previous: str, place: int) -> bool:
    """It says how (``dividing by 2``, ``from (1)``), why (``since x > 0``), what it holds for, or
    what is proved once more."""
    one = line.formula(sign)
    if previous in OPERATING or _LABEL.fullmatch(one.text.strip()):
        return True
    if isinstance(one.node, Statement):
        where = line.judged.get(ord(sign) - _FIRST)
        at_place = where is not None and where.reason == PLACE
        held = to_plain(one.node) in line.judged[place].conditions
        return held or at_place or previous in _REASONS
    return _says_again(one.node, [line.found[place]])


def _concluded(line: _Line, text: str) -> str | None:
    """``so y = 2 - 2e^(3x)``, which claims nothing that is judged."""
    for found in _TO_A_STATEMENT.finditer(text):
        one, judged = line.formula(found[1]), line.judged.get(ord(found[1]) - _FIRST)
        if _is_statement(one) and (judged is None or judged.role in NOT_CLAIMS):
            return f"{NOT_JUDGED}: {clip(one.text.strip())}."
    return None


def _said_of_it(line: _Line, sentence: str) -> str | None:
    """A later sentence: what it takes back, and the value that it concludes to."""
    changes = CHANGES.search(sentence)
    if changes is not None:
        return f"{MAY_BE_CHANGED}: {clip(changes[0].strip())!r}."
    values = [line.formula(sign) for sign in re.findall(_SIGN, sentence)]
    if not values or not _TO_A_VALUE.match(sentence):
        return None
    claims = [line.found[place] for place in line.claims]
    if any(_says_again(one.node, claims) for one in values):
        return None
    return f"{NOT_JUDGED}: {clip(values[-1].text.strip())}."


def _is_statement(one: Found) -> bool:
    return isinstance(one.node, Statement)


def _says_again(value: Node | None, claims: Sequence[Found]) -> bool:
    """``3 + 4 = 7, so 7 apples``: a value that stands in what is proved."""
    said = [item for one in claims if isinstance(one.node, Chain) for item in one.node.items]
    said += [one.node for one in claims if one.node is not None and not _is_statement(one)]
    return value is not None and _bare(value) in map(_bare, said)


def _bare(value: Node) -> Node:
    return value.value if isinstance(value, Quantity) else value


def _readable(line: _Line, text: str) -> str:
    """The text with its formulas in place of the signs for them."""
    return re.sub(_SIGN, lambda sign: line.formula(sign[0]).text, text).strip()
