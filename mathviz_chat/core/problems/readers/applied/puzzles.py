"""Number puzzles: one unknown number, two numbers, consecutive numbers."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import linear_system
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied import number_phrases
from mathviz_chat.core.problems.readers.applied.family import Family, Formal, Story
from mathviz_chat.core.problems.wording import Hit, number
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, RelOp

_KEYS: Final = re.compile(r"\b(?:numbers?|integers?)\b", re.I)

_ONE: Final = """
IS = [is|equals|is equal to|gives|gives you|makes|is same as|results in|yields|you get|i get|we
    get|result is|answer is|it is|it equals|it becomes|becomes|he gets|she gets]
statement:
    {a:phrase} IS {b:phrase}
    [when|if]? {c:phrase} is [added to] {d:phrase} IS {b:phrase}
    [when|if]? {c:phrase} is subtracted from {e:phrase} IS {b:phrase}
    [when|if] {a:phrase} IS {b:phrase}
thought:
    [i am|i'm]? [i|you|he|she|tom|sam|{name1:word}]? [think|thinks|thinking|thought|choose|
        chooses|pick|picks] [of]? number
    [take|start with] number
steps:
    [if|when]? [you|i|he|she|we]? {s:steps} IS {b:phrase}
    [if|when]? [you|i|he|she|we]? {s:steps}
result:
    [and|then]? [result|answer|final answer|what i get|final result] IS? [is|was] {b:phrase}
    [you|i|he|she] [get|gets|got|end up with|ends up with] {b:phrase}
asked:
    FIND [number|unknown number|original number|value of number|this number|that number|my
        number|his number|her number|integer|it]
    what number [is it|is this|am i thinking of|did i think of|did i start with|was it|is he
        thinking of|is she thinking of|did he think of]?
    what [was|is] [my|his|her|original]? number
"""


def _one(story: Story) -> Problem | None:
    names = story.names()
    if "asked" not in names:
        return None
    if names == {"asked", "statement"}:
        return _statement(story)
    if "thought" in names and "steps" in names and "statement" not in names:
        told = [hit["b"] for hit in story.every() if hit.get("b")]
        steps = story.text("s") or ""
        left = number_phrases.carried_out(number_phrases.UNKNOWN, steps)
        right = number_phrases.phrase(told[0]) if len(told) == 1 else None
        return _equation(left, right)
    if names <= {"asked", "steps", "result"}:
        return _on_a_number(story)
    return None


def _chain(text: str) -> Chain | None:
    """An equation of our own notation."""
    try:
        node = read(text, variables=("n", "x", "y"))
    except ReadError:
        return None
    return node if isinstance(node, Chain) and len(node.items) == 2 else None


def _on_a_number(story: Story) -> Problem | None:
    """``If you double a number and add 5 you get 17``."""
    told = [hit["b"] for hit in story.every() if hit.get("b")]
    steps = story.text("s") or ""
    match = re.match(
        r"(double|triple|halve)\s+number|(multiply|divide)\s+number\s+by|add\s+(\S+)\s+to\s+number"
        r"|subtract\s+(\S+)\s+from\s+number",
        steps,
        re.I,
    )
    if match is None or len(told) != 1:
        return None
    if match[1]:
        first = match[1]
    elif match[2]:
        first = f"{match[2]} by"
    else:
        first = f"add {match[3]}" if match[3] else f"subtract {match[4]}"
    left = number_phrases.carried_out(number_phrases.UNKNOWN, f"{first}{steps[match.end() :]}")
    return _equation(left, number_phrases.phrase(told[0]))


def _statement(story: Story) -> Problem | None:
    statement = story.get("statement")
    assert statement is not None
    right = number_phrases.phrase(statement["b"])
    if statement.get("c"):
        to = statement.get("d")
        words = (
            f"{statement['c']} added to {to}"
            if to
            else f"{statement['c']} subtracted from {statement['e']}"
        )
        return _equation(number_phrases.phrase(words), right)
    return _equation(number_phrases.phrase(statement["a"]), right)


def _equation(left: Expr | None, right: Expr | None) -> Problem | None:
    """The puzzle of one number that satisfies ``left = right``, a linear equation."""
    if left is None or right is None:
        return None
    condition = Chain((left, right), (RelOp.EQ,))
    if linear_system.solve((condition,)) is None:
        return None
    plan = Planner({})
    plan.unknown("n", "the number").equation(to_plain(condition))
    if plan.equations[0] != condition:
        return None
    plan.find("a", "The number", "n")
    return plan.problem(
        Kind.PUZZLE, f"Find the number n of the puzzle {to_plain(condition)}.", decimals=False
    )


_TWO: Final = """
TWO = [two numbers|2 numbers|2 integers|2 positive numbers|numbers]
formal:
    find {what:what} for numbers [x and y|x >= y] such that {q:equation} and {p:equation}
