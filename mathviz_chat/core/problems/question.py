"""From the text of a question to a formal problem, by rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from functools import lru_cache
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems import (
    answer_form,
    asides,
    asked,
    both_asked,
    chatter,
    clauses,
    everyday,
    first_principles,
    foreign,
    hurried,
    language,
    leads,
    misreadings,
    parts,
    picture_requests,
    populations,
    recount,
    remarks,
    selecting,
    spoken,
    times_until,
    worded,
)
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.problem import Form, Kind, Problem, Unread
from mathviz_chat.core.problems.readers import (
    FORMULAS,
    PHRASED,
    TALES,
    TOLD,
    WORD_PROBLEMS,
    Reader,
    congruences,
    frames,
    matrix_questions,
    modelled,
    paraphrases,
    progressions,
    restated,
    root_questions,
    school,
    spotted,
    term_questions,
    wordings,
)
from mathviz_chat.core.problems.readers.school import (
    one_formula,
    sides_in_letters,
    small_words,
    stories_said,
    unknown_choices,
)
from mathviz_chat.core.problems.readers.worded import FAMILIES
from mathviz_chat.core.problems.slips import respelled
from mathviz_chat.core.reading import find_math
from mathviz_chat.core.reading.tree import Statement
from mathviz_chat.core.reading.widths import plain_widths

SHORT: Final = 8  # words of a question that is told what is wrong with its formula
MAX_SHOWN: Final = 60  # characters of it
_TASK_WORDS = (
    "add angle angles area asymptote asymptotes average calculate compute converge converges "
    "convert decimal derivative derivatives diverge diverges "
    "determinant differentiate distance divide divided equal equals equation equations "
    "evaluate expand expression factor factorise factorize factors formula fraction function "
    "gcd graph half hcf minus odd hypotenuse inequality integral integrate lcm limit maximum mean "
    "median minimum multiply percent percentage perimeter plus polynomial prime probability "
    "product quotient remainder root roots round simplify slope solution solutions solve "
    "speed square squared subtract sum times total volume"
)
TASK_WORDS: Final = frozenset(_TASK_WORDS.split())
"""Words of a turn that asks something mathematical."""

_ABOUT_THE_ANSWER = re.compile(
    r"\b(?:step|steps|line|lines|part|hint|point|number|problem|question|exercise|answer)\s*#?\d+\b"
    r"|\b(?:step|line)s?\s+(?:one|two|three|four|five)\b",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"^\s*(?:why|how\s+come|explain|what\s+(?:do|did|does)\s+(?:you|that|this|it)\b(?!\s+(?:get|"
    r"have|obtain))|i\s+(?:don'?t|do\s+not)|"
    r"where\s+(?:did|does|do)|how\s+did|are\s+you|who|thanks|thank|can\s+you\s+(?:explain|repeat)|"
    r"is\s+that|again|more|hint|go\s+on|continue(?!\s+(?:the|this)\s+(?:pattern|sequence|series|"
    r"list))|repeat)\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow\s+(?:many|much)\b", re.IGNORECASE)
_RELATION = re.compile(r"\d\s*[-+*/^×÷·=<>]|[-+*/^×÷·=<>]\s*\d|[=<>^∫√]|\\[a-z]{3,}")

_REAL: Final = re.compile(
    r"\breals?\b|ℝ|\\mathbb|\b(?:rational|integers?|whole|natural|positive|negative|intercepts?|graph|"
    r"curve|parabola|axis|cross(?:es)?|zeros?|zeroes)\b|\b(?:in|∈)\s*(?:[RZQN]\b|\[|\()|[∈<>≤≥]",
    re.IGNORECASE,
)
"""Words and signs that restrict the solutions to real numbers."""


def is_restricted(text: str) -> bool:
    """Whether a question restricts its unknown to real numbers, or to some of them."""
    return _REAL.search(text) is not None


def read_question(text: str) -> Problem | Unread:
    """Read one question; never raises, whatever the text.

    Rules only: a question is read where exactly one reading uses all of it. One that is not is
    tried again with the slips in its words mended, without remarks, and with a plain beginning;
    then without what it says about the solutions of an equation.
    """
    if len(text) > language.MAX_LENGTH:
        return Unread(f"The question is longer than {language.MAX_LENGTH} characters.")
    return _read(plain_widths(text))


@lru_cache(maxsize=32)
def _read(text: str) -> Problem | Unread:
    """The reading of a text; solving and checking ask for that of the same one several times."""
    if (derived := first_principles.read(text, _without_doubt)) is not None:
        return derived
    found = answer_form.read(text, _without_doubt) or _without_doubt(text)
    if isinstance(found, Problem) or not found.formal:
        return found
    return both_asked.read(text, _without_doubt) or found


def _without_doubt(text: str) -> Problem | Unread:
    found = _found(text)
    doubt = misreadings.doubt(text, found) if isinstance(found, Problem) else ""
    if isinstance(found, Problem) and _may_be_complex(found) and is_restricted(text):
        found = replace(found, real=True)
    if isinstance(found, Problem):
        found = _with_lead(text, found)
    return Unread(doubt) if doubt else found


def _with_lead(text: str, problem: Problem) -> Problem:
    """With the rule behind an equation or a computation that is not the question's own."""
    if problem.kind is Kind.PARTS:
        return replace(problem, parts=tuple(_with_lead(text, part) for part in problem.parts))
    found = leads.lead(text, problem) or school.lead(text, problem)
    return replace(problem, lead=found) if found else problem


