"""Stories by their quantities: what fits a frame in any wording, and what must not."""

from __future__ import annotations

import random

import pytest

from mathviz_chat.core.problems import vocabulary
from mathviz_chat.core.problems.problem import Problem, Unread
from mathviz_chat.core.problems.question import read_question
from mathviz_chat.core.problems.readers import frames
from mathviz_chat.core.problems.readers.frames.frame import Frame
from mathviz_chat.core.problems.readers.frames.tokens import tokens

READ = (
    # question, what it is read as, why it is a row
    (
        "A trapezium has parallel sides 7 cm and 11 cm, and the distance between them is 6 cm. "
        "Find its area.",
        "Find the area of a trapezium with parallel sides 7 cm and 11 cm and height 6 cm.",
        "a list shares the words before it; the height by another name",
    ),
    (
        "A garden is a trapezoid: its bases are 12 ft and 20 ft and it is 9 ft high. How many "
        "square feet is its area?",
        "Find the area of a trapezium with parallel sides 12 ft and 20 ft and height 9 ft",
        "words behind a quantity; scenery; the unit that is asked for",
    ),
    (
        "A circular table is 1.2 m across. How large is its area to 2 decimal places?",
        "Find the area of a circle with diameter 1.2 m to 2 decimal places.",
        "a diameter by another name; rounded",
    ),
    (
        "A farmer wants to put a fence around a rectangular field which is 80 m long and 45 m "
        "wide. How much fencing does he need?",
        "Find the perimeter of a rectangle with length 80 m and width 45 m.",
        "a perimeter by what it is for",
    ),
    (
        "A square has an area of 144 cm². How long is one of its sides?",
        "The area of a square is 144 cm². Find the side.",
        "a number that counts sides is no quantity",
    ),
    (
        "A square lawn with sides of 10 m is surrounded by a path that is 2 m wide. Find the area "
        "of the path.",
        "A rectangle is 14 m by 14 m with a rectangular hole 10 m by 10 m. Find the remaining "
        "area.",
        "all round it",
    ),
    (
        "A rectangular tank 2 m long and 1.5 m wide is filled with water to a depth of 80 cm. How "
        "many litres of water are in it?",
        "A box measures 20 dm by 15 dm by 8 dm. How many litres of water does it hold?",
        "lengths in two units, and litres",
    ),
    (
        "A cylindrical can has a radius of 4 cm and is 10 cm tall. Work out its volume. Leave your "
        "answer in terms of π.",
        "Find the volume of a cylinder with radius 4 cm and height 10 cm.",
        "a height behind it, and how to write the answer",
    ),
    (
        "A cyclist rides 36 km in 1 hour 30 minutes. What is his average speed in km/h?",
        "Find the speed in km/h, given the distance 36 km and the time 1.5 h.",
        "a time in two units, and the unit asked for",
    ),
    (
        "how long does it take to cycle 42 km at 18 km/h, answer in h and min",
        "Find the time, given the distance 42 km and the speed 18 km/h, in hours and minutes.",
        "both units are asked for",
    ),
    (
        "Usain runs 100 m in 9.6 s. What is this in km/h?",
        "Find the speed in km/h, given the distance 100 m and the time 9.6 s.",
        "asked by its unit alone",
    ),
    (
        "Tom drove 120 km in the first 2 hours and 150 km in the next 3 hours. What was his "
        "average speed over the whole journey?",
        "A car travels 120 km in 2 h and then 150 km in 3 h. What is its average speed?",
        "two legs",
    ),
    (
        "Anna drives to work at 40 km/h and comes back along the same 30 km road at 60 km/h. "
        "What is her average speed for the whole round trip?",
        "A car goes to a town at 40 km/h and returns at 60 km/h. Find the average speed.",
        "there and back",
    ),
    (
        "A boat travels 20 km/h in still water. The river flows at 4 km/h. How long does it "
        "need for 48 km upstream?",
        "The speed of a boat in still water is 20 km/h and the speed of the current is 4 km/h. "
        "How long will it take to travel 48 km upstream?",
        "a stream",
    ),
    (
        "A lesson of 50 minutes ended at 11:35. At what time had it begun?",
        "What time is it 50 minutes before 11:35?",
        "an end is told, the start asked",
    ),
    (
        "My train got to Leeds at 09:12. The journey took 1 h 47 min altogether. Using the "
        "24-hour clock, when did the train set off?",
        "What time is it 1 h 47 min before 09:12?",
        "arrived by another word",
    ),
    (
        "A 30-day trial begins on 15 November 2025. On what date does it run out?",
        "What date is 30 days after 15 November 2025?",
        "a date so many days later",
    ),
    (
        "A 10 m ladder rests against a wall and its foot is 6 m away from the wall. What height "
        "does it reach?",
        "The hypotenuse of a right triangle is 10 m and one leg is 6 m. Find the other leg.",
        "a ladder",
    ),
    (
        "right triangle legs 9 and 12, hypotenuse?",
        "The legs of a right triangle are 9 and 12. Find the hypotenuse.",
        "no units",
    ),
    (
        "A right-angled triangle has one angle of 35°. Find the other acute angle.",
        "Two angles of a triangle are 90° and 35°. Find the third angle.",
        "one right angle",
    ),
    (
        "interior angle of a regular 12 sided polygon??",
        "Find each interior angle of a regular polygon with 12 sides.",
        "a polygon by its number of sides",
    ),
    (
        "Angle A and angle B are supplementary. Angle A is 38°. What is angle B?",
        "Find the supplement of 38°.",
        "a pair of angles",
    ),
    (
        "A bag of flour weighs 2.5 kg. What is that in grams?",
        "Convert 2.5 kg to g.",
        "another unit",
    ),
    (
        "The attendance at a football match was 48,651. How many people is that to the nearest "
        "thousand?",
        "Round 48651 to the nearest thousand.",
        "rounding told as a story",
    ),
    (
        "23 sweets shared equally by 4 kids, how many each and how many left over",
        "Find the quotient and the remainder when 23 is divided by 4.",
        "sharing with a remainder",
    ),
    (
        "43 students travel in minibuses of 9. How many minibuses are needed?",
        "Calculate ceil(43/9).",
        "one more for the rest",
    ),
    (
        "Each bottle holds 750 ml. How many bottles will he need for 5 litres?",
        "Calculate ceil(5000/750).",
        "what is needed for all, in another unit",
    ),
    (
        "Anna swims every 4 days and Bob every 6 days. They swam together today. In how many "
        "days will they swim together again?",
        "Calculate lcm(4, 6) in day.",
        "two periods",
    ),
    (
        "There are 24 boys and 30 girls. What is the largest number of teams with the same "
        "number of boys and the same number of girls in each?",
        "Calculate gcd(24, 30).",
        "equal groups",
    ),
)

