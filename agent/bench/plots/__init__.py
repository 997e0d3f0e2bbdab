"""Plots of results: passed against steps, time and tokens, and misses by the size of the target."""
