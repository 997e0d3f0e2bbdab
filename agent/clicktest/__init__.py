"""Click self-test: a model clicks targets at known places; its misses are explained."""
