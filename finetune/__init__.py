"""From problems to a model one can chat with; imported as ``mathviz_finetune``."""
