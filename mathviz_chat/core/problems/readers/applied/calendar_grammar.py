"""How dates and days of the week are told and asked about."""

from __future__ import annotations

from typing import Final

GRAMMAR: Final = """
ISO = [yyyy-mm-dd|(yyyy-mm-dd)|yyyy-mm-dd format|format yyyy-mm-dd|iso format]
iso:
    [write|give|state|express|answer|your|it|date|as|in|using|result]* ISO
between:
    how many {u:span} [are there|are|is it|is there|pass]? [between|from] {a:date} [and|to|until|
        till]
        {b:date} [of same year|in same year|in {y:year}]?
    how many {u:span} [from|after] {a:date} [is|to|until] {b:date}
    [FIND number of|count [number of]?] {u:span} [between|from] {a:date} [and|to|until|till]
        {b:date}
        [of same year|in same year|in {y:year}]?
    how many {u:span} until {b:date} from {a:date}
    how many {u:span} [are there|is it|are left|are|to go]? [until|till|to|before]
        [[{thing1:thing}]?
        ({b:date})|{b:date}] [if|when]? [today|it|it's|its] [is]? {a:date} [today|now]?
    [if]? [today|it|it's|its] [is]? {a:date} [today|now]? how many {u:span} [are there|is it|are
        left|are|
        to go]? [until|till|to|before] [[{thing1:thing}]? ({b:date})|{b:date}]
inclusive:
    inclusive
    [including|counting|include|count] [both|first and last] [days|dates|day]?
after:
    what [date|day] [is|will it be|falls|comes|will be|was it|was] {n:int} {w:span} [after|from]
        {a:date}
    FIND date [that is|of day]? {n:int} {w:span} [after|from] {a:date}
    what date comes {n:int} {w:span} after {a:date}
    [{thing1:thing}]? [is|was]? [borrowed|rented|lent|hired|bought] on {a:date} for {n:int} {w:span}
        [when|on what date] is it due [back]?
    [if]? [today|it] is {a:date} what [date|day] [is it|will it be|is] in {n:int} {w:span}
    [if]? [today|it] is {a:date} what will [date|be date] [be]? in {n:int} {w:span}
    [if]? [today|it] is {a:date} what date [is it|will it be|is] {n:int} {w:span} [from now|
        later|from
        today]
told after:
    {thing1:thing} [is|was|will be|falls|takes place|is due|was due|will be due|was born|arrives|
        ends|
        starts|begins] [due|held]? [exactly]? {n:int} {w:span} after {a:date}
told before:
    {thing1:thing} [is|was|will be|falls|takes place|is due|was due|will be due|was born|arrives|
        ends|
        starts|begins] [due|held]? [exactly]? {n:int} {w:span} before {a:date}
asked that:
    [what|which] [date|day] [is|was] [that|it]
    [on]? [what|which] date [is|was|does] [that|it|{thing2:thing}] [due|fall|held|start|begin|
        end|arrive]?
    when [is|was|does] [that|it|{thing2:thing}] [due|fall|held|start|begin|end|arrive]?
    FIND [date|due date]
before:
    what [date|day] [is|was it|was|falls] {n:int} {w:span} before {a:date}
    what was date {n:int} {w:span} before {a:date}
    FIND date [that is]? {n:int} {w:span} before {a:date}
    [if]? [today|it] is {a:date} what [date|day] was it {n:int} {w:span} ago
weekday:
    what day of week [is|was|will be|will it be on|was it on|does|did|will] {a:date} [fall on|
        fall|be]?
    [on]? [what|which] [day of week|weekday|day] [is|was|will be|does|did|will] {a:date} [fall on|
        fall|be]? [in {y:year}]?
    [on]? [what|which] [day of week|weekday|day] [was|is] [it|day] on {a:date}
    FIND [day of week|weekday] [of|for|on] {a:date}
aside:
    when {z:aside}
later weekday:
    [if]? [today is|it is|if today is|today's|it's] {d:weekday} [today]? what day [of week]?
        [will it
        be|is it|is|will be]? [in]? {n:int} {w:span} [from now|later|from today|after|after that]?
    [if]? [today is|it is|if today is|today's|it's] {d:weekday} [today]? [which|what] weekday
        [will it be|is
        it|is] [in]? {n:int} {w:span} [from now|later|from today]?
    what day [of week]? [is|will it be] {n:int} {w:span} after {d:weekday}
    [which|what] weekday [is|will it be] {n:int} {w:span} after {d:weekday}
    [if]? [today is|it is] {d:weekday} what day [of week]? was it {m:int} {w:span} ago
    what day [of week]? [is|was] {m:int} {w:span} before {d:weekday}
    [which|what] weekday [is|was] {m:int} {w:span} before {d:weekday}
known:
    [if]? {a:date} [is|was|falls on|fell on] [on]? {d:weekday}
month day:
    [if]? {p:ordinal} [of]? [month|this month|certain month] [is|falls on|was] {d:weekday}
asked month day:
    [on]? [which|what] [day|date] of month [does|is|do] {e:weekday} of [next|following] week
        [fall]? [on]?
asked weekday:
    [on]? [what|which] [day of week|weekday|day] [is|was|will be|does|will] [{q:ordinal} [of]?
        [month|same
        month|that month|this month]?|{b:date}] [fall on|fall|be]? [in same year|of same year]?
leap:
    [is|was|will] [year]? {y:year} [be]? leap year
    [is|was] it leap year in {y:year}
days of month:
    how many days [are there|are|does|did]? [in]? {m:month} [of|in]? {y:year} [have]?
    how many days [are there|are]? in [month of]? {m:month}
    how many days does {m:month} have [in {y:year}]?
    FIND number of days in {m:month} [of|in]? {y:year}
days of year:
    how many days [are there|are|were there|were]? in [year]? {y:year}
    how many days [did|does|will] [year]? {y:year} have
"""
