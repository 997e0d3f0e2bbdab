"""Replays of recordings: offline, live, forked, healed."""
