"""`agent replay --live REC...`: the real programs, the recorded actions, no model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands.check import parse_overrides
from agent.commands.outcome import approval, check_outputs, end_on_sigterm, tell
from agent.errors import BadInput
from agent.replay.live.ignored import store_ignored
from agent.replay.live.learn_ignored import learn_ignored
from agent.replay.live.run import LiveOptions, plan_replays, replay_and_keep, replay_live
from agent.runs.run import Options
from agent.runs.terminal import Progress, stderr_console

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from rich.console import Console

    from agent.replay.live.run import Replay
    from agent.runs.result import Result


def main(options: argparse.Namespace) -> int:
    """Replay each, as often as asked for; the exit status of the gravest verdict."""
    end_on_sigterm()
    chosen = live_options(options)
    if chosen.record and len(options.recordings) * options.repeat > 1:
        raise BadInput("--record: is for one replay; leave it out, and each is recorded in runs/")
    if options.learn and (options.var or options.cases):
        raise BadInput("--learn: learns from replays of what was recorded; leave --var and --cases out")
    replays = [replay for folder in options.recordings for replay in plan_replays(Path(folder), chosen)]
    check_outputs(options)
    console = stderr_console()
    if options.learn:
        return _learn(replays, chosen, options, console)
    return tell(_results(replays * options.repeat, chosen, console), options, console)


def _learn(replays: list[Replay], chosen: LiveOptions, options: argparse.Namespace, console: Console) -> int:
    """Replay each so often, and keep what differed between the runs as masks, if all passed."""
    status = 0
    for replay in replays:
        done = [replay_and_keep(replay, chosen, [Progress(console)]) for _ in range(options.learn)]
        status = max(status, tell([result for result, _ in done], options, console))
        if any(result.verdict != "passed" for result, _ in done):
            console.print("no masks were learnt: not every replay passed", style="yellow")
            continue
        masks, objections = learn_ignored(done[0][1].trajectory, [model.seen for _, model in done])
        file = store_ignored(replay.recording, masks)
        for mask in masks:
            step = "every step" if mask.step is None else f"step {mask.step}"
            console.print(f"  mask {tuple(mask.box)} at {step}: {mask.why}")
        for said in objections:
            console.print(f"  no mask: {said}", style="yellow")
        console.print(f"  {len(masks)} masks in {file}")
    return status


def live_options(options: argparse.Namespace) -> LiveOptions:
    """What the command line says about live replays.

    Raises:
        BadInput: an option is wrong.
    """
    return LiveOptions(
        run=Options(
            model=getattr(options, "model", None),
            display=options.display,
            max_steps=options.max_steps,
            timeout=options.timeout,
            approve=approval(options.approve),
        ),
        task=Path(options.task) if options.task else None,
        overrides=parse_overrides(options.var),
        cases=options.cases,
        record=Path(options.record) if options.record else None,
        patience=options.patience,
        heal=getattr(options, "heal", None),
        strict=getattr(options, "strict", False),
    )


def _results(replays: list[Replay], options: LiveOptions, console: Console) -> Iterator[Result]:
    progress = Progress(console)
    for replay in replays:
        progress.starting(f"{replay.planned.label}  (live, from {replay.recording.folder})")
        yield replay_live(replay, options, [progress])
