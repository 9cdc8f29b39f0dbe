"""Turns that refer back: "and with 30% off?", "is x = 3 right?", "do it another way".

Pure functions of text: what a turn means beside the exercise before it. Each pattern spans the
whole turn, so that no word of it is left out, and a number is put in only where one place of the
exercise fits; what none fits stays as it was typed. How the question is read then is shown like
any other.
"""

from __future__ import annotations

import re
from typing import Final

_LEAD: Final = r"(?:(?:and|but|so|now|then|ok|okay|well|also|alright)\b[\s,]*)*"
_END: Final = r"(?:\s*,?\s*please)?[\s?.!]*"
_NUMBER: Final = r"\d+(?:,\d{3})*(?:\.\d+)?(?:/\d+)?"
_FUNCTIONS: Final = r"(?:sin|cos|tan|ln|log|exp|sqrt|abs|pi)"

# ------------------------------------------------------------------ which exercise is meant

_TASK: Final = re.compile(
    _LEAD + r"(?:please\s+|can you\s+|could you\s+)?(?:solve|find|calculate|compute|work out|"
    r"evaluate|simplify|expand|factori[sz]e|factor|differentiate|integrate|convert|round|"
    r"what(?:'s| is| are)|how (?:many|much|long|far|old|fast))\b",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    r"^(?:and|but|so|then|also|what if|what about|how about|is|isn't|are|why|how come|where did|"
    r"i (?:got|get|think|don'?t)|my|that|this|it)\b"
    r"|\b(?:instead|again|another way|a different way|differently|(?:right|correct|wrong)\W*$|"
    r"your (?:answer|step|line|working)|(?:step|line) (?:\d+|one|two|three|four|five))\b",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"(?:and|but|what if|what about|how about)\b", re.IGNORECASE)
_MOST_WORDS: Final = 14
_POINTS_BACK: Final = re.compile(r"\b(?:it|that|this|again|instead)\b", re.IGNORECASE)


def refers_back(text: str) -> bool:
    """Whether a turn that no rule reads is about the exercise before rather than one of its own."""
    text = text.strip()
    if len(text.split()) > _MOST_WORDS or "\n" in text:
        return False
    if _TASK.match(text):
        return bool(_POINTS_BACK.search(text))
    return bool(_BACK.search(text)) or _bare(text)


def goes_on(text: str) -> bool:
    """Whether a turn begins as one that goes on from the one before."""
    return _GOES_ON.match(text.strip()) is not None


# ------------------------------------------------------------------ a claimed answer

_VALUE: Final = (
    rf"(?:[-+]?\s?[£$€]?\s?{_NUMBER}|[a-z](?![a-z])|{_FUNCTIONS}(?![a-z])|[-−+*/^=(),{{}}²³√π±∞<>≤≥]|"
    r"\bor\b|\band\b|\s)"
)
_UNIT: Final = (
    r"(?P<unit>\s?%|\s?°|\s?(?!(?:right|correct|ok|okay|true)\b)[a-zµ]{1,12}(?:[/²³^][a-z\d]+)?)?"
)
_UNITS: Final = frozenset(
    (
        *("mph", "kmh", "km", "h", "hour", "hours", "min", "minutes", "s", "seconds", "years"),
        *("m", "cm", "mm", "miles", "kg", "g", "l", "ml", "degrees", "units", "percent"),
        *("dollars", "cents", "euros", "pounds"),
    )
)
_CLAIM: Final = rf"(?P<claim>(?=[^?]*\d)(?:{_VALUE})+?{_UNIT})"
_RIGHT: Final = (
    r"(?:right|correct|ok|okay|true|the (?:right |correct |only )?(?:answers?|solutions?|roots?))"
)
_IS_IT: Final = rf"(?:is|am) (?:that|it|this|i) {_RIGHT}"
_CLAIMS: Final = tuple(
    re.compile(_LEAD + body + r"[\s?.!]*", re.IGNORECASE)
    for body in (
        rf"(?:is|are) (?:(?:it|that|my answer|the answer|the solution):?\s+)?{_CLAIM}"
        rf"(?:\s+{_RIGHT})?",
        r"(?:i (?:got|get|found|think)(?: that)?|my answer is|the answer is|it is|it's)\s*"
        rf"(?:it is |it's |the answer is )?:?\s*{_CLAIM}(?:[\s,.;]+{_IS_IT}|[\s,]+{_RIGHT})?",
        rf"{_CLAIM}(?: (?:is|are) {_RIGHT})?[\s,.;]+(?:{_IS_IT}|{_RIGHT}|isn't it|yes)",
    )
)
_PLAIN_VALUE: Final = re.compile(
    rf"{_LEAD}(?P<claim>[a-z]\s*=\s*[-−]?\s?{_NUMBER}"
    rf"(?:\s*(?:or|and|,)\s*(?:[a-z]\s*=\s*)?[-−]?\s?{_NUMBER})*)[\s?.!]*",
    re.IGNORECASE,
)
_BARE: Final = re.compile(rf"(?:{_VALUE})+", re.IGNORECASE)


