"""`agent replay REC...`: the whole loop on recorded frames and replies; no display, no model.

With `--live` it is `agent.commands.replay_live`.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from agent.commands import exit_status
from agent.errors import BadRecording, ReplayDiffers
from agent.printing.counted import counted
from agent.printing.streams import tell, write, write_json
from agent.recording.reading import load_recording
from agent.replay.offline import replay

if TYPE_CHECKING:
    from pathlib import Path

    from agent.commands.options.replay import ReplayCommand


def main(options: ReplayCommand) -> int:
    """Replay each; 0 when all agree, 1 when one differs, 2 when one can't be read."""
    if options.live:
        from agent.commands.replay_live import replay_all  # noqa: PLC0415  (another matter: it needs displays)

        return replay_all(options.recordings, options.live)
    results = [_replay(folder) for folder in options.recordings]
    if options.json:
        write_json({"replays": results})
    else:
        for result in results:
            _print(result)
    return max((int(result["status"]) for result in results), default=exit_status.PASSED)


def _replay(folder: Path) -> dict[str, Any]:
    result: dict[str, Any] = {"recording": str(folder), "status": exit_status.PASSED, "agrees": False}
    try:
        recording = load_recording(folder)
        began = time.perf_counter()
        ending = replay(recording)
        seconds = time.perf_counter() - began
    except (BadRecording, ReplayDiffers) as fault:
        return result | {"status": exit_status.of_error(fault), "message": str(fault)}
    steps = len(recording.steps)
    return result | {
        "agrees": True,
        "crashed": recording.end is None,
        "verdict": ending.verdict,
        "message": ending.message,
        "steps": steps,
        "steps_per_second": round(steps / seconds) if seconds else 0,
    }


def _print(result: dict[str, Any]) -> None:
    if not result["agrees"]:
        tell(f"agent: {result['message']}\n")
        return
    crashed = "crashed run, " if result["crashed"] else ""
    write(
        f"{result['recording']}: agrees: {crashed}{counted(result['steps'], 'step', 'steps')}, "
        f"{result['verdict']} ({result['message']}), {result['steps_per_second']} steps/s\n"
    )
