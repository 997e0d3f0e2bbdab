"""The score of an audit."""

from __future__ import annotations

from tests.agent.audit.audits import audit, judged


def test_it_is_the_share_of_those_that_can_be_noticed() -> None:
    found = audit(
        judged("check"), judged("step"), judged("survived"), judged("equivalent"), judged("not judged")
    )
    assert (found.noticed, found.counted, found.score) == (2, 4, 0.5)
    assert found.survivors == [judged("survived")]


def test_what_is_explained_is_no_survivor_and_was_not_noticed() -> None:
    found = audit(judged("check"), judged("survived", accepted="it closes by itself"))
    assert (found.score, found.survivors) == (0.5, [])


def test_where_nothing_can_be_noticed_nothing_is_missing() -> None:
    assert audit(judged("equivalent")).score == 1.0
