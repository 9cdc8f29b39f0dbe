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
            rf"{_TOGETHER}(?: #n {_WHO})?… #t|#t(?= (?:working )?together)|#t (?:if )?(?:they "
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

_BOTH = (
    r"both(?: (?:of them|pipes|taps|pumps|hoses|machines|people))?"
    r"(?= (?:work|are|open|opened|do|used|on|run|running|fill|paint|turned|~|\.))"
)
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
    rf"|(?:(?:working together|together|working as team|jointly|{_BOTH})(?: (?:open|opened|used|on"
    rf"|running))?|at same time|simultaneously"
    r"|(?:tap|pipe|pump) is (?:on|open|opened|running)|(?:plug|drain|outlet|waste pipe) is (?:out"
    r"|open|left open)"
    r"|pulled out)"
)


def _both(found: Found) -> str | None:
    first, second = found.roles["time"]
    if first.unit != second.unit or not _unit_fits(found) or not _JOB.search(found.text):
        return None
    return (
        f"Ann takes {first.text} to paint a room and Bob takes {second.text}. How long do they"
        f" take "
        "together?"
    )


def _against(found: Found) -> str | None:
    (fills,), (empties,) = found.roles["time"], found.roles["empties"]
    if fills.unit != empties.unit or value(fills.text) >= value(empties.text):
        return None
    return (
        f"A tap fills a bath in {fills.text} and the drain empties it in {empties.text}. With both "
        "open, how long does it take to fill the empty bath?"
    )


_PAIR: Final = Pieces(
    words="together|both|simultaneously|out|open|same",
    parts={
        "empties": (
            r"(?:(?:but )?with (?:plug|stopper|drain|outlet) (?:out|open)(?: full \w+(?: \w+)?)? )?"
            r"(?:empties|drains|can empty|can drain|empty|drain)(?: (?:full|whole))*"
            r"(?: \w+){0,3} in #t"
        ),
        "together": _AT_ONCE,
        "time": r"#t",
        "_one": r"one|another|other|second|first|same",
    },
    asks={"time": rf"{_ASKED_TIME}(?: until (?:empty )?\w+(?: \w+)? (?:is|will be) full)?"},
    says={
        "time: together time time": _both,
        "time: empties together time": _against,
    },
    allowed=_WORDS + " if we they i work working with fills hole",
)


_JOBS: Final = re.compile(
    rf"\b{_DONE} (?:(?:whole|same|entire) )?(?!it\b|alone\b|together\b|same\b|job\b|task\b|in\b"
    r"|by\b|on\b|if\b)"
    r"(?P<job>[a-z]+)"
)


def _same_unit(found: Found) -> str | None:
    """Two alone, of whom the second one's time may be told without its unit: ``Bea needs 3``."""
    first, *others = found.roles["alone"]
    second = others[0] if others else found.roles["bare"][0]
    if (others and second.unit != first.unit) or not _unit_fits(found):
        return None
    jobs = {match["job"] for match in _JOBS.finditer(found.text)}
    if first.unit is None or not _JOB.search(found.text) or len(jobs) > 1:
        return None
    unit = first.unit.name
    return (
        f"Ann takes {value(first.text)} {unit}s to paint a room and Bob takes "
        f"{value(second.text)} {unit}s. How long do they take together?"
    )


_BOTH_ALONE: Final = Pieces(
    words="together|both|jointly",
    parts={
        "alone": (
            rf"{_ALONE} (?:in|takes?|needs?) #t|#t(?: {_ALONE})|(?:in|takes?|needs?) #t"
            rf"(?= (?:to )?{_DEED}\b)|(?:in|takes?|needs?) (?:only )?#t"
        ),
        "bare": r"(?:in|needs?|takes?) (?:only |just )?#n(?= ~| \.)",
        "_alone": _ALONE,
        "_other": r"(?:but|while|whereas|and)(?= ~| \w+ ~)|second|first|other",
    },
    asks={
        "time": (
            rf"{_ASKED_TIME}(?:…) (?:if |when )?(?:they |both |two )*(?:of them )?"
            rf"(?:(?:work|working|{_DONE}) (?:it )?)?(?:together|at same time|jointly)"
        )
    },
    says={"time: alone bare": _same_unit, "time: alone alone": _same_unit},
    allowed=f"{_WORDS} if they will job would",
)


def _made(found: Found) -> str | None:
    """How many things other workers make in another time, all at one rate."""
    (workers, count, time), (others, later) = found.roles["first"], found.roles["second"]
    things = {stem(thing) for thing in found.every("thing")}
    who = {stem(word) for word in found.every("who")}
    if time.unit is None or time.unit != later.unit or len(things) != 1 or len(who) != 1:
        return None
    if len({stem(word) for word in found.every("deed")}) != 1:
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

FRAMES: Final = (_INVERSE, _JOINT, _PAIR, _BOTH_ALONE, _RATES)
