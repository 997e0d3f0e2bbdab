"""`ComponentEpisode`: a task on its page: begun, and what has become of it."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from agent.bench.componentbench.success import SIGNALS, TaskState, success_check
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from agent.bench.componentbench.tasks import ComponentTask
    from agent.checks import CheckResult
    from tools.chromium.browser import Browser

CDN = "cdn.jsdelivr.net"
"""From there pages load a code editor."""
WATCH = """
window.deskhandMissing = [];
addEventListener('error', event => {
  const part = event.target;
  if (part instanceof HTMLScriptElement || part instanceof HTMLLinkElement)
    window.deskhandMissing.push(part.src || part.href);
}, true)
"""
"""Notes what a page could not load: what works without it is not what is asked for."""
_STATE = """
({signals: %s, missing: window.deskhandMissing || [], path: location.pathname})
"""
_READY = "document.querySelector('main')?.firstElementChild != null"
_SAYS = "document.body ? document.body.innerText.slice(0, 200) : ''"
_SECONDS = 60.0
"""That a page may take."""
_PAUSE = 0.01


class ComponentEpisode:
    """An episode that has begun.

    Args:
        browser: shows the page.
        task: is done there.
    """

    def __init__(self, browser: Browser, task: ComponentTask) -> None:
        self._browser, self._task, self.instruction = browser, task, task.goal
        self._began = time.monotonic()

    def state(self) -> TaskState:
        """What has become of it.

        Raises:
            EnvironmentFault: the browser has ended, the page is hung, or lacks a part of itself.
        """
        told = self._browser.page.evaluate(_STATE % SIGNALS.strip())
        if told["missing"]:
            raise EnvironmentFault(
                f"bench componentbench: {self._task.identity}: its page can't load {told['missing'][0]}"
            )
        return TaskState(
            signals=tuple(name for name, given in told["signals"].items() if given),
            seconds=time.monotonic() - self._began,
            left=told["path"] != _path(self._task),
        )

    def is_over(self) -> bool:
        """Whether the page has signalled success: there is no other end."""
        return self.state().done

    def check(self) -> None:
        """Do nothing while the browser runs. Raises EnvironmentFault."""
        self._browser.check()

    def judged(self, patience: float) -> CheckResult:
        """The check that its success is, once it is there, or after so many seconds at the latest."""
        deadline = time.monotonic() + patience
        while not (state := self.state()).done and time.monotonic() < deadline:
            time.sleep(_PAUSE)
        return success_check(state, self._task)


def begin(browser: Browser, task: ComponentTask, root: str) -> ComponentEpisode:
    """Begin a task on a page that was loaded anew, nothing kept of those before.

    Args:
        browser: shows it.
        task: which.
        root: the site's address.

    Raises:
        EnvironmentFault: the browser has ended, or the page does not get ready.
    """
    page = browser.page
    page.call("Storage.clearDataForOrigin", origin=root, storageTypes="all")
    page.load(f"{root}{_path(task)}?mode=benchmark&bench=v2", _SECONDS, until="networkIdle")
    deadline = time.monotonic() + _SECONDS
    while not page.evaluate(_READY):
        if time.monotonic() > deadline:
            says = json.dumps(page.evaluate(_SAYS))
            raise EnvironmentFault(f"bench componentbench: {task.identity} is not shown; its page: {says}")
        time.sleep(_PAUSE)
    episode = ComponentEpisode(browser, task)
    if episode.is_over():
        raise EnvironmentFault(f"bench componentbench: {task.identity} is done before anything was")
    return episode


def _path(task: ComponentTask) -> str:
    return f"/task/{task.identity}"
