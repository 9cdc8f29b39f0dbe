"""English words that matter where prose and mathematics meet."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.reading.words import words

SHORT_WORDS: Final = words(
    """
    a about ace act add ago aid aim air all also am an and any are arm art as ask at bad bag
    bar bat be bed bee beg bet bid big bit box boy bud bug bus but buy by can car cat cow
    cup cut day did die dig do does dog due each ear eat eg egg end etc ever eve eye fan far
    fat fed fee few fit fix fly for fox fun gas get go god got gum gun gym had ham has hat
    he hen her him hip his hit hop hot how ice ie if ill in ink inn is it its jam jar job
    joy key kid lap law lay led leg let lie lip log lot low mad man map mat may me men met
    mix mom mr mrs ms mud my net new no nor not now nut of off oh oil ok old on one or ore
    our out owe own pad pan pay pen per pet pie pig pin pit pop pot put ran rat raw red rib
    rid row rub run sad sat saw say sea see set she shy sir sit six sky so son sub sum sun
    tax tea ten the tie tin tip to toe too top toy try tub two up us use van via vs was way
    we web wet who why win won yes yet you zoo lhs rhs qed vat sq
    """
)
"""Words of up to three letters that are prose wherever they stand between spaces."""

FUNCTION_WORDS: Final = words(
    """
    sin cos tan cot csc sinh cosh tanh arcsin arccos arctan asin acos atan ln sqrt cbrt pi theta
    alpha beta gamma delta lambda sigma omega phi psi mu
    """
)
"""Known words that are never English: mathematics wherever they stand."""

BEFORE_UNSAFE: Final = words(
    """
    half twice double doubled triple thrice minus plus times over negative divided
    multiplied squared cubed than quarter third
    """
)
"""Directly before a formula these take part in it, and the formula is not read."""

OF_UNSAFE: Final = words(
    """
    sum product difference quotient half halves third thirds quarter quarters fourth fourths
    fifth fifths sixth seventh eighth ninth tenth tenths square root cube ratio average mean
    median percent percentage derivative antiderivative integral fraction remainder limit
    logarithm log gcd lcm factor multiple factorial reciprocal inverse negative power
    """
)
"""``the sum of 5 and 3 = 8``: before "of" and a formula these take part in it."""

AFTER_UNSAFE: Final = words(
    """
    times squared cubed dozen hundred thousand million billion trillion remainder mod modulo
    plus minus divided multiplied over halves thirds quarters fifths tenths factorial choose
    percent
    """
)
"""Directly after a formula these change its last value."""

LEAD_INS: Final = words(
    """
    so then therefore thus hence now the a an and or but since because if when where let we
    have get obtain that this means is are gives give this finally first second next also as
    """
)
"""Words that are left off the beginning of a quantity's name: ``So the total cost = ...``."""
