"""What a text ends in, line by line: the last values, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mathviz_chat.core.checking.announced import CONCLUDES, ONLY_CONCLUDES
from mathviz_chat.core.checking.beside import nouns_of
from mathviz_chat.core.checking.beside_answers import is_another_line, is_changed
from mathviz_chat.core.checking.blocks import Block
from mathviz_chat.core.checking.conditions import (
    as_point,
    as_solution,
    compare,
    spread,
    without_indices,
)
from mathviz_chat.core.checking.denial import is_not_claimed
from mathviz_chat.core.checking.extreme_points import ExtremePoints
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.last_several import LastSeveral
from mathviz_chat.core.checking.last_values import end_of, unless_misrounded, with_last_values
from mathviz_chat.core.checking.line_ends import (
    checks_before,
    ends_of,
    has_other_unit,
    is_only_supposed,
    is_wrong,
    last_words,
    leaves_out_of_expression,
    rounds_value,
    rounds_what_stood,
    with_unit_of,
)
from mathviz_chat.core.checking.lines import Found, ReadLine
from mathviz_chat.core.checking.lines_by_themselves import asks_line
from mathviz_chat.core.checking.points import is_value_there
from mathviz_chat.core.checking.rounded_solutions import ROUNDED_BEFORE
from mathviz_chat.core.checking.set_aside import LeftOut
from mathviz_chat.core.checking.solved_lines import SolvedLines, point_of
from mathviz_chat.core.checking.steps import NARROWED
from mathviz_chat.core.checking.support import Support
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import parts_of
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import Kind
from mathviz_chat.core.reading.tree import Chain, Node, RelOp, Statement, TupleOf
from mathviz_chat.core.verdict import Role

_GIVES_REASON: Final = re.compile(r"\b(?:since|because|as)\s*$", re.IGNORECASE)
MAX_VALUES: Final = 12  # of a text without an announced answer, the last ones

Claims = Sequence[tuple[Found, Judgement]]


class TextEnd:
    """Sees every line of a text once, after it was judged, and keeps what may be its answer.

    last: the last form or value. values: the last ones, oldest first. solved: the lines that have
    an unknown alone. left_out: what the text takes back. several, points: the last numbers; the
    last points. support, computed: every value that a line gives; those that a formula comes to.
    beside: the words around the last value, where it stands bare. before: what stands before it in
    its line. changed: words after the last formula may change what it says. rounded: the last line
    goes on with rounded numbers. unread: a formula after the last value is not read. text, line,
    lines: the last line, its number, how many are not blank. last_words: what the text ends with;
    ends_in_chain: that is a chain. wrong: values, with the wrong line that ends in them.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self.last: Node | None = None
        self.values: list[Node] = []
        self.solved = SolvedLines(task.problem)
        self.left_out = LeftOut()
        self.several = LastSeveral()
        self.points = ExtremePoints(task.problem)
        self.support = Support()
        self.computed = Support()
        self.beside: str | None = None
        self.before = ""
        self._tail = ""  # what stands after the last formula
        self.changed = False
        self.rounded = False
        self.unread = False
        self.text, self.line, self.lines = "", 0, 0
        self.last_words: str | None = None
        self.ends_in_chain = False
        self.wrong: dict[Node, int] = {}

    @property
    def words_count(self) -> bool:
        """``x = 7n + 6 for all n``: the words beside the formula are part of the answer."""
        problem = self._task.problem
        return problem is not None and problem.kind is Kind.CONGRUENCE

    def see(
        self, block: Block, line: ReadLine, claims: Claims, facts: Facts, loose: str | None
    ) -> None:
        """Take note of a line. loose: why it is not proved as a whole."""
        self.line, self.text = block.line, block.text
        self.several.see(block.text, line, claims)
        self.points.see(block.text, claims, facts)
        self.support.see(claims)
        self.computed.see([one for one in claims if isinstance(one[0].node, Statement)])
        nodes = ((found.node, judged.role) for found, judged in claims)
        self.solved.reject(node for node, role in nodes if role is Role.NONE and node is not None)
        noted = self._note_formulas(line, claims, facts, loose)
        if (point := point_of(line, facts.unknowns)) is not None:
            self.solved.note(point, block.line)
        solved = bool(self.solved.statements)
        self.left_out.see(block.text, line, claims, noted=noted, solved=solved)
        if block.text.strip():
            self.lines += 1
            self._note_words(claims)

    def _note_formulas(
        self, line: ReadLine, claims: Claims, facts: Facts, loose: str | None
    ) -> bool:
        """Take note of the line's formulas; whether any of them may be the answer."""
        narrowed = any(judged.reason == NARROWED for _, judged in claims)
        rounded = [id(one) for one, judged in claims if rounds_what_stood(one, judged)]
        is_wrong_line = any(is_wrong(judged) for _, judged in claims)
        first = self._first_after_given(line, claims)
        noted = False
        for place, found in enumerate(line.found[first:], first):
            if self._is_aside(line, place, claims, facts):
                continue
            if self._is_rounded_again(found, facts, known=id(found) in rounded):
                self.last = None if self.last is None else with_unit_of(self.last, found)
                continue  # t = ln(4)/0.1, then t = 13.86
            self.unread |= found.node is None and found.is_relation
            supposed = is_only_supposed(found, claims) and not self._is_line(found, claims)
            if found.node is None or supposed:
                continue
            noted, self.unread = True, False
            self._note_last(unless_misrounded(found.node), facts, is_wrong=is_wrong_line)
            changed = self._note_around(line, place, facts)
            self.changed = changed or narrowed or loose is not None
            self.rounded = any(judged.reason == ROUNDED_BEFORE for _, judged in claims)
        return noted

    def _note_around(self, line: ReadLine, place: int, facts: Facts) -> bool:
        """Take note of the words around a formula; whether those after it may change it."""
        found = line.found[place]
        self._tail = found.tail
        there = is_value_there(line.found, place, facts)
        lead, said_so, after = self.text.partition(found.text)
        if not said_so:
            lead, after = found.lead, found.tail  # ``\(20\) cm``, read as ``\(20 cm\)``
        restricts = leaves_out_of_expression(line, place + 1, self._task)
        after = "" if there or restricts else after
        bare_value = not isinstance(found.node, Statement)
        self.before, self.beside = lead, f"{lead} {after}" if bare_value else None
        said = line.found[: place + 1] if there else line.found
        nouns = nouns_of(self._task, in_prose=facts.in_prose)
        return is_changed(said, place, nouns) or self._is_of_other(line, place)

    def _note_words(self, claims: Claims) -> None:
        self.last_words = self.text if self.words_count else last_words(self.text, claims)
        chains = any(isinstance(found.node, Chain) for found, _ in claims)
        self.ends_in_chain = chains and not self.words_count

    def _is_rounded_again(self, found: Found, facts: Facts, *, known: bool) -> bool:
        """What ``A ≈ 78.5`` rounds stood before, and the question asks for no decimals.

        known: the line was proved as such.
        """
        if self.solved.asks_rounded or is_not_claimed(found.lead):
            return False
        if self.solved.statements and facts.unknowns:
            return known
        if self.last is None or has_other_unit(self.last, self._tail, found):
            return False
        return rounds_value(self.last, found)

    def _is_of_other(self, line: ReadLine, place: int) -> bool:
        """Of the equation of a line that is asked for: the words may say that it is another."""
        question, node = self._task.question, line.found[place].node
        if question is None or not isinstance(node, Statement) or not asks_line(self._task):
            return False
        return is_another_line(line.found, place, question)

    def _is_line(self, found: Found, claims: Claims) -> bool:
        """``y = 3x - 2`` by itself, where the equation of a line is asked for: it is claimed, and
        not given."""
        node = found.node
        if not isinstance(node, Chain) or node.ops != (RelOp.EQ,) or not asks_line(self._task):
            return False
        given = any(one is found and judged.role is Role.GIVEN for one, judged in claims)
        bare_line = ONLY_CONCLUDES.fullmatch(found.lead) and ONLY_CONCLUDES.fullmatch(found.tail)
        return given and bool(bare_line) and {"x", "y"} <= set(variables(node))

    def _is_aside(self, line: ReadLine, place: int, claims: Claims, facts: Facts) -> bool:
        """A reason for what stands before it on the line, what that leaves out, or a check of what
        was said: ``y = 3x - 1``, then ``Check: 3*3 - 1 = 8``."""
        found = line.found[place]
        if self.last is not None and checks_before(found, claims):
            return True
        if leaves_out_of_expression(line, place, self._task):
            return True
        gives_reason = place and _GIVES_REASON.search(found.lead)
        return bool(gives_reason) and self._is_reason(found.node, facts)

    def _is_reason(self, node: Node | None, facts: Facts) -> bool:
        """``since x > 2`` after ``x = 4``, which it allows."""
        solved = self.solved.statements
        if not solved or not isinstance(node, Statement):
            return False
        return compare((solved[-1],), node, facts.unknowns).holds

    def _first_after_given(self, line: ReadLine, claims: Claims) -> int:
        """``since x > 1, 1/x < 1``: what stands before a condition that is given is no answer."""
        if self._task.question is not None:
            return 0
        given = [id(found) for found, judged in claims if judged.role is Role.GIVEN]
        places = (place for place, found in enumerate(line.found) if id(found) in given)
        return max(places, default=0)

    def _note_last(self, node: Node, facts: Facts, *, is_wrong: bool) -> None:
        node = as_point(node, facts.unknowns) or node
        if isinstance(node, TupleOf):
            node = as_solution(node, facts.unknowns) or node
        self.values = [*self.values, end_of(node)][-MAX_VALUES:]
        self._note_wrong(node, is_wrong=is_wrong)
        if not isinstance(node, Statement):
            self.last = node
            return
        if not facts.given and self._task.question is None:
            return  # what stands before the condition that is given solves nothing yet
        self.last = parts_of(node)[-1]  # what an arrow leads to
        concludes = CONCLUDES.match(self.text) is not None
        for part in parts_of(node):
            part = self.solved.with_unit(part)
            statement = spread(without_indices(part, facts.unknowns))
            if self.solved.names_it(with_last_values(statement, rounded=True)):
                self.solved.note(statement, self.line, concludes=concludes)

    def _note_wrong(self, node: Node, *, is_wrong: bool) -> None:
        """Whether the line that says this value is wrong; what is said last counts."""
        for value in ends_of(node):
            if is_wrong:
                self.wrong[value] = self.line
            else:
                self.wrong.pop(value, None)
