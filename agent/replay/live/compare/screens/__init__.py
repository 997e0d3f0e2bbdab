"""Screens of a run, what they say, and what lies over their texts."""
