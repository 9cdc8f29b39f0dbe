"""The verbs of stories by what they do to an amount, in all their forms."""

from __future__ import annotations

from typing import Final

_IRREGULAR: Final = {
    "have": "has had having", "buy": "bought", "get": "got gotten getting", "find": "found",
    "make": "made", "win": "won winning", "catch": "caught", "grow": "grew grown",
    "draw": "drew drawn", "write": "wrote written", "build": "built", "sew": "sewn",
    "lose": "lost", "eat": "ate eaten", "drink": "drank drunk", "spend": "spent",
    "sell": "sold", "break": "broke broken", "give": "gave given", "lend": "lent",
    "send": "sent", "take": "took taken", "steal": "stole stolen", "hold": "held",
    "keep": "kept", "read": "read", "put": "put putting", "come": "came", "leave": "left",
    "go": "went gone goes", "fly": "flew flown", "run": "ran running", "split": "split splitting",
    "pay": "paid", "throw": "threw thrown", "set": "set setting", "bring": "brought",
    "let": "let letting", "cut": "cut cutting", "begin": "began beginning", "drive": "drove driven",
    "lay": "laid", "swim": "swam swimming", "sing": "sang sung", "pick": "", "knit": "knitted",
    "deal": "dealt", "shoot": "shot", "tear": "tore torn", "hide": "hid hidden", "fall": "fell",
    "leak": "", "burst": "burst", "quit": "quit", "feed": "fed", "burn": "burnt", "hand": "",
    "bake": "", "spill": "spilt", "melt": "", "die": "dying", "pass": "", "tie": "tying",
    "ride": "rode ridden", "stand": "stood", "sit": "sat sitting", "string": "strung",
    "sleep": "slept", "see": "saw seen seeing", "hear": "heard", "hang": "hung",
    "hop": "hopped hopping", "drop": "dropped dropping", "pop": "popped popping",
    "chop": "chopped chopping", "ship": "shipped shipping", "swap": "swapped swapping",
    "wrap": "wrapped wrapping", "plan": "planned", "stop": "stopped", "rot": "rotted", "pour": "",
    "do": "did done does",
}  # fmt: skip
_VOWELS: Final = "aeiou"


def forms(verb: str) -> frozenset[str]:
    """``use uses used using``; the irregular ones as they are listed."""
    stem = verb[:-1] if verb.endswith("e") else verb
    ends_in_y = verb.endswith("y") and verb[-2] not in _VOWELS
    third = f"{verb[:-1]}ies" if ends_in_y else f"{verb}{'es' if _hisses(verb) else 's'}"
    past = f"{verb[:-1]}ied" if ends_in_y else f"{stem}ed"
    found = {verb, third, f"{stem}ing", *_IRREGULAR.get(verb, "").split()}
    return frozenset(found if _IRREGULAR.get(verb) else {*found, past})


def _hisses(verb: str) -> bool:
    return verb.endswith(("s", "x", "z", "ch", "sh"))


def _all(verbs: str) -> str:
    """A pattern for every form of every verb, the longest first; ``pick_up`` has a particle."""
    found: set[str] = set()
    for verb in verbs.split():
        base, *particle = verb.split("_")
        found |= {" ".join((form, *particle)) for form in forms(base)}
    return "|".join(sorted((one.replace(" ", r"\s+") for one in found), key=lambda o: -len(o)))


def _with(verbs: str, particles: str) -> str:
    """Every verb with every particle: ``walk_away walk_off``."""
    return " ".join(f"{verb}_{one}" for verb in verbs.split() for one in particles.split())