def _may_be_complex(problem: Problem) -> bool:
    """An equation, of which all solutions are asked."""
    return problem.kind is Kind.EQUATION and problem.form is Form.SOLUTIONS


def _found(text: str) -> Problem | Unread:
    language = foreign.language_of(text) if is_formal(text) else ""
    if language:
        return Unread(f"Questions are read in English only; this one seems to be {language}.")
    if populations.tells_the_end(text):
        return _unread(text)
    if counted := unknown_choices.chosen(text):  # before nC2 is read as a product
        return selecting.read(counted, _plainly) or _unread(text)
    grown = populations.said_again(text) or times_until.said_again(text)
    found = _plainly(text if grown is None else grown.question)
    if grown is not None and grown.unit and isinstance(found, Problem):
        return _in_unit(found, grown.unit)
    if isinstance(found, Problem) or not found.formal:
        return found
    mended = _mended(text)
    ways = (
        small_words.chosen,
        sides_in_letters.chosen,
        one_formula.chosen,
        stories_said.chosen,
    )
    said = next(filter(None, (way(mended) for way in ways)), "")
    again = selecting.read(said, _plainly) if said else None
    chosen = selecting.read(mended, _plainly) or again or _chosen(mended)
    return chosen or _modelled(mended) or found


def _modelled(text: str) -> Problem | None:
    """A value of a formula whose letters the words round it name."""
    said = modelled.said_again(text) or modelled.said_again(_without_asides(text))
    if said is None:
        return None
    found = selecting.read(said.question, _plainly) or _plainly(said.question)
    if isinstance(found, Unread) or not said.unit:
        return found if isinstance(found, Problem) else None
    return _in_unit(found, said.unit)


def _in_unit(problem: Problem, unit: str) -> Problem:
    read_as = f"{problem.read_as.rstrip('.')}, in {unit}."
    return replace(problem, unit=unit, read_as=read_as)


def _chosen(text: str) -> Problem | None:
    """Some of the solutions of an equation that a spotted intent, or a story, makes."""
    bare = _without_asides(text)
    stories = (frames.said_again(way) for way in (bare, everyday.plain(bare)))
    for said in (spotted.said_again(text), spotted.said_again(bare), *stories):
        found = selecting.read(said, _as_it_stands) if said else None
        if found is not None:
            return found
    return None


def _plainly(text: str) -> Problem | Unread:
    """The reading without what may be said about the solutions of an equation."""
    found = _as_it_stands(text)
    if isinstance(found, Problem) or not found.formal:
        return found
    tried = {text}
    for way in _other_ways(text):
        again = _as_it_stands(way) if way and way not in tried else found
        if isinstance(again, Problem):
            return again
        tried.add(way)
    return found


