"""Asides that change no answer: how to do it, a warning, and what the writer finds hard.

In the notation of :mod:`remark_notation`. An aside names a way that is open anyway (``by long
division or otherwise``), warns of what every solution is checked for (``don't forget to throw out
false ones``), or says who does not know how. It holds no number, and no word that chooses, limits
or asks.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from mathviz_chat.core.problems import language
from mathviz_chat.core.problems.patterns import PhrasePattern, Phrases
from mathviz_chat.core.problems.remark_notation import regexes

METHODS: Final = (
    "[the|a|an|your]? [usual|standard|method of]? [long division|polynomial long division|"
    "polynomial division|"
    "algebraic long division|algebraic division|synthetic division|completing the square|"
    "factoring|factorising|factorizing|factorisation|factorization|grouping|quadratic formula|"
    "substitution|suitable substitution|elimination|chain rule|product rule|quotient rule|"
    "power rule|differentiation|differentiating|calculus|integration by parts|parts|partial "
    "fractions|first principles|multiplying by the conjugate|multiplying top and bottom by the "
    "conjugate|rationalising the numerator|rationalizing the numerator|rationalising|"
    "rationalizing|conjugate|l'hopital's rule|l'hôpital's rule|lhopital|l'hopital|"
    "expanding along the first row|expanding along the second row|expanding along the third "
    "row|expanding along the top row|expanding along the first column|expanding along a row|"
    "cofactors|cofactor expansion|row reduction|row operations|elementary row operations|"
    "gaussian elimination|gauss-jordan elimination|adjugate|characteristic equation|"
    "characteristic polynomial|solving the characteristic equation|laws of indices|index laws|"
    "rules of indices|laws of exponents|laws of logarithms|laws of logs|log laws|taking logs|"
    "taking logarithms|taking logs of both sides|logarithms|logs|squaring both sides|cross "
    "multiplying|cross-multiplying|cross multiplication|clearing the denominators|clearing "
    "denominators|multiplying out|factor theorem|remainder theorem|separating variables|"
    "separating the variables|separation of variables|undetermined coefficients|integrating factor|"
    "trial and error|inspection|sign chart|sketching a graph|graph|graphical calculator]"
)
"""Ways to do what is asked."""

_OTHERWISE = (
    "[or otherwise|or by any other method|or any other method|or any other way|or in any other "
    "way|or some other method|or some other way|or any method you like|or another method|or "
    "however you like]?"
)
_WHO = (
    "[i|we|he|she|they|my son|my daughter|my brother|my sister|my friend|my class|my students|"
    "everyone]"
)
_UNSURE = (
    "[but|and|because|since|as|cos|coz|so|though]* "
    f"{_WHO} [always|never|still|just|really|often|keep|kept|keeps|sometimes|don't|dont|do not|"
    "doesn't|doesnt|can't|cant|cannot|didn't|didnt|am not|i'm not|im not|not|quite]*"
)
_FALSE = "[false|extraneous|spurious|invalid|fake|bogus|inadmissible]"
_FOUND = "[solution|solutions|root|roots|one|ones|answer|answers|value|values]"
_REMEMBER = (
    "[please|and|but|also]* [don't|dont|do not|never|remember|remembering|be sure|make sure|take "
    "care] [forget]? [to]?"
)
_RULE_WORDS = (
    "[i|we|you|it|the|an|a|to|do|start|begin|sign|signs|inequality|flip|flips|flipping|switch|"
    "switches|"
    "change|changes|turn|turns|round|around|rule|rules|go|goes|work|works|apply|use|method|"
    "methods|step|steps|way|next|these|this|them|one|formula|brackets|stop|i'm|doing|supposed|"
    "should|have|need|questions|problems|in|with|of]*"
)

ASIDES: Final = (
    f"[by|using|via|with|through|by using|use|by means of] {METHODS} {_OTHERWISE}",
    f"[my|the|our]? [teacher|tutor|lecturer|professor|book|textbook|hint|worksheet] "
    f"[says|said|told|tells|wants|suggests|recommends] [me|us]? [to]? [use|using|try] {METHODS}",
    f"[i|we] [know|think|guess|believe|heard|was told|am told|read] [that]? [i|we|you|it|it's]? "
    f"[need|needs|have|has|should|must|can|to|use|is|be|about|involves|uses]* {METHODS} "
    "[but i get stuck|but i got stuck|but i keep getting stuck|but get stuck|but i'm stuck|but i "
    "am stuck|but can't see how|but i can't see how|but i keep getting it wrong]?",
    f"{_REMEMBER} [check|checking|test|testing|look|watch]* [for|your|the|any|out]* "
    f"[reject|throw out|throw away|discard|drop|rule out|leave out|exclude|get rid of]? "
    f"[for|any|the|all]* {_FALSE} {_FOUND}",
    f"[rejecting|discarding|ignoring|excluding|throwing out|throwing away|dropping|reject|discard|"
    f"throw "
    f"out|throw away] [any|the|all]* {_FALSE} {_FOUND}",
    "[rejecting|discarding|excluding|reject|discard|exclude] [any|all|the]* "
    "[value|values|solution|solutions|root|roots] [of x]? [for which|that make|that makes|which "
    "make|which makes|where] [a|the|any|one|either]* [denominator|denominators] "
    "[vanishes|vanish|zero|is zero|equal zero|equals zero|equal to zero|is 0|0]",
    "[remember|remembering|note|noting|bear in mind|bearing in mind|knowing] that some values "
    "[of]? "
    "[x|y|t|z|n]? are [not allowed|excluded|forbidden|not permitted]",
    f"{_REMEMBER} [about|add|adding|include|including|write]* [the|a|your|that]* [constant|"
    f"constant of "
    "integration|arbitrary constant|+ c|+c|plus c]",
    f"{_UNSURE} [know|knows|remember|remembers|understand|understands|see|get|sure|forget|forgets|"
    f"forgot|mix up|mixes up|unsure] [how|when|why|where|what to do] {_RULE_WORDS}",
    f"{_UNSURE} [get|gets|getting|got|end up with|ended up with]* [stuck|confused|lost|muddled|it "
    "wrong|them wrong|mixed up|this wrong|these wrong|nowhere|different answers|the wrong "
    "answer|wrong answers|a different answer|a different answer each time|another answer]",
    "[and|but]? [my|our] [daughter|son|brother|sister|friend|kid|child|niece|nephew|cousin|class|"
    "teacher|tutor|lecturer] [has|got|gets|had|was given|brought home|is stuck on|is doing] "
    "[this|a|the|an]* [decimal|hard|tricky|fraction|fractions|awkward|nasty|homework|difficult]* "
    "[one|question|problem|equation|sum|exercise|homework]",
    "[someone|somebody|a friend|my friend|a student|a classmate|my classmate|my brother|my sister|"
    "a boy|a "
    "girl] [in|from]? [my class|our class|class|school]? [divided|multiplied|divides] both sides "
    "by [x|y|t|z|n] and [lost|missed|gained|lost out on] [a|one|some|the]* [solution|solutions|"
    "root|roots|answer]",
    "[i]? [only]? [want|need|would like|require|prefer|'d like|asking for]* [the|an]? exact "
    "[answer|answers|value|values|solution|solutions] [with|using|in terms of|in|as]? "
    "[a|logs|logarithms|ln|log|surds|surd|roots|surd form|log form|fractions]* "
    "[not|rather than|instead of|and not|no] [a|any|as]* [decimal|decimals|rounded|rounded "
    "decimal|rounded value|decimal approximation|approximation|approximate] [one]?",
    "[exactly|exact]? [so|with|please]? no [decimals|rounding|decimal approximations]",
    "[each]? [row|rows] [is|are]? in [square]? brackets",
    "[thank you|thanks|many thanks|cheers] [so|very]? [much]? [indeed|in advance]?",
    "[set up|form|write down|make] [a|an] [suitable|quadratic|linear]? equation",
    "[y] [depends on|is a function of] [x]",
    "[use|with|using|write|call] [C1 and C2|c1 and c2|C_1 and C_2|A and B|C|c|A|k] [for|as] "
    "[the]? [arbitrary|free]? [constant|constants]",
    "[you|we] [can|may|should] [take it|assume|suppose|take it as given] [that]? "
    "[a|b|c|d|p|q|r|u|v|f|m|n] [and|isn't|is not|are not]* "
    "[a|b|c|d|p|q|r|u|v|f|m|n] [is|are]? [not]? [different|distinct|equal|the same]",
)
"""Sentences and parts of sentences that change no answer."""

_ASIDE: Final = Phrases(regexes(ASIDES))
_ALONE: Final = PhrasePattern(r"\s*(?:PHRASE)\s*[.!]*\s*", _ASIDE)
_FIRST: Final = PhrasePattern(r"^\s*(?:PHRASE)(?:(?<=,)|[:;–—]|(?<=\s)(?:and|to)\s)\s*", _ASIDE)
_WITHIN: Final = PhrasePattern(
    r"\s*[\[(]\s*(?:(?:PHRASE)[;.]?\s*){1,3}[\])]|,\s*(?:PHRASE)(?<=,)(?=\s)", _ASIDE
)
_LAST: Final = PhrasePattern(
    r"(?:\s*(?:,|:|;|–|—|\s-|\.)\s*|\s+(?:and|but)\s+|\s+(?=(?:by|using|with|via)\s))"
    r"(?:PHRASE)\s*[.!]*\s*$",
    _ASIDE,
)


@lru_cache(maxsize=64)
def without(text: str) -> str:
    """The sentences of a text without asides, one a line."""
    found = map(_bare, language.sentences(text))
    return ".\n".join(one for one in found if one)


def _bare(sentence: str) -> str:
    """Without an aside that is all of it, or stands at an end, in brackets or between commas."""
    while not _ALONE.fullmatch(sentence):
        shorter = language.without_ignored(_FIRST.sub("", sentence))
        shorter = language.without_ignored(_LAST.sub("", _WITHIN.sub(" ", shorter)))
        if shorter == sentence:
            return sentence
        sentence = shorter
    return ""
