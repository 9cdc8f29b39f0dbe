"""The mathematics: text in, values out; no input or output, no randomness from outside."""
