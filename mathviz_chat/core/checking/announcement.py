"""The answer that a text announces: "Answer: ...", a box, "the answer is ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.announced import gives_other
from mathviz_chat.core.checking.asked_letters import why_other_letter
from mathviz_chat.core.checking.beside import nouns_of
from mathviz_chat.core.checking.beside_answers import beside_answer
from mathviz_chat.core.checking.blocks import Block
from mathviz_chat.core.checking.claimed_answers import judge_claimed, judge_said, problem_of
from mathviz_chat.core.checking.denial import is_not_claimed
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.line_ends import is_wrong, node_of, refuted_value
from mathviz_chat.core.checking.lines import Found, ReadLine
from mathviz_chat.core.checking.spoken_answers import is_said_of_other, is_said_of_something_else
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.problems import AnswerJudgement
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Node
from mathviz_chat.core.verdict import NOT_CLAIMS, AnswerVerdict, Relation, Role, Verdict

_VERDICTS: Final = {
    AnswerVerdict.VERIFIED: (Verdict.PROVED, Relation.SAME),
    AnswerVerdict.REFUTED: (Verdict.REFUTED, Relation.DIFFERENT),
}


class Announcement:
    """Sees every line of a text once, and keeps the answer that was announced last.

    text: as it is announced, None before that. node: its tree. line: the line's number. judgement:
    on it, where a question is read. refuted: why the bare expression that is announced is not what
    was asked for. wrongly: the line that announces it is wrong itself. joined: it was verified
    together with that of the line before.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self.text: str | None = None
        self.node: Node | None = None
        self.line = 0
        self.judgement: AnswerJudgement | None = None
        self.refuted: str | None = None
        self.wrongly = False
        self.joined = False
        self._by_the_line_before = False

    def see(
        self, block: Block, line: ReadLine, claims: Sequence[tuple[Found, Judgement]], facts: Facts
    ) -> None:
        """Take note of a line, after it was judged."""
        before = self.text if self._by_the_line_before else None
        if block.text.strip():
            self._by_the_line_before = line.answer is not None
        if line.answer is None:
            return
        wrong = (one for _, one in claims if one.role is not Role.CONDITION)
        self.wrongly = any(map(is_wrong, wrong))
        self.refuted = refuted_value(line.answer, claims)
        self.text, self.line = line.answer, block.line
        self.node = _tree(line, facts)
        self.judgement = judge_said(self._task, facts, self.text, self.node)
        self._hold_back(block.text, facts)
        self._join(before, facts)

    @property
    def read_as(self) -> str | None:
        """The announced answer in plain notation."""
        if self.judgement is not None and self.judgement.answer is not None:
            return self.judgement.answer.plain
        return None if self.node is None else to_plain(self.node)

    def judged_line(self, claims: Sequence[tuple[Found, Judgement]]) -> Judgement | None:
        """The verdict on a line that announces the answer; None: judge it as any other line."""
        judgement = self.judgement
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

    def _join(self, before: str | None, facts: Facts) -> None:
        """``Answer: x = 3``, then ``Answer: x = -3``: lines side by side, one solution each."""
        self.joined = False
        judgement = self.judgement
        if before is None or judgement is None or judgement.verdict is not AnswerVerdict.REFUTED:
            return
        both = f"{before} or {self.text}"
        judged = judge_claimed(self._task, facts, both, None)
        if judged is not None and judged.verdict is AnswerVerdict.VERIFIED:
            self.text, self.judgement, self.joined = both, judged, True
            self.refuted = None

    def _hold_back(self, text: str, facts: Facts) -> None:
        """No verdict on what may be another thing than the answer."""
        doubt = self._doubt_in_box(text, facts) if "\\boxed" in text else None
        verified = self.judgement is not None and self.judgement.verdict is AnswerVerdict.VERIFIED
        if doubt is None and verified:
            question, problem = self._task.question, problem_of(self._task, facts)
            doubt = why_other_letter(self.node, self.text or "", problem, question)
        if doubt is None:
            return
        self.refuted = None
        if self.judgement is not None:
            undecided = AnswerVerdict.UNCHECKED
            self.judgement = replace(self.judgement, verdict=undecided, reason=doubt)

    def _doubt_in_box(self, text: str, facts: Facts) -> str | None:
        """Why the answer may be more than what is in a box, or something else."""
        nouns = nouns_of(self._task, in_prose=facts.in_prose)
        if (beside := beside_answer(text, nouns)) is not None:
            return beside
        before, problem = text.partition("\\boxed")[0], self._task.problem
        if is_not_claimed(before):
            return "The words before it deny it or leave it open."
        if problem is not None and gives_other(text, problem.unknowns):
            return "What is in the box is not the value of the unknown."
        if is_said_of_something_else(before, self._task.question or "", facts.unknowns):
            return "The words before the box may speak of something else."
        return None


def _tree(line: ReadLine, facts: Facts) -> Node | None:
    """What is announced, where it is not said of another letter: ``Answer: y is 5``."""
    before = re.split(r"[-−√]?\s*\d", line.answer or "", maxsplit=1)[0]
    return None if is_said_of_other(before, facts.unknowns) else node_of(line)
