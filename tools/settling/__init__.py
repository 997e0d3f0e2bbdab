"""Settling: when a screen has stopped changing, and whether a decision is still valid."""
