"""Turns of a tutor: a hint, an answer or work of the student's checked, the question why."""

from __future__ import annotations

import random

from mathviz_chat.messages import Message
from mathviz_chat.prompts import ANSWER_PREFIX
from mathviz_finetune.exercise import Exercise
from mathviz_finetune.notation import computed, moved, term, total

_SIZES = {1: (9, 20, 10), 2: (12, 40, 15), 3: (20, 90, 25)}


def _equation(rng: random.Random, level: int) -> tuple[int, int, int]:
    """Slope, shift and root of ``ax + b = c``."""
    slopes, shifts, roots = _SIZES[level]
    sign = rng.choice((1, 1, -1))
    return rng.randint(2, slopes), sign * rng.randint(1, shifts), rng.randint(1, roots)


def _rule(shift: int) -> str:
    return f"subtract {shift} from" if shift > 0 else f"add {-shift} to"


HINT_WORDINGS = (
    "Give me a hint for {e}",
    "I am stuck on {e}. Can I have a hint?",
    "Don't solve it, just give me a hint: {e}",
    "How do I start with {e}?",
    "What is the first step for {e}?",
    "A hint for {e}, please.",
)


def hint(rng: random.Random, level: int) -> Exercise:
    """The first thing to do, and no more."""
    slope, shift, root = _equation(rng, level)
    e = f"{total((term(slope, 'x'), str(shift)))} = {slope * root + shift}"
    steps = (
        f"Hint: {_rule(shift)} both sides, so that {term(slope, 'x')} stands alone.",
        "What do you get?",
    )
    return Exercise(f"hint {e}", _fill(HINT_WORDINGS, e=e), steps, None)


CHECK_WORDINGS = (
    "Is x = {x} right for {e}?",
    "I got x = {x} for {e}. Is that correct?",
    "Check my answer: {e}, x = {x}",
    "For {e} my answer is x = {x}. Am I right?",
    "{e}: is x = {x} the solution?",
    "My solution of {e} is x = {x}. Is it right?",
)


def check_answer(rng: random.Random, level: int) -> Exercise:
    """The value put in; a wrong one is sent back with the first thing to do."""
    slope, shift, root = _equation(rng, level)
    right = slope * root + shift
    e = f"{total((term(slope, 'x'), str(shift)))} = {right}"
    claimed = root if rng.random() < 0.4 else max(0, root + rng.choice((-3, -2, -1, 1, 2, 3)))
    steps = [computed(f"Put it in: {slope} * {claimed} {moved(-shift)}")]
    if claimed == root:
        steps.append(f"The right side is {right} too, so your answer is right.")
    else:
        steps.append(f"The right side is {right}, so x = {claimed} is not a solution.")
        steps.append(f"Try again: {_rule(shift)} both sides first.")
    key = f"check {e} {claimed}"
    return Exercise(key, _fill(CHECK_WORDINGS, e=e, x=claimed), tuple(steps), None)


WORK_WORDINGS = (
    "Check my work: {work}",
    "Where is my mistake? {work}",
    "Is this right? {work}",
    "Please check my steps: {work}",
    "I did this: {work}. Is it correct?",
    "Find the error in my work, if there is one: {work}",
)


def check_work(rng: random.Random, level: int) -> Exercise:
    """Three lines of a student: all right, a sign not turned, or a slip in the division."""
    slope, shift, root = _equation(rng, level)
    alone, right = term(slope, "x"), slope * root + shift
    kind = rng.choice(("right", "sign", "slip"))
    moved_wrong = right + shift
    second = moved_wrong if kind == "sign" else right - shift
    third = root + rng.choice((-1, 1)) if kind == "slip" else f"{second}/{slope}"
    third = root if kind == "right" else third
    work = f"{total((alone, str(shift)))} = {right}, {alone} = {second}, x = {third}"
    steps = [computed(f"{_rule(shift).capitalize()} both sides: {alone} = {right} {moved(shift)}")]
    if kind == "sign":
        steps.append(f"So {alone} = {second} is wrong: it must be {alone} = {right - shift}.")
    else:
        steps.append(f"{alone} = {second} is right.")
        steps.append(computed(f"Divide both sides by {slope}: x = {second} / {slope}"))
        right_line = f"x = {third} is right. Well done."
        wrong_line = f"So x = {third} is wrong: it must be x = {root}."
        steps.append(right_line if kind == "right" else wrong_line)
    return Exercise(f"work {work}", _fill(WORK_WORDINGS, work=work), tuple(steps), None)


WHY_WORDINGS = (
    "Why?",
    "Why did you do that?",
    "Why {rule}?",
    "Can you explain the first step?",
    "I don't understand the first step.",
    "Explain step 1, please.",
)


def why(rng: random.Random, level: int) -> Exercise:
    """The reason of the first step, asked after a solved equation."""
    slope, shift, root = _equation(rng, level)
    alone, right = term(slope, "x"), slope * root + shift
    e = f"{total((alone, str(shift)))} = {right}"
    rule = f"{_rule(shift)} both sides"
    solved = "\n".join(
        (
            computed(f"{rule.capitalize()}: {alone} = {right} {moved(shift)}"),
            computed(f"Divide both sides by {slope}: x = {right - shift} / {slope}"),
            f"{ANSWER_PREFIX} x = {root}",
        )
    )
    before = (Message("user", f"Solve {e}"), Message("assistant", solved))
    undo = "Subtracting" if shift > 0 else "Adding"
    steps = (
        f"{undo} {abs(shift)} undoes the {moved(-shift)}, so {alone} stands alone.",
        "Doing the same to both sides keeps them equal.",
    )
    return Exercise(f"why {e}", _fill(WHY_WORDINGS, rule=rule), steps, None, before)


def _fill(wordings: tuple[str, ...], **fields: object) -> tuple[str, ...]:
    return tuple(wording.format(**fields) for wording in wordings)
