"""Calculations with complex numbers, and quadratic equations whose complex solutions are asked.

They are read where no other reader reads: by itself ``i`` is a variable, but in a calculation whose
only letter it is. ``z = 2 + i`` may be told first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from math import isqrt
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import gaussian, polynomial, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern, lazy
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import ReadError, to_plain
from mathviz_chat.core.reading import read as read_formula
from mathviz_chat.core.reading.tree import Abs, Add, Chain, Expr, Mul, Neg, Pow, RelOp, Root
from mathviz_chat.core.reading.walking import transform

_E = rf"(?P<e>{slots.MATHS})"
_IN_FORM = (
    r"(?:\s+(?:in|into)\s+(?:the\s+)?(?:(?:standard|cartesian|rectangular|algebraic|simplest)\s+form|"
    r"(?:form\s+)?[axp]\s*\+\s*(?:i\s*[byq]|[byq]\s*i)(?:\s+form)?)|\s+as\s+a\s+complex\s+number)"
)
_WITH = r"(?:,?\s+(?:where|with|given\s+that|using|if)\s+i(?:\^2|²)\s*=\s*-1)?"
_DO = (
    r"(?:(?:find|calculate|evaluate|work\s+out|what\s+is|what's|compute|simplify|multiply(?:\s+out)?|"
    r"expand|add|express|write|give|put|rewrite|divide|expand\s+and\s+simplify)\s+)?"
    r"(?:the\s+(?:complex\s+)?(?:number|product|quotient|sum|power|value\s+of)\s+)?"
)
_OF = r"(?:the\s+)?(?:(?:complex\s+)?number\s+)?(?:[a-z]\s*=\s*)?"
_FIND = r"(?:(?:find|calculate|evaluate|work\s+out|what\s+is|what's|state|give|write\s+down)\s+)?"
_VALUE: Final = (rf"{_DO}{_E}{_IN_FORM}?{_WITH}",)
_CONJUGATE: Final = (rf"{_FIND}the\s+(?:complex\s+)?conjugate\s+of\s+{_OF}{_E}",)
_SIZE: Final = (
    rf"{_FIND}(?:the\s+)?(?:modulus|absolute\s+value|magnitude)\s+of\s+(?:the\s+complex\s+number\s+)?"
    rf"(?:[a-z]\s*=\s*)?{_E}",
)
_TOLD: Final = LazyPattern(
    r"(?:(?:let|if|given|suppose|that|for|consider|the|complex|numbers?|with)\s+)*"
    rf"(?P<first>[a-z])\s*=\s*(?P<a>{slots.MATHS})"
    rf"(?:\s*(?:,|and|,\s*and)\s*(?P<second>[a-z])\s*=\s*(?P<b>{slots.MATHS}))?"
    r"\s*[.,;]\s*(?:then\s+)?(?P<asked>(?:find|calculate|what|work|evaluate|compute|simplify|express|"
    r"write|state|give)\s.+)",
    re.IGNORECASE,
)
_EQUATION = rf"(?P<e>{slots.MATHS}=\s*{slots.MATHS})"
_ROOTS_AS = (
    r"(?:in\s+(?:the\s+)?(?:form\s+)?[ap]\s*\+\s*(?:[bq]i|i[bq])(?:\s+form)?"
    r"|as\s+complex\s+numbers|in\s+terms\s+of\s+i|over\s+the\s+complex\s+numbers|in\s+complex\s+form)"
)
_ROOTS: Final = (
    rf"(?:solve|find\s+(?:all\s+)?(?:the\s+)?(?:solutions|roots)\s+(?:of|to))\s+(?:the\s+equation\s+)?"
    rf"{_EQUATION}[,.]?\s+(?:and\s+)?(?:(?:giving|give|write|writing|express|expressing|leaving|leave)\s+"
    rf"(?:your|the|all)?\s*(?:answers?|solutions?|roots?)\s+)?{_ROOTS_AS}",
    r"(?:find|solve\s+for|give|state|what\s+are|determine)\s+(?:all\s+)?(?:of\s+)?(?:the\s+)?(?:two\s+)?"
    rf"complex\s+(?:solutions|roots|zeros)\s+(?:of|to|for)\s+(?:the\s+equation\s+)?{_EQUATION}",
    rf"solve\s+(?:the\s+equation\s+)?{_EQUATION}\s+(?:for|where|with)\s+complex\s+(?:numbers\s+)?[a-z]",
    rf"(?:solve\s+)?{_EQUATION}[,;]?\s+over\s+the\s+complex\s+numbers",
    rf"(?:find|give|list|what\s+are)\s+all\s+(?:of\s+)?(?:the\s+)?(?:complex\s+)?(?:solutions|roots)\s+"
    rf"(?:of|to)\s+{_EQUATION},?\s+(?:real\s+and\s+complex|including\s+(?:the\s+)?complex\s+ones)",
    rf"solve\s+{_EQUATION},?\s+(?:including|allowing)\s+complex\s+(?:solutions|roots|numbers)",
)
_ROOT_OF_NEGATIVE: Final = LazyPattern(
    rf"{_DO}(?:sqrt\s*\(\s*-\s*(?P<n>\d+)\s*\)|√\s*\(?\s*-\s*(?P<m>\d+)\s*\)?|the\s+square\s+root\s+of\s+"
    r"-\s*(?P<k>\d+))\s+(?:in\s+terms\s+of\s+i|using\s+i|as\s+(?:an?\s+)?(?:imaginary|complex)\s+number|"
    r"with\s+i)",
    re.IGNORECASE,
)


def read(clauses: Clauses) -> Problem | None:
    """The problem of a question about complex numbers; None for any other question."""
    text = " ".join(". ".join(clauses.sentences).replace("−", "-").split()).rstrip("?. ")
    told = _TOLD.fullmatch(text)
    if told is None:
        return _asked(text, {})
    names = {told["first"]: told["a"], **({told["second"]: told["b"]} if told["second"] else {})}
    values = {name: _expression(said, ()) for name, said in names.items()}
    known = {name: one for name, one in values.items() if one is not None and _is_complex(one)}
    return _asked(told["asked"], known) if len(known) == len(names) else None


def _expression(text: str, names: tuple[str, ...]) -> Expr | None:
    try:
        tree = read_formula(text.strip(), variables=names)
    except ReadError:
        return None
    return tree if isinstance(tree, Expr) else None


def _is_complex(tree: Expr) -> bool:
    return not variables(tree) and "i" in to_plain(tree) and gaussian.value(tree) is not None


_Maker: TypeAlias = Callable[[Expr], Problem | None]


def _asked(text: str, known: dict[str, Expr]) -> Problem | None:
    roots = _roots(text) if not known else None
    if roots is not None:
        return roots
    makers: tuple[tuple[tuple[str, ...], _Maker], ...] = (
        (_CONJUGATE, _conjugate),
        (_SIZE, size_of),
        (_VALUE, _value),
    )
    for patterns, make in makers:
        match = next((m for p in patterns if (m := lazy(p).fullmatch(text))), None)
        tree = None if match is None else _expression(match["e"], tuple(known))
        if tree is None:
            continue
        if set(variables(tree)) != set(known):
            return None
        whole = substitute(tree, known)
        if isinstance(whole, Abs):
            return size_of(whole.arg) if _is_complex(whole.arg) else None
        return make(whole) if _is_complex(whole) else None
    return None


_WORKED_OUT: Final = LazyPattern(r"-?[\d./]*\s*[-+]?\s*[\d.]*i")


def _value(tree: Expr) -> Problem | None:
    """A calculation; nothing is asked of a number that is worked out."""
    if _WORKED_OUT.fullmatch(to_plain(tree)):
        return None
    read_as = f"Write {to_plain(tree)} in the form a + bi."
    return Problem(Kind.COMPLEX, Form.COMPLEX, read_as, expression=tree)


def _conjugate(tree: Expr) -> Problem | None:
    """The conjugate of a number is the number with -i for i."""
    turned = transform(tree, lambda node: Neg(gaussian.UNIT) if node == gaussian.UNIT else None)
    read_as = f"Write {to_plain(turned)} in the form a + bi."
    return Problem(Kind.COMPLEX, Form.COMPLEX, read_as, expression=turned)


def size_of(tree: Expr) -> Problem | None:
    """sqrt(a^2 + b^2) of a number that is written a + bi."""
    value = gaussian.value(tree)
    if value is None or re.search(r"[()^]", to_plain(tree)):
        return None
    two = number(Fraction(2))
    a, b = (Pow(number(part), two) for part in value)
    root = Root(Add(a, b), two)
    read_as = f"Calculate {to_plain(root)}."
    return Problem(Kind.ARITHMETIC, Form.NUMBER, read_as, expression=root)


def _roots(text: str) -> Problem | None:
    match = next((m for p in _ROOTS if (m := lazy(p).fullmatch(text))), None)
    if match is None:
        root = _ROOT_OF_NEGATIVE.fullmatch(text)
        return None if root is None else _root_of_negative(root)
    try:
        equation = read_formula(match["e"].strip())
    except ReadError:
        return None
    if not isinstance(equation, Chain) or equation.ops != (RelOp.EQ,):
        return None
    names = variables(equation)
    if len(set(names)) != 1:
        return None
    (name,) = set(names)
    found = polynomial.of_equation(equation, name)
    if found is None or not gaussian.has_complex_roots(found):
        return None
    read_as = f"Find the complex solutions of {to_plain(equation)}."
    return Problem(Kind.COMPLEX, Form.COMPLEX, read_as, (name,), (equation,))


def _root_of_negative(match: re.Match[str]) -> Problem | None:
    """The principal root of -n: i times that of n, where that is whole."""
    size = int(match["n"] or match["m"] or match["k"])
    root = isqrt(size)
    if root * root != size or not root:
        return None
    tree = Mul(Root(number(Fraction(size)), number(Fraction(2))), gaussian.UNIT)
    return _value(tree)
