"""Set-up of one drifted replay: its environment, its hook and its trace."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from agent.drift.changes.covers import DialogDrift, OverlayDrift
from agent.drift.changes.environment import EnvironmentDrift, environment_drift
from agent.drift.changes.form_dialog import said_like
from agent.drift.changes.groups import GroupDrift
from agent.drift.changes.hook import HookedDesktop, NoDrift
from agent.drift.changes.labels import rewritten
from agent.drift.changes.windows import WindowDrift
from agent.drift.kinds import KINDS, ONLY_OUTSIDE, ROW_CHANGES, TARGET_CHANGES
from agent.drift.texts import any_step, group_of
from agent.drift.trace import DRIFTED, Trace
from agent.runs.program_events import EVENTS, read_events

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import ExitStack
    from pathlib import Path

    from agent.drift.changes.hook import DriftHook
    from agent.drift.kinds import Drift, GroupChange
    from agent.drift.targets import DriftTarget
    from agent.recording.trajectory import RecordedAction
    from tools.desktop import Desktop
    from tools.x11.arrange import Arrangement
    from tools.x11.overlay import Overlays

DRIFT, SEED, TARGET = "DESKHAND_DRIFT", "DESKHAND_DRIFT_SEED", "DESKHAND_DRIFT_TARGET"
"""Environment variables for a program that drifts itself: the drift, its seed, its target."""


@dataclass
class TrialEnvironment:
    """Environment of one drifted replay."""

    hook: DriftHook
    arrangement: Arrangement
    events: Path
    """The file of the program's events."""
    started_in: EnvironmentDrift = EnvironmentDrift()  # noqa: RUF009  (frozen)
    inside: dict[str, str] = field(default_factory=dict)
    """Environment variables for a program that drifts itself."""
    actions_before: int | None = None
    """Number of actions allowed before the one that a harmful drift is about."""
    shows: bool = False
    """Whether the program's own drift counts only when the first screen shows it."""
    desktop: HookedDesktop | None = None

    @property
    def environ(self) -> dict[str, str]:
        """Environment variables of the program."""
        return {**self.started_in.environ, **self.inside, EVENTS: str(self.events)}

    def wrap(self, desktop: Desktop) -> Desktop:
        """For `agent.runs.setup.DesktopSetup.wrap`."""
        self.desktop = HookedDesktop(desktop, self.hook, self.arrangement.under)
        return self.desktop

    @property
    def trace(self) -> Trace:
        """What the replay did."""
        performed = tuple(self.desktop.performed) if self.desktop else ()
        return Trace(performed, read_events(self.events), self.hook.pressed)

    @property
    def told(self) -> str | None:
        """The drift in words, as the hook or the program reports it; None: nothing was changed."""
        said = [event for event in read_events(self.events) or () if event.startswith(DRIFTED)]
        if not said or (self.shows and self.hook.told is None):
            return self.hook.told
        return said[-1].removeprefix(DRIFTED)


