"""Candidates for a locator, and what tells the one that is meant from the others."""
