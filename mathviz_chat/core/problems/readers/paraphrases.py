"""Other ways to ask the same: a question is said again in words that the readers know.

A clause is named by what is said again; its lines are the ways to say it, in the notation of
:mod:`~mathviz_chat.core.problems.wording`. A sentence (or the whole question) matches as a whole
or not at all, and what stands in its blanks is carried over as it is: nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from mathviz_chat.core.problems import (
    algebra_ways,
    language,
    plain_notation,
    slots,
    spoken,
    word_patterns,
    wording,
)
from mathviz_chat.core.problems.grammar import grammar

_PARTS: Final = """
GET = [find|determine|calculate|compute|work out|give|get|obtain|state|write down|write|list|name|
    what is|what's|what are|identify|figure out|deduce|solve for|isolate]
WHAT = [what|which]
SEQ = [[arithmetic|geometric|number|quadratic]? [sequence|pattern|progression|series|list|numbers]]
NAMED = [triangular numbers|square numbers|squares|cube numbers|cubes|fibonacci numbers|powers of
    2]
NEXT = [[what|which] [number|term|one]? [is|comes|goes|follows|should come]? [next|follows]?|[what
    is|what's|find|give|state|predict|write down|name]? [the]? [next|following] [one|term|number|
    value]?|what's next|and then what]
RULE = [[write down|find|give|state|determine|work out|what is|what's]? [an|a|the]? [expression|
    formula|rule]? [for]? [the]? [nth|general|n-th] term [in n|in terms of n]?]
KINDS = [the|this|following|a|an|square|matrix|triangular|upper|lower|upper-triangular|
    lower-triangular|diagonal|symmetric|[{w:name} =]|column|row|vector|of]*
THE = [the|all|of the|every|each|any|its|possible|exact|real|both|following|this|given]*
EQUATION = [[a|an]? [modulus|absolute value|log|logarithmic|exponential|linear|quadratic|cubic|
    surd|radical|
    rational|trig|simple|literal]? [equation|equations|inequality|inequalities|formula|relation|
    statement|identity|condition|system]]?
SOLUTIONS = [value|values|solution|solutions|root|roots|range of values|set of values|number|
    numbers|answer|answers]
VALUES = [SOLUTIONS|range]
TRUE = [to be true|to hold|be true|is true|are true|true|holds|hold|is satisfied|correct|work|
    works]?
THAT = [so that|such that|for which|for|if|to make|so|given that|given|when|that makes|which makes|
    to satisfy|satisfying|satisfies|satisfy|where|makes|make|solves|in]
CAN = [can|could|must|might|may|should|does|do|would|will|has to|have to|needs to|need to]
ALONE = [alone|by itself|on its own|on one side|as the subject|as subject]
ASK = [THE value of {x:name}|GET THE [VALUES [of|for]]? {x:name}|[so|then|and|hence]? WHAT
    [number|value|values]? CAN
    {x:name} [be|equal|have|equal to]|{x:name} [is what|=]|[get|leave|put] {x:name} ALONE|
    [to|and]? make {x:name} the subject]
"""
_WAYS: Final = grammar(
    _PARTS
    + """
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
    [rearrange|transpose|change|rewrite|manipulate|solve] THE EQUATION {s:statements} [to|and]
        [get|
        give|find|isolate|obtain|solve for|have|leave] {x:name} ALONE?
    [rearrange|transpose|change|rewrite] THE EQUATION {s:statements} [for|so that] {x:name} [is the
        subject]?
    [make|let] {x:name} the [new]? subject [of|in|from]? THE EQUATION {s:statements}
    make THE EQUATION true {s:statements} ASK
    [[ohm's law|hooke's law|newton's second law|the ideal gas law|the formula|the law] [says|
        states|
        is|reads] [that]?|given|in|from|use]? THE EQUATION {s:statements} [then|and]? [express|
        write|give|find|put|get|state] {x:name} [only]? in terms of {o:names}
solve ({a}) = ({b}) for {x}:
    [if|given that|when|suppose]? {a:maths} [is|equals|is equal to|gives|comes to] {b:maths} ASK
solve {s} for {d}:
    [solve|find {y:name} if|find {y:name} when|find {y:name} given that|find|work out]? THE
        EQUATION {s:statements} [on|in|over|within|for|where|with|given that|given|when|if|
        and|such that|in range|in interval|in the range|in the interval]* {d:domain} [radians|in
        radians|degrees]? [GET THE [VALUES [of|for]]? {x:name}]?
    [find|what is|what's|determine|give] THE [value of|values of]? {x:name} [with|for|where|given|
        in
        radians|in degrees]* {d:domain} [if|when|given that|such that|for which|satisfying|
        given]* {s:statements}
solve {s} on {i}:
    [solve|find {y:name} if|find {y:name} when]? THE EQUATION {s:statements} [on|in|over|within|
        for|
        where|with|and|given|if]* [{z:name} [in|∈|lies in|is in|on|over|from]]? [the|interval|
        range]* {i:interval} [GET THE [VALUES [of|for]]? {x:name}]?
solve {s} for 0° < {x} < 90°:
    [solve|find|if]? THE EQUATION {s:statements} [where|if|and|given|for|given that|with]?
        {x:name} [is [an]?]? acute [angle]? [GET {y:name} in degrees]?
what is next in {l}:
    [WHICH|please|now]* [write down|find|give|state|predict|continue|what is|what's|work out|tell
        me|
        name|guess|determine|complete|extend|which is]? [the]? [next|following] [term|number|one|
        value|entry|element|item|in line]? [in|of|for|after|from|to follow]* [this|the|following|
        given|SEQ]* {l:terms}
    [continue|complete|extend] [the|this|following]* SEQ {l:terms}
    [the|a|an|this|following|consider|here is|given|in|numbers|NAMED]* SEQ? [goes|go|is|begins|
        starts|begins with|starts with|runs|reads|are]? {l:terms} [form [a|an]? SEQ]? NEXT
what is the {k}th term of {l}:
    [the]? [first [{n:howmany}]? terms of]? [a|an|the|this|in]* SEQ [is|are|
        begins|starts|goes|begins with|starts with]* {l:terms} [what is|what's|find|give|state|work
        out|calculate|determine|write down] [the|its]* {k:nth} [term|number] [of the SEQ]?
    [what is|what's|find|give|state|work out|calculate|determine]? [the]? {k:nth} [term|number|
        one] [in|of|for]* [the|this|following|a|an]* SEQ? {l:terms}
what is the nth term of {l}:
    [the|a|an|this|in|for]* SEQ [is|are|begins|starts|goes|begins with|starts with]* {l:terms}
        RULE [of
        [the|this|it]? SEQ?]?
    RULE [of|for|in]* [the|this|following|a|an]* SEQ? {l:terms} [starting [at|from|with] n = 1]?
The nth term of a sequence is {e}. What is the {k}th term:
    [the|a|an|if|given|that|suppose]* [nth|general|n-th] term [of [a|the|an]? SEQ]? is {e:maths}
        [what is|
        what's|find|give|state|work out|calculate|determine|write down]? [the|its]* {k:nth} [term|
        number] [of the SEQ]?
Find the sum of the infinite geometric series {l}:
    [what is|what's|find|work out|calculate|evaluate|add up]? [the|sum|total|of|value|infinite|
        geometric|series]* {l:series} [to infinity|forever|continued forever|for ever|without end]
        [=|equals]?
What is the sum of the first {k} terms of {a} geometric sequence with first term {p} and common
    ratio {q}:
    {a:a} geometric SEQ [has|with] [a|the]? first term [of|is]? {p:signed} and [a|the]? [common]?
        ratio
        [of|is]? {q:signed} [what is|what's|find|give|state|work out|calculate|determine] [the|
        its]*
        sum of [its|the]? first {k:int} terms
What is the sum of the first {k} terms of {a} arithmetic sequence with first term {p} and common
    difference {q}:
    {a:an} arithmetic SEQ [has|with] [a|the]? first term [of|is]? {p:signed} and [a|the]? [common]?
        difference [of|is]? {q:signed} [what is|what's|find|give|state|work out|calculate|
        determine] [the|its]* sum of [its|the]? first {k:int} terms
Find the sum of {e} from {v} to {h}:
    [evaluate|find|what is|what's|calculate|work out|compute]? [the]? [sum of|sum|Σ|∑|\\sum]
        {e:maths}
        [from|for|as] {v:start} [to|up to|..|...] {h:maths}
find the determinant of {m}:
    [what is|what's|find|give|state|work out|calculate|determine|compute|evaluate]? [the]? [det|
        determinant] [of|for]? KINDS {m:matrix}
find the inverse of {m}:
    [what is|what's|find|give|state|work out|calculate|determine|compute|write down]? [the]?
        [matrix|
        multiplicative]? [inverse|inv] [matrix]? [of|for|to]? KINDS {m:matrix}
    [which|what|find the|find a] matrix [{y:name}]? [satisfies|such that|with|for which] {m:matrix}
        [*|times]? {z:name} = I
find the eigenvalues of {m}:
    [what is|what are|what's|find|give|state|work out|calculate|determine|compute|list]? [the|all|
        of]* [eigenvalues|eigen values|eigenvalue|characteristic values|characteristic roots]
        [of|for]? KINDS {m:matrix} [have]?
    [the|a|this]? KINDS {m:matrix} [has] [which|what] [eigenvalues|eigenvalue]
    KINDS {m:matrix} eigenvalues
    [what|which] eigenvalues does KINDS {m:matrix} have
    [solve|find the roots of|find the solutions of] det(A - λI) = 0 [for|where|if|with|when] [A =]?
        KINDS {m:matrix}
Calculate {p} * {m}:
    [what is|find|work out|calculate]? {p:signed} times KINDS {m:matrix}
Calculate {m} * {t}:
    [what is|find|work out|calculate|multiply|compute|evaluate]* [the]? [matrix]? [product]?
        [of]? KINDS
        {m:matrix} [*|by|and|times|with|·|×] KINDS {t:matrix}
Calculate {m}^{k}:
    [raise|put|take] KINDS {m:matrix} to [the]? [power]? [of]? {k:int} [power]?
    [what is|find|work out|calculate|compute]? KINDS {m:matrix} to the [power]? [of]? {k:int}
evaluate {e} at {p}:
    [evaluate|find|calculate|work out|compute] [{y:name} =]? {e:maths} [at|when|if|for|where|with]
        {p:statements}
    what [does|is|will|would]? {e:maths} [give|equal|come to|become|make|be|evaluate to] [for|when|
        if|at|where|with] {p:statements}
    [in|for|given|if|formula|the]* {y:name} = {e:maths} [find|calculate|work out|evaluate|what is]
        [the]? [value of]? {z:name} [when|if|for|given|given that|where|with] {p:statements}
solve {s}:
    GET THE SOLUTIONS [of|to|for|in] THE EQUATION {s:statements}
    WHAT [real]? VALUES THAT THE EQUATION {s:statements} TRUE
    [work out|crack|do|tackle|sort out|handle|answer|attempt] THE EQUATION {s:statements}
solve ({a}) = ({b}):
    [when|where|for WHAT value|at WHAT value] [is|does|do|will] {a:maths} [equal to|equal|the same
        as] {b:maths}
    [when|where|for WHAT value|at WHAT value] [are|do|will] {a:maths} and {b:maths} [equal|the
        same]
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
        multiplied out|without [the]? [brackets|parentheses]|in expanded form|expanded out|
        expanded]
    use [the]? [binomial theorem|binomial expansion|distributive law|distributive property|foil
        method|box method|grid method|pascal's triangle] to [expand|multiply out|work out]
        {e:maths}
    GET? [the|a|full|binomial]* [expansion|expanded form] of {e:maths}
factor {e}:
    [write|express|rewrite|put|give|show|turn|change|split|break] [down]? THE [quadratic|
        expression|
        polynomial|trinomial|cubic|binomial]? {e:maths} [down|up]? [as|into|in] [a|its|the|fully|
        completely]* [product of [two|three|its|linear|2|3|simpler|irreducible]* [brackets|factors|
        binomials|polynomials|terms]|factored form|factorised form|factorized form|factors|
        [two]? brackets]
    [take|pull|factor|factorise|factorize|bring] out [the|a|any|all|greatest|highest|largest|
        common|
        biggest]* [factor|factors|hcf|gcf|gcd|monomial|term] [of|in|from]? [the expression]?
        {e:maths}
    [factorise|factorize|factor] [fully|completely|out]? THE [quadratic|expression|polynomial|
        trinomial|cubic|binomial|difference of two squares|difference of squares|perfect square|
        sum of cubes|difference of cubes]? {e:maths} [fully|completely|[into|as] [two]? [brackets|
        linear factors]|as far as possible]?
    GET [factored|fully factored|factorised|factorized|fully factorised] form of {e:maths}
simplify {e}:
    [tidy up|tidy|clean up|reduce|simplify|cancel|cancel down|condense|rationalise|rationalize] THE
        [expression|fraction|surd|radical|algebraic fraction|root]? {e:maths} [[to|into|in|as]
        [its|
        the|a]? [simplest|lowest|simplified|reduced|single]? [form|terms|surd form|radical form|
        surd|fraction]]? [as far as possible|as much as possible|fully|completely]?
    [write|express|rewrite|put|give|leave|find|get|work out|condense|combine|turn]? [the]?
        {e:maths} [as|in|into] [a|an|its|the|one|single|
        simplest|simplified|exact]* [surd form|radical form|surd|radical|form|integer|whole number|
        power [of {x:name}]?|logarithm|log|log of a single number|logarithm of a single number]
    what [is|'s] [the]? {e:maths} [as|in] [a|an|its|the|one|single|simplest|simplified|exact]*
        [surd
        form|radical form|surd|radical|integer|whole number|power [of {x:name}]?|logarithm|log]
    [write|express|rewrite|combine|condense] [as|into]? [a|one]? single [fraction|logarithm|log|
        power|surd] {e:maths}
    [write|express|rewrite|put|simplify|give] {e:maths} in the form {f:surds}
    [write|express|put|simplify] {e:maths} in simplest surd form
    {e:maths} [simplified|tidied up]
    what [is|'s] {e:maths} [simplified|in [its]? simplest form|in simplest terms]
"""
)
_MORE: Final = grammar(_PARTS + algebra_ways.WAYS)

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


_ORDINALS: Final = {
    word: f"{place}{'st' if place % 10 == 1 else 'nd' if place % 10 == 2 else 'th'}"
    for place, word in enumerate(
        ["fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"],
        start=4,
    )
} | {"twentieth": "20th", "fiftieth": "50th", "hundredth": "100th"}
_ORDINAL: Final = re.compile(rf"\b({'|'.join(_ORDINALS)})(?=\s+(?:term|number)\b)", re.IGNORECASE)
_LOG: Final = re.compile(
    r"\blog(?:arithm)?\s+(?:to\s+)?(?:the\s+)?base\s+(\d+)\s+of\s+(\([^()]*\)|[\w²³]+)"
    r"(?![\w²³])(?!\s*(?:[-+*/^×÷·]|times\b|plus\b|minus\b|divided\b|over\b))",  # of 81, or of all?
    re.IGNORECASE,
)
_BASE_TEN: Final = re.compile(r"\blg\s*(?=\()")
_BLANK_AT_END: Final = re.compile(r"^(?P<terms>[-\d\s,./]+),\s*(?:\?|_+)\s*\??\s*$")
_ROWS: Final = re.compile(
    r"\b(?:whose\s+|with\s+|the\s+)*rows\s*(?:are|is|:|=)?\s*"
    r"(?P<rows>(?:\(\s*-?\d+(?:(?:\s*,\s*|\s+)-?\d+)+\s*\)\s*(?:,|and|,\s*and)?\s*){2,})"
)
_IDENTITY: Final = re.compile(
    r"(?:the\s+)?([2-4])\s*(?:x|×|by|-by-)\s*\1\s+identity(?:\s+matrix)?", re.IGNORECASE
)


def _rows(match: re.Match[str]) -> str:
    rows = re.findall(r"\(([^()]*)\)", match["rows"])
    cells = (", ".join(re.findall(r"-?\d+", row)) for row in rows)
    return f" [{', '.join(f'[{row}]' for row in cells)}] "


def _identity(match: re.Match[str]) -> str:
    size = int(match[1])
    rows = (", ".join("1" if i == j else "0" for j in range(size)) for i in range(size))
    return f"[{', '.join(f'[{row}]' for row in rows)}]"


def _plain(text: str) -> str:
    text = _BLANK_AT_END.sub(r"\g<terms>, what is next", text.replace("−", "-"))
    for plainer in plain_notation.EACH:
        text = plainer(text)
    text = _ORDINAL.sub(lambda match: _ORDINALS[match[1].lower()], text)
    text = _BASE_TEN.sub("log_10", _LOG.sub(r"log_\1(\2)", text))
    text = _IDENTITY.sub(_identity, _ROWS.sub(_rows, text))
    text = _with_values_of_inverses(_with_compositions(text))
    text = _NOT_A_WORD.sub(lambda match: "*".join(match["letters"]), text)
    return plain_notation.without_dashes(_ROOT_OF.sub("√", text))


_TWO_NAMES: Final = re.compile(
    r"(?<![A-Za-z])([a-z])\s*(?:∘|\\circ|\s[oO]\s|)\s*([a-z])\s*(?:\(([^()]*)\)|\s+at\s+"
    r"[a-z]\s*=\s*(-?[\w./]+))"
)


def _with_compositions(text: str) -> str:
    """``fg(4)`` and ``f o g at x = 2`` as f(g(4)), where both are functions of the question."""
    functions = slots.for_question(text).functions

    def replaced(match: re.Match[str]) -> str:
        f, g, at = match[1], match[2], match[3] or match[4]
        return f"{f}({g}({at}))" if {f, g} <= functions else match[0]

    return _TWO_NAMES.sub(replaced, text) if functions else text


_INVERSE_AT: Final = re.compile(
    r"(?:(?:find|what\s+is|what's|calculate|work\s+out|evaluate|give)\s+)(?:the\s+value\s+of\s+)?"
    r"(?P<f>[a-z])\s*(?:\^\s*\{?\(?-1\)?\}?|⁻¹)\s*\(\s*(?P<at>-?\d+(?:/\d+)?)\s*\)",
    re.IGNORECASE,
)


def _with_values_of_inverses(text: str) -> str:
    """``g(x) = 7x + 2, find g^-1(16)`` asks where g(x) = 16; g is linear, so once only."""
    match = _INVERSE_AT.search(text)
    if match is None:
        return text
    linear = (
        rf"(?<![A-Za-z]){match['f']}\((?P<x>[a-z])\)\s*=\s*(?P<body>[-+*/()\d\s.a-z]+?)(?"
        rf"=[.,;]|\s+[a-z]{{2,}}|$)"
    )
    found = re.search(linear, text[: match.start()])
    if found is None or re.findall("[a-z]", found["body"]) != [found["x"]]:
        return text
    if re.search(rf"/\s*\(?[^()]*{found['x']}", found["body"]):
        return text
    return f"Solve {found['body'].strip()} = {match['at']} for {found['x']}{text[match.end() :]}"


@lru_cache(maxsize=64)
def _again(sentence: str) -> str | None:
    return next(_all(sentence), None)


def _all(sentence: str) -> Iterator[str]:
    lower = sentence.lower()
    for said, ways in (*_WAYS.items(), *_MORE.items()):
        for way in ways:
            if not word_patterns.may_match(lower, way):
                continue
            match = word_patterns.pattern(way).fullmatch(f" {sentence}")
            if match is None:
                continue
            if not _is_one_unknown(match):
                continue
            blanks = {name: filled.strip() for name, filled in wording.hit(match).slots.items()}
            if _names(said) <= blanks.keys() and _agrees(blanks):
                yield said.format_map(blanks)


def _is_one_unknown(match: re.Match[str]) -> bool:
    """Whether the unknown is the same wherever it is named."""
    found = match.groupdict()
    named = {found[name] for name in found if found[name] and re.fullmatch(r"x(?:__\d+)?", name)}
    return len({name.strip() for name in named}) < 2


def _names(said: str) -> set[str]:
    """The blanks of a wording; one that matched nothing has no value to put in."""
    return set(re.findall(r"\{(\w+)\}", said))


def _whole(text: str) -> int | None:
    return int(text) if text.isdigit() else spoken.number(text)


def _agrees(blanks: Mapping[str, str]) -> bool:
    """Whether names that must be the same are, and a formula has no letters but those named."""
    others = blanks.get("o")
    if others is not None:
        named = set(re.findall(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])", others)) | {blanks["x"]}
        if set(re.findall("[A-Za-z]", blanks["s"])) - {"π"} != named:
            return False
    count = blanks.get("n")
    if count is not None and "l" in blanks and _whole(count) != len(blanks["l"].split(",")):
        return False
    if re.search(r"(?<![A-Za-z])[A-Za-z]\([a-z]\)\s*=", blanks.get("p", "")):
        return False  # a definition is no value to put in
    names = [blanks[one] for one in "yz" if one in blanks]
    return len(set(names)) < 2
