"""Finds a recorded element again on another frame: by its pixels, guarded by reading."""
