"""Simple and compound interest: a principal, a rate, a time, and what comes of them."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import currency, difference, value
from mathviz_chat.core.problems.readers.frames.cues import FIND, HOW_MUCH, PER_YEAR
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.templates import written

_TO = (
    r"(?:becomes?|amounts? to|(?:grows?|grew|grown|accumulates?|increases?|rises?) (?:to|into)"
    r"|owes?|owed|repays?|repaid|(?:pays?|paid) back|worth|reach(?:es)?|balance (?:of|is|was)"
    r"|(?:total|final) (?:amount |value |repayment |sum )?(?:of|is|was)) (?:total of )?#m"
    r"|(?:it|that|this)(?: all)? (?:was|came to|comes to|made) (?:#m|#n)(?= (?:in total|in all"
    r"|altogether)\b)"
)
_BACK = r"when (?:i|he|she|they|we) (?:paid|pay|pays) (?:him|her|them|it|bank|that|\w+) back"
_EARNED = (
    r"#m (?:in|of|as) (?:simple )?interest"
    r"|(?:earns?|earned|gains?|gained|yields?|yielded|brings? in|generates?|interest (?:of|is|was)"
    r"|interest charged is|interest earned (?:is|was)|pays? interest of|charged interest of) #m"
    r"(?: (?:in|of|as) (?:simple )?interest)?"
)
_UNTOUCHED = (
    r"(?:having paid nothing back|(?:without|with no|no|making no) (?:other |further |more "
    r"|making (?:any )?)?(?:withdrawals?|deposits?|re-?payments?)(?: or deposits?)?"
    r"(?: (?:is|are|was|were) made)?)"
    r"|leav(?:es|ing) (?:it|money|this)(?: \w+)? (?:alone|there|untouched)"
    r"|(?:it|money) is (?:left alone|not touched)"
)
_ASKED_RATE = rf"(?:{FIND}|at what)… (?:rate|percentage)(?: of)?(?: simple)?(?: interest)?"
_ASKED_TIME = (
    r"(?:how long|(?:for |after |in )?how many years|what length of time|in what time"
    r"|after what time|find time|number of years)"
)
_ASKED_INTEREST = (
    rf"(?:{FIND} |{HOW_MUCH} |^)(?:amount of |total |extra |annual )*(?:simple |compound )?"
    r"interest(?! rate)"
)
_ASKED_AMOUNT = (
    rf"(?:{HOW_MUCH}|{FIND})(?: of)?… (?:have|total|worth|repay|pay back|owe|amount|in account"
    r"|altogether|in all|balance|value|be in|there be|is there|in bank|amount to|become"
    r"|receive back|get back)"
    r"|(?<!in )total(?= \.$)"
)
_ASKED_PRINCIPAL = (
    rf"(?:(?:{HOW_MUCH}|{FIND})… (?:principal|invested|deposited|borrowed|invest|deposit|borrow"
    r"|original sum|original amount|sum of money)|what (?:principal|sum|principle))"
)
_TIME = r"(?:(?:at )?end of |at end of period of )?#t(?: later(?! than))?"
_ALLOWED = (
    "interest simple rate annual yearly annually put puts deposit deposits deposited "
    "earn earned earns pays pay paid total altogether borrowed borrows takes took "
    "returns after sum amount amounts worth value money take out get gets return if "
    "would for over receive receives until from loan charged"
)


def _rate(found: Found) -> str | None:
    return _of_total(
        found, "At what rate will {principal} earn {earned} simple interest in {time}?"
    )


def _time(found: Found) -> str | None:
    return _of_total(
        found,
        "How long will it take {principal} to earn {earned} in simple interest at {rate} per year?",
    )


def _of_total(found: Found, template: str) -> str | None:
    values = {name: found.texts(name)[0] for name in found.roles}
    total, sign = values["total"], currency(values["principal"])
    earned = difference(total if currency(total) else f"{sign}{total}", values["principal"])
    return earned and template.format(**values, earned=earned)


_SIMPLE: Final = Pieces(
    words="simple",
    parts={
        "_untouched": _UNTOUCHED,
        "total": _TO,
        "earned": _EARNED,
        "_left": r"(?:left|leaves)(?= (?:#m|for|in|at|on|~))",
        "principal": r"#m|(?<=put )#n|(?<=invest )#n|(?<=borrow )#n|(?<=interest on )#n",
        "rate": rf"#p(?: simple)?(?: interest)?(?: rate)?{PER_YEAR}?",
        "time": _TIME,
        "_back": _BACK,
    },
    asks={
        "interest": _ASKED_INTEREST,
        "rate": _ASKED_RATE,
        "time": _ASKED_TIME,
        "principal": _ASKED_PRINCIPAL,
        "amount": _ASKED_AMOUNT,
    },
    says={
        "interest: principal rate time": (
            "Find the simple interest on {principal} at {rate} per year for {time}."
        ),
        "amount: principal rate time": (
            "If you invest {principal} at {rate} simple interest for {time}, how much will you "
            "have?"
        ),
        "rate: principal earned time": (
            "At what rate will {principal} earn {earned} simple interest in {time}?"
        ),
        "rate: principal total time": _rate,
        "time: principal earned rate": (
            "How long will it take {principal} to earn {earned} in simple interest at {rate} per "
            "year?"
        ),
        "time: principal total rate": _time,
        "principal: earned rate time": (
            "The simple interest on a sum for {time} at {rate} is {earned}. Find the principal."
        ),
    },
    allowed=_ALLOWED,
)


_MONTHS: Final = {"monthly": 1, "quarterly": 3}
"""How many months a period of compounding has; all others have six."""


def _is_credited(found: Found) -> bool:
    """Whether what is added each time is what the yearly rate makes of it: 3% of 6%."""
    told = found.texts("credited")
    months = _MONTHS.get(found.word("often"), 6)
    if not told:
        return True
    added, period = told
    return (
        bool(found.word("often"))
        and period.split()[-1].startswith("month")
        and value(period) == months
        and value(added) * 12 == value(found.texts("rate")[0]) * months
    )


def _grown(found: Found) -> str | None:
    if not _is_credited(found):
        return None
    ((principal,), (rate,), (time,)) = (found.texts(name) for name in ("principal", "rate", "time"))
    if not currency(principal):
        return _grown_by_years(found)
    often = found.word("often") or "annually"
    if found.asked == "interest":
        return (
            f"What is the compound interest on {principal} at {rate} for {time} compounded {often}?"
        )
    return f"{principal} is invested at {rate} compounded {often} for {time}. Find the amount."


def _grown_by_years(found: Found) -> str | None:
    """Of a bare number: its value after whole years, each of which adds the rate once."""
    ((principal,), (rate,), (time,)) = (found.roles[name] for name in ("principal", "rate", "time"))
    years = value(time.text)
    if time.unit is None or time.unit.name != "year" or years.denominator != 1:
        return None
    if found.word("often") or len(time.text.split()) > 2:
        return None
    grown = f"{principal.text}*{written(1 + value(rate.text) / 100)}^{years}"
    return f"Calculate {grown}{f' - {principal.text}' if found.asked == 'interest' else ''}."


def _grown_at(found: Found) -> str | None:
    """The yearly rate at which an amount grows into another one, where it is a rational number."""
    ((principal,), (total,)) = found.texts("principal"), found.texts("total")
    (time,) = found.roles["time"]
    years = int(value(time.text))
    if (
        found.word("often")
        or time.unit is None
        or time.unit.name != "year"
        or currency(principal) != currency(total)
    ):
        return None
    if value(time.text) != years or not 1 < years < 6 or value(total) <= value(principal):
        return None
    ratio = value(total) / value(principal)
    roots = [round(part ** (1 / years)) for part in ratio.as_integer_ratio()]
    if any(root**years != part for root, part in zip(roots, ratio.as_integer_ratio(), strict=True)):
        return None
    return f"What is the percentage increase from {roots[1]} to {roots[0]}?"


_COMPOUND: Final = Pieces(
    words="compound|compounded|compounding|credited",
    parts={
        "_untouched": _UNTOUCHED,
        "_often": (
            r"(?:compound(?:ed|ing)?|(?:is |are )?(?:credited|added)) (?:interest )?"
            r"(?P<often>monthly|quarterly|half-yearly|semi-annually|semiannually)"
        ),
        "_yearly": (
            r"(?:compound(?:ed|ing)?|(?:is |are )?(?:credited|added)) (?:interest )?"
            r"(?:annually|yearly|once (?:per )?year"
            r"|(?:every|each|per) year|per annum)"
        ),
        "_left": r"(?:left|leaves) (?=#m)",
        "_cent": r"to nearest (?:cent|penny|pence)",
        "credited": r"#p is (?:added|credited|paid) (?:every|each|per) #t",
        "total": rf"{_TO}|(?:to|into) #n",
        "principal": (
            r"#m|(?<=put )#n|(?<=invest )#n|(?<=borrow )#n|(?<=interest on )#n|(?<=does )#n"
            r"|#n(?= at #p)"
        ),
        "rate": rf"#p(?: (?:compound|nominal))*(?: annual)?(?: interest)?(?: rate)?{PER_YEAR}?",
        "time": _TIME,
    },
    asks={"interest": _ASKED_INTEREST, "amount": _ASKED_AMOUNT, "rate": _ASKED_RATE},
    says={
        "rate: principal total time": _grown_at,
        **{
            f"{asked}: principal rate time{credited}": _grown
            for asked in ("interest", "amount")
            for credited in ("", " credited credited")
        },
    },
    allowed=f"{_ALLOWED} compound compounded compounding grow grew grown fixed by growing",
)

FRAMES: Final = (_SIMPLE, _COMPOUND)
