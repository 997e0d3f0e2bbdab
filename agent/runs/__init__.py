"""Runs of tasks: planned, started, watched, reported."""
