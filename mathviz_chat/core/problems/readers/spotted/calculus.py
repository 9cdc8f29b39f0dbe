"""Intents about slopes, tangents, integrals, limits and differential equations."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.kernel.differentiation import differentiate
from mathviz_chat.core.problems import recount, slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Derivative,
    Expr,
    Integral,
    Limit,
    Node,
    Symbol,
    TupleOf,
)

_RULES = (
    "wrt respect rule rules chain product quotient power first principles function functions "
    "curve equation expression variable derivative derivatives respect simplify simplified "
    "simplifying simplest form factorised factored single fraction fully completely term terms "
    "differentiation differentiable everywhere domain composite polynomial trigonometric "
    "exponential logarithmic"
)
_DERIVE = (
    "differentiate~|derivative|derivatives|differentiation|gradient function|derived function|"
    "first derivative|derive|slope function|rate of change"
)
_RULE_PHRASES = (
    "from first principles|first principles|as a single fraction|"
    "in terms of #|in simplest form|for all real #|for real #|for all #|product rule|"
    "as a function of #|where # is real|is a real number|in its simplest form|by the"
)


_ORDERS: Final = {1: "", 2: "second ", 3: "third ", 4: "fourth "}


def _derivative(found: Found) -> str | None:
    """The derivative of the order that the words or the notation say."""
    orders = {_order(one) for one in found.all("d")} | _said_orders(found)
    if len(orders) > 1 or any(not _fits(one, found.node("f")) for one in found.all("d")):
        return None
    letters = {slots.spelled(one) for one in found.all("x")}
    order = _ORDERS.get(orders.pop() if orders else 1)
    if len(letters) > 1 or order is None:
        return None
    respect = f" with respect to {letters.pop()}" if letters else ""
    return f"Find the {order}derivative of {found.body('f')}{respect}."


def _derivative_at(found: Found) -> str | None:
    said = _derivative(found)
    return said and f"{said.removesuffix('.')} at {found['at']}."


def _derivative_value(found: Found) -> str | None:
    """``g'(2)`` of the function that is defined."""
    value, definition = found.node("v"), found.node("f")
    if not isinstance(value, Call) or not value.primes or not _fits(value, definition):
        return None
    if any(not _fits(one, definition) or _order(one) != value.primes for one in found.all("d")):
        return None
    if _said_orders(found) - {value.primes}:
        return None
    return f"Let {found['f']}. What is {found['v']}?"


def _said_orders(found: Found) -> set[int]:
    return {order for order, word in _ORDERS.items() if word.strip() in found.words}


def _order(node: Node) -> int:
    if isinstance(node, Derivative):
        return node.order
    return node.primes if isinstance(node, Call) else 0


def _fits(wished: Node, definition: Node) -> bool:
    """Whether f'(x) is the derivative of what f(x) = ... defines."""
    if not isinstance(definition, Chain):
        return True
    head = definition.items[0]
    name = head.function if isinstance(head, Call) else getattr(head, "name", "")
    if isinstance(wished, Derivative):
        names = variables(definition.items[1])
        return wished.body in (head, Symbol(name)) and (not names or wished.variable in names)
    return isinstance(wished, Call) and wished.function == name


def _line(kind: str) -> Callable[[Found], str | None]:
    return lambda found: f"Find the {kind} to y = {found.body('f')} at {found['at']}."


def _integral(found: Found) -> str:
    respect = f" with respect to {found['x']}" if "x" in found else ""
    return f"Integrate {found.body('f')}{respect}."


def _definite(found: Found) -> str:
    return f"Find the integral of {found.body('f')} from {found['low']} to {found['high']}."


def _written_integral(found: Found) -> str | None:
    """An integral with its sign, as "the integral of ... from ... to ..."."""
    node = found.node("g")
    if not isinstance(node, Integral):
        return None
    body = f"{slots.spelled(node.body)} with respect to {node.variable}"
    if node.lower is None or node.upper is None:
        return f"Integrate {body}."
    low, high = slots.spelled(node.lower), slots.spelled(node.upper)
    return f"Find the integral of {body} from {low} to {high}."


