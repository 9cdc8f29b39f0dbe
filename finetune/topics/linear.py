"""Linear equations in one unknown, with the unknown on one side or on both."""

from __future__ import annotations

import random
from fractions import Fraction

from mathviz_finetune.exercise import EASY, EXTRAPOLATION, HARD, MEDIUM, Exercise
from mathviz_finetune.notation import bracketed, computed, moved, term, total

NAMES = ("x", "x", "x", "x", "y", "n", "t", "a", "z", "m")

WORDINGS = (
    "Solve {equation}",
    "Solve for {name}: {equation}",
    "Find {name} if {equation}.",
    "What is {name} when {equation}?",
    "Solve the equation {equation}",
    "Solve {equation} for {name}.",
    "{equation}",
    "Please solve {equation} step by step.",
    "Find the value of {name}: {equation}",
    "Can you solve {equation}?",
    "Determine {name} given that {equation}.",
    "{equation}, what is {name}?",
)

_SIZES = {
    EASY: (9, 20, 10),
    MEDIUM: (12, 50, 15),
    HARD: (20, 120, 25),
    EXTRAPOLATION: (60, 900, 90),
}


def one_sided(rng: random.Random, level: int) -> Exercise:
    """``3x + 7 = 22``, ``x/4 - 1 = 2``, ``3(x + 2) = 21``, with sides swapped now and then."""
    slope, shift, root = _numbers(rng, level)
    name = rng.choice(NAMES)
    form = rng.choice(_FORMS[: 4 if level == EASY else len(_FORMS)])
    left, right, steps = form(slope, shift, root, name)
    equation = f"{left} = {right}"
    if level != EASY and rng.random() < 0.15:
        steps = [f"Swap the sides: {equation}", *steps]
        equation = f"{right} = {left}"
    return exercise(equation, name, steps)


def exercise(equation: str, name: str, steps: list[str]) -> Exercise:
    """The exercise whose last step ends in the value of the unknown."""
    answer = f"{name} = {steps[-1].rsplit(' = ', 1)[1]}"
    texts = tuple(wording.format(equation=equation, name=name) for wording in WORDINGS)
    return Exercise(equation, texts, tuple(steps), answer)


def _numbers(rng: random.Random, level: int) -> tuple[int, int, Fraction]:
    """A slope, a shift and a root; the root is a fraction now and then in hard ones."""
    slopes, shifts, roots = _SIZES[level]
    slope = rng.randint(2, slopes)
    shift = rng.randint(1, shifts)
    root = Fraction(rng.randint(1, roots))
    if level != EASY:
        root *= rng.choice((1, 1, -1))
        shift *= rng.choice((1, -1))
    if level >= HARD:
        slope *= rng.choice((1, 1, -1))
        if rng.random() < 0.3:
            root = Fraction(rng.randint(-roots, roots) or 1, abs(slope))
    elif level == EASY:
        shift *= rng.choice((1, 1, -1))
    return slope, shift, root


def undo_shift(left: str, right: Fraction | int, shift: int) -> str:
    """The shift taken to the right side: ``Subtract 7 from both sides: 3x = 22 - 7 = 15``."""
    rule = f"Subtract {shift} from" if shift > 0 else f"Add {-shift} to"
    return computed(f"{rule} both sides: {left} = {right} {moved(shift)}")


def undo_slope(name: str, right: Fraction | int, slope: int) -> str:
    """``Divide both sides by 3: x = 15 / 3 = 5``."""
    return computed(f"Divide both sides by {slope}: {name} = {right} / {bracketed(slope)}")


_Parts = tuple[str, Fraction | int, list[str]]


def _slope_and_shift(slope: int, shift: int, root: Fraction, name: str) -> _Parts:
    left, right = term(slope, name), slope * root + shift
    steps = [undo_shift(left, right, shift), undo_slope(name, right - shift, slope)]
    return total((left, str(shift))), right, steps


