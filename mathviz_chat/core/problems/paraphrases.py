"""Other ways to ask the same: a question is said again in words that the readers know.

A clause is named by what is said again; its lines are the ways to say it, in the notation of
:mod:`~mathviz_chat.core.problems.wording`. A sentence (or the whole question) matches as a whole
or not at all, and what stands in its blanks is carried over as it is: nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from mathviz_chat.core.problems import language, wording
from mathviz_chat.core.problems.grammar import grammar

_WAYS: Final = grammar("""
GET = [find|determine|calculate|compute|work out|give|get|obtain|state|write down|write|list|name|
    what is|what's|what are|identify|figure out|deduce|solve for|isolate]
WHAT = [what|which]
THE = [the|all|of the|every|each|any|its|possible|exact|real|both|following|this|given]*
EQUATION = [[a|an]? [modulus|absolute value|log|logarithmic|exponential|linear|quadratic|cubic|
    surd|radical|
    rational|trig|simple|literal]? [equation|equations|inequality|inequalities|formula|relation|
    statement|identity|condition|system]]?
VALUES = [value|values|solution|solutions|root|roots|range|range of values|set of values|number|
    numbers|answer|answers]
TRUE = [to be true|to hold|be true|is true|are true|true|holds|hold|is satisfied|correct|work|
    works]?
THAT = [so that|such that|for which|for|if|to make|so|given that|given|when|that makes|which makes|
    to satisfy|satisfying|satisfies|satisfy|where|makes|make|solves|in]
CAN = [can|could|must|might|may|should|does|do|would|will|has to|have to|needs to|need to]
ALONE = [alone|by itself|on its own|on one side|as the subject|as subject]
ASK = [GET THE [VALUES [of|for]]? {x:name}|[so|then|and|hence]? WHAT [number|value|values]? CAN
    {x:name} [be|equal|have|equal to]|{x:name} [is what|=]|[get|leave|put] {x:name} ALONE|
    [to|and]? make {x:name} the subject]
solve {s} for {x}:
    [in|for|with|from|given|if|consider|take|suppose]? THE EQUATION {s:statements} [so|then|and]?
        [rearrange|rearranged|transpose]? ASK
    [get|put|leave] {x:name} ALONE [in|from|of]? THE EQUATION {s:statements}
    WHAT [number|value|real number|real value]? CAN {x:name} [be|equal|have|take|have to be|need to
        be|have to equal] THAT THE EQUATION
        {s:statements} TRUE
    WHAT [number|value|real number|real value] [of]? {x:name} THAT THE EQUATION {s:statements} TRUE
    [for]? WHAT [real|values of|value of|numbers|number]* {x:name} [is|does|do|will|are]?
        {s:statements} TRUE
    GET THE [VALUES [of|for]?]? {x:name} [THAT|from] THE EQUATION {s:statements} TRUE
    [rearrange|transpose|change|rewrite|manipulate|solve] THE EQUATION {s:statements} [to|and] [get|
        give|find|isolate|obtain|solve for|have|leave] {x:name} ALONE?
    [rearrange|transpose|change|rewrite] THE EQUATION {s:statements} [for|so that] {x:name} [is the
        subject]?
    [make|let] {x:name} the [new]? subject [of|in|from]? THE EQUATION {s:statements}
    make THE EQUATION true {s:statements} ASK
solve {s}:
    GET THE VALUES [of|to|for|in] THE EQUATION {s:statements}
    WHAT [real]? VALUES THAT THE EQUATION {s:statements} TRUE
    [work out|crack|do|tackle|sort out|handle|answer|attempt] THE EQUATION {s:statements}
solve ({a}) = ({b}):
    [when|where|for WHAT value|at WHAT value] [is|does|do|will] {a:maths} [equal to|equal|the same
        as] {b:maths}
    [when|where|for WHAT value|at WHAT value] [are|do|will] {a:maths} and {b:maths} [equal|the same]
solve {s} by {m}:
    [use|by|using|with] [the]? [method of]? {m:method} [method]? [to]? [solve]? THE EQUATION
        {s:statements}
    [use|by|using|with] [the]? [method of]? {m:method} [method]? [to]? [solve]? THE EQUATION
        {s:statements} GET {x:names}
expand {e}:
    [foil|foil out|multiply out|multiply|expand|expand out|open|open up|distribute|clear|remove]
        [the]? [brackets|parentheses|product|binomials]? [in|of]? [and]? [collect|simplify|combine|
        tidy up]? [the]? [like terms]? {e:maths} [and simplify|fully|completely]?
    [what is|what's|find|give|write|work out|what do you get for]? {e:maths} [when [you|we|i]
        [multiply it out|
        expand it|multiply out|open the brackets|foil it]|when [multiplied out|expanded]|
        multiplied out|without [the]? [brackets|parentheses]|in expanded form|expanded out|expanded]
    use [the]? [binomial theorem|binomial expansion|distributive law|distributive property|foil
        method|box method|grid method|pascal's triangle] to [expand|multiply out|work out] {e:maths}
    GET? [the|a|full|binomial]* [expansion|expanded form] of {e:maths}
factor {e}:
    [write|express|rewrite|put|give|show|turn|change|split|break] [down]? THE [quadratic|expression|
        polynomial|trinomial|cubic|binomial]? {e:maths} [down|up]? [as|into|in] [a|its|the|fully|
        completely]* [product of [two|three|its|linear|2|3|simpler|irreducible]* [brackets|factors|
        binomials|polynomials|terms]|factored form|factorised form|factorized form|factors|
        [two]? brackets]
    [take|pull|factor|factorise|factorize|bring] out [the|a|any|all|greatest|highest|largest|common|
        biggest]* [factor|factors|hcf|gcf|gcd|monomial|term] [of|in|from]? [the expression]?
        {e:maths}
    [factorise|factorize|factor] [fully|completely|out]? THE [quadratic|expression|polynomial|
        trinomial|cubic|binomial|difference of two squares|difference of squares|perfect square|
        sum of cubes|difference of cubes]? {e:maths} [fully|completely|[into|as] [two]? [brackets|
        linear factors]|as far as possible]?
    GET [factored|fully factored|factorised|factorized|fully factorised] form of {e:maths}
simplify {e}:
    [tidy up|tidy|clean up|reduce|simplify|cancel|cancel down|condense|rationalise|rationalize] THE
        [expression|fraction|surd|radical|algebraic fraction|root]? {e:maths} [[to|into|in|as] [its|
        the|a]? [simplest|lowest|simplified|reduced|single]? [form|terms|surd form|radical form|
        surd|fraction]]? [as far as possible|as much as possible|fully|completely]?
    [write|express|rewrite|put|give|leave|find|get|work out|condense|combine|turn]? [the]?
        {e:maths} [as|in|into] [a|an|its|the|one|single|
        simplest|simplified|exact]* [surd form|radical form|surd|radical|form|integer|whole number|
        power [of {x:name}]?|logarithm|log|log of a single number|logarithm of a single number]
    what [is|'s] [the]? {e:maths} [as|in] [a|an|its|the|one|single|simplest|simplified|exact]* [surd
        form|radical form|surd|radical|integer|whole number|power [of {x:name}]?|logarithm|log]
    [write|express|rewrite|combine|condense] [as|into]? [a|one]? single [fraction|logarithm|log|
        power|surd] {e:maths}
    [write|express|rewrite|put|simplify|give] {e:maths} in the form {f:surds}
    [write|express|put|simplify] {e:maths} in simplest surd form
    {e:maths} [simplified|tidied up]
    what [is|'s] {e:maths} [simplified|in [its]? simplest form|in simplest terms]
""")

_DASH: Final = re.compile(r"\s+[—–-]+\s+(?=[A-Za-z]{3})")
_ROOT_OF: Final = re.compile(r"\broot\s+(?=\d)", re.IGNORECASE)
_NOT_A_WORD: Final = re.compile(
    r"(?:(?<=[-+*/=(]\s)|(?<=[-+*/=(½⅓¼\d]))(?P<letters>at|as|us|it)(?![A-Za-z])"
)
"""``u + at``, ``½at²``: after an operator it is a product of letters."""


def said_again(text: str) -> str:
    """The sentences of a text, each in words that the readers know where one of the ways fits."""
    plain = _plain(text)
    sentences = language.sentences(plain)
    whole = _again(", ".join(sentences)) if len(sentences) > 1 else None
    if whole is not None:
        return whole
    return ".\n".join(_again(one) or one for one in sentences)


def _plain(text: str) -> str:
    text = _NOT_A_WORD.sub(lambda match: "*".join(match["letters"]), text)
    return _DASH.sub(", ", _ROOT_OF.sub("√", text))


@lru_cache(maxsize=64)
def _again(sentence: str) -> str | None:
    return next(_all(sentence), None)


def _all(sentence: str) -> Iterator[str]:
    lower = sentence.lower()
    for said, ways in _WAYS.items():
        for way in ways:
            if not wording.may_match(lower, way):
                continue
            match = wording.pattern(way).fullmatch(f" {sentence}")
            if match is not None:
                yield said.format_map({k: v.strip() for k, v in wording.hit(match).slots.items()})
