"""How an integral can be found by hand: SymPy's ``manualintegrate`` proposes the rules, as trees.

It proposes and nothing more: each line that is written from a plan is differentiated by the
kernel. Of several ways the one with the fewest rules is taken, or the one that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from mathviz_chat.core.kernel import (
    Outcome,
    differentiate,
    identity,
    real_solutions,
    substitute,
    variables,
)
from mathviz_chat.core.reading.tree import (
    Abs,
    Chain,
    Const,
    Constant,
    Expr,
    Log,
    Number,
    Pow,
    RelOp,
    Symbol,
)
from mathviz_chat.core.reading.walking import map_children, walk
from mathviz_chat.core.symbolic import NotSymbolic, from_sympy, to_sympy

MAX_NODES: Final = 60
SUBSTITUTION: Final = "substitution"
PARTS: Final = "parts"


@dataclass(frozen=True, slots=True)
class Plan:
    """One rule. parts: the integrals that it needs, in order.

    named: what it names, such as ``u`` and ``v``; result: an antiderivative, without constant.
    """

    rule: str
    integrand: Expr
    variable: str
    result: Expr
    parts: tuple[Plan, ...] = ()
    named: tuple[tuple[str, Expr], ...] = ()


_LEAVES: Final = {
    "ConstantRule": "Constant rule",
    "PowerRule": "Power rule",
    "ReciprocalRule": "Logarithm rule",
    "ExpRule": "Exponential rule",
    "SinRule": "Integral of sine",
    "CosRule": "Integral of cosine",
    "Sec2Rule": "Integral of sec^2",
    "Csc2Rule": "Integral of csc^2",
    "SecTanRule": "Integral of sec*tan",
    "CscCotRule": "Integral of csc*cot",
    "SinhRule": "Integral of hyperbolic sine",
    "CoshRule": "Integral of hyperbolic cosine",
    "ArctanRule": "Arctangent rule",
    "ArcsinRule": "Arcsine rule",
    "ArcsinhRule": "Inverse hyperbolic sine rule",
    "TrigSubstitutionRule": "Trigonometric substitution",
    "CompleteSquareRule": "Complete the square",
    "NestedPowRule": "Power rule",
    "SqrtQuadraticRule": "Complete the square",
    "SqrtQuadraticDenomRule": "Complete the square",
    "QuadraticDenomRule": "Complete the square",
}


def plan(body: Expr, name: str, method: str | None = None) -> Plan | None:
    """A way to integrate; None where SymPy has none or it cannot be written.

    method: ``substitution`` or ``parts``, for the outermost rule that has a choice.
    """
    import sympy

    if sum(1 for _ in walk(body)) > MAX_NODES:
        return None
    integrand, variable = to_sympy(body), sympy.Symbol(name, real=True)
    try:
        rule = _steps(integrand, variable)
        other = _root_by_parts(integrand, variable) if method == PARTS else None
        found = _planned(other or rule, method)
    except (NotSymbolic, NotImplementedError, ValueError, TypeError, AttributeError, KeyError):
        return None
    return found if method is None or _uses(found, method) else None


def _steps(integrand: Any, variable: Any) -> Any:
    """SymPy's rules, whatever it was asked before: it counts how often a u was chosen by parts,
    gives up after a few, and forgets the count only with a whole integral."""
    import sympy
    from sympy.integrals.manualintegrate import integral_steps, manualintegrate

    manualintegrate(sympy.S.One, variable)
    return integral_steps(integrand, variable)


def _uses(found: Plan, method: str) -> bool:
    names = {SUBSTITUTION: "Substitution", PARTS: "Integration by parts"}
    return found.rule == names[method] or any(_uses(part, method) for part in found.parts)


def _planned(rule: Any, method: str | None) -> Plan:
    kind = type(rule).__name__
    if kind == "AlternativeRule":
        return _chosen(rule.alternatives, method)
    builder = _BUILDERS.get(kind)
    if builder is not None:
        return builder(rule, method)
    if kind not in _LEAVES:
        raise NotSymbolic(kind)
    return _made(rule, _LEAVES[kind])


def _chosen(alternatives: Any, method: str | None) -> Plan:
    """The shortest of the ways that can be written and use the method."""
    ways: list[Plan] = []
    for one in alternatives:
        try:
            ways.append(_planned(one, method))
        except (NotSymbolic, AttributeError):
            continue
    fitting = [way for way in ways if method is None or _uses(way, method)]
    if not fitting and not ways:
        raise NotSymbolic("no way")
    return min(fitting or ways, key=_length)


def _length(found: Plan) -> int:
    return 1 + sum(map(_length, found.parts))


def _made(rule: Any, name: str, parts: tuple[Plan, ...] = (), **named: Any) -> Plan:
    trees = tuple((key, _tree(value)) for key, value in named.items())
    integrand = _tree(rule.integrand)
    result = with_absolute_values(_tree(rule.eval()), integrand)
    variable = rule.variable.name.strip("_")
    made = Plan(name, integrand, variable, result, parts, trees)
    if not _differentiates_back(made):
        raise NotSymbolic("a rule whose result is no antiderivative")
    return made


def _differentiates_back(made: Plan) -> bool:
    try:
        slope = differentiate(made.result, made.variable)
    except ValueError:
        return False
    return identity(slope, made.integrand).outcome is Outcome.PROVED


def _tree(expr: Any) -> Expr:
    import sympy

    plain = {s: sympy.Symbol(s.name.strip("_"), real=True) for s in expr.free_symbols}
    return from_sympy(expr.xreplace(plain))


def _sum(rule: Any, method: str | None) -> Plan:
    return _made(rule, "Sum rule", tuple(_planned(one, method) for one in rule.substeps))


def _multiple(rule: Any, method: str | None) -> Plan:
    return _made(rule, "Constant multiple rule", (_planned(rule.substep, method),))


def _rewritten(rule: Any, method: str | None) -> Plan:
    parts = (_planned(rule.substep, method),)
    return _made(rule, "Rewrite", parts, rewritten=rule.rewritten)


def _substituted(rule: Any, method: str | None) -> Plan:
    """u for the inside, if nothing of the old variable is left."""
    import sympy

    u = sympy.Symbol("u" if rule.variable.name != "u" else "w", real=True)
    linear = _linear_below_root(rule.u_func, rule.variable)
    inside = linear or rule.u_func
    new = sympy.simplify(rule.integrand / inside.diff(rule.variable)).subs(inside, u)
    if linear is not None:
        (old,) = sympy.solve(linear - u, rule.variable)
        new = sympy.expand((rule.integrand / linear.diff(rule.variable)).subs(rule.variable, old))
    elif new.has(rule.variable):
        new = sympy.simplify(new)
    if new.has(rule.variable) or sympy.simplify(inside) == rule.variable:
        raise NotSymbolic("a substitution that leaves the old variable")
    part = _planned(_steps(new, u), None)
    integrand, put_in = _tree(rule.integrand), _tree(inside)
    result = substitute(part.result, {u.name: put_in})
    named = (("u", put_in), ("slope", _tree(inside.diff(rule.variable))))
    made = Plan("Substitution", integrand, rule.variable.name, result, (part,), named)
    if not _differentiates_back(made):
        raise NotSymbolic("a substitution that does not differentiate back")
    return made


def _linear_below_root(power: Any, variable: Any) -> Any:
    """``x + 1`` of sqrt(x + 1): with that for u no old variable is left in x*sqrt(x + 1)."""
    import sympy

    if not power.is_Pow or not power.exp.is_Rational or power.exp.is_Integer:
        return None
    is_linear = power.base.is_polynomial(variable) and sympy.degree(power.base, variable) == 1
    return power.base if is_linear else None


def _root_by_parts(integrand: Any, variable: Any) -> Any:
    """``x*sqrt(x + 1)`` with u = x, where SymPy itself only substitutes; None of other products."""
    from sympy.integrals.manualintegrate import PartsRule

    roots = [one for one in integrand.args if _linear_below_root(one, variable) is not None]
    if not integrand.is_Mul or len(roots) != 1:
        return None
    u = integrand / roots[0]
    if not u.is_polynomial(variable) or not u.has(variable):
        return None
    first = _steps(roots[0], variable)
    second = _steps(first.eval() * u.diff(variable), variable)
    return PartsRule(integrand, variable, u, roots[0], first, second)


def _by_parts(rule: Any, method: str | None) -> Plan:
    steps = (rule.v_step, rule.second_step)
    parts = tuple(_with_letter(_planned(one, None), "w") for one in steps)
    return _made(rule, "Integration by parts", parts, u=rule.u, dv=rule.dv)


def _with_letter(found: Plan, letter: str) -> Plan:
    """The plan with another letter for u, which names a part already."""
    put_in = {"u": Symbol(letter)}
    return Plan(
        found.rule,
        substitute(found.integrand, put_in),
        letter if found.variable == "u" else found.variable,
        substitute(found.result, put_in),
        tuple(_with_letter(part, letter) for part in found.parts),
        tuple((key, substitute(tree, put_in)) for key, tree in found.named),
    )


def _cyclic(rule: Any, method: str | None) -> Plan:
    rounds = rule.parts_rules
    if len(rounds) != 2:
        raise NotSymbolic("more than two rounds")
    return _made(
        rule,
        "Integration by parts, twice",
        tuple(_with_letter(_planned(one.v_step, None), "w") for one in rounds),
        u=rounds[0].u,
        dv=rounds[0].dv,
        u2=rounds[1].u,
        dv2=rounds[1].dv,
        share=rule.coefficient,
    )


_BUILDERS: Final[dict[str, Callable[[Any, str | None], Plan]]] = {
    "AddRule": _sum,
    "ConstantTimesRule": _multiple,
    "RewriteRule": _rewritten,
    "URule": _substituted,
    "PartsRule": _by_parts,
    "CyclicPartsRule": _cyclic,
}


def with_absolute_values(expr: Expr, body: Expr) -> Expr:
    """``ln|u|`` for ``ln(u)``, where u may be negative and the integrand has a value then."""

    kept = {node.arg for node in walk(body) if isinstance(node, Log)}

    def changed(node: Any) -> Any:
        node = map_children(node, changed)
        if isinstance(node, Log) and node.arg in kept:
            return node
        if isinstance(node, Log) and not isinstance(node.arg, Abs) and _may_be_negative(node.arg):
            return Log(Abs(node.arg), node.base)
        return node

    result: Expr = changed(expr)
    return result


def _may_be_negative(expr: Expr) -> bool:
    names = variables(expr)
    if not names or (isinstance(expr, Pow) and expr.base == Constant(Const.E)):
        return False
    if isinstance(expr, Symbol) or len(names) > 1:
        return True
    found = real_solutions(Chain((expr, Number(Fraction(0))), (RelOp.LE,)), names[0])
    return found is None or not found.is_empty
