"""What tried to make a question be read as another one, or a wrong answer be verified."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem, Unread, judge_answer, read_question
from mathviz_chat.core.solving import Unsolved, solve
from mathviz_chat.core.verdict import AnswerVerdict

UNREAD = [
    ("What is 2 + 2 mod 3?", "(2 + 2) mod 3, or 2 + (2 mod 3)"),
    ("Solve x^2 = 4 mod 5", "a congruence, or a remainder on the right"),
    ("What is the product of 2 and 3 plus 4?", "2*3 + 4, or 2*(3 + 4)"),
    ("What is half of 2 + 2?", "half of 2, or of the sum"),
    ("What is twice 2 + 2?", "twice 2, or the sum"),
    ("What is the square root of 9 plus 16?", "sqrt(9) + 16, or sqrt(25)"),
    ("Find x if the square root of x + 7 equals 5.", "sqrt(x) + 7, or sqrt(x + 7)"),
    ("Find x if the square root of 2x equals 4.", "sqrt(2)*x, or sqrt(2x)"),
    ("What is the second smallest of 1, 1, 2?", "1 twice, or counted once"),
    ("What is 1,5 + 2?", "a decimal comma, or a list"),
    ("Find the derivative of e^2", "Euler's number, so 0; or a letter, so 2e"),
    ("Half of three more than a number is 10. Find the number.", "half of three, or of all"),
    ("What is the sum of the first 5 whole numbers?", "from 0, or from 1"),
    ("Solve sin(x + 30) = 1/2 for 0 <= x < 360", "degrees are meant, radians are written"),
    ("What is the sum of 8 and 2 multiplied by 3?", "8 + 2*3, or (8 + 2)*3"),
    ("What is the product of 2 and 3 squared?", "2*3^2, or (2*3)^2"),
    ("Find the area of a right triangle with sides 3 and 5", "two legs, or the hypotenuse 5"),
    ("Find the definite integral of x^2", "the limits are missing"),
    ("Find the indefinite integral of x from 0 to 2", "limits, and none"),
    ("Integrate e^2", "Euler's number, or a letter"),
    ("A TV costs $420 with 20% tax. How much is the tax?", "the tax may be in the $420"),
    ("Tom bought a coat for $60 at 25% off. How much did he save?", "he may have paid the $60"),
    ("If y = x^2, solve dy/dx = 6", "dy/dx is not 0; that y is x^2 is not put in"),
    (
        "Tim had 20 sweets. He gave 3 to each of his friends. How many are left?",
        "how many friends?",
    ),
    ("Pens are sold at 3 for $2. How much do 13 pens cost?", "the price of one alone is not told"),
    ("Pens are sold at 3 for $2. How much do 12 pencils cost?", "other things"),
    ("Pens are $1 each or 3 for $2. How much do 12 pens cost?", "two prices"),
    ("Split $80 in the ratio 1 : 3 : 4 backwards. How much does each get?", "in which order?"),
    (
        "Split $80 among Ann, Bob and Cy in the ratio 1:3:4 in reverse order. What does each get?",
        "the parts are not in the order of the people",
    ),
    (
        "A wage of $1000 goes up by 10% and then drops by 10%. What is the overall change?",
        "the change is asked for, not the new wage",
    ),
    (
        "Ten litres of 30% acid lose 2 litres of water. What is the concentration now?",
        "water is taken away, not added",
    ),
    ("Truncate 9.876 to 1 decimal place", "cut off, which is not rounded to the nearest"),
    ("9.876 truncated to 1 decimal place", "the same, after the number"),
    ("Chop 9.876 to 1 decimal place", "the same in another word"),
    ("Round 9.876 down to 1 decimal place", "a direction, though the nearest is above"),
    ("round 4821 up to the nearest hundred", "the nearest is below"),
    ("Round up 9.812 to 1 decimal place", "the direction stands before the number"),
    ("Floor 9.876 to 1 decimal place", "a word for rounding down"),
    ("Solve 3x = 10, rounding down to 2 decimal places", "the direction of the answer's rounding"),
    ("6/2 (1+2)", "6 over 2, times a sum, or over all that follows"),
    ("6÷2 (1+2)", "the same with another sign"),
    ("What is 8/4 (3 - 1)?", "the same within a sentence"),
    ("Solve 6/2 (x+1) = 12", "the same in an equation"),
]


READ = [
    ("Round 9.876 to 1 decimal place and write down the answer", "down belongs to write"),
    ("Round 2.45 to 1 decimal place, half up", "up is how the half is rounded"),
    ("The floor is 12.345 m wide. Round this to 1 decimal place.", "a floor of a room"),
    ("1/2 (3 + 5)", "in lowest terms it is a coefficient"),
    ("Simplify 12/18 (show your work)", "the bracket is a remark"),
    ("(a) 6/2 (b) 6/3", "the bracket is the label of a part"),
]


@pytest.mark.parametrize(("question", "why"), READ)
def test_what_only_looks_like_two_meanings_is_read(question: str, why: str) -> None:
    assert isinstance(read_question(question), Problem), why


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_a_question_of_two_meanings_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why


FATHER_AND_SON = (
    "A father is four times as old as his son. In 20 years he will be twice as old as his son. "
)
OVERHEARD = [
    ("What is 3 + 4? What is 5 + 6? Now double it.", "an order after the last question"),
    ("sin(x) = 1/2, 0 <= x < 2pi. Only the smallest one.", "one of two solutions is asked"),
    ("x is obtuse. sin(x) = 1/2, 0 <= x < 2pi", "a condition in words"),
    ("Solve x^2 = 9, where x > 0 and y < 2", "a condition on another letter"),
    ("Find the solution of x^2 = 9 that is not positive", "not"),
    ("Find the second largest root of x^3 - 6x^2 + 11x - 6 = 0", "second"),
    ("Find the sum of the positive roots of x^2 = 9", "their sum"),
    ("x = 2 is a root of x^2 - 5x + 7 = 0. Find the other root.", "it is none"),
    ("x = 1 is a root of x^3 - 3x + 2 = 0. Find the other roots.", "a double root"),
    ("Solve x^2 = 9 to 2 decimal places and 3 significant figures", "both"),
    ("How many solutions does x^2 = 9 not have?", "not"),
    ("Solve x^2 - 5x + 6 = 0 except x = 2", "except"),
    ("Solve x^2 = 9 where x is positive or zero", "or zero"),
    ("Find the positive solution of x^2 = 9, then double it", "an operation after it"),
    ("Find twice the positive root of x^2 = 9", "an operation before it"),
    ("Find the largest solution of sin x = 1/2", "there is none"),
    ("Find the sum of the solutions of x^2 + 1 = 0", "it has no real ones"),
    ("Find the sum of the roots of x^2 - 2x + 1 = 0", "a double root, once or twice"),
    ("For which k does kx^2 + kx = 0 have equal roots?", "k = 0 makes it no quadratic"),
    ("For which k does kx^2 + 2x + 1 = 0 have no real roots?", "k = 0 makes it no quadratic"),
    ("Is y = 2 a root of x^3 = 8?", "another letter"),
    ("Find k if x = 2 is not a root of x^2 + kx - 6 = 0", "not"),
    (FATHER_AND_SON + "How old is the son then?", "not his age of today"),
    (
        "Ann is 7 years older than Bob. In 3 years, Ann will be twice as old as Bob is then. "
        "How old is Bob now?",
        "'is then' speaks of that time, 'is' of now",
    ),
    ("A TV costs $420 including 20% tax. How much is the tax?", "20% of less than the $420"),
    ("After a 10% rise the rent is $550. How much is the rise?", "the rent after it is told"),
    ("After a 10% rise the rent is $550. How much is it?", "the rent after it is told"),
    ("The value fell by 20% to $80. How much did it fall?", "the value after it is told"),
    ("The value fell by 20% to $80. What is the value?", "the value is told"),
    ("With a 10% raise she earns $550. How much does she earn?", "what she earns is told"),
    ("A car lost 20% of its value and is worth $8000. How much is it worth?", "it is told"),
    ("A TV costs $420 after a 30% discount. What is the discount?", "30% of more than the $420"),
    ("The price is $60 after a 20% increase. What is the increase?", "20% of less than the $60"),
]


@pytest.mark.parametrize(("question", "why"), OVERHEARD)
def test_a_word_that_turns_the_meaning_is_not_overheard(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why


ANSWERS = [
    ("What is 15% more than 80?", "92", AnswerVerdict.VERIFIED, "15% of the 80"),
    ("What is 15% more than 80?", "80.15", AnswerVerdict.REFUTED, "not 0.15 more"),
    ("What is 15% less than 80?", "68", AnswerVerdict.VERIFIED, "15% of the 80"),
    ("What is the product of 2 and (3 + 4)?", "14", AnswerVerdict.VERIFIED, "brackets say it"),
    ("What is 17 mod 5?", "2", AnswerVerdict.VERIFIED, "a remainder"),
    ("Solve x^2 = -4", "x = 2i or x = -2i", AnswerVerdict.VERIFIED, "complex, as the answer is"),
    ("Solve x^2 = -4 over the reals", "x = ±2i", AnswerVerdict.UNCHECKED, "right, but not real"),
    ("Solve 3x = 1", "x = 0.33", AnswerVerdict.UNCHECKED, "rounded"),
    ("Solve 3x = 1", "x = 0.34", AnswerVerdict.REFUTED, "not the rounded value"),
    ("Solve x^2 > 9", "x < -3, x > 3", AnswerVerdict.VERIFIED, "a comma that can only be 'or'"),
    ("Solve x^2 > 9", "x < -3 and x > 3", AnswerVerdict.REFUTED, "'and' is wrong"),
    ("Solve x^(1/3) = -2", "no solution", AnswerVerdict.UNCHECKED, "-8 has a real cube root"),
    ("Solve x^(1/3) = -2", "x = -8", AnswerVerdict.UNCHECKED, "as a power it has no value"),
    ("Solve x^(2/3) = 4", "x = 8", AnswerVerdict.UNCHECKED, "-8 too, where it has a root"),
    ("Solve x^(2/3) = 4", "x = 4", AnswerVerdict.REFUTED, "wrong either way"),
    ("Solve x^(1/3) = 2", "x = 8", AnswerVerdict.VERIFIED, "right either way"),
    ("What is sin(30)?", "1/2", AnswerVerdict.UNCHECKED, "right in degrees"),
    ("What is sin(30)?", "1", AnswerVerdict.REFUTED, "wrong either way"),
    ("What is the sum of 3 squared and 4 squared?", "25", AnswerVerdict.VERIFIED, "each squared"),
    ("Find the area of a right triangle with legs 3 and 5", "7.5", AnswerVerdict.VERIFIED, "legs"),
    ("Write 11 in base 2", "1011_2", AnswerVerdict.VERIFIED, "its base is said"),
    ("Write 11 in base 2", "1011_3", AnswerVerdict.UNCHECKED, "another base is said"),
    ("Convert 255 to hexadecimal", "0xFF", AnswerVerdict.VERIFIED, "a programmer's prefix"),
    ("Find the maximum value of x^2 on [-1, 3]", "x = 9", AnswerVerdict.UNCHECKED, "a place"),
    ("Find the maximum value of x^2 on [-1, 3]", "y = 9", AnswerVerdict.VERIFIED, "a value"),
    ("Find the definite integral of x from 0 to 2", "2", AnswerVerdict.VERIFIED, "with limits"),
    (
        "What is the probability of rolling a sum of 7 with two dice?",
        "16.67%",
        AnswerVerdict.UNCHECKED,
        "rounded, not wrong",
    ),
    (
        "What is the probability of rolling a sum of 7 with two dice?",
        "16.76%",
        AnswerVerdict.REFUTED,
        "not the rounded value",
    ),
    ("sqrt(x + 3) = x + 1", "x = 1", AnswerVerdict.VERIFIED, "a root among given equations"),
    ("What is f(2)? What is f(3)? f(x) = x^2", "(a) 4; (b) 9", AnswerVerdict.VERIFIED, "told last"),
]


@pytest.mark.parametrize(("question", "answer", "verdict", "why"), ANSWERS)
def test_answers(question: str, answer: str, verdict: AnswerVerdict, why: str) -> None:
    problem = read_question(question)
    assert not isinstance(problem, Unread)
    assert judge_answer(problem, answer).verdict is verdict, why


NO_VALUE = [
    ("Integrate 1/x^2 from -1 to 1", "the rule gives -2, through a pole"),
    ("Find the maximum of x^2", "the derivative is 0 at the minimum only"),
    ("What is the limit of floor(x) as x approaches 1?", "the two sides differ"),
]


@pytest.mark.parametrize(("question", "why"), NO_VALUE)
def test_no_number_is_given_where_there_is_none(question: str, why: str) -> None:
    problem = read_question(question)
    assert not isinstance(problem, Unread)
    assert isinstance(solve(problem), Unsolved), why
