"""The final answer of a text, and the verdict on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mathviz_chat.core.checking.announced import (
    CONCLUDES,
    ONLY_CONCLUDES,
    bare,
    gives_other,
    in_signs,
)
from mathviz_chat.core.checking.asked_letters import (
    OTHER_LETTER,
    other_letter,
    said_of_other,
)
from mathviz_chat.core.checking.beside import MAY_BE_CHANGED, nouns_of
from mathviz_chat.core.checking.beside_answers import beside_answer, is_another_line, is_changed
from mathviz_chat.core.checking.blocks import Block, FinalJudgement
from mathviz_chat.core.checking.claimed_answers import judge_claimed, problem_of
from mathviz_chat.core.checking.conditions import (
    as_point,
    as_solution,
    compare,
    spread,
    without_indices,
)
from mathviz_chat.core.checking.denial import is_not_claimed
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.last_several import LastSeveral
from mathviz_chat.core.checking.last_values import (
    end_of,
    exact,
    is_unsolved,
    unless_misrounded,
    with_last_values,
)
from mathviz_chat.core.checking.line_ends import (
    checks_before,
    ends_of,
    is_only_supposed,
    is_wrong,
    last_words,
    leaves_out_of_expression,
    node_of,
    refuted_value,
    rounds_value,
    rounds_what_stood,
)
from mathviz_chat.core.checking.lines import Found, ReadLine
from mathviz_chat.core.checking.lines_by_themselves import asks_line
from mathviz_chat.core.checking.points import is_value_there
from mathviz_chat.core.checking.proof_sides import Joined, sides_of, takes_back
from mathviz_chat.core.checking.rounded_solutions import ROUNDED_BEFORE
from mathviz_chat.core.checking.set_aside import UNCLEAR, LeftOut
from mathviz_chat.core.checking.solved_lines import SolvedLines, point_of
from mathviz_chat.core.checking.spoken_answers import (
    is_of_other_person,
    is_said_of_other,
    names_other,
    says_opposite,
    speaks_of_it,
    value_said,
)
from mathviz_chat.core.checking.steps import NARROWED
from mathviz_chat.core.checking.support import UNSUPPORTED, Support
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import parts_of
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import (
    AnswerJudgement,
    Form,
    Kind,
    Problem,
    judge_answer,
)
from mathviz_chat.core.problems.judging.complex_numbers import MISSING
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Chain,
    Node,
    RelOp,
    Statement,
    Symbol,
    Truth,
    TupleOf,
)
from mathviz_chat.core.verdict import (
    NOT_CLAIMS,
    Answer,
    AnswerVerdict,
    Claim,
    Relation,
    Role,
    Verdict,
)

_VERDICTS = {
    AnswerVerdict.VERIFIED: (Verdict.PROVED, Relation.SAME),
    AnswerVerdict.REFUTED: (Verdict.REFUTED, Relation.DIFFERENT),
}
_OF_SOLUTIONS = (Kind.COUNT, Kind.SELECTION)
_EXCLUDED = "Another solution is not mentioned; the words may exclude it."
_OF_ANOTHER = "The words beside it may speak of something else, and no line computes it."
_OTHER_END = "The text ends in values that are not read as an answer."
_GONE_ON = "The answer stands in the text, which goes on to another value."
_WRONG_LINE = "Line {} ends in the right value, but is not proved: look at each of its signs."
_NOT_READ = "A formula after it is not read, which may be the answer."
_GIVES_REASON = re.compile(r"\b(?:since|because|as)\s*$", re.IGNORECASE)
_SAYS_WHOLE = re.compile(r"\b(?:answers?|solutions?|all|every)\b", re.IGNORECASE)
MAX_VALUES = 12  # of a text without an announced answer, the last ones


class AnswerFinder:
    """Sees every line of a text once and keeps what may be its final answer.

    An announced answer ("Answer: ...", a box, "the answer is ...") counts before the last line
    that has the unknown alone, the last value of a chain, or the last form of an expression.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._announced: str | None = None
        self._announced_node: Node | None = None
        self._announced_line = 0
        self._just_announced = False  # by the line before
        self.joined = False  # the last announcement was verified together with the one before
        self._last: Node | None = None
        self._values: list[Node] = []
        self._several = LastSeveral()
        self._solved = SolvedLines(task.problem)
        self._left_out = LeftOut()
        self._joined = Joined(sides_of(task))
        self._support = Support()
        self._computed = Support()  # what formulas come to, and not bare values
        self._beside: str | None = None  # the words beside the last value, where it stands bare
        self._before = ""  # what stands before the last value, in its line
        self._changed = False  # words after the last formula may change what it says
        self._rounded = False  # the last line goes on with rounded numbers
        self._line, self._concludes = 0, False  # of the line that is seen; it begins with "so"
        self._wrong: dict[Node, int] = {}  # values, with the line that is wrong and ends in them
        self._is_wrong = False  # the line that is seen
        self._announced_wrongly = False  # the line that announces the answer is wrong itself
        self._text = ""
        self._lines = 0  # that are not blank
        self._unread = False  # a formula after the last value is not read
        self._facts = Facts()
        self._refuted: int | None = None
        self._proved = False
        self._ends_in_chain = False
        self._last_words: str | None = None  # that the text ends with
        self._conditions: dict[str, None] = {}  # of the claims that were proved, in order
        self._line_verdict: Claim | None = None
        self._judgement: AnswerJudgement | None = None
        self._refuted_answer: str | None = None

    # -------------------------------------------------------------- line by line

    def see(
        self,
        block: Block,
        line: ReadLine,
        claims: Sequence[tuple[Found, Judgement]],
        facts: Facts,
        loose: str | None,
    ) -> None:
        """Take note of a line, after it was judged. loose: why it is not proved as a whole."""
        self._facts = facts
        self._line, self._concludes = block.line, CONCLUDES.match(block.text) is not None
        self._text = block.text
        self._joined.see(claims, loose)
        self._several.see(block.text, line, claims)
        self._support.see(claims)
        self._computed.see([one for one in claims if isinstance(one[0].node, Statement)])
        for _, judged in claims:
            if judged.role in NOT_CLAIMS:
                continue
            self._note_verdict(block, judged)
        self._is_wrong = any(is_wrong(judged) for _, judged in claims)
        if line.answer is not None:
            wrong = (one for _, one in claims if one.role is not Role.CONDITION)
            self._announced_wrongly = any(map(is_wrong, wrong))
        narrowed = any(judged.reason == NARROWED for _, judged in claims)
        rounded_before = any(judged.reason == ROUNDED_BEFORE for _, judged in claims)
        nodes = ((found.node, judged.role) for found, judged in claims)
        self._solved.reject(node for node, role in nodes if role is Role.NONE and node is not None)
        rounded = [id(one) for one, judged in claims if rounds_what_stood(one, judged)]
        nouns = nouns_of(self._task, in_prose=facts.in_prose)
        first = self._first_after_given(line, claims)
        noted = False
        for place, found in enumerate(line.found[first:], first):
            if self._is_aside(line, place, claims):
                continue
            if self._is_rounded_again(found, known=id(found) in rounded):
                continue  # t = ln(4)/0.1, then t = 13.86
            restricts = leaves_out_of_expression(line, place + 1, self._task)
            self._unread |= found.node is None and found.is_relation
            supposed = is_only_supposed(found, claims) and not self._is_line(found, claims)
            if found.node is not None and not supposed:
                self._unread = False
                self._note_last(unless_misrounded(found.node))
                bare_value = not isinstance(found.node, Statement)
                there = is_value_there(line.found, place, facts)
                lead, _, after = block.text.partition(found.text)
                after = "" if there else after
                after = "" if restricts else after
                self._before, self._beside = lead, f"{lead} {after}" if bare_value else None
                noted = True
                said = line.found[: place + 1] if there else line.found
                changed = is_changed(said, place, nouns) or self._is_of_other(line, place)
                self._changed = changed or narrowed or loose is not None
                self._rounded = rounded_before
        if (point := point_of(line, facts.unknowns)) is not None:
            self._solved.note(point, block.line)
        solved = bool(self._solved.statements)
        self._left_out.see(block.text, line, claims, noted=noted, solved=solved)
        before = self._announced if self._just_announced else None
        if block.text.strip():
            self._lines += 1
            self._just_announced = line.answer is not None
            self._last_words = last_words(block.text, claims)
            if self._words_count:
                self._last_words = block.text
            self._ends_in_chain = not self._words_count and any(
                isinstance(found.node, Chain) for found, _ in claims
            )
        if line.answer is not None:
            self._refuted_answer = refuted_value(line.answer, claims)
            self._announced, self._announced_line = line.answer, block.line
            self._announced_node = self._announced_tree(line)
            self._judgement = self._judged(self._announced, self._announced_node)
            self._hold_back(block.text)
            self._join(before)

    def _is_rounded_again(self, found: Found, *, known: bool) -> bool:
        """What ``A ≈ 78.5`` rounds stood before, and the question asks for no decimals.

        known: the line was proved as such.
        """
        if self._solved.asks_rounded or is_not_claimed(found.lead):
            return False
        if self._solved.statements and self._facts.unknowns:
            return known
        return self._last is not None and rounds_value(self._last, found)

    def _announced_tree(self, line: ReadLine) -> Node | None:
        """What is announced, where it is not said of another letter: ``Answer: y is 5``."""
        before = re.split(r"[-−√]?\s*\d", line.answer or "", maxsplit=1)[0]
        return None if is_said_of_other(before, self._facts.unknowns) else node_of(line)

    @property
    def _words_count(self) -> bool:
        """``x = 7n + 6 for all n``: the words beside the formula are part of the answer."""
        problem = self._task.problem
        return problem is not None and problem.kind is Kind.CONGRUENCE

    def _is_of_other(self, line: ReadLine, place: int) -> bool:
        """Of the equation of a line that is asked for: the words may say that it is another."""
        question, node = self._task.question, line.found[place].node
        if question is None or not isinstance(node, Statement) or not asks_line(self._task):
            return False
        return is_another_line(line.found, place, question)

    def _is_line(self, found: Found, claims: Sequence[tuple[Found, Judgement]]) -> bool:
        """``y = 3x - 2`` by itself, where the equation of a line is asked for: it is claimed, and
        not given."""
        node = found.node
        if not isinstance(node, Chain) or node.ops != (RelOp.EQ,) or not asks_line(self._task):
            return False
        given = any(one is found and judged.role is Role.GIVEN for one, judged in claims)
        bare_line = ONLY_CONCLUDES.fullmatch(found.lead) and ONLY_CONCLUDES.fullmatch(found.tail)
        return given and bool(bare_line) and {"x", "y"} <= set(variables(node))

    def _is_aside(
        self, line: ReadLine, place: int, claims: Sequence[tuple[Found, Judgement]]
    ) -> bool:
        """A reason for what stands before it on the line, what that leaves out, or a check of what
        was said: ``y = 3x - 1``, then ``Check: 3*3 - 1 = 8``."""
        found = line.found[place]
        if self._last is not None and checks_before(found, claims):
            return True
        if leaves_out_of_expression(line, place, self._task):
            return True
        gives_reason = place and _GIVES_REASON.search(found.lead)
        return bool(gives_reason) and self._is_reason(found.node)

    def _is_reason(self, node: Node | None) -> bool:
        """``since x > 2`` after ``x = 4``, which it allows."""
        solved = self._solved.statements
        if not solved or not isinstance(node, Statement):
            return False
        return compare((solved[-1],), node, self._facts.unknowns).holds

    def _join(self, before: str | None) -> None:
        """``Answer: x = 3``, then ``Answer: x = -3``: lines side by side, one solution each."""
        self.joined = False
        judgement = self._judgement
        if before is None or judgement is None or judgement.verdict is not AnswerVerdict.REFUTED:
            return
        both = f"{before} or {self._announced}"
        judged = judge_claimed(self._task, self._facts, both, None)
        if judged is not None and judged.verdict is AnswerVerdict.VERIFIED:
            self._announced, self._judgement, self.joined = both, judged, True
            self._refuted_answer = None

    def _hold_back(self, text: str) -> None:
        """No verdict on what is in a box where the answer may be more than that, nor on the value
        of another letter than is asked for."""
        nouns = nouns_of(self._task, in_prose=self._facts.in_prose)
        beside = beside_answer(text, nouns)
        if beside is None and is_not_claimed(text.partition("\\boxed")[0]):
            beside = "The words before it deny it or leave it open."
        problem = self._task.problem
        if beside is None and problem is not None and gives_other(text, problem.unknowns):
            beside = "What is in the box is not the value of the unknown."
        if beside is None and self._is_said_of_other(text.partition("\\boxed")[0]):
            beside = "The words before the box may speak of something else."
        beside = beside if "\\boxed" in text else None
        if self._judgement is not None and self._judgement.verdict is AnswerVerdict.VERIFIED:
            beside = beside or self._other_letter(self._announced_node, self._announced or "")
        if beside is None:
            return
        self._refuted_answer = None
        if self._judgement is not None:
            undecided = AnswerVerdict.UNCHECKED
            self._judgement = replace(self._judgement, verdict=undecided, reason=beside)

    def _is_said_of_other(self, before: str) -> bool:
        """``The oldest is``, ``-x is``, ``half of`` before a value."""
        question = self._task.question or ""
        of_other = is_said_of_other(before, self._facts.unknowns)
        of_other = of_other or is_of_other_person(before, question)
        return of_other or names_other(before, question) or says_opposite(before, question)

    def _first_after_given(self, line: ReadLine, claims: Sequence[tuple[Found, Judgement]]) -> int:
        """``since x > 1, 1/x < 1``: what stands before a condition that is given is no answer."""
        if self._task.question is not None:
            return 0
        given = [id(found) for found, judged in claims if judged.role is Role.GIVEN]
        places = (place for place, found in enumerate(line.found) if id(found) in given)
        return max(places, default=0)

    def _note_verdict(self, block: Block, judged: Judgement) -> None:
        if judged.verdict is Verdict.PROVED:
            self._proved = True
            self._conditions |= dict.fromkeys(judged.conditions)
        waits = judged.relation is Relation.ROOTS_LOST
        if judged.verdict is Verdict.REFUTED and not waits and self._refuted is None:
            self._refuted = block.line

    def _note_last(self, node: Node) -> None:
        node = as_point(node, self._facts.unknowns) or node
        if isinstance(node, TupleOf):
            node = as_solution(node, self._facts.unknowns) or node
        self._values = [*self._values, end_of(node)][-MAX_VALUES:]
        self._note_wrong(node)
        if not isinstance(node, Statement):
            self._last = node
            return
        if not self._facts.given and self._task.question is None:
            return  # what stands before the condition that is given solves nothing yet
        self._last = parts_of(node)[-1]  # what an arrow leads to
        for part in parts_of(node):
            part = self._solved.with_unit(part)
            statement = spread(without_indices(part, self._facts.unknowns))
            if self._solved.names_it(with_last_values(statement, rounded=True)):
                self._solved.note(statement, self._line, concludes=self._concludes)

    def _note_wrong(self, node: Node) -> None:
        """Whether the line that says this value is wrong; what is said last counts."""
        for value in ends_of(node):
            if self._is_wrong:
                self._wrong[value] = self._line
            else:
                self._wrong.pop(value, None)

    # -------------------------------------------------------------- the verdict

    @property
    def read_as(self) -> str | None:
        """The announced answer in plain notation."""
        if self._judgement is not None and self._judgement.answer is not None:
            return self._judgement.answer.plain
        return None if self._announced_node is None else to_plain(self._announced_node)

    def note_answer(self, claim: Claim) -> None:
        """The verdict on an answer that was judged as a line, against what the question states."""
        self._line_verdict = claim

    def judged_line(self, claims: Sequence[tuple[Found, Judgement]]) -> Judgement | None:
        """The verdict on a line that announces the answer; None: judge it as any other line."""
        judgement = self._judgement
        if judgement is None:
            if any(one.role not in NOT_CLAIMS for _, one in claims):
                return None
            reason = "This is the answer; the question is not read formally, so it is not judged."
            return Judgement(Verdict.UNCHECKED, None, reason)
        verdict, relation = _VERDICTS.get(judgement.verdict, (Verdict.UNCHECKED, None))
        return Judgement(
            verdict,
            relation,
            judgement.reason,
            method="answer against the question",
            conditions=() if judgement.answer is None else judgement.answer.conditions,
            role=Role.CONDITION,
            ground=judgement.verdict,
        )

    def final(self) -> FinalJudgement:
        """The verdict on the text's answer."""
        found = self._judged_end()
        said = self._text if self._announced is None else self._announced
        other = self._other_letter(None if self._announced else self._last, said)
        if other is None or found.verdict is not AnswerVerdict.VERIFIED:
            return found
        return replace(found, verdict=AnswerVerdict.UNCHECKED, reason=other)

    def _other_letter(self, node: Node | None, text: str) -> str | None:
        """Why the value of a letter is not what is asked for."""
        problem, question = problem_of(self._task, self._facts), self._task.question
        letter = other_letter(node, problem, question) or said_of_other(text, problem, question)
        return None if letter is None else OTHER_LETTER.format(letter)

    def _judged_end(self) -> FinalJudgement:
        found = self._final()
        if self._announced is not None:
            doubted = self._announced_wrongly and found.verdict is AnswerVerdict.VERIFIED
            return _doubted(found, self._announced_line) if doubted else found
        ends_so = self._last_words is None or not takes_back(self._last_words)
        if self._joined.both and self._refuted is None and ends_so:
            return self._of_proof()
        at_the_end = self._at_the_end()
        said = None if at_the_end is None else at_the_end.verdict
        other = replace(found, verdict=AnswerVerdict.UNCHECKED, reason=_OTHER_END)
        if (several := self._last_several(found)) is not None:
            return several
        in_a_sentence = self._value_said(bare(self._text)) is not None
        if at_the_end is not None and in_a_sentence and said is AnswerVerdict.VERIFIED:
            return at_the_end
        if found.verdict is AnswerVerdict.VERIFIED:
            denied = said is AnswerVerdict.REFUTED and not self._ends_in_chain
            return other if denied else found
        if found.verdict is AnswerVerdict.REFUTED and not self._ends_in(found.answer):
            return found
        alone = self._lines == 1 and not re.search(r"[=≈:]", self._text)
        alone = alone or in_a_sentence
        if at_the_end is not None and alone and said is AnswerVerdict.REFUTED:
            return at_the_end  # ``250 minutes``, ``Yes``: all that the text says
        if at_the_end is not None and said is AnswerVerdict.VERIFIED:
            return at_the_end
        return other if found.verdict is AnswerVerdict.REFUTED else found

    def _last_several(self, found: FinalJudgement) -> FinalJudgement | None:
        """``2*12 = 24``, ``3*12 = 36``, where several numbers are asked for: the last ones, if they
        are verified as the answer."""
        problem = self._task.problem
        undecided = found.verdict is AnswerVerdict.UNCHECKED and found.answer is None
        if problem is None or problem.unknowns or not undecided or self._changed:
            return None
        for last in self._several.lists():
            judged = judge_answer(problem, ", ".join(map(to_plain, last)))
            if judged.verdict is AnswerVerdict.VERIFIED:
                return FinalJudgement(judged.answer, judged.verdict, judged.reason)
        return None

    def _of_proof(self) -> FinalJudgement:
        """The sides of the equation that is to be proved are joined by proved lines."""
        problem = self._task.problem
        assert problem is not None
        judged = judge_answer(problem, "True")
        return FinalJudgement(judged.answer, judged.verdict, judged.reason)

    def _ends_in(self, answer: Answer | None) -> bool:
        """``63 r 7``: the answer is one of the values on a last line without a formula."""
        text = self._last_words
        within = answer is not None and text is not None and answer.plain in text
        return within and not self._ends_in_chain

    def _final(self) -> FinalJudgement:
        text, node = self._announced, self._announced_node
        if text is None:
            node = Truth(False) if self._left_out.nothing else self._implied()
            if node is None:
                return FinalJudgement(None, AnswerVerdict.UNCHECKED, "No final answer was found.")
            text = to_plain(node)
        announced = self._announced is not None and self._judgement is not None
        judgement = (
            self._judgement if announced else judge_claimed(self._task, self._facts, text, node)
        )
        judgement = judgement if announced else self._as_equation(judgement)
        reason = None if announced or judgement is None else self._left_open(judgement, text, node)
        if judgement is not None and reason is not None:
            return FinalJudgement(judgement.answer, AnswerVerdict.UNCHECKED, reason)
        undecided = judgement is not None and judgement.verdict is AnswerVerdict.UNCHECKED
        if undecided and announced and self._refuted_answer is not None:
            answer = Answer(text, to_plain(node) if node is not None else text)
            return FinalJudgement(answer, AnswerVerdict.REFUTED, self._refuted_answer)
        if judgement is not None:
            if not announced and judgement.reason == MISSING:
                return FinalJudgement(judgement.answer, AnswerVerdict.UNCHECKED, MISSING)
            if judgement.verdict is AnswerVerdict.REFUTED and self._may_be_excluded():
                return FinalJudgement(judgement.answer, AnswerVerdict.UNCHECKED, _EXCLUDED)
            return FinalJudgement(judgement.answer, judgement.verdict, judgement.reason)
        return self._without_problem(text, node)

    def _left_open(self, judgement: AnswerJudgement, text: str, node: Node | None) -> str | None:
        """Why the answer of a text that announces none may not be what is judged; None: it is."""
        if judgement.verdict is AnswerVerdict.UNCHECKED:
            return None
        verified = judgement.verdict is AnswerVerdict.VERIFIED
        wrong = [self._wrong[value] for value in ends_of(node) if value in self._wrong]
        if verified and wrong:
            return _WRONG_LINE.format(wrong[0])
        if verified and self._changed and not self._left_out.nothing:
            return f"{MAY_BE_CHANGED}."
        if verified and (self._is_of_another(text, node) or self._is_said_of_other(self._before)):
            return _OF_ANOTHER
        if self._left_out.unclear or (self._left_out.nothing and not verified):
            return f"{UNCLEAR}."
        if verified:
            return None
        if self._rounded:
            return ROUNDED_BEFORE
        if self._unread:
            return _NOT_READ
        return _GONE_ON if self._has_gone_on(judgement) else None

    def _is_of_another(self, text: str, node: Node | None) -> bool:
        """``Bob is 13``, where Ann's age is asked and no line computes 13."""
        question = self._task.question
        if self._beside is None or question is None or self._left_out.nothing:
            return False
        if self._is_said_of_other(self._before):
            return True
        if speaks_of_it(self._beside, question):
            return False
        return not self._computed.gives(text, node)

    def _at_the_end(self) -> FinalJudgement | None:
        """``24 and 36``, ``Ann is 13``, or what the last line comes to."""
        problem, text = self._task.problem, self._last_words
        if text is None and self._value_said(bare(self._text)) is not None:
            text = self._text
        if problem is None or text is None or "?" in text or is_not_claimed(text):
            return None
        if problem.unknowns and self._ends_in_chain:
            return None  # ``x = 3``, of which all is said elsewhere
        judged = self._judged(in_signs(bare(text)), None)
        assert judged is not None  # there is a problem
        return FinalJudgement(judged.answer, judged.verdict, judged.reason)

    def _judged(self, text: str, node: Node | None) -> AnswerJudgement | None:
        """The verdict on an answer as it stands, or on the value that its sentence gives."""
        judged = judge_claimed(self._task, self._facts, text, node)
        if judged is None or judged.verdict is not AnswerVerdict.UNCHECKED:
            return judged
        value = self._value_said(text)
        said = None if value is None else judge_claimed(self._task, self._facts, value, None)
        return said if said is not None and said.verdict in _VERDICTS else judged

    def _value_said(self, sentence: str) -> str | None:
        return value_said(sentence, self._task.question or "", self._facts.unknowns)

    def _as_equation(self, judgement: AnswerJudgement | None) -> AnswerJudgement | None:
        """``y = 3x - 1`` as it stands, where ``3x - 1`` is not what the question asks for."""
        whole, problem = self._last, problem_of(self._task, self._facts)
        if judgement is None or problem is None or not isinstance(whole, Chain) or problem.unknowns:
            return judgement
        of_line = problem.form is Form.LINE and not isinstance(whole.items[0], Symbol)
        if judgement.verdict is not AnswerVerdict.UNCHECKED and not of_line:
            return judgement
        again = judge_answer(problem, whole)
        if of_line:
            return again  # ``y - 9 = 6(x - 3)``, whose right side is no line
        return judgement if again.verdict is AnswerVerdict.UNCHECKED else again

    def _may_be_excluded(self) -> bool:
        """Without a question, ``c^2 = 3^2 + 4^2``, ``c = 5``: no line was refuted."""
        return self._task.question is None and self._facts.in_prose and self._refuted is None

    def _without_problem(self, text: str, node: Node | None) -> FinalJudgement:
        answer = Answer(text, to_plain(node) if node is not None else text)
        line = self._line_verdict
        if line is not None and line.verdict is Verdict.REFUTED and self._task.given:
            return FinalJudgement(answer, AnswerVerdict.REFUTED, line.reason)
        if self._refuted is not None:
            reason = f"Line {self._refuted} is wrong, so the answer does not count as checked."
            return FinalJudgement(answer, AnswerVerdict.UNCHECKED, reason)
        if self._proved and not self._support.gives(text, node):
            return FinalJudgement(answer, AnswerVerdict.UNCHECKED, UNSUPPORTED)
        if self._proved:
            reason = "The question itself was not read."
            answer = replace(answer, conditions=tuple(self._conditions))
            return FinalJudgement(answer, AnswerVerdict.CHECKED, reason)
        reason = "Nothing in this text could be checked."
        return FinalJudgement(answer, AnswerVerdict.UNCHECKED, reason)

    # -------------------------------------------------------------- without an announcement

    def _implied(self) -> Node | None:
        """The answer of a text that announces none."""
        problem = problem_of(self._task, self._facts)
        in_pieces = len(self._facts.cases) > 1  # x < 2, then x > 3
        if problem is not None and (
            problem.form in (Form.SOLUTIONS, Form.ASSIGNMENT)
            or (problem.form is Form.INTERVALS and in_pieces)
        ):
            return self._solved.last(problem.unknowns, self._facts, self._left_out)
        if problem is not None and problem.form is Form.COMPLEX and problem.unknowns:
            every = self._solved.one_after_the_other()
            said = None if every is None else judge_answer(problem, to_plain(every))
            if said is not None and said.verdict is AnswerVerdict.VERIFIED:
                return every
            return self._solved.last(problem.unknowns, self._facts, self._left_out)
        if problem is not None and problem.form is Form.INTERVALS:
            both = self._solved.in_pieces(problem.unknowns)
            said = None if both is None else judge_answer(problem, to_plain(both))
            if said is not None and said.verdict is AnswerVerdict.VERIFIED:
                return both if self._ends_in_range() else None
        if self._words_count:
            return None
        node = self._last
        if problem is None and self._task.target is None:
            return None
        if node is not None and self._facts.undetermined.keys() & set(variables(node)):
            return None  # ``A = 1/2`` of partial fractions
        if problem is not None and problem.kind is Kind.EIGENVALUES and is_unsolved(node):
            return None
        if problem is not None and problem.kind in _OF_SOLUTIONS and isinstance(node, Statement):
            return None  # ``x = 2`` is a solution, not how many there are
        if _is_function(problem) and isinstance(node, Statement):
            return with_last_values(node, rounded=False)  # ``y^2 = x^2 + C`` is not ``y = ...``
        return None if node is None else end_of(node if self._solved.asks_rounded else exact(node))

    def _ends_in_range(self) -> bool:
        """The last line is the second range, and does not call it the answer."""
        ranged = isinstance(self._last, Chain) and self._last in self._solved.statements[-1:]
        whole = self._solved.line == self._line and not _SAYS_WHOLE.search(self._text)
        return ranged and whole

    def _has_gone_on(self, judgement: AnswerJudgement) -> bool:
        """``f'(x) = 3x^2``, ``f'(2) = 12``: the last value is not what was asked, one before is."""
        problem = problem_of(self._task, self._facts)
        if problem is None or problem.unknowns:
            return False
        verdicts = (judge_answer(problem, value).verdict for value in self._values)
        return AnswerVerdict.VERIFIED in verdicts


def _doubted(found: FinalJudgement, line: int) -> FinalJudgement:
    return replace(found, verdict=AnswerVerdict.UNCHECKED, reason=_WRONG_LINE.format(line))


def _is_function(problem: Problem | None) -> bool:
    """Whether a differential equation is to be solved."""
    if problem is None or problem.kind is not Kind.DIFFERENTIAL_EQUATION:
        return False
    return problem.form is not Form.NUMBER
