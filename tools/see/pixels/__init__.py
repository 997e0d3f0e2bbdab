"""Pixels of a frame: regions, glyphs, ink, and their sizes, measured in heights of a letter."""
