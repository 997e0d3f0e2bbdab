"""Tells when a screen has come to rest, and whether a decision still stands."""
