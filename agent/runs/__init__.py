"""Runs of tasks: planned, started, watched, told."""
