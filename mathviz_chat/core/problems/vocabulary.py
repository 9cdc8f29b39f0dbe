"""Which words say nothing about the mathematics of a question, and which do.

A reader that looks for what it knows, wherever it stands, may pass over nothing else than what
these lists hold: words of :data:`FILLERS` anywhere, and in a story also the words that only name
things and deeds (:func:`is_scenery`). A word of :data:`MEANING` is never passed over.
"""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems import language, spoken, units

_FILLERS = (
    # articles, pronouns, auxiliaries
    "a an the this that these those there here it its i me my myself you u your yours we us our "
    "he him his she her they them their who whom is are was were be been being am do does did "
    "done have has had can could will would shall should may might must let i'm i've i'd i'll "
    "you're we're it's that's there's let's what what's whats which how "
    # what leads to the question
    "find finding found calculate calculating compute computing determine determining work "
    "working out obtain obtaining get getting got give giving gives given tell show showing "
    "state write writing down say says said ask asks asked asking answer answers question "
    "questions problem problems exercise task homework worksheet maths math mathematics class "
    "teacher exam test quiz textbook book school help helping check verify use using used need "
    "needs needing want wants wanted like try trying tried know think thinking wonder wondering "
    "suppose supposed consider considering figure carefully clearly simply just only please pls "
    "plz kindly thanks thank thx ty hi hello hey dear sir good morning afternoon evening "
    "everyone everybody someone anyone anybody ok okay so then also too really actually quickly "
    "quick easy stuck lost confused sure explain explaining steps step as in of on at to for "
    "from by with into onto and about through or where when if because since while whilst now "
    "today first come comes up came turn turns following below above one ones result results "
    "equal equals expression quantity value values number numbers possible correct exact "
    "exactly "
)
FILLERS: Final = frozenset(_FILLERS.split()) - {
    "only",
    "or",
    "first",
    "above",
    "below",
    "by",
    "from",
    "into",
    "up",
    "down",
    "out",
}
"""Words that change neither what is asked nor what is given, wherever they stand."""

_MEANING = (
    # negation, exception, comparison and quantity
    "no not none never neither nor nothing without except excluding but unless instead rather "
    "or cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't hasn't "
    "haven't hadn't couldn't shouldn't more less fewer greater smaller larger bigger lower "
    "higher taller shorter longer faster slower older younger cheaper dearer heavier lighter "
    "earlier later sooner most least fewest biggest smallest largest longest shortest highest "
    "lowest fastest slowest oldest youngest maximum minimum at-least at-most over under above "
    "below between within beyond exceeding exceeds half third quarter fifth sixth tenth thirds "
    "quarters fifths double doubled doubles triple tripled triples twice thrice times dozen "
    "pair couple several few many much some any all every each both either other others another "
    "same different rest remaining remain remains left only once again still already yet until "
    "till "
    # arithmetic
    "plus minus sum difference product quotient total altogether combined together ratio "
    "percent percentage per average mean median mode range square squared cube cubed root power "
    "reciprocal negative positive odd even prime consecutive digit digits reversed add added "
    "adds subtract subtracted multiplied multiply divided divide split shared share equally "
    "increase increased increases decrease decreased decreases raise raised rise rises rose "
    "reduce reduced reduction discount off sale tax vat tip fee profit loss interest deposit "
    "deposits withdraw withdrew withdraws "
    "including includes included include inclusive exclusive incl excl halve halves halved halving "
    "doubling tripling quadruple quadrupled quintuple monthly weekly daily hourly quarterly "
    "fortnightly half-yearly semi-annually bimonthly eighth eighths seventh sevenths ninth ninths "
    "nearest rounded deducted deduct deducts refund refunded rebate commission penalty voucher "
    "coupon free alone own separately individually reverse "
    # what mathematics names
    "area perimeter volume surface circumference radius diameter side sides base height width "
    "length depth angle angles degree degrees diagonal hypotenuse arc sector chord tangent slope "
    "gradient derivative integral limit equation inequality function curve formula unknown "
    "probability chance factor factors multiple multiples divisor remainder decimal fraction "
    "numerator denominator age ages speed rate distance time cost price worth weight concentration "
    # shapes, and what is cut out of them or put round them
    "circle circles circular semicircle semicircular rectangle rectangles rectangular squares "
    "triangle triangles triangular parallelogram rhombus kite trapezium trapezoid polygon "
    "pentagon hexagon octagon quadrilateral oval ellipse cube cubes cuboid cuboids cylinder "
    "cylinders cylindrical cone cones conical sphere spheres spherical hemisphere hemispherical "
    "pyramid prism inside outside inner hollow hole cut border path frame surrounded surrounds "
    "remaining overlap overlaps missing isosceles equilateral scalene regular irregular acute "
    "obtuse reflex opposite adjacent round l-shape l-shaped t-shaped u-shaped similar congruent "
    "enlarged scale thick thickness apart halfway midpoint "
    "point points vertex corner corners behind ahead bound bounds upper lower error "
    # order in time
    "before after ago next previous last first second then later former latter since during "
    "from now initially originally original finally eventually new old another extra additional "
    "further back return returns returning way back-to-back "
    "himself herself themselves myself yourself itself yesterday tomorrow early late daily "
    "weekly hourly monthly yearly break breaks pause pauses "
    "home homewards exterior interior external internal upstream downstream uphill downhill "
    "wind headwind "
    "tailwind current against "
    # change and transfer
    "gives gave give gets got get receives received takes took take loses lost lose spends "
    "spent spend sells sold sell buys bought buy eats ate eat uses used use pays paid pay "
    "breaks broke broken drops dropped leaves left leave joins joined join stops stopped stop "
    "rests rested wait waits waited delay delayed delays throws threw thrown finds found puts "
    "put pours poured pour empties emptied fills leak leaks leaked evaporates evaporated melts "
    "melted burn burns burned burnt grows grew grown shrinks shrank removes removed remove "
    "replaces replaced replace exchanges exchanged swaps swapped borrows borrowed lends lent "
    "returns owes owed if when would had were beat beats beating surpass surpasses "
    # what makes it another amount, another order or another way
    "ignoring ignore ignores disregarding backwards backward alternately unequally unevenly "
    "evenly partly partially mostly truncated returned stolen stole steals damaged wasted wastes "
    "waste spilled spilt spills leaking fell falls "
    "absent nobody empty remained"
)
MEANING: Final = frozenset(_MEANING.split()) | language.RELATION_WORDS
"""Words that may change what a story says: each is used, or the story is unread."""


def is_scenery(word: str) -> bool:
    """A word that names a thing, a person, a place or a deed, and no number, unit or relation."""
    lower = word.lower()
    return (
        lower.replace("'", "").replace("-", "").isalpha()
        and lower not in MEANING
        and lower not in spoken.NUMBER_WORDS
        and units.find(lower) is None
        and not any(part in MEANING or part in spoken.NUMBER_WORDS for part in lower.split("-"))
    )
