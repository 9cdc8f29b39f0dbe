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
from itertools import zip_longest
from typing import Final

from mathviz_chat.core.checking.beside import (
    ENDS_REASON,
    FIRST,
    FORMULA,
    MARKS,
    MAY_BE_CHANGED,
    NOT_JUDGED,
    SENTENCE,
    SIGN,
    TOKEN,
    Line,
    Nouns,
    is_harmless,
    is_statement,
    readable,
)
from mathviz_chat.core.checking.cases import ONE_CASE
from mathviz_chat.core.checking.conditions import compare
from mathviz_chat.core.checking.harmless_words import (
    ABOUT,
    CHANGES,
    CONNECTING,
    CONSTANT,
    FOR_ALL,
    HARMLESS,
    NAMES,
    OF_A_KIND,
    PHRASES,
    PREPOSITIONS,
    REASONS,
    RESPECT,
    RESTRICTS,
)
from mathviz_chat.core.checking.judgement import Judgement, clip
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.points import PLACE
from mathviz_chat.core.checking.precision import without_precision
from mathviz_chat.core.checking.roles import is_word
from mathviz_chat.core.checking.said_again import NOT, repeats, says_again
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Derivative,
    Div,
    Factorial,
    Integral,
    Mixed,
    Mul,
    Neg,
    Node,
    Number,
    Percent,
    Pow,
    Quantity,
    RelOp,
    RepeatingDecimal,
    Statement,
    Sub,
    Symbol,
    Truth,
)
from mathviz_chat.core.reading.units import SHORT_UNITS
from mathviz_chat.core.reading.walking import has, kinds, symbols, walk
from mathviz_chat.core.verdict import NOT_CLAIMS, Relation, Role, Verdict

RESTRICTED: Final = "The words before it may leave out some of its values"
_PLAIN: Final = frozenset(
    {Chain, Number, Mixed, RepeatingDecimal, Percent, Quantity, Neg, Add, Sub, Mul, Div, Pow}
    | {Factorial, Symbol}
)
_STRANGE: Final = "�"  # a private sign that the text itself holds
_BREAK: Final = re.compile(
    r"[.;:!]\s|\\\]|\$\$|[,⇒→∴⟹]|\\(?:implies|Rightarrow|therefore|q?quad|\\)"
    rf"|\b(?:{'|'.join(sorted(CONNECTING))})\b",
    re.IGNORECASE,
)
_CONCLUDES: Final = (
    r"(?:so|therefore|thus|hence|i\.\s?e\.|that\s+is|which\s+(?:gives|means)|giving|and|∴)"
)
_TO_A_STATEMENT: Final = re.compile(
    rf"(?:^|[\s,;:$])(?:{_CONCLUDES}|but(?:\s+only)?|only)[\s,:$(]*({SIGN})", re.IGNORECASE
)
_TO_A_VALUE: Final = re.compile(
    r"\W*(?:so|therefore|thus|hence|this\s+means|which\s+means|that\s+is)\b"
    r"|\W*(?:the\s+)?(?:final\s+)?(?:answer|solution|result|value)\b",
    re.IGNORECASE,
)
_CONCLUSION: Final = re.compile(
    r"\b(?:so|therefore|thus|hence|(?:this|which)\s+means)\b", re.IGNORECASE
)
_LIST_BEFORE: Final = re.compile(rf"^\W*({SIGN}|[A-Za-z](?=,))\s*[,;]\s*(?:and\b|or\b)?\W*$")
_LISTED_AFTER: Final = re.compile(
    rf"(?:\s*[,;(]\s*|\W*(?:(?:and|or|also|so|thus|hence|therefore|then|giving|gives|is)\b\W*)+)"
    rf"({FORMULA})"
    r"(?=\s*(?:[,;.)]|$|(?:so|and|then|therefore|hence|thus)\b))",
    re.IGNORECASE,
)
_LEFT_OUT: Final = (
    r"(?:reject(?:ed)?|extraneous|discarded|excluded|invalid|inadmissible|impossible|not\s+(?:valid"
    r"|allowed|possible|admissible|an?\s+(?:solution|root)|in\s+the\s+domain))"
)
_SETS_ASIDE: Final = re.compile(
    rf"\(\s*(?P<a>{SIGN})\s*(?:(?:is|was|being|which\s+is)\s+)?(?:an?\s+)?{_LEFT_OUT}\b"
    rf"[^()\ue000-\uf8ff]*\)|[,;(\s]*\b(?:(?:and|but|we|so)\s+)?(?:reject|discard|exclude|disregard"
    rf"|ignore|omit|drop)(?:ing)?\s[^.;()\d\ue000-\uf8ff]*(?P<b>{SIGN})\s*\)?",
    re.IGNORECASE,
)
_AS_WELL: Final = re.compile(r"\bas\s+well(?:\s+as)?\b", re.IGNORECASE)
NOTHING_HOLDS: Final = Truth(False)  # no solution: none of any kind either
_BECAUSE: Final = REASONS | {"as"}


