"""Questions about matrices that come down to one computation or equation, said as that.

``For what k is [[k, 2], [6, 3]] singular?`` is ``Solve k*3 - 2*6 = 0 for k``. The matrices have two
rows where a formula for their determinant is written out, and numbers in all other questions.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.patterns import lazy

_ENTRY = r"\s*(?P<{0}>-?\s*(?:\d+(?:/\d+|\.\d+)?|\d*[a-z]))\s*"
_M = (
    rf"\[\s*\[{_ENTRY.format('a')},{_ENTRY.format('b')}\]\s*,"
    rf"\s*\[{_ENTRY.format('c')},{_ENTRY.format('d')}\]\s*\]"
)
_N = r"-?\d+(?:/\d+|\.\d+)?"
_FIND = r"(?:(?:what is|what's|find|calculate|give|state|work out|determine|write(?: down)?)\s+)?"
_THE = r"(?:the\s+)?(?:(?:square|2\s*(?:x|by)\s*2)\s+)?(?:matrix\s+)?(?:[A-Z]\s*=\s*)?"
_IS_ZERO = (
    r"(?:is\s+)?(?:singular|not\s+invertible|non-?invertible)|(?:has|have)\s+(?:no\s+inverse|"
    r"(?:a\s+)?determinant\s+(?:of\s+|equal\s+to\s+)?(?:0|zero))|(?:does|do)\s+not\s+hav"
    r"e\s+an\s+inverse"
)
_VALUE = r"(?:find|state|give|determine|for|what|which|is|the|all|value|values|of|calculate)"
_PARAMETER: Final = (
    rf"(?:{_VALUE}\s+)+(?P<k>[a-z])\s+(?:(?:for\s+which|such\s+that|so\s+that|if|when|mak"
    rf"es?|is|does|do|is\s+it\s+that)\s+)*"
    rf"{_THE}{_M}\s+(?:{_IS_ZERO}|(?P<to>singular))",
    rf"(?:{_VALUE}\s+)+(?P<k>[a-z])\s+(?:(?:for\s+which|such\s+that|so\s+that|if|when|is)\s+)+"
    rf"(?:the\s+)?determinant\s+of\s+{_THE}{_M}\s+(?:is\s+)?(?:equal\s+to\s+|equals\s+)?(?:0|zero)",
    rf"{_THE}{_M}\s+(?:{_IS_ZERO})[.,]?\s+(?:what\s+is|find)\s+(?:the\s+value\s+of\s+)?(?"
    rf"P<k>[a-z])",
)
_SINGULAR = (
    rf"(?:is|does)\s+{_THE}{_M}\s+(?:a\s+)?(?P<zero>singular|(?:have\s+)?(?:a\s+)?(?:zero"
    rf"\s+determinant|determinant\s+(?:0|zero))|(?:have\s+)?no\s+inverse)"
)
_INVERTIBLE = (
    rf"(?:is|does)\s+{_THE}{_M}\s+(?:an?\s+)?(?P<not>invertible|non-?singular|have\s+an\s+inverse)"
)
_IN_LETTERS = (
    rf"(?:{_FIND}|(?:express|evaluate|expand|simplify)\s+)(?:the\s+)?(?:determinant|det)\s"
    rf"+of\s+{_THE}{_M}(?:\s+in\s+terms\s+of\s+[a-z](?:\s+and\s+[a-z])*)?"
)
_POLYNOMIAL = (
    rf"{_FIND}(?:the\s+)?characteristic\s+polynomial\s+"
    rf"(?:(?:p\([a-zλ]\)\s*=\s*)?det\s*\(\s*(?P<x3>[a-zλ])\s*I\s*-\s*[A-Z]\s*\)\s+)?(?:in\s+(?P<x>[a-zλ])\s+)?of\s+{_THE}{_M}("
    rf"?:,?\s+(?:expanded|in\s+expanded\s+form|in\s+(?P<x2>[a-zλ])))?"
)
_IS_EIGENVALUE = rf"is\s+(?P<v>{_N})\s+an\s+eigenvalue\s+(?:of|for)\s+{_THE}{_M}"
_OTHER = (
    rf"(?:one|an)\s+(?:of\s+the\s+)?eigenvalues?\s+of\s+{_THE}{_M}\s+is\s+(?P<v>{_N})[.,]"
    rf"?\s+(?:and\s+)?{_FIND}(?:the\s+)?other(?:\s+(?:one|eigenvalue))?"
)
_BELONGS = (
    rf"(?:the\s+)?(?:vector\s+)?(?:v\s*=\s*)?[(\[]\s*(?P<v>{_N})\s*,\s*(?P<w>{_N})\s*[)\]"
    rf"]\s+is\s+an\s+eigenvector\s+of\s+{_THE}{_M}"
    r"[.,]?\s+(?:to\s+(?:which|what)\s+eigenvalue\s+does\s+it\s+(?:belong|correspond)|(?"
    r":find|what\s+is|what's|state|give)\s+"
    r"(?:the|its)\s+(?:corresponding\s+|associated\s+)?eigenvalue)"
)
_DETERMINANTS = re.compile(
    rf"det(?:erminant)?\s*(?:of\s+)?\(?\s*(?P<m>[A-Z])\s*\)?\s*(?:=|is|equals)\s*(?P<v>{_N})"
)
_SIZE = re.compile(r"(?<!\d)(?P<n>[2-5])\s*(?:x|×|by|-by-)\s*(?P=n)(?!\d)")
_OF_PRODUCT = re.compile(
    r"(?i:what\s+is|what's|find|calculate|work\s+out)\s+(?:the\s+)?(?:value\s+of\s+)?det"
    r"(?:erminant\s+of)?\s*\(?\s*"
    r"(?:(?P<k>-?\d+)\s*(?P<a>[A-Z])|(?P<p>[A-Z])\s*(?P<q>[A-Z])|(?P<b>[A-Z])\s*\^\s*\{?"
    r"\(?(?P<e>-?\d|T)\)?\}?)\s*\)?"
)
_TOLD = (
    r"(?:let|suppose|if|given|that|and|is|are|be|an?|with|where|both|all|matrix|matrices|for|have|"
    r"square|[A-Z]|,|\.|\?|:|then)"
)


def said_again(text: str) -> str | None:
    """The question in other words; None where it is of another kind."""
    text = re.sub(r"\s+", " ", text.replace("−", "-")).strip().rstrip("?. ")
    text = re.sub(r"(?<=[a-z\]\d])\?\s", ". ", text)
    return _with_letters(text) or _with_numbers(text) or _of_determinants(text)


def _matched(pattern: str, text: str) -> re.Match[str] | None:
    return lazy(pattern.replace(" ", r"\s+")).fullmatch(text)


def _determinant(match: re.Match[str]) -> str:
    a, b, c, d = (f"({match[name].replace(' ', '')})" for name in "abcd")
    return f"{a}*{d} - {b}*{c}"


def _with_letters(text: str) -> str | None:
    for pattern in _PARAMETER:
        match = _matched(pattern, text)
        if match is not None and match["k"] in _letters(match):
            return f"Solve {_determinant(match)} = 0 for {match['k']}"
    match = _matched(_IN_LETTERS, text)
    return f"Expand {_determinant(match)}" if match is not None and _letters(match) else None


def _letters(match: re.Match[str]) -> set[str]:
    return set(re.findall("[a-z]", "".join(match[name] for name in "abcd")))


def _with_numbers(text: str) -> str | None:
    for pattern, sign in ((_SINGULAR, "="), (_INVERTIBLE, "≠")):
        match = _matched(pattern, text)
        if match is not None and not _letters(match):
            return (
                f"Is {_determinant(match)} {sign} 0?"
                if sign == "="
                else f"Is ({_determinant(match)})^2 > 0?"
            )
    match = _matched(_POLYNOMIAL, text)
    if match is not None and not _letters(match):
        x = match["x"] or match["x2"] or match["x3"] or "x"
        x = "lambda" if x == "λ" else x
        b, c = match["b"], match["c"]
        return f"Expand ({x} - ({match['a']}))({x} - ({match['d']})) - ({b})*({c})"
    match = _matched(_IS_EIGENVALUE, text)
    if match is not None and not _letters(match):
        v, b, c = match["v"], match["b"], match["c"]
        return f"Is ({match['a']} - ({v}))*({match['d']} - ({v})) - ({b})*({c}) = 0?"
    return _other_eigenvalue(text) or _eigenvalue_of_vector(text)


def _values(match: re.Match[str], names: str) -> tuple[Fraction, ...]:
    return tuple(Fraction(match[name].replace(" ", "")) for name in names)


def _other_eigenvalue(text: str) -> str | None:
    """The trace is the sum of both."""
    match = _matched(_OTHER, text)
    if match is None or _letters(match):
        return None
    a, b, c, d, v = _values(match, "abcdv")
    if (a - v) * (d - v) != b * c:
        return None
    return f"Calculate {' + '.join(map(_signed, (str(a), str(d), str(-v))))}"


def _signed(value: str) -> str:
    return f"({value})" if value.startswith("-") else value


def _eigenvalue_of_vector(text: str) -> str | None:
    """The factor by which the vector is stretched, where it is an eigenvector."""
    match = _matched(_BELONGS, text)
    if match is None or _letters(match):
        return None
    a, b, c, d, v, w = _values(match, "abcdvw")
    if (a * v + b * w) * w != (c * v + d * w) * v or not (v or w):
        return None
    row, below = ("ab", "v") if v else ("cd", "w")
    above = f"({match[row[0]]})*({match['v']}) + ({match[row[1]]})*({match['w']})"
    return f"Calculate ({above})/({match[below]})"


def _of_determinants(text: str) -> str | None:
    """``det(3A)``, ``det(AB)``, ``det(A^2)``, from the determinants that are told."""
    known = {match["m"]: match["v"] for match in _DETERMINANTS.finditer(text)}
    asked, size = _OF_PRODUCT.search(text), _SIZE.search(text)
    rest = _OF_PRODUCT.sub(" ", _DETERMINANTS.sub(" ", _SIZE.sub(" ", text)))
    if asked is None or re.sub(rf"(?:{_TOLD})(?![A-Za-z])|\s", "", rest, flags=re.IGNORECASE):
        return None
    letters = {asked[name] for name in "apqb" if asked[name]}
    if letters != set(known):
        return None
    if asked["k"]:
        return f"Calculate ({asked['k']})^{size['n']}*({known[asked['a']]})" if size else None
    if asked["p"]:
        return f"Calculate ({known[asked['p']]})*({known[asked['q']]})"
    value = known[asked["b"]]
    return f"Calculate ({value})^({asked['e']})" if asked["e"] != "T" else None
