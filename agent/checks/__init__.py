"""Looks at the end of an episode whether what the task promises is true: one file a kind of check."""

from agent.checks.context import CheckContext, CheckResult
from agent.checks.judge import run_checks

__all__ = ["CheckContext", "CheckResult", "run_checks"]
