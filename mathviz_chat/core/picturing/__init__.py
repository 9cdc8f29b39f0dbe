"""The picture that explains a problem: from its formal reading to curves, points and areas."""