_HAVE = "have own hold contain carry"
_GAIN = (
    "buy get receive find collect pick gather make bake cook win earn save catch grow harvest "
    "draw paint write print produce order build sew knit score download pick_up cut raise prepare "
    "purchase create plant fold type bring_home take_home gain obtain acquire fetch add_on "
    "decorate assemble fry squeeze wash clean visit record film carve fill solve "
    "answer complete"
)
_LOSE = (
    "lose use eat drink spend sell break drop donate give_away throw_away throw_out hand_out "
    "give_out burn discard delete use_up eat_up take_out remove sell_off misplace tear spill hide "
    "destroy damage ruin pop crack smash release set_free waste trade_away lend_out send_off "
    "send_away consume swallow bury post mail ship cut_off cut_out take_away chop_down cut_down "
    "deliver get_rid_of part_with let_go tear_out read pour_out recycle mail_out pass_out deal_out "
    "saw_off trim_off chop_off"
)
_DO = "watch see study hear attend"
_GIVE = "give lend send pass hand offer mail feed sell donate hand_over pass_on"
_TAKE = "take borrow steal take_out remove grab withdraw take_away"
_STEPS = "walk run fly swim hop crawl jump drive roll sail march wander climb float step move drift"
_COME = (
    "arrive come join enter board land get_on hop_on climb_on get_in go_in come_in come_back "
    "sit_down step_on come_along turn_up show_up hatch "
) + _with(_STEPS, "in over")
_GO = (
    "leave go_home get_off get_out leave die leak_out leak escape melt burst pop fall_off fall_out "
    "wilt go_away drop_out quit rot spill break come_off evaporate go_out drop_off crack fall_down "
    "blow_away go_missing "
) + _with(_STEPS, "away off out")
_MOVE = "walk run drive travel cycle cover go ride swim jog hike fly"
_PUT = "put add place pour drop insert load tip set"
_SHARE = (
    "share split divide distribute put pack place pour arrange sort deal share_out hand_out "
    "give_out organize organise separate plant cut split_up divide_up spread pile stack seat "
    "string hang load store line_up sew thread"
)
_ACT = (
    "cut plant fold type decorate fry squeeze wash clean visit record film carve fill solve answer "
    "complete cook bake paint prepare order raise assemble"
)
ACTS: Final = frozenset(form for verb in _ACT.split() for form in forms(verb))
"""What may be done with things that are there already: ``paints 5 chairs``; else they are new."""
HAVE: Final = _all(_HAVE)
GAIN: Final = _all(_GAIN)
LOSE: Final = _all(_LOSE)
DO: Final = _all(_DO)
GIVE: Final = _all(_GIVE)
TAKE: Final = _all(_TAKE)
COME: Final = _all(_COME)
GO: Final = _all(_GO)
PUT: Final = _all(_PUT)
MOVE: Final = _all(_MOVE)
SHARE: Final = _all(_SHARE)

ADDED: Final = (
    r"added|(?:new)?born|put\s+in|brought(?:\s+in)?|bought|delivered|donated\s+to|hatched|found|received|"
    r"placed|dropped\s+in|poured\s+in|loaded|returned|built|planted|put\s+back|brought\s+back"
)
GONE: Final = (
    r"sold|eaten|broken|lost|stolen|taken(?:\s+(?:out|away|off))?|given\s+away|thrown\s+(?:away|out)|"
    r"used(?:\s+up)?|removed|damaged|cut\s+down|borrowed|checked\s+out|lent(?:\s+out)?|donated|"
    r"drunk|spilled|spilt|destroyed|returned|handed\s+out|given\s+out|popped|cracked|smashed|"
    r"torn\s+out|torn|burned|burnt|discarded|spent|poured\s+out|crushed|shipped(?:\s+out)?|"
    r"sent\s+(?:away|out|back)|let\s+go|set\s+free|eaten\s+up|bad|rotten|spoiled|spoilt|faulty|"
    r"defective|ruined|bruised|missing|gone|burst|cut\s+off|released|adopted"
)
"""Participles and adjectives of what is no longer there, or is no longer of use."""

DOES: Final = {
    "sold": "sells", "eaten": "eats", "used": "uses", "spent": "spends", "drunk": "drinks",
    "donated": "donates", "broken": "breaks", "read": "reads",
}  # fmt: skip
"""How things are called that somebody has sold, eaten, ..., and what whoever does it does."""
_STATE_OF: Final = {
    form: state
    for state, verb in zip(
        DOES, ("sell", "eat", "use", "spend", "drink", "donate", "break", "read"), strict=True
    )
    for form in forms(verb)
}


def state(verb: str) -> str:
    """``sold`` for ``has sold``, ``sells``; "" for a verb that does not tell."""
    return _STATE_OF.get(verb.lower().split()[-1], "") if verb else ""


FINITE: Final = frozenset(
    form
    for verbs in (_HAVE, _GAIN, _LOSE, _DO, _GIVE, _TAKE, _COME, _GO, _PUT, _SHARE, _MOVE)
    for verb in verbs.split()
    for form in forms(verb.split("_")[0])
)
"""All of them: no noun has one in it, but for those of :data:`NOUNS` after a number."""

_NOUN_LIST = (
    "stamp stamps plant plants pack packs drink drinks print prints box boxes bag bags catch "
    "score scores cut cuts record records film films order orders pile piles stack stacks group "
    "groups set sets load loads post posts fold crack cracks pop ship ships type types paint "
    "paints cook cooks wins drawing drawings painting paintings building buildings seat seats "
    "drops drop savings pass passes step steps sort sorts hand hands place places deal deals "
    "rides ride spread spreads baking cooking fly flies land run runs bottle feed answers answer "
    "burns visit visits picks pick read fill store stores cracked broken used lost frozen fried "
    "part parts watch watches study studies string hatch step march move climb"
)
NOUNS: Final = frozenset(_NOUN_LIST.split())
"""Forms of verbs that are nouns, or say of what sort a thing is, too."""
