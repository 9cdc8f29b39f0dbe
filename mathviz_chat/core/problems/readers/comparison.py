"""``Which is greater: 3/4 or 0.7?``, ``Is 7 > 5?``, ``Sort 3, -1, 2.``, the closest."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity, variables
from mathviz_chat.core.problems import nouns, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.environment import Environment
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, RelOp

_FLAGS = re.IGNORECASE | re.DOTALL
_M = slots.MATHS
_RANKS: Final = {
    **{word: k for k, word in enumerate(["first", "second", "third", "fourth", "fifth"], start=1)},
    **{word: k for k, word in enumerate(["sixth", "seventh", "eighth", "ninth", "tenth"], start=6)},
    **{f"{k}th": k for k in range(4, 11)},
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
}
_RANK = rf"(?:(?P<rank>{'|'.join(_RANKS)})[\s-]+)?"
_MOST = r"(?:(?P<most>biggest|largest|greatest|highest|maximum)|smallest|lowest|least|minimum)"
_NUMBERS = (
    r"(?:(?:the\s+following|these|the)\s+)?"
    r"(?:(?:numbers|values|fractions|decimals|integers)\s*:?\s+)?"
)
_ONE = r"(?:number|value|one|fraction|decimal|amount|quantity|percentage|integer)"
_WHICH = (
    rf"(?:(?:which|what)(?:\s+of\s+(?:these|the\s+following))?"
    rf"(?:\s+{_ONE})?(?:'s|\s+is|\s+has)|which|find|give|state|determine|choose|pick)\s+(?:the\s+)?"
)
_LIST = rf"(?P<list>{slots.STATEMENTS})"
_OPTIONS = r"(?P<options>\(a\).+)"
_AMONG = rf"(?:\s*(?:in|of|among|out\s+of|from)?\s*:?\s*(?:{_NUMBERS})?(?:{_OPTIONS}|{_LIST}))"
_VALUE = r"(?:\s+(?:value|number|one))?"
_CHOOSE: Final = LazyPattern(rf"{_WHICH}(?:the\s+)?{_RANK}{_MOST}{_VALUE}{_AMONG}", _FLAGS)
_CLOSEST: Final = LazyPattern(
    rf"{_WHICH}(?:the\s+)?{_RANK}(?:closest|nearest){_VALUE}\s+to\s+(?P<target>{_M})"
    rf"(?:\s*\??\s*{_OPTIONS}|\s+(?:in|among|out\s+of|of|from)\s*:?\s*{_LIST})",
    _FLAGS,
)
_WHICH_OF_TWO: Final = LazyPattern(
    rf"{_WHICH}(?:(?P<most>bigger|greater|larger|higher|more)|smaller|less|lower|lesser)"
    rf"(?:\s+{_ONE})?\s*[-:,–]?\s+(?P<a>{_M})\s*,?\s+or\s+(?P<b>{_M})",
    _FLAGS,
)
_OFFERED = r"(?:[A-Z][a-z]*(?:\s[A-Z][a-z]*)?|\d+(?:\.\d+)?\s[a-z]+)"
_NAMED_PAIR: Final = LazyPattern(
    rf"{_WHICH}(?:(?P<most>larger)|smaller),\s*(?P<one>{_OFFERED})\s+at\s+(?P<a>{_M})\s+or\s+"
    rf"(?P<other>{_OFFERED})\s+at\s+(?P<b>{_M})",
    _FLAGS,
)
_COMPARE: Final = LazyPattern(rf"compare\s+(?P<a>{_M})\s+(?:and|with|to)\s+(?P<b>{_M})", _FLAGS)
_COMPARED: Final = LazyPattern(
    rf"(?:(?:compare\s+(?P<a>{_M})\s+(?:and|with|to)\s+(?P<b>{_M})\s*[-:,;.–—]*\s*"
    rf"(?:which|what)(?:\s+{_ONE})?(?:\s+of\s+(?:them|the\s+two))?)"
    r"|(?:(?:which"
    rf"|what)(?:\s+{_ONE})?\s+of\s+(?:the\s+two\s+)?(?:{_ONE}s\s+)?(?P<a2>{_M})\s+and\s+"
    rf"(?P<b2>{_M})))(?:'s|\s+is)\s+(?:the\s+)?(?:(?P<most>bigger|greater|larger|higher|more)"
    r"|smaller|"
    rf"less|lower|lesser)(?:\s+{_ONE})?",
    _FLAGS,
)
_SORTING = r"(?:sort|put|order|arrange|list|rank|write)"
_DIRECTION = (
    r"(?:(?:in|into)\s+(?:(?P<down>descending|decreasing)|ascending|increasing)\s+order"
    r"|in\s+order,?\s+(?:(?P<down3>largest|biggest|greatest|highest)|smallest|least|lowest)\s+first"
    r"|(?:in\s+order\s+)?(?:of\s+size\s+)?from\s+"
    r"(?:(?P<down2>largest|biggest|greatest|highest)|smallest|least|lowest)\s+to\s+(?:the\s+)?\w+)"
)
_SORT: Final = (
    LazyPattern(rf"{_SORTING}\s+{_NUMBERS}{_LIST},?\s+{_DIRECTION}", _FLAGS),
    LazyPattern(rf"{_SORTING}\s+{_NUMBERS}{_DIRECTION}\s*[:,]?\s*{_NUMBERS}{_LIST}", _FLAGS),
    LazyPattern(rf"(?:sort|put|order|arrange)\s+{_NUMBERS}{_LIST}", _FLAGS),
)
_EXTREME: Final = LazyPattern(rf"(?:{_WHICH})?(?:(?P<most>max)|min)\s*\(\s*{_LIST}\s*\)", _FLAGS)
_THAN: Final = {
    r"(?:>|(?:strictly\s+)?(?:greater|bigger|larger|more)\s+than)": RelOp.GT,
    r"(?:<|(?:strictly\s+)?(?:less|smaller)\s+than)": RelOp.LT,
    r"(?:>=|≥|at\s+least(?:\s+as\s+(?:big|large|great)\s+as)?|"
    r"(?:greater|bigger|larger)\s+than\s+or\s+equal\s+to)": RelOp.GE,
    r"(?:<=|≤|at\s+most(?:\s+as\s+(?:big|large|great)\s+as)?|"
    r"(?:less|smaller)\s+than\s+or\s+equal\s+to)": RelOp.LE,
    r"(?:=|equal\s+to|the\s+same\s+as)": RelOp.EQ,
    r"(?:!=|≠|not\s+equal\s+to|different\s+(?:from|to|than)|unequal\s+to)": RelOp.NE,
}
_ASKED: Final = tuple(
    (LazyPattern(pattern, _FLAGS), op)
    for pattern, op in (
        *((rf"(?:is|does)\s+(?P<a>{_M})\s*{sign}\s*(?P<b>{_M})", op) for sign, op in _THAN.items()),
        (
            rf"(?:is|are)\s+(?P<a>{_M})\s+and\s+(?P<b>{_M})\s+(?:the\s+same|equal)(?:\s+value)?",
            RelOp.EQ,
        ),
        (
            rf"(?:is|are)\s+(?P<a>{_M})\s+and\s+(?P<b>{_M})\s+(?:non-?equal|unequal|not\s+equal"
            r"|different)",
            RelOp.NE,
        ),
        (rf"do\s+(?P<a>{_M})\s+and\s+(?P<b>{_M})\s+have\s+the\s+same\s+value", RelOp.EQ),
        (rf"do\s+(?P<a>{_M})\s+and\s+(?P<b>{_M})\s+have\s+(?:a\s+)?different\s+values?", RelOp.NE),
    )
)


_STATED: Final = LazyPattern(
    r"(?:(?:is\s+(?:it|this|that)\s+)?(?:true\s+or\s+false"
    r"|false\s+or\s+true)(?:\s+that)?\s*[:,-]?\s*"
    rf"(?P<s>{slots.STATEMENTS})"
    rf"|(?:is\s+)?(?P<s2>{slots.STATEMENTS})\s*[-:,;.–]?\s*(?:is\s+(?:this|that|it)"
    r"\s+)?(?:true\s+or\s+false|false\s+or\s+true|is\s+(?:this|that|it)\s+true))",
    _FLAGS,
)


def read(clauses: Clauses) -> Problem | None:
    """A comparison of numbers that are given or defined."""
    environment = clauses.environment()
    if environment is None:
        return None
    for rule in (_compare, _truth, _of_named, _of_two, _ranked, _closest, _sorted):
        problem = rule(clauses, environment)
        if problem is not None:
            return problem if environment.all_used else None
    return None


def _numbers(
    environment: Environment, named: tuple[Expr | None, ...]
) -> tuple[tuple[Expr, ...], tuple[str, ...]] | None:
    """The values and the texts by which the question calls them; None unless all are numbers."""
    found = tuple(item for item in named if item is not None)
    values = tuple(environment.apply(item) for item in found)
    if len(found) != len(named) or not found or any(variables(value) for value in values):
        return None
    return values, tuple(to_plain(item) for item in found)


def _truth(clauses: Clauses, environment: Environment) -> Problem | None:
    stated = _STATED.fullmatch(clauses.asked)
    asked = clauses.asked if stated is None else f"is {stated['s'] or stated['s2']}"
    for pattern, op in _ASKED:
        match = pattern.fullmatch(asked)
        if match is None:
            continue
        named = tuple(clauses.slots.expression(match[side]) for side in ("a", "b"))
        numbers = _numbers(environment, named)
        if numbers is not None:
            statement = Chain(numbers[0], (op,))
            read_as = f"Is {to_plain(statement)}?"
            return Problem(Kind.TRUTH, Form.TRUTH, read_as, conditions=(statement,))
    return None


def _compare(clauses: Clauses, environment: Environment) -> Problem | None:
    """``Compare 2/3 and 0.66``: the sign between them is asked for."""
    match = _COMPARE.fullmatch(clauses.asked)
    if match is None or clauses.facts:
        return None
    named = tuple(nouns.noun(clauses.slots, match[side]) for side in ("a", "b"))
    numbers = _numbers(environment, named)
    if numbers is None:
        return None
    items, labels = numbers
    read_as = f"Compare {labels[0]} and {labels[1]}."
    return Problem(Kind.COMPARISON, Form.CHOICE, read_as, items=items, labels=labels)


def _of_two(clauses: Clauses, environment: Environment) -> Problem | None:
    match = _WHICH_OF_TWO.fullmatch(clauses.asked) or _COMPARED.fullmatch(clauses.asked)
    if match is None:
        return None
    groups = match.groupdict()
    sides = (match["a"] or groups.get("a2"), match["b"] or groups.get("b2"))
    named = tuple(clauses.slots.expression(side) for side in sides if side is not None)
    numbers = _numbers(environment, named)
    return None if numbers is None else _choice(numbers, 1, match["most"] is not None)


def _of_named(clauses: Clauses, environment: Environment) -> Problem | None:
    """``Which is smaller, Alder at 7/2 or Birch at 3?``: the answer is a name."""
    match = _NAMED_PAIR.fullmatch(clauses.asked)
    if match is None or match["one"] == match["other"]:
        return None
    names = (match["one"], match["other"])
    numbers = _numbers(environment, tuple(clauses.slots.expression(match[k]) for k in "ab"))
    if numbers is None:
        return None
    told = [f"{name} at {text}" for name, text in zip(names, numbers[1], strict=True)]
    descending = match["most"] is not None
    return Problem(
        Kind.CHOOSE,
        Form.CHOICE,
        f"Which is {'larger' if descending else 'smaller'}, {told[0]} or {told[1]}?",
        items=numbers[0],
        labels=names,
        rank=1,
        descending=descending,
    )


def _items(
    clauses: Clauses, environment: Environment, match: re.Match[str]
) -> tuple[tuple[Expr, ...], tuple[str, ...]] | None:
    """The items of a list, or of options ``(a) ... (b) ...`` with their letters."""
    if not match["options"]:
        return _numbers(environment, nouns.listed(clauses.slots, match["list"]) or (None,))
    parts = re.split(r"\(([a-z])\)", match["options"])
    letters = tuple(parts[1::2])
    if letters != tuple("abcdefghijklmnopqrstuvwxyz"[: len(letters)]):
        return None
    texts = tuple(part.strip(" ,;") for part in parts[2::2])
    numbers = _numbers(environment, tuple(clauses.slots.expression(text) for text in texts))
    return None if numbers is None else (numbers[0], letters)


def _ranked(clauses: Clauses, environment: Environment) -> Problem | None:
    extreme = _EXTREME.fullmatch(clauses.asked)
    if extreme is not None:
        listed = nouns.listed(clauses.slots, extreme["list"])
        named = _numbers(environment, listed or (None,))
        return None if named is None else _choice(named, 1, extreme["most"] is not None)
    match = _CHOOSE.fullmatch(clauses.asked)
    numbers = None if match is None else _items(clauses, environment, match)
    if match is None or numbers is None:
        return None
    return _choice(numbers, _RANKS[(match["rank"] or "first").lower()], match["most"] is not None)


def _choice(
    numbers: tuple[tuple[Expr, ...], tuple[str, ...]], rank: int, descending: bool
) -> Problem | None:
    items, labels = numbers
    if len(items) < 2 or not 1 <= rank <= len(items) or (rank > 1 and _repeats(items)):
        return None
    word = "greatest" if descending else "smallest"
    ordinal = "" if rank == 1 else f"{_ordinal(rank)} "
    read_as = f"Which is the {ordinal}{word} {_listing(items, labels)}?"
    return Problem(
        Kind.CHOOSE,
        Form.CHOICE,
        read_as,
        items=items,
        labels=labels,
        rank=rank,
        descending=descending,
    )


def _repeats(items: tuple[Expr, ...]) -> bool:
    """Two are equal: the second smallest of 1, 1, 2 may be 1 or 2."""
    return any(
        identity(one, other).outcome is not Outcome.REFUTED
        for place, one in enumerate(items)
        for other in items[:place]
    )


def _ordinal(rank: int) -> str:
    return next(word for word, value in _RANKS.items() if value == rank)


def _listing(items: tuple[Expr, ...], labels: tuple[str, ...]) -> str:
    if labels == tuple("abcdefghijklmnopqrstuvwxyz"[: len(labels)]):
        return " ".join(f"({n}) {to_plain(item)}" for n, item in zip(labels, items, strict=True))
    return "in " + ", ".join(to_plain(item) for item in items)


def _closest(clauses: Clauses, environment: Environment) -> Problem | None:
    match = _CLOSEST.fullmatch(clauses.asked)
    if match is None:
        return None
    target = clauses.slots.expression(match["target"].rstrip(" ?:"))
    numbers = _items(clauses, environment, match)
    if target is None or numbers is None:
        return None
    target = environment.apply(target)
    if variables(target) or (match["rank"] or "first").lower() != "first":
        return None
    items, labels = numbers
    read_as = f"Which is the closest to {to_plain(target)} {_listing(items, labels)}?"
    return Problem(Kind.CHOOSE, Form.CHOICE, read_as, target=target, items=items, labels=labels)


def _sorted(clauses: Clauses, environment: Environment) -> Problem | None:
    match = next((m for p in _SORT if (m := p.fullmatch(clauses.asked)) is not None), None)
    if match is None:
        return None
    numbers = _numbers(environment, nouns.listed(clauses.slots, match["list"]) or (None,))
    if numbers is None or len(numbers[0]) < 2:
        return None
    items, labels = numbers
    groups = match.groupdict()
    descending = bool(groups.get("down") or groups.get("down2") or groups.get("down3"))
    order = "descending" if descending else "ascending"
    read_as = f"Sort {', '.join(to_plain(item) for item in items)} in {order} order."
    return Problem(Kind.SORT, Form.LIST, read_as, items=items, labels=labels, descending=descending)
