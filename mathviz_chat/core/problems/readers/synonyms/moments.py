"""Mean, variance and standard deviation of aX + b, and from sums of x and of x^2."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import polynomial, wording
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms.data_words import KEYS, SAID, STAT
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous
from mathviz_chat.core.problems.wording import number
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Expr

_STAT: Final = (
    r"(?P<s>Var(?:iance)?|V|E|Mean|SD|[Ss]tandard [Dd]eviation|[Vv]ariance|[Mm]ean)(?:\s+of)?\s*"
)
_VALUE: Final = r"\s*(?:=|is|equals)\s*(?P<v>-?\d+(?:\.\d+|/\d+)?)"
_GIVEN: Final = re.compile(_STAT + r"[(\[]\s*(?P<of>[A-Z](?:\s*(?:\^\s*2|²))?)\s*[)\]]" + _VALUE)
_ASKED: Final = re.compile(_STAT + r"[(\[]\s*(?P<of>[^()=\[\]]{1,30})\s*[)\]](?!\s*(?:=|is\b))")
_NAMES: Final = {"v": "Var", "e": "E", "m": "E", "s": "SD"}
_PLAIN = (
    "if and given that for with find what is what's calculate work out compute determine then let "
    "suppose where has have random variable when value of so"
)
_IDLE: Final = frozenset(_PLAIN.split())


def _kind(text: str) -> str:
    return _NAMES[text[0].lower()]


@dataclass(frozen=True, slots=True)
class Moments:
    """Reads ``Var(X) = 3. Find Var(2X + 5)``; every other word must say nothing."""

    def read(self, clauses: Clauses) -> Problem | None:
        """The mean, variance or standard deviation of aX + b, or of X by its moments."""
        text = " , ".join(wording.sentences(clauses.sentences))
        text = re.sub(r"\b(Var|SD|E|V)\s+\(", r"\1(", text)
        given = list(_GIVEN.finditer(text))
        rest = _GIVEN.sub(" ", text)
        asked = list(_ASKED.finditer(rest))
        if not given or len(asked) != 1:
            return None
        words = re.findall(r"[^\s.,:;?!]+", _ASKED.sub(" ", rest))
        names = {one["of"][0] for one in given}
        if len(names) != 1 or any(w.lower() not in _IDLE and w not in names for w in words):
            return None
        known = {(_kind(one["s"]), len(one["of"].strip()) > 1): one["v"] for one in given}
        if len(known) != len(given):
            return None
        (name,) = names
        return _moment(name, known, _kind(asked[0]["s"]), asked[0]["of"].strip())


def _moment(name: str, known: dict[tuple[str, bool], str], what: str, of: str) -> Problem | None:
    """known: by the kind and whether it is of the square."""
    squared = re.fullmatch(rf"{name}\s*(?:\^\s*2|²)", of)
    shown = [(kind, f"{name}^2" if square else name, v) for (kind, square), v in known.items()]
    told = ", ".join(f"{kind}({own}) = {v}" for kind, own, v in sorted(shown))
    plain = {("E", False), ("Var", False)}
    if squared and what == "E" and set(known) == plain:
        plan = Planner({"m": number(known["E", False]), "v": number(known["Var", False])})
        plan.setup("Choose the formula", f"E({name}^2) = Var({name}) + E({name})^2")
        plan.find("q", "Square the mean", "m^2").find("a", "Add", "v + q")
        plan.check("answer - m*m = v")
        return plan.problem(Kind.STATISTICS, f"{told}. Find E({name}^2).")
    if what in ("Var", "SD") and of == name and set(known) == {("E", False), ("E", True)}:
        return _from_squares(name, known, what, told)
    line = _line(of, name)
    if line is None or len(known) != 1 or of == name:
        return None
    ((kind, square), value), *_ = known.items()
    return None if square else _scaled(name, kind, value, what, line, of)


def _from_squares(
    name: str, known: dict[tuple[str, bool], str], what: str, told: str
) -> Problem | None:
    plan = Planner({"m": number(known["E", False]), "s": number(known["E", True])})
    if Fraction(known["E", True]) < Fraction(known["E", False]) ** 2:
        return None
    plan.setup("Choose the formula", f"Var({name}) = E({name}^2) - E({name})^2")
    plan.find("q", "Square the mean", "m^2").find("v", "Subtract", "s - q")
    if what == "SD":
        plan.find("d", "Take the square root", "sqrt(v)").check("answer^2 + m*m = s")
    else:
        plan.check("answer + m*m = s")
    return plan.problem(Kind.STATISTICS, f"{told}. Find {what}({name}).")


def _line(of: str, name: str) -> tuple[Fraction, Fraction] | None:
    """a and b of aX + b."""
    try:
        tree = read(of, variables=frozenset({name}))
    except ReadError:
        return None
    terms = polynomial.of_expression(tree, name) if isinstance(tree, Expr) else None
    if terms is None or len(terms) != 2 or not terms[1]:
        return None
    return terms[1], terms[0]


def _scaled(
    name: str, kind: str, value: str, what: str, line: tuple[Fraction, Fraction], of: str
) -> Problem | None:
    a, b = line
    if (kind == "E") != (what == "E") or (kind != "E" and Fraction(value) < 0):
        return None
    plan = Planner({"v": number(value), "a": literal(a), "b": literal(b)})
    if what == "E":
        plan.setup("Choose the formula", f"E(a{name} + b) = a*E({name}) + b")
        plan.find("r", "Put the numbers in", "a*v + b").check("(answer - b)/a = v")
    else:
        plan.setup("Choose the formula", f"Var(a{name} + b) = a^2*Var({name})")
        variance = "v" if kind == "Var" else "v^2"
        plan.find("r", "Put the numbers in", f"a^2*{variance}")
        if what == "SD":
            plan.find("d", "Take the square root", "sqrt(r)").check(f"(answer/a)^2 = {variance}")
        else:
            plan.check(f"answer/(a*a) = {variance}")
    return plan.problem(Kind.STATISTICS, f"{kind}({name}) = {value}. Find {what}({of}).")


# ------------------------------------------------------------------ sums

_SUM: Final = r"(?:Σ|∑|\\sum|sum of|sum)\s*\(?\s*"
_X: Final = re.compile(_SUM + r"x(?:\s*values)?\s*\)?\s*(?:=|is)\s*(?P<v>-?\d+(?:\.\d+)?)")
_XX: Final = re.compile(_SUM + r"x\s*(?:²|\^\s*\{?2\}?)\s*\)?\s*(?:=|is)\s*(?P<v>\d+(?:\.\d+)?)")
_N: Final = re.compile(r"\bn\s*(?:=|is)\s*(?P<v>\d+)")
_WANTED: Final = re.compile(
    r"\b(?P<how>population|sample)?\s*(?P<what>variance|standard deviation|mean)\b", re.I
)
_SUM_WORDS: Final = _IDLE | frozenset(["data", "set", "for", "a", "of", "values", "sample"]) - {
    "sample"
}


@dataclass(frozen=True, slots=True)
class Sums:
    """Reads ``Σx = 30, Σx² = 200 and n = 6. Find the population variance.``"""

    def read(self, clauses: Clauses) -> Problem | None:
        """The mean, or the variance or standard deviation of a population or a sample."""
        text = " , ".join(wording.sentences(clauses.sentences))
        fraction = bool(re.search(r"\s*,?\s*as (?:a )?fraction\b", text))
        text = re.sub(r"\s*,?\s*as (?:a )?fraction\b", "", text)
        found = [list(pattern.finditer(text)) for pattern in (_X, _XX, _N)]
        rest = _N.sub(" ", _XX.sub(" ", _X.sub(" ", text)))
        asked = list(_WANTED.finditer(rest))
        words = re.findall(r"[^\s.,:;?!]+", _WANTED.sub(" ", rest))
        if any(len(one) != 1 for one in (found[0], found[2], asked)):
            return None
        if any(word.lower() not in _SUM_WORDS for word in words):
            return None
        squares = found[1][0]["v"] if len(found[1]) == 1 else None
        return _of_sums(found[0][0]["v"], squares, int(found[2][0]["v"]), asked[0], fraction)


def _of_sums(
    total: str, squares: str | None, n: int, asked: re.Match[str], fraction: bool
) -> Problem | None:
    what, how = asked["what"].lower(), (asked["how"] or "").lower()
    given = {"s": number(total), "n": number(str(n))}
    told = f"Σx = {total} and n = {n}"
    if n < 1 or (what == "mean") == bool(squares) or (what == "mean") == bool(how):
        return None
    if squares is None:
        plan = Planner(given)
        plan.setup("Choose the formula", "mean = sum of the values / number of values")
        plan.find("m", "Divide", "s/n").check("answer*n = s")
        return plan.problem(Kind.STATISTICS, f"{told}. Find the mean.")
    spread = Fraction(squares) - Fraction(total) ** 2 / n
    if spread < 0 or (how == "sample" and n < 2):
        return None
    plan = Planner({**given, "q": number(squares)})
    divisor = "n" if how == "population" else "(n - 1)"
    plan.setup("Choose the formula", f"variance = (sum of x^2 - (sum of x)^2/n)/{divisor}")
    plan.find("t", "Subtract the square of the sum, divided by n", "q - s^2/n")
    plan.find("v", f"Divide by {divisor}", f"t/{divisor}")
    variance = "answer" if what == "variance" else "answer^2"
    if what != "variance":
        plan.find("d", "Take the square root", "sqrt(v)")
    plan.check(f"n*{divisor}*{variance} = n*q - s*s")
    form = ", as a fraction" if fraction else ""
    read_as = f"Σx = {total}, Σx^2 = {squares} and n = {n}. Find the {how} {what}{form}."
    return plan.problem(Kind.STATISTICS, read_as, decimals=not fraction)


# ------------------------------------------------------------------ the same data, changed

_CHANGED: Final = f"""
{STAT.strip()}
DATA = [data set|data|set of data|set of numbers|set|list|list of numbers|numbers|values|variable|
    random variable|scores|set of scores|dataset|X|sample|it]
