"""Word problems of every planned kind, generated from a seed: the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final


def percent_change(rng: random.Random) -> str:
    price, rate = rng.randint(2, 900), rng.randint(1, 95)
    return rng.choice(
        [
            f"A jacket costs ${price} and is {rate}% off. What is the sale price?",
            f"Increase {price} by {rate}%.",
            f"What is the percentage increase from {price} to {price + rate}?",
            f"{price} is what percent of {price + rate}?",
            f"A number decreased by {rate}% is {price}. Find the number.",
        ]
    )


def interest(rng: random.Random) -> str:
    principal, rate, years = 50 * rng.randint(1, 90), rng.randint(1, 12), rng.randint(1, 6)
    return rng.choice(
        [
            f"Find the simple interest on ${principal} at {rate}% per year for {years} years.",
            f"${principal} is invested at {rate}% compound interest per year for {years} years. "
            "Find the final amount.",
        ]
    )


def ratio(rng: random.Random) -> str:
    a, b, whole = rng.randint(1, 9), rng.randint(1, 9), rng.randint(1, 400)
    return rng.choice(
        [
            f"Divide ${whole * (a + b)} in the ratio {a}:{b}.",
            f"Simplify the ratio {a * b}:{b * whole}.",
        ]
    )


def statistics(rng: random.Random) -> str:
    values = [rng.randint(-20, 60) for _ in range(2 * rng.randint(2, 5))]
    what = rng.choice(
        [
            "mean", "median", "range", "population variance", "sample variance",
            "population standard deviation", "lower quartile", "interquartile range",
        ]
    )  # fmt: skip
    return f"Find the {what} of {', '.join(map(str, values))}."


def puzzle(rng: random.Random) -> str:
    a, b, x = rng.randint(2, 9), rng.randint(1, 30), rng.randint(-9, 40)
    return rng.choice(
        [
            f"{a} times a number plus {b} is {a * x + b}. Find the number.",
            f"The sum of two numbers is {2 * b + a} and their difference is {a}. Find the numbers.",
            f"The sum of three consecutive integers is {3 * x}. Find the integers.",
            f"One number is {a} more than another. Their sum is {b + 40}. Find the numbers.",
        ]
    )


def ages(rng: random.Random) -> str:
    more, young, later = rng.randint(1, 30), rng.randint(1, 40), rng.randint(1, 12)
    return rng.choice(
        [
            f"Tom is {more} years older than Ann. The sum of their ages is {2 * young + more}. "
            "How old is Tom?",
            f"Ann is {young} years old. Tom is 3 times as old as Ann. "
            f"How old will Tom be in {later} years?",
        ]
    )


def geometry(rng: random.Random) -> str:
    a, b, h = rng.randint(1, 30), rng.randint(1, 30), rng.randint(1, 20)
    return rng.choice(
        [
            f"Find the area of a circle with radius {a} cm.",
            f"A rectangle has length {a} m and width {b} m. Find its perimeter.",
            f"A right triangle has legs of {a} and {b}. What is the length of the hypotenuse?",
            f"Find the volume of a cone with radius {a} and height {h} to 2 decimal places.",
            f"Find the area of a trapezoid with bases {a} and {b} and height {h}.",
            f"Find the surface area of a sphere of radius {a}.",
        ]
    )


def coordinates(rng: random.Random) -> str:
    a, b, c, d = (rng.randint(-9, 9) for _ in range(4))
    points = f"({a}, {b}) and ({a + 1 + abs(c)}, {d})"
    return rng.choice(
        [
            f"Find the distance between {points}.",
            f"Find the midpoint of {points}.",
            f"Find the slope of the line through {points}.",
            f"Find the equation of the line through {points}.",
        ]
    )


def motion(rng: random.Random) -> str:
    a, b, far = rng.randint(20, 90), rng.randint(20, 90), rng.randint(10, 400)
    return rng.choice(
        [
            f"Two trains are {far} km apart and travel toward each other at {a} km/h and "
            f"{b} km/h. How long until they meet?",
            f"A boat travels at {a} km/h in still water. The current is {a / 20:g} km/h. "
            "What is the speed of the boat upstream?",
            f"A car travels {far} km in 2 hours and then {a} km in 3 hours. "
            "What is its average speed?",
        ]
    )


def rates(rng: random.Random) -> str:
    a, b, c = rng.randint(2, 20), rng.randint(2, 20), rng.randint(1, 40)
    return rng.choice(
        [
            f"Tom can paint a house in {a} hours and Jerry can paint it in {b} hours. "
            "How long will it take them together?",
            f"Mix {a} liters of {c}% acid solution with {b} liters of {c + 20}% acid solution. "
            "What is the concentration of the mixture?",
            f"If {a} pens cost ${4 * b}, how much do {c + 1} pens cost?",
            f"If {a} workers can build a wall in {b} days, how long will {c + 1} workers take?",
        ]
    )


def counting(rng: random.Random) -> str:
    n, k = rng.randint(5, 20), rng.randint(2, 5)
    return rng.choice(
        [
            f"In how many ways can you choose {k} books from {n}?",
            f"How many ways can {k + 2} people be arranged in a row?",
            f"How many ways can the letters of the word {rng.choice(['LEVEL', 'MATHS', 'NOON'])} "
            "be arranged?",
        ]
    )


def probability(rng: random.Random) -> str:
    a, b, k = rng.randint(2, 7), rng.randint(2, 7), rng.randint(2, 12)
    return rng.choice(
        [
            f"Two dice are rolled. What is the probability that the sum is {k}?",
            f"A coin is tossed {a} times. What is the probability of getting at least 1 head?",
            f"A bag has {a} red and {b} blue balls. Two balls are drawn without replacement. "
            "What is the probability that both are red?",
        ]
    )


def times(rng: random.Random) -> str:
    hour, minute, length = rng.randint(1, 11), rng.randint(10, 59), rng.randint(1, 300)
    return rng.choice(
        [
            f"How many minutes are there between {hour}:{minute} am and {hour + 1}:10 pm?",
            f"What time is {length} minutes after {hour}:{minute} pm?",
            f"What date is {length} days after March {hour}, 2025?",
            f"If today is Friday, what day will it be in {length} days?",
        ]
    )


def stories(rng: random.Random) -> str:
    a, b, c = rng.randint(20, 90), rng.randint(1, 10), rng.randint(1, 9)
    return rng.choice(
        [
            f"Tom had {a} apples. He gave {b} to Ann. How many apples does he have left?",
            f"There are {b} boxes with {c} pens in each box. How many pens are there in total?",
            f"John buys {b} books that cost ${c} each. He pays with $100. "
            "How much change does he get?",
            f"Ann has {a} books. Bob has {b} more books than Ann. "
            "How many books do they have altogether?",
        ]
    )


STORIES: Final[dict[str, Callable[[random.Random], str]]] = {
    "percent-change": percent_change,
    "interest": interest,
    "ratio": ratio,
    "statistics": statistics,
    "puzzle": puzzle,
    "ages": ages,
    "geometry": geometry,
    "coordinates": coordinates,
    "motion": motion,
    "rates": rates,
    "counting": counting,
    "probability": probability,
    "times": times,
    "stories": stories,
}


def story(kind: str, number: int) -> str:
    """Question ``number`` of a kind; each has a seed of its own."""
    return STORIES[kind](random.Random(f"stories/{kind}/{number}"))
