"""Claims that two expressions are equal: true ones, and ones with a student's usual slip."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from mathviz_finetune.rows import Split, bucket


@dataclass(frozen=True, slots=True)
class Claim:
    """``left = right``; holds: as it was made, which the checker is asked to confirm."""

    left: str
    right: str
    holds: bool


def _distribute(a: int, b: int) -> tuple[str, str, tuple[str, ...]]:
    return f"{a}(x + {b})", f"{a}*x + {a}*{b}", (f"{a}*x + {b}", f"{a}*x + {a}", f"x + {a}*{b}")


def _subtract(a: int, b: int) -> tuple[str, str, tuple[str, ...]]:
    return f"{a} - (x + {b})", f"{a} - x - {b}", (f"{a} - x + {b}", f"x - {a} - {b}")


def _square(a: int, b: int) -> tuple[str, str, tuple[str, ...]]:
    left = f"({a}x + {b})^2"
    right = f"({a}x)^2 + 2*{a}x*{b} + {b}^2"
    return left, right, (f"({a}x)^2 + {b}^2", f"({a}x)^2 + {a}x*{b} + {b}^2")


def _conjugates(a: int, b: int) -> tuple[str, str, tuple[str, ...]]:
    left = f"({a}x + {b})({a}x - {b})"
    return left, f"({a}x)^2 - {b}^2", (f"({a}x)^2 + {b}^2", f"({a}x)^2 - {b}")


def _fraction(a: int, b: int) -> tuple[str, str, tuple[str, ...]]:
    left = f"(x + {b})/{a}"
    return left, f"x/{a} + {b}/{a}", (f"x/{a} + {b}", f"x + {b}/{a}")


RULES: Final[Mapping[str, Callable[[int, int], tuple[str, str, tuple[str, ...]]]]] = (
    MappingProxyType(
        {
            "distribute": _distribute,
            "subtract a bracket": _subtract,
            "square": _square,
            "conjugates": _conjugates,
            "divide a sum": _fraction,
        }
    )
)


UNSEEN: Final = "conjugates"
"""The rule of which training sees no claim."""


def claims(number: int, split: Split, seed: int, *, unseen: bool = False) -> list[Claim]:
    """Different claims, about half of them true; the left side decides the split.

    unseen: of the rule UNSEEN alone, else of all others.
    """
    rng = random.Random(f"identities/{split}/{seed}")
    wanted = range(10) if split == "test" else range(10, 100)
    rules = [UNSEEN] if unseen else [name for name in RULES if name != UNSEEN]
    found: dict[tuple[str, str], Claim] = {}
    while len(found) < number:
        left, right, slips = RULES[rng.choice(rules)](rng.randint(2, 40), rng.randint(2, 40))
        holds = rng.random() < 0.5
        if bucket("identity", left) in wanted:
            claim = Claim(left, right if holds else rng.choice(slips), holds)
            found[claim.left, claim.right] = claim
    return list(found.values())
