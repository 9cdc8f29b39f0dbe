"""A small transformer trained from nothing: an encoder of equations and a predictor of steps."""
