"""Lines: whatever a model says goes into one and comes out of it again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agent.bench.results.lines import attempt_of, digest_of, line_of
from agent.bench.results.reading import latest
from tests.agent.bench.sets import made

ANY = st.text(st.characters())


@given(ANY, ANY)
def test_any_reply_is_kept_as_it_is(reply: str, said: str) -> None:
    attempt = made(reply=reply, details={"said": said})
    line = line_of(attempt, "p")
    assert b"\n" not in line
    assert attempt_of(line, "p", "here") == attempt


def test_a_digest_is_that_of_the_bytes() -> None:
    assert digest_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_the_latest_attempt_of_each_counts() -> None:
    tries = [made("b"), made("a", "environment"), made("a", "failed"), made("a", "passed", repeat=1)]
    assert latest(tries) == [tries[2], tries[3], tries[0]]
