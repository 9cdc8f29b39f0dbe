"""Formulas that model something: the letters get their values by name, unit or year."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathviz_chat.core.problems import Unread, read_question
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.solving import Solution, solve

STRAY = ("7", "not", "except", "without", "less than", "never", "half", "x > 3", "twice", "more")
BALL = "The height h metres of a ball t seconds after it is thrown is h = 20t - 5t^2. "
ANSWERED = [
    (BALL + "What is the height after 3 seconds?", "15 m", "a value by its unit"),
    (BALL + "How high is it after 3 s?", "15 m", "a quantity by its adjective"),
    (BALL + "When does it hit the ground?", "t = 4 s", "it lands later than it starts"),
    (BALL + "When is the height 15 metres?", "t = 1 s or t = 3 s", "two moments"),
    (BALL + "What is its greatest height?", "20 m", "an extreme value"),
    ("The profit P (in dollars) from selling n cakes is P = 5n - 40. How many cakes must be sold "
     "to make a profit of $110?", "n = 30", "a number of things, and money"),
    ("The population of a town t years after 2000 is modelled by P = 5000 * 1.1^t. What will the "
     "population be in 2002?", "6050", "a year counted from another"),
    ("A bacteria culture follows N = 500 · 2^(t/3), where t is in hours. After how many hours "
     "will N be 16 000?", "t = 15 h", "thousands with a space"),
    ("Sound level in dB is L = 10·log10(r), where r is the intensity ratio. A machine measures "
     "60 dB; what is r?", "r = 1000000", "a unit that is in no table"),
    ("The displacement of a trolley is $s = ut + \\frac12 at^2$. Calculate $s$ in metres for "
     "$u = 12$ m/s, $a = -3$ m/s² and $t = 4$ s.", "24 m", "a letter a, and units beside values"),
    ("Ohm's law says V = IR. If V = 12 and I = 3 find R.", "R = 4", "letters alone"),
    ("Use v = u + at to find v when u = 3, a = 2 and t = 10.", "23", "the formula comes first"),
    ("The area of a circle is A = pi r^2. Find A when r = 5.", "25pi", "the letter A, no article"),
    ("A car's value in pounds after t years is given by V = 24000 * 0.8^t. After how many years "
     "is it worth £12288?", "t = 3 years", "money, told without a letter"),
    ("The value of a van after t years is V = 18000(0.85)^t pounds. How much is it worth after "
     "3 years?", "£11054.25", "how much"),
    ("The braking distance of a car travelling at v km/h is d = v^2/100 metres. What speed gives "
     "a braking distance of 36 metres?", "v = 60 km/h", "no speed below 0"),
    ("The number of fish in a lake t months after restocking is N = 1500/(1 + 4e^(-0.2t)). How "
     "many fish were put in at the start?", "300", "the time 0"),
    ("The temperature of a drink is T = 20 + 70e^(-0.1m) degrees Celsius, m minutes after it is "
     "poured. What is the temperature after 10 minutes, to 1 decimal place?", "45.8 °C",
     "rounded"),
    ("I throw a stone off a cliff and its height over the sea is 60 + 20t - 5t^2 metres. After "
     "how many seconds does it hit the water?", "t = 6 s", "a formula with no letter before it"),
    ("The temperature of soup is T = 18 + 62e^(-0.05t) degrees Celsius after t minutes. What was "
     "it at the start?", "80 °C", "it"),
    ("Bacteria in my fridge follow N = 50 * 3^t, with t in days. After how many days will there "
     "be 4050 of them?", "t = 4 days", "so many of them"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "answer", "reason"), ANSWERED, ids=[r[2] for r in ANSWERED])
def test_the_value_of_a_model_is_found(text: str, answer: str, reason: str) -> None:
    problem = read_question(text)
    assert isinstance(problem, Problem), reason
    solution = solve(problem)
    assert isinstance(solution, Solution)
    assert (solution.answer.plain, solution.verdict.value) == (answer, "verified")


UNREAD = [
    (BALL + "What is the height after 3 minutes?", "another unit"),
    (BALL + "By how much does it rise in the first second?", "a difference"),
    (BALL + "What is its average height over the first 2 seconds?", "an average"),
    (BALL + "What is the height 2 seconds after it reaches the top?", "another start"),
    (BALL + "What is the height when t is not 3?", "a negation"),
    (BALL + "What is the height of a second ball after 3 seconds?", "another ball"),
    (BALL + "What is the height after 3 seconds and 4 seconds?", "two values of one letter"),
    ("The cost of n tickets is C = 12n. A group pays £60 more than £84. How many tickets did they "
     "buy?", "a comparison"),
    ("The depth of water d metres at time t hours is d = 5 + 3sin(30t). Find the depth at t = 1.",
     "degrees or radians"),
    ("The distance is d = vt. Find d when v = 60 km/h and t = 30 min.", "units that do not fit"),
    ("The height of a plant is h = 3w + 5 cm after w weeks. How tall is it twice as many weeks "
     "after 4 weeks?", "twice"),
    ("The cost is C = 3n + 2, where n is the number of pens. What is the price of 4 pencils?",
     "other things"),
    ("The sum of n numbers is n^2 + 3n. What is the 5th number?", "a sum, and one of them"),
    (BALL + "How far has it travelled after 3 seconds?", "its way, not its height"),
    (BALL + "How long is it above 15 metres?", "a stretch of time"),
    (BALL + "How long does it take from 15 metres to the ground?", "between two heights"),
    (BALL + "What is its height in centimetres after 3 seconds?", "a unit to convert to"),
    (BALL + "How far does it drop in 3 seconds?", "a drop"),
    ("The cost C pounds of n cakes is C = 5 + 3n. How much is it per cake for 10 cakes?", "each"),
    ("The cost C pounds of n cakes is C = 5 + 3n. How many cakes for £20.50?", "no whole number"),
    ("The population is P = 1000 * 2^t, t years after 2000. What was it in 1990?", "too early"),
    ("The population is P = 1000 * 2^t, t years after 2000. When will the population be 8000?",
     "the year itself"),
    ("The depth of a river in metres t hours after midnight is d = 5 + 2t. How deep is it 3 hours "
     "after noon?", "another epoch"),
    ("The area of a circle of radius r cm is A = pi*r^2. What is the area for a diameter of 6 cm?",
     "another length"),
    ("The profit from n cakes is P = 4n - 50 dollars. How many cakes must be sold to make a loss "
     "of 10 dollars?", "a loss"),
    ("x = eval(\"opx('en'en('en('en('/tmp/x',')\")", "a head that is no letter, by a fuzzer"),
    ("The speed after t seconds is 3t + 2 m/s. How far does it go in 4 seconds?", "a distance"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), UNREAD, ids=[row[1] for row in UNREAD])
def test_what_may_mean_something_else_is_unread(text: str, reason: str) -> None:
    assert isinstance(read_question(text), Unread), reason


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([row[0] for row in ANSWERED]), st.sampled_from(STRAY), st.integers(0, 40))
def test_a_stray_word_or_number_is_never_ignored(text: str, stray: str, place: int) -> None:
    words = text.split(" ")
    at = place % (len(words) + 1)
    changed = read_question(" ".join([*words[:at], stray, *words[at:]]))
    assert isinstance(changed, Unread) or changed != read_question(text)
