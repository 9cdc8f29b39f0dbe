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
            "{who} read {a} pages yesterday and {b} today. How many pages is that altogether?",
            "A train has {a} passengers and {b} more get on. How many passengers are there now?",
            "{who} spent {a} dollars on food and {b} dollars on a book. How much was spent?",
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
            "{who} has {a} dollars and spends {b} dollars. How much money is left?",
            "{who} is {a} years old and {other} is {b}. How many years older is {who}?",
            "A rope of {a} m is cut and {b} m are taken away. How long is the rest, in m?",
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
            "{who} earns {b} dollars an hour. How much does {who} earn in {a} hours?",
            "There are {a} rows with {b} chairs in each row. How many chairs are there?",
            "Every one of {a} children brings {b} {thing}. How many {thing} are brought?",
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
            "{who} cuts a ribbon of {a} cm into {b} equal pieces. How long is a piece, in cm?",
            "{who} earns {a} dollars in {b} hours. How much is that an hour?",
            "A class of {a} pupils is divided into {b} equal groups. How many are in a group?",
        ),
    ),
    Story(
        _speed,
        ("Speed: {a} / {b}",),
        (
            "A train travels {a} miles in {b} hours. What is its speed in miles per hour?",
            "A car drives {a} km in {b} hours. What is its speed in km per hour?",
            "{who} cycles {a} km in {b} hours. How fast is that in km per hour?",
            "A bus covers {a} km in {b} hours. How many km does it cover in an hour?",
            "It takes {who} {b} hours to drive {a} miles. What is the average speed in mph?",
            "A plane flies {a} km in {b} hours. What is its average speed in km per hour?",
        ),
    ),
    Story(
        _product,
        ("Distance: {a} * {b}",),
        (
            "A train travels at {b} miles per hour for {a} hours. How many miles does it travel?",
            "A car drives for {a} hours at {b} km per hour. How far does it go, in km?",
            "{who} rides at {b} km per hour. How many km is that in {a} hours?",
            "{who} walks for {a} hours at {b} km per hour. How many km does {who} walk?",
            "How far does a bus go in {a} hours if it drives {b} km per hour?",
            "A plane flies at {b} km per hour. What distance does it cover in {a} hours, in km?",
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
            "A bus carries {a} people. At the first stop {b} get on, at the second {c} get off. "
            "How many people are on the bus then?",
            "{who} picked {a} {thing} in the morning and {b} in the afternoon. {c} were thrown "
            "away. How many {thing} did {who} keep?",
            "A library had {a} books. It bought {b} new ones and sold {c} old ones. "
            "How many books does it have now?",
            "{who}'s jar holds {a} {thing}. After {b} more go in, {other} takes {c}. "
            "How many {thing} stay in the jar?",
            "A farmer has {a} sheep. {b} lambs are born and {c} sheep are sold. "
            "How many animals does the farmer have?",
            "{who} scored {a} points, then {b} points, and lost {c} points in the last round. "
            "What is the final score?",
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
            "A gym takes {c} dollars to join and {b} dollars a month. What do {a} months cost?",
            "{who} packs {a} crates of {b} {thing} and keeps {c} {thing} back. "
            "How many {thing} are there altogether?",
            "A theatre has {a} rows with {b} seats each and {c} extra chairs. "
            "How many people can sit down?",
            "{who} saves {b} dollars a week for {a} weeks and had {c} dollars before. "
            "How many dollars does {who} have now?",
            "{who} orders {a} meals at {b} dollars each; delivery is {c} dollars. "
            "What does it come to?",
            "{other} gives {who} {a} packets of {b} {thing}, and {who} had {c} already. "
            "How many {thing} does {who} have in all?",
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
            "Each of {a} boxes holds {b} {thing}. {who} takes {c} out. How many {thing} remain?",
            "{who} prints {a} sheets with {b} {thing} on each; {c} come out badly. "
            "How many good {thing} are there?",
            "A hall has {a} rows of {b} chairs. {c} chairs are taken. How many are free?",
            "{who} earns {b} dollars for each of {a} lawns and pays {c} dollars for petrol. "
            "How much money is left?",
            "There are {a} teams of {b} players, and {c} players go home. How many players stay?",
            "{who} collects {b} {thing} a day for {a} days and then loses {c}. "
            "How many {thing} does {who} still have?",
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
            "{who} hands over {c} dollars for {a} {thing} that cost {b} dollars apiece. "
            "How much does {who} get back?",
            "With {c} dollars in hand, {who} pays for {a} meals of {b} dollars each. "
            "How much money remains?",
            "{a} {thing} at {b} dollars each are paid with {c} dollars. What change is given?",
            "{who} had {c} dollars. {who} bought {a} books, each {b} dollars. "
            "How much does {who} have now?",
            "The price of one of the {thing} is {b} dollars. {who} takes {a} and gives the seller "
            "{c} dollars. How much change is due?",
            "{who} spends {b} dollars a day for {a} days out of {c} dollars. How much is left?",
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
            "{who} bakes {a} {thing}, drops {b}, and puts the others on {c} plates evenly. "
            "How many are on each plate?",
            "A school has {a} {thing}. {b} go to the office; the remaining ones are divided "
            "equally among {c} classes. How many does a class receive?",
            "After {who} gives {b} of {a} {thing} to {other}, the rest go into {c} equal piles. "
            "How many {thing} are in a pile?",
            "{who} must drive {a} km. After {b} km, the rest takes {c} hours at a steady speed. "
            "How many km are driven per hour?",
            "A tank holds {a} litres. {b} litres leak out and {c} buckets are filled equally with "
            "the rest. How many litres are in each bucket?",
            "{who} owes {a} dollars, pays {b} at once and the rest in {c} equal payments. "
            "How much is one payment?",
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
            "{a} boys and {b} girls are put into {c} teams of the same size. "
            "How many children are in a team?",
            "{who} puts {a} {thing} and {b} more {thing} into {c} bags, the same number in each. "
            "How many go into a bag?",
            "{who} has {a} km behind and {b} km to go. The whole trip takes {c} equal days. "
            "How many km is that a day?",
            "Two baskets with {a} and {b} {thing} are emptied and shared fairly by {c} children. "
            "How many {thing} does each child have?",
            "{who} buys food for {a} dollars and drinks for {b} dollars. {c} friends split "
            "the bill equally. How much does each pay?",
            "A shelf of {a} books and one of {b} books are rearranged on {c} equal shelves. "
            "How many books stand on each?",
        ),
    ),
    Story(
        _unit_price,
        ("One: {b} / {a}", "All: # * {c}"),
        (
            "{a} {thing} cost {b} dollars. How much do {c} {thing} cost?",
            "{who} reads {b} pages in {a} days. At that rate, how many pages in {c} days?",
            "{a} boxes hold {b} {thing}. How many {thing} do {c} boxes hold?",
            "{who} pays {b} dollars for {a} tickets. What would {c} tickets cost?",
            "A machine makes {b} {thing} in {a} hours. How many does it make in {c} hours?",
            "{a} bags weigh {b} kg. What do {c} such bags weigh, in kg?",
            "For {a} cakes {who} needs {b} eggs. How many eggs are needed for {c} cakes?",
            "A car uses {b} litres on {a} trips. How many litres does it use on {c} such trips?",
            "{who} earns {b} dollars in {a} days. How many dollars does {who} earn in {c} days?",
        ),
    ),
)