def loose_end(
    found: Sequence[Found], claims: Sequence[tuple[Found, Judgement]], nouns: Nouns
) -> str | None:
    """Why a line whose claims are proved is not proved as a whole; None where it is."""
    places = {id(one): place for place, one in enumerate(found)}
    judged = {places[id(one)]: judgement for one, judgement in claims}
    proved = tuple(place for place, one in judged.items() if _may_be_proved(one))
    if not proved or any(one.denied for one in judged.values()):
        return None
    line = Line(found, judged, proved, tuple(_texts(found, proved)), nouns)
    return next((reason for reason in _loose_ends(line) if reason is not None), None)


def _may_be_proved(judged: Judgement) -> bool:
    """It is proved, or will be when the other cases have been named."""
    return judged.verdict is Verdict.PROVED or judged.relation is Relation.ROOTS_LOST


def _texts(found: Sequence[Found], claims: Sequence[int]) -> Iterator[str]:
    text = ""
    for place, one in enumerate(found):
        text += re.sub(SIGN, _STRANGE, one.lead)
        if place in claims:
            yield text
            text = ""
        else:
            text += chr(FIRST + place)
        following = found[place + 1 : place + 2]
        if following and following[0].lead != one.tail:  # the next row of a display
            text += f"{re.sub(SIGN, _STRANGE, one.tail)}; "
    yield text + re.sub(SIGN, _STRANGE, found[-1].tail)


def _loose_ends(line: Line) -> Iterator[str | None]:
    yield _at_another_place(line)
    yield _before(line, line.texts[0], line.claims[0])
    for place, text in zip(line.claims[:-1], line.texts[1:-1], strict=True):
        broken = _BREAK.search(text)
        end = len(text) if broken is None else broken.start()
        yield _after(line, text[:end], place)
        yield _listed(line, text, place)
        yield _concluded(line, text)
    for place, text in zip(line.claims[1:], line.texts[1:-1], strict=True):
        yield _before(line, text, place)
    last, text = line.claims[-1], line.texts[-1]
    sentence = SENTENCE.search(text)
    end = len(text) if sentence is None else sentence.start()
    yield _after(line, text[:end], last)
    yield _concluded(line, text)
    yield from (_said_of_it(line, one) for one in SENTENCE.split(text[end:]))


def _at_another_place(line: Line) -> str | None:
    """``f(2) = 5 at x = 3``: the place that the line speaks of is not that of its values."""
    for place, judged in line.judged.items():
        if judged.reason == PLACE and not any(_is_at(line, place, one) for one in line.claims):
            return f"{NOT_JUDGED}: {clip(line.found[place].text.strip())}."
    return None


