"""The words of questions on data: means, medians, spread, of what, and how it is meant."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.synonyms.family import synonyms

KEYS: Final = re.compile(
    r"\b(?:mean|average|median|mode|range|variance|standard deviation|quartile)\b", re.I
)
_SAMPLE: Final = (
    r"(?:using|with|by|use)?\s*(?:the\s+)?(?:n\s*-\s*1\s+(?:formula|divisor|denominator|version)|"
    r"divisor\s+n\s*-\s*1|(?:dividing|divide)\s+by\s+\(?n\s*-\s*1\)?|bessel's correction)"
)
_WHOLE: Final = (
    r"(?:treating|regarding|taking|treat|regard)\s+(?:it|them|this|these|data|numbers|values|this "
    r"data)\s+as\s+(?:entire |whole |complete |full )*{0}"
)
SAID: Final = synonyms(
    (r"[−–]", "-"),
    (_WHOLE.format("population"), " population "), (_WHOLE.format("sample"), " sample "),
    (r"\b(?:dividing|divide)\s+by\s+n\b(?!\s*-)", " population "),
    (rf"\(?\s*{_SAMPLE}\s*\)?", " sample "),
    (r"\(\s*(population|sample)\s*\)", r" \1 "),
    (r"\bsample\s+(variance|standard deviation)\s+sample\b", r"sample \1"),
    (r"\b(?:std\.?\s*dev(?:iation)?|s\.d\.|sd)\b", "standard deviation"),
    (r"\bVar\s*\(\s*X\s*\)", "variance of X"), (r"\bSD\s*\(\s*X\s*\)", "standard deviation of X"),
    (r"\bE\s*[(\[]\s*X\s*[)\]]", "mean of X"),
    (r"\b(?:expected value|expectation)\b", "mean"),
    (r"\bmiddle value(?:\s*\(\s*median\s*\))?|\bmedian\s*\(\s*middle value\s*\)", "median"),
    (r"\bmost common (?:value|number|score)\b|\bmodal (?:value|number|score)\b", "mode"),
    (r"\b(?:arithmetic|mathematical)\s+(?:mean|meen|average)\b|\baverages?\b|\bavg\b", "mean"),
    (r"\b(?:exams?|quiz(?:zes)?|papers?|games?|matches|rounds?|assignments?)\b", "test"),
    (r"\btests\b", "test"),
    (r"\b(?:die|dice)\b", "die"),
    (r"\b(?:gets|is|are|was|were|has been|becomes?)\s+(?=doubled|tripled|halved|multiplied|"
     r"divided|increased|decreased|raised|reduced|added|subtracted)", ""),
    (r"\b(?:every|each|all the|all)\s+(?:values?|numbers?|scores?|marks?|data points?|of the "
     r"values|of them|observations?|data)\b", "everyvalue"),
)  # fmt: skip
STAT: Final = """
STAT = {stat:statistic}
HOW = {how:howmeant}
"""
"""Parts that grammars of data share."""
