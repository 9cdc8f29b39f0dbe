"""What askers say of themselves: that they forgot, are confused, need it soon, were told a trick.

Unlike :mod:`remarks` and :mod:`asides`, which list phrases as a whole, this goes by single words. A
clause about the asker (:data:`_TROUBLE`) is left out whatever its other words are, but for those
that could limit the answer (:data:`_LIMITS`); beside a formula also one that holds no word of
mathematics at all, no number and no negation. A clause that holds mathematics of its own stays,
unless the rest holds it too (``I keep losing the x^2 term``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from mathviz_chat.core.problems import language, terms

_DEGREE = r"(?:(?:really|so|just|always|still|totally|completely|a bit|quite|often|honestly) )*"
_TELLER = (
    r"(?:teacher|teecher|lecturer|tutor|professor|prof|mum|mom|dad|brother|sister|friend|freind|"
    r"mate|book|textbook|he|she|hint)"
)
_TROUBLE: Final = re.compile(
    r"\b(?:(?<!n't )(?<!nt )(?<!not )(?<!never )forg[eo]t(?:s|ten|ting)?|confus\w*|hop+el+es+|"
    r"rub+ish|useless|an+oy\w*|weird|wierd|hate|"
    r"(?:mess|screw|mix|muck)(?:e[sd]|ing|s|ed)? (?:it |this |them |these |that )?up|"
    r"get(?:s|ting)? (?:it|this|them|these|that|mine) wrong|"
    r"struggl\w*|freak\w*|panick\w*|afraid|embar+as+\w*|rusty|brain|"
    rf"(?:i'?m|i am|am|get|gets|got|be|he's|she's|is) {_DEGREE}(?:stuck|stuk|lost)|"
    r"(?:terrible|bad|awful|no good|not good|hopeless|rubbish|useless) (?:at|with)|"
    r"lo+(?:se|sing|st) (?:track|marks|my)|(?:me|us) off|drives? me \w+|gives? me (?:a )?trouble|"
    r"(?:do not|don'?t|can not|cannot|can'?t|never|didn'?t|doesn'?t|couldn'?t|not) "
    rf"{_DEGREE}(?:understand|unterstand|get it|get this|get how|get why|get what|know (?:how|"
    r"why|what|where)|see (?:how|why|what)|remember|beli?ei?ve|follow|sure|seen?|met|learn(?:ed|t)|"
    r"been taught|trust)|"
    r"keeps? (?:on )?(?:get|mak|los|loos|forget|mess|mix|try|end|com|do|say)\w*|"
    r"calculat[eo]rs?|seems? (?:to )?(?:right|wrong|work|off|odd|strange|too \w+)|"
    r"been (?:trying|tring|stuck|at this|at it|struggling)|"
    rf"{_TELLER} (?:wrote it|thinks? (?:it|its|it's) (?:easy|hard|wrong|right)|"
    r"(?:said|says|told (?:me|us)|claims|reckons|swears) (?:that )?"
    r"(?:to (?:look|use|try|start|think)|(?:it|its|it's|that's|thats) "
    r"(?:\w+ )?(?:easy|hard|wrong|right|simple|quick)|there'?s? (?:is |"
    r"are )?\w+ (?:answers|solutions|"
    r"roots)))|"
    r"i (?:think|thnk|guess|beli?ei?ve|reckon|bet|suppose|assume) (?:you|u|i|we|it|its|it's|this|"
    r"that)|(?:must|should|suppose?d to|has to|got to|bound to) be an? \w+ ?(?:way|trick|shortcut)|"
    r"(?:homework|hw|assignment|worksheet|coursework|revision|deadline)|asking for (?:a|my)|"
    r"(?:exam|test|quiz) (?:is )?(?:on )?(?:tomorrow|tomorow|today|tonight|soon|coming up|next|mon|"
    r"tues|wednes|thurs|fri)\w*|"
    r"school days|thank\w*|thx|cheers|appreciate\w*|asap|in a (?:hurry|rush)|quick(?:ly)?|"
    r"been (?:ages|hours)|for (?:ages|hours)|out of curiosity|(?:no|earns?) marks?)\b"
)
_WHO = (
    r"(?:i|we|he|she|they|my \w+|the \w+|(?:text)?book|calculator|someone|somone|somebody|teacher)"
)
_ASIDE_QUESTION: Final = re.compile(
    r"(?:(?:and|but|so|cos|because) )*(?:"
    rf"{_WHO} (?:always |only |keep |keeps |just |once )*"
    r"(?:got|get|gets|gettin|getting|said|says|"
    r"(?:thinks?|reckons?) (?:it|its|it's|the answer|that it))\b (?:it'?s? |the \w+ (?:is|"
    r"as) |that )?"
    r"(?:is )?(?:[-−(\d]|[a-z] ?[=^]|let [a-z] ?=|(?:one|two|three|no) (?:answers?|"
    r"solutions?|roots?))|"
    r"is (?:it|that|this) (?:just|only|still|not|ok|right|\d)|"
    r"(?:it'?s|its|that'?s|thats) not .* is it|wh?ys? (?:is|are|do|does|did|one|two|my|it|there)\b|"
    r"whys\b|(?:do|should|can|must) (?:i|we|u|you) (?:just|have|need|flip|use|start|add|square|"
    r"multiply|divide|diff|differentiate|expand|factor|do|always|first)\b|"
    r"(?:how|what) (?:do|does|did|should) (?:i|u|you|we|it|this|that|one) (?:do|add|go|work|start|"
    r"even|solve|get|subtract|multiply|begin)\b|idk|dunno|don'?t forget (?:the )?\+ ?c\b)"
)
"""What is asked or claimed by the way, and gets its answer with that of the question itself."""
_LIMITS: Final = re.compile(
    r"\b(?:than|between|positive|negative|integers?|whole|real|complex|rational|nearest|decimals?|"
    r"fractions?|must|greater|less|most|least|exact\w*|simplest|lowest|form|terms of|radians?|"
    r"degrees?|assum\w*|given|where|when|if|find|solve|calculate|how (?:many|much|long|far|old|big)"
    r"|what(?:'?s| is| are| was)|which|doubl\w*|tripl\w*|halv\w*|half|twice|thrice|bigger|larger|"
    r"smaller|biggest|smallest|last|next|repeat\w*|swap\w*|add\w*|evaluat\w*|takes?|picks?|over|"
    r"under|above|below|past|starts?|counts?|field|mod\w*|weight\w*|dozens?|(?:left|"
    r"right) (?:of|one|"
    r"side|hand)|flip\w*|done|say|wants?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve)(?! (?:answers?|solutions?|roots?|values?|ways?|\w\w?s)\b))\b"
)
_SIDE_LIMITS: Final = re.compile(
    r"\b(?:than|between|positive|negative|integers?|whole|must|most|least|if|where|when|given|find|"
    r"instead|except|assum\w*|suppos\w*)\b|[<>≤≥]|(?<!let \w )=(?!\s*[-−]?\d[\d./]*(?![\w(*^+/-]))"
)
_STARTS = (
    r"i|i'm|im|i've|ive|i'll|my|our|we|this|these|they|it|its|it's|there|theres|there's|never|been|"
    r"dont|don't|can't|cant|homework|need|keep|not sure|asking|no idea|teacher|the teacher|me and|"
    r"how do|how does|do|is|idk|dunno|why|whys"
)
_RUN_ON: Final = re.compile(
    rf"\s+(?:and |but |because |becuase |cos |coz |so )?(?=(?:{_STARTS})\s)"
)
_TELLS: Final = re.compile(
    rf"\s*(?:(?:and|but|because|so|as|for|from|in|at|on)\s+)*(?:{_STARTS}|that|he|she|his|her|just|"
    r"which|what|exam|test)\b",
    re.IGNORECASE,
)
"""How a clause begins that tells something, and is no second task: not ``double the answer``."""
_CUT: Final = re.compile(
    r"(\s*(?:[,:](?=\s)|[–—](?=\s)|\s-\s|\s(?=(?:but|because|becuase|cos|coz|although|"
    r"though)\s)))\s*"
)
_BRACKETS: Final = re.compile(r"\s*\(([^()]*)\)")
_WORDS_ONLY: Final = re.compile(r"[A-Za-z'’ -]+[.!]*")
_HOLDS: Final = re.compile(r"[^\sA-Za-z'’,.!-]+|\d")
_FORMULA: Final = re.compile(r"[=<>≤≥^²³√∫]|\\[a-z]{2,}|\d[a-z(]|[a-z]\(|\[\[")
_WORD: Final = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_SMALL: Final = frozenset(
    ("and", "but", "because", "so", "as", "though", "although", "also", "at", "by", "from", "all",
     "any", "some", "much", "still")
)  # fmt: skip
"""Words that mean something in a story and nothing in a clause about its asker."""


@lru_cache(maxsize=64)
def without(text: str) -> str:
    """The sentences of a text without what its asker says of themselves, one a line."""
    beside_formula = holds_formula(text)
    sentences = language.sentences(text)
    found = [
        _bare(sentence, " ".join((*sentences[:at], *sentences[at + 1 :])), beside_formula)
        for at, sentence in enumerate(sentences)
    ]
    return ".\n".join(one for one in found if one)


def holds_formula(text: str) -> bool:
    """Whether a text holds a formula, and is no story alone."""
    return _FORMULA.search(text) is not None


def _bare(sentence: str, others: str, beside_formula: bool) -> str:
    def is_chatter(clause: str, rest: str) -> bool:
        if beside_formula:
            return (
                _is_trouble(clause, rest)
                or _is_plain(clause)
                or _is_by_the_way(clause, f"{rest} {others}")
            )
        return _is_trouble(clause, rest) and _is_plain(_TROUBLE.sub("", clause.lower()))

    for match in _BRACKETS.finditer(sentence):
        rest = sentence.replace(match[0], "")
        if re.search(r"\s", match[1]) and is_chatter(match[1], rest):
            return _bare(rest, others, beside_formula)
    pieces = _CUT.split(sentence)
    clauses, marks = pieces[::2], ["", *pieces[1::2]]
    kept = [
        (mark, clause)
        for place, (mark, clause) in enumerate(zip(marks, clauses, strict=True))
        if not is_chatter(clause, " ".join((*clauses[:place], *clauses[place + 1 :])))
    ]
    joined = "".join(
        f"{mark.rstrip() or (' ' * (n > 0))} {clause}" if n else clause
        for n, (mark, clause) in enumerate(kept)
    )
    return _without_run_on(language.without_ignored(joined.strip()), is_chatter)


def _without_run_on(sentence: str, is_chatter: Callable[[str, str], bool]) -> str:
    """Without trouble that follows with no mark before it: ``solve ... i always forget how``."""
    for match in _RUN_ON.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        by_the_way = _TROUBLE.search(after.lower()) or _ASIDE_QUESTION.match(after.lower())
        if before and by_the_way and is_chatter(after, before):
            return language.without_ignored(before)
    return sentence


def _is_trouble(clause: str, rest: str) -> bool:
    lower = clause.lower()
    return (
        _TROUBLE.search(lower) is not None
        and _LIMITS.search(lower) is None
        and all(held in rest for held in _HOLDS.findall(clause))
    )


def _is_by_the_way(clause: str, rest: str) -> bool:
    """``do i flip the sign``, ``i got the det as 2``: the formula is in the rest, and all of it."""
    lower = clause.strip().lower()
    return (
        _ASIDE_QUESTION.match(lower) is not None
        and holds_formula(rest)
        and _SIDE_LIMITS.search(lower) is None
    )


def _is_plain(clause: str) -> bool:
    words = _WORD.findall(clause)
    return (
        _WORDS_ONLY.fullmatch(clause.strip()) is not None
        and _TELLS.match(clause) is not None
        and all(terms.is_plain_word(word) or word.lower() in _SMALL for word in words)
        and not {"solve", "evaluate", "calculate"} & {word.lower() for word in words}
    )
