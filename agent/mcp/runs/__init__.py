"""Runs of tasks and recordings that clients begin, each in a process of its own, known by a handle."""