def claimed(text: str, exercise: str) -> str | None:
    """The answer that a turn claims to the exercise before: ``x = 3`` of "is x = 3 right?".

    A unit must be a usual one or stand in the exercise: "is 7 prime?" claims nothing.
    """
    text = text.strip()
    for pattern in (*_CLAIMS, _PLAIN_VALUE):
        if found := pattern.fullmatch(text):
            unit = (found.groupdict().get("unit") or "").strip().lower()
            known = not unit.isalpha() or unit in _UNITS or unit in exercise.lower().split()
            return found["claim"].strip() if known else None
    return text if _bare(text) else None


def as_answer(lines: str) -> str:
    """A student's lines; one bare value, ``5`` or ``{2, 3}``, is announced as the answer."""
    return f"Answer: {lines.strip()}" if _bare(lines.strip()) else lines


def _bare(text: str) -> bool:
    """One value or expression, without a word."""
    whole = "=" not in text and "\n" not in text and _BARE.fullmatch(text) is not None
    return whole and any(map(str.isdigit, text))


_WORK: Final = re.compile(
    _LEAD + r"(?:(?:please|can you|could you)\s+)*"
    r"(?:(?:check|mark)\s+(?:my|this|these)(?:\s+(?:work(?:ing)?|solution|steps?|answer|lines?))?|"
    r"(?:is|are)\s+(?:this|these|my\s+(?:work(?:ing)?|solution|steps?|lines?))\s+"
    r"(?:right|correct|ok(?:ay)?))\s*[?:]\s*(?P<lines>(?=.*[\d=]).+)",
    re.IGNORECASE | re.DOTALL,
)


def own_work(text: str) -> str | None:
    """The lines of "check my work: 5x = 15, so x = 3": a student's own, to be marked."""
    found = _WORK.fullmatch(text.strip())
    return None if found is None else found["lines"].strip()


# ------------------------------------------------------------------ another way

_OTHER_WAY: Final = re.compile(
    _LEAD
    + r"(?:(?:please|can you|could you|would you)\s+)*(?:(?:do|solve|show(?: me)?|try|explain|"
    r"work out|is there|give me)\s+)?(?:(?:it|that|this)\s+)?(?:(?:in|using|with)\s+)?"
    r"(?:another|a different|a second|some other|any other) (?:way|method)"
    r"(?: (?:to (?:do|solve) (?:it|this|that)|of (?:doing|solving) (?:it|this|that)))?"
    + _END
    + r"|"
    + _LEAD
    + r"(?:(?:please|can you|could you)\s+)*(?:do|solve) (?:it|that|this) differently"
    + _END,
    re.IGNORECASE,
)
_NAMED_WAY: Final = re.compile(
    _LEAD + r"(?:(?:please|can you|could you)\s+)*(?:(?:do|solve|try)\s+)?"
    r"(?:(?:it|that|this|the same)\s+)?"
    r"(?P<way>from first principles|(?:by|using|with) (?:factori[sz]ing|factoring|"
    r"the (?:quadratic )?formula|completing the square|substitution|elimination|parts))"
    r"(?: instead)?" + _END,
    re.IGNORECASE,
)


def asks_another_way(text: str) -> bool:
    """ "do it another way": the same exercise by another method."""
    return _OTHER_WAY.fullmatch(text.strip()) is not None


