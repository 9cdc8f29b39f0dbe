"""One quantity proportional to another, to its square, cube or root, directly or inversely."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import Hit, number

_KEYS: Final = re.compile(r"\bproportional|\bvar(?:y|ies|iation)\b|∝|\\propto", re.I)
_GRAMMAR: Final = """
IN = [mm|cm|m|km|metres|meters|newtons|n|kg|grams|g|seconds|minutes|hours|amps|volts|ohms|litres|
    liters|degrees|units]
DEPENDENT = [[quantity|variable|{name_y:thing}]? {y:letter} IN? [of {of_y:thing}]?]
OTHER = [[{of:powerof} of]? [quantity|variable|{name_x:thing}]? {x:powered} IN?]
law:
    [if|2 quantities|variables]* DEPENDENT [is|are]? [directly]? proportional to OTHER
    [if]? DEPENDENT [varies|vary|changes] [directly]? [as|with] OTHER
    [if]? DEPENDENT [∝|\\propto] {x:powered}
    [if]? DEPENDENT [varies|vary] [as|with] OTHER directly
inverse law:
    [if]? DEPENDENT [is|are]? [inversely|indirectly] proportional to OTHER
    [if]? DEPENDENT [varies|vary] [inversely|indirectly] [as|with] OTHER
    [if]? DEPENDENT [∝|\\propto] 1/ {x:powered}
    [if]? DEPENDENT [∝|\\propto] {over:overpower}
    [if]? DEPENDENT [varies|vary] [as|with] OTHER inversely
known:
    {p:letter} [=|is|was|equals] {v} [when|for|if|at|where] {q:letter} [=|is|was|equals] {w}
    [when|for|if|at|where]? {q:letter} [=|is|was|equals] {w} [then]? {p:letter} [=|is|was|equals]
        {v}
asked:
    FIND [value of]? {f:letter} [when|for|if|at|where] {g:letter} [=|is|equals] {u}
    [when|for|if|at|where] {g:letter} [=|is|equals] {u} FIND [value of]? {f:letter}
    what [does|will|would] {f:letter} [equal|be|become] [when|for|if|at|where] {g:letter} [=|is|
        equals]
        {u}
asked constant:
    FIND [value of]? [constant of [proportionality|variation]|constant k|k|proportionality constant]
"""

_POWERS: Final = {
    "²": 2,
    "^2": 2,
    "squared": 2,
    "square": 2,
    "³": 3,
    "^3": 3,
    "cubed": 3,
    "cube": 3,
}


def _power(rule: Hit) -> tuple[str, str] | None:
    """The letter of what the law depends on, and "1", "2", "3" or "root"; None where it has two."""
    text = rule.get("x") or re.sub(r"^1\s*/\s*", "", rule.get("over") or "").strip("() ")
    found = re.fullmatch(
        r"(√|sqrt)?\s*\(?\s*([A-Za-z])\s*\)?\s*(²|³|\^[23]|squared|cubed)?", text, re.I
    )
    if found is None:
        return None
    said = [str(_POWERS[found[3].lower()])] if found[3] else []
    said += ["root"] if found[1] else []
    of = (rule.get("of") or "").lower()
    if of:
        said.append("root" if "root" in of else str(_POWERS[of.split()[0]]))
    return (found[2], said[0] if said else "1") if len(said) < 2 else None


def _read(story: Story) -> Problem | None:
    law, inverse = story.get("law"), story.get("inverse law")
    known, rule = story.get("known"), law or inverse
    if (law is None) == (inverse is None) or rule is None or known is None:
        return None
    found = _power(rule)
    if found is None:
        return None
    x, power = found
    at = {known["p"]: known["v"], known["q"]: known["w"]}
    if set(at) != {x, rule["y"]} or x == rule["y"]:
        return None
    asked, constant = story.get("asked"), story.get("asked constant")
    if (asked is None) == (constant is None):
        return None
    if asked is None:
        return _law(rule["y"], x, power, law is not None, (at[rule["y"]], at[x]), None)
    if {asked["f"], asked["g"]} != {x, rule["y"]}:
        return None
    wanted = (asked["f"], asked["g"], asked["u"])
    return _law(rule["y"], x, power, law is not None, (at[rule["y"]], at[x]), wanted)


_OF: Final = {"1": "", "2": "the square of ", "3": "the cube of ", "root": "the square root of "}


def _raised(name: str, power: str) -> str:
    return {"1": name, "root": f"sqrt({name})"}.get(power, f"{name}^{power}")


def _law(
    y: str,
    x: str,
    power: str,
    direct: bool,
    known: tuple[str, str],
    wanted: tuple[str, str, str] | None,
) -> Problem | None:
    """``y = k*x^power`` or ``y = k/x^power``; known: one y with its x.

    wanted: the letter that is asked for, the other one and its value; None for the constant k.
    """
    given = {"v": number(known[0]), "w": number(known[1])}
    plan = Planner(given if wanted is None else {**given, "u": number(wanted[2])})
    at, new = _raised("w", power), _raised("u", power)
    word, sign = ("directly", "*") if direct else ("inversely", "/")
    plan.setup("Choose the formula", f"{y} = k {sign} {_raised(x, power)}")
    plan.find("k", "Find the constant k", f"v/{at}" if direct else f"v*{at}")
    told = f"{y} is {word} proportional to {_OF[power]}{x}. {y} = {known[0]} when {x} = {known[1]}."
    if wanted is None:
        plan.check(f"answer*{at} = v" if direct else f"answer/{at} = v")
        read_as = f"{told} Find the constant of proportionality."
        return plan.problem(Kind.PROPORTION, read_as, decimals=False)
    if wanted[0] == y:
        plan.find("z", "Put the value in", f"k{sign}{new}")
        plan.check(f"answer*{at} = v*{new}" if direct else f"answer/{at} = v/{new}")
    elif power != "1":
        return None  # a square has two roots
    else:
        plan.find("z", "Put the value in", "u/k" if direct else "k/u")
        plan.check("answer*v = w*u" if direct else "answer/w = v/u")
    read_as = f"{told} Find {wanted[0]} when {wanted[1]} = {wanted[2]}."
    return plan.problem(Kind.PROPORTION, read_as, decimals=False)


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read),)
