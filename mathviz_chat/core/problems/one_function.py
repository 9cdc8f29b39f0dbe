"""Trigonometric equations brought to the values of one function: ``sin(x)^2`` as ``1 - cos(x)^2``,
``3sin(x) + 4cos(x)`` as ``5sin(x + arctan(4/3))``; and the angles at which it has a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import differentiate, real_solutions, substitute, variables
from mathviz_chat.core.problems import recount, trigonometry
from mathviz_chat.core.problems.arc_angles import Angle, Family
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.trigonometry import calls_of, frequency
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Degrees,
    Div,
    Expr,
    Mul,
    Neg,
    Number,
    Pow,
    RelOp,
    Root,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import transform

_ONE: Final = number(Fraction(1))
_TWO: Final = number(Fraction(2))
_ZERO: Final = number(Fraction(0))
_MAX_SQUARE: Final = 10_000


class Rewrite(NamedTuple):
    """One step: what was done, what it says, and why it may be done."""

    rule: str
    claim: Chain
    why: str | None = None


@dataclass(frozen=True, slots=True)
class OneFunction:
    """An equation in the values of one function, and the steps that lead to it."""

    call: Call
    equation: Chain
    steps: tuple[Rewrite, ...] = ()

    def after(self, *steps: Rewrite) -> OneFunction:
        """The same with steps before its own."""
        return OneFunction(self.call, self.equation, (*steps, *self.steps))


def one_function(equation: Chain, name: str) -> OneFunction | None:
    """The equation in the values of one function; None where no rule leads there."""
    calls = calls_of(equation)
    if len(calls) == 1:
        (call,) = calls
        return None if frequency(call, name) is None else OneFunction(call, equation)
    for rule in (_double_angle, _squares, _sine_and_cosine):
        found = rule(equation, name, calls)
        if found is not None:
            return found
    return None


# ------------------------------------------------------------------ rewriting


SQUARES: Final[Mapping[tuple[str, str], tuple[str, int]]] = {
    ("sin", "cos"): ("1 - {}^2", -1),
    ("cos", "sin"): ("1 - {}^2", -1),
    ("sec", "tan"): ("1 + {}^2", 1),
    ("csc", "cot"): ("1 + {}^2", 1),
}
"""The function whose square is written with another one: ``sin^2 = 1 - cos^2``."""


def _squared(call: Call) -> Expr:
    return Pow(call, _TWO)


def _squares(equation: Chain, name: str, calls: set[Call]) -> OneFunction | None:
    """``5sin(x)^2 + 2cos(x) = 4`` with ``1 - cos(x)^2`` for the square of the sine."""
    for call in calls:
        others = [one for one in calls if one != call]
        if len(others) != 1 or others[0].args != call.args:
            continue
        found = SQUARES.get((call.function, others[0].function))
        if found is None:
            continue
        one = _squared(others[0])
        square = Sub(_ONE, one) if found[1] < 0 else Add(_ONE, one)
        placed = _in_place(equation, _squared(call), square)
        if calls_of(placed) == set(others):
            why = f"{_shown(call)}^2 = {found[0].format(_shown(others[0]))} for every angle."
            rule = f"Write {_shown(call)}^2 with {_name(others[0])}"
            rest = one_function(placed, name)
            return None if rest is None else rest.after(Rewrite(rule, placed, why))
    return None


def _double_angle(equation: Chain, name: str, calls: set[Call]) -> OneFunction | None:
    """``cos(2x) = 3sin(x) - 1`` with ``1 - 2sin(x)^2`` for the cosine of the double angle."""
    for double in calls:
        others = {one for one in calls if one != double}
        if double.function != "cos" or len(others) != 1:
            continue
        (other,) = others
        if not _is_double(double, other, name) or other.function not in ("sin", "cos"):
            continue
        square = Mul(_TWO, _squared(other))
        form = Sub(_ONE, square) if other.function == "sin" else Sub(square, _ONE)
        placed = _in_place(equation, double, form)
        told = "1 - 2{}^2" if other.function == "sin" else "2{}^2 - 1"
        why = f"The cosine of a double angle is {told.format(_shown(other))}."
        rest = one_function(placed, name)
        rule = f"Write {_shown(double)} with {_name(other)}"
        return None if rest is None else rest.after(Rewrite(rule, placed, why))
    return None


def _is_double(double: Call, single: Call, name: str) -> bool:
    plain = trigonometry.multiple_of(single, name)
    return plain is not None and trigonometry.multiple_of(double, name) == 2 * plain


def _in_place(equation: Chain, old: Expr, new: Expr) -> Chain:
    return transform(equation, lambda node: new if node == old else None)


def _sine_and_cosine(equation: Chain, name: str, calls: set[Call]) -> OneFunction | None:
    by_name = {call.function: call for call in calls}
    if len(calls) != 2 or set(by_name) != {"sin", "cos"} or len({c.args for c in calls}) != 1:
        return None
    sine, cosine = by_name["sin"], by_name["cos"]
    if frequency(sine, name) is None:
        return None
    product = _of_product(equation, sine, cosine, name)
    if product is not None:
        return product
    linear = _linear(equation, sine, cosine)
    if linear is None:
        return None
    a, b, c = linear
    if not c:
        return _as_tangent(sine, a, b)
    return _with_auxiliary_angle(equation, sine, linear)


def _of_product(equation: Chain, sine: Call, cosine: Call, name: str) -> OneFunction | None:
    """``sin(x)*cos(x) = 0.2`` as ``sin(2x)/2 = 0.2``."""
    argument = sine.args[0]
    doubled = Mul(_TWO, argument)
    if isinstance(argument, Mul) and isinstance(argument.left, Number):
        doubled = Mul(number(2 * argument.left.value), argument.right)
    double = Call("sin", (doubled,))
    halves = {Mul(sine, cosine), Mul(cosine, sine)}
    placed = transform(equation, lambda n: Div(double, _TWO) if n in halves else None)
    if calls_of(placed) != {double}:
        placed = transform(equation, lambda n: _doubled(n, sine, cosine, double))
    if calls_of(placed) != {double}:
        return None
    why = f"The sine of a double angle is 2{_shown(sine)}*{_shown(cosine)}."
    rest = one_function(placed, name)
    return None if rest is None else rest.after(Rewrite("Use the double angle", placed, why))


def _doubled(node: object, sine: Call, cosine: Call, double: Call) -> Expr | None:
    """``3sin(x)*cos(x)`` as ``3sin(2x)/2``."""
    match node:
        case Mul(Mul(factor, first), second) if {first, second} == {sine, cosine}:
            return double if factor == _TWO else Div(Mul(factor, double), _TWO)
    return None


# ------------------------------------------------------------------ a sin + b cos = c


@dataclass(frozen=True, slots=True)
class _Surd:
    """A number whose square is rational."""

    sign: int
    square: Fraction

    def __bool__(self) -> bool:
        return bool(self.sign)

    def tree(self) -> Expr:
        """Its size."""
        return _root(self.square)

    def over(self, other: _Surd) -> _Surd:
        return _Surd(self.sign * other.sign, self.square / other.square)


def _root(square: Fraction) -> Expr:
    """``5``, ``3sqrt(2)``, ``sqrt(5)/2``."""
    inside, outside = square.numerator * square.denominator, Fraction(1, square.denominator)
    if inside == 0:
        return _ZERO
    for k in range(2, 100):
        while inside % (k * k) == 0:
            inside, outside = inside // (k * k), outside * k
    if inside == 1:
        return number(outside)
    root: Expr = Root(number(Fraction(inside)), _TWO)
    above = root if outside.numerator == 1 else Mul(number(Fraction(outside.numerator)), root)
    return above if outside.denominator == 1 else Div(above, number(Fraction(outside.denominator)))


def _surd(expr: Expr) -> _Surd | None:
    try:
        value = recount.value(expr)
    except recount.NotEvaluated:
        return None
    if isinstance(value, Fraction):
        return _Surd((value > 0) - (value < 0), value * value)
    square = Fraction(str(value * value)).limit_denominator(_MAX_SQUARE)
    if not recount.agree(value * value, square):
        return None
    return _Surd(0 if square == 0 else 1 if value > 0 else -1, square)


def _linear(equation: Chain, sine: Call, cosine: Call) -> tuple[_Surd, _Surd, _Surd] | None:
    """a, b, c of ``a sin + b cos = c``."""
    placed = {sine: Symbol("u"), cosine: Symbol("v")}
    difference = transform(
        Sub(*equation.items), lambda n: placed.get(n) if isinstance(n, Call) else None
    )
    try:
        slopes = [differentiate(difference, letter) for letter in ("u", "v")]
    except ValueError:
        return None
    rest = substitute(difference, {"u": _ZERO, "v": _ZERO})
    found = [_surd(part) for part in (*slopes, Neg(rest))]
    if found[0] is None or found[1] is None or found[2] is None:
        return None
    return (found[0], found[1], found[2]) if found[0] and found[1] else None


def _as_tangent(sine: Call, a: _Surd, b: _Surd) -> OneFunction:
    """``3sin(x) = cos(x)`` as ``tan(x) = 1/3``."""
    tangent = Call("tan", sine.args)
    ratio = b.over(a)
    value = ratio.tree() if ratio.sign < 0 else Neg(ratio.tree())
    equation = Chain((tangent, value), (RelOp.EQ,))
    cosine = _shown(Call("cos", sine.args))
    why = f"Where {cosine} is 0 the sine is not, so that no solution is lost."
    step = Rewrite(f"Divide both sides by {cosine}", equation, why)
    return OneFunction(tangent, equation, (step,))


def _with_auxiliary_angle(
    equation: Chain, sine: Call, linear: tuple[_Surd, _Surd, _Surd]
) -> OneFunction:
    """``3sin(x) + 4cos(x) = 2`` as ``5sin(x + arctan(4/3)) = 2``."""
    a, b, c = linear
    if a.sign < 0 and b.sign < 0:
        a, b, c = (_Surd(-one.sign, one.square) for one in (a, b, c))
    radius = _root(a.square + b.square)
    function, first, second = ("sin", a, b) if a.sign > 0 else ("cos", b, a)
    ratio = _Surd(1, second.square / first.square)
    angle = _acute("tan", ratio.tree())
    added = a.sign < 0 or b.sign > 0
    turned = Add(sine.args[0], angle) if added else Sub(sine.args[0], angle)
    call = Call(function, (turned,))
    left = _sum((a, sine), (b, Call("cos", sine.args)))
    wave = call if radius == _ONE else Mul(radius, call)
    amplitude = Root(Add(_square_of(a), _square_of(b)), _TWO)
    told = f"{_name(call)} of a sum is multiplied out by the addition theorem."
    value = c.tree() if c.sign >= 0 else Neg(c.tree())
    if linear[2] == c == _surd(equation.items[1]):
        value = equation.items[1]  # as it is written: 0.5
    after = Chain((wave, value), (RelOp.EQ,))
    steps = (
        Rewrite("Find the amplitude", Chain((amplitude, radius), (RelOp.EQ,))),
        Rewrite(
            "Find the auxiliary angle from the quotient of the coefficients",
            Chain((Call("tan", (angle,)), ratio.tree()), (RelOp.EQ,)),
        ),
        Rewrite("Write the sum as one wave", Chain((left, wave), (RelOp.EQ,)), told.capitalize()),
        Rewrite("Put it into the equation", after),
    )
    return OneFunction(call, after, steps)


def _square_of(value: _Surd) -> Expr:
    size = value.tree()
    return Pow(size, _TWO)


def _sum(first: tuple[_Surd, Call], second: tuple[_Surd, Call]) -> Expr:
    """``3sin(x) + 4cos(x)``, what is added first."""
    terms = sorted((first, second), key=lambda term: -term[0].sign)
    (one, call), (two, other) = terms
    left = _times(one, call)
    return Add(left, _times(two, other)) if two.sign > 0 else Sub(left, _times(two, other))


def _times(factor: _Surd, call: Call) -> Expr:
    return call if factor.square == 1 else Mul(factor.tree(), call)


# ------------------------------------------------------------------ angles


KNOWN: Final = (0, 15, 30, 45, 60, 75, 90)
INVERSES: Final = {"sin": "arcsin", "cos": "arccos", "tan": "arctan"}
RECIPROCALS: Final = {"csc": "sin", "sec": "cos", "cot": "tan"}


def _acute(function: str, value: Expr) -> Expr:
    """``pi/6`` where the sine is 1/2, ``arcsin(0.3)`` where it is 0.3."""
    known = known_acute(function, value)
    if known is None:
        return Call(INVERSES[function], (value,))
    return Angle(Fraction(known, 180)).tree(in_degrees=False)


def known_acute(function: str, value: Expr) -> int | None:
    """The known angle from 0° to 90° at which a function has a value."""
    for degrees in KNOWN:
        try:
            there = recount.value(Call(function, (Degrees(number(Fraction(degrees))),)))
            if recount.agree(there, recount.value(value)):
                return degrees
        except recount.NotEvaluated:
            continue
    return None


@dataclass(frozen=True, slots=True)
class Solved:
    """``sin(2x - 30°) = -0.4``: the angles of its argument, and those of the unknown.

    acute: the angle at which the function has the value's size. places: m and s of the angles
    ``m*pi + s*acute``. period: after so many half turns they come again.
    """

    call: Call
    value: Expr
    acute: Angle
    places: tuple[tuple[int, int], ...]
    period: int
    multiple: int
    phase: Angle

    @property
    def negative(self) -> bool:
        return isinstance(self.value, Neg)

    def arguments(self) -> tuple[Angle, ...]:
        """The angles of the argument."""
        return tuple(
            Angle(Fraction(base)).plus(self.acute.times(Fraction(sign)))
            for base, sign in self.places
        )

    def unknowns(self) -> tuple[Angle, ...]:
        """The angles of the unknown."""
        back = self.phase.times(Fraction(-1))
        return tuple(one.plus(back).times(Fraction(1, self.multiple)) for one in self.arguments())

    @property
    def step(self) -> Fraction:
        """After so many half turns the angles of the unknown come again."""
        return Fraction(self.period, self.multiple)


_PLACES: Final[Mapping[tuple[str, bool], tuple[tuple[int, int], ...]]] = {
    ("sin", False): ((0, 1), (1, -1)),
    ("sin", True): ((1, 1), (0, -1)),
    ("cos", False): ((0, 1), (0, -1)),
    ("cos", True): ((1, -1), (1, 1)),
    ("tan", False): ((0, 1),),
    ("tan", True): ((0, -1),),
}


def inverted(call: Call, value: Expr) -> tuple[Call, Expr]:
    """``sec(x) = 3`` as ``cos(x) = 1/3``; any other as it is, its sign in front."""
    value = _sign_in_front(value)
    function = RECIPROCALS.get(call.function)
    if function is None:
        return call, value
    size = value.arg if isinstance(value, Neg) else value
    known = recount.value(size)
    turned = number(1 / known) if isinstance(known, Fraction) else Div(_ONE, size)
    return Call(function, call.args), Neg(turned) if size is not value else turned


def _sign_in_front(value: Expr) -> Expr:
    """``-(sqrt(2)/2)`` for ``(-sqrt(2))/2``."""
    match value:
        case Div(Neg(above), below):
            return Neg(Div(above, below))
        case Mul(Neg(first), second):
            return Neg(Mul(first, second))
    return value


def solved(call: Call, value: Expr, name: str) -> Solved | None:
    """The angles at which sine, cosine or tangent has a value; None where it never has it."""
    multiple, phase = frequency(call, name), _phase(call.args[0], name)
    negative = isinstance(value, Neg)
    size = value.arg if isinstance(value, Neg) else value
    if multiple is None or phase is None or call.function not in INVERSES:
        return None
    if call.function != "tan" and recount.less(Fraction(1), abs(recount.value(size))):
        return None
    known = known_acute(call.function, size)
    acute = Angle(Fraction(known, 180)) if known is not None else _arc(call.function, size)
    acute = _same_arc(acute, phase) or acute
    places, period = _PLACES[call.function, negative], 1 if call.function == "tan" else 2
    if known in (0, 90):
        places, period = _without_doubles(call.function, places, known)
    return Solved(call, value, acute, places, period, multiple, phase)


def _without_doubles(
    function: str, places: tuple[tuple[int, int], ...], known: int
) -> tuple[tuple[tuple[int, int], ...], int]:
    """``sin(x) = 1`` at one angle of a turn, ``sin(x) = 0`` at two that are half a turn apart."""
    is_zero = (function == "cos") == (known == 90)
    return places[:1], 1 if is_zero or function == "tan" else 2


def _arc(function: str, size: Expr) -> Angle:
    return Angle(Fraction(0), ((Fraction(1), Call(INVERSES[function], (size,))),))


def _same_arc(acute: Angle, phase: Angle) -> Angle | None:
    """``arctan(1/2)`` for ``arcsin(1/sqrt(5))``, where that angle occurs already."""
    for _, arc in phase.arcs if acute.arcs else ():
        if recount.agree(recount.value(arc), recount.value(acute.arcs[0][1])):
            return Angle(Fraction(0), ((Fraction(1), arc),))
    return None


def _phase(argument: Expr, name: str) -> Angle | None:
    """What is added to a multiple of the unknown: a known angle, or one arc."""
    rest = substitute(argument, {name: _ZERO})
    degrees = trigonometry.angle(rest)
    if degrees is not None:
        return Angle(degrees / 180)
    match argument:
        case Add(_, Call() as arc):
            return Angle(Fraction(0), ((Fraction(1), arc),))
        case Sub(_, Call() as arc):
            return Angle(Fraction(0), ((Fraction(-1), arc),))
    return None


# ------------------------------------------------------------------ all of them


def families(equation: Chain, name: str) -> tuple[Family, ...] | None:
    """All solutions, as exact angles that nothing has confirmed yet; None where none are found."""
    reduced = one_function(equation, name)
    if reduced is None:
        return _of_factors(equation, name)
    found: list[Family] = []
    values = _values(reduced)
    if values is None:
        return None
    for value in values:
        each = solved(*inverted(reduced.call, value), name)
        if each is not None:
            found += [Family(one.tree(in_degrees=False), each.step) for one in each.unknowns()]
    return tuple(found)


def _values(reduced: OneFunction) -> tuple[Expr, ...] | None:
    plain = _in_place(reduced.equation, reduced.call, Symbol("u"))
    found = real_solutions(plain, "u")
    if found is not None and not found.intervals:
        exact = tuple(point.exact for point in found.points if point.exact is not None)
        if len(exact) == len(found.points):
            return exact
    return symbolic.exact_real_solutions(plain, "u")


def _of_factors(equation: Chain, name: str) -> tuple[Family, ...] | None:
    found: list[Family] = []
    for factor in factors(equation, name) or ():
        each = one_function(Chain((factor, _ZERO), (RelOp.EQ,)), name)
        if each is None or (inner := families(each.equation, name)) is None:
            return None
        found += inner
    return tuple(found) or None


def factors(equation: Chain, name: str) -> tuple[Expr, ...] | None:
    """The factors that hold the unknown, of the difference of the sides; None for one alone."""
    product = symbolic.factored_trigonometric(_without_decimals(Sub(*equation.items)))
    found = () if product is None else tuple(p for p in _factors(product) if name in variables(p))
    return found if len(found) > 1 else None


def _without_decimals(expr: Expr) -> Expr:
    return transform(expr, lambda n: number(n.value) if isinstance(n, Number) else None)


def _factors(expr: Expr) -> tuple[Expr, ...]:
    if isinstance(expr, Div | Neg) and not variables(getattr(expr, "right", _ONE)):
        return _factors(expr.left if isinstance(expr, Div) else expr.arg)
    return _factors(expr.left) + _factors(expr.right) if isinstance(expr, Mul) else (expr,)


def _name(call: Call) -> str:
    names = {"sin": "the sine", "cos": "the cosine", "tan": "the tangent", "cot": "the cotangent"}
    return names.get(call.function, call.function)


def _shown(call: Call) -> str:
    return to_plain(call).replace(" degrees", "°")
