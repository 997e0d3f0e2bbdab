"""Relocation: a recorded element found again on another frame by its pixels, verified by reading."""
