"""The click self-test: targets of known places, the clicks of a model, and why they are off."""
