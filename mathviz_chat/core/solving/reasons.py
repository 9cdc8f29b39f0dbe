"""Why a step may be taken: the one table of rules, each with a sentence that a pupil understands.

A step's rule is looked up by its name. A sentence that depends on the numbers of the step is
written where the step is, and counts before the table; what says everything by its name ("Add 3
and 4", "Compare the two numbers") has none. ``RULES`` are told from normal solutions on, ``BASICS``
only in fine ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.solving.lines import BRIEF, FINE

_SAME: Final = "The same is done to both sides, so they stay equal"
_BELOW: Final = (
    "Only parts of the same size can be counted together. A fraction keeps its value when both its "
    "numbers are multiplied by the same."
)
_ONE_KNOWN: Final = "What is known of one unknown is put in its place."
ORDER: Final = "Order of operations: brackets, powers, products and quotients, then sums."
LOG_LAWS: Final = (
    "Laws of logarithms: ln(a) + ln(b) = ln(a*b), ln(a) - ln(b) = ln(a/b), n*ln(a) = ln(a^n)."
)
LOG_MEANS: Final = "The logarithm is the exponent: log_b(a) = c says the same as b^c = a."
LOGS_EQUAL: Final = "Logarithms of one base are equal where their arguments are."

RULES: Final[tuple[tuple[str, str], ...]] = (
    # ------------------ numbers
    (r"Write the power as a product", "a^n is n factors a."),
    (r"Multiply the first two", "The product so far is multiplied by the next factor."),
    (r"Subtract .+ first", "Differences are worked out from left to right."),
    (r"Divide each part", "(a + b)/c = a/c + b/c."),
    (r"Move the point", "Times or over a power of 10, the digits stay and the point moves."),
    (
        r"Find the largest multiple|The next multiple is too large|Find what is left",
        "The quotient counts how often the divisor goes into the number; what is left is less.",
    ),
    (
        r"Add 1 to each exponent",
        "A prime with the exponent k is taken 0, 1, ... or k times: k + 1 ways.",
    ),
    (r"Write them side by side", "The number is the product of all the primes divided out."),
    (r"Write the terms in order", "a + b = b + a: the term with the letter comes first."),
    (r"Multiply the numbers", "Factors may be multiplied in any order: numbers with numbers."),
    (r"Write (?:both|all|them) over the common denominator .+", _BELOW),
    (
        r"(?:Add|Subtract) the numerators",
        "Fractions with one denominator: a/c + b/c = (a + b)/c, and the same with minus.",
    ),
    (r"Write it over (?:a common denominator|\d+)", _BELOW),
    (
        r"Multiply the numerators? and the denominators?",
        "Fractions are multiplied part by part: a/b * c/d = (a*c)/(b*d).",
    ),
    (r"Multiply the numerator", "A fraction times a number: a/b * n = (a*n)/b."),
    (
        r"Multiply by the reciprocal",
        "Dividing by a fraction is multiplying by its reciprocal: a / (b/c) = a * c/b.",
    ),
    (r"Take the reciprocal", "1/(a/b) = b/a: numerator and denominator change places."),
    (
        r"Cancel common factors|Factor and cancel|Cancel the numbers",
        "A fraction keeps its value when both its parts are divided by the same, which is not 0.",
    ),
    (
        r"Write it as a fraction|Multiply the whole part by the denominator and add",
        "A mixed number is a sum: w a/b = (w*b + a)/b.",
    ),
    (r"Remove the double sign", "Minus a negative number is plus: -(-a) = a."),
    (
        r"Add place by place|Work out each place",
        "Ones are added to ones, tens to tens, hundreds to hundreds; decimals the same way.",
    ),
    (
        r"Subtract place by place",
        "a - (b + c) = a - b - c: the places are taken away one after another.",
    ),
    (r"Adding .+ is subtracting .+", "a + (-b) = a - b."),
    (r"Subtracting .+ is adding .+", "a - (-b) = a + b."),
    (r"Take the minus out", "-a - b = -(a + b)."),
    (
        r"Find the number whose (?:square|cube) is .+",
        "A root undoes a power: the root of a is the number whose power is a.",
    ),
    (r".+ is divisible by .+", "The smallest prime that divides it is taken out first."),
    (r"Split .+ into .+ and .+", "Distributive law: a*(b + c) = a*b + a*c."),
    (
        r"Compare the numerators",
        "Of two fractions with one denominator, the one with the larger numerator is larger.",
    ),
    (
        r"Take the absolute value of .+",
        "|a| is the distance of a from 0: a itself, or -a where a is negative.",
    ),
    (
        r"Write (?:the percentage|.+%) as (?:hundredths|a decimal)|"
        r"Find .+% as a decimal|Find the same as a decimal",
        "Percent means out of a hundred: p% = p/100.",
    ),
    (
        r"Find the multiples of .+ beside it",
        "A number is rounded to the nearer of the two multiples beside it.",
    ),
    (r"Divide with remainder", "a = q*b + r, with a remainder r smaller than b."),
    (
        r"Find the remainder(?: by .+)?",
        "a mod b is what is left of a after taking b away as often as it goes.",
    ),
    (
        r"Work out the value in base 10",
        "Each place counts a power of the base, from the right: b^0, b^1, b^2, ...",
    ),
    (
        r"Drop the digits after it|Drop one digit more",
        "Dividing by a power of 10 and rounding down drops the last digits.",
    ),
    (
        r"Write it as a decimal",
        "Numbers are compared by their decimals, with as many places as tell them apart.",
    ),
    (
        r"Move the point by .+ places",
        "Scientific notation: a number from 1 up to 10, times a power of 10.",
    ),
    (
        r"Move the point by one period: multiply by .+",
        "Behind the point both numbers go on with the same digits, so their difference is whole.",
    ),
    # ------------------ whole numbers
    (
        r"Collect the prime factors",
        "A factor that occurs n times is written as a power: p*p*p = p^3.",
    ),
    (
        r"Factor it|Write it as a product of primes",
        "Every whole number above 1 is a product of primes in one way only.",
    ),
    (
        r"Find the greatest common divisor",
        "gcd: the product of the primes that all the numbers share, each as often as all have it.",
    ),
    (
        r"Find the least common multiple",
        "lcm: the product of all their primes, each as often as one of the numbers has it at most.",
    ),
    (r"Find a pair of factors", "Factors come in pairs: where a divides n, so does n/a."),
    (r"It is no prime", "A prime has no factor but 1 and itself."),
    (
        r"Try every prime up to its square root|No prime up to its square root divides",
        "A factor above the square root has a partner below it, so that the primes up to the "
        "root suffice.",
    ),
    (
        r"The remainders repeat after .+",
        "Each remainder follows from the one before, so that once one comes again all do.",
    ),
    (r"Leave whole turns out", "Whole turns of the pattern change no remainder."),
    # ------------------ roots, powers, logarithms
    (
        r"Look for the largest square that divides \d+",
        "A square under a root comes out as a whole number: sqrt(a^2*b) = a*sqrt(b).",
    ),
    (r"Take the square factor out of .+", "sqrt(a^2*b) = a*sqrt(b), for a not negative."),
    (r"Split the root", "sqrt(a*b) = sqrt(a)*sqrt(b), for a and b not negative."),
    (r"Multiply the conjugates", "(a - b)(a + b) = a^2 - b^2."),
    (r"Count like roots together", "Equal roots are counted as equal things are."),
    (
        r"Collect like roots",
        "Equal roots are counted together: a*sqrt(n) + b*sqrt(n) = (a + b)*sqrt(n).",
    ),
    (
        r"Multiply above and below by .+",
        "A fraction keeps its value; below, sqrt(a)*sqrt(a) = a leaves no root.",
    ),
    (
        r"Take the root of .+|Take the square root|Take the root",
        "sqrt(a) is the number, not negative, whose square is a.",
    ),
    (r"Use the laws of exponents", "a^m * a^n = a^(m + n) and (a^m)^n = a^(m*n)."),
    (r"A power with exponent 0 is 1", "a^0 = a^n / a^n = 1, for a not 0."),
    (r"Take the cube root", "The cube root of a is the number whose cube is a."),
    (r"Add the exponents of .+", "Index law: a^m * a^n = a^(m + n)."),
    (r"Subtract the exponents of .+", "Index law: a^m / a^n = a^(m - n)."),
    (r"Multiply the exponents(?! each).*", "Index law: (a^m)^n = a^(m*n)."),
    (r"Write it with a negative exponent", "1/x^n = x^(-n)"),
    (
        r"Write it as a power",
        LOG_MEANS,
    ),
    (r"Compare the arguments", LOGS_EQUAL),
    (r"Move the factors into the logarithms|Write the exponents in front", "n*log(a) = log(a^n)"),
    (r"Use the definition of the logarithm", "log_b(a) is the exponent n with b^n = a."),
    (
        r"Write (?:both sides|everything) as powers of .+|Write everything in powers of .+",
        "Index laws: (a^m)^n = a^(m*n) and a^m * a^n = a^(m + n).",
    ),
    (r"Compare the exponents", "Powers of the same base are equal where their exponents are."),
    (
        r"Isolate the power|Isolate .+",
        "What stands with it is undone on both sides, so that it stands alone.",
    ),
    (
        r"Take logarithms of both sides",
        "The logarithm brings the exponent down: ln(a^x) = x*ln(a).",
    ),
    (
        r"Use the laws of logarithms|Combine the logarithms",
        LOG_LAWS,
    ),
    (r"Work out the logarithm", "log_b(a) is the exponent n with b^n = a."),
    # ------------------ expressions
    (
        r"Multiply out(?: and collect like terms)?|Multiply term by term|"
        r"Expand the brackets(?: and collect like terms)?|Expand|Expand and collect like terms",
        "Distributive law: each term of one bracket is multiplied by each term of the other.",
    ),
    (
        r"Expand the square|Use the formula for the square",
        "(a + b)^2 = a^2 + 2ab + b^2 and (a - b)^2 = a^2 - 2ab + b^2.",
    ),
    (
        r"Use the binomial formula",
        "(a + b)^n is the sum of the terms (n choose k) * a^(n - k) * b^k.",
    ),
    (
        r"Take out the common factor|Factor .+ out",
        "a*b + a*c = a*(b + c), read from left to right.",
    ),
    (r"Factor", "Multiplying the factors out gives the sum back."),
    (
        r"Factor the (?:numerator|denominator)",
        "Only a factor of the whole can be cancelled, so that sums are written as products first.",
    ),
    (
        r"Find two numbers with the product .+ and the sum .+",
        "a*x^2 + b*x + c: two numbers with the product a*c and the sum b split the middle term.",
    ),
    (r"Split the middle term", "With the two numbers found, the terms can be factored in pairs."),
    (r"Factor in pairs", "a*b + a*c = a*(b + c), for the first two terms and for the last two."),
    (r"Write both terms as squares", "a^2 - b^2 = (a - b)(a + b): first a and b are found."),
    (
        r"The next term of the quotient is .+; subtract its product",
        "Long division: divide the leading terms, multiply back, subtract, go on with the rest.",
    ),
    (
        r"Divide the leading terms|Multiply back",
        "Long division goes term by term: divide, multiply back, subtract.",
    ),
    (r"Write the dividend with the quotient", "dividend = quotient * divisor + remainder"),
    (r"Use the trigonometric identities", "sin(x)^2 + cos(x)^2 = 1 and tan(x) = sin(x)/cos(x)."),
    # ------------------ equations
    (
        r"Square both sides",
        "Equal numbers have equal squares; the other way round it may add solutions, so they are "
        "tried at the end.",
    ),
    (
        r"Cube both sides|Take cube roots of both sides",
        "Every real number has just one cube root, so no solution is added or lost.",
    ),
    (
        r"Take square roots of both sides",
        "A positive number is the square of two numbers, one positive and one negative.",
    ),
    (
        r"Write the left side as a square",
        "Completing the square: x^2 + b*x + (b/2)^2 = (x + b/2)^2.",
    ),
    (
        r"Factor the left side",
        "Multiplying the brackets out gives the left side back.",
    ),
    (
        r"A product is 0 when a factor is 0",
        "Null factor law: two numbers that are both not 0 never have the product 0.",
    ),
    (
        r"Work out the discriminant(?: b\^2 - 4ac)?",
        "It stands under the root of the quadratic formula: its sign says how many solutions "
        "there are.",
    ),
    (r"Put into the formula", "x = (-b ± sqrt(b^2 - 4ac))/(2a)"),
    (r"Look at its sign", "D > 0: two real roots, D = 0: one, D < 0: none."),
    (
        r"Use the quadratic formula",
        "It solves every a*x^2 + b*x + c = 0, and comes from completing the square.",
    ),
    (r"Split into cases", "Absolute value: |a| = b, with b not negative, means a = b or a = -b."),
    (
        r"Try .+ in the equation|"
        r"Keep the candidates that satisfy the equation|Check each candidate in the equation",
        "A step before may have added solutions: each candidate is put into the given equation.",
    ),
    (r"Bring the terms with .+ to one side", f"{_SAME}; what is moved changes its sign."),
    (
        r"Collect the terms with .+ on one side and factor .+ out",
        "a*x - b*x = (a - b)*x: then the unknown stands in one place.",
    ),
    (r"Put the result in for .+", "A formula that is solved rightly has the same on both sides."),
    (r"Put .+ into the equation", "A solution makes both sides equal when it is put in."),
    # ------------------ inequalities
    (
        r"Divide both sides by .+ and turn the sign around",
        "Dividing by a negative number reverses the order.",
    ),
    (r"What stands between the bars is .+ and .+", "|a| < b means -b < a < b."),
    (r"What stands between the bars is .+ or .+", "|a| > b means a < -b or a > b."),
    (
        r"Keep what satisfies (?:both|all of them)",
        "A number is a solution only if every one of the inequalities holds for it.",
    ),
    (
        r"Put the solutions of (?:both|all of them) together",
        "A number is a solution if at least one of the inequalities holds for it.",
    ),
    (r"Read the solutions off", "The solutions are the parts with the sign that is asked for."),
    # ------------------ systems of equations
    (
        r"(?:Add the equations|Subtract the .+ equation from the .+)(?! to eliminate)",
        "Equals added to equals, or taken from equals, are equal; one unknown cancels.",
    ),
    (
        r"(?:Add|Subtract) .+ to eliminate .+",
        "Equals added to equals, or taken from equals, are equal; one unknown cancels.",
    ),
    (
        r"Multiply the .+ equation by .+",
        f"{_SAME}; then one unknown has the same number in both equations.",
    ),
    (
        r"Put .+ into the (?:first|second|third|fourth) equation|Put .+ into an equation",
        "One unknown is known now, so the equation holds only the other one.",
    ),
    (r"Put .+ into the expression for .+", _ONE_KNOWN),
    (
        r"Solve the .+ equation for .+",
        "Substitution: one unknown is written by the other one, then put into the other equation.",
    ),
    (
        r"Combine the equations so that .+ drops out",
        "Equals added to equals, or taken from equals, are equal; one unknown cancels.",
    ),
    # ------------------ trigonometry
    (
        r"Take (?:an|the|the acute) angle with (?:a|this) known value|It is a known value",
        "Known values: sin(30°) = 1/2, sin(45°) = sqrt(2)/2, sin(60°) = sqrt(3)/2, and cos(x) = "
        "sin(90° - x).",
    ),
    (
        r"Choose the angles within the interval",
        "Sine and cosine repeat after a whole turn, the tangent after half of one.",
    ),
    (
        r"The sine is .+ in the .+ quadrant(?: too)?",
        "On the unit circle the sine is the height: positive above, negative below the x-axis.",
    ),
    (
        r"The cosine is .+ in the .+ quadrant(?: too)?",
        "On the unit circle the cosine is the way to the right: negative to the left.",
    ),
    (
        r"The tangent is .+ in the .+ quadrant(?: too)?",
        "The tangent is sine over cosine: positive where both have one sign.",
    ),
    # ------------------ derivatives
    (r"Constant rule", "The derivative of a constant is 0."),
    (r"Power rule|Bring the exponent down", "The derivative of x^n is n*x^(n - 1)."),
    (r"Sum rule", "A sum is differentiated term by term: (u + v)' = u' + v'."),
    (r"Constant multiple rule", "A constant factor stays: (c*u)' = c*u'."),
    (r"Product rule", "(uv)' = u'v + uv'"),
    (r"Quotient rule", "(u/v)' = (u'v - uv')/v^2"),
    (r"Chain rule", "The outside is differentiated, then multiplied by the inside's derivative."),
    (r"Derivative of sine", "The slope of sin(x) is cos(x) everywhere."),
    (r"Derivative of cosine", "The slope of cos(x) is -sin(x) everywhere."),
    (r"Exponential rule", "The derivative of a^x is a^x * ln(a), and ln(e) = 1."),
    (r"Logarithm rule", "The derivative of ln(x) is 1/x."),
    (r"Root rule", "The derivative of sqrt(x) is 1/(2sqrt(x))."),
    (r"Logarithmic differentiation", "u^v = e^(v*ln(u)), so (u^v)' = u^v * (v*ln(u))'"),
    (
        r"Derivative of the absolute value",
        "|x| has the slope 1 where x > 0, -1 where x < 0: x/|x|.",
    ),
    (
        r"Derivative of cotangent",
        "By the quotient rule for cos(x)/sin(x): the derivative of cot(x) is -1/sin(x)^2.",
    ),
    (
        r"Derivative of secant",
        "By the chain rule for 1/cos(x): the derivative of sec(x) is sec(x)*tan(x).",
    ),
    (
        r"Derivative of cosecant",
        "By the chain rule for 1/sin(x): the derivative of csc(x) is -csc(x)*cot(x).",
    ),
    (
        r"Derivative of hyperbolic (?:sine|cosine)",
        "The derivative of sinh(x) is cosh(x), that of cosh(x) is sinh(x).",
    ),
    (
        r"Derivative of hyperbolic tangent",
        "By the quotient rule for sinh(x)/cosh(x): the derivative of tanh(x) is 1/cosh(x)^2.",
    ),
    (
        r"Derivative of (?:arcsine|arccosine)",
        "The derivative of arcsin(x) is 1/sqrt(1 - x^2), that of arccos(x) is its negative.",
    ),
    (r"Derivative of arctangent", "The derivative of arctan(x) is 1/(1 + x^2)."),
    (
        r"Derivative of tangent",
        "By the quotient rule for sin(x)/cos(x): the derivative of tan(x) is 1/cos(x)^2.",
    ),
    (r"Slope of the (?:tangent|curve)", "The slope of the tangent is the derivative at the point."),
    (r"Use y - b = m\(x - a\)", "A line through (a, b) with the slope m: y - b = m(x - a)."),
    (
        r"Value at .+",
        "On a closed interval the extreme values lie at level tangents or at the ends.",
    ),
    (
        r"Height of the point|Height at .+",
        "The height of a point of the curve is the value of the function there.",
    ),
    (
        r"Set the (?:first |second )?derivative equal to .+",
        "At a highest or lowest point the tangent is level, so that the slope is 0.",
    ),
    (
        r"Collect the terms with dy/dx on the left",
        "Then dy/dx can be taken out as a factor, and is found by dividing.",
    ),
    (
        r"Divide by \d+!",
        "In Taylor's formula the coefficient of (x - a)^n is the n-th derivative over n!.",
    ),
    (r"Put the parts into u'v \+ uv'", "Product rule: (u*v)' = u'*v + u*v'."),
    (
        r"Put the parts into \(u'v - uv'\)/v\^2",
        "Quotient rule: (u/v)' = (u'*v - u*v')/v^2.",
    ),
    (
        r"Multiply the outer derivative by the inner one",
        "Chain rule: f(g(x))' = f'(g(x))*g'(x).",
    ),
    (r"Differentiate the inside", "With u for the inside, du = u' dx."),
    (r"Differentiate u", "The formula of integration by parts needs u' and v."),
    (r"Differentiate again", "The second derivative is the derivative of the derivative."),
    (
        r"Derivative \d+ at the point",
        "Taylor's formula needs each derivative at the point about which it is written.",
    ),
    (r"Derivative \d+", "Each derivative is that of the one before."),
    # ------------------ integrals
    (
        r"Integrate term by term|Integrate",
        "A sum is integrated term by term, a constant factor stays, and x^n has the integral "
        "x^(n + 1)/(n + 1).",
    ),
    (r"Integral of sine", "The derivative of -cos(x) is sin(x)."),
    (r"Integral of cosine", "The derivative of sin(x) is cos(x)."),
    (
        r"Put in the (?:upper|lower) limit",
        "A definite integral is the antiderivative at the upper limit less that at the lower one.",
    ),
    (r"Substitute", "One letter stands for the inside: with u, du = u' dx."),
    (
        r"Integration by parts|Choose u and v' for integration by parts|u\*v minus that integral",
        "The integral of u*v' is u*v minus the integral of u'*v.",
    ),
    (
        r"Check: times the derivative of the inside it is the integrand",
        "By the chain rule, f(u) has the derivative f'(u)*u'.",
    ),
    (r"Check: differentiate the solution", "A solution and its derivative satisfy the equation."),
    # ------------------ limits, sums and series
    (
        r"L'Hospital's rule",
        "Where both parts tend to 0, or both to infinity, the quotient of the derivatives has "
        "the same limit.",
    ),
    (
        r"Differentiate the (?:numerator|denominator)",
        "For L'Hospital's rule each part is differentiated by itself, not the quotient.",
    ),
    (
        r"(?:Numerator|Denominator) at the point",
        "L'Hospital's rule needs both parts to be 0, or both infinite.",
    ),
    (
        r"Let .+ go to .+|Let .+ grow|.+ tends to 0|Put 0 for what tends to 0",
        "A number over something that grows without bound tends to 0.",
    ),
    (
        r"Use the standard limit",
        "sin(x)/x tends to 1 as x tends to 0, and (1 + 1/n)^n to e as n grows.",
    ),
    (
        r"Split each term into partial fractions",
        "As a difference, each term cancels a part of the next one.",
    ),
    (r"It gives term .+", "A rule counts when it gives every term that is known."),
    # ------------------ matrices and vectors
    (
        r"Row .+ times column .+",
        "The entry in row i and column j is row i times column j: multiply in pairs, then add.",
    ),
    (
        r"(?:Add|Subtract) the entries in the same places|Entry in row .+, column .+",
        "Matrices of one size are added and subtracted entry by entry.",
    ),
    (
        r"Multiply (?:every|each) entry by the number",
        "A number times a matrix multiplies each entry.",
    ),
    (r"The power is .+ factors multiplied", "A^n is n factors A."),
    (r"Use ad - bc|Work out the determinant", "det([[a, b], [c, d]]) = ad - bc"),
    (
        r"Cofactor of row .+, column .+",
        "A cofactor is the determinant that is left without that row and column, with the sign "
        "of its place.",
    ),
    (
        r"Swap .+ change the signs of .+ divide by the determinant",
        "The inverse of [[a, b], [c, d]] is [[d, -b], [-c, a]] over ad - bc.",
    ),
    (
        r"Check: the product is the identity matrix",
        "A matrix times its inverse is the identity matrix.",
    ),
    (
        r"Write det\(A - lambda\*I\)",
        "A*v = lambda*v has a solution v that is not zero just where det(A - lambda*I) = 0.",
    ),
    (r"Add the entries of the diagonal", "The trace is the sum of the diagonal."),
    # ------------------ counting and probability
    (r"Count the choices", "n choose k = n!/(k!*(n - k)!): the order does not matter."),
    (r"Work out the factorial(?: of .+)?|Write the factorial out", "n! = n*(n - 1)*...*2*1"),
    (r"Cancel .+!", "n! = n*(n - 1)*...*(k + 1)*k!, so that k! cancels."),
    (
        r"Multiply the probabilities of the draws",
        "Both happen: the probabilities along the way are multiplied.",
    ),
    (r"Multiply, since they are independent", "P(A and B) = P(A)*P(B) for independent events."),
    (
        r"Use the addition rule",
        "P(A or B) = P(A) + P(B) - P(A and B): what is both was counted twice.",
    ),
    (
        r"Subtract from 1(?: for .+)?",
        "An event and its opposite have the probabilities p and 1 - p.",
    ),
    # ------------------ figures
    (
        r"Add the squares of the legs",
        "Pythagoras: the square of the hypotenuse is the sum of the squares of the legs.",
    ),
    (r"Subtract the squares", "Pythagoras, solved for a leg: leg^2 = hypotenuse^2 - other leg^2."),
)
"""Rules of mathematics by the names of their steps. The first that fits counts."""

BASICS: Final[tuple[tuple[str, str], ...]] = (
    (r"Write it on both sides", f"{_SAME}."),
    (r"Write it in every part", "What is done to one part is done to all of them."),
    (r"Write the unit factor", "So much of the one unit is one of the other."),
    (r"Find the middle of the two", "What lies above the middle is nearer to the upper one."),
    (r"Subtract .+ from (?:both|all) sides", f"{_SAME}; it takes away what was added."),
    (r"Add .+ to (?:both|all) sides", f"{_SAME}; it puts back what was subtracted."),
    (
        r"Divide both sides by (?!.+ and turn).+",
        f"{_SAME}; dividing (never by 0) undoes the multiplication.",
    ),
    (r"Multiply both sides by .+", f"{_SAME}; multiplying undoes the division."),
    (
        r"(?:Subtract|Add|Divide|Multiply) .*(?:from|to) every part|Divide every part by .+",
        "What is done to one part of the chain is done to all of them.",
    ),
    (
        r"Rearrange the .+ equation",
        "Unknowns stand on the left, numbers on the right, like terms together.",
    ),
    (r"Swap the sides", "a = b and b = a say the same."),
    (
        r"Bring (?:everything|all terms) to (?:one side|the left side)(?: and factor)?",
        f"{_SAME}; subtracting the right side leaves 0 there.",
    ),
    (r"Solve for each root", "Each of the simpler equations is solved by itself."),
    (
        r"Put like terms together",
        "a + b = b + a: terms may be written in any order, each with its sign.",
    ),
    (r"Count like terms together", "Distributive law, read backwards: a*x + b*x = (a + b)*x."),
    (
        r"Collect like terms|Collect the terms",
        "Terms with the same letters and powers are counted together, as 2 apples and 3 apples "
        "are 5 apples.",
    ),
    (
        r"Check .+ = .+|Each candidate satisfies the equation",
        "A solution makes both sides equal when it is put in.",
    ),
)
"""What goes without saying but for beginners."""

INTEGRALS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Constant rule": "The integral of a constant k is k*x.",
        "Power rule": "The integral of x^n is x^(n + 1)/(n + 1), for n other than -1.",
        "Logarithm rule": "The integral of 1/x is ln|x|.",
        "Exponential rule": "The integral of e^x is e^x, that of a^x is a^x/ln(a).",
        "Sum rule": "A sum is integrated term by term.",
        "Constant multiple rule": "A constant factor stays in front.",
        "Integration by parts": "The integral of u*v' is u*v minus the integral of u'*v.",
        "Integration by parts, twice": "After two rounds the integral comes back; solve for it.",
        "Substitution": "The inside is put back in for its letter.",
        "Arctangent rule": "The integral of 1/(1 + x^2) is arctan(x).",
        "Arcsine rule": "The integral of 1/sqrt(1 - x^2) is arcsin(x).",
    }
)
"""Rules of integration; some share their names with rules of differentiation."""


_WITHIN: Final = re.compile(r"In the \w+ inequality: ")
"""Before a rule that is used on one of several inequalities."""


def reason_of(rule: str, level: int) -> str | None:
    """Why a step of that name may be taken, as a solution of that level tells it; else None."""
    if level == BRIEF:
        return None
    within = _WITHIN.match(rule)
    if within is not None:
        rule = rule[within.end() :].capitalize()
    return _found(rule, RULES) or (_found(rule, BASICS) if level == FINE else None)


@lru_cache(maxsize=1024)
def _found(rule: str, table: tuple[tuple[str, str], ...]) -> str | None:
    return next((reason for pattern, reason in table if re.fullmatch(pattern, rule)), None)
