"""The points of trustworthy evaluation, and how a run meets them."""

from __future__ import annotations

import pytest

from agent.bench.receipts.checklist import POINTS, checklist
from agent.bench.sets import SETS
from agent.bench.summary import summary
from tests.agent.bench.sets import configured, made


@pytest.mark.parametrize("name", SETS)
def test_every_set_states_every_point(name: str) -> None:
    config = configured(set=name)
    told = checklist(config, summary(config, [made()], [made()], "0" * 64))
    assert not {"not stated", "none are listed"} & set(told.values())


def test_every_point_is_met_or_said_to_be_unstated() -> None:
    config = configured(set="miniwob", repeat=3)
    told = checklist(config, summary(config, [made()], [made()], "0" * 64))
    assert tuple(told) == POINTS
    assert "not stated" not in told.values()
    assert told["intervals"] == "95 %, Wilson's score interval; 1 attempts"
    both = [made(), made("b", "failed"), made(repeat=1), made("b", repeat=1)]
    again = checklist(config, summary(config, both, both, "0" * 64))
    assert "items drawn anew with all their attempts; 4 attempts" in again["intervals"]
    unknown = configured(set="somebody's")
    assert checklist(unknown, summary(unknown, [], [], "0" * 64))["oracle"] == "not stated"
