"""Recordings: a directory with `session.jsonl` and `frames/`, written while the episode runs."""