sum:
    [sum of|total of] TWO [is|equals|=] {s:signed}
    [their|whose|have|with]? sum [is|of|equals]? {s:signed}
    TWO [add up to|sum to|have sum of|add to|total|together make] {s:signed}
    [they|together they] [add up to|sum to|add to|total|make] {s:signed}
difference:
    [difference [between|of] TWO|difference of TWO|their difference|difference|whose difference|
        difference between them] [is|of|equals]? {d}
    TWO [differ by|have difference of] {d}
    [and]? difference of {d}
    [they|which|that] differ by {d}
more:
    [1|one|one number|1 number|larger number|larger|bigger number|first number|first|greater
        number|1 of them|1 of numbers] is {k} [more|greater|larger|bigger] than [other|another|
        other number|smaller|smaller number|second|second number|other one|another number]
less:
    [1|1 number|smaller number|smaller|first number|first|1 of them|1 of numbers] is {k} [less|
        smaller] than [other|another|other number|larger|larger number|second|second number|
        other one|another number]
times:
    [1|1 number|larger number|larger|bigger number|first number|first|greater number|1 of them|1
        of numbers] is [{m} times|twice|double|3 times|thrice] [as large as|as big as|as great
        as]? [other|another|other number|smaller|smaller number|second|second number|other one|
        another number]
start:
    there are TWO
    [find|what are] [two|2] numbers
asked both:
    what are they
    [find|determine|give] them
    [FIND|find|what are] [TWO|both numbers|both|two numbers|2 numbers|these numbers|them|each
        number|these two numbers|these 2 numbers]
asked larger:
    FIND [larger|bigger|greater|largest|first] [number|one|of them|of numbers|of 2|1]?
asked smaller:
    FIND [smaller|lesser|smallest|second] [number|one|of them|of numbers|of 2|1]?
asked product:
    FIND [their product|product of numbers|product of 2 numbers]
"""


def _two(story: Story) -> Problem | None:
    formal = story.get("formal")
    if formal is not None:
        return _formal_two(formal) if story.names() == {"formal"} else None
    relations = story.names() - {"start"} - {n for n in story.names() if n.startswith("asked")}
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    if (
        not asked
        and "start" in story.names()
        and "find" in (story.get("start") or story.every()[0]).text.lower()
    ):
        asked = ["both"]
    if len(relations) != 2 or len(asked) != 1:
        return None
    text = " ".join(hit.text for hit in story.every()).lower()
    plan = Planner({})
    first = "first" in text
    if (
        first
        and asked[0] in ("larger", "smaller")
        and re.search(r"\b(?:larger|smaller|bigger)\b", text)
    ):
        return None
    for name, meaning in zip("xy", _MEANINGS[first], strict=True):
        plan.unknown(name, meaning)
    for name in ("sum", "difference", "more", "less", "times"):
        hit = story.get(name)
        if hit is None:
            continue
        if not _add(
            plan,
            name,
            hit.get("s") or hit.get("d") or hit.get("k") or hit.get("m"),
            hit.text,
            first,
        ):
            return None
    what = {"both": "x and y", "larger": "x", "smaller": "y", "product": "x*y"}[asked[0]]
    return _numbers(plan, what, first=first)


def _numbers(plan: Planner, what: str, *, first: bool) -> Problem | None:
    """The puzzle of two numbers that satisfy the plan's two equations."""
    values = linear_system.solve(tuple(plan.equations))
    if values is None or set(values) != {"x", "y"} or (not first and values["x"] < values["y"]):
        return None
    told = " and ".join(to_plain(equation) for equation in plan.equations)
    intro = "the numbers x and y" if first else "the numbers x >= y"
    read_as = f"Find {what}, for {intro} such that {told}."
    if what == "x and y":
        return plan.problem(
            Kind.PUZZLE, read_as, decimals=False, several=("x", "y"), any_order=True
        )
    plan.find("a", "Work out what is asked", what)
    return plan.problem(Kind.PUZZLE, read_as, decimals=False)


def _formal_two(hit: Hit) -> Problem | None:
    equations = [_chain(hit["q"]), _chain(hit["p"])]
    first = ">=" not in hit.text
    plan = Planner({})
    for name, meaning in zip("xy", _MEANINGS[first], strict=True):
        plan.unknown(name, meaning)
    for equation in equations:
        if equation is None:
            return None
        plan.equation(to_plain(equation))
    return _numbers(
        plan, hit["what"].replace(" ", "") if "*" in hit["what"] else hit["what"], first=first
    )


