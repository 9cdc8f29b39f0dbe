"""Lazy patterns match what ``re`` matches: no text is turned away that would match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathviz_chat.core.problems import word_patterns
from mathviz_chat.core.problems.patterns import LazyPattern, PhrasePattern, Phrases, needed

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
    (r"(?=sum)(?!total)a", [("a",), ("sum",)], "what must stand ahead, not what must not"),
    (r"(?<=by )a(?<!ta)", [("a",), ("by",)], "what must stand before, not what must not"),
    (r"\\[lg]e", [("\\",), ("e",)], "a backslash"),
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
    st.sampled_from(["in", "of it", "it's", "{p}", "{c:money}", "50%", "in of"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"[{'|'.join(parts)}]"),
        st.tuples(inner, st.sampled_from("?*+")).map(lambda pair: f"[{pair[0]}]{pair[1]}"),
        st.lists(inner, min_size=1, max_size=2).map(" ".join),
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(
    _CHOICES, st.lists(st.sampled_from(["in", "of", "It's", "it", "50%", "7", "$5"]), max_size=5)
)
def test_no_wording_is_turned_away_that_matches(one: str, words: list[str]) -> None:
    for text in (" ".join(["", *words]), ", ".join(["", *words])):
        if word_patterns.pattern(one).fullmatch(text) is not None:
            assert word_patterns.may_match(text.lower(), one)


WORDS = [
    ("half of {p}", " half of 12", True, "words and a number"),
    ("half of {p}", " half, of: 12", True, "commas and colons between words count for nothing"),
    ("half of {p}", " half off 12", False, "a word that goes on is another one"),
    ("half of", " half off", False, "the last word too"),
    ("half [of it]?", " halfof it", False, "a word before a choice that may be missing"),
    ("[one|one half] of", " one half of", True, "the longest way first"),
    ("[a b|a]+ c", " a b a c", True, "a choice more than once"),
    ("{p}th term", " 5th term", True, "a word that touches a number"),
    ("{c:money} each", " 5 each", False, "money has its sign"),
]


@pytest.mark.parametrize(("one", "text", "matches", "reason"), WORDS, ids=[w[3] for w in WORDS])
def test_words_of_a_pattern(one: str, text: str, matches: bool, reason: str) -> None:
    assert (word_patterns.pattern(one).fullmatch(text) is not None) == matches
    assert word_patterns.may_match(text, one) >= matches


TURNED_AWAY = [
    ("half of {p}", " of the half 12", "the words in another order"),
    ("[what is|find] {p:money}", " what then is $5", "words that stand apart"),
    ("[what is|find] {p:money}", " find 5", "no sign of money"),
    ("find {s:statements}", " find x + 2", "no relation"),
    ("the sum", " the summer", "a word that goes on"),
]


@pytest.mark.parametrize(("one", "text", "reason"), TURNED_AWAY, ids=[r[2] for r in TURNED_AWAY])
def test_a_wording_is_turned_away_without_its_regular_expression(
    one: str, text: str, reason: str
) -> None:
    assert not word_patterns.may_match(text, one)


def test_of_many_phrases_those_are_compiled_whose_words_are_there() -> None:
    phrases = Phrases((r"thank\s+you", r"please"))
    assert phrases.within("Add 2 and 3") == ""
    assert phrases.within("Please add 2 and 3") == "please"
    pattern = PhrasePattern(r"\s*,\s*(?:PHRASE)$", phrases)
    assert pattern.sub("", "Add 2 and 3, PLEASE") == "Add 2 and 3"
    assert pattern.sub("", "Add 2 and 3, thanks") == "Add 2 and 3, thanks"
    assert pattern.fullmatch(", thank you") is not None
    assert pattern.fullmatch(", you") is None
