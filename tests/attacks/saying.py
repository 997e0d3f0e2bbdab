"""What is said after an attack: few clear lines, of which a terminal obeys nothing."""

from __future__ import annotations

_MOST_LINES, _LONGEST = 60, 6000


def clear(said: str) -> str:
    """The very text, if it is what a person can read."""
    assert said.strip(), "nothing was said"
    assert "Traceback" not in said
    lines = said.splitlines()
    assert len(said.split("\n")) - 1 == len(lines), "a sign that breaks lines"
    assert all(line.isprintable() for line in lines), said
    assert len(lines) <= _MOST_LINES, f"{len(lines)} lines"
    assert max(map(len, lines)) <= _LONGEST, "a line without end"
    return said
