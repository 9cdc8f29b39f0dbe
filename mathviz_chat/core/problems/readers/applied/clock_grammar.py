"""How times of day are told and asked about: starts, ends and lengths of events, in any order."""

from __future__ import annotations

from typing import Final

NOTATION: Final = """
FULL = [24-hour|24 hour|24-hours|24 hours|24-h|24 h|24h|24hr|24-hr|24hrs|military]
HALVES = [12-hour|12 hour|12-hours|12 hours|12-h|12 h|12h|12hr|12-hr|am/pm|am or pm|a.m./p.m]
TIME = time|clock|clock time|format|notation|form|clock notation|clock format|system
SAID = [answer|give|use|write|state|your|answer|it|as|in|into|to|on|using|time|with|express]*
full:
    SAID FULL [TIME]?
halves:
    SAID HALVES [TIME]?
unit:
    [answer|give|write|state|express|your|answer|it]* in {u:timeunit}
"""
"""In which notation or unit the answer is to be."""

GRAMMAR: Final = f"""
{NOTATION.strip()}
STARTS = [starts|sails|sailed|begins|leaves|departs|sets off|sets out|started|began|left|
    departed|opens|opened|
    set off|set out|leave|depart|start|begin|takes off|took off|kicks off|kicked off|boards|starts
    work|started work|is at|was at|arrives at work|got on|went in]
ENDS = [ends|finishes|arrives|ended|finished|arrived|closes|closed|gets there|got there|gets in|got
    in|gets home|got home|returns|returned|came back|comes back|lands|landed|is over|was over|stops|
    stopped|arrive|finish|end|wakes up|woke up|finishes work|gets back|got back|pulls in]
END = [end|finish|arrive|be over|get there|stop|close|land|get in|get home|wake up|be done|be
    finished|come back|get back|return|be ready|be cooked]
START = [start|begin|leave|depart|set off|set out|open|take off|go to sleep|go to bed|fall asleep|
    go in|be put in]
LASTS = [lasts|takes|lasted|took|runs|ran|is|was|goes on|went on|will last|will take|runs for|lasts
    for|slept|sleeps|works|worked|studied|practised|practiced|played|is open|was open|cooks|bakes|
    needs|walked|drove|cycled|travels|travelled|traveled|flies|flew|will run|sleeps for|last|take]
LAST = [last|take|run|go on|be|work|sleep|long|be open|stay open|play|study|practise|practice|cook]
between:
    how many {{u:timeunit}} [are there|are|pass|is it|is there|elapse|have passed|passed|go by]?
        [between|from] {{a:clock}} [and|to|until|till] {{b:clock}}
    how [long|much time] [is it|is there|passes|has passed|elapses|goes by|passed|is]? [between|
        from]
        {{a:clock}} [and|to|until|till] {{b:clock}}
    [FIND elapsed time|FIND time elapsed|FIND time|FIND difference|FIND number of {{u:timeunit}}|
        FIND
        time difference|FIND length of time|FIND difference in time] [between|from] {{a:clock}}
        [and|to|
        until|till] {{b:clock}}
    how many {{u:timeunit}} [until|till|to|are left until|is it until|is it till] {{b:clock}}
        [if|when]?
        [it is|starting|it's|its|from]? {{a:clock}} [now]?
    how [long|much time] [until|till|is it until|is it till|is left until|to] {{b:clock}} [if|when]?
        [it is|starting|it's|its|from]? {{a:clock}} [now]?
next day:
    [on]? [next|following] [day|morning]
    day after
ran:
    {{who1:thing}} STARTS home? [at|from]? {{a:clock}} [and|to]? [it|he|she|they|i|we]? [ENDS|
        until] [at]?
        {{b:clock}}
    {{who1:thing}} [STARTS|LASTS] from {{a:clock}} [to|until|till] {{b:clock}}
    {{who1:thing}} from {{a:clock}} [to|until|till] {{b:clock}}
asked long:
    how long [is|was|does|did|will|do] {{who4:thing}} LAST? [for]?
    how long [is|was] {{who4:thing}}
    how many {{u:timeunit}} [does|did|is|was|will|do] {{who4:thing}} LAST [for]?
    how many {{u:timeunit}} long [is|was] {{who4:thing}}
    FIND [length|duration] of {{who4:thing}}
    [how long|how much time] did it take
    for how long is {{who4:thing}} open
    how [long|many {{u:timeunit}}] is that
after:
    what time [is it|will it be|is|does it end|will it end|comes|was it]? {{d:duration}} [after|
        later
        than|past] {{a:clock}}
    FIND time {{d:duration}} [after|later than] {{a:clock}}
    FIND time that is {{d:duration}} [after|later than] {{a:clock}}
    add {{d:duration}} to {{a:clock}}
before:
    what time [is it|was it|is|comes]? {{d:duration}} [before|earlier than] {{a:clock}}
    FIND time {{d:duration}} [before|earlier than] {{a:clock}}
    FIND time that is {{d:duration}} [before|earlier than] {{a:clock}}
    subtract {{d:duration}} from {{a:clock}}
now:
    [it is|it's|its|if it is|if it's|time is|time now is|clock shows|clock says|clock reads|my watch
        shows|my watch says]? [now|currently]? {{a:clock}} [now|right now]?
asked later:
    what [time]? will [it|clock|my watch]? [be|show|say|read]? in {{d:duration}}
    what [time]? will [it|clock|my watch]? [be|show|say|read]? {{d:duration}} [later|from now]
    what [time]? will [it|clock|my watch]? [be|show|say|read]? after {{d:duration}}
    what time is it [in {{d:duration}}|{{d:duration}} from now|{{d:duration}} later]
    [what time was it|what was time] in {{d:duration}}
asked earlier:
    what [time]? [was it|did it show|did clock show|was time] {{d:duration}} [ago|earlier|before]
starts:
    [{{who1:thing}}|and]? STARTS [{{name1:thing}}]? [at|from]? {{a:clock}}
    {{who1:thing}} [went to bed|goes to bed|fell asleep|went to sleep|falls asleep|goes to sleep] at
        {{a:clock}}
    at {{a:clock}} {{who1:thing}} STARTS [{{name1:thing}}]?
    {{who1:thing}} [goes|is put|went|was put] in oven at {{a:clock}}
    {{d:duration}} {{who1:thing}} STARTS [{{name1:thing}}]? [at|from]? {{a:clock}}
    [start|starting|departure|kick-off] time is {{a:clock}}
ends:
    [{{who2:thing}}|and]? ENDS [{{name2:thing}}|in {{name2:thing}}|at {{name2:thing}}]? [at]?
        {{b:clock}}
    [and]? is due [in|to arrive|to finish|to end]? [at]? {{b:clock}}
    {{who2:thing}} of {{d:duration}} ENDS at {{b:clock}}
    {{d:duration}} {{who2:thing}} ENDS at {{b:clock}}
    {{who2:thing}} [that|which] LASTS [for]? {{d:duration}} ENDS at {{b:clock}}
lasts:
    [{{who3:thing}}|and|which|that]? LASTS [for|exactly|about]? {{d:duration}} [long|to get there]?
    {{who3:thing}} is {{d:duration}} long
asked end:
    [[at]? what time|when] [does|did|will|do|would] {{who4:thing}} END [home|up]?
    [[at]? what time|when] [is|was|will] {{who4:thing}} [over|finished|done|ready|be over|due
        [back]?]
    FIND [finishing|finish|end|ending|arrival|closing] time [of {{who4:thing}}]?
asked start:
    [[at]? what time|when] [does|did|will|do|would|must|should] {{who4:thing}} START
    FIND [starting|start|departure] time [of {{who4:thing}}]?
every:
    {{who1:thing}} [comes|leaves|runs|departs|goes|arrives|rings|stops|passes] every {{d:duration}}
    there is {{who1:thing}} every {{d:duration}}
first:
    first [1|{{who2:thing}}]? [is|was|leaves|comes|departs|arrives|goes|starts|rings|runs] [at]?
        {{a:clock}}
asked nth:
    [[at]? what time|when] [does|did|will|is] {{n:ordinal}} [1|{{who4:thing}}] [leave|come|
        depart|arrive|
        go|start|ring|run]?
    FIND time of {{n:ordinal}} [1|{{who4:thing}}]
"""
