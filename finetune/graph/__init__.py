"""A graph network over expressions, which proposes whether two of them are equal."""