class TrialSetup:
    """Set-up of the drifted replays of one recording.

    Args:
        trajectory: what was recorded.
        targets: the targets of its clicks.
        texts: other texts that are seen before its actions.
        inside: whether the program drifts itself, as far as it knows the drift: other texts it does not.
    """

    def __init__(
        self,
        trajectory: Sequence[RecordedAction],
        targets: Sequence[DriftTarget],
        texts: Sequence[DriftTarget] = (),
        *,
        inside: bool,
    ) -> None:
        self._trajectory, self._targets, self._texts = trajectory, targets, texts
        self._inside = inside

    def environment(
        self, drift: Drift | None, seed: int, display: str, folder: Path, opened: ExitStack
    ) -> TrialEnvironment:
        """The environment of one replay.

        Args:
            drift: None: none.
            seed: decides where, which and how far.
            display: its display, with nothing on it yet.
            folder: for files that the program reads and writes.
            opened: closes what the environment opens.
        """
        from tools.x11.arrange import Arrangement  # noqa: PLC0415  (X11 only)

        arrangement = opened.enter_context(Arrangement(display))
        made = TrialEnvironment(NoDrift(self._trajectory[0].before), arrangement, folder / "events")
        draw = random.Random(f"{drift} {seed}")  # noqa: S311  (repeatable, not secret)
        if drift is not None and self.is_told(drift):
            self._change_inside(made, drift, seed, draw)
        elif drift is not None:
            self._change_outside(made, drift, draw, display, folder, opened)
        return made

    def is_told(self, drift: Drift) -> bool:
        """Whether the program is told to drift itself."""
        return drift in ROW_CHANGES or (self._inside and drift not in ONLY_OUTSIDE)

    def _change_inside(self, made: TrialEnvironment, drift: Drift, seed: int, draw: random.Random) -> None:
        """Have the program drift itself; it reports so in its events, or its first screen shows it."""
        made.inside = {DRIFT: drift, SEED: str(seed)}
        made.shows = KINDS[drift].harmless and drift != "slow_start"
        if made.shows:
            made.hook = NoDrift(self._trajectory[0].before, drift)
        elif drift in TARGET_CHANGES:
            target = draw.choice(self._targets)
            made.inside[TARGET], made.actions_before = target.name, target.at

    def _change_outside(
        self,
        made: TrialEnvironment,
        drift: Drift,
        draw: random.Random,
        display: str,
        folder: Path,
        opened: ExitStack,
    ) -> None:
        """Change the program from outside: its windows, its environment, or what is laid over it."""
        from tools.x11.overlay import Overlays  # noqa: PLC0415  (X11 only)

        first = self._trajectory[0].before
        match drift:
            case "moved" | "resized":
                made.hook = WindowDrift(made.arrangement, first.size, draw, resized=drift == "resized")
            case "dialog" | "form_dialog":
                made.actions_before = draw.randrange(len(self._trajectory))
                overlays = opened.enter_context(Overlays(display))
                if drift == "dialog":
                    late = draw.random() < 0.5  # noqa: PLR2004  (half of them)
                    made.hook = DialogDrift(made.actions_before, overlays, draw, late=late)
                else:
                    said = [said_like(self._targets, draw)]
                    made.hook = DialogDrift(made.actions_before, overlays, draw, said, late=False)
            case "relabelled" | "second_equal" | "disabled" | "removed":
                target = draw.choice(self._targets)
                made.actions_before = target.at
                overlays = opened.enter_context(Overlays(display))
                made.hook = OverlayDrift(drift, target, overlays, draw)
            case "other_number" | "other_word" | "negated" | "suffixed":
                fitting = [text for text in self._texts if rewritten(drift, text.text, draw) is not None]
                if fitting:
                    text = any_step(fitting, draw)
                    made.actions_before = text.at
                    overlays = opened.enter_context(Overlays(display))
                    made.hook = OverlayDrift(drift, text, overlays, draw)
            case "other_record" | "swapped" | "names_swapped" | "inserted":
                self._change_group(made, drift, draw, lambda: opened.enter_context(Overlays(display)))
            case "dpi" | "font" | "font_size" | "theme" | "slow_start":
                made.started_in = environment_drift(drift, draw, folder)
                certain = bool(made.started_in.delay)
                made.hook = NoDrift(first, made.started_in.told, certain=certain)
            case "row_inserted":
                raise AssertionError("the program is told to do it")
            case _:
                assert_never(drift)

    def _change_group(
        self,
        made: TrialEnvironment,
        drift: GroupChange,
        draw: random.Random,
        overlays: Callable[[], Overlays],
    ) -> None:
        """Alter several texts of one screen, if there are such."""
        texts = group_of(drift, self._texts, self._targets, draw)
        if texts:
            made.actions_before = texts[0].at
            made.hook = GroupDrift(drift, texts, overlays(), draw)
