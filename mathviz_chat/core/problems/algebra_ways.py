"""Other ways to ask for equations, expansions, factors and simpler forms.

The notation is that of :mod:`~mathviz_chat.core.problems.paraphrases`, whose parts are used here.
"""

from __future__ import annotations

from typing import Final

WAYS: Final = """
STUCK = [i am|i'm|im|we are|i]? [stuck on|stuck with|working on|trying to solve|trying|lost on|
    got|was given|have|need help with]
SOLVE_IT = [solve|solve it|solve this|work it out]
SOLVE_FOR = [[find|what is|how much is|solve for|solve it for|solve this for|what should|what
    must] {x:name} [be|equal]?]
BRACKETS = [the]? [brackets|parentheses|product|binomials]?
ROOTS = [values|value|solutions|solution|roots|root|answers|answer|numbers|possibilities]
GIVEN = [[STUCK|[my|our|the] [teacher|tutor|book|textbook|homework|worksheet|friend|exam] [set|
    gave us|gave me|wrote|asked|says|has|sets]] THE EQUATION]
SUCH = [with|where|such that|so that|for which|that satisfies|that satisfy|satisfying|that solve|
    that solves]
REALLY = [is there [any|a] real]
solve {s}:
    GET? [the|all|both|each|every]* [two|2|three|3|possible|real|different|distinct]* ROOTS [for|
        of|to|in] THE EQUATION {s:statements}
    GIVEN {s:statements} SOLVE_IT
    THE EQUATION {s:statements} SOLVE_IT
    [factor|factorise|factorize|factoring|factorising] [by grouping|fully|completely|it|first]*
        [and|then|then use it to|hence|to]* solve [it]? THE EQUATION {s:statements}
    solve THE EQUATION {s:statements} [by factoring by grouping|by grouping]
    [does|has|do] THE EQUATION {s:statements} [have|got]? [any|a|some]? real [solution|solutions|
        root|roots] [give it|give them|find it|find them|state it|if so find it|if so find them|
        what is it] [or [say|state|write] [there's|there is|there are]? [none|no solution|no
        solutions]|if [it exists|they exist|any]]?
solve {s} for {x}:
    GIVEN {s:statements} SOLVE_FOR
    THE EQUATION {s:statements} SOLVE_FOR
    [what|which] [number|value|real number]? [of]? {x:name} [makes|gives|will make|solves] THE
        EQUATION {s:statements} [true|hold]?
    what value of {x:name} [makes|will make|would make|gives] {s:statements}
    [find|give|list|determine|state|what is]? [every|all|each|a number|the number] [real|
        possible]* {x:name} SUCH THE EQUATION {s:statements} [holds|is true]?
    how many [real|distinct]* [solutions|roots] [does|has] THE EQUATION {s:statements} [have]?
        [and]? [what is|find] {x:name} [give {x:name}]?
    REALLY {x:name} SUCH {s:statements}
    [if|when|given|since|as|suppose] {s:statements} [then|and]? [express|write|give|find|state|
        get] {x:name} in terms of {o:names}
    {s:statements} REALLY {x:name} [solve|find it|give it]?
solve |x - ({a})| = {b} for x:
    [GET|which|what]? [the|all|both|two]* [numbers|points|values|real numbers] [whose distance|
        which have a distance|that have a distance|with a distance|having a distance] [from|to]
        {a:signed} [on [the|a]? number line]? [is|of|equal to|equals]* [exactly]? {b} [units]?
    [GET|which|what]? [the|all|both|two]* [numbers|points|values|real numbers] [that are|which
        are|lying|are|that lie|which lie]? [exactly|at a distance of]* {b} [units]? [away]? from
        {a:signed} [on [the|a]? number line]?
solve {b}^x = {v} for x:
    [what|which] power of {b} [gives|is|equals|makes|is equal to|yields] {v:signed}
    to [what|which] power [must|do you have to|should|do you|do i|must you|must i|must we|do we]
        [raise {b}|{b} be raised] [to get|to give|to make|to obtain|to be|to equal] {v:signed}
    [what|which] [exponent|power|index] [of {b}]? [turns|makes] {b} into {v:signed}
find the inverse of {y}({x}) = {e}:
    GET? [the|an|its]* inverse [function|of the function|of]* {y:letter}⁻¹({x:letter}) [of|for|
        if|when|where|given|given that] [the function]? {z:letter}({x:letter}) = {e:maths}
solve {s} on [{p}, {q}]:
    [find|what are|which are|what|which|list|give|state]? [all|the|possible]* [angles|angle|
        values|solutions|values of {x:name}|angles {x:name}] [between|from] {p:turn} [and|to]
        {q:turn} [inclusive]? [satisfy|satisfying|that satisfy|which satisfy|for which|solve|
        with|make|are solutions of] THE EQUATION {s:statements}
    [find|solve]? THE EQUATION {s:statements} [for|in|on|with]? [angles|values|solutions]?
        [between|from] {p:turn} [and|to] {q:turn} [inclusive]?
solve tan(x) = {v} for 0° < x < 90°:
    [what|which|find [the|an]|name [the|an]|give [the|an]|what is the]? acute angle [{y:name}]?
        [in degrees]? [has|with|having|whose] [a|the]? tangent [of|is|equal to|equals|that is]*
        {v:maths}
solve sin(x) = {v} for 0° < x < 90°:
    [what|which|find [the|an]|name [the|an]|give [the|an]|what is the]? acute angle [{y:name}]?
        [in degrees]? [has|with|having|whose] [a|the]? sine [of|is|equal to|equals|that is]*
        {v:maths}
solve cos(x) = {v} for 0° < x < 90°:
    [what|which|find [the|an]|name [the|an]|give [the|an]|what is the]? acute angle [{y:name}]?
        [in degrees]? [has|with|having|whose] [a|the]? cosine [of|is|equal to|equals|that is]*
        {v:maths}
solve cos(x) = {v} for 90° < x < 180°:
    [what|which|find [the|an]|name [the|an]|give [the|an]|what is the]? obtuse angle [{y:name}]?
        [in degrees]? [has|with|having|whose] [a|the]? cosine [of|is|equal to|equals|that is]*
        {v:maths}
solve sin(x) = {v} for 90° < x < 180°:
    [what|which|find [the|an]|name [the|an]|give [the|an]|what is the]? obtuse angle [{y:name}]?
        [in degrees]? [has|with|having|whose] [a|the]? sine [of|is|equal to|equals|that is]*
        {v:maths}
find the coefficient of {t} in the binomial expansion of {e}:
    GET? [the]? coefficient of [the]? {t:maths} [term]? [in|of|when you expand|from|on
        expanding]* [the|binomial|full|expansion of|expanded form of|expansion]* {e:bracketed}
        [is expanded]?
    GET? [the]? {t:maths} coefficient [in|of|when you expand|from|on expanding]* [the|binomial|
        full|expansion of|expanded form of|expansion]* {e:bracketed}
    in the [binomial]? expansion of {e:bracketed} GET the coefficient of [the]? {t:maths} [term]?
expand {e}:
    {e:bracketed} [= what|=]
    [what|and what|tell me what]? [do|would|will|did]? [you|i|we|one]? [get|obtain|have] [if|
        when|by|after|on] [you|i|we|one]? [foil|foiling|expand|expanding|multiply out|multiplying
        out|multiply|multiplying|open up|distribute] [out]? BRACKETS {e:maths}
    [write|rewrite|give|express] {e:maths} [as an expanded polynomial|without any brackets|with
        no brackets|without using brackets|as a sum of terms]
factor {e}:
    {e:maths} [factored|factorised|factorized|factor|factorise|factorize|fully factored|fully
        factorised|in factored form|in factorised form|written in factored form|as a product of
        factors] [fully|completely|please]?
    [what are|find|give|list] the [linear|irreducible]? factors of THE [polynomial|quadratic|
        cubic|expression]? {e:maths}
simplify {e}, assuming that {x} is positive:
    [how can|how could|how do you write|how would you write|write|express|give|rewrite] {e:maths}
        [be written|be expressed]? as [one|a single] power of {x:name} [where|for|if|given that]?
        {y:name} [>|is greater than] 0
simplify {e}:
    [expand|multiply out|multiply|work out|open the brackets] [and]? [simplify|tidy up]
        {e:surdproduct}
    [expand|multiply out|multiply|work out|what is|what's|evaluate|calculate|find] BRACKETS [of|
        in]? {e:surdproduct} [in the form {f:surdform}|leaving your answer in exact form|what is
        this equal to|as a surd]?
    {e:surdproduct} [what is this equal to|what is it equal to|what does this equal|equals what|
        =|as a single number]
    [write|express|put|give] {e:surdproduct} in the form {f:surdform}
    [how can|how could|how do you write|how would you write|write|express|give|rewrite] {e:maths}
        [be written|be expressed]? as [one|a single] power
    simplify THE [expression|fraction]? {e:maths} [using|with|leaving|give|write]* [only]?
        [positive] [exponents|powers|indices] [only]?
    [express|write|combine|rewrite] {e:maths} as [the|a|one]? [single]? [log|logarithm] [of [a|
        one]? single number|of one number|of a number]?
    {e:monomials} =
    {e:maths} [simplified|simplify|in simplest form|simplify fully|simplified fully] [please]?
"""
"""By what is said again; see the note there."""
