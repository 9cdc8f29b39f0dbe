"""The Pratt parser's engine: binding powers, infix and postfix signs, implicit multiplication.

What may begin an operand is a table from token kinds to functions, handed over by ``grammar``.
Written from V. R. Pratt, "Top down operator precedence" (1973).
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.labels import AFTER_UNSAFE
from mathviz_chat.core.reading.limits import MAX_NESTING
from mathviz_chat.core.reading.quotients import UNCLEAR, divides_by_fraction, stays_clear
from mathviz_chat.core.reading.tokens import Names, Token
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Degrees,
    Div,
    Expr,
    Factorial,
    Interval,
    Matrix,
    Mul,
    Neg,
    Node,
    Number,
    Percent,
    PlusMinus,
    Pow,
    Quantity,
    SetOf,
    Span,
    Sub,
    Symbol,
    TupleOf,
    UnionOf,
)
from mathviz_chat.core.reading.units import SHORT_UNITS
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.reading.words import GREEK, is_vector_name, words

UNION: Final = 15
SUM: Final = 20
BAR: Final = 25
PRODUCT: Final = 30
POWER: Final = 40
POSTFIX: Final = 50

OPERANDS: Final = words(
    r"NAME CONST FUNC VULGAR TEXT NUM LEIBNIZ ( (| \{ [ { ⌊ ⌈ √ ∛ ∑ ∏ ∫ frac binom boxed lim"
    " begin $ left."
)
"""An operand that directly follows another is multiplied with it, if it may."""

INFIX: Final = {
    "union": UNION,
    "|_": BAR,
    "+": SUM,
    "-": SUM,
    "+-": SUM,
    "-+": SUM,
    "*": PRODUCT,
    "/": PRODUCT,
    "//": PRODUCT,
    ":": PRODUCT,
    "of": PRODUCT,
    "mod": PRODUCT,
    "^": POWER,
    "!": POSTFIX,
    "%": POSTFIX,
    "°": POSTFIX,
    "'": POSTFIX,
    "UNIT": POSTFIX,
}


class Parser:
    """Reads one token list; ``boxed`` collects what stood in ``\\boxed``."""

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        names: Names,
        prefix: dict[str, Callable[[Parser, Token], Expr]],
        latex: bool,
        bar: Callable[[Parser, Expr, Token, int], Expr],
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.names = names
        self.latex = latex  # bare braces group instead of making a set
        self.prefix = prefix
        self.bar = bar  # reads on from an evaluation bar
        self.place = 0
        self.depth = 0
        self.bars = 0
        self.outward = False  # directly inside an interval that "[" closes
        self.binding = 0  # power of the expression whose first operand is being read
        self.boxed: list[Node] = []

    # ------------------------------------------------------------------ tokens

    def peek(self) -> Token:
        return self.tokens[self.place]

    def at(self, *kinds: str) -> bool:
        return self.tokens[self.place].kind in kinds

    def next(self) -> Token:
        token = self.tokens[self.place]
        if token.kind != "END":
            self.place += 1
        return token

    def expect(self, kind: str, what: str) -> Token:
        token = self.tokens[self.place]
        if token.kind != kind:
            raise ReadError(f"{what} is missing here.", token.start)
        self.place += 1
        return token

    def span(self, start: int) -> Span:
        """From ``start`` to the end of the token read last."""
        return Span(start, self.tokens[self.place - 1].end)

    # ------------------------------------------------------------------ expressions

    def expression(self, power: int = 0) -> Expr:
        """The longest expression of operators that bind more tightly than ``power``."""
        token = self.tokens[self.place]
        prefix = self.prefix.get(token.kind)
        if prefix is None:
            raise _unexpected(token)
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise ReadError(f"More than {MAX_NESTING} levels are not read.", token.start)
        self.place += 1
        self.binding = power
        left = prefix(self, token)
        while True:
            following = self.tokens[self.place]
            binding = INFIX.get(following.kind)
            if binding is not None:
                if binding <= power:
                    break
                self.place += 1
                if binding == BAR:
                    left = self.bar(self, left, following, power)
                else:
                    left = self._infix(left, following, binding, token.start)
            elif power < PRODUCT and self.multiplies(following):
                left = self._implicit(left, following, token.start)
            else:
                break
        self.depth -= 1
        return left

    def signed_operand(self) -> Expr:
        """What a sign before an operand applies to: a product, or less within one."""
        twice = self.peek().kind in _SIGNS  # printed in brackets, which are a level of their own
        self.depth += twice
        operand = self.expression(max(self.binding, PRODUCT - 1))
        self.depth -= twice
        return operand

    def _infix(self, left: Expr, sign: Token, binding: int, start: int) -> Expr:
        if binding == POSTFIX:
            return self._postfix(left, sign, start)
        if sign.kind == "^":
            return self._power(left, start)
        if sign.kind == "/":
            return self._quotient(left, sign, start)
        begin = self.peek().start
        right = self._divisor(sign) if sign.kind == ":" else self.expression(binding)
        span = self.span(start)
        self._check_terms(left, right, sign)
        if sign.kind in _SIGNS:
            self.check_remainder(right, begin)
        if sign.kind == "*" and sign.value in _CROSSES and any(map(_is_vector, (left, right))):
            return self._cross_product(left, right, sign, span)
        operation = _BINARY.get(sign.kind)
        if operation is not None:
            return operation(left, right, span=span)
        if sign.kind in ("+-", "-+"):
            return PlusMinus(left, right, sign.kind == "-+", span=span)
        if sign.kind == "//":
            return Call("floor", (Div(left, right, span=span),), span=span)
        if sign.kind == "mod":
            return Call("mod", (left, right), span=span)
        if sign.kind == "of":
            return self._part_of(left, right, sign, span)
        return self._union(left, right, span)

    def _check_terms(self, left: Expr, right: Expr, sign: Token) -> None:
        """``200 + 15%`` and ``1:2:3``, which are no sum and no quotient."""
        bare = isinstance(right, Percent) and self.tokens[self.place - 1].kind == "%"
        if bare and sign.kind in ("+", "-") and left != _ONE and not has_percent(left):
            raise ReadError("It is not said of what the percentage is.", sign.start)
        if sign.kind == ":" and self.at(":"):
            raise ReadError("A ratio of more than two numbers is not read.", sign.start)

    def check_remainder(self, operand: Expr, begin: int) -> None:
        """``-7 mod 3`` and ``2 + 5 mod 3``, where the operand starts at ``begin``: of what?"""
        match operand:
            case Call("mod", span=Span(start=start)) if start == begin:  # else in brackets
                raise ReadError("It is not clear what mod is taken of: use brackets.", begin)

    def _cross_product(self, left: Expr, right: Expr, sign: Token, span: Span) -> Expr:
        """``(1, 2, 3) × (4, 5, 6)``; a number times a vector is no cross product."""
        if _is_vector(left) and _is_vector(right):
            return Call("cross", (left, right), span=span)
        if isinstance(left, Number) or isinstance(right, Number):
            return Mul(left, right, span=span)
        raise ReadError("It is not clear whether this is a cross product.", sign.start)

    def _postfix(self, left: Expr, sign: Token, start: int) -> Expr:
        span = self.span(start)
        if sign.kind == "!":
            if self.at("!"):
                raise ReadError("A double factorial is not read.", sign.start)
            return Factorial(left, span=span)
        if sign.kind == "%":
            return Percent(left, span=span)
        if sign.kind == "UNIT":
            return Quantity(left, sign.value, span=span)
        if sign.kind == "°":
            return self._degrees(left, start)
        raise ReadError("A prime stands after a function's name only.", sign.start)

    def _degrees(self, value: Expr, start: int) -> Expr:
        """``30°``; with ``C`` or ``F`` after it a temperature."""
        scale = self.peek()
        unit = {"C": "degC", "Celsius": "degC", "F": "degF", "Fahrenheit": "degF"}.get(
            str(scale.value) if scale.kind in ("NAME", "TEXT") else ""
        )
        if unit is None:
            return Degrees(value, span=self.span(start))
        self.place += 1
        return Quantity(value, unit, span=self.span(start))

    def _union(self, left: Expr, right: Expr, span: Span) -> Expr:
        items = left.items if isinstance(left, UnionOf) else (as_set(left),)
        return UnionOf((*items, as_set(right)), span=span)

    def _part_of(self, left: Expr, right: Expr, sign: Token, span: Span) -> Expr:
        """``15% of 80``, ``2/3 of 12``."""
        if isinstance(left, Percent | Div):
            return Mul(left, right, span=span)
        raise ReadError("Only a percentage or a fraction is taken 'of' something.", sign.start)

    # ------------------------------------------------------------------ powers, quotients

    def _power(self, base: Expr, start: int) -> Expr:
        raised = [token.kind for token in self.tokens[self.place : self.place + 3]]
        if raised[0] == "°" or raised == ["{", "°", "}"]:
            self.place += 1 if raised[0] == "°" else 3
            return self._degrees(base, start)
        if isinstance(base, SetOf | Interval | UnionOf | TupleOf):
            raise ReadError("A set or list cannot be raised.", self.peek().start)
        if isinstance(base, Quantity) and self.tokens[self.place - 2].kind != ")":
            raise ReadError("It is not clear whether the unit is raised.", self.peek().start)
        if self.at("'"):
            raise ReadError("A prime stands after a function's name only.", self.peek().start)
        exponent = self.exponent()
        node = Pow(base, exponent, span=self.span(start))
        self._check_after_power(node)
        return node

    def exponent(self) -> Expr:
        """What is raised: a group in braces, or an operand with its sign and own exponent."""
        token = self.peek()
        if token.kind == "{":
            return self.group()
        if token.kind in ("+", "-"):
            self.place += 1
            inner = self.exponent()
            return inner if token.kind == "+" else Neg(inner, span=self.span(token.start))
        return self.expression(POWER - 1)

    def group(self) -> Expr:
        """``{...}`` as LaTeX groups it."""
        self.expect("{", "A brace")
        saved = self.enter()
        inner = self.expression()
        self.leave(saved)
        self.expect("}", "A closing brace")
        return inner

    def enter(self, outward: bool = False) -> tuple[int, bool]:
        """Begins a bracket, in which no bar is open; ``leave`` takes what this returns."""
        saved = self.bars, self.outward
        self.bars, self.outward = 0, outward
        return saved

    def leave(self, saved: tuple[int, bool]) -> None:
        self.bars, self.outward = saved

    def _check_after_power(self, node: Pow) -> None:
        """``2^2x`` and ``x^1/2``: the reader cannot see how far the exponent goes."""
        following, last = self.peek(), self.tokens[self.place - 1]
        if last.kind != "NUM" or self.tokens[self.place - 2].kind not in ("^", "-"):
            return
        if last.end - last.start > 0 and self.text[last.start].isascii():
            if self.latex and last.end - last.start == 1:
                return  # as TeX takes it, ``2^3x`` is the power times x
            letters = following.kind in ("NAME", "CONST") and not following.spaced
            if letters and not isinstance(node.base, Symbol):
                raise ReadError("The exponent may or may not go on here.", following.start)
            if following.kind == "/" and not following.spaced and node.exponent == _ONE:
                raise ReadError("The exponent may be 1 or the fraction.", following.start)

    def _divisor(self, sign: Token) -> Expr:
        """``1/4`` in ``1/2 ÷ 1/4``, ``4`` in ``1/2/4``."""
        first = self.peek()
        fraction = divides_by_fraction(sign, self.tokens[self.place : self.place + 4])
        right = self.expression(PRODUCT)
        if fraction:
            self.place += 1
            right = Div(right, self.expression(PRODUCT), span=self.span(first.start))
        stays_clear(sign, self.peek(), self.tokens[min(self.place + 1, len(self.tokens) - 1)])
        return right

    def divided(self, left: Expr, start: int) -> Expr:
        """What was read, divided by what follows: ``dx/x``."""
        while self.at("/"):
            left = self._quotient(left, self.next(), start)
            if self.multiplies(self.peek()):  # "1/2 x" has a coefficient, "dx/2 x" has none
                raise ReadError(UNCLEAR, self.peek().start)
        return left

    def _quotient(self, left: Expr, sign: Token, start: int) -> Expr:
        right_token = self.peek()
        right = self._divisor(sign)
        left, right = self._measured(left, right)
        node = Div(left, right, span=self.span(start))
        following = self.peek()
        if self.multiplies(following) and not (
            (
                _is_coefficient(left, right)
                and self._is_coefficient_text(sign, right_token, following)
            )
            or self._stands_before_factor(left, sign, right_token)
        ):
            raise ReadError(UNCLEAR, following.start)
        return node

    def _stands_before_factor(self, left: Expr, sign: Token, right: Token) -> bool:
        """``n/2 (a + l)``, ``x^2/2 ln(x)``: the quotient is written together, the factor apart; not
        ``6/2 (3)``, nor ``a/2 sin(A)``, which a circle around a triangle has for a/(2 sin(A))."""
        following, after, second = (*self.tokens[self.place : self.place + 3], self.peek())[:3]
        apart = following.spaced and not (sign.spaced or right.spaced)
        if not apart or right.kind != "NUM":
            return False
        if following.kind in ("(", "["):
            return second is not following and second.kind != ")"  # the text may end at the bracket
        if isinstance(left, Number) or (isinstance(left, Symbol) and left.name not in _VARIABLES):
            return False
        exponential = following.kind == "CONST" and after.kind == "^"
        return following.kind == "FUNC" or exponential

    def _measured(self, left: Expr, right: Expr) -> tuple[Expr, Expr]:
        """``45 km / 9 h``, ``60 m / 4 s``, ``60 * 1000 m / 3600 s``: a letter set apart below a
        unit is a unit."""
        letter, number = self.peek(), self.tokens[self.place - 1]
        unit = SHORT_UNITS.get(str(letter.value)) if letter.kind == "NAME" else None
        if unit is None or not letter.spaced or number.kind != "NUM":
            return left, right
        above = left if isinstance(left, Quantity) else self._with_unit(left)
        if above is None or not isinstance(right, Number):
            return left, right
        self.place += 1
        start = right.span.start if right.span is not None else number.start
        return above, Quantity(right, unit, span=self.span(start))

    def _with_unit(self, node: Expr) -> Expr | None:
        """``60 * 1000 m``: a product of numbers whose last factor has the unit."""
        match node:
            case Mul(Mul(Number() as factor, Number(span=Span(start)) as value), Symbol() as unit):
                end = start if node.span is None else node.span.end
                last = self._short_quantity(Mul(value, unit, span=Span(start, end)))
                return None if last is None else Mul(factor, last, span=node.span)
        return self._short_quantity(node)

    def _short_quantity(self, node: Expr) -> Expr | None:
        """``60 m``, with a space between, as a quantity."""
        match node:
            case Mul(Number() as value, Symbol(name)) if name in SHORT_UNITS:
                apart = node.span is not None and " " in self.text[node.span.start : node.span.end]
                return Quantity(value, SHORT_UNITS[name], span=node.span) if apart else None
        return None

    def _is_coefficient_text(self, sign: Token, right: Token, following: Token) -> bool:
        """``1/2x`` and ``1/2 x``, not ``1 / 2x``."""
        return following.spaced or not (sign.spaced and right.spaced)

    # ------------------------------------------------------------------ implicit products

    def multiplies(self, following: Token) -> bool:
        kind = following.kind
        if kind == "[" and self.outward:
            return False
        if kind == "(" and self.tokens[self.place + 1].kind == "mod":
            return False
        return kind in OPERANDS or (kind == "|" and self.bars == 0)

    def _is_phrase(self, left: Expr, following: Token) -> bool:
        """Two words in a row, which are no product."""
        if following.kind != "NAME":
            return False
        before = self.tokens[self.place - 1]
        if is_word(following):
            return following.value in AFTER_UNSAFE or not isinstance(left, Number)
        return before.kind == "NAME" and is_word(before)

    def _implicit(self, left: Expr, following: Token, start: int) -> Expr:
        if following.kind == "NUM":
            if self._continues_quantity(left):
                whole = self._short_quantity(left) or left
                return Add(whole, self.expression(PRODUCT), span=self.span(start))
            if isinstance(left, Factorial) and self.tokens[self.place + 1].kind == "!":
                return Mul(left, self.expression(PRODUCT), span=self.span(start))
            raise ReadError("A number follows without a sign between.", following.start)
        if following.kind == "TEXT" or self._is_phrase(left, following):
            raise ReadError("The words here are not known.", following.start)
        if following.kind == "$":
            raise ReadError("An amount follows without a sign between.", following.start)
        if following.kind == "{" and not self.latex:
            raise ReadError("A set cannot be a factor.", following.start)
        if following.kind == "(" and self._is_remark():
            raise ReadError("The words in brackets are not known.", following.start)
        if following.kind == "(" and self._is_change(following):
            raise ReadError("This may be a factor, or what is added.", following.start)
        right = self.expression(PRODUCT)
        if isinstance(right, TupleOf):
            raise ReadError("This may be a point or the value of a function.", following.start)
        return Mul(left, right, span=self.span(start))

    def _is_remark(self) -> bool:
        """``3 (rejected)``: a word alone in brackets."""
        word, closing = self.tokens[self.place + 1], self.tokens[self.place + 2 : self.place + 3]
        alone = bool(closing) and closing[0].kind == ")"
        return alone and word.kind == "NAME" and is_word(word)

    def _is_change(self, following: Token) -> bool:
        """``5 (+1)``; ``(-3)(+2)`` is a product."""
        before, sign = self.tokens[self.place - 1], self.tokens[self.place + 1]
        return following.spaced and before.kind != ")" and sign.kind == "+"

    def _continues_quantity(self, left: Expr) -> bool:
        """``3 hours 20 minutes``, ``5 feet 3 inches``: a smaller unit of the same kind follows."""
        unit = self.tokens[min(self.place + 1, len(self.tokens) - 1)]
        before = self.tokens[self.place - 1]
        if unit.kind != "UNIT" or before.kind not in ("UNIT", "NAME"):
            return False
        last = self._short_quantity(left) or (left.right if isinstance(left, Add) else left)
        return isinstance(last, Quantity) and (last.unit, unit.value) in _SMALLER_UNIT


_SMALLER_UNIT: Final = {
    *{("year", "month"), ("year", "day"), ("week", "day"), ("day", "h"), ("h", "min"), ("h", "s")},
    *{("min", "s"), ("ft", "in"), ("lb", "oz"), ("USD", "cent"), ("km", "m"), ("m", "cm")},
}
_BINARY: Final[dict[str, type[Add | Sub | Mul | Div]]] = {"+": Add, "-": Sub, "*": Mul, ":": Div}
_SIGNS: Final = ("+", "-", "+-", "-+")
_CROSSES: Final = ("×", "times", "x", "X", "⨯")
_ONE: Final = Number(Fraction(1))
_VARIABLES: Final = ("t", "u", "x", "y", "z", "theta")


def _is_vector(node: Expr) -> bool:
    """Coordinates, a column, or a name with an arrow."""
    if isinstance(node, Matrix):
        return all(len(row) == 1 for row in node.rows)
    return isinstance(node, TupleOf) or (isinstance(node, Symbol) and is_vector_name(node.name))


def has_percent(node: Expr) -> bool:
    return any(isinstance(part, Percent) for part in walk(node))


def is_word(token: Token) -> bool:
    """A name of several letters that is no Greek letter."""
    base = str(token.value).partition("_")[0]
    return len(base) > 1 and base not in GREEK and not is_vector_name(str(token.value))


def as_set(node: Expr) -> Expr:
    """Where a set is expected, a pair in round brackets is an open interval."""
    if isinstance(node, TupleOf) and node.bracketed and len(node.items) == 2:
        return Interval(node.items[0], node.items[1], False, False, span=node.span)
    return node


def _is_coefficient(left: Expr, right: Expr) -> bool:
    """A fraction of two whole numbers in lowest terms, as in ``1/2x``."""
    if not (isinstance(left, Number) and isinstance(right, Number)):
        return False
    if left.places or right.places or right.value == 1 or right.value == 0:
        return False
    return (left.value / right.value).denominator == right.value


def _unexpected(token: Token) -> ReadError:
    if token.kind == "END":
        return ReadError("The formula ends too early.", token.start)
    if token.kind == "UNIT":
        return ReadError("A unit stands without a number.", token.start)
    return ReadError("A value is missing here.", token.start)
