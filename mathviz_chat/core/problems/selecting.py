"""Only some of the solutions, how many they are, or their values rounded.

``Find the positive solution of x^2 = 9``, ``Solve 2^x = 10 to 3 significant figures``: what is said
about the solutions is taken out of the question, and what is left must be read as an equation by
itself. So all of the question is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity, real_solutions, variables
from mathviz_chat.core.problems import language, plain_notation, slots
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem, Unread
from mathviz_chat.core.problems.selection_words import (
    AGAIN,
    COUNTED,
    FILTERS,
    NUMBERS,
    ONLY,
    OTHERS,
    PICKS,
    ROUNDED,
    SOLE,
    SUBSTITUTED,
    SUBSTITUTED_FIRST,
    TOLD_AGAIN,
    WHOLE,
)
from mathviz_chat.core.reading.tree import And, Chain, Degrees, Or, RelOp, Symbol
from mathviz_chat.core.reading.walking import has

Reading = Callable[[str], Problem | Unread]
"""From a text to its reading, without anything of this module."""

MAX_PLACES: Final = 12
_SATISFYING: Final = re.compile(
    r"(?:(?:list|find|give|state|write down|what are|determine)\s+)?the values satisfying "
    r"(?P<s>[^?]*?)\s*[.?]?",
    re.IGNORECASE,
)
_BOTH: Final = re.compile(
    r"\b(satisf(?:y|ies|ying)\s+)both(?:\s+of)?(?:\s+(?:the|these))?(?:\s+inequalities)?:?\s+"
    r"(?=[^.?!]*[<>≤≥][^.?!]*\band\b[^.?!]*[<>≤≥])",
    re.IGNORECASE,
)
_PLACES: Final = {
    **dict.fromkeys(("whole", "integer", "unit", "degree"), 0),
    "tenth": 1,
    "hundredth": 2,
    "thousandth": 3,
}
_KINDS: Final = frozenset({Kind.EQUATION, Kind.TRIGONOMETRIC, Kind.LITERAL})
_SIGNS: Final = {
    "positive": RelOp.GT,
    "negative": RelOp.LT,
    "non-negative": RelOp.GE,
    "nonnegative": RelOp.GE,
    "non-zero": RelOp.NE,
    "nonzero": RelOp.NE,
}
_LESS: Final = frozenset({RelOp.LT, RelOp.LE, RelOp.GT, RelOp.GE, RelOp.NE})


@dataclass(slots=True)
class Said:
    """What is said about the solutions.

    filters: inequalities in one letter. pick: "largest", "smallest", "count", or "" for all that
    are left. whole: only whole numbers. places, figures: to which they are rounded. names: letters
    that the words name; the unknown must be each of them. two: there are two solutions. degrees:
    they are angles in degrees.
    """

    filters: list[Chain] = field(default_factory=list)
    signs: list[RelOp] = field(default_factory=list)
    pick: str = ""
    whole: bool = False
    places: int | None = None
    figures: int | None = None
    names: list[str] = field(default_factory=list)
    two: bool = False
    degrees: bool = False
    known: Chain | None = None


def read(text: str, plainly: Reading) -> Problem | None:
    """The problem with what is said about its solutions; None where nothing is, or not all fits."""
    text = plain_notation.with_conditions_said(language.tidy(text))
    text = _BOTH.sub(r"\1", text)
    said = Said()
    rest = _taken_out(text, said)
    if rest is None:
        return None
    rest = _without_method(rest, said)
    base = plainly(rest) if rest != text else None
    if not isinstance(base, Problem):
        shorter = _filters(rest, said)
        base = plainly(shorter) if shorter and shorter != rest else None
    if not isinstance(base, Problem) and said.whole and (bare := _SATISFYING.fullmatch(rest)):
        again = _inequality(bare["s"])
        base = None if again is None else plainly(again)
    return _problem(base, said) if isinstance(base, Problem) else None


# ------------------------------------------------------------------ taking it out of the text


def _taken_out(text: str, said: Said) -> str | None:
    """The text without what is said about the solutions; None where it is said twice."""
    for take in (_again, _others, _rounded, _counted, _sole, _picked, _kinds, _whole):
        found = take(text, said)
        if found is None:
            return None
        text = found
    return TOLD_AGAIN.sub("", text) if said != Said() else text


def _without_method(text: str, said: Said) -> str:
    """``by substituting y = 3^x``: a way to solve it, which changes no solution."""
    match = SUBSTITUTED.search(text) or SUBSTITUTED_FIRST.match(text)
    if match is None:
        return text
    node = slots.for_question(text).tree(match["put"])
    if not isinstance(node, Chain) or len(variables(node.items[-1])) != 1:
        return text
    said.names += variables(node.items[-1])
    return f"{text[: match.start()]}{text[match.end() :]}"


def _again(text: str, said: Said) -> str | None:
    """How a reading of this module is shown."""
    match = AGAIN.search(text)
    if match is None:
        return text
    said.pick, said.two = match["pick"] or "count", bool(match["both"])
    return text[: match.start()] + text[match.end() :]


def _others(text: str, said: Said) -> str | None:
    """``x = 1 is a root of P = 0, find the other two``: all solutions but the one that is told."""
    for pattern in OTHERS:
        match = pattern.fullmatch(text.strip())
        if match is None:
            continue
        reader = slots.for_question(text)
        known = reader.tree(match["known"])
        if not isinstance(known, Chain) or known.ops != (RelOp.EQ,):
            return None
        head, value = known.items
        if not isinstance(head, Symbol) or variables(value):
            return None
        said.known = known
        said.filters.append(Chain((head, value), (RelOp.NE,)))
        equation = match["equation"]
        return f"Solve {equation if '=' in equation else f'{equation} = 0'} for {head.name}"
    return text


def _rounded(text: str, said: Said) -> str | None:
    match = ROUNDED.search(text)
    if match is None:
        return text
    written = (match["n"] or "0").lower()
    count = NUMBERS[written] if written in NUMBERS else int(written)
    if match["nearest"]:
        unit = match["nearest"].split()[0].lower()
        said.places, said.degrees = _PLACES[unit], unit == "degree"
    elif match["figures"]:
        said.figures = count
    else:
        said.places = count
    if match["name"]:
        said.names.append(match["name"])
    if count > MAX_PLACES or said.figures == 0:
        return None
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip()
    return None if ROUNDED.search(rest) else rest


def _counted(text: str, said: Said) -> str | None:
    for pattern in COUNTED:
        match = pattern.fullmatch(text.strip())
        if match is None:
            continue
        if said.pick:
            return None
        said.pick = "count"
        kind = (match.groupdict().get("kind") or "").strip()
        if "domain" not in match.groupdict():
            for word in re.findall(r"[a-z-]+", kind.lower()):
                _note(word, said)
            return _inequality(match["equation"])
        domain = match["domain"] or ""
        return f"find the {kind} solutions of {match['equation']} {domain}".strip()
    return text


def _picked(text: str, said: Said) -> str | None:
    """``the larger solution``, ``the smallest positive value of x``."""
    match = PICKS.search(text)
    if match is None:
        return text
    if said.pick:
        return None
    most = match["pick"].lower()
    large = most.startswith(("larg", "great", "big", "high", "max"))
    said.pick = "largest" if large else "smallest"
    said.two = most.endswith("er") and match["noun"].lower() not in ("x",)
    noun, kind = _noun(match["noun"]), match["kind"] or ""
    told = f"the {kind}{noun[4:]}" if noun.startswith("the ") else f"{kind}{noun}"
    return f"{text[: match.start()]}{told}{text[match.end() :]}"


def _noun(noun: str) -> str:
    """``the solutions``, ``the integer``, ``x``."""
    if noun.lower() in ("solution", "root", "answer", "zero"):
        return f"the {noun}s"
    return noun if len(noun) == 1 else f"the {noun}"


def _inequality(text: str) -> str | None:
    """``-3 < x <= 5`` as a question, two joined by "and"; None where it is not in one unknown."""
    node = slots.for_question(text).tree(text)
    halves = node.items if isinstance(node, And | Or) else (node,)
    names = variables(node) if node and all(isinstance(one, Chain) for one in halves) else ()
    return f"Solve {text} for {names[0]}" if len(names) == 1 else None


def _sole(text: str, said: Said) -> str:
    """``the only real root``: that it is the only one is left to the solutions."""
    match = SOLE.search(text)
    if match is None:
        return text
    return f"{text[: match.start()]}{_noun(match['noun'])}{text[match.end() :]}"


def _kinds(text: str, said: Said) -> str | None:
    """``the positive solution``: the noun stays."""
    match = ONLY.search(text)
    while match is not None:
        kind = " ".join(match["kind"].lower().split())
        for word in re.findall(r"[a-z-]+", kind):
            _note(word, said)
        text = f"{text[: match.start()]}{_noun(match['noun'])}{text[match.end() :]}"
        match = ONLY.search(text)
    return text


def _note(word: str, said: Said) -> None:
    if word in _SIGNS:
        said.signs.append(_SIGNS[word])
    elif word in ("integer", "whole", "whole-number", "natural", "integral"):
        said.whole = True
        if word == "natural":
            said.signs.append(RelOp.GT)


def _whole(text: str, said: Said) -> str | None:
    """``x is an integer``, ``list the integers n that satisfy``."""
    for pattern, put in WHOLE:
        match = pattern.search(text)
        if match is None:
            continue
        groups = match.groupdict()
        for word in re.findall(r"[a-z-]+", (groups.get("kind") or "").lower()):
            _note(word, said)
        said.whole = True
        if groups.get("name"):
            said.names.append(groups["name"])
        text = f"{text[: match.start()]}{match.expand(put)}{text[match.end() :]}"
    return text


def _filters(text: str, said: Said) -> str | None:
    """``where x > 0``, ``x is positive``, ``between 0 and 5``."""
    for pattern in FILTERS:
        match = pattern.search(text)
        while match is not None:
            groups = match.groupdict()
            if not _filtered(text, groups, said):
                return None
            text = f"{text[: match.start()]}{groups.get('keep') or ''}{text[match.end() :]}"
            match = pattern.search(text)
    return text


def _filtered(text: str, groups: dict[str, str | None], said: Said) -> bool:
    sign = _SIGNS.get((groups.get("sign") or "").lower())
    if sign is not None:
        said.filters.append(Chain((Symbol(groups["name"] or ""), number(Fraction(0))), (sign,)))
        return True
    if groups.get("low"):
        low, high = groups["low"] or "", groups["high"] or ""
        statement = f"{low} < {groups['name']} < {high}"
    else:
        statement = groups["statement"] or ""
    node = slots.for_question(text).tree(statement)
    if not isinstance(node, Chain) or not set(node.ops) <= _LESS:
        return False
    said.filters.append(node)
    return True


# ------------------------------------------------------------------ the problem


def _problem(base: Problem, said: Said) -> Problem | None:
    if base.kind is Kind.COMPOSITION:
        return _composition(base, said)
    if base.kind not in _KINDS or len(base.unknowns) != 1 or base.places is not None:
        return None
    (unknown,) = base.unknowns
    zero = number(Fraction(0))
    signs = [Chain((Symbol(unknown), zero), (sign,)) for sign in said.signs]
    filters = tuple(dict.fromkeys((*said.filters, *signs)))
    if any(name != unknown for name in said.names):
        return None
    if said.known is not None and not _is_single_root(base, said.known):
        return None
    problem = _fitted(base, said, filters, unknown)
    if problem is None or problem is base:
        return problem
    return replace(problem, read_as=_told(problem))


def _composition(base: Problem, said: Said) -> Problem | None:
    """A function of a function, where the domain of its variable is told."""
    only = Said(filters=said.filters)
    names = {name for one in said.filters for name in variables(one)}
    if said != only or not said.filters or base.expression is None or base.conditions:
        return None
    if names != set(variables(base.expression)):
        return None
    told = "".join(f", where {slots.spelled(one)}" for one in said.filters)
    read_as = f"{base.read_as.removesuffix('.')}{told}."
    return replace(base, conditions=tuple(said.filters), read_as=read_as)


def _fitted(base: Problem, said: Said, filters: tuple[Chain, ...], unknown: str) -> Problem | None:
    """The problem where what is said fits the kind of the equation."""
    rounding = said.places is not None or said.figures is not None
    if not (rounding or filters or said.pick or said.whole):
        return base
    own = all(variables(one) == (unknown,) for one in filters)
    if base.kind is Kind.LITERAL:
        if rounding or said.pick or said.whole or not filters:
            return None
    elif not own:
        return None
    if base.form is Form.INTERVALS and (not said.whole or rounding):
        return None
    angles = base.kind is Kind.TRIGONOMETRIC
    if said.degrees and not (angles and _is_in_degrees(base)):
        return None
    if angles and not _fits_angles(base, said, filters):
        return None
    single = said.pick == "count"
    return Problem(
        Kind.SELECTION,
        Form.NUMBER if single else Form.SOLUTIONS,
        "",
        base.unknowns,
        filters,
        task=said.pick,
        labels=("whole",) if said.whole else (),
        parts=(base,),
        places=said.places,
        figures=said.figures,
        rank=2 if said.two else 1,
    )


def _fits_angles(base: Problem, said: Said, filters: tuple[Chain, ...]) -> bool:
    """Bounds other than 0 may be degrees or radians; without a domain one angle is the first."""
    if any(one.items[1:] != (number(Fraction(0)),) for one in filters) or said.whole:
        return False
    return base.form is Form.SOLUTIONS or (
        said.pick == "smallest" and [one.ops for one in filters] == [(RelOp.GT,)]
    )


def _is_in_degrees(base: Problem) -> bool:
    return any(has(condition, Degrees) for condition in base.conditions)


def _is_single_root(base: Problem, known: Chain) -> bool:
    """Whether the value that is told is a root of the equation, and no double one."""
    found = real_solutions(base.conditions[0], base.unknowns[0])
    points = () if found is None else found.points
    return any(
        point.exact is not None
        and point.multiplicity == 1
        and identity(point.exact, known.items[1]).outcome is Outcome.PROVED
        for point in points
    )


def _told(problem: Problem) -> str:
    """The reading in words that read back as the same problem."""
    base = problem.parts[0].read_as.removesuffix(".")
    words = [f", where {slots.spelled(one)}" for one in problem.conditions]
    if problem.labels:
        words.append(", in whole numbers")
    if problem.task == "count":
        words.append(", and count the solutions")
    elif problem.task:
        words.append(f", and give the {problem.task}{' of both' * (problem.rank == 2)}")
    if problem.places is not None:
        plural = "s" * (problem.places != 1)
        words.append(f", to {problem.places} decimal place{plural}")
    if problem.figures is not None:
        words.append(f", to {problem.figures} significant figures")
    return f"{base}{''.join(words)}."
