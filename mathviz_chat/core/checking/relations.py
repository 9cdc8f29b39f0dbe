"""One formula of a line, judged by its role: what it claims, and what the facts learn from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.antiderivatives import judge_antiderivative
from mathviz_chat.core.checking.appearance import looks_like_identity
from mathviz_chat.core.checking.calculus import (
    carried_out,
    definition_of_function,
    depends_unsaid,
    expand_functions,
)
from mathviz_chat.core.checking.conditions import as_condition, compare
from mathviz_chat.core.checking.doubts import LETTER, reason_to_doubt
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.inverses import inverted, judge_inverse
from mathviz_chat.core.checking.judgement import Judgement, clip, unchecked, weakest
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.numeric import judge_numbers
from mathviz_chat.core.checking.origins import Origins
from mathviz_chat.core.checking.quantities import chain_with_short_units
from mathviz_chat.core.checking.roles import (
    Link,
    is_case,
    is_denied,
    is_not_claimed,
    is_word,
    role_of,
)
from mathviz_chat.core.checking.steps import (
    judge_condition,
    judge_infinitely_many,
    unless_supposed,
    within,
)
from mathviz_chat.core.checking.task import Task, Transformation
from mathviz_chat.core.checking.terms import (
    conjuncts,
    disjuncts,
    has,
    is_closed,
    links,
    lone_symbol,
    needs_calculus,
    transform,
)
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import Outcome, substitute, variables
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Derivative,
    Expr,
    Implication,
    Integral,
    Node,
    Quantity,
    RelOp,
    Statement,
    Truth,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import NOT_CLAIMS, Relation, Role, Verdict

_DASH: Final = re.compile(r"\s*[-−–]\s+")
REASONS: Final = {
    Role.NOTATION: "This is a way of writing, not a claim that both sides are equal.",
    Role.NONE: "This is asked, not claimed.",
    Role.DEFINITION: "This says what a name stands for; it claims nothing.",
    Role.GIVEN: "This is taken as given; the lines after it are judged by it.",
    Role.FORMULA: "This is a formula or names a value; there is nothing to compare it with.",
    Role.UNDECIDED: "It is not clear whether this is meant for all values or as an equation.",
}


_ANSWER: Final = re.compile(
    r"(?:(?:so|thus|hence|therefore|and)[,\s]+)?(?:the\s+)?(?:final\s+)?(?:answer|result)"
    r"(?:\s+(?:is|equals))?",
    re.IGNORECASE,
)
_REJECTED: Final = "The text itself rejects this."
_COMPLEX = re.compile(r"\b(?:complex|imaginary)\b", re.IGNORECASE)


def weakest_claim(judged: Sequence[Judgement]) -> Judgement:
    """The weakest that claims something; where nothing does, the first.

    Where all are proved, the conditions of all of them are kept.
    """
    claims = [one for one in judged if one.role not in NOT_CLAIMS]
    chosen = weakest(claims or judged)
    conditions = tuple(dict.fromkeys(text for one in claims for text in one.conditions))
    if chosen.verdict is not Verdict.PROVED or conditions == chosen.conditions:
        return chosen
    restricted = next(one for one in claims if one.conditions)
    return replace(restricted, conditions=conditions)


class RelationJudge:
    """Judges the formulas of one text, one after the other.

    doubtful: what the last given would be judged as, if it is a claim for all values; the marker
    decides when it knows whether the text goes on from it.
    """

    def __init__(self, task: Task) -> None:
        self.task = task
        self.facts = Facts(functions=dict(task.functions))
        if task.source is not None and task.variable is not None:
            self.facts.asked = dict.fromkeys(("f", "y"), (task.variable, task.source))
        for statement in task.given:
            self.facts.give(statement)
        self.facts.from_question = bool(task.given)
        self.doubtful: Judgement | None = None
        self._origins = Origins(task.question)

    # -------------------------------------------------------------- statements

    def judge(self, found: Found, line: int) -> Judgement | None:
        """The verdict on a formula; None where it claims nothing at all (a bare expression)."""
        self._origins.read(found.lead)
        judged = self._judge(found, line)
        self._origins.read(found.text + found.tail)
        return judged

    def _judge(self, found: Found, line: int) -> Judgement | None:
        node = found.node
        if node is None:
            return None
        if isinstance(node, Statement):
            if is_not_claimed(found.lead):
                return unchecked("The words before it deny it or leave it open.", Role.NONE)
            judgement = weakest_claim(self._statement(node, found, line))
            if judgement.verdict is Verdict.REFUTED and self._holds_with_minus(found):
                return unchecked("The dash before it may be a minus sign.", judgement.role)
            return self._with_origin(node, judgement)
        judged = self._expression(node, found)
        self.facts.formula = node
        return judged

    def _holds_with_minus(self, found: Found) -> bool:
        """``- 5 - 3 = -8``, where the dash was taken for the mark of a list."""
        if not _DASH.fullmatch(found.before):
            return False
        try:
            node = read(f"-{found.text.strip()}")
        except ReadError:
            return False
        if not isinstance(node, Chain):
            return False
        if variables(node):
            after = as_condition(node, self.facts.unknowns)
            return (
                self.facts.has_conditions
                and compare(self.facts.given, after, self.facts.unknowns).holds
            )
        return all(judge_values(*link[:3]).verdict is Verdict.PROVED for link in links(node))

    def _with_origin(self, node: Statement, judged: Judgement) -> Judgement:
        """Say so where a number of a computation comes from nowhere."""
        left = node.items[0] if isinstance(node, Chain) else node
        unknown = self._origins.unknown(left)
        if unknown is None or judged.role is not Role.COMPUTATION:
            return judged
        hint = f"The number {unknown} stands neither in the question nor in a line before."
        return replace(judged, reason=f"{judged.reason} {hint}")

    def _statement(self, node: Statement, found: Found, line: int) -> list[Judgement]:
        if isinstance(node, Implication):
            before = self._statement(node.before, found, line)
            return before + self._statement(node.after, replace(found, lead=""), line)
        if isinstance(node, Chain):
            return self._chain(node, found, line)
        return [self._combination(node, found, line)]

    def _combination(self, node: Statement, found: Found, line: int) -> Judgement:
        """``and``, ``or``, ``no solutions``."""
        if self.facts.has_conditions and node == Truth(True) and "infinit" in found.text.lower():
            denied = is_denied(found.tail)
            return unchecked(_REJECTED, Role.NONE) if denied else judge_infinitely_many(self.facts)
        if self.facts.has_conditions and (isinstance(node, Truth) or self.facts.concerns(node)):
            return self._condition(node, found.tail, line)
        parts = conjuncts(node) if len(conjuncts(node)) > 1 else disjuncts(node)
        if len(parts) > 1 and conjuncts(node) == parts:
            return weakest(j for part in parts for j in self._statement(part, found, line))
        role = Role.NONE if isinstance(node, Truth) else Role.UNDECIDED
        return unchecked("There is no equation in force that this could be judged by.", role)

    # -------------------------------------------------------------- chains

    def _chain(self, chain: Chain, found: Found, line: int) -> list[Judgement]:
        chain = transform(chain, _permutations)
        if has(chain, Quantity) and not self.facts.has_conditions:
            chain = chain_with_short_units(chain)
        judged: list[Judgement] = []
        condition: list[Link] = []
        pieces = self._links(chain, found)
        for link in pieces:
            rule = role_of(link, self.facts)
            if rule.role is Role.CONDITION:
                condition.append(link)
                continue
            judged += self._conditions(condition, line)
            condition = []
            one = self._by_role(rule.role, link, found)
            judged.append(_name_link(one, link) if len(pieces) > 1 else one)
        judged += self._conditions(condition, line)
        self.facts.formula = chain.items[-1]
        return judged

    def _links(self, chain: Chain, found: Found) -> list[Link]:
        transforms = self.task.transformation is not None
        pieces = links(chain)
        return [
            Link(
                *piece,
                lead=found.lead if place == 0 else "",
                tail=found.tail if place == len(pieces) - 1 else "",
                first=place == 0,
                length=len(pieces),
                continues=found.goes_on,
                transforms=transforms,
                source=self.task.source,
                labels=found.labels,
            )
            for place, piece in enumerate(pieces)
        ]

    def _conditions(self, pieces: list[Link], line: int) -> list[Judgement]:
        """Neighbouring relation signs on the unknowns are one condition: ``2 < x < 5``."""
        if not pieces:
            return []
        items = (pieces[0].left, *(link.right for link in pieces))
        chain = Chain(items, tuple(link.op for link in pieces))
        if not variables(chain):
            return [self._true_or_false(link) for link in pieces]
        supposed = is_case(pieces[0].lead)
        return [self._condition(chain, pieces[-1].tail, line, supposed=supposed)]

    def _condition(
        self, statement: Statement, tail: str, line: int, *, supposed: bool = False
    ) -> Judgement:
        if is_denied(tail):
            return unchecked(_REJECTED, Role.NONE)
        judged = judge_condition(self.facts, statement, line, supposed=supposed)
        judged = unless_supposed(self.facts, statement, judged)
        return within(self.task.restriction, statement, judged)

    def _by_role(self, role: Role, link: Link, found: Found) -> Judgement:
        match role:
            case Role.COMPUTATION:
                return self._computation(link, found)
            case Role.IDENTITY if is_denied(link.tail):
                return unchecked(_REJECTED, Role.NONE)
            case Role.IDENTITY:
                return self._identity(link)
            case Role.DEFINITION | Role.FORMULA:
                self._learn(link)
            case Role.GIVEN | Role.UNDECIDED:
                proved = self._identity_if_proved(link)
                if proved is not None:
                    return proved
                if role is Role.GIVEN:
                    link = self._with_functions(link)
                    self._give(link)
                    self._suppose(link)
                    self.facts.in_prose |= len((found.lead + found.tail).split()) > 2
                    self._doubt(link)
        relation = Relation.NOTATION if role is Role.NOTATION else None
        return Judgement(Verdict.UNCHECKED, relation, REASONS[role], role=role)

    # -------------------------------------------------------------- each role

    def _computation(self, link: Link, found: Found) -> Judgement:
        try:
            left, right = (self._with_values(side) for side in (link.left, link.right))
        except ValueError as error:
            return unchecked(f"{error}", Role.COMPUTATION)
        judged = judge_values(left, link.op, right)
        if is_denied(link.tail):
            return _denied(judged)
        doubt = reason_to_doubt(found, link) if judged.verdict is Verdict.REFUTED else None
        if doubt == LETTER and _COMPLEX.search(self.task.question or ""):
            doubt = None
        if doubt is not None:
            return unchecked(doubt, Role.COMPUTATION)
        if judged.verdict is Verdict.REFUTED and any(map(is_word, _names(link))):
            reason = "A name in words may stand for something else than before."
            return unchecked(reason, Role.COMPUTATION)
        return judged

    def _with_values(self, side: Expr) -> Expr:
        expanded = expand_functions(side, self.facts.functions)
        names = {
            name: self.facts.values[name]
            for name in variables(expanded)
            if name in self.facts.values
        }
        return substitute(expanded, names)

    def _identity(self, link: Link) -> Judgement:
        if isinstance(link.left, Integral) and link.left.lower is None:
            return judge_antiderivative(link.left, link.right)
        functions = (
            self.facts.known_functions if needs_calculus(link.left) else self.facts.functions
        )
        inverse_of = inverted(link.left)
        if inverse_of is not None and inverse_of in functions:
            return judge_inverse(link.left, link.right, functions[inverse_of])
        try:
            left, right = (expand_functions(side, functions) for side in (link.left, link.right))
        except ValueError as error:
            return unchecked(str(error), Role.IDENTITY)
        if link.op not in (RelOp.EQ, RelOp.IDENTICAL):
            return unchecked("Only equations are checked for all values.", Role.IDENTITY)
        left, right = (self._with_bodies(side, link) for side in (left, right))
        if any(depends_unsaid(node) for side in (left, right) for node in walk(side)):
            return unchecked("It is not said how this depends on the variable.", Role.IDENTITY)
        judged = judge_identity(left, right, what=clip(to_plain(link.left)))
        if judged.verdict is Verdict.REFUTED and {"e", "i"} & set(_names(link)):
            return unchecked(LETTER, Role.IDENTITY)
        return judged

    def _with_bodies(self, side: Expr, link: Link) -> Expr:
        """``u`` by what it was set to, ``u = x^2``; not where the line itself is about u."""
        own = {
            node.variable
            for part in (link.left, link.right)
            for node in walk(part)
            if isinstance(node, Derivative | Integral)
        }
        known = {
            name: body
            for name, (variable, body) in self.facts.functions.items()
            if name not in own and len(name) == 1 and variable != name
        }
        return substitute(side, known) if known else side

    def _identity_if_proved(self, link: Link) -> Judgement | None:
        if link.op is not RelOp.EQ or lone_symbol(link.left) is not None:
            return None
        if needs_calculus(link.left) or needs_calculus(link.right):
            return None
        try:
            left, right = (
                expand_functions(side, self.facts.functions) for side in (link.left, link.right)
            )
        except ValueError:
            return None
        judged = judge_identity(left, right)
        return judged if judged.verdict is Verdict.PROVED else None

    def _give(self, link: Link) -> None:
        statement = Chain((link.left, link.right), (link.op,))
        if not self.facts.from_question:
            self.facts.give(statement)

    def _with_functions(self, link: Link) -> Link:
        """``f'(x) = 0`` and ``f(x) = 4`` as conditions on x."""
        functions = self.facts.known_functions
        try:
            sides = [carried_out(expand_functions(s, functions)) for s in (link.left, link.right)]
        except ValueError:
            return link
        return replace(link, left=sides[0], right=sides[1])

    def _suppose(self, link: Link) -> None:
        """``Let x = 3`` and ``if x = 3``, where the question is about x."""
        statement = Chain((link.left, link.right), (link.op,))
        if self.facts.from_question and self.facts.concerns(statement):
            self.facts.supposed = (statement,)

    def _doubt(self, link: Link) -> None:
        if self.task.question is not None or len(self.facts.given) != 1 or link.op is not RelOp.EQ:
            return
        if looks_like_identity(link.left, link.right):
            self.doubtful = judge_identity(link.left, link.right)

    def _learn(self, link: Link) -> None:
        """A name gets its value or its body."""
        function = definition_of_function(link.left, link.right)
        if function is not None:
            name, variable, body = function
            self.facts.functions[name] = (variable, body)
            return
        name_of = lone_symbol(link.left)
        if name_of is None:
            return
        self._suppose(link)
        if is_closed(link.right):
            self.facts.values[name_of] = link.right
            return
        names = variables(link.right)
        if self.facts.has_conditions and set(names) <= set(self.facts.unknowns):
            self.facts.abbreviations[name_of] = link.right
        if len(names) == 1:
            self.facts.functions[name_of] = (names[0], link.right)

    def _true_or_false(self, link: Link) -> Judgement:
        """``0 = 0`` or ``3 = 5`` while an equation is solved."""
        judged = judge_numbers(link.left, link.op, link.right)
        if judged.verdict is not Verdict.REFUTED:
            return judged.of_role(Role.CONDITION)
        decision = compare(self.facts.given, Truth(False), self.facts.unknowns).decision
        if decision.outcome is not Outcome.PROVED and is_denied(link.tail):
            return _denied(judged).of_role(Role.CONDITION)
        if decision.outcome is Outcome.PROVED:
            reason = "It is false, so what is given has no solution."
            return Judgement(
                Verdict.PROVED,
                Relation.SAME_ROOTS,
                reason,
                None,
                decision.method,
                role=Role.CONDITION,
                ground=decision.outcome,
            )
        if decision.outcome is Outcome.UNDECIDED:
            reason = "It is false; whether what is given has a solution was not decided."
            return unchecked(reason, Role.CONDITION)
        return judged.of_role(Role.CONDITION)

    # -------------------------------------------------------------- bare expressions

    def _expression(self, node: Expr, found: Found) -> Judgement | None:
        """A bare expression goes on from the formula before, or claims to be what was asked."""
        before = self.facts.formula if found.goes_on else None
        if before is not None:
            link = Link(before, RelOp.EQ, node, found.lead, found.tail, continues=True)
            rule = role_of(link, self.facts)
            return self._by_role(rule.role, link, found)
        target = self.task.target
        if target is None or not (found.goes_on or _stands_alone(found)):
            return None
        if node == self.task.source:
            return None
        if isinstance(target, Integral):
            return judge_antiderivative(target, node)
        if is_closed(target):
            return judge_values(target, RelOp.EQ, node)
        derived = self.task.transformation is Transformation.DIFFERENTIATE
        return judge_identity(target, node, what="The derivative" if derived else None)


