"""What a fine solution shows beyond the normal one: each operation as it is done on paper."""

from __future__ import annotations

from collections import Counter

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.solving import Granularity, Solution
from mathviz_chat.core.verdict import StepKind, Verdict


def told(question: str, size: Granularity) -> list[str]:
    """The claims of a solution, with those of lines that choose something."""
    solution = solve(question, granularity=size)
    assert isinstance(solution, Solution), question
    unproved = [
        step.claim.text
        for step in solution.steps
        if step.kind is not StepKind.SETUP and step.claim.verdict is not Verdict.PROVED
    ]
    assert not unproved, question
    return [step.claim.text.partition(": ")[2] for step in solution.steps[:-1]]


FINE = [
    # question; lines that only the fine solution has, in their order; why it is a row
    ("347 + 586", ("347 + 586 = 300 + 500 + (40 + 80) + (7 + 6)",), "a carry: place by place"),
    ("523 - 286", ("523 - 286 = 523 - 200 - 80 - 6",), "a borrow: one place after another"),
    ("7*348", ("7*348 = 7*300 + 7*40 + 7*8", "7*300 + 7*40 + 7*8 = 2100 + 280 + 56"), "one digit"),
    ("1.5*2.4", ("1.5*2.4 = 15*24/100", "15*24/100 = 360/100"), "the point is set at the end"),
    ("952/7", ("952/7 = 700/7 + 210/7 + 42/7",), "long division in one line"),
    ("4.8/0.6", ("4.8/0.6 = 48/6",), "a whole divisor"),
    ("84/36", ("84/36 = 7*12/(3*12)",), "what is cancelled"),
    ("5/6 - 3/8", ("5/6 = 5*4/(6*4)", "20/24 - 9/24 = (20 - 9)/24"), "each fraction widened"),
    ("2 1/3 * 3/4", ("2 1/3 = (2*3 + 1)/3",), "a mixed number"),
    ("3^4", ("3*3*3*3 = 9*3*3", "9*3*3 = 27*3"), "a power, factor by factor"),
    ("-3 + 8 - 20", ("-3 + 8 = 8 - 3", "5 - 20 = -(20 - 5)"), "the signs"),
    ("Evaluate (-6)*14 - 25/(-5)", ("(-6)*14 = -6*14", "25/(-5) = -25/5"), "the sign first"),
    ("gcd of 84 and 126", ("84 = 2*42", "42 = 2*21"), "primes, division by division"),
    ("What is 35% of 260?", ("35/100*260 = 35*260/100",), "hundredths"),
    ("remainder when 1000 is divided by 37", ("37*27 = 999", "37*28 > 1000"), "the multiple"),
    ("convert 3.6 km to metres", ("1 km = 1000 m",), "the unit factor"),
    ("Round 17.3962 to 2 decimal places", ("(17.39 + 17.40)/2 = 17.395",), "the middle"),
    ("which is bigger 5/8 or 7/11", ("7/11 = 7*8/(11*8)", "5/8 = 5*11/(8*11)"), "compared"),
    ("prime factorisation of 360", ("360 = 2*2*2*3*3*5",), "before the powers"),
    ("Solve 3x + 7 = 22", ("3x + 7 - 7 = 22 - 7", "3x/3 = 15/3"), "done on both sides"),
    ("Solve 5 - 2x > 11", ("(-2x)/(-2) < 6/(-2)",), "the sign is turned with the division"),
    ("Solve x^2 - 3x - 10 <= 0", ("(-3 - 5)(-3 + 2) = 8", "(7 - 5)(7 + 2) = 18"), "tested"),
    ("make t the subject of v = u + at", ("(v - u)/a = a*t/a", "v = u + a((v - u)/a)"), "letters"),
    ("Simplify 5a - 3b + 2a + 7b", ("5a + 2a - 3b + 7b = (5 + 2)a + (-3 + 7)b",), "like terms"),
    ("Expand (2x - 5)(x + 4)", ("(2x - 5)(x + 4) = 2x^2 + 2x*4 - 5x - 5*4",), "four products"),
    ("divide x^3 - 8 by x - 2", ("x^3/x = x^2", "x^2(x - 2) = x^3 - 2x^2"), "long division"),
    ("factor 9m^2 - 49n^2", ("9m^2 - 49n^2 = (3m)^2 - (7n)^2",), "squares of two letters"),
    (
        "Differentiate e^(3x)*cos(2x)",
        (
            "u = e^(3x), v = cos(2x)",
            "d/dx(e^(3x)) = e^(3x)*3",
            "d/dx(e^(3x)*cos(2x)) = 3e^(3x)*cos(2x) + e^(3x)*(-2sin(2x))",
        ),
        "the parts of the product rule, and each chain",
    ),
    (
        "Differentiate (3x + 1)/(x^2 + 1)",
        ("d/dx((3x + 1)/(x^2 + 1)) = (3(x^2 + 1) - (3x + 1)(2x))/(x^2 + 1)^2",),
        "the quotient rule filled in",
    ),
    ("Integrate x*cos(x)", ("u' = 1",), "what integration by parts needs"),
    ("Integrate x^2 from 1 to 3", ("3^3/3 = 27/3",), "a limit put in"),
    ("lim x->3 of (x^2 - 9)/(x - 3)", ("x^2 - 9 = (x - 3)(x + 3)",), "what cancels"),
    ("lim x->0 of sin(5x)/(2x)", ("d/dx(sin(5x)) = 5cos(5x)",), "each part differentiated"),
    ("det [[4, -3], [2, 5]]", ("4*5 - (-3)*2 = 20 - (-6)",), "the products"),
    ("Compute [[1,2],[3,4]]*[[5,6],[7,8]]", ("1*5 + 2*7 = 5 + 14", "1*5 + 2*7 = 19"), "an entry"),
    ("Compute 3*[[2,-1],[0,3]]", ("3*[[2, -1], [0, 3]] = [[3*2, 3(-1)], [3*0, 3*3]]",), "scaled"),
    ("Evaluate sum_{k=1}^{4} (k^2 - k)", ("3^2 - 3 = 6", "2 + 6 = 8"), "terms, then totals"),
    (
        "A train travels 120 miles in 2.5 hours. What is its speed?",
        ("120/2.5 = 1200/25",),
        "a story's one division",
    ),
]


