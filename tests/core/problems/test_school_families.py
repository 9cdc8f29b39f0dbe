"""Figures by what follows from them, lines, pairs of angles, parameters, everyday sums.

question, expected (None: unread), why
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import check, solve
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

SECTOR = "A sector of radius 4 cm has arc length 6 cm. Find its angle"
RIGHT = "A right triangle with hypotenuse"
BUILT = "If 3 workers take 12 days to build a wall, how long do 4 workers take"
CHORD = "A chord is 8 cm from the centre of a circle of radius 10 cm. Find the length of the chord."
LINES = "The lines y = 3x + 2 and y = kx - 1 are perpendicular. Find"
CURVE = "If x = t^2 and y = t^3, find"
WORKERS = "If 3 workers take 12 days, how"
CAR = "A car worth $20000 depreciates by 15% each year."
COLD = "The temperature was -5°C and rose by 12 degrees."
COIN = "A biased coin lands heads with probability 0.6. It is tossed twice. What is the probability"
PAIR = "Two angles are complementary. One is twice the other."
RIDE = "Sam cycles 12 km at 16 km/h and"
TRAIN = "A train leaves at 9:15 and arrives"
SISTERS = "Three sisters share 84 sweets in the ratio 2:3:7."
LONGER = "A rectangle is 3 cm longer than it is wide."
PARABOLA = "y = x^2 - 1 and the x-axis from x = 0 to x = 2"
SQUARED = "Find the values of a and b such that x^2 + 8x + 3 = (x + a)^2 + b"
HAY = "A farmer has enough hay to feed 20 cows for 15 days."
FIGURES = [
    (f"{SECTOR} in radians", "1.5", "6/4"),
    ("The arc length of a sector of radius 4 cm is 6 cm. Find the angle in radians.", "1.5", "too"),
    ("Find the perimeter of a sector of radius 5 cm and angle 1.2 radians", "16 cm", "6 + 10"),
    ("Find the area of a sector of radius 6 cm and angle π/3", "6π cm^2", "36*pi/6"),
    ("The area of a sector of radius 6 cm is 12π cm^2. Find its angle in degrees.",
     "120 degrees", "a third"),
    ("A sector has angle 30° and area 3π cm^2. Find the radius", "6 cm", "36"),
    ("The diagonals of a rhombus are 6 cm and 8 cm. Find its side.", "5 cm", "3, 4, 5"),
    (CHORD, "12 cm", "6, 8, 10"),
    ("A chord of length 16 cm is drawn in a circle of radius 10 cm. How far is it from the centre?",
     "6 cm", "6, 8, 10"),
    ("The volume of a cube is 64 cm^3. Find its surface area.", "96 cm^2", "4*4*6"),
    ("A circle has area 49π. Find its radius.", "7", "49"),
    ("The circumference of a circle is 20π cm. Find its area", "100π cm^2", "10"),
    ("The circumference of a circle is 10 cm. Find its area", "25/pi cm^2", "5/pi"),
    ("The surface area of a sphere is 100π cm^2. Find its radius.", "5 cm", "25"),
    ("A sphere has volume 36π cm^3. Find its surface area", "36π cm^2", "3"),
    ("A hemisphere has radius 3 cm. Find its volume", "18π cm^3", "half a sphere"),
    ("A cone has volume 100π cm^3 and radius 5 cm. Find its height.", "12 cm", "100/25*3"),
    ("A cone has radius 5 cm and height 12 cm. Find its slant height.", "13 cm", "5, 12, 13"),
    ("A chord of length 16 cm is 6 cm from the centre of a circle. Find the radius.",
     "10 cm", "6, 8, 10"),
    ("A circle has area 49π cm^2. Find its circumference.", "14π cm", "7"),
    (SECTOR, None, "in radians or in degrees"),
    (SECTOR.replace("6 cm", "30 cm") + " in radians", None, "more than the whole circle"),
    (SECTOR.replace("6 cm", "30 cm").replace("angle", "area"), None, "the same"),
    ("A sector of radius 4 cm has angle 7 radians. Find its area", None, "more than a turn"),
    (SECTOR.replace("arc length 6 cm", "perimeter 14 cm") + " in radians", None, "the perimeter"),
    ("A circle has area 49 pi cm^2. Find half its radius", None, "half of it"),
    ("The volume of a cube is 64 cm^3. Find the total length of its edges.", None, "all twelve"),
    ("The volume of a cube is 64 cm^3. Find the number of its edges.", None, "how many"),
    ("Find the total length of the sides of a square of area 49.", None, "all four"),
    (f"{RIGHT} 5 and leg 3. Find the other leg.", "4", "3, 4, 5"),
    ("Find the leg of a right triangle with hypotenuse 5 and leg 3.", None, "not sqrt(34)"),
    (f"Find the hypotenuse of {RIGHT[0].lower()}{RIGHT[1:]} 5 and leg 3.", None, "it is told"),
    (f"The number of legs of {RIGHT[0].lower()}{RIGHT[1:]} 5 and leg 3", None, "two, always"),
    ("A circle has area 49π. Find its radius, use pi = 3.14", None, "exact or not"),
    (CHORD.replace("is 8", "is 12"), None, "outside of the circle"),
    (CHORD.replace("from the centre", "from the edge"), None, "another distance"),
    ("Two chords of 16 cm are drawn in a circle of radius 10 cm. How far are they apart?",
     None, "two chords"),
    ("The volume of a cube is 64 cm^2. Find its surface area.", None, "no volume"),
    ("The perimeter of a square is 16 cm^2. Find its area.", None, "no length"),
    ("A sector of angle 60 degrees is cut from a circle of radius 6 cm. Find the area of the rest.",
     None, "the rest"),
]  # fmt: skip
SAID = [
    (f"{BUILT}?", "9 days", "36/4"),
    (f"{BUILT} to build the same wall?", "9 days", "the same job"),
    (f"{BUILT} to dig a hole?", None, "another job"),
    (
        "If 3 pumps take 12 hours to fill a pool, how long do 4 pumps take to fill a bucket?",
        None,
        "another job",
    ),
    ("In 5 years he will be 35. How old is he now?", "30", "35 - 5"),
    ("In 5 years he will be 35. How old is she now?", None, "somebody else"),
    ("In 5 years I will be 35. How old is he now?", None, "somebody else"),
    ("In 5 years she will be 35. What is his age?", None, "somebody else"),
    ("Tom will be 35 in 5 years. What is my age?", None, "somebody else"),
    ("5 years ago Tom was 35. What is my age?", None, "somebody else"),
    (f"{CAR.replace('15%', '150%')} What is it worth after 2 years?", None, "below 0"),
    ("The lines y = kx + 2 and y = 3x - 1 are parallel. Find k.", "k = 3", "the same gradient"),
    ("The lines y = kx + 2 and y = 3x + 2 are parallel. Find k.", None, "one line"),
    ("The lines kx + 2y = 4 and 2x + ky = 4 are parallel. Find k.", None, "one line for 2"),
    ("The lines y = k^2 x + 2 and y = kx + 2 are parallel. Find k.", None, "one line"),
    ("Are the points (0, 0), (1, 1) and (5, 5) collinear?", "yes", "y = x"),
    ("Is (5, 5) between (0, 0) and (1, 1)?", None, "on the line, beyond its end"),
    ("Does the point (3, 10) lie on the line segment from (0, 1) to (2, 7)?", None, "beyond it"),
    (f"{COIN.replace('0.6', '1/10')} of two heads?", "1/100", "a tenth of a tenth"),
    (f"{COIN.replace('0.6', '1/0')} of two heads?", None, "over 0"),
    (f"{COIN.replace('0.6', '0/0')} of two heads?", None, "over 0"),
    (f"{COIN.replace('0.6', '3/2')} of two heads?", None, "more than 1"),
    ("Two supplementary angles are in the ratio 1:5. Find the angles.", "30° and 150°", "180/6"),
    ("Two supplementary angles are in the ratio 0:5. Find the angles.", None, "no angle"),
    (
        "Two angles are complementary. One is 20° less than twice the other. Find the angles.",
        "160/3 degrees, 110/3 degrees",
        "fractions",
    ),
    ("If x = t^50 sin(t)^20 and y = t^3/(t^9+1)^40, find dy/dx", None, "too large"),
    (f"{LINES} k.", "k = -1/3", "3k = -1"),
    ("Find k if the lines 2x + ky = 5 and 3x - y = 1 are perpendicular", "k = 6", "6 - k = 0"),
    (
        "Find the value of k for which the lines kx + 2y = 5 and y = 3x - 1 are parallel",
        "k = -6",
        "-k/2 = 3",
    ),
    ("Are the lines y = 2x + 3 and 4x - 2y = 7 parallel?", "yes", "both 2"),
    ("Is the point (3, 4) on the circle x^2 + y^2 = 25?", "yes", "9 + 16"),
    ("Does the point (1, 5) lie on the line y = 3x + 1?", "no", "4"),
    ("Find the x- and y-intercepts of 2x + 3y = 12", "(a) 6; (b) 4", "both"),
    ("Are the lines y = 2x + 3 and 4x - 2y = -6 parallel?", None, "they are one line"),
    ("Are the lines y = 2x + 3 and y = 3x parallel or perpendicular?", None, "which of the two"),
    (LINES.replace("are perp", "are not perp") + " k.", None, "not"),
    (f"{LINES} 2k.", None, "twice the letter"),
    (f"{LINES} where they meet.", None, "another thing"),
    ("The lines y = 3x + k and y = 2x - 1 are perpendicular. Find k.", None, "k changes nothing"),
    ("Is the point (3, 4) inside the circle x^2 + y^2 = 25?", None, "inside"),
    ("Find the sum of the x- and y-intercepts of 2x + 3y = 12", None, "their sum"),
    (f"{PAIR} Find the angles.", "60, 30", "in degrees"),
    ("Two supplementary angles are in the ratio 4:5. Find the angles.", "80, 100", "no total of 2"),
    ("The supplement of an angle is three times the angle. Find the angle.", "45", "135"),
    ("An angle is 20° more than its complement. Find the angle.", "55", "35"),
    (PAIR.replace("are comp", "are not comp") + " Find the angles.", None, "not"),
    (PAIR.replace("twice", "100° more than") + " Find the angles.", None, "none"),
    ("Two angles are complementary and equal. Find them.", None, "another relation"),
    ("The supplement of an angle is three times its complement. Find it.", None, "two others"),
    (f"{CURVE} dy/dx", "3t/2", "3t^2/(2t)"),
    ("x = sin(t), y = cos(2t). Find dy/dx when t = pi/6", "-2", "-4 sin t"),
    (f"{CURVE} d^2y/dx^2", None, "the second one"),
    (f"{CURVE} dx/dy", None, "the other way"),
    (f"{CURVE} the gradient when x = 4", None, "two values of t"),
    ("If x = t^2 and y = s^3, find dy/dx", None, "two letters"),
    ("Find dy/dx if y = t^3", None, "whether t depends on x is not said"),
    ("arcsin(1/2)", "pi/6", "a known value"),
    ("Find the exact value of arccos(-sqrt(3)/2)", "5*pi/6", "in the second quadrant"),
    ("arcsin(2)", None, "it has none"),
    (f"{WORKERS} long do 4 workers take?", "9 days", "36 days of work"),
    (f"{WORKERS} many hours do 4 workers take?", None, "hours a day"),
    (f"{WORKERS} many more days do 4 workers take?", None, "a difference"),
    (f"{WORKERS} long do 4 machines take?", None, "others"),
    (f"{CAR} What is it worth after 3 years?", "12282.50", "0.85^3"),
    (CAR.replace("each year", "in the first year") + " What is it worth after 3 years?", None, "1"),
    (f"{CAR} How much value is lost after 3 years?", None, "what is lost"),
    (
        "How much is $1000 worth after 2 years at 5% compound interest?",
        "1102.50",
        "1.05^2",
    ),
    (f"{COLD} What is it now?", "7", "-5 + 12"),
    (COLD.replace("by", "to") + " What is it now?", None, "to"),
    (f"{COLD} By how much did it change?", None, "the change"),
    ("In 5 years he will be 35. How old is he now?", "30", "35 - 5"),
    ("In 5 years Tom will be 35. How old is Ann now?", None, "another one"),
    (f"{COIN} of two heads?", "0.36", "0.6^2"),
    (f"{COIN} of two tails?", "4/25", "0.4^2"),
    (f"{COIN} of at most one head?", None, "at most"),
    ("Find the ratio of 50 cm to 2 m", "1:4", "in one unit"),
    ("Find the ratio of 50 cm to 2 kg", None, "no one unit"),
    (f"{RIDE} then walks 3 km at 4 km/h. How long does the journey take?", "1.5 h", "3/4 + 3/4"),
    (f"{RIDE} then 3 km at 4 km/h. Find the average speed for the journey.", "10 km/h", "15/1.5"),
    (f"{RIDE} then rests 3 minutes. How long does the journey take?", None, "a rest"),
    (
        f"{TRAIN} at 11:40. It covers 174 km. What was its average speed in km/h?",
        "72 km/h",
        "145 minutes",
    ),
    (f"{TRAIN} at 1:40. It covers 174 km. Find its average speed.", None, "which half of the day"),
    (
        f"{TRAIN} at 11:40. It stops for 20 minutes and covers 174 km. Find its average speed.",
        None,
        "with or without the stop",
    ),
    (
        "Tickets cost £8 for adults and £5 for children. A family pays £31 for 5 tickets. "
        "How many children are there?",
        "3",
        "16 + 15",
    ),
    (f"{SISTERS} How many does the one with the most get?", "49", "7*7"),
    ("On a map 1 cm represents 4 km. How far is 7.5 cm in real life?", "30 km", "7.5*4"),
    ("On a map 1 cm represents 4 km. How far is 7.5 km on the map?", None, "the other way"),
    ("The nth term of a sequence is 5n - 2. Which term is 98?", "n = 20", "100/5"),
    ("The nth term of a sequence is n^2 + 1. Which term is 50?", "n = 7", "not -7"),
    ("The nth term of a sequence is 5n - 2. Which term is 99?", None, "none"),
    (f"{LONGER} Its perimeter is 34 cm. Find its area.", "70 cm^2", "7 and 10"),
    (f"{LONGER} Its perimeter is 34 cm. Find its length and width.", "10 cm, 7 cm", "both"),
    (LONGER.replace("3", "40") + " Its perimeter is 34 cm. Find its area.", None, "none"),
    ("Find the area enclosed by y = x^3 - x and the x-axis", "1/2", "on both sides"),
    (f"Find the area between the curve {PARABOLA}", "2", "2/3 + 4/3"),
    (f"Find the area under the curve {PARABOLA}", None, "it may be the integral"),
    ("Find the area between y = |x| and the x-axis from -1 to 2", "5/2", "two triangles"),
    ("Evaluate the integral of |x^3 - x| from -2 to 2", "5", "four pieces"),
    ("Evaluate the integral of |x^2 - 2| from 0 to 2", None, "zeros that are no fractions"),
    ("Evaluate the improper integral of 1/x^2 from 1 to infinity", "1", "1 - 1/b"),
    ("For which x is f(x) = x^3 - 3x increasing?", "x < -1 or x > 1", "3x^2 > 3"),
    ("Find 3/4 of £56", "£42", "in pounds"),
    ("What is 3/4 of 56 kg?", "42 kg", "in kilograms"),
    (f"{SQUARED}", "a = 4, b = -13", "2a = 8"),
    (
        "Find A and B such that 5x + 1 = A(x - 1) + B(x + 2) for all x",
        "A = 3, B = 2",
        "A + B = 5 and 2B - A = 1",
    ),
    (f"{SQUARED} when x = 1", None, "at one place only"),
    (SQUARED.replace("^2 + b", "^3 + b"), None, "never the same"),
    (SQUARED.replace("3 =", "3 >"), None, "no equation"),
    (f"{HAY} How long would it last 25 cows?", "12 days", "300 days for one"),
    (f"{HAY} How long would it last 25 more cows?", None, "more"),
    (f"{HAY} How many cows could it feed for 10 days?", None, "the other way"),
    ("Find the units digit of 7^100", "1", "the remainders repeat"),
    ("What is the tens digit of 7^100?", None, "two digits"),
    ("Factor 12a^2b - 18ab^2", "6ab(2a - 3b)", "letters in order"),
    ("Factor 4ab + 6ac", "2a(2b + 3c)", "the number first"),
]


@pytest.mark.parametrize(
    ("question", "expected", "why"), [*FIGURES, *SAID], ids=[row[0] for row in (*FIGURES, *SAID)]
)
def test_school_families(question: str, expected: str | None, why: str) -> None:
    found = solve(question)
    if expected is None:
        assert not isinstance(found, Solution), why
        return
    assert isinstance(found, Solution), why
    assert found.verdict is AnswerVerdict.VERIFIED, why
    assert check(expected, question=question).answer_verdict is AnswerVerdict.VERIFIED, why
    claims = [step.claim for step in found.steps if step.kind not in ("setup", "text")]
    assert all(claim.verdict is Verdict.PROVED for claim in claims), why


WRONG = [
    (f"{SECTOR} in radians", "0.67"),
    (CHORD, "6 cm"),
    ("A sphere has volume 36π cm^3. Find its surface area", "12π cm^2"),
    (f"{LINES} k.", "k = 1/3"),
    (f"{PAIR} Find the angles.", "120° and 60°"),
    ("The supplement of an angle is three times the angle. Find the angle.", "135°"),
    (f"{CURVE} dy/dx", "2/(3t)"),
    (f"{COIN} of two heads?", "0.6"),
    (f"{WORKERS} long do 4 workers take?", "16 days"),
    ("Find the area enclosed by y = x^3 - x and the x-axis", "0"),
    (f"Find the area between the curve {PARABOLA}", "2/3"),
    ("Evaluate the integral of |x^3 - x| from -2 to 2", "9/2"),
    (f"{LONGER} Its perimeter is 34 cm. Find its area.", "60 cm^2"),
]


@pytest.mark.parametrize(("question", "answer"), WRONG)
def test_wrong_answers_are_refuted(question: str, answer: str) -> None:
    assert check(answer, question=question).answer_verdict is AnswerVerdict.REFUTED
