"""The clauses of stories about a whole, its parts in percent, and how much each of them is."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.grammar import grammar

CLAUSES: Final = grammar("""
HAS = [has|have|had|contains|contain|contained|holds|hold|held|owns|own|employs|employ|bakes|baked|
    made|makes|buys|bought|picked|picks|grows|planted|consists of|weighs|earns|earned|earn|gets|got|
    receives|received|won|wins|inherits|inherited|collected|starts with|started with|had saved]
IN = [[in|at|on|from] {thing_place:thing}]
TIME = [per month|per week|per year|per day|each month|each week|monthly|weekly|a month|a week|this
    month|last month|last year|this year]
ALL = [altogether|in total|in all]
THEM = [them|it|these|those|this|that|which|whom|{thing3:thing}]
LONG = [long|in length|in mass|in weight|in volume]
whole:
    [there are|there were|there is|there was|total of] {w:measure} [of]? {thing1:thing} IN? ALL?
    {w:measure} [of]? {thing1:thing} IN
    there [is|are|was|were] {w:measure} IN?
    {who1:thing} HAS {w:measure} [of]? [{thing1:thing}]? ALL? TIME?
    [of|out of|among|in|from] [total of|group of|class of|box of]? {w:measure} {thing1:thing} IN?
    [in|at]? {who1:thing} [of|with|is|was] {w:measure} [of]? [{thing1:thing}]? LONG?
    [in]? [class|school|group|survey|box|bag|batch|sample|crate|pack|village|town|club|team] of
        {w:measure} [of]? [{thing1:thing}]?
    [what is|find|calculate|work out]? {r:%} of {w:measure} [of]? [{thing1:thing}]?
part:
    [of THEM]? [about]? {r:%} [of THEM]? {deed:deed}
    {r:%} of {w:measure} {thing1:thing} IN? {deed:deed}
    [is|are|contains|contain|has|have] {r:%} {stuff:thing} [by volume|by mass|by weight]?
    {who1:thing} [is|contains] {r:%} {stuff:thing} [by volume|by mass|by weight]?
    [{who2:thing}]? {verb:letters} [away|aside]? {r:%} [of THEM|of it]? [on {on:letters}]?
    [and]? {r:%} [of THEM|of it]? on {on:letters}
rest:
    [and]? [rest|others|remainder|remaining {thing6:thing}|rest of THEM] {deed:deed}
groups:
    [there are|there were|{who1:thing} [has|have|contains]]? IN? [there are|there were|there is]?
        {c1:int} {a1:thing} [and]? {c2:int} {a2:thing} [[and]? {c3:int} {a3:thing}]? IN? ALL?
known:
    {p:measure} [of]? [{stuff_p:thing}]? [of|out of|from] {w:measure} {thing1:thing} {deed:deed}
    {p:measure} [of THEM|{thing3:thing}]? {deed:deed}
    [that is|this is|which is|these are] {p:measure} [of]? {stuff_p:thing}
    {p:measure} [of THEM]? [is|are|was|were|got|gets|has been|have been]? {cut:cut} [from|off|of|
        out of]?
        [THEM]?
    {w:measure} {thing1:thing} [has|had|with] {p:measure} [of it]? {cut:cut}
    {p:measure} [is|are|was|were|got|gets|has been|have been]? {cut:cut} [off|from|of]?
        {thing1:thing} [that|which]? [is|was|of|measuring|measured]? {w:measure} LONG?
    [{who2:thing}]? {verb:letters} {p:measure} [of THEM]?
asked part:
    how [many|much] [of]? [THEM|{thing5:thing}]? [{not:negated}]? {deed:deed}
    how [many|much] {measure5:letters} of THEM {deed:deed}
    how [many|much] {measure5:letters} of {stuff5:thing} [is|are|was|were|does|do] [that|this|it|
        there]
        [make|contain|have]? IN?
    how [many|much] {measure5:letters} of {stuff5:thing} [is|are|was|were|does|do] [in it|in THEM|it
        contain|it have|THEM contain|in {thing_place:thing}]
    how [many|much] [{thing5:thing}]? [is|are|was|would|will|does] [that|this|it|
        there|they] [be|make|mean|come to]? IN?
    how [many|much] {stuff5:thing} [is|are|was|does|do] [in it|in THEM|it
        contain|it have|THEM contain|in {thing_place:thing}]
    how [many|much] {stuff5:thing} [is|are|were|was] [there|in it] IN?
    how [many|much] [money]? [{thing5:thing}]? [does|did|do|will] {who3:thing} {verb:letters}
        [away|aside]? [on {on:letters}]? TIME?
    how many {stuff5:thing} [does|do|did] {who3:thing} [have|own|contain|hold|employ] IN?
    [find|work out|calculate] number of {stuff5:thing} IN?
    [find|work out|calculate] number of {thing5:thing} [who|that|which] [{not:negated}]? {deed:deed}
    [find|work out|calculate] [amount|mass|volume|weight] of {stuff5:thing} IN?
asked left:
    how [many|much] [money]? [{thing5:thing}]? [is|are|was|were|does|do|did|will] [{who3:thing}|
        there]? [have]? [left|left over|remaining|remain] IN?
asked percent:
    what [percent|percentage|%] [of THEM]? IN? [{not:negated}]? {deed:deed}
    what [percent|percentage|%] [of THEM]? [is|was|are|were|has been|have been|got]? {cut:cut}
    [find|work out|calculate|what is] [percent|percentage|%] of {stuff5:thing} IN?
    [find|work out|calculate|what is] [percent|percentage|%] of THEM [that|which|who] {deed:deed}
    what [percent|percentage|%] [of THEM]? [is|was] [that|this|it]
    what [percent|percentage|%] [of THEM]? [did|does|do|will] {who3:thing} {verb:letters}
asked whole:
    how many [{thing5:thing}]? [are|were] [there|in THEM] IN? ALL?
    how [many|much] {thing5:thing} [are|is|were] IN? ALL?
    how many {thing5:thing} [does|did|do] {who3:thing} [have|contain|own|hold|employ] ALL?
    [find|work out|calculate] [total|total number of|number of] {thing5:thing} [altogether|IN]?
""")
