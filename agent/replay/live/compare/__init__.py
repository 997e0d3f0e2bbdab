"""Comparison of what an action did in this run with what it did when it was recorded."""
