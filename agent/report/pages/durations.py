"""Durations for a person."""

from __future__ import annotations

_MINUTE = 60


def in_seconds(seconds: float) -> str:
    """A duration: `0.26 s`, `2 min 5 s`."""
    if seconds < 1:
        return f"{seconds:.2f} s"
    if seconds < _MINUTE:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), _MINUTE)
    return f"{minutes:,} min {rest} s"
