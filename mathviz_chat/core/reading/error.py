"""Why a text could not be read."""

from __future__ import annotations


class ReadError(Exception):
    """The text is not, or not unambiguously, a formula of this notation.

    reason: one sentence that says what is wrong. place: offset of the first character that could
    not be read (0-based; the text's length where it ends too early).
    """

    def __init__(self, reason: str, place: int) -> None:
        super().__init__(reason, place)
        self.reason = reason
        self.place = place

    def __str__(self) -> str:
        return f"{self.reason} (at character {self.place + 1})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ReadError):
            return NotImplemented
        return (self.reason, self.place) == (other.reason, other.place)

    def __hash__(self) -> int:
        return hash((self.reason, self.place))
