"""A finished block, taken apart: its relations and formulas with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from mathviz_chat.core.checking.announced import answer_of
from mathviz_chat.core.checking.denial import rejects_next
from mathviz_chat.core.checking.dotted import written_out
from mathviz_chat.core.checking.equation_labels import blank_labels, followed_by_label
from mathviz_chat.core.checking.events import as_written, with_events, without_events
from mathviz_chat.core.checking.harmless_words import REASONS
from mathviz_chat.core.checking.labels import has_word_name, without_labels
from mathviz_chat.core.checking.notations import as_usual
from mathviz_chat.core.checking.precision import without_precision
from mathviz_chat.core.checking.stated import stated_derivative
from mathviz_chat.core.checking.terms import is_literal
from mathviz_chat.core.reading import ReadError, Region, find_math, read
from mathviz_chat.core.reading.tree import Chain, Node, RelOp, Span, Statement, Symbol, Truth

_MARKER = re.compile(
    r"^\s*(?:\*{0,2}(?:step|line)\s*\d+\s*[:.)]\*{0,2}\s*|\(?[a-hivx]{1,3}\)\s+)", re.IGNORECASE
)
_DASH = re.compile(r"\s*[-−–]\s")  # of a list, or a minus sign
_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.MULTILINE)
_ALIGNING = r"(?:aligned|align|alignat|gather|gathered|split|eqnarray|multline|equation|flalign)\*?"
_ENVIRONMENT = re.compile(rf"\\(?:begin|end)\{{{_ALIGNING}\}}(?:\{{[^{{}}]*\}})?")
_ROW_NOTE = re.compile(
    rf"(?:\\q?quad|\s)*\\text\s*\{{\s*(?P<words>\([^{{}}]*\)|(?:{'|'.join(sorted(REASONS))})\b[^{{}}]*)\}}\s*$"
)
"""A reason at the end of an aligned row; ``\\text{ cm}`` belongs to the formula."""
_INNER = re.compile(
    rf"\\begin\{{(?!{_ALIGNING}\}})([a-zA-Z]+\*?)\}}.{{0,2000}}?\\end\{{\1\}}", re.DOTALL
)
"""A matrix within aligned rows: its rows and columns are its own."""
_ROWS = re.compile(r"\\\\(?:\[[^\]]*\])?|\n")
_ALIGNED = re.compile(r"\\begin\{(?:aligned|align|gather|gathered|split|eqnarray|multline)\*?\}")
_DISPLAY = re.compile(r"\$\$|\\\[|\\\]")
_EQUALS = re.compile(r"[=≈]|\\approx")
_REMAINDER = re.compile(r"\d\s*(?:R|r|rem\.?|remainder)\s*\d")
_ASIDE = re.compile(
    r"(?<=[\d%A-Za-z}]\s)\((?:[^()=+*/^\\\-]|(?<=[a-z])-(?=[a-z]))*[A-Za-z]{3}[^()=+*/^\\\-]*\)"
)
_PARTS = re.compile(
    r"^(\W*(?:so\s+|then\s+)?(?:\d+|one|two|three)\s+)(parts?|shares?)(?=\s*=)", re.I
)
"""``1 part = 450 / 3 = 150``: the number belongs to the name."""
_BETWEEN_DISPLAYS = re.compile(r"(?<=\\\])\s*(?=\\\[)|(?<=\$\$)\s+(?=\$\$)")
NOTHING: Final = re.compile(r"\bno (?:real )?(?:solutions?|roots?)\b", re.IGNORECASE)
_EVERYTHING = re.compile(
    r"\b(?:all (?:real )?(?:numbers|values)|infinitely many solutions|every real number)\b",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
NEAR = 24  # characters of what stands next to a formula
_CHOICES = re.compile(r"\bP\s*\(\s*\d+\s*,\s*\d+\s*\)\s*=")  # permutations; P(1, 2) is a point
_AT = re.compile(r"\b(?:at|when|where|for)\s*$", re.IGNORECASE)
_STOP = re.compile(r"[.;:!?]\s|[.;:!?]$")
_CALCULATES_TEXT = """
    mod pmod bmod modulo base plus minus times half twice double triple squared cubed less added
    subtracted multiplied divided dozen hundred thousand million percent