def _shift_first(slope: int, shift: int, root: Fraction, name: str) -> _Parts:
    left, right = term(slope, name), slope * root + shift
    steps = [undo_shift(left, right, shift), undo_slope(name, right - shift, slope)]
    return total((str(shift), left)), right, steps


def _shift_only(slope: int, shift: int, root: Fraction, name: str) -> _Parts:
    whole = Fraction(int(root))
    return total((name, str(shift))), whole + shift, [undo_shift(name, whole + shift, shift)]


def _slope_only(slope: int, shift: int, root: Fraction, name: str) -> _Parts:
    return term(slope, name), slope * root, [undo_slope(name, slope * root, slope)]


def _divided(slope: int, shift: int, root: Fraction, name: str) -> _Parts:
    divisor, quotient = abs(slope), int(root) or 1
    left = f"{name}/{divisor}"
    steps = [undo_shift(left, quotient + shift, shift)]
    product = f"{name} = {quotient} * {divisor}"
    steps.append(computed(f"Multiply both sides by {divisor}: {product}"))
    return total((left, str(shift))), quotient + shift, steps


def _bracket(slope: int, shift: int, root: Fraction, name: str) -> _Parts:
    inside = total((name, str(shift)))
    value = int(root) + shift or 1
    steps = [undo_slope(inside, slope * value, slope), undo_shift(name, value, shift)]
    return f"{slope}({inside})", slope * value, steps


_FORMS = (
    _slope_and_shift,
    _slope_and_shift,
    _shift_only,
    _slope_only,
    _shift_first,
    _divided,
    _bracket,
)


def two_sided(rng: random.Random, level: int) -> Exercise:
    """``5x - 3 = 2x + 9``; in hard ones a bracket on the left or the constants first."""
    slopes, shifts, roots = _SIZES[level]
    name = rng.choice(NAMES)
    left, right = rng.sample(range(1, slopes + 1), 2)
    if level == EASY:
        left, right = max(left, right), min(left, right)
    elif rng.random() < 0.4:
        left, right = (left, -right) if rng.random() < 0.6 else (-left, right)
    root = Fraction(rng.randint(1, roots)) * (1 if level == EASY else rng.choice((1, -1)))
    if level >= HARD and rng.random() < 0.3:
        root = Fraction(rng.randint(-roots, roots) or 1, abs(left - right))
    shift = rng.randint(1, shifts) * rng.choice((1, -1))
    other = (left - right) * root + shift
    bracket = level >= HARD and rng.random() < 0.35 and abs(left) > 1
    if bracket:
        inner = rng.randint(1, 9) * rng.choice((1, -1))
        shift = left * inner
        other = (left - right) * root + shift
    return _two_sided(name, left, right, shift, int(other), rng, inner if bracket else None)


def _two_sided(
    name: str, left: int, right: int, shift: int, other: int, rng: random.Random, inner: int | None
) -> Exercise:
    steps: list[str] = []
    sides = [[term(left, name), str(shift)], [term(right, name)] + [str(other)] * (other != 0)]
    written = [total(side if rng.random() < 0.85 else reversed(side)) for side in sides]
    if inner is not None:
        written[0] = f"{left}({total((name, str(inner)))})"
        steps.append(computed(f"Expand the bracket: {left} * {bracketed(inner)}"))
        steps.append(f"{total(sides[0])} = {written[1]}")
    slope = left - right
    rule = f"Subtract {term(right, name)} from" if right > 0 else f"Add {term(-right, name)} to"
    steps.append(computed(f"{rule} both sides: {left} {moved(right)}"))
    alone = term(slope, name)
    steps.append(f"{total((alone, str(shift)))} = {other}")
    steps.append(undo_shift(alone, other, shift))
    if slope != 1:
        steps.append(undo_slope(name, other - shift, slope))
    return exercise(" = ".join(written), name, steps)
