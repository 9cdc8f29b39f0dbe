"""Values of sine, cosine and tangent that follow from one of them and the quadrant.

``If sin A = 3/5 and A is acute, find cos A``: also of 2A, A/2 and A + B. The second way is the
angle itself, by an inverse function.
"""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers import ratio_words
from mathviz_chat.core.problems.readers.ratio_words import Target, Told, is_positive
from mathviz_chat.core.reading import to_plain

_NAMES: Final = ("sct", "uvw")
"""The values of sine, cosine and tangent of the first angle and of the second, in formulas."""

_WORDS: Final = {"sin": "sine", "cos": "cosine", "tan": "tangent", "sec": "secant",
                 "csc": "cosecant", "cot": "cotangent"}  # fmt: skip
_INVERTED: Final = {"sec": "cos", "csc": "sin", "cot": "tan"}
_QUADRANTS: Final = ("first", "second", "third", "fourth")
_IDENTITIES: Final = {
    ("sin", "2A"): ("2*s*c", "sin(2{0}) = 2*sin({0})*cos({0})"),
    ("cos", "2A"): ("c^2 - s^2", "cos(2{0}) = cos({0})^2 - sin({0})^2"),
    ("tan", "2A"): ("2*t/(1 - t^2)", "tan(2{0}) = 2*tan({0})/(1 - tan({0})^2)"),
    ("sin", "A/2"): ("sqrt((1 - c)/2)", "sin({0}/2)^2 = (1 - cos({0}))/2"),
    ("cos", "A/2"): ("sqrt((1 + c)/2)", "cos({0}/2)^2 = (1 + cos({0}))/2"),
    ("tan", "A/2"): ("s/(1 + c)", "tan({0}/2) = sin({0})/(1 + cos({0}))"),
    ("sin", "A + B"): ("s*v + c*u", "sin({0} + {1}) = sin({0})*cos({1}) + cos({0})*sin({1})"),
    ("sin", "A - B"): ("s*v - c*u", "sin({0} - {1}) = sin({0})*cos({1}) - cos({0})*sin({1})"),
    ("cos", "A + B"): ("c*v - s*u", "cos({0} + {1}) = cos({0})*cos({1}) - sin({0})*sin({1})"),
    ("cos", "A - B"): ("c*v + s*u", "cos({0} - {1}) = cos({0})*cos({1}) + sin({0})*sin({1})"),
    ("tan", "A + B"): ("(t + w)/(1 - t*w)",
                       "tan({0} + {1}) = (tan({0}) + tan({1}))/(1 - tan({0})*tan({1}))"),
    ("tan", "A - B"): ("(t - w)/(1 + t*w)",
                       "tan({0} - {1}) = (tan({0}) - tan({1}))/(1 + tan({0})*tan({1}))"),
}  # fmt: skip


def read(clauses: Clauses) -> Problem | None:
    """The one value that is asked for."""
    found = ratio_words.told(". ".join(clauses.sentences))
    return None if found is None or len(found.asked) != 1 else _problem(found, found.asked[0])


def said_again(text: str) -> str | None:
    """Several values of the same angles: each in its part."""
    found = ratio_words.told(text)
    if found is None or not 2 <= len(found.asked) <= 6:
        return None
    each = zip("abcdef", found.asked, strict=False)
    return " ".join(f"({label}) If {_told(found, one)}, find {one}." for label, one in each)


def _told(found: Told, target: Target) -> str:
    parts = [
        f"{found.ratios[name][0]}({name}) = {to_plain(found.ratios[name][1])}"
        for name in target.letters
    ]
    for name in target.letters:
        (quarter,) = found.quarters[name]
        parts.append(f"{90 * quarter}° < {name} < {90 * (quarter + 1)}°")
    return " and ".join(parts)


