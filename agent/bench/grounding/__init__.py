"""Grounding sets: a picture, an instruction, and the area that a click belongs in."""
