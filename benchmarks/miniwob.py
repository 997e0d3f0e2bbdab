"""Does a seed make the same page of MiniWoB++ again? Each task twice: utterance, elements, picture."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

from agent.bench.miniwob.episode import begin
from agent.bench.miniwob.set import FLAGS, SCALE
from agent.bench.miniwob.tasks import folder, tasks
from agent.bench.pages.stage import Stage
from benchmarks.row import Row
from tools.host.live import LiveDesktop

if TYPE_CHECKING:
    from agent.bench.miniwob.tasks import WobTask

_ELEMENTS = "JSON.stringify(core.getDOMInfo())"
_PARTS = ("utterance", "elements", "picture")
_SEED = 0


def run() -> list[Row]:
    """Shares of the tasks of which each part was the same; seconds until a page has begun."""
    stage, every = Stage(SCALE, FLAGS), tasks(folder())
    spent: list[float] = []
    same = dict.fromkeys(_PARTS, 0)
    for task in every:
        (first, opening), (second, again) = _seen(stage, task), _seen(stage, task)
        spent += [opening, again]
        differ = [part for part, one, other in zip(_PARTS, first, second, strict=True) if one != other]
        same = {part: count + (part not in differ) for part, count in same.items()}
        if differ:
            print(f"  {task.name}: other {', '.join(differ)}")
    stage.close()
    counts = [
        Row(
            f"MiniWoB++: a seed gives the same {part}",
            count,
            "tasks",
            f"of {len(every)}",
            None,
            aim,
            count >= least,
        )
        for (part, count), aim, least in zip(
            same.items(), ("all", "at least 130", "at least 130"), (len(every), 130, 130), strict=True
        )
    ]
    return [*counts, Row("MiniWoB++: until a page has begun", median(spent), "s", "", None, "", met=True)]


def _seen(stage: Stage, task: WobTask) -> tuple[tuple[str, ...], float]:
    """What a page shows at first, and the seconds until it did."""
    browser = stage.browser(task.window)
    began = time.perf_counter()
    episode = begin(browser, task, _SEED, 3600)
    opening = time.perf_counter() - began
    elements = browser.page.evaluate(_ELEMENTS)
    with LiveDesktop(stage.display) as desktop:
        return (episode.instruction, elements, desktop.observe().frame.digest), opening
