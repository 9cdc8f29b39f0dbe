"""Weights as files: adapters read and written, and merged into a GGUF file, without torch."""
