"""Offer: what a recording is as a tool: its name, what it does, and what it is called with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.mcp.recorded.parameter import parameters_of
from agent.printing.escapes import visible
from agent.recording.trajectory import trajectory_of
from agent.replay.live.run import plan_replays
from agent.replay.options import LiveOptions
from agent.report.found import found_in
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from agent.mcp.recorded.parameter import Parameter
    from agent.replay.live.run import Replay

_LONGEST_NAME = 60
"""Signs that clients take of a tool's name, with some room for what tells two apart."""
_LONGEST = 1_000
"""Signs of a task's instruction."""
_REFERENCE = re.compile(r"\$\{(\w+)\}")
BUILT_IN = (
    *("open_desktop", "screenshot", "read_screen", "wait", "click", "type", "key", "scroll", "drag"),
    *("do_steps", "run_task", "get_run"),
)
"""The server's other tools, whose names are taken."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A recording as a tool."""

    name: str
    folder: Path
    description: str
    parameters: tuple[Parameter, ...]


def offers(places: Sequence[Path], taken: Iterable[str] = BUILT_IN) -> list[Offer]:
    """The tools that some recordings make.

    Args:
        places: their folders, or folders that hold some.
        taken: names that none may have.

    Raises:
        BadInput: one can't be replayed, with its path and why.
    """
    folders = [found.folder for found in found_in(places)] if places else []
    replays = [(folder, plan_replays(folder, LiveOptions())[0]) for folder in folders]
    names = named([(replay.planned.run.file.id, folder.name) for folder, replay in replays], taken)
    return [_offer(name, folder, replay) for name, (folder, replay) in zip(names, replays, strict=True)]


def named(recordings: Sequence[tuple[str, str]], taken: Iterable[str]) -> list[str]:
    """Names of tools, each its own.

    Args:
        recordings: the task's name and the folder's of each. Two of one task are told apart by the folder.
        taken: names that none gets.
    """
    tasks = [task for task, _ in recordings]
    used = set(taken)
    names = []
    for task, folder in recordings:
        alone = tasks.count(task) == 1
        name = _plain(task if alone or folder == task else f"{task}-{folder}")
        name = f"replay_{name}" if name in taken else name
        number, unique = 1, name
        while unique in used:
            number += 1
            unique = f"{name}_{number}"
        used.add(unique)
        names.append(unique)
    return names


def _plain(text: str) -> str:
    """A name of signs that every client takes."""
    return re.sub(r"[^A-Za-z0-9_-]+", "_", text).strip("_")[:_LONGEST_NAME] or "recording"


def _offer(name: str, folder: Path, replay: Replay) -> Offer:
    trajectory = trajectory_of(replay.recording)
    parameters, fixed = parameters_of(replay.subject, trajectory, shared_reader())
    return Offer(name, folder.absolute(), _described(folder, replay, fixed), parameters)


def _described(folder: Path, replay: Replay, fixed: Mapping[str, str]) -> str:
    """What it does, in the words of the task."""
    written, values = replay.planned.run.file.written, replay.subject.old
    checks = len(written.checks)
    judged = f"then judges {checks} check{'s' if checks > 1 else ''}" if checks else "and judges no check"
    always = "".join(f' {name} is always "{values[name]}".' for name in fixed if name in values)
    what = _REFERENCE.sub(r"<\1>", " ".join(written.instruction.split()))[:_LONGEST]
    return visible(
        f"{what}\n\nReplays the recording {folder} on the real program, without a model, {judged}.{always} "
        "Says what came of it: done, not_done, failed, or not_sure: look before you try again.",
        keep="\n",
    )
