"""The role table of docs/checking.md, row by row."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.checking.roles import RULES
from mathviz_chat.core.verdict import NOT_CLAIMS, Role, Verdict
from tests.core.checking.tables import rows

TABLE = rows("Roles")


@pytest.mark.parametrize(("rule", "example", "role", "verdict"), TABLE)
def test_the_last_line_has_the_role_and_the_verdict(
    rule: str, example: str, role: str, verdict: str
) -> None:
    claim = check(example.replace("; ", "\n")).lines[-1].step.claim
    assert (claim.role, claim.verdict) == (role, verdict), claim.reason


def test_every_rule_has_an_example() -> None:
    assert {row[0] for row in TABLE} == {rule.name for rule in RULES}


def test_the_order_of_the_rules_is_that_of_the_table() -> None:
    assert list(dict.fromkeys(row[0] for row in TABLE)) == [rule.name for rule in RULES]


@pytest.mark.parametrize("role", sorted(NOT_CLAIMS))
def test_what_claims_nothing_is_neither_proved_nor_refuted(role: Role) -> None:
    verdicts = {row[3] for row in TABLE if row[2] == role}
    assert verdicts == {Verdict.UNCHECKED}
