"""Words and phrases that say nothing about the mathematics beside a formula.

They add to :data:`vocabulary.FILLERS`, which hold everywhere. In a question about a formula there
is no story, so that who asks, where and why is neutral too.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import vocabulary

_WORDS = (
    # people, places and occasions
    "daughter's son's teacher's friend's brother's sister's tutor's lecturer's student's "
    "lesson lecture tutorial tutor professor lecturer prof friend friends classmate colleague "
    "brother sister mum dad mom son daughter student students pupil pupils child boss neighbour "
    "neighbor calculus algebra precalculus trigonometry trig arithmetic physics statistics module "
    "chapter notes notebook sheet paper booklet blackboard whiteboard board slide course "
    "coursework assignment revision revising studying study learning learn learnt learned practice "
    "practise practicing practising practiced practised prepare preparing topic past tomorrow "
    "tonight yesterday week weekend monday tuesday wednesday thursday friday homeworks hw quizzes "
    "tests exams midterm finals calculator phone computer app online website pen hand "
    "desk screen memory brain "
    # feelings and manners
    "struggling struggle trouble forgot forget forgotten remember remembering rusty hard tricky "
    "annoying difficult difficulty curious hoping hope wish love appreciate appreciated grateful "
    "glad great nice lovely cool awesome welcome cheers sorry excuse pardon mind bit totally "
    "sigh um uh er hmm oh ah well yeah yes gosh folks guys mate buddy friend team "
    "tutors assistant bot ai night greetings everyone's kind kindest regards respectfully "
    "gratefully favour favor moment minute sec happen happens able capable manage "
    # what introduces a formula
    "named called denote denotes denoted define defines defined respectively namely i.e follows "
    "shown shows presented provided provide supply supplied return report perform carry carrying "
    "proceed apply applied applying using via hence thus therefore thereby look looks looking see "
    "seen saw met facing faced set due handed assigned wrote written reads stated states sits "
    "stands appears contains form there's involving involve involves represents "
    "represented describes described belongs object statement formula formulas formulae "
    "piece mathematical symbol symbols letter letters instruction "
    "instructions task tasks part item items quantities "
    # how the answer is to look when it says nothing
    "final full appropriate suitable suitably properly correctly neatly nicely clean cleanly tidy "
    "neat usual standard conventional simple possible everything briefly short concise detail "
    "detailed details working workings reasoning method approach manually quickly swiftly line "
    "way straightforward asap later worked show showing support supporting "
    "whatever anyway actually basically literally honestly essentially ultimately overall "
    "such hint hints theres would've i'm i've we've im ive id lets whats thats u ur r pls thx ya "
    "gonna wanna gotta "
    "he's she's who's doing go goes going gone make makes making made put puts "
    "start starting started begin begins end ends ended own onto very quite too kind "
    "meant supposed required require requires requested request desired desire "
    "interested keen expected expect expects seek seeking sought "
    "explicit explicitly directly fully properly ready available needed necessary "
    "am're be-able believe guess reckon feel feels understand understood understanding follow "
    "bring brings identify identifying identified name names produce "
    "produces produced deduce deduced derive establish "
)
_NOT_HERE: Final = frozenset({"one", "ones", "correct"})
WORDS: Final = (vocabulary.FILLERS | frozenset(_WORDS.split()) | {"leave", "leaving"}) - _NOT_HERE
"""Words that may be passed over beside a formula."""

ENGLISH: Final = (
    frozenset(word for word in WORDS if len(word) > 1)
    | {
        "root",
        "sign",
        "signs",
        "roots",
        "logs",
        "row",
        "rows",
        "big",
        "old",
        "odd",
        "even",
        "day",
        "sum",
        "lot",
        "fit",
    }
) - {"me", "due"}
"""Short words that are no letters side by side."""
LONE: Final = frozenset(
    [
        "ln",
        "log",
        "sin",
        "cos",
        "tan",
        "max",
        "min",
        "hcf",
        "lcm",
        "gcd",
        "gcf",
        "lim",
        "sum",
        "det",
    ]
)
"""Names of functions, which are words where they stand alone."""

_PHRASES = (
    "from last week's tutorial|from last week's lesson|from last week|from last lesson|from last "
    "week's homework|from yesterday's lesson|work out|working out|worked out|by using|by means of|"
    "by use of|by applying|by considering|"
    "by noticing|by setting|by writing|in the same way|in this way|same way|the same pattern|"
    "same rule|them both|for all real #|defined for all real # by|for every real #|"
    "this one|that one|the following one|next one|with one|for one|is correct|correct answer|"
    "correct value|correct result|carry out|carrying out|carried out|one question|one problem|"
    "one more question|could someone check my answer|check my answer|i don't see how|i do not "
    "see how|can't see it|cannot see it|but can't see it|but i can't see it|but i am stuck|but "
    "i'm stuck|i can't do this|i can't do it|but got stuck|but i got stuck|i keep getting "
    "stuck|i am not sure how|i'm not sure how|not sure how|i don't know how|i do not know how|"
    "no idea how|i have no idea how|i can't remember how|i don't remember how|don't understand "
    "how|i don't understand|i do not understand|i don't get it|i don't get this|without a "
    "calculator|without using a calculator|without calculator|no calculator|by hand|on paper|"
    "on the board|in class|at school|in school|in my book|in our book|from my textbook|from "
    "our textbook|from the textbook|from my homework|from our homework|from a past paper|from "
    "class|from my class|from a worksheet|from my worksheet|from the worksheet|from my notes|"
    "after class|after school|before my exam|before the exam|before the test|as a warm up|warm "
    "up|came up|comes up|coming up|come up with|comes out|come out|come out to|come out as|"
    "comes out as|works out|worked out|turn out|turns out|turns out to be|figure out|figured "
    "out|find out|write out|write down|writing down|wrote down|copied down|jot down|written "
    "down|set out|write up|down here|set by|given by|defined by|described by|provided by|"
    "denoted by|specified by|represented by|stuck by|by the way|first of all|above all|only "
    "the answer|answer only|just the answer|final answer only|the answer only|only need the "
    "answer|any help|some help|a little help|a few minutes|need some help|all i need|that is "
    "all|that's all|all the best|all of the steps|all steps|all the steps|all your steps|all "
    "working|all your working|each step|every step|once more|at first|from scratch|from first "
    "to last|for all your help|help out|help me out|out of curiosity|to start with|again "
    "please|if possible|if you can|if you could|if you would|whenever you can|when you have "
    "time|long story short|one last thing|one last question|last question|next question|first "
    "question|second question|another question|next problem|first problem|another problem|next "
    "up|another one|one more|last one|next exercise|the next one|new topic|new chapter|"
    "little brother|little sister|big brother|big sister|younger brother|younger sister|"
    "older brother|older sister"
)


def _split(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(part.split()) for part in text.split("|"))


_NAMES_OF_RULES = (
    "power rule|product rule|quotient rule|sum rule|difference of two squares|"
    "difference of squares|sum of cubes|difference of cubes|square matrix|square matrices|"
    "square brackets"
)
PHRASES: Final = _split(f"{_PHRASES}|{_NAMES_OF_RULES}")
"""Phrases that may be passed over, though their words may not."""

_OPERATIONS = (
    "square squared squares cube cubed cubes sum difference product quotient reciprocal negative "
    "numerator denominator half double twice whole"
)
OPERATIONS: Final = frozenset(_OPERATIONS.split())
"""Words that ask for one thing more where they stand alone: ``the square of the radius``.

