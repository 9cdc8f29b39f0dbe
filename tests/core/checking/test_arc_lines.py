"""Lines of trigonometric equations whose solutions are no known angles, right ones and wrong ones.

The first line is the question. P is proved, R refuted, - unchecked, line by line. No row that says
"trap" may be proved.
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems import judge_answer, read_question
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import read
from mathviz_chat.core.reading.tree import Expr
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

SIGNS = {Verdict.PROVED: "P", Verdict.REFUTED: "R", Verdict.PROBABLE: "~", Verdict.UNCHECKED: "-"}
SINE = "Find the general solution of sin(x) = 0.3; "
DEGREE = "Solve sin(x) = 0.3 for 0° <= x <= 360°; "
COSINE = "Solve 3cos(2x) = 1 for 0 <= x <= pi; "

LINES = [
    (SINE + "x = arcsin(0.3) + 2n*pi or x = pi - arcsin(0.3) + 2n*pi", "P", "all of them"),
    (SINE + "x = arcsin(0.3) + 2k*pi or x = pi - arcsin(0.3) + 2k*pi", "P", "another letter"),
    (SINE + "x = arcsin(0.3) + n*pi or x = pi - arcsin(0.3) + n*pi", "R", "trap: half turns"),
    (SINE + "x = arcsin(0.3) + 2n*pi", "R", "trap: the second quadrant is lost"),
    (SINE + "x = arcsin(0.3) + 2n*pi or x = -arcsin(0.3) + 2n*pi", "R", "trap: as for a cosine"),
    (SINE + "x = arccos(0.3) + 2n*pi or x = -arccos(0.3) + 2n*pi", "R", "trap: the other function"),
    (SINE + "x = 0.3047 + 2n*pi or x = 2.8369 + 2n*pi", "-", "trap: rounded, said to be equal"),
    (SINE + "x = 0.31 + 2n*pi or x = 3 + 2n*pi", "R", "trap: another angle"),
    (DEGREE + "x = arcsin(0.3) ≈ 17.5° or x = 180° - arcsin(0.3) ≈ 162.5°", "P", "exact, rounded"),
    (DEGREE + "x = arcsin(0.3) ≈ 17.4° or x = 180° - arcsin(0.3) ≈ 162.5°", "R", "trap: cut off"),
    (DEGREE + "x = 17.5° or x = 162.5°", "-", "rounded alone: no exact angle is claimed"),
    (DEGREE + "x = 17.5° or x = 197.5°", "R", "trap: as for a tangent"),
    (COSINE + "cos(2x) = 1/3", "P", "divided by 3"),
    (COSINE + "2x = arccos(1/3) + 2n*pi or 2x = -arccos(1/3) + 2n*pi", "P", "with turns"),
    (COSINE + "2x = arccos(1/3) or 2x = 2pi - arccos(1/3)", "P", "those of the interval"),
    (COSINE + "x = arccos(1/3)/2 or x = pi - arccos(1/3)/2", "P", "the unknown alone"),
    (COSINE + "x = arccos(1/3)/2 or x = 2pi - arccos(1/3)/2", "R", "trap: beyond the interval"),
    (COSINE + "x = arccos(1/3)/2 or x = pi/2 - arccos(1/3)/2", "R", "trap: a quarter turn off"),
    (COSINE + "2x = arccos(3) or 2x = 2pi - arccos(3)", "R", "trap: no such angle"),
    (
        "Solve sin(x) + cos(x) = 1/2 for 0 <= x <= 2pi; sin(x) + cos(x) = sqrt(2)*sin(x + pi/4)",
        "P",
        "one wave, for all angles",
    ),
    (
        "Solve sin(x) + cos(x) = 1/2 for 0 <= x <= 2pi; sin(x) + cos(x) = sqrt(2)*sin(x - pi/4)",
        "-",
        "trap: the sign of the phase",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), LINES)
def test_each_line_gets_its_verdict(text: str, expected: str, why: str) -> None:
    question, *lines = text.split("; ")
    report = check("\n".join(lines), question=question)
    assert "".join(SIGNS[row.step.claim.verdict] for row in report.lines) == expected, why


GENERAL = "Find the general solution of tan(x) = 2"
DEGREES = "Solve sin(x) = 0.3 for 0° <= x <= 360°"
ONE_PLACE = "Solve sin(x) = 0.3 for 0° <= x <= 360°, to 1 decimal place"
V, R, U = AnswerVerdict.VERIFIED, AnswerVerdict.REFUTED, AnswerVerdict.UNCHECKED

ANSWERS = [
    (GENERAL, "x = arctan(2) + n*pi", V, "every half turn"),
    (GENERAL, "x = arctan(2) + n*pi, where n is an integer", V, "said of n"),
    (GENERAL, "x = pi + arctan(2) + k*pi", V, "begun elsewhere"),
    (GENERAL, "x = arctan(2) + 2n*pi", R, "every second one only"),
    (GENERAL, "x = -arctan(2) + n*pi", R, "the sign"),
    (GENERAL, "x = arctan(2) + n*pi/2", R, "too many"),
    (GENERAL, "x = arctan(2)", U, "one angle is no general solution"),
    (GENERAL, "x = 1.107 + n*pi", U, "rounded, said to be equal"),
    (GENERAL, "x = 1.2 + n*pi", R, "too far from it to be rounded"),
    (DEGREES, "x = 17.5° or x = 162.5°", V, "to one decimal, as a class writes it"),
    (DEGREES, "x = 17.46° or x = 162.54°", V, "to two decimals"),
    (DEGREES, "x = arcsin(0.3) or x = 180° - arcsin(0.3)", V, "exact"),
    (DEGREES, "x = 17.5°", R, "one is missing"),
    (DEGREES, "x = 17.4° or x = 162.5°", U, "cut off, not rounded"),
    (DEGREES, "x = 17° or x = 163°", U, "rounded more than is written here"),
    (DEGREES, "x = 17.5° or x = 197.5°", R, "as for a tangent"),
    (DEGREES, "x = 17.5° or x = 17.5°", U, "one of them twice"),
    (ONE_PLACE, "x = 17.5 or x = 162.5", V, "the unit is the question's"),
    (ONE_PLACE, "x = 17.46° or x = 162.54°", R, "not as it is asked"),
    ("Find all solutions of 3sin(x) + 4cos(x) = 5", "x = arctan(3/4) + 2n*pi", V, "a double one"),
    ("Find all solutions of 3sin(x) + 4cos(x) = 5", "x = arctan(4/3) + 2n*pi", R, "the other leg"),
    (
        "Find all solutions of sin(x)*cos(x) = 0.2",
        "x = arcsin(2/5)/2 + n*pi or x = pi/2 - arcsin(2/5)/2 + n*pi",
        V,
        "proved through the double angle",
    ),
]


@pytest.mark.parametrize(("question", "answer", "verdict", "why"), ANSWERS)
def test_each_answer_gets_its_verdict(
    question: str, answer: str, verdict: AnswerVerdict, why: str
) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem), question
    assert judge_answer(problem, answer).verdict is verdict, why


WAVES = [
    ("sqrt(2)*sin(x + pi/4)", "sin(x) + cos(x)", Outcome.PROVED, "the root stands first"),
    ("sqrt(3)sin(x) + cos(x)", "2sin(x + pi/6)", Outcome.PROVED, "the same with 3"),
    ("sqrt(2)*sin(x + pi/4)", "sin(x) - cos(x)", Outcome.REFUTED, "the sign"),
    ("sqrt(3)cos(x) + sin(x)", "2sin(x + pi/6)", Outcome.REFUTED, "exchanged"),
]


@pytest.mark.parametrize(("left", "right", "outcome", "why"), WAVES)
def test_roots_beside_known_angles(left: str, right: str, outcome: Outcome, why: str) -> None:
    first, second = read(left), read(right)
    assert isinstance(first, Expr) and isinstance(second, Expr)
    assert identity(first, second).outcome is outcome, why
