"""Percentages that change an amount: forward and back, tax and tips, profit and loss."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import currency, value
from mathviz_chat.core.problems.readers.frames.cues import FIND, HOW_MUCH
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_V = r"(?:#m|#n)"
_IN = r"(?: in (?:price|value|size|weight|number))?"
FALLS = (
    rf"(?:(?:reduced|reduces|decreased|decreases|cut|cuts|lowered|marked down|discounted|dropped"
    rf"|drops|fell|falls|fallen|gone down|went down|goes down|shrank|shrunk|depreciated"
    rf"|depreciates|declined|reducing|(?:going )?down|falling|dropping){_IN}(?: by)?"
    r"|(?:lost|loses|lose)(?= #p of (?:its|their|his|her) (?:value|weight)))"
)
RISES = (
    rf"(?:increased|increases|raised|raises|went up|gone up|goes up|rose|rises|risen|grew|grows"
    rf"|grown|marked up|climbed|appreciated|increasing|rising|growing|(?:going )?up){_IN}(?: by)?"
)
_OFF = r"(?:discount|reduction|decrease|drop|fall|cut|price cut|price reduction|markdown)"
_ON = r"(?:increase|rise|raise|pay rise|pay raise|price rise|price increase|mark-up|markup)"
_OF_IT = r"(?: of (?:its|their|his|her) (?:value|weight))?"
_DOWN = rf"{FALLS} #p{_OF_IT}|{_OFF} of #p|#p {_OFF}|(?<!at )(?<!with )#p off|#p cheaper"
_UP = rf"{RISES} #p|{_ON} of #p|#p {_ON}"
_AFTER = r"(?:after|following|with) (?:getting |receiving |having |being |it was |was )?(?:been )?"
_BELOW = (
    r"which is #p (?:less|cheaper|lower) than (?:its |his |her )?(?:original|usual|normal) price"
)
_THING = (
    r"(?: (?:price|value|cost|salary|rent|population|amount|number|bill|wage|weight|fare|height"
    r"|length|size|membership))?"
)
_KINDS = r"(?:price|value|salary|rent|wage|bill|cost|number|population|fare)"
_NOW = (
    rf"(?:now(?: only| just)? (?:costs?|sells? (?:for|at)|is|are|worth|earns?|priced at|has|have"
    rf"|stands at|weighs?|pays?|at|on sale for)|(?:is|are) now(?: priced at| worth| on sale for"
    rf"| selling (?:for|at))?|(?:sale|reduced|discounted|new|final|current) {_KINDS}(?: of \w+)?"
    rf" (?:is|was|of)|to) {_V}"
)
_WAS = (
    rf"(?:(?:normally|usually|originally|used to|previously|regularly)(?: \w+){{0,3}}"
    rf"|(?:original|normal|usual|regular|old|list|marked|full|initial|starting) {_KINDS}"
    rf"(?: of(?: \w+){{1,3}}?)? (?:is|was|of)) {_V}"
)
_TOLD = (
    rf"(?:costs?(?: me| us| him| her| them)?|is|are|was|paid|pays|worth|earns?|sold for|for|has"
    rf"|there (?:are|were)|at) {_V}"
    rf"|{_V} for(?= \w)"
)
_ASK = rf"(?:{HOW_MUCH}|{FIND}|how many)"
_ASKED_BEFORE = (
    rf"{_ASK}… (?:original|originally|before|normal|normally|usual|usually|full|initial|initially"
    rf"|previous|previously|old|regular|pre-sale|at first){_THING}(?: before)?"
)
_ASKED_AFTER = (
    rf"{_ASK}… (?:new|sale|final|reduced|discounted|now|after|today|current|selling|pay|cost"
    rf"|costs|worth|in sale){_THING}"
)
_ASKED_SAVED = rf"{_ASK}… (?:save|saved|saving|discount|reduction)"
_OVER = (
    r"(?:over|during|since|in) (?:past |last |next |this )?"
    r"(?:winter|summer|year|weekend|month|period|decade|then|#t)"
)
_WORDS = (
    "price prices cost costs costing value worth sale sales reduction rise raise "
    "increase decrease discount change reduced increased one if so pay pays paid "
    "since year month week last ago years drop population salary fall went gone go sells "
    "sell sold for shop store buy buys bought rent wage there now in get gets did "
    "when after new when's will tag marked does"
)


def _before(found: Found) -> str | None:
    """The amount before a change whose result is told."""
    ((changed,),) = (found.texts(role) for role in ("now", "after") if role in found.roles)
    falls = "down" in found.roles or "fallen" in found.roles
    ((rate,),) = (found.texts(role) for role in _CHANGE_ROLES if role in found.roles)
    if not currency(changed):
        change = "decreased" if falls else "increased"
        return f"A number {change} by {rate} is {changed}. Find the number."
    if falls:
        return f"A coat costs {changed} after a {rate} discount. What was the original price?"
    return (
        f"The price of a coat after a {rate} increase is {changed}. What was the price before the "
        "increase?"
    )


_CHANGE_ROLES = ("down", "fallen", "up", "risen")

_CHANGES: Final = Pieces(
    words=(
        "off|discount|reduction|reduced|decrease|decreased|increased|increase|raised|raise|rise|"
        "rose|cut|fell|fallen|dropped|down|up|grew|cheaper|lost|loses|risen|marked|lowered|"
        "depreciated|depreciates|grown|less|lower|discounted|drop|markdown|falling|rising|dropping"
    ),
    parts={
        "_all": r"(?:everything|all (?:items|prices|goods)) (?:is|are|was|were)",
        "fallen": rf"{_AFTER}(?:{_OFF} of #p|#p (?:{_OFF}|off)|{FALLS} #p)|{_BELOW}",
        "risen": rf"{_AFTER}(?:{_ON} of #p|#p {_ON}|{RISES} #p)",
        "was": _WAS,
        "now": _NOW,
        "before": (
            rf"(?<!paid )(?<!pays )(?<!pay )(?<!for ){_V}(?= (?:(?!now )[^#])*#p)"
            r"|(?:(?:was|were) )?bought for #m(?= (?:(?!now )[^#])*#p)"
        ),
        "down": _DOWN,
        "up": _UP,
        "after": _TOLD,
        "_over": _OVER,
        "_per": r"per (?:year|month|week|hour|annum)|#t (?:ago|later)",
    },
    asks={"before": _ASKED_BEFORE, "saved": _ASKED_SAVED, "after": _ASKED_AFTER},
    says={
        **{
            f"before: {change} {role}": _before
            for change in _CHANGE_ROLES
            for role in ("now", "after")
        },
        "after: down before": "Decrease {before} by {down}.",
        "after: down was": "Decrease {was} by {down}.",
        "after: fallen was": "Decrease {was} by {fallen}.",
        "after: risen was": "Increase {was} by {risen}.",
        "after: up before": "Increase {before} by {up}.",
        "after: up was": "Increase {was} by {up}.",
        "saved: down was": "What is {down} of {was}?",
    },
    allowed=_WORDS,
)

_TAX = r"(?:sales )?(?:tax|vat|gst)"
_EXTRA: Final = Pieces(
    words="tax|vat|gst|tip|gratuity|service",
    parts={
        "inclusive": rf"(?:including|inclusive of|includes|incl) {_TAX}(?: at| of)?",
        "exclusive": (
            rf"(?:before|without|excluding|plus|exclusive of|not including|doesn't include|ex)"
            rf" {_TAX}(?: at| of| is)?|\+ {_TAX}|{_TAX}(?: at #p)? is added(?: at)?|add {_TAX}"
        ),
        "rate": (
            rf"(?:{_TAX}|tip|service charge|gratuity)(?: rate)?(?: (?:is|of|at|was|charged at))? #p"
            rf"|#p (?:{_TAX}|tip|service charge|gratuity)|#p"
        ),
        "price": r"#m",
    },
    asks={
        "net": rf"{_ASK}… (?:without|before|excluding|exclusive of) {_TAX}(?: was added)?",
        "gross": rf"{_ASK}… (?:with|including|inclusive of|after) {_TAX}(?: is added)?",
        "tip": rf"{_ASK}(?: i| we| you| he| she| they| to| should| do| did| will)* (?:is |leave )?"
        rf"(?:as |for )?(?:tip|{_TAX})",
        "total": rf"{_ASK}… (?:total|altogether|in all|pay|cost)",
    },
    says={
        "net: inclusive rate price": (
            "The price of a coat after a {rate} increase is {price}. What was the price before "
            "the increase?"
        ),
        "gross: exclusive rate price": "Increase {price} by {rate}.",
        "total: exclusive rate price": "Increase {price} by {rate}.",
        "tip: exclusive rate price": "What is {rate} of {price}?",
    },
    allowed=("price cost costs bill total altogether pay leave want is with for added"),
)

_TIPS = r"(?:tip|gratuity|commission|deposit)"
_TIP: Final = Pieces(
    words="tip|gratuity|commission|deposit",
    parts={
        "rate": rf"{_TIPS}(?: of| is)? #p(?: tip)?|#p {_TIPS}|#p",
        "bill": r"#m",
    },
    asks={
        "total": rf"{_ASK}… (?:total|altogether|in all|pay|cost|spend)(?: altogether| in total)?",
        "tip": rf"{_ASK}… {_TIPS}",
    },
    says={
        "total: rate bill": "Increase {bill} by {rate}.",
        "tip: rate bill": "What is {rate} of {bill}?",
    },
    allowed=(
        "bill meal dinner lunch leave leaves cost costs add adds pay total altogether tip "
        "gets get keeps earns earn makes sale sells sold takes commission"
    ),
)

_BUYS = (
    r"(?:(?:buys?|bought|purchased|purchases|acquired|paid|pays|cost price|cost|costs?)"
    r"(?: (?!sells?\b|sold\b|and\b)[\w~]+){0,4} #m)"
)
_SELLS = (
    r"(?:(?:sells?|sold|resold|resells|selling price|sale price)"
    r"(?: (?!bought\b|paid\b)[\w~]+){0,4} #m)"
)


def _percent(found: Found) -> str | None:
    ((cost,), (sold,)) = (found.texts("cost"), found.texts("sold"))
    rises = value(sold) > value(cost)
    if currency(cost) != currency(sold) or rises is not found.asked.startswith("gain"):
        return None
    change, verb = ("increase", "rose") if rises else ("decrease", "fell")
    return f"The price {verb} from {cost} to {sold}. What is the percentage {change}?"


_TRADE: Final = Pieces(
    words="profit|loss|gain|selling",
    parts={
        "_later": r"#t (?:later|ago|after)|later",
        "gain": r"(?:profit|gain|mark-up|markup) of #p|adds #p to|marks (?:it|them) up(?: by)? #p"
        r"|#p (?:profit|gain|mark-up|markup)",
        "fall": r"loss of #p|#p loss",
        "_on": r"on what (?:he|she|they|it) (?:paid|cost)(?: for it)?|on (?:cost|cost price)",
        "sold": rf"{_SELLS}|for #m(?= (?:making|at|with) )",
        "cost": _BUYS,
    },
    asks={
        "gain percent": r"(?:percentage|percent|rate of|%) (?:profit|gain)"
        r"|profit (?:percentage|percent|%)"
        r"|(?:profit|gain) as percentage(?: of (?:cost|cost price|buying price))?",
        "loss percent": r"(?:percentage|percent|%) loss|loss (?:percentage|percent|%)"
        r"|loss as percentage(?: of (?:cost|cost price|buying price))?",
        "cost": rf"{_ASK}… (?:cost price|paid|pay|cost|original price|buying price)"
        r"(?: for (?:it|\w+))?",
        "sold": rf"{_ASK}… (?:selling price|sell|sold|sale price|charge)(?: (?:it|them))?(?: for)?",
    },
    says={
        "gain percent: cost sold": _percent,
        "loss percent: cost sold": _percent,
        "sold: cost gain": "Increase {cost} by {gain}.",
        "sold: cost fall": "Decrease {cost} by {fall}.",
        "cost: sold gain": (
            "The price of a coat after a {gain} increase is {sold}. What was the price before the "
            "increase?"
        ),
        "cost: sold fall": (
            "A coat costs {sold} after a {fall} discount. What was the original price?"
        ),
    },
    allowed=("cost making makes made sells sell sold buys bought it for at price shop"),
)


_BOTH_WAYS: Final = (
    re.compile(r"\b(?:rose|rises|raised|increased|grew)\b"),
    re.compile(r"\b(?:fell|falls|reduced|decreased|dropped)\b"),
)
"""``rose from 20 to 25 and then fell``: there are two changes."""


def _between(found: Found) -> str | None:
    """The percentage between two values, of which the smaller must come first in a rise."""
    if all(words.search(found.text) for words in _BOTH_WAYS):
        return None
    first, second = found.texts("value")
    rises = found.asked == "rise"
    if currency(first) != currency(second) or (value(second) > value(first)) is not rises:
        return None
    years = found.texts("_year")
    if any(not re.fullmatch(r"1[5-9]\d\d|20\d\d", year) for year in years):
        return None
    if not value(first) or re.search(r"\bannual", found.text):
        return None
    change = "increase" if rises else "decrease"
    return f"What is the percentage {change} from {first} to {second}?"


_P = r"(?:percentage|percent|%)"
_BY = rf"(?:{FIND} |(?:by |at |as )?what |(?:by )?how many )?"
_AS = (
    r"(?:express|give|write|state|show) (?:this|it|(?:this |that )?(?:change|rise|increase|drop"
    r"|fall|decrease|reduction)) as "
)
_AS_CHANGE = r"(?:(?:express|give|write|state|show|find|what is) )?(?:this|that)?"
_PERCENTAGE: Final = Pieces(
    words="percentage|percent|%",
    parts={
        "_later": r"#t (?:later|ago)|(?:in|over|within) (?:last |past )?#t",
        "_year": r"(?:in|since|by|from(?= #n\d+ to #n\d+ (?:~|\.))) #n(?! [a-z]*s\b)",
        "_when": r"(?:last|this|previous|next|following) (?:year|month|week|season|time)"
        r"|in (?:january|february|march|april|may|june|july|august|september|october|november"
        r"|december)",
        "_now": r"now(?: (?:it's|its|it is|only))?|marked down|reduced|(?:went|gone|goes) (?:up"
        r"|down)|down|up",
        "value": r"(?:from |to |was |is |for |at )?(?:#m|#n)",
    },
    asks={
        "rise": rf"{_AS_CHANGE} (?:increase|rise|gain|growth|change) (?:as|in) {_P}"
        rf"|(?:{_AS}|{_BY}){_P} (?:increase|rise|raise|gain|growth)(?: (?:is|was) (?:this"
        r"|that|it))?"
        rf"|{_BY}{_P}… (?:increased?|risen|rise|grown|gone up|grow|go up)",
        "fall": rf"{_AS_CHANGE} (?:decrease|fall|drop|reduction|loss) (?:as|in) {_P}"
        rf"|(?:{_AS}|{_BY}){_P} (?:decrease|fall|drop|discount|reduction|cut|decline)"
        rf"(?: (?:is|was) (?:this|that|it))?"
        rf"|{_BY}{_P}… (?:decreased?|fallen|fall|reduced|dropped|drop|gone down|go down"
        r"|discounted)",
    },
    says={"rise: value value": _between, "fall: value value": _between},
    allowed=(
        "by price cost costs sale year salary rent population increased increases rose "
        "rises raised fell falls reduced decreased dropped from worth value then grew old "
        "new original its his her bought sold for membership number "
        "sells has"
    ),
)

FRAMES: Final = (_CHANGES, _EXTRA, _TIP, _TRADE, _PERCENTAGE)
