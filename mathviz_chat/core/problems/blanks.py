"""What may stand in the blanks of a pattern: numbers, amounts, quantities, names, phrases."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import slots, spoken, times, units

_PI = r"(?:\s*\*?\s*(?:π|pi)(?![A-Za-z]))?"
_N = r"(?:\d+\s+\d+/\d+|\d+/\d+|\d*\.\d+|\d+)"
NUMBER: Final = _N
_LAST = r"(?![\w.]*\d)"  # no digit goes on
_NAME = (
    r"(?:(?!(?:i[fns]|are|was|were|has|have|had|o[fnr]|at|by|to|for|from|with|and|then|that|which|"
    r"who|how|what|when|do|does|did|per|into|about|out|off|up|down|than|be)(?![A-Za-z]))"
    r"[A-Za-z][A-Za-z'-]*)"
)
_OWNER = r"(?:his|her|their|my|your|our|its|this|these|those)"
_NOUN = rf"(?:(?!{_OWNER}(?![A-Za-z'-])){_NAME})"  # whose it is stands before a noun only
_DEED = (
    r"(?:(?!(?:if|how|what|which|who|than|not|no|none|never|but|and|or|then|when|per|while|of|left|"
    r"rest|remain(?:s|ing)?|others?|except|find|calculate|th(?:at|is|ere|ey|ese|em)|it|s?he|i|we|"
    r"you|did|does|do|will)(?![A-Za-z]))[A-Za-z][A-Za-z-]*)"
)
_POWERED = (
    r"(?P<NAME>(?:√|sqrt)?\s?\(?[A-Za-z](?![A-Za-z])\)?(?:\s?(?:²|³|\^[23]|(?:squared|cubed)(?![A-Za-z])))?)"
    r"(?![A-Za-z0-9^²³])"
)
_SPELLING = r"[A-Za-zµμ]{1,14}"  # that it is one is asked once the pattern fits
_UNIT = rf"(?:(?:sq(?:uare)?\.?|cubic|cu\.?)\s+)?{_SPELLING}(?:\s*\^?[23]|[²³])?"
_RATE = rf"{_UNIT}(?:\s+per\s+{_SPELLING}|/{_SPELLING})?"
_FOLLOWED = r"(?![A-Za-z0-9%])"
_VERBS = r"is|equals|gives|what|find|if|when"

_AMBIGUOUS = {"in", "pound", "pounds", "pt", "second", "seconds", "quarter"}
_MEASURES = "|".join(
    sorted((re.escape(u) for u in units.UNITS if u not in _AMBIGUOUS), key=len, reverse=True)
)
"""Units that a number may have; ``90 in ratio 2:3`` has none, and pounds may be money."""


def _word(choices: str) -> str:
    return rf"(?P<NAME>{choices})(?![A-Za-z])"


_PLACE = (
    r"(?:(?:ten|hundred)[\s-]+)?(?:thousand|million|billion)|ten|hundred|one|unit|tenth|"
    r"hundredth|thousandth"
)
_PLACE = rf"(?:{_PLACE})"
_OPERATIONS = "double|triple|halve|square|add|subtract|take|multiply|divide"
_ANGLE = (
    rf"(?:(?:\d+\s*\*?\s*)?[b-zα-ω](?![A-Za-z])(?:\s*[+-]\s*\d+(?![\w.]*\d))?|{_N})"
    r"(?:\s*(?:°|(?:degrees?|deg)(?![A-Za-z])))?"
)

_TIMES = "second|minute|hour|day|week|month|year"
_WORKER = (
    r"(?!(?:can|could|would|will|needs?|takes?|took|works?|worked|working|joins|leaves|finish\w*|alone|"
    rf"together|long|job)(?![A-Za-z])){_NAME}"
)
_PERSON = (
    rf"(?:(?:his|her|their|my|our|its|{_NAME}'s)\s+){{0,2}}"
    rf"(?!(?:ages?|old|years?|current|present)\b){_NAME}"
)
_PLACED = (
    r"(?:(?:1|first|second|third|other|another|smaller|larger|bigger|faster|slower|older|newer)"
    r"(?:\s+1|\s+of\s+them)?)"
)
_TURNING = (
    "not|never|except|without|half|after|before|later|earlier|next|previous|following|ago|until|"
    "days?|weeks?|months?|years?|today|tomorrow|yesterday|what|which|how|km"
)
"""Words that no aside about a day may hold."""
_STARTS = r"(?![+*/=^<>≤≥]|-\s)"  # no operand is left behind
_RELATED = r"(?=[^?]*(?:[=<>≤≥≠]|\\[lg]e|equals?\b))"

BLANKS: Final = {
    "": rf"(?P<NAME>{_N})(?![\w%.]*\d)(?![%$€£₹])",
    "int": r"(?P<NAME>\d+)(?![\w%.]*\d)(?![%$€£₹])",
    "signed": rf"(?P<NAME>-?\s?{_N})(?![\w%.]*\d)(?!%)",
    "%": rf"(?P<NAME>{_N})%",
    "money": rf"(?P<NAME_u>[$€£₹])\s*(?P<NAME>{_N}){_LAST}",
    "amount": rf"(?P<NAME_u>[$€£₹]?)\s*(?P<NAME>{_N}){_LAST}(?!%)",
    "whole": r"(?P<NAME_u>[$€£₹]?)\s*(?P<NAME>\d*\.\d+|\d+)(?![/\w.]*\d)(?!%)(?!\s+\d)",
    "q": rf"(?P<NAME>{_N})(?:\s*-?\s*(?P<NAME_u>{_RATE}))?{_FOLLOWED}",
    "measure": (
        rf"(?P<NAME_c>[$€£₹]?)\s*(?P<NAME>{_N}){_LAST}(?!%)(?!/)"
        rf"(?:\s*-?\s*(?P<NAME_u>(?:{_MEASURES})(?:\s*\^?[23](?!\d)|[²³])?)(?![A-Za-z0-9/]))?"
    ),
    "unit": rf"(?P<NAME>{_N})\s*-?\s*(?P<NAME_u>{_RATE}){_FOLLOWED}",
    "list": rf"(?P<NAME>-?{_N}%?(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+)-?{_N}{_LAST})+)",
    "ratio": (
        r"(?<!\d:)(?<!\d :)(?<!\d: )(?<!\d : )"  # no part of it is left behind
        r"(?P<NAME>\d+(?:\.\d+)?(?:\s*:\s*\d+(?:\.\d+)?)+|\d+(?:\s+to\s+\d+)+)"
        r"(?![\w.:]*\d)(?!%)"
    ),
    "point": rf"(?P<NAME>\(\s*-?\s?{_N}\s*,\s*-?\s?{_N}\s*\))",
    "thing": _word(rf"(?:{_OWNER}\s+)?{_NOUN}(?:\s+{_NOUN}){{0,2}}?"),
    "deed": _word(rf"{_DEED}(?:\s+{_DEED}){{0,5}}?"),
    "word": _word(_NAME),
    "who": _word(rf"(?:(?:his|her|their|my)\s+)?{_NAME}"),
    "curveformula": rf"(?=[^,?]*=){_STARTS}(?P<NAME>{slots.MATHS})(?![A-Za-z])",
    "rootkind": (
        r"(?P<NAME>(?:(?:two|2|a|an|exactly|only|just|one|1|no|real|equal|distinct|different|double|"
        r"repeated|unequal|imaginary|complex)\s+)+(?:roots?|solutions?))(?![A-Za-z])"
    ),
    "limb": _word("legs?|feet|foot|wheels?"),
    "bigsmall": _word("larger|bigger|greater|largest|biggest|smaller|smallest|lowest|highest"),
    "person": _word(_PERSON),
    "heading": _word(_PERSON) + r"(?=\s*,)",
    "letters": _word(r"[A-Za-z]+"),
    "even": _word("even"),
    "odd": _word("odd"),
    "place": _word("largest|middle|smallest"),
    "area": rf"(?P<NAME>{_N})(?:\s*(?P<NAME_u>{_RATE}))?{_FOLLOWED}",
    "volume": rf"(?P<NAME>{_N})(?:\s*(?P<NAME_u>{_RATE}))?{_FOLLOWED}",
    "pis": rf"(?P<NAME>{_N}{_PI})(?:\s*-?\s*(?P<NAME_u>{_RATE}))?{_FOLLOWED}",
    "figure": _word(
        r"circle|semi-?circle|sector|square|rectangle|rectangular\s+[a-z]+|triangle|"
        r"right(?:[\s-]+angled)?\s+triangle|equilateral\s+triangle|parallelogram|rhombus|"
        r"isosceles\s+triangle|trapezium|trapezoid|hemisphere|prism|cube|box|cuboid|"
        r"rectangular\s+box|cylinder|cone|sphere|pyramid"
    ),
    "maths": rf"{_STARTS}(?P<NAME>{slots.MATHS})(?![A-Za-z])",
    "statements": rf"{_RELATED}{_STARTS}(?P<NAME>{slots.STATEMENTS})(?![A-Za-z])",
    "name": rf"(?P<NAME>{slots.NAME})(?![A-Za-z_^(²³])",
    "terms": (
        r"(?P<NAME>-?\s?\d+(?:/\d+|\.\d+)?(?:\s*,\s*(?:and\s+)?-?\s?\d+(?:/\d+|\.\d+)?)+)"
        r"(?![\w/.]*\d)(?:\s*,?\s*(?:\.\.\.+|…|\\[cl]?dots|_+|\?))*"
    ),
    "series": (
        r"(?P<NAME>\d+(?:/\d+|\.\d+)?(?:\s*[+-]\s*\d+(?:/\d+|\.\d+)?){2,})"
        r"\s*\+\s*(?:\.\.\.+|…|\\[cl]?dots)"
    ),
    "added": (
        r"(?P<NAME>-?\s?\d+(?:/\d+|\.\d+)?(?:\s*[+-]\s*\d+(?:/\d+|\.\d+)?)+)"
        r"\s*[+-]?\s*(?:\.\.+|…|\\[cl]?dots)"
    ),
    "powers": (
        r"(?P<NAME>\d+\s*\^\s*\d(?:\s*\+\s*\d+\s*\^\s*\d)+\s*\+\s*(?:\.\.+|…|\\[cl]?dots)\s*"
        r"\+\s*\d+\s*\^\s*\d)(?!\d)"
    ),
    "from": r"(?P<NAME>[a-z]\s*=\s*-?\d+)",
    "upper": r"(?P<NAME>\d+|∞|infinity|oo|[a-z])(?![\w(])",
    "groups": _word(
        "boxes|bags|packs|packets|cartons|crates|trays|rows|teams|groups|bunches|bundles|jars|tins|"
        "baskets|piles|sets|cases|tubes|buses|cars|tables|pages|columns|sacks|stacks"
    ),
    "unitword": _word(
        "cm|mm|m|km|in|inches|inch|feet|ft|yards|cent(?:i)?met(?:re|er)s?|millimet(?:re|er)s?|met(?:re|er)s?"
    ),
    "congruence": r"(?P<NAME>\d*\s*[a-z]\s*≡\s*-?\d+\s*\(\s*mod\s+\d+\s*\))",
    "timespan": _word("seconds?|secs?|s|minutes?|mins?|min|hours?|days?|weeks?|months?|years?"),
    "recurring": _word(
        "flash(?:es|ed)?|ring(?:s|ing)?|rang|rung|blinks?|beeps?|chimes?|tolls?|sounds?|leaves?|left|"
        "depart(?:s|ed)?|runs?|comes?|arrives?|stops?|goes|visits?|meets?|lights? up|goe?s? off|"
        "go swimming|pass(?:es)?|cross(?:es)?|buzz(?:es)?|are watered|is watered|turn(?:s)? red"
    ),
    "few": r"(?P<NAME>[2-5])(?![\w.])",
    "gapped": (
        r"(?P<NAME>(?:-?\d+(?:/\d+|\.\d+)?|_+|[☐□◯○])"
        r"(?:\s*,\s*(?:-?\d+(?:/\d+|\.\d+)?|_+|[☐□◯○]|…|\.{3,}(?=\s*,\s*-?\d)))+)(?![\w/.]*\d)"
    ),
    "figurate": _word("square|cube|triangular|triangle"),
    "apquery": (
        r"(?P<NAME>(?:first\s+term(?:\s+a)?(?:\s*,)?\s+and\s+(?:its\s+)?common\s+difference(?:\s+d)?|"
        r"first\s+term(?:\s+a)?|common\s+difference(?:\s+d)?))(?![A-Za-z])"
    ),
    "signs": r"(?P<NAME>\(?\s*[<>=](?:[\s,/]|or(?![a-z])|and(?![a-z])|[<>=])*[<>=]\s*\)?)",
    "gap": r"(?P<NAME>_+|[☐□◯○▢]|…|\.{3,})",
    "greatermore": _word("greater|bigger|larger|more|higher|greatest|biggest|largest"),
    "lessfewer": _word("smaller|less|lower|lesser|smallest|least"),
    "percentof": r"(?P<NAME>\d+(?:\.\d+)?\s*%\s+of\s+\d+(?:\.\d+)?)(?![\w.]*\d)",
    "onenumber": (
        r"(?P<NAME>(?:(?!round\b)[A-Za-z][A-Za-z'-]*\s+){0,8}?(?P<NAME_n>\d+(?:\.\d+)?)"
        r"(?:\s+(?!round\b)[A-Za-z][A-Za-z'-]*){0,10}?)(?![\w.]*\d)"
    ),
    "operation": _word("plus|minus|times|multiplied by|divided by|add|take away"),
    "dash": r"(?P<NAME>--+|—|–|-)",
    "measures": (
        r"(?P<NAME>-?\d+(?:\.\d+)?\s*(?:mm|cm|km|m|mg|kg|g|ml|l|s|min|h)?"
        r"(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)-?\d+(?:\.\d+)?\s*(?:mm|cm|km|m|mg|kg|g|ml|l|s|min|h)?){2,})"
        r"(?![A-Za-z0-9])"
    ),
    "arithmeticverb": _word("multiply|add|subtract|divide"),
    "orlist": rf"(?P<NAME>-?{_N}%?(?:\s*,\s*-?{_N}%?)+\s*,?\s*or\s+-?{_N}%?)(?![\w.]*\d)",
    "bounds": (
        r"(?P<NAME>(?P<NAME_a>-?(?:\d+(?:\.\d+)?|pi|π|e))\s*(?:\.\.+|…|to)\s*"
        r"(?P<NAME_b>-?(?:\d+(?:\.\d+)?(?:/\d+)?|pi(?:/\d)?|π(?:/\d)?|e|oo|∞)))(?![\w.])"
    ),
    "integrand": rf"(?P<NAME>{slots.MATHS})\s*d(?P<NAME_x>[a-z])(?![A-Za-z])",
    "ddx": r"d\s*/\s*d(?P<NAME>[a-z])(?![A-Za-z])",
    "twovariables": rf"[a-z]\s*\(\s*x\s*,\s*y\s*\)\s*=\s*(?P<NAME>{slots.MATHS})(?![A-Za-z])",
    "parabola": r"(?P<NAME>y\s*=\s*[-−+\d.x^²*\s]+?)(?![\w^²])",
    "curve": rf"(?P<NAME>(?:y|[a-z]\([a-z]\))\s*=\s*{slots.MATHS})(?![A-Za-z])",
    "definition": r"(?P<NAME>[a-z]\(([a-z])\)\s*=.+)",
    "invcall": r"inv(?:erse)?\s*\(\s*(?P<NAME>\[\s*\[[^\[\]]*\](?:\s*,\s*\[[^\[\]]*\])*\s*\])\s*\)",
    "bound": _word("upper|lower"),
    "moreorfewer": _word("more|fewer|less"),
    "squares": _word("squares?|cubes?"),
    "raised": _word("squared|cubed"),
    "inclusive": _word("inclusive"),
    "a": _word("a"),
    "an": _word("an"),
    "howmany": rf"(?P<NAME>\d+|{spoken.NUMBER})(?![A-Za-z])",
    "start": r"(?P<NAME>[a-z]\s*=\s*\d+)",
    "nth": r"(?P<NAME>\d+)(?:st|nd|rd|th)(?![A-Za-z])",
    "matrix": r"(?P<NAME>\[\s*\[[^\[\]]*\](?:\s*,\s*\[[^\[\]]*\])*\s*\])",
    "domain": (
        r"(?P<NAME>-?[\d°π/*pi\s.]+\s*(?:≤|<=?|\\leq?)\s*(?:[a-zθ]|theta)\s*(?:≤|<=?|\\leq?)"
        r"\s*[\d°π/*pi\s.]+)(?![A-Za-z])"
    ),
    "interval": r"(?P<NAME>[\[(]\s*-?[\d°π/*pi\s.]+,\s*[\d°π/*pi\s.]+[\])])",
    "names": rf"(?P<NAME>{slots.NAME}(?:\s*(?:,|and|,\s*and)\s+{slots.NAME})*)(?![A-Za-z])",
    "method": _word(
        r"factor(?:ing|i[sz]ing|i[sz]ation)|substitution|elimination|quadratic\s+formula|"
        r"completing\s+the\s+square"
    ),
    "surds": r"(?P<NAME>[a-z]?\s*[+-]?\s*[a-z]?\s*(?:√\d+|√\(\d+\)|\\sqrt\{?\d+\}?|sqrt\(?\d+\)?))",
    "turn": r"(?P<NAME>-?\d+(?:\.\d+)?°|-?\d*\s*(?:π|pi|\\pi)(?:/\d+)?|0)",
    "bracketed": (  # a power or a product of sums in letters
        r"(?P<NAME>(?:\d*\s*\((?=[^()]*[a-z])[^()=]*[-+−][^()=]*\)\s*(?:\^\s*\d|"
        r"[²³])?\s*){1,3})"
        r"(?![\w^])"
    ),
    "monomials": (  # products and powers of products, no sums
        r"(?P<NAME>(?=[^=]*[a-z])(?:\d|\s|[a-z^*·×()²³])+)(?![\w^])"
    ),
    "surdproduct": (  # a product or a power of brackets with roots, no letters
        r"(?P<NAME>(?:\d*\s*[*·×]?\s*\((?:\d|\s|[-+*·./√−()]|\\?sqrt|\\left|\\right|[{}])*\)\s*"
        r"(?:\^\s*\{?\d\}?|[²³])?\s*[*·×]?\s*){1,3})(?![\w^])"
    ),
    "surdform": (
        r"(?P<NAME>[a-z]\s*[+-]\s*[a-z]?\s*(?:√\(?\d+\)?|\\?sqrt\s*[{(]?\d+[)}]?|√[a-z]|"
        r"sqrt\([a-z]\)))"
        r"(?![\w(])"
    ),
    "deg": r"(?P<NAME>°?)",
    "angles": rf"(?P<NAME>{_ANGLE}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_ANGLE})*)(?![\w.]*\d)",
    "litres": _word("lit(?:re|er)s?|milli-?lit(?:re|er)s?|ml"),
    "power": r"(?P<NAME>\d+(?:\s*\^\s*\d+)?)(?![\w%.]*\d)",
    "spaced": r"(?P<NAME>\d{1,3}(?:\s\d{3})+|\d*\.\d+|\d+)(?![\w.]*\d)",
    "digit": r"(?P<NAME>\d)(?![\w.]*\d)",
    "digitplace": _word(rf"{_PLACE}s?(?:'|'s)?"),
    "places": _word("tens|hundreds|thousands|ten\\s+thousands|millions"),
    "placed": (
        rf"(?P<NAME>\d+\s+{_PLACE}s?(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)\d+\s+{_PLACE}s?)+)"
        r"(?![A-Za-z])"
    ),
    "nearest": (
        rf"(?P<NAME>nearest\s+(?:whole\s+number|integer|{_PLACE}|\d+)|(?:\d+)\s+"
        r"(?:decimal\s+places?|d\.?p\.?|decimals|significant\s+(?:figures?|digits?)|"
        r"s\.?f\.?|sig\.?\s+figs?))(?![A-Za-z])"
    ),
    "numeral": r"(?P<NAME>[0-9A-Fa-f]*[0-9][0-9A-Fa-f]*|[A-Fa-f]+)(?![A-Za-z0-9])",
    "prefixed": r"(?P<NAME>0[xbo][0-9A-Fa-f]+)(?![A-Za-z0-9])",
    "base": _word(
        r"base\s+(?:\d+|two|eight|ten|sixteen)|binary|ternary|octal|decimal|denary|hexadecimal|hex"
    ),
    "subscripted": r"(?P<NAME>[0-9A-Fa-f]+_\d+)(?![A-Za-z0-9])",
    "plusminus": r"(?P<NAME>[-+])",
    "operations": (
        rf"(?P<NAME>(?:{_OPERATIONS})(?:(?!\b(?:what|find)\b)[A-Za-z0-9., -])*?)(?![A-Za-z0-9])"
    ),
    "fraction": r"(?P<NAME>\d+\s*/\s*\d+)(?![\w.]*\d)",
    "portion": (
        r"(?P<NAME>(?:\d+\s+)?(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|"
        r"eighths?|ninths?|tenths?)(?![A-Za-z])|\d+\s*/\s*\d+)(?![\w.]*\d)"
    ),
    "primekind": _word(r"(?:prime|composite)"),
    "compass": _word("north|south|east|west"),
    "sideletter": r"(?P<NAME>[abc])(?![A-Za-z0-9])",
    "radians": r"(?P<NAME>(?:\d+\s*\*?\s*)?(?:pi|π)(?:\s*/\s*\d+)?)(?![\w.]*\d)",
    "polygon": _word(
        "triangle|quadrilateral|pentagon|hexagon|heptagon|octagon|nonagon|decagon|dodecagon"
    ),
    "letter": _word("[A-Za-z]"),
    "color": _word("red|blue|green|yellow|white|black|orange|purple|pink|brown|gray|grey"),
    "described": _word(
        r"red|blue|green|yellow|white|black|orange|purple|pink|brown|gr[ae]y|silver|gold|boys?|"
        r"girls?|men|women|children|adults|defective|faulty|good|working|vowels?|consonants?|"
        r"(?:(?:red|black)\s+)?(?:aces?|kings?|queens?|jacks?|(?:face|picture|court)\s+cards?)"
        r"(?:\s+of\s+(?:hearts?|spades?|diamonds?|clubs?))?|hearts?|spades?|diamonds?|clubs?"
    ),
    "coin": _word("coins?|dice"),
    "endof": _word(r"first|last|at\s+(?:the\s+)?(?:front|beginning|start|end)|in\s+front"),
    "apart": _word(
        r"must\s+not|cannot|can't|may\s+not|refuse\s+to|never|are\s+not\s+to|should\s+not"
    ),
    "differing": _word("different|distinct"),
    "withletter": (
        rf"(?P<NAME>(?:-?\s?{_N}|[a-z](?![A-Za-z]))(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)"
        rf"(?:-?\s?{_N}|[a-z](?![A-Za-z])))+)(?![\w.]*\d)"
    ),
    "scaling": _word("doubled|tripled|halved"),
    "shifting": _word(r"(?:multiplied|divided|increased|decreased|reduced|raised)\s+by"),
    "adding": _word(r"added\s+to|subtracted\s+from"),
    "around": _word(
        r"around(?:\s+(?:its|the|it|ground))*(?:\s+(?:on\s+)?(?:the\s+)?(?:outside|inside|edge))?"
        r"(?:\s+(?:of|edge)(?:\s+(?:it|ground|the))*)?"
    ),
    "partof": _word(r"surface\s+area|area|volume|perimeter|circumference|length|width"),
    "alike": _word("cube|sphere|square|circle"),
    "statistic": _word(
        r"mean|median|mode|range|variance|standard\s+deviation|(?:lower|upper|first|third)\s+"
        r"quartile|inter-?quartile\s+range|iqr"
    ),
    "howmeant": _word(r"(?:population|sample)"),
    "unitofdata": _word("degrees?"),
    "numberkind": _word(
        r"(?:odd|prime|positive\s+even|positive\s+odd|even\s+positive|odd\s+positive)\s+"
        r"(?:numbers|integers)|primes"
    ),
    "howoften": _word("once|twice"),
    "subsetkind": _word(r"(?:proper|non-?empty)?\s*subsets"),
    "listed": r"(?P<NAME>(?:[A-Za-z0-9](?![A-Za-z0-9])\s*,\s*)+[A-Za-z0-9])(?![A-Za-z0-9])",
    "ofdice": _word("sum|total|product|difference"),
    "outcome": _word(
        r"rain(?:s|ing|y)?|snow(?:s|ing|y)?|wins?|winning|hits?(?:\s+target)?|hitting(?:\s+target)?|"
        r"success(?:es)?|succeeds?|scores?|scoring|passes|pass|late|defective|faulty"
    ),
    "eachtime": _word(
        r"(?:both|each|every)\s+(?:time|day)s?|on\s+(?:both|each|every)\s+days?|"
        r"(?:both|each|every)\s+of\s+them"
    ),
    "every": _word("all|both"),
    "nothing": _word("no|none|neither"),
    "parity": _word("odd|even"),
    "prime": _word("prime"),
    "side": _word("heads?|tails?"),
    "times": _word(r"once|twice|thrice|\d+\s+times"),
    "without": _word(
        r"without\s+(?:replacement|replacing(?:\s+(?:it|them))?|putting\s+(?:it|them)\s+back)"
    ),
    "putback": _word(r"with\s+(?:replacement|replacing(?:\s+(?:it|them))?)"),
    "currency": _word(
        r"(?:(?:us|american|british|swiss|canadian|australian|japanese|mexican|indian)\s+)?"
        r"(?:pounds?|sterling|dollars?|euros?|yen|francs?|pesos?|kron(?:er|or|a|e)|yuan|rupees?|rand|"
        r"zloty|usd|eur|gbp|jpy|chf|cad|inr)"
    ),
    "powered": _POWERED,
    "overpower": (
        r"(?P<NAME>1\s*/\s*\(?(?:√|sqrt)?\s?\(?[A-Za-z]\)?(?:\s?(?:²|³|\^[23]))?\)?)(?!\w)"
    ),
    "powerof": _word(r"(?:square\s+root|square|cube)(?=\s+of)"),
    "moreless": _word("more|less|most|least"),
    "uscoin": _word(
        r"penn(?:y|ies)|nickels?|dimes?|quarters?|half[\s-]dollars?|(?:1\s+)?dollar\s+bills?"
    ),
    "hyphened": r"(?P<NAME>\d+)-(?P<NAME_t>[A-Za-z]+)(?![A-Za-z-])",
    "cut": _word(
        r"(?:cut|sawn|broken|chopped|taken|thrown)\s+(?:off|away|out)|cut|sawn|taken|broken|removed|"
        r"trimmed\s+off|used(?:\s+up)?|lost|eaten|spilled|spilt|wasted|sold"
    ),
    "negation": _word("not"),
    "negated": _word(r"(?:do|does|did|are|is|were|was|can|have|has)(?:\s+not|n't)|cannot|not"),
    "card": _word("aces?|kings?|queens?|jacks?|hearts?|spades?|diamonds?|clubs?|red|black|face"),
    "date": (
        rf"(?P<NAME>{times.HOLIDAY_SPELLING}(?:\s*,?\s*(?:in\s+)?\d{{4}})?"
        r"|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:\s*,?\s*\d{4})?"
        r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Za-z]{3,9}\.?(?:\s*,?\s*\d{4})?|\d{4}-\d\d-\d\d)"
        r"(?![A-Za-z0-9])"
    ),
    "clock": rf"(?P<NAME>{times.CLOCK_SPELLING})(?![A-Za-z0-9:])",
    "duration": rf"(?P<NAME>{times.DURATION_SPELLING})(?![A-Za-z0-9:])",
    "angle": _word("smaller|larger|smallest|bigger|greater|acute|obtuse|reflex"),
    "span": _word("days?|weeks?"),
    "sized": rf"(?P<NAME>{_N})\s*-?\s*(?P<NAME_u>{_SPELLING}){_FOLLOWED}",
    "unitname": rf"(?P<NAME>{_RATE}){_FOLLOWED}",
    "year": r"(?P<NAME>\d{4})(?![\w.]*\d)",
    "month": _word("|".join(times.MONTHS)),
    "aside": (
        rf"(?P<NAME>(?:(?!(?:{_TURNING})(?![A-Za-z]))[A-Za-z'-]+\s+){{1,10}}"
        rf"(?!(?:{_TURNING})(?![A-Za-z]))[A-Za-z'-]+)(?![A-Za-z0-9])"
    ),
    "jobverb": _word(
        r"(?:paint|fill|finish|complete|do|mow|build|clean|dig|empty|assemble|wash|make|print|drain|"
        r"plow|plough|rake|type|pack|shovel|plant|decorate|tile|weed|harvest|unload|repair|clear|"
        r"wallpaper|sort|wrap|lay|finish\s+painting)(?:s|es|ed|d)?|does|did|empties|emptied|built|"
        r"dug|made|pumps?\s+out"
    ),
    "task": (
        r"(?:(?:same|whole|entire|full|empty)\s+)?(?:piece\s+of\s+)?"
        rf"(?P<NAME>(?!(?:alone|together|separately)(?![a-z])){_NAME}(?:\s+{_NAME}){{0,2}}?)"
        r"(?![A-Za-z])"
    ),
    "timeword": _word(rf"(?:{_TIMES})s?|hrs|mins|secs"),
    "timed": (
        rf"(?P<NAME>{_N})(?![\w%.]*\d)(?![%$€£₹])"
        rf"(?!\s*-?\s*(?:{_TIMES}|h|hrs?|mins?|s|secs?)s?(?![a-z]))"
    ),
    "worker": _word(
        rf"{_PLACED}(?:\s+{_WORKER}(?:\s+{_WORKER})?)??"
        rf"|(?:{_PLACED}\s+)?{_WORKER}(?:\s+{_WORKER}){{0,2}}?"
    ),
    "timeunit": _word("minutes?|hours?"),
    "weekday": _word("(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    "degrees": rf"(?P<NAME>-?\s?{_N})(?![\w.]*\d)(?!%)",
    "event": _word(
        r"rain(?:s|ing)?|snow(?:s|ing)?|win(?:s|ning)?|winning|success|an\s+event|event"
    ),
    "ordinal": _word(
        r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)"
    ),
    "line": _word("tangent(?:ial)?|normal|perpendicular|touching|touches|orthogonal"),
    "motion": _word("velocity|speed|acceleration"),
    "going": _word("moving|going|travell?ing|rising|climbing|ascending"),
    "most": _word(
        "max|maximum|maximal|greatest|largest|biggest|highest|most|min|minimum|minimal|least|"
        "smallest|lowest|fewest|shortest"
    ),
    "extreme": _word("minimi[sz]es?|maximi[sz]es?|minimi[sz]ing|maximi[sz]ing"),
    "hand": _word(r"(?:left|right)(?:-hand(?:ed)?)?|above|below"),
    "sign": _word("negative|minus|positive|plus"),
    "large": _word(
        r"(?:grows|increases)\s+without\s+(?:bound|limit)|(?:becomes|gets|grows|is)\s+(?:very|"
        r"arbitrarily|"
        r"infinitely)?\s*large|gets\s+(?:larger\s+and\s+larger|bigger\s+and\s+bigger)"
    ),
    "definite": _word("definite|indefinite"),
    "integration": _word("parts|u-substitution|substitution"),
    "degree": _word("linear|quadratic|cubic|quartic|quintic"),
    "count": _word("two|three|four|five|six|[2-6]"),
    "linearisation": _word("linearisation|linearization|tangent line approximation"),
    "related": _word("parallel|perpendicular"),
    "intercept": _word("[xy]-intercepts?"),
    "axis": _word("[xy]-axis"),
    "mirror": _word("[xy]-axis|origin"),
    "circle": _word("radius|diameter|centre|center"),
    "charsort": _word("letters?|digits?|numbers"),
    "sort": _word("turning|stationary|critical|inflection|inflexion"),
    "tense": _word(r"(?:is|was|will\s+be)(?:\s+(?:now|then))?|now|then"),
    "simple": _word("simple"),
    "compound": _word("compound"),
    "multiple": _word(r"twice|double|thrice|triple|half|(?:1\s+)?third|(?:1\s+)?quarter"),
    "often": _word(
        r"annually|yearly|semi-?annually|half[\s-]yearly|quarterly|monthly|weekly|daily|"
        r"(?:once|twice)\s+(?:a|per)\s+year|every\s+(?:year|(?:six|6)\s+months)"
    ),
    "way": _word(
        r"increased?|increases|rises?|rose|risen|grows?|grew|grown|gain(?:s|ed)?|"
        r"(?:goes|went)\s+(?:up|down)|decreased?|decreases|falls?|fell|fallen|drops?|dropped|"
        r"reduc(?:es|ed|e|tion)|shrank|changes?|changed|loss"
    ),
    "change": _word(
        r"increased?|decreased?|change|rise|fall|drop|reduc(?:tion|ed)|gain|loss|profit|growth|"
        r"discount|saving|raise|rises?|risen|fallen|dropped|gr(?:ow|ew|own)|saved|markup|off|"
        r"mark-up|"
        r"rose|fell|depreciation|profit\s+or\s+loss|went\s+(?:up|down)|go(?:ne)?\s+(?:up|down)|"
        r"changed|cut|decline|lost"
    ),
    "what": r"(?P<NAME>x and y|x\*y|x|y)(?![A-Za-z*])",
    "equation": r"(?P<NAME>[-0-9nxy+*/().\s]+=[-0-9nxy+*/().\s]+)(?![A-Za-z])",
    "phrase": (
        rf"(?P<NAME>(?!(?:what|find|if)\b)(?:(?!\b(?:{_VERBS})\b|,)[A-Za-z0-9./ -])+?)"
        r"(?![A-Za-z0-9.])"
    ),
    "steps": (
        r"(?P<NAME>(?:double|triple|halve|multiply|divide|add|subtract|take\s+away)(?![A-Za-z])"
        rf"(?:(?!\b(?:{_VERBS}|get|gets)\b)[A-Za-z0-9./, -])+?)(?![A-Za-z0-9.])"
    ),
}
"""By the word after the colon in ``{p:money}``; NAME is the blank's own name."""
