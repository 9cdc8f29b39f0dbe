"""From a tree to one line of text that reads as the same tree.

Plain is ASCII, as ``commands.md`` defines it: ``^`` for powers, ``*`` only where it is needed.
Unicode is for display: raised digits, root signs, ``≤``. Brackets follow the tree exactly, so
``6*(x*y)`` keeps its own. Symbols that are called ``e`` or ``i``, and functions that the rule table
does not name, read back with the same ``variables`` and ``functions``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, get_args

from mathviz_chat.core.reading.bonds import (
    POSTFIX,
    POWER,
    PRODUCT,
    SUM,
    binding,
    joins,
)
from mathviz_chat.core.reading.names import INVERSE
from mathviz_chat.core.reading.parser import has_percent
from mathviz_chat.core.reading.spelling import (
    PLAIN,
    UNICODE,
    Spelling,
    decimal,
    quantity,
    repeating,
)
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    And,
    BigOperator,
    Call,
    Chain,
    Const,
    Constant,
    Degrees,
    Derivative,
    Div,
    Expr,
    Factorial,
    Implication,
    Integral,
    Interval,
    Limit,
    Log,
    Matrix,
    Mixed,
    Mul,
    Neg,
    Node,
    Not,
    Number,
    Numeral,
    Or,
    Percent,
    Piecewise,
    PlusMinus,
    Pow,
    Quantity,
    RelOp,
    RepeatingDecimal,
    Root,
    SetOf,
    Statement,
    Sub,
    Symbol,
    Truth,
    TupleOf,
    UnionOf,
)
from mathviz_chat.core.reading.walking import remembered, symbols, walk
from mathviz_chat.core.reading.words import FUNCTIONS

_UNIT_LIKE: Final = re.compile(r"[0-9)][A-Za-z]{1,4}(?:\^[0-9]|[²³])?$")


@remembered
def to_plain(node: Node) -> str:
    """One line of ASCII; ``read(to_plain(node)) == node``."""
    return _Printer(PLAIN).node(node)


def to_unicode(node: Node) -> str:
    """One line for display; ``read(to_unicode(node)) == node``."""
    return _Printer(UNICODE).node(node)


class _Printer:
    def __init__(self, spelling: Spelling) -> None:
        self.spelling = spelling

    def node(self, node: Node) -> str:
        return self.statement(node) if isinstance(node, Statement) else self.expr(node)

    # ------------------------------------------------------------------ statements

    def statement(self, node: Statement) -> str:
        match node:
            case Chain(items=items, ops=ops):
                parts = [self._whole(items[0])]
                for op, item in zip(ops, items[1:], strict=True):
                    parts += [self.spelling.relations[op], self._side(item, op)]
                if RelOp.IDENTICAL in ops and _is_remainder(items[-1]):
                    parts[-1] = f"({parts[-1]})"  # else all are taken of it: a === b mod n
                return " ".join(parts)
            case And(items=parts_):
                return self._and_sign(node).join(self._inner(part) for part in parts_)
            case Or(items=parts_):
                return " or ".join(map(self._alternative, parts_))
            case Not(item=item):
                return f"not ({self.statement(item)})"
            case Truth(value=value):
                return "all real numbers" if value else "no real solutions"
            case Implication(before=before, after=after, both=both):
                arrow = self.spelling.equivalence if both else self.spelling.implication
                return f"{self._clause(before)} {arrow} {self._clause(after)}"

    def _side(self, item: Expr, op: RelOp) -> str:
        if op is RelOp.IN and isinstance(item, Interval):
            return self._interval(item, within_sets=True)
        return self._whole(item)

    def _whole(self, item: Expr) -> str:
        """A side of a relation sign: its text is often asked for alone as well."""
        return to_plain(item) if self.spelling is PLAIN else self.expr(item)

    def _and_sign(self, node: And) -> str:
        """A comma where it reads as "and"; several values of one left side would read as "or"."""
        heads = [part.items[0] for part in node.items if isinstance(part, Chain)]
        same = len(set(heads)) == 1
        return ", " if len(heads) == len(node.items) and not same else " && "

    def _alternative(self, node: Statement) -> str:
        """Beside "or", a comma between statements on one unknown could be one as well."""
        if not isinstance(node, And):
            return self._inner(node)
        sign = " && " if len(symbols(node)) == 1 else self._and_sign(node)
        return sign.join(map(self._inner, node.items))

    def _inner(self, node: Statement) -> str:
        text = self.statement(node)
        return text if isinstance(node, Chain | Not) else f"({text})"

    def _clause(self, node: Statement) -> str:
        text = self.statement(node)
        return f"({text})" if isinstance(node, Implication) else text

    # ------------------------------------------------------------------ expressions

    def expr(self, node: Expr) -> str:
        return _PRINTED[type(node)](self, node)

    def at(self, node: Expr, least: int) -> str:
        """The text of an operand, in brackets where it binds more loosely than ``least``."""
        text = self.expr(node)
        return text if binding(node, self.spelling) >= least else f"({text})"

    def _number(self, node: Number) -> str:
        return decimal(node.value, node.places or 0)

    def _repeatingdecimal(self, node: RepeatingDecimal) -> str:
        return repeating(node)

    def _numeral(self, node: Numeral) -> str:
        return self.spelling.numeral(node.digits, node.base)

    def _mixed(self, node: Mixed) -> str:
        return f"{node.whole} {node.numerator}/{node.denominator}"

    def _symbol(self, node: Symbol) -> str:
        return self.spelling.symbol(node.name)

    def _constant(self, node: Constant) -> str:
        return self.spelling.constants[node.const]

    def _neg(self, node: Neg) -> str:
        return self.spelling.minus + self._signed(node.arg)

    def _signed(self, arg: Expr) -> str:
        return self.expr(arg) if isinstance(arg, Mixed) else self._term(arg)

    def _term(self, node: Expr) -> str:
        """After a sign: a remainder stands in brackets."""
        return self.at(node, POWER if _is_remainder(node) else PRODUCT)

    def _plusminus(self, node: PlusMinus) -> str:
        sign = self.spelling.minus_plus if node.minus_plus else self.spelling.plus_minus
        if node.left is None:
            return sign + self._signed(node.right)
        return f"{self.at(node.left, SUM)} {sign} {self._right_of_sum(node.right)}"

    def _add(self, node: Add) -> str:
        return f"{self.at(node.left, SUM)} + {self._right_of_sum(node.right, node.left)}"

    def _sub(self, node: Sub) -> str:
        right = self._right_of_sum(node.right, node.left)
        return f"{self.at(node.left, SUM)} {self.spelling.minus} {right}"

    def _right_of_sum(self, node: Expr, left: Expr | None = None) -> str:
        if isinstance(node, Percent) and left is not None and not has_percent(left):
            return f"({self.expr(node)})"  # a bare one would be a percentage of what?
        return self.expr(node) if isinstance(node, Mixed) else self._term(node)

    def _mul(self, node: Mul) -> str:
        left, right = self.at(node.left, PRODUCT), self.at(node.right, POWER)
        if joins(node.left, node.right, left, right, self.spelling):
            return left + right
        return left + self.spelling.times(node) + right

    def _div(self, node: Div) -> str:
        left = self.at(node.left, PRODUCT)
        right = self.at(node.right, POWER)
        like_unit = isinstance(node.left, Mul) and _UNIT_LIKE.search(left) is not None
        if right[0].isalpha() and (_ends_in_unit(node.left) or like_unit):
            left = f"({left})"  # not ``5 km/h``, ``5m/s``
        return f"{left}/{right}"

    def _pow(self, node: Pow) -> str:
        base = self.at(node.base, POSTFIX)
        raised = self.spelling.raised(node.exponent)
        if raised is not None:
            return base + raised
        exponent = node.exponent
        simple = isinstance(exponent, Symbol | Constant) or (
            isinstance(exponent, Number) and exponent.places is None and exponent.value != 1
        )
        return f"{base}^{self.expr(exponent)}" if simple else f"{base}^({self.expr(exponent)})"

    def _root(self, node: Root) -> str:
        return self.spelling.root(node, self.expr(node.radicand), self.expr(node.index))

    def _abs(self, node: Abs) -> str:
        inner = self.expr(node.arg)
        return f"abs({inner})" if any(isinstance(n, Abs) for n in walk(node.arg)) else f"|{inner}|"

    def _factorial(self, node: Factorial) -> str:
        inner = self.at(node.arg, POSTFIX)
        return f"({inner})!" if isinstance(node.arg, Factorial) else f"{inner}!"

    def _percent(self, node: Percent) -> str:
        return self.at(node.arg, POSTFIX) + "%"

    def _degrees(self, node: Degrees) -> str:
        return self.at(node.arg, POSTFIX) + self.spelling.degrees

    def _quantity(self, node: Quantity) -> str:
        plain = isinstance(node.value, Number)
        value = self.expr(node.value)
        return quantity(value if plain else f"({value})", node.unit)

    def _call(self, node: Call) -> str:
        if node.function == "mod" and len(node.args) == 2:
            return f"{self.at(node.args[0], PRODUCT)} mod {self.at(node.args[1], POWER)}"
        name = "C" if node.function == "binomial" else node.function
        if name.endswith(INVERSE):
            name = self.spelling.symbol(name.removesuffix(INVERSE)) + "^(-1)"
        elif name not in FUNCTIONS:
            name = self.spelling.symbol(name)
        if not node.args:
            return name + "'" * node.primes
        primes = "'" * node.primes
        return f"{name}{primes}({self._list(node.args)})"

    def _log(self, node: Log) -> str:
        arg = self.expr(node.arg)
        if node.base == Constant(Const.E):
            return f"ln({arg})"
        if isinstance(node.base, Number) and node.base.places is None:
            return f"log_{self.expr(node.base)}({arg})"
        return f"log({arg}, {self.expr(node.base)})"

    # ------------------------------------------------------------------ calculus

    def _derivative(self, node: Derivative) -> str:
        variable = self.spelling.symbol(node.variable)
        return self.spelling.derivative(self.expr(node.body), variable, node.order, node.partial)

    def _integral(self, node: Integral) -> str:
        parts: list[Expr] = [node.body, Symbol(node.variable)]
        if node.lower is not None and node.upper is not None:
            parts += [node.lower, node.upper]
        return f"integral({self._list(parts)})"

    def _limit(self, node: Limit) -> str:
        inner = node.point.arg if isinstance(node.point, Neg) else node.point
        simple = isinstance(inner, Number | Symbol | Constant)
        point = self.expr(node.point) if simple else f"({self.expr(node.point)})"
        point += node.side
        variable = self.spelling.symbol(node.variable)
        return f"lim({variable} {self.spelling.arrow} {point}, {self.expr(node.body)})"

    def _bigoperator(self, node: BigOperator) -> str:
        sign = self.spelling.operators[node.operator]
        bounds = f"_({node.index}={self.expr(node.lower)})^({self.expr(node.upper)})"
        return f"{sign}{bounds}({self.expr(node.body)})"

    # ------------------------------------------------------------------ brackets

    def _list(self, items: list[Expr] | tuple[Expr, ...]) -> str:
        return ", ".join(self.expr(item) for item in items)

    def _tupleof(self, node: TupleOf) -> str:
        text = self._list(node.items)
        return f"({text})" if node.bracketed else text

    def _setof(self, node: SetOf) -> str:
        return f"{{{self._list(node.items)}}}"

    def _interval(self, node: Interval, within_sets: bool = False) -> str:
        ends = f"{self.expr(node.lower)}, {self.expr(node.upper)}"
        if not (node.lower_closed or node.upper_closed or within_sets or _is_unbounded(node)):
            return f"]{ends}["
        return ("[" if node.lower_closed else "(") + ends + ("]" if node.upper_closed else ")")

    def _unionof(self, node: UnionOf) -> str:
        parts = [
            self._interval(item, within_sets=True)
            if isinstance(item, Interval)
            else self.at(item, SUM)
            for item in node.items
        ]
        return self.spelling.union.join(parts)

    def _piecewise(self, node: Piecewise) -> str:
        rows = (f"{self.expr(value)}, {self._when(condition)}" for value, condition in node.pieces)
        return f"cases({'; '.join(rows)})"

    def _when(self, condition: Statement) -> str:
        match condition:
            case Truth():
                return "otherwise"
            case And(items):
                return " && ".join(map(self.statement, items))
            case Or(items):
                return " or ".join(map(self._when, items))
        return self.statement(condition)

    def _matrix(self, node: Matrix) -> str:
        return "[" + ", ".join(f"[{self._list(row)}]" for row in node.rows) + "]"


def _is_remainder(node: Expr) -> bool:
    return isinstance(node, Call) and node.function == "mod"


def _is_unbounded(node: Interval) -> bool:
    ends = (node.lower.arg if isinstance(node.lower, Neg) else node.lower, node.upper)
    return Constant(Const.INFINITY) in ends


def _ends_in_unit(node: Expr) -> bool:
    """``5 km``, ``2*€3``: a unit after the slash would be read as part of its unit."""
    while isinstance(node, Mul | Div):
        node = node.right
    return isinstance(node, Quantity)


_PRINTED: Final[dict[type, Callable[[_Printer, Any], str]]] = {
    kind: getattr(_Printer, f"_{kind.__name__.lower()}") for kind in get_args(Expr)
}
