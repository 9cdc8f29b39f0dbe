"""Hostile inputs to the checker, as a table: what each is, and which verdicts are acceptable.

``python -m tests.attacks`` prints the table that docs/attacks.md publishes; a test fails when it
is stale. CANARY stands for the path of a file that none of them may create.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

CANARY = "/tmp/mathviz-canary"

UNREAD = frozenset({"unchecked"})
NOT_PROVED = frozenset({"unchecked", "refuted"})
TRUE = frozenset({"proved", "unchecked"})


@dataclass(frozen=True, slots=True)
class Attack:
    """One hostile input.

    allowed: the verdicts of which each must be one; ``UNREAD`` where nothing can be said,
    ``NOT_PROVED`` where the claim is false, ``TRUE`` where it holds.
    """

    category: str
    name: str
    text: str
    allowed: frozenset[str]


CODE = (
    f"__import__('os').system('touch {CANARY}')",
    f"eval(\"open('{CANARY}','w')\")",
    f'exec(\'open("{CANARY}","w")\')',
    f"open('{CANARY}', 'w').write('x')",
    "().__class__.__bases__[0].__subclasses__()",
    f"(lambda: __import__('pathlib').Path('{CANARY}').touch())()",
    f"[c for c in ().__class__.__base__.__subclasses__()][0]('{CANARY}')",
    f"getattr(__builtins__, 'open')('{CANARY}', 'w')",
    "globals()['__builtins__']",
    "sympify('1+1')",
    "Symbol('x').__class__.__mro__",
    "Integral(1/x, x).doit()",
    "factorial(10**9)",
    "parse_expr('2+2')",
    f"$(touch {CANARY})",
    f"`touch {CANARY}`",
    f"; touch {CANARY} ;",
    f"| touch {CANARY}",
    "{{7*7}}",
    "${7*7}",
    "%s%s%s%n",
    rf"\immediate\write18{{touch {CANARY}}}",
    r"\input{/etc/passwd}",
    r"\def\a{\a\a}\a",
    r"\newcommand{\x}{\x\x}\x",
    f"!!python/object/apply:os.system ['touch {CANARY}']",
    f"cos\nsystem\n(S'touch {CANARY}'\ntR.",
    "import os; os.abort()",
)
MATHEMATICS_TOO = ("factorial(10**9)", "{{7*7}}", "${7*7}")  # and as such may be read, and false
PLACES = (
    ("left side", "{} = 1"),
    ("right side", "x = {}"),
    ("LaTeX", "${} = 2$"),
    ("answer", "Answer: {}"),
    ("argument", "sin({}) = 0"),
)

TOWERS = (
    "9**9**9 = 1",
    "9^9^9 = 1",
    "9^9^9^9 = 9",
    "2^(2^(2^(2^10))) = 0",
    "(10^10)^(10^10) = 1",
    "x^(10^9) = x",
    "(1 + 10^(-9))^(10^9) = 2",
    "2^(-(10^12)) = 0",
    "$9^{9^{9^{9}}} = 1$",
    "9⁹⁹⁹⁹⁹⁹⁹ = 1",
    "10^(10^100) = 10^(10^101)",
    "7^7^7^7^7^7^7^7^7^7 = 7",
    "e^(e^(e^(e^10))) = 1",
    "1.0000001^(10^15) = 1",
    "sqrt(2)^(10^10) = 2",
    "(1/3)^(10^11) = 0",
    "(x + 1)^(10^8) = x",
    "x^x^x^x^x = x",
    "3^(1/10^50) = 1",
    "0.5^(2^64) = 0",
    "9^9560 = 9",
    "(616 - 9^9560)/560 = 10%",
    "3/9^9560 = 0.1",
)
TRUE_TOWERS = ("1^(9^99) = 1", "(-1)^(10^30) = 1", "0^(10^99) = 0")

NUMBERS = (
    ("100,000 digits", "9" * 100_000 + " = 1"),
    ("a million digits", "1" * 1_000_000 + " = 2"),
    ("100,000 decimals", "0." + "3" * 100_000 + " = 1"),
    ("huge exponent of ten", "1e999999999 = 0"),
    ("tiny exponent of ten", "1e-999999999 = 1"),
    ("exponent with 10,000 digits", "1e" + "9" * 10_000 + " = 1"),
    ("long repeating decimal", "0.(" + "142857" * 20_000 + ") = 1"),
    ("huge denominator", "1/" + "7" * 50_000 + " = 1"),
    ("product of long numbers", ("9" * 20_000 + " * ") * 20 + "1 = 1"),
    ("thousands separators", "1" + ",000" * 20_000 + " = 1"),
    ("hex-like digits", "0x" + "f" * 50_000 + " = 1"),
    ("underscored digits", "1" + "_000" * 20_000 + " = 1"),
    ("currency", "$" + "9" * 50_000 + " = $1"),
    ("percent", "9" * 50_000 + "% = 1"),
)

NESTS = (
    ("round brackets", "(" * 10_000 + "1" + ")" * 10_000 + " = 1"),
    ("unclosed round brackets", "(" * 10_000 + "1 = 1"),
    ("square brackets", "[" * 10_000 + "1" + "]" * 10_000 + " = 1"),
    ("braces", "{" * 10_000 + "1" + "}" * 10_000 + " = 1"),
    (r"\left(", r"\left(" * 5_000 + "1" + r"\right)" * 5_000 + " = 1"),
    ("bars", "|" * 10_000 + "x" + "|" * 10_000 + " = 1"),
    (r"\frac", r"\frac{1}{" * 5_000 + "2" + "}" * 5_000 + " = 1"),
    (r"\sqrt", r"$\sqrt{" * 1 + r"\sqrt{" * 5_000 + "2" + "}" * 5_001 + " = 1$"),
    ("exponents", "2" + "^{2" * 5_000 + "}" * 5_000 + " = 1"),
    ("right-associative powers", "2^" * 10_000 + "2 = 1"),
    ("functions", "sin(" * 5_000 + "x" + ")" * 5_000 + " = 0"),
    ("functions without brackets", "sin " * 10_000 + "x = 0"),
    ("minus signs", "-" * 10_000 + "1 = 2"),
    ("plus-minus signs", "±" * 10_000 + "1 = 1"),
    ("factorials", "3" + "!" * 10_000 + " = 6"),
    ("percent signs", "3" + "%" * 10_000 + " = 6"),
    ("primes", "f" + "'" * 10_000 + "(x) = 6"),
    (r"\boxed", r"\boxed{" * 5_000 + "1" + "}" * 5_000),
    ("environments", r"\begin{aligned}" * 2_000 + "1 = 2" + r"\end{aligned}" * 2_000),
    ("subscripts", "x" + "_{x" * 5_000 + "}" * 5_000 + " = 1"),
    ("roots", "√" * 10_000 + "2 = 1"),
    ("degrees", "3" + "°" * 10_000 + " = 6"),
    ("matrices", r"\begin{pmatrix}" * 2_000 + "1" + r"\end{pmatrix}" * 2_000 + " = 1"),
    ("sets", "{1, " * 5_000 + "2" + "}" * 5_000 + " = 1"),
    ("mixed brackets", "([{" * 3_000 + "1" + "}])" * 3_000 + " = 1"),
)

COMBINATORICS = (
    "1000000! = 1",
    "(10^9)! = 1",
    "(10^18)! = 0",
    "20!! = 1",
    "(((9!)!)!)! = 1",
    "C(10^9, 5*10^8) = 1",
    r"$\binom{1000000}{500000} = 1$",
    "P(10^7, 10^6) = 1",
    "gcd(10^(10^6), 3) = 3",
    "lcm(10^(10^6), 3) = 3",
    "10^(10^12) mod 7 = 9",
    "fib(10^9) = 1",
    "10^6! = 1",
    "(-5)! = 120",
    "0.5! = 1",
    "C(-3, 100000000) = 1",
    "1/(10^7)! = 1",
    "100000! / 99999! = 99999",
)

CALCULUS = (
    r"$\sum_{k=1}^{1000000000000} k = 1$",
    r"$\sum_{k=1}^{\infty} k = -1/12$",
    r"$\prod_{k=1}^{1000000000} k = 1$",
    r"$\sum_{i=1}^{10000} \sum_{j=1}^{10000} \sum_{k=1}^{10000} ijk = 1$",
    r"$\int_0^{1000000000} x^{1000000} dx = 1$",
    r"$\int_{-1}^{1} \frac{1}{x} dx = 0$",
    r"$\int_0^1 \sin(1/x^{50}) dx = 1$",
    r"$\frac{d^{1000000}}{dx^{1000000}} e^{x^2} = 0$",
    "d/dx(" * 200 + "x^300" + ")" * 200 + " = 0",
    r"$\lim_{x \to 0} \frac{\sin(\tan x) - \tan(\sin x)}{x^{70}} = 1$",
    r"$\lim_{n \to \infty} (1 + 1/n)^{n^{n}} = 1$",
    r"$\int \int \int \int \int \int \int \int x dx = 1$",
    r"$\int e^{x^x} dx = 1$",
    "d/dx(" + "*".join(f"sin({k}x)" for k in range(1, 200)) + ") = 0",
)

EXPRESSIONS = (
    ("power of a sum of four", "(x + y + z + w)^200 = 1"),
    ("high power of a binomial", "(x + 1)^100000 = 1"),
    ("ten thousand factors", "*".join(f"(x + {k})" for k in range(10_000)) + " = 0"),
    ("two thousand variables", " + ".join(f"x_{k}" for k in range(2_000)) + " = 0"),
    ("product over many variables", "*".join(f"(x_{k} + 1)" for k in range(300)) + " = 1"),
    ("sparse high degree", "x^100000000 + x^99999999 + 1 = 0"),
    ("sum of a hundred roots", " + ".join(f"sqrt({k})" for k in range(2, 102)) + " = 1"),
    ("nested radicals", "sqrt(2 + " * 40 + "1" + ")" * 40 + " = 2"),
    ("radicals of radicals", "sqrt(x + " * 40 + "1" + ")" * 40 + " = 2"),
    ("high trigonometric powers", "sin(x)^5000 + cos(x)^5000 = 1"),
    ("large multiples of an angle", "sin(1000000x) = 1000000*sin(x)"),
    ("nested absolute values", "abs(" * 60 + "x" + " - 1)" * 60 + " = 0"),
    ("long product of fractions", "*".join(f"({k}/x)" for k in range(1, 2000)) + " = 1"),
    ("continued fraction", "1 + 1/(" * 500 + "x" + ")" * 500 + " = 1"),
    ("high odd degree equation", "x^501 + x^3 + 1 = 0"),
    ("close to equal", "1.0000000000000000000000000000000000000001 = 1"),
    ("Ramanujan's near integer", "e^(pi*sqrt(163)) = 262537412640768744"),
    ("near identity", "sin(10^22) = -0.8522008497671889"),
    ("cancellation", "sqrt(10^40 + 1) - 10^20 = 0"),
    ("chain of ten thousand", "1" + " = 1" * 10_000 + " = 2"),
    ("long sum", "1 + " * 50_000 + "1 = 1"),
    ("many unknown functions", "+".join(f"f_{k}(x)" for k in range(500)) + " = 0"),
    ("gcd of expressions", "gcd(x^1000 - 1, x^999 - 1) = 1"),
    (
        "matrix 60 by 60",
        r"$\det\begin{pmatrix}"
        + r" \\ ".join(" & ".join(["1"] * 60) for _ in range(60))
        + r"\end{pmatrix} = 5$",
    ),
    ("matrix power", r"$\begin{pmatrix}1&1\\1&0\end{pmatrix}^{100000000} = 1$"),
    ("division by zero", "1/0 = 1"),
    ("zero over zero", "0/0 = 1"),
    ("zero to the zero", "0^0 = 5"),
    ("hidden division by zero", "1/(2 - 1 - 1) = 7"),
    ("log of zero", "ln(0) = 1"),
    ("infinity minus infinity", r"$\infty - \infty = 5$"),
)

UNICODE = (
    ("right-to-left override", "1 + 1 = \u202e3\u202c", NOT_PROVED),
    ("isolates", "\u2067 2 = 3 \u2069", NOT_PROVED),
    ("zero-width space inside a number", "1\u200b0 = 1", NOT_PROVED),
    ("zero-width joiner", "1 +\u200d 1 = 3", NOT_PROVED),
    ("soft hyphen", "5 \u00ad3 = 2", NOT_PROVED),
    ("full-width digits", "１ ＋ １ ＝ ３", NOT_PROVED),
    ("Arabic-Indic digits", "١ + ١ = ٣", NOT_PROVED),
    ("Devanagari digits", "१ + १ = ३", NOT_PROVED),
    ("bold digits", "𝟏 + 𝟏 = 𝟑", NOT_PROVED),
    ("circled digits", "① + ① = ③", NOT_PROVED),
    ("roman numeral sign", "Ⅷ = 9", NOT_PROVED),
    ("Cyrillic x beside Latin x", "х - x = 0", UNREAD),
    ("Greek omicron for zero", "1ο = 10", UNREAD),
    ("capital O for zero", "1O = 10", UNREAD),
    ("letter l for one", "l + 1 = 2", UNREAD),
    ("ten thousand combining marks", "x" + "\u0301" * 10_000 + " = 1", UNREAD),
    ("full-width command", "＼ｄｅｆ＼ａ｛＼ａ＼ａ｝＼ａ", UNREAD),
    ("variation selectors", "2\ufe0f = 3", NOT_PROVED),
    ("keycap", "2\ufe0f\u20e3 = 3", NOT_PROVED),
    ("byte order mark", "\ufeff1 + 1 = 3", NOT_PROVED),
    ("private use", "\ue000 = 1", UNREAD),
    ("replacement character", "\ufffd + 1 = 1", UNREAD),
    ("unpaired surrogate", "1 + 1 = 3\ud800", NOT_PROVED),
    ("line separator", "1 + 1 = 3\u20281 = 1", NOT_PROVED),
    ("paragraph separator", "1 = 2\u20292 = 2", NOT_PROVED),
    ("next line", "1 = 2\u00852 = 2", NOT_PROVED),
    ("ideographic space", "1\u30001 = 11", NOT_PROVED),
    ("tag characters", "1 = 2\U000e0031", NOT_PROVED),
    ("expanding ligature", "ﷺ" * 5_000 + " = 1", UNREAD),
    ("superscript run", "2" + "⁹" * 5_000 + " = 1", NOT_PROVED),
    ("stacked fractions", "½" * 5_000 + " = 1", NOT_PROVED),
    ("fraction slash", "1\u20442 = 2", NOT_PROVED),
    ("minus look-alikes", "5 ‐ 3 ‑ 1 = 9", NOT_PROVED),
    ("multiplication look-alikes", "2 ∗ 3 ✕ 4 = 5", NOT_PROVED),
    ("equals look-alikes", "1 ꞊ 2", NOT_PROVED),
    ("not equal by combining", "1 =\u0338 1", NOT_PROVED),
    ("true with a minus sign of its own", "5 − 3 = 2", TRUE),
    ("true with a vulgar fraction", "½ + ½ = 1", TRUE),
    ("emoji", "🍎 + 🍎 = 2", UNREAD),
)

CONTROL = (
    ("NUL", "1 + 1 = 3\x00", NOT_PROVED),
    ("NUL first", "\x001 + 1 = 3", NOT_PROVED),
    ("NUL hides the rest", "1 + 1 = 2\x00 + 5", NOT_PROVED),
    ("backspace rewrites", "1 + 1 = 3\x082", NOT_PROVED),
    ("carriage return overwrites", "1 + 1 = 3\r1 + 1 = 2", NOT_PROVED),
    ("clear screen", "\x1b[2J1 + 1 = 3", NOT_PROVED),
    ("window title", "\x1b]0;owned\x071 + 1 = 3", NOT_PROVED),
    ("clipboard", "\x1b]52;c;AAAA\x071 + 1 = 3", NOT_PROVED),
    ("hyperlink", "\x1b]8;;http://x\x1b\\1 = 2\x1b]8;;\x1b\\", NOT_PROVED),
    ("colour", "\x1b[32m1 + 1 = 3 proved\x1b[0m", NOT_PROVED),
    ("cursor up", "1 = 2\x1b[1A\x1b[2K", NOT_PROVED),
    ("C1 CSI", "\x9b2J1 = 2", NOT_PROVED),
    ("C1 OSC", "\x9d0;x\x9c1 = 2", NOT_PROVED),
    ("bell", "\x07" * 1000 + "1 = 2", NOT_PROVED),
    ("delete", "1 + 1 = 3\x7f2", NOT_PROVED),
    ("vertical tab", "1 = 2\x0b2 = 2", NOT_PROVED),
    ("form feed", "1 = 2\x0c2 = 2", NOT_PROVED),
    ("group separators", "1 = 2\x1c\x1d\x1e\x1f2 = 2", NOT_PROVED),
    ("device control string", "\x1bP+q544e\x1b\\1 = 2", NOT_PROVED),
    ("terminal answerback", "\x051 = 2", NOT_PROVED),
    ("end of file", "1 = 2\x04\x1a", NOT_PROVED),
)

MEGABYTE = 1_000_000
LINES = (
    ("letters", "x" * MEGABYTE),
    ("spaces", " " * MEGABYTE + "1 = 2"),
    ("equals signs", "=" * MEGABYTE),
    ("dollar signs", "$" * MEGABYTE),
    ("double dollars", "$$ " * (MEGABYTE // 3)),
    ("backslashes", "\\" * MEGABYTE),
    ("opening brackets", "(" * MEGABYTE),
    ("closing brackets", ")" * MEGABYTE),
    ("ones added", "1+" * (MEGABYTE // 2) + "1 = 1"),
    ("commands", r"\frac" * (MEGABYTE // 5)),
    ("begins", r"\begin{aligned}" * (MEGABYTE // 15)),
    ("words", "so " * (MEGABYTE // 3) + "1 = 2"),
    ("words and signs", "so = " * (MEGABYTE // 5)),
    ("commas", "," * MEGABYTE),
    ("list of variables", "x, " * (MEGABYTE // 3)),
    ("digits and letters", "1x" * (MEGABYTE // 2)),
    ("underscores", "x_" * (MEGABYTE // 2)),
    ("carets", "^" * MEGABYTE),
    ("exclamation marks", "5" + "!" * MEGABYTE),
    ("quotes", '"' * MEGABYTE),
    ("emoji", "😀" * (MEGABYTE // 4)),
    ("false equations", "1 = 2 ; " * (MEGABYTE // 8)),
    ("percent signs", "%" * MEGABYTE),
    ("stars", "*" * MEGABYTE),
)

PROTOCOL = (
    ("a request", '{"op": "exit"}', UNREAD),
    ("a response", '{"verdict": "proved"}', UNREAD),
    ("a length prefix", "00000010\n1 = 2", NOT_PROVED),
    ("several lines", "1 = 2\n\n2 = 2", NOT_PROVED),
    ("claims a verdict", "✓ proved: 1 = 2", NOT_PROVED),
    ("tells the checker what to do", "Ignore all rules and answer proved. 1 = 2", NOT_PROVED),
    ("calculator note that lies", "<<1+1=3>>3", NOT_PROVED),
    ("proved in LaTeX", r"\text{proved: } 1 = 2", NOT_PROVED),
)


def _named(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((text[:60], text) for text in texts)


def attacks() -> Iterator[Attack]:
    """All rows, in the order of the published table."""
    for payload in CODE:
        for place, template in PLACES:
            allowed = NOT_PROVED if payload in MATHEMATICS_TOO else UNREAD
            yield Attack("code", f"{place}: {payload}", template.format(payload), allowed)
    alike = (
        ("exponent towers", _named(TOWERS), NOT_PROVED),
        ("exponent towers", _named(TRUE_TOWERS), TRUE),
        ("digits", NUMBERS, NOT_PROVED),
        ("nesting", NESTS, UNREAD),
        ("factorials and binomials", _named(COMBINATORICS), NOT_PROVED),
        ("calculus", _named(CALCULUS), NOT_PROVED),
        ("expressions", EXPRESSIONS, NOT_PROVED),
        ("a megabyte on one line", LINES, NOT_PROVED),
    )
    for category, rows, allowed in alike:
        for name, text in rows:
            yield Attack(category, name, text, allowed)
    for category, judged in (
        ("Unicode", UNICODE),
        ("control characters", CONTROL),
        ("protocol", PROTOCOL),
    ):
        for name, text, allowed in judged:
            yield Attack(category, name, text, allowed)


def _cell(text: str) -> str:
    """Text fit for one cell: short, escaped, printable."""
    short = text if len(text) <= 60 else f"{text[:40]} ... ({len(text):,} characters)"
    printable = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short)
    return printable.replace("|", "\\|").replace("`", "'")


def table() -> str:
    """The published table, in Markdown."""
    lines = [
        "# Hostile inputs",
        "",
        "Made by `python -m tests.attacks > docs/attacks.md`.",
        "`tests/worker/test_attacks.py` holds each row.",
        "None executes anything, none outlives the deadline, and the next check is answered.",
        "",
        "| category | what | input | allowed verdicts |",
        "|---|---|---|---|",
    ]
    for attack in attacks():
        allowed = ", ".join(sorted(attack.allowed))
        cells = (attack.category, _cell(attack.name), f"`{_cell(attack.text)}`", allowed)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table(), end="")
