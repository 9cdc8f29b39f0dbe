"""Calculus and roots as one writes them: ``integral(x, x)`` is ``∫ x dx``, ``sqrt(3)`` ``√3``.

Only how it is written changes. Brackets are put around where the extent would be open otherwise,
and a call that is not of the known form stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from mathviz_chat.ui.scripts import subscript, superscript

MAX_CALL: Final = 400  # characters between the brackets; a longer call stays as it is

_CALL: Final = re.compile(r"(?<![A-Za-z_])(?P<name>integral|derivative|partial|lim)\(")
_ROOT: Final = re.compile(
    r"(?<![A-Za-z_])(?P<name>sqrt|cbrt)\((?P<atom>\d{1,6}|[a-z])\)"
    # what cannot be taken for a part of the radicand
    r"(?=\s*(?:$|[-+/·=<>≤≥≠≈⇒→±,;:?)\]}|]|\*(?!\*)|\.(?!\d)|!=)"
    r"|\s+(?!(?:sin|cos|tan|ln|log|exp|pi|sqrt|cbrt|abs)\b)[A-Za-z]{2,})"
)
_ROOTS: Final = {"sqrt": "√", "cbrt": "∛"}
_FACTOR_BEFORE: Final = re.compile(r"[/^]\s*$|[A-Za-z]\s*$")
_FACTOR_AFTER: Final = re.compile(r"\s*[*/^!·×]|[\w(\[]")
_TERM_AFTER: Final = re.compile(r"\s*[-+±]")


def in_usual_notation(text: str) -> str:
    """``text`` with its calls of integrals, derivatives, limits and roots of atoms written out."""
    shown, at = "", 0
    for found in _CALL.finditer(text):
        if found.start() < at:
            continue  # within the call before, which has written it
        end = _closing(text, found.end())
        if end is None:
            continue
        parts = [in_usual_notation(part) for part in _parts(text[found.end() : end])]
        written = _WRITERS[found["name"]](parts)
        if written is None:
            continue
        sum_after = found["name"] == "lim" and _TERM_AFTER.match(text, end + 1)
        closed = found["name"] in ("derivative", "partial")
        open_ended = _FACTOR_BEFORE.search(text[at : found.start()]) or sum_after
        if not closed and (open_ended or _FACTOR_AFTER.match(text, end + 1)):
            written = f"({written})"
        shown += text[at : found.start()] + written
        at = end + 1
    return _ROOT.sub(_root, shown + text[at:])


def _root(match: re.Match[str]) -> str:
    return _ROOTS[match["name"]] + match["atom"]


def _closing(text: str, start: int) -> int | None:
    """Where the bracket closes that opened before ``start``."""
    depth = 1
    for place in range(start, min(len(text), start + MAX_CALL)):
        depth += (text[place] in "([{") - (text[place] in ")]}")
        if depth == 0:
            return place
    return None


def _parts(inner: str) -> Iterator[str]:
    """The arguments of a call."""
    depth = start = 0
    for place, char in enumerate(inner):
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0:
            yield inner[start:place].strip()
            start = place + 1
    yield inner[start:].strip()


def _integral(parts: list[str]) -> str | None:
    body, variable, *bounds = parts if len(parts) in (2, 4) else ("", "")
    if not body or not _is_variable(variable):
        return None
    limits = subscript(bounds[0]) + superscript(bounds[1]) if bounds else ""
    return f"∫{limits} {_as_term(body)} d{variable}"


def _limit(parts: list[str]) -> str | None:
    approach = re.fullmatch(r"(\S+)\s*(?:->|→)\s*(.+?)(?:\^?([+-]))?", parts[0])
    if len(parts) != 2 or approach is None or not parts[1]:
        return None
    side = superscript(approach[3]) if approach[3] else ""
    return f"lim({approach[1]}→{approach[2]}{side}) {_as_term(parts[1])}"


def _derivative(parts: list[str], sign: str = "d") -> str | None:
    body, variable, *order = parts if len(parts) in (2, 3) else ("", "")
    if not body or not _is_variable(variable) or not all(map(str.isdigit, order)):
        return None
    power = superscript(order[0]) if order else ""
    return f"{sign}{power}/{sign}{variable}{power}({body})"


def _partial(parts: list[str]) -> str | None:
    return _derivative(parts, "∂")


_WRITERS: Final[dict[str, Callable[[list[str]], str | None]]] = {
    "integral": _integral,
    "lim": _limit,
    "derivative": _derivative,
    "partial": _partial,
}


def _is_variable(text: str) -> bool:
    return re.fullmatch(r"[^\W\d_](?:_?\w)?", text) is not None


def _as_term(body: str) -> str:
    """In brackets where it is a sum, or holds a relation."""
    depth = 0
    for place, char in enumerate(body):
        depth += (char in "([{") - (char in ")]}")
        if depth == 0 and place and char in "+-−±=<>" and body[place - 1] not in "^*/(":
            return f"({body})"
    return body
