"""Success of a task, as its page signals it, and as a check of the run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agent.bench.pages.judging import Judge

if TYPE_CHECKING:
    from agent.bench.componentbench.tasks import ComponentTask
    from agent.checks import CheckResult

SIGNALS = """
(() => ({
  banner: document.querySelector('#cb-success-banner') !== null,
  attribute: document.documentElement.dataset.taskDone === 'true',
  global: window.__COMPONENT_BENCH_TASK_DONE__ === true,
}))()
"""
"""What the benchmark's own runner looks at after each action; any of them is success."""


@dataclass(frozen=True, slots=True)
class TaskState:
    """What has become of an episode so far."""

    signals: tuple[str, ...]
    """Those that a page gives of its success."""
    seconds: float
    """Since it began."""
    left: bool
    """Whether the browser shows another page now."""

    @property
    def done(self) -> bool:
        """Whether it has succeeded."""
        return bool(self.signals)


def success_check(state: TaskState, task: ComponentTask) -> CheckResult:
    """The check that a page's success is, at the end of a run."""
    told: dict[str, Any] = {
        "done": state.done,
        "signals": list(state.signals),
        "left": state.left,
        "seconds": round(state.seconds, 3),
    }
    return SUCCESS.check(told, task.identity, " ".join(task.conditions))


SUCCESS = Judge(
    kind="success",
    expected="the page signals success",
    passes=lambda told: bool(told["done"]),
    score=lambda told: float(told["done"]),
    otherwise={"done": False, "signals": []},
)
