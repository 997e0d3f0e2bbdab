"""Training: makes the sets of pictures that the embedded model's eye learns from, and teaches it."""
