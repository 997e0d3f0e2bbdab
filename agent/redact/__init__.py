"""Redaction of secrets: in every text that comes from outside, and in every frame."""
