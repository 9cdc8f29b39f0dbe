"""The words of questions on probability: one for each thing, whatever it is called."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.synonyms.family import synonyms

KEYS: Final = re.compile(r"\bprobability\b", re.I)

_BACK = r"(?:(?:back|returned)(?:\s+(?:in|into|to)\s+(?:bag|box|jar|urn|deck|pack))?)"
SAID: Final = synonyms(
    (r"\b(?:P|Pr|prob|probability)\s*\(\s*(?=[a-z]{2})([^()]*)\)", r"probability of \1"),
    (r"\bhow (?:likely|probable) (?:is it (?:that|to|for)|(?:are|am|is) (?:you|i|we|he|she) to)\b",
     "find probability of"),
    (r"\b(?:probabilty|chances?|likelihood|prob)\b", "probability"),
    (r"\bprobability (?:(?:of|that|for|is) )?(?:you|i|we|there is|there are)\b", "probability of"),
    (r"\b(is|are|was)n['’]?t\b", r"\1 not"),
    (r"\b(?:at random|randomly|without looking|blindly)\b", " "),
    (r"\b(?:balls?|marbles?|beads?|counters?|sweets?|cand(?:y|ies)|socks?|chips?|tokens?|pens?|"
     r"pencils?|discs?|disks?|jelly\s?beans?|blocks?|tiles?|cubes?|apples?|students?|people|"
     r"persons?|pupils|bulbs?|items?|ribbons?|flowers?)\b", "ball"),
    (r"\bdie\b", "dice"),
    (r"\b(?:fair|standard|regular|ordinary|normal|balanced|unbiased|6-sided|6 sided|six-sided|"
     r"well-shuffled|shuffled|usual|cubical)\b", " "),
    (r"\bpair of (?=dice|coins)", "2 "),
    (r"\b(?:picked|chosen|selected|taken|drawn|pulled|removed|dealt)(?: out)?\b", "drawn"),
    (r"\b(?:picking|choosing|selecting|taking|drawing|pulling|being dealt)(?: out)?\b", "drawing"),
    (r"\b(?:picks?|chooses?|selects?|takes?|draws?|pulls?)(?: out)?\b", "draw"),
    (r"\b(?:eaten|eats?)\b", "drawn without replacement"),
    (r"\b(?:tossed|flipped|rolled|thrown|spun)\b", "thrown"),
    (r"\b(?:tossing|flipping|rolling|throwing)\b", "throwing"),
    (r"\b(?:tosses|flips|rolls|throws)\b", "throws"),
    (r"\b(?:toss|flip|roll|throw)\b", "throw"),
    (r"\bcolou?rs?\b", "color"),
    (rf"\bwithout (?:replacement|replacing(?: (?:it|them|first 1|first ball|any|1st))?|"
     rf"putting (?:it|them) {_BACK}|being replaced)|(?:,?\s*and\s+)?(?:(?:is|are|it is|they are) )?"
     rf"not (?:put {_BACK}|replaced)|\bsimultaneously\b|\bat same time\b", " without replacement "),
    (rf"\bwith (?:replacement|replacing)|(?:,?\s*and\s+)?(?:(?:is|are) )?(?:put {_BACK}|replaced)"
     r"(?:\s+(?:each time|after each draw|before next(?: draw| ball)?))?\b(?! not)",
     " with replacement "),
    (r"\b(at least|at most|exactly|only|more than|fewer than|less than) (once|twice)\b",
     r"\1 \2 times"),
    (r"\bonce times\b", "1 times"), (r"\btwice times\b", "2 times"),
    (r"\b(?:shoots|takes) (?=\d+ times)", "throws "),
    (r"\bones\b", "1"),
    (r"\btwos\b", "2"), (r"\bthrees\b", "3"), (r"\bfours\b", "4"), (r"\bfives\b", "5"),
    (r"\bsixes\b", "6"),
)  # fmt: skip
EVENT_WORDS: Final = """
FIND_P = [FIND|what are]? probability [of|that]* [getting|obtaining|drawing|throwing|draw|throw|get|
    to get|to throw|to draw|seeing]*
REPL = [without replacement|with replacement]
"""
"""Parts that grammars of probability share."""
