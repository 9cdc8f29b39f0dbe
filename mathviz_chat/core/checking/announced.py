"""The final answer that a line announces: "Answer: ...", "the answer is ...", a box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mathviz_chat.core.reading.units import match_unit

_ANSWER_LABEL = re.compile(
    r"^\W*(?:(?:so|thus|hence|therefore|and)[,\s]+)?(?:the\s+)?(?:final\s+|correct\s+)?"
    r"(?:answer|ans|result)\W{0,4}(?:\s*is)?\s*[:=]\W*?\s*(?=\S)(?P<answer>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_LABEL_INSIDE = re.compile(
    r"[.!?:)\]}]\W{0,4}\s\W{0,4}(?:The\s+)?(?:Final\s+|final\s+)?(?:Answer|answer)\W{0,3}:\W*?\s*"
    r"(?=\S)(?P<answer>.+)$",
    re.DOTALL,
)
"""``It has no remainder. Answer: 0``, in one line."""
_ANSWER_IS = re.compile(
    r"\b(?:the|our|your|my|final)\s+(?:final\s+|correct\s+)?"
    r"(?:answer|solution|solutions|solution set|roots)\s+(?:is|are)(?!n['’]t|not)\b"
    r"\s*:?\s*(?P<answer>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_ANOTHER_OF_IT: Final = re.compile(
    r"\b(?:of|than|times|twice|thrice|half|double|triple|minus|plus|over|by|from|to|without|except)"
    r"\s+(?:all\s+|both\s+)?$",
    re.IGNORECASE,
)
_UNCLAIMED: Final = re.compile(
    r"\b(?:if|whether|unless|suppose|supposing|assume|assuming|doubt|wonder|deny|denies)\b",
    re.IGNORECASE,
)
_OF_ROOTS: Final = re.compile(r"\w+\s+(?:\w+\s+)?roots\b", re.IGNORECASE)
_SOLUTION_SET = re.compile(
    r"^\W*(?:(?:so|thus|hence|therefore)[,\s]+)?(?:"
    r"(?:S|L|IL|𝕃|𝕊|S\.\s?S\.|solution set)\s*[=:]\s*(?P<set>\{[^{}]*\}|∅|\\\{.*\\\})\s*\W*|"
    r"(?:the\s+)?(?:roots?|solutions?)\s*(?:are\s*)?:\s*(?P<list>\S.*))$",
    re.IGNORECASE | re.DOTALL,
)
_HASHES = re.compile(r"^\s*####\s*(?P<answer>\S.*)$", re.DOTALL)
_IN_WORDS: Final = re.compile(
    r"^(?:[\s*•>#$]|\\[(\[])*(?:(?:so|thus|hence|therefore|then|and),?\s+)?(?P<name>[a-z])\s+"
    r"(?:is equal to|is|equals|must be|has to be|must equal)\s+(?=[-−\d√])",
    re.IGNORECASE,
)
_SO: Final = re.compile(r"^\W*(?:so|thus|hence|therefore|then)\b,?\s+", re.IGNORECASE)
CONCLUDES: Final = re.compile(
    r"\W*(?:so|thus|hence|therefore|only|finally|in\s+conclusion|altogether|solutions?\s*:)\b",
    re.IGNORECASE,
)
ONLY_CONCLUDES: Final = re.compile(
    r"\W*(?:(?:so|thus|hence|therefore|then|which\s+gives|giving|we\s+get|that\s+is|i\.e\.|the\s+(?:line|"
    r"tangent|equation(?:\s+of\s+the\s+(?:line|tangent))?)(?:\s+is)?)\b[\s,:.]*)*[\s.,:✓$]*",
    re.IGNORECASE,
)
_NO_ANSWER: Final = re.compile(
    r"^(?:as follows|below|the same|given|found|not|never|wrong|incorrect|unknown|unclear)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:[\s:*$`]|\\[(\[]|\b(?:the|value|values|of|[a-z]|is|are|it|they|that|so|we|get|equals|equal"
    r"|to|answer|answers|final|simply|exactly|solution|solutions|roots?|result|therefore|thus|then"
    r"|hence|this)\b)*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[\s*$`]|\\[)\]])*(?:[.,;]?\s*\b(?:because|since)\b.*|[.;]\s[A-Z].*|[.,;]?\s*)",
    re.IGNORECASE | re.DOTALL,
)
_RESTRICTED = re.compile(
    r"(?P<value>[^,;]+?)[\s,;$]*(?:\\q?quad|\\text\{[^{}]*\}|\bwhere\b|\bfor\b|\bwith\b|\bif\b|\bprovided"
    r"(?:\s+that)?\b|[\s,;$(]|\\[,;])*[\s,;(]\$?(?P<restriction>[A-Za-z]\s*(?:!=|≠|\\neq?\b)\s*[-−]?[\w./]+)"
    r"[\s).$]*",
    re.IGNORECASE,
)
_NAMED = re.compile(r"([A-Za-z](?:_\w+)?)\s*(=|≈)\s*\$?\s*$")
_JOINS: Final = re.compile(
    r"(?:[\s$,;]|\\[()\[\],;]|\\q?quad|\\text\{\s*(?:and|or)\s*\}|\b(?:and|or)\b)*", re.IGNORECASE
)
"""What may stand between the boxes of one answer."""
_TAKES_BACK = re.compile(
    r"\b(?:not|no|never|neither|nor|wrong|false|incorrect|mistakes?|error|maybe|perhaps|but|or|"
    r"unless|except|if|actually|instead|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)


def answer_of(text: str, *, of_equation: bool = False, roots: bool = True) -> str | None:
    """The final answer that a line announces: after "Answer:", "the answer is", in a box.

    of_equation: one is to be solved, so that ``S = {2, 3}`` and ``roots: 2, 3`` announce it.
    roots: the answer may be called so; not that of an inequality, which names them on the way.
    """
    boxed = boxed_content(text)
    if boxed is not None:
        return boxed
    for pattern in (_HASHES, _ANSWER_LABEL, _LABEL_INSIDE, _ANSWER_IS):
        found = pattern.search(text)
        if found and pattern is _ANSWER_IS and _is_of_it(text[: found.start()]):
            return None
        if found and (roots or not _OF_ROOTS.match(found[0])):
            answer = bare(found["answer"])
            return answer if answer and not _NO_ANSWER.match(answer) else None
    listed = _SOLUTION_SET.match(text) if of_equation else None
    if listed is None:
        return None
    empty = listed["set"] is not None and not listed["set"].strip("{}\\ ∅")
    return "no solution" if empty else bare(listed["set"] or listed["list"])


def _is_of_it(before: str) -> bool:
    """``Half of the solution is 2``, ``If the answer is 2``: it speaks of another number, or claims
    nothing."""
    sentence = re.split(r"[.!?;]\s", before)[-1]
    return _ANOTHER_OF_IT.search(sentence) is not None or _UNCLAIMED.search(sentence) is not None


def in_signs(answer: str) -> str:
    """``So x must be 5`` as ``x = 5``, ``So x ≡ 6 (mod 7)`` without its "so"."""
    return _SO.sub("", _IN_WORDS.sub(r"\g<name> = ", answer))


def without_restriction(answer: str) -> tuple[str, str] | None:
    """``x + 3, where x != 3`` as ("x + 3", "x != 3"); None where it names no excluded value."""
    found = _RESTRICTED.fullmatch(answer)
    return None if found is None else (found["value"], found["restriction"])


def says_only(answer: str, formula: str) -> bool:
    """Whether an announced answer is that formula, and its other words change nothing about it."""
    before, found, after = answer.rpartition(formula)
    if not found or not _BEFORE.fullmatch(before) or not _AFTER.fullmatch(after):
        return False
    return _TAKES_BACK.search(after) is None


def boxed_content(text: str) -> str | None:
    r"""What the last ``\boxed{...}`` holds; its whole formula where that is ``x = \boxed{5}``.

    Several boxes are one answer, ``\boxed{2}`` and ``\boxed{3}``; with other words between them it
    is all that text, since it is not known which of them counts.
    """
    boxes = list(_boxes(text))
    if not boxes:
        return None
    said = list(dict.fromkeys(bare(box.content) for box in boxes))
    if len(said) == 1:
        return said[0]
    between = [text[one.end : two.start] for one, two in pairwise(boxes)]
    if not all(map(_JOINS.fullmatch, between)):
        return text[boxes[0].start : boxes[-1].end]
    if any(re.search(r"\bor\b", gap) for gap in between):
        return " or ".join(said)
    return (" and " if all("=" in one for one in said) else ", ").join(said)


_UNIT_AFTER: Final = re.compile(
    r"\s*(?:\\[,; ]\s*)*(?:\$|\\[)\]])?"
    r"(?:\s*\\(?:text|mathrm)\s*\{\s*(?P<unit>[A-Za-z/ ^0-9]+?)\s*\}(?:\^\{?(?P<power>[23])\}?)?)?"
)
_TOUCHES_BEFORE: Final = re.compile(
    r"(?:[-−+*/^_×·÷±<>≤≥≠(\[{|\d)\]}]|\\(?:cdot|times|div|pm|mp|l[et]q?|g[et]q?|neq?|not)"
    r"|[<>!≠]=|(?<![A-Za-z\\])(?!a\b)[A-Za-z])\s*\$?\s*$"
)
_OPENS_FORMULA: Final = re.compile(
    r"(?:\\[(\[]|\\text\w*\s*\{[^{}]*\}|\\end\{[a-z]+\}|\*\*|\d\.|[-*>]\s+)\s*\$*\s*$"
)
_LISTED_BEFORE: Final = re.compile(r"[\d)}]\s*\$?\s*(?:,|,?\s*\b(?:or|and)\b)\s*\$?\s*$")
_TOUCHES_AFTER: Final = re.compile(
    r"\s*[-−+*/^_×·÷±<>=≤≥≠'(\[{|°%]|!|\s*\d|\.\d|[A-Za-z]|\s*[A-Za-z](?![A-Za-z])"
    r"|\s*\\(?:cdot|times|div|pm|mp|l[et]q?|g[et]q?|neq?|circ|%|frac|sqrt|approx)"
)


def beside_boxes(text: str) -> tuple[str, str | None]:
    """What follows the last box; and what touches the boxes, so that it belongs to the answer:
    ``-`` of ``-\\boxed{3}``, ``5 or`` before a box."""
    boxes = list(_boxes(text))
    if not boxes:
        return "", None
    before, after = text[: boxes[0].start].rstrip(" "), text[boxes[-1].end :]
    listed, touching = _LISTED_BEFORE.search(before), _TOUCHES_BEFORE.search(before)
    if touching is not None and _OPENS_FORMULA.search(before):
        touching = None
    touched = listed or touching or _TOUCHES_AFTER.match(after)
    return after, None if touched is None else touched[0].strip()


def gives_other(text: str, unknowns: tuple[str, ...]) -> bool:
    """``x + 1 = \\boxed{2}``: what the first box is equal to is not the unknown alone."""
    box = next(_boxes(text), None)
    if box is None or not unknowns:
        return False
    formula = _FORMULA_START.split(text[: box.start])[-1]
    named = rf"\s*{re.escape(unknowns[0])}(?:_\w+)?\s*[=≈]"
    of_unknown = re.search(rf"(?<![A-Za-z]){re.escape(unknowns[0])}(?![A-Za-z])", formula)
    ends = formula.rstrip(" $").endswith(("=", "≈"))
    return ends and of_unknown is not None and re.match(named, formula) is None


_FORMULA_START: Final = re.compile(
    r"[$,:;]|\\[(\[]|\b(?:so|then|thus|hence|therefore|and|or|is)\b|[⇒→]|\\(?:Rightarrow|implies)"
)


@dataclass(frozen=True, slots=True)
class _Box:
    """A box with the formula that ends in it; where both begin and end."""

    content: str
    start: int
    end: int


def _boxes(text: str) -> Iterator[_Box]:
    place = 0
    while (start := text.find("\\boxed{", place)) >= 0:
        opened = start + len("\\boxed{")
        end = _closing(text, opened)
        content = text[opened:end]
        named = _NAMED.search(text, place, start)
        if named:
            content, start = f"{named[1]} {named[2]} {content}", named.start()
        unit, after = _unit_after(text, end + 1)
        if unit:
            content, end = f"{content} {unit}", after - 1
        yield _Box(content, start, end + 1)
        place = end


def _unit_after(text: str, place: int) -> tuple[str, int]:
    """The unit after a box, ``\\boxed{17} cents``, and its end; none without one."""
    found = _UNIT_AFTER.match(text, place)
    if found is not None and found["unit"] is not None:
        unit = found["unit"] + (f"^{found['power']}" if found["power"] else "")
        known = match_unit(f" {unit}", 0, all_symbols=True)
        whole = known is not None and known[1] == len(unit) + 1
        return (unit, found.end()) if whole else ("", place)
    start = place if found is None else found.end()
    known = match_unit(text, start)
    return ("", place) if known is None else (text[start : known[1]].strip(), known[1])


def _closing(text: str, opened: int) -> int:
    """Where the brace closes that was opened before; the end of the text without one."""
    depth = 1
    for place in range(opened, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return len(text)


def bare(answer: str) -> str:
    """Without emphasis, dollar signs around the whole, and the full stop."""
    answer = answer.strip()
    while True:
        before = answer
        answer = answer.strip().strip("*`").strip()
        if not answer.endswith(".."):  # dots say that a decimal goes on
            answer = answer.removesuffix(".")
        for opening, closing in (("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]")):
            inside = answer[len(opening) : -len(closing)]
            wrapped = answer.startswith(opening) and answer.endswith(closing)
            if wrapped and len(answer) > len(opening) + len(closing) and opening not in inside:
                answer = inside
        if answer == before:
            return answer
