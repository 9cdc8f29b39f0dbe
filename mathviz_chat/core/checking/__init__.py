"""From the lines of a solution to claims, roles and verdicts."""
