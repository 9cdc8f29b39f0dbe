"""The words of mathematics: what names a thing of it, an operation, a form or a condition.

Beside a formula a word that is none of these, and that :data:`vocabulary.MEANING` does not hold,
asks for nothing and limits nothing: it tells who asks, where the formula stands and how they feel.
The list is that of the index of a textbook, so it holds what no reader can answer too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from mathviz_chat.core.problems import slips, vocabulary

_OPERATIONS = (
    "add addition subtract subtraction multiply multiplication divide division raise power "
    "square cube root invert inverse reverse negate reciprocal modulo modulus mod absolute "
    "magnitude conjugate factorial floor ceiling round truncate estimate approximate "
    "approximation error bound bounds accuracy exact precise digit digits place places figure "
    "figures sum difference product quotient remainder total half halve double triple twice "
    "third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth hundredth thousandth "
    "ten hundred thousand million billion trillion dozen gross"
)
_FORMS = (
    "expand expansion factor factorise factorize factorisation factorization simplify "
    "simplification simplified reduce reduced collect rearrange rewrite express convert "
    "rationalise rationalize complete completing partial fraction fractions mixed improper "
    "proper decimal percent percentage percentages ratio proportion proportional numeral binary "
    "octal hexadecimal hex ternary base bases standard scientific notation index indices surd "
    "surds radical radicals polar cartesian parametric exponential logarithmic logarithm log "
    "argument arguments arg "
    "logs canonical vertex intercept factored expanded normal normalise normalize "
    "denominator numerator recurring repeating terminating equivalent lowest simplest roman"
)
_NUMBERS = (
    "number integer integers whole natural rational irrational real complex imaginary prime "
    "primes composite coprime even odd positive negative zero nonzero nonnegative nonpositive "
    "multiple multiples divisor divisors divisible divisibility common gcd hcf gcf lcm "
    "perfect palindrome congruent congruence parity consecutive infinity infinite finite"
)
_ALGEBRA = (
    "equation equations inequality inequalities identity expression formula term terms "
    "coefficient coefficients constant variable unknown parameter solution solutions solvable "
    "root roots discriminant linear quadratic cubic quartic quintic polynomial monomial binomial "
    "trinomial degree leading system simultaneous consistent inconsistent dependent independent "
    "eliminate substitute substitution extraneous sequence sequences series arithmetic geometric "
    "harmonic recurrence recursive fibonacci progression nth convergence converge converges "
    "convergent diverge diverges divergent telescoping induction exponent exponents unity "
    "multiplicity conjugates quotients remainders trivial nontrivial vanishing"
)
_FUNCTIONS = (
    "function functions domain codomain range image preimage composite composition compose "
    "inverse bijective injective surjective invertible one-to-one onto piecewise periodic "
    "period amplitude frequency phase asymptote asymptotes hole discontinuity discontinuous "
    "continuous continuity differentiable integrable monotonic monotone increase decrease "
    "increasing decreasing concave convex concavity inflection inflexion turning stationary "
    "critical extremum extrema maximum minimum maxima minima max min maximise maximize minimise "
    "minimize optimum optimal optimise optimize supremum infimum greatest least largest smallest "
    "highest lowest graph sketch plot draw transform transformation translate translation "
    "stretch reflect reflection shift rotate rotation symmetric symmetry axis axes coordinate "
    "coordinates abscissa ordinate origin quadrant slope gradient rate intercepts zero zeros "
    "zeroes x-intercept y-intercept sign even odd growth decay local global relative "
    "horizontal vertical oblique principal"
)
_CALCULUS = (
    "derivative derivatives differentiate differentiation differential implicit implicitly "
    "partial directional gradient divergence curl laplacian jacobian hessian integral integrals "
    "integrate integration antiderivative primitive definite indefinite improper limit limits "
    "tangent tangents normal normals secant velocity acceleration speed displacement jerk "
    "marginal elasticity average mean area volume revolution arc length curvature surface "
    "taylor maclaurin laurent fourier laplace newton euler simpson simpson's trapezoidal "
    "trapezium midpoint riemann bisection iteration iterate step wronskian homogeneous "
    "particular general initial boundary order equilibrium stable separable"
)
_LINEAR_ALGEBRA = (
    "matrix matrices vector vectors scalar dot cross triple determinant trace rank nullity "
    "kernel null span basis dimension orthogonal orthonormal perpendicular parallel transpose "
    "adjoint adjugate cofactor cofactors minor minors eigenvalue eigenvalues eigenvector "
    "eigenvectors eigenspace diagonal diagonalise diagonalize diagonalisable diagonalizable "
    "triangular singular nonsingular invertible row rows column columns entry entries element "
    "elements echelon pivot norm unit projection projections component components magnitude "
    "direction resultant symmetric identity characteristic spectral similar"
)
_GEOMETRY = (
    "point points line lines segment ray plane angle angles acute obtuse reflex right bearing "
    "elevation depression triangle quadrilateral polygon pentagon hexagon octagon circle ellipse "
    "parabola hyperbola conic focus foci directrix eccentricity latus centre center radius "
    "diameter chord sector segment circumference perimeter height base side sides edge edges "
    "face faces vertex vertices corner hypotenuse opposite adjacent altitude median bisector "
    "bisect circumcentre circumcenter circumcircle incentre incenter incircle centroid "
    "orthocentre orthocenter trisect distance apart collinear concurrent intersect intersection "
    "intersections touch cut meet cross enclosed bounded region shaded cube cuboid prism pyramid "
    "cone cylinder sphere hemisphere cosine sine tangent locus width breadth depth diagonal "
    "isosceles equilateral scalene parallelogram rhombus kite trapezoid rectangle"
)
_DATA = (
    "mean median mode modal range variance deviation quartile quartiles interquartile percentile "
    "decile outlier outliers correlation regression covariance skewness kurtosis sample "
    "population frequency cumulative histogram probability probabilities odds chance likelihood "
    "likely event independent dependent exclusive conditional bayes random expected expectation "
    "distribution binomial poisson normal uniform exponential bernoulli hypergeometric density "
    "permutation permutations combination combinations arrangement arrangements factorial "
    "choose subset subsets union intersection complement set sets empty element cardinality"
)
_REASONING = (
    "prove proof disprove show verify true false whether compare classify sort order ascending "
    "descending counterexample contradiction necessary sufficient unique uniquely distinct "
    "different repeated equal unequal count list name describe define only at-least at-most "
    "exactly least most between inclusive exclusive strictly excluding except without not "
    "restrict restricted restriction provided condition assumption modulo respectively "
    "separately alternately otherwise avoid refuse fail ignore skip omit disregard drop "
    "reject "
    "prevent pretend lack impossible unlike neither hardly barely seldom rarely almost nearly "
    "sans shun shunning barring forgetting bar save forget repeat run "
    "spare minus backwards backward forwards upside downwards middle mirror "
    "throw pick bit piece swap flip invert away secret weight field dozens "
    "roughly about instead besides wrong correct valid discard one ones"
)
_ALL: Final = frozenset(
    word
    for part in (
        *(_OPERATIONS, _FORMS, _NUMBERS, _ALGEBRA, _FUNCTIONS, _CALCULUS, _LINEAR_ALGEBRA),
        *(_GEOMETRY, _DATA, _REASONING),
    )
    for word in part.split()
)
_ENDINGS: Final = ("s", "es", "d", "ed", "ing", "ly", "al", "r", "er", "'s")


def is_term(word: str) -> bool:
    """A word of mathematics, or a form of one."""
    lower = word.lower()
    return lower in _ALL or any(_is_form(lower, ending) for ending in _ENDINGS)


def _is_form(word: str, ending: str) -> bool:
    stem = word.removesuffix(ending)
    return stem != word and len(stem) > 2 and (stem in _ALL or f"{stem}e" in _ALL)


@lru_cache(maxsize=4096)
def is_plain_word(word: str) -> bool:
    """A word that is none of mathematics, nor a relation, a number, a unit or a negation.

    One that is a slip of the keyboard away from such a word may be it, and counts as such.
    """
    lower = word.lower()
    if lower in vocabulary.FILLERS:
        return lower not in vocabulary.MEANING and not is_term(lower)
    return (
        (len(word) > 1 or lower == "a")
        and vocabulary.is_scenery(word)
        and not is_term(word)
        and not _may_be_misspelt(lower)
    )


def _may_be_misspelt(word: str) -> bool:
    return len(word) >= slips.SHORTEST and any(slips.is_one_slip(word, one) for one in _BEARING)


_BEARING: Final = tuple(
    one for one in (_ALL | vocabulary.MEANING) - vocabulary.FILLERS if len(one) >= slips.SHORTEST
)
