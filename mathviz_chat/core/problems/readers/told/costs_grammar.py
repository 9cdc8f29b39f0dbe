"""The clauses of stories about what things cost: so many at so much each, fees, totals, change."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.grammar import grammar

CLAUSES: Final = grammar("""
WHO = [i|you|he|she|we|they|{who:who}|group|family|shop|school|customer|driver|plumber|company]
BUY = [buy|buys|bought|purchase|purchases|purchased|order|orders|ordered|get|gets|got|take|takes|
    want
    to buy|wants to buy|needs to buy|is buying|have|has|need|needs|pays for|paid for|sell|sells|
        sold]
COST = [cost|costs|is|are|was|were|sells for|sell for|is priced at|are priced at|sold for|goes for|
    costing|at|for|that cost|which cost|is sold for|are sold for]
EACH = [each|apiece|per {thing9:thing}|a piece|per 1]
EARN = [earn|earns|earned|is paid|are paid|gets|get|makes|make|charge|charges|charged|saves|save|
    saved|
    pays|pay|costs|cost|puts aside|rents for|is|works for]
OBJECT = [{thing_object:thing}]
USE = [work|works|worked|drive|drives|drove|uses|used|travels|rides|rents|hires|hired|rented|stays|
    stayed|sends|sent|makes|made|sells|sold|for|is|takes|took|lasts|lasted|of]
items:
    [WHO BUY]? {a:int} {thing1:thing} [COST {p:money} EACH]? [and [{b:int} {thing2:thing} [COST
        {q:money}
        EACH]?|[1]? {thing2:thing} [COST] {q1:money}]]?
    [WHO BUY]? [1]? {thing2:thing} [COST|at] {q1:money} and {a:int} {thing1:thing} COST {p:money}
        EACH
prices:
    [each|1|price of 1|price of each|cost of 1|if]? {thing3:thing} COST {r:money} [EACH]? [and
        [each|1]?
        {thing4:thing} [COST]? {s:money} [EACH]?]?
    {thing3:thing} and {thing4:thing} COST {r:money} and {s:money} [each|respectively]
    [ticket prices|tickets|prices|entry|admission|{thing_prices:thing}]? [are|is]? [per]?
        {thing3:thing}
        {r:money} [and]? {thing4:thing} {s:money}
rate:
    [WHO|OBJECT]? EARN {rate:money} per {unit:word}
    [and|plus|with|at|for]* [OBJECT]? EARN? {rate:money} [for]? [per|each|every] {unit:word}
        [driven|
        sent|used|
        travelled|after that|worked]?
amount:
    [and]? [WHO|OBJECT]? USE {n:int} {thing5:thing} [altogether|per week|this week|last week|that
        week]?
    {n:int} {thing5:thing} [ride|trip|journey|shift|stay|visit|hire|rental]
    [for|of|on] {n:hyphened} [ride|trip|journey|shift|stay|visit|hire|rental|drive|job|taxi ride]
coins:
    [WHO]? [have|has|had|there are]? {n:int} {thing5:thing} [all|made up of|consisting of|which
        are|
        that are|some of them]* {thing_coin1:thing} and {thing_coin2:thing}
fee:
    there is fee of {f:money}
    [OBJECT]? [charge|charges|charged|costs|cost|is|has|pays|with]? [fixed fee of|flat fee of|
        call-out fee
        of|call-out charge of|fixed charge of|basic charge of|booking fee of|entry fee of|fee of|
        fixed
        cost of|standing charge of|joining fee of|initial fee of]? {f:money} [fee|fixed fee|
        call-out
        fee|call-out charge|call out|deposit|to start|standing charge|booking fee|flat fee|per
        month|a
        month|to hire|to rent]? [plus|and then|and|with]
