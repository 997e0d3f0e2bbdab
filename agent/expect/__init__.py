"""Expectations: what a step says that the screen shows, and whether a look shows it."""
