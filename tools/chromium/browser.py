"""Browser: a process of Chromium with a profile of its own and one window."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tools.chromium.page import Page
from tools.chromium.pipe import DevToolsFault
from tools.chromium.process import check, reachable, started
from tools.host.owned.belongings import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tools.chromium.pipe import Pipe
    from tools.host.processes import Program


class Browser:
    """A browser that is open.

    Args:
        program: its process.
        page: what its window shows.
    """

    def __init__(self, program: Program, page: Page) -> None:
        self.program, self.page = program, page

    def check(self, patience: float = 0.0) -> None:
        """Do nothing while it runs. Raises EnvironmentFault, as `tools.chromium.process.check`."""
        check(self.program, patience)


@contextmanager
def open_browser(
    env: Mapping[str, str],
    flags: Sequence[str] = ("--kiosk",),
    preferences: Mapping[str, object] | None = None,
    address: str = "about:blank",
    hosts: Sequence[str] = (),
) -> Iterator[Browser]:
    """A browser on the display of an environment; by default it fills the display.

    It has a profile of its own, no tabs, and by default no way to any other machine.

    Args:
        env: names the display.
        flags: of Chromium, besides those that all have.
        preferences: of the profile, as Chromium's file `Preferences` has them.
        address: what it shows first, which may still be on its way. A window that fills no display shows
            where other pages are from.
        hosts: that it may reach, by name or number; this machine's own is one of them.

    Raises:
        EnvironmentFault: there is no Chromium, or it does not start.
    """
    with temporary_folder("chromium") as folder:
        settings = folder / "profile" / "Default" / "Preferences"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps(preferences or {}))
        program, pipe = started([*flags, reachable(hosts), f"--app={address}"], folder, env)
        with program:
            try:
                yield _opened(program, pipe)
            finally:
                pipe.close()


def _opened(program: Program, pipe: Pipe) -> Browser:
    try:
        return Browser(program, Page(pipe))
    except DevToolsFault:
        check(program, 1.0)
        raise
