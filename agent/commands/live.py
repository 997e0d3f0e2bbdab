"""`agent replay --live REC...`: the real programs, the recorded actions, no model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands.check import parse_overrides
from agent.commands.outcome import approval, check_outputs, end_on_sigterm, tell
from agent.errors import BadInput
from agent.progress import Progress, stderr_console
from agent.retrace.replaying import LiveOptions, plan_replays, replay_live
from agent.run import Options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from rich.console import Console

    from agent.result import Result
    from agent.retrace.replaying import Replay


def main(options: argparse.Namespace) -> int:
    """Replay each, as often as asked for; the exit status of the gravest verdict."""
    end_on_sigterm()
    chosen = live_options(options)
    if chosen.record and len(options.recordings) * options.repeat > 1:
        raise BadInput("--record: is for one replay; leave it out, and each is recorded in runs/")
    replays = [replay for folder in options.recordings for replay in plan_replays(Path(folder), chosen)]
    check_outputs(options)
    console = stderr_console()
    return tell(_results(replays * options.repeat, chosen, console), options, console)


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
    )


def _results(replays: list[Replay], options: LiveOptions, console: Console) -> Iterator[Result]:
    progress = Progress(console)
    for replay in replays:
        progress.starting(f"{replay.planned.label}  (live, from {replay.recording.folder})")
        yield replay_live(replay, options, [progress])
