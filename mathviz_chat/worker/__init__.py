"""The checker in a process of its own, with limits, killed at a deadline and restarted."""
