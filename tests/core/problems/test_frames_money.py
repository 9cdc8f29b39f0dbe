"""Stories of money and percentages by the pieces they are told in: what fits, and what must not."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems.problem import Problem, Unread
from mathviz_chat.core.problems.question import read_question
from mathviz_chat.core.problems.readers.frames.pieces import masked
from mathviz_chat.core.solving import Solution, solve

READ = (
    # question, answer, why it is a row
    (
        "£2400 is put into an account paying simple interest at 3.5% per year. How much interest "
        "is earned in 4 years?",
        "£336",
        "scenery around principal, rate and time",
    ),
    (
        "Maria borrows $1,500 at a fixed rate of simple interest. After 3 years she owes $1,770 in "
        "total, having paid nothing back. What was the yearly interest rate?",
        "6%",
        "the amount that is owed, not the interest",
    ),
    ("$5000 at 4% compounded yearly, whats it worth after 2 yrs", "$5408", "no verb"),
    (
        "In a sale, everything is reduced by 30%. A coat now costs £84. What was its original "
        "price before the reduction?",
        "£120",
        "the price after a change",
    ),
    (
        "A house was worth 200000 last year and its value has gone up 7% since then. What's it "
        "worth now?",
        "214000",
        "the value before a change, told first",
    ),
    ("vat is 20%. laptop is £450 before vat. how much with vat", "£540", "a tax on top"),
    (
        "The price of a TV including VAT at 20% is £540. What is the price without VAT?",
        "£450",
        "a tax inside the price",
    ),
    (
        "dinner was $64 and we want to leave a 15% tip. how much altogether",
        "$73.60",
        "a tip on top",
    ),
    (
        "A car was bought for $15000 and sold two years later for $12000. Calculate the "
        "percentage loss.",
        "20%",
        "bought and sold",
    ),
    ("A $45 game is marked down to $36. What percent discount is that?", "20%", "two prices"),
    (
        "At Oakfield School, 45% of the pupils cycle to school. If 207 pupils cycle, how many "
        "pupils are there in the school altogether?",
        "460",
        "the part is told by the deed of the percentage",
    ),
    (
        "In a survey of 250 people, 60% said they liked tea. How many people liked tea?",
        "150",
        "the question repeats what is said of the percentage",
    ),
    (
        "A football team won 12 of its 20 matches. What percentage of the matches did it win?",
        "60%",
        "won, and win",
    ),
)


@pytest.mark.parametrize(("question", "answer", "why"), READ, ids=[row[-1] for row in READ])
def test_a_story_is_read_by_its_pieces(question: str, answer: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem), why
    solution = solve(problem)
    assert isinstance(solution, Solution), why
    assert solution.answer.plain == answer, why


_PUT = "£2400 is put into an account paying simple interest at 3.5% per year. "
UNREAD = (
    (_PUT + "How much interest is earned in the fourth year?", "one year of several"),
    (_PUT + "After 4 years half of it is withdrawn. How much interest is earned?", "half of it"),
    (_PUT + "How much interest is earned in 4 years if £100 is taken out?", "a third amount"),
    (_PUT + "How much interest and how much in total after 4 years?", "two things are asked"),
    ("£900 earns simple interest at 3% per month. How much interest in 4 years?", "a monthly rate"),
    ("£900 earns interest at 3% per year. How much interest in 4 years?", "simple, or compound"),
    ("$5000 at 4% compounded daily, whats it worth after 2 yrs", "how often is not known here"),
    (
        "Tom and Ann each put £900 in an account at 3% simple interest. How much interest in 4 "
        "years?",
        "two owners",
    ),
    ("A coat was reduced by 30% and then by 10% and is now £84. What was it before?", "twice"),
    ("A coat is reduced by 30%. It now costs £84. How much does it cost now?", "it is told"),
    ("Tom paid £84 for a coat at 30% off. How much did he pay?", "it is told"),
    ("A laptop is £450 with VAT at 20%. How much with VAT?", "the tax is in the price, or not"),
    ("The bill was $64 including a 15% tip. How much is the tip?", "the tip is in the bill"),
    ("The bill was $64. Three friends split it with a 15% tip. How much each?", "shared"),
    ("A car was bought for $15000 and sold for $12000. Calculate the percentage profit.", "a loss"),
    ("A lamp is sold for $90 at a 25% loss. How much is the loss?", "the loss is asked"),
    ("45% of the pupils cycle. There are 200 pupils. How many pupils walk?", "another deed"),
    ("There are 480 boys and girls and 55% are girls. How many boys are there?", "the others"),
    ("A team won 12 of its 20 matches. What percentage of the matches did it lose?", "not won"),
)


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[0][-60:] for row in UNREAD])
def test_a_false_friend_stays_unread(question: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Unread), f"{why}: {problem.read_as}"


def test_a_story_is_masked_by_its_quantities() -> None:
    story = masked("A taxi costs $4 plus $2 a mile, for one of 3 friends in 2 hours. 5% what % is?")
    assert story is not None
    assert story.text == (
        "taxi costs #m0 plus #m1 per mile for one of #n2 friends in #t3 . #p4 what percent is ."
    )
