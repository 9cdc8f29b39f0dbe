"""Related rates: ladders, balloons, ripples, water in a cone, two cars at right angles."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, judge_answer, read_question
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

READ = [
    ("A ladder 10 m long slides down a wall. How fast is the top falling when the foot is 6 m from "
     "the wall, moving at 2 m/s?", "3/2 m/s", "the speed at the end"),
    ("A 13 ft ladder leans against a vertical wall. If the bottom slides away at 2 ft/s, how fast "
     "is the top sliding down when the bottom is 5 ft from the wall?", "5/6 ft/s", "if"),
    ("A ladder 5 m long leans against a wall. The top slides down at 0.5 m/s. How fast does the "
     "foot move away from the wall when the top is 3 m above the ground?", "3/8 m/s",
     "the top's speed is told"),
    ("A 5-metre ladder rests against a wall, its foot is pulled away at 0.5 m/s. at what speed "
     "does the top slide down when the top is 4 m above the ground?", "3/8 m/s",
     "where the top is, and how fast the foot is"),
    ("Air is pumped into a spherical balloon at 100 cm^3/s. How fast is the radius increasing when "
     "the radius is 5 cm", "1/pi cm/s", "a balloon"),
    ("a spherical balloon is inflated at a rate of 20 cubic cm per second, find the rate of change "
     "of the radius when the diameter is 50 cm", "1/(125pi) cm/s", "a diameter, units in words"),
    ("Gas escapes from a spherical baloon at 8 cm³/min. How fast is the radius shrinking when the "
     "radius is 2 cm?", "1/(2pi) cm/min", "it shrinks"),
    ("Air is pumped into a spherical balloon at 100 cm^3/s. How fast is the surface area "
     "increasing when the radius is 5 cm?", "40 cm^2/s", "another measure"),
    ("A stone is dropped in a pond and makes a circular ripple whose radius grows at "
     r"$3 \text{ ft/s}$. How fast is the area growing when the radius is 10 ft?", "60pi ft^2/s",
     "LaTeX"),
    ("The radius of a circle increases at 2 cm/s. Find the rate at which the area is increasing "
     "when r = 5 cm.", "20pi cm^2/s", "a letter for the radius"),
    ("The edge of a cube grows at 3 cm/s. How fast is its volume growing when the edge is 10 cm?",
     "900 cm^3/s", "a cube"),
    ("Water pours into a conical tank at 2 m^3/min. The tank is 6 m tall and has radius 2 m at the "
     "top. How fast is the water level rising when the water is 3 m deep?", "2/pi m/min",
     "a conical tank"),
    ("An inverted cone of height 12 cm and base radius 4 cm is filled with water at a constant "
     "rate of 3 cm^3 per second; how quickly does the depth rise when it is 6 cm?", "3/(4pi) cm/s",
     "it, and one sentence"),
    ("Water drains from a conical tank at 2 m^3/min. The tank is 6 m tall and has diameter 4 m at "
     "the top. How fast is the water level falling when the water is 3 m deep?", "2/pi m/min",
     "it drains"),
    ("Two cars start from the same point. One travels north at 60 mph and the other east at 25 "
     "mph. At what rate is the distance between them increasing two hours later?", "65 mph",
     "two cars"),
    ("Two cars leave an intersection, one heading south at 30 km/h and the other heading west at "
     "40 km/h how fast are they moving apart after 3 hours?", "50 km/h", "no punctuation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "answer", "reason"), READ, ids=[row[2] for row in READ])
def test_they_are_solved_with_proved_steps(text: str, answer: str, reason: str) -> None:
    solution = solve(text)
    assert isinstance(solution, Solution)
    assert solution.problem.kind is Kind.RELATED_RATES
    assert (solution.answer.plain, solution.verdict) == (answer, AnswerVerdict.VERIFIED)
    claims = [step for step in solution.steps if step.kind is not StepKind.SETUP]
    assert claims and all(step.claim.verdict is Verdict.PROVED for step in claims)
    again = read_question(solution.problem.read_as)
    assert isinstance(again, Problem) and again.plan == solution.problem.plan


FALSE_FRIENDS = [
    ("A ladder of length 10 m slides down a wall and its foot moves at 2 m/s. How fast does its "
     "top move when its foot is 6 m above the ground?", "the foot in the air"),
    ("A ladder 10 m long leans against a wall. Its foot is pulled away at 2 m/s. How fast is the "
     "top falling when the foot is 3 m from the top?", "from the top"),
    ("Water drains from a conical tank at 2 m^3/min. The tank is 6 m tall and has radius 2 m at "
     "the top. How fast is the water level falling when it is 3 m from the top?", "below the top"),
    ("A ladder 10 m long leans against a wall. Its foot is pulled away at 2 m/s. How fast is the "
     "middle of the ladder falling when the foot is 6 m from the wall?", "its middle"),
    ("A 10 m ladder slides down a wall, its foot moving away at 2 m/s. At what rate is the area of "
     "the triangle under it changing when the foot is 6 m from the wall?", "the area under it"),
    ("A 10 m ladder slides down a wall, its foot moving away at 2 m/s. How fast is the angle with "
     "the ground changing when the foot is 6 m from the wall?", "an angle"),
    ("A ladder 10 m long leans against a wall. The foot is pushed towards the wall at 2 m/s. How "
     "fast is the top moving when the foot is 6 m from the wall?", "the other way"),
    ("A ladder 10 m long leans against a wall. Its foot moves at 2 m/s. How fast is the top "
     "falling when the foot is 12 m from the wall?", "further than the ladder is long"),
    ("Water pours into a conical tank at 2 m^3/min and leaks out at 1 m^3/min. The tank is 6 m "
     "tall and has radius 2 m at the top. How fast is the water level rising when the water is 3 m "
     "deep?", "two flows"),
    ("Water leaks out of a conical tank at 2 m^3/min. The tank is 6 m tall and has radius 2 m at "
     "the top. How fast is the water level rising when the water is 3 m deep?", "the wrong sense"),
    ("Sand is poured on a conical pile at 2 m^3/min. Its height is 3 m and its radius 1 m. How "
     "fast is the level rising when it is 2 m deep?", "a pile points up"),
    ("Gas leaks from a spherical balloon at 8 cm^3/min. How fast is the radius increasing when the "
     "radius is 2 cm?", "it leaks and grows"),
    ("Gas leaks from a spherical balloon at 8 cm^3/min. Find the rate of change of the radius when "
     "the radius is 2 cm.", "the rate would be negative"),
    ("A spherical balloon is inflated at 100 cm^3/s. How fast is the radius increasing when the "
     "volume is 36 cm^3?", "the volume is told"),
    ("The area of a circle grows at 10 cm^2/s. How fast is the radius growing when the "
     "circumference is 10 cm?", "the circumference is told"),
    ("A spherical balloon is inflated at 100 cm^3/s. How fast is the radius increasing when the "
     "radius is 5 m?", "two units of length"),
    ("A hemispherical balloon is inflated at 100 cm^3/s. How fast is the radius increasing when "
     "the radius is 5 cm?", "half a sphere"),
    ("Two cars start from the same point. One travels north at 60 mph and the other, starting 2 "
     "hours later, east at 25 mph. At what rate is the distance between them increasing?",
     "one starts later"),
    ("Two cars start from the same point. One travels north at 60 mph and the other south at 25 "
     "mph. At what rate is the distance between them increasing two hours later?",
     "in opposite directions"),
    ("Two cars start 100 miles apart. One travels north at 60 mph and the other east at 25 mph. At "
     "what rate is the distance between them increasing two hours later?", "not from one point"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), FALSE_FRIENDS, ids=[row[1] for row in FALSE_FRIENDS])
def test_what_is_another_motion_stays_unread(text: str, reason: str) -> None:
    assert isinstance(read_question(text), Unread)


ANSWERS = [
    ("1/pi cm/s", AnswerVerdict.VERIFIED, "the answer"),
    ("100/(100pi) cm/s", AnswerVerdict.UNCHECKED, "not in lowest terms"),
    ("100pi cm/s", AnswerVerdict.REFUTED, "the slope itself"),
    ("1/pi cm", AnswerVerdict.UNCHECKED, "a length"),
]


@pytest.mark.parametrize(("answer", "verdict", "reason"), ANSWERS, ids=[row[2] for row in ANSWERS])
def test_an_answer_is_judged_in_two_ways(answer: str, verdict: AnswerVerdict, reason: str) -> None:
    problem = read_question(READ[4][0])
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is verdict