total:
    [bill|total|total bill|total cost|cost|total price|charge|fare|it|everything|they|he paid|she
        paid|i
        paid|they paid|final bill|invoice|amount|altogether WHO paid|in total WHO paid] [is|was|
        came to|
        comes to|cost|costs|were|of]? {m:money} [altogether|in total|in all]?
    [together|altogether|in total] [they|it|these|WHO]? [cost|costs|pay|paid|spend|spent|spends]
        {m:money}
    [COST|for|worth|for total of|with total value of|totalling|with value of] {m:money}
        [altogether|in
        total|in all]?
    {a2:int} {thing6:thing} and {b2:int} {thing7:thing} COST {m:money} [altogether|in total|in
        all]?
spent:
    [WHO|family|he|she]? [spend|spends|spent|pays|paid|pay] {e1:money} [on|for] {thing_a:thing}
        [and]?
        {e2:money} [on|for] {thing_b:thing} [[and]? {e3:money} [on|for] {thing_c:thing}]?
paid:
    [WHO]? [pays|paid|pay|hands over|gives cashier] [with]? [note of|bill of]? {g:money} [note|
        bill]?
    [i have|WHO has|WHO had|with|from|out of] {g:money} [note|bill]?
asked change:
    how much [change|money]? [do|does|did|will|should|would|is|are]? [WHO]? [get|receive|have|be
        given|
        be|get back]? [left|back|left over|there|due|remaining]? [from {g:money} [note|bill]?]?
    FIND [his|her|my|their]? change [from {g:money}]?
asked total:
    how much [money]? [do|does|did|will|would|must|is|are|should]? [WHO|it|they|OBJECT|{n:int}
        {thing5:thing}
        [ride|trip|journey|hire|rental|job|visit]?]? [cost|pay|spend|need|spent|have to pay|earn|
        owe|
        earn in {n:int} {thing5:thing}|be paid|get|be|make|save in {n:int} {thing5:thing}|charge|
        pay
        for {n:int} {thing5:thing}|saved after {n:int} {thing5:thing}]? [altogether|in total|in
        all|
        that week|to pay|for this]?
    FIND [his|her|their|my]? [weekly|daily|monthly] [pay|wage|wages|earnings|salary|income] [before
        tax|gross|before deductions]?
    FIND [his|her|the|their|my]? [total]? [cost|pay|total|bill|price|total bill|total cost|
        earnings|wage|
        wages|amount|total price|salary|total amount|fare|charge|amount spent|spending] [of {n:int}
        {thing5:thing} [ride|trip|journey|hire|rental|job|visit]?|for {n:int} {thing5:thing}
        [ride|trip|
        journey|hire|rental|job|visit]?|of buying {a:int} {thing1:thing} and {b:int}
        {thing2:thing}|that
        week|altogether]?
    [what|how much] [does|will|would|do] {n:int} {thing5:thing} [ride|trip|journey|hire|rental|
        job|visit]?
        cost [altogether|in total]?
    [what|how much] [does|will|would|do] {a:int} {thing1:thing} and {b:int} {thing2:thing} [cost|
        pay]
    [what|how much] [does|will|would] it cost for {a:int} {thing1:thing} and {b:int} {thing2:thing}
    [what|how much] [does|will|would] it cost
asked count:
    [in|for|after]? how many {thing8:thing} [can|could|will|did|do|does|must|should|have|were|was|
        are]?
        [WHO|it|there|be]? [have|will]? [buy|bought|afford|get|got|work|need|take|sell|sold|sent|
        drive|
        driven|travelled|used|made|pay for|hire|stay|worked|to work|saved|save|purchase|be
        bought]? [with|
        for|from]? [{m:money}]? [for {thing_goal:thing}|to buy {thing_goal:thing}|of
        {thing_goal:thing}|
        to earn {m:money}|to save {m:money}|to make {m:money}]?
    how many {pc:money} {thing8:thing} [can|could|will] WHO [buy|get|afford|purchase] [with|for|
        from]
        {m:money}
asked price:
    FIND [price|cost|value] of [1|each]? {thing8:thing}
    how much [is|does|was|did]? [each|1]? {thing8:thing} [cost|costs]? [each]?
""")
