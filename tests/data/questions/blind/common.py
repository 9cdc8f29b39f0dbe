"""Helpers for the hand-written tables: tiny calculations used by the checks."""
import sympy as sp
from sympy import *
from sympy.parsing.sympy_parser import parse_expr, standard_transformations, implicit_multiplication_application, convert_xor, rationalize
import math, re, datetime, itertools, statistics as st
x, y, z, t, a, b, c, n, k, r, h, m, p, q, u, v, w, s = symbols("x y z t a b c n k r h m p q u v w s")
NAMES = {str(i): i for i in (x, y, z, t, a, b, c, n, k, r, h, m, p, q, u, v, w, s)}
for _n in "A B C D E F G H I K L M N O P Q R S T U V W X Y Z d e f g i j l o".split():
    NAMES[_n] = Symbol(_n)
NAMES.update(e=E, pi=pi, sqrt=sqrt, sin=sin, cos=cos, tan=tan, ln=log, log=log, exp=exp, abs=Abs, arctan=atan, arcsin=asin, sec=sec, root=root, infinity=oo)
TR = standard_transformations + (rationalize, convert_xor, implicit_multiplication_application)
def X(text):
    return parse_expr(text, local_dict=dict(NAMES), transformations=TR)
Q = Rational
def sol(eq, var=x, dom=S.Reals):
    """Real solutions of "lhs = rhs" (a set)."""
    l, r_ = eq.split("=") if "=" in eq else (eq, "0")
    s_ = solveset(X(l) - X(r_), var, dom)
    if s_ == S.EmptySet: return set()
    if isinstance(s_, FiniteSet): return set(s_)
    rs = solve(X(l) - X(r_), var)
    return {i for i in rs if abs(im(N(i))) < 1e-12 and abs(N((X(l) - X(r_)).subs(var, i))) < 1e-9}
def num(f, lo, hi, step, tol=1e-9):
    """All zeros of f by brute force on a grid that the answers lie on."""
    out, i = [], 0
    while lo + i * step <= hi + 1e-12:
        v_ = lo + i * step
        try:
            if abs(f(v_)) < tol: out.append(v_)
        except (ZeroDivisionError, ValueError): pass
        i += 1
    return out
def deg(f, lo=0, hi=360, step=1, open_hi=False):
    r_ = num(lambda d: f(math.radians(d)), lo, hi, step, 1e-9)
    return [i for i in r_ if not (open_hi and i == hi)]
def rad(f, lo=0, hi=24, open_hi=True):
    """zeros on the grid of pi/12 in [lo*pi/12, hi*pi/12)"""
    return [pi * Q(i, 12) for i in range(lo, hi + (0 if open_hi else 1)) if abs(f(i * math.pi / 12)) < 1e-9]
def rd(v_, d):
    """school rounding (half away from zero)"""
    v_ = nsimplify(v_) if isinstance(v_, float) else sympify(v_)
    sg = -1 if v_ < 0 else 1
    return sg * Q(int(floor(abs(v_) * 10**d + Q(1, 2))), 1) / Integer(10)**d
def sf(v_, d):
    v_ = sympify(v_)
    return rd(v_, d - 1 - int(floor(N(log(abs(v_), 10)))))
def same(p_, q_):
    p_, q_ = sympify(p_), sympify(q_)
    if p_ == q_: return True
    if p_ in (oo, -oo) or q_ in (oo, -oo): return False
    d = p_ - q_
    if not d.free_symbols:
        return abs(N(d)) < 1e-9
    if simplify(d) == 0: return True
    d2 = d
    for j in range(4):
        w_ = {s_: Q(7 + 3 * j + 2 * i, 5 + i) for i, s_ in enumerate(sorted(d.free_symbols, key=str))}
        if abs(N(d2.subs(w_))) > 1e-9: return False
    return True
REL = {"<": Lt, ">": Gt, "<=": Le, ">=": Ge}
def ineq_set(text, var=x):
    out = S.EmptySet
    for part in text.split(" or "):
        tk = [i.strip() for i in re.split(r"(<=|>=|<|>)", part)]
        s_ = S.Reals
        for i in range(1, len(tk), 2):
            s_ = s_.intersect(REL[tk[i]](X(tk[i - 1]), X(tk[i + 1])).as_set())
        out = out.union(s_)
    return out
def strip(s_):
    s_ = s_.strip()
    s_ = re.sub(r"^([A-Za-z]\w*|[a-z]'*\([a-z]\)|dy/dx|\w+\^-1\(x\))\s*=\s*", "", s_)
    return s_.strip()
def strip_num(s_):
    s_ = strip(s_).lstrip("$").lstrip("£")
    if s_.startswith("-$"): s_ = "-" + s_[2:]
    s_ = s_.rstrip("%")
    mm = re.match(r"^(-?)(\d+) (\d+)/(\d+)( [a-z].*)?$", s_)
    if mm: return f"{mm[1]}({mm[2]}+{mm[3]}/{mm[4]})"
    s_ = re.sub(r"\s+[A-Za-z][A-Za-z/^0-9 ]*$", "", s_) if re.match(r"^[-\d(]|^sqrt|^pi", s_) else s_
    return s_
class Pairs(list):
    "solution pairs of a system, in any order"
LAST = None   # the function that a differential-equation check verified
def agrees(ans, val):
    global LAST
    if callable(val) and type(val).__name__ == "function": return bool(val(ans))
    if isinstance(val, Pairs):
        vs = [[X(i) for i in re.findall(r"(?:[xy] =|\(|,) ?([-\d/]+)", prt)] for prt in re.split(r" or |(?<=\)), ", ans)]
        return sorted(map(tuple, vs)) == sorted(map(tuple, val))
    if LAST is not None:
        f, LAST = LAST, None
        if not same(X(strip(ans)).subs(t, x), f): return False
    if isinstance(val, (bool, sp.logic.boolalg.BooleanAtom)):
        val = bool(val)
        if ans in ("yes", "True"): return val
        if ans in ("no", "False"): return not val
        return val
    if isinstance(val, str): return ans == val
    if isinstance(val, sp.Set) and not isinstance(val, FiniteSet):
        vs = re.findall(r"[a-z]", re.sub(r"sqrt|or", "", ans))
        return ineq_set(ans, Symbol(vs[0])) == val
    if isinstance(val, MatrixBase):
        return Matrix([[X(i) for i in row.split(",")] for row in re.findall(r"\[([^\[\]]+)\]", ans)]) == val if "[[" in ans else False
    if isinstance(val, (set, FiniteSet, frozenset)):
        val = sorted(val, key=lambda i: N(re_(i)) if not sympify(i).free_symbols else 0)
        if not val: return ans in ("no real solutions", "no solutions", "no solution")
        got = [X(strip_num(i)) for i in re.split(r"\s+or\s+|,\s*", ans)]
        return len(got) == len(val) and all(any(same(i, j) for j in got) for i in val)
    if isinstance(val, (list, tuple)):
        got = [X(strip_num(i)) for i in re.split(r"\s+or\s+|,\s*|:", ans.replace("(", "").replace(")", "") if "," in ans and "sqrt" not in ans else ans)]
        return len(got) == len(val) and all(same(i, j) for i, j in zip(got, val))
    val = sympify(val)
    if not val.free_symbols:
        return same(X(strip_num(ans)), val)
    return same(X(strip(ans).replace("+ C", "")), val)
def re_(i): return sp.re(N(i))
D = datetime.date
TABLES = {}
def K(kind, rows): TABLES.setdefault(kind, []).extend(rows)
