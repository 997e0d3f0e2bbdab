"""Clicks on icons in real programs, judged by where they landed."""
