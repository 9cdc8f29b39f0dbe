"""Work that is shared: more workers need less time; two together, and one of them alone."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import vocabulary
from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.tokens import Token

_COMMON_WORDS = (
    "how long many hours days minutes would will does do it take takes need needs by on her "
    "his its their own alone the to if for same job work finish complete can could working fill "
    "paint "
    "clean tank pool house fence wall room lawn"
)

_WHO = (
    r"(?:workers?|men|man|women|woman|people|persons?|painters?|builders?|machines?|printers?"
    r"|pumps?|taps?|pipes?|hoses?|robots?|bricklayers?|tractors?|students?|volunteers?|gardeners?"
    r"|cleaners?|farmers?|labourers?|laborers?|carpenters?|decorators?|pickers?|diggers?|mowers?"
    r"|combine harvesters?|engineers?|tailors?|typists?|cooks?|chefs?|excavators?|photocopiers?)"
)
_DEED = (
    r"(?:build|paint|dig|print|fill|empty|harvest|mow|clean|finish|complete|do|decorate|plough|plow"
    r"|pick|lay|assemble|unload|load|repair|sort|pack|plant|wash|drain|plaster|tile|make|bake|sew"
    r"|construct|copy|type|pave|resurface)"
)
_DONE = rf"{_DEED}(?:s|es|ing)?"
_JOB = re.compile(rf"\b(?:(?!do\b|does\b|make){_DONE}|job|task|chore|order)\b")
_SAME = (
    r"(?:(?:if )?(?:they |all )*(?:of them )?(?:work |working )?at same (?:rate|speed|pace)"
    r"|same|it)"
)
_ASKED_TIME = (
    rf"(?:how long|(?:in |for )?how many (?P<unit>days|hours|minutes|weeks|months)|{FIND} time)"
)


def _unit_fits(found: Found) -> bool:
    asked = found.word("unit")
    return all(
        not asked or stem(token.text.split()[-1]) in (stem(asked), stem(asked)[:1], asked[:3])
        for tokens in found.roles.values()
        for token in tokens
        if token.sort in ("time", "months")
    )


def _is_of_one_job(found: Found) -> bool:
    return bool(_JOB.search(found.text)) and len(set(map(stem, found.every("who")))) == 1


def _longer(found: Found) -> str | None:
    if not _is_of_one_job(found) or not _unit_fits(found):
        return None
    (first, second), (time,) = found.texts("workers"), found.texts("time")
    return f"If {first} workers can build a wall in {time}, how long will {second} workers take?"


def _more(found: Found) -> str | None:
    if not _is_of_one_job(found):
        return None
    (first, second), (workers,) = found.roles["time"], found.texts("workers")
    if first.unit != second.unit:
        return None
    return (
        f"If {workers} men can dig a ditch in {first.text}, how many men would be needed to dig it "
        f"in {second.text}?"
    )


_WORDS = (
    "take takes took would will need needs needed it do does if build same one for in finish "
    "complete job work works working can could required to time fill empty this"
)
_INVERSE: Final = Pieces(
    words="take|takes|took|can|needed|need|in|for",
    parts={
        "workers": (
            rf"(?:only )?#n (?:identical |such |of (?:these|those|same) |skilled )?(?P<who>{_WHO})"
            r"|(?:only )?#n of (?:them|these|those)"
        ),
        "time": r"#t",
        "_same": _SAME,
    },
    asks={
        "time": _ASKED_TIME,
        "workers": rf"how many (?P<who>{_WHO})",
    },
    says={"time: workers workers time": _longer, "workers: workers time time": _more},
    allowed=_WORDS,
)

_TOGETHER = r"(?:working together|together|both|working as team|as team|jointly|between them)"
_ALONE = (
    r"(?:on (?:her|his|its|their) own|alone|by (?:herself|himself|itself|themselves)"
    r"|working alone|without help)"
)


def _other(found: Found) -> str | None:
    """The time of the other one: the name that is asked for is not the one whose time is told."""
    *workers, joint = found.roles["joint"]
    (alone,) = found.roles["alone"]
    if any(token.text != "2" for token in workers) or not _is_paced(found, joint, alone):
        return None
    if joint.unit != alone.unit or value(joint.text) >= value(alone.text) or not _unit_fits(found):
        return None
    told = re.search(r"#t\d+", found.text)
    if told is None:
        return None
    asked = found.text[found.text.rfind("how ") :]
    if re.search(rf"\b{_TOGETHER}\b", asked):
        return None
    named = {word for word in re.findall(r"[a-z]\w+", asked) if word in found.text[: -len(asked)]}
    of_alone = _clause_of_alone(found.text)
    if (named - _COMMON) & of_alone - {"machine", "pipe", "tap", "pump", "painter", "worker"}:
        return None
    if _strangers(of_alone, found.text):
        return None
    return (
        f"Tom and Ann can finish a job together in {joint.text}. Tom alone takes {alone.text}. How "
        "long does Ann take alone?"
    )


def _is_paced(found: Found, joint: Token, alone: Token) -> bool:
    """Whether the one called faster or slower is so: half the pace of both is between them."""
    told = found.every("pace")
    if not told:
        return True
    is_faster = value(alone.text) < 2 * value(joint.text)
    return set(told) == {"faster", "slower"} and is_faster == (_first_paced(found) == "faster")


def _first_paced(found: Found) -> str:
    """The pace of the one whose time is told: it comes before the question."""
    told = found.text[: found.text.rfind("how ")]
    return next((word for word in ("faster", "slower") if re.search(rf"\b{word}\b", told)), "")


_COMMON = frozenset(_COMMON_WORDS.split())


def _strangers(of_alone: set[str], text: str) -> set[str]:
    """Who works alone and is named nowhere else: ``Ann and Bob together ... Cleo alone``."""
    plain = {word for word in of_alone if vocabulary.is_scenery(word)} - vocabulary.FILLERS
    return {word for word in plain if len(re.findall(rf"\b{word}", text)) < 2}


def _clause_of_alone(text: str) -> set[str]:
    """The words of the sentence that tells how long one takes alone."""
    sentences = [one for one in text.split(" .") if "#t" in one and "how " not in one]
    return set(re.findall(r"[a-z]\w+", sentences[-1])) - _COMMON if sentences else set()


_JOINT: Final = Pieces(
    words="together|both|jointly",
    parts={
        "joint": (
            rf"(?:with|when|if) [a-z]\w+(?:'s)? (?:helping|helps|help|joining in)(?: (?:it|her|him"
            rf"|them|job|work|task))* (?:takes?|took|would take|is done in) (?:only )?#t"
            rf"|#t (?:when|if|with) both(?: (?:are|is))? (?:on|open|running|working|used)"
            rf"|{_TOGETHER}(?: #n {_WHO})?… #t|#t(?= (?:working )?together)|#t (?:if )?(?:they "
            r")?(?:work )?together"
        ),
        "_together": _TOGETHER,
        "alone": rf"{_ALONE}… #t|#t(?: {_ALONE})?|#t if (?:she|he|it) works? alone",
        "_alone": _ALONE,
        "_pair": (
            rf"#n(?= (?:people|{_WHO}))|second|first|other one|other|(?:one|1) of them"
            r"|(?:(?P<pace>faster|slower) )?one|(?P<pace>faster|slower)(?: of (?:two|them))?"
        ),
    },
    asks={"other": _ASKED_TIME},
    says={"other: joint alone": _other, "other: joint joint alone": _other},
    allowed=_WORDS + " paint clean mow task same would",
)

_PLANT = (
    r"(?:pipes|taps|pumps|hoses|machines|people|printers|workers|ovens|tractors|inlets|of them|men"
    r"|women|brothers|sisters|friends)"
)
_GOING = (
    r"(?:are|is|be|left|work|works|working|run|running|open|opened|on|used|turned|switched|pumping"
    r"|operating|filling|going|do it|use)"
)
_BOTH = rf"(?P<all>both)(?: {_PLANT})?(?= (?:{_GOING}|fill|paint|do|~|\.))"
_TAP_ON = (
    r"(?:turn(?:s|ed|ing)? (?:on (?:tap|water)|(?:tap|water) on)|(?:left|leaves?) (?:tap|water) "
    r"(?:on|running)|open(?:s|ed) tap)"
)
_PLUG_OUT = (
    r"(?:forg[eo]ts?(?: about| to (?:put in|close|insert))? (?:plug|drain|outlet)"
    r"|forg[eo]ts? to put (?:plug|stopper) in|(?:left|leaves?) (?:plug|stopper) out"
    r"|(?:left|leaves?) (?:drain|outlet|plug hole) open)"
)
_AT_ONCE = (
    rf"{_TAP_ON} (?:and|but) {_PLUG_OUT}|{_PLUG_OUT} (?:and|but) {_TAP_ON}"
    rf"|(?:(?:when|if|with) )?(?:{_GOING} )*(?:{_BOTH} )?(?:{_GOING} )*"
    r"(?:together|at same time|side by side|jointly|at once|simultaneously|in parallel|as team"
    r"|in tandem)"
    rf"|(?P<all>all)(?= #n)|(?:(?:when|if|with) )?{_BOTH}(?: {_GOING})*"
    r"|(?:with|using) (?P<all>both)(?= \.)|share (?:job|work)"
    rf"|join forces|(?:tap|pipe|pump|hose) (?:{_GOING} )*(?:on|open|opened|running)"
    r"|(?:plug|drain|outlet|leak|waste pipe|stopper) (?:is )?(?:out|open|left open|leaking|running)"
    r"|pulled out|with (?:leak|drain|outlet)(?= \.)"
)
_OUTLETS: Final = re.compile(r"\b(?:drain|leak|outlet|plug|stopper|waste)")
_EMPTYING = (
    r"(?:empties|drains|(?:can|could|will|would|to) (?:empty|drain)|empty|drain|leaks|pumps out"
    r"|(?:is|be) (?:emptied|drained))"
)
_NAMES: Final = ("Ann", "Bob", "Cal")
_COUNTED: Final = {2: {"both"}, 3: {"all"}}
_FILLS: Final = re.compile(r"\bfill")
_FULL_ASKED: Final = re.compile(
    r"\bto fill\b|\buntil [^.]*\bfull\b|\bbe full\b|\boverflow|\bfill it\b"
)
_JOINTLY: Final = re.compile(
    r"\b(?:together|jointly|both|side by side|at once|same time)\b"
    r"(?: (?!how\b|what\b|#)[a-z'-]+)* #t"
    r"|#t\d+(?: (?:when|if|with|working|they|both|all))* (?:together|jointly|both on|both open)\b"
)


def _both(found: Found) -> str | None:
    """Two, or three, alone; of the later ones the unit may be left out: ``Bea needs 3``."""
    first, *others = (*found.roles.get("time", ()), *found.roles.get("empties", ()))
    bare = [value(text) for text in found.texts("bare")]
    times = [value(first.text), *(value(token.text) for token in others), *bare]
    if first.unit is None or any(token.unit != first.unit for token in others):
        return None
    fills = bool(_FILLS.search(found.text))
    drained = bool(found.roles.get("empties")) or bool(_OUTLETS.search(found.text))
    if not _is_shared(found, len(times)) or (fills and drained):
        return None
    named = zip(_NAMES, times, strict=False)
    told = [f"{who} takes {time} {first.unit.name}s" for who, time in named]
    told[0] += " to paint a room"
    return f"{', '.join(told[:-1])} and {told[-1]}. How long do they take together?"


def _is_shared(found: Found, count: int) -> bool:
    """Whether all do one job, and it is asked how long they take at once."""
    jobs = {match["job"] for match in _JOBS.finditer(found.text)}
    asked = found.text[max(found.text.rfind(word) for word in ("how ", "what ")) :]
    return (
        _unit_fits(found)
        and bool(_JOB.search(found.text))
        and len(jobs) < 2
        and not _JOINTLY.search(found.text)
        and not re.search(_ALONE, asked.partition("#")[0])
        and all(value(crew) == count for crew in found.texts("crew"))
        and set(found.every("all")) <= _COUNTED[count]
    )


def _against(found: Found) -> str | None:
    """One fills, the other one empties, and it is asked when the empty one is full."""
    (fills,), (empties,) = found.roles["time"], found.roles["empties"]
    if fills.unit != empties.unit or value(fills.text) >= value(empties.text):
        return None
    asked = found.text[found.text.rfind("how ") :]
    if not _FILLS.search(found.text.replace(asked, "")) or not _FULL_ASKED.search(asked):
        return _both(found) if not _FILLS.search(found.text) else None
    return (
        f"A tap fills a bath in {fills.text} and the drain empties it in {empties.text}. With both "
        "open, how long does it take to fill the empty bath?"
    )


_SHARED: Final = Pieces(
    words="together|both|simultaneously|out|open|same|jointly|side|once|share|two|on|leak|all",
    parts={
        "empties": (
            rf"{_EMPTYING}(?: (?:full|whole|it|[a-z]+))*? (?:in|by|takes) #t"
            rf"|#t(?: for \w+)? to (?:empty|drain)|#t(?= (?:to )?(?:empty|drain))"
        ),
        "together": _AT_ONCE,
        "time": rf"(?:(?:in|takes?|needs?) )?#t(?: {_ALONE})?",
        "crew": rf"#n (?:of (?:them|these|those)|{_WHO})",
        "bare": r"(?:in|needs?|takes?|and|only|just|other|another|one|second|[a-z]+(?: [a-z])?) #n"
        r"(?= ~| \.)",
        "_alone": _ALONE,
        "_one": r"one|another|other|second|first|third|same|but|while|whereas|full|new|old",
    },
    asks={
        "time": (
            rf"{_ASKED_TIME}(?: until (?:empty )?\w+(?: \w+)? (?:is|will be) full)?"
            r"|how (?:fast|quickly|soon)|what(?: is)? time (?:needed|required|taken)"
        )
    },
    says={
        **{f"time: together{' time' * k}": _both for k in (2, 3)},
        **{
            f"time: together{' crew' * c}{' time' * k}{' bare' * n}": _both
            for c in (0, 1)
            for k in (1, 2, 3)
            for n in (0, 1, 2)
            if 2 <= k + n <= 3
        },
        "time: empties together time": _against,
        **{f"time: empties together{' crew' * c} bare": _both for c in (0, 1)},
        "time: empties empties together": _both,
    },
    allowed=_WORDS + " if we they i work working with fills fill hole by from one's own needed be "
    "filled is can full empty opened leak leaks but until",
)


_JOBS: Final = re.compile(
    rf"\b{_DONE} (?:(?:whole|same|entire) )?(?!it\b|alone\b|together\b|same\b|job\b|task\b|in\b"
    r"|by\b|on\b|if\b|how\b|with\b|for\b|each\b|jointly\b|both\b)"
    r"(?P<job>[a-z]+)"
)


_MAKING: Final = frozenset(
    map(stem, ("make", "produce", "turn out", "manufacture", "output", "finish", "complete"))
)
"""Verbs that say of any thing that it is made."""


def _made(found: Found) -> str | None:
    """How many things other workers make in another time, all at one rate."""
    (workers, count, time), (others, later) = found.roles["first"], found.roles["second"]
    things = {stem(thing) for thing in found.every("thing")}
    who = {stem(word) for word in found.every("who")}
    if time.unit is None or time.unit != later.unit or len(things) != 1 or len(who) != 1:
        return None
    if len({stem(word) for word in found.every("deed")} - _MAKING) > 1:
        return None
    return (
        f"If {workers.text} machines make {count.text} parts in {time.text}, how many parts will "
        f"{others.text} machines make in {later.text}?"
    )


_MAKE = (
    r"(?P<deed>(?:make|produce|print|turn out|bake|pack|build|assemble|fill|sew|knit|bottle|wash"
    r"|paint|plant|pick|lay|type|manufacture|produces|makes))"
)
_RATES: Final = Pieces(
    words="in",
    parts={
        "first": rf"#n (?:identical )?(?P<who>{_WHO}|[a-z]+s) (?:can )?{_MAKE} #n (?P<thing>[a-z]+)"
        r"(?: \w+)? in #t",
        "second": (
            rf"(?:will|can|would|could|do|are|by)? ?#n(?: (?:of|such|these|those|same|identical))*"
            rf"(?: (?P<who>{_WHO}|[a-z]+s))? (?:able to )?(?:be )?{_MAKE} in #t"
        ),
        "_same": _SAME,
    },
    asks={"count": r"how many (?P<thing>[a-z]+)"},
    says={"count: first first first second second": _made},
    allowed="will can would could do",
)

FRAMES: Final = (_INVERSE, _JOINT, _SHARED, _RATES)
