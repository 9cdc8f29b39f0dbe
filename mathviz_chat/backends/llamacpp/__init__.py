"""GGUF models in this process, by llama.cpp through llama-cpp-python's low-level interface."""

from mathviz_chat.backends.llamacpp.backend import LlamaCppBackend

__all__ = ["LlamaCppBackend"]
