"""What is kept of an attempt."""

from __future__ import annotations

from typing import get_args

import pytest

from agent.pytest_plugin.kept.policy import keeps
from agent.pytest_plugin.options import Policy

ATTEMPTS = [(failed, retry) for retry in (0, 1, 2) for failed in (False, True)]


@pytest.mark.parametrize(
    ("policy", "kept"),
    [
        ("off", set()),
        ("on", {*ATTEMPTS}),
        ("retain-on-failure", {(True, 0), (True, 1), (True, 2)}),
        ("only-on-failure", {(True, 0), (True, 1), (True, 2)}),
        ("retain-on-first-failure", {(True, 0)}),
        ("on-first-failure", {(True, 0)}),
        ("retain-on-failure-and-retries", {(True, 0), *ATTEMPTS[2:]}),
        ("on-first-retry", {(False, 1), (True, 1)}),
        ("on-all-retries", {*ATTEMPTS[2:]}),
    ],
)
def test_each_policy_keeps_what_playwrights_keeps(policy: Policy, kept: set[tuple[bool, int]]) -> None:
    assert {one for one in ATTEMPTS if keeps(policy, failed=one[0], retry=one[1])} == kept


def test_every_policy_is_known() -> None:
    for policy in get_args(Policy):
        keeps(policy, failed=True, retry=0)
