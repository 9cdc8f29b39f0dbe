"""How shared work is told: who needs how long alone, how long they need together, who goes on."""

from __future__ import annotations

from typing import Final

GRAMMAR: Final = """
CAN = [can|could|would|will|is able to|are able to]
JOB = {j:jobverb}
WHAT = [this|[full|empty|whole] {thing1:task}|[whole|entire|same]? [work|piece of work|piece of
    job]|{thing1:task}]
ALONE = [alone|by himself|by herself|working alone|on his own|on her own|by itself|on its own|if he
    works alone|if she works alone|separately|individually|single-handedly|on their own]
REST = [rest|remainder|remaining [work|job|part]?|rest of [job|work|{thing1:thing}]|remaining
    {thing1:thing}]
PLANT = pipes|taps|pumps|machines|hoses|people|printers|ovens|workers|inlets|robots|tractors|
    brothers|
    sisters|friends|men|women
BOTH = they|both|them|both of them|2 of them|all 3|all 3 of them|2|3|all|both [PLANT]|2 [PLANT]|
    all 3
    [PLANT]|[these|those|2]* [PLANT]|it
JOINED = together|at same time|side by side|jointly|simultaneously|at once|in parallel|as team|in
    tandem|with each other
DOING = work|works|worked|working|run|runs|running|open|opened|operating|operate|on|used|use|turned
    on|switched on|pumping|filling|flowing|left open|left on|going|paint|mow|clean|dig|do it
UNITED = [working|acting|all|both]? [JOINED]|both together|all together|between them
INLET = tap|pipe|inlet|inlet pipe|pump|hose
OUTLET = leak|drain|outlet|outlet pipe|waste pipe|plug|drain pipe
TOGETHER = [with|if|when|while|using|and]? [[BOTH]|pipe and drain|tap and drain|you|we]? [are]?
    [all|
    both]? [left]? [DOING]? [JOINED]|with [both|all 3] [PLANT|of them]? [DOING]|[if|when] [BOTH]
        [are]?
    [both]? [DOING]|[with|using] both|with pipe and drain [both]? open|all together|if they share
    [job|work]|if they join forces|[with|if|when] [both|all 3] [are]? [used|open|on]|[with|if|
        when]? [INLET] [is]? [on|open|running|
    turned on|filling] and [OUTLET] [is]? [on|open|running|leaking|draining|out|pulled out|left
        open]
each:
    {w:worker} [ALONE]? [CAN]? [JOB] WHAT [ALONE]? in {a:unit} [ALONE]?
    {w:worker} [ALONE]? [CAN]? [JOB]? [WHAT]? [ALONE]? in {a:timed} [ALONE]?
    {w:worker} [ALONE]? [CAN] [do it|do same]? [ALONE]? in {a:unit} [ALONE]?
    {w:worker} [ALONE]? [takes|needs|would take|would need|requires|took|take|need] {a:unit} [to
        [JOB]
        [WHAT]?|[for|on] [whole|entire|same]? [job|work|task]]? [ALONE]?
    it [takes|would take|took] {w:worker} [ALONE]? {a:unit} to [JOB] WHAT [ALONE]?
    {w:worker} [in|takes]? {a:unit} [for [whole|same]? [job|work]]? [ALONE]?
    {w:worker} [who|which|that] [takes|needs|would take|would need] {a:unit} [for [whole|entire|
        same]?
        [job|work]|to [JOB] [WHAT]?]? [ALONE]?
    [but|and]? [there is]? {w:worker} [who|which|that] [CAN]? [JOB] WHAT in {a:unit} [ALONE]?
listed:
    {n:int} {w:worker} [CAN] [ALONE]? [JOB] WHAT [ALONE]? in {l:list} {t:timeword} [respectively]?
        [ALONE]?
    {n:int} {w:worker} [take|need|would take|would need] {l:list} {t:timeword} [respectively]? to
        [JOB] WHAT
        [respectively]? [ALONE]?
    {w:worker} {x:worker} and {y:worker} [CAN]? [each]? [ALONE]? [JOB] WHAT [ALONE]? in {l:list}
        {t:timeword}
        [respectively]? [ALONE]?
    {w:worker} and {x:worker} [CAN]? [ALONE]? [JOB] WHAT [ALONE]? in {l:list} {t:timeword}
        [respectively]?
        [ALONE]?
joint:
    {w:worker} and {x:worker} [CAN]? [UNITED]? [CAN]? [JOB] WHAT [UNITED]? in {t:unit}
        [UNITED]?
    [UNITED] {w:worker} and {x:worker} [CAN]? [JOB] WHAT in {t:unit}
    [UNITED]? {n:int} {w:worker} [CAN]? [UNITED]? [JOB] WHAT [UNITED]? in {t:unit} [UNITED]?
    [UNITED]? they [CAN]? [UNITED]? [JOB] WHAT [UNITED]? in {t:unit} [UNITED]?
    [UNITED]? [they|it] [take|need|takes them|takes both|takes|takes 2 of them] {t:unit} [to [JOB]
        [WHAT]?]? [UNITED]?
    it takes {w:worker} and {x:worker} {t:unit} to [JOB] WHAT [UNITED]?
    [UNITED]? {w:worker} and {x:worker} [take|need|would take] {t:unit} [to [JOB] WHAT]?
        [UNITED]?
    [with|if|when] {x:worker} [helping|helps|joining in|joins in] [him|her|them|out|with it]? [JOB|
        work|it|job|task|WHAT]? [takes|took|only takes|would take|is done in|takes only] {t:unit}
asked together:
    [TOGETHER]? [how long|how much time|how many {u:timeword}|in how many {u:timeword}] [will|
        does|would|do|did|
        can|could|is|are|should]? [it|BOTH]? [take|takes|need|needed|required|is needed|are needed|
        JOB]? [BOTH]? [TOGETHER]? [to [JOB] [WHAT]?|to do so|for [job|whole job]|WHAT]? [TOGETHER]?
    [TOGETHER]? how long [for [them|both]]? to [JOB] WHAT [TOGETHER]?
    how quickly can they [JOB] WHAT [TOGETHER]
    [TOGETHER]
    FIND time [it takes|taken|they take|needed|for them] [to [JOB] WHAT]? TOGETHER
until full:
    [TOGETHER]? how long [until|till|before|does it take until|will it take until|will it be until]
        [empty|full]? {thing1:thing} is
        [full|filled|empty|overflowing] [TOGETHER]?
asked alone:
    [how long|how much time|how many {u:timeword}|in how many {u:timeword}] [would|does|will|do|
        can|did|could] {v:worker}
        [ALONE]? [take|need|JOB]? [WHAT|to [JOB] [WHAT]?|for [job|whole job]]? [ALONE]?
    [how long|how much time|how many {u:timeword}] [would|does|will|did] it take {v:worker}
        [ALONE]? [to [JOB]
        [WHAT]?]? [ALONE]?
asked part:
    what [fraction|part|share|proportion] of [job|work|it|task|{thing1:thing}] [does|can|will|
        would|do] {v:worker}
        [complete|do|finish|JOB] in {t:unit}
    what [fraction|part|share|proportion] of [job|work|it|task|{thing1:thing}] [is|will be|can be|
        would be]
        [be]? [done|finished|completed|filled|painted] [by {v:worker}]? [TOGETHER]? in {t:unit}
        [TOGETHER]?
    what fraction [does|can|will] {v:worker} [complete|do|finish] in {t:unit}
    what [fraction|part|share] of [job|work|it|task|{thing1:thing}] [do|can|will|would] they
        [complete|do|
        finish|JOB] [TOGETHER]? in {t:unit} [TOGETHER]?
worked:
    [first]? {w:worker} [works|worked|starts|started|begins|paints|is open] [ALONE]? for {t:unit}
        [ALONE|on
        job|first]?
    {w:worker} and {x:worker} [work|worked|start] [together]? for {t:unit} [together]?
    [first]? [they|both] [work|worked] [together]? for {t:unit} [together]?
    after {t:unit} [of working together]?
worked on own:
    {w:worker} [works|worked] for {t:unit} on [job|{thing1:thing}] [that|which]? [he|she|it|they]
        [could|can|
        would] [finish|do|complete] [ALONE]? in {a:unit} [ALONE]?
goes on:
    [then|after that]? {w:worker} [who|which] [needs|takes|would need|would take] {a:unit} [for
        [whole|entire|
        same]? [job|work]|to [JOB] WHAT]? [ALONE]? [finishes|takes over|completes] [it|job|REST]?
        [ALONE]?
finishes:
    [then|after that]? {w:worker} [finishes|takes over|completes|finished|completed|has to
        finish] [it|job|
        REST]? [ALONE]?
leaves:
    [then|when]? {w:worker} [leaves|stops|left|goes home|stopped|is called away|falls ill|went
        home|is closed|
        is turned off]
joins:
    [then|when]? {w:worker} [joins|joined] [in|him|her|them|{v:worker}]?
asked rest:
    [how long|how much time|how many more {u:timeword}|how many {u:timeword}] [does|will|would|
        did] {v:worker}
        [need|take|work] [to
        [finish|complete|do|JOB] [it|job|REST|whole job|work]?]? [ALONE]?
    [how long|how much time|how many more {u:timeword}|how many {u:timeword}] [does|will|would|
        did] it take {v:worker} to
        [finish|complete|do] [it|job|REST|whole job|work] [ALONE]?
asked rest of both:
    [how much longer|how many more {u:timeword}] [will|does|do|would] [they|it] [need|take|take
        them]
        [TOGETHER]? [to [finish|complete|do] [it|job|REST|whole job|work]]? [TOGETHER]?
decimal:
    [give|answer|as|in|write|your|result]* decimal [form|number]?
"""
