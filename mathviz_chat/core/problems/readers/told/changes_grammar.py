"""The clauses of stories about values that change by percentages: prices, taxes, tips, profits."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.grammar import grammar

CLAUSES: Final = grammar("""
PRICE = [original|usual|normal|regular|initial|old|starting|full|list|marked|retail|net|pre-tax|
    cost|selling|restaurant|hotel|monthly|yearly|annual|total|house|ticket]* [price|cost|value|
        bill|
    salary|wage|wages|pay|rent|fee|fare|population|number|amount|weight|mass|height|length|volume|
    temperature|score|sales|income|meal|share|stock|investment|membership|attendance|production|
    speed|level|profit|invoice|order|purchase|worth|subtotal|quantity]
OWNER = [his|her|their|my|our|its|your]?
WHAT = [OWNER PRICE|PRICE [at|in|for] {thing1:thing}|OWNER {thing1:thing} PRICE|PRICE of
    {thing1:thing}|{thing1:thing} PRICE|{thing1:thing}|it|they|he|she|i|we|
    number of {thing1:thing} [in {thing2:thing}]?]
ITEM = [{thing3:thing}|PRICE]
DECADE = [decade|period|this period|that period|these years|those years|10 years|time]
WHO = [i|you|he|she|we|they|customer|{thing4:thing}]
UP = [increases|increased|increase|rises|rose|rise|risen|grows|grew|grow|goes up|went up|go up|
    gains|
    gained|is raised|was raised|raised|is increased|was increased|appreciates|appreciated|is marked
    up|was marked up|is put up|was put up|has increased|has risen|has grown|puts up|raises|marks
        up|
    gets raise of|gets pay rise of|gets rise of|climbs|climbed|jumped|jumps|went up in value|
    increases in value|rises in value]
DOWN = [decreases|decreased|decrease|falls|fell|fall|drops|dropped|drop|goes down|went down|go
    down|
    loses|lost|is reduced|was reduced|reduced|is discounted|was discounted|is decreased|was
        decreased|
    is marked down|was marked down|depreciates|depreciated|shrinks|shrank|is cut|was cut|has
        fallen|
    has dropped|has decreased|declines|declined|is lowered|was lowered|reduces|marks down|loses
        value|
    decreases in value|falls in value|depreciates in value]
THEN = [then|later|again|afterwards|after that|next|the following year|in the second year|next
    year|
    next month|following year|following month]
TIMES = [each year|every year|per year|a year|annually|yearly|per annum|each month|every month|per
    month|a month|monthly|each week|every week|each day|per 1 year|in year|year]
NEW = [new|brand new|originally|at first|at start|when new|last year|before|to begin with|
    initially|in total|altogether|each|before tax|before tip|before vat|excluding vat|without tax|
    without vat|excluding tax]
value:
    WHAT? [costs|cost|is|was|comes to|came to|usually costs|normally costs|originally costs|
        originally cost|is priced at|was priced at|is worth|was worth|sells for|is marked at|earns|
        earned|is valued at|weighs|weighed|starts at|started at|is listed at|of|charges]
        {p:measure}
        [{thing5:thing}]? [NEW]?
    WHAT [had|has|was|is] {p:measure} [{thing5:thing}]? [NEW]?
    [buys|bought|buy|orders|ordered|purchased|on|of|for|to|if|at]? {p:money} [ITEM]?
    [priced at|costing|that costs|which costs|worth|with PRICE of|marked at|on sale for|at]
        {p:measure}
    [WHO]? [spend|spends|spent|pays|earns|earned] {p:measure} [on ITEM]?
