"""Net of the pocket model: Qwen3-VL's architecture for pictures of one size, made to be trained fast."""