@pytest.mark.parametrize(("question", "claims", "why"), FINE)
def test_only_a_fine_solution_shows(question: str, claims: tuple[str, ...], why: str) -> None:
    fine, normal = told(question, "fine"), told(question, "normal")
    at = -1
    for claim in claims:
        assert claim in fine[at + 1 :], (why, claim, fine)
        at = fine.index(claim, at + 1)
        assert claim not in normal, why
    assert [line for line in fine if line in normal] == normal, why
    assert max(Counter(fine).values()) == 1, why


NORMAL = [
    # question; lines of the normal solution, in their order; why a class would not do without
    (
        "whats next: 3, 7, 11, 15, ...",
        ("7 - 3 = 4", "11 - 7 = 4", "15 - 11 = 4", "4*5 - 1 = 19"),
        "where the rule comes from",
    ),
    (
        "What is the next term of 2, 6, 18, 54?",
        ("6/2 = 3", "18/6 = 3", "54/18 = 3"),
        "one ratio",
    ),
    (
        "Find a formula for the nth term of 4, 9, 18, 31, 48",
        ("9 - 4 = 5", "18 - 9 = 9", "31 - 18 = 13", "48 - 31 = 17", "9 - 5 = 4", "13 - 9 = 4"),
        "second differences",
    ),
    (
        "make x the subject of y = (3x + 2)/(x - 5)",
        ("y(x - 5) = 3x + 2", "xy - 5y = 3x + 2", "xy - 3x = 5y + 2", "x(y - 3) = 5y + 2"),
        "no step of several operations",
    ),
    ("lim x->0 of sin(5x)/(2x)", ("5cos(5*0)/2 = 5/2",), "the point is put in at the end"),
    (
        "limit of (5x^2 + 2x)/(3 - 2x^2) as x goes to infinity",
        ("(5 + 0)/(-2 + 0) = -5/2",),
        "what tends to 0 is left out in a line",
    ),
    (
        "Simplify (2x^3y)^2 * 3xy^4",
        ("(2x^3y)^2 = 4x^6y^2", "4*3 = 12", "x^6x = x^7", "y^2y^4 = y^6"),
        "one law a line",
    ),
    (
        "Expand (2 + sqrt(5))(4 - 3sqrt(5))",
        ("2*4 - 2(3sqrt(5)) + sqrt(5)*4 - sqrt(5)*(3sqrt(5)) = 8 - 6sqrt(5) + 4sqrt(5) - 15",),
        "roots, product by product",
    ),
    (
        "Simplify 2/(x + 1) + 3/(x - 2)",
        ("2(x - 2) + 3(x + 1) = 5x - 1",),
        "the numerator over the common denominator",
    ),
    ("Factor 2x^3 - 50x", ("2x^3 - 50x = 2x(x^2 - 25)",), "the whole common factor"),
    ("factor ab - 3a + 2b - 6", ("ab - 3a + 2b - 6 = a(b - 3) + 2(b - 3)",), "in pairs"),
    ("Simplify 5a - 3(2b - a) + 4b", ("5a - 3(2b - a) + 4b = 5a - 6b + 3a + 4b",), "brackets"),
    ("what are the prime factors of 84", ("84 = 2*42", "21 = 3*7"), "how they are found"),
]


@pytest.mark.parametrize(("question", "claims", "why"), NORMAL)
def test_a_normal_solution_shows(question: str, claims: tuple[str, ...], why: str) -> None:
    normal = told(question, "normal")
    at = -1
    for claim in claims:
        assert claim in normal[at + 1 :], (why, claim, normal)
        at = normal.index(claim, at + 1)


PLAIN = [
    # question; why its fine solution has nothing to add
    ("3 + 4", "one digit each"),
    ("20 + 30", "nothing is carried"),
    ("6*7", "from the tables"),
    ("12/4", "from the tables"),
    ("3.6*1000", "the point moves"),
]


@pytest.mark.parametrize(("question", "why"), PLAIN)
def test_what_is_known_by_heart_has_no_more_lines(question: str, why: str) -> None:
    assert told(question, "fine") == told(question, "normal"), why


def test_numbers_of_another_base_are_not_worked_out_in_base_ten() -> None:
    """The checker would not know the base of the numbers between."""
    assert told("Add 1101_2 and 10111_2 in base 2", "fine")