def _written_limit(found: Found) -> str | None:
    node = found.node("l")
    if not isinstance(node, Limit):
        return None
    side = {"+": " from the right", "-": " from the left"}.get(node.side, "")
    return (
        f"Find the limit of {slots.spelled(node.body)} as {node.variable} approaches "
        f"{slots.spelled(node.point)}{side}."
    )


def _differential(found: Found) -> str | None:
    """With the value at a point, which may be told as a point of the curve."""
    given = f" with {found['b']}" if "b" in found else ""
    if "p" in found:
        point = found.node("p")
        if given or not isinstance(point, TupleOf) or len(point.items) != 2:
            return None
        x, y = map(slots.spelled, point.items)
        given = f" with y({x}) = {y}"
    return f"Solve {found['y']}{given}."


def _limit(found: Found) -> str:
    return f"Find the limit of {found.body('f')} as {found['x']} approaches {found['p']}."


def _velocity(found: Found) -> str | None:
    """``How fast is it rising at t = 1.5``, where its height is told as a function of t."""
    definition, at = found.node("f"), found.node("at")
    if not isinstance(definition, Chain) or not isinstance(at, Chain):
        return None
    if variables(definition.items[-1]) != variables(at.items[0]):
        return None
    if "velocity" not in found.words and not _rises(definition.items[-1], at):
        return None
    return f"Find the derivative of {found.body('f')} at {found['at']}."


def _rises(height: Node, at: Chain) -> bool:
    """Whether it goes up then, as ``how fast is it rising`` takes for granted."""
    time, moment = at.items
    assert isinstance(time, Symbol) and isinstance(height, Expr) and isinstance(moment, Expr)
    slope = recount.value(substitute(differentiate(height, time.name), {time.name: moment}))
    return isinstance(slope, Fraction) and slope > 0


