"""Policy of what is kept of a run: always, never, of failures, of retries. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.pytest_plugin.options import Policy


_KEEPS: dict[Policy, Callable[[bool, int], bool]] = {
    "off": lambda _failed, _retry: False,
    "on": lambda _failed, _retry: True,
    "retain-on-failure": lambda failed, _retry: failed,
    "retain-on-first-failure": lambda failed, retry: failed and retry == 0,
    "retain-on-failure-and-retries": lambda failed, retry: failed or retry > 0,
    "on-first-retry": lambda _failed, retry: retry == 1,
    "on-all-retries": lambda _failed, retry: retry > 0,
    "only-on-failure": lambda failed, _retry: failed,
    "on-first-failure": lambda failed, retry: failed and retry == 0,
}


def keeps(policy: Policy, *, failed: bool, retry: int) -> bool:
    """Whether something is kept of an attempt.

    Args:
        policy: as the command line has it.
        failed: whether the attempt did not pass.
        retry: which retry it is; 0: the first attempt.
    """
    return _KEEPS[policy](failed, retry)
