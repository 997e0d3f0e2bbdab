"""Playing of a task on a real window, in a display of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.episode import Watchers
from agent.loop import Episode
from agent.models.reader.model import ReaderModel
from agent.runs.launch import WatchedDesktop, environment, launched
from tools.geometry import Size
from tools.host.live import LiveDesktop
from tools.host.virtual_display import virtual_display

if TYPE_CHECKING:
    from pathlib import Path

    from agent.episode import Ending
    from agent.task import Task
    from tools.see.ocr import ScreenReader


def play(task: Task, reader: ScreenReader, folder: Path) -> Ending:
    """The task in a display of its own; no checks but the test's."""
    with (
        virtual_display(Size(1024, 768)) as display,
        LiveDesktop(display) as desktop,
        launched(
            task.launch,
            task.source,
            environment(display),
            folder,
            desktop,
            lambda seen: reader.read(seen.frame).lines,
        ) as programs,
    ):
        return Episode(
            task,
            WatchedDesktop(desktop, programs),
            ReaderModel(reader),
            judge=lambda _seen: (),
            watcher=Watchers([]),
            approve=lambda _action, _seen: True,
        ).run()
