"""Intents about numbers: values, forms of a number, bases, rounding, primes, remainders."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent
from mathviz_chat.core.reading.tree import Div, Expr, Node

_VALUE = (
    "evaluate~ expression exact order operations calculation fraction fractions "
    "simplest lowest terms form simplified simplify~ fully completely bodmas pemdas brackets "
)
_FORMS = (
    "order of operations|mixed numbers|as a fraction|as a simplified fraction|as a single "
    "fraction|as a fraction in simplest form|in its simplest form|in its lowest terms|as a "
    "fraction in its simplest form|in lowest terms|in simplest form|as an exact fraction|as an "
    "exact value|in exact form|without a calculator|as a whole number|as an integer|unit "
    "circle|special triangles|what is left in the brackets first|brackets first|laws of "
    "logarithms|laws of indices|the value of|by long multiplication|using long multiplication|"
    "with long multiplication|by long division|using long division|with long division|column "
    "method|"
    "in my head|come to|comes to"
)
_MIXED = "as a mixed number|as a mixed fraction|into a mixed number|to a mixed number|mixed number"


def _mixed(found: Found) -> str | None:
    value = exact(found.node("e"))
    return value and f"Write {value} as a mixed number."


def _decimal(found: Found) -> str | None:
    value = exact(found.node("e"))
    return value and f"Write {value} as a decimal."


def exact(node: Node) -> str | None:
    """The value of a tree in lowest terms; None where it is no fraction."""
    if not isinstance(node, Expr):
        return None
    try:
        value = recount.value(node)
    except (recount.NotEvaluated, ArithmeticError, ValueError):
        return None
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else None


_LITERAL: Final = re.compile(
    r"-?\s*(?:\d+(?:\.\d+)?|(?:\d+\s+)?\d+/\d+|\d*\s*\\[dt]?frac\{\d+\}\{\d+\}|\d*[¼½¾⅓⅔⅛⅜⅝⅞]|"
    r"\d+(?:\^\{?\d+\}?|[⁰¹²³⁴-⁹]+)|\d*√\d+|\d*\\?sqrt[({]\d+[)}])%?"
)


_UNKNOWN: Final = re.compile(
    r"\b(?:a|what|which|the|that|this|my) number\b|\bto (?:get|give|make|obtain|reach)\b|\bgives?\b"
)


def _is_computation(found: Found, *roles: str) -> bool:
    """Of ``the product of 2 and 3 plus 4`` it is not clear what is multiplied.

    ``What number do you add to 7 to get 20`` asks for one of the numbers.
    """
    written = [one for name in roles for one in found.written[name]]
    return all(map(_LITERAL.fullmatch, written)) and not _UNKNOWN.search(found.text)


def _joined(sign: str) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        if not _is_computation(found, "l"):
            return None
        parts = [f"({slots.spelled(one)})" for one in found.all("l")]
        return f"Calculate {f' {sign} '.join(parts)}." if len(parts) > 1 else None

    return says


def _two(template: str) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        if not _is_computation(found, "a", "b"):
            return None
        return template.format(a=found["a"], b=found["b"])

    return says


def _of_quotient(found: Found, what: str) -> str | None:
    node = found.node("e")
    if not isinstance(node, Div):
        return None
    left, right = slots.spelled(node.left), slots.spelled(node.right)
    return f"What is {what} when {left} is divided by {right}?"


_BASE: Final = re.compile(
    r"(?P<to>(?:to|into|in|as|convert to)(?: (?:a|an|the|its|standard|ordinary|normal|usual"
    r"|everyday))? )?"
    r"(?:base (?P<n>#|two|eight|ten|sixteen)|"
    r"(?P<word>binary|octal|hexadecimal|hex|decimal|denary)(?: base (?:two|eight|ten|sixteen))?)"
)
_RADIX: Final = {
    "two": 2, "eight": 8, "ten": 10, "sixteen": 16, "binary": 2, "octal": 8, "hexadecimal": 16,
    "hex": 16, "decimal": 10, "denary": 10,
}  # fmt: skip


def _base(found: Found) -> str | None:
    """From the base that is named without ``to`` to the one that is named with it."""
    numbers = [slots.spelled(one) for one in found.all("base")]
    sources, targets = set[int](), set[int]()
    for match in _BASE.finditer(found.text):
        named = _RADIX.get(match["word"] or match["n"])
        if named is None:
            if not numbers or not numbers[0].isdigit():
                return None
            named = int(numbers.pop(0))
        (targets if match["to"] else sources).add(named)
    if len(targets) == 2 and 10 in targets and not sources:
        return None
    source = sources.pop() if sources else 10
    if numbers or len(targets) != 1 or sources or targets == {source}:
        return None
    digits_ = found.written["d"][0].lower()
    if source <= 10 and not digits_.isdigit():
        return None
    return f"Convert {digits_} (base {source}) to base {targets.pop()}."


_PLACES: Final = (
    r"(?P<n>#|one|two|three|four|five|six) "
    r"(?P<unit>decimal places?|decimals?|d p|dp|significant figures?|"
    r"significant digits?|sig figs?|s f|sf)"
)
_NEAREST: Final = (
    r"nearest (?P<to>whole number|integer|unit|ten|tens|hundred|thousand|ten thousand|"
    r"hundred thousand|million|"
    r"tenth|hundredth|thousandth|whole)"
)
_ROUNDED: Final = re.compile(f"{_PLACES}|{_NEAREST}")
_SMALL: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _rounded(found: Found) -> str | None:
    hits = list(_ROUNDED.finditer(found.text))
    if len(hits) != 1:
        return None
    hit = hits[0]
    if hit["to"]:
        if "n" in found:
            return None
        to = {"whole": "whole number", "tens": "ten"}.get(hit["to"], hit["to"])
        return f"Round {found['x']} to the nearest {to}."
    count = found["n"] if hit["n"] == "#" else str(_SMALL[hit["n"]])
    if (hit["n"] == "#") != ("n" in found):
        return None
    unit = "significant figures" if hit["unit"].startswith("s") else "decimal places"
    return f"Round {found['x']} to {count} {unit}."


_PRIME = (
    "whole number numbers positive integer integers form index power powers notation factor "
    "factors tree exponents "
)

INTENTS: Final = (
    Intent("value", (), ("e:n",), "Calculate {e}.", _VALUE, _FORMS),
    Intent(
        "value as a mixed number", (_MIXED,), ("e:n",), _mixed, _VALUE + "improper mixed", _FORMS
    ),
    Intent(
        "value as a decimal",
        (
            "as a decimal|as a decimal number|in decimal form|into a decimal|to a decimal|"
            "decimal form|as a terminating decimal|as a recurring decimal",
        ),
        ("e:n",),
        _decimal,
        "fraction fractions terminating convert~ express~ change~ percentage evaluate~",
        "as a fraction",
    ),
    Intent(
        "value as a fraction",
        (
            "as a fraction|into a fraction|to a fraction|fraction form|as a common fraction|as "
            "a simplified fraction|as a fraction in simplest form|as a fraction in its "
            "simplest form|as a fraction in lowest terms|as a fraction in its lowest terms|to "
            "a simplified fraction",
        ),
        ("e:n",),
        lambda found: exact(found.node("e")) and f"Write {found['e']} as a fraction.",
        "decimal terminating convert~ express~ change~ simplest lowest terms form "
        "simplified simplify~ fully improper",
        "in its simplest form|in its lowest terms|in lowest terms",
    ),
    Intent(
        "sum of values",
        ("add~|sum|added together|total of",),
        ("l:n+",),
        _joined("+"),
        "fraction fractions mixed numbers decimal decimals together simplest lowest terms form "
        "sum add~ two three",
        _FORMS,
    ),
    Intent(
        "product of values",
        ("multiply|multiplied|multiplying|product",),
        ("l:n+",),
        _joined("*"),
        "fraction fractions mixed numbers decimal decimals together simplest lowest terms form "
        "by two three",
        _FORMS,
    ),
    Intent(
        "difference of values",
        ("subtract~|take away|taken away|taking away|deduct~",),
        ("b:n", "a:n@from"),
        _two("Calculate ({a}) - ({b})."),
        "fraction fractions mixed decimal decimals simplest lowest terms form",
        _FORMS,
    ),
    Intent(
        "quotient of values",
        ("divide~",),
        ("a:n", "b:n@by"),
        _two("Calculate ({a})/({b})."),
        "fraction fractions mixed decimal decimals simplest lowest terms form",
        _FORMS,
    ),
    Intent(
        "base",
        ("binary|octal|hexadecimal|hex|decimal|denary|base",),
        ("d:h", "base:n*@base"),
        _base,
        "binary octal hexadecimal hex decimal denary base two eight ten sixteen convert~ "
        "express~ change~ notation form system integer representation numeral digits written "
        "equivalent place whole standard ordinary normal usual everyday gave code reading "
        "translate~ decode~ turn~ from into",
        "what would it be",
    ),
    Intent(
        "round",
        (
            "round~|rounded|rounding|nearest|decimal places|decimal place|significant figures|"
            "significant figure|sig figs|approximate~",
        ),
        ("x:n", "n:n?@to|correct to|rounded to|accurate to"),
        _rounded,
        "round~ estimate~ decimal decimals place places significant figures figure digits "
        "digit nearest whole integer unit ten tens hundred thousand million tenth hundredth "
        "thousandth one two three four five six approximate~ accurate off dp sf sig figs "
        "rounded correct",
        "the calculator shows|the display shows|round off|correct to",
    ),
    Intent(
        "prime factorisation",
        (
            "prime factorisation|prime factorization|product of primes|product of prime "
            "factors|product of its prime factors|product of powers of primes|product of prime "
            "powers|prime decomposition|product of prime numbers|product of powers of its "
            "prime factors|decompose into primes|broken into prime factors|into prime factors|"
            "into its prime factors|prime power factorisation",
        ),
        ("n:n",),
        "Write {n} as a product of primes.",
        f"{_PRIME} express~ decompose~ break product",
        "in index form|index notation|using exponents|factor tree|using powers|in ascending order|"
        "using a factor tree|with exponents|break down",
    ),
    Intent(
        "prime factors",
        ("prime factors|distinct prime factors|prime divisors|different prime factors",),
        ("n:n",),
        "List the prime factors of {n}.",
        "list~ prime whole integer",
        "all the|all of the|all prime factors|each of the|all distinct prime factors",
    ),
    Intent(
        "how many factors",
        ("how many|number of",),
        ("n:n",),
        "How many factors does {n} have?",
        "positive whole number have has different distinct integer",
        "factors|divisors|positive divisors|including ## and ## itself|counting ## and ## itself|"
        "including ## and itself|counting ## and itself|including one and the number itself|"
        "including 1 and the number itself|counting itself|including itself",
    ),
    Intent(
        "factors",
        ("factors|divisors",),
        ("n:n",),
        "List all the factors of {n}.",
        "positive list~ whole all every complete integer",
        "all the|all of the|including ## and ## itself|all positive|in ascending order|in order|"
        "from smallest to largest|factor pairs",
    ),
    Intent(
        "remainder of values",
        ("remainder|left over|leftover|residue|mod|modulo",),
        ("a:n", "b:n@by|into|modulo|mod"),
        _two("What is the remainder when {a} is divided by {b}?"),
        "divide~ division left over leftover whole number integer remains long by",
        "is left|left over|left when|remains when|long division|left after|remains after",
    ),
    Intent(
        "remainder of a quotient",
        ("remainder|left over|leftover",),
        ("e:n",),
        lambda found: _of_quotient(found, "the remainder"),
        "division whole number long",
        "is left|left over|long division",
    ),
    Intent(
        "quotient and remainder of values",
        ("quotient", "remainder"),
        ("a:n", "b:n@by|into"),
        _two("What is the quotient and the remainder when {a} is divided by {b}?"),
        "divide~ division whole integer long both and by",
        "long division",
    ),
    Intent(
        "which symbol",
        ("symbol|sign|compare~|<",),
        ("l:n+",),
        lambda found: (
            f"Compare {' and '.join(map(slots.spelled, found.all('l')))}."
            if len(found.all("l")) == 2
            else None
        ),
        "symbol sign gap less greater than compare~ two between insert~ inequality comparison "
        "fractions decimals fill~ blank box equals place both size which bigger larger smaller",
        "less than|greater than|equal to|fill in|the correct",
    ),
)
