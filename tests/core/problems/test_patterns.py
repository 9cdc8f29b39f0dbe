"""Lazy patterns match what ``re`` matches: no text is turned away that would match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathviz_chat.core.problems import wording
from mathviz_chat.core.problems.patterns import LazyPattern, needed

NEEDS = [
    (r"the\s+sum\s+of", [("the",), ("sum",), ("of",)], "every word"),
    (r"(?:the\s+)?sum", [("sum",)], "not what may be missing"),
    (r"sums?", [("sum",)], "the last letter may be missing"),
    (r"ab*", [("a",)], "it may be there no time"),
    (r"a{0,2}b{2}", [("b",)], "none, or two"),
    (r"(?:sum|total)", [("sum", "total")], "one of both"),
    (r"(?:of\s+sums|total)", [("sums", "total")], "the longest word of each"),
    (r"(?:sum|\d+)", [], "a number will do"),
    (r"sum|", [], "nothing will do"),
    (r"(?=sum)(?!total)(?<=by )a", [("a",)], "what is looked at may be elsewhere"),
    (r"(?P<one>Sum)(?P=one)(?-i:A)", [("sum",), ("a",)], "in lower case"),
    (r"[$€]\d", [("$", "€")], "one of the signs"),
    (r"[^$]\s[a-z]\b", [], "classes, ranges and places need nothing"),
    (r"[\[\]]", [("[", "]")], "brackets in a class"),
    (r"\(a\)?", [("(",), ("a",)], "a bracket, and one that may be missing"),
    (r"\x41\u0042", [], "a character by its number"),
]


@pytest.mark.parametrize(("pattern", "needs", "why"), NEEDS)
def test_what_a_pattern_needs(pattern: str, needs: list[tuple[str, ...]], why: str) -> None:
    assert sorted(needed(pattern)) == sorted(needs), why


_ITEMS = st.sampled_from(
    ["a", "ab", "B", r"\.", r"\s", r"\d", "[ab]", "[(.]", "[^a]", ".", r"\b", "(?=a)", "(?!ab)"]
)
PATTERNS = st.recursive(
    _ITEMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,1}", "{2}", "*?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        st.tuples(st.sampled_from("ab"), st.sampled_from("?*+")).map("".join),
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(PATTERNS, st.text("abABK.( 1kſ", max_size=6))
def test_a_lazy_pattern_finds_what_re_finds(pattern: str, text: str) -> None:
    lazy, eager = LazyPattern(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)
    assert (lazy.search(text) is None) == (eager.search(text) is None)
    assert (lazy.match(text) is None) == (eager.match(text) is None)
    assert (lazy.fullmatch(text) is None) == (eager.fullmatch(text) is None)
    assert lazy.sub("-", text) == eager.sub("-", text)
    assert lazy.split(text) == eager.split(text)
    assert len([*lazy.finditer(text)]) == len([*eager.finditer(text)])


def test_letters_that_are_the_same_in_any_case() -> None:
    """``re.IGNORECASE`` takes the Kelvin sign for a k, the long s for an s, and dotless i for i."""
    for text in ("K", "ſ", "ı", "İ"):
        assert LazyPattern("[ksi]|k|s|i", re.IGNORECASE).fullmatch(text) is not None
        letter = {"K": "k", "ſ": "s"}.get(text, "i")
        assert LazyPattern(letter, re.IGNORECASE).fullmatch(text) is not None, text


_CHOICES = st.recursive(
    st.sampled_from(["in", "of it", "it's", "{p}", "50%", "in of"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"[{'|'.join(parts)}]"),
        st.tuples(inner, st.sampled_from("?*")).map(lambda pair: f"[{pair[0]}]{pair[1]}"),
        st.lists(inner, min_size=1, max_size=2).map(" ".join),
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(_CHOICES, st.lists(st.sampled_from(["in", "of", "It's", "it", "50%", "7"]), max_size=5))
def test_no_wording_is_turned_away_that_matches(one: str, words: list[str]) -> None:
    for text in (" ".join(["", *words]), ", ".join(["", *words])):
        if wording.pattern(one).fullmatch(text) is not None:
            assert wording.may_match(text.lower(), one)
