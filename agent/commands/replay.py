"""`agent replay REC...`: the whole loop on recorded frames and replies; no display, no model.

With `--live` it is `agent.commands.live`.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.errors import BadInput, BadRecording, ReplayDiffers
from agent.recording.reading import load_recording
from agent.replay.offline import replay

if TYPE_CHECKING:
    import argparse


def main(options: argparse.Namespace) -> int:
    """Replay each; 0 when all agree, 1 when one differs, 2 when one can't be read."""
    if options.live:
        from agent.commands import live  # noqa: PLC0415  (another matter: it needs displays)

        return live.main(options)
    _refuse_live_only(options)
    results = [_replay(Path(folder)) for folder in options.recordings]
    if options.json:
        sys.stdout.write(json.dumps({"replays": results}, ensure_ascii=False) + "\n")
    else:
        for result in results:
            _print(result)
    statuses = [result["status"] for result in results]
    return max(statuses, default=0)


def _refuse_live_only(options: argparse.Namespace) -> None:
    given = [name for name, unset in options.live_only.items() if getattr(options, name) != unset]
    if given:
        raise BadInput(f"--{given[0].replace('_', '-')}: is for a live replay; add --live")


def _replay(folder: Path) -> dict[str, Any]:
    result: dict[str, Any] = {"recording": str(folder), "status": 0, "agrees": False}
    try:
        recording = load_recording(folder)
        began = time.perf_counter()
        ending = replay(recording)
        seconds = time.perf_counter() - began
    except BadRecording as fault:
        return result | {"status": 2, "message": str(fault)}
    except ReplayDiffers as difference:
        return result | {"status": 1, "message": str(difference)}
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
        sys.stderr.write(f"agent: {result['message']}\n")
        return
    crashed = "crashed run, " if result["crashed"] else ""
    sys.stdout.write(
        f"{result['recording']}: agrees: {crashed}{result['steps']} steps, {result['verdict']} "
        f"({result['message']}), {result['steps_per_second']} steps/s\n"
    )
