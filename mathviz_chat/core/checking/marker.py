"""Blocks in, verdicts out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mathviz_chat.core.checking.answer import AnswerFinder
from mathviz_chat.core.checking.asked_limit import with_asked_limit
from mathviz_chat.core.checking.beside import Nouns, nouns_of
from mathviz_chat.core.checking.blocks import Block, FinalJudgement, Marked
from mathviz_chat.core.checking.cases import (
    as_complete_case,
    as_said_there,
    cases_are_complete,
    is_one_case,
    unmentioned,
)
from mathviz_chat.core.checking.conditions import is_solved, without_indices
from mathviz_chat.core.checking.half_conditions import loose_half
from mathviz_chat.core.checking.joined_ranges import JoinedRanges
from mathviz_chat.core.checking.judgement import (
    REASONS,
    VERDICTS,
    Judgement,
    unchecked,
    unproved_beside,
    weakest,
    weakest_claim,
)
from mathviz_chat.core.checking.lines import (
    Found,
    ReadLine,
    constants_in,
    letters_given,
    read_line,
)
from mathviz_chat.core.checking.loose_ends import loose_end
from mathviz_chat.core.checking.named_operations import misnamed
from mathviz_chat.core.checking.notations import with_variable
from mathviz_chat.core.checking.number_systems import NumberSystems
from mathviz_chat.core.checking.one_line import contradiction
from mathviz_chat.core.checking.points import functions_in, with_extrema
from mathviz_chat.core.checking.proof_sides import sides_of, with_letters
from mathviz_chat.core.checking.relations import REJECTED, RelationJudge
from mathviz_chat.core.checking.said import judge_said
from mathviz_chat.core.checking.set_aside import leaves_out, rejects_it
from mathviz_chat.core.checking.side_by_side import with_or
from mathviz_chat.core.checking.task import read_task
from mathviz_chat.core.checking.told_units import units_told, with_told_units, with_units_inside
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Or, Statement
from mathviz_chat.core.verdict import NOT_CLAIMS, Claim, Relation, Role, Step, StepKind, Verdict

_ON_THE_WAY = (Role.COMPUTATION, Role.IDENTITY)

NO_CLAIM = "There is no claim on this line."


@dataclass(slots=True)
class _Waiting:
    """A line that holds some of the solutions only; the lines to come decide.

    loose: why the line is not proved as a whole, whatever they say.
    """

    block: Block
    found: Found
    lost: Judgement
    loose: str | None


@dataclass(slots=True)
class _Doubtful:
    """A first equation that is a given if the text goes on from it, and else a claim."""

    block: Block
    found: Found
    given: Step
    claimed: Judgement
    loose: str | None


class Marker:
    """Marks the blocks of one solution, in order, against the question and all facts in force.

    ``mark`` and ``finish`` return the verdicts that have become final: each block gets exactly
    one, in the end, but not necessarily at once (a root may wait for the line with the other).
    Nothing raises, whatever the text. problem: how the question is read, where that is known.
    """

    def __init__(self, question: str | None = None, problem: Problem | None = None) -> None:
        self._task = read_task(question, problem)
        self._sides = sides_of(self._task)
        self._judge = RelationJudge(self._task)
        self._answers = AnswerFinder(self._task)
        self._letters: frozenset[str] = frozenset()  # e and i, where they are no constants; C_1
        self._equations = [one for one in self._task.given if isinstance(one, Chain)]
        self._labels = 0  # the last label of an equation, as in ``5x - y = 13 (2)``
        self._told = units_told(question)
        self._ranges = JoinedRanges()
        self._systems = NumberSystems()
        self._systems.note(question or "")
        self._waiting: list[_Waiting] = []
        self._doubtful: _Doubtful | None = None
        self._gained: Marked | None = None
        self._refuted_answer: Marked | None = None  # the next line may announce the other part

    @property
    def reading(self) -> str | None:
        """How the question was read, None where it was not."""
        return None if self._task.problem is None else self._task.problem.read_as

    def mark(self, block: Block) -> tuple[Marked, ...]:
        """Judge a block; return the verdicts that are final now."""
        self._letters |= constants_in(block.text)
        line = read_line(
            with_units_inside(self._in_signs(block.text), self._told),
            self._letters,
            self._labels,
            functions_in(block.text, self._judge.facts),
            of_equation=self._task.is_equation,
            roots=self._task.may_have_roots,
        )
        line = with_told_units(line, self._told)
        line = self._ranges.join(line, block.text, in_force=self._judge.facts.has_conditions)
        line = with_extrema(line, self._judge.facts)
        self._labels = line.labels
        self._letters |= letters_given(line)
        self._systems.note(block.text)
        self._judge.begin(line, block.text)
        judged = [(found, self._judge.judge(found, block.line)) for found in line.found]
        claims = [(found, self._systems.allow(found, one)) for found, one in judged if one]
        claims = [
            (found, unchecked(REJECTED, Role.NONE) if rejects_it(block.text, line, found) else one)
            for found, one in claims
        ]
        loose = self._loose_end(block.text, line, claims)
        loose = loose or contradiction(claims, self._judge.facts)
        if not claims and (said := self._said(block, line)) is not None:
            claims = [said]
        self._answers.see(block, line, claims, self._judge.facts, loose)
        loose = loose or self._misnamed(block.text, claims)  # which leaves the answer as it is
        released = (
            *self._release_answer(block, claims),
            *self._release_given(claims),
            *self._release_gained(block, line),
            *self._release_cases(),
        )
        if line.answer is not None:
            answer = self._answer_step(block, line, claims, loose)
            if answer.claim.verdict is Verdict.REFUTED:
                self._refuted_answer = Marked(block.index, answer)
                return released
            return (*released, Marked(block.index, answer))
        if self._judge.doubtful is not None and self._doubtful is None and len(claims) == 1:
            given = _step(block, line, claims, loose)
            claimed = replace(self._judge.doubtful, role=Role.IDENTITY)
            loose = loose_end(line.found, [(claims[0][0], claimed)], Nouns.NONE)
            self._doubtful = _Doubtful(block, claims[0][0], given, self._judge.doubtful, loose)
            return released
        if self._wait(block, claims, loose):
            return (*released, *self._release_cases())
        step = _step(block, line, claims, loose)
        if _may_be_final(claims, step, self._judge.facts.unknowns):
            self._gained = Marked(block.index, step)
            return released
        return (*released, Marked(block.index, step))

    def _in_signs(self, text: str) -> str:
        """The line with what the question says of its letters."""
        facts = self._judge.facts
        by = self._task.variable if facts.differential is None else facts.differential.x
        text = with_asked_limit(with_letters(text, self._sides), self._task)
        text = with_or(text, self._task.unknowns)
        return text if by is None else with_variable(text, by)

    def _said(self, block: Block, line: ReadLine) -> tuple[Found, Judgement] | None:
        """A line without a relation sign, as a claim in words; as a formula of its own."""
        in_signs = line.answer is not None or any(found.is_relation for found in line.found)
        if in_signs or not self._systems.are_usual:
            return None
        judged = judge_said(block.text)
        return None if judged is None else (Found(block.text, None), judged)

    def _loose_end(
        self, text: str, line: ReadLine, claims: list[tuple[Found, Judgement]]
    ) -> str | None:
        """Why the line is not proved as a whole, if its claims are."""
        unread = next((f for f in line.found if f.node is None and f.is_relation), None)
        if unread is not None:
            return f"Part of it cannot be read: {unread.error}"
        in_prose = self._judge.facts.in_prose
        nouns = nouns_of(self._task, in_prose=in_prose)
        return loose_end(line.found, claims, nouns) or loose_half(text, line.found, claims)

    def _misnamed(self, text: str, claims: list[tuple[Found, Judgement]]) -> str | None:
        """The words name an operation which the equations before do not lead here by."""
        stated = [found.node for found, _ in claims if isinstance(found.node, Statement)]
        seen, facts = self._equations, self._judge.facts
        told = misnamed(text, stated, seen) if len(facts.unknowns) == 1 else None
        self._equations += [one for one in stated if isinstance(one, Chain) and len(one.items) == 2]
        return told

    def _wait(self, block: Block, claims: list[tuple[Found, Judgement]], loose: str | None) -> bool:
        """A line that holds some of the solutions only waits for the others."""
        for found, one in claims:
            lost = one.relation is Relation.ROOTS_LOST
            if lost and one is weakest(judged for _, judged in claims):
                others = [judged for _, judged in claims]
                loose = loose or one.unproved or unproved_beside(one, others)
                self._waiting.append(_Waiting(block, _all_lost(found, claims), one, loose))
                return True
        return False

    def skip(self, block: Block, reason: str) -> tuple[Marked, ...]:
        """Count a block as unchecked (its judging was stopped) and go on."""
        claim = Claim(block.text, None, Verdict.UNCHECKED, None, reason, role=Role.UNDECIDED)
        return (Marked(block.index, Step(StepKind.STEP, claim)),)

    def finish(self) -> tuple[Marked, ...]:
        """The text has ended: the verdicts that were held back."""
        waiting, self._waiting = self._waiting, []
        lost = [Marked(one.block.index, self._lost_step(one)) for one in waiting]
        refuted, self._refuted_answer = self._refuted_answer, None
        announced = () if refuted is None else (refuted,)
        gained, self._gained = self._gained, None
        last = () if gained is None else (replace(gained, step=_as_final(gained.step)),)
        return (*self._claim_for_all(), *announced, *last, *lost)

    def _lost_step(self, one: _Waiting) -> Step:
        lost = as_said_there(self._judge.facts, one.found, one.lost)
        if lost.verdict is Verdict.PROVED:
            lost = _unless_loose(lost, one.loose)
        elif self._judge.facts.in_prose and lost.verdict is Verdict.REFUTED:
            lost = unmentioned(lost)
        return _claim_step(one.block, one.found, lost)

    def final(self) -> FinalJudgement:
        """The text's answer and the verdict on it; after :meth:`finish`."""
        return self._answers.final()

    def _release_answer(
        self, block: Block, claims: list[tuple[Found, Judgement]]
    ) -> tuple[Marked, ...]:
        """A refuted answer, once the line after it has announced the other solutions, or not."""
        held = self._refuted_answer
        if held is None or not block.text.strip():
            return ()
        self._refuted_answer = None
        judged = (
            self._answers.announced.judged_line(claims) if self._answers.announced.joined else None
        )
        if judged is None:
            return (held,)
        claim = _claim(held.step.claim.text, held.step.claim.read_as, judged)
        return (replace(held, step=replace(held.step, claim=claim)),)

    def _release_given(self, claims: list[tuple[Found, Judgement]]) -> tuple[Marked, ...]:
        """The text goes on from its first equation, so that one is a given."""
        doubtful = self._doubtful
        if doubtful is None or all(one.role in NOT_CLAIMS for _, one in claims):
            return ()
        self._doubtful, self._judge.doubtful = None, None
        return (Marked(doubtful.block.index, doubtful.given),)

    def _release_gained(self, block: Block, line: ReadLine) -> tuple[Marked, ...]:
        """The text goes on after a line with the unknown alone, so that it was not the answer."""
        gained = self._gained
        goes_on = any(found.is_relation for found in line.found) or leaves_out(block.text)
        if gained is None or not goes_on:
            return ()
        self._gained = None
        return (gained,)

    def _claim_for_all(self) -> tuple[Marked, ...]:
        """The text ends after its first equation, which looks like a claim for all values."""
        doubtful, self._doubtful = self._doubtful, None
        if doubtful is None:
            return ()
        claimed = _unless_loose(doubtful.claimed, doubtful.loose)
        step = _claim_step(doubtful.block, doubtful.found, claimed)
        return (Marked(doubtful.block.index, step),)

    def _release_cases(self) -> tuple[Marked, ...]:
        facts = self._judge.facts
        if not self._waiting or not cases_are_complete(facts):
            return ()
        waiting = [one for one in self._waiting if is_one_case(facts, one.block.line)]
        self._waiting = [one for one in self._waiting if one not in waiting]
        complete = (_unless_loose(as_complete_case(facts, one.lost), one.loose) for one in waiting)
        return tuple(
            Marked(one.block.index, _claim_step(one.block, one.found, judged))
            for one, judged in zip(waiting, complete, strict=True)
        )

    def _answer_step(
        self,
        block: Block,
        line: ReadLine,
        claims: list[tuple[Found, Judgement]],
        loose: str | None,
    ) -> Step:
        judged = self._answers.announced.judged_line(claims)
        if judged is None:
            step = _as_final(_step(block, line, claims, loose))
            self._answers.note_answer(step.claim)
            return replace(step, kind=StepKind.ANSWER)
        refuted = [one for _, one in claims if one.verdict is Verdict.REFUTED]
        wrong = [one for one in refuted if one.role in _ON_THE_WAY]
        judged = _with_witness(judged, [one for _, one in claims])
        shown = self._answers.announced.read_as
        return Step(StepKind.ANSWER, _claim(block.text, shown, weakest([judged, *wrong])))


