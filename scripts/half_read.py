"""Questions with a word more: ``python -m scripts.half_read of`` (and, choosing, behind; minutes).

Takes ``Find the X of E.`` for many things X and objects E, puts in a word that asks for more, and
prints each question whose reading does not change: ``the degree of the derivative of``, ``the mean
and the range of``, ``the rational roots of``, ``... , ignoring the sign``. What is printed was read
in part, or the word does no harm (``the exact value``): look at each.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Final

from mathviz_chat.core.problems import Problem, read_question

OBJECTS: Final = (
    "2, 4, 9, 4",
    "12 and 18",
    "3, 7, 11, 15, ...",
    "x^2 - 5x + 6",
    "(x + 1)(x + 2)",
    "(x^2 - 1)/(x - 1)",
    "x^2 - 5x + 6 = 0",
    "x^2 - 5x < 6",
    "x + y = 5 and x - y = 1",
    "sin x = 1/2",
    "f(x) = x^3 - 3x",
    "f(x) = e^(2x)",
    "[[1, 2], [3, 4]]",
    "(1, 2) and (4, 6)",
    "(1, 2, 3) and (4, 5, 6)",
    "x^2 + y^2 = 25",
    "3 + 4i",
    "360",
    "7/8",
    "3.14159",
)
_THINGS: Final = (
    "derivative|second derivative|integral|antiderivative|inverse|inverse function|degree|square|"
    "reciprocal|limit|domain|range|maximum|minimum|maximum value|sum of the roots|product of the "
    "roots|roots|solutions|zeros|conjugate|modulus|real part|imaginary part|determinant|transpose|"
    "rank|trace|eigenvalues|mean|median|mode|variance|standard deviation|largest|smallest|number "
    "of terms|coefficient of x|constant term|remainder|quotient|nth term|10th term|next term|sum|"
    "product|difference|expansion|factorisation|factors|prime factors|number of factors|simplest "
    "form|decimal form|double|half|negative|absolute value|gcd|lcm|midpoint|distance|gradient|"
    "slope|length|equation of the line|stationary points|turning points|critical points|inflection "
    "points|vertex|axis of symmetry|y-intercept|x-intercepts|discriminant|radius|centre|dot "
    "product|cross product|magnitude|angle|common difference|sum to infinity|asymptotes|area|"
    "average value|solution set|partial fractions|cube root|logarithm|factorial|digits|percentage"
)
THINGS: Final = tuple(_THINGS.split("|"))
_ADJECTIVES: Final = (
    "positive negative integer complex rational irrational prime even odd largest smallest second "
    "third first last greatest least whole partial left right one-sided double repeated natural "
    "extraneous squared inverse reciprocal local horizontal vertical weighted cumulative geometric "
    "harmonic reduced principal leading trivial nontrivial"
)
_TAILS: Final = (
    "in degrees|excluding 0|except 2|as a percentage|to the nearest ten|modulo 7|in base 2|for "
    "negative x|for x > 2|and double it|and square the result|minus 3|if x is odd|where x is an "
    "integer|in terms of y|with respect to y|squared|at x = 2|from 0 to 1|over the complex numbers|"
    "in the first quadrant|without the 4|twice|divided by 2|ignoring the sign|in binary|to one "
    "significant figure|between 0 and 1|rounded up|and its square|or its reciprocal|when reversed"
)


def reading(question: str) -> str | None:
    """How a question is understood; None where it is unread."""
    found = read_question(question)
    return found.read_as if isinstance(found, Problem) else None


def with_more(mode: str, thing: str, of: str) -> Iterator[tuple[str, str | None]]:
    """Questions that ask for more, and the other thing that each of them names."""
    match mode:
        case "of" | "and":
            link = "of the" if mode == "of" else "and the"
            for other in THINGS:
                if other != thing:
                    yield f"Find the {other} {link} {thing} of {of}.", other
        case "choosing":
            for word in _ADJECTIVES.split():
                yield f"Find the {word} {thing} of {of}.", None
        case _:
            for tail in _TAILS.split("|"):
                yield f"Find the {thing} of {of} {tail}.", None


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("mode", choices=("of", "and", "choosing", "behind"))
    mode = parser.parse_args().mode
    asked = {(t, e): reading(f"Find the {t} of {e}.") for e in OBJECTS for t in THINGS}
    tried = same = 0
    for (thing, of), plain in asked.items():
        if plain is None:
            continue
        for question, other in with_more(mode, thing, of):
            found = reading(question)
            tried += 1
            if found is not None and found in (plain, asked.get((other or thing, of))):
                same += 1
                print(f"{question} | {found}", flush=True)
    print(f"{same} of {tried} are read as without the word.")


if __name__ == "__main__":
    main()
