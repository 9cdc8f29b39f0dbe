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
from enum import Enum, auto
from itertools import zip_longest
from typing import Final

from mathviz_chat.core.checking.announced import beside_boxes
from mathviz_chat.core.checking.conditions import as_condition, compare
from mathviz_chat.core.checking.denial import seems_denied
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
from mathviz_chat.core.checking.labels import last_word
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.points import PLACE
from mathviz_chat.core.checking.precision import without_precision
from mathviz_chat.core.checking.roles import is_word
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import is_closed
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.english import BEFORE_UNSAFE
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Derivative,
    Div,
    Expr,
    Factorial,
    Integral,
    Interval,
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
    SetOf,
    Statement,
    Sub,
    Symbol,
    TupleOf,
    UnionOf,
)
from mathviz_chat.core.reading.units import SHORT_UNITS
from mathviz_chat.core.reading.walking import has, kinds, symbols, walk
from mathviz_chat.core.verdict import NOT_CLAIMS, Relation, Role, Verdict

MAY_BE_CHANGED: Final = "The words after it may change what it says"
RESTRICTED: Final = "The words before it may leave out some of its values"
BELONGS: Final = "What stands beside the box may belong to the answer"
NOT_JUDGED: Final = "It goes on to what is not judged"

_PLAIN: Final = frozenset(
    {Chain, Number, Mixed, RepeatingDecimal, Percent, Quantity, Neg, Add, Sub, Mul, Div, Pow}
    | {Factorial, Symbol}
)
_FIRST: Final = 0xE000  # of the private signs that stand for the formulas of a line, in order
_SIGN: Final = "[\ue000-\uf8ff]"
_FORMULA: Final = rf"(?:{_SIGN}|\d+(?:\.\d+)?)"
_STRANGE: Final = "�"  # a private sign that the text itself holds
_TOKEN: Final = re.compile(
    rf"{_FORMULA}|\\(?:text\s*\{{|[A-Za-z]+|.)|[A-Za-zÀ-ÿ]+(?:[.'’-][A-Za-zÀ-ÿ]+)*|[^\s]"
)
_MARKS: Final = frozenset(".,;:!\"'“”‘’()[]{}$&\\-–—*_#`→⇒∴∵⟹⇔<>|") | frozenset("✓✔✅☑🎉■□∎")
_COMMANDS: Final = frozenset(
    {*(f"\\{sign}" for sign in "()[],;! \\"), "\\text{", "\\quad", "\\qquad", "\\checkmark", "\\;"}
    | {"\\therefore", "\\because", "\\implies", "\\Rightarrow", "\\square", "\\blacksquare"}
)
_BREAK: Final = re.compile(
    r"[.;:!]\s|\\\]|\$\$|[,⇒→∴⟹]|\\(?:implies|Rightarrow|therefore|q?quad|\\)"
    rf"|\b(?:{'|'.join(sorted(CONNECTING))})\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(
    r"(?<![A-Za-z.]\.[A-Za-z])[.!]\s+(?=\W*[A-Z])|(?:\\\]|\$\$)\s+(?=[A-Z][a-z])"
)
_LATEX_ENDS: Final = re.compile(r"\\(?:end|begin)\{[a-z]+\*?\}")
_CONCLUDES: Final = (
    r"(?:so|therefore|thus|hence|i\.\s?e\.|that\s+is|which\s+(?:gives|means)|giving|and|∴)"
)
_TO_A_STATEMENT: Final = re.compile(
    rf"(?:^|[\s,;:$])(?:{_CONCLUDES}|but(?:\s+only)?|only)[\s,:$(]*({_SIGN})", re.IGNORECASE
)
_TO_A_VALUE: Final = re.compile(
    r"\W*(?:so|therefore|thus|hence|this\s+means|which\s+means|that\s+is)\b"
    r"|\W*(?:the\s+)?(?:final\s+)?(?:answer|solution|result|value)\b",
    re.IGNORECASE,
)
_CONCLUSION: Final = re.compile(
    r"\b(?:so|therefore|thus|hence|(?:this|which)\s+means)\b", re.IGNORECASE
)
_RESTRICTING: Final = frozenset({"at", "when", "if", "for", "where", "with", "from"})
_ALTERNATIVE: Final = re.compile(r"\W*(?:and|or)?\W*", re.IGNORECASE)
_LIST_BEFORE: Final = re.compile(rf"^\W*({_SIGN}|[A-Za-z](?=,))\s*[,;]\s*(?:and\b|or\b)?\W*$")
_LISTED_AFTER: Final = re.compile(
    rf"(?:\s*[,;(]\s*|\W*(?:(?:and|or|also|so|thus|hence|therefore|then|giving|gives|is)\b\W*)+)"
    rf"({_FORMULA})"
    r"(?=\s*(?:[,;.)]|$|(?:so|and|then|therefore|hence|thus)\b))",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"[(\[]\s*\d{1,2}\s*[)\]]")
