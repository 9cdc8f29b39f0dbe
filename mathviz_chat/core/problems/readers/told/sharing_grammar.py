"""The clauses of stories about parts in a ratio."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.grammar import grammar

CLAUSES: Final = grammar("""
MADE = [mixed|combined|divided|shared|split|cut|made|used|added|blended|distributed|separated|
    broken|
    sawn|sold|produced|arranged|packed|found|given out|dealt out|shared out|divided up|split up]
BE = [are|is|are|was|were|be|to be|is to be|are to be|has to be|must be|should be|will be]
SHARE = [share|shares|shared|split|splits|divide|divides|divided|distribute|distributes|sharing|
    splitting|dividing|cut|cuts|share out|shared out|split up|divide up|allocate|partition|
        separate]
GET = [gets|get|got|receives|receive|received|has|have|had|takes|take|took|pays|pay|paid|is given|
    was given|contributes|earns|collects|collect|gives|saves|weighs|measures|is|needs|need|
        contains]
LIKE = [want to|wants to|have to|has to|must|decide to|decided to|agree to|agreed to|will|plan to|
    would like to|are going to|have|has|had|
    i|we|they|how would you|how should i|how can we|how do you|he|she]
OBJECT = [of|out]? [some|sum of|amount of|total of|prize of|profit of|bill of|inheritance of]?
    [{thing5:thing}]?
STATES = [is|are|was|were|=|equals|of]
PLACE = [in|at|on|from|inside] {thing_place:thing}
WHOLE = [total|whole|sum|altogether|entire amount|full amount]
ratio:
    [BE]? [MADE]? [up]? [in|into|by|with|at|using|according to|so that|has|have|from]? [following]?
        [ratio|ratios|proportion|proportions|parts in ratio|2 parts in ratio|3 parts in ratio|
        2 pieces in ratio|2 parts with ratio] [of|STATES]? {r:ratio}
    [in|into|STATES]? {r:ratio}
    {r:ratio} ratio
named:
    [ratio|proportion] of {name1:thing} to {name2:thing} [to {name3:thing}]? [PLACE]? [STATES]
        {r:ratio}
    [ratio|proportion] [of]? {name1:thing} : {name2:thing} [: {name3:thing}]? [PLACE]? [STATES]?
        {r:ratio}
    [ratio|proportion] between {name1:thing} and {name2:thing} [PLACE]? [STATES] {r:ratio}
    [ratio|proportion] [of]? {name1:thing} to {name2:thing} [PLACE]? [STATES]? {r:ratio}
    [ratio of]? {name1:thing} to {name2:thing} [STATES|in ratio|in ratio of] {r:ratio}
    [for every|for each] {r1:int} [of]? {name1:thing} there [are|is] {r2:int} {name2:thing}
    there [are|is] {r1:int} {name1:thing} [for every|to every|for each] {r2:int} {name2:thing}
    has {name1:thing} and {name2:thing} in ratio [of]? {r:ratio}
place:
    PLACE
names:
    {thing_made:thing} [BE MADE|contains|consists|has] [from|of|by mixing|up of|using|with|by
        adding]?
        {name1:thing} and {name2:thing}
    [LIKE]? [between|among|for|to|of|from|by mixing|mixing|using|from mixing|consists of|contains|
        BE MADE from|BE MADE of|BE MADE by mixing|BE MADE with|BE MADE up of|has]? {name1:thing}
        and {name2:thing} [LIKE]?
    [between|among|for|to|of|from|by mixing|mixing|using|consists of|contains|BE MADE from|
        BE MADE of|BE MADE up of|has]? {name1:thing} {name2:thing} and {name3:thing}
count:
    [between|among|into|in|by|for]? [his|her|their|my]? {n:int} {thing_people:thing} [LIKE]?
    [LIKE]? [BE MADE|SHARE it] [into|in|between|among] {n:int} [{thing_people:thing}]?
deed:
    [LIKE]? SHARE [it|them|money|OBJECT] [between them|between themselves|among themselves|up]?
    BE MADE [up|out|between them|among them]?
amount:
    [LIKE]? [SHARE|with|of|for|to make|to get|to produce|in|make|makes|making|use|uses|using|want|
        wants|need|needs|there are|
        there is|there were|has|have|had|contains|contain|for each|if]? {k:measure} [of]? [WHOLE
        of]?
        [{thing1:thing}]? [long|heavy]? [altogether|in total|in all|total]? [PLACE]?
    {who1:thing} GET {k:measure} [of]? [{thing1:thing}]?
    {thing2:thing} [STATES|of|measuring|weighing|with length|of length|with mass|that is|which is]?
        {k:measure} [long|heavy|in length|of length]?
    [there are|there is|i have|we have|he has|she has|they have]? WHOLE [of]? {k2:measure}
        [{thing1:thing}]?
    [their|its|the]? WHOLE [number|amount|cost|weight|length|bill|of shares|of parts|PLACE|
        profit]? [of
        {thing3:thing}]? [STATES] {k2:measure}
    [smaller|smallest|shorter|lesser|least|lower] [share|part|piece|number|amount|angle|portion|
        side] [STATES] {small:measure}
    [larger|largest|longer|longest|greater|greatest|bigger|biggest] [share|part|piece|number|
        amount|
        angle|portion|side] [STATES] {large:measure}
