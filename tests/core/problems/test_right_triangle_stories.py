"""Right triangles in stories by sine, cosine and tangent, and two sides with their angle."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, read_question
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict

READ = [
    ("find x: hypotenuse 10, angle 30°, opposite side?", "5"),
    (
        "From a point 50 m from the foot of a tree the angle of elevation of the top is 30°. "
        "How tall is the tree?",
        "50sqrt(3)/3 m",
    ),
    (
        "A ladder 6 m long leans against a wall making an angle of 60 degrees with the ground. "
        "How high up the wall does it reach?",
        "3sqrt(3) m",
    ),
    (
        "A ladder 6 m long leans against a wall making an angle of 60° with the wall. "
        "How high up the wall does it reach?",
        "3 m",
    ),
    (
        "From the top of a cliff 100 m high, the angle of depression of a ship is 30 degrees. "
        "How far is the ship from the foot of the cliff?",
        "100sqrt(3) m",
    ),
    (
        "A kite is flying on a string 80 m long which makes an angle of 45° with the ground. "
        "Find the height of the kite",
        "40sqrt(2) m",
    ),
    (
        "A tree casts a shadow 15 m long when the angle of elevation of the sun is 50°. "
        "Find its height to 1 decimal place.",
        "17.9 m",
    ),
    (
        "The angle of elevation of the sun is 45°. How long is the shadow of a mast 40 m high?",
        "40 m",
    ),
    (
        "A surveyor 40 m from a building measures an angle of elevation of 35° to its top. "
        "How high is the building, to the nearest metre?",
        "28 m",
    ),
    (
        "A tree 10 m tall casts a shadow 10 m long. What is the angle of elevation of the sun?",
        "45 degrees",
    ),
    (
        "A ladder leans against a wall. Its foot is 3 m from the wall and it makes an angle of 60° "
        "with the ground. How long is the ladder?",
        "6 m",
    ),
    ("right triangle: hyp 10, opposite 5, find angle", "30 degrees"),
    ("right triangle hypotenuse 13 opposite 5 find the adjacent side", "12"),
    (
        "A triangle has sides 7 and 8 with an angle of 60° between them. Find the third side.",
        "sqrt(57)",
    ),
    ("A triangle has sides 7, 8 and the included angle is 60°. Find the third side.", "sqrt(57)"),
    ("triangle ABC with AB = 7, AC = 8, angle A = 60. find BC", "sqrt(57)"),
    ("Find the area of triangle ABC if a = 8, b = 5 and C = 60°", "10sqrt(3)"),
]
CLIFF = "From the top of a cliff 100 m high the angle of depression of a ship is 30°. "
UNREAD = [
    (CLIFF + "How far is the ship from the top of the cliff?", "along the line of sight"),
    (CLIFF + "How far is the ship away?", "level, or along the line of sight"),
    (
        "From the top of a cliff 100 m high, the angles of depression of two ships are 30° and "
        "45°. How far apart are the ships?",
        "two triangles",
    ),
    (
        "A man 1.8 m tall stands 50 m from a tree. The angle of elevation of the top from his eyes "
        "is 30°. How tall is the tree?",
        "his height is added",
    ),
    (
        "From a window 20 m above the ground the angle of elevation of the top of a tower 30 m "
        "away is 45°. How high is the tower?",
        "the window's height is added",
    ),
    (
        "The angle of elevation of the top of a tower from a point is 30°. After walking 20 m "
        "towards it the angle is 60°. Find the height of the tower.",
        "two triangles",
    ),
    (
        "A flagpole stands on top of a 20 m tower. The angle of elevation of the top of the "
        "flagpole from a point 30 m away is 45°. How tall is the flagpole?",
        "a difference",
    ),
    (
        "A kite is on a string 80 m long at an angle of 45° with the ground. Find the height of "
        "the kite if the string is held 1 m above the ground.",
        "the hand's height is added",
    ),
    (
        "From a point 50 m from the foot of a tree the angle of elevation of the top of a nest "
        "halfway up is 30°. How tall is the tree?",
        "half of it is seen",
    ),
    (
        "A tree breaks and its top touches the ground 8 m from the foot making an angle of 30° "
        "with the ground. Find the original height of the tree.",
        "both parts together",
    ),
    (
        "A boat is 200 m from a cliff. The angle of elevation of the top of the cliff is not 30° "
        "but 25°. How high is the cliff?",
        "a negation",
    ),
    (
        "From a point above the ground 50 m from the foot of a tree the angle of elevation of the "
        "top is 30°. How tall is the tree?",
        "the point's height is not told",
    ),
    ("A ladder 6 m long leans at 60°. How high does it reach?", "60° to what?"),
]


@pytest.mark.parametrize(("question", "answer"), READ)
def test_it_is_solved(question: str, answer: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution), solution
    assert (solution.answer.plain, solution.verdict) == (answer, AnswerVerdict.VERIFIED)


@pytest.mark.parametrize(("question", "reason"), UNREAD)
def test_it_is_left_unread(question: str, reason: str) -> None:
    assert isinstance(read_question(question), Unread), reason
