"""A short run of scripts/fuzz_worker.py, and the judges that it counts by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mathviz_chat.core.verdict import Claim, Role, Verdict
from scripts.float_oracle import disagreement
from scripts.fuzz_inputs import make_input
from scripts.fuzz_worker import Progress, run, wrong_claim

SEED = "test"


def test_the_worker_survives_and_says_nothing_that_cannot_be(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.json", SEED)
    run(progress, 200)
    assert progress.failures == progress.counts["overrun"], progress  # these depend on the load


def test_a_run_that_was_stopped_goes_on_with_what_it_counted(tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    begun = Progress(file, SEED)
    begun.done, begun.counts["verdict"] = 40, 2
    begun.save()
    gone_on = Progress(file, SEED)
    assert (gone_on.done, gone_on.failures) == (40, 2)
    assert json.loads(file.read_text(encoding="utf-8"))["seed"] == SEED
    with pytest.raises(SystemExit):
        Progress(file, "another")


def test_an_input_depends_on_its_seed_and_number_alone() -> None:
    assert [make_input(SEED, k) for k in (3, 9)] == [make_input(SEED, k) for k in (3, 9)]
    assert make_input(SEED, 3) != make_input("other", 3)


CONTRADICTED = [
    ("2 + 2 = 5", "proved", "a false sum"),
    ("sin(x)^2 = sin(x^2)", "proved", "not for all values"),
    ("sqrt(x^2) = x", "proved", "wrong for negative values"),
    ("2 + 2 = 4", "refuted", "a true sum"),
    ("(x + 1)^2 = x^2 + 2x + 1", "refuted", "holds for all values"),
]
AGREED = [
    ("2 + 2 = 4", "proved", "true"),
    ("2 + 2 = 5", "refuted", "false"),
    ("sqrt(x)^2 = x", "proved", "holds where it is defined"),
    ("f(x) = 5", "proved", "a function that is not known says nothing"),
    ("2 + 2 = 5", "unchecked", "nothing was claimed about it"),
    ("1.0000000000000000001 = 1", "refuted", "more digits than floats hold"),
    ("10^30 + 1 = 10^30", "proved", "too large for floats to tell"),
]


@pytest.mark.parametrize(("claim", "verdict", "why"), CONTRADICTED)
def test_numbers_deny_a_wrong_verdict(claim: str, verdict: str, why: str) -> None:
    assert disagreement(claim, verdict, with_letters=True), why


@pytest.mark.parametrize(("claim", "verdict", "why"), AGREED)
def test_numbers_do_not_deny_a_right_verdict(claim: str, verdict: str, why: str) -> None:
    assert disagreement(claim, verdict, with_letters=True) is None, why


def test_a_role_that_claims_nothing_has_no_verdict() -> None:
    claim = Claim("x = 5", "x = 5", Verdict.PROVED, None, "It is so.", role=Role.GIVEN, method="m")
    assert list(wrong_claim(claim, with_letters=True)) == ["given is proved"]


def test_a_line_that_goes_on_from_another_value_may_be_refuted() -> None:
    """``C(5, 2)``, then ``= -2(-3) = 6``: the numbers shown agree with each other only."""
    shown = Claim(
        "= 2*3 = 6",
        "2*3 = 6",
        Verdict.REFUTED,
        None,
        "The left side is 10, not 6.",
        role=Role.COMPUTATION,
    )
    alone = Claim(
        "2*3 = 6",
        "2*3 = 6",
        Verdict.REFUTED,
        None,
        "The left side is 10, not 6.",
        role=Role.COMPUTATION,
    )
    assert not list(wrong_claim(shown, with_letters=True))
    assert list(wrong_claim(alone, with_letters=True))