# ------------------------------------------------------------------ the whole, or a hint

_SOLUTION: Final = re.compile(
    _LEAD + r"(?:(?:please|can you|could you)\s+)*(?:(?:i give up|no idea|i don'?t know)[\s,.!:]*)?"
    r"(?:(?:just\s+)?(?:(?:solve|answer|calculate) "
    r"(?:it|this|that|the (?:exercise|problem|question))|"
    r"(?:show|tell|give)(?: me)? (?:the|your) (?:whole |full |right |correct )?(?:answer|solution)|"
    r"what(?:'s| is| was) the (?:right |correct )?(?:answer|solution)|i give up|no idea)"
    r"(?: for me)?)" + _END,
    re.IGNORECASE,
)
_HINT: Final = re.compile(
    _LEAD + r"(?:(?:please|can you|could you|can i|could i|may i|i(?:'d like| want| need))\s+)*"
    r"(?:(?:give|have|get|show|tell)\s+(?:me\s+)?)?(?:(?:a|another|one more|the next|the)\s+)?"
    r"(?:small |little |tiny )?(?:hint|tip|clue)"
    + _END
    + r"|"
    + _LEAD
    + r"what (?:do|should|must|can) i do (?:first|next|now)"
    + _END,
    re.IGNORECASE,
)


def asks_solution(text: str) -> bool:
    """ "show me the answer": the whole solution of the exercise at hand."""
    return _SOLUTION.fullmatch(text.strip()) is not None


def asks_hint(text: str) -> bool:
    """ "give me a hint": the next one for the exercise at hand."""
    return _HINT.fullmatch(text.strip()) is not None


# ------------------------------------------------------------------ with something else put in

_IF: Final = r"(?:what (?:happens )?(?:if|about)|how about|if|with|for|suppose|of|at)"
_VERB: Final = (
    r"(?:(?:it|that|this|there|they|we|you|the \w+)\s+)?"
    r"(?:(?:is|was|are|were|be|takes?|took|costs?|had|has|have|use[sd]?)\s+)?(?:only\s+)?"
)
_TERM: Final = rf"(?:{_NUMBER}[a-z]?(?:\^\d)?(?![a-z\d]))"
_SWAP: Final = re.compile(
    _LEAD + rf"(?:{_IF}\s+)?{_VERB}(?P<new>{_TERM}) instead of (?P<old>{_TERM})" + _END,
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    _LEAD + rf"(?:{_IF}\s+)*{_VERB}(?P<money>[£$€]?)(?P<new>{_NUMBER})(?P<unit>\s?%|\s?[a-z]+)?"
    r"(?P<off>\s+off)?(?:\s+instead)?" + _END,
    re.IGNORECASE,
)
_IN_WORDS: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|"
    r"half|quarter|third|twice|thrice|double|triple|dozen)\b",
    re.IGNORECASE,
)
_NO_UNITS: Final = frozenset(
    ["off", "instead", "and", "or", "of", "per", "more", "less", "times", "is", "at", "by"]
)
_FORMULA: Final = rf"(?P<formula>(?=[^?]*[a-z\d])(?:{_VALUE})+)"
_SAME_TASK: Final = re.compile(
    r"(?:and|but|so|now|then|ok|okay|what about|how about|and for|and what about|now for)[\s:,]+"
    rf"(?:for |with )?{_FORMULA}[\s?.!]*",
    re.IGNORECASE,
)
_ONE_FORMULA: Final = re.compile(
    rf"(?P<task>(?:[A-Za-z']{{2,}} )+(?:of |for [a-z]: ?)?){_FORMULA}(?P<end>[\s?.!]*)",
    re.IGNORECASE,
)
_KEEPS_VALUE: Final = re.compile(r"(?:simplify|expand|factori[sz]e|factor)\b", re.IGNORECASE)
_DERIVES: Final = re.compile(r"differentiate\b|.*\bderivative of\b", re.IGNORECASE)
_INTEGRATES: Final = re.compile(r"integrate\b", re.IGNORECASE)
_DO_IT: Final = re.compile(
    _LEAD
    + r"(?:please\s+|can you\s+|could you\s+)?(?P<verb>differentiate|integrate|expand|simplify|"
    r"factori[sz]e|factor) (?:it|that|this)" + _END,
    re.IGNORECASE,
)
_ORDER: Final = re.compile(
    _LEAD + r"(?:what is |find |give me )?the (?P<order>second|third) derivative" + _END,
    re.IGNORECASE,
)
_ONCE_MORE: Final = re.compile(
    _LEAD + r"(?:differentiate (?:it )?)?(?:again|once more|a second time)" + _END, re.IGNORECASE
)
_AT: Final = re.compile(_LEAD + rf"(?P<at>at [a-z] ?= ?-?{_NUMBER})" + _END, re.IGNORECASE)
_LIMITS: Final = re.compile(
    _LEAD + rf"(?P<limits>from -?{_NUMBER} to -?{_NUMBER})" + _END, re.IGNORECASE
)


