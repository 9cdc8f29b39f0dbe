"""Word problems of one and of two steps; each family is a calculation told in several ways."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mathviz_finetune.exercise import EASY, EXTRAPOLATION, HARD, MEDIUM, Exercise
from mathviz_finetune.notation import computed

PEOPLE: Final = (
    "Anna", "Ben", "Clara", "David", "Emma", "Farid", "Grace", "Hassan", "Ines", "Jack", "Kofi",
    "Lena", "Maria", "Noah", "Olga", "Priya", "Quinn", "Rosa", "Sam", "Tariq", "Uma", "Victor",
    "Wei", "Yara", "Zoe",
)  # fmt: skip
THINGS: Final = (
    "apples", "books", "cards", "coins", "cookies", "eggs", "flowers", "marbles", "oranges",
    "pencils", "shells", "stamps", "stickers", "tickets", "toys", "pages", "balloons", "photos",
)  # fmt: skip
_SIZES = {EASY: (20, 9), MEDIUM: (80, 12), HARD: (400, 25), EXTRAPOLATION: (9000, 90)}


@dataclass(frozen=True, slots=True)
class Story:
    """numbers: those of the story, from the random source and the two sizes of the level (a large
    and a small one). steps: a label and the left side each; ``#`` is the last step's value."""

    numbers: Callable[[random.Random, int, int], tuple[int, ...]]
    steps: tuple[str, ...]
    wordings: tuple[str, ...]


def one_step(rng: random.Random, level: int) -> Exercise:
    """A sum, a difference, a product or a quotient."""
    return _tell(rng, level, rng.choice(ONE_STEP))


def two_step(rng: random.Random, level: int) -> Exercise:
    """Two calculations, the second with the value of the first."""
    return _tell(rng, level, rng.choice(TWO_STEP))


def _tell(rng: random.Random, level: int, story: Story) -> Exercise:
    who, other = rng.sample(PEOPLE, 2)
    names = {"who": who, "other": other, "thing": rng.choice(THINGS)}
    numbers = dict(zip("abc", map(str, story.numbers(rng, *_SIZES[level])), strict=False))
    steps: list[str] = []
    value = ""
    for step in story.steps:
        steps.append(computed(step.format(**numbers).replace("#", value)))
        value = steps[-1].rsplit(" = ", 1)[1]
    texts = tuple(wording.format(**numbers, **names) for wording in story.wordings)
    key = " ".join((story.steps[0], *numbers.values()))
    return Exercise(key, texts, tuple(steps), value, judged=False)


