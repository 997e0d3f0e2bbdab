"""Texts of a frame: lines and words found, read, and looked at more closely."""