UNREAD = (
    (
        "23 sweets are shared equally by 4 kids and their teacher. How many are left over?",
        "five share",
    ),
    ("A coat costs £84 after a 30% discount. How much is the coat now?", "it is £84 now"),
    ("He started at 10:00 and she finished at 11:00. How long did he work?", "two people"),
    (
        "Ann and Bob together take 2 hours. Cleo alone takes 6 hours. "
        "How long does Bob take alone?",
        "a stranger's time",
    ),
    ("A bag has 5 red balls and a box has 3 blue balls. Two are drawn. Find P(red).", "two places"),
    ("59 eggs are packed into boxes of 12. How many boxes are left over?", "boxes are no eggs"),
    (
        "A triangle has an exterior angle of 110° and another one of 50°. Find the third angle.",
        "not all inside",
    ),
    (
        "43 students and their teacher travel in minibuses of 9. How many minibuses are needed?",
        "one more of them",
    ),
    (
        "Each bottle holds 750 ml. How many more bottles will he need for 5 litres?",
        "he has some",
    ),
    (
        "Each bottle holds 750 ml. How many bottles will he need for 5 litres a day?",
        "of each day, for how many?",
    ),
    (
        "Each bottle is half full and holds 750 ml. How many bottles will he need for 5 litres?",
        "half of what it holds",
    ),
    (
        "A rope of 30 m is cut into pieces of 4 m. How many pieces are needed?",
        "needed for what? seven are whole",
    ),
    (
        "43 students travel with their teacher in minibuses of 9. How many minibuses are needed?",
        "one more goes with them",
    ),
    (
        "Anna and her 43 friends travel in minibuses of 9. How many minibuses are needed?",
        "one more before them",
    ),
    (
        "Each bottle holds 750 ml. He keeps a spare bottle. How many bottles does he need for 5 "
        "litres?",
        "one more than are needed",
    ),
    (
        "Each box holds 12 eggs in layers. How many layers are needed for 150 eggs?",
        "a layer is no box",
    ),
    (
        "Buns come in packs of 6 and sausages in packs of 8. What is the least number of packs of "
        "buns needed to have the same number of each?",
        "packs, not buns",
    ),
    (
        "Tom walks 5 km north and 3 km east and then home. How far from home was he?",
        "three ways",
    ),
    (
        "A car travels at 60 km/h for 2 hours in rain. How far does it go in the dry?",
        "another time than the one told of",
    ),
    (
        "A car travels 150 miles in 2 hours and waits for 30 minutes. What is its average speed?",
        "a stop",
    ),
    ("A car travels 150 miles in 3 hours. How fast is the bus?", "another vehicle"),
    ("Tom walks 5 km in 1 hour and Ann walks 6 km. How fast does Ann walk?", "two of them"),
    (
        "A car travels 100 km there and back in 2 hours. How far is it to the town?",
        "there and back",
    ),
    (
        "A lorry drives 60 km at 40 km/h, then twice as far at 50 km/h. How long does it take?",
        "twice as far",
    ),
    (
        "Mum drives to work at 60 km/h and returns at 40 km/h after a break of 1 hour. What is "
        "her average speed?",
        "a break",
    ),
    (
        "Two trains 300 km apart travel towards each other at 70 km/h and 80 km/h, the second "
        "one leaving an hour later. When do they meet?",
        "not at once",
    ),
    ("A film starts at 19:40, 10 minutes late, and lasts 2 hours. When does it end?", "two times"),
    ("A film starts at 19:40 and lasts 2 hours. When should it have started?", "the start is told"),
    (
        "A shop opens at 9:00 and closes at 17:30 every day. How long is it open in a week?",
        "each day of a week",
    ),
    (
        "A shop opens at 9:00 and closes at 17:30 with a break of 1 hour. How long is it open?",
        "without the break",
    ),
    (
        "A trial begins on 15 November 2025. On what date, 30 days before it, were the papers "
        "sent?",
        "before it",
    ),
    ("How many working days are there from 4 March 2024 to 15 March 2024?", "not every day counts"),
    (
        "A 10 m ladder rests against a wall and its foot is 6 m from the wall. The foot slips 2 "
        "m. How high does it reach now?",
        "moved",
    ),
    ("A right triangle has sides of 6 cm and 8 cm. Find the third side.", "legs or not"),
    ("Tom walks 5 km north and 3 km east. How far did he walk?", "the way, not the distance"),
    ("Two angles of a quadrilateral are 50° and 60°. Find the third angle.", "no triangle"),
    (
        "Two angles on a straight line are in the ratio 1:2 and one of three others is 30°. "
        "What is the other?",
        "a ratio",
    ),
    ("A polygon has 12 sides. How big is each interior angle?", "not said to be regular"),
    ("A bag of flour weighs 2.5 kg. How many grams are in half of it?", "half of it"),
    (
        "A bottle holds 1.5 litres of juice. How many ml are left after a glass was drunk?",
        "some is left",
    ),
    ("A recipe needs 0.75 kg of sugar per cake. How many grams are needed?", "per cake"),
    (
        "The attendance was 48,651 and half of them were children. How many is that to the "
        "nearest thousand?",
        "half of them",
    ),
    (
        "23 sweets are shared between 4 kids and Tom. How many does each get and how many are "
        "left over?",
        "one more of them",
    ),
    (
        "23 sweets are shared equally by 4 kids, then 3 of them are eaten. How many are left over?",
        "three numbers",
    ),
    ("Bags of 6 rolls cost $4. How many bags are left over from 75 rolls?", "a price"),
    (
        "43 students travel in minibuses of 9 with one teacher in each. How many minibuses are "
        "needed?",
        "a seat less",
    ),
    (
        "Anna swims every 4 days and Bob every 6 days. How many times do they swim together in "
        "a year?",
        "a number of times",
    ),
    (
        "There are 24 boys and 30 girls. What is the largest number of teams of 5?",
        "a size of the teams",
    ),
    ("A garden 12 m by 7 m has a pond in it. What is the area of the pond?", "another thing asked"),
    (
        "There is a pond in a garden. A rectangular garden is 12 m by 7 m. How big is the pond?",
        "a thing that was only mentioned",
    ),
    (
        "A rectangular garden is 12 m long. The pond beside it is 7 m wide. Find the area of the "
        "garden.",
        "two owners",
    ),
    ("What is the area of the pond if the garden is 12 m by 7 m?", "not what is told of"),
    ("A rectangular room is 5 m by 4 m. How many tiles are needed?", "how many, no area"),
    ("A rectangular garden 12 m by 7 m has a lawn. What is the area of the lawn?", "a part of it"),
    ("Two square lawns have sides of 10 m. Find their area.", "two of them"),
    ("A wheel has a radius of 35 cm. How far does it roll in 10 turns?", "a number too many"),
    ("A box without a lid is 10 cm by 6 cm by 4 cm. What is its surface area?", "a face less"),
    (
        "A 1 m wide path runs around the inside of a rectangular garden 10 m by 8 m. Find the area "
        "of the path.",
        "inside, not outside",
    ),
    (
        "A path 2 m wide surrounds a rectangular pond 10 m by 8 m. What is the area of the pond?",
        "the inner one is asked",
    ),
    (
        "A trapezium has parallel sides 7 cm and 11 cm, and the distance between them is 6 cm. "
        "Find half its area.",
        "half of it",
    ),
    (
        "A trapezium has parallel sides 7 cm and 11 cm, and the distance between them is 6 cm. "
        "It is made twice as high. Find its area.",
        "a change",
    ),
    (
        "A trapezium has parallel sides 7 cm, 9 cm and 11 cm and height 6 cm. Find its area.",
        "one quantity too many",
    ),
    ("A trapezium has parallel sides 7 cm and 11 cm. Find its area.", "one too few"),
)