def _other_ways(text: str) -> Iterator[str]:
    """With its slips mended, said in other words; then the same without asides."""
    mended = _mended(text)
    yield mended
    bare = remarks.without(mended)
    yield from _in_other_words(mended, bare)
    plain = _without_asides(mended)
    if plain != bare:
        yield plain
        yield from _in_other_words(plain, plain)
    everyday_ = plain if chatter.holds_formula(plain) else everyday.plain(plain)
    if everyday_ != plain:
        yield everyday_
        yield from _in_other_words(everyday_, everyday_)


def _mended(text: str) -> str:
    """With its slips put right, and in the notation of a careful question."""
    return hurried.plain(respelled(text))


def _without_asides(text: str) -> str:
    """Asides may stand between remarks, and remarks between asides."""
    bare = asides.without(remarks.without(asides.without(text)))
    return chatter.without(bare)


def _in_other_words(mended: str, bare: str) -> Iterator[str]:
    """Without remarks, with a plain beginning, and said in other words."""
    yield school.said_again(mended) or school.said_again(bare)
    yield remarks.restated(mended)
    yield bare
    yield remarks.restated(bare)
    yield paraphrases.said_again(mended)
    yield paraphrases.said_again(bare)
    yield paraphrases.said_again(remarks.restated(bare))
    yield wordings.said_again(mended)
    yield restated.said_again(bare)
    yield wordings.said_again(bare)
    yield matrix_questions.said_again(bare) or term_questions.said_again(bare) or ""
    yield root_questions.said_again(mended) or root_questions.said_again(bare) or ""
    yield spotted.said_again(mended) or spotted.said_again(bare)
    yield frames.said_again(bare)
    yield progressions.said_again(mended) or progressions.said_again(bare) or ""


def _as_it_stands(text: str) -> Problem | Unread:
    labelled = parts.labelled(text)
    if labelled:
        options = _read_one(text, clauses.cut(text))
        if isinstance(options, Problem) and options.kind in _WITH_OPTIONS:
            return options
        return _in_parts(text, labelled)
    cut = clauses.cut(text)
    whole = _read_one(text, cut)
    if cut is None and isinstance(whole, Unread):
        return _in_parts(text, parts.unlabelled(text))
    return whole


_WITH_OPTIONS: Final = frozenset({Kind.CHOOSE, Kind.SORT})
"""What may name its values (a), (b), ..."""


def _in_parts(text: str, found: tuple[tuple[str, str], ...]) -> Problem | Unread:
    """A question with several parts: all of them are read, or none is."""
    each = parts.cut(text, tuple(question for _, question in found)) if found else None
    if each is None:
        return Unread("It asks more than one thing: ask them one at a time.", is_formal(text))
    problems: list[Problem] = []
    for (label, question), one in zip(found, each, strict=True):
        whole = clauses.cut(question, text)
        spare = () if whole is None else tuple(s for s in whole.given if s not in one.given)
        problem = _read_one(question, one, spare)
        for way in filter(None, _other_ways(question)):
            if isinstance(problem, Problem):
                break
            again = _read_one(way, clauses.cut(way, text), spare)
            problem = again if isinstance(again, Problem) else problem
        if isinstance(problem, Unread):
            return Unread(f"Part ({label}): {problem.reason}", problem.formal or is_formal(text))
        problems.append(problem)
    labels = tuple(label for label, _ in found)
    read_as = " ".join(f"({n}) {p.read_as}" for n, p in zip(labels, problems, strict=True))
    return Problem(Kind.PARTS, Form.PARTS, read_as, labels=labels, parts=tuple(problems))


def _read_one(
    text: str, cut: Clauses | None, spare: tuple[Statement, ...] = ()
) -> Problem | Unread:
    """spare: definitions that belong to other parts of the question and may be left unused."""
    congruence = congruences.read(text)
    if congruence is not None:
        return congruence
    found, failed = _attempted(
        lambda: (set() if cut is None else _by_clauses(cut)) | _by_wording(text, spare)
    )
    if not found:
        found, again = _attempted(lambda: _by_places(text, spare) | _by_facts(cut))
        failed = failed or again
    if not found and cut is not None:
        found, again = _attempted(lambda: {one for one in [TALES(cut)] if one is not None})
        failed = failed or again
    if not found and failed:
        return Unread(failed)
    if len(found) > 1 and not _give_the_same(found):
        return Unread("It can be read in more than one way: say which is meant.")
    return min(found, key=lambda one: one.read_as) if found else _unread(text)