"""
_CALCULATES = frozenset(_CALCULATES_TEXT.split())
_CUT_BEFORE = re.compile(
    r"(?<![\d,])\d+[,:]$|\d\s+\.\s+$|[\d)}]\$\s*$|(?<![A-Za-z!])!$|~~$", re.IGNORECASE
)
_CUT_AFTER = re.compile(
    r"\([A-Za-z]|[,:]\d|\.\(\d|\s+[.:]\s*\d|\s*\$\s*[+\-*/\d]|~~|\s*\\?[,;]?\s*\(?\s*(?:in\s+)?"
    r"(?:base|\\?[bp]?mod|modulo)\b",
    re.IGNORECASE,
)
"""A decimal comma, a ratio or time, another formula side by side, "(mod 3)", "in base 4"."""
_POINT = re.compile(r"[\d)]\.$")
"""``0.(3) = 1/3`` and ``2.(3 + 4) = 14``: a decimal point, or a sign of multiplication."""
_TIME_BEFORE = re.compile(r"\d:$")
_TIME_AFTER = re.compile(r":\d")
"""A value cut out of a time or a ratio, ``12:15``."""
_TOUCHED = "What stands next to it may belong to it."
_OF_WORDS = "This formula is made of words"


@dataclass(frozen=True, slots=True)
class Found:
    """A formula on a line.

    text: as written. node: its tree, None where it was not read; error: why not.
    lead, tail: the words before it (after the formula before it) and after it.
    leading: the relation sign that it starts with, where it goes on from the formula before.
    labels: nouns were left out to read it. of_words: it is a formula in words.
    follows: another formula stands before it in the same sentence.
    before, after: the characters next to it, whatever they are.
    """

    text: str
    node: Node | None
    error: str | None = None
    lead: str = ""
    tail: str = ""
    leading: RelOp | None = None
    labels: bool = False
    of_words: bool = False
    follows: bool = False
    before: str = ""
    after: str = ""

    @property
    def is_relation(self) -> bool:
        """It holds a relation sign, as far as can be told."""
        if self.node is not None:
            return isinstance(self.node, Statement)
        return bool(_EQUALS.search(self.text))

    @property
    def goes_on(self) -> bool:
        """It starts its line with a relation sign."""
        return self.leading is not None and not self.lead.strip(" \t&$\\[(")

    @property
    def is_remainder(self) -> bool:
        """``20 / 6 = 3 R 2``."""
        return bool(_REMAINDER.search(self.text + self.tail[:12]))


@dataclass(frozen=True, slots=True)
class ReadLine:
    """found: the formulas, in order. answer: the text that is given as the final answer.
    labels: the last label of an equation that is known after the line.
    """

    found: tuple[Found, ...]
    answer: str | None
    labels: int = 0


def read_line(
    text: str,
    variables: frozenset[str] = frozenset(),
    labels: int = 0,
    functions: tuple[str, ...] = (),
    *,
    of_equation: bool = False,
    roots: bool = True,
) -> ReadLine:
    """Take one block apart; never raises. variables: letters that stand for no constant here.
    labels: the last label of an equation that the lines before it have introduced.
    functions: letters that stand for functions here. of_equation: an equation is to be solved.
    roots: the answer may be called so.

    A control character is shown as nothing or as something else, so that ``2\\x005`` looks like 25:
    a block that holds one is not read.
    """
    if _CONTROL.search(text):
        return ReadLine((Found(text, None, "it holds control characters."),), None, labels)
    found: tuple[Found, ...] = ()
    for written in _rows(text):
        row = as_usual(written)
        bare, labels = blank_labels(row, labels)
        plain, events = without_events(bare)
        formulas = (_with_events(one, events) for one in _formulas(plain, variables, functions))
        found += tuple(_with_surroundings(one, row) for one in formulas)
    if not any(one.is_relation for one in found):
        found = (*found, *_truths(text))
    return ReadLine(found, answer_of(text, of_equation=of_equation, roots=roots), labels)


def _with_events(found: Found, events: Mapping[str, str]) -> Found:
    """The formula with its events, ``P(X = 2)``, which were read as letters."""
    if not events:
        return found
    text, lead, tail, before, after = (
        as_written(part, events)
        for part in (found.text, found.lead, found.tail, found.before, found.after)
    )
    node = None if found.node is None else with_events(found.node, events)
    return replace(found, text=text, node=node, lead=lead, tail=tail, before=before, after=after)


def _with_surroundings(found: Found, row: str) -> Found:
    """What stands after the last formula of its row, a label included."""
    label = followed_by_label(row.rpartition(found.text)[2]) if found.text in row else None
    return found if label is None else replace(found, after=label)


_CONSTANT = re.compile(r"(?<![\w}])C(?:_\{?([12])\}?|([₁₂]))(?!\w)")


def constants_in(text: str) -> frozenset[str]:
    """C_1 and C_2, where one stands as a letter: ``2C_2`` is no number of choices there."""
    return frozenset({"C_1", "C_2"}) if _CONSTANT.search(text) else frozenset()


def letters_given(line: ReadLine) -> frozenset[str]:
    """The letters e and i, where the line gives them a value, ``i = 5``."""
    return frozenset(
        found.node.items[0].name
        for found in line.found
        if isinstance(found.node, Chain)
        and isinstance(found.node.items[0], Symbol)
        and found.node.items[0].name in ("e", "i")
        and is_literal(found.node.items[-1])
    )


def _truths(text: str) -> Iterator[Found]:
    """Claims without a formula: "no solution", "all real numbers"."""
    for pattern, value in ((NOTHING, False), (_EVERYTHING, True)):
        said = pattern.search(text)
        if said is not None:
            yield Found(said[0], Truth(value), lead=text[: said.start()], tail=text[said.end() :])
            return


def _rows(text: str) -> Iterator[str]:
    """The rows of a display, each as a formula of its own; any other block as it is."""
    text = text.replace(r"\begin{vmatrix}", r"\det\begin{pmatrix}")
    text = text.replace(r"\end{vmatrix}", r"\end{pmatrix}")
    if _FENCE.search(text):
        yield from _FENCE.sub("", text).splitlines()
    elif _ALIGNED.search(text):
        body = _DISPLAY.sub(" ", _ENVIRONMENT.sub("\n", text))
        inner = [whole[0] for whole in _INNER.finditer(body)]
        for row in _ROWS.split(_INNER.sub("\x00", body)):  # a block never holds a \x00
            if row.strip():
                shown = row.replace("&", " ").strip()
                formula, note = _without_note(shown)
                yield f"$${re.sub(chr(0), lambda _: inner.pop(0), formula)}$$ {note}".strip()
    else:
        yield from _BETWEEN_DISPLAYS.split(text.replace("\n", " "))


def _without_note(row: str) -> tuple[str, str]:
    r"""``2x = 4 \text{(subtract 3)}`` of aligned rows as the formula and the words after it."""
    note = _ROW_NOTE.search(row)
    return (row, "") if note is None else (row[: note.start()], note["words"])


def _formulas(text: str, variables: frozenset[str], known: tuple[str, ...]) -> Iterator[Found]:
    marker = _MARKER.match(text)
    offset = marker.end() if marker else 0
    body = written_out(text[offset:])
    functions = (*known, "P") if _CHOICES.search(body) else known
    body = _PARTS.sub(lambda parts: f"{' ' * len(parts[1])}{parts[2]}", body)
    shown = _ASIDE.sub(_without_aside, without_precision(body))
    regions = find_math(shown, variables=variables, functions=functions)
    if any(region.error is not None for region in regions):
        whole = None if _DASH.match(body) else _joined(body.strip().removesuffix("."))
        if whole is not None and isinstance(whole.node, Statement):
            yield whole
            return
    for place, region in enumerate(regions):
        before = regions[place - 1].span.end if place else 0
        after = regions[place + 1].span.start if place + 1 < len(regions) else len(body)
        written = body[region.span.start : region.span.end]
        lead, tail = body[before : region.span.start], body[region.span.end : after]
        following = regions[place + 1].tree if place + 1 < len(regions) else None
        if _is_value(following) and rejects_next(tail):
            tail = ""
        if place and lead.strip() == "of" and regions[place - 1].tree is not None:
            joined = _joined(body[regions[place - 1].span.start : region.span.end])
            if joined is not None:
                yield replace(joined, tail=tail)
                continue
        if place:
            earlier = body[: regions[place - 1].span.start]
            stated = stated_derivative(regions[place - 1], region, earlier, lead, tail)
            if stated is not None:
                claim = body[regions[place - 1].span.start : region.span.end]
                yield Found(claim, stated[1], lead=stated[0], tail=tail)
                continue
        follows = place > 0 and not _STOP.search(lead)
        found = replace(
            _found(region, written, lead, tail),
            follows=follows,
            before=body[max(0, region.span.start - NEAR) : region.span.start],
            after=body[region.span.end : region.span.end + NEAR],
        )
        yield _unless_cut(found, body, region.span, place > 0)


def _is_value(node: Node | None) -> bool:
    """``x = -2``, which may be left aside."""
    return isinstance(node, Chain) and isinstance(node.items[0], Symbol)


def _without_aside(aside: re.Match[str]) -> str:
    """Blanks ``(the total)``, not ``(mod 5)``, ``(base 2)``, ``(minus two)``."""
    words = {word.lower() for word in re.findall(r"[A-Za-z]+", aside[0])}
    return aside[0] if words & _CALCULATES else " " * len(aside[0])


DECIMAL_COMMA: Final = "A comma between digits may be a decimal mark: write 3.5, not 3,5."
_DECIMAL_COMMA = re.compile(r"(?<![\d,.])(\d{1,6}),(\d{1,6})(?![\d,])")


def with_decimal_points(text: str) -> str | None:
    """``x = 3.5`` for ``x = 3,5``, where the comma may be a decimal mark; None without one."""
    pointed = _DECIMAL_COMMA.sub(r"\1.\2", text)
    return None if pointed == text else pointed


def _unless_cut(found: Found, body: str, span: Span, later: bool) -> Found:
    """The formula; unread where what touches it may belong to it."""
    error = None
    if later and found.leading is not None and not found.goes_on:
        error = f"It is unclear what stands on the left of {found.leading.value!r}."
    elif not isinstance(found.node, Statement):
        before, after = body[: span.start], body[span.end :]
        if _TIME_BEFORE.search(before[-NEAR:]) or _TIME_AFTER.match(after):
            error = _TOUCHED
        else:
            return found
    elif later and _is_value_at_a_point(found):
        error = "It is not clear what is equal: the point, or the value there."
    elif _is_cut(body[: span.start], found.text, body[span.end :]):
        comma = _DECIMAL_COMMA.search(body[max(0, span.start - NEAR) : span.end + NEAR])
        error = DECIMAL_COMMA if comma else _TOUCHED
    return found if error is None else replace(found, node=None, error=error)


def _is_value_at_a_point(found: Found) -> bool:
    """``d/dx(x^2) at x = 3 = 6``: the last sign goes on from what stands before the point."""
    match found.node:
        case Chain((Symbol(), *_), ops) if len(ops) > 1:
            return bool(_AT.search(found.lead))
    return False


def _is_cut(before: str, written: str, after: str) -> bool:
    delimited = written.startswith("$")
    if _POINT.search(before[-NEAR:]) and re.match(r"\s*[\w(\\]", written):
        return True
    if delimited and (re.search(r"\d\s*$", before) or re.match(r"\s*\d", after)):
        return True
    return bool(_CUT_BEFORE.search(before[-NEAR:]) or _CUT_AFTER.match(after[:NEAR]))


def _joined(text: str) -> Found | None:
    """``15% of 80 = 12`` as one formula."""
    try:
        return Found(text, read(text))
    except ReadError:
        return None


def _found(region: Region, text: str, lead: str, tail: str) -> Found:
    error = None if region.error is None else str(region.error)
    found = Found(text, region.tree, error, lead, tail, region.leading)
    if region.tree is not None and not has_word_name(text):
        return found
    if error is not None and error.startswith(_OF_WORDS):
        return replace(found, of_words=True)
    return _without_labels(found)


def _without_labels(found: Found) -> Found:
    bare = without_labels(found.text)
    if bare is None:
        return found
    try:
        node = read(bare)
    except ReadError:
        return replace(found, of_words=found.node is not None, node=None)
    if found.node is not None and not isinstance(node, Chain):
        if _names_only(found.node, node):
            return found
        return replace(found, node=None, of_words=True)
    return replace(found, node=node, error=None, labels=True)


def _names_only(whole: Node, value: Node) -> bool:
    """``Speed = 240/3``: the only words are the name of the value."""
    match whole:
        case Chain((Symbol(), right), (RelOp.EQ,)):
            return right == value and not isinstance(value, Symbol)
    return False
