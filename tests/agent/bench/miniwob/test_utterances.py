"""From what a page asks for to steps."""

from __future__ import annotations

import pytest

from agent.bench.miniwob.utterances.rules import click
from agent.bench.miniwob.utterances.steps import NotRead, steps_of


@pytest.mark.parametrize(
    ("utterance", "steps"),
    [
        ('Click on the "okay" button.', ['Click "okay"']),
        ('Click on the link "Eget".', ['Click "Eget"']),
    ],
)
def test_a_rule_of_english_says_what_is_done(utterance: str, steps: list[str]) -> None:
    assert list(steps_of(utterance)) == steps


def test_what_no_rule_reads_is_said() -> None:
    with pytest.raises(NotRead, match="no rule turns this into steps: Win a game"):
        steps_of("Win a game of tic-tac-toe.")


def test_quotes_in_a_name_stay_in_it() -> None:
    assert click('a"b\\') == r'Click "a\"b\\"'
