"""Names that get a value again, equivalent lines, and what is supposed: a table with reasons."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import Verdict

SIGNS = {
    Verdict.PROVED: "P",
    Verdict.REFUTED: "R",
    Verdict.PROBABLE: "~",
    Verdict.UNCHECKED: "-",
}

NAMED = [
    ("A = 1/2*6*8; A = 24", "-P", "the second line carries out the first"),
    ("A = 1/2*6*8; A = 24 cm^2", "-P", "and names the unit"),
    ("A = 6 cm * 8 cm; A = 48 cm", "--", "of another dimension"),
    ("d = sqrt(9 + 16); d = sqrt(25); d = 5", "-PP", "line by line"),
    ("d = sqrt(9 + 16); d = sqrt(25); d = 6", "-PR", "a slip in the last line"),
    ("S_20 = 20/2*(6 + 76); S_20 = 10*82; S_20 = 820", "-PP", "a name with an index"),
    ("Speed = 240/3; Speed = 80", "-P", "a name in words"),
    ("Speed = 240/3; Speed = 70", "--", "which may stand for something else"),
    ("P = 3/4; P = 75%", "-P", "in percent"),
    ("x = 26/3; x = 8.67", "-P", "rounded, by the digits shown"),
    ("b = 6; h = 8; A = 1/2*b*h; A = 24", "---P", "values put into the formula"),
    ("b = 6; h = 8; A = 1/2*b*h; A = 48", "----", "which may be meant of other values"),
    ("A = pi*r^2; r = 3; A = 9pi", "--P", "a value that comes later"),
    ("y = 2(x + 1); y = 2x + 2", "-P", "for all values"),
    ("y = 2(x + 1); y = 2x + 1", "--", "perhaps another line"),
    ("A = 3*4; A = 2*5", "--", "no line carries out the other"),
    ("A = 12; A = 15", "--", "a value of its own"),
    ("First rectangle: A = 3*4; Second rectangle: A = 9", "--", "words between"),
    ("A = 3*4; B = 2; A = 11", "---", "not the next line"),
    ("x = sqrt(9); x = -3", "--", "the other root"),
    ("x = (5 ± 1)/2; x = 6/2; x = 2", "---", "one root after the other"),
    ("n = 5; n = n + 1", "--", "it counts on"),
    ("T = 2pi*sqrt(L/g); T^2 = 4pi^2*L/g", "-P", "the name's formula put in"),
    ("T = 2pi*sqrt(L/g); T^2 = 2pi^2*L/g", "--", "it does not follow"),
    ("T = 2pi*sqrt(L/g); g = 4pi^2*L/T^2", "-P", "rearranged without a question"),
    ("T = 2pi*sqrt(L/g); g = 2pi^2*L/T^2", "--", "wrongly: perhaps another formula"),
    ("y = 2x + 1; y = 3x - 2", "--", "another line"),
    ("a = 2b; b = 2a", "--", "turned round"),
    ("T = 2pi*sqrt(L/g); T^2 = 4pi^2*L/g; L = gT^2/(4pi^2)", "-PP", "and the formula solved"),
]

LINES = [
    ("Solve 36^x - 5*6^x - 6 = 0; 6^x = 6; x = 1", "-PP", "from a line with the same solutions"),
    ("Solve 36^x - 5*6^x - 6 = 0; 6^x = 6; x = 2", "-PR", "and a wrong one from it"),
    ("Solve e^(2x) - 3e^x + 2 = 0; e^x = 1 or e^x = 2; x = ln 2", "-PR", "a root is lost"),
    ("Solve x + y = 10, xy = 21; If x = 3, then y = 7", "-P", "where x is supposed to be 3"),
    (
        "Solve x^2 = 9; Suppose x = -3; So x = 5 or x = -3",
        "--R",
        "a list supposes none of its values",
    ),
    ("Solve x + y = 10, xy = 21; If x = 3, then y = 8", "-R", "where it is another value"),
    ("Solve x + y = 10, xy = 21; If x = 4, then y = 9", "-R", "where x cannot be that"),
    ("If x > 0 then |x| = x; If x < 0 then |x| = x", "P-", "the suppositions contradict"),
    ("Solve x + y = 10, xy = 21; (3, 7) and (7, 3)", "-P", "all solutions, as pairs"),
    ("Solve x + y = 10, xy = 21; (3, 7) and (7, 4)", "-R", "one pair is wrong"),
    ("Solve x + y = 10, xy = 21; (3, 7)", "-R", "one pair is missing"),
    ("Solve x + y = 10, xy = 21; At (3, 7): x = 3", "--", "of one solution: neither all nor wrong"),
    ("Let w be the width. Then l = 2w; 2(l + w) = 36; 2(2w + w) = 36; w = 6", "--PP", "put in"),
    ("Let w be the width. Then l = 2w; 2(l + w) = 36; 2(2w - w) = 36", "--R", "put in wrongly"),
    ("Solve E = 1/2*m*v^2 for v; v = sqrt(2E/m)", "-P", "where v >= 0"),
    ("Solve E = 1/2*m*v^2 for v; v = sqrt(E/m)", "-R", "a factor is lost"),
    ("Solve T = 2pi*sqrt(L/g) for g; T^2/(4pi^2) = L/g; g = 4pi^2*L/T^2", "-PP", "squared"),
    ("Solve T = 2pi*sqrt(L/g) for g; T^2/(4pi^2) = L/g; g = 4pi^2*T^2/L", "-P-", "turned round"),
    ("Solve P = P_0*e^(k*t) for t; ln(P/P_0) = k*t; t = ln(P/P_0)/k", "-PP", "logarithms"),
    ("Solve c^2 = a^2 + b^2 for a; a = sqrt(c^2 - b^2)", "-P", "where a >= 0"),
    ("Solve c^2 = a^2 + b^2 for a; a = c - b", "-R", "a square of a difference"),
    ("Solve 2^(x + 1) = 3^x; (x + 1) ln 2 = x ln 3; x = ln(2)/(ln(3) - ln(2))", "-PP", "bases"),
    ("Solve 2^(x + 1) = 3^x; (x + 1) ln 2 = x ln 3; x = ln(2)/(ln(3) + ln(2))", "-PR", "a sign"),
    ("Solve 2^x = 3^x; x = 0", "-P", "the same at 0 only"),
    ("Solve 2^x + 3^x = 0; no solution", "--", "right, and not decided"),
    ("Find the equation of the tangent to y = x^3 at x = 2; dy/dx = 3x^2", "-P", "its curve"),
    ("Find the equation of the tangent to y = x^3 at x = 2; y' = 2x^2", "-R", "a wrong slope"),
    ("Find the equation of the tangent to y = x^3 at x = 2; 3x^2", "--", "it claims nothing"),
    ("Where is f(x) = x^3 - 3x increasing?; f'(x) = 3x^2 - 3", "-P", "its function"),
    ("y = x^2 - 4x; dy/dx = 2x - 4 = 0; 2x = 4; x = 2", "-PPP", "set to zero in the same chain"),
    ("y = x^2 - 4x; dy/dx = 2x - 4 = 0; 2x = 8", "-PR", "and solved wrongly"),
    ("∫ x e^x dx = x e^x - ∫ e^x dx; = x e^x - e^x + C", "PP", "integration by parts"),
    ("∫ x e^x dx = x e^x + ∫ e^x dx", "R", "with a wrong sign"),
    ("∫ x e^x dx = x e^x - ∫ e^x dx; = x e^x - e^x", "P-", "the constant is missing"),
    ("∫ x e^x dx = x e^x - x ∫ e^x dx", "-", "an integral among the factors"),
    ("d = 80 km/h * 5 h; d = 400 km", "-P", "the unit of the last factor"),
    ("d = 80 km/h * 5 h = 40 km", "R", "a wrong product"),
    ("Solve x^2 - 5x + 6 = 0; a = 1, b = -5, c = 6; x = (-b ± sqrt(b^2 - 4ac))/(2a)", "--P", "ok"),
    ("Solve x^2 - 5x + 6 = 0; a = 1, b = 5, c = 6; x = (-b ± sqrt(b^2 - 4ac))/(2a)", "---", "no"),
]


@pytest.mark.parametrize(("text", "signs", "why"), NAMED + LINES)
def test_lines(text: str, signs: str, why: str) -> None:
    rows = check(text.replace("; ", "\n")).lines
    found = [row.step.claim.reason for row in rows]
    assert "".join(SIGNS[row.step.claim.verdict] for row in rows) == signs, f"{why}: {found}"


def test_what_is_supposed_is_a_condition_of_the_verdict() -> None:
    report = check("If x = 3, then y = 7", question="Solve x + y = 10 and x*y = 21")
    assert report.lines[0].step.claim.conditions == ("x = 3",)


def test_pairs_are_an_answer() -> None:
    report = check("(3, 7) and (7, 3)", question="Solve x + y = 10 and x*y = 21")
    assert report.answer_verdict.value == "verified"


FORMULAS = [
    ("Solve V = 4/3*pi*r^3 for r", "r = (3V/(4pi))^(1/3)", "verified", "one root"),
    ("Make v the subject of E = 1/2*m*v^2", "v = ±sqrt(2E/m)", "verified", "both roots"),
    ("Make v the subject of E = 1/2*m*v^2", "v = sqrt(2E/m)", "unchecked", "one of two"),
    ("Make v the subject of E = 1/2*m*v^2", "v = sqrt(E/m)", "refuted", "a factor is lost"),
    ("Solve T = 2pi*sqrt(L/g) for g", "g = 4pi^2*L/T^2", "verified", "squared"),
    ("Solve T = 2pi*sqrt(L/g) for g", "g = 2pi^2*L/T^2", "unchecked", "wrong, and not refuted"),
    ("Solve 2^(x + 1) = 3^x", "x = ln(2)/(ln(3) - ln(2))", "verified", "a difference of logs"),
    ("Solve 1/f = 1/u + 1/v for v", "v = f*u/(u - f)", "verified", "the last line is the answer"),
]


@pytest.mark.parametrize(("question", "answer", "verdict", "why"), FORMULAS)
def test_the_answer(question: str, answer: str, verdict: str, why: str) -> None:
    assert check(answer, question=question).answer_verdict.value == verdict, why
