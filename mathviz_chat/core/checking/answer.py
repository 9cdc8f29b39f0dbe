"""The final answer of a text, and the verdict on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.announced import bare, in_signs
from mathviz_chat.core.checking.announcement import Announcement
from mathviz_chat.core.checking.asked_letters import why_other_letter
from mathviz_chat.core.checking.beside import MAY_BE_CHANGED
from mathviz_chat.core.checking.blocks import Block, FinalJudgement
from mathviz_chat.core.checking.claimed_answers import (
    judge_claimed,
    judge_said,
    problem_of,
    value_in,
)
from mathviz_chat.core.checking.denial import is_not_claimed
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.implied_answers import implied
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.line_ends import ends_of
from mathviz_chat.core.checking.lines import Found, ReadLine
from mathviz_chat.core.checking.proof_sides import Joined, sides_of, takes_back
from mathviz_chat.core.checking.rounded_solutions import ROUNDED_BEFORE
from mathviz_chat.core.checking.set_aside import UNCLEAR
from mathviz_chat.core.checking.spoken_answers import is_said_of_something_else, speaks_of_it
from mathviz_chat.core.checking.support import UNSUPPORTED
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.text_end import TextEnd
from mathviz_chat.core.problems import AnswerJudgement, Form, judge_answer
from mathviz_chat.core.problems.judging.complex_numbers import MISSING
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Node, Symbol, Truth
from mathviz_chat.core.verdict import NOT_CLAIMS, Answer, AnswerVerdict, Claim, Relation, Verdict

_EXCLUDED: Final = "Another solution is not mentioned; the words may exclude it."
_OF_ANOTHER: Final = "The words beside it may speak of something else, and no line computes it."
_OTHER_END: Final = "The text ends in values that are not read as an answer."
_GONE_ON: Final = "The answer stands in the text, which goes on to another value."
_WRONG_LINE: Final = (
    "Line {} ends in the right value, but is not proved: look at each of its signs."
)
_NOT_READ: Final = "A formula after it is not read, which may be the answer."


class AnswerFinder:
    """Sees every line of a text once, and judges its final answer.

    announced: an announced answer counts before what the text ends in (``text_end.py``,
    ``implied_answers.py``).
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self.announced = Announcement(task)
        self._end = TextEnd(task)
        self._joined = Joined(sides_of(task))
        self._facts = Facts()
        self._refuted: int | None = None  # the first line that is
        self._proved = False  # a line is
        self._conditions: dict[str, None] = {}  # of the claims that were proved, in order
        self._line_verdict: Claim | None = None

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
        self._joined.see(claims, loose)
        for _, judged in claims:
            if judged.role not in NOT_CLAIMS:
                self._note_verdict(block, judged)
        self._end.see(block, line, claims, facts, loose)
        self.announced.see(block, line, claims, facts)

    def note_answer(self, claim: Claim) -> None:
        """The verdict on an answer that was judged as a line, against what the question states."""
        self._line_verdict = claim

    def final(self) -> FinalJudgement:
        """The verdict on the text's answer."""
        found = self._judged_end()
        announced = self.announced.text
        node = self._end.last if announced is None else None
        said = self._end.text if announced is None else announced
        problem, question = problem_of(self._task, self._facts), self._task.question
        other = why_other_letter(node, said, problem, question)
        if other is None or found.verdict is not AnswerVerdict.VERIFIED:
            return found
        return replace(found, verdict=AnswerVerdict.UNCHECKED, reason=other)

    def _note_verdict(self, block: Block, judged: Judgement) -> None:
        if judged.verdict is Verdict.PROVED:
            self._proved = True
            self._conditions |= dict.fromkeys(judged.conditions)
        waits = judged.relation is Relation.ROOTS_LOST
        if judged.verdict is Verdict.REFUTED and not waits and self._refuted is None:
            self._refuted = block.line

    def _judged_end(self) -> FinalJudgement:
        found = self._final()
        if self.announced.text is not None:
            doubted = self.announced.wrongly and found.verdict is AnswerVerdict.VERIFIED
            return _doubted(found, self.announced.line) if doubted else found
        words = self._end.last_words
        ends_so = words is None or not takes_back(words)
        if self._joined.both and self._refuted is None and ends_so:
            return self._of_proof()
        if (several := self._last_several(found)) is not None:
            return several
        return self._unless_at_the_end(found)

    def _unless_at_the_end(self, found: FinalJudgement) -> FinalJudgement:
        """What the text ends with, where that is another answer than the one found."""
        at_the_end = self._at_the_end()
        said = None if at_the_end is None else at_the_end.verdict
        other = replace(found, verdict=AnswerVerdict.UNCHECKED, reason=_OTHER_END)
        in_a_sentence = self._value_said(bare(self._end.text)) is not None
        if at_the_end is not None and in_a_sentence and said is AnswerVerdict.VERIFIED:
            return at_the_end
        if found.verdict is AnswerVerdict.VERIFIED:
            denied = said is AnswerVerdict.REFUTED and not self._end.ends_in_chain
            return other if denied else found
        if found.verdict is AnswerVerdict.REFUTED and not self._ends_in(found.answer):
            return found
        alone = self._end.lines == 1 and not re.search(r"[=≈:]", self._end.text)
        alone = alone or in_a_sentence
        if at_the_end is not None and alone and said is AnswerVerdict.REFUTED:
            return at_the_end  # ``250 minutes``, ``Yes``: all that the text says
        if at_the_end is not None and said is AnswerVerdict.VERIFIED:
            return at_the_end
        return other if found.verdict is AnswerVerdict.REFUTED else found

    def _last_several(self, found: FinalJudgement) -> FinalJudgement | None:
        """``2*12 = 24``, ``3*12 = 36``, where several numbers are asked for, or points named one by
        one: the last ones, if they are verified as the answer."""
        problem = self._task.problem
        undecided = found.verdict is AnswerVerdict.UNCHECKED
        if problem is None or problem.unknowns or not undecided or self._end.changed:
            return None
        points = self._end.points.said()
        numbers = [] if found.answer is not None else self._end.several.lists()
        lists = [", ".join(map(to_plain, last)) for last in numbers]
        for text in [*lists, *([] if points is None else [points])]:
            judged = judge_answer(problem, text)
            if judged.verdict is AnswerVerdict.VERIFIED:
                return _final_of(judged)
        return None

    def _of_proof(self) -> FinalJudgement:
        """The sides of the equation that is to be proved are joined by proved lines."""
        problem = self._task.problem
        assert problem is not None
        return _final_of(judge_answer(problem, "True"))

    def _ends_in(self, answer: Answer | None) -> bool:
        """``63 r 7``: the answer is one of the values on a last line without a formula."""
        text = self._end.last_words
        within = answer is not None and text is not None and answer.plain in text
        return within and not self._end.ends_in_chain

    def _final(self) -> FinalJudgement:
        text, node = self.announced.text, self.announced.node
        if text is not None and self.announced.judgement is not None:
            return self._of_announced(text, node, self.announced.judgement)
        if text is None:
            nothing = self._end.left_out.nothing
            node = Truth(False) if nothing else implied(self._end, self._task, self._facts)
            if node is None:
                return FinalJudgement(None, AnswerVerdict.UNCHECKED, "No final answer was found.")
            text = to_plain(node)
        judgement = self._as_equation(judge_claimed(self._task, self._facts, text, node))
        if judgement is None:
            return self._without_problem(text, node)
        left_open = self._left_open(judgement, text, node)
        if left_open is None and judgement.reason == MISSING:
            left_open = MISSING
        if left_open is not None:
            return FinalJudgement(judgement.answer, AnswerVerdict.UNCHECKED, left_open)
        return self._unless_excluded(judgement)

    def _of_announced(
        self, text: str, node: Node | None, judgement: AnswerJudgement
    ) -> FinalJudgement:
        undecided = judgement.verdict is AnswerVerdict.UNCHECKED
        if undecided and self.announced.refuted is not None:
            reason = self.announced.refuted
            return FinalJudgement(_answer(text, node), AnswerVerdict.REFUTED, reason)
        return self._unless_excluded(judgement)

    def _left_open(self, judgement: AnswerJudgement, text: str, node: Node | None) -> str | None:
        """Why the answer of a text that announces none may not be what is judged; None: it is."""
        end = self._end
        if judgement.verdict is AnswerVerdict.UNCHECKED:
            return None
        verified = judgement.verdict is AnswerVerdict.VERIFIED
        wrong = [end.wrong[value] for value in ends_of(node) if value in end.wrong]
        if verified and wrong:
            return _WRONG_LINE.format(wrong[0])
        if verified and end.changed and not end.left_out.nothing:
            return f"{MAY_BE_CHANGED}."
        if verified and (self._is_of_another(text, node) or self._is_said_of_something_else()):
            return _OF_ANOTHER
        if end.left_out.unclear or (end.left_out.nothing and not verified):
            return f"{UNCLEAR}."
        if verified:
            return None
        if end.rounded:
            return ROUNDED_BEFORE
        if end.unread:
            return _NOT_READ
        return _GONE_ON if self._has_gone_on() else None

    def _is_said_of_something_else(self) -> bool:
        question, unknowns = self._task.question or "", self._facts.unknowns
        return is_said_of_something_else(self._end.before, question, unknowns)

    def _is_of_another(self, text: str, node: Node | None) -> bool:
        """``Bob is 13``, where Ann's age is asked and no line computes 13."""
        question, beside = self._task.question, self._end.beside
        if beside is None or question is None or self._end.left_out.nothing:
            return False
        return not speaks_of_it(beside, question) and not self._end.computed.gives(text, node)

    def _at_the_end(self) -> FinalJudgement | None:
        """``24 and 36``, ``Ann is 13``, or what the last line comes to."""
        problem, text = self._task.problem, self._end.last_words
        if text is None and self._value_said(bare(self._end.text)) is not None:
            text = self._end.text
        if problem is None or text is None or "?" in text or is_not_claimed(text):
            return None
        if problem.unknowns and self._end.ends_in_chain:
            return None  # ``x = 3``, of which all is said elsewhere
        judged = judge_said(self._task, self._facts, in_signs(bare(text)), None)
        assert judged is not None  # there is a problem
        return _final_of(judged)

    def _value_said(self, sentence: str) -> str | None:
        return value_in(sentence, self._task, self._facts)

    def _as_equation(self, judgement: AnswerJudgement | None) -> AnswerJudgement | None:
        """``y = 3x - 1`` as it stands, where ``3x - 1`` is not what the question asks for."""
        whole, problem = self._end.last, problem_of(self._task, self._facts)
        if judgement is None or problem is None or not isinstance(whole, Chain) or problem.unknowns:
            return judgement
        of_line = problem.form is Form.LINE and not isinstance(whole.items[0], Symbol)
        if judgement.verdict is not AnswerVerdict.UNCHECKED and not of_line:
            return judgement
        again = judge_answer(problem, whole)
        if of_line:
            return again  # ``y - 9 = 6(x - 3)``, whose right side is no line
        return judgement if again.verdict is AnswerVerdict.UNCHECKED else again

    def _unless_excluded(self, judgement: AnswerJudgement) -> FinalJudgement:
        """Without a question, ``c^2 = 3^2 + 4^2``, ``c = 5``: no line was refuted."""
        asked_nothing = self._task.question is None and self._facts.in_prose
        refuted = judgement.verdict is AnswerVerdict.REFUTED
        if refuted and asked_nothing and self._refuted is None:
            return FinalJudgement(judgement.answer, AnswerVerdict.UNCHECKED, _EXCLUDED)
        return _final_of(judgement)

    def _without_problem(self, text: str, node: Node | None) -> FinalJudgement:
        answer, line = _answer(text, node), self._line_verdict
        if line is not None and line.verdict is Verdict.REFUTED and self._task.given:
            return FinalJudgement(answer, AnswerVerdict.REFUTED, line.reason)
        if self._refuted is not None:
            reason = f"Line {self._refuted} is wrong, so the answer does not count as checked."
            return FinalJudgement(answer, AnswerVerdict.UNCHECKED, reason)
        if self._proved and not self._end.support.gives(text, node):
            return FinalJudgement(answer, AnswerVerdict.UNCHECKED, UNSUPPORTED)
        if self._proved:
            reason = "The question itself was not read."
            answer = replace(answer, conditions=tuple(self._conditions))
            return FinalJudgement(answer, AnswerVerdict.CHECKED, reason)
        reason = "Nothing in this text could be checked."
        return FinalJudgement(answer, AnswerVerdict.UNCHECKED, reason)

    def _has_gone_on(self) -> bool:
        """``f'(x) = 3x^2``, ``f'(2) = 12``: the last value is not what was asked, one before is."""
        problem = problem_of(self._task, self._facts)
        if problem is None or problem.unknowns:
            return False
        verdicts = (judge_answer(problem, value).verdict for value in self._end.values)
        return AnswerVerdict.VERIFIED in verdicts


def _answer(text: str, node: Node | None) -> Answer:
    return Answer(text, to_plain(node) if node is not None else text)


def _final_of(judged: AnswerJudgement) -> FinalJudgement:
    return FinalJudgement(judged.answer, judged.verdict, judged.reason)


def _doubted(found: FinalJudgement, line: int) -> FinalJudgement:
    return replace(found, verdict=AnswerVerdict.UNCHECKED, reason=_WRONG_LINE.format(line))
