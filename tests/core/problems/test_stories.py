"""Ordinary stories of one and two steps, and the ones like them that must stay unread."""

from __future__ import annotations

import re

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict

READ = [
    ("Hugo watched 3 films last week and 5 films this week. How many films did he watch?", "8",
     "what somebody does is counted"),
    ("A pond had 15 frogs. 6 more came and then 4 hopped away. How many frogs are in the pond?",
     "17", "any way of going off"),
    ("A hen house has 30 hens. 12 chicks hatch and 5 hens are sold. How many birds are there now?",
     "37", "sorts of one thing, each with its own changes"),
    ("A gardener grew 24 roses and 18 tulips and sold 30 flowers. How many flowers are left?",
     "12", "sorts that go on as one amount"),
    ("Rita wrote 8 letters and her brother wrote 5. They mailed 10 of them. How many are left?",
     "3", "they: of both"),
    ("42 chairs stand in 6 equal rows. How many chairs are in a row?", "7", "equal groups"),
    ("12 red beads and 18 green beads are strung equally on 5 strings. "
     "How many beads are on each string?", "6", "equally, with whatever verb of placing"),
    ("A class of 28 pupils and 2 teachers ride in 5 vans, the same number in each. "
     "How many people are in a van?", "6", "pupils and teachers are people"),
    ("A rope of 60 m is cut into 5 equal parts. How long is each part, in m?", "12", "in its unit"),
    ("A plumber charges 40 dollars for a visit and 30 dollars an hour. "
     "How much does a visit of 3 hours cost?", "130", "a charge and a rate"),
    ("A phone plan costs 10 dollars a month plus a setup fee of 15 dollars. "
     "How much are 6 months?", "75", "the rate first"),
    ("A candle was 20 cm tall. It burned down by 8 cm. How tall is it now, in cm?", "12", "falls"),
    ("The temperature was 18 degrees and rose by 7 degrees. What is the temperature now?", "25",
     "rises"),
    ("4 machines make 60 parts. How many parts do 7 machines make?", "105", "in proportion"),
    ("2 boxes weigh 14 kg. What do 5 such boxes weigh, in kg?", "35", "such boxes"),
    ("For 6 pancakes Ida needs 3 eggs. How many eggs does she need for 10 pancakes?", "5",
     "she is who is named"),
    ("3 of the 20 eggs are cracked. How many eggs are not cracked?", "17", "some of all"),
    ("After 6 of 42 cookies are eaten, the rest are put on 4 plates equally. "
     "How many cookies are on each plate?", "9", "some of all, then the rest"),
    ("Lola has 30 stickers. She keeps 6 and gives the rest in equal parts to 4 friends. "
     "How many does each friend get?", "6", "given in equal parts"),
    ("A box with 20 pens and a box with 16 pens are shared equally by 9 pupils. "
     "How many pens does each pupil get?", "4", "what two boxes hold"),
    ("Sue spent 21 dollars on pizza and 15 dollars on drinks. Four friends share the cost equally. "
     "How much does each friend pay?", "9", "what was spent"),
    ("There are 6 cats in one house and 5 in another. How many cats are there altogether?", "11",
     "two places without names"),
    ("There are 12 ducks on the pond and 7 ducks on the grass. How many ducks are there?", "19",
     "in all places"),
    ("Jon collected 12 cans and Mia collected 15 cans. How many cans were collected?", "27",
     "in the passive: by all"),
    ("A runner keeps a speed of 9 km per hour for 3 hours. How many km does the runner cover?",
     "27", "a speed that is kept"),
    ("Every child at a party gets 3 balloons. There are 14 children. How many balloons are needed?",
     "42", "the groups are told later"),
    ("A clerk orders 6 boxes of 12 pens. 8 of the pens do not work. How many pens work?", "64",
     "those that do not work"),
    ("A truck carries 20 boxes, picks up 15 more and delivers 12. How many boxes are on the truck?",
     "23", "what is delivered is gone"),
    ("Amir needs 50 points and has 32. How many more points does he need?", "18", "the goal first"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "number", "why"), READ)
def test_a_story_is_read_and_solved(question: str, number: str, why: str) -> None:
    found = solve(question)
    assert isinstance(found, Solution), why
    assert found.verdict is AnswerVerdict.VERIFIED, found.reason
    assert re.findall(r"\d[\d/.]*", found.answer.plain) == [number], found.problem.read_as


