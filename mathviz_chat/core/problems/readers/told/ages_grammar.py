"""The clauses of stories about ages: who is how old when, compared with whom, and what is asked.

Slots: a, b, c, d are people; t and u are years later and ago at the left of a comparison, v and w
at its right, with its verb ``v2``.
"""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.grammar import grammar

CLAUSES: Final = grammar("""
YRS = [years|year|yrs|yr|years'|year's]
LATER = [[in|within] {t} YRS [time|from now]?|{t} YRS [from now|later|hence|from today|from this
    day|after]|after {t} YRS]
AGO = [{u} YRS [ago|earlier|before|back]]
WHEN = [LATER|AGO]
WHEN_R = [in {v} YRS [time]?|{v} YRS [from now|later|hence|from today]|after {v} YRS|{w} YRS [ago|
    earlier|before|back]]
NOW = [now|currently|today|at present|at moment|right now|this year|presently]
JUST = [now|only|exactly|just|currently|then|today|already|at present|at that time]*
AGE = [age|current age|present age]
WHO = [{a:person} [AGE]?|who|that|which|this|whose age|at that time {a:person} [AGE]?]
OF = [{b:person} [AGE]?|age of {b:person}|that of {b:person}|age {b:person}]
TIMES = [{m} times|{w1:multiple}|{m}]
MULTIPLE = [TIMES as old as {b:person}|TIMES as old|TIMES [of]? OF|TIMES]
MORE = [{k} YRS? [more|older|less|younger|fewer] than]
VERB = [is|am|was|were|will be|will [only|then|just|also] be|turns|becomes|equals|would be]
OLD = [years old|years of age|years|year|yrs old|yrs|year old|yo|y/o]
ADD = [is|are|was|were|will be|equals|=|comes to|adds up to|add up to]
THEM = [{a:person} and {b:person}|{a:person} AGE and {b:person}|{a:heading} {b:person} and
    {c3:person}|their|they|our|we|2|of them|2 of [them|us]|3 of [them|us]|both [of [them|us]]?|
    all 3 [of [them|us]]?|between them they]
TOGETHER = [together|all together|altogether|in total|in all|combined|between [them|us|2 of [them|
    us]|3 of [them|us]]]
compare:
    [WHEN]? WHO [WHEN]? VERB JUST [WHEN]? MORE? MULTIPLE [{v2:tense}|am|were]? NOW? [WHEN_R]?
    [WHEN]? WHO [WHEN]? VERB JUST {pc:%} [more|greater|higher|older|less|lower|younger] than OF
        [{v2:tense}]? NOW? [WHEN_R]?
    [WHEN]? WHO [NOW|WHEN]? VERB JUST same as OF [{v2:tense}]? NOW? [WHEN_R]?
differ:
    [WHEN]? WHO VERB JUST {k} YRS? [older|younger|more|less|elder|senior|greater|smaller] than OF
        NOW?
    WHO VERB JUST {k} YRS? [older|younger]
    WHO VERB JUST {k} YRS {b:person} [senior|junior]
    WHO VERB JUST [older|younger] than {b:person} by {k} YRS?
gap:
    [difference [between|of|in]]? [ages of {a:person} and {b:person}|{a:person} and {b:person} ages|
        {a:person} AGE and {b:person} AGE] [differ by|is|=] {k} YRS?
age:
    [WHEN]? [if]? WHO [NOW|WHEN]? VERB JUST {k} OLD? NOW? [WHEN]?
    {a:person} {k} OLD
    {a:person} [AGE]? VERB NOW? {k} OLD? and {b:person} [AGE]? [is|am|was|will be]? NOW? {l} OLD?
        NOW?
    {a:person} and {b:person} are NOW? {k} and {l} OLD? [NOW|respectively]?
    ages of {a:person} and {b:person} are NOW? {k} and {l} OLD? respectively?
sum:
    [WHEN]? [sum of|total of|combined] [[current|present]? [ages|age] of]? THEM [[current|present|
        combined|total]? [ages|age]]? [WHEN]? ADD {s} OLD? NOW? [WHEN]?
    [WHEN]? THEM [current|present|combined|total|ages|age]* [WHEN]? [add up to|adds up to|add to|
        sum to|total|totals|sum up to|come to|have sum of|will total|will add up to|will add to|
        will sum to|totalled|added up to|added to|summed to] {s} OLD? NOW? [WHEN]?
    [WHEN]? THEM [combined|total|joint] [ages|age] [WHEN]? ADD {s} OLD? NOW? [WHEN]?
    [WHEN]? THEM [WHEN]? [have|had|will have|has] [combined|total|joint] [ages|age] of {s} OLD? NOW?
        [WHEN]?
    [WHEN]? THEM [WHEN]? [are|were|will be|is|am] {s} OLD? TOGETHER NOW? [WHEN]?
    [WHEN]? THEM [WHEN]? [are|were|will be|is|am] TOGETHER {s} OLD? NOW? [WHEN]?
    [WHEN]? TOGETHER THEM [are|were|will be|is|am] {s} OLD? NOW? [WHEN]?
    [whose|with|and]? [WHEN]? [sum of ages|total age|combined age] [WHEN]? ADD {s} OLD? [WHEN]?
ratio:
    [WHEN]? ratio of {a:person} AGE to {b:person} [AGE]? [is|=|was|will be] {r:ratio} [WHEN]?
    [WHEN]? ratio of [present|current]? ages of {a:person} and {b:person} [is|=|was|will be]
        {r:ratio} [WHEN]?
    [present|current]? ages of {a:person} and {b:person} are NOW? in ratio [of]? {r:ratio}
    {a:person} and {b:person} [are|ages are] in ratio [of]? {r:ratio}
    [WHEN]? [ratio [of their ages]?|their ages|it|this ratio] [will be|was|were] [in ratio]? [of]?
        {r:ratio} [WHEN]?
turned:
    {a:person} is {k} OLD? TIMES as old as {b:person} was when {a2:person} was as old as
        {b2:person} is NOW?
asked now:
    how old [is|are|am|was] {c:person} NOW?
    [FIND|what is|what] [{c:person} AGE|AGE of {c:person}] NOW?
    what [AGE] [is|am] {c:person} NOW?
asked then:
    how old will {c:person} be [WHEN]
    [WHEN] how old will {c:person} be
    how old [was|were] {c:person} [WHEN]
    FIND [{c:person} AGE|age of {c:person}] [WHEN]
    what will [{c:person} AGE|age of {c:person}] be [WHEN]
asked all:
    how old [are|is] [they|both|each|both of them|each of them|each person|each 1|each 1 of them|
        {c:person} and {d:person}] NOW?
    how old is each [{each:word}]? NOW?
    [FIND|what are] [their|both|all|each person|both of their|each of their|all of their|all 3|all 3
        of their|both their] [present|current]? [ages|age] NOW?
    [FIND|what are] [present|current]? [ages|age] of [both|each|both of them|each of them|{c:person}
        and {d:person}] NOW?
asked years:
    [in|after]? how many years [from now|until|till|will it be until|will it take until|before]?
        [will|is|would]? {c:person} [AGE]? [will]? be JUST MULTIPLE [be]? [then]?
    when will {c:person} be JUST MULTIPLE [be]?
    [in|after]? how many years will {c:person} be {l:int} OLD?
    [in|after] how many years will [sum of their ages|their ages|their combined age|total of their
        ages] [be|total|add up to|reach] {s}
asked since:
    how many years ago [was|were] {c:person} [AGE]? JUST MULTIPLE
asked born:
    how old was {c:person} when {d:person} was born
    what was {c:person} age when {d:person} was born
    how old was {c:person} at {d:person} birth
""")