@pytest.mark.parametrize(("question", "read_as", "why"), READ, ids=[row[-1] for row in READ])
def test_a_story_is_read_by_its_quantities(question: str, read_as: str, why: str) -> None:
    problem = read_question(question)
    plain = read_question(read_as)
    assert isinstance(problem, Problem), why
    assert isinstance(plain, Problem)
    assert problem.read_as == plain.read_as


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[-1] for row in UNREAD])
def test_a_story_with_more_to_it_stays_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why


TOKENS: tuple[tuple[str, list[str], str], ...] = (
    ("It took 2 hours 30 minutes.", ["2 hours 30 minutes"], "one time in two units"),
    ("It cost $5,000 at 4%.", ["$5000", "4%"], "signs belong to their numbers"),
    ("a box of 3 in 5", ["3", "5"], "in is no inch here"),
    ("9 square metres at 40 km per hour", ["9 square metres", "40 km per hour"], "long units"),
    ("at 10:48 in the ratio 2 : 3 : 7", ["10:48", "2 : 3 : 7"], "a time, and a ratio"),
    ("on 3 March 2024 and May 5th", ["3 March 2024", "May 5th"], "dates"),
    ("from 8 a.m. until noon", ["8 a.m", "noon"], "hours without minutes"),
    ("angles of 40° and 50 degrees", ["40°", "50 degrees"], "angles"),
    ("a 12-sided polygon", ["12"], "a hyphen behind a number"),
    ("x = 3", [], "a formula is no story"),
)


