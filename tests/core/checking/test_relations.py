"""From relation to verdict: the table of docs/checking.md, row by row."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.checking.judgement import VERDICTS
from mathviz_chat.core.verdict import Relation
from tests.core.checking.tables import rows

TABLE = rows("From relation to verdict")


def verdict_of(cell: str) -> str:
    return cell.split(",")[0]


@pytest.mark.parametrize(("relation", "step", "final", "question", "line"), TABLE)
def test_a_line_of_that_relation_gets_that_verdict(
    relation: str, step: str, final: str, question: str, line: str
) -> None:
    claim = check(line, question=question or None).lines[-1].step.claim
    assert (claim.relation, claim.verdict) == (relation, verdict_of(step)), claim.reason


@pytest.mark.parametrize(("relation", "step", "final", "question", "line"), TABLE)
def test_the_table_is_the_programs(
    relation: str, step: str, final: str, question: str, line: str
) -> None:
    assert VERDICTS[Relation(relation)] == (verdict_of(step), verdict_of(final))


def test_every_relation_is_in_the_table() -> None:
    assert {row[0] for row in TABLE} == set(Relation)