def _is_at(line: Line, place: int, claim: int) -> bool:
    where, node = line.found[place].node, line.found[claim].node
    if node is None or where is None or variables(node):
        return True
    if not any(isinstance(part, Call) and part.args for part in walk(node)):
        return True  # ``y' = 6``, at whatever place
    values = where.items if isinstance(where, Chain) else (where,)
    return any(part in values for part in walk(node))


def _before(line: Line, text: str, place: int) -> str | None:
    """``1, 2 + 3 = 5``, ``for positive x, x < 5``."""
    listed = _LIST_BEFORE.search(text)
    if listed is not None:
        first = line.formula(listed[1])
        if not is_statement(first):
            return f"{NOT_JUDGED}: {clip(first.text.strip())}."
    judged = line.judged[place]
    restricts = RESTRICTS.search(text)
    told = line.nouns is Nouns.VALUES  # then a story may say what leaves out the others
    if restricts is None and judged.reason.startswith(ONE_CASE) and not told:
        restricts = OF_A_KIND.search(text)
    if restricts is not None and judged.role is Role.CONDITION:
        return f"{RESTRICTED}: {clip(restricts[0])!r}."
    return None


def _after(line: Line, text: str, place: int) -> str | None:
    """What follows a claim within its sentence."""
    text = _SETS_ASIDE.sub(lambda said: _unless_set_aside(line, said, place), text)
    changes = CHANGES.search(text)
    if changes is not None:
        return f"{MAY_BE_CHANGED}: {clip(changes[0].strip())!r}."
    if _may_tell_a_story(line, place):
        conclusion = _CONCLUSION.search(text)
        said = None if conclusion is None else _said_of_it(line, text[conclusion.start() :])
        return said or _after_numbers(line, text, place)
    return _after_formula(line, text, place)


def _unless_set_aside(line: Line, said: re.Match[str], place: int) -> str:
    """Nothing for ``(x = -2 is extraneous)``, ``(reject x = -2)``, where the claim does not name
    that value itself."""
    sign = said["a"] or said["b"]
    judged, left_out = line.judgement(sign), line.formula(sign).node
    claim = line.found[place].node
    if judged is None or judged.role is not Role.NONE or not isinstance(left_out, Statement):
        return said[0]
    if not isinstance(claim, Statement) or line.judged[place].role is not Role.CONDITION:
        return said[0]
    if compare((left_out,), claim, variables(left_out)).holds:
        return said[0]
    return " "


def _may_tell_a_story(line: Line, place: int) -> bool:
    node, judged = line.found[place].node, line.judged[place]
    if line.nouns is Nouns.VALUES and judged.role is Role.CONDITION:
        return True
    if line.nouns is Nouns.NONE or node is None or not kinds(node) <= _PLAIN:
        return False
    counted = all(name in SHORT_UNITS or is_word(name) for name in symbols(node))
    return line.nouns is Nouns.VALUES or (judged.role is Role.COMPUTATION and counted)


def _after_numbers(line: Line, text: str, place: int) -> str | None:
    """After plain arithmetic: a formula that no word of the story leads to."""
    tokens = TOKEN.findall(_without_remarks(line, text, place))
    previous, in_story, reasons = "", False, False
    for token, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        if re.fullmatch(FORMULA, token):
            counts = following[:1].isalpha() if in_story else _is_of_story(following)
            measured = counts or isinstance(line.formula(token).node, Quantity)
            led = in_story and previous not in CONNECTING and previous not in MARKS
            told = (measured and (led or previous in PREPOSITIONS)) or reasons
            told = told and previous != NOT
            if not (told or repeats(line, token, previous, place)):
                return f"{NOT_JUDGED}: {clip(line.formula(token).text.strip())}."
        in_story = in_story or _is_of_story(token)
        previous = token.lower()
        reasons = previous in _BECAUSE or (reasons and previous not in ENDS_REASON)
    return None