@pytest.mark.parametrize(("text", "quantities", "why"), TOKENS, ids=[row[-1] for row in TOKENS])
def test_the_quantities_of_a_story(text: str, quantities: list[str], why: str) -> None:
    assert [token.text for token in tokens(text) if token.is_quantity] == quantities, why


KNOWN_BEFORE = {"dozen", "now", "use"}
"""A number is multiplied by it before the frames see it, a remark at a sentence's beginning, and
what frames of pieces pass over where something is shared: how many each may use."""


def own_words(frame: Frame) -> set[str]:
    """The words that a frame itself knows."""
    phrases = [*frame.needs, *frame.asks.values(), frame.passed]
    phrases += [role.before for role in frame.roles.values()]
    phrases += [role.after for role in frame.roles.values()]
    return {word for each in phrases for word in each.replace("|", " ").split()} | frame.allowed


@pytest.mark.parametrize(("question", "read_as", "why"), READ, ids=[row[-1] for row in READ])
def test_no_word_of_meaning_is_passed_over(question: str, read_as: str, why: str) -> None:
    """A word that may change a story makes it unread, unless the frame that reads it knows it."""
    said = frames.said_again(question)
    reading = [frame for frame in frames.FRAMES if frame.read(tokens(question)) is not None]
    known = set().union(*map(own_words, reading))
    random_ = random.Random(1)
    places = [index for index, char in enumerate(question) if char == " "]
    for word in random_.sample(sorted(vocabulary.MEANING - known - KNOWN_BEFORE), 60):
        place = random_.choice(places)
        changed = f"{question[:place]} {word}{question[place:]}"
        assert not said or frames.said_again(changed) == "", f"{changed}: {why}"
