"""Live desktop of a run: opened with all that its task says may be done, hidden and waited for there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.redact.frames import censor
from agent.task.variables import reveal
from tools.host.live import LiveDesktop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent.runs.consent import Consent
    from agent.task import Task
    from tools.observation import Frame
    from tools.see.parser import ScreenParser


def live_desktop(
    display: str | None,
    task: Task,
    consent: Consent,
    secrets: Mapping[str, str],
    parser: ScreenParser,
    known: Callable[[Frame], bool] | None,
    until: Callable[[], float],
) -> LiveDesktop:
    """The desktop of a display for one task.

    Args:
        display: as `LiveDesktop` takes it.
        task: says where nothing may be done, and where alone.
        consent: asks it which windows an action would go to, and tells it what an action rests on.
        secrets: values by name, filled in at the keyboard and painted over.
        parser: reads frames.
        known: whether a frame shows a state in which the screen is known to rest.
        until: the monotonic time from which nothing is waited for.
    """
    desktop = LiveDesktop(
        display,
        guard=task.guard,
        forbidden=task.forbidden_titles,
        confined=task.confined_title,
        tells_titles=consent.asks_titles,
        grounds=lambda: consent.grounds,
        reveal=lambda text: reveal(text, secrets),
        known=known,
        censor=censor(secrets, parser),
        until=until,
    )
    consent.windows = desktop.titles if consent.asks_titles else consent.windows
    return desktop