def _permutations(node: Node) -> Node | None:
    """``P(5, 2)``: ordered choices."""
    match node:
        case Call("P", (above, below)) if is_closed(above) and is_closed(below):
            return Call("nPr", (above, below))
    return None


def _stands_alone(found: Found) -> bool:
    around = (found.lead + found.tail).strip(" \t$*.\\[]():;,")
    return not around or around == "=" or bool(_ANSWER.fullmatch(around))


def _names(link: Link) -> tuple[str, ...]:
    return (*variables(link.left), *variables(link.right))


def _name_link(judged: Judgement, link: Link) -> Judgement:
    """In a chain, a reason says of which sign it speaks."""
    if judged.role in NOT_CLAIMS or judged.verdict is Verdict.PROVED:
        return judged
    name = f"{clip(to_plain(link.left))} {link.op} {clip(to_plain(link.right))}"
    return replace(judged, reason=f"In {name}: {judged.reason}")


def _denied(judged: Judgement) -> Judgement:
    """The text says that a relation does not hold."""
    if judged.verdict is Verdict.REFUTED:
        reason = f"It is false, as the text says: {judged.reason}"
        return replace(
            judged,
            verdict=Verdict.PROVED,
            relation=Relation.SAME,
            reason=reason,
            witness=None,
            denied=True,
        )
    if judged.verdict is Verdict.PROVED and judged.relation is Relation.SAME:
        return unchecked("The text seems to deny this, although it is true.", Role.UNDECIDED)
    return judged
