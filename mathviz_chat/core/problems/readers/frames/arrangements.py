"""Orders of things, of the letters of a word, and codes: each place is filled on its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.tokens import words

_KINDS = r"(?:different |possible |distinct |distinguishable |unique |separate )*"
_THERE = (
    r"(?: (?:are|is|there|possible|can|could|be|may|does|do|will|would|have|has|make|made|formed|"
    r"form|create|created|i|you|we|she|he|they|it|them|all|put|arrange|arranged|set|chosen|"
    r"written|placed|stand|sit|line up|up|down|get|out|of|rearrange|rearranged))*"
)
_TURNING: Final = words(
    "vowel vowels consonant consonants together apart adjacent alternate alternating alternately "
    "start starts starting begin begins beginning end ends ending identical reversed palindrome "
    "must want wants insist insists refuse refuses cannot can't side beside neighbours middle "
    "centre "
    "front back separated between twins friends edge edges left right "
    "boys girls men women couple couples increasing decreasing alphabetical sum"
)
"""Words that set a condition on the order."""


def _is_free(found: Found) -> bool:
    return not _TURNING & {*found.text.split()}


def _anagrams(found: Found) -> str | None:
    """All letters of the word, as many as are said to be there."""
    name, counts = found.word("name"), {*found.texts("word"), *found.texts("")}
    if not name or not _is_free(found) or not counts <= {str(len(name))}:
        return None
    return f"In how many ways can the letters of {name.upper()} be arranged?"


_SHORT: Final = 20
_FEW: Final = 2
"""Words and sentences: a longer story may set a condition by the names of those who stand there."""


def _orders(found: Found) -> str | None:
    (count,) = found.texts("things")
    said = found.text.split()
    if not count.isdigit() or not _is_free(found) or len(said) > _SHORT or said.count(".") > _FEW:
        return None
    return f"In how many ways can {count} people stand in a row?"


_SIZES: Final = {"letter": 26, "digit": 10, "coin": 2, "die": 6, "dice": 6, "question": 2}

_INDEPENDENT: Final = words("coin die dice question wheel dial ring")


def _places(found: Found) -> Iterator[tuple[int, int]]:
    """How many places there are of each sort, and how many signs each of them may have."""
    given = [int(text) for text in found.texts("range")]
    own = given[1] - given[0] + 1 if len(given) == 2 else 0
    for count, sort in zip(found.texts("places"), found.every("sort"), strict=True):
        name = sort.removesuffix("s")
        size = _SIZES.get(name, own)
        yield int(count), own if own and name == "digit" else size


def _codes(found: Found) -> str | None:
    """A product with a factor for each place: one less each time where none may come twice."""
    texts = (*found.texts("places"), *found.texts("range"))
    if not all(map(str.isdigit, texts)) or not _is_free(found):
        return None
    if len(found.texts("places")) != len(found.every("sort")) or {*found.texts("_free")} - {"0"}:
        return None
    places, once = [*_places(found)], bool(found.word("once"))
    apart = {sort.removesuffix("s") for sort in found.every("sort")} <= _INDEPENDENT
    if not (once or apart or found.every("free")):
        return None  # whether one may come twice is not said
    total = sum(count for count, _ in places)
    if any(int(text) != total for text in found.texts("once") if text.isdigit()):
        return None
    if any(size < 2 or count < 1 or (once and count > size) for count, size in places):
        return None
    if once:
        factors = [str(size - k) for count, size in places for k in range(count)]
    else:
        factors = [f"{size}^{count}" for count, size in places]
    return f"Calculate {'*'.join(factors)}."


_TOSSED = r"(?:is |are )?(?:tossed|flipped|thrown|spun|rolled)"
_RANGE = (
    r"(?:(?:numbered|digits|numbers|labelled|marked|showing|from|with|using|has|having|each) )+"
    r"#n (?:to|through) #n"
)
_CODE_NAMES = (
    r"(?:codes?|pins?|pin codes?|passwords?|passcodes?|combinations?|number plates?|plates?|"
    r"possibilities|outcomes|results|ways|sequences|strings|keys|serial numbers|phone numbers)"
)

FRAMES: Final = (
    Pieces(
        words="letters|anagrams|anagram|word|name|letter",
        parts={
            "word": (
                r"(?:all )?(?:(?:#n )?letters )?(?:of|in|from|for|using|does|has) (?:(?:word"
                r"|name) )?"
                r"(?P<name>(?!word\b|letters\b|all\b|different\b|these\b)[a-z]{3,})"
                r"(?: (?:have|be (?:written|arranged|rearranged|ordered|put)))?"
                r"|(?:word|name) (?P<name>[a-z]{3,})"
            ),
            "_all": (
                r"(?:using|use) (?:all|every|each)(?: of)?(?: its)? letters?(?: once| exactly "
                r"once)?"
            ),
        },
        asks={
            "orders": (
                rf"(?:in )?how many {_KINDS}(?:ways|orders|arrangements|anagrams|permutations)"
                rf"(?: of)?{_THERE}(?:(?: all)?(?: (?:the )?#n)? letters)?(?= (?:of|in|from|does"
                rf"|has|for|using))"
            )
        },
        says={"orders: word": _anagrams},
        allowed="letters letter word rearrange arrange out written",
    ),
    Pieces(
        words="row|line|shelf|queue|order|orders|arrange|arranged|arrangements|ways",
        parts={
            "_where": (
                r"(?:(?:stand|sit|line up|queue up|placed|put|arranged|seated|stood|displayed"
                r"|hung) )?"
                r"(?:in|on|into) (?:one |straight |single )*(?:row|line|shelf|queue|wall|bench"
                r"|order)"
                r"|one after another|lined up"
            ),
            "things": (
                r"(?:all )?#n (?:different |distinct )?(?!of\b|from\b|at\b|letters\b)[a-z]\w*(?! "
                r"of\b| from\b)"
            ),
        },
        asks={
            "orders": (
                rf"(?:in |work out )?how many {_KINDS}(?:ways|orders|arrangements|permutations)"
                rf"(?: (?:to|of))?{_THERE}"
            )
        },
        says={"orders: things": _orders},
        allowed="arrange order all put hang them be seated placed different",
    ),
    Pieces(
        words=(
            "digit|digits|wheel|wheels|dial|dials|letters|coin|coins|dice|die|code|codes|password|"
            "passwords|pin|pins|questions"
        ),
        parts={
            "range": rf"{_RANGE}|digits #n to #n|#n to #n(?= \.|$)",
            "_free": (
                r"(?:(?:and|if|but|where|when) )?(?:(?:digits|letters|numbers|they|characters|"
                r"repeats|repetition|repeated digits|repetitions|(?:leading|initial|first) #n) )"
                r"(?:(?:and|or) (?:digits|letters) )?(?:can|may|is|are)(?: be)? (?:repeated"
                r"|allowed|"
                r"permitted|used more than once|used again)|(?P<free>with) repetition(?: allowed)?"
                r"|it (?P<free>can|may) (?:start|begin) with #n"
            ),
            "once": (
                r"(?:(?:and|if|but|where|when|that|which) )?(?:(?P<once>no) (?:digit|letter|number|"
                r"character)s?(?: (?:or|and) (?:digit|letter)s?)? (?:is|are|may be|can be)(?: to "
                r"be)? "
                r"(?:repeated|used twice|used more than once)|(?P<once>no) (?:repeats|repetition)"
                r"(?: (?:is|are) allowed)?|(?P<once>without) (?:repetition|repeats|repeating)"
                r"|(?:consist of|have|has|contain|with|made of|use|all) (?:#n "
                r")?(?P<once>different) "
                r"(?:digits|letters|numbers)|(?:digits|letters|they|numbers) (?:are|must be) "
                r"(?:all )?(?P<once>different))"
            ),
            "places": (
                rf"(?P<sort>coin|die|dice) {_TOSSED} #n times|#n (?P<sort>coins|dice) (?:are "
                rf")?{_TOSSED}"
                r"|#n (?:capital |upper-case |lower-case |english )?(?P<sort>letters)"
                r"|#n (?P<sort>digits?)(?! numbers?\b)|#n (?:numbered |rotating )?(?P<sort>wheels"
                r"|dials|rings)"
                r"|#n (?:true or false|true-false|yes or no) (?P<sort>questions)"
            ),
            "_then": (
                r"(?:are )?(?:followed|then) by|then|(?:lock|combination|code|pin|password"
                r"|passcode)s?"
            ),
        },
        asks={"codes": rf"how many {_KINDS}{_CODE_NAMES}{_THERE}"},
        says={
            f"codes: places{more}{rest}": _codes
            for more in ("", " places", " places places")
            for rest in ("", " once", " range range", " once range range", " once once")
        },
        allowed="takes uses use using has have by with from made each digits answer code pin be or",
    ),
)