_MEANINGS: Final = {
    True: ("the first number", "the second number"),
    False: ("the larger number", "the smaller number"),
}


def _add(plan: Planner, name: str, value: str | None, text: str, first: bool) -> bool:
    if name == "times":
        words = text.lower()
        value = value or ("3" if "thrice" in words else "2")
    if value is None or (name == "difference" and first):
        return False
    given = Planner({"k": number(value)}, unknowns=["x", "y"])
    formulas = {
        "sum": "x + y = k",
        "difference": "x - y = k",
        "more": "x = y + k",
        "less": "y = x - k",
        "times": "x = k*y",
    }
    if name == "less" and first:
        formulas["less"] = "x = y - k"
    given.condition(formulas[name])
    plan.equation(to_plain(given.equations[0]))
    return True


_CONSECUTIVE: Final = """
SORT = [{even:even}|{odd:odd}]
NUMBERS = [numbers|integers|whole numbers|natural numbers|positive integers]
sum:
    sum of {n:int} consecutive SORT? NUMBERS [is|equals] {s:signed}
    {n:int} consecutive SORT? NUMBERS [add up to|have sum of|sum to|total|whose sum is|with sum
        of|have total of] {s:signed}
    [find|what are] {n:int} consecutive SORT? NUMBERS [whose sum is|that add up to|with sum|with
        sum of|which add up to|that sum to|whose total is] {s:signed}
    find {place:place} of {n:int} consecutive SORT? NUMBERS whose sum is {s:signed}
asked all:
    [FIND|what are] [NUMBERS|them|three numbers|all NUMBERS|these NUMBERS|{m:int} NUMBERS]
asked largest:
    FIND [largest|larger|greater|greatest|biggest|last|highest] [NUMBERS|number|integer|one|of
        them|of NUMBERS|
        of these NUMBERS|1]?
asked smallest:
    FIND [smallest|smaller|least|first|lowest] [NUMBERS|number|integer|one|of them|of NUMBERS|of
        these
        NUMBERS|1]?
asked middle:
    FIND middle [number|integer|one|1]?
"""


def _consecutive(story: Story) -> Problem | None:
    hit = story.get("sum")
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    if hit is None or len(asked) > 1 or (not asked and not re.match(r"find|what", hit.text, re.I)):
        return None
    count, total = int(hit["n"]), hit["s"]
    step = 2 if hit.get("even") or hit.get("odd") else 1
    if not 2 <= count <= 20:
        return None
    plan = Planner(
        {
            "s": number(total),
            "k": literal(Fraction(count)),
            "o": literal(Fraction(step * count * (count - 1) // 2)),
        }
    )
    plan.unknown("n", "the smallest number")
    terms = ["n", *(f"(n + {step * k})" for k in range(1, count))]
    plan.equation(f"{' + '.join(terms)} = s")
    values = linear_system.solve(tuple(plan.equations))
    if values is None or values["n"].denominator != 1:
        return None
    odd = values["n"].numerator % 2 == 1
    if (hit.get("even") and odd) or (hit.get("odd") and not odd):
        return None
    sort = "even " if hit.get("even") else "odd " if hit.get("odd") else ""
    told = f"{count} consecutive {sort}integers whose sum is {total}"
    what = asked[0] if asked else hit.get("place") or "all"
    if what == "all":
        several = tuple(f"n + {step * k}" if k else "n" for k in range(count))
        return plan.problem(Kind.PUZZLE, f"Find {told}.", several=several, any_order=True)
    if what == "middle" and count % 2 == 0:
        return None
    place = {"largest": count - 1, "smallest": 0, "middle": count // 2}[what]
    plan.find("a", f"Find the {what} number", f"n + {step * place}" if place else "n")
    return plan.problem(Kind.PUZZLE, f"Find the {what} of {told}.")


def _formal_one(match: re.Match[str]) -> Problem | None:
    chain = _chain(match[1])
    return None if chain is None else _equation(*chain.items)


READERS: Final = (
    Formal(
        re.compile(r"Find the number n of the puzzle ([-+*/().0-9n ]+=[-+*/().0-9n ]+)"),
        _formal_one,
    ),
    Family(_KEYS, grammar(_ONE), _one),
    Family(_KEYS, grammar(_TWO), _two),
    Family(_KEYS, grammar(_CONSECUTIVE), _consecutive),
)
