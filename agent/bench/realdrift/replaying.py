"""One live replay of a recording on another release, recorded like any other."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.bench.realdrift.judging import saved_check
from agent.replay.live.run import plan_replays, replay_and_keep
from agent.replay.options import LiveOptions
from agent.runs.options import RunOptions
from agent.runs.setup import DesktopSetup
from tools.errors import EnvironmentFault
from tools.host.owned.belongings import temporary_folder

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import JsonValue

    from agent.bench.benchmark import Item
    from agent.bench.realdrift.releases import ReleaseSet
    from agent.runs.report.result import Result

PATIENCE = 6.0
"""Seconds that a recorded state may take to appear: the programs answer at once, or never."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay came to; its recording says the rest."""

    result: Result
    whole: float
    """Seconds in all."""


def replay_on(item: Item, releases: ReleaseSet, healer: str | None, recording: Path) -> Replayed:
    """Replay what was recorded on one release on a later one.

    Args:
        item: which pair, and which fault the later one has.
        releases: the data.
        healer: the model that finds again what nothing else finds; None: nobody does.
        recording: an empty folder for this replay's own.

    Raises:
        BadInput: the recording or the task is wrong.
    """
    began = time.monotonic()
    told = {key: str(value) for key, value in item.groups.items()}
    with temporary_folder("realdrift") as folder:
        source = folder / told["recorded"]  # a copy: what is healed is proposed beside it
        shutil.copytree(releases.recording(told["recorded"]), source)
        saved = folder / f"{told['healing']}.json"
        values = {"release": told["replayed"], "regression": told["regression"], "state": str(saved)}
        options = LiveOptions(
            RunOptions(display="virtual"),
            releases.task,
            values,
            record=recording,
            patience=PATIENCE,
            heal=healer,
        )
        [replay] = plan_replays(source, options)
        setup = DesktopSetup(judge=lambda: (saved_check(_saved(saved), item.name),))
        result = replay_and_keep(replay, options, desktop=setup)[0]
    return Replayed(result, time.monotonic() - began)


def _saved(path: Path) -> JsonValue:
    """What the program has saved.

    Raises:
        EnvironmentFault: it writes nothing down.
    """
    try:
        saved: JsonValue = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise EnvironmentFault(f"{path}: the program does not tell what it saved: {error}") from None
    return saved
