"""Training of the pocket Qwen3-VL: the real architecture, small, on forms that are drawn for it."""