def stand_alone(text: str, exercise: str) -> str | None:
    """A turn as a question that stands for itself, put together with the exercise before it; None
    where it does not say clearly what of it changes."""
    text, exercise = text.strip(), exercise.strip()
    if claimed(text, exercise):
        return None
    if asks_another_way(text) or asks_solution(text):
        return exercise
    if found := _NAMED_WAY.fullmatch(text):
        return f"{exercise.rstrip(' ?.!')} {found['way']}"
    if found := _SWAP.fullmatch(text):
        term = re.escape(found["old"])
        letters = "" if found["old"].isdigit() else r"\w"  # the 2 of 2x may be meant by "2"
        return _only_place(exercise, rf"(?<![\w.]){term}(?![{letters}\d%]|[.,]\d)", found["new"])
    if found := _OTHER.fullmatch(text):
        return _other_number(exercise, found)
    return _about_the_formula(text, exercise)


def _other_number(exercise: str, found: re.Match[str]) -> str | None:
    """``30%`` for the one percentage of the exercise, ``3 hours`` for its one number of hours."""
    unit = (found["unit"] or "").strip().lower()
    if unit in _NO_UNITS or _IN_WORDS.search(exercise):
        return None  # "two hours" may be what changes
    if found["off"] and not re.search(r"\boff\b", exercise, re.IGNORECASE):
        return None
    before = re.escape(found["money"]) if found["money"] else r"(?<![\w.£$€^])"
    after = r"(?![\w%]|[.,]\d)"
    if unit == "%":
        after = r"(?=\s?%)"
    elif unit:
        after = rf"(?=\s?{re.escape(unit.removesuffix('s'))}s?\b)"
    elif len(re.findall(r"\d+(?:[.,]\d+)*", exercise)) > 1 and not found["money"]:
        return None
    number = rf"(?<![\d.]){_NUMBER}"
    return _only_place(exercise, rf"{before}{number}{after}", found["money"] + found["new"])


def _only_place(exercise: str, pattern: str, put_in: str) -> str | None:
    places = list(re.finditer(pattern, exercise, re.IGNORECASE))
    if len(places) != 1:
        return None
    return exercise[: places[0].start()] + put_in + exercise[places[0].end() :]


def _about_the_formula(text: str, exercise: str) -> str | None:
    whole = _ONE_FORMULA.fullmatch(exercise)
    if whole is None:
        return None
    task, formula = whole["task"].strip(), whole["formula"].strip()
    if found := _SAME_TASK.fullmatch(text):
        same = ("=" in found["formula"]) == ("=" in formula)
        return f"{task} {found['formula'].strip()}" if same else None
    if (found := _DO_IT.fullmatch(text)) and _KEEPS_VALUE.match(task):
        return f"{found['verb']} {formula}"
    if (found := _LIMITS.fullmatch(text)) and _INTEGRATES.match(task):
        return f"{task} {formula} {found['limits']}"
    if not _DERIVES.match(task):
        return None
    if found := _ORDER.fullmatch(text):
        return f"Find the {found['order']} derivative of {formula}"
    if _ONCE_MORE.fullmatch(text):
        return f"Find the second derivative of {formula}"
    found = _AT.fullmatch(text)
    return f"Find the derivative of {formula} {found['at']}" if found else None