more:
    {thing_more1:thing} [gets|receives|has|got|is|takes|have|earns|pays] {d:measure} [more|extra]
        [{thing4:thing}]? than {thing_more2:thing}
    there [are|is|were] {d:measure} more {thing_more1:thing} than {thing_more2:thing}
    difference [between|of|in] [2|their|its]? [shares|parts|numbers|amounts|share] [STATES]
        {d:measure}
    [larger|largest|bigger|biggest|greater|greatest|longer] [share|part|piece|number|amount] is
        {d:measure} [more|longer|larger|greater|bigger|heavier]? [more]? than [smaller|smallest|
        other|lesser|shorter] [share|part|piece|number|amount|1]?
figure:
    [interior|3|2|all]* angles [of|in] {figure:word} [BE]? [MADE]?
    [3]? sides of {sides:word} [are|is|BE]?
    [its]? perimeter [of {sides:word}]? [STATES] {k2:measure}
all:
    [how much|how many|what] [money]? [{thing8:thing}]? [does|did|will|would|do|should|is] [each|
        each person|each one|each of them|each partner|each child|each friend|everyone|they|both]
        [1|person|partner]? [each]? [get|receive|have|gets|pay|take]?
    [FIND|list|name|show|write down|write]? [size of|value of|length of|sizes of|lengths of|values
        of]? [each|all|both|their|2|3]? [of]? [share|part|parts|shares|amounts|pieces|piece|
        portion|
        portions|angles|angle|numbers|sides|person's share|amount each gets|quantities] [get]?
    [list|FIND] [both|all|2|3] [shares|amounts|parts] [smaller|smallest] first
least:
    [FIND|how much is|how long is|how big is|how large is|how heavy is|how many is|how many are in]
        [size of|value of|length of]? [smaller|smallest|shorter|shortest|lesser|least|lower]
        [share|part|piece|portion|amount|angle|number|side|1]? [of {thing7:thing}]?
    how [much|many] [{thing8:thing}]? [does|do|are|is|will] [in]? [person with|1 with]? [smaller|
        smallest] [share|part|amount|group|portion] [get|have|contain]?
most:
    [FIND|how much is|how long is|how big is|how large is|how heavy is|how many is|how many are in]
        [size of|value of|length of]? [larger|largest|longer|longest|greater|greatest|bigger|
        biggest] [share|part|piece|portion|amount|angle|number|side|1]? [of {thing7:thing}]?
    how [much|many] [{thing8:thing}]? [does|do|are|is|will] [in]? [person with|1 with]? [larger|
        largest|bigger|biggest|greatest] [share|part|amount|group|portion] [get|have|contain]?
total:
    how [much|many] [money]? [{thing8:thing}]? [was|were|is|are|did|do|does|will] [there|it|they|
        we|you|he|she|i|{thing6:thing}]? [shared|have|shared out|split|divided|get|make|made|
        being shared|need|PLACE]? [altogether|in total|in all|total|to start with|to begin with]
        [PLACE]?
    FIND [WHOLE] [amount|number|sum|length|weight|cost|money]? [of {thing6:thing}]? [shared|PLACE]?
    how much [money]? [was|is] [shared|there to share|there|being shared|split]
    how [long|heavy|big] [was|is] [whole]? {thing6:thing}
asked:
    how [much|many] [money|of]? [{thing8:thing}]? [does|did|will|would|should|do|must|can|are|is|
        were|goes with|go with] [i|you|we|they|she|he|there]? [each]? {who:thing} [get|receive|
        have|take|pay|need|given|be given|use|used|needed|required|in it|PLACE]?
    how [much|many] [of]? {who:thing} [is|are|were|was|do|does|will|should|goes|go|must|would]
        [i|you|we|they|she|he|there|it|be]? [get|receive|have|take|pay|need|use|used|needed|
        required|with it|with that|mixed with it|added|PLACE]?
    how [much|many] {unit:word} of {who:thing} [is|are|do|does|will|should|were|was|would]
        [i|you|we|they|she|he|there|it|be]? [get|have|take|need|use|used|needed|required|PLACE]?
    how [much|many] [of them|of {thing6:thing}|{thing6:thing}] [are|is|were] {who:thing}
    FIND {who:thing} [share|part|portion|amount]
    FIND [share|part|portion|amount|number|size|weight|mass|amount] of {who:thing} [PLACE|needed|
        required]?
    how [much|many] {who:thing}
    [what|whats] [will|does|did|would|should] {who:thing} [get|receive|pay|take]
gap:
    how much more [money]? [{thing8:thing}]? [does|did|will|would] {who:thing} [get|receive|have]
        than {who2:thing}
    how many more {who:thing} [are there]? than {who2:thing} [are there]?
    FIND difference [between|of|in] [2|their]? [shares|parts|amounts|numbers]
fraction:
    what fraction [of]? [{thing6:thing}|them|it|all]? [PLACE]? [are|is|was|were|do|does|will]
        {who:thing} [get|receive|have]?
percentage:
    what [percentage|percent|%] [of]? [{thing6:thing}|them|it|all]? [PLACE]? [are|is|was|were|do|
        does|will] {who:thing} [get|receive|have]?
""")
