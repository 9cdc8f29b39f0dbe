"""A private maths tutor for the terminal that shows what it has proved and what it hasn't."""

__version__ = "0.1.0"
