"""The words of questions that count: one for each thing, whatever it is called."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.synonyms.family import synonyms

KEYS: Final = re.compile(
    r"\b(?:how many|number of|ways|work out|evaluate|calculate|what is|find|arrange\w*)\b", re.I
)
SAID: Final = synonyms(
    (r"\bu\b", "you"),
    (r"(?<=digits )(\d)\s*-\s*(\d)\b", r"\1 to \2"),
    (r"\b(\d+)[\s-]+digits?\b(?=\s+(?:\w+\s+)?(?:numbers?|integers?|pins?|codes?|passcodes?|"
     r"passwords?|combinations?))", r"\1 digit"),
    (r"\b(?:in )?how many (?:different |distinct |possible )*ways "
     r"(?:can|could|are there (?:to|of)|is it possible to|to|may|do)\b|"
     r"\b(?:find |what is |give )?(?:the )?number of (?:different |distinct |possible )*ways "
     r"(?:to|of|in which|that)\b|\bways (?:of|to)\b", "how many ways"),
    (r"\barr?ang?e?ing\b|\brearranging\b|\bordering\b", "arrange"),
    (r"\b(?:rearrange[d]?|aranged?|arranged|ordered|permuted)\b", "arrange"),
    (r"\b(?:selected|picked|formed|made|elected|taken|drawn up|created|made up|produced|"
     r"constructed|built)\b", "chosen"),
    (r"\b(?:select|pick|form|make|elect|create|construct|choosing|picking|selecting|forming)\b",
     "choose"),
    (r"\b(?:persons?|students?|members?|players?|friends?|candidates?|employees?|pupils?|kids|"
     r"teachers?|workers?|guests?|runners?|athletes?|volunteers?)\b", "people"),
    (r"\b(?:committee|delegation|panel|jury|squad|subcommittee|group)s?\b", "committee"),
    (r"\b(?:everybody|everyone|every person|each person|each people|each of them|each 1|all of "
     r"them|they all|each(?! other))\b", "everyone"),
    (r"\b(?:different|distinct|possible)\b(?! digits)", " "),
)  # fmt: skip
