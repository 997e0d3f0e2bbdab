"""Audit of a recording: its mutants are live replays, so that no model is needed, whichever made it.

A replay that compares the screens would stop at every difference. A mutant is different, so it goes by its
targets alone, as a model does: what it asks is whether the checks notice.
"""