given:
    [if]? STAT [of|for] DATA [is|=] {{v}}
    [if]? DATA has STAT [of|=|equal to]? {{v}}
    DATA [with|whose] STAT [of|is]? {{v}}
change:
    [if|when|suppose]? [everyvalue|DATA] [in DATA]? {{way:scaling}}
    [if|when|suppose]? [everyvalue|DATA] [in DATA]? {{way:shifting}} {{c}}
    [if|when|suppose]? {{c}} [is|was]? {{way:adding}} everyvalue [in DATA|of DATA]?
asked:
    FIND [its|their]? [new]? {{stat2:statistic}} [now|then|afterwards|of new DATA|of DATA|of new
        values]?
    FIND {{stat2:statistic}} of new [DATA]
"""
_SCALES: Final = {"doubled": "2", "tripled": "3", "halved": "1/2"}


def _changed(story: Story) -> Problem | None:
    """A statistic after every value was changed in one way; or the other measure of spread."""
    stat, asked = (story.text("stat") or "").lower(), (story.text("stat2") or "").lower()
    value = story.text("v")
    if value is None or not {"given", "asked"} <= story.names():
        return None
    spread = ("variance", "standard deviation")
    plan = Planner({"v": number(value)})
    if "change" not in story.names():
        if stat == asked or not {stat, asked} <= set(spread):
            return None
        plan.setup("Choose the formula", "variance = standard deviation^2")
        if asked == "variance":
            plan.find("w", "Square it", "v^2").check("sqrt(answer) = v")
        else:
            plan.find("w", "Take the square root", "sqrt(v)").check("answer*answer = v")
        read_as = f"The {stat} of a variable is {value}. Find its {asked}."
        return plan.problem(Kind.STATISTICS, read_as)
    factor, shift = _effect(story)
    both = {stat, asked}
    if factor is None or shift is None or not (both <= set(spread) or len(both) == 1):
        return None
    if stat in spread and Fraction(value) < 0:
        return None
    return _after(plan, (stat, asked, value), factor, shift, _told_change(story))


def _effect(story: Story) -> tuple[str | None, str | None]:
    """The factor and the number added."""
    way, c = (story.text("way") or "").lower(), story.text("c")
    if way in _SCALES:
        return _SCALES[way], "0"
    if c is None:
        return None, None
    if way.startswith("multiplied"):
        return c, "0"
    if way.startswith("divided"):
        return (f"1/({c})", "0") if Fraction(c) else (None, None)
    down = way.startswith(("decreased", "reduced", "subtracted"))
    return "1", f"-{c}" if down else c


def _told_change(story: Story) -> str:
    way, c = (story.text("way") or "").lower(), story.text("c")
    if c is None:
        return f"every value is {way}"
    if way.startswith(("added", "subtracted")):
        return f"{c} is {way} every value"
    return f"every value is {way} {c}"


def _after(
    plan: Planner, told: tuple[str, str, str], factor: str, shift: str, change: str
) -> Problem | None:
    stat, asked, value = told
    plan.given = {**plan.given, "f": number(factor) if "/(" not in factor else
                  plan.formula(factor), "c": plan.formula(shift)}  # fmt: skip
    if stat in ("variance", "standard deviation"):
        plan.setup("Choose the formula", "Adding changes no spread; a factor f multiplies it by f")
        variance = "v" if stat == "variance" else "v^2"
        plan.find("w", "Multiply the variance by the square of the factor", f"f^2*{variance}")
        if asked == "standard deviation":
            plan.find("d", "Take the square root", "sqrt(w)").check(f"(answer/f)^2 = {variance}")
        else:
            plan.check(f"answer/(f*f) = {variance}")
    elif stat == "range":
        plan.setup("Choose the formula", "Adding changes no range; a factor f multiplies it by f")
        plan.find("w", "Multiply", "f*v").check("answer/f = v")
    elif stat in ("mean", "median", "mode"):
        plan.setup("Choose the formula", f"What is done to every value is done to the {stat}")
        plan.find("w", "Do it", "f*v + c").check("(answer - c)/f = v")
    else:
        return None
    read_as = f"The {stat} of a data set is {value}. If {change}, find the new {asked}."
    return plan.problem(Kind.STATISTICS, read_as)


READERS: Final = (
    Moments(),
    Sums(),
    Synonymous(Family(KEYS, grammar(_CHANGED), _changed), SAID),
)
