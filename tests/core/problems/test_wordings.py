"""Wordings that look like those of ``readers/wordings`` and ask something else stay unread."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Unread, read_question

SEATS = "A theatre has 12 seats in the first row and each row has 2 more than the "
EGGS = "59 eggs are packed into boxes of 12. "
LIGHTS = "Two lights flash every 12 seconds and every 18 seconds. "
PIZZA = "I ate 1/4 of a pizza and my brother ate "
UNREAD = [
    ("1 + 2 + ... + 64", "adding 1, or doubling"),
    ("8 - 4 + 2 - ... to infinity", "of one more term the rule is not sure"),
    ("add all the odd numbers between 11 and 31", "whether the ends count is not said"),
    ("sum of the even integers below 20", "negative ones go on without end"),
    ("What is the sum of the first 10 powers of 2?", "from 1, or from 2"),
    ("What is the sum of 1, 2, 4, 8, ...?", "there is no sum to infinity"),
    ("Find the sum to infinity of 1, 2, 4, ...", "it diverges"),
    ("Find the sum of the cube numbers from 1 to 20.", "not of all numbers"),
    ("Find the sum of the odd digits from 1 to 99", "of digits"),
    ("Find the sum of all the odd numbers from 1 to 99 except 7.", "one is left out"),
    ("Find the average of the odd numbers from 1 to 99.", "no sum"),
    ("Find the sum of the odd multiples of 3 from 1 to 99", "both at once"),
    (
        "Find the sum of the 6th to the 10th terms of an arithmetic series with first term 2 and "
        "common difference 3.",
        "not from the first term on",
    ),
    ("An arithmetic series has first term 10 and last term 52. Find the sum.", "of how many terms"),
    (
        "The first term of an arithmetic series is 10 and the sum of the first 15 terms is 52. "
        "Find its sum.",
        "the 52 is no term",
    ),
    (f"{SEATS}first row. How many seats are there in 10 rows altogether?", "no row grows"),
    (f"{SEATS}one before. How many seats are there in the last row?", "which row is not said"),
    (f"{SEATS}one before. How many rows have 30 seats?", "rows are asked for"),
    (
        f"{SEATS}one before. How many more seats are in the 10th row than in the first?",
        "a difference is asked for",
    ),
    (
        "There are 5 logs in the top row and each row has 2 fewer than the row above. How many "
        "logs in 10 rows?",
        "no row has fewer than none",
    ),
    (
        "There are 5 logs in the top row and each row has 2 more than the row below. How many logs "
        "in 2 rows?",
        "counted from the top, the rows get shorter",
    ),
    ("List the prime numbers between 20 and 41.", "41 is prime: whether it counts is not said"),
    ("Is the next prime number after 31 even?", "yes or no"),
    ("What is the sum of the prime factors of 60?", "the 2 once, or twice"),
    ("How many prime factors does 60 have?", "the 2 once, or twice"),
    ("Find the next two primes after 31.", "two of them"),
    ("What is the second prime after 31?", "not the next one"),
    ("List the odd factors of 28.", "not all of them"),
    ("Find the largest prime factor of 210 that is less than 6.", "not the largest one"),
    ("What is the largest factor of 210 other than itself?", "no prime"),
    ("List the composite numbers between 20 and 30.", "the others"),
    ("How many numbers between 20 and 40 are not prime?", "the others"),
    ("Find the sum of the first five odd primes.", "without the 2"),
    ("Express 360 as powers of primes, 84", "the 84 is no example of a form"),
    (f"{EGGS}5 eggs break. How many eggs are left over?", "fewer are packed"),
    (f"{EGGS}How many more eggs are needed to fill the last box?", "what is missing"),
    (f"{EGGS}How many boxes are left over?", "boxes are no eggs"),
    ("59 eggs are packed into 12 boxes. How many eggs are left over?", "how many go into a box"),
    ("59 boxes are packed with 12 eggs each. How many eggs are left over?", "a product"),
    ("A ribbon is 200 cm long. I cut three 15 cm pieces. How many cm remain?", "three pieces"),
    ("What are the last two digits of 7^2023?", "two digits"),
    ("What is the first digit of 7^2023?", "not the last one"),
    ("Solve 2x ≡ 4 (mod 6), giving the smallest non-negative x.", "two solutions"),
    (
        "59 eggs and 20 rolls are packed into boxes of 12. How many eggs are left over?",
        "mixed boxes",
    ),
    ("59 eggs are eaten by 12 people. How many eggs are left over?", "nothing is packed"),
    (f"{LIGHTS}How many times do they flash together in an hour?", "how often"),
    (f"{LIGHTS}How many seconds later does the second one flash?", "not together"),
    (
        f"{LIGHTS}They flash together now. How many flashes does the first make before they next "
        "flash together?",
        "flashes are counted",
    ),
    (
        "Two lights flash every 12 seconds and every 18 minutes. They flash together now. After "
        "how many seconds will they next flash together?",
        "two units",
    ),
    (
        "Two buses leave the depot. One runs every 12 minutes and the other every 20 minutes. When "
        "will they next leave together?",
        "at what time they left is not said",
    ),
    (
        "Two buses leave the depot together at 8:00. One runs every 12 minutes and the other every "
        "20 minutes. When does the second bus next leave?",
        "one of them",
    ),
    (
        "Ribbons of length 42 cm and 70 cm are cut into equal pieces with nothing left over. How "
        "many pieces are there?",
        "pieces are counted",
    ),
    (
        "Ribbons of length 42 cm and 70 cm are to be cut into equal pieces. What is the smallest "
        "possible length of each piece?",
        "the smallest is none",
    ),
    (
        "I have 36 red and 60 white roses and want to make identical bunches using all of them. "
        "How many red roses are in each bunch?",
        "roses of a bunch",
    ),
    ("What is the next but one term of 3, 6, 9, 12?", "not the next one"),
    ("Find the missing number: 5, __, __, 17", "two of them"),
    ("what's the missing number? 5, 9, 17, 21", "no gap is shown"),
    ("What is the last term of the sequence 4, 8, 12, 16?", "it is shown"),
    ("What is the term before 40 in 40, 33, 26, 19?", "the rule backwards"),
    ("2, 6, 12, 20, 30. what number is after 20", "it is shown"),
    ("Find the sum of the next two terms of 40, 33, 26, 19", "a sum of them"),
    ("Is 12 the 3rd odd number?", "yes or no"),
    ("How many odd numbers are less than 100?", "how many"),
    ("Compare 3/4 and 5/7. By how much do they differ?", "a difference"),
    ("Which sign goes between 2 and 3 to make 6?", "a sign of an operation"),
    ("Put brackets between 2 and 3.", "no sign"),
    ("Which of 2^5 and 5^2 is greater? Give the difference.", "a difference"),
    (f"{PIZZA}3/8. How much more did my brother eat?", "a difference"),
    (f"{PIZZA}3/8 of a cake. What fraction of the pizza is left?", "two things"),
    (f"{PIZZA}3/8. What fraction of the pizza did we eat?", "what is gone"),
    ("My son says 0.06 × 0.7 = 0.42. How much is he off by?", "a difference"),
    ("Add the binary numbers 1011 and 112.", "no binary number"),
    ("Add the binary numbers 1011 and 110, giving your answer in decimal.", "in another base"),
    (
        "A crowd of 38,472 came to the match, 100 more than last week. Round this to the "
        "nearest ten.",
        "two numbers",
    ),
    ("More than 38,472 came to the match. Round this to the nearest ten.", "more than that"),
    ("sort 1 1/2 3 from biggest to smallest", "one and a half, or 1 and 1/2"),
    ("Multiply: 3 + 4", "the sign is another"),
    ("What is the place value of 4 in 0.446?", "two of them"),
    (
        "Five runners finish in 12.8 s, 13.1 s and 12.65 s. How much faster is the first than the "
        "last?",
        "a difference",
    ),
    ("Sort 1.2 m, 95 g, 3 cm in ascending order.", "a mass among lengths"),
    ("How big is the area under y=x^2-4 and above the x axis?", "it has no end"),
    ("How big is the area under y=4-x^2 and above the line y = 1?", "another line"),
    ("At which point on the curve y = x² − 4x is the tangent vertical?", "nowhere"),
    ("d/dx of sin(3x) at x = 0", "not all of it is read"),
    ("turning points of y = x^3 - 3x and say which is max", "half of an answer"),
    ("What is the largest eigenvalue of [[0, -1], [1, 0]]?", "it has no real ones"),
    ("What is the largest entry of [[7, 2], [2, 4]]?", "an entry"),
    ("What is the sum of the eigenvalues of [[7, 2], [2, 4]]?", "a sum"),
    ("Find the inverse of the inverse of [[2, 0], [0, 5]].", "inverted twice"),
    ("Multiply [[1,2],[3,4]] by itself", "one matrix is shown"),
    ("How many multiples of 7 are there between 7 and 100?", "whether the 7 counts is not said"),
    ("How many multiples of 7 are there between 1 and 100 that are even?", "some of them"),
    ("How many terms are there in the sequence 3, 7, 11, ..., 84?", "84 is none of them"),
    ("How many terms are there in 3, 7, 11, 83?", "no dots"),
    ("What is the upper bound of 5.65 rounded to 1 decimal place?", "it has two"),
    ("What are the bounds of 5.6 rounded to 1 decimal place?", "two of them"),
    (
        "A number is divided by 7. The quotient is 8 and the remainder is 9. What is the number?",
        "no such remainder",
    ),
    ("How many numbers from 1 to 100 are not divisible by 3?", "the others"),
    ("How many numbers from 1 to 100 are divisible by 3 and 5?", "by both"),
]


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_a_wording_that_asks_something_else_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