An intent may need one of them, or pass over it within a phrase; none passes over it alone.
"""

_YES_OR_NO: Final = re.compile(
    r"(?:^|\. )(?:and |so |but |then )?(?:is|are|was|were|does|did|do|has|have|am)(?= )"
    r"(?! you| i | we| anyone| anybody| someone| somebody)"
)
_BROKEN_OFF: Final = re.compile(r"\b(?:of|by|and|from|than|plus|minus|times) \.")
_ASKS_OTHERWISE: Final = re.compile(
    r"\b(?:number|numbers|amount|count|quantity) of\b|\bwhich of\b|"
    r"\b(?:show|verify|prove|check|demonstrate|confirm|justify|explain) (?:that|why|how come)\b|"
    r"\b(?:determine|see|tell me|tell|check|find|say|decide|know|verify|sure) (?:if|whether)\b|"
    r"\bhow (?:big|far|long|come|often|about|fast|quick|easy|hard|old|tall|well|soon)\b|\bwhy\b|"
    r"\bwhere (?:is|does|do|are|did)\b|\bwho\b(?= (?:is|are))"
)


def is_yes_or_no(words: tuple[str, ...]) -> bool:
    """Whether a sentence asks for yes or no: ``is # a root of #``."""
    return _YES_OR_NO.search(f"{' '.join(words)} ") is not None


def breaks_off(words: tuple[str, ...]) -> bool:
    """Whether a sentence ends where something must follow: ``what is # of``."""
    return _BROKEN_OFF.search(" ".join(words)) is not None


def asks_otherwise(words: list[str]) -> bool:
    """Whether words that are neutral one by one ask something together: ``the number of #``."""
    return _ASKS_OTHERWISE.search(f"{' '.join(words)} ") is not None
