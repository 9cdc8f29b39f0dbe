"""What generates text, behind one small Protocol."""
