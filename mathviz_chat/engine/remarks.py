"""Turns that ask for no mathematics: "hello", "thanks", "what can you do?". Pure functions of text.

Each pattern spans the whole turn, so that "hi, what is 2 + 3?" stays a question.
"""

from __future__ import annotations

import re
from typing import Final

_END: Final = r"[\s,]*(?:there|all|again|everyone|tutor|mathviz|mathviz-chat)?[\s,.!?:;)]*"
_ASK: Final = "Ask me an exercise, such as: Solve for x: 3x + 7 = 22"
_ABILITIES: Final = (
    "I work exercises out step by step, and each step is checked: arithmetic, fractions, "
    "percentages, equations, systems, inequalities, derivatives, integrals, limits, matrices, and "
    "stories that are plainly told.\n"
    'After one you can ask "why?", "do it another way" or "give me another one", or type your own '
    "answer to have it marked.\n"
    "In the chat, /hint QUESTION gives hints only, and /help lists the commands."
)
_IDENTITY: Final = (
    "I am mathviz-chat, a maths tutor for the terminal. A small language model or SymPy works an "
    "exercise out, and a checker that trusts neither of them marks each step."
)
_HELP: Final = (
    "Type the exercise as it stands in front of you, numbers and all. In the chat, "
    "/hint QUESTION tells only what to do next, and /check LINES marks your own working."
)

_REPLIES: Final = tuple(
    (re.compile(pattern + _END, re.IGNORECASE), reply)
    for pattern, reply in (
        (
            r"(?:hi+|hello+|hey+|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|yo|"
            r"moin|hallo|hola|bonjour|salut|ciao|servus|guten (?:tag|morgen|abend))",
            f"Hello! {_ASK}",
        ),
        (
            r"(?:(?:hi|hello|hey)[\s,!.]+)?(?:how are you(?: (?:doing|today))*|how(?:'s| is) it "
            r"going|what'?s up|nice to meet you)",
            f"All is well here. {_ASK}",
        ),
        (
            r"(?:ok(?:ay)?[\s,]+|great[\s,]+)?(?:thanks?(?: you)?(?: (?:so|very) much| a lot)?|"
            r"thx|ty|cheers|danke(?: schön)?|merci|gracias|grazie)"
            r"(?:[\s,]+(?:that helped|for (?:your|the) help|bye))?",
            "You are welcome.",
        ),
        (
            r"(?:good ?bye|bye(?:[- ]bye)?|see you(?: later)?|cu|good night|tschüss|au revoir|"
            r"adios)",
            "Goodbye! In the chat, Ctrl-D leaves.",
        ),
        (
            r"(?:ok(?:ay)?|great|cool|nice|perfect|super|wow|awesome|well done|good(?: job)?|"
            r"got it|i see|i (?:understand|get it)(?: now)?|(?:that )?makes sense|ah+|aha|oh|lol)",
            "Good. Type the next one when you like.",
        ),
        (
            r"(?:(?:so|and)[\s,]+)?(?:what (?:can|do) (?:you|i) (?:do|ask)"
            r"(?: here| for me| you| with (?:this|you))?|"
            r"what (?:are you|is this) (?:for|able to do)|"
            r"how (?:do|can) i use (?:this|you|it)|how does (?:this|it) work|what is this|"
            r"what (?:topics|subjects|kinds? of (?:maths?|questions|exercises|problems)) "
            r"(?:can|do) you (?:do|know|solve|answer))",
            _ABILITIES,
        ),
        (
            r"(?:who (?:are|r) (?:you|u)|what are you|what(?:'s| is) your name|who (?:made|built|"
            r"wrote) you|are you (?:an? )?(?:ai|bot|robot|human|person|real|chatgpt|gpt|llm|"
            r"language model|teacher))",
            _IDENTITY,
        ),
        (
            r"(?:please[\s,]+)?(?:help(?: me)?(?: please)?|i(?:'m| am) (?:stuck|lost|confused)|"
            r"i need (?:some )?help|can you help(?: me)?)(?: with (?:my |this |some )?(?:maths?|"
            r"math homework|maths homework|homework|exercise|something))?(?:[\s,]+please)?",
            _HELP,
        ),
        (
            r"i (?:hate|don'?t like|can'?t do) maths?|i(?:'m| am) (?:bad|terrible) at maths?|"
            r"i(?:'m| am) (?:bored|tired)",
            "One step at a time. In the chat, /hint QUESTION tells only what to do next.",
        ),
        (r"(?:test(?:ing)?|are you (?:there|ready))", f"I am here. {_ASK}"),
    )
)


def reply_to(text: str) -> str | None:
    """The fitting reply to a greeting or a remark about the program; None for any other turn."""
    text = text.strip().replace("’", "'")
    for pattern, reply in _REPLIES:
        if pattern.fullmatch(text):
            return reply
    return None
