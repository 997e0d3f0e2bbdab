"""Checks of a task, decided at the end of an episode; one file for each kind of check."""

from agent.checks.context import CheckContext, CheckResult
from agent.checks.judge import held_before, run_checks

__all__ = ["CheckContext", "CheckResult", "held_before", "run_checks"]
