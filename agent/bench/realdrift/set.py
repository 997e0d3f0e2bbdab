"""`RealDrift`: pairs of releases, and the model that heals."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from agent.bench.benchmark import About
from agent.bench.ended import attempt_of, check_ended
from agent.bench.realdrift.items import RealDriftItems, read_releases
from agent.bench.realdrift.judging import judged
from agent.bench.realdrift.matrix import matrix
from agent.bench.realdrift.replaying import PATIENCE, replay_on
from agent.bench.results.folder import new_recording
from agent.model import Described
from agent.models import load_model
from agent.protocol.system import pointing_text
from agent.recording.disk import whole
from agent.recording.reading import load_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.bench.benchmark import Item
    from agent.bench.results.attempt import Attempt
    from agent.bench.sets import Asked
    from agent.bench.summary import Summary


class RealDrift(RealDriftItems):
    """The set.

    Args:
        asked: of the command line: the folder of the data, and the model that heals.

    Raises:
        BadInput: there is no such model, or the data are wrong.
    """

    page = "matrix.md"

    def __init__(self, asked: Asked) -> None:
        super().__init__(read_releases(asked.data))
        self._healer, self._asked = load_model(asked.model), asked.model

    def about(self) -> About:
        """What the results hang on."""
        return About(
            model=self._healer.name,
            prompts=hashlib.sha256(pointing_text().encode()).hexdigest(),
            profile=self._healer.described() if isinstance(self._healer, Described) else None,
            limits={"patience": PATIENCE},
        )

    def prepare(self) -> None:
        """Load or reach the model that heals. Raises ModelFault."""
        self._healer.prepare()

    def close(self) -> None:
        """Nothing: each replay ends what it has started."""

    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        """Replay once.

        Raises:
            BadInput: a recording or the task is wrong.
            EnvironmentFault: the program does not start.
            KeyboardInterrupt: a person or a signal has interrupted it.
        """
        folder = new_recording(out, item.name, item.seed, repeat)
        healer = self._asked if item.groups["healing"] == "with" else None
        replayed = replay_on(item, self.releases, healer, folder)
        check_ended(replayed.result)
        seconds = {**replayed.result.timing, "total": replayed.whole}
        told = judged(load_lines(folder), self.releases.wanted)
        return attempt_of(item, repeat, out, folder, seconds, told)

    def show(self, summary: Summary, attempts: Sequence[Attempt], out: Path) -> None:
        """Write the matrix."""
        del summary
        with whole(out / self.page) as file:
            file.write(matrix(attempts).encode())