fixed:
    WHAT? [starts at|started at|was originally|originally was|was bought for|is bought for|cost
        originally|started on|was valued at] {p0:measure}
    [WHO]? [buys|bought|purchases|purchased|got|buy|imports|paid for] [ITEM|something|it|thing]?
        [for|
        at] {p0:measure} [and]?
    [OWNER]? [cost price|buying price|purchase price|price paid] [is|was|of|=] {p0:measure}
    [it|ITEM|something]? [costs|cost] [WHO]? {p0:measure} [to make|to buy|to produce]
    [ITEM|something] bought for {p0:measure}
    [WHAT]? [UP|DOWN|went|goes|changed|changes|has gone]? from {p0:measure} [{thing5:thing}]? to
        {n1:measure} [{thing5:thing}]? [per month|per week|per year|per hour|each]?
    [WHAT]? [is|was]? {p0:measure} [{thing5:thing}]? in {before:year} [and|but]? [it]? [is|was|had
        grown
        to|had fallen to|had risen to]? {n1:measure} [{thing5:thing}]? in {after:year}
    [in|at start of]? {before:year} WHAT [is|was|had] {p0:measure} [{thing5:thing}]? [and|but]? in
        {after:year} [it|WHAT]? [is|was|had]? {n1:measure} [{thing5:thing}]?
    [WHAT] was {p0:measure} [NEW]? [and|but]? [it]? is now {n1:measure}
    [WHAT]? [UP|DOWN] to {n1:measure} from {p0:measure}
sold:
    [and]? [WHO|it|which]? [sells|sold|is selling|resells|resold|sell] [it|ITEM|them|is|was]?
        [for|at]
        {n1:measure}
    [and]? [it]? [is|was]? [later]? [sold|resold] [for|at] {n1:measure}
    [selling price|sale price|new price|final price|resale price] [is|was|of|=] {n1:measure}
    [it|WHAT]? [is|are] now [worth|only|costs|just]? {n1:measure}
    now [it|WHAT] [is|costs|weighs] [worth]? {n1:measure}
    [WHAT]? now [costs|sells for|earns|weighs] {n1:measure}
up:
    [THEN]? [WHAT]? [THEN]? UP [by]? [further|another]* {up:%} [TIMES]? [in value]? [THEN]?
    [and|THEN]* [by|for]? [further|another]* {up:%} [rise|increase|raise|markup|gain|pay rise]
        [TIMES]?
        [THEN]?
    [WHO]? [gets|got|receives|received|is given|was given] {up:%} [raise|increase|pay rise|rise|
        bonus|pay increase]
    [and]? [WHO]? [sells|sold|resells|sell|is sold]? [it|ITEM|them]? [at|with|for|makes|made|make|
        gets|earns|to make|wants|giving]? [profit|gain|markup|mark up] of
        {up:%} [of cost]?
    [and]? [WHO]? [sells|sold|resells|sell|is sold]? [it|ITEM|them]? [at|with|for|makes|made|make|
        gets|earns|to make|wants]? {up:%} [profit|gain|markup]
