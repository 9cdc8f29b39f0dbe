"""A name that gets its value or its formula again: ``A = 1/2*6*8``, then ``A = 24``.

The second line is compared with the first. That both are the same is a claim of the text itself,
so it can be proved; that they differ proves nothing, since a name may be used for something else.
Only where the second line carries out what the first one says is it held to it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from mathviz_chat.core.checking.antiderivatives import has_antiderivative, judge_antiderivative
from mathviz_chat.core.checking.binomials import judge_choices
from mathviz_chat.core.checking.conditions import Compared, as_condition, compare, judgement_of
from mathviz_chat.core.checking.denial import seems_denied
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.judgement import Judgement, clip, unchecked
from mathviz_chat.core.checking.logarithms import judge_in_each_base
from mathviz_chat.core.checking.roles import Link, is_word
from mathviz_chat.core.checking.terms import equation, is_closed, is_literal, lone_symbol
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.elimination import follows
from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Neg, RelOp, Statement, Symbol
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Relation, Role, Verdict


def judge_restated(facts: Facts, link: Link, line: int) -> Judgement | None:
    """The verdict on a name's value beside the one it had; None where it had none.

    line: the number of the line, as a name is held to its value by the next line only.
    """
    name = lone_symbol(link.left)
    if name is None or link.op not in (RelOp.EQ, RelOp.APPROX) or name in variables(link.right):
        return None
    if name not in facts.named:
        return None
    before, at = facts.named[name]
    if seems_denied(link.tail) or before == link.right:
        return None
    old, new = (_with_values(side, name, facts) for side in (before, link.right))
    judged = _judge_same(old, new, link.op)
    if judged is None:
        return None
    if judged.verdict is Verdict.PROVED:
        return replace(judged, reason=f"{name} is {clip(to_plain(before))}. {judged.reason}")
    held = at == line - 1 and not link.lead.strip() and not is_word(name)
    if judged.verdict is Verdict.REFUTED and not (held and _carries_out(before, link.right)):
        reason = f"{name} was {clip(to_plain(before))} before, and this is another value."
        return unchecked(reason, Role.FORMULA)
    if judged.verdict is Verdict.REFUTED:
        said = judged.reason.replace("The left side is", "That is")
        return replace(judged, reason=f"{name} was {clip(to_plain(before))}. {said}")
    return judged


def _carries_out(before: Expr, after: Expr) -> bool:
    """The second is there to say what the first comes to; not a value of its own, nor the other
    root of a square."""
    if not is_closed(before) or not is_closed(after) or is_literal(before):
        return False
    other_root = judge_values(Neg(before), RelOp.EQ, after).verdict is Verdict.PROVED
    return _size(after) < _size(before) and not other_root


def judge_by_names(facts: Facts, link: Link) -> Judgement | None:
    """``T^2 = 4pi^2*L/g``, where ``T = 2pi*sqrt(L/g)``: proved if it holds with T put in."""
    if link.op is not RelOp.EQ or lone_symbol(link.left) is not None:
        return None
    bodies = {
        name: body
        for name, (body, _) in facts.named.items()
        if name in link.names and variables(body)
    }
    if not bodies:
        return None
    left, right = (substitute(side, bodies) for side in (link.left, link.right))
    judged = judge_choices(partial(judge_in_each_base, judge_identity), left, right)
    if judged.verdict is not Verdict.PROVED:
        return None
    said = " and ".join(f"{name} = {clip(to_plain(body))}" for name, body in bodies.items())
    reason = f"It follows from {said}."
    return replace(judged, reason=reason, relation=Relation.ONLY_IMPLIED, role=Role.CONDITION)


def judge_by_values(facts: Facts, link: Link) -> Judgement | None:
    """``x = (-b ± sqrt(D))/(2a)``, where a, b and D have values: proved if it is the solution."""
    known = {name: facts.values[name] for name in link.right_names if name in facts.values}
    if not known or not facts.has_conditions or link.op is not RelOp.EQ:
        return None
    statement = equation(link.left, substitute(link.right, known))
    if not facts.concerns(statement):
        return None
    after = as_condition(statement, facts.unknowns)
    compared = compare(facts.given, after, facts.unknowns)
    if not compared.holds:
        return None
    return judgement_of(compared, facts.given, after, facts.unknowns)


def judge_by_last(facts: Facts, link: Link) -> Judgement | None:
    """``y = 12x - 16`` beside ``y - 8 = 12(x - 2)``, the last equation that was left open."""
    last = facts.open_equation
    if last is None or link.op is not RelOp.EQ or set(link.names) != set(variables(last)):
        return None
    statement: Statement = equation(link.left, link.right)
    names = tuple(dict.fromkeys(link.names))
    compared = compare((last,), statement, names)
    if not compared.is_equivalent:
        eliminated = follows(last, statement)
        if eliminated is None:
            return None
        relation = Relation.ONLY_IMPLIED if eliminated.of_unknown else eliminated.relation
        compared = Compared(eliminated.decision, relation)
    return judgement_of(compared, (last,), statement, names)


def _with_values(side: Expr, name: str, facts: Facts) -> Expr:
    known = {one: value for one, value in facts.values.items() if one != name}
    return substitute(side, known) if known else side


def _judge_same(old: Expr, new: Expr, op: RelOp) -> Judgement | None:
    if is_closed(old) and is_closed(new):
        return judge_in_each_base(lambda a, b: judge_values(a, op, b), old, new)
    if op is RelOp.APPROX:
        return None
    if has_antiderivative(old):
        judged = judge_antiderivative(old, new)
    else:
        judged = judge_choices(partial(judge_in_each_base, judge_identity), old, new)
    return judged if judged.verdict is Verdict.PROVED else None


def _size(expr: Expr) -> int:
    """How much there is to carry out: the parts of the expression that are no names."""
    return sum(1 for part in walk(expr) if not isinstance(part, Symbol))
