"""Claims, steps and answers as plain dictionaries and back: the only place that does it.

The order of the fields is that of ``commands.md``; the worker's protocol, ``--json`` and saved
sessions share these functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mathviz_chat.core.checking.blocks import Block, FinalJudgement, Marked
from mathviz_chat.core.verdict import (
    Answer,
    AnswerVerdict,
    Claim,
    Relation,
    Role,
    Step,
    StepKind,
    Verdict,
)

_BY_SOLVER = ("rule", "why", "before", "after")


def claim_to_dict(claim: Claim) -> dict[str, Any]:
    """The fields of ``commands.md``, then ``role``."""
    return {
        "text": claim.text,
        "read_as": claim.read_as,
        "verdict": str(claim.verdict),
        "relation": None if claim.relation is None else str(claim.relation),
        "reason": claim.reason,
        "witness": claim.witness,
        "method": claim.method,
        "conditions": list(claim.conditions),
        "role": str(claim.role),
    }


def claim_from_dict(row: Mapping[str, Any]) -> Claim:
    """Raises KeyError or ValueError where a field is missing or not one of the known words."""
    relation = row["relation"]
    return Claim(
        text=row["text"],
        read_as=row["read_as"],
        verdict=Verdict(row["verdict"]),
        relation=None if relation is None else Relation(relation),
        reason=row["reason"],
        witness=row["witness"],
        method=row["method"],
        conditions=tuple(row["conditions"]),
        role=Role(row["role"]),
    )


def step_to_dict(step: Step) -> dict[str, Any]:
    """A claim with ``kind``; ``rule`` ... ``after`` only where they are known."""
    row = claim_to_dict(step.claim) | {"kind": str(step.kind)}
    for name in _BY_SOLVER:
        value = getattr(step, name)
        if value is not None:
            row[name] = value
    return row


def step_from_dict(row: Mapping[str, Any]) -> Step:
    """Raises as :func:`claim_from_dict`."""
    return Step(
        kind=StepKind(row["kind"]),
        claim=claim_from_dict(row),
        **{name: row.get(name) for name in _BY_SOLVER},
    )


def answer_to_dict(answer: Answer | None) -> dict[str, Any] | None:
    """``text``, ``plain`` and ``conditions``, or None."""
    if answer is None:
        return None
    return {"text": answer.text, "plain": answer.plain, "conditions": list(answer.conditions)}


def answer_from_dict(row: Mapping[str, Any] | None) -> Answer | None:
    """Raises KeyError where a field is missing."""
    return None if row is None else Answer(row["text"], row["plain"], tuple(row["conditions"]))


def block_to_dict(block: Block) -> dict[str, Any]:
    """All fields."""
    return {
        "index": block.index,
        "text": block.text,
        "line": block.line,
        "start": block.start,
        "end": block.end,
    }


def block_from_dict(row: Mapping[str, Any]) -> Block:
    """Raises KeyError where a field is missing."""
    return Block(row["index"], row["text"], row["line"], row["start"], row["end"])


def marked_to_dict(marked: Marked) -> dict[str, Any]:
    """``index`` and ``step``."""
    return {"index": marked.index, "step": step_to_dict(marked.step)}


def marked_from_dict(row: Mapping[str, Any]) -> Marked:
    """Raises as :func:`claim_from_dict`."""
    return Marked(row["index"], step_from_dict(row["step"]))


def judgement_to_dict(judgement: FinalJudgement) -> dict[str, Any]:
    """``answer``, ``verdict``, ``reason``."""
    return {
        "answer": answer_to_dict(judgement.answer),
        "verdict": str(judgement.verdict),
        "reason": judgement.reason,
    }


def judgement_from_dict(row: Mapping[str, Any]) -> FinalJudgement:
    """Raises KeyError or ValueError where a field is missing or not one of the known words."""
    return FinalJudgement(
        answer_from_dict(row["answer"]), AnswerVerdict(row["verdict"]), row["reason"]
    )