class _Angle:
    """One angle: the ratio that is told, and those that are found from it."""

    def __init__(self, found: Told, letter: str, names: str) -> None:
        self.function, self.value = found.ratios[letter]
        (self.quarter,) = found.quarters[letter]
        self.name = dict(zip(("sin", "cos", "tan"), names, strict=True))
        self.letter = letter
        self.told = self.name.get(self.function) or {"s": "k", "u": "m"}[names[0]]
        self.known = {self.function} & {*self.name}

    def exists(self) -> bool:
        """Whether an angle has such a ratio, and none that is a multiple of 90°."""
        size = abs(recount.real(recount.value(self.value)))
        if self.function in ("sin", "cos"):
            return bool(0 < size < 1)
        return bool(size > (1 if self.function in ("sec", "csc") else 0))

    def find(self, plan: Planner, function: str) -> str:
        """A line for the ratio, and for those that it needs; its name."""
        name, own = self.name[function], self.name
        if function in self.known:
            return name
        if _INVERTED.get(self.function) == function:
            rule = f"Invert the {_WORDS[self.function]} for the {_WORDS[function]} of {self.letter}"
            plan.find(name, rule, f"1/{self.told}")
        elif function == "tan":
            sine, cosine = self.find(plan, "sin"), self.find(plan, "cos")
            plan.find(
                name, f"Divide sine by cosine for the tangent of {self.letter}", f"{sine}/{cosine}"
            )
        elif "tan" in self._sources() and function == "cos":
            tangent = self.find(plan, "tan")
            self._signed(
                plan, function, f"1/sqrt(1 + {tangent}^2)", "1 + tan({0})^2 = 1/cos({0})^2"
            )
        elif "tan" in self._sources():
            cosine = self.find(plan, "cos")
            rule = f"Multiply tangent and cosine for the sine of {self.letter}"
            plan.find(name, rule, f"{own['tan']}*{cosine}")
        else:
            other = self.find(plan, "cos" if function == "sin" else "sin")
            self._signed(plan, function, f"sqrt(1 - {other}^2)", "sin({0})^2 + cos({0})^2 = 1")
        self.known.add(function)
        return name

    def _sources(self) -> set[str]:
        return {_INVERTED.get(self.function, self.function)}

    def _signed(self, plan: Planner, function: str, root: str, identity: str) -> None:
        """A square root with the sign that the ratio has in its quadrant."""
        plan.state("Use the identity", identity.format(self.letter))
        positive = is_positive(function, self.quarter)
        why = (
            f"In the {_QUADRANTS[self.quarter % 4]} quadrant the {_WORDS[function]} is "
            f"{'positive' if positive else 'negative'}."
        )
        rule = f"Solve for the {_WORDS[function]} of {self.letter}"
        plan.find(self.name[function], rule, root if positive else f"-{root}", why)

    def directly(self) -> str:
        """The angle itself, in radians."""
        inverse = _INVERTED.get(self.function, self.function)
        size = f"|{self.told}|" if inverse == self.function else f"1/|{self.told}|"
        turned = ("{0}", "pi - {0}", "pi + {0}", "2*pi - {0}")[self.quarter % 4]
        return f"({turned.format(f'arc{inverse}({size})')} + {2 * (self.quarter // 4)}*pi)"


def _problem(found: Told, target: Target) -> Problem | None:
    angles = [_Angle(found, name, own) for name, own in zip(target.letters, _NAMES, strict=False)]
    if not all(one.exists() for one in angles):
        return None
    plan = Planner({one.told: one.value for one in angles})
    asked = _INVERTED.get(target.function, target.function)
    if target.shape == "A":
        name = angles[0].find(plan, asked)
    else:
        name = _by_identity(plan, target, asked, angles)
    if asked != target.function:
        plan.find("i", f"Invert the {_WORDS[asked]} for the {_WORDS[target.function]}", f"1/{name}")
    inside = _inside(target, [one.directly() for one in angles])
    plan.check(
        f"answer = {asked}({inside})"
        if asked == target.function
        else f"answer = 1/{asked}({inside})"
    )
    if not plan.works:
        return None
    recount.value(plan.value())  # says why there is none: tan(90°)
    read_as = f"If {_told(found, target)}, find {target}."
    return plan.problem(Kind.RATIO_VALUE, read_as, decimals=False)


def _by_identity(plan: Planner, target: Target, asked: str, angles: list[_Angle]) -> str:
    """The ratios of the angles that the identity needs, then that of the angle asked for."""
    formula, identity = _IDENTITIES[asked, target.shape]
    for one in angles:
        for function, name in one.name.items():
            if name in formula.replace("sqrt", ""):
                one.find(plan, function)
    plan.state("Use the identity", identity.format(*target.letters))
    half = angles[0].quarter // 2
    root = target.shape == "A/2" and asked != "tan"
    positive = not root or is_positive(asked, half)
    why = None if not root else (
        f"{target.letters[0]}/2 lies between {45 * angles[0].quarter}° and "
        f"{45 * (angles[0].quarter + 1)}°, where the {_WORDS[asked]} is "
        f"{'positive' if positive else 'negative'}."
    )  # fmt: skip
    rule = f"Put the values in for the {_WORDS[asked]}"
    plan.find("y", rule, formula if positive else f"-{formula}", why)
    return "y"


def _inside(target: Target, angles: list[str]) -> str:
    if target.shape in ("A", "2A", "A/2"):
        return {"A": angles[0], "2A": f"2*{angles[0]}", "A/2": f"{angles[0]}/2"}[target.shape]
    return f"{angles[0]} {target.shape[2]} {angles[1]}"
