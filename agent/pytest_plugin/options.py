"""Options of the plugin: the command line's, and those of pytest's configuration file. Light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Mode = Literal["run", "replay", "live", "heal"]
Policy = Literal[
    "off",
    "on",
    "retain-on-failure",
    "retain-on-first-failure",
    "retain-on-failure-and-retries",
    "on-first-retry",
    "on-all-retries",
    "only-on-failure",
    "on-first-failure",
]
"""When something made of a run is kept, as Playwright has it."""
OUTPUT = "test-results"
_RECORDED: tuple[Policy, ...] = get_args(Policy)[:-2]
_PICTURED: tuple[Policy, ...] = ("off", "on", "only-on-failure", "on-first-failure")


@dataclass(frozen=True, slots=True)
class Settings:
    """What pytest was told for the tasks of a session."""

    mode: Mode
    model: str | None
    """The model that the command line names; None: none but the embedded one may run."""
    tasks: tuple[Path, ...]
    """Files and folders whose YAML files are tasks, whatever they are called; absolute."""
    recordings: str
    """Where a task's recordings lie, from the folder of its file."""
    output: Path
    """Gets a folder for each item; absolute."""
    trace: Policy
    video: Policy
    screenshot: Policy
    report: Path | None
    update: bool
    new_only: bool
    """Whether to record what has no recording yet, and nothing else."""


_SETTINGS = pytest.StashKey[Settings]()


def settings_of(config: pytest.Config) -> Settings:
    """The settings of a session, which `read` has read."""
    return config.stash[_SETTINGS]


def add_options(parser: pytest.Parser) -> None:
    """Add them all. Each begins with `--agent-`: other plugins own the short names."""
    parser.addini("agent_tasks", "files and folders whose YAML files are tasks", type="paths")
    parser.addini("agent_recordings", "where a task's recordings lie, from its folder", default="recordings")
    group = parser.getgroup("deskhand", "tasks on a desktop (deskhand)")
    add = group.addoption
    add("--agent-tasks", action="append", default=[], metavar="PATH", help="a task file, or a folder of them")
    add(
        "--agent-mode",
        choices=get_args(Mode),
        default="run",
        help="run: a model does each task; replay: its recording, offline; live: its recording on the real "
        "programs; heal: so, and --agent-model finds targets that have gone (default: run)",
    )
    add("--agent-model", metavar="M", help="the model; none but the embedded one runs unless named here")
    add("--agent-output", metavar="DIR", help=f"a folder for each item goes here (default: {OUTPUT})")
    add("--agent-trace", choices=_RECORDED, default="retain-on-failure", help="Playwright traces")
    add("--agent-video", choices=_RECORDED, default="off", help="videos")
    add("--agent-screenshot", choices=_PICTURED, default="only-on-failure", help="the last screen")
    add("--agent-report", metavar="FILE", help="one HTML page on all runs of the session")
    add("--agent-update", action="store_true", help="record again, or accept the heals that are proposed")
    add("--agent-update-new-only", action="store_true", help="record what has no recording yet")


def read(config: pytest.Config) -> None:
    """Read them, and have the tasks collected that they name.

    Raises:
        pytest.UsageError: two of them contradict each other.
    """
    given = config.option
    _refuse(given.agent_mode, given.agent_model, given.agent_update, given.agent_update_new_only)
    named = [config.invocation_params.dir / path for path in given.agent_tasks]
    output = given.agent_output or getattr(given, "output", None) or OUTPUT  # pytest-playwright's
    config.stash[_SETTINGS] = Settings(
        mode=given.agent_mode,
        model=given.agent_model,
        tasks=(*named, *config.getini("agent_tasks")),
        recordings=config.getini("agent_recordings"),
        output=config.invocation_params.dir / output,
        trace=given.agent_trace,
        video=given.agent_video,
        screenshot=given.agent_screenshot,
        report=config.invocation_params.dir / given.agent_report if given.agent_report else None,
        update=given.agent_update,
        new_only=given.agent_update_new_only,
    )
    _collect(config, named)
    if config.args_source is not pytest.Config.ArgsSource.ARGS:
        _collect(config, config.getini("agent_tasks"))


def _refuse(mode: Mode, model: str | None, update: bool, new_only: bool) -> None:  # noqa: FBT001
    if mode == "heal" and not model:
        raise pytest.UsageError("--agent-mode=heal: name the model that heals with --agent-model")
    if model and mode in ("replay", "live") and not (update or new_only):
        raise pytest.UsageError(f"--agent-model: no model takes part in --agent-mode={mode}; leave it out")
    if update and new_only:
        raise pytest.UsageError("--agent-update, --agent-update-new-only: give one of the two")
    if update and mode == "live":
        raise pytest.UsageError("--agent-update: a live replay proposes no heals; add --agent-mode=heal")


def _collect(config: pytest.Config, paths: Iterable[Path]) -> None:
    """Have pytest collect these too, unless it does so anyway."""
    there = [config.invocation_params.dir / argument.partition("::")[0] for argument in config.args]
    for path in paths:
        if not any(path.is_relative_to(other) for other in there):
            config.args.append(str(path))
