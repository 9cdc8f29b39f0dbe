"""A deterministic tutor: from a formal problem to the steps a teacher would write."""
