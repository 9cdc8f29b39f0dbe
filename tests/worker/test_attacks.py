"""Every hostile input of tests/attacks.py, through the real worker process.

None executes, each gets a verdict that its row allows, and the next check is answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mathviz_chat.core.verdict import WEAKEST_FIRST
from mathviz_chat.worker import Limits, Worker
from tests.attacks import CANARY, Attack, attacks, table

DOCS = Path(__file__).parents[2] / "docs" / "attacks.md"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker(Limits())
    worker.start()
    yield worker
    worker.close()


def weakest(worker: Worker, text: str) -> str:
    """The weakest verdict over the lines of the text; unchecked where there is no line."""
    lines = worker.check(text, question=None).lines
    verdicts = [row.step.claim.verdict for row in lines]
    return str(min(verdicts, key=WEAKEST_FIRST.index, default="unchecked"))


@pytest.mark.parametrize("attack", list(attacks()), ids=lambda a: f"{a.category}: {a.name[:40]!a}")
def test_a_hostile_input_gets_an_allowed_verdict_and_runs_nothing(
    worker: Worker, attack: Attack
) -> None:
    assert weakest(worker, attack.text) in attack.allowed
    assert not Path(CANARY).exists()
    assert weakest(worker, "1 + 1 = 2") == "proved"


def test_the_published_table_is_current() -> None:
    assert DOCS.read_text(encoding="utf-8") == table(), (
        "run: python -m tests.attacks > docs/attacks.md"
    )
