"""A tool's call finds the session of the sample that it is made in."""

from __future__ import annotations

from agent.bench.inspect import sessions
from agent.bench.inspect.session import Session


def test_a_session_is_found_until_it_is_removed() -> None:
    session = Session.__new__(Session)
    assert sessions.remove("one") is None
    sessions.add("one", session)
    assert sessions.current() is session
    assert sessions.remove("one") is session
    assert sessions.current() is None