def _give_the_same(found: Set[Problem]) -> bool:
    """Whichever reading is meant, the value asked for is proved to be the same number."""
    values = [one.expression for one in found if one.expression is not None and _is_one_value(one)]
    shapes = {(one.form, one.unit, one.places, one.figures) for one in found}
    return (
        len(values) == len(found)
        and len(shapes) == 1
        and all(identity(values[0], value).outcome is Outcome.PROVED for value in values[1:])
    )


def _is_one_value(problem: Problem) -> bool:
    plan = problem.plan
    return plan is not None and not (problem.conditions or problem.labels or plan.enumerations)


def _attempted(read: Callable[[], set[Problem]]) -> tuple[set[Problem], str]:
    """The readings, and why they could not be made where a value in the question is impossible."""
    try:
        return read(), ""
    except (recount.NotEvaluated, ArithmeticError, ValueError) as error:
        return set(), recount.sentence(error)


def _by_clauses(cut: Clauses) -> set[Problem]:
    """The readings by the statements that are given and the one thing that is asked."""
    readers: list[Reader] = list(WORD_PROBLEMS.values())
    if not cut.facts:
        readers += FORMULAS.values()
    return {problem for read in readers if (problem := read(cut)) is not None}


def _by_facts(cut: Clauses | None) -> set[Problem]:
    """The readings of stories whose clauses are facts about quantities."""
    readers = () if cut is None else TOLD.values()
    return {problem for read in readers if cut is not None and (problem := read(cut)) is not None}


def _by_wording(text: str, spare: tuple[Statement, ...]) -> set[Problem]:
    """The readings by the words around the places that hold mathematics."""
    found: set[Problem] = set()
    for question in asked.read_asked(text):
        for read in PHRASED.values():
            question.used.clear()
            problem = read(question)
            if problem is not None and question.uses_all_but(spare):
                found.add(problem)
    return found


def _by_places(text: str, spare: tuple[Statement, ...]) -> set[Problem]:
    """The readings by clauses in any order, between places named by what stands in them."""
    masked = worded.masked(text)
    if masked is None:
        return set()
    return {problem for family in FAMILIES for problem in family.read(masked, spare)}


def _unread(text: str) -> Unread:
    if not is_formal(respelled(text)):
        return Unread("It asks nothing that can be computed.", formal=False)
    if misreadings.leaves_divisor_open(text):
        return Unread(
            "Say whether the values are a sample or the whole population: "
            "it is divided by n - 1 or by n."
        )
    if picture_requests.is_told(text):
        return Unread("It asks for a picture: --plot draws it, or /plot in a conversation.")
    if (broken := _broken_formula(text)) is not None:
        return Unread(broken)
    return Unread(
        "The rules for questions do not read this one: write it plainly, such as "
        '"Solve 2x + 3 = 11", or ask a model (--solver model).'
    )


def _broken_formula(text: str) -> str | None:
    """``"3x + = 7" cannot be read at character 6: ...``: its one formula is none."""
    regions = find_math(text)
    if len(regions) != 1 or len(text.split()) > SHORT or regions[0].error is None:
        return None
    error = regions[0].error
    shown = regions[0].text[:MAX_SHOWN]
    return f'"{shown}" cannot be read at character {error.place + 1}: {error.reason}'


def is_formal(text: str) -> bool:
    """Whether the turn asks something mathematical, read or not: not ``hi``, ``explain step 2``."""
    text = _ABOUT_THE_ANSWER.sub(" ", text)
    if _RELATION.search(text):
        return True
    if _TALK.match(text):
        return False
    words = set(re.findall(r"[a-z]+", text.lower()))
    counts = _HOW_MANY.search(text) and words & spoken.NUMBER_WORDS.keys()
    return bool(re.search(r"\d", text) or TASK_WORDS & words or counts)
