"""Pocket Qwen3-VL: the real architecture with small weights, for demonstrations and tests. Loaded on use."""
