"""What Inspect finds of ours by its entry point: the task, the tool, and what they take."""

from agent.extras import check_extra

check_extra("inspect_ai", extra="inspect", needs="deskhand in Inspect")

from agent.bench.inspect.sample import checks, opened  # noqa: E402  (only where inspect_ai is)
from agent.bench.inspect.task import desktop  # noqa: E402
from agent.bench.inspect.tool import computer  # noqa: E402

__all__ = ["checks", "computer", "desktop", "opened"]
