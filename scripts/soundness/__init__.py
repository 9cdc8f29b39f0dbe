"""Right steps and, beside each, the same step with one realistic slip, made from a seed.

Right by construction, wrong by construction: nothing here asks the checker or SymPy.
"""
