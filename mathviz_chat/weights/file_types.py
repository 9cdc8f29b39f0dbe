"""The types of GGUF files that can be written, by llama.cpp's names."""

from __future__ import annotations

from typing import Final

PLAIN: Final = ("F16", "Q8_0", "Q4_0")  # by the gguf package
K_QUANTS: Final = ("Q6_K", "Q5_K_M", "Q5_K_S", "Q4_K_M", "Q4_K_S", "Q3_K_M", "Q2_K")  # by llama.cpp
TYPES: Final = (*PLAIN, *K_QUANTS)
