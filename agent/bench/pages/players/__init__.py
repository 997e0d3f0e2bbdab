"""Players: a model, one that does nothing, and what a set has besides."""