def _is_of_story(token: str) -> bool:
    """A word of the story: none of those that change nothing."""
    word = token.lower()
    return len(word) > 1 and word[0].isalpha() and word not in HARMLESS and word not in ABOUT


def _after_formula(line: Line, text: str, place: int) -> str | None:
    """After mathematics: words of the list, and formulas that say nothing new."""
    text = _without_remarks(line, text, place)
    names = _names_of(line.found[place].node)
    previous, reasons = "", False
    for token in TOKEN.findall(text):
        word = token.lower().replace("’", "'")
        if re.fullmatch(FORMULA, token):
            if not (reasons or repeats(line, token, previous, place)):
                return f"{NOT_JUDGED}: {clip(line.formula(token).text.strip())}."
        elif not (is_harmless(word, previous) or word in names or (reasons and word[0].isalpha())):
            return f"{MAY_BE_CHANGED}: {clip(readable(line, text))!r}."
        reasons = word in REASONS or (reasons and word not in ENDS_REASON)
        previous = previous if token in MARKS else word
    kind = None if line.found[place].node == NOTHING_HOLDS else OF_A_KIND.search(text)
    if kind is not None and line.judged[place].role is Role.CONDITION:
        return f"{MAY_BE_CHANGED}: {clip(readable(line, text))!r}."
    return None


def _names_of(node: Node | None) -> frozenset[str]:
    """What the value of a formula is called by what it works out."""
    return frozenset().union(
        *(names for kind, names in NAMES if node is not None and has(node, kind))
    )


def _without_remarks(line: Line, text: str, place: int) -> str:
    """The text without remarks on rounding, on constants, and on what it holds for."""
    claim = line.found[place]
    shown = claim.text[-24:]
    text = without_precision(shown + text)[len(shown) :]
    if line.judged[place].role is Role.IDENTITY:
        text = FOR_ALL.sub(" ", text)
        text = RESPECT.sub(lambda said: " " if said[1] in _bound_in(claim.node) else said[0], text)
        if CONSTANT.fullmatch(readable(line, text)):
            return ""
    return PHRASES.sub(" ", _AS_WELL.sub(" and ", text))


def _bound_in(node: Node | None) -> set[str]:
    """The variables that it is differentiated or integrated by."""
    parts = walk(node) if node is not None else ()
    return {part.variable for part in parts if isinstance(part, Derivative | Integral)}


def _listed(line: Line, text: str, place: int) -> str | None:
    """``2 + 3 = 5 (or 6), so``: a value that goes on from the claim by "and" or "or" alone."""
    found = _LISTED_AFTER.match(text)
    if found is None or is_statement(line.formula(found[1])):
        return None
    if repeats(line, found[1], "", place):
        return None
    return f"{NOT_JUDGED}: {clip(line.formula(found[1]).text.strip())}."


def _concluded(line: Line, text: str) -> str | None:
    """``so y = 2 - 2e^(3x)``, which claims nothing that is judged."""
    for found in _TO_A_STATEMENT.finditer(text):
        one, judged = line.formula(found[1]), line.judgement(found[1])
        if is_statement(one) and (judged is None or judged.role in NOT_CLAIMS):
            return f"{NOT_JUDGED}: {clip(one.text.strip())}."
    return None


def _said_of_it(line: Line, sentence: str) -> str | None:
    """A later sentence: what it takes back, and the value that it concludes to."""
    changes = CHANGES.search(sentence)
    if changes is not None:
        return f"{MAY_BE_CHANGED}: {clip(changes[0].strip())!r}."
    values = [line.formula(sign) for sign in re.findall(FORMULA, sentence)]
    if not values or not _TO_A_VALUE.match(sentence):
        return None
    claims = [line.found[place] for place in line.claims]
    about = RelOp.APPROX if ABOUT & set(sentence.lower().split()) else RelOp.EQ
    if any(says_again(one.node, claims, about) for one in values):
        return None
    return f"{NOT_JUDGED}: {clip(values[-1].text.strip())}."
