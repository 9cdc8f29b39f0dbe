"""One formula of a line, judged by its role: what it claims, and what the facts learn from it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from mathviz_chat.core.checking.appearance import is_of_sides, looks_like_identity
from mathviz_chat.core.checking.asked_expressions import OF_A_PART, judge_as_asked
from mathviz_chat.core.checking.asked_names import names_of, with_names
from mathviz_chat.core.checking.bare_expressions import (
    names_solutions,
    permutations,
    stands_alone,
)
from mathviz_chat.core.checking.binomials import judge_choices
from mathviz_chat.core.checking.by_parts import judge_part, names_part
from mathviz_chat.core.checking.chain_formulas import (
    NOT_FILLED_IN,
    OTHER_VALUE,
    broken_within,
    is_filled_in_rightly,
    names_other_value,
    of_unknown,
)
from mathviz_chat.core.checking.chain_links import is_passed_over, links_of, name_link
from mathviz_chat.core.checking.claims import (
    identity_if_proved,
    judge_claim_for_all,
    judge_computation,
)
from mathviz_chat.core.checking.conditions import as_point, as_solution
from mathviz_chat.core.checking.congruences import equals_signs, unless_loose
from mathviz_chat.core.checking.contradictions import true_or_false
from mathviz_chat.core.checking.degree_signs import IN_DEGREES, ONE_SIGN, speaks_of_angles
from mathviz_chat.core.checking.denial import is_not_claimed, says_none, seems_denied
from mathviz_chat.core.checking.differential_lines import (
    at_places,
    judge_differential,
)
from mathviz_chat.core.checking.given_chains import begun
from mathviz_chat.core.checking.half_conditions import OTHER_PART, changes_part
from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.judgement import (
    REASONS,
    Judgement,
    unchecked,
    weakest,
    weakest_claim,
)
from mathviz_chat.core.checking.learning import facts_of, give, learn, with_functions
from mathviz_chat.core.checking.lines import Found, ReadLine
from mathviz_chat.core.checking.lines_by_themselves import asked_for, solved_aside
from mathviz_chat.core.checking.logarithms import judge_in_each_base
from mathviz_chat.core.checking.one_place import OnePlace
from mathviz_chat.core.checking.origins import Origins
from mathviz_chat.core.checking.other_letters import OTHER_LETTERS, brings_in_letters
from mathviz_chat.core.checking.other_readings import holds_otherwise
from mathviz_chat.core.checking.points import (
    ANOTHER,
    PLACE,
    Point,
    at_point,
    is_of_point,
    may_be_another,
    others,
    places_in,
    points_of,
)
from mathviz_chat.core.checking.proof_sides import sides_of
from mathviz_chat.core.checking.quantities import UNIT_LEFT_OUT, chain_with_short_units
from mathviz_chat.core.checking.restated import (
    judge_by_last,
    judge_by_names,
    judge_by_values,
    judge_restated,
)
from mathviz_chat.core.checking.roles import (
    NAMES_A_VALUE,
    Link,
    Rule,
    is_case,
    is_filled_in,
    is_supposed,
    names_a_case,
    role_of,
)
from mathviz_chat.core.checking.side_steps import is_empty
from mathviz_chat.core.checking.steps import (
    BETWEEN_ENDS,
    judge_condition,
    judge_infinitely_many,
    unless_supposed,
    within,
)
from mathviz_chat.core.checking.stray import stray
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import (
    conjuncts,
    disjuncts,
    equation,
    has,
    is_closed,
    is_literal,
    is_ordered,
    transform,
)
from mathviz_chat.core.checking.told_units import in_other_unit
from mathviz_chat.core.checking.undetermined import (
    TO_BE_FOUND,
    judge_undetermined,
    names_form,
)
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems.problem import Kind
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Expr,
    Implication,
    Node,
    RelOp,
    Statement,
    Truth,
    TupleOf,
)
from mathviz_chat.core.verdict import NOT_CLAIMS, Relation, Role, Verdict

_FAR: Final = "What stands before the sign is not read: it is not clear what it goes on from."
_OF_A_CASE: Final = "It may be said of one of the cases only."
REJECTED: Final = "The text itself rejects this."
_SILENT: Final = "The numbers are right, but it is not said how they come to be in"
_OWN_SIGN: Final = "It may be meant modulo a number, or in a notation that is not read."
_PASSED_OVER: Final = "It is not clear whether this is claimed, supposed or filled in."


class RelationJudge:
    """Judges the formulas of one text, one after the other.

    doubtful: what the last given would be judged as, if it is a claim for all values; the marker
    decides when it knows whether the text goes on from it.
    """

    def __init__(self, task: Task) -> None:
        self.task = task
        self.facts = facts_of(task)
        self.doubtful: Judgement | None = None
        self._points = points_of(task)
        self._names = names_of(task)
        self._sides = sides_of(task)
        self._places: tuple[tuple[Point, Found], ...] = ()
        self._here: Point | None = None
        self._listed = False  # several bare numbers stand on the line
        self._passed_over = False  # a pair of numbers on the line is not read as a solution
        self._in_case = False  # what the text says may hold in one of several cases only
        self._far = False  # words or unread signs stand between the last formula and this one
        self._origins = Origins(task.question)
        self._one_place = OnePlace()

    def begin(self, line: ReadLine, text: str) -> None:
        """Before the formulas of a line are judged: the place that it speaks of, and whether it
        stands between a formula and a sign that goes on from it."""
        if text.strip() and not line.found:
            self._far = True
        if self.task.question is not None:
            self._one_place.begin(self.facts, text)
        self._here, self._passed_over = None, False
        bare = [found.node for found in line.found]
        self._listed = len(bare) > 1 and all(
            isinstance(node, Expr) and is_literal(node) for node in bare
        )
        self._in_case |= names_a_case(text)
        self._places = places_in(line, self.facts, self.task)
        if self._places:
            self._points = (self._places[-1][0], *points_of(self.task))

    # -------------------------------------------------------------- statements

    def judge(self, found: Found, line: int) -> Judgement | None:
        """The verdict on a formula; None where it claims nothing at all (a bare expression)."""
        self._origins.read(found.lead)
        judged = self._judge(found, line)
        if judged is not None and self._is_of_other_letters(found.node, judged):
            judged = unchecked(OTHER_LETTERS, Role.UNDECIDED)
        self._origins.read(found.text + found.tail)
        return judged

    def _is_of_other_letters(self, node: Node | None, judged: Judgement) -> bool:
        refuted = judged.verdict is Verdict.REFUTED and judged.role is Role.IDENTITY
        return refuted and node is not None and brings_in_letters(self.task, node)

    def _judge(self, found: Found, line: int) -> Judgement | None:
        node = found.node
        if node is None:
            self._far = True
            if found.is_relation:
                self.facts.formula = None  # what it ends in is not known
            return None
        own = next((point for point, named in self._places if named is found), None)
        self._here = own or self._here or (self._places[0][0] if len(self._places) == 1 else None)
        if own is not None:
            said = [self._statement(part, found, line) for part in others(node)]
            return weakest_claim(
                [unchecked(PLACE, Role.GIVEN), *(one for part in said for one in part)]
            )
        if isinstance(node, Statement):
            if is_not_claimed(found.lead):
                return unchecked("The words before it deny it or leave it open.", Role.NONE)
            judgement = weakest_claim(self._statement(node, found, line))
            if judgement.verdict is Verdict.REFUTED and self._has_own_signs():
                return unchecked(_OWN_SIGN, judgement.role)
            if judgement.verdict is Verdict.REFUTED:
                reason = holds_otherwise(found, self.facts)
                if reason is not None:
                    return unchecked(reason, judgement.role)
            return self._with_origin(node, judgement, found.text)
        judged = None if self._listed else self._expression(node, found, line)
        if judged is not None and judged.verdict is Verdict.REFUTED and self._has_own_signs():
            judged = unchecked(_OWN_SIGN, judged.role)
        in_words = not (found.goes_on or stands_alone(found))
        if not (in_words and is_literal(node)):  # "Divide by 2:" is about the formula before it
            self.facts.formula = node
        self._far = in_words
        return judged

    def _has_own_signs(self) -> bool:
        """``3^(-1) = 5`` modulo 7, ``2 cis(pi/4)``: a sign or a name with its own meaning."""
        problem = self.task.problem
        return problem is not None and problem.kind in (Kind.CONGRUENCE, Kind.POLAR_FORM)

    def _with_origin(self, node: Statement, judged: Judgement, text: str) -> Judgement:
        """Say so where a number of a computation comes from nowhere."""
        if judged.role is not Role.COMPUTATION:
            return judged
        read = chain_with_short_units(node, text) if isinstance(node, Chain) else node
        if UNIT_LEFT_OUT in judged.conditions and (unit := self._origins.converted(read)):
            return unchecked(f"{_SILENT} {unit}.", Role.COMPUTATION)
        if UNIT_LEFT_OUT in judged.conditions and (why := in_other_unit(read, self.task.problem)):
            return unchecked(why, Role.COMPUTATION)
        unknown = self._origins.unknown(node.items[0] if isinstance(node, Chain) else node)
        if unknown is None:
            return judged
        hint = f"The number {unknown} stands neither in the question nor in a line before."
        return replace(judged, reason=f"{judged.reason} {hint}")

    def _statement(self, node: Statement, found: Found, line: int) -> list[Judgement]:
        node = as_point(node, self.facts.unknowns) or node
        if isinstance(node, Implication):
            if (solved := solved_aside(self.facts, node, line)) is not None:
                return [unchecked(REASONS[Role.GIVEN], Role.GIVEN), solved]
            before = self._statement(node.before, found, line)
            after = self._statement(node.after, replace(found, lead=""), line)
            if changes_part(before, after, (node.before, node.after)):
                after.append(unchecked(OTHER_PART, Role.CONDITION))
            return before + after
        if isinstance(node, Chain):
            return self._chain(node, found, line)
        return [self._combination(node, found, line)]

    def _combination(self, node: Statement, found: Found, line: int) -> Judgement:
        """``and``, ``or``, ``no solutions``."""
        if self.facts.has_conditions and node == Truth(True) and "infinit" in found.text.lower():
            denied = seems_denied(found.tail)
            return unchecked(REJECTED, Role.NONE) if denied else judge_infinitely_many(self.facts)
        if self.facts.has_conditions and (isinstance(node, Truth) or self.facts.concerns(node)):
            if (broken := broken_within(node)) is not None:
                return broken
            judged = self._condition(node, found.tail, line)
            of_one_case = node == Truth(False) and judged.verdict is Verdict.REFUTED
            return unchecked(_OF_A_CASE, Role.GIVEN) if of_one_case and self._in_case else judged
        parts = conjuncts(node) if len(conjuncts(node)) > 1 else disjuncts(node)
        if len(parts) > 1 and conjuncts(node) == parts:
            return weakest(j for part in parts for j in self._statement(part, found, line))
        role = Role.NONE if isinstance(node, Truth) else Role.UNDECIDED
        return unchecked("There is no equation in force that this could be judged by.", role)

    # -------------------------------------------------------------- chains

    def _chain(self, chain: Chain, found: Found, line: int) -> list[Judgement]:
        if self._sides:
            chain = transform(chain, self._sides.get)
        chain = at_places(self.facts, with_names(chain, self._names))
        if has(chain, Call):
            chain = transform(chain, permutations)
        if not self.facts.has_conditions:
            chain = chain_with_short_units(chain, found.text)
        if (given := begun(chain, found, self.task, self.facts)) is not None:
            return [unchecked(given, Role.GIVEN)]
        judged = self._first_item(chain.items[0], found, line)
        condition: list[Link] = []
        open_formulas: list[Judgement] = []
        pieces = links_of(chain, found, self.task, self.facts)
        for link, equals in zip(pieces, equals_signs(chain, found.text), strict=True):
            there = None if self._here is None else at_point(link, self._here, self.facts)
            solves = judge_differential(self.facts, link) or judge_undetermined(self.facts, link)
            rule = role_of(link, self.facts)
            if there is None and solves is None and rule.role is Role.CONDITION:
                condition.append(link)
                continue
            judged += self._conditions(condition, line)
            condition = []
            if solves is not None:
                one = solves
            elif there is not None:
                one = self._at_point(link, there, found)
            else:
                one = self._by_role(rule.role, link, found, line)
            one = unless_loose(one, link) if equals else one
            if is_passed_over(one, rule, judged):
                one = unchecked(_PASSED_OVER, Role.UNDECIDED)
            judged.append(name_link(one, link) if len(pieces) > 1 else one)
            open_formulas += self._open_formula(one, link, rule)
        judged += self._conditions(condition, line)
        if (value := of_unknown(pieces, self.facts)) is not None:
            judged.append(self._condition(value, found.tail, line))
        if any(one.role not in NOT_CLAIMS for one in judged):
            judged += [*open_formulas, *self._unshown(pieces)]
        self.facts.formula = chain.items[-1]
        self._far = False
        return judged

    def _open_formula(self, judged: Judgement, link: Link, rule: Rule) -> list[Judgement]:
        """A sign that leads from a formula to values which it is not shown to have."""
        if judged.role is not Role.FORMULA or rule.name == NAMES_A_VALUE:
            return []
        if not link.left_names or not is_closed(link.right):
            return []
        if self._is_shown(link):
            return []
        return [name_link(unchecked(NOT_FILLED_IN), link)]

    def _unshown(self, pieces: list[Link]) -> list[Judgement]:
        """``c^2 = a^2 + b^3 = 36 + 64 = 100``, ``c^3 = a^2 + b^2 = 100``: what is taken as given in
        a chain that computes a length is looked at as a formula that is filled in."""
        other = names_other_value(pieces, self.task, self._origins)
        found = [unchecked(OTHER_VALUE)] if other else []
        problem = self.task.problem
        if problem is None or problem.unknowns or problem.kind is not Kind.GEOMETRY:
            return found
        filled_in = [link for link in pieces[1:] if link.left_names and is_closed(link.right)]
        if pieces[0].right_names and not all(map(self._is_shown, filled_in)):
            found.append(unchecked(NOT_FILLED_IN))
        return found

    def _is_shown(self, link: Link) -> bool:
        return is_filled_in_rightly(link, self.facts, self.task, self._origins)

    def _first_item(self, first: Expr, found: Found, line: int) -> list[Judgement]:
        """``= 2*7 = 14``: the first sign goes on from the formula before, or from what is asked;
        ``= x = 5`` does not, where x is to be found."""
        if not found.goes_on or self.facts.concerns(equation(first, first)):
            return []
        judged = self._expression(first, replace(found, tail=""), line)
        return [] if judged is None or judged.role in NOT_CLAIMS else [judged]

    def _conditions(self, pieces: list[Link], line: int) -> list[Judgement]:
        """Neighbouring relation signs on the unknowns are one condition: ``2 < x < 5``."""
        if not pieces:
            return []
        items = (pieces[0].left, *(link.right for link in pieces))
        chain = Chain(items, tuple(link.op for link in pieces))
        if not variables(chain):
            return [true_or_false(self.facts, link) for link in pieces]
        supposed = is_case(pieces[0].lead)
        return [self._condition(chain, pieces[-1].tail, line, supposed=supposed)]

    def _condition(
        self, statement: Statement, tail: str, line: int, *, supposed: bool = False
    ) -> Judgement:
        if seems_denied(tail) or (says_none(tail) and is_empty(self.facts, statement)):
            return unchecked(REJECTED, Role.NONE)
        strange = None if self.facts.in_prose else stray(statement, self.facts.given, self.task)
        if strange is not None:
            return unchecked(strange, Role.CONDITION)
        if self.task.height is not None and is_ordered(statement):
            return unchecked(BETWEEN_ENDS, Role.CONDITION)
        judged = judge_condition(self.facts, statement, line, supposed=supposed)
        judged = self._of_angles(judged)
        judged = unless_supposed(self.facts, statement, judged)
        return within(self.task.restriction, statement, judged)

    def _by_role(self, role: Role, link: Link, found: Found, line: int) -> Judgement:
        return self._of_angles(self._as_role(role, link, found, line))

    def _of_angles(self, judged: Judgement) -> Judgement:
        """``7*2 = 14°``, where nothing says that the numbers are angles."""
        told = IN_DEGREES not in judged.conditions or speaks_of_angles(self.task.question)
        return judged if told else unchecked(ONE_SIGN, judged.role)

    def _as_role(self, role: Role, link: Link, found: Found, line: int) -> Judgement:
        match role:
            case Role.COMPUTATION:
                opened = with_functions(self.facts, link)
                if has(equation(link.left, link.right), Call) and opened.names:
                    return self._with_letters(opened, found, line)
                return judge_computation(self.task, self.facts, link, found)
            case Role.IDENTITY:
                return self._for_all(link, found)
            case Role.DEFINITION | Role.FORMULA:
                before = self._named_before(role, link, line)
                learn(self.facts, link, line)
                if before is not None:
                    return before
            case Role.GIVEN | Role.UNDECIDED:
                proved = identity_if_proved(self.facts, link)
                proved = proved or judge_by_names(self.facts, link)
                if role is Role.UNDECIDED or (proved is not None and variables(link.left)):
                    proved = proved or judge_by_last(self.facts, link)
                    self.facts.open_equation = equation(link.left, link.right)
                if proved is not None:
                    return proved
                asked = asked_for(self.task, link)
                if role is Role.GIVEN:
                    link = with_functions(self.facts, link)
                    give(self.facts, link, supposed=is_supposed(link))
                    in_words = len((found.lead + found.tail).split()) > 2
                    self.facts.in_prose |= in_words or is_of_sides(link.left, link.right)
                    self._doubt(link)
                if asked is not None:
                    return asked
        relation = Relation.NOTATION if role is Role.NOTATION else None
        return Judgement(Verdict.UNCHECKED, relation, REASONS[role], role=role)

    def _with_letters(self, opened: Link, found: Found, line: int) -> Judgement:
        """``f(2) = 6``, where f has a letter that is to be found: a condition on it."""
        said = equation(opened.left, opened.right)
        if opened.op is RelOp.EQ and self.facts.has_conditions and self.facts.concerns(said):
            return self._condition(said, found.tail, line)
        judged = judge_computation(self.task, self.facts, opened, found)
        open_letters = set(variables(said)) - self.facts.values.keys()
        if judged.verdict is Verdict.REFUTED and open_letters:
            return unchecked(REASONS[Role.UNDECIDED], Role.UNDECIDED)
        return judged

    def _for_all(self, link: Link, found: Found) -> Judgement:
        """An equation that is claimed for all values."""
        if seems_denied(link.tail):
            return unchecked(REJECTED, Role.NONE)
        if (part := names_part(self.facts, link, self.task)) is not None:
            return part
        judged = judge_claim_for_all(self.facts, link)
        if judged.verdict is not Verdict.REFUTED:
            return judged
        if is_filled_in(link, self.facts):
            return unchecked(REASONS[Role.FORMULA], Role.FORMULA)
        if names_form(self.task.question, link):
            return unchecked(TO_BE_FOUND, Role.GIVEN)
        return (is_of_point(link) and self._at_known_point(link, found)) or judged

    def _at_point(self, link: Link, there: Link, found: Found) -> Judgement:
        """The line says of which place it speaks, and ``there`` is the link with its value."""
        judged = judge_computation(self.task, self.facts, there, found)
        if judged.verdict is Verdict.REFUTED and may_be_another(link, self.facts):
            return unchecked(ANOTHER, Role.COMPUTATION)
        return judged

    def _at_known_point(self, link: Link, found: Found) -> Judgement | None:
        """``dy/dx = 10``, where the question or a line before names the place that it holds at."""
        for point in self._points:
            there = at_point(link, point, self.facts)
            judged = there and judge_computation(self.task, self.facts, there, found)
            if judged and judged.verdict is Verdict.PROVED:
                return replace(judged, conditions=(*judged.conditions, f"at {point}"))
        return None

    def _named_before(self, role: Role, link: Link, line: int) -> Judgement | None:
        """A name with a value or a formula, beside what the text said of it before."""
        if role is Role.DEFINITION or not link.first:
            return None
        judged = (
            judge_part(self.facts, link, self.task)
            or judge_restated(self.facts, link, line)
            or judge_by_values(self.facts, link)
            or judge_by_last(self.facts, link)
        )
        if link.op is RelOp.EQ and link.right_names:
            self.facts.open_equation = equation(link.left, link.right)
        return judged

    def _doubt(self, link: Link) -> None:
        if self.task.question is not None or len(self.facts.given) != 1 or link.op is not RelOp.EQ:
            return
        if looks_like_identity(link.left, link.right):
            judge = partial(judge_in_each_base, judge_identity)
            self.doubtful = judge_choices(judge, link.left, link.right)

    # -------------------------------------------------------------- bare expressions

    def _expression(self, node: Expr, found: Found, line: int) -> Judgement | None:
        """A bare expression goes on from the formula before, or claims to be what was asked."""
        if self._sides:
            node = transform(node, self._sides.get)
        before = self.facts.formula if found.goes_on else None
        if before is not None:
            return self._going_on(before, node, found, line)
        if isinstance(node, TupleOf) and len(self.facts.given) >= len(self.facts.unknowns):
            point = as_solution(node, self.facts.unknowns)
            if point is not None and names_solutions(found) and not self._passed_over:
                return self._condition(point, found.tail, line)
            self._passed_over |= point is not None  # ``at (9, 9) and (2, 4)``: of both
        return judge_as_asked(self.task, self.facts, node, found)

    def _going_on(self, before: Expr, node: Expr, found: Found, line: int) -> Judgement:
        """``= 14``, after a line that ends in a formula."""
        link = Link(
            before,
            found.leading or RelOp.EQ,
            node,
            found.lead,
            found.tail,
            continues=True,
            transforms=self.task.transformation is not None,
        )
        if Chain((before, node), (RelOp.EQ,)) in self.facts.given:
            return self._conditions([link], line)[0]  # the equation, over two lines
        judged = self._by_role(role_of(link, self.facts).role, link, found, line)
        if judged.verdict is not Verdict.REFUTED:
            return judged
        of_other = is_closed(before) != is_closed(node)
        asked = judge_as_asked(self.task, self.facts, node, found)
        if self.task.is_carried_out and not of_other:
            if asked is not None and asked.verdict is Verdict.PROVED:
                return asked  # ``x = 2: u = 5``, then ``= ∫_1^5 ... du``
        elif self.task.is_carried_out:
            return unchecked(OF_A_PART, Role.FORMULA)  # ``= x + 3``, then ``= 6``: a limit
        elif of_other and asked is not None:
            return asked  # beside a computation on the way, ``8 * (-3) = -24``
        return unchecked(_FAR, judged.role) if self._far else judged
