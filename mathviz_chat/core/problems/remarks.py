"""What people write around a question without asking anything by it, and how they begin to ask.

Both are lists in the notation of :mod:`remark_notation`. A remark is dropped where it is a sentence
of its own, stands in brackets, or begins or ends a sentence beside a comma, a colon or a dash. Only
a question that is not read as it stands is tried without them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from mathviz_chat.core.problems import language
from mathviz_chat.core.problems.patterns import LazyPattern, PhrasePattern, Phrases
from mathviz_chat.core.problems.remark_notation import any_of, regexes

REMARKS: Final = (
    "[hi|hey|hello|yo|ok|okay|dear] [there|all|everyone|guys|folks|tutor]? [please]?",
    "[please|pls|plz|thanks|thx|ty|cheers|kindly|asap] [so much|a lot|in advance|asap]?",
    "[can|could|would|will] [you|u|someone|anyone|somebody] [please|pls|plz]? [help|help "
    "me|tell me|show me|do|do this|explain]? [with]? [this|this one|these|it|me]?",
    "[i'm|im|i am] [really|totally|a bit]? [stuck|lost|confused] [on|with|here]? [this|this "
    "one|my homework|a question|it]?",
    "[i]? [need|could use|want] [some|a bit of]? help [with|on]? [this|this one|my homework|it]?",
    "[quick|simple|easy|small|short|another|one more]? [homework|maths|math|exam|revision]? "
    "[question|q|help|problem|exercise|homework]",
    "[do|answer|try] [these|this|the following|both] [questions|parts|problems|exercises]?",
    "[i|we] [don't|dont|do not|can't|cannot|cant] [get|understand|do|see how to do|figure "
    "out] [this|it|this one|these]",
    "for [me|us|my homework|homework|my exam|my class|school|class]",
    "[and|then]? [show|showing|with|write|give|explain|explaining|include] [me]? "
    "[all|full|your|the|each|every|any]* "
    "[work|working|workings|steps|step|method|reasoning|explanation]",
    "[and]? [explain|justify] [your|the]? [answer|reasoning|steps|working|how|why]?",
    "[and]? [show|say|explain|tell me] how you [know|know it|know this|got it|got there|worked it "
    "out|found it]",
    "[be]? careful [with|about|of] [the|your]? [domain|domains|signs|sign|brackets|order of "
    "operations]",
    "[and]? [mind|watch|remember|check] the domain",
    "[and|then]? [check|checking|test|testing|watch out|watching out|look out|looking out] "
    "[for]? [any|your|the]? [extraneous]? [roots|solutions|answers|answer|solution|root|ones|"
    "values]",
    "[over|in] [the]? [reals|real numbers|real number system|set of real numbers|ℝ]",
    "[for|where|with|and|if|assume|assuming]? [x|y|t|n|k|θ] [is]? [a]? [real|real number]",
    "[for|over] real [x|y|t|numbers|values]",
    "[x|y|t|n] [∈|in|\\in] [ℝ|R|\\mathbb{R}]",
    "[give|find|only|just]? real [solutions|roots|numbers|values|answers] [only|please]?",
    "[please]? [just]? [answer|say|state|reply|respond]? [with]? [just]? [yes or no|no or "
    "yes|yes/no|yes / no]",
    "[give|leave|leaving|giving|write|writing|state|stating|express|expressing]? "
    "[your|the|an|my]? [final]? "
    "[answer|answers|result|results|solution|solutions|value|values|it] [should be|must "
    "be|in|as|to|with|to be]* [its|the|their|an|a]? "
    "[exact|simplest|lowest|simplified|reduced|surd|radical|fully simplified|simplest "
    "exact|simplest surd|exact surd|simplest radical] "
    "[form|value|values|answer|answers|terms|surds|surd|radicals]",
    "[and]? [give|leave|leaving|giving|write|writing] [your|the|an|my]? [final]? "
    "[answer|answers|result|it] exact",
    "[leave|leaving|give|giving]? [your|the|an]? exact [answer|answers|value] "
    "[using|in terms of|with] [logs|logarithms|natural logs|natural logarithms|ln|log] "
    "[please|pls]?",
    "[leave|leaving|give|giving]? [your|the]? [answer|answers] [using|in terms of|with] "
    "[logs|logarithms|natural logs|natural logarithms|ln] [please|pls]?",
    "[as|in] [its|the|a]? [simplest|exact|simplified] [surd|radical] form",
    "[please|give|an|the|as an|in]? exact [answer|answers|value|values|form] [only|please|pls]?",
    "[and|fully|then]* [simplify|simplified|simplifying] [fully|completely|if possible|where "
    "possible|as far as possible|your answer|your answers|the answer|the result]?",
    "in [its|the|their]? [simplest|fully simplified|simplified|lowest] "
    "[whole-number|whole number|integer]? [form|terms]",
    "[just|only|simply]? [give|state|write]? [just]? the "
    "[value|values|number|numbers|answer|answers|x values|x-values|result] [only|please]?",
    "[just|only|simply] [give|state]? [the]? [value|values|number|numbers|answer|x]",
    "[x|y]? values [only]?",
    "[find|give|list|state]? all [of]? [the|its|real|possible]* "
    "[solutions|roots|values|answers|possibilities]",
    "[working|answer|answers] in radians",
    "[as|in] [a]? simplified form",
    "[general solution|the general solution] [with]? [constants|constant|arbitrary "
    "constants]? [C1 and C2|C_1 and C_2|A and B|C|c1 and c2|A|k]?",
    "[without|no] [using]? [a]? calculator",
    "[expanded|in expanded form]",
    "[if|when] it [exists|exist]",
    "if [any|there is one|there are any|one exists|they exist|there is any]",
    "[give|write|leave|state|express]? [your|the|an]? [answer|number|value|it|result]? [as]? "
    "[a|an] "
    "[simplified|proper|improper|reduced|single]? fraction",
    "[give|giving|write|leave|leaving|express]? [your|the|an]? [answer|number|result|it]? [as]? "
    "[a|an] [mixed number or a fraction|mixed number or fraction|fraction or a mixed number|"
    "fraction or mixed number] [in its simplest form|in simplest form|in its lowest terms|in "
    "lowest terms]?",
    "[i.e|ie|i.e.|that is]",
    "[my|the|our] [phone|calculator|laptop] [is|has|just|has just]* [broken|dead|flat|died|gone"
    "|lost|"
    "missing|not working]",
    "[i|he|she|we|they] [am|is|are] [nearly|almost]? in tears",
    "[i'm|he's|she's|we're|they're] [nearly|almost]? in tears",
)
"""Sentences and ends of sentences that ask nothing."""

OPENINGS: Final = (
    "[can|could|would|will] [you|u|someone|anyone|we|i] [please|pls|plz|kindly|help me|help "
    "me to|help me out and|tell me|tell me how to|show me how to|show me]*",
    "[please|pls|plz|kindly|now|so|then|next|and|also|ok|first|hence|well|just|hi|hey|hello|help]",
    "[how]? [do|does|can|could|would|should|might|to|would|did] [i|you|u|we|one]",
    "how to",
    "[i|we|you]? [need|want|have|would like|'d like|i'd like|am trying|am supposed|are "
    "asked|is asked|wish] [you]? to",
    "[i'm|im|we're|i am] [trying|supposed|asked|meant] to",
    "[my|the|our] [homework|exercise|book|textbook|teacher|question|assignment|worksheet] "
    "[asks|says|wants|tells|said] [me|us|you]? [to]?",
    "[what]? [do|will|would|does] [you|we|i|one|it] [get|have|obtain] [if|when] [you|we|i|one]?",
    "[please]? [tell|show|teach] me how [to|you|i|we]*",
    "[help me|help us] [to]?",
    "[let's|lets|let us|try to|your task is to|you must|you should|we must|go ahead and]",
)
"""Before a verb that says what is to be done."""

NOUN_OPENINGS: Final = (
    "[i|we]? [just]? [really]? [need|want|am looking for|looking for|would like|'d "
    "like|require|am after|i'm after] [help|some help]? [finding|to find|to know|to "
    "get|with]?",
    "[please]? [tell|give|show|get|find|send] me",
    "[do|does] [you|u|anyone|anybody] know",
    "[any idea|i wonder|i was wondering|wondering|not sure|no idea]",
    "[can|could|may] i [have|get|know]",
    "[how|what] about",
    "[need|want]? help [finding|with|to find|getting|to get|on]",
    "[need|want]",
)
"""Before a noun phrase that says what is to be found: ``I need the lcm of 7 and 11``."""


_REMARK: Final = Phrases(regexes(REMARKS))
_WHOLE: Final = PhrasePattern(r"\s*(?:PHRASE)\s*[.!]*\s*", _REMARK)
_BRACKETED: Final = PhrasePattern(r"\s*[\[(]\s*(?:PHRASE)\s*[.!]*\s*[\])]", _REMARK)
_AT_START: Final = PhrasePattern(r"^\s*(?:PHRASE)\s*(?:[,:!.;–—]+\s*|-+\s+(?!\d)|$)", _REMARK)
_MARK = r"\s*(?:,|:|;|–|—|\s-|\.)\s*(?:and\s+|but\s+|so\s+)?"
_AT_END: Final = PhrasePattern(rf"(?:{_MARK}|\s+(?:and\s+)?)(?:PHRASE)\s*[.!]*\s*$", _REMARK)
_OPENING = LazyPattern(rf"^(?:{any_of(OPENINGS)})+", re.IGNORECASE)
_NOUN_OPENING = LazyPattern(rf"^(?:{any_of(NOUN_OPENINGS)})+", re.IGNORECASE)
_ASKED_BY_SIGN = re.compile(r"(?<=[A-Za-z]{4})\s*=\s*\??\s*$")
"""``the number of letters of the word PEPPER = ?``."""
_DOING: Final = {
    "inverting": "invert",
    "finding": "find",
    "solving": "solve",
    "factoring": "factor",
    "factorising": "factor",
    "factorizing": "factor",
    "expanding": "expand",
    "simplifying": "simplify",
    "integrating": "integrate",
    "differentiating": "differentiate",
    "calculating": "calculate",
    "working out": "find",
    "computing": "compute",
    "evaluating": "evaluate",
    "converting": "convert",
    "rounding": "round",
    "multiplying": "multiply",
    "dividing": "divide",
    "adding": "add",
    "subtracting": "subtract",
    "sorting": "sort",
    "completing": "complete",
    "rearranging": "rearrange",
}
_GERUND = LazyPattern(
    rf"^(?:(?:{any_of(NOUN_OPENINGS)})|help\s+)*(?P<doing>{'|'.join(_DOING)})\s+", re.IGNORECASE
)
_VERB = LazyPattern(
    r"(?:add|arrange|calculate|change|collect|combine|compare|complete|compute|convert|decide|"
    r"determine|differentiate|divide|do|evaluate|expand|express|factor|factori[sz]e|figure|fill|"
    r"find|"
    r"get|give|graph|integrate|invert|isolate|list|make|multiply|name|order|prove|put|raise|rank|"
    r"rationali[sz]e|rearrange|reduce|reflect|rewrite|round|show|simplify|solve|sort|square|state|"
    r"subtract|sum|take|test|tidy|transpose|turn|use|work|write)(?![A-Za-z])",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def without(text: str) -> str:
    """The sentences of a text without remarks, one a line."""
    found = (_bare(sentence) for sentence in language.sentences(text))
    return ".\n".join(one for one in found if one)


def _bare(sentence: str) -> str:
    while True:
        if _WHOLE.fullmatch(sentence):
            return ""
        shorter = _BRACKETED.sub("", sentence)
        shorter = _AT_START.sub("", shorter)
        shorter = language.without_ignored(_AT_END.sub("", shorter))
        shorter = _ASKED_BY_SIGN.sub("", shorter)
        if shorter == sentence:
            return sentence
        sentence = shorter


def restated(text: str) -> str:
    """The sentences with plain beginnings: ``How do I find``, ``I need`` are ``find``."""
    return ".\n".join(map(_restated, language.sentences(text)))


def _restated(sentence: str) -> str:
    doing = _GERUND.match(sentence)
    if doing is not None:
        return f"{_DOING[doing['doing'].lower()]} {sentence[doing.end() :]}"
    opening = _OPENING.match(sentence)
    if opening is not None and _VERB.match(sentence, opening.end()):
        return sentence[opening.end() :]
    noun = _NOUN_OPENING.match(sentence)
    if noun is not None and noun.end() < len(sentence):
        rest = sentence[noun.end() :]
        return rest if _VERB.match(rest) else f"find {rest}"
    return sentence