def _step(
    block: Block, line: ReadLine, claims: list[tuple[Found, Judgement]], loose: str | None
) -> Step:
    if claims:
        judged = weakest_claim([one for _, one in claims])
        found = next(found for found, one in claims if _is_of(judged, one))
        return _claim_step(block, found, _unless_loose(judged, loose))
    unread = next((f for f in line.found if f.node is None and f.is_relation), None)
    if unread is not None and (unread.of_words or unread.is_remainder):
        role = Role.NOTATION if unread.is_remainder else Role.FORMULA
        claim = Claim(block.text, None, Verdict.UNCHECKED, None, REASONS[role], role=role)
        return Step(StepKind.SETUP, claim)
    if unread is not None:
        reason = f"It cannot be read: {unread.error}"
        claim = Claim(block.text, None, Verdict.UNCHECKED, None, reason, role=Role.UNDECIDED)
        return Step(StepKind.STEP, claim)
    shown = to_plain(line.found[0].node) if _one_formula(line) and line.found[0].node else None
    claim = Claim(block.text, shown, Verdict.UNCHECKED, None, NO_CLAIM, role=Role.NONE)
    return Step(StepKind.TEXT, claim)


def _unless_loose(judged: Judgement, loose: str | None) -> Judgement:
    """The verdict on the line, where its claims are judged so, and ``loose`` stands beside them."""
    if loose is None or judged.verdict is Verdict.REFUTED:
        return judged
    return replace(judged, verdict=Verdict.UNCHECKED, reason=loose, relation=None, method=None)


