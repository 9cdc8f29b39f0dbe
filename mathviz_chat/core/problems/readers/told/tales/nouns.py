"""Which things are things of another sort, which names are of whom, which nouns are measures."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.told.amounts import singular

_SORTS: Final = {
    "animal": "sheep lamb cow calf horse pig hen chicken duck goat dog cat bird fish rabbit goose "
    "lion tiger monkey elephant rooster donkey kitten puppy turkey piglet chick duckling foal",
    "child": "boy girl son daughter kid toddler",
    "person": "boy girl man woman child adult student pupil teacher passenger kid player guest "
    "friend visitor worker parent rider member singer dancer swimmer",
    "student": "boy girl",
    "pupil": "boy girl",
    "kid": "boy girl",
    "fruit": "apple orange pear banana peach plum mango lemon grape cherry kiwi melon strawberry",
    "pet": "dog cat rabbit hamster goldfish parrot kitten puppy bird turtle",
    "flower": "rose tulip daisy lily sunflower daffodil carnation orchid violet",
    "vehicle": "car truck bus van motorcycle bike bicycle lorry motorbike",
    "tree": "oak pine maple apple\u00a0tree palm",
    "coin": "penny nickel dime quarter",
    "drink": "juice soda lemonade coffee tea milk",
    "sweet": "candy lolly chocolate toffee mint",
    "vegetable": "carrot potato onion tomato cucumber pepper cabbage",
    "bird": "duck goose hen chicken pigeon sparrow robin swan parrot chick duckling rooster turkey "
    "gosling owl",
    "toy": "car doll ball block puzzle teddy",
    "book": "novel comic textbook",
    "ticket": "adult\u00a0ticket child\u00a0ticket",
    "cutlery": "fork knife spoon",
    "instrument": "guitar piano violin drum",
    "sport ball": "football basketball",
    "furniture": "chair table desk sofa",
    "insect": "ant bee butterfly beetle fly",
}
_OF_SORT: Final = {
    sort: frozenset(one.replace("\u00a0", " ") for one in kinds.split(" "))
    for sort, kinds in _SORTS.items()
}
_MONEY: Final = {
    "money": "", "cash": "", "dollar": "USD", "euro": "EUR", "rupee": "INR", "buck": "USD",
}  # fmt: skip


def is_sort_of(thing: str, sort: str) -> bool:
    """``red apple`` is an ``apple`` and a ``fruit``; everything is a thing; no name is none."""
    if not sort or thing == sort or thing.endswith(f" {sort}"):
        return True
    return (
        bool(thing)
        and thing.split()[-1] in _OF_SORT.get(sort.split()[-1], frozenset())
        and " " not in sort
    )


def currency(noun: str) -> str | None:
    """The currency that a noun names, "" for any; None for other nouns."""
    return _MONEY.get(noun)


def is_measure(thing: str) -> bool:
    """Whether there may be a half of it: metres and litres, not apples."""
    last = thing.split()[-1] if thing else ""
    return units.find(last) is not None or units.find(f"{last}s") is not None


_PLURALS: Final = {
    "child": "children", "person": "people", "man": "men", "woman": "women", "mouse": "mice",
    "foot": "feet", "knife": "knives", "loaf": "loaves", "half": "halves", "shelf": "shelves",
    "leaf": "leaves", "goose": "geese", "tooth": "teeth", "sheep": "sheep", "fish": "fish",
}  # fmt: skip


def plural(thing: str) -> str:
    """``cards``, ``litres of water``; as it is where that would not lead back to it."""
    substance, _, last = thing.rpartition(" ")
    if substance and units.find(last) is not None:
        return f"{plural(last)} of {substance}"
    unit = units.find(thing)
    if unit is not None and unit.symbol == thing != unit.name:
        return thing
    *before, last = thing.split() or [""]
    guess = _PLURALS.get(last)
    if guess is None and last.endswith("y") and last[-2:-1] not in tuple("aeiou"):
        guess = f"{last[:-1]}ies"
    if guess is None:
        guess = f"{last}{'es' if last.endswith(('s', 'x', 'ch', 'sh', 'z')) else 's'}"
    return " ".join((*before, guess if singular(guess) == last else last))


_BOYS = (
    "adam adrian alan albert alex ali andrew andy anthony arthur ben benjamin bill billy bob "
    "bobby brad brian bruce carl carlos charlie chris colin craig dan daniel dave david dean "
    "dennis diego don douglas dylan eddie edward eli eric ethan evan farid frank fred gary george "
    "gerald greg hans harry hassan henry hugo ian ivan jack jacob jake james jason jeff jerry jim "
    "jimmy joe joel john johnny jonathan jose joseph josh joshua juan justin keith ken kevin kofi "
    "kyle larry leo leon liam logan louis lucas luis luke marcus mark martin matt matthew max "
    "michael mike miguel mohamed nathan ned neil nick noah oliver omar oscar owen patrick paul "
    "pedro pete peter phil philip ralph randy ray raymond richard rick rob robert roger ron ryan "
    "samuel scott sean simon stan stephen steve steven tariq ted terry thomas tim todd tom tommy "
    "tony trevor tyler victor vincent walter will william yusuf zach"
)
_GIRLS = (
    "abby abigail alice alicia alison amanda amelia amina amy ana andrea angela anita ann anna "
    "anne annie barbara becky beth betty carla carol caroline cathy charlotte chloe christina "
    "cindy clara claire diana donna dora dorothy eleanor elena ella ellen elizabeth emily emma "
    "erin eva evelyn fatima fiona gina gloria grace hannah heather helen holly ines irene isabel "
    "isabella jane janet jasmine jen jenna jennifer jenny jessica jill joan joanna joy judy julia "
    "julie karen kate katherine kathy katie kayla kelly kim kimberly laura lauren lena leah lily "
    "linda lisa lucy lydia maria marie mary maya megan melissa mia michelle molly monica nadia "
    "nancy natalie nicole nina nora olga olivia pam pamela patricia paula penny priya rachel "
    "rebecca rita rosa rose ruth sally samantha sandra sara sarah sofia sophia sophie stacy "
    "stella sue susan tanya tara teresa tina uma valerie vanessa vera victoria wendy yara yasmin "
    "zoe"
)
_SHE = "mother mom mum sister daughter aunt girl woman grandmother wife niece lady queen waitress"
_HE = "father dad brother son uncle boy man grandfather husband nephew king waiter"
GENDERS: Final = {
    **dict.fromkeys((*_BOYS.split(), *_HE.split()), "m"),
    **dict.fromkeys((*_GIRLS.split(), *_SHE.split()), "f"),
}
"""Of common first names and of words for relatives: whom ``he`` and ``she`` cannot mean."""


def gender(name: str) -> str:
    """``m``, ``f``, or "" where the name does not tell."""
    return GENDERS.get(name.lower().split()[-1], "") if name else ""
