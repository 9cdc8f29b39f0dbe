"""Values to plain dictionaries and back, in the field order of commands.md."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.core.checking import serialize
from mathviz_chat.core.verdict import Claim, Relation, Role, Step, StepKind, Verdict

MAYBE = st.none() | st.text()
CLAIMS = st.builds(
    Claim,
    text=st.text(),
    read_as=MAYBE,
    verdict=st.sampled_from(Verdict),
    relation=st.none() | st.sampled_from(Relation),
    reason=st.text(),
    witness=MAYBE,
    method=MAYBE,
    conditions=st.lists(st.text()).map(tuple),
    role=st.sampled_from(Role),
)
STEPS = st.builds(
    Step, st.sampled_from(StepKind), CLAIMS, rule=MAYBE, why=MAYBE, before=MAYBE, after=MAYBE
)


@given(STEPS)
def test_a_step_comes_back_through_json(step: Step) -> None:
    row = json.loads(json.dumps(serialize.step_to_dict(step)))
    assert serialize.step_from_dict(row) == step


def test_the_order_of_the_fields_is_that_of_the_contract() -> None:
    claim = Claim("x = 5", "x = 5", Verdict.PROVED, Relation.SAME_ROOTS, "why", role=Role.CONDITION)
    assert list(serialize.claim_to_dict(claim))[:8] == [
        *("text", "read_as", "verdict", "relation"),
        *("reason", "witness", "method", "conditions"),
    ]


def test_a_word_that_is_no_verdict_is_an_error() -> None:
    row = serialize.claim_to_dict(Claim("", None, Verdict.PROVED, None, ""))
    with pytest.raises(ValueError, match="'fine'"):
        serialize.claim_from_dict(row | {"verdict": "fine"})