def _two(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    return rng.randint(2, large), rng.randint(2, large)


def _falling(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    first = rng.randint(4, large)
    return first, rng.randint(1, first - 1)


def _product(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    return rng.randint(2, small), rng.randint(2, large)


def _quotient(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    parts = rng.randint(2, small)
    return parts * rng.randint(2, max(3, large // parts)), parts


def _more_then_less(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    first, second = _two(rng, large, small)
    return first, second, rng.randint(1, first + second - 1)


def _product_and_more(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    return rng.randint(2, small), rng.randint(2, small), rng.randint(2, large)


def _product_and_less(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    first, second = rng.randint(2, small), rng.randint(2, small)
    return first, second, rng.randint(1, first * second - 1)


def _change(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    first, second = rng.randint(2, small), rng.randint(2, small)
    return first, second, first * second + rng.randint(1, small)


def _shared_rest(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    parts, away = rng.randint(2, small), rng.randint(1, large)
    return parts * rng.randint(2, small) + away, away, parts


def _shared_sum(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    parts = rng.randint(2, small)
    total = parts * rng.randint(2, small)
    first = rng.randint(1, total - 1)
    return first, total - first, parts


def _speed(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    hours = rng.randint(2, small)
    return hours * rng.randint(3, large), hours


def _unit_price(rng: random.Random, large: int, small: int) -> tuple[int, ...]:
    bought = rng.randint(2, small)
    return bought, bought * rng.randint(2, small), rng.randint(2, small)


ONE_STEP: Final = (
    Story(
        _two,
        ("Total: {a} + {b}",),
        (
            "{who} has {a} {thing} and gets {b} more. How many {thing} does {who} have now?",
            "{who} has {a} {thing}. {other} gives {who} {b} more. How many does {who} have?",
            "There are {a} {thing} on one table and {b} on another. How many are there in total?",
            "{who} collected {a} {thing} on Monday and {b} on Tuesday. How many in all?",
            "{who} has {a} {thing} and {other} has {b}. How many do they have together?",
            "A box holds {a} {thing}. {b} more are put in. How many {thing} are in the box?",
        ),
    ),
    Story(
        _falling,
        ("Left: {a} - {b}",),
        (
            "{who} has {a} {thing} and gives {b} to {other}. How many {thing} are left?",
            "{who} had {a} {thing} and lost {b}. How many does {who} have now?",
            "There were {a} {thing} in a shop. {b} were sold. How many are left?",
            "{who} had {a} {thing}. {who} used {b} of them. How many remain?",
            "A box held {a} {thing}. {other} took out {b}. How many are still in the box?",
            "Out of {a} {thing}, {b} are broken. How many are not broken?",
        ),
    ),
    Story(
        _product,
        ("Total: {a} * {b}",),
        (
            "{who} has {a} boxes with {b} {thing} in each. How many {thing} are there in total?",
            "There are {a} bags. Each bag holds {b} {thing}. How many {thing} are there?",
            "{who} buys {a} {thing} at {b} dollars each. How much does {who} pay?",
            "{who} reads {b} pages a day. How many pages does {who} read in {a} days?",
            "A shelf holds {b} {thing}. How many {thing} do {a} shelves hold?",
            "One ticket costs {b} dollars. How much do {a} tickets cost?",
        ),
    ),
    Story(
        _quotient,
        ("Each: {a} / {b}",),
        (
            "{who} shares {a} {thing} equally among {b} friends. How many does each friend get?",
            "{a} {thing} are packed equally into {b} boxes. How many are in each box?",
            "{who} pays {a} dollars for {b} tickets. How much does one ticket cost?",
            "{who} reads {a} pages in {b} days, the same number each day. How many pages a day?",
            "{a} {thing} are split evenly between {b} people. How many does each person get?",
            "{b} bags hold {a} {thing}, the same number in each. How many are in one bag?",
        ),
    ),
    Story(
        _speed,
        ("Speed: {a} / {b}",),
        (
            "A train travels {a} miles in {b} hours. What is its speed in miles per hour?",
            "A car drives {a} km in {b} hours. What is its speed in km per hour?",
            "{who} cycles {a} km in {b} hours. How fast is that in km per hour?",
        ),
    ),
    Story(
        _product,
        ("Distance: {a} * {b}",),
        (
            "A train travels at {b} miles per hour for {a} hours. How many miles does it travel?",
            "A car drives for {a} hours at {b} km per hour. How far does it go, in km?",
            "{who} rides at {b} km per hour. How many km is that in {a} hours?",
        ),
    ),
)

TWO_STEP: Final = (
    Story(
        _more_then_less,
        ("Together: {a} + {b}", "Left: # - {c}"),
        (
            "{who} has {a} {thing}, buys {b} more and gives {c} to {other}. How many are left?",
            "{who} had {a} {thing}. {other} gave {who} {b} more, then {who} lost {c}. "
            "How many {thing} does {who} have now?",
            "A shop has {a} {thing}, gets {b} more and sells {c}. How many {thing} are left?",
            "{who} collected {a} {thing} on Monday and {b} on Tuesday, then used {c}. "
            "How many remain?",
            "There are {a} {thing} in a box. {b} are added and {c} are taken out. "
            "How many are in the box?",
            "{who} saved {a} dollars, earned {b} dollars and spent {c} dollars. "
            "How many dollars does {who} have?",
        ),
    ),
    Story(
        _product_and_more,
        ("In groups: {a} * {b}", "Total: # + {c}"),
        (
            "{who} has {a} boxes with {b} {thing} in each, and {c} loose {thing}. "
            "How many {thing} in total?",
            "{who} buys {a} bags of {b} {thing} each and already has {c}. How many {thing} now?",
            "There are {a} rows of {b} {thing} and {c} more. How many {thing} are there?",
            "{who} reads {b} pages a day for {a} days, then {c} more pages. How many pages in all?",
            "{who} buys {a} {thing} at {b} dollars each and a bag for {c} dollars. "
            "How much does {who} pay in total?",
            "A taxi costs {c} dollars plus {b} dollars per mile. How much do {a} miles cost?",
        ),
    ),
    Story(
        _product_and_less,
        ("In groups: {a} * {b}", "Left: # - {c}"),
        (
            "{who} has {a} boxes with {b} {thing} in each and gives away {c}. How many are left?",
            "A shop gets {a} crates of {b} {thing} and sells {c}. How many {thing} are left?",
            "There are {a} rows of {b} {thing}. {c} are removed. How many remain?",
            "{who} earns {b} dollars an hour, works {a} hours and spends {c} dollars. "
            "How many dollars are left?",
            "{who} buys {a} packs of {b} {thing}. {c} of them are broken. How many are not broken?",
            "{who} baked {a} trays of {b} {thing}, and {other} ate {c}. How many are left?",
        ),
    ),
    Story(
        _change,
        ("Cost: {a} * {b}", "Change: {c} - #"),
        (
            "{who} buys {a} {thing} at {b} dollars each and pays with {c} dollars. "
            "How much change does {who} get?",
            "One ticket costs {b} dollars. {who} buys {a} tickets and pays {c} dollars. "
            "What is the change?",
            "{who} has {c} dollars and buys {a} {thing} for {b} dollars each. "
            "How many dollars are left?",
        ),
    ),
    Story(
        _shared_rest,
        ("Left: {a} - {b}", "Each: # / {c}"),
        (
            "{who} has {a} {thing}, keeps {b} and shares the rest equally among {c} friends. "
            "How many does each friend get?",
            "Of {a} {thing}, {b} are broken. The others are packed equally into {c} boxes. "
            "How many are in each box?",
            "{who} had {a} dollars, spent {b} and shared the rest equally among {c} people. "
            "How many dollars did each get?",
            "A book has {a} pages. {who} has read {b} and reads the rest in {c} days, "
            "the same number each day. How many pages a day?",
            "{who} picks {a} {thing}, eats {b} and splits the rest evenly into {c} bags. "
            "How many are in each bag?",
            "{a} {thing} are on a table. {b} are taken away and the rest is shared by {c} people. "
            "How many does each person get?",
        ),
    ),
    Story(
        _shared_sum,
        ("Together: {a} + {b}", "Each: # / {c}"),
        (
            "{who} has {a} {thing} and {other} has {b}. They share them equally among {c} friends. "
            "How many does each friend get?",
            "{a} red and {b} blue {thing} are packed equally into {c} boxes. "
            "How many are in each box?",
            "{who} earns {a} dollars on Monday and {b} on Tuesday, and splits it evenly between "
            "{c} people. How many dollars does each get?",
        ),
    ),
    Story(
        _unit_price,
        ("One: {b} / {a}", "All: # * {c}"),
        (
            "{a} {thing} cost {b} dollars. How much do {c} {thing} cost?",
            "{who} reads {b} pages in {a} days. At that rate, how many pages in {c} days?",
            "{a} boxes hold {b} {thing}. How many {thing} do {c} boxes hold?",
        ),
    ),
)
