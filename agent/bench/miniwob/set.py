"""`MiniWob`: MiniWoB++, and the model or player that attempts it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from agent.bench.benchmark import About
from agent.bench.miniwob.attempting import PAGE_SECONDS, play
from agent.bench.miniwob.episode import DATA_MODE
from agent.bench.miniwob.items import SEEDS, MiniWobItems
from agent.bench.miniwob.players.choosing import Players
from agent.bench.miniwob.reward import THRESHOLD, judged
from agent.bench.miniwob.stage import Stage
from agent.bench.results.attempt import Attempt
from agent.bench.results.folder import new_recording
from agent.errors import ModelFault
from agent.recording.reading import load_lines
from agent.task import Limits
from tools.chromium.process import version
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.benchmark import Item
    from agent.bench.miniwob.attempting import Played
    from agent.bench.sets import Asked
    from agent.runs.report.result import Result

SCALE = 2.0
"""Pixels to a CSS pixel: the pages' letters are 10 CSS pixels high."""
STEPS, SECONDS, WAIT = 30, 120.0, 3.0
"""Limits of a run. A page shows at once what it will ever show: nothing is waited for any longer."""


class MiniWob(MiniWobItems):
    """The set with its player. The browser is open from the first attempt on, until `close`.

    Args:
        asked: of the command line.

    Raises:
        BadInput: there is no such model.
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked.seeds or SEEDS)
        self._stage = Stage(SCALE)
        self._players = Players(asked, self._stage)
        self._limits = Limits(steps=asked.max_steps or STEPS, seconds=asked.timeout or SECONDS, wait=WAIT)

    def about(self) -> About:
        """What the results hang on."""
        profile = self._players.profile
        return About(
            model=self._players.name,
            prompts=hashlib.sha256(self._players.words.encode()).hexdigest(),
            profile=profile,
            limits={**self._limits.model_dump(mode="json"), "page_seconds": PAGE_SECONDS},
            options={
                "seeds": self.seeds,
                "scale": SCALE,
                "data_mode": DATA_MODE,
                "passes_from": THRESHOLD,
                "browser": version(),
            },
        )

    def prepare(self) -> None:
        """Load the model; the browser opens with the first attempt, and again where one has died."""
        self._players.prepare()

    def close(self) -> None:
        """End the browser."""
        self._stage.close()

    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        """Attempt one item.

        Raises:
            ModelFault: the model gave no reply.
            EnvironmentFault: page or browser do not start.
            KeyboardInterrupt: a person or a signal has interrupted it.
        """
        folder = new_recording(out, item.name, item.seed, repeat)
        played = play(
            self._stage,
            self.tasks[item.name],
            item.seed,
            self._players.plays,
            self._limits,
            folder,
        )
        _check(played.result)
        return Attempt(
            item=item.name,
            repeat=repeat,
            seed=item.seed,
            groups=item.groups,
            seconds=_seconds(played),
            recording=folder.relative_to(out).as_posix(),
            **judged(load_lines(folder)),
        )


def _check(result: Result) -> None:
    """Raise what came between, where there is nothing to be judged."""
    match result.verdict:
        case "interrupted":
            raise KeyboardInterrupt(result.message)
        case "environment_error":
            raise EnvironmentFault(result.message)
        case "model_error" if result.recording is None:
            raise ModelFault(result.message)


def _seconds(played: Played) -> dict[str, float]:
    """Seconds by part; `opening`: until the page's episode had begun."""
    parts = {**played.result.timing, "opening": played.opening, "total": played.whole}
    return {name: round(spent, 4) for name, spent in parts.items()}
