"""A set of small episodes for tests, recorded as any run is; a reward that stands in a check judges them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.benchmark import About, Item
from agent.bench.replayed import replayed
from agent.bench.results.attempt import Attempt
from agent.bench.results.folder import new_recording
from agent.bench.run import run_benchmark
from agent.checks import CheckResult
from agent.errors import BadInput
from agent.loop import Episode
from agent.recording.reading import load_lines
from agent.recording.recorder import Recorder
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, click, make_task

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.results.config import Config
    from agent.recording.reading import Recording

NAMES = ("click-button", "enter-text", "use-slider")


class EpisodeSet:
    """Three items in two variants; the reward is 1 where the seed is even, and -1 where it is odd."""

    name = "episodes"
    apart: str | None = None

    def digest(self) -> str:
        return "d" * 64

    def about(self) -> About:
        return About(model="fake", prompts="p" * 64, limits={"steps": 10})

    def items(self) -> list[Item]:
        return [Item(name, seed, {"task": name}) for name in NAMES for seed in (0, 1)]

    def prepare(self) -> None: ...

    def close(self) -> None: ...

    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        folder = new_recording(out, item.name, item.seed, repeat)
        reward = 1.0 - 2 * (item.seed % 2)
        check = CheckResult(
            kind="text", what="reward", passed=reward > 0, expected="1.0", actual=str(reward), seconds=0.1
        )
        task = make_task(id=item.name, vars={"seed": str(item.seed)})
        with Recorder(folder, model="fake", display="virtual") as recorder:
            Episode(
                task,
                FakeDesktop(),
                FakeModel([click(100 + item.seed, 200), click(300, 400 + repeat), DONE]),
                judge=lambda _seen: (check,),
                watcher=recorder,
                approve=lambda _action, _seen: True,
            ).run()
            recorder.check()
        begun = Attempt(
            item=item.name,
            repeat=repeat,
            seed=item.seed,
            outcome="environment",
            score=0,
            groups=item.groups,
            seconds={"total": 0.5},
            recording=f"recordings/{folder.name}",
            digest=load_lines(folder).sum,
        )
        return self.again(begun, out)

    def again(self, attempt: Attempt, out: Path) -> Attempt:
        recording = replayed(attempt, out)
        told = recording.header.task
        if (told.id, told.vars["seed"]) != (attempt.item, str(attempt.seed)):
            raise BadInput(f"{recording.folder}: is of {told.id} seed {told.vars['seed']}")
        return attempt.model_copy(update=_judged(recording))


def _judged(recording: Recording) -> dict[str, object]:
    reward = float(recording.checks[0].actual)
    return {
        "outcome": "passed" if reward > 0 else "failed",
        "score": max(0.0, reward),
        "details": {"reward": reward},
    }


def episode_items(config: Config, data: Path | None) -> EpisodeSet:
    """The set without a model."""
    del config, data
    return EpisodeSet()


def episodes_in(folder: Path, repeat: int = 1) -> Path:
    """A whole run of it, in a results folder."""
    episodes = EpisodeSet()
    run_benchmark(episodes, episodes.items(), repeat, folder, lambda _attempt, _done, _of: None)
    return folder
