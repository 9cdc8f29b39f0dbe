"""Conversions of units of pressure, energy, power and so on, and of temperatures."""

from __future__ import annotations

from fractions import Fraction

import pint
import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, judge_answer, read_question, units
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

READ = (
    ("Convert 3 bar to kPa", "300 kPa", "300", "pressure"),
    ("how many pascals in 2 bar", "200000 Pa", "200000", "the unit asked for first"),
    ("convert 1.5 MPa to bar", "15 bar", "15", "a prefix by its case"),
    ("what is 2 atm in kPa", "202.65 kPa", "202.65", "1 atm is 101.325 kPa"),
    ("convert 1013 hPa to bar", "1.013 bar", "1.013", "weather"),
    ("Convert 5 kJ to J", "5000 J", "5000", "energy"),
    ("How many joules are in 3 kWh?", "10800000 J", "10800000", "a unit that is a product"),
    ("convert 2 kcal to joules", "8368 J", "8368", "1 cal is 4.184 J"),
    ("convert 2 MW to kW", "2000 kW", "2000", "power"),
    ("convert 3 mW to W", "0.003 W", "0.003", "milli, not mega"),
    ("convert 2000 N to kN", "2 kN", "2", "force"),
    ("Convert 4 GHz to MHz", "4000 MHz", "4000", "frequency"),
    ("convert 500 mA to A", "0.5 A", "0.5", "current"),
    ("convert 5.5 kΩ to ohms", "5500 ohm", "5500", "a Greek letter"),
    ("Convert 5 stone to pounds", "70 lb", "70", "1 stone is 14 pounds"),
    ("convert 60 knots to km/h", "111.12 km/h", "111.12", "nautical miles an hour"),
    ("Convert 5 g/cm^3 to kg/m^3", "5000 kg/m^3", "5000", "density"),
    ("convert 2 kg per cubic metre to g/l", "2 g/l", "2", "density in words"),
    ("Convert 3500 m to km", "3.5 km", "3.5", "divided, not multiplied by 0.001"),
    ("convert 72 km/h to m/s", "20 m/s", "20", "a quotient"),
    ("Convert 25 °C to Fahrenheit", "77 °F", "77", "an offset"),
    ("Convert 98.6°F to Celsius", "37 °C", "37", "no space before the degree"),
    ("What is -40 F in C?", "-40 °C", "-40", "where both scales meet"),
    ("convert 20 degrees celsius to kelvin", "293.15 K", "293.15", "kelvins"),
    ("Convert 300 K to Celsius", "26.85 °C", "26.85", "from kelvins"),
    ("Convert 0 K to °F", "-459.67 °F", "-459.67", "absolute zero, by way of Celsius"),
    ("How many kelvin is 25 °C?", "298.15 K", "298.15", "the scale asked for first"),
    ("what is 70F in celsius to 1 decimal place", "21.1 °C", "21.1", "rounded"),
)


@pytest.mark.parametrize(("question", "text", "plain", "why"), READ, ids=[r[0] for r in READ])
def test_a_conversion_is_verified(question: str, text: str, plain: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem), why
    assert read_question(problem.read_as) == problem, problem.read_as
    solution = solve(question)
    assert isinstance(solution, Solution), why
    assert (solution.answer.text, solution.answer.plain) == (text, plain), why
    assert solution.verdict is AnswerVerdict.VERIFIED, solution.reason
    assert solution.steps[-1].claim.verdict is Verdict.PROVED
    for claimed in (plain, text):
        assert judge_answer(problem, claimed).verdict is AnswerVerdict.VERIFIED, claimed
    assert judge_answer(problem, f"1{plain.lstrip('-')}").verdict is AnswerVerdict.REFUTED


UNREAD = (
    ("Convert 3 km to bar", "of another dimension"),
    ("Convert -300 °C to K", "below absolute zero"),
    ("Convert -1 K to °C", "below absolute zero"),
    ("The temperature rose by 10 °C. What is that in Fahrenheit?", "a difference has no offset"),
    ("A rise of 10 °C: how many degrees Fahrenheit is it?", "a difference has no offset"),
    ("Convert 100 Calories to kJ", "the Calorie of food is a kilocalorie"),
    ("convert 5 hp to kW", "there are several horsepowers"),
    ("convert 5 MB to kB", "1000 or 1024"),
    ("Convert 3 bar to MPA", "no symbol"),
    ("how many bars of soap are in 3 boxes of 4 bars", "soap"),
)


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_what_may_mean_something_else_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why


WRONG = (
    ("Convert 3 bar to kPa", "300 Pa", "another unit"),
    ("Convert 3 bar to kPa", "300 kJ", "another dimension"),
    ("convert 3 mW to W", "3000 W", "multiplied, not divided"),
    ("Convert 25 °C to Fahrenheit", "45 °F", "without the offset"),
    ("Convert 25 °C to Fahrenheit", "77 °C", "the scale of the question"),
    ("convert 20 degrees celsius to kelvin", "-253.15 K", "subtracted, not added"),
)


@pytest.mark.parametrize(("question", "answer", "why"), WRONG)
def test_a_wrong_conversion_is_not_verified(question: str, answer: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is not AnswerVerdict.VERIFIED, why


SIZES = (
    ("bar", "Pa", Fraction(100_000)),
    ("mbar", "hPa", Fraction(1)),
    ("atm", "Pa", Fraction(101_325)),
    ("MPa", "kPa", Fraction(1000)),
    ("GPa", "MPa", Fraction(1000)),
    ("kWh", "J", Fraction(3_600_000)),
    ("MWh", "Wh", Fraction(1_000_000)),
    ("kcal", "J", Fraction(4184)),
    ("GJ", "MJ", Fraction(1000)),
    ("GW", "mW", Fraction(10**12)),
    ("kN", "mN", Fraction(10**6)),
    ("GHz", "kHz", Fraction(10**6)),
    ("kV", "mV", Fraction(10**6)),
    ("A", "mA", Fraction(1000)),
    ("MΩ", "kΩ", Fraction(1000)),
    ("nautical mile", "m", Fraction(1852)),
    ("stone", "lb", Fraction(14)),
)
"""By hand, from the SI Brochure, 9th edition, and the definitions of the units outside it."""


@pytest.mark.parametrize(("one", "other", "size"), SIZES)
def test_the_sizes_are_those_of_the_definitions(one: str, other: str, size: Fraction) -> None:
    first, second = units.asked_for(one), units.asked_for(other)
    assert first is not None and second is not None
    assert units.convert(Fraction(1), first, second) == size


@pytest.mark.parametrize("value", [-40, 0, 25, 100, 451])
@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("°C", "°F", ("degC", "degF")),
        ("°F", "°C", ("degF", "degC")),
        ("°C", "K", ("degC", "kelvin")),
        ("°F", "K", ("degF", "kelvin")),
    ],
)
def test_temperatures_are_those_of_the_unit_library(
    value: int, one: str, other: str, names: tuple[str, str]
) -> None:
    solution = solve(f"Convert {value} {one} to {other}")
    assert isinstance(solution, Solution)
    ours = Fraction(solution.answer.plain)
    theirs = pint.UnitRegistry().Quantity(float(value), names[0]).to(names[1]).magnitude
    assert abs(float(ours) - theirs) < 1e-9
