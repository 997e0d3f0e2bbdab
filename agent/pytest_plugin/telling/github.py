"""GitHub Actions: an annotation for each failure and heal, and a table in the job's summary. Light.

pytest-github-actions-annotate-failures, where it is installed, annotates what fails in the call; errors of
the machine and of the model are ours to tell (`agent.pytest_plugin.telling.reports`).
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from agent.printing.escapes import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pytest

    from agent.pytest_plugin.telling.told import Told

_ANNOTATES = "pytest_github_actions_annotate_failures"


def is_on(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether this is a job of GitHub Actions."""
    return environ.get("GITHUB_ACTIONS") == "true"


def commands(config: pytest.Config, told: Iterable[Told]) -> list[str]:
    """A command for each failure that nobody else annotates, and a warning for each run that was healed.

    The runner shows them beside the task's line.
    """
    others = config.pluginmanager.hasplugin(_ANNOTATES)
    return [
        annotation(one, "error" if one.is_bad else "warning")
        for one in told
        if one.word == "healed" or (one.is_bad and not (others and one.when == "call"))
    ]


def annotation(told: Told, level: Literal["error", "warning"]) -> str:
    """A workflow command. Whatever the texts hold, it is one line, and ends nothing early."""
    place = f"file={_property(_place(told.path))},line={told.line}"
    return f"::{level} {place}::" + _data(f"{told.nodeid}\n\n{told.reason}")


def write_summary(told: Sequence[Told], environ: Mapping[str, str] = os.environ) -> None:
    """Add a table of all runs to the job's summary, if there is one."""
    path = environ.get("GITHUB_STEP_SUMMARY")
    if not path or not told:
        return
    with suppress(OSError), Path(path).open("a", encoding="utf-8") as file:
        file.write(table(told))


def table(told: Iterable[Told]) -> str:
    """A Markdown table, the runs that did not pass first."""
    rows = [
        f"| {_cell(one.word)} | {_cell(one.nodeid)} | {one.seconds:.1f} | {_cell(one.reason)} |\n"
        for one in sorted(told, key=lambda one: not one.is_bad)
    ]
    return "".join(["\n### Desktop tasks\n\n", "| | task | seconds | |\n|---|---|---:|---|\n", *rows])


def _place(path: str) -> str:
    """A file as the runner knows it: from the folder that the repository is checked out in."""
    workspace = os.environ.get("GITHUB_WORKSPACE") or "."
    near = os.path.relpath(path, workspace)
    return path if near.startswith("..") else near


def _data(text: str) -> str:
    """As the runner wants it (actions/toolkit, command.ts)."""
    shown = visible(text, keep="\n\r")
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_MARKUP = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]()#+!|~>-"} | {"<": "&lt;", "&": "&amp;"})


def _cell(text: str) -> str:
    """A first line as one cell, in which nothing is markup."""
    line = text.partition("\n")[0][:200]
    return visible(line).translate(_MARKUP)
