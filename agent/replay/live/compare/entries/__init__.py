"""Entries of lists: which is lit or marked, in which order they stand, and with what beside."""
