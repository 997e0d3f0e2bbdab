"""`WobEpisode`: an episode of a page: begun with a seed, and what has become of it."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from agent.bench.miniwob.reward import PageState, reward_check
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from agent.bench.miniwob.tasks import WobTask
    from agent.checks import CheckResult
    from tools.chromium.browser import Browser

_HIDDEN = "#reward-display, #click-canvas, #reward-reason { display: none !important }"
"""What stands beside the task and tells the reward: official screenshots are cut so that it is not seen."""
_BEGIN = """
(() => {
  const style = document.createElement('style');
  style.textContent = %(hidden)s;
  document.head.append(style);
  const own = core.EPISODE_MAX_TIME;
  core.EPISODE_MAX_TIME = %(limit)d;
  const kept = {done: false, raw: 0, proportional: false, reason: null, seconds: null};
  const end = core.endEpisode;
  core.endEpisode = function (reward, proportional) {
    const running = core.EP_TIMER !== null;
    const answer = end.apply(this, arguments);
    if (running && !kept.done)
      Object.assign(kept, {
        done: true, raw: WOB_RAW_REWARD_GLOBAL, proportional: Boolean(proportional),
        reason: WOB_REWARD_REASON ? String(WOB_REWARD_REASON) : null,
        seconds: (new Date().getTime() - core.ept0) / 1000});
    return answer;
  };
  window.deskhandKept = () => Object.assign({}, kept,
    {seconds: kept.done ? kept.seconds : (new Date().getTime() - core.ept0) / 1000});
  Math.seedrandom(%(seed)d);
  core.setDataMode(%(mode)s);
  core.startEpisodeReal();
  return own / 1000;
})()
"""
"""As the official environment begins an episode (`miniwob/selenium_instance.py`); the first end is kept,
since a click on the cover that comes up then begins another one."""
_KEPT = "typeof deskhandKept === 'function' ? deskhandKept() : null"
LEFT = "the page was left"
_READY_SECONDS = 10.0
"""That a page may take to make its problem ready."""
_PAUSE = 0.01
DATA_MODE = "train"
"""Of the official environments, by default."""


class WobEpisode:
    """An episode that has begun.

    Args:
        browser: shows the page.
        what: task and seed, for people.
        own_limit: the page's time limit, in seconds.
        instruction: what the page asks for.
    """

    def __init__(self, browser: Browser, what: str, own_limit: float, instruction: str) -> None:
        self._browser, self._what, self._own_limit = browser, what, own_limit
        self.instruction = instruction
        self._began = time.monotonic()

    def state(self) -> PageState:
        """What has become of it; a page that was left is lost.

        Raises:
            EnvironmentFault: the browser has ended, or the page is hung.
        """
        kept = self._browser.page.evaluate(_KEPT)
        if kept is None:
            spent = time.monotonic() - self._began
            kept = {"done": True, "raw": -1, "proportional": False, "reason": LEFT, "seconds": spent}
        return PageState(**kept, own_limit=self._own_limit)

    def is_over(self) -> bool:
        """Whether the page has ended it, or was left."""
        return self.state().done

    def judged(self, patience: float) -> CheckResult:
        """The check that its reward is, once it is over, or after so many seconds at the latest."""
        deadline = time.monotonic() + patience
        while not (state := self.state()).done and time.monotonic() < deadline:
            time.sleep(_PAUSE)
        return reward_check(state, self._what)

    def check(self) -> None:
        """Do nothing while the browser runs. Raises EnvironmentFault."""
        self._browser.check()


def begin(browser: Browser, task: WobTask, seed: int, limit: float) -> WobEpisode:
    """Begin an episode.

    Args:
        browser: of which the page is loaded anew.
        task: whose page.
        seed: of the page's random numbers.
        limit: seconds after which the page ends it, in place of its own.

    Raises:
        EnvironmentFault: the browser has ended, or the page does not get ready.
    """
    page = browser.page
    page.load(task.page.as_uri())
    filled = {"hidden": json.dumps(_HIDDEN), "mode": json.dumps(DATA_MODE), "seed": seed}
    own_limit = page.evaluate(_BEGIN % {**filled, "limit": round(limit * 1000)})
    deadline = time.monotonic() + _READY_SECONDS
    while not page.evaluate("WOB_TASK_READY"):
        if time.monotonic() > deadline:
            raise EnvironmentFault(f"bench miniwob: the page of {task.name} does not get ready")
        time.sleep(_PAUSE)
    what = f"{task.name}, seed {seed}"
    return WobEpisode(browser, what, own_limit, _text(page.evaluate("core.getUtterance()")))


def _text(utterance: Any) -> str:
    """What a page asks for; some tell its parts beside it, which nobody is shown."""
    return str(utterance["utterance"] if isinstance(utterance, dict) else utterance)
