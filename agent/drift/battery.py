"""Drift battery: a recording replayed under drifts, each on a display of its own, and every replay judged."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from agent.drift.judging import judged
from agent.drift.kinds import DRIFTS, TARGET_CHANGES
from agent.drift.report import Report, Trial
from agent.drift.targets import targets_of
from agent.drift.texts import texts_of
from agent.drift.trace import EXACT
from agent.errors import BadInput
from agent.recording.trajectory import trajectory_of
from agent.replay.live.run import plan_replays, replay_and_keep
from agent.replay.options import LiveOptions
from agent.runs.setup import DesktopSetup
from tools.errors import EnvironmentFault
from tools.host.owned.belongings import temporary_folder
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from agent.drift.changes.setup import TrialEnvironment
    from agent.drift.kinds import Drift
    from agent.drift.trace import Trace
    from agent.runs.report.result import Result
    from agent.task import Run


@dataclass(frozen=True, slots=True)
class Plan:
    """Which drifts a battery tries, and how."""

    drifts: tuple[Drift, ...] = DRIFTS
    seeds: tuple[int, ...] = (1, 2, 3)
    """Each drift is tried once with each; the seed decides where, which and how far."""
    inside: bool = False
    """Whether the program drifts itself, as environment variables say; else it is changed from outside."""
    live: LiveOptions = field(default_factory=LiveOptions)


def drift_battery(
    recordings: Sequence[Path], plan: Plan, on_trial: Callable[[Trial], None] = lambda _trial: None
) -> Report:
    """Replay recordings under drifts.

    Args:
        recordings: their folders.
        plan: which drifts, how often.
        on_trial: called with each trial when it is over.

    Raises:
        BadInput: a recording or its task is wrong, or it does not pass without a drift.
        EnvironmentFault: a display or a program that this takes is missing.
        KeyboardInterrupt: Ctrl-C.
    """
    if not sys.platform.startswith(("linux", "freebsd")):
        raise EnvironmentFault("drifts need virtual displays, which only X11 has; run them on Linux")
    batteries = [Battery(folder, plan) for folder in recordings]  # all are read before the first is run
    trials = []
    for battery in batteries:
        for trial in battery.trials():
            on_trial(trial)
            trials.append(trial)
    return Report(trials=tuple(trials))


@dataclass(frozen=True, slots=True)
class _Replayed:
    """One replay, over."""

    trace: Trace
    told: str | None
    """The drift in words; None: nothing was changed."""
    actions_before: int | None
    """As `agent.drift.changes.setup.TrialEnvironment.actions_before`."""
    result: Result


class Battery:
    """All drifted replays of one recording."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        from agent.drift.changes.setup import TrialSetup  # noqa: PLC0415  (X11 only)

        self._folder, self._plan = folder, plan
        [self._replay] = plan_replays(folder, plan.live)
        self._trajectory = trajectory_of(self._replay.recording)
        scenes = SceneCache()
        self._targets = targets_of(self._trajectory, scenes)
        if not self._targets and any(drift in (*TARGET_CHANGES, "form_dialog") for drift in plan.drifts):
            raise self._no_target()
        texts = texts_of(self._trajectory, self._targets, scenes)
        self._setup = TrialSetup(self._trajectory, self._targets, texts, inside=plan.inside)

    def trials(self) -> Iterator[Trial]:
        """One undrifted replay to compare with, then the drifted ones.

        Raises:
            BadInput: the undrifted one does not pass.
        """
        undrifted = self._replayed(None, 0)
        if undrifted.result.verdict != "passed":
            result = undrifted.result
            raise BadInput(
                f"{self._folder}: does not pass without a drift ({result.verdict}: {result.message}); mend "
                "that first, then try drifts"
            )
        for drift in self._plan.drifts:
            for seed in self._plan.seeds:
                yield self._trial(drift, seed, self._with_tolerance(undrifted.trace))

    def _trial(self, drift: Drift, seed: int, then: Trace) -> Trial:
        now = self._replayed(drift, seed)
        outcome, why = judged(
            drift, now.told, now.actions_before, now.trace, then, now.result, inside=self._plan.inside
        )
        return Trial(
            recording=str(self._folder),
            drift=drift,
            seed=seed,
            inside=self._plan.inside,
            told=now.told or "",
            outcome=outcome,
            why=why,
            verdict=now.result.verdict,
            message=now.result.message,
            seconds=now.result.seconds,
            recorded=now.result.recording,
        )

    def _replayed(self, drift: Drift | None, seed: int) -> _Replayed:
        """One replay on a display of its own."""
        from tools.host.virtual_display import virtual_display  # noqa: PLC0415  (heavy: loaded on use)
        from tools.x11.resources import set_resources  # noqa: PLC0415  (X11 only)

        with ExitStack() as opened:
            display = opened.enter_context(virtual_display(self._replay.recording.header.size))
            folder = opened.enter_context(temporary_folder("drift"))
            environment = self._setup.environment(drift, seed, display, folder, opened)
            if environment.started_in.resources:
                set_resources(display, environment.started_in.resources)
            result = self._run(environment, display)
            if result.verdict == "interrupted":  # a run ends with Ctrl-C; so does the battery
                raise KeyboardInterrupt(result.message)
            trace = environment.trace
            if result.ran_in:
                trace = trace.in_folder(result.ran_in)
            return _Replayed(trace, environment.told, environment.actions_before, result)

    def _run(self, environment: TrialEnvironment, display: str) -> Result:
        live = self._plan.live
        options = replace(live, run=replace(live.run, display=display))
        subject = self._replay.subject
        delayed = replace(subject, run=_delayed(subject.run, environment.started_in.delay))
        desktop = DesktopSetup(wrap=environment.wrap, environ=environment.environ)
        return replay_and_keep(replace(self._replay, subject=delayed), options, desktop=desktop)[0]

    def _with_tolerance(self, trace: Trace) -> Trace:
        """The trace with how far from its point each click would do the same."""
        known = {target.at: target.tolerance for target in self._targets}
        actions = (replace(one, tolerance=known.get(at, EXACT)) for at, one in enumerate(trace.actions))
        return replace(trace, actions=tuple(actions))

    def _no_target(self) -> BadInput:
        others = ",".join(drift for drift in DRIFTS if drift not in TARGET_CHANGES)
        return BadInput(
            f"{self._folder}: none of its clicks goes to something with a name, so no target can be altered; "
            f"name other drifts: --drifts {others}"
        )


def _delayed(run: Run, seconds: float) -> Run:
    """The run with its programs started late."""
    if not seconds:
        return run
    document = run.file.document
    late = ["sh", "-c", 'sleep "$0"; exec "$@"', f"{seconds:.3f}"]
    launch = [{**one, "command": [*late, *one["command"]]} for one in document.value.get("launch", [])]
    changed = replace(document, value={**document.value, "launch": launch})
    return replace(run, file=replace(run.file, document=changed))
