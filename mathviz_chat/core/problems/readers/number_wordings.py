"""The wordings of questions on whole numbers and digits, by what is asked in them."""

from __future__ import annotations

from typing import Final

GRAMMAR: Final = """
BY = [divided by|by|/|÷|over]
WHAT = [and|then|so]* [what is|what's|whats|find|give|state|calculate|work out|what]?
YOU = [you|we|i|u|one]?
REST = [left over|left|remainder|remains]
SMALL = [smallest|lowest|least|coldest|shortest|lightest|youngest]
LARGE = [biggest|largest|greatest|highest|warmest|hottest|longest|heaviest|tallest|oldest]
PUT = [write|put|place|arrange|order|list|rank|sort|give]
THESE = [these|this|following|list|list of|set of]* [numbers|values|fractions|decimals|integers|
    temperatures|lengths|masses|weights|heights|scores|prices|distances|ages|numbers of]?
PLACE = {place:digitplace}
remainder:
    divide {a:int} by {b:int} WHAT [is]? REST [over]?
    [when|if] YOU [do|divide|share|work out]? {a:int} [is]? BY {b:int} WHAT [is]? REST [over]?
    FIND remainder [of|for|from|in|on] {a:power} BY {b:int}
    FIND remainder [on|when|after|from|of|if] [YOU]? [dividing|divide] {a:power} by {b:int}
    what remainder [does|do] {a:power} [leave|give|have] [when|on|if|after] [divided|division] by
        {b:int}
    what remainder [does|do] YOU get [when|if|on|from] YOU [divide|dividing] {a:power} by {b:int}
    [work out|do|calculate|find]? {a:int} BY {b:int} [giving|give|write|with]* [your|answer|
        it]* [as]?
        quotient and remainder FIND remainder
    {a:int} BY {b:int} [leaves|gives|has] what remainder
    FIND {a:power} [mod|modulo|modulus] {b:int}
congruence:
    {a:power} ≡ {r:letter} (mod {b:int}) [with|where|and|for]? 0 [≤|<=] {r2:letter} < {b2:int} FIND
        {r3:letter}
    [if|given]? 0 [≤|<=] {r:letter} < {b:int} and {a:power} ≡ {r2:letter} (mod {b2:int}) FIND
        {r3:letter}
lcm:
    FIND [smallest|least|lowest] [positive|whole|natural]* [number|integer] [that is|which is|that
        can be]? [multiple of|divisible by|divided exactly by|divided by] [both|all of|each of]?
        {l:list}
    FIND [smallest|least|lowest|first] [positive|whole|natural]* [number|integer] [that|which|into
        which|that each of]? {l:list} [all|both|each|will|can]* [go into|divide into|divide|go
        exactly into|divide exactly|divide exactly into|divide evenly into|fit into|go] [exactly|
        evenly]? [into]?
    [what is|find]? [l.c.m|lowest common multiple|least common multiple|smallest common multiple|
        lcm]
        [of|for] {l:list}
gcd:
    [what is|find]? [h.c.f|highest common factor|greatest common divisor|greatest common factor|
        biggest common factor|largest common factor|hcf|gcf|gcd] [of|for|between] {l:list}
    [use|using|by|with|apply] [euclid's algorithm|euclidean algorithm|euclid's method|prime
        factorisation|prime factorization|prime factors] [to]? [find|calculate|work out|
        compute] [hcf|
        gcd|gcf|highest common factor|greatest common divisor|greatest common factor] of {l:list}
    FIND [largest|biggest|greatest] [positive|whole|natural]* [number|integer] [that|
        which] [divides|
        goes into] [both|all of]? {l:list} [exactly|evenly|without remainder|without any remainder|
        leaving no remainder|with no remainder]?
digit value:
    FIND [place value|value] of [digit]? {d:digit} in [number]? {n:spaced} [give|write]? [it]? [as
        decimal]?
    how much is [digit]? {d:digit} worth in [number]? {n:spaced}
    what is [digit]? {d:digit} worth in [number]? {n:spaced}
    in [number]? {n:spaced} FIND [place value|value] of [digit]? {d:digit}
    what does [digit]? {d:digit} [stand for|represent|mean] in [number]? {n:spaced}
digit at:
    in [number]? {n:spaced} [which|what] [digit|number] is in PLACE [place|column|position]
    in [number]? {n:spaced} FIND digit in PLACE [place|column|position]
    [which|what] [digit|number] is in PLACE [place|column|position] [of|in] [number]? {n:spaced}
    FIND PLACE digit [of|in] [number]? {n:spaced}
figures:
    [write|express|put|give] [number]? {n:list} [in|as|using] [figures|digits|numerals|numeral|
        number]
    [write|express|put|give] [number]? {n:int} [in|as|using] [figures|digits|numerals|numeral]
    [write|express|put|give] [in|as|using] [figures|digits|numerals|numeral] {n:list}
    [write|express|put|give] [this|following]? [number]? [in|as|using] [figures|digits|numerals|
        numeral] {n:int}
built:
    [what|which] number [is|has|is made of|is made from|is made up of|do] {p:placed} [make]?
    [write|find|give] number [that is|made of|made up of|that has|with|which has] {p:placed}
    FIND {p:placed} [as number]?
single:
    [write|express|give|work out] {m:maths} as [1|single|ordinary]? number
how many tens:
    how many {place:places} [are|are there]? [altogether|in total]? in {n:spaced} [altogether|in
        total]?
digit sum:
    FIND sum of digits [of|in] {n:spaced}
    FIND digit sum of {n:spaced}
    add [up]? digits of {n:spaced}
round:
    [what is|what's|whats|give|find|write|round|express]? {x:maths} [rounded|correct|round|
        off]* [to]?
        {to:nearest}
divide to:
    divide {a:int} by {b:int} [and]? [giving|give|write|round]? [your|answer|it]* [correct|rounded]*
        to {to:nearest}
estimate:
    estimate {a} [×|x|*|times] {b} by rounding each [number|of them|value]? to 1 significant figure
    by rounding each [number|of them|value]? to 1 significant figure [estimate|find estimate for|
        find estimate of|work out estimate for] [value of]? {a} [×|x|*|times] {b}
    by rounding each [number|of them|value]? to 1 significant figure [estimate|find estimate for|
        find estimate of|work out estimate for] [value of]? {a} [÷|/|divided by] {c}
    estimate {a} [÷|/|divided by] {c} by rounding each [number|of them|
        value]? to 1 significant figure
ascending:
    PUT THESE {l:maths} in order [of size]? [with]? [starting with|beginning with]? SMALL [first]?
    PUT THESE {l:maths} [in order]? [of size]? from SMALL to LARGE
    PUT THESE [in order]? [of size]? from SMALL to LARGE {l:maths}
    SMALL to LARGE [please|pls|plz]? {l:maths}
    [PUT|place] THESE in [increasing|ascending] order [of size]? {l:maths} [(give values)]?
    PUT THESE {l:maths} in [increasing|ascending] order [of size]?
    PUT THESE in order SMALL first {l:maths}
descending:
    PUT THESE {l:maths} in order [of size]? [with]? [starting with|beginning with]? LARGE [first]?
    PUT THESE {l:maths} [in order]? [of size]? from LARGE to SMALL
    PUT THESE [in order]? [of size]? from LARGE to SMALL {l:maths}
    LARGE to SMALL [please|pls|plz]? {l:maths}
    [PUT|place] THESE in [decreasing|descending] order [of size]? {l:maths} [(give values)]?
    PUT THESE {l:maths} in [decreasing|descending] order [of size]?
    PUT THESE in order LARGE first {l:maths}
base:
    [turn|convert|change|write|express|give|translate|rewrite]? [number]? {d:numeral} [in|from|of]?
        {from:base} [number]? [to|into|in|as|→|->] {to:base} [number|form]?
    [turn|convert|change|write|express|give|translate|
        rewrite]? {from:base} [number]? {d:numeral} [to|
        into|in|as|→|->] {to:base} [number|form]?
    [what|which] {to:base} number is [represented by|equal to|same as|written as]? {d:numeral} [in]?
        {from:base}
    FIND {d:numeral} [in]? {from:base} [written]? [to|into|in|as] {to:base}
    FIND {to:base} [value|form|equivalent] of {from:base}? [number]? {d:numeral}
to base:
    [turn|convert|change|write|express|give|translate|rewrite] [number]? {n:int} [to|into|in|
        as] {to:base}
        [number|form]?
    how [do|would|can] YOU write {n:int} in {to:base}
    how is {n:int} written in {to:base}
    FIND {n:int} written in {to:base}
    [number]? {n:int} is written in {to:base} [what does it look like|what is result|what is it]
prefixed:
    [FIND|convert|change|turn|write]? {d:prefixed} [to|into|in|as] [decimal|base 10|denary]
in base:
    [FIND|add|calculate]? {a:subscripted} {sign:plusminus} {b:subscripted} [giving|give|write|with]?
        [your|answer|it]* [in|as]? [{to:base}]?
steps:
    [start|begin|
        starting] with {n:signed} [and]? [then]? {s:operations} [what number do you end up with|
        what do you get|what is result|what is answer|FIND result|what number do you get|
        what do i get|
        what is final number]
    [FIND result|what do you get|what do i get|what number do you get] [if|when] YOU [start|
        begin] with
        {n:signed} [and]? [then]? {s:operations}
    [what do you get|what do i get|what is result|FIND result] [if|when|of] YOU {s2:operations}
    {s2:operations} [what do you get|what is result|what is answer]?
reduce:
    [reduce|simplify|write|express|cancel] {a:fraction} [down]? [to|in|into]? [its|it's]? [simplest|
        lowest] [form|terms]
reciprocal:
    FIND reciprocal of {a} [give fraction]?
as fraction:
    [work out|calculate|find|evaluate|simplify|what is|what's|compute]? {m:maths} as [single|
        simplified|1]? fraction [in its simplest form|in its lowest terms|in simplest form|in lowest
        terms]?
    [work out|calculate|find|evaluate|simplify|what is|what's|compute]? {m:maths} [=]? [leave|give|
        write|leaving|giving]? [your]? [answer]? [as|
        (]? [simplified]? fraction [in its simplest form|
        in lowest terms|in simplest form)|in its simplest form)]?
divide fraction:
    divide {a} by {b} [leave|give|write|leaving|
        giving] [your]? answer as [simplified]? fraction [in its
        simplest form|in lowest terms|in simplest form]?
part of part:
    FIND {p1:portion} of {p2:portion}
true:
    true or false {n:int} is [{not:negation}]? {kind:primekind} [number]?
    is it true that {n:int} is {kind:primekind} [number]?
"""
