"""A step that uses a rule says why it may be taken; the coarser lines stand in the finer ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mathviz_chat.core import solve as solve_text
from mathviz_chat.core.problems import Problem
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.solving.lines import BRIEF, FINE, NORMAL
from mathviz_chat.core.solving.reasons import BASICS, RULES, reason_of
from mathviz_chat.core.verdict import Step, StepKind
from tests.core.reading_once import read_question
from tests.core.solving.bare_steps import is_bare, states_a_formula
from tests.core.solving.generated_questions import GENERATORS, question
from tests.core.solving.generated_stories import STORIES, story

BLIND = Path(__file__).parents[2] / "data" / "questions" / "blind"
QUESTIONS_PER_KIND = 8
MODULES_PER_TEST = 12

Sizes = dict[str, Solution]


def all_sizes(text: str) -> Sizes | None:
    """The question's solution in the three granularities; None where it is not solved."""
    problem = read_question(text)
    if not isinstance(problem, Problem):
        return None
    found: Sizes = {}
    for size in ("brief", "normal", "fine"):
        solution = solve(problem, granularity=size)
        if not isinstance(solution, Solution):
            return None
        found[size] = solution
    return found


def without_reason(solution: Solution) -> Iterator[Step]:
    """Steps that say no reason although their names don't say all."""
    for part in solution.parts or (solution,):
        setups = [step.rule or "" for step in part.steps if step.kind is StepKind.SETUP]
        if any(map(states_a_formula, setups)):
            continue
        for step in part.steps:
            if step.kind is StepKind.STEP and not step.why and not is_bare(step.rule or ""):
                yield step


def check(text: str, sizes: Sizes) -> None:
    for size in ("normal", "fine"):
        bare = [f"{step.rule}: {step.claim.text}" for step in without_reason(sizes[size])]
        assert not bare, (text, size, bare)
    brief, normal, fine = (
        [(step.claim.text, step.kind) for step in sizes[size].steps]
        for size in ("brief", "normal", "fine")
    )
    assert [line for line in normal if line in brief] == brief, text
    assert [line for line in fine if line in normal] == normal, text


@pytest.mark.parametrize("kind", sorted(GENERATORS))
def test_generated_questions_give_reasons_for_their_rules(kind: str) -> None:
    for number in range(QUESTIONS_PER_KIND):
        text = question(kind, number)
        sizes = all_sizes(text)
        assert sizes is not None, text
        check(text, sizes)


@pytest.mark.parametrize("kind", sorted(STORIES))
def test_generated_stories_give_reasons_for_their_rules(kind: str) -> None:
    for number in range(QUESTIONS_PER_KIND):
        text = story(kind, number)
        sizes = all_sizes(text)
        assert sizes is not None, text
        check(text, sizes)


def modules() -> dict[str, str]:
    """The first question of each module of a file of questions as people write them."""
    rows = map(json.loads, (BLIND / "sixth.jsonl").read_text(encoding="utf-8").splitlines())
    first: dict[str, str] = {}
    for row in rows:
        first.setdefault(row["module"], row["question"])
    return first


FIRST_OF_EACH = list(modules().values())


@pytest.mark.parametrize("start", range(0, len(FIRST_OF_EACH), MODULES_PER_TEST))
def test_a_question_of_each_module_gives_reasons_for_its_rules(start: int) -> None:
    for text in FIRST_OF_EACH[start : start + MODULES_PER_TEST]:
        sizes = all_sizes(text)
        if sizes is not None:
            check(text, sizes)


ROWS = [
    # question; a step's rule; what its reason says; why it is a row
    ("Differentiate x^5", "Power rule", "n*x^(n - 1)", "a rule of differentiation"),
    (
        "Integrate x^2 + 3",
        "Integrate term by term",
        "x^(n + 1)/(n + 1)",
        "not the one of differentiation",
    ),
    ("Solve x^2 - 5x + 6 = 0", "A product is 0 when a factor is 0", "Null factor", "by its name"),
    (
        "Compute (2/3) * (5/7)",
        "Multiply the numerators and the denominators",
        "(a*c)/(b*d)",
        "a law",
    ),
    ("What is 2 + 3*4?", "Multiply 3 by 4", "Order of operations", "what comes first, and why"),
    ("Solve log_2(x) = 5", "Write it as a power", "b^c = a", "a logarithm, with its domain"),
    ("Simplify x^3*x^4", "Add the exponents of equal bases", "a^(m + n)", "an index law"),
]


@pytest.mark.parametrize(("text", "rule", "reason", "why"), ROWS)
def test_the_reason_of_a_rule(text: str, rule: str, reason: str, why: str) -> None:
    solution = solve_text(text)
    assert isinstance(solution, Solution)
    told = [step.why or "" for step in solution.steps if step.rule == rule]
    assert told, ([step.rule for step in solution.steps], why)
    assert reason in told[0], why


def test_a_brief_solution_explains_no_rule_and_only_a_fine_one_the_basics() -> None:
    assert [reason_of("Power rule", level) is None for level in (BRIEF, NORMAL, FINE)] == [
        *(True, False, False),
    ]
    told = [reason_of("Subtract 7 from both sides", level) for level in (BRIEF, NORMAL, FINE)]
    assert told[:2] == [None, None]
    assert "equal" in (told[2] or "")


def test_no_rule_is_hidden_by_one_before_it() -> None:
    """A name that stands in the table as it is, without a pattern, is found in its own row."""
    table = (*RULES, *BASICS)
    for place, (pattern, _) in enumerate(table):
        for name in pattern.split("|"):
            if re.fullmatch(r"[A-Za-z' ,]+", name) and "(" not in pattern:
                found = [k for k, row in enumerate(table) if re.fullmatch(row[0], name)]
                assert found[:1] == [place], name
