"""Qwen3-VL in this process, through transformers, torch and accelerate. Loaded on use."""
