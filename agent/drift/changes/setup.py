"""Sets one drift up: the surroundings of the program, what stands between it and the loop, what is noted."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.drift.changes.covers import DialogDrift, OverlayDrift
from agent.drift.changes.environment import EnvironmentDrift, environment_drift
from agent.drift.changes.fonts import usual_file
from agent.drift.changes.hook import HookedDesktop, NoDrift
from agent.drift.changes.windows import WindowDrift
from agent.drift.kinds import HARMLESS
from agent.drift.trace import DRIFTED, Trace, read_events

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import ExitStack
    from pathlib import Path

    from agent.drift.changes.hook import DriftHook
    from agent.drift.kinds import Drift
    from agent.drift.targets import DriftTarget
    from agent.recording.trajectory import RecordedAction
    from tools.desktop import Desktop
    from tools.x11.arrange import Arrangement

EVENTS = "DESKHAND_EVENTS"
"""Names the file that a program may append to, one line for each event that reaches it."""
DRIFT, SEED, TARGET = "DESKHAND_DRIFT", "DESKHAND_DRIFT_SEED", "DESKHAND_DRIFT_TARGET"
"""Tell a program that drifts itself: the drift, the seed that decides how, the target it is about."""


@dataclass
class TrialEnvironment:
    """What one replay takes place in."""

    stage: DriftHook
    arrangement: Arrangement
    events: Path
    """The file of the program's events."""
    around: EnvironmentDrift = EnvironmentDrift()  # noqa: RUF009  (frozen)
    environ: dict[str, str] = field(default_factory=dict)
    """For a program that drifts itself."""
    most: int | None = None
    """Of a harmful drift: so many actions may be done before the one that it is about."""
    shows: bool = False
    """Whether the program's own drift must show on the first screen to have come about."""
    staged: HookedDesktop | None = None

    @property
    def for_program(self) -> dict[str, str]:
        """What its environment tells the program."""
        return {**self.around.environ, **self.environ, EVENTS: str(self.events)}

    def put_between(self, desktop: Desktop) -> Desktop:
        """For `agent.runs.setup.DesktopSetup.wrap`."""
        self.staged = HookedDesktop(desktop, self.stage, self.arrangement.under)
        return self.staged

    @property
    def conduct(self) -> Trace:
        """What the replay did."""
        deeds = tuple(self.staged.deeds) if self.staged else ()
        return Trace(deeds, read_events(self.events), self.stage.pressed)

    @property
    def told(self) -> str | None:
        """The drift in words, as whoever made it says; None: it did not come about."""
        said = [event for event in read_events(self.events) or () if event.startswith(DRIFTED)]
        if not said or (self.shows and self.stage.told is None):
            return self.stage.told
        return said[-1].removeprefix(DRIFTED)


class TrialSetup:
    """Makes the scenes of one recording.

    Args:
        trajectory: what was recorded.
        aims: the targets of its clicks.
        inside: whether the program drifts itself.
    """

    def __init__(
        self, trajectory: Sequence[RecordedAction], aims: Sequence[DriftTarget], *, inside: bool
    ) -> None:
        self._trajectory, self._aims, self._inside = trajectory, aims, inside

    def scene(
        self, drift: Drift | None, seed: int, display: str, folder: Path, opened: ExitStack
    ) -> TrialEnvironment:
        """One scene.

        Args:
            drift: None: none.
            seed: decides where, which and how far.
            display: its display, with nothing on it yet.
            folder: for files that the program reads and writes.
            opened: closes what the scene opens.
        """
        from tools.x11.arrange import Arrangement  # noqa: PLC0415  (X11 only)
        from tools.x11.overlay import Overlays  # noqa: PLC0415

        draw = random.Random(f"{drift} {seed}")  # noqa: S311  (repeatable, not secret)
        first = self._trajectory[0].before
        scene = TrialEnvironment(
            NoDrift(first), opened.enter_context(Arrangement(display)), folder / "events"
        )
        if drift is None:
            return scene
        if self._inside:
            self._ask_program(scene, drift, seed, draw)
        elif drift in ("moved", "resized"):
            scene.stage = WindowDrift(scene.arrangement, first.size, draw, resized=drift == "resized")
        elif drift == "dialog":
            scene.most = draw.randrange(len(self._trajectory))
            overlays = opened.enter_context(Overlays(display))
            late = draw.random() < 0.5  # noqa: PLR2004  (half of them)
            scene.stage = DialogDrift(scene.most, overlays, draw, usual_file(), late=late)
        elif drift in ("relabelled", "second_equal", "disabled", "removed"):
            aim = draw.choice(self._aims)
            scene.most = aim.at
            overlays = opened.enter_context(Overlays(display))
            scene.stage = OverlayDrift(drift, aim, overlays, draw, usual_file())
        else:
            scene.around = environment_drift(drift, draw, folder)
            scene.stage = NoDrift(first, scene.around.told, certain=bool(scene.around.delay))
        return scene

    def _ask_program(self, scene: TrialEnvironment, drift: Drift, seed: int, draw: random.Random) -> None:
        """Have the program drift itself; it says so in its events, or its first screen shows it."""
        scene.environ = {DRIFT: drift, SEED: str(seed)}
        scene.shows = drift in HARMLESS and drift != "slow_start"
        if scene.shows:
            scene.stage = NoDrift(self._trajectory[0].before, drift)
        elif drift not in ("slow_start", "dialog"):
            aim = draw.choice(self._aims)
            scene.environ[TARGET], scene.most = aim.name, aim.at
