"""`agent replay --live REC...`: the real programs, the recorded actions, no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.commands.consent import consent
from agent.commands.results import Results
from agent.printing.console import stderr_console
from agent.replay.live.ignored import store_ignored
from agent.replay.live.learn_ignored import learn_ignored
from agent.replay.live.run import plan_replays, replay_and_keep, replay_live
from agent.runs.report.terminal import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from rich.console import Console

    from agent.commands.options.replay import LiveCommand
    from agent.replay.live.player import ReplayPlayer
    from agent.replay.live.run import Replay
    from agent.replay.options import LiveOptions
    from agent.runs.report.result import Result


def replay_all(recordings: Sequence[Path], command: LiveCommand) -> int:
    """Replay each, as often as asked for; the exit status of the gravest verdict."""
    console = stderr_console()
    results = Results(console, command.output)
    replays = [replay for folder in recordings for replay in plan_replays(folder, command.options)]
    consent([replay.planned.run for replay in replays], command.options.task, console)
    if command.learn:
        return results.add_all(_learn_all(replays, command.options, command.learn, console))
    return results.add_all(_replay_all(replays * command.repeat, command.options, console))


def _replay_all(replays: list[Replay], options: LiveOptions, console: Console) -> Iterator[Result]:
    progress = Progress(console)
    for replay in replays:
        progress.starting(f"{replay.planned.label}  (live, from {replay.recording.folder})")
        result = replay_live(replay, options, [progress])
        yield result
        if result.verdict == "interrupted":
            return


def _learn_all(replays: list[Replay], options: LiveOptions, times: int, console: Console) -> Iterator[Result]:
    """Replay each so often, and keep what differed between its runs, if all passed."""
    for replay in replays:
        players, verdicts = [], set()
        for _ in range(times):
            result, player = replay_and_keep(replay, options, [Progress(console)])
            yield result
            players.append(player)
            verdicts.add(result.verdict)
            if result.verdict == "interrupted":
                return
        if verdicts == {"passed"}:
            _learn(replay, players, console)
        else:
            console.print("no masks were learnt: not every replay passed", style="yellow")


def _learn(replay: Replay, players: Sequence[ReplayPlayer], console: Console) -> None:
    """Keep what differed between replays that passed."""
    masks, objections = learn_ignored(players[0].trajectory, [player.seen for player in players])
    file = store_ignored(replay.recording, masks)
    for mask in masks:
        step = "every step" if mask.step is None else f"step {mask.step}"
        console.print(f"  mask {tuple(mask.box)} at {step}: {mask.why}")
    for said in objections:
        console.print(f"  no mask: {said}", style="yellow")
    console.print(f"  {len(masks)} masks in {file}")
