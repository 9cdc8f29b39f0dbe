"""Questions about formulas whose intent is spotted; what is not wholly understood stays unread."""

from __future__ import annotations

import random

import pytest

from mathviz_chat.core.problems import Problem, Unread, read_question, spoken, vocabulary
from mathviz_chat.core.problems.readers import spotted

ALGEBRA = [
    ("Factor completely over the integers: $2x^3 - 50x$", "Factor 2x^3 - 50x", "a domain it has"),
    (
        "I need to factor ab - 3a + 2b - 6 by grouping but can't see it, what does it factor to?",
        "Factor ab - 3a + 2b - 6",
        "asked twice",
    ),
    ("Expand (2 + √5)(4 − 3√5) and simplify your result.", "Expand (2 + √5)(4 − 3√5)", "roots"),
    (
        "Please multiply out the brackets in (2x - 3)(x + 5), simplifying as far as possible.",
        "Expand (2x - 3)(x + 5)",
        "brackets",
    ),
    (
        "Simplify fully \\(\\dfrac{x^2 - 4}{x^2 + 5x + 6}\\).",
        "Simplify (x^2 - 4)/(x^2 + 5x + 6)",
        "fully",
    ),
    (
        "My teacher wrote 6x^2 + 11x - 10 on the board. How can it be written as a product of "
        "factors?",
        "Factor 6x^2 + 11x - 10",
        "a board",
    ),
    (
        "What is the value of the expression 4a - 3b if a = 5 and b = -2?",
        "Evaluate 4a - 3b at a = 5 and b = -2",
        "values after if",
    ),
]
EQUATIONS = [
    (
        "I know that 8ˣ = 4ˣ⁺³ can be done by writing both sides as powers of 2. What does x come "
        "out as?",
        "Solve 8^x = 4^(x + 3) for x",
        "a way to do it",
    ),
    (
        "Determine all real numbers x satisfying x^2 - 5x + 6 = 0.",
        "Solve x^2 - 5x + 6 = 0 for x",
        "all real numbers",
    ),
    (
        "We have to rearrange the formula v = u + a*t so that t is the subject. What do we get?",
        "Solve v = u + a*t for t",
        "a subject",
    ),
    (
        "For my trig homework I need every angle x between 0 and 180 degrees with tan²x = 3.",
        "Solve tan(x)^2 = 3 for 0° <= x <= 180°",
        "between two angles",
    ),
]
CALCULUS = [
    (
        "Good evening. I have the function g(t) = cos(5t) + 4√t, where t > 0. Would you kindly "
        "give me g'(t)?",
        "Let g(t) = cos(5t) + 4sqrt(t). What is g'(t)?",
        "a domain of the function",
    ),
    (
        "Consider the initial value problem \\[ \\frac{dy}{dx} = \\frac{x}{y}, \\qquad y(0)=2. \\] "
        "Obtain \\(y\\) explicitly as a function of \\(x\\).",
        "Solve dy/dx = x/y with y(0) = 2",
        "LaTeX's spaces",
    ),
    (
        "Using integration by parts or otherwise, find the exact value of ∫₀¹ x e^(2x) dx.",
        "Evaluate ∫₀¹ x e^(2x) dx",
        "or otherwise",
    ),
    (
        "What is the limiting value of (x^2-1)/(x-1) as x approaches 1?",
        "Find the limit of (x^2-1)/(x-1) as x approaches 1",
        "limiting value",
    ),
]
SPOTTED = [*ALGEBRA, *EQUATIONS, *CALCULUS]


@pytest.mark.parametrize(("text", "plain", "reason"), SPOTTED, ids=[row[0] for row in SPOTTED])
def test_an_intent_is_spotted(text: str, plain: str, reason: str) -> None:
    expected = read_question(plain)
    assert isinstance(expected, Problem)
    assert read_question(text) == expected


FALSE_FRIENDS = [
    ("Solve x^2 = 9 for the positive x", "a condition on the solution"),
    ("Find the derivative of f at 2 doubled where f(x) = x^2", "twice the slope"),
    ("Find half the derivative of x^2", "half of it"),
    ("Find one solution of x^2 = 4", "one of two"),
    ("Find only one root of the equation x^2 = 4, please", "one of two"),
    ("Which of x = 2, x = 3 solves x^2 = 4?", "a choice"),
    ("Factor x^2 - 4 and then halve it", "a second task"),
    ("Find the derivative of the derivative of x^3", "two derivatives"),
    ("Differentiate the derivative of x^3", "two derivatives"),
    ("Factor x^2 - 4 except its last factor", "an exception"),
    ("Do not expand (x + 1)(x + 2)", "a negation"),
    ("My teacher never lets us factor x^2 - 4 completely over the integers", "a negation"),
    ("Show that the equation x^2 = 4 has the roots x = 2 and x = -2", "a proof"),
    ("Simplify (x^2 - 4)/(x + 2) before x = 3 is put in", "an order of steps"),
    ("Find the number of terms in the expansion of (x + 1)(x + 2)", "how many"),
    ("Integrate x^2 and differentiate the result", "two tasks"),
    ("Find the reciprocal of the derivative of x^2", "its reciprocal"),
    ("How fast does x^2 = 4 get solved by factoring?", "no task"),
]


@pytest.mark.parametrize(("text", "reason"), FALSE_FRIENDS, ids=[row[0] for row in FALSE_FRIENDS])
def test_a_false_friend_stays_unread(text: str, reason: str) -> None:
    assert spotted.said_again(text) == ""
    assert isinstance(read_question(text), Unread)


OPERATORS = {word for words in spoken.OPERATORS for word in words.split()}
MEANING = sorted(vocabulary.MEANING - vocabulary.FILLERS - OPERATORS)
PART_OF_AN_INTENT = {
    ("second", "derivative"): "the second derivative is another task, and is read as that",
}


@pytest.mark.parametrize("text", [row[0] for row in SPOTTED])
def test_a_word_that_means_something_is_never_passed_over(text: str) -> None:
    """Inserted anywhere it makes the question unread, or the reading stays as it is."""
    plain = spotted.said_again(text)
    words = text.split(" ")
    chosen = random.Random(text)
    for word in chosen.sample(MEANING, 60):
        place = chosen.randint(0, len(words))
        said = spotted.said_again(" ".join([*words[:place], word, *words[place:]]))
        if not any(word == w and key in text for w, key in PART_OF_AN_INTENT):
            assert said in ("", plain), (word, place)