_MOTION = (
    "ball stone rocket object particle body height displacement position metres meters seconds "
    "second thrown launched fired straight up upwards vertically moving moves above ground after "
    "rising climbing its motion moment time given car along line distance instant feet ft s m"
)
INTENTS: Final = (
    Intent(
        "velocity of a told motion",
        (
            "how fast is it rising|how fast is it climbing|velocity|how fast is the ball rising|"
            "how "
            "fast is the stone rising|how fast is the rocket rising|how fast is the ball climbing|"
            "how "
            "fast is it going up|how fast is it moving upwards|how fast is its height increasing|"
            "how "
            "fast is it travelling upwards|how fast is the rocket climbing",
        ),
        ("f:f", "at:a@when|at|after|time", "t:s*@after|time|at"),
        _velocity,
        _MOTION,
        "height of the|height of a|straight up|straight up into the air|into the air|from the "
        "ground|above the ground|after # "
        "seconds|at time #|at time # seconds|after # s|# seconds after|in metres after|given by|"
        "how high|"
        "along a straight line|along a line|from a fixed point|from the start",
    ),
    Intent(
        "derivative",
        (_DERIVE,),
        ("f:fe", "d:d*", "x:s*", "r:r*"),
        _derivative,
        f"{_RULES} second third fourth order gradient slope",
        _RULE_PHRASES,
    ),
    Intent(
        "derivative by its notation",
        (),
        ("f:f", "d:d+", "r:r*"),
        _derivative,
        _RULES,
        _RULE_PHRASES,
    ),
    Intent(
        "derivative at a point",
        (f"{_DERIVE}|gradient|slope|slope of the tangent|gradient of the tangent|steepness",),
        ("f:fe", "d:d*", "at:an@at|when|where|for|if", "x:s*"),
        _derivative_at,
        f"{_RULES} second third value point gradient slope tangent instantaneous curve graph "
        "x-coordinate x-value",
        f"{_RULE_PHRASES}|at the point|of the tangent|tangent line|of the tangent line",
    ),
    Intent(
        "derivative at a point, by its notation",
        (),
        ("f:f", "d:d+", "at:a@at|when|where|for|if|and"),
        _derivative_at,
        f"{_RULES} evaluate~ point",
        _RULE_PHRASES,
    ),
    Intent(
        "derivative at a value, by its notation",
        (),
        ("f:f", "v:v", "d:d*"),
        _derivative_value,
        f"{_RULES} position displacement particle particle's metres meters seconds moves moving "
        "evaluate~ after velocity time object car ball stone",
        f"{_RULE_PHRASES}|after # seconds|at time #|after #|first differentiate",
    ),
    Intent(
        "tangent",
        ("tangent|tangent line|touches|touches it",),
        ("f:fe", "at:ap@at|where|when|through|point"),
        _line("tangent line"),
        "tangent line equation equations curve graph function point touches touching "
        "x-coordinate form straight passes through touches touch has",
        "in the form ##|at the point|at the point where|to the curve|at that point|at this point|"
        "passes through|an equation of",
    ),
    Intent(
        "normal",
        ("normal|normal line",),
        ("f:fe", "at:ap@at|where|when|through|point"),
        _line("normal"),
        "normal line equation equations curve graph function point x-coordinate form straight "
        "perpendicular",
        "in the form ##|at the point|at the point where|to the curve|perpendicular to the curve|"
        "perpendicular to the graph",
    ),
    Intent(
        "antiderivative",
        (
            "integrate~|antiderivative|antiderivatives|anti-derivative|indefinite integral|"
            "primitive|integral",
        ),
        ("f:fe", "x:s?", "r:r*"),
        _integral,
        "wrt indefinite integral integration antiderivative function expression constant "
        "substitution parts respect general partial fractions final curve",
        "constant of integration|by parts|by substitution|integration by parts|"
        "including the constant|don't forget the constant|do not forget the constant|"
        "you can assume|you may assume|assume that|assume|assuming|for all #|the constant #|plus a "
        "constant|arbitrary constant|using partial fractions|or otherwise",
    ),
    Intent(
        "written integral",
        (),
        ("g:g",),
        _written_integral,
        "integral integrals definite indefinite integrate~ integration parts substitution "
        "evaluate~ exact suitable constant function",
        "by parts|by substitution|integration by parts|or otherwise|constant of integration|in "
        "terms of #|a suitable substitution|in exact form|the substitution ##|leave # in|"
        "fundamental theorem of calculus|using partial fractions|partial fractions",
    ),
    Intent(
        "definite integral",
        ("integral|integrate~|definite integral",),
        ("f:fe", "low:n@from|between|limits", "high:ns@to|and", "x:s?"),
        _definite,
        "definite integral function respect limits lower upper interval exact",
        "by parts|by substitution|integration by parts|or otherwise|in exact form",
    ),
    Intent(
        "differential equation",
        (),
        ("y:y", "b:b*", "p:p?@through|at"),
        _differential,
        "differential equation equations ode initial condition conditions problem ivp general "
        "particular solution solutions solve~ separable separation variables first-order "
        "second-order linear ordinary homogeneous function satisfies satisfying satisfy "
        "subject separating integrating factor explicit explicitly order first second passes "
        "curve crosses y-axis point through passing meets cuts",
        "as a function of #|in terms of #|for # as a function of #|separation of variables|"
        "boundary condition|first order|second order|initial value problem|with initial condition|"
        "value of the constant",
    ),
    Intent(
        "limit",
        ("limit|limits|tend|tends|approach|approaches|lim|limiting value",),
        ("f:fe", "x:s@as|when|if|limit|lim", "p:n@→|to|approaches|tends to|goes to|approach"),
        _limit,
        "limit limits lhopital rule function fraction expression tend tends approach approaches "
        "limiting exists two-sided algebraically",
        "if it exists|rule of lhopital|tends to|tend to|goes to|using algebra|or otherwise|→|"
        "heads towards|gets closer to|gets close to|head towards",
    ),
    Intent(
        "written limit",
        (),
        ("l:l",),
        _written_limit,
        "limit limits lhopital rule evaluate~ exists function fraction expression algebraically",
        "if it exists|or otherwise|if any|state that it doesn't exist",
    ),
)