down:
    [THEN]? [WHAT]? [THEN]? DOWN [by]? [further|another]* {down:%} [of its value|of value|in
        value]? [TIMES]? [in
        value]? [THEN]?
    [and|THEN]* [by|for|is|are|with|at|has]? [further|another]* {down:%} [fall|decrease|drop|off|
        discount|reduction|price cut|cheaper|depreciation] [TIMES]? [THEN]? [on everything|in sale|
        sale|coupon|voucher]?
    [and]? [WHO]? [sells|sold|resells|sell|is sold]? [it|ITEM|them]? [at|with|makes|made|incurs|
        suffers|taking]? [loss] of {down:%}
    [and]? [WHO]? [sells|sold|resells|sell|is sold]? [it|ITEM|them]? [at|with|makes|made]?
        {down:%} loss
    [shop|store|there is|there's|with|at|you get|i get|he gets|she gets|they give|offers|gives]*
        [discount|reduction|sale] of {down:%} [on ITEM|on everything]?
again:
    [and|THEN]* [by] [further|another|again]* {more:%} [THEN|more]*
tax:
    [there is|there's|with|plus|at|adding|add|adds|pays|pay|leaves|leave|left|wants to leave|want
        to
        leave|tips|tip|want to tip|wants to tip|if WHO tip|if WHO leave|WHO leave|WHO add|WHO
        adds|WHO leaves|WHO tip|waiter gets|you add]* {up:%} [sales tax|tax|tip|vat|gratuity|
        service
        charge|gst|delivery charge|service|import duty|duty] [on it|on top|is added|added|is
        charged|
        rate|applies|on bill|for service|to waiter]?
    [sales tax|tax|vat|gst|tip|service charge|gratuity|tax rate|vat rate|sales tax rate|service]
        [rate]? [in {thing_place:thing}|here]?
        [is|of|at|was|is charged at|is added at|are charged at] {up:%} [is added|on top]?
    if [WHO] [tip|tips] {up:%}
inside:
    [sales tax|tax|vat|gst|tip|service charge|gratuity] [of|at] {up:%} [is|are|was] [already]?
        included
        [in [it|this|PRICE|this PRICE|that]]?
    [including|inclusive of|which includes|that includes|includes|with] {up:%} [sales tax|tax|vat|
        gst]
        [already]? included
included:
    [including|with|after|inclusive of|which includes|that includes] {up:%} [sales tax|tax|tip|vat|
        gratuity|service charge|gst|service] [is added|added]?
    [after|following|with|in sale with|including] {down:%} [discount|reduction|off|price cut|
        decrease|
        drop|fall] [is applied|in sale]?
    [after|following|with] {up:%} [increase|rise|raise|pay rise|markup|profit]
    [after|following|with] [discount|reduction|decrease|drop|fall] of {down:%}
    [after|following|with] [increase|rise|raise|markup] of {up:%}
    [after|because] [being|having been|it is|it was|it has been] [reduced|discounted|decreased|
        marked
        down] by {down:%}
    [after|because] [being|having been|it is|it was|it has been] [increased|raised|marked up] by
        {up:%}
years:
    [after|in|at end of|over|for]? {years:int} [years|year|months|month|weeks|days] ['|time|later|
        old]?
    ['s]? [time]?
    [when it is|when it's]? {years:int} years old
asked new:
    FIND OWNER [new|final|sale|current|resulting|discounted|reduced|total|selling|now|present|
        overall|
        last|eventual]+ [PRICE|to pay]? [of {thing6:thing}|it sells for]? [now|then|including [tax|
        tip|vat|service|gst|sales tax]|with [tax|tip|vat]|after [tax|tip|vat|discount]|to pay|at
        end|in sale|he paid|she pays|i pay|WHO pay|WHO pays]?
    FIND OWNER PRICE [of {p:money} ITEM|of {thing6:thing}]? [now|then|including [tax|tip|vat|
        service|gst|
        sales tax|service charge]|with [tax|tip|vat]|after [tax|tip|vat|discount|reduction|
        increase|
        that|this]|to pay|at end|in sale|afterwards]?
    FIND [total|final] [PRICE] of {p:money} ITEM [including [tax|tip|vat|service|gst]|with [tax|
        tip|
        vat]]?
    [what is|what's|what will be|how much is|how much will] [it|WHAT] [be]? [worth|cost|costing|
        now]*
        [now|then|after [that|this|both changes]|in total|at end|afterwards|in sale|today|
        altogether]?
    how much [do|does|did|will|would|must|should|is|are|was] [it|WHO|ITEM|WHAT] [cost|pay|be worth|
        be|earn|sell for|weigh|have to pay|need to pay|spend|worth|pay for it|pay for ITEM|
        charge]? [now|
        then|in total|altogether|in all|including [tax|tip|vat|service]|with [tax|tip|vat]|in sale|
        after that|to pay]*
    [what|how much|at what price|for how much] [does|did|should|must|will|would|do] [it|WHO|WHAT]
        [sell|
        pay|cost|have to pay|earn|sell it|be worth|sell ITEM] [for|it for|at|for it|altogether|in
        total|now|then|ITEM for]?
    how many {thing6:thing} [are there|will there be|live there|does it have|are left] [now|then|
        at end]?
asked part:
    [how much|what] [is|are|was|would be|will be]? OWNER [{up:%}]? [vat|tax|tip|discount|sales
        tax|service
        charge|gratuity|profit|loss|increase|decrease|rise|reduction|saving|savings|gst|deposit|
        commission|change|markup|raise] [is|are|was|will be|would be|should|do|does|did|must|can|
        will|would]? [be]? [WHO|there|it|that]? [added|charged|paid|pay|leave|give|get|be|make|
        made|
        earn|included|taken off|lose|due|have|WHO pay]* [on {p:money} ITEM|to {p:measure} ITEM|on
        ITEM|for
        {p:money} ITEM|to ITEM of {p:measure}|on ITEM of {p:measure}|for ITEM|on it|to bill|on
        {p:money}|
        for {p:money}]?
    how much is {up:%} [tip|vat|tax|service charge|gratuity|commission|deposit|sales tax] on
        {p:money}
        ITEM?
    FIND {up:%} [tip|vat|tax|service charge|gratuity|commission|deposit|sales tax] on [ITEM of]?
        {p:money} ITEM?
    FIND OWNER [amount of|total|size of|overall]? [vat|tax|tip|discount|sales tax|service charge|
        gratuity|profit|loss|increase|decrease|rise|reduction|saving|savings|gst|gain|markup|raise]
        [in PRICE|in {thing6:thing}|made|on ITEM|on bill|in dollars|WHO makes|he makes|she makes|on
        it|amount]?
    how much [money]? [do|does|did|can|will|would|was|is] [WHO] [save|saves|tip|lose|gain|make|
        saved]
        [on ITEM|on it]?
    how much [should|would|do|does|will] WHO [tip|leave|leave as tip]
asked percent:
    [FIND|what|calculate]? OWNER [percentage|percent|%] {asked:change} [in PRICE|in
        {thing6:thing}|on
        ITEM|of {thing6:thing}|made|is this|was this|is that|did WHO make|on cost price|on cost|
        on it|
        does WHO make|in its value]?
    [FIND|what is|what was]? OWNER {asked:change} [as|in]? [percentage|percent|%] [in PRICE|in
        {thing6:thing}|of PRICE|of cost|of cost price]?
    [by what|what|by how many] [percentage|percent|%] [did|does|has|is|was|of]? [it|WHAT|PRICE]?
        {asked:change} [by]?
    [what|how many]? [percentage|percent|%] {asked:change} [is|was]? [this|that|it|there]?
    how many [percent|%] [is|was]? [cheaper|dearer|lower|higher] [is|was]? [it|this]?
    FIND [percentage|percent|%] {asked:change} [over DECADE|between {before2:year} and
        {after2:year}|from
        {before2:year} to {after2:year}|in PRICE over DECADE]
asked overall:
    FIND [overall|total|combined|net|single|equivalent|actual|effective|final]+ [percentage|
        percent|%]
        [{asked:change}|{asked:change} [in PRICE|over 2 years|altogether]]
    [what|by what] [overall|total|single|net|combined]? [percentage|percent|%] [{asked:change}]
        [is this
        equivalent to|is this equal to|overall|in total|altogether|is this|in all]
    FIND [percentage|percent|%] {asked:change} [overall|in total|altogether]
    [overall|in total|altogether] [by what|what]? [percentage|percent|%] [has|did|does|is]? [it|
        WHAT]?
        {asked:change}
asked old:
    FIND OWNER [original|usual|normal|regular|initial|old|starting|full|list|pre-sale|previous|
        first]+
        [PRICE] [of {thing6:thing}|before [tax|vat|discount|sale|increase|reduction|rise]]?
    how much [was|is|did|does] [it|WHAT|ITEM] [cost|worth|earn|weigh]? [before [tax|vat|tip|
        discount|sale|
        increase|reduction|rise|that|change|gst|service charge|tax was added|vat was added]|
        originally|
        at first|without [tax|vat]|last year|to start with|excluding [tax|vat]]
    FIND [PRICE|it|PRICE of ITEM] [before|excluding|without] [tax|vat|tip|discount|sale|increase|
        reduction|rise|that|change|gst|service charge]
    what [was|is|did] [it|WHAT|ITEM] [cost]? [before [tax|vat|tip|discount|sale|increase|reduction|
        rise|that|change|gst]|originally|at first]
    FIND [cost price|buying price|price WHO paid|purchase price] [of ITEM]?
    how much did [WHO|it] [pay for it|cost WHO|buy it for|pay for ITEM|cost]
""")
