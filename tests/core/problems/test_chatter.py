"""What askers say of themselves is left out; what limits, chooses or asks is not."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Unread, chatter, read_question
from mathviz_chat.core.problems.problem import Problem

LEFT_OUT = [
    ("can u solve |2x - 7| = 11 for me i alwasy forget theres two answers", "Solve |2x - 7| = 11",
     "trouble with no mark before it, and a number in words"),
    ("whats the integral of sin(3x) from 0 to pi/3, keep getting zero and thats definitely not "
     "right", "the integral of sin(3x) from 0 to pi/3", "what came out, and a negation"),
    ("find dy/dx when y = 5x^4 - 3/x pls, homework due tomorow", "find dy/dx when y = 5x^4 - 3/x",
     "homework"),
    ("eigenvalues of [[3,1],[0,-2]] please, i beleive you can just read them off",
     "eigenvalues of [[3,1],[0,-2]]", "a belief"),
    ("if a = 5 and b = -1 what does a^2 - 3ab come to, the minus sign is annoying me",
     "if a = 5 and b = -1 what does a^2 - 3ab come to", "a word of mathematics within trouble"),
    ("solve 2 sin x = 1 for x between 0 and 360 degrees, my calculator only gives one answer",
     "solve 2 sin x = 1 for x between 0 and 360 degrees", "a machine"),
    ("whats the lcm of 12, 18 and 40, im rubbish at these", "the lcm of 12, 18 and 40",
     "no formula beside it"),
    ("f(x) = 5 - 2x whats f(f(1)) the teacher wrote it that way and im confused",
     "f(x) = 5 - 2x whats f(f(1))", "who wrote it"),
    ("How do I integrate 2x/(x^2+1), my teacher said to look at the top",
     "Integrate 2x/(x^2+1)", "a hint by hearsay"),
    ("slove 2x = 8 pls, i allways mess up", "Solve 2x = 8", "a slip in a word of the trouble"),
    ("3 - 2x >= 11 , do i flip the sign", "Solve 3 - 2x >= 11", "a question by the way"),
    ("expand (2x-5)^2 , i keep gettin 4x^2+25 and its wrong", "Expand (2x - 5)^2",
     "a wrong result"),
    ("[[1,2],[3,4]] + [[6,-5],[0,8]] how do u add these", "[[1,2],[3,4]] + [[6,-5],[0,8]]",
     "a question by the way, with no mark before it"),
    ("eigenvalues of [[3,1],[0,-2]] ? is it just the diagonal", "eigenvalues of [[3,1],[0,-2]]",
     "a sentence of its own"),
    ("solve x^4 - 13x^2 + 36 = 0, someone said let u = x^2", "Solve x^4 - 13x^2 + 36 = 0",
     "a substitution by hearsay"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "plain", "reason"), LEFT_OUT, ids=[row[2] for row in LEFT_OUT])
def test_what_askers_say_of_themselves_is_left_out(text: str, plain: str, reason: str) -> None:
    expected = read_question(plain)
    assert isinstance(expected, Problem)
    assert read_question(text) == expected, reason


KEPT = [
    ("Solve x² = 9, I forget whether x must be positive", "a condition"),
    ("Tom has 8 marbles and my brother says he has half as many. How many has he?", "a story"),
    ("I got 8 apples and lost 3. I forgot how many are left.", "a story in the first person"),
    ("Solve x² = 9, and then double the answer", "a second task"),
    ("I think x is not 2. Solve x² = 4.", "a negation beside a letter"),
    ("Solve x² = 4, my teacher wants the negative root", "one root"),
    ("Solve x² = 4. My teacher said x > 0.", "a condition by hearsay"),
    ("Solve x² = 4, mix it up with x > 1", "no trouble but a condition"),
    ("Solve x² = 16. My book says x sits left of the y-axis", "a condition in a picture"),
    ("Solve 2x + 3 = 11, then i forgot to say double it", "a second task that was forgotten"),
    ("Differentiate x^3, my teacher wants it done twice", "a second task by hearsay"),
    ("Find the minimum of x^2 - 4x + 7 (my teacher says x never dips under five)", "a range"),
    ("Solve x^2 - 9 = 0 sans the negative root", "a root left out in a rare word"),
    ("Expand (x+1)^3 and pick out the middle bit", "a part of the result"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), KEPT, ids=[row[1] for row in KEPT])
def test_what_limits_or_asks_is_kept(text: str, reason: str) -> None:
    read = read_question(text)
    assert isinstance(read, Unread) or "half" in read.read_as or "where" in read.read_as, reason


def test_a_definition_in_the_first_person_is_kept() -> None:
    assert "y = 3x + 2" in chatter.without("I got y = 3x + 2. What is y when x = 4?")


def test_mathematics_that_the_rest_holds_too_is_left_out() -> None:
    assert chatter.without("Expand (x^2 + 1)^2, i keep losing the x^2 term") == "Expand (x^2 + 1)^2"
