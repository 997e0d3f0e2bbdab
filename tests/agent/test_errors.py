"""What is said after an unknown name."""

from __future__ import annotations

from agent.errors import nearest


def test_an_unknown_name_gets_the_most_similar_one_and_all_that_there_are() -> None:
    assert nearest("stpes", ["steps", "seconds"]) == 'did you mean "steps"? known: seconds, steps'
    assert nearest("zzz", ["steps"]) == "known: steps"
    assert nearest("zzz", []) == "there are none"
