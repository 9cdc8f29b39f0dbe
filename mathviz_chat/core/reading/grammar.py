"""The grammar: which function reads what may begin an operand, and how statements are joined.

Precedence of statements, loosest first: implication, "or", "and" and commas, chains of relations.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathviz_chat.core.reading import (
    brackets,
    calculus,
    evaluated,
    functions,
    names,
    operands,
    piecewise,
)
from mathviz_chat.core.reading.differentials import differentials, holds_differential
from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.limits import MAX_NESTING
from mathviz_chat.core.reading.parser import Parser, as_set
from mathviz_chat.core.reading.tokens import Token
from mathviz_chat.core.reading.tree import (
    And,
    Call,
    Chain,
    Expr,
    Implication,
    Node,
    Not,
    Number,
    Or,
    Percent,
    RelOp,
    Span,
    Statement,
    TupleOf,
)
from mathviz_chat.core.reading.value_lists import (
    exclude_each_other,
    listed,
    repeat_unknown,
    same_unknown,
)
from mathviz_chat.core.reading.walking import symbols

PREFIX: Final[dict[str, Callable[[Parser, Token], Expr]]] = {
    "NUM": operands.number,
    "VULGAR": operands.vulgar,
    "NAME": names.name,
    "CONST": names.constant,
    "TEXT": names.words,
    "FUNC": functions.function,
    "LEIBNIZ": calculus.leibniz,
    "$": operands.money,
    "-": operands.minus,
    "+": operands.plus,
    "+-": operands.plus_minus,
    "-+": operands.plus_minus,
    "(": brackets.round_brackets,
    "[": brackets.square_brackets,
    "]": brackets.outward_brackets,
    "{": brackets.curly_brackets,
    "\\{": brackets.latex_set,
    "reals": brackets.reals,
    "emptyset": brackets.empty_set,
    "begin": lambda parser, token: _environment(parser, token),
    "cases": lambda parser, token: piecewise.written_out(parser, token, _condition),
    "left.": evaluated.opened_bar,
    "|": operands.bars,
    "(|": operands.latex_bars,
    "⌊": operands.rounding,
    "⌈": operands.rounding,
    "boxed": operands.boxed,
    "frac": operands.fraction,
    "binom": operands.binomial,
    "√": operands.root,
    "∛": operands.root,
    "∜": operands.root,
    "∫": calculus.integral,
    "∑": calculus.big_operator,
    "∏": calculus.big_operator,
    "lim": calculus.limit,
}

RELATIONS: Final = {op.value: op for op in RelOp if op is not RelOp.IDENTICAL} | {
    "===": RelOp.IDENTICAL
}

_OPENING: Final = frozenset(["(", "[", "{", "\\{"])
_CLOSING: Final = frozenset([")", "]", "}", "\\}"])
_JOINS: Final = (",", ";", "and", "&&", "newline")
_CONNECTIVES: Final = frozenset({"or", "not", "&&", "=>", "<=>"})
"""What stands between statements alone: ``and`` may join values too."""
_ROWS: Final = ("aligned", "align", "cases", "gathered", "split", "array", "eqnarray", "gather")


def formula(parser: Parser) -> Node:
    """The whole text: an expression or a statement."""
    while parser.at("so"):
        parser.next()
    node = _implication(parser)
    leftover = parser.peek()
    if leftover.kind != "END":
        raise ReadError("The formula is not read from here on.", leftover.start)
    return node


def _implication(parser: Parser) -> Node:
    node = _disjunction(parser)
    while parser.at("=>", "<=>", "->", "so"):
        arrow = parser.next()
        after = _disjunction(parser)
        if not isinstance(node, Statement) or not isinstance(after, Statement):
            raise ReadError("The arrow does not stand between two statements.", arrow.start)
        node = Implication(node, after, arrow.kind == "<=>", span=_join(node, after))
    return node


def _join(first: Node, last: Node) -> Span | None:
    if first.span is None or last.span is None:
        return None
    return Span(first.span.start, last.span.end)


def _disjunction(parser: Parser) -> Node:
    parts = [_conjunction(parser)]
    while parser.at("or"):
        parser.next()
        parts.append(_conjunction(parser, after_or=True))
    if len(parts) == 1:
        return parts[0]
    return _either(parts, parser)


def _either(parts: list[Node], parser: Parser) -> Node:
    """``x = 2 or x = 3``, ``x = 2 or 3``, ``2 or 3``."""
    parts = repeat_unknown(parts)
    span = _join(parts[0], parts[-1])
    if all(isinstance(part, Statement) for part in parts):
        items: list[Statement] = []
        for part in parts:
            if isinstance(part, Or):
                items.extend(part.items)
            elif isinstance(part, Statement):
                items.append(part)
        return Or(tuple(items), span=span)
    values = [v for part in parts for v in listed(part)]
    if len(values) < len(parts):
        raise ReadError("Values and statements are mixed.", parser.peek().start)
    return TupleOf(tuple(values), False, span=span)


def _conjunction(parser: Parser, *, after_or: bool = False) -> Node:
    """Statements joined by commas, "and", line breaks; values joined by commas."""
    wrapper = _open_rows(parser)
    parts = [_chain(parser, None)]
    strict, by_commas = False, True
    while parser.at(*_JOINS, "&"):
        sign = parser.next()
        by_commas = by_commas and sign.kind in (",", ";") and not parser.at("and")
        if sign.kind == "&" or (wrapper and sign.kind == "newline" and parser.at("end")):
            continue
        while parser.at("and", "&", "newline"):
            parser.next()
        if sign.kind == "," and parser.at("or"):  # "x = 1, x = 2, or x = 3"
            break
        strict = strict or sign.kind == "&&"
        if parser.at(*RELATIONS):
            parts[-1] = _continued(parser, parts[-1])
        else:
            parts.append(_chain(parser, None))
    if wrapper:
        parser.expect("end", "The end of the environment")
    joined = parts[0] if len(parts) == 1 else _all(parts, strict, parser)
    if by_commas and isinstance(joined, And) and exclude_each_other(joined.items):
        joined = Or(joined.items, span=joined.span)
    if by_commas and (after_or or parser.at("or")) and _is_of_one_unknown(joined):
        problem = 'It is not clear whether the commas mean "and" or "or".'
        raise ReadError(problem, parser.peek().start)
    return joined


def _is_of_one_unknown(node: Node) -> bool:
    """``x < 1, x > 5``: beside "or" the comma may be one, too."""
    return isinstance(node, And) and len(symbols(node)) == 1


def _environment(parser: Parser, token: Token) -> Expr:
    if token.value in piecewise.ENVIRONMENTS:
        return piecewise.environment(parser, token, _condition)
    return brackets.environment(parser, token)


def _condition(parser: Parser) -> Statement:
    """``x > 0``, ``-1 < x && x < 1``, ``x < -1 or x > 1``: what a case holds under."""
    either: list[Statement] = []
    while not either or parser.at("or"):
        if either:
            parser.next()
        parts: list[Statement] = []
        while not parts or parser.at("and", "&&"):
            if parts:
                parser.next()
            start = parser.peek().start
            part = _chain(parser, None)
            if not isinstance(part, Chain):
                raise ReadError("The condition of a case is missing here.", start)
            parts.append(part)
        either.append(parts[0] if len(parts) == 1 else And(tuple(parts)))
    return either[0] if len(either) == 1 else Or(tuple(either))


def _open_rows(parser: Parser) -> bool:
    """``\\begin{aligned}`` and its like group rows; the alignment marks say nothing."""
    if parser.at("begin") and parser.peek().value in _ROWS:
        parser.next()
        while parser.at("&"):
            parser.next()
        return True
    return False


def _continued(parser: Parser, before: Node) -> Node:
    """A row that begins with a relation continues the row before."""
    if isinstance(before, Chain):
        return _chain(parser, before)
    if isinstance(before, Statement):
        raise ReadError("The line continues no expression.", parser.peek().start)
    return _chain(parser, before)


def _all(parts: list[Node], strict: bool, parser: Parser) -> Node:
    parts = repeat_unknown(parts)
    span = _join(parts[0], parts[-1])
    statements = [part for part in parts if isinstance(part, Statement)]
    if len(statements) == len(parts):
        if not strict and same_unknown(statements):
            return Or(tuple(statements), span=span)
        return And(tuple(statements), span=span)
    if statements:
        raise ReadError("Values and statements are mixed.", parser.peek().start)
    return TupleOf(tuple(v for part in parts for v in listed(part)), False, span=span)


def _chain(parser: Parser, before: Expr | Chain | None) -> Node:
    """``a < b <= c``; ``before`` is what an earlier row left open."""
    if isinstance(before, Chain):
        items, ops = list(before.items), list(before.ops)
    elif before is None and holds_differential(parser):
        return differentials(parser)
    elif before is None and parser.at("boxed", "(", "not", "{", "\\{"):
        statement = _described(parser) if parser.at("{", "\\{") else _enclosed(parser)
        if statement is not None:
            return statement
        items, ops = [parser.expression()], []
    else:
        items, ops = [before if before is not None else _operand(parser)], []
    start = items[0].span
    while True:
        while parser.at("&"):
            parser.next()
        if not parser.at(*RELATIONS):
            break
        op = RELATIONS[parser.next().kind]
        while parser.at("&"):
            parser.next()
        begin = parser.peek().start
        right = _operand(parser)
        items.append(_element_of(right, begin) if op is RelOp.IN else right)
        ops.append(op)
    if not ops:
        return items[0]
    modulus = _modulus(parser)
    if modulus is None and RelOp.IDENTICAL in ops:
        items[-1], modulus = _without_modulus(items[-1], begin)
    if modulus is not None:
        items = [Call("mod", (item, modulus), span=item.span) for item in items]
        ops = [RelOp.EQ if op is RelOp.IDENTICAL else op for op in ops]
    span = parser.span(start.start if start is not None else 0)
    return Chain(tuple(items), tuple(ops), span=span)


def _element_of(right: Expr, begin: int) -> Expr:
    """The set after "in"; ``1 in 5 = 20%`` is a share."""
    if isinstance(right, Number | Percent):
        raise ReadError("What stands after 'in' is no set.", begin)
    return as_set(right)


def _enclosed(parser: Parser) -> Node | None:
    """A statement in brackets, in ``\\boxed``, or after "not"; None for an expression."""
    first = parser.next()
    if first.kind == "not":
        item = _chain(parser, None)
        if not isinstance(item, Statement):
            raise ReadError("A statement is missing after 'not'.", first.end)
        return Not(item, span=parser.span(first.start))
    opening, closing = ("{", "}") if first.kind == "boxed" else ("(", ")")
    if not _holds_statement(parser, first.kind == "boxed"):
        parser.place -= 1
        return None
    parser.depth += 5
    if parser.depth > MAX_NESTING:
        raise ReadError(f"More than {MAX_NESTING} levels are not read.", first.start)
    if first.kind == "boxed":
        parser.expect(opening, "A brace")
    inner = _implication(parser)
    parser.expect(closing, "A closing bracket")
    parser.depth -= 5
    if first.kind == "boxed":
        parser.boxed.append(inner)
    return inner


def _described(parser: Parser) -> Node | None:
    r"""``{x | x > 2}`` says ``x > 2``: a set by its condition; None for any other bracket."""
    kinds = [token.kind for token in parser.tokens[parser.place : parser.place + 5]]
    length = 4 if kinds[2:4] == ["in", "reals"] else 2
    if kinds[1:2] != ["NAME"] or not set(kinds[length : length + 1]) & {"|", ":"}:
        return None
    opening, name = parser.next(), parser.next()
    parser.place += length - 1
    condition = _implication(parser)
    if not isinstance(condition, Statement) or str(name.value) not in symbols(condition):
        raise ReadError("The set is not described by a condition on its element.", opening.start)
    parser.expect("}" if opening.kind == "{" else "\\}", "A closing bracket")
    return condition


def _holds_statement(parser: Parser, boxed: bool) -> bool:
    """Whether a relation or connective stands directly inside the bracket ahead."""
    depth = 0 if boxed else 1
    for token in parser.tokens[parser.place :]:
        if token.kind in _OPENING:
            depth += 1
        elif token.kind in _CLOSING:
            depth -= 1
            if depth == 0:
                return False
        elif depth == 1 and (
            token.kind in RELATIONS or token.kind in _CONNECTIVES or (boxed and token.kind == ",")
        ):
            return True
    return False


def _without_modulus(item: Expr, begin: int) -> tuple[Expr, Expr | None]:
    """``17 ≡ 2 mod 5``: the last side, that starts at ``begin``, and what the whole is taken of."""
    match item:
        case Call("mod", (side, modulus), span=Span(start=start)) if start == begin:
            return side, modulus  # in brackets it would start after them
    return item, None


def _modulus(parser: Parser) -> Expr | None:
    """``(mod 5)``, ``\\pmod{5}`` after a congruence."""
    if parser.at("pmod"):
        parser.next()
        return operands.latex_argument(parser)
    if parser.at("(") and parser.tokens[parser.place + 1].kind == "mod":
        parser.place += 2
        modulus = parser.expression()
        parser.expect(")", "A closing bracket")
        return modulus
    return None


def _operand(parser: Parser) -> Expr:
    return parser.expression()