UNREAD = [
    ("Hugo has 3 films and watched 5 films. How many films does he have?", "watched of his own?"),
    ("Hugo watched 3 films and did not watch 5 films. How many films did he watch?", "not"),
    ("Hugo watched 3 films and 5 films. How many films did Ann watch?", "somebody else"),
    ("Tom has 12 chairs and paints 5 chairs. How many chairs does he have?", "old ones or new?"),
    ("Tom has 12 plates and washes 5 plates. How many plates does he have?", "old ones"),
    ("A pond had 15 frogs. 4 hopped away to the lake. How many frogs are in the lake?",
     "another place"),
    ("A zoo had 22 monkeys. 6 moved to the new house. How many monkeys does the zoo have now?",
     "it may be the zoo's house"),
    ("A hen house has 30 hens. 12 chicks hatch and 5 hens are sold. How many eggs are there now?",
     "of other things"),
    ("A farm has 30 cows and 12 barns. 5 barns are sold. How many animals are there now?",
     "barns are no animals"),
    ("A gardener grew 24 roses and 18 tulips and sold 30 flowers. How many roses are left?",
     "nobody knows of which sort"),
    ("A gardener grew 24 roses and 18 carrots and sold 30 flowers. How many flowers are left?",
     "carrots are no flowers"),
    ("Rita wrote 8 letters and her brother wrote 5. They each mailed 2 of them. "
     "How many letters are left?", "each of them"),
    ("Rita wrote 8 letters and her brother wrote 5. They mailed 10 of them. "
     "How many letters does Rita have left?", "nobody knows whose"),
    ("12 red beads and 18 green beads are not strung equally on 5 strings. "
     "How many beads are on each string?", "not"),
    ("42 chairs stand in 6 rows. How many chairs are in a row?", "rows of any size"),
    ("15 girls and 21 boys form 6 equal groups. How many girls are in a group?", "of one sort"),
    ("15 girls and 21 boys form 6 equal groups. 4 boys leave. How many children are in a group?",
     "a change after it"),
    ("A box of 24 chocolates is shared by 8 people and 2 dogs. "
     "How many chocolates does each person get?", "others share, too"),
    ("4 machines make 60 parts in 3 hours. How many parts do 7 machines make?", "in how long?"),
    ("4 machines make at most 60 parts. How many parts do 7 machines make?", "at most"),
    ("4 old machines make 60 parts. How many parts do 7 new machines make?", "other machines"),
    ("2 boxes weigh 14 kg. What do 5 smaller boxes weigh, in kg?", "other boxes"),
    ("2 boxes weigh 14 kg more than a bag. What do 5 such boxes weigh, in kg?", "a comparison"),
    ("For 6 pancakes Ida needs 3 eggs. How many eggs does Tom need for 10 pancakes?",
     "somebody else"),
    ("A plumber charges 40 dollars for a visit and 30 dollars an hour. How much do 3 visits cost?",
     "no hours"),
    ("A plumber charges 40 dollars for each visit and 30 dollars an hour. "
     "How much do 3 hours cost?", "how many visits?"),
    ("A gym charges 20 dollars for a towel and 15 dollars a month. What is the cost of 4 months?",
     "nobody says that the towel is taken"),
    ("A plumber charges 40 dollars for a visit or 30 dollars an hour. "
     "How much does a visit of 3 hours cost?", "or"),
    ("A phone plan costs 10 dollars a month plus a setup fee of 15 dollars. The fee is waived. "
     "How much are 6 months?", "no fee after all"),
    ("A candle was 20 cm tall. It burned down to 8 cm. How tall is it now, in cm?", "to, not by"),
    ("A candle was 20 cm tall. It burned down by 8 cm an hour. How tall is it now, in cm?",
     "in how many hours?"),
    ("A candle was 20 cm tall and a lamp fell by 8 cm. How tall is the candle now, in cm?",
     "another thing fell"),
    ("A candle was 20 cm tall. It burned down by 8 mm. How tall is it now, in cm?",
     "of another unit"),
    ("3 of the 20 eggs are not cracked. How many eggs are cracked?", "not"),
    ("There are 6 cats in one house and 5 dogs in another. How many cats are in both houses?",
     "dogs are no cats"),
    ("There are 12 ducks on the pond and 7 ducks on the grass. How many ducks swim?",
     "of which the story says nothing"),
    ("Jon has 3 cans. Jon collected 12 cans and Mia collected 15 cans. "
     "How many cans were collected?", "his own are not among them"),
    ("Ann sold 12 cans and bought 15 cans. How many cans did Ann sell?", "those that came, too?"),
    ("Ann sold 12 cans and Bob bought 15 cans. How many cans were bought?", "sold is not bought"),
    ("Ann spent 14 dollars and earned 9 dollars. How much was spent?", "earned is not spent"),
    ("Lea earned 96 dollars in 8 hours. What did Tom earn per hour?", "somebody else"),
    ("Ivan has 36 photos and Ann puts 4 on every page. How many pages does Ivan fill?",
     "somebody else's pages"),
    ("Every child at a party gets 3 balloons. There are 14 adults. How many balloons are needed?",
     "adults are no children"),
    ("Every child but one gets 3 balloons. There are 14 children. How many balloons are needed?",
     "but one"),
    ("Amir needs 50 points and Tom has 32. How many more points does he need?", "somebody else's"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_a_story_that_says_something_else_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
