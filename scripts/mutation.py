"""The mutation gate: faults injected around the core must never give a wrong "proved".

usage: python -m scripts.mutation --faults 100 --cases 820     (about 8 minutes on 2 cores)

Each fault changes one place of one module outside the trusted base (docs/kernel.md: the core, the
rooms that state its claims, FLINT, the reading of text): a comparison turned round, a condition
negated, a constant changed, a pair of arguments swapped. The wrong steps of ``scripts.soundness``
are then judged in a fresh process with that module. Prints every fault that led to a wrong
"proved".
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.machinery
import importlib.util
import random
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

ROOT = Path(__file__).parent.parent
AROUND_THE_CORE = (
    "mathviz_chat/core/checking",
    "mathviz_chat/core/kernel",
    "mathviz_chat/core/symbolic.py",
)
# The rooms of core/kernel that say what is claimed, or carry out notation before it is.
TRUSTED = frozenset(
    f"mathviz_chat/core/kernel/{name}.py"
    for name in (
        "identities",
        "comparisons",
        "statements",
        "decision",
        "units",
        "substitution",
        "preparation",
        "confirming",
        "extended",
        "infinite",
        "signs",
        "arcs",
        "limiting",
        "integration",
        "sums",
        "matrices",
        "constants",
        "complex_numbers",
    )
)
SWAPPED: dict[type[ast.AST], Any] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """The ``place``-th mutable node of a module."""

    module: str
    path: str
    place: int


def _condition(node: ast.AST) -> bool:
    return isinstance(node, ast.If | ast.IfExp | ast.While)


def mutable(node: ast.AST) -> bool:
    """Whether :func:`mutate` can change this node."""
    if isinstance(node, ast.Compare):
        return type(node.ops[0]) in SWAPPED
    if isinstance(node, ast.BoolOp | ast.BinOp):
        return type(node.op) in SWAPPED
    if isinstance(node, ast.Constant):
        return type(node.value) in (bool, int)
    if isinstance(node, ast.Call):
        return len(node.args) == 2 and not any(isinstance(a, ast.Starred) for a in node.args)
    return _condition(node)


def mutate(node: ast.AST) -> str:
    """Change the node in place and say how."""
    before = ast.unparse(node).split("\n")[0][:90]
    if isinstance(node, ast.Compare):
        node.ops[0] = SWAPPED[type(node.ops[0])]()
    elif isinstance(node, ast.BoolOp | ast.BinOp):
        node.op = SWAPPED[type(node.op)]()
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            node.value = not node.value
        elif isinstance(node.value, int):
            node.value += 1
    elif isinstance(node, ast.Call):
        node.args.reverse()
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    return f"{before}  ->  {ast.unparse(node).split(chr(10))[0][:90]}"


def places(path: Path) -> list[ast.AST]:
    """The mutable nodes of a file, in a fixed order."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if mutable(node)]


def mutated_code(path: Path, place: int) -> tuple[CodeType, str]:
    """The module's code with that fault, and what was changed."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    node = [node for node in ast.walk(tree) if mutable(node)][place]
    line = getattr(node, "lineno", 0)
    what = f"line {line}: {mutate(node)}"
    return compile(ast.fix_missing_locations(tree), str(path), "exec"), what


class _Loader(importlib.abc.InspectLoader):
    def __init__(self, code: CodeType) -> None:
        self.code = code

    def get_code(self, fullname: str) -> CodeType:
        return self.code

    def get_source(self, fullname: str) -> str | None:
        return None


class _Finder(importlib.abc.MetaPathFinder):
    """Gives one module its faulty code; every other import goes on as usual."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self.name, self.path, self.loader = name, path, _Loader(code)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.name:
            return None
        return importlib.util.spec_from_loader(fullname, self.loader, origin=str(self.path))


def run_one(fault: Fault, cases: int) -> int:
    """In the child: judge wrong steps with the faulty module; print what was wrongly proved."""
    code, what = mutated_code(ROOT / fault.path, fault.place)
    sys.meta_path.insert(0, _Finder(fault.module, ROOT / fault.path, code))
    from mathviz_chat.core.verdict import Verdict
    from scripts.soundness.__main__ import jobs, last_claim, make

    proved = crashed = 0
    for job in jobs(cases, seed=7):
        case = make(*job)
        try:
            claim = last_claim(case, case.wrong)
        except Exception:  # a fault may crash: that is no wrong verdict
            crashed += 1
            continue
        if claim.verdict is Verdict.PROVED:
            proved += 1
            print(f"WRONG PROVED {fault.path} {what}\n    [{job[0]}] {case.wrong!r}")
    print(f"{fault.path} {what}: {proved} wrong proved, {crashed} crashed of {cases}")
    return 1 if proved else 0


def choose(count: int, seed: int, only: str = "") -> list[Fault]:
    """``count`` faults, spread over the modules by a seed."""
    files = [
        path
        for part in AROUND_THE_CORE
        for path in ([ROOT / part] if part.endswith(".py") else sorted((ROOT / part).rglob("*.py")))
    ]
    every = [
        Fault(".".join(p.relative_to(ROOT).with_suffix("").parts), str(p.relative_to(ROOT)), i)
        for p in files
        if p.name != "__init__.py" and str(p.relative_to(ROOT)) not in TRUSTED
        if only in str(p)
        for i in range(len(places(p)))
    ]
    return random.Random(seed).sample(every, min(count, len(every)))


def _child(fault: Fault, cases: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts.mutation", "--one", fault.module, fault.path]
    command += [str(fault.place), "--cases", str(cases)]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 0, f"{fault}: ran into the time limit\n", "")


def main() -> int:
    """Run the gate, or one fault of it in a child."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", type=int, default=100)
    parser.add_argument("--cases", type=int, default=780)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", default="", help="only modules whose path holds this")
    parser.add_argument("--one", nargs=3, metavar=("MODULE", "PATH", "PLACE"))
    args = parser.parse_args()
    if args.one:
        return run_one(Fault(args.one[0], args.one[1], int(args.one[2])), args.cases)
    faults = choose(args.faults, args.seed, args.only)
    bad = 0
    with ThreadPoolExecutor(args.workers) as pool:
        for result in pool.map(lambda fault: _child(fault, args.cases), faults):
            last_line = result.stderr.strip().splitlines()[-1:]
            print(result.stdout or f"the module does not load: {last_line}\n", end="", flush=True)
            bad += "WRONG PROVED" in result.stdout
    print(f"{len(faults)} faults, {bad} of them led to a wrong 'proved'")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
