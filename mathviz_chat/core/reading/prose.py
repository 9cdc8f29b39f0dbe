"""Mathematics in a line of English prose.

Delimited mathematics is taken as it is marked. Elsewhere the line is cut into chunks, chunks that
are mathematics are joined to runs, and a run is read as a whole or reported as unread: where words
beside it could take part in it (``half of 12 = 6``), nothing of it is read. The rules are in
``docs/reading.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mathviz_chat.core.reading.chunks import (
    Chunk,
    Delimited,
    Delimiter,
    Kind,
    blank_markup,
    chunk,
    find_delimited,
    is_pictogram,
)
from mathviz_chat.core.reading.english import BEFORE_UNSAFE, LEAD_INS, OF_UNSAFE
from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.going_on import (
    RELATION,
    gives_a_value,
    goes_over_dots,
    has_relation,
    list_goes_on,
    names_a_value,
    split_leading,
)
from mathviz_chat.core.reading.labels import AFTER_UNSAFE
from mathviz_chat.core.reading.limits import MAX_LINE, MAX_REGIONS
from mathviz_chat.core.reading.reader import read_boxed
from mathviz_chat.core.reading.settling import settle
from mathviz_chat.core.reading.tree import Node, RelOp, Span
from mathviz_chat.core.reading.widths import plain_widths


@dataclass(frozen=True, slots=True)
class Region:
    """One formula of a line; exactly one of ``tree`` and ``error`` is set.

    span: where it stands in the line, delimiters included. text: that stretch with delimiters,
    Markdown and calculator notes blanked, so that ``span.start`` plus an offset in the tree's spans
    is an offset in the line. leading: the relation it begins with (``= 3x + 6`` continues the
    formula before); the tree is what follows it. boxed: what stood in ``\\boxed{...}``.
    """

    span: Span
    text: str
    tree: Node | None
    error: ReadError | None
    delimiter: Delimiter = Delimiter.NONE
    leading: RelOp | None = None
    boxed: tuple[Node, ...] = ()


def find_math(
    line: str, *, variables: Iterable[str] = (), functions: Iterable[str] = ()
) -> tuple[Region, ...]:
    """The formulas of one line of prose, from left to right; names as for ``read``.

    A calculator note ``<<48/2=24>>`` is a region of its own and may lie within the span of the
    formula around it. Single letters in prose are left out; bare numbers and quantities are not.
    """
    if len(line) > MAX_LINE:
        error = ReadError(f"A line of more than {MAX_LINE} characters is not read.", MAX_LINE)
        return (Region(Span(0, len(line)), "", None, error),)
    finder = _Finder(plain_widths(line), frozenset(variables), frozenset(functions))
    return tuple(sorted(finder.regions(), key=lambda r: (r.span.start, -r.span.end)))


@dataclass(slots=True)
class _Run:
    """Chunks ``first`` to ``last`` (inclusive) that belong to one formula."""

    first: int
    last: int
    broken: bool = False  # words inside it could not be left out


class _Finder:
    def __init__(self, line: str, variables: frozenset[str], functions: frozenset[str]) -> None:
        self.line = line
        self.variables = variables
        self.functions = functions
        self.delimited = find_delimited(line)
        self.work = blank_markup(line, self.delimited)
        self.chunks = settle(chunk(self.work, self.delimited))

    def regions(self) -> list[Region]:
        found = [self._delimited(d) for d in self.delimited if self._is_apart(d)]
        runs = self._merge(self._runs())
        for run in runs:
            region = self._region(run)
            if region is not None:
                found.append(region)
            if len(found) > MAX_REGIONS:
                error = ReadError("The line holds too many formulas.", 0)
                return [Region(Span(0, len(self.line)), "", None, error)]
        return found

    def _is_apart(self, item: Delimited) -> bool:
        return item.delimiter in (Delimiter.BRACKETS, Delimiter.DOUBLE_DOLLAR, Delimiter.NOTE)

    def _delimited(self, item: Delimited) -> Region:
        text = self.line[item.inner_start : item.inner_end]
        lead = item.inner_start - item.start
        return self._read(Span(item.start, item.end), " " * lead + text, item.delimiter)

    # ------------------------------------------------------------------ runs

    def _runs(self) -> list[_Run]:
        """Maximal sequences of mathematical chunks."""
        runs: list[_Run] = []
        current: _Run | None = None
        for index, item in enumerate(self.chunks):
            if item.kind in _BETWEEN:
                current = None
            elif current is None or (self.delimited and self._is_separate(index)):
                current = _Run(index, index)
                runs.append(current)
            else:
                current.last = index
        return [run for run in runs if self._has_operand(run) or self._is_formula_sign(run)]

    def _is_separate(self, index: int) -> bool:
        """Two values side by side with a space between: ``$x$ $y$``, ``4 $x$``."""
        before, here = self.chunks[index - 1], self.chunks[index]
        if Kind.DELIMITED not in (before.kind, here.kind) or before.end == here.start:
            return False
        return before.kind in _OPERANDS and here.kind in _OPERANDS

    def _has_operand(self, run: _Run) -> bool:
        return any(item.kind in _OPERANDS for item in self.chunks[run.first : run.last + 1])

    def _is_formula_sign(self, run: _Run) -> bool:
        """A relation or times sign between words: a formula in words."""
        return any(
            item.kind is Kind.RELATION or item.text in ("×", "+", "÷", "*")
            for item in self.chunks[run.first : run.last + 1]
        )

    # ------------------------------------------------------------------ joining runs

    def _merge(self, runs: list[_Run]) -> list[_Run]:
        merged: list[_Run] = []
        for run in runs:
            before = merged[-1] if merged else None
            if before is not None and self._belong_together(before, run):
                before.last = run.last
            elif before is not None and (
                self._words_join(before, run) or self._shares_value(before, run)
            ):
                named = self._hangs(before) and self._dangles(run)
                before.last, before.broken = run.last, before.broken or not named
            else:
                merged.append(run)
        return merged

    def _belong_together(self, left: _Run, right: _Run) -> bool:
        """``x = 2 or 3``, ``x = 2, 3``, ``x = 3, y = 2``, ``x > 1 and x < 2``."""
        between = [item.text.lower() for item in self.chunks[left.last + 1 : right.first]]
        if not between or any(word not in (",", ";", "or", "and") for word in between):
            return False
        if between[-1] == "or":
            return self._has_relation(left) and not self._dangles(right)
        inequalities = self._is_inequality(left) and self._is_inequality(right)
        if inequalities and (between == ["and"] or (between == [","] and self._same(left, right))):
            return True
        if not self._is_assignment(left):
            return False
        gives = gives_a_value(self._last_part(left)) and gives_a_value(self._last_part(right))
        return gives or self._is_further_value(right)

    def _is_inequality(self, run: _Run) -> bool:
        return any(_INEQUALITY.search(c.text) for c in self.chunks[run.first : run.last + 1])

    def _same(self, left: _Run, right: _Run) -> bool:
        """``x > -3, x < 3``: two inequalities that begin with one letter."""
        first, second = self.chunks[left.first], self.chunks[right.first]
        return first.kind is second.kind is Kind.LETTER and first.text == second.text

    def _is_further_value(self, run: _Run) -> bool:
        """``x = 2, 3``: a value that no words go on from, but such as say that it is one."""
        after = self._word_after(run)
        ends = after is None or after.text.lower() in _AFTER_VALUES
        return ends and not self._has_relation(run)

    def _has_relation(self, run: _Run) -> bool:
        return has_relation(self.chunks[run.first : run.last + 1])

    def _is_assignment(self, run: _Run) -> bool:
        """``x = 2``, ``2x = 4``, or several of them that belong together: the last one counts."""
        return names_a_value(self._last_part(run))

    def _last_part(self, run: _Run) -> str:
        """The last statement, with the values after it: ``x = 1, 2`` goes on in ``x = 1, 2, 3``,
        and so does ``x^2 = 4 → x = 2`` in ``x^2 = 4 → x = 2, -2``."""
        text = self.work[self.chunks[run.first].start : self.chunks[run.last].end]
        parts = _JOINED.split(_ARROW.split(text)[-1])
        while len(parts) > 1 and not RELATION.search(parts[-1]):
            parts.pop()
        return parts[-1]

    def _words_join(self, left: _Run, right: _Run) -> bool:
        """A sign at the edge of a run that has words beside it: the words take part."""
        between = self.chunks[left.last + 1 : right.first]
        if not between or any(item.kind is not Kind.WORD for item in between):
            return False
        return self._dangles(right) or self._hangs(left)

    def _shares_value(self, left: _Run, right: _Run) -> bool:
        """``the sum of 5 and 3 = 8``: a value that "and" ties to the formula after it."""
        between = [item.text.lower() for item in self.chunks[left.last + 1 : right.first]]
        if between not in (["and"], ["or"], [",", "and"], [",", "or"]):
            return False
        return self._has_relation(right) and not self._has_relation(left)

    def _dangles(self, run: _Run) -> bool:
        """It begins with a sign that needs something before it."""
        first = self.chunks[run.first]
        if first.kind is Kind.RELATION:
            return True
        if first.text in "-−–":
            return self.chunks[run.first + 1 : run.first + 2] != [] and (
                self.work[first.end : first.end + 1].isspace()
            )
        return first.text in "*×·⋅÷/^+%!±"

    def _hangs(self, run: _Run) -> bool:
        """It ends with a sign that needs something after it."""
        last = self.chunks[run.last]
        return last.kind is Kind.RELATION or last.text in "+-−–*×·⋅÷/^±√("

    # ------------------------------------------------------------------ reading

    def _region(self, run: _Run) -> Region | None:
        first, last = self.chunks[run.first], self.chunks[run.last]
        if run.first == run.last and first.kind is Kind.LETTER:
            return None
        start, end = first.start, last.end
        problem = self._problem(run)
        if problem is None and first.kind is Kind.RELATION and self._word_before(run) is not None:
            start = self._start_of_name(run)
        text = self.work[start:end]
        if problem is not None:
            return Region(Span(start, end), text, None, ReadError(problem, 0), self._delimiter(run))
        return self._read(Span(start, end), text, self._delimiter(run))

    def _delimiter(self, run: _Run) -> Delimiter:
        chunk_ = self.chunks[run.first]
        if run.first != run.last or chunk_.kind is not Kind.DELIMITED:
            return Delimiter.NONE
        return Delimiter.DOLLAR if self.line[chunk_.start] == "$" else Delimiter.PARENTHESES

    def _problem(self, run: _Run) -> str | None:
        """Why the run must not be read, or None."""
        span = (self.chunks[run.first].start, self.chunks[run.last].end)
        if goes_over_dots(self.work, span, opens=self._dangles(run), closes=self._hangs(run)):
            return "Dots leave open what is meant."
        if self._is_assignment(run) and list_goes_on(self.chunks[run.last + 1 :]):
            return "The list of values may go on after this formula."
        if run.broken:
            return "Words stand between the parts of this formula."
        if not self._has_operand(run):
            return "This formula is made of words."
        first = self.chunks[run.first]
        if self._has_relation(run) and (self._is_cut(run) or self._touches_bracket(run)):
            return "The sign beside this formula may be part of it."
        word = self._word_before(run)
        if word is not None and word.end == first.start and first.text in ("(", "["):
            return "The word before this bracket may be a function."
        if word is not None and first.kind is not Kind.RELATION and self._dangles(run):
            return "The words before this formula may be part of it."
        if word is not None and self._has_relation(run) and self._takes_part_before(run, word):
            return "The words before this formula may be part of it."
        if self._exclaims(run):
            return "The exclamation mark may be a factorial."
        after = self._word_after(run)
        if after is None:
            return None
        if self._hangs(run) or after.text.lower() in AFTER_UNSAFE or self._goes_on_in_words(run):
            return "The words after this formula may be part of it."
        return None

    def _exclaims(self, run: _Run) -> bool:
        """``x = 5!`` at the end of a sentence."""
        last = self.chunks[run.last]
        following = self.work[last.end :].lstrip()[:1]
        return last.text == "!" and (not following or following.isupper())

    def _word_before(self, run: _Run) -> Chunk | None:
        before = self.chunks[run.first - 1] if run.first else None
        return before if before is not None and before.kind is Kind.WORD else None

    def _word_after(self, run: _Run) -> Chunk | None:
        after = self.chunks[run.last + 1] if run.last + 1 < len(self.chunks) else None
        return after if after is not None and after.kind is Kind.WORD else None

    def _goes_on_in_words(self, run: _Run) -> bool:
        """``2as``, ``5 more than x``, ``2 to the third power``: the words after it are letters of
        it, compare, or raise it."""
        touching = self.chunks[run.last + 1].start - 1
        if self.line[touching].isalnum() and self._has_relation(run):
            return True
        texts = [item.text.lower() for item in self.chunks[run.last + 1 : run.last + 4]]
        if texts[:2] == ["to", "the"]:
            return texts[2:] != [] and _POWER_WORD.fullmatch(texts[2]) is not None
        return texts[1:2] == ["than"] or texts[:2] in (["or", "more"], ["or", "less"])

    def _takes_part_before(self, run: _Run, word: Chunk) -> bool:
        if word.text.lower() in BEFORE_UNSAFE:
            return True
        if self._is_bare_value(run) and word.text.lower() not in LEAD_INS:
            return True
        if word.text.lower() not in ("of", "to", "from", "by"):
            return False
        earlier = [item.text.lower() for item in self.chunks[max(0, run.first - 4) : run.first - 1]]
        return any(text in OF_UNSAFE for text in earlier)

    def _is_cut(self, run: _Run) -> bool:
        """``3 @ 4 = 4``, ``(1, 2) . (3, 4) = (3, 4)``: a sign that no formula has, or a mark with
        space before it, next to mathematics."""
        place = run.first - 1
        while place > 0 and self.chunks[place - 1].text == self.chunks[place].text:
            place -= 1  # three dots
        if place >= 0 and self._cuts(self.chunks[place]):
            mark = self.chunks[place].text
            if mark in _NO_MARKS or (place == 0 and mark in ".?!'’_"):
                return True
            if place > 0 and self.chunks[place - 1].kind in _MATHEMATICAL:
                return True
        after = self.chunks[run.last + 1 : run.last + 3]
        return len(after) == 2 and self._cuts(after[0]) and after[1].kind in _MATHEMATICAL

    def _touches_bracket(self, run: _Run) -> bool:
        """``(frogs)(x + 1) = 3``: a bracket of words that may be a factor."""
        before = self.work[: self.chunks[run.first].start]
        return _BRACKET_OF_WORDS.search(before[-MAX_BRACKET:]) is not None

    def _cuts(self, mark: Chunk) -> bool:
        """Not the mark that ends words, which touches them, nor ``:`` behind a closed formula."""
        if mark.kind is not Kind.STOP or len(mark.text) > 1:
            return False
        if mark.text not in _MARKS and not is_pictogram(mark.text):
            return False
        before, after = self.work[mark.start - 1 : mark.start], self.line[mark.end : mark.end + 1]
        if mark.text == ":" and after.isspace():
            before = self.line[mark.start - 1 : mark.start]  # the end of ``\\(x = 2\\): ...``
        return mark.text in _NO_MARKS or not before or before.isspace()

    def _is_bare_value(self, run: _Run) -> bool:
        """``boxes with 4 apples = 12``: a number or a bracket alone before the relation."""
        chunks = self.chunks[run.first : run.last + 1]
        size = next((k for k, item in enumerate(chunks) if item.kind is Kind.RELATION), 0)
        left = chunks[1:size] if chunks[0].text in ("-", "−", "–") else chunks[:size]
        if len(left) == 1:
            return left[0].kind is Kind.VALUE and left[0].text[0].isdigit()
        return bool(left) and left[0].text in "([" and _closing(left) == len(left) - 1

    def _start_of_name(self, run: _Run) -> int:
        """Where the words before ``=`` begin to be the name of a quantity."""
        index = run.first
        while index > 0 and self.chunks[index - 1].kind is Kind.WORD and run.first - index < 8:
            index -= 1
        while index < run.first - 1 and self.chunks[index].text.lower() in LEAD_INS:
            index += 1
        return self.chunks[index].start

    def _read(self, span: Span, text: str, delimiter: Delimiter) -> Region:
        leading, body = split_leading(text)
        try:
            tree, boxed = read_boxed(
                body,
                variables=self.variables,
                functions=self.functions,
                latex=delimiter not in (Delimiter.NONE, Delimiter.NOTE),
            )
        except ReadError as error:
            return Region(span, text, None, error, delimiter, leading)
        return Region(span, text, tree, None, delimiter, leading, boxed)


def _closing(chunks: list[Chunk]) -> int | None:
    """The place of the bracket that closes the first one."""
    depth = 0
    for place, item in enumerate(chunks):
        depth += (item.text in ("(", "[")) - (item.text in (")", "]"))
        if depth == 0:
            return place
    return None


_BETWEEN = (Kind.WORD, Kind.STOP, Kind.JOIN)
_OPERANDS = (Kind.VALUE, Kind.LETTER, Kind.DELIMITED)
MAX_BRACKET = 200  # characters before a formula that are looked at
_BRACKET_OF_WORDS = re.compile(r"\([^()]*[A-Za-z]{2}[^()]*\)$")
_NO_MARKS = "~@"
_MARKS = _NO_MARKS + ".:?!'’&_#…"
_MATHEMATICAL = (Kind.VALUE, Kind.LETTER, Kind.SIGN, Kind.DELIMITED)
_POWER_WORD = re.compile(
    r"power|exponent|\d*(?:1st|2nd|3rd|\dth)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
)
_AFTER_VALUES = frozenset(
    {"are", "both", "all", "satisfy", "work", "since", "because", "so", "which", "where", "by"}
)
_INEQUALITY = re.compile(r"[<>≤≥⩽⩾]|\\(?:leq?|geq?|leqslant|geqslant)(?![a-z])")
_ARROW = re.compile(
    r"<?=>|[⇒⟹→⇔⟺]|->|\\(?:implies|iff|Rightarrow|Leftrightarrow|Longrightarrow|to)\b"
)
_JOINED = re.compile(r"[,;]|\b(?:or|and)\b")