def _all_lost(found: Found, claims: list[tuple[Found, Judgement]]) -> Found:
    """``x - 2 = 0 and x + 2 = 0``: the cases that a line names, as one formula."""
    lost = (one.node for one, judged in claims if judged.relation is Relation.ROOTS_LOST)
    cases = tuple(node for node in lost if isinstance(node, Statement))
    return found if len(cases) < 2 else replace(found, node=Or(cases))


def _is_of(judged: Judgement, one: Judgement) -> bool:
    """Whether the line's verdict is that of this formula, perhaps with conditions of the others."""
    return one is judged or (one.role, one.reason) == (judged.role, judged.reason)


def _with_witness(answer: Judgement, claims: list[Judgement]) -> Judgement:
    """A refuted answer takes its witness from the same line, judged as a step."""
    if answer.verdict is not Verdict.REFUTED:
        return answer
    for one in claims:
        if one.verdict is Verdict.REFUTED and one.witness is not None:
            return replace(answer, witness=one.witness, relation=one.relation)
    return replace(answer, witness=answer.reason)


def _may_be_final(
    claims: list[tuple[Found, Judgement]], step: Step, unknowns: tuple[str, ...]
) -> bool:
    """An unknown stands alone, but values that do not fit are among those named. Of ``x != 3 and
    x != -3`` each condition allows what the other one leaves out."""
    if sum(one.relation is Relation.ROOTS_GAINED for _, one in claims) > 1:
        return False
    if step.claim.relation is not Relation.ROOTS_GAINED:
        return False
    nodes = [found.node for found, one in claims if one.relation is Relation.ROOTS_GAINED]
    solved = (node for node in nodes if isinstance(node, Statement) and is_solved(node))
    named = (variables(without_indices(node, unknowns)) for node in solved)  # ``x_1 = 4``
    return any(set(names) & set(unknowns) for names in named)


def _as_final(step: Step) -> Step:
    """The step as the final answer: the last column of the table of relations."""
    claim = step.claim
    if claim.relation is None or claim.role is not Role.CONDITION:
        return step
    if claim.verdict is not VERDICTS[claim.relation][0]:
        return step
    verdict = VERDICTS[claim.relation][1]
    reason = claim.reason if verdict is claim.verdict else f"As the final answer: {claim.reason}"
    return replace(step, claim=replace(claim, verdict=verdict, reason=reason))


def _one_formula(line: ReadLine) -> bool:
    return len(line.found) == 1


def _claim_step(block: Block, found: Found, judged: Judgement) -> Step:
    kind = StepKind.SETUP if judged.role in NOT_CLAIMS else StepKind.STEP
    shown = None if found.node is None else to_plain(found.node)
    return Step(kind, _claim(block.text, shown, judged))


def _claim(text: str, shown: str | None, judged: Judgement) -> Claim:
    return Claim(
        text=text,
        read_as=shown,
        verdict=judged.verdict,
        relation=judged.relation,
        reason=judged.reason,
        witness=judged.witness,
        method=judged.method,
        conditions=judged.conditions,
        role=judged.role,
    )