_ENDS_REASON: Final = frozenset({"so", "then", "therefore", "thus", "hence", "but", "or", ";"})
_AS_WELL: Final = re.compile(r"\bas\s+well(?:\s+as)?\b", re.IGNORECASE)
_BECAUSE: Final = REASONS | {"as"}
_OF_A_LETTER: Final = frozenset({"for", "in", "of", "variable", "unknown", "isolate", "isolating"})


class Nouns(Enum):
    """Where the words of a story may follow a value."""

    NONE = auto()
    NUMBERS = auto()  # after plain arithmetic
    VALUES = auto()  # after the values of unknowns, too


def nouns_of(task: Task, *, in_prose: bool) -> Nouns:
    """Where they may in the text of a task; in_prose: what is given was found among words."""
    if task.is_told or in_prose:
        return Nouns.VALUES
    return Nouns.NONE if task.is_formal else Nouns.NUMBERS


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with proved claims. texts: what stands before, between and after them, each other
    formula as one private sign."""

    found: Sequence[Found]
    judged: dict[int, Judgement]
    claims: tuple[int, ...]
    texts: tuple[str, ...]
    nouns: Nouns

    def formula(self, sign: str) -> Found:
        """The formula of a sign; a number within an aside, which is no formula of the line."""
        if sign >= chr(_FIRST):
            return self.found[ord(sign) - _FIRST]
        try:
            return Found(sign, read(sign))
        except ReadError:
            return Found(sign, None)

    def judgement(self, sign: str) -> Judgement | None:
        return self.judged.get(ord(sign) - _FIRST) if sign >= chr(_FIRST) else None


def loose_end(
    found: Sequence[Found], claims: Sequence[tuple[Found, Judgement]], nouns: Nouns
) -> str | None:
    """Why a line whose claims are proved is not proved as a whole; None where it is."""
    places = {id(one): place for place, one in enumerate(found)}
    judged = {places[id(one)]: judgement for one, judgement in claims}
    proved = tuple(place for place, one in judged.items() if _may_be_proved(one))
    if not proved or any(one.denied for one in judged.values()):
        return None
    line = _Line(found, judged, proved, tuple(_texts(found, proved)), nouns)
    return next((reason for reason in _loose_ends(line) if reason is not None), None)


def _may_be_proved(judged: Judgement) -> bool:
    """It is proved, or will be when the other cases have been named."""
    return judged.verdict is Verdict.PROVED or judged.relation is Relation.ROOTS_LOST


def beside_answer(text: str, nouns: Nouns) -> str | None:
    """Why the answer in the boxes of a line is not all that it says; None where it is."""
    after, touching = beside_boxes(text)
    if touching is not None:
        return f"{BELONGS}: {touching!r}."
    after = _LATEX_ENDS.sub(" ", after)
    sentence = _SENTENCE.search(after)
    said = after if sentence is None else after[: sentence.start()]
    changes = CHANGES.search(after)
    if changes is not None:
        return f"{MAY_BE_CHANGED}: {clip(changes[0].strip())!r}."
    return f"{MAY_BE_CHANGED}: {clip(said.strip())!r}." if _adds(said, nouns) else None


def _adds(said: str, nouns: Nouns) -> bool:
    """The words after a value are not all of the list, of a reason or of a story."""
    if CONSTANT.fullmatch(said):
        return False
    previous, reasons = "", False
    for token in _TOKEN.findall(PHRASES.sub(" ", said)):
        word = token.lower().replace("’", "'")
        known = _is_harmless(word, previous) or reasons
        measured = word[0].isdigit() and previous in PREPOSITIONS
        told = nouns is Nouns.VALUES and (measured or (len(word) > 1 and word[0].isalpha()))
        if not (known or told):
            return True
        reasons = word in REASONS or (reasons and word not in _ENDS_REASON)
        previous = word
    return False


def is_changed(found: Sequence[Found], place: int, nouns: Nouns) -> bool:
    """The words beside the formula there may change what it says; those beside a value, ``about
    5``, ``5 or 6``, ``3x^2 for positive x``, are held to the list."""
    one = found[place]
    if CHANGES.search(one.tail):
        return True
    if isinstance(one.node, Statement) or one.goes_on:
        return False
    before = found[place - 1].node if place else None
    pairs = isinstance(before, TupleOf) and isinstance(one.node, TupleOf)  # one solution each
    listed = isinstance(before, Expr) and not pairs and bool(_ALTERNATIVE.fullmatch(one.lead))
    last = last_word(one.lead)
    changed = last in ABOUT or last in BEFORE_UNSAFE or seems_denied(one.tail)
    following = found[place + 1 : place + 2]
    if following and _is_statement(following[0]) and last_word(one.tail) in _RESTRICTING:
        return True
    sentence = _SENTENCE.search(one.tail)
    said = one.tail if sentence is None else one.tail[: sentence.start()]
    return listed or changed or _adds(said, nouns)


def _texts(found: Sequence[Found], claims: Sequence[int]) -> Iterator[str]:
    text = ""
    for place, one in enumerate(found):
        text += re.sub(_SIGN, _STRANGE, one.lead)
        if place in claims:
            yield text
            text = ""
        else:
            text += chr(_FIRST + place)
        following = found[place + 1 : place + 2]
        if following and following[0].lead != one.tail:  # the next row of a display
            text += f"{re.sub(_SIGN, _STRANGE, one.tail)}; "
    yield text + re.sub(_SIGN, _STRANGE, found[-1].tail)


def _loose_ends(line: _Line) -> Iterator[str | None]:
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
    if listed is not None:
        first = line.formula(listed[1])
        if not _is_statement(first):
            return f"{NOT_JUDGED}: {clip(first.text.strip())}."
    restricts = RESTRICTS.search(text)
    if restricts is not None and line.judged[place].role is Role.CONDITION:
        return f"{RESTRICTED}: {clip(restricts[0])!r}."
    return None


def _after(line: _Line, text: str, place: int) -> str | None:
    """What follows a claim within its sentence."""
    changes = CHANGES.search(text)
    if changes is not None:
        return f"{MAY_BE_CHANGED}: {clip(changes[0].strip())!r}."
    if _may_tell_a_story(line, place):
        conclusion = _CONCLUSION.search(text)
        said = None if conclusion is None else _said_of_it(line, text[conclusion.start() :])
        return said or _after_numbers(line, text, place)
    return _after_formula(line, text, place)


def _may_tell_a_story(line: _Line, place: int) -> bool:
    node, judged = line.found[place].node, line.judged[place]
    if line.nouns is Nouns.VALUES and judged.role is Role.CONDITION:
        return True
    if line.nouns is Nouns.NONE or node is None or not kinds(node) <= _PLAIN:
        return False
    counted = all(name in SHORT_UNITS or is_word(name) for name in symbols(node))
    return line.nouns is Nouns.VALUES or (judged.role is Role.COMPUTATION and counted)


def _after_numbers(line: _Line, text: str, place: int) -> str | None:
    """After plain arithmetic: a formula that no word of the story leads to."""
    tokens = _TOKEN.findall(_without_remarks(line, text, place))
    previous, in_story, reasons = "", False, False
    for token, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        if re.fullmatch(_FORMULA, token):
            counts = following[:1].isalpha() if in_story else _is_of_story(following)
            measured = counts or isinstance(line.formula(token).node, Quantity)
            led = in_story and previous not in CONNECTING and previous not in _MARKS
            told = (measured and (led or previous in PREPOSITIONS)) or reasons
            if not (told or _repeats(line, token, previous, place)):
                return f"{NOT_JUDGED}: {clip(line.formula(token).text.strip())}."
        in_story = in_story or _is_of_story(token)
        previous = token.lower()
        reasons = previous in _BECAUSE or (reasons and previous not in _ENDS_REASON)
    return None


def _is_of_story(token: str) -> bool:
    """A word of the story: none of those that change nothing."""
    word = token.lower()
    return len(word) > 1 and word[0].isalpha() and word not in HARMLESS and word not in ABOUT


def _after_formula(line: _Line, text: str, place: int) -> str | None:
    """After mathematics: words of the list, and formulas that say nothing new."""
    text = _without_remarks(line, text, place)
    names = _names_of(line.found[place].node)
    previous, reasons = "", False
    for token in _TOKEN.findall(text):
        word = token.lower().replace("’", "'")
        if re.fullmatch(_FORMULA, token):
            if not (reasons or _repeats(line, token, previous, place)):
                return f"{NOT_JUDGED}: {clip(line.formula(token).text.strip())}."
        elif not (_is_harmless(word, previous) or word in names or (reasons and word[0].isalpha())):
            return f"{MAY_BE_CHANGED}: {clip(_readable(line, text))!r}."
        reasons = word in REASONS or (reasons and word not in _ENDS_REASON)
        previous = previous if token in _MARKS else word
    kind = OF_A_KIND.search(text)
    if kind is not None and line.judged[place].role is Role.CONDITION:
        return f"{MAY_BE_CHANGED}: {clip(_readable(line, text))!r}."
    return None


def _names_of(node: Node | None) -> frozenset[str]:
    """What the value of a formula is called by what it works out."""
    return frozenset().union(
        *(names for kind, names in NAMES if node is not None and has(node, kind))
    )


def _without_remarks(line: _Line, text: str, place: int) -> str:
    """The text without remarks on rounding, on constants, and on what it holds for."""
    claim = line.found[place]
    shown = claim.text[-24:]
    text = without_precision(shown + text)[len(shown) :]
    if line.judged[place].role is Role.IDENTITY:
        text = FOR_ALL.sub(" ", text)
        text = RESPECT.sub(lambda said: " " if said[1] in _bound_in(claim.node) else said[0], text)
        if CONSTANT.fullmatch(_readable(line, text)):
            return ""
    return PHRASES.sub(" ", _AS_WELL.sub(" and ", text))


def _bound_in(node: Node | None) -> set[str]:
    """The variables that it is differentiated or integrated by."""
    parts = walk(node) if node is not None else ()
    return {part.variable for part in parts if isinstance(part, Derivative | Integral)}


def _is_harmless(word: str, previous: str) -> bool:
    if word in _MARKS or word in _COMMANDS:
        return True
    if len(word) == 1 and word.isalpha() and word != "a":
        return previous in _OF_A_LETTER
    return word.rstrip(".") in HARMLESS or word in REASONS


def _repeats(line: _Line, sign: str, previous: str, place: int) -> bool:
    """It says what is proved once more (``i.e. 50%``), or less (``where x != 0``), or which line
    it comes from (``(1)``)."""
    one, claim, judged = line.formula(sign), line.found[place], line.judged[place]
    if _LABEL.fullmatch(one.text.strip()) or one.text.strip() in _COMMANDS:
        return True
    if isinstance(one.node, Statement):
        where = line.judgement(sign)
        at_place = where is not None and where.reason == PLACE
        held = to_plain(one.node) in judged.conditions
        return held or at_place or _says_less(one.node, claim.node, judged)
    if judged.role is Role.CONDITION and _names_its_values(one.node, claim.node):
        return True
    about = RelOp.APPROX if previous in ABOUT else RelOp.EQ
    return _says_again(one.node, [claim], about)


def _says_less(said: Statement, claim: Node | None, judged: Judgement) -> bool:
    """It follows from the claim, or leaves out values of what is claimed for all of them."""
    if judged.role is Role.CONDITION and isinstance(claim, Statement):
        return compare((claim,), said, variables(claim)).holds
    if judged.role is not Role.IDENTITY or not isinstance(claim, Chain):
        return False
    within = set(variables(said)) <= set(variables(claim.items[0])) or _integrand_of(claim, said)
    return isinstance(said, Chain) and RelOp.EQ not in said.ops and within


def _integrand_of(claim: Chain, said: Statement) -> bool:
    """``∫ 1/x dx = ln|x| + C for x != 0``: about the variable of the integral."""
    first = claim.items[0]
    return isinstance(first, Integral) and set(variables(said)) <= {first.variable}


def _names_its_values(value: Node | None, claim: Node | None) -> bool:
    """``x < 5, i.e. (-oo, 5)``."""
    if not isinstance(claim, Statement) or value is None or len(variables(claim)) != 1:
        return False
    name = variables(claim)[0]
    if not isinstance(value, Interval | UnionOf | SetOf | TupleOf):
        return False
    inside = Chain((Symbol(name), value), (RelOp.IN,))
    return compare((claim,), as_condition(inside, (name,)), (name,)).is_equivalent


def _listed(line: _Line, text: str, place: int) -> str | None:
    """``2 + 3 = 5 (or 6), so``: a value that goes on from the claim by "and" or "or" alone."""
    found = _LISTED_AFTER.match(text)
    if found is None or _is_statement(line.formula(found[1])):
        return None
    if _repeats(line, found[1], "", place):
        return None
    return f"{NOT_JUDGED}: {clip(line.formula(found[1]).text.strip())}."


def _concluded(line: _Line, text: str) -> str | None:
    """``so y = 2 - 2e^(3x)``, which claims nothing that is judged."""
    for found in _TO_A_STATEMENT.finditer(text):
        one, judged = line.formula(found[1]), line.judgement(found[1])
        if _is_statement(one) and (judged is None or judged.role in NOT_CLAIMS):
            return f"{NOT_JUDGED}: {clip(one.text.strip())}."
    return None


def _said_of_it(line: _Line, sentence: str) -> str | None:
    """A later sentence: what it takes back, and the value that it concludes to."""
    changes = CHANGES.search(sentence)
    if changes is not None:
        return f"{MAY_BE_CHANGED}: {clip(changes[0].strip())!r}."
    values = [line.formula(sign) for sign in re.findall(_FORMULA, sentence)]
    if not values or not _TO_A_VALUE.match(sentence):
        return None
    claims = [line.found[place] for place in line.claims]
    about = RelOp.APPROX if ABOUT & set(sentence.lower().split()) else RelOp.EQ
    if any(_says_again(one.node, claims, about) for one in values):
        return None
    return f"{NOT_JUDGED}: {clip(values[-1].text.strip())}."


def _is_statement(one: Found) -> bool:
    return isinstance(one.node, Statement)


def _says_again(value: Node | None, claims: Sequence[Found], about: RelOp = RelOp.EQ) -> bool:
    """``3 + 4 = 7, so 7 apples``, ``= 1/2, i.e. 50%``: a value that stands in what is proved."""
    said = [item for one in claims if isinstance(one.node, Chain) for item in one.node.items]
    said += [one.node for one in claims if isinstance(one.node, Expr)]
    if not isinstance(value, Expr):
        return False
    return any(_is_value(_bare(item), about, _bare(value)) for item in said)


def _is_value(item: Expr, about: RelOp, value: Expr) -> bool:
    if item == value:
        return True
    both_closed = is_closed(item) and is_closed(value)
    return both_closed and judge_values(item, about, value).verdict is Verdict.PROVED


def _bare(value: Expr) -> Expr:
    return value.value if isinstance(value, Quantity) else value


def _readable(line: _Line, text: str) -> str:
    """The text with its formulas in place of the signs for them."""
    return re.sub(_SIGN, lambda sign: line.formula(sign[0]).text, text).strip()
